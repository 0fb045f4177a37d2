"""A student's first lesson, from opening it to coming back the next day."""

from __future__ import annotations

import json
import re
from pathlib import Path

from communique.course.journal import Journal
from communique.questions.reading import load_questions
from playwright.sync_api import expect

from .lab import ALL_RUN, KERNEL_READY, Lab, Student, keep_cells

EVENTS = "03-events.ipynb"
#: JupyterLab looks every ten seconds which kernels are there.
NOTICE = """async () => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget;
    await sessionContext.sessionManager.refreshRunning();
    return sessionContext.hasNoKernel;
}"""


def journal(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "my-progress.jsonl").read_text().splitlines()]


def test_a_student_reads_answers_and_finds_the_answers_again(student: Student, folder: Path, lab: Lab) -> None:
    """Open, run all, switch a layer, click a mention, answer wrongly, take a hint, answer rightly, lose the
    kernel, come back: the answer, the tries and the hint are still there."""
    page = student.page
    student.open(f"{folder.name}/{EVENTS}")
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    reader = page.locator(".cq-reader").first

    # After Run All the page is at the beginning, where the lesson starts.
    expect(page.locator(".cq-header.cq-foot")).to_be_attached()
    expect(page.get_by_role("heading", name="What happened, and what was only said").first).to_be_in_viewport()
    page.wait_for_function(ALL_RUN)

    # A layer is switched on, and its marks can be pressed.
    actors = reader.get_by_role("button", name="Actors", exact=True)
    expect(actors).to_have_attribute("aria-pressed", "false")
    actors.click()
    expect(actors).to_have_attribute("aria-pressed", "true")
    reader.get_by_role("button", name=re.compile("^Kyiv – ")).click()
    expect(reader.locator('.cq-card[data-layer="actors"]')).to_contain_text("Ukraine")

    # Each try, hint and outcome is told, and on disk when the page says so.
    card = student.question("threat-or-deed")
    expect(card).to_contain_text("Not tried yet")
    card.get_by_text("South Korea has sent weapons to Ukraine.").click()
    student.press(card, "Check")
    expect(card.locator(".cq-outcome")).to_contain_text("Not yet right · Tries: 1")
    question = load_questions("events")["threat-or-deed"]
    expect(card.locator(".cq-feedback")).to_contain_text(question.option("has-sent").feedback[:40])
    student.press(card, "Hint")
    expect(card).to_contain_text(question.hints[0])
    card.get_by_text("South Korea says that it would consider giving weapons.").click()
    student.press(card, "Check")
    expect(card.locator(".cq-outcome")).to_contain_text("Right · Tries: 2")
    answers = [r for r in journal(folder) if r["did"] == "answer"]
    assert [r["outcome"] for r in answers] == ["not-yet", "right"]

    # The words of the explanation are lit in the report.
    expect(reader.locator(".cq-lit").first).to_be_attached()

    # The kernel dies while a second question is under way: the page says that nothing was saved.
    half = student.question("which-wednesday")
    half.get_by_text("12 June 2024").click()
    student.saved(half)
    lab.end_kernels()
    half.get_by_role("button", name=re.compile("^Check")).click()
    expect(half.locator(".cq-saved")).to_contain_text("Not saved", timeout=30_000)  # the page waits eight seconds

    # The next day: the lesson is opened again, and everything is where it was.
    student.open_and_run(f"{folder.name}/{EVENTS}")
    expect(page.locator(".cq-header").first).to_contain_text("Welcome back")
    expect(page.locator(".cq-header").first).to_contain_text("1 of 9 done")
    again = student.question("threat-or-deed")
    expect(again.locator(".cq-outcome")).to_contain_text("Right · Tries: 2")
    expect(again).to_contain_text(question.hints[0])
    expect(again.get_by_label("South Korea says that it would consider giving weapons.")).to_be_checked()
    expect(student.question("which-wednesday").get_by_label("12 June 2024")).to_be_checked()
    expect(student.question("which-wednesday")).to_contain_text("Not checked yet")


