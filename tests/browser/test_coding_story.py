"""The coding desk: a student marks by keyboard and by mouse, compares, looks at differences, and finds it all again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from communique.course.course import load_course
from playwright.sync_api import Browser, Locator, Page, expect

from .axe import widgets_faults
from .lab import KERNEL_READY, Lab, Student, keep_cells, no_answer_comes, student_at
from .test_keyboard import focus_before, tab_to

NOTEBOOK = load_course().lesson("coding").notebook
PART = "Our report, paragraphs 2 to 5"
TOO_WIDE = """(desk) => [desk, ...desk.querySelectorAll("*")]
    .filter((node) => node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
    .map((node) => `${node.tagName} ${node.className}`)"""


@pytest.fixture(autouse=True)
def at_the_desk(folder: Path) -> None:
    keep_cells(folder / NOTEBOOK, '"coding-desk"')


def desk_of(student: Student) -> Locator:
    found = student.page.locator(".cq-desk")
    found.scroll_into_view_if_needed()
    return found


def go_to(page: Page, desk: Locator, words: str, at: int = 0) -> None:
    """Arrow keys from wherever the text has its stop to the words."""
    shown = desk.locator('.cq-desk-text [role="option"]').all_inner_texts()
    wanted = [number for number, word in enumerate(shown) if word.strip() == words][at]
    page.keyboard.press("Home")
    for _ in range(wanted):
        page.keyboard.press("ArrowRight")
    expect(desk.locator('.cq-desk-text [role="option"]').nth(wanted)).to_be_focused()


def marked(desk: Locator) -> Locator:
    return desk.locator("li[data-mark] .cq-quote")


def kept(folder: Path) -> dict:
    records = [json.loads(line) for line in (folder / "my-progress.jsonl").read_text(encoding="utf-8").splitlines()]
    return [r["answer"] for r in records if r["question"] == "coding/tool:coding-desk"][-1]


def test_a_student_codes_by_keyboard_and_compares(student: Student, folder: Path) -> None:
    """By word and by sentence; a kind by a figure key; undo; compare; a difference lights the words here and in the
    report; after a new kernel everything is there, and no cell of the notebook is harmed."""
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    page, desk = student.page, desk_of(student)
    cells = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
    report = page.locator(".cq-reader").first
    expect(desk.locator(".cq-desk-result")).to_be_hidden()
    focus_before(page, desk)
    expect(desk.locator(".cq-desk-text")).to_contain_text("A fuel tank from a satellite")
    tab_to(page, desk.get_by_role("button", name=PART, exact=True))
    page.keyboard.press("Enter")
    expect(desk.locator(".cq-desk-text")).to_contain_text("internationally")
    tab_to(page, desk.locator('.cq-desk-text [tabindex="0"]'))

    # One word, then several with Shift; the figure key gives the kind.
    go_to(page, desk, "internationally")
    page.keyboard.press("Space")
    expect(marked(desk)).to_have_text(["internationally"])
    page.keyboard.press("0")
    expect(desk.locator("li[data-mark] select")).to_have_value("unnamed")
    go_to(page, desk, "South")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(marked(desk)).to_have_text(["internationally", "South Korea"])
    page.keyboard.press("1")
    expect(desk.locator("li[data-mark] select").nth(1)).to_have_value("state")
    go_to(page, desk, "Worry")
    page.keyboard.press("Space")
    expect(marked(desk)).to_have_count(3)
    page.keyboard.press("Space")
    expect(marked(desk)).to_have_count(2)
    expect(desk.locator('.cq-desk-text [tabindex="0"]')).to_be_focused()

    # Another layer, by sentence: the marks of the first are not in the way.
    focus_before(page, desk)
    tab_to(page, desk.get_by_role("button", name="Events", exact=True))
    page.keyboard.press("Enter")
    expect(marked(desk)).to_have_count(0)
    by_sentence = desk.get_by_role("button", name="sentence", exact=True)
    tab_to(page, by_sentence)
    page.keyboard.press("Enter")
    expect(by_sentence).to_have_attribute("aria-pressed", "true")
    tab_to(page, desk.locator('.cq-desk-text [tabindex="0"]'))
    expect(page.locator(":focus")).to_contain_text("Worry is growing")  # the sentence of the word it was on
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(marked(desk)).to_have_text(["The president of South Korea condemned the pact"])
    tab_to(page, desk.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(marked(desk)).to_have_count(0)
    page.keyboard.press("Enter")  # nothing is left to undo
    expect(marked(desk)).to_have_count(0)

    # Back to the actors, by word, and compare.
    focus_before(page, desk)
    tab_to(page, desk.get_by_role("button", name="Actors", exact=True))
    page.keyboard.press("Enter")
    tab_to(page, desk.get_by_role("button", name="word", exact=True))
    page.keyboard.press("Enter")
    expect(marked(desk)).to_have_count(2)
    tab_to(page, desk.get_by_role("button", name="Compare with our coding"))
    page.keyboard.press("Enter")
    expect(desk.locator('[data-group="matched"] button')).to_have_count(1)
    expect(desk.locator('[data-group="matched"] .cq-desk-note')).to_contain_text("Careful readers differ here")
    expect(desk.locator(".cq-desk-figures")).to_contain_text("Cohen's kappa")

    groups = desk.locator("[data-group]").evaluate_all("(nodes) => nodes.map((node) => node.dataset.group)")
    assert ["missed", "extra", "partly", "matched"] == groups  # what there is to learn from comes first

    # A difference: both spans light up, in the tool and in the report.
    partly = desk.locator('[data-group="partly"] button')
    tab_to(page, partly)
    page.keyboard.press("Enter")
    expect(partly).to_have_attribute("aria-pressed", "true")
    assert "South Korea" == "".join(desk.locator(".cq-lit-mine").all_inner_texts())
    assert "president of South Korea" == "".join(desk.locator(".cq-lit-theirs").all_inner_texts())
    expect(report.locator(".cq-lit")).to_have_text(["president of ", "South Korea"])

    # A new kernel: marks, kinds and the comparison are there.
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.wait_for_function(KERNEL_READY)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs'); }")
    expect(page.locator(".cq-desk")).to_have_count(0)
    student.run_all()
    desk = desk_of(student)
    expect(marked(desk)).to_have_text(["internationally", "South Korea"])
    expect(desk.locator("li[data-mark] select").first).to_have_value("unnamed")
    expect(desk.locator('[data-group="matched"] button')).to_have_count(1)
    assert 2 == len(kept(folder)["marks"])
    assert cells == page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")


def test_the_desk_with_a_mouse_on_a_small_screen(lab: Lab, browser: Browser, folder: Path) -> None:
    """At 820 pixels: click a word, draw over several, compare; nothing is cut off, and axe-core finds nothing. Without
    a kernel nothing is called saved that is not, and the page says what to do."""
    with student_at(lab, browser, width=820) as small:
        small.open_and_run(f"{folder.name}/{NOTEBOOK}")
        page, desk = small.page, desk_of(small)
        desk.get_by_role("button", name=PART, exact=True).click()
        words = desk.locator('.cq-desk-text [role="option"]')
        words.filter(has_text="Moscow").click()
        expect(marked(desk)).to_have_text(["Moscow"])
        first = words.all_inner_texts().index("Kim")
        words.nth(first).hover()
        page.mouse.down()
        words.nth(first + 1).hover()
        words.nth(first + 2).hover()
        page.mouse.up()
        expect(marked(desk)).to_have_text(["Kim Jong Un", "Moscow"])
        desk.get_by_role("button", name="Compare with our coding").click()
        expect(desk.locator('[data-group="matched"] button')).to_have_count(2)
        desk.locator('[data-group="missed"] button').first.click()
        expect(desk.locator(".cq-lit-theirs").first).to_be_visible()
        assert [] == desk.evaluate(TOO_WIDE)
        assert [] == widgets_faults(page, ".cq-desk")

        lab.end_kernels()
        with no_answer_comes(page):
            desk.locator('.cq-desk-text [role="option"]').first.click()
            expect(desk.locator(".cq-saved")).to_contain_text("Not saved")
        assert [] == small.troubles
