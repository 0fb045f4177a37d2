"""The headline workshop: a student chooses, writes, looks up the words, and finds every headline again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from communique.course.course import load_course
from playwright.sync_api import Locator, expect

from .lab import KERNEL_READY, Lab, Student, everything_open, keep_cells, no_answer_comes, student_at
from .test_keyboard import focus_before, tab_to

NOTEBOOK = load_course().lesson("framing").notebook
WRITTEN = "Seoul \"condemns\" <b onclick='x()'>Moscow-Pyongyang</b> pact & may arm Ukraine 😀"

TOO_WIDE = """(workshop) => [workshop, ...workshop.querySelectorAll(":not(input)")]
    .filter((node) => node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
    .map((node) => `${node.tagName} ${node.className}`)"""
#: The next headline is begun before the answer to the last one is there.
ENTER_AND_TYPE_ON = """(line, words) => {
    line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    line.value = words;
    line.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@pytest.fixture(autouse=True)
def at_once(folder: Path) -> None:
    """The workshop, which comes after two questions, is there at once."""
    everything_open(folder)
    keep_cells(folder / NOTEBOOK, '"headline-workshop"')


def workshop_of(student: Student) -> Locator:
    found = student.page.locator(".cq-workshop")
    found.scroll_into_view_if_needed()
    return found


def outcome(workshop: Locator, fact: str) -> Locator:
    """What the chosen headline does with a fact."""
    return workshop.locator(f'[data-fact="{fact}"] .cq-held').first


def kept(folder: Path) -> dict:
    records = [json.loads(line) for line in (folder / "my-progress.jsonl").read_text(encoding="utf-8").splitlines()]
    return [r["answer"] for r in records if r["question"] == "framing/tool:headline-workshop"][-1]


def test_a_student_holds_headlines_against_the_report(student: Student, folder: Path) -> None:
    """Choose a constructed headline and see what it sharpens and drops; write one with markup and quotation marks;
    light its words; restart the kernel: all headlines are there, and the latest is first."""
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    page, workshop = student.page, workshop_of(student)
    report = page.locator(".cq-reader").first

    # The report's own headline is chosen; a constructed one says on its face what it is.
    expect(workshop.locator(".cq-sum")).to_contain_text("4 of 16 facts named, 12 dropped")
    furious = workshop.locator("label").filter(has_text="Furious Seoul to arm Ukraine")
    expect(furious).to_contain_text("made up for this exercise")
    furious.click()
    expect(workshop.locator(".cq-side").first).to_contain_text("made up for this exercise")
    expect(outcome(workshop, "weapons-for-ukraine")).to_contain_text("more certain")
    expect(outcome(workshop, "vietnam")).to_contain_text("dropped")
    expect(workshop).to_contain_text("the reporter's word, in paragraph 1")

    # One of the student's own: its markup stays text, and runs nothing.
    box = workshop.get_by_label("Write your own headline")
    box.fill("Seoul condemns")
    expect(workshop.locator(".cq-saved")).to_have_text("Draft saved")
    box.fill("Seoul will not arm Ukraine")
    box.evaluate(ENTER_AND_TYPE_ON, "Seoul is")
    expect(outcome(workshop, "weapons-for-ukraine")).to_contain_text("said not to be so")
    expect(workshop.locator(".cq-saved")).to_have_text("Draft saved")
    expect(box).to_have_value("Seoul is")
    box.fill(WRITTEN)
    workshop.get_by_role("button", name="Keep and compare").click()
    expect(workshop.locator(".cq-saved")).to_have_text("Saved")
    expect(workshop.locator(".cq-shown").first).to_have_text(WRITTEN)
    expect(workshop.locator(".cq-result b[onclick]")).to_have_count(0)
    expect(box).to_have_value("")
    expect(outcome(workshop, "weapons-for-ukraine")).to_contain_text("kept")
    expect(outcome(workshop, "condemned")).to_contain_text("“condemns”")
    expect(outcome(workshop, "munitions")).to_contain_text("dropped")

    # The words of a fact open beneath it, and the reader lights them; a second button goes there.
    fact = workshop.locator('[data-fact="condemned"]')
    fact.get_by_role("button", name=re.compile("^Show the words")).click()
    expect(fact).to_contain_text("p4: “The president of South Korea condemned the pact.”")
    expect(report.locator(".cq-lit").first).to_be_attached()
    assert "The president of South Korea condemned the pact." == "".join(report.locator(".cq-lit").all_inner_texts())
    fact.get_by_role("button", name="Go to them in the report").click()
    expect(report.locator(".cq-lit").first).to_be_in_viewport()

    # The kernel is restarted: every headline is there, and the last choice too.
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.wait_for_function(KERNEL_READY)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs'); }")
    expect(page.locator(".cq-workshop")).to_have_count(0)
    student.run_all()
    workshop = workshop_of(student)
    own = workshop.locator('.cq-headline-choice[data-kind="own"] .cq-quote')
    expect(own).to_have_text([WRITTEN, "Seoul will not arm Ukraine"])
    expect(workshop.locator(".cq-shown").first).to_have_text(WRITTEN)
    assert [WRITTEN, "Seoul will not arm Ukraine"] == kept(folder)["headlines"]
    assert [] == student.troubles


def the_workshop_by_keyboard(student: Student) -> None:
    """Arrow keys move among the headlines, Enter writes one, Space shows the words, and no cell is harmed."""
    page, workshop = student.page, workshop_of(student)
    cells = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
    focus_before(page, workshop)
    tab_to(page, workshop.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(workshop.get_by_role("radio").nth(2)).to_be_checked()
    expect(workshop.get_by_role("radio").nth(2)).to_be_focused()
    expect(workshop.locator(".cq-shown").first).to_contain_text("Furious Seoul")
    tab_to(page, workshop.get_by_label("Write your own headline"))
    page.keyboard.type("Seoul adds dd xx: weapons for Kyiv are possible")
    page.keyboard.press("Enter")
    expect(workshop.locator(".cq-saved")).to_have_text("Saved")
    expect(outcome(workshop, "weapons-for-ukraine")).to_contain_text("kept")
    show = workshop.locator('[data-fact="weapons-for-ukraine"]').get_by_role("button").first
    tab_to(page, show)
    page.keyboard.press("Space")
    expect(show).to_have_attribute("aria-expanded", "true")
    expect(show).to_be_focused()
    assert cells == page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")


def a_dead_kernel_leaves_the_words_on_the_page(student: Student, lab: Lab) -> None:
    """Nothing is called saved that is not; what was written stays in the box."""
    workshop = workshop_of(student)
    lab.end_kernels()
    box = workshop.get_by_label("Write your own headline")
    box.fill("Seoul may act")
    with no_answer_comes(student.page):
        box.press("Enter")
        expect(workshop.locator(".cq-saved")).to_contain_text("Not saved")
    expect(box).to_have_value("Seoul may act")


def test_the_workshop_fits_a_small_screen(lab: Lab, browser, folder: Path) -> None:
    """By keyboard alone, at 820 pixels, nothing in it is cut off, with the longest headline that can be written."""
    with student_at(lab, browser, width=820) as small:
        small.open_and_run(f"{folder.name}/{NOTEBOOK}")
        the_workshop_by_keyboard(small)
        workshop = workshop_of(small)
        workshop.get_by_label("Write your own headline").fill("W" * 120 + " Seoul may arm Ukraine " + "x" * 57)
        workshop.get_by_role("button", name="Keep and compare").click()
        expect(workshop.locator(".cq-saved")).to_have_text("Saved")
        assert [] == workshop.evaluate(TOO_WIDE)
        small.page.set_viewport_size({"width": 400, "height": 800})
        workshop.locator("[data-fact]").last.evaluate("(fact) => fact.scrollIntoView({ block: 'end' })")
        expect(workshop.locator(".cq-facts thead")).to_be_in_viewport(ratio=1)  # it says which outcome is whose
        a_dead_kernel_leaves_the_words_on_the_page(small, lab)
