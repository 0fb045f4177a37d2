"""A student takes the clause apart: facts by mouse and by keyboard, and back the next day."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from communique.course.course import load_course
from playwright.sync_api import Browser, Locator, expect

from .axe import widgets_faults
from .lab import Lab, Student, keep_cells, student_at
from .test_keyboard import focus_before, tab_to

#: Elements that stick out of the explorer on the right.
CUT_OFF = """(node) => {
    const edge = node.getBoundingClientRect().right;
    const over = (n) => n.getBoundingClientRect().right > edge;
    return [...node.querySelectorAll("*")].filter(over).map((n) => n.outerHTML);
}"""
#: Words that the facts lie over.
COVERED = """(node) => {
    const facts = node.querySelector(".cq-facts"), box = facts.getBoundingClientRect();
    const under = (n) => n.getClientRects().length && n.getBoundingClientRect().top < box.bottom - 1
        && n.getBoundingClientRect().bottom > box.top + 1 && n.getBoundingClientRect().left < box.right;
    return [...node.querySelectorAll("p, h3, h4, li, button")].filter((n) => !facts.contains(n) && under(n))
        .map((n) => n.textContent);
}"""
CLAUSE = load_course().lesson("clause").notebook


@pytest.fixture(autouse=True)
def at_the_clause(folder: Path) -> None:
    keep_cells(folder / CLAUSE, '"scenario"')


def explorer(student: Student) -> Locator:
    card = student.page.locator(".cq-scenario")
    card.scroll_into_view_if_needed()
    return card


def fact(card: Locator, name: str) -> Locator:
    return card.locator(f'fieldset[data-fact="{name}"]')


def status(card: Locator, clause: str) -> Locator:
    return card.locator(f'[data-clause="{clause}"] .cq-status')


def saved(card: Locator) -> None:
    expect(card.locator(".cq-saved")).to_have_text("Saved")


def test_facts_by_mouse_change_the_words_and_are_there_again(student: Student, folder: Path, lab: Lab) -> None:
    """Take a case, say who was attacked, change one fact, read the statuses, light the words, lose the kernel:
    the facts, the statuses and the readings are still there."""
    student.open_and_run(f"{folder.name}/{CLAUSE}")
    page, card = student.page, explorer(student)
    reader = page.locator(".cq-reader").first
    expect(status(card, "must-help")).to_have_text("· not known yet")
    expect(card.locator(".cq-readings")).to_contain_text("Still to set: 1, 2, 3, 4, 5, 6, 7, 8.")

    # A case sets all but one fact; who was attacked is the student's to say.
    card.get_by_role("button", name="All is clear").click()
    expect(card.locator(".cq-readings")).to_contain_text("Still to set: 1.")
    fact(card, "attacked").get_by_text("Russia", exact=True).click()
    expect(status(card, "must-help")).to_have_text("● binds")
    expect(card.locator('[data-clause="must-help"]')).to_contain_text("Binds North Korea, to help Russia.")
    expect(card.locator(".cq-reading")).to_have_count(3)

    # The parties change places, and nothing but the names does.
    fact(card, "attacked").get_by_text("North Korea", exact=True).click()
    expect(card.locator('[data-clause="must-help"]')).to_contain_text("Binds Russia, to help North Korea.")
    expect(status(card, "must-help")).to_have_text("● binds")

    # One fact is disputed: the words change in words, the change is named, and the report lights up.
    fact(card, "armed-attack").get_by_text("This is disputed").click()
    expect(status(card, "must-help")).to_have_text("◐ open")
    expect(status(card, "law-of-each")).to_have_text("● kept")
    expect(card.locator('[data-clause="must-help"]')).to_contain_text("changed just now")
    expect(card.locator('[data-clause="law-of-each"]')).not_to_contain_text("changed just now")
    expect(card.locator('.cq-facts [role="status"].cq-hidden')).to_contain_text("“should one country be invaded”: open")
    expect(reader.locator(".cq-lit").first).to_have_text(re.compile("^should one country"))
    saved(card)

    # Beside the last clause the facts are still in view, on a large screen and on a small one, and every reading can
    # be read.
    for width in (1920, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        card.locator(".cq-clause").last.evaluate("(node) => node.scrollIntoView({ block: 'end' })")
        expect(fact(card, "attacked")).to_be_in_viewport(ratio=1)
        assert [] == card.evaluate(CUT_OFF)
    card.locator(".cq-readings").evaluate("(node) => node.scrollIntoView({ block: 'end' })")
    assert card.evaluate(COVERED) == []

    # The words of one clause, in the report above.
    card.get_by_role("button", name="Show in the report: forced into a state of war").click()
    expect(reader.locator(".cq-lit")).to_have_text(["forced into a state of war"])
    expect(reader.locator(".cq-lit")).to_be_in_viewport()

    # The words that a reading rests on, beside the readings.
    last = card.locator(".cq-reading").last.get_by_role("button").first
    words = last.inner_text()
    last.click()
    expect(card.locator(".cq-lit-clause > .cq-quote")).to_have_text(words)
    expect(card.locator(".cq-words.cq-lit").first).to_be_visible()

    # The kernel is gone, and the next day everything is as it was.
    told = card.locator(".cq-reading p").all_inner_texts()
    lab.end_kernels()
    student.open_and_run(f"{folder.name}/{CLAUSE}")
    card = explorer(student)
    expect(fact(card, "attacked").get_by_label("North Korea")).to_be_checked()
    expect(fact(card, "armed-attack").get_by_label("This is disputed")).to_be_checked()
    expect(status(card, "must-help")).to_have_text("◐ open")
    expect(card.locator(".cq-reading p")).to_have_text(told)
    records = [json.loads(line) for line in (folder / "my-progress.jsonl").read_text().splitlines()]
    assert {"clause/tool:scenario"} == {record["question"] for record in records}


def the_explorer_by_keyboard(student: Student) -> None:
    """Tab goes from fact to fact, arrows from value to value, and JupyterLab's own keys stay out of it."""
    page, card = student.page, explorer(student)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    focus_before(page, card)
    case = card.get_by_role("button", name="A clash at the border")
    tab_to(page, case)
    page.keyboard.press("Enter")
    expect(fact(card, "told").get_by_label("No")).to_be_checked()
    tab_to(page, fact(card, "attacked").get_by_role("radio").first)
    page.keyboard.press("Space")
    expect(card.locator(".cq-reading")).to_have_count(3)
    expect(status(card, "finds-itself")).to_have_text("◐ open")
    tab_to(page, fact(card, "at-war").get_by_label("No"))
    page.keyboard.press("ArrowUp")
    expect(fact(card, "at-war").get_by_label("Yes")).to_be_checked()
    expect(status(card, "finds-itself")).to_have_text("● met")
    expect(fact(card, "at-war").get_by_label("Yes")).to_be_focused()
    page.keyboard.press("x")  # in JupyterLab: cut the cell
    show = card.get_by_role("button", name="Show in the report: forced into a state of war")
    tab_to(page, show)
    page.keyboard.press("Enter")
    expect(page.locator(".cq-reader .cq-lit").first).to_have_text("forced into a state of war")
    tab_to(page, card.locator(".cq-reading").last.get_by_role("button").last)
    page.keyboard.press("Enter")
    expect(card.locator(".cq-lit-clause")).to_have_count(1)
    assert cells == page.locator(".jp-Notebook .jp-Cell").count()


def test_on_a_small_screen_all_is_in_one_column(lab: Lab, browser: Browser, folder: Path) -> None:
    """At 720 pixels the keyboard does it all, nothing is cut off, axe-core finds nothing, and a fact still changes the
    words."""
    with student_at(lab, browser, width=720) as student:
        student.open_and_run(f"{folder.name}/{CLAUSE}")
        the_explorer_by_keyboard(student)
        card = explorer(student)
        card.get_by_role("button", name="It struck first").click()
        fact(card, "attacked").get_by_text("Another country").click()
        expect(status(card, "law-of-each")).to_have_text("○ doesn't apply")
        expect(card.locator(".cq-reading")).to_have_count(3)
        assert [] == card.evaluate(CUT_OFF)
        facts, texts = card.locator(".cq-facts").bounding_box(), card.locator(".cq-texts").bounding_box()
        assert facts["y"] + facts["height"] <= texts["y"]
        assert [] == widgets_faults(student.page, ".cq-scenario")
