"""The matrix with the keyboard alone: place, cite, compare, lose the kernel, come back and find everything."""

from __future__ import annotations

import json
import re
from pathlib import Path

from communique.base.strings import text
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.questions.kinds.fill_the_matrix import rows_at
from playwright.sync_api import Locator, Page, expect

from .lab import Lab, Student, everything_open, keep_cells, no_answer_comes
from .test_keyboard import focus_before, tab_to

POSITIONS = load_course().lesson("positions").notebook


def place(page: Page, card: Locator, at: tuple[int, int], step: str, sentences: list[str]) -> None:
    """Go to a cell of the grid with the arrows, open it, choose a step and mark sentences."""
    focus_before(page, card)
    tab_to(page, card.locator('.cq-matrix button[tabindex="0"]'))
    cells = card.locator(".cq-matrix button")
    wide = card.locator(".cq-matrix thead th").count() - 1
    for key, most in (("ArrowUp", cells.count() // wide), ("ArrowLeft", wide)):  # to the first, from wherever it was
        for _ in range(most):
            page.keyboard.press(key)
    for key, times in zip(("ArrowDown", "ArrowRight"), at, strict=True):
        for _ in range(times):
            page.keyboard.press(key)
    expect(cells.nth(at[0] * wide + at[1])).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator(".cq-work input:focus")).to_have_count(1)
    page.keyboard.press("Space")
    chosen = card.locator(f'.cq-work input[value="{step}"]')
    for _ in range(6):
        if not chosen.is_checked():
            page.keyboard.press("ArrowDown")
    expect(chosen).to_be_checked()
    for sentence in sentences:
        tab_to(page, card.locator('.cq-unit[tabindex="0"]'))
        page.keyboard.press("Home")
        units = card.locator(".cq-unit").evaluate_all("(units) => units.map((one) => one.dataset.unit)")
        for _ in range(units.index(sentence)):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        expect(card.locator(f'[data-unit="{sentence}"]')).to_have_attribute("aria-selected", "true")


def show_all(page: Page, card: Locator) -> None:
    """Show the extra cells, with the keyboard: the first of them has the focus."""
    expect(card.locator(".cq-matrix button:visible")).to_have_count(6)
    focus_before(page, card)
    press(page, card, text("matrix", "more-cells"))
    expect(card.locator(".cq-matrix button:visible")).to_have_count(15)
    expect(cell_of(card, "A01/asia-security")).to_be_focused()


def press(page: Page, card: Locator, name: str) -> None:
    tab_to(page, card.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def cell_of(card: Locator, name: str) -> Locator:
    return card.locator(f'[data-cell="{name}"]')


def test_a_matrix_is_filled_with_the_keyboard_and_outlives_its_kernel(student: Student, folder: Path, lab: Lab) -> None:
    """Two cells are placed with words and compared, a third is a draft; the kernel dies; the next day the
    placings, the coding beside them and the draft are where they were, and no other cell shows its coding. Then the
    chart lights up an actor on every issue."""
    everything_open(folder)
    keep_cells(folder / POSITIONS, 'ask("where-they-stand")', "stance_chart")
    coded = load_coded()
    seoul, hanoi, kyiv = "A01/agreement", "A13/asia-security", "A12/war-in-ukraine"
    student.open_and_run(f"{folder.name}/{POSITIONS}")
    page = student.page
    card = student.question("where-they-stand")
    expect(card.locator(".cq-outcome")).to_contain_text("Not tried yet")
    show_all(page, card)

    # A step without words is not ready, and the button says what is missing.
    place(page, card, (0, 0), "opposes", [])
    press(page, card, "Compare with our coding")
    expect(card.locator(".cq-feedback")).to_contain_text("Mark at least one sentence")
    expect(cell_of(card, seoul)).to_contain_text("not ready yet")

    # With words it is; so is a second cell. The coding appears beside both, with its words and basis.
    place(page, card, (0, 0), "opposes", ["p4.s1"])
    expect(cell_of(card, seoul)).to_contain_text("ready")
    place(page, card, (4, 2), "supports", ["p14.s1", "p14.s2"])
    (row,) = rows_at(hanoi, coded)
    expect(card).not_to_contain_text(row.other_case)
    press(page, card, "Compare with our coding")
    student.saved(card)
    beside = card.locator(".cq-beside")
    expect(beside).to_contain_text(text("matrix", "other-side"))
    for words in (row.words, text("bases", "attributed"), "Vladimir Putin", row.note, row.other_case):
        expect(beside).to_contain_text(words)
    expect(cell_of(card, seoul)).to_contain_text(re.compile("You: opposes.*Coding: strongly opposes"))
    expect(card.locator(".cq-outcome")).to_contain_text("Under way")
    expect(card.locator('.cq-matrix button[data-look="compared"]')).to_have_count(2)

    # The coding's words are shown in the report.
    press(page, card, "Show in the report: P09")
    report = page.locator(".cq-reader").first
    expect(report.locator(".cq-lit").first).to_be_attached()
    expect(report.locator('.cq-card[data-row="P09"]')).to_contain_text(row.other_case)

    # A third cell is under way when the kernel dies: the page says that this press was not saved.
    place(page, card, (3, 1), "strongly-opposes", ["p5.s1"])
    expect(card.locator(".cq-saved")).to_contain_text(text("question", "draft-saved"))
    lab.end_kernels()
    with no_answer_comes(page):
        press(page, card, "Compare with our coding")
        expect(card.locator(".cq-saved")).to_contain_text("Not saved")

    # The next day everything is there again.
    student.open_and_run(f"{folder.name}/{POSITIONS}")
    again = student.question("where-they-stand")
    expect(again.locator(".cq-saved")).to_contain_text("Not compared yet")
    expect(again.locator('.cq-matrix button[data-look="compared"]')).to_have_count(2)
    expect(cell_of(again, hanoi)).to_contain_text(re.compile("You: supports.*Coding: opposes.*contested"))
    expect(cell_of(again, kyiv)).to_contain_text(re.compile("strongly opposes.*ready"))
    expect(cell_of(again, "A08/war-in-ukraine")).to_have_text("to place")
    expect(again.locator(".cq-beside")).to_contain_text("p4: “The president of South Korea condemned the pact.”")

    # And the draft can be compared, with the keyboard as before.
    focus_before(page, again)
    press(page, again, "Compare with our coding")
    expect(again.locator('.cq-matrix button[data-look="compared"]')).to_have_count(3)
    lines = [json.loads(line) for line in (folder / "my-progress.jsonl").read_text().splitlines()]
    last = [line for line in lines if line["did"] == "answer"][-1]["answer"]["cells"]
    assert {seoul, hanoi, kyiv} == set(last)
    assert {"step": "supports", "words": ["p14.s1", "p14.s2"]} == last[hanoi]
    the_chart_lights_an_actor_and_shows_both_readings(page)


def the_chart_lights_an_actor_and_shows_both_readings(page: Page) -> None:
    """Choosing a name by keyboard lights it up on every issue; its card has the case for the other reading."""
    chart = page.locator(".cq-chart").first
    chart.scroll_into_view_if_needed()
    focus_before(page, chart)
    tab_to(page, chart.locator('.cq-mark[tabindex="0"]'))
    mark = chart.get_by_role("button", name=re.compile("^Vietnam, attributed .*, contested, opposes"))
    for _ in range(30):
        if mark.evaluate("(node) => node === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator('.cq-reader .cq-card[data-row="P09"]')).to_contain_text(
        rows_at("A13/asia-security", load_coded())[0].other_case
    )
    expect(page.locator(".cq-reader .cq-lit").first).to_be_attached()
    expect(chart.locator(".cq-mark.cq-same .cq-words")).to_have_text(["Vietnam", "Vietnam"])
