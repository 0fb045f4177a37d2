"""Every lesson is played from its start button to its exit ticket; axe-core finds nothing on the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique.base.strings import text
from communique.cli.jupyterlab import trust
from communique.coding.loading import load_coded, load_text
from communique.course.course import LessonInfo, load_course
from communique.questions.how_far import counted
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from playwright.sync_api import Page, expect

from .answering import answer, choose, fill_the_matrix
from .axe import widgets_faults
from .lab import ALL_RUN, LONG_LINES, NOT_OURS, TAKEN_OVER, Lab, Student
from .newcomer import WATCH
from .test_keyboard import tab_to

COURSE = load_course()
WIDE = {"width": 1920, "height": 1000}
SIZE = "() => getComputedStyle(document.querySelector('.jp-MarkdownOutput p')).fontSize"
LINES = ".jp-MarkdownOutput, .cq-map, .cq-header, .cq-question, .cq p, .cq caption"


@pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)
def test_a_lesson_from_start_to_exit_ticket(
    info: LessonInfo, student: Student, folder: Path, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Start, answer every question that counts, and be done: the bar and the foot say so, the foot leads on, nothing
    is laid over the page, nothing fails on it, and no line is longer than 75 letters, before the start and after."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(lab.home / "data"))
    trust([folder / info.notebook])
    page, failed = student.page, []
    student.on(
        "console", lambda said: said.type == "error" and not NOT_OURS.search(said.text) and failed.append(said.text)
    )
    student.on("dialog", lambda dialog: failed.append(dialog.message) or dialog.accept())
    page.set_viewport_size(WIDE)
    student.open(f"{folder.name}/{info.notebook}")
    size = page.evaluate(SIZE)
    assert [] == page.evaluate(LONG_LINES, ".jp-MarkdownOutput")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(WATCH)
    page.locator(".jp-Notebook:visible").get_by_role("button", name="Start this lesson").click()
    page.wait_for_function(ALL_RUN)
    page.wait_for_function(TAKEN_OVER)

    core, keys = counted(load_questions(info.name).values()), load_keys(info.name)
    assert {"exit-ticket", "one-thing-to-check"} <= {question.id for question in core}
    for question in core:
        answer(student, question, keys.get(question.id), load_coded())

    bar, foot = page.locator(".cq-header:not(.cq-foot) .cq-bar"), page.locator(".cq-header.cq-foot")
    expect(bar.locator(".cq-done")).to_have_text(f"{len(core)} of {len(core)} done")
    expect(page.locator(".cq-far > div")).to_have_attribute("style", "width: 100%;")
    expect(foot).to_contain_text("All questions are done.")
    way = page.get_by_role("navigation", name="The course at a glance").locator(".cq-way").get_by_role("link")
    following = COURSE.lessons[info.number :][:1]
    expect(way).to_have_text([after.heading for after in following])
    assert [after.notebook for after in following] == [link.get_attribute("data-lesson") for link in way.all()]

    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:expand-all-headings'); }")
    try_in_vain(student, info.name)
    switch_everything_on(page)
    AT_THE_END.get(info.name, lambda student: None)(student)
    assert [] == widgets_faults(page)
    page.set_viewport_size(WIDE)
    assert [] == page.evaluate(LONG_LINES, LINES)
    assert size == page.evaluate(SIZE)
    assert [] == page.evaluate("() => window.seen")
    assert [] == failed


def try_in_vain(student: Student, lesson: str) -> None:
    """Answer a question beyond the core wrongly, and ask for every hint and the explanation, where there is one."""
    keys = load_keys(lesson)
    beyond = [q for q in load_questions(lesson).values() if q.extra and not q.former and q.kind == "choose-one"]
    for question in beyond[:1]:
        card = student.question(question.id)
        choose(card, next(option.id for option in question.options if option.id not in keys[question.id].right))
        student.press(card, "Check")
        for _ in range(1 + len(question.hints)):
            student.press(card, "(I don't know|Show the explanation)")
        expect(card.locator(".cq-outcome")).to_have_text(re.compile("Not yet right"))


def switch_everything_on(page: Page) -> None:
    """All layers of the report, and a card in it; the charts are drawn."""
    if page.locator(".cq-chart").count():
        page.locator(".cq-chart .cq-mark").first.wait_for(state="attached")
    reader = page.locator(".cq-reader").first
    layers = reader.locator(".cq-tools button[data-layer]").locator("visible=true")
    off = layers.and_(reader.locator('[aria-pressed="false"]'))
    while off.count():
        off.first.click()
    if layers.count():  # a report without its coding has none
        reader.locator(".cq-seg[role=button]").first.click()
        reader.locator(".cq-card").first.wait_for()


def other_accounts(student: Student) -> None:
    """All accounts can be turned through by keyboard, and the words of another one are lit."""
    page, reader = student.page, student.page.locator(".cq-reader")
    asked = counted(load_questions("compare").values())
    for name in dict.fromkeys(name for question in asked for name in question.texts):
        tab = reader.get_by_role("button", name=load_text(name).outlet, exact=True)
        page.locator(".cq-reader button").first.focus()
        tab_to(page, tab)
        page.keyboard.press("Enter")
        expect(tab).to_have_attribute("aria-pressed", "true")
        expect(reader.locator("h2:visible")).to_have_text(load_text(name).headline)
        expect(reader.locator(".cq-par:visible")).to_have_count(len(load_text(name).paragraphs))
    student.question("other-side").get_by_role("button", name="Show in the report").click()
    expect(reader.locator(".cq-lit:visible").last).to_have_text("would be a very big mistake")
    expect(reader.get_by_role("button", name="Kremlin", exact=True)).to_have_attribute("aria-pressed", "true")
    shown = "\n".join(page.locator(".cq-question").all_inner_texts())
    assert "reuters-seoul." not in shown  # a place has the name of its source, not that of a folder


def a_workshop_at_work(student: Student) -> None:
    """A headline that sharpens, softens, denies and adds, with the words of a fact unfolded."""
    workshop = student.page.locator(".cq-workshop")
    box = workshop.get_by_label("Write your own headline")
    box.fill("Furious Seoul to arm Ukraine, Putin may sign pact with Kim, no support by Pyongyang for absurd war 🔥")
    box.press("Enter")
    for fact, said in (
        ("weapons-for-ukraine", "more certain"),
        ("signed", "less certain"),
        ("kim-support", "not to be so"),
    ):
        expect(workshop.locator(f'[data-fact="{fact}"] .cq-held').first).to_contain_text(said)
    workshop.locator('[data-fact="signed"]').get_by_role("button").first.click()
    expect(workshop.locator(".cq-words-box")).to_be_visible()


def a_matrix_at_work(student: Student) -> None:
    """Beside the cells that were compared, one that is ready and one half placed; and the card of a contested row."""
    card = student.question("where-they-stand")
    card.get_by_role("button", name=text("matrix", "more-cells")).click()
    fill_the_matrix(card, {"A01/asia-security": {"step": "opposes", "words": ["p4.s1"]}})
    fill_the_matrix(card, {"A05/asia-security": {"step": "supports", "words": []}})
    looks = card.locator(".cq-matrix button:visible").evaluate_all("(cells) => cells.map((cell) => cell.dataset.look)")
    assert {"compared", "ready", "half", "empty"} == set(looks)
    student.page.locator(".cq-chart").first.get_by_role("button", name=re.compile("^Vietnam, attributed")).focus()
    student.page.keyboard.press("Enter")
    expect(student.page.locator('.cq-reader .cq-card[data-row="P09"]')).to_be_visible()


AT_THE_END = {"compare": other_accounts, "framing": a_workshop_at_work, "positions": a_matrix_at_work}
