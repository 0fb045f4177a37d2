"""On a slow computer no card falls silent: Chromium's processor is throttled, eight times slower."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from communique.course.course import load_course
from communique.questions.reading import load_questions
from playwright.sync_api import expect

from .lab import ALL_RUN, Student

#: `make slow` takes every lesson three times; otherwise it is the one with the most questions, once.
ROUNDS = int(os.environ.get("COMMUNIQUE_SLOW", "0"))
LESSONS = load_course().lessons
LONGEST = max(LESSONS, key=lambda info: len(load_questions(info.name)))
SLOWER = 8
#: Widgets that began and drew nothing, or could not begin.
SILENT = """() => [
    ...[...document.querySelectorAll('.cq')].filter((node) => !node.children.length).map((node) => node.className),
    ...(document.body.textContent.match(/Error displaying widget|Failed to initialize model/g) ?? []),
]"""


@pytest.mark.parametrize("notebook", [info.notebook for info in LESSONS] * ROUNDS or [LONGEST.notebook])
def test_every_card_answers(student: Student, folder: Path, notebook: str) -> None:
    """The first hint of every question of a lesson comes, and Python has kept that it was taken."""
    page = student.page
    page.set_default_timeout(200_000)
    student.open(f"{folder.name}/{notebook}")
    throttle = page.context.new_cdp_session(page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.wait_for_function(ALL_RUN)
    page.locator(".cq-header.cq-foot").wait_for(state="attached")
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:expand-all-headings'); }")
    cards = page.locator(".cq-question")
    assert cards.count()
    for card in cards.all():
        card.get_by_role("button", name=re.compile("^Hint|hints? left", re.I)).click()
    for card in cards.all():
        expect(card.locator(".cq-saved")).to_have_text(re.compile("^Saved"), timeout=120_000)
        expect(card.locator(".cq-box")).not_to_have_count(0)
    assert [] == page.evaluate(SILENT)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": 1})
