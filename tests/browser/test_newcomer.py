"""A newcomer's ways in: the command of the README, the repository as Binder lays it out, a JupyterLab of one's own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.cli.jupyterlab import environment
from communique.student.folder import copy_course
from playwright.sync_api import Browser

from ..conftest import REPOSITORY
from ..hub.hub import lend
from .newcomer import first_hour, first_hour_and_next_day, let_us_look, run_all_cells_and_next_day

LAB = ["-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*token=\w+")


@contextmanager
def served(command: list[str], folder: Path, home: Path) -> Iterator[str]:
    """The address that a command prints, with a home in which nothing is."""
    clean = {k: v for k, v in environment().items() if not k.startswith(("JUPYTER", "IPYTHON", "COMMUNIQUE"))}
    let_us_look(home)
    log = home / "server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=clean | {"HOME": str(home), "JUPYTER_PREFER_ENV_PATH": "1"},
            start_new_session=True,
        )
    deadline = time.monotonic() + 120
    while not (found := ADDRESS.search(log.read_text())) and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.05)
    try:
        assert found, log.read_text()
        yield found.group()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def test_start_leads_to_an_answer_in_three_presses(tmp_path: Path, browser: Browser) -> None:
    """`communique start` opens lesson 1 as a page; nothing asks, warns or shows code, today and tomorrow."""
    folder = tmp_path / "my-course"
    command = [sys.executable, "-m", "communique", "start", str(folder), "--no-browser"]
    with served(command, tmp_path, tmp_path) as address:
        first_hour_and_next_day(browser, address)
    assert (folder / "my-progress.jsonl").is_file()


def test_binder_leads_to_an_answer_in_three_presses(tmp_path: Path, browser: Browser) -> None:
    """What postBuild does to an environment makes the README's link the same page; only pip is left out of it."""
    python = lend(tmp_path / "environment")
    repository = tmp_path / "repository"
    for part in ("helpers/communique/jupyter", "notebooks"):
        shutil.copytree(REPOSITORY / part, repository / part)
    steps = (REPOSITORY / "postBuild").read_text(encoding="utf-8")
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["bash", "-c", steps.replace("python -m pip", "true")],
        cwd=repository,
        check=True,
        env=os.environ | {"PATH": path, "HOME": str(tmp_path)},
        capture_output=True,
    )
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    (link,) = re.findall(r"urlpath=(doc/tree/[\w/.-]+)\)", readme)
    with served([str(python), *LAB], repository, tmp_path) as address:
        first_hour(browser, address.replace("/lab?", f"/{link}?"))  # Binder keeps nothing for the next day
    assert (repository / "notebooks" / "my-progress.jsonl").is_file()


def test_in_a_jupyterlab_of_ones_own_run_all_cells_leads_to_an_answer(tmp_path: Path, browser: Browser) -> None:
    """Nobody asks whether to save, and the next day no output says that there's an error: the file has none."""
    folder = tmp_path / "my-course"
    copy_course(folder)
    with served([sys.executable, *LAB], folder, tmp_path) as address:
        run_all_cells_and_next_day(browser, address.replace("/lab?", "/lab/tree/01-read.ipynb?"))
    assert (folder / "my-progress.jsonl").is_file()
