"""Charts and tables whose marks and rows show the words behind them.

They import `widgets`' own base and reader; plotly only draws what `charts` made.
"""
