"""A teacher opens the class report: from a file, on a wide and on a narrow screen, on the projector and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import load_class
from playwright.sync_api import Browser, Page, expect

from ..classes import make_class
from .axe import faults
from .lab import UNFOLD


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of eight, one of whose files is broken."""
    folder = tmp_path_factory.mktemp("class")
    make_class(folder, 8)
    (folder / "broken.jsonl").write_text("{", encoding="utf-8")
    (folder / "report.html").write_text(load_class(folder).html(), encoding="utf-8")
    (folder / "labels.html").write_text(load_class(folder, pseudonymous=True).html(), encoding="utf-8")
    (folder / "none").mkdir()
    (folder / "none.html").write_text(load_class(folder / "none").html(), encoding="utf-8")
    return folder


def _open(browser: Browser, path: Path, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)  # axe-core is a script
    page.goto(path.as_uri())
    return page


#: What the style sheet can tell one element of a page from another by: the tags and classes from the top down to it.
LOOKS = """() => [...new Set([...document.querySelectorAll("*")].map((node) => {
    const way = [];
    for (let at = node; at; at = at.parentElement)
        way.unshift([at.tagName, at.className, at.getAttribute("style")].join());
    return way.join(" ");
}))]"""


@pytest.mark.parametrize("name", ["report", "labels", "none"])
def test_axe_finds_nothing_and_nothing_sticks_out(name: str, place: Path, browser: Browser) -> None:
    """With names, with labels and for an empty class; with all details open, and on the projector too. Where there are
    names or labels, the colours are those of one page: the other has none of its own."""
    page = _open(browser, place / f"{name}.html", 1280)

    def assert_no_wider_than_the_screen() -> None:
        for width in (820, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert width == page.evaluate("() => document.documentElement.scrollWidth")

    try:
        assert_no_wider_than_the_screen()
        page.locator("summary").evaluate_all(UNFOLD)
        assert [] == faults(page, colours=name != "labels")
        assert_no_wider_than_the_screen()
        if name == "labels":
            looks = set(page.evaluate(LOOKS))
            page.goto((place / "report.html").as_uri())
            assert looks <= set(page.evaluate(LOOKS))
        if name == "report":
            page.get_by_label("Projector view").check()
            assert [] == faults(page)
            assert_no_wider_than_the_screen()
    finally:
        page.close()


def test_the_projector_hides_names_and_shows_one_question_a_screen(place: Path, browser: Browser) -> None:
    """With the keyboard alone: no name is on the screen, letters are half as large again, each press is a question."""
    page = _open(browser, place / "report.html", 1280)
    top = "node => Math.round(node.getBoundingClientRect().top)"
    try:
        name = page.get_by_role("rowheader", name="Pupil 000")
        expect(name).to_be_visible()
        asked = page.locator("#tomorrow .asked")
        expect(asked).to_have_count(3)
        size = "() => parseFloat(getComputedStyle(document.querySelector('#tomorrow .asked p')).fontSize)"
        before = page.evaluate(size)
        written = page.locator("#written > details").first
        written.locator("summary").first.click()
        expect(written).to_contain_text("Pupil")
        page.get_by_label("Projector view").focus()
        page.keyboard.press("Space")
        expect(name).to_be_hidden()
        assert "Pupil" not in page.locator("body").inner_text()
        expect(written.locator(".labelled").first).to_be_attached()
        assert 1.5 * before == pytest.approx(page.evaluate(size))
        there = "node => Math.abs(node.getBoundingClientRect().top) < 2"
        still = "() => { const last = window.last; window.last = scrollY; return last === scrollY; }"
        for number, key in enumerate(("ArrowDown", "PageDown", "ArrowDown")):
            for _ in range(30):  # a question that is longer than the screen is read to its end first
                page.keyboard.press(key)
                page.evaluate("() => { window.last = undefined; }")
                page.wait_for_function(still, polling=200)
                if asked.nth(number).evaluate(there):
                    break
            assert asked.nth(number).evaluate(there)
            assert asked.nth(number).bounding_box()["height"] >= 900
            assert [] == [o for o in range(3) if o != number and -890 < asked.nth(o).evaluate(top) < 890]
        page.emulate_media(media="print")
        assert "Pupil" not in page.locator("body").inner_text()
    finally:
        page.close()


def test_the_page_runs_nothing_and_asks_for_nothing(place: Path, browser: Browser) -> None:
    """No request but for the file itself, and no word in the console."""
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    try:
        page.goto((place / "report.html").as_uri())
        assert [(place / "report.html").as_uri()] == asked
        assert [] == said
    finally:
        page.close()


def test_on_paper_there_are_no_switches(place: Path, browser: Browser) -> None:
    """The box, the list of links and the notes on them are left out; the tables stay."""
    page = _open(browser, place / "report.html", 820)
    try:
        page.emulate_media(media="print")
        expect(page.get_by_label("Projector view")).to_be_hidden()
        expect(page.get_by_role("navigation")).to_be_hidden()
        expect(page.get_by_role("rowheader", name="Pupil 000")).to_be_visible()
    finally:
        page.close()


#: Two lessons more in the table of students: a copy of the last one's column.
TWO_MORE = """() => document.querySelectorAll('table.who').forEach((table) => { for (const row of table.rows) {
    const last = row.cells[row.cells.length - 2];
    last.after(last.cloneNode(true), last.cloneNode(true)); } })"""
SIDEWAYS = """() => [...document.querySelectorAll('.wide')].filter((one) => one.clientWidth).map(
    (one) => one.scrollWidth - one.clientWidth)"""


@pytest.mark.parametrize(("view", "width"), [("screen", 1280), ("projector", 1280), ("print", 750)])
def test_the_tables_need_no_scrolling_sideways(view: str, width: int, place: Path, browser: Browser) -> None:
    """Also with two lessons more than the course has: on the screen, on the projector, and on paper."""
    page = _open(browser, place / "report.html", width)
    try:
        page.evaluate(TWO_MORE)
        if view == "projector":
            page.get_by_label("Projector view").check()
        if view == "print":
            page.emulate_media(media="print")
        found = page.evaluate(SIDEWAYS)
        assert 2 <= len(found)
        assert {0} == set(found)
    finally:
        page.close()


def test_the_calibration_is_a_picture_and_a_table(place: Path, browser: Browser) -> None:
    """Five groups in both, the picture with a name, and no dot outside its frame."""
    page = _open(browser, place / "report.html", 1280)
    try:
        picture = page.get_by_role("img", name="Said (from left to right) and happened (upwards)")
        expect(picture).to_be_visible()
        frame = picture.locator(".frame").bounding_box()
        for dot in picture.locator("circle").all():
            box = dot.bounding_box()
            assert frame["x"] - 9 <= box["x"] <= frame["x"] + frame["width"]
            assert frame["y"] - 9 <= box["y"] <= frame["y"] + frame["height"]
        assert 5 == page.locator(".pair tbody tr").count() >= picture.locator("circle").count() > 1
    finally:
        page.close()
