"""The keyboard alone: everything the mouse does."""

from __future__ import annotations

import re
from pathlib import Path

from communique.questions.how_far import counted
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from playwright.sync_api import Locator, Page, expect

from .lab import Student, keep_cells

MOST_TABS = 400
ONE_OF_EACH_KIND = {question.kind: question for question in counted(load_questions("read").values())}


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the element has the focus."""
    target.wait_for()
    for _ in range(MOST_TABS):
        if target.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError("the element cannot be reached with Tab")


def focus_before(page: Page, node: Locator) -> None:
    """Begin from the cell above, as a reader does who has come that far with the keyboard."""
    node.evaluate("""(node) => {
        const cell = node.closest('.jp-Cell');
        cell.tabIndex = 0;
        cell.focus();
    }""")


def test_reader_layers_marks_and_rows_by_keyboard(student: Student, folder: Path) -> None:
    """F6 leads from a card to the report and back; arrows move from mark to mark; Enter shows the rows; Escape
    clears."""
    keep_cells(folder / "03-events.ipynb", 'ask("threat-or-deed")')
    student.open_and_run(f"{folder.name}/03-events.ipynb")
    page = student.page
    reader = page.locator(".cq-reader").first
    radio = student.question("threat-or-deed").get_by_role("radio").first
    radio.focus()
    page.keyboard.press("F6")
    expect(reader.locator(":focus")).to_have_count(1)
    page.keyboard.press("F6")
    expect(radio).to_be_focused()
    page.keyboard.press("F6")
    statements = reader.get_by_role("button", name="Statements", exact=True)
    tab_to(page, statements, "Shift+Tab")
    page.keyboard.press("Space")
    expect(statements).to_have_attribute("aria-pressed", "true")
    expect(statements).to_be_focused()
    first = reader.locator('.cq-seg[role="button"][tabindex="0"]')
    tab_to(page, first)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    focused = page.locator(":focus")
    expect(focused).to_have_class(re.compile("cq-seg"))
    page.keyboard.press("Enter")
    expect(reader.locator(".cq-card").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(reader.locator(".cq-card")).to_have_count(0)


def test_the_first_lesson_by_keyboard(student: Student, folder: Path) -> None:
    """Its keys are its own, and every kind of question can be answered."""
    asked = {"first-country", "another-beginning", *(question.id for question in ONE_OF_EACH_KIND.values())}
    keep_cells(folder / "01-read.ipynb", *(f'"{name}"' for name in asked), "lesson.finish()")
    student.open_and_run(f"{folder.name}/01-read.ipynb")
    letters_pressed_in_a_widget_do_not_reach_the_notebook(student)
    undo_and_redo_belong_to_the_text_field_that_has_the_keyboard(student)
    every_kind_of_question_is_answered(student)


def every_kind_of_question_is_answered(student: Student) -> None:
    """Choose one, choose many, put in order, find the words and write are answered without a mouse."""
    page, keys = student.page, load_keys("read")
    for question in ONE_OF_EACH_KIND.values():
        card = student.question(question.id)
        focus_before(page, card)
        answer_by_keyboard(page, card, question, keys[question.id])
        check = card.get_by_role("button", name=re.compile("^(Check|Compare)"))
        tab_to(page, check)
        page.keyboard.press("Enter")
        student.saved(card)
        expect(card.locator(".cq-outcome")).to_have_text(re.compile("Right|Answered"))
    assert {"choose-one", "choose-many", "put-in-order", "find-words", "open"} == set(ONE_OF_EACH_KIND)


def answer_by_keyboard(page: Page, card: Locator, question, key) -> None:
    if question.kind == "choose-one":
        tab_to(page, card.get_by_role("radio").first)
        at = [radio.get_attribute("value") for radio in card.get_by_role("radio").all()].index(key.right[0])
        page.keyboard.press("Space")
        for _ in range(at):
            page.keyboard.press("ArrowDown")
        expect(card.get_by_role("radio").nth(at)).to_be_checked()
    elif question.kind == "choose-many":
        for box in card.get_by_role("checkbox").all():
            if box.get_attribute("value") in key.right:
                tab_to(page, box)
                page.keyboard.press("Space")
    elif question.kind == "put-in-order":
        order = list(key.orders[0])
        for place, option in enumerate(order):
            focus_before(page, card)
            line = card.locator(f'[data-id="{option}"]')
            tab_to(page, line)
            lines = [node.get_attribute("data-id") for node in card.locator(".cq-line").all()]
            for _ in range(lines.index(option) - place):
                page.keyboard.press("ArrowUp")
        assert order == [node.get_attribute("data-id") for node in card.locator(".cq-line").all()]
    elif question.kind == "find-words":
        from communique import load_article
        from communique.coding.loading import load_text
        from communique.coding.units import units_at

        about = load_text(question.text) if question.text else load_article().coded
        for unit in units_at(key.spans, about, question.unit):
            focus_before(page, card)
            tab_to(page, card.locator('.cq-unit[tabindex="0"]'))
            page.keyboard.press("Home")
            units = card.locator(".cq-unit").evaluate_all("(units) => units.map((one) => one.dataset.unit)")
            for _ in range(units.index(unit)):
                page.keyboard.press("ArrowRight")
            expect(card.locator(f'[data-unit="{unit}"]')).to_be_focused()
            page.keyboard.press("Space")
    else:
        tab_to(page, card.get_by_role("textbox"))
        page.keyboard.type("What I want to know is what the agreement says.")


def letters_pressed_in_a_widget_do_not_reach_the_notebook(student: Student) -> None:
    """JupyterLab's one-letter commands (x cuts a cell, dd deletes it) do nothing while a widget has the focus."""
    page = student.page
    cells = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
    card = student.question("first-country")
    radio = card.get_by_role("radio").first
    radio.click()
    for key in ("x", "d", "d", "a", "b", "Enter", "m"):
        page.keyboard.press(key)
    expect(radio).to_be_focused()
    assert cells == page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")


def undo_and_redo_belong_to_the_text_field_that_has_the_keyboard(student: Student) -> None:
    """Ctrl+Z brings deleted words back, before and after they are on the disk, and Ctrl+Shift+Z takes them again."""
    page = student.page
    card = student.question("another-beginning")
    for field, on_disk in (
        (card.get_by_role("textbox"), lambda: student.saved(card)),
        (page.get_by_role("textbox", name="Your name").last, lambda: None),
    ):
        field.click()
        page.keyboard.type("Seoul answers the pact")
        on_disk()
        for key in ("Control+a", "Delete"):
            page.keyboard.press(key)
        expect(field).to_have_value("")
        on_disk()
        page.keyboard.press("Control+z")
        expect(field).to_have_value("Seoul answers the pact")
        page.keyboard.press("Control+Shift+z")
        expect(field).to_have_value("")


def test_chart_marks_by_keyboard(student: Student, folder: Path) -> None:
    """Tab enters the chart, arrows move between marks, Enter shows the words of the mark."""
    keep_cells(folder / "02-actors.ipynb", "mention_map")
    student.open_and_run(f"{folder.name}/02-actors.ipynb")
    page = student.page
    chart = page.locator(".cq-chart").first
    chart.scroll_into_view_if_needed()
    focus_before(page, chart)
    tab_to(page, chart.locator('.cq-mark[tabindex="0"]'))
    page.keyboard.press("ArrowRight")
    label = page.locator(":focus").get_attribute("aria-label")
    page.keyboard.press("Enter")
    expect(page.locator(".cq-reader .cq-lit").first).to_be_visible()
    assert re.search(r", (head|p\d+)$", label)
