"""In Chromium through JupyterLab: time from Run All to first words, and bytes over the websocket."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from communique.course.course import load_course
from communique.student.folder import copy_course
from playwright.sync_api import sync_playwright

from tests.browser.lab import ALL_RUN, Lab, Student, everything_open, find_chromium, launch

from .figure import Figure

BARE_WIDGET = "import ipywidgets\nipywidgets.HTML('the first words')"
FIGURE_WIDGET = """
import plotly.graph_objects as go
go.FigureWidget(go.Scatter(x=[1, 2], y=[1, 2]))
"""
ALL_DRAWN = """() => [...document.querySelectorAll('.cq-chart')].every((chart) => chart.querySelector('.cq-mark'))
    && window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"""
# From the press of the button to the first word that is lit anew (a strip or the report itself).
STOPWATCH = """() => {
    window.communiqueTimes = [];
    let began = 0;
    document.addEventListener('mousedown', () => { began = performance.now(); }, true);
    new MutationObserver((changes) => {
        const lit = changes.some((c) => c.target.classList?.contains('cq-lit') && !c.oldValue?.includes('cq-lit'));
        if (began && lit) { window.communiqueTimes.push(performance.now() - began); began = 0; }
    }).observe(document.body, { subtree: true, attributeFilter: ['class'], attributeOldValue: true });
}"""
# From each press of Check, with the choice on the disk as a draft, to the outcome on the page; and when it was saved.
CHECKS = """async (presses) => {
    const when = (card, holds) => new Promise((done) => {
        const look = () => holds() && (watch.disconnect(), done(performance.now()));
        const watch = new MutationObserver(look);
        watch.observe(card, { subtree: true, childList: true, attributes: true });
        look();
    });
    const CHOICE = '[type=radio]:enabled:not(:checked)';
    const cards = [...document.querySelectorAll('.cq-question:has([type=radio])')];
    const times = [];
    for (let press = 0; press < presses; press++) {
        const open = cards.filter((card) => card.querySelector(CHOICE)); // a guess is made once
        const card = open[press % open.length], said = card.querySelector('.cq-saved');
        const told = card.querySelector('.cq-feedback');
        card.scrollIntoView({ block: 'center' });
        card.querySelector(CHOICE).click();
        await when(card, () => /^Draft saved/.test(said.textContent));
        const began = performance.now();
        card.querySelector('.cq-actions button').click();
        times.push(await when(card, () => !told.hasAttribute('aria-busy')) - began);
        await when(card, () => /^Saved/.test(said.textContent));
    }
    return times;
}"""
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}


def write_notebook(path: Path, cell: str) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    notebook.metadata["kernelspec"] = KERNELSPEC
    nbformat.write(notebook, path)


def first_words(lab: Lab, browser, notebook: str, selector: str) -> float:
    """Seconds from Run All to the first words of a widget on the page."""
    student = Student(lab, browser)
    try:
        student.open(notebook)
        return (
            student.page.evaluate(
                """async (selector) => {
                    const start = performance.now();
                    window.jupyterapp.commands.execute('notebook:run-all-cells');
                    while (!document.querySelector(selector)?.textContent) await new Promise(requestAnimationFrame);
                    return performance.now() - start;
                }""",
                selector,
            )
            / 1000
        )
    finally:
        student.close()
        end_kernels(lab)


def weight(lab: Lab, browser, notebook: str) -> tuple[float, int]:
    """MB that reach the page over websockets until everything has run and is drawn; how many marks its charts have."""
    student = Student(lab, browser)
    try:
        student.open(notebook)
        before = student.received
        student.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        student.page.wait_for_function(ALL_RUN)
        student.page.wait_for_function(ALL_DRAWN)
        return (student.received - before) / 1e6, student.page.locator(".cq-chart .cq-mark").count()
    finally:
        student.close()
        end_kernels(lab)


def click_to_words(lab: Lab, browser, notebook: str, clicks: int) -> float:
    """Median seconds from a click on a chart's mark to the lit words, over several marks."""
    student = Student(lab, browser)
    try:
        student.open_and_run(notebook)
        page = student.page
        page.locator(".cq-chart .cq-mark").first.wait_for(state="attached")
        page.evaluate(STOPWATCH)
        times, points = [], page.locator(".cq-chart .cq-mark")
        step = max(1, points.count() // clicks)
        for number in range(0, points.count(), step):
            points.nth(number).evaluate("(point) => point.scrollIntoView({ block: 'center' })")
            box = points.nth(number).bounding_box()
            page.mouse.move(box["x"] + box["width"] / 2 - 2, box["y"] + box["height"] / 2)
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.wait_for_function("(count) => window.communiqueTimes.length > count", arg=len(times))
            times = page.evaluate("() => window.communiqueTimes")
        return statistics.median(times) / 1000
    finally:
        student.close()
        end_kernels(lab)


def check_to_outcome(lab: Lab, browser, notebook: str, presses: int) -> float:
    """Median seconds from a press of Check to the outcome on the page, over the questions of a lesson with choices."""
    student = Student(lab, browser)
    try:
        student.open_and_run(notebook)
        return statistics.median(student.page.evaluate(CHECKS, presses)) / 1000
    finally:
        student.close()
        end_kernels(lab)


def end_kernels(lab: Lab) -> None:
    lab.end_kernels()


def figures(rounds: int) -> Iterator[Figure]:
    if not find_chromium():
        raise SystemExit("No Chromium on this machine: install one, or use --quick.")
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as home,
        sync_playwright() as playwright,
    ):
        course = Path(folder)
        copy_course(course)
        everything_open(course)
        write_notebook(course / "bare.ipynb", BARE_WIDGET)
        write_notebook(course / "figure.ipynb", FIGURE_WIDGET)
        lab = Lab(course, Path(home))
        browser = launch(playwright)
        try:
            lessons = [info.notebook for info in load_course().lessons]
            weights = {notebook: weight(lab, browser, notebook) for notebook in lessons}
            heaviest = max(weights, key=weights.get)
            most_marks = max(weights, key=lambda notebook: weights[notebook][1])
            times = [
                (
                    first_words(lab, browser, heaviest, ".cq-title"),
                    first_words(lab, browser, heaviest, ".cq-page"),
                    first_words(lab, browser, "bare.ipynb", ".widget-html"),
                )
                for _ in range(rounds)
            ]
            words, report, yardstick = (statistics.median(column) for column in zip(*times, strict=True))
            yield Figure("Run All to first words on screen / one bare ipywidget", words, yardstick, "s", 1.5)
            yield Figure("Run All to the words of the report / one bare ipywidget", report, yardstick, "s", 1.5)
            yardstick, _ = weight(lab, browser, "figure.ipynb")
            yield Figure(
                "websocket, the heaviest lesson / one FigureWidget", weights[heaviest][0], yardstick, "MB", 1.1
            )
            light = click_to_words(lab, browser, most_marks, clicks=15)
            yield Figure("click on a chart to lit words / a tenth of a second", light, 0.1, "s", 1.0)
            outcome = check_to_outcome(lab, browser, heaviest, presses=20)
            yield Figure("press of Check to the outcome / a tenth of a second", outcome, 0.1, "s", 1.0)
        finally:
            browser.close()
            lab.stop()
