"""A student fills in the form before the course, with the keyboard alone; feedback comes after the second form."""

from __future__ import annotations

from pathlib import Path

from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.forms import form_questions
from playwright.sync_api import expect

from .axe import widgets_faults
from .lab import Student

BEFORE = load_course().lesson("before").notebook


def test_a_form_is_kept_and_told_of_after_the_second(student: Student, folder: Path) -> None:
    """An answer cannot be changed once it is kept, and nothing says whether it's right before the second form."""
    student.open_and_run(f"{folder.name}/{BEFORE}")
    page, cards = student.page, student.page.locator(".cq-question")
    expect(cards).to_have_count(10)
    card = cards.first
    expect(card).to_contain_text("Made up for this course")
    page.locator(".cq-foot button.cq-plain").first.click()  # from the foot to the first that is open
    expect(card.locator(".cq-prompt")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        if page.locator(":focus").inner_text() != "Keep my answer":
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator(".cq-outcome")).to_contain_text("Answered")
    expect(card.locator("input:checked")).to_have_count(1)
    expect(card.locator(".cq-sign, .cq-lit, .cq-box")).to_have_count(0)
    expect(card.locator("input:not(:checked)").first).to_be_disabled()
    assert [] == widgets_faults(page)

    journal = Journal(folder / "my-progress.jsonl")
    for question in form_questions(journal, "after").values():
        journal.add(question.name, "answer", answer=question.options[0].id, outcome="answered")
    student.open_and_run(f"{folder.name}/{BEFORE}")
    expect(cards.first.locator(".cq-lit").first).to_be_visible()
    expect(cards.first.locator(".cq-sign").first).to_be_visible()
    expect(cards.nth(1).locator(".cq-sign, .cq-lit, .cq-box")).to_have_count(0)  # still open
    cards.first.get_by_role("button", name="Show in the text").click()
    expect(cards.first.locator(".cq-lit").first).to_be_in_viewport()
