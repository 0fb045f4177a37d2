"""An open question shows a weak, a fair and a good sample of an answer, and offers beginnings of sentences."""

import re

import pytest
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.how_far import counted
from communique.questions.keys import load_keys
from communique.questions.marking import with_key
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.widgets.questions.question import QuestionWidget

LESSONS = [info.name for info in load_course().lessons]
OWN = [q for name in LESSONS for q in load_questions(name).values() if q.kind == "open"]
#: Those that a lesson asks on any other article.
ANY = [q for name in LESSONS for q in load_questions(name, "any").values() if q.kind == "open" and not q.text]
ABOUT = "on our report from Beijing: "


@pytest.mark.parametrize("question", [*OWN, *ANY], ids=lambda question: question.name)
def test_samples_come_from_weak_to_good(question: Question, coded: CodedArticle) -> None:
    """Each level is labelled, and no two are the same; the page has none of them before an answer."""
    key = load_keys(question.lesson.name)[question.id]
    shown = with_key(question, coded).solution_in_words()
    assert [f"Weak: {key.weak}", f"Fair: {key.fair}", f"Good: {key.model}"] == shown
    assert 3 == len({key.weak, key.fair, key.model})
    assert len(key.weak) < len(key.model)


@pytest.mark.parametrize("question", [q for q in ANY if q.id.endswith("-here")], ids=lambda question: question.name)
def test_samples_for_any_article_say_which_report_they_are_about(question: Question) -> None:
    """Nobody has seen the article, so each sample is about the second report, and quotes only what that has."""
    key, report = load_keys(question.lesson.name)[question.id], load_coded("beijing-2023")
    assert key.model.startswith("A good answer ")
    for sample in (key.weak, key.fair, key.model):
        (answer,) = re.split(ABOUT, sample, flags=re.IGNORECASE)[1:]
        quoted = [words.strip(".,") for words in re.findall('"([^"]+)"', answer) if " " in words]
        assert [] == [words for words in quoted if words not in report.text]


@pytest.mark.parametrize("question", [*OWN, *ANY], ids=lambda question: question.name)
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
    assert asked == LESSONS
    on_any = [str(question.lesson.name) for question in counted(ANY)]
    assert on_any == LESSONS
