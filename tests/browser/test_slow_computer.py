"""On a slow computer no card falls silent: Chromium's processor is throttled, eight times slower."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from communique.course.course import load_course
from playwright.sync_api import Locator, expect

from .lab import ALL_RUN, Student
from .test_unsent_story import do_something, notebook

#: `make slow` takes every lesson three times, too; otherwise it is a notebook with a card of every kind, once.
ROUNDS = int(os.environ.get("COMMUNIQUE_SLOW", "0"))
PAGES = (*load_course().lessons, *load_course().forms)
everything = notebook  # a fixture
TOOLS = ".cq-audit, .cq-desk, .cq-workshop, .cq-negotiating, .cq-scenario, .cq-forecasts, .cq-bring"
SLOWER = 8
#: Widgets that began and drew nothing, or could not begin.
SILENT = """() => [
    ...[...document.querySelectorAll('.cq')].filter((node) => !node.children.length).map((node) => node.className),
    ...(document.body.textContent.match(/Error displaying widget|Failed to initialize model/g) ?? []),
]"""


def press(tool: Locator) -> None:
    """Do one thing in a lesson's own tool, and see that Python has it."""
    sit = tool.get_by_role("button", name="Sit down")
    if sit.count():  # the negotiating table
        for group in tool.get_by_role("radiogroup").all():
            group.get_by_role("radio").first.check()
        sit.click()
        tool.get_by_role("heading", name="You are").wait_for()
    else:
        do_something(tool, 0)
        said = tool.locator("[role=status]", has_text=re.compile("saved|kept", re.I))
        said.first.wait_for()
        expect(said.first).not_to_have_class(re.compile("cq-trouble"))


@pytest.mark.parametrize("name", ["everything.ipynb", *[info.notebook for info in PAGES] * ROUNDS])
def test_every_card_answers(student: Student, folder: Path, everything: str, name: str) -> None:
    """Every question gives its first hint and keeps that it was taken, or keeps a draft; every tool keeps a press."""
    page = student.page
    page.set_default_timeout(200_000)
    student.open(f"{folder.name}/{name}")
    throttle = page.context.new_cdp_session(page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.wait_for_function(ALL_RUN)
    page.locator(".cq-header.cq-foot").wait_for(state="attached")
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:expand-all-headings'); }")
    cards = page.locator(".cq-question")
    assert cards.count()
    hinted = []
    for card in cards.all():
        card.locator(".cq-actions button:visible").first.wait_for()
        hint = card.locator("button", has_text=re.compile("^Hint|hints? left", re.I))
        if hint.is_visible():
            hint.click()
            hinted.append(card)
        else:  # a form gives none
            do_something(card, 0)
    for card in cards.all():
        expect(card.locator(".cq-saved")).to_have_text(re.compile("saved", re.I), timeout=120_000)
        expect(card.locator(".cq-saved")).not_to_have_class(re.compile("cq-trouble"))
    if name == "everything.ipynb":
        expect(page.locator(TOOLS)).to_have_count(len(TOOLS.split(", ")))
    for tool in page.locator(TOOLS).all():
        press(tool)
    for card in hinted:
        expect(card.locator(".cq-box")).not_to_have_count(0)
    assert [] == page.evaluate(SILENT)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": 1})
