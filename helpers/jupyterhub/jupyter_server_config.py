"""For every student's server: nothing starts that a lesson does not use. Goes to server/etc/jupyter."""

c = get_config()  # noqa: F821  (Jupyter puts it there)

c.ServerApp.jpserver_extensions = {"jupyter_lsp": False, "jupyter_server_terminals": False}
c.ServerApp.terminals_enabled = False

# Server and kernel speak through files that only their student may open, not through ports of the machine: with
# thirty starts a minute two kernels can be given the same port, and one of them never answers.
c.KernelManager.transport = "ipc"

# A closed lid costs nothing for long. What a student did is on the disk: Run All brings it back.
c.MappingKernelManager.cull_idle_timeout = 30 * 60  # seconds without work; a kernel with an open page stays
c.ServerApp.shutdown_no_activity_timeout = 60 * 60
