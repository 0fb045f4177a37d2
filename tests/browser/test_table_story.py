"""Students at the negotiating table: alone with the keyboard, two on one screen, and two folders with files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from communique.course.course import load_course
from communique.student.folder import copy_course
from playwright.sync_api import Browser, Locator, expect

from .axe import widgets_faults
from .lab import Lab, Student, keep_cells

TABLE = load_course().lesson("table").notebook
PUT_AND_WRITE = """(button, words) => {
    button.click();
    const clause = document.querySelector("details.cq-panel textarea");
    clause.value = words;
    clause.dispatchEvent(new Event("input", { bubbles: true }));
}"""
FITS = "() => { const b = document.querySelector('.cq-negotiating'); return b.scrollWidth <= b.clientWidth + 1; }"


@pytest.fixture(autouse=True)
def at_the_table(folder: Path) -> None:
    keep_cells(folder / TABLE, '"negotiating-table"')


def _tab_to(student: Student, wanted: Locator) -> None:
    """Press Tab until what is wanted has the focus, as somebody without a mouse does."""
    for _ in range(120):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        student.page.keyboard.press("Tab")
    pytest.fail("Tab does not come to what is wanted")


def _choose(student: Student, radio: Locator) -> None:
    """Go to the group of a radio button with Tab, and to the button with the arrow keys."""
    group = radio.locator("xpath=ancestor::*[@role='radiogroup'][1]").locator("input[type=radio]")
    _tab_to(student, group.first)
    student.page.keyboard.press("Space")
    for _ in range(group.count()):
        if radio.is_checked():
            return
        student.page.keyboard.press("ArrowDown")
    expect(radio).to_be_checked()


def _press(student: Student, button: Locator) -> None:
    _tab_to(student, button)
    student.page.keyboard.press("Enter")


def _axe(student: Student) -> None:
    assert [] == widgets_faults(student.page, ".cq-negotiating")


def test_alone_with_the_keyboard_until_the_communique(student: Student, folder: Path, lab: Lab) -> None:
    """Seats, a move, a dead kernel, a clause, a communiqué on disk: without a mouse, and nothing is lost."""
    student.open_and_run(f"{folder.name}/{TABLE}")
    page, table = student.page, student.page.locator(".cq-negotiating")
    table.get_by_role("radio", name="Alone").focus()
    _choose(student, table.get_by_role("radiogroup", name="Your delegation").get_by_role("radio", name="North Korea"))
    _choose(student, table.get_by_role("radiogroup", name="Across the table").get_by_role("radio", name="South Korea"))
    _press(student, table.get_by_role("button", name="Sit down"))
    expect(table.get_by_role("heading", name="You are North Korea.")).to_be_focused()
    expect(table.get_by_role("region", name="Role card: North Korea")).to_contain_text("The report itself has none")

    form = table.get_by_role("region", name="Make a move")
    _choose(student, form.get_by_role("radio", name="Offer"))
    _choose(student, form.get_by_role("radio", name="The agreement between"))
    _tab_to(student, form.get_by_role("textbox", name="In your own words"))
    page.keyboard.type("We offer talks on what the vow means.")
    _press(student, form.get_by_role("button", name="Put it on the table"))
    expect(form.locator(".cq-saved")).to_contain_text("No evidence is cited")
    form.get_by_role("textbox", name="In your own words").focus()
    _choose(student, form.get_by_role("radiogroup", name="Evidence").get_by_role("radio").first)
    _press(student, form.get_by_role("button", name="Put it on the table"))
    moves = table.locator(".cq-move")
    expect(moves).to_have_count(2)
    expect(moves.first).to_contain_text("On North Korea's card: strongly supports")
    expect(moves.last).to_contain_text("answer from the coding")
    expect(moves.last).to_contain_text("It's absurd that two parties")
    expect(moves.first).to_be_focused()
    expect(form.get_by_role("textbox", name="In your own words")).to_have_value("")

    lab.end_kernels()
    student.open_and_run(f"{folder.name}/{TABLE}")
    expect(moves).to_have_count(2)
    expect(moves.first).to_contain_text("We offer talks on what the vow means.")

    draft = table.locator("details.cq-panel")
    draft.locator("summary").focus()
    page.keyboard.press("Enter")
    for verb, words, evidence in (("note that", "the help has a limit", 2), ("welcome", "the vow", 0)):
        _choose(student, draft.get_by_role("radio", name=verb))
        _choose(student, draft.get_by_role("radio", name="The agreement between"))
        _tab_to(student, draft.get_by_role("textbox").first)
        page.keyboard.type(words)
        _choose(student, draft.get_by_role("radiogroup", name="Evidence").get_by_role("radio").nth(evidence))
        _press(student, draft.get_by_role("button", name="Propose this clause"))
        expect(table.locator(".cq-clauses > li").last).to_contain_text(words)
        draft.locator("summary").focus()
    expect(table.locator(".cq-settled")).to_have_count(0)
    note = table.locator(".cq-clauses > li").first
    expect(note).to_contain_text("Would South Korea sign this? Say why, with words from the report.")
    expect(note).to_contain_text("On South Korea's card: strongly opposes.")
    note.get_by_role("button", name="North Korea: agreed").focus()
    _press(student, note.get_by_role("button", name="South Korea would sign"))
    expect(table).to_contain_text("Your own words are missing")
    note.get_by_role("textbox", name="Your reason").focus()
    page.keyboard.type("To note a limit praises nothing.")
    _press(student, note.get_by_role("button", name="South Korea would sign"))
    expect(table.locator(".cq-settled")).to_contain_text("the help has a limit")
    expect(table.locator(".cq-open")).to_contain_text("[The delegations welcome the vow.]")
    _press(student, table.get_by_role("button", name="Write the communiqué"))
    expect(table.get_by_role("link", name="Download my-communique.html")).to_be_visible()
    written = (folder / "my-communique.md").read_text(encoding="utf-8")
    assert "1. The delegations note that the help has a limit." in written
    assert "2. \\[The delegations welcome the vow.\\]" in written
    assert 1 == written.count("Agreed by: North Korea, South Korea")
    assert "playing alone, says: “To note a limit praises nothing.”" in written
    assert (folder / "my-communique.html").is_file()
    _axe(student)
    page.set_viewport_size({"width": 820, "height": 900})
    assert page.evaluate(FITS)

    # What is written while a move is on its way stays; the move's own form is empty again.
    _fill_move(form, "Talks stay open.")
    form.get_by_role("button", name="Put it on the table").evaluate(PUT_AND_WRITE, "the talks")
    expect(form.get_by_role("textbox", name="In your own words")).to_have_value("")
    expect(table.locator(".cq-moves")).to_contain_text("Talks stay open.")
    expect(draft.get_by_role("textbox").first).to_have_value("the talks")


def _fill_move(form: Locator, words: str) -> None:
    form.get_by_role("radio", name="Statement").check()
    form.get_by_role("radio", name="The agreement between").check()
    form.get_by_role("textbox", name="In your own words").fill(words)
    form.get_by_role("radiogroup", name="Evidence").get_by_role("radio").first.check()


def _move(table: Locator, words: str) -> None:
    """A statement on the agreement, made with the mouse."""
    form = table.get_by_role("region", name="Make a move")
    _fill_move(form, words)
    form.get_by_role("button", name="Put it on the table").dblclick()  # pressed twice, it is made once
    expect(table.locator(".cq-moves")).to_contain_text(words)


def _clause(table: Locator, words: str) -> None:
    """A clause without a side, made with the mouse."""
    draft = table.locator("details.cq-panel")
    if not draft.evaluate("node => node.open"):
        draft.locator("summary").click()
    draft.get_by_role("radio", name="note that").check()
    draft.get_by_role("radio", name="The agreement between").check()
    draft.get_by_role("textbox").first.fill(words)
    draft.get_by_role("radiogroup", name="Evidence").get_by_role("radio").first.check()
    draft.get_by_role("button", name="Propose this clause").click()
    expect(table.locator(".cq-clauses")).to_contain_text(words)


def test_two_on_one_screen_and_two_folders_with_files(
    student: Student, folder: Path, lab: Lab, browser: Browser
) -> None:
    """A curtain between turns; then a new table, played with files between two computers, ends the same on both."""
    student.open_and_run(f"{folder.name}/{TABLE}")
    table = student.page.locator(".cq-negotiating")
    table.get_by_role("radio", name="Two on this screen").check()
    table.get_by_role("radiogroup", name="First delegation").get_by_role("radio", name="Russia").check()
    table.get_by_role("radiogroup", name="Second delegation").get_by_role("radio", name="Ukraine").check()
    table.get_by_role("checkbox", name="Role cards are secret").check()
    table.get_by_role("button", name="Sit down").click()
    expect(table).to_contain_text("The other delegation should look away now.")
    expect(table).not_to_contain_text("Role card")
    table.get_by_role("button", name="Show the card of Russia").click()
    expect(table.get_by_role("heading", name="Role card: Russia")).to_be_visible()
    _move(table, "We have signed.")
    expect(table.get_by_role("button", name="Show the card of Ukraine")).to_be_focused()
    expect(table).not_to_contain_text("Role card")
    _axe(student)
    table.get_by_role("button", name="Show the card of Ukraine").click()
    expect(table.get_by_role("heading", name="Role card: Ukraine")).to_be_visible()
    _move(table, "We were not asked.")
    expect(table.locator(".cq-move").last).to_contain_text("Ukraine's card has no position on this")
    table.get_by_role("button", name="Show the card of Russia").click()
    _clause(table, "the agreement was signed")
    clause = table.locator(".cq-clauses > li")
    expect(clause).to_contain_text("In brackets")
    table.get_by_role("button", name="Ukraine: agree").click()
    expect(clause).to_contain_text("Agreed")

    table.get_by_role("button", name="New table").click()
    table.get_by_role("button", name="Yes, clear the table").click()
    table.get_by_role("radio", name="With files").check()
    table.get_by_role("radiogroup", name="Your delegation").get_by_role("radio", name="North Korea").check()
    table.get_by_role("button", name="Sit down").click()
    _move(table, "Our vow is for defence.")
    _clause(table, "the help has a limit")
    table.get_by_role("button", name="Write my file").click()
    expect(table.get_by_role("link", name="Download delegation-north-korea.json")).to_be_visible()

    other_folder = lab.folder / f"{folder.name}-other"
    copy_course(other_folder)
    shutil.copy(folder / TABLE, other_folder / TABLE)
    other = Student(lab, browser)
    try:
        other.open_and_run(f"{other_folder.name}/{TABLE}")
        there = other.page.locator(".cq-negotiating")
        there.get_by_role("radio", name="With files").check()
        there.get_by_role("radiogroup", name="Your delegation").get_by_role("radio", name="South Korea").check()
        there.get_by_role("button", name="Sit down").click()
        chosen = there.locator("input[type=file]")
        chosen.set_input_files(folder / "my-progress.jsonl")
        expect(there).to_contain_text("This is not a delegation's file")
        chosen.set_input_files(folder / "delegation-north-korea.json")
        expect(there).to_contain_text("Read: North Korea. Moves: 1, clauses: 1.")
        _move(there, "It worries us.")
        there.get_by_role("button", name="South Korea: agree").click()
        expect(there.locator(".cq-settled")).to_contain_text("the help has a limit")
        there.get_by_role("button", name="Write my file").click()
        expect(there.get_by_role("link", name="Download delegation-south-korea.json")).to_be_visible()
        _axe(other)
        assert [] == other.troubles
    finally:
        other.close()
    table.locator("input[type=file]").set_input_files(other_folder / "delegation-south-korea.json")
    expect(table.locator(".cq-move")).to_have_count(2)
    expect(table.locator(".cq-settled")).to_contain_text("the help has a limit")
