"""axe-core finds nothing inside our own widgets, in the light and in the dark theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique.course.course import load_course
from communique.questions.reading import load_questions

from .axe import widgets_faults
from .lab import Student, everything_open


@pytest.mark.parametrize("info", load_course().lessons, ids=lambda info: info.name)
def test_axe_finds_nothing_in_our_widgets(info, student: Student, folder: Path) -> None:
    """With one question answered and explained, the others fresh, all layers and a card on the page."""
    everything_open(folder)
    student.open_and_run(f"{folder.name}/{info.notebook}")
    page = student.page
    if page.locator(".cq-chart").count():
        page.locator(".cq-chart .cq-mark").first.wait_for(state="attached")
    question = next(q for q in load_questions(info.name).values() if q.kind in ("choose-one", "choose-many"))
    card = student.question(question.id)
    card.get_by_text(question.options[0].text, exact=True).click()
    student.press(card, "Check")
    for _ in range(3):
        student.press(card, "(I don't know|Show the explanation)")
    reader = page.locator(".cq-reader").first
    layers = reader.locator(".cq-tools button[data-layer]").locator("visible=true")
    off = layers.and_(reader.locator('[aria-pressed="false"]'))
    while off.count():
        off.first.click()
    if layers.count():  # a report without its coding has none
        reader.locator(".cq-seg[role=button]").first.click()
        reader.locator(".cq-card").first.wait_for()
    assert [] == widgets_faults(page)
