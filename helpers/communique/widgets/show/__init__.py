"""Charts and tables whose marks and rows show the words behind them."""
