"""A student reads the report and other accounts in plain words, with hard words explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique.coding.loading import load_coded
from communique.course.course import load_course
from playwright.sync_api import expect

from .lab import Student, keep_cells

NOTEBOOK = load_course().lesson("compare").notebook


def the_sign_of_a_hard_word_stays_in_its_line(student: Student) -> None:
    """However wide the page is, no line of the report begins with a question mark that belongs to the line above, nor
    with what closes the sentence behind it."""
    signs = student.page.locator(".cq-reader .cq-why:visible")
    assert signs.count()
    for width in range(1100, 2000, 90):
        student.page.set_viewport_size({"width": width, "height": 900})
        apart = signs.evaluate_all("""(signs) => signs.filter((sign) => {
            const word = [...sign.previousElementSibling.getClientRects()].at(-1);
            const next = document.createRange();
            const words = sign.nextElementSibling?.firstChild;
            if (words) next.setStart(words, 0), next.setEnd(words, 1);
            const closes = /^[^\\s\\w]/.test(words?.textContent ?? "");
            return sign.getBoundingClientRect().top >= word.bottom
                || closes && next.getBoundingClientRect().top >= word.bottom;
        }).map((sign) => sign.getAttribute('aria-label'))""")
        assert [] == apart, width


@pytest.mark.parametrize("width", [400, 1280])
def test_plain_words_and_hard_words_unfold_by_keyboard(width: int, student: Student, folder: Path) -> None:
    """A paragraph's plain words and a word's explanation come under it, in the order of its buttons, and go again;
    the report's own words and marks are untouched, and open helps stay open when words are lit."""
    keep_cells(folder / NOTEBOOK)
    student.page.set_viewport_size({"width": width, "height": 900})
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    page, reader, coded = student.page, student.page.locator(".cq-reader"), load_coded()
    if width == 1280:
        the_sign_of_a_hard_word_stays_in_its_line(student)
        page.set_viewport_size({"width": width, "height": 900})
    else:
        page.get_by_role("button", name="Open the report").click()
        for name in ("Vietnam's press", "Our report"):  # the row of tabs is moved along
            tab = reader.get_by_role("button", name=name, exact=True)
            tab.click()
            expect(tab).to_be_in_viewport()
    third = reader.locator('.cq-par[data-paragraph="p3"]')
    why, plain = third.locator(".cq-why"), third.get_by_role("button", name="In plain words")
    expect(why).to_have_attribute("aria-label", "What does “munitions” mean?")
    why.focus()
    page.keyboard.press("Enter")
    expect(why).to_have_attribute("aria-expanded", "true")
    expect(third.locator(".cq-aid:visible")).to_have_text(
        "munitions: shells, bullets and other things that weapons fire"
    )
    page.keyboard.press("Tab")
    expect(plain).to_be_focused()
    page.keyboard.press("Space")
    expect(third.locator(".cq-easy")).to_have_text(coded.plain[2])
    expect(third.locator("p.cq-easy")).to_be_visible()
    page.keyboard.press("Space")
    expect(third.locator(".cq-easy")).to_be_hidden()
    assert coded.paragraph("p3").text == "".join(third.locator(".cq-seg").all_text_contents())
    reader.get_by_role("button", name="Statements", exact=True).click()
    marked = third.locator('.cq-seg[role="button"]').first
    marked.click()
    expect(marked).to_have_class(re.compile("cq-picked"))
    expect(why).to_have_attribute("aria-expanded", "true")
