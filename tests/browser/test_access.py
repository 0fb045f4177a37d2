"""axe-core finds nothing inside our own widgets, in the light and in the dark theme."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from communique.course.course import load_course
from communique.questions.reading import load_questions
from playwright.sync_api import Browser, Page

from .lab import Lab, Student

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
    const found = await axe.run({include: [['.cq'], ['.cq-linked']]}, {runOnly: rules, resultTypes: ['violations']});
    return found.violations.map((v) =>
        `${v.id} (${v.impact}): ${v.help}: ` + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' || '));
}"""


@pytest.mark.parametrize("info", load_course().lessons, ids=lambda info: info.name)
def test_axe_finds_nothing_in_our_widgets(info, lab: Lab, browser: Browser, folder: Path) -> None:
    """Fresh, and with an answer, its explanation, all layers and a card on the page, axe-core reports no violation.

    Each in the light and in the dark theme, on one page: the theme is changed where the student would change it.
    """
    lab.theme(False)
    student = Student(lab, browser)
    try:
        student.open_and_run(f"{folder.name}/{info.notebook}")
        page = student.page
        if page.locator(".cq-chart").count():
            page.locator(".cq-chart .point").first.wait_for(state="attached")
        page.add_script_tag(path=str(AXE))
        assert page.evaluate(RUN, RULES) == []
        _theme(page, "Dark")
        assert page.evaluate(RUN, RULES) == []
        question = next(q for q in load_questions(info.name).values() if q.kind in ("choose-one", "choose-many"))
        card = student.question(question.id)
        card.get_by_text(question.options[0].text, exact=True).click()
        student.press(card, "Check")
        for _ in range(3):
            student.press(card, "(I don't know|Show the explanation)")
        reader = page.locator(".cq-reader").first
        off = reader.locator('.cq-tools button[data-layer][aria-pressed="false"]')
        while off.count():
            off.first.click()
        if reader.locator(".cq-tools button[data-layer]").count():  # a report without its coding has none
            reader.locator(".cq-seg[role=button]").first.click()
            reader.locator(".cq-card").first.wait_for()
        assert page.evaluate(RUN, RULES) == []
        _theme(page, "Light")
        assert page.evaluate(RUN, RULES) == []
    finally:
        student.close()
        for kernel in lab.kernels():
            lab.request("DELETE", f"kernels/{kernel}")


def _theme(page: Page, name: str) -> None:
    """Change the theme, and go on when the page has it."""
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {name}"
    )
    page.wait_for_function("(light) => document.body.dataset.jpThemeLight === light", arg=str(name == "Light").lower())
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")
