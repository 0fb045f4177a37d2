"""In Chromium through JupyterLab: time from Run All to first words, and bytes over the websocket."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from communique.course import load_course
from communique.starting import copy_course
from playwright.sync_api import sync_playwright

from tests.browser.lab import Lab, Student, find_chromium, launch

from .figure import Figure

BARE_WIDGET = "import ipywidgets\nipywidgets.HTML('the first words')"
FIGURE_WIDGET = """
import plotly.graph_objects as go
go.FigureWidget(go.Scatter(x=[1, 2], y=[1, 2]))
"""
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


def bytes_received(lab: Lab, browser, notebook: str, drawn: str) -> float:
    """MB that reach the page over websockets until everything has run and the chart is drawn."""
    student = Student(lab, browser)
    try:
        student.open(notebook)
        before = student.received
        student.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        student.page.locator(drawn).first.wait_for(state="attached")
        student.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
        )
        return (student.received - before) / 1e6
    finally:
        student.close()
        end_kernels(lab)


def end_kernels(lab: Lab) -> None:
    for kernel in lab.kernels():
        lab.request("DELETE", f"kernels/{kernel}")


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
        write_notebook(course / "bare.ipynb", BARE_WIDGET)
        write_notebook(course / "figure.ipynb", FIGURE_WIDGET)
        lab = Lab(course, Path(home))
        browser = launch(playwright)
        try:
            last = load_course().lessons[-1].notebook
            times = [
                (
                    first_words(lab, browser, last, ".cq-title"),
                    first_words(lab, browser, last, ".cq-page"),
                    first_words(lab, browser, "bare.ipynb", ".widget-html"),
                )
                for _ in range(rounds)
            ]
            words, report, yardstick = (statistics.median(column) for column in zip(*times, strict=True))
            yield Figure("Run All to first words on screen / one bare ipywidget", words, yardstick, "s", 1.5)
            yield Figure("Run All to the words of the report / one bare ipywidget", report, yardstick, "s", 1.5)
            ours = bytes_received(lab, browser, last, ".cq-chart .point")
            yardstick = bytes_received(lab, browser, "figure.ipynb", ".js-plotly-plot .point")
            yield Figure("websocket, a whole lesson / one FigureWidget", ours, yardstick, "MB", 1.1)
        finally:
            browser.close()
            lab.stop()