def test_an_open_page_whose_kernel_went_is_whole_again_when_its_cells_are_run(
    student: Student, folder: Path, lab: Lab
) -> None:
    """Restarting the kernel from the menu and running all cells brings every answer back on the same page. Where the
    kernel has ended, the start button does, whether or not JupyterLab has noticed; what was typed is saved then."""
    notebook = f"{folder.name}/01-read.ipynb"
    keep_cells(folder / "01-read.ipynb", "Start this lesson", '"first-country"', '"another-beginning"')
    lab.trust(notebook)
    student.open_and_run(notebook)
    card = student.question("first-country")
    question = load_questions("read")["first-country"]
    wrong = question.options[0].text
    card.get_by_text(wrong, exact=True).click()
    student.press(card, "Check")
    before = card.locator(".cq-outcome").inner_text()
    student.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    student.page.wait_for_function(KERNEL_READY)
    student.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs'); }")
    expect(student.page.locator(".cq-question")).to_have_count(0)
    student.run_all()
    expect(student.question("first-country").locator(".cq-outcome")).to_have_text(before)

    for noticed in ("noticed", "not noticed"):
        lab.end_kernels()
        if noticed == "noticed":
            assert student.page.evaluate(NOTICE)
        written = student.question("another-beginning")
        written.get_by_role("textbox").fill(noticed)
        student.page.get_by_role("button", name="Start this lesson").click()
        student.saved(written)
        expect(written.get_by_role("textbox")).to_have_value(noticed)
        student.page.wait_for_function(ALL_RUN)
    assert [noticed] == [r["answer"] for r in journal(folder) if r["question"] == "read/another-beginning"][-1:]


def test_a_click_in_a_chart_and_in_a_table_shows_the_words(student: Student, folder: Path) -> None:
    """A mark of the timeline, which comes after its questions, and a row of a table light up the words they rest on."""
    keep_cells(folder / EVENTS, 'ask("which-wednesday")', "timeline(", '"done-and-said"')
    for name in ("what-happened", "ladder"):
        Journal(folder / "my-progress.jsonl").add(f"events/{name}", "reveal")
    student.open_and_run(f"{folder.name}/{EVENTS}")
    page = student.page
    question = student.question("which-wednesday")
    question.get_by_text("19 June 2024", exact=True).click()
    student.press(question, "Check")
    chart = page.locator(".cq-chart").first
    chart.scroll_into_view_if_needed()
    mark = chart.get_by_role("button", name=re.compile("South Korea threatens to arm Ukraine, threatened"))
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")
    report = page.locator(".cq-reader").first
    lit = report.locator(".cq-lit").first
    expect(lit).to_contain_text("warned of")
    expect(lit).to_be_in_viewport()
    expect(chart).to_be_in_viewport()

    chart.get_by_role("button", name="Show as table").click()
    expect(chart.locator(".cq-grid")).to_be_hidden()
    chart.get_by_role("button", name="Show the words of Putin and Kim sign the agreement").click()
    expect(lit).to_contain_text("Kim Jong Un")
    row = chart.locator("tbody tr").filter(has_text="President's office calls the mutual vow absurd")
    row.locator("td").last.click()
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(lit).to_contain_text("It's absurd")
    chart.get_by_role("button", name="Show as chart").click()
    expect(chart.locator(".cq-grid")).to_be_visible()
    text_a_student_writes_is_never_html(student, folder)


def text_a_student_writes_is_never_html(student: Student, folder: Path) -> None:
    """Markup in an open answer stays text, is kept word for word, and runs nothing."""
    written = '<img src=x onerror="window.hacked=1"> & 한국어 "quoted" 😀'
    card = student.question("done-and-said")
    card.get_by_role("textbox").fill(written)
    student.press(card, "Compare")
    expect(card.locator(".cq-outcome")).to_contain_text("Answered")
    expect(card).to_contain_text("A model answer")
    assert written == [r for r in journal(folder) if r["did"] == "answer"][-1]["answer"]
    assert student.page.evaluate("() => window.hacked") is None


def test_a_second_tab_loses_no_answer(student: Student, folder: Path, lab: Lab, browser) -> None:
    """Two lessons open in two tabs write to one journal, and each header counts both."""
    keep_cells(folder / "01-read.ipynb", '"first-country"')
    keep_cells(folder / EVENTS, '"which-wednesday"')
    other = Student(lab, browser)
    student.open_and_run(f"{folder.name}/01-read.ipynb")
    other.open_and_run(f"{folder.name}/{EVENTS}")
    for someone, name, option in (
        (student, "first-country", load_questions("read")["first-country"].options[0].text),
        (other, "which-wednesday", "19 June 2024"),
        (student, "first-country", load_questions("read")["first-country"].options[1].text),
    ):
        card = someone.question(name)
        card.get_by_text(option, exact=True).click()
        someone.press(card, "Check")
    other.close()
    names = [r["question"] for r in journal(folder) if r["did"] == "answer"]
    assert names == ["read/first-country", "events/which-wednesday", "read/first-country"]
