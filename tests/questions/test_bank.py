"""A lesson's questions on an article: the course's, the author's and generated ones, each with its key."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base.places import articles_folder
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.lesson_key import LessonKey
from communique.questions.bank import keys_of, numbers_of, questions_of, written_for
from communique.questions.kinds import kind_of
from communique.questions.lesson_files import lesson_file, tool_content
from communique.questions.marking import ANSWERED, RIGHT, key_of, mark
from communique.questions.reading import load_questions

from ..marked import solution
from ..some import some

LESSONS = [info.name for info in load_course().lessons]
WRITTEN = """questions:
  - id: my-own
    kind: choose-one
    prompt: "Who is thanked [[joint-statement-2023]]?"
    options:
      - {id: oman, text: Oman, feedback: "Yes."}
      - {id: usa, text: The United States, feedback: "Look at paragraph 5."}
    hints: [Look at paragraph 5., Ask who hosted.]
    explanation: Paragraph 5 says it.
    evidence: [{paragraph: p5, words: "thanked Iraq and Oman"}]
"""


@pytest.fixture
def brought(tmp_path: Path) -> CodedArticle:
    """The second report, with a question that its author wrote for the lesson events."""
    folder = tmp_path / "my-report"
    shutil.copytree(articles_folder() / "beijing-2023", folder)
    (folder / "lessons" / "events").mkdir(parents=True)
    (folder / "lessons" / "events" / "questions.yml").write_text(WRITTEN, encoding="utf-8")
    (folder / "lessons" / "events" / "key.yml").write_text("my-own: {right: [oman]}\n", encoding="utf-8")
    return load_coded(folder)


def test_on_its_own_article_a_lesson_has_its_own_questions(coded: CodedArticle) -> None:
    """Nothing that was made for other articles, and nothing generated, counts there."""
    for lesson in some(LESSONS):
        assert load_questions(lesson) == questions_of(LessonKey(lesson), coded)
        assert not [name for name in questions_of(LessonKey(lesson)) if name.endswith("-here")]


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_a_lesson_shows_is_numbered_without_a_gap(lesson: str) -> None:
    """First come those that everybody is asked, then the extra ones, then those asked no more."""
    questions, info = load_questions(lesson), load_course().lesson(lesson)
    numbers = numbers_of(info, questions.values())
    assert [f"{info.number}.{place}" for place in range(1, len(questions) + 1)] == list(numbers.values())
    ranks = [2 if questions[name].former else int(questions[name].extra) for name in numbers]
    assert sorted(ranks) == ranks
    for rank in set(ranks):
        in_turn = [one for one, own in zip(numbers, ranks, strict=True) if own == rank]
        assert [one for one in questions if one in in_turn] == in_turn


@pytest.mark.parametrize("lesson", LESSONS)
def test_on_another_article_every_question_has_its_key(lesson: str, brought: CodedArticle) -> None:
    """Each question of each lesson is answered by its key; those on the text nobody has seen have the last numbers."""
    questions = list(questions_of(LessonKey(lesson, "my-report"), brought).values())
    for question in questions:
        assert f"{lesson}@my-report/{question.id}" == question.name
        expected = RIGHT if kind_of(question).marked else ANSWERED
        assert expected == mark(question, solution(question, brought), brought).outcome, question.id
    assert ["exit-ticket", "one-thing-to-check"] == [question.id for question in questions[-2:]]


def test_what_the_author_wrote_stands_beside_what_is_generated(brought: CodedArticle) -> None:
    """Both kinds are asked, a source is named in words, and the card can tell the two apart."""
    found = questions_of(LessonKey("events", "my-report"), brought)
    assert not found["my-own"].generated
    assert "Joint Trilateral Statement" in found["my-own"].prompt
    assert [q.id for q in found.values() if q.generated]
    assert ("oman",) == keys_of(LessonKey("events", "my-report"), brought)["my-own"].right
    assert ["my-own"] == list(written_for(LessonKey("events", "my-report"), brought))
    assert ("oman",) == key_of(found["my-own"], brought).right


def test_questions_for_every_article_point_at_no_words_of_one(brought: CodedArticle) -> None:
    """What a lesson asks on any article lights no words but those of a short text: its own report's are not there."""
    for lesson in some(LESSONS):
        common = load_questions(lesson, "my-report")
        assert [] == [q.id for q in common.values() if (q.evidence or q.near) and not q.text]


def test_an_authors_slip_is_told_with_its_place(brought: CodedArticle) -> None:
    """The message names the file and the question."""
    path = lesson_file(LessonKey("events", "my-report"), brought, "questions.yml")
    path.write_text(WRITTEN.replace("kind: choose-one", "kind: choose-won"), encoding="utf-8")
    with pytest.raises(
        CommuniqueError, match=r"question my-own, field kind: 'choose-won' is not known; nearest: 'choose-one'"
    ):
        questions_of(LessonKey("events", "my-report"), brought)
    path.write_text("questions: 3\n", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="field questions: 3 is not a list"):
        questions_of(LessonKey("events", "my-report"), brought)


def test_a_tools_file_is_the_articles_own(brought: CodedArticle) -> None:
    """A tool reads what was written for the article, and nothing that was written for another."""
    assert {} == tool_content(LessonKey("clause", "my-report"), brought, "scenario.yml")
    (brought.folder / "lessons" / "clause").mkdir()
    (brought.folder / "lessons" / "clause" / "scenario.yml").write_text("note: mine\n", encoding="utf-8")
    assert {"note": "mine"} == tool_content(LessonKey("clause", "my-report"), brought, "scenario.yml")
    assert "facts" in tool_content(LessonKey("clause"), brought, "scenario.yml")


def test_every_question_says_how_it_is_marked() -> None:
    """A question for other articles that needs a key has one, and each is open, or has a key in key.yml."""
    for lesson in some(LESSONS):
        keys = keys_of(LessonKey(lesson))
        for question in load_questions(lesson, "any").values():
            assert not kind_of(question).key_field or question.id in keys


def test_a_missing_key_is_asked_for_in_the_file_where_it_belongs(brought: CodedArticle) -> None:
    """The message names the article's own key.yml for its author's question, and the course's for one of the course."""
    lesson = LessonKey("events", "my-report")
    own = written_for(lesson, brought)["my-own"]
    assert brought.folder
    path = brought.folder / "lessons" / "events" / "key.yml"
    path.write_text("another: {right: [oman]}\n", encoding="utf-8")
    for question, file in ((own, str(path)), (replace(own, id="gone"), "lessons/events/key.yml")):
        with pytest.raises(CommuniqueError, match=f"^{re.escape(file)} has no key for '{question.id}'"):
            key_of(question, brought)
