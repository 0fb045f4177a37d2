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
from .test_unsent_story import do_something

#: `make slow` takes every lesson three times; otherwise it is the one with the most questions, once.
ROUNDS = int(os.environ.get("COMMUNIQUE_SLOW", "0"))
PAGES = (*load_course().lessons, *load_course().forms)
LONGEST = max(load_course().lessons, key=lambda info: len(load_questions(info.name)))
SLOWER = 8
#: Widgets that began and drew nothing, or could not begin.
SILENT = """() => [
    ...[...document.querySelectorAll('.cq')].filter((node) => !node.children.length).map((node) => node.className),
    ...(document.body.textContent.match(/Error displaying widget|Failed to initialize model/g) ?? []),
]"""


@pytest.mark.parametrize("notebook", [info.notebook for info in PAGES] * ROUNDS or [LONGEST.notebook])
def test_every_card_answers(student: Student, folder: Path, notebook: str) -> None:
    """Every question of a lesson gives its first hint and keeps that it was taken; one of a form keeps a draft."""
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
    for card in hinted:
        expect(card.locator(".cq-box")).not_to_have_count(0)
    assert [] == page.evaluate(SILENT)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": 1})
