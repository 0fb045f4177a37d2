"""Open JupyterLab on a notebook, in this Python and on this computer only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote


def open_lab(folder: Path, notebook: str, *, port: int | None = None, browser: bool = True) -> int:
    """Run JupyterLab until it is stopped; gives what it ended with, 0 when all is well.

    Parameters:
        folder: the folder that JupyterLab shows.
        notebook: the notebook in it that is opened first.
        port: the port, or None for the first that is free from 8888.
        browser: whether a browser is opened.
    """
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/lab/tree/{quote(notebook)}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=",
        "--ip=127.0.0.1",
    ]
    if port:
        command.append(f"--port={port}")
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return subprocess.call(command, env=environment())


def environment() -> dict[str, str]:
    """The kernel must be this Python's, also where the virtual environment is not switched on."""
    return os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
