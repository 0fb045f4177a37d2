"""Charts and tables whose marks and rows show the words behind them.

They import `widgets`' own base and reader; the page draws what `charts` made.
"""
