"""What a student did and Python doesn't have yet is there again, whatever becomes of the kernel and the page."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from communique.base.places import lessons_folder
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from playwright.sync_api import Locator, Page, expect

from .lab import ALL_RUN, KERNEL_READY, Student, no_answer_comes

DESK = 'lesson.tool("coding-desk"'
TYPED = "Who signed it, and why does it matter to us?"
#: What a card shows of what was done in it: fields, choices, marks, and the order of lines.
STATE = """(cell) => [...cell.querySelectorAll(
    "input, select, textarea, [aria-selected], [aria-pressed], .cq-line"
)].map((node) => node.closest(".cq-desk-book") ? "" : node.matches("[type=radio], [type=checkbox]") ? node.checked
        : node.value || node.getAttribute("aria-selected") || node.getAttribute("aria-pressed") || node.dataset.id || ""
).join(" ")"""

#: JupyterLab tries for a minute or two to get its kernel back; here it gives it up with the first failure.
CUT_OFF = """() => {
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    kernel._reconnectLimit = 0;
    kernel._onWSClose({});
    kernel._reconnectLimit = 7;
}"""
CONNECTION = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.connectionStatus"


def everything_that_is_filled_in() -> list[tuple[str, str]]:
    """A cell for one question of each kind, and for each tool, of whichever lesson has it first: (name, code)."""
    cells: dict[str, str] = {}
    for info in load_course().lessons:
        opened = f'from communique import open_lesson\nlesson = open_lesson("{info.name}")\n'
        for question in load_questions(info.name).values():
            cells.setdefault(question.kind, f'{opened}lesson.ask("{question.id}")')
        prose = (lessons_folder() / info.name / "lesson.md").read_text(encoding="utf-8")
        for tool in re.findall(r"^(lesson\.tool\(\"[\w-]+\")", prose, re.M):
            cells.setdefault(tool, f"{opened}{tool})")
    return list(cells.items())


CELLS = everything_that_is_filled_in()


@pytest.fixture
def notebook(folder: Path) -> str:
    """A notebook with a card of every kind, in a student's new folder."""
    return write_notebook(folder, *dict(CELLS))


def write_notebook(folder: Path, *names: str) -> str:
    """A notebook with some of the cards, between the head and the foot of a lesson."""
    head = CELLS[0][1].rpartition("\n")[0] + "\nlesson"
    codes = (head, *(dict(CELLS)[name] for name in names), "lesson.finish()")
    cells = [nbformat.v4.new_code_cell(code) for code in codes]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "everything.ipynb")
    return f"{folder.name}/everything.ipynb"


def cell(page: Page, number: int) -> Locator:
    return page.locator(".jp-CodeCell").nth(number + 1).locator(".jp-Cell-outputWrapper")


def states(page: Page) -> dict[str, str]:
    cells = page.locator(".jp-CodeCell .jp-Cell-outputWrapper").evaluate_all(f"(cells) => cells.map({STATE})")
    return dict(zip(dict(CELLS), cells[1:-1], strict=True))


def do_something(card: Locator, time: int) -> None:
    """Type, choose, mark, place or move: something else each time."""

    def first(what: str, number: int = 0) -> Locator:
        return card.locator(what).locator("visible=true").nth(number)

    card.scroll_into_view_if_needed()
    if card.locator("[data-cell]").count():
        first("[data-cell]").click()
    if card.locator(".cq-desk-text").count():
        for key in ["ArrowRight"] * time + ["Space"]:
            first(".cq-desk-text [tabindex='0']").press(key)
        first(".cq-desk-text [tabindex='0']").press("1")
    elif card.locator("textarea, input[type=text]").locator("visible=true").count():
        first("textarea, input[type=text]").fill(TYPED[time:])
    elif card.locator("select").locator("visible=true").count():
        first("select").select_option(index=1 + time)
    elif card.locator(".cq-line").count():
        first(".cq-line").press("ArrowDown")
    elif card.locator("input[type=range]").count():
        first("input[type=range]").press("ArrowRight")
    elif card.locator(".cq-unit").locator("visible=true").count():
        first(".cq-unit", time).click()
    elif card.locator(".cq-voice").count():
        first(".cq-voice", time).click()
    else:
        first("[type=radio]:not(:checked), [type=checkbox]:not(:checked)", time).element_handle().click()


def restart(student: Student) -> None:
    """The kernel begins anew, as after a crash: it has forgotten every card that is on the page."""
    for kernel in student.lab.kernels():
        student.lab.request("POST", f"kernels/{kernel}/restart")
    student.page.wait_for_function(KERNEL_READY)


