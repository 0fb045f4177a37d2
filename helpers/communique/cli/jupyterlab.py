"""Open JupyterLab on a notebook as a page of its own, in this Python and on this computer only."""

import argparse
import os
import subprocess
import sys
from collections.abc import Generator, Iterable
from pathlib import Path
from urllib.parse import quote

from ..base.places import PACKAGE

#: What our servers are told: how a page looks, which keys do nothing, and that outputs are not saved.
SETTINGS = PACKAGE / "jupyter"


def add_lab_arguments(parser: argparse.ArgumentParser, no_open: str) -> None:
    """The arguments of a command that opens JupyterLab; `no_open` says what is done without opening it."""
    add = parser.add_argument
    add("--no-open", action="store_true", help=f"{no_open}; do not open JupyterLab")
    add("--no-browser", action="store_true", help="start JupyterLab without opening a browser")
    add("--port", type=int, help="the port for JupyterLab (default: the first free one from 8888)")


def open_lab(folder: Path, notebook: str, chosen: argparse.Namespace) -> Generator[str, None, int]:
    """Run JupyterLab until it is stopped."""
    if chosen.no_open:
        return 0
    yield "JupyterLab opens in your browser. To stop it, press Ctrl and C here."
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/doc/tree/{quote(notebook)}",
        "--ip=127.0.0.1",
    ]
    if chosen.port:
        command.append(f"--port={chosen.port}")
    if chosen.no_browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return subprocess.call(command, env=environment())


def environment() -> dict[str, str]:
    """This process's environment with this Python first, so that the kernel is this Python's, and with our settings."""
    return os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH")])),
    }


def trust(notebooks: Iterable[Path]) -> None:
    """Sign notebooks whose cells are the course's own, so that their button runs them without a question.

    One that was saved with outputs is not signed: nobody knows where they are from.
    """
    try:
        from nbformat import read
        from nbformat.sign import NotebookNotary
    except ImportError:  # a hub's kernels have no nbformat: its student-server signs them
        return
    notary = NotebookNotary()
    for path in notebooks:
        notebook = read(path, as_version=4)
        if not any(cell.get("outputs") for cell in notebook.cells):
            notary.sign(notebook)
