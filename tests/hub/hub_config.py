"""The example configuration on loopback, with a log-in and a home for each student that a test can do with."""

import os

c = get_config()  # noqa: F821  (JupyterHub puts it there)
FOLDER = os.environ["HUB_FOLDER"]

if os.environ["HUB_SETUP"] == "usual":  # one environment, nothing but JupyterHub's own settings
    c.Spawner.cmd = [os.environ["HUB_USUAL_SERVER"]]
    c.Spawner.start_timeout = c.Spawner.http_timeout = 600
    c.Spawner.environment = {"JUPYTER_PREFER_ENV_PATH": "1"}
else:
    load_subconfig(os.environ["HUB_EXAMPLE"])  # noqa: F821

c.JupyterHub.bind_url = f"http://127.0.0.1:{os.environ['HUB_PORT']}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{os.environ['HUB_PORT_INSIDE']}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['HUB_PORT_PROXY']}"
c.JupyterHub.db_url = f"sqlite:///{FOLDER}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{FOLDER}/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = f"{FOLDER}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = f"{FOLDER}/homes/{{username}}"
c.Spawner.ip = "127.0.0.1"
c.Spawner.args = ["--allow-root"]  # a test may run as root; your hub does not need it
c.JupyterHub.cleanup_servers = True
scopes = ["admin:users", "admin:servers", "access:servers", "list:users"]
c.JupyterHub.load_roles = [{"name": "class", "services": ["class"], "scopes": scopes}]
c.JupyterHub.services = [{"name": "class", "api_token": os.environ["HUB_TOKEN"]}]
