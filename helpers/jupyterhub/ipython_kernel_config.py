"""For every student's kernel. Goes to kernel/etc/ipython."""

c = get_config()  # noqa: F821  (IPython puts it there)

c.HistoryManager.enabled = False  # no SQLite file in each home: slow and brittle where homes are on a network
c.Completer.use_jedi = False
