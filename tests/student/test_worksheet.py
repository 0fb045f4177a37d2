"""A worksheet shows what a student did, gives nothing away, and is a clean page whatever the journal holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.files import write_own
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.course.course import LessonInfo, load_course
from communique.course.journal import Journal
from communique.questions.keys import Key, load_keys
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.student.worksheet import worksheet
from justhtml import JustHTML

from ..marked import solution

COURSE, CODED = load_course(), load_coded()
EVENTS = load_questions("events")
LADDER = EVENTS["ladder"]
QUESTIONS = [q for info in COURSE.lessons for q in load_questions(info.name).values()]
DAY = dt.date(2024, 6, 21)
each_lesson = pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)


def page_of(journal: Journal, **more: Any) -> str:
    """The worksheet of a journal, made on a day that is always the same."""
    return worksheet(journal, COURSE, CODED, made=DAY, **more)


def parsed(page: str) -> JustHTML:
    """The page as a browser has it; any fault against the HTML standard is an error."""
    return JustHTML(page, strict=True, sanitize=False)


def text_of(page: str) -> str:
    """The words of the page, as a reader has them."""
    return " ".join(parsed(page).query("body")[0].to_text().split())


def cards_of(page: str) -> list[str]:
    """The words of each card."""
    return [" ".join(card.to_text().split()) for card in parsed(page).query("article")]


def the_card(cards: list[str], prompt: str) -> str:
    """The one card with this title, or with this prompt after the question's number."""
    title = " ".join(prompt.split())
    (card,) = [card for card in cards if card.startswith(title) or card.partition(" ")[2].startswith(title)]
    return card


def card_of(page: str, prompt: str) -> str:
    """The words of that card of a page."""
    return the_card(cards_of(page), prompt)


def test_a_right_answer_comes_with_its_explanation(journal: Journal) -> None:
    """Question, answer in words, outcome, tries, hints, explanation, and the words of the report with their place."""
    question = EVENTS["which-wednesday"]
    journal.add(question.name, "answer", answer="june-12", outcome="not-yet")
    journal.add(question.name, "hint")
    journal.add(question.name, "answer", answer="june-19", outcome="right")
    card = card_of(page_of(journal), question.prompt)
    assert "● Right · Tries: 2 · Hints taken: 1 of 2 · Choose one My answer 19 June 2024 Explanation" in card
    assert question.explanation in card
    assert "Paragraph 2: “on Wednesday”" in card
    assert "12 June" not in card


def test_what_is_not_right_yet_gives_nothing_away(journal: Journal) -> None:
    """The answer and its outcome, and no explanation."""
    question = EVENTS["which-wednesday"]
    journal.add(question.name, "answer", answer="june-12", outcome="not-yet")
    card = card_of(page_of(journal), question.prompt)
    assert card.endswith("◐ Not yet right · Tries: 1 · Choose one My answer 12 June 2024")


def test_a_draft_is_shown_as_not_checked(journal: Journal) -> None:
    """Beside a checked answer, or alone; the outcome stays what it was."""
    journal.add(LADDER.name, "draft", answer=["attack", "help"])
    attack, help_ = LADDER.option("attack").text, LADDER.option("help").text
    expected = f"○ Not tried yet · Put in order Not checked yet {attack} {help_}"
    assert card_of(page_of(journal), LADDER.prompt).endswith(expected)
    right = solution(LADDER, CODED)
    journal.add(LADDER.name, "answer", answer=right, outcome="right")
    assert "Not checked yet" not in card_of(page_of(journal), LADDER.prompt)
    journal.add(LADDER.name, "draft", answer=["attack"])
    card = card_of(page_of(journal), LADDER.prompt)
    assert card.index("My answer") < card.index("Not checked yet") < card.index("Explanation")


def test_once_right_the_right_answer_is_the_answer(journal: Journal) -> None:
    """Who tries something else afterwards sees both, and which is which."""
    question = EVENTS["which-wednesday"]
    journal.add(question.name, "answer", answer="june-19", outcome="right")
    journal.add(question.name, "answer", answer="june-20", outcome="not-yet")
    assert "My answer 19 June 2024 Tried after that 20 June 2024" in card_of(page_of(journal), question.prompt)


def test_an_explanation_asked_for_is_shown_without_an_answer(journal: Journal) -> None:
    """A question that was only explained says so."""
    journal.add(LADDER.name, "reveal")
    card = card_of(page_of(journal), LADDER.prompt)
    assert "Explained · Put in order No answer; the explanation was requested. Explanation" in card
    assert LADDER.explanation in card


def test_what_was_written_stays_text(journal: Journal) -> None:
    """Markup, line ends and any script are kept word for word and do nothing."""
    written = 'One.\n\n<script>alert(1)</script> </main> &amp; "x" 한국어 😀 {{ 7 * 7 }}'
    journal.add("events/done-and-said", "answer", answer=written, outcome="answered")
    page = page_of(journal)
    assert [] == parsed(page).query("script")
    assert f'<p dir="auto" class="said">{written.split()[0]}\n\n&lt;script&gt;' in page
    assert "</main> &amp; " in text_of(page)
    assert "{{ 7 * 7 }}" in text_of(page)


def test_a_lesson_with_nothing_done_is_named_only(journal: Journal) -> None:
    """Lessons in their order, with what is done of each; the others stand in a short list at the end."""
    journal.add("events/ladder", "reveal")
    journal.add("actors/own-words", "hint")
    journal.add("start/first-country", "draft", answer="russia")
    page = page_of(journal)
    titles = [heading.to_text() for heading in parsed(page).query("h2")]
    assert ["1. Read the report", "3. What happened, and what was only said"] == titles[:2]
    assert ["Lessons not begun yet", "The report in plain words", "Words explained"] == titles[-3:]
    assert "1 of 9 questions done" in page
    assert "2. Who acts and who speaks" in text_of(page).partition("Lessons not begun yet")[2]