def write_while_asleep(student: Student, folder: Path) -> None:
    """The network goes, the page is frozen, and then both are back: what was written meanwhile is saved."""
    page, field = student.page, student.page.locator("textarea").first
    # JupyterLab may say, now or later, that it could not reach its server
    page.add_locator_handler(page.locator(".jp-Dialog"), lambda dialog: dialog.locator("button").last.click())
    page.context.set_offline(True)
    page.evaluate(CUT_OFF)
    assert "disconnected" == page.evaluate(CONNECTION)
    said = page.locator(".cq-question", has=page.locator("textarea")).first.locator(".cq-saved")
    with no_answer_comes(page):
        field.fill(TYPED[:30])
        expect(said).to_contain_text("Not saved")
    lid = page.context.new_cdp_session(page)
    for state in ("frozen", "active"):
        lid.send("Page.setWebLifecycleState", {"state": state})
    page.context.set_offline(False)
    expect(said).to_have_text(re.compile("^Draft saved"), timeout=60_000)
    kept = Journal(folder / "my-progress.jsonl").records()
    assert TYPED[:30] in [record.get("answer") for record in kept]


def do_something_everywhere(page: Page, time: int) -> dict[str, str]:
    """What every card shows then, each something else than before; the desk draws its marks when Python has them."""
    before = states(page)
    for number in range(len(CELLS)):
        do_something(cell(page, number), time)
    after = states(page)
    assert [DESK] == [name for name, state in after.items() if state == before[name]]
    return {name: state for name, state in after.items() if name != DESK}


def assert_all_there(page: Page, done: dict[str, str], time: int) -> None:
    expect(page.locator("textarea").first).to_have_value(TYPED[time:])
    expect(page.locator(".cq-desk li[data-mark]")).to_have_count(time + 1)
    assert done == {name: state for name, state in states(page).items() if name != DESK}


def test_what_was_done_without_a_kernel_is_there_after_run_all_and_after_a_reload(
    student: Student, notebook: str, folder: Path
) -> None:
    """Something is done in every kind of card while Python hears nothing; then the cells are run, or the page too.
    What is written while the computer is cut off is saved as soon as it is back."""
    student.open_and_run(notebook)
    write_while_asleep(student, folder)
    restart(student)
    done = do_something_everywhere(student.page, time=0)
    student.run_all()
    assert_all_there(student.page, done, time=0)

    restart(student)
    again = do_something_everywhere(student.page, time=1)
    student.page.reload()
    student.page.wait_for_selector(".jp-Notebook")
    student.page.wait_for_function(KERNEL_READY)
    student.run_all()
    assert_all_there(student.page, again, time=1)
    kept = Journal(student.lab.folder / Path(notebook).parent / "my-progress.jsonl").states()
    assert any(state.answer == TYPED[1:] for state in kept.values())


def test_two_windows_on_one_notebook(student: Student, folder: Path) -> None:
    """What is saved in one window appears in the other, when that starts and afterwards; what is typed there stays."""
    notebook = write_notebook(folder, "open", "choose-one")
    student.open_and_run(notebook)
    field = student.page.locator("textarea").first
    field.fill(TYPED)
    expect(student.page.locator(".cq-saved", has_text="Draft saved")).to_have_count(1)
    with student.page.expect_popup() as opened:
        student.page.evaluate("(url) => { window.open(url); }", student.lab.url(notebook))
    other = opened.value
    other.wait_for_selector(".jp-Notebook")
    other.wait_for_function(KERNEL_READY)
    other.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    expect(other.locator("textarea").first).to_have_value(TYPED, timeout=60_000)
    other.wait_for_function(ALL_RUN)
    other.locator("textarea").first.fill(TYPED[:12])
    expect(other.locator(".cq-saved", has_text="Draft saved")).to_have_count(1)
    expect(field).to_have_value(TYPED[:12])
    field.fill(TYPED[:24])
    expect(student.page.locator(".cq-saved", has_text="Draft saved")).to_have_count(1)
    expect(other.locator("textarea").first).to_have_value(TYPED[:24])
    # an answer that is checked in one is checked in both
    chosen = "[data-question]:has(.cq-option input[type=radio])"
    other.locator(chosen).first.locator("input").first.check()
    other.locator(chosen).first.locator(".cq-actions button").first.click()
    expect(student.page.locator(chosen).first).not_to_have_attribute("data-outcome", "not-tried")
    expect(student.page.locator(chosen).first.locator("input").first).to_be_checked()
    other.close()
    kept = Journal(folder / "my-progress.jsonl").records()
    assert [TYPED, TYPED[:12], TYPED[:24]] == [record["answer"] for record in kept if record["answer"] in TYPED]
