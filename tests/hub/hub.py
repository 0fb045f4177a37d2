"""A real JupyterHub on loopback, with its proxy, for tests and for the benchmark."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import venv
from pathlib import Path

from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "helpers" / "jupyterhub"
PROXY = "configurable-http-proxy"
DEBIAN_MODULES = "/usr/share/nodejs"  # where Debian's proxy has its modules; a node from elsewhere does not look there


def find_proxy() -> str | None:
    """The proxy that JupyterHub needs, or None."""
    return shutil.which(PROXY)


def lend_environments(folder: Path) -> Path:
    """Lay out what install.sh does, with the packages lent by the Python that tests: nothing is downloaded."""
    for name in ("server", "kernel"):
        lend(folder / name)
    _script(folder / "kernel/bin/communique", folder / "kernel/bin/python", "communique.cli")
    _script(folder / "server/bin/jupyterhub-singleuser", folder / "server/bin/python", "jupyterhub.singleuser")
    environment = os.environ | {"SKIP_PACKAGES": "1"}
    subprocess.run(["bash", str(EXAMPLE / "install.sh"), str(folder)], check=True, env=environment, capture_output=True)
    return folder


def lend(place: Path) -> Path:
    """An environment with the packages of the Python that tests, and with `jupyter`; gives its Python."""
    packages = [path for path in sys.path if path.endswith("site-packages")]
    venv.create(place, with_pip=False)
    (site,) = place.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text("\n".join([*packages, str(REPOSITORY / "helpers")]) + "\n", encoding="utf-8")
    for kind in ("etc", "share"):
        lent = Path(sys.prefix) / kind / "jupyter"
        (place / kind).mkdir(exist_ok=True)
        if lent.is_dir():
            shutil.copytree(lent, place / kind / "jupyter", symlinks=True)
    python = place / "bin/python"
    _script(place / "bin/jupyter-trust", python, "nbformat.sign")
    _script(place / "bin/jupyter", python, "jupyter_core.command")
    return python


def _script(path: Path, python: Path, module: str) -> None:
    path.write_text(f"#!{python}\nimport sys\nfrom {module} import main\nsys.exit(main())\n", encoding="utf-8")
    path.chmod(0o755)


def free_port() -> int:
    """A port of loopback that nobody listens on now.

    It is below those that a machine takes for connections: a busy one would take it before the hub does.
    """
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Hub:
    """One hub in a folder of its own.

    Parameters:
        folder: where its database, its log and the students' homes are.
        environments: the folder that install.sh filled.
        setup: "example" for the configuration of this repository, "usual" for JupyterHub's own settings.
    """

    def __init__(self, folder: Path, environments: Path, setup: str = "example") -> None:
        self.folder, self.token, self.port = folder, secrets.token_hex(16), free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        (folder / "homes").mkdir(parents=True, exist_ok=True)
        self.log = folder / "hub.log"
        environment = os.environ | {
            "HUB_FOLDER": str(folder),
            "HUB_SETUP": setup,
            "HUB_EXAMPLE": str(EXAMPLE / "jupyterhub_config.py"),
            "HUB_USUAL_SERVER": str(Path(sys.executable).parent / "jupyterhub-singleuser"),
            "HUB_PORT": str(self.port),
            "HUB_PORT_INSIDE": str(free_port()),
            "HUB_PORT_PROXY": str(free_port()),
            "HUB_TOKEN": self.token,
            "COMMUNIQUE_HUB": str(environments),
            "CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(16),
            "NODE_PATH": os.pathsep.join(filter(None, [os.environ.get("NODE_PATH"), DEBIAN_MODULES])),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        for name in ("COMMUNIQUE_PROGRESS", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            environment.pop(name, None)
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", str(Path(__file__).with_name("hub_config.py"))],
                cwd=folder,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def home(self, name: str) -> Path:
        """A student's home."""
        return self.folder / "homes" / name

    def log_text(self) -> str:
        """What the hub and the students' servers have said."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End the hub, its proxy and every student's server."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(120)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
