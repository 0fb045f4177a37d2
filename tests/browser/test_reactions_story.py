"""A student asks who answers whom, by keyboard, and places the ladder of escalation, also the next day."""

from __future__ import annotations

import re
from pathlib import Path

from communique.base.strings import text
from communique.course.course import load_course
from communique.questions.keys import load_keys
from playwright.sync_api import Locator, Page, expect

from .axe import widgets_faults
from .lab import Lab, Student, everything_open, keep_cells
from .test_keyboard import focus_before, tab_to

NOTEBOOK, CODEBOOK = (load_course().lesson(name).notebook for name in ("reactions", "codebook"))
#: Elements that stick out on the right.
CUT_OFF = """(node) => {
    const edge = node.getBoundingClientRect().right + 1;
    const over = (n) => n.getBoundingClientRect().width && n.getBoundingClientRect().right > edge;
    return [...node.querySelectorAll("*")].filter(over).map((n) => n.outerHTML.slice(0, 200));
}"""


def network(page: Page) -> Locator:
    chart = page.locator(".cq-chart")
    chart.scroll_into_view_if_needed()
    expect(chart.locator('.cq-mark[tabindex="0"]')).to_have_count(1)
    return chart


def place(card: Locator, option: str, where: str) -> None:
    lane, step = where.split("/")
    card.locator(f'input[data-option="{option}"][value="{lane}"]').check()
    card.locator(f'input[data-option="{option}"][value="{step}"]').check()


def test_who_answers_whom(student: Student, folder: Path) -> None:
    """Reach a cause and its answer by keyboard alone and light their words, and switch the view. At 820 pixels nothing
    is cut off, and axe-core finds nothing."""
    everything_open(folder)
    keep_cells(folder / NOTEBOOK, "reaction_networks")
    page = student.page
    page.set_viewport_size({"width": 820, "height": 900})
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    chart, reader = network(page), page.locator(".cq-reader").first
    assert [] == chart.evaluate(CUT_OFF)
    assert [] == widgets_faults(page, ".cq-chart")
    page.set_viewport_size({"width": 1280, "height": 900})

    # The keyboard alone: to the chart, to a cause and to its first answer, and their words light up.
    focus_before(page, chart)
    tab_to(page, chart.locator('.cq-mark[tabindex="0"]'))
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("5 answers, comes first$"))
    page.keyboard.press("Enter")
    expect(reader.locator(".cq-lit").first).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("told by Yoon Suk Yeol, answers it$"))
    page.keyboard.press("Enter")
    expect(reader.locator(".cq-lit").first).to_have_text(re.compile("^condemned"))

    # The switch: what one side tells, and an honest gap.
    switch = chart.get_by_label("What would each side say triggered it?")
    switch.select_option("North Korea: its own account")
    expect(chart.locator(".cq-mark")).to_have_count(4)
    switch.select_option("Russia: its own account")
    expect(chart).to_contain_text(text("network", "not-told", party="Russia"))
    expect(chart.locator(".cq-mark")).to_have_count(0)
    switch.select_option("All links of the table")
    expect(chart.locator(".cq-mark")).to_have_count(19)


def test_the_ladder_of_escalation(student: Student, folder: Path, lab: Lab) -> None:
    """Place it half right and then right, lose the kernel: the ladder is still there. At 820 pixels nothing is cut off,
    and axe-core finds nothing."""
    keep_cells(folder / CODEBOOK, '"escalation"')
    student.page.set_viewport_size({"width": 820, "height": 900})
    student.open_and_run(f"{folder.name}/{CODEBOOK}")
    places = {option: where[0] for option, where in load_keys("codebook")["escalation"].pairs.items()}
    card = student.question("escalation")
    assert [] == card.evaluate(CUT_OFF)
    assert [] == widgets_faults(student.page, '[data-question="escalation"]')
    student.page.set_viewport_size({"width": 1280, "height": 900})
    for number, (option, where) in enumerate(places.items()):
        place(card, option, where if number % 2 else "said/force")
    student.press(card, "Check")
    expect(card.locator(".cq-outcome")).to_have_text(re.compile("Not yet right"))
    expect(card).to_contain_text("3 of 6 fit.")
    for option, where in places.items():
        place(card, option, where)
    student.press(card, "Check")
    expect(card.locator(".cq-outcome")).to_have_text(re.compile("Right"))

    # The kernel is gone, and the next day the ladder stands.
    lab.end_kernels()
    student.open_and_run(f"{folder.name}/{CODEBOOK}")
    card = student.question("escalation")
    expect(card.locator(".cq-outcome")).to_have_text(re.compile("Right"))
    for option, where in places.items():
        for part in where.split("/"):
            expect(card.locator(f'input[data-option="{option}"][value="{part}"]')).to_be_checked()
