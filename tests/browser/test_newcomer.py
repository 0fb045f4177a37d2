"""A newcomer's way: the command of the README, the address it prints, the menu, and nothing else."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*token=\w+")


@pytest.fixture
def started(tmp_path: Path, browser: Browser) -> Iterator[tuple[Path, str]]:
    """The folder and the address of a course started with `communique start`."""
    home, folder, log = tmp_path / "home", tmp_path / "my-course", tmp_path / "start.log"
    home.mkdir()
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON", "COMMUNIQUE"))}
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "communique", "start", str(folder), "--no-browser"],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=clean | {"HOME": str(home)},
            start_new_session=True,
        )
    deadline = time.monotonic() + 120
    while not (found := ADDRESS.search(log.read_text())) and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.05)
    try:
        assert found, log.read_text()
        yield folder, found.group()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def test_start_opens_the_first_lesson_and_the_menu_runs_it(started: tuple[Path, str], browser: Browser) -> None:
    """The printed address opens lesson 1; Run, Run All Cells brings the report, and a click on it shows a row."""
    folder, address = started
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(address)
    expect(page.get_by_role("heading", name="How this works").first).to_be_visible()
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    run_all(page)
    mark = page.locator('.cq-reader .cq-seg[role="button"]').first
    mark.wait_for()
    page.wait_for_function("() => window.communiqueHead?.touched")
    mark.click()
    expect(page.locator(".cq-card").first).to_be_visible()
    card = page.locator('[data-question="first-country"]')
    page.mouse.move(500, 500)
    while not card.count():  # JupyterLab may draw only what is on the screen
        page.mouse.wheel(0, 400)
        page.evaluate("() => new Promise(requestAnimationFrame)")
    card.get_by_role("radio").first.click()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".cq-saved")).to_have_text("Saved")
    assert (folder / "my-progress.jsonl").is_file()
    page.close()


def run_all(page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