def test_what_is_open_is_listed_by_its_question(journal: Journal) -> None:
    """A question without an answer stands in a short list, with the hints that were taken."""
    journal.add("events/ladder", "reveal")
    journal.add("events/which-wednesday", "hint")
    open_ones = card_of(page_of(journal), "Not answered yet")
    assert "Which … (Hints taken: 1 of 2)" in open_ones
    assert EVENTS["threat-or-deed"].prompt in open_ones
    assert LADDER.prompt[:40] not in open_ones


def test_only_the_lessons_asked_for(journal: Journal) -> None:
    """Also one with nothing done; an unknown one is told."""
    for question in QUESTIONS:
        journal.add(question.name, "reveal")
    page = page_of(journal, lessons=["events"])
    assert ["3. What happened, and what was only said"] == [h.to_text() for h in parsed(page).query("h2")]
    empty = page_of(Journal(journal.path.with_name("none.jsonl")), lessons=["read"])
    assert "0 of 10 questions done" in empty
    with pytest.raises(CommuniqueError, match="Did you mean 'events'"):
        page_of(journal, lessons=["evnts"])


def test_a_name_is_there_only_if_it_was_typed(journal: Journal) -> None:
    """Without one, paper has an empty line for it; with one, it is text like any other."""
    journal.add(LADDER.name, "reveal")
    assert '<p class="by-hand">Name:</p>' in page_of(journal)
    page = page_of(journal, name="  Kim <b>Lee</b>\n ")
    assert "Name: Kim <b>Lee</b> Made on 21 June 2024" in text_of(page)
    assert "by-hand" not in page.partition("<body>")[2]
    assert "Kim" not in journal.path.read_text(encoding="utf-8")


def test_the_source_and_its_licence_are_named(journal: Journal) -> None:
    """Whoever gets the sheet can see what it is about, whose words these are, and when it was made."""
    words = text_of(page_of(journal))
    for said in ("A classroom report, based on Sky News, 20 June 2024", CODED.headline, CODED.licence, CODED.about):
        assert said in words
    assert "Made on 21 June 2024" in words
    assert "Nothing is answered yet" in words


def _secrets(question: Question) -> list[str]:
    """Whatever an author wrote for afterwards."""
    told = [part.feedback for part in (*question.options, *question.near)]
    model = load_keys(question.lesson.name).get(question.id, Key()).model
    return [
        secret for secret in (question.explanation, *question.hints, *question.ask_yourself, model, *told) if secret
    ]


@each_lesson
def test_nothing_of_an_open_question_is_on_the_sheet(info: LessonInfo, journal: Journal) -> None:
    """With a hint and a draft, neither hint nor explanation, feedback or model answer is anywhere on the page."""
    questions = load_questions(info.name).values()
    for question in questions:
        journal.add(question.name, "hint")
        journal.add(question.name, "draft", answer=[option.id for option in question.options] or "My words.")
    journal.add(f"{info.name}/other", "reveal")
    words = text_of(page_of(journal, lessons=[info.name]))
    assert [] == [
        (question.id, secret)
        for question in questions
        for secret in _secrets(question)
        if " ".join(secret.split()) in words
    ]


@each_lesson
def test_every_question_of_the_course_fits_on_a_sheet(info: LessonInfo, journal: Journal) -> None:
    """The right answer, its explanation and its words make a page without a fault."""
    questions = load_questions(info.name).values()
    for question in questions:
        outcome = "answered" if question.kind in ("open", "short-answer", "predict-then-check") else "right"
        journal.add(question.name, "answer", answer=solution(question, CODED), outcome=outcome)
    cards = cards_of(page_of(journal, lessons=[info.name]))
    for question in questions:
        card = the_card(cards, question.prompt)
        assert " ".join(question.explanation.split()) in card
        assert "It is kept as" not in card


def test_the_page_needs_nothing_and_runs_nothing(journal: Journal) -> None:
    """No script, no link, no picture, no address to fetch from; and the browser is told to allow none."""
    for question in QUESTIONS:
        journal.add(question.name, "reveal")
    page = page_of(journal)
    tree = parsed(page)
    assert [] == [node for tag in ("script", "link", "img", "a", "iframe") for node in tree.query(tag)]
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_a_worksheet_is_replaced_by_a_newer_one_only(journal: Journal, tmp_path: Path) -> None:
    """A page of somebody else's under the same name stays."""
    journal.add(LADDER.name, "reveal")
    page = page_of(journal)
    wanted = tmp_path / "my-worksheet.html"
    assert [wanted, wanted] == [write_own(wanted, page) for _ in range(2)]
    wanted.write_text("<!DOCTYPE html><p>my essay", encoding="utf-8")
    assert tmp_path / "my-worksheet-2.html" == write_own(wanted, page)
    assert "my essay" in wanted.read_text(encoding="utf-8")


def test_an_article_without_source_or_licence_has_no_empty_line(journal: Journal, tmp_path: Path) -> None:
    """A teacher's own text file makes a clean page as well."""
    path = tmp_path / "story.txt"
    path.write_text("A headline\n\nOne.\n\nTwo.", encoding="utf-8")
    mine: CodedArticle = load_coded(path)
    words = text_of(worksheet(journal, COURSE, mine))
    assert "Licence:" not in words
    assert "“A headline”." in words
