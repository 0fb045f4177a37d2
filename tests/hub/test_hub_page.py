"""A newcomer's way in through a hub: the link of its README, a name, and then the same page as everywhere."""

from __future__ import annotations

import asyncio
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.lab import find_chromium, launch
from tests.browser.newcomer import first_hour_and_next_day, let_us_look
from tests.conftest import REPOSITORY

from .hub import Hub
from .student import hub_is_up, new_session

NAME = "ada"


def log_in(page: Page) -> None:
    """Say one's name, and wait for the server."""
    page.get_by_label("Username").fill(NAME)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=200_000)


@pytest.mark.skipif(
    not (find_chromium() or os.environ.get("COMMUNIQUE_REQUIRE_BROWSER")), reason="no Chromium on this machine"
)
def test_the_hubs_link_leads_to_an_answer_in_three_presses(hub: Hub) -> None:
    """After the log-in nothing asks, warns or shows code, today and tomorrow: the hub's set-up signs the notebooks."""
    readme = (REPOSITORY / "helpers/jupyterhub/README.md").read_text(encoding="utf-8")
    (link,) = re.findall(r"https://HUB(/hub/user-redirect/doc/tree/my-course/)03-events\.ipynb", readme)
    let_us_look(hub.home(NAME))

    async def is_up() -> None:
        async with new_session() as session:
            await hub_is_up(hub, session)

    def visit() -> None:
        asyncio.run(is_up())
        with sync_playwright() as playwright:
            browser = launch(playwright)
            first_hour_and_next_day(browser, f"{hub.address}{link}01-read.ipynb", log_in)
            browser.close()

    with ThreadPoolExecutor(1) as own_thread:  # the browser stories have left a loop running in this one
        own_thread.submit(visit).result()
    assert Path(hub.home(NAME), "my-course", "my-progress.jsonl").is_file()
