"""An open question shows a weak, a fair and a good sample of an answer, and offers beginnings of sentences."""

import pytest
from communique.coding.article import CodedArticle
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.how_far import counted
from communique.questions.keys import load_keys
from communique.questions.marking import with_key
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.widgets.questions.question import QuestionWidget

OPEN = [q for info in load_course().lessons for q in load_questions(info.name).values() if q.kind == "open"]
OWN = [question for question in OPEN if question.evidence]


@pytest.mark.parametrize("question", OWN, ids=lambda question: question.name)
def test_samples_come_from_weak_to_good(question: Question, coded: CodedArticle) -> None:
    """Each level is labelled, and no two are the same; the page has none of them before an answer."""
    key = load_keys(str(question.lesson))[question.id]
    shown = with_key(question, coded).solution_in_words()
    assert [f"Weak: {key.weak}", f"Fair: {key.fair}", f"Good: {key.model}"] == shown
    assert 3 == len({key.weak, key.fair, key.model})
    assert len(key.weak) < len(key.model)


@pytest.mark.parametrize("question", OWN, ids=lambda question: question.name)
def test_starters_are_beginnings(question: Question, coded: CodedArticle, journal: Journal) -> None:
    """They reach the page, two at least, and leave the saying to the student; no sample does before an answer."""
    widget = QuestionWidget(question, coded, journal)
    assert list(question.starters) == widget.question["starters"]
    assert len(question.starters) >= 2
    assert all("…" in starter for starter in question.starters)
    assert "" == widget.state["solution"]


def test_there_is_one_in_every_lesson() -> None:
    """Each lesson of the course ends with an open question of this kind, before the one on a text of its own."""
    asked = [question.lesson.name for question in counted(OWN) if question.id != "one-thing-to-check"]
    assert [info.name for info in load_course().lessons] == asked
