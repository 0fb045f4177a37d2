"""A student compares the report with five other accounts, from the first tab to the foot; and reads in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique.coding.loading import load_coded, load_text
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.question import Question
from communique.questions.reading import load_questions
from playwright.sync_api import Locator, expect

from .axe import widgets_faults
from .lab import Student
from .test_keyboard import tab_to

NOTEBOOK = load_course().lesson("compare").notebook
QUESTIONS = {name: one for name, one in load_questions("compare").items() if not one.extra}


def answer(student: Student, question: Question) -> Locator:
    """Answer a question as its key does; what is written is the model."""
    card, key = student.question(question.id), load_keys("compare")[question.id]
    match question.kind:
        case "find-words":
            for word in key.spans[0].words.split():
                card.locator(".cq-unit").get_by_text(word, exact=True).first.click()
        case "match-pairs":
            for option, accepted in key.pairs.items():
                card.locator(f'select[data-id="{option}"]').select_option(accepted[0])
        case "choose-one" | "choose-many":
            for option in key.right:
                card.get_by_text(question.option(option).text, exact=True).click()
        case _:
            card.get_by_role("textbox").fill(key.model)
    student.press(card, "Compare|Check")
    expect(card.locator(".cq-outcome")).to_have_text(re.compile("Right|Answered"))
    return card


def test_the_same_days_as_others_told_them(student: Student, folder: Path) -> None:
    """Turn through all accounts by keyboard, answer every question, have the words of another account lit, and be
    done."""
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    page, reader = student.page, student.page.locator(".cq-reader")
    names = list(dict.fromkeys(name for question in QUESTIONS.values() for name in question.texts))
    for name in names:
        tab = reader.get_by_role("button", name=load_text(name).outlet, exact=True)
        page.locator(".cq-reader button").first.focus()
        tab_to(page, tab)
        page.keyboard.press("Enter")
        expect(tab).to_have_attribute("aria-pressed", "true")
        expect(reader.locator("h2:visible")).to_have_text(load_text(name).headline)
        expect(reader.locator(".cq-par:visible")).to_have_count(len(load_text(name).paragraphs))

    for question in QUESTIONS.values():
        card = answer(student, question)
    card = student.question("other-side")
    card.get_by_role("button", name="Show in the report").click()
    expect(reader.locator(".cq-lit:visible").last).to_have_text("would be a very big mistake")
    kremlin = reader.get_by_role("button", name="Kremlin", exact=True)
    expect(kremlin).to_have_attribute("aria-pressed", "true")
    assert [] == widgets_faults(page)
    shown = "\n".join(page.locator(".cq-question").all_inner_texts())
    assert "reuters-seoul." not in shown  # a place has the name of its source, not that of a folder
    expect(page.locator(".cq-header.cq-foot")).to_contain_text("All questions are done.")


def test_the_sign_of_a_hard_word_stays_in_its_line(student: Student, folder: Path) -> None:
    """However wide the page is, no line of the report begins with a question mark that belongs to the line above, nor
    with what closes the sentence behind it."""
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
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
    student.page.set_viewport_size({"width": width, "height": 900})
    student.open_and_run(f"{folder.name}/{NOTEBOOK}")
    page, reader, coded = student.page, student.page.locator(".cq-reader"), load_coded()
    if width == 400:
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
