"""A teacher opens the teacher's book, jumps to a lesson, and prints it."""

from __future__ import annotations

from pathlib import Path

from communique.course.course import load_course
from communique.teacher.book.book import teacher_book
from playwright.sync_api import Browser, expect

from .axe import faults


def test_a_teacher_reads_and_prints_the_book(browser: Browser, tmp_path: Path) -> None:
    """axe-core finds nothing, nothing sticks out, the contents lead on; on paper each chapter begins a page."""
    path = tmp_path / "book.html"
    path.write_text(teacher_book(), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)  # axe-core is a script
    try:
        page.goto(path.as_uri())
        assert [] == faults(page)
        info = load_course().lessons[3]
        link = page.get_by_role("navigation").get_by_role("link", name=f"{info.number}. {info.title}")
        link.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#lesson-{info.name}")).to_be_in_viewport()
        for width in (1280, 820):
            page.set_viewport_size({"width": width, "height": 900})
            assert width == page.evaluate("() => document.documentElement.scrollWidth")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 1000})
        assert 680 == page.evaluate("() => document.documentElement.scrollWidth")
        breaks = page.locator(".chapter").evaluate_all("all => all.map((one) => getComputedStyle(one).breakBefore)")
        assert len(load_course().lessons) + 2 <= len(breaks)
        assert {"page"} == set(breaks)
        heads = page.locator("h2, h3, h4").evaluate_all("all => all.map((one) => getComputedStyle(one).breakAfter)")
        assert {"avoid"} == set(heads)
        for paper in ("A4", "Letter"):
            printed = page.pdf(format=paper)
            assert b"%PDF" == printed[:4]
            assert len(breaks) < printed.count(b"/Type /Page\n") < 150
    finally:
        page.close()
