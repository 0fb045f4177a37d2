"""Keys and clicks that mean something to JupyterLab change nothing in a lesson."""

from __future__ import annotations

from pathlib import Path

from communique.student.notebooks import FOLD
from playwright.sync_api import expect

from .lab import Student

#: In JupyterLab each of these cuts, deletes, inserts, merges, moves, turns, folds, pastes, undoes or opens something.
KEYS = (
    *("x", "b", "a", "d", "d", "z", "c", "v", "m", "y", "r", "1", "Enter", "Escape", "Backspace", "Delete"),
    *("Shift+M", "Shift+A", "Shift+B", "Shift+Z", "Alt+Enter", "Control+Shift+ArrowDown", "ArrowLeft", "0", "0"),
    *("i", "i", "Shift+Enter"),
)
#: The first cell of each kind, by what is in it: that of the report, which stands beside the lesson, has the way to it.
CELLS = """() => {
    const kinds = { chart: '.cq-chart', report: '.cq > .cq-plain', question: '[data-question]', head: '.cq-header',
        shown: '.cm-content:not([aria-readonly="true"])' };
    const found = {};
    document.querySelectorAll('.jp-Notebook .jp-Cell').forEach((cell, number) => {
        const kind = Object.keys(kinds).find((name) => cell.querySelector(kinds[name]))
            ?? (cell.classList.contains('jp-MarkdownCell') ? 'prose' : 'code');
        found[kind] ??= number;
        found.last = number;
    });
    return found;
}"""
STATE = """() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells
    .map(({ cell_type, source }) => ({ cell_type, source }))"""
#: As after a click into the space beside a cell.
CHOOSE = """(number) => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    notebook.mode = 'command';
    notebook.activeCellIndex = number;
    document.querySelectorAll('.jp-Notebook .jp-Cell')[number].focus();
}"""
SOURCES = """() => [...document.querySelectorAll('.cm-content[aria-readonly="true"], .jp-MarkdownCell .cm-content')]
    .filter((source) => source.checkVisibility()).map((source) => source.innerText)"""


def test_no_stray_key_or_click_changes_a_lesson(student: Student, folder: Path) -> None:
    """On each kind of cell: the cells are what they were, no source comes up, and nobody asks anything. Only who types
    into the code that is shown changes it, and Shift+Enter runs it, as the lesson says."""
    student.open_and_run(f"{folder.name}/02-actors.ipynb")
    page = student.page
    page.locator(".cq-chart").first.wait_for(state="attached")
    fold = page.locator(".jp-MarkdownCell", has_text=FOLD.strip("# "))
    fold.locator(".jp-showHiddenCellsButton").click()
    before, cards = page.evaluate(STATE), page.locator("[data-question]").count()
    kinds = page.evaluate(CELLS)
    assert {"prose", "head", "report", "question", "chart", "shown"} <= set(kinds)
    for kind, number in kinds.items():
        for key in KEYS:
            page.evaluate(CHOOSE, number)
            page.keyboard.press(key)
        cell = page.locator(".jp-Notebook .jp-Cell").nth(number)
        cell.dblclick(position={"x": 3, "y": 3}, force=True)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert (kind, before) == (kind, page.evaluate(STATE))
        assert (kind, []) == (kind, page.evaluate(SOURCES))
    assert 0 == page.locator(".jp-Dialog").count()
    expect(page.locator("[data-question]")).to_have_count(cards)

    shown = page.locator(".jp-Notebook .jp-Cell").nth(kinds["shown"])
    shown.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(".head(1)")
    page.keyboard.press("Shift+Enter")
    expect(shown.locator(".jp-OutputArea tbody tr")).to_have_count(1)
