"""The class report: its tables, its page and its gradebooks."""
