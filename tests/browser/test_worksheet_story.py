"""A student hands in a page, and goes on to the next lesson from the map."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique.questions.reading import load_questions
from playwright.sync_api import Browser, Page, expect

from .axe import faults, widgets_faults
from .lab import KERNEL_READY, Lab, Student, keep_cells, student_at
from .test_keyboard import focus_before, tab_to

OPEN_NOTEBOOK = "() => window.jupyterapp.shell.currentWidget?.context?.path"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
WRITTEN = 'Who decides? <script>document.title = "hacked"</script> & 한국어'


@pytest.fixture
def sheet(browser: Browser) -> Page:
    """A browser page of its own for the file that was made."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(autouse=True)
def two_questions(folder: Path) -> None:
    keep_cells(folder / "01-read.ipynb", '"first-country"', '"another-beginning"', "lesson.map()", "lesson.finish()")
    keep_cells(folder / "02-actors.ipynb", "lesson.finish()")


def _answer_two(student: Student) -> None:
    question = load_questions("read")["first-country"]
    card = student.question("first-country")
    card.get_by_text(question.option("south-korea").text, exact=True).click()
    student.press(card, "Check")
    card = student.question("another-beginning")
    card.get_by_role("textbox").fill(WRITTEN)
    student.press(card, "Compare")


def test_a_student_makes_a_worksheet_and_goes_on_from_the_map(
    student: Student, folder: Path, sheet: Page, tmp_path: Path
) -> None:
    """Two answers, the button, the download; the file opens without scripts or faults; the map opens lesson 2, and by
    keyboard lesson 3."""
    student.open_and_run(f"{folder.name}/01-read.ipynb")
    page = student.page
    _answer_two(student)

    box = page.locator(".cq-worksheet")
    box.get_by_label("Your name").fill("Kim & Lee")
    box.get_by_role("button", name="Make a worksheet").click()
    expect(box.get_by_role("status")).to_contain_text(f"The worksheet is in {folder / 'my-worksheet.html'}")
    with page.expect_download() as coming:
        box.get_by_role("link", name="Download my-worksheet.html").click()
    file = tmp_path / "handed-in.html"
    coming.value.save_as(file)
    assert (folder / "my-worksheet.html").read_bytes() == file.read_bytes()
    assert b"Kim" not in (folder / "my-progress.jsonl").read_bytes()
    with page.expect_popup() as opened:
        box.get_by_role("link", name="Open it to read or print").click()
    expect(opened.value.get_by_role("heading", name="My worksheet")).to_be_visible()
    opened.value.close()

    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.goto(file.as_uri())
    expect(sheet.get_by_text("Kim & Lee")).to_be_visible()
    first = sheet.get_by_role("article").filter(has_text=load_questions("read")["first-country"].prompt)
    expect(first).to_contain_text("Right · Tries: 1")
    expect(first).to_contain_text("South Korea")
    expect(sheet.get_by_text(WRITTEN, exact=True)).to_be_visible()
    assert "hacked" != sheet.title()
    assert 0 == sheet.locator("script").count()
    assert [file.as_uri()] == asked
    assert [] == faults(sheet)
    sheet.set_viewport_size({"width": 360, "height": 700})
    assert 0 == sheet.evaluate(SIDEWAYS)

    # The map opens the next lesson beside this one: the page is not loaded anew.
    page.evaluate("() => { window.samePage = true; }")
    course = page.get_by_role("navigation", name="The course at a glance")
    expect(course).to_contain_text(re.compile(r"Under way: 2 of \d+"))
    expect(course.locator(".cq-way")).to_have_text("Next lesson: 2. Who acts and who speaks")
    course.locator(".cq-way").get_by_role("link").click()
    page.wait_for_function(f"() => ({OPEN_NOTEBOOK})() === '{folder.name}/02-actors.ipynb'")
    page.wait_for_function(KERNEL_READY)
    assert page.evaluate("() => window.samePage") is True
    student.run_all()
    foot = page.locator(".jp-Notebook:visible").get_by_role("navigation", name="The course at a glance")
    way = foot.locator(".cq-way")
    expect(way).to_contain_text("Continue where you were: 1. Read the report")
    way.get_by_role("link").first.click()
    page.wait_for_function(f"() => ({OPEN_NOTEBOOK})() === '{folder.name}/01-read.ipynb'")
    assert page.evaluate("() => window.samePage") is True
    _the_link_works_by_itself_too(student, folder)
    _the_map_by_keyboard(student, folder)


def _printed(sheet: Page, file: Path) -> None:
    """It becomes a PDF; for print it is black on white and no wider than the page, and a long card goes on overleaf."""
    sheet.goto(file.as_uri())
    for paper in ("A4", "Letter"):
        assert sheet.pdf(format=paper)[:5] == b"%PDF-"
    sheet.emulate_media(media="print")
    sheet.set_viewport_size({"width": 680, "height": 1000})
    assert 0 == sheet.evaluate(SIDEWAYS)
    styles = "(node) => { const s = getComputedStyle(node); return [s.breakInside, s.color]; }"
    assert ["auto", "rgb(0, 0, 0)"] == sheet.locator("article").first.evaluate(styles)
    for heading in ("h2", "h3"):
        breaks = "(node) => { const s = getComputedStyle(node); return [s.breakInside, s.breakAfter]; }"
        assert ["avoid", "avoid"] == sheet.locator(heading).first.evaluate(breaks)
    expect(sheet.locator(".by-hand")).to_be_visible()


def _the_map_by_keyboard(student: Student, folder: Path) -> None:
    """Tab goes from lesson to lesson, Enter opens it; one's own lesson is named and no link."""
    page = student.page
    course = page.get_by_role("navigation", name="The lessons of the course")
    focus_before(page, course)
    tab_to(page, course.get_by_role("link", name="2. Who acts and who speaks"))
    page.keyboard.press("Tab")
    expect(course.get_by_role("link", name=re.compile(r"^3\. "))).to_be_focused()
    expect(course.locator("[aria-current]")).to_have_text("1. Read the report")
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({OPEN_NOTEBOOK})() === '{folder.name}/03-events.ipynb'")


def _the_link_works_by_itself_too(student: Student, folder: Path) -> None:
    """Without JupyterLab's attributes, as in Notebook, the address of the link is the next notebook's."""
    link = student.page.get_by_role("navigation", name="The lessons of the course").get_by_role("link").first
    address = link.evaluate("(node) => new URL(node.getAttribute('href'), location.href).pathname")
    assert f"/doc/tree/{folder.name}/02-actors.ipynb" == address


def test_a_worksheet_from_a_narrow_page_can_be_printed(lab: Lab, browser: Browser, folder: Path, sheet: Page) -> None:
    """At 820 pixels nothing is wider than its cell, and axe-core finds nothing once a worksheet was made."""
    with student_at(lab, browser, width=820) as student:
        student.open_and_run(f"{folder.name}/01-read.ipynb")
        _answer_two(student)
        page = student.page
        page.locator(".cq-worksheet").get_by_role("button").click()
        expect(page.locator(".cq-worksheet").get_by_role("link").first).to_be_visible()
        wide = "(node) => node.scrollWidth - node.clientWidth"
        for shown in (".cq-map", ".cq-worksheet", ".cq-map li"):
            assert {0} == {node.evaluate(wide) for node in page.locator(shown).all()}
        assert [] == widgets_faults(page, ".cq-map", ".cq-worksheet")
    _printed(sheet, folder / "my-worksheet.html")
