"""The report beside the lesson, and a card that has been answered."""

import re
from pathlib import Path

import pytest
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from playwright.sync_api import Page, expect

from .lab import KERNEL_READY, Student, keep_cells

EVENTS = "03-events.ipynb"
#: How far the lesson is scrolled.
SCROLLED = "() => document.querySelector('.jp-Notebook .jp-WindowedPanel-outer').scrollTop"
#: How far the lesson is scrolled, and where a card and an option in it are: they stay when it is chosen and saved.
PLACES = f"""(option) => [({SCROLLED})(), ...[option.closest('.cq-question'), option].map(
    (node) => Math.round(node.getBoundingClientRect().top))]"""
#: Whether the report lies over the lesson, or the lesson over the report.
COVERS = """() => {
    const box = (name) => document.querySelector(name).getBoundingClientRect();
    const [lesson, report] = [box('.jp-Notebook'), box('.cq-dock')];
    return lesson.right > report.left + 1 && lesson.bottom > report.top + 1;
}"""
#: A third of the window is the lesson's, laid out for the window as it is.
LESSON_IN_VIEW = """() => Math.abs(document.querySelector('.jp-NotebookPanel').clientWidth - innerWidth) < 9
    && document.querySelector('.jp-Notebook').clientHeight > innerHeight / 3"""


def solve(student: Student, name: str) -> None:
    question = load_questions("events")[name]
    card = student.question(name)
    option = card.get_by_text(question.option(load_keys("events")[name].right[0]).text, exact=True)
    option.hover()
    before = option.evaluate(PLACES)
    option.click()
    student.saved(card)
    assert before == option.evaluate(PLACES)
    student.press(card, "Check")
    assert before == option.evaluate(PLACES)


def covered(page: Page) -> bool:
    return page.evaluate(COVERS)


def test_the_report_stays_beside_the_lesson(student: Student, folder: Path) -> None:
    """A question brings its paragraph into view, its words are lit without a move of the lesson, and after a new
    kernel there is one report."""
    student.open_and_run(f"{folder.name}/{EVENTS}")
    an_answer_looks_like_an_answer(student)
    lines_are_dragged_into_order(student)
    page, report = student.page, student.page.locator(".cq-reader")
    card = student.question("threat-or-deed")
    page.mouse.move(300, 450)
    page.mouse.wheel(0, 6000)
    expect(card).not_to_be_in_viewport()
    expect(report).to_be_in_viewport()
    card.get_by_role("button", name="Show in the report").scroll_into_view_if_needed()
    before = page.evaluate(SCROLLED)
    card.get_by_role("button", name="Show in the report").click()
    expect(report.locator(".cq-lit").first).to_have_text(re.compile("^threatens"))
    expect(report.locator(".cq-lit").first).to_be_in_viewport()
    assert before == page.evaluate(SCROLLED)
    assert not covered(page)

    # The prompt says "paragraphs 2 to 8": where the card is entered, paragraph 2 is pointed out.
    student.question("when-help-begins").locator(".cq-unit").first.click()
    expect(report.locator(".cq-here")).to_have_attribute("data-paragraph", "p2")
    expect(report.locator(".cq-here")).to_be_in_viewport()

    # This one names no paragraph; its author has chosen one.
    student.question("ladder").get_by_role("button", name="Check").focus()
    expect(report.locator(".cq-here")).to_have_attribute("data-paragraph", "p5")
    expect(report.locator(".cq-here")).to_be_in_viewport()

    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.wait_for_function(KERNEL_READY)
    student.run_all()
    expect(report).to_have_count(1)


@pytest.mark.parametrize("width", [400, 820])
def test_on_a_narrow_window_the_report_is_a_drawer(width: int, student: Student, folder: Path) -> None:
    """Its button is always in reach, what is shown opens it, and it covers nothing."""
    keep_cells(folder / EVENTS, '"threat-or-deed"')
    student.page.set_viewport_size({"width": width, "height": 900})
    student.open_and_run(f"{folder.name}/{EVENTS}")
    page, report = student.page, student.page.locator(".cq-reader")
    expect(report).to_be_hidden()
    solve(student, "threat-or-deed")
    assert not covered(page)
    student.question("threat-or-deed").get_by_role("button", name="Show in the report").click()
    expect(report.locator(".cq-lit").first).to_be_in_viewport()
    assert not covered(page)
    for scheme, light, wider in (("dark", "false", 20), ("light", "true", 0)):  # the page is laid out again
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        page.set_viewport_size({"width": width + wider, "height": 900 + wider})
        page.wait_for_function(LESSON_IN_VIEW)
    page.get_by_role("button", name="Close the report").click()
    expect(report).to_be_hidden()
    expect(page.get_by_role("button", name="Open the report")).to_be_in_viewport()
    page.locator(".cq-dock-bar").evaluate("bar => { bar.style.fontSize = '30px'; }")  # a higher bar than ours
    page.wait_for_function(f"() => !({COVERS})()")


def an_answer_looks_like_an_answer(student: Student) -> None:
    """What was chosen has a mark until another is chosen; where all is done, the next open question is offered."""
    page = student.page
    question = load_questions("events")["threat-or-deed"]
    card = student.question(question.id)
    card.get_by_text(question.option("has-sent").text, exact=True).click()
    student.press(card, "Check")
    expect(card.locator("[data-mark]")).to_have_text(question.option("has-sent").text + "✗ not this")
    card.get_by_text(question.options[1].text, exact=True).click()
    expect(card.locator("[data-mark]")).to_have_count(0)
    solve(student, question.id)
    expect(card.locator('[data-mark="right"]')).to_have_count(1)
    done, asked = re.findall(
        r"\d+", page.locator(".cq-header").get_by_text(re.compile("^[0-9]+ of [0-9]+ done$")).first.inner_text()
    )
    assert "1" == done
    expect(page.locator(".cq-far > div")).to_have_attribute("style", f"width: {round(100 / int(asked), 4):g}%;")
    card.get_by_role("button", name="Next question").click()
    expect(page.locator('[data-question="what-happened"] .cq-prompt')).to_be_focused()
    expect(page.locator('[data-question="what-happened"] .cq-prompt')).to_be_in_viewport()


def lines_are_dragged_into_order(student: Student) -> None:
    """A line goes where the mouse lets it go, and the order is kept."""
    card, mouse = student.question("ladder"), student.page.mouse
    lines = card.locator(".cq-line")
    order = [line.get_attribute("data-id") for line in lines.all()]
    first, third = lines.nth(0).bounding_box(), lines.nth(2).bounding_box()
    mouse.move(first["x"] + 60, first["y"] + first["height"] / 2)
    mouse.down()
    mouse.move(third["x"] + 60, third["y"] + third["height"] - 2, steps=6)
    mouse.up()
    assert [order[1], order[2], order[0], *order[3:]] == [line.get_attribute("data-id") for line in lines.all()]
    expect(lines.nth(2)).to_be_focused()
    student.saved(card)
