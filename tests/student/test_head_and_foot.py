"""Head and foot of a lesson: which article it is on, how far one is, what is open and what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique.base.places import articles_folder
from communique.base.strings import text
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions.bank import questions_of
from communique.student.head_and_foot import about_lines, state_of, title_of
from communique.student.worksheet import worksheet


def test_the_head_names_an_article_that_was_brought(tmp_path: Path) -> None:
    """Headline, outlet and day stand above everything else; on the course's own article nothing is said."""
    course = load_course().on(articles_folder() / "beijing-2023")
    info, article = course.lesson("events"), load_coded("beijing-2023")
    questions = questions_of(info.key, article).values()
    journal = Journal(tmp_path / "my-progress.jsonl")
    told = state_of(info, course, journal, questions, article, foot=False)
    assert "Saudi Arabia and Iran agree in Beijing" in told["lines"][0]
    assert "11 March 2023" in told["lines"][0]
    assert {"title": title_of(info), "open": []} == {"title": told["title"], "open": told["open"]}
    assert len(questions) == told["progress"]["count"]
    own = state_of(load_course().lesson("events"), load_course(), journal, (), None, foot=False)
    assert 1 == len(own["lines"])


def test_the_head_says_how_much_nobody_has_checked() -> None:
    """A draft is never taken for a checked coding: the rows that are drafts are counted."""
    article = load_coded("argyle-2023")
    rows = sum(map(len, article.tables.values()))
    assert f"{len(article.drafts)} of the {rows} rows" in about_lines(article)[1]
    assert 1 == len(about_lines(load_coded("beijing-2023")))


@pytest.mark.parametrize("name", ["read", load_course().lessons[-1].name])
def test_the_foot_leads_on(name: str, tmp_path: Path) -> None:
    """What is open is listed, the last lesson says that it is the last, and where the answers are is said."""
    course = load_course()
    info, journal = course.lesson(name), Journal(tmp_path / "my-progress.jsonl")
    questions = questions_of(LessonKey(name)).values()
    told = state_of(info, course, journal, questions, None, foot=True)
    assert [question.id for question in questions if not question.extra] == [one["id"] for one in told["open"]]
    assert (info == course.lessons[-1]) == (text("finish", "last") == told["lines"][0])
    assert str(journal.path) in told["lines"][-2]


def test_what_was_only_explained_is_counted_apart(tmp_path: Path) -> None:
    """At the head and on the worksheet: done is not right, and whoever reads the line sees it."""
    course, journal = load_course(), Journal(tmp_path / "my-progress.jsonl")
    info, questions = course.lesson("events"), questions_of(LessonKey("events"))
    count = sum(not question.extra for question in questions.values())
    journal.add("events/threat-or-deed", "answer", answer="would-consider", outcome="right")
    told = state_of(info, course, journal, questions.values(), None, foot=False)["progress"]["text"]
    assert f"1 of {count} done" == told
    journal.add("events/what-happened", "reveal")
    told = state_of(info, course, journal, questions.values(), None, foot=False)["progress"]["text"]
    assert f"2 of {count} done, 1 only explained" == told
    page = worksheet(journal, course, load_coded(course.article), lessons=["events"])
    assert f"2 of {count} questions done, 1 only explained" in page
