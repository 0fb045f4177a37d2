"""A lesson in a notebook: it opens, asks, shows and ends, and it knows where the student stands."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from communique import Article, CommuniqueError, Lesson, Reader, mention_map, open_lesson, timeline
from communique.base import journal_lines
from communique.cli import main
from communique.course.course import OPEN
from communique.course.journal import WINDOWS
from communique.questions.how_far import counted
from communique.questions.reading import load_questions
from communique.widgets.base import CommuniqueWidget
from communique.widgets.lesson.header import LessonHeader
from communique.widgets.questions.question import question_widget

from ..marked import solution
from ..page import head_of


@pytest.fixture
def lesson() -> Lesson:
    """The lesson on events, just opened by a student who is new."""
    return open_lesson("events")


def _answer(lesson: Lesson, question_id: str) -> None:
    question = load_questions("events")[question_id]
    lesson.ask(question_id).check(solution(question, lesson.article.coded))


def test_a_lesson_opens_with_its_article(lesson: Lesson) -> None:
    """The student has the article without naming a file."""
    assert "<Lesson 'What happened, and what was only said'>" == repr(lesson)
    assert isinstance(lesson.article, Article)
    assert "south-korea-2024" == lesson.article.slug


def test_a_wrong_lesson_is_a_sentence() -> None:
    """The message names the lesson that was meant, and all there are."""
    with pytest.raises(CommuniqueError, match=r"Did you mean 'events'\?"):
        open_lesson("evnts")


def test_a_wrong_question_brings_the_nearest(lesson: Lesson) -> None:
    """An author who misspells a question in lesson.md is told its name, or all the names."""
    with pytest.raises(CommuniqueError, match=r"Did you mean 'ladder'\?"):
        lesson.ask("lader")
    with pytest.raises(CommuniqueError, match="Its questions are: threat-or-deed"):
        lesson.ask("zzzzzz")


@pytest.mark.parametrize("question_id", load_questions("events"))
def test_each_question_has_the_widget_of_its_kind(question_id: str, lesson: Lesson) -> None:
    """What is asked is shown in the way of its kind."""
    widget = lesson.ask(question_id)
    assert isinstance(widget, question_widget(load_questions("events")[question_id].kind))
    assert question_id == widget.question["id"]


def test_a_card_has_the_number_of_the_teachers_book(lesson: Lesson) -> None:
    """The lesson's number and the question's, in the order in which the lesson asks."""
    assert ["3.1", "3.3"] == [lesson.ask(name).question["number"] for name in ("threat-or-deed", "ladder")]


def test_running_a_lesson_again_finds_everything_where_it_was(lesson: Lesson) -> None:
    """After a new kernel the answer, the tries and the outcome are there, and the lesson says so."""
    _answer(lesson, "ladder")
    again = open_lesson("events")
    state = again.ask("ladder").state
    assert ("right", 1) == (state["outcome"], state["tries"])
    assert ["attack"] == state["answer"][-1:]
    head = head_of(again).state
    assert ["Welcome back. Your answers are where you left them."] == head["lines"]
    assert (1, len(counted(load_questions("events").values()))) == (head["progress"]["done"], head["progress"]["count"])


def test_cards_of_a_lesson_that_was_opened_twice_follow_each_other() -> None:
    """Two windows on one notebook share a kernel: what is answered in one is shown and counted in the other."""
    one, other = (open_lesson("events") for _ in range(2))
    here, there, head = one.ask("threat-or-deed"), other.ask("threat-or-deed"), head_of(one)
    there.act({"do": "check", "answer": "would-consider"})
    assert here.state["outcome"] == "right"
    assert (here.state, here.card) == (there.state, there.card)
    assert head.state == head_of(other).state


def test_a_notebook_that_opens_its_lesson_in_every_cell_follows_as_a_whole() -> None:
    """However often it is opened for a card, the first card, the head and what waits hear of an answer."""
    first = open_lesson("events")
    head, card, shown = head_of(first), first.ask("ladder"), first.show(first.article.events, after="ladder")
    for name in load_questions("events"):
        last = open_lesson("events").ask(name)
    _answer(open_lesson("events"), "ladder")
    assert last.state["outcome"] != card.state["outcome"] == "right"
    assert 1 == head.state["progress"]["done"]
    assert len(first.article.events) == len(shown.children[0].rows)


def test_a_lesson_that_is_run_again_and_again_stays_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last that show the same thing follow each other, older ones are let go, and each state is worked out once."""
    worked_out: list[str] = []
    for name in ("_state", "_map_state"):
        work = getattr(Lesson, name)

        @wraps(work)
        def counted_work(self: Lesson, *, _of: Any = work, **how: Any) -> Any:
            worked_out.append(_of.__name__)
            return _of(self, **how)

        monkeypatch.setattr(Lesson, name, counted_work)
    heard = []
    for _ in range(WINDOWS + 3):
        lesson = open_lesson("events")
        head, foot, course_map, card = head_of(lesson), lesson.finish(), lesson.map(), lesson.ask("threat-or-deed")
        table = lesson.show(lesson.article.events[["label"]], after="threat-or-deed")
        worked_out.clear()
        lesson.journal.add("events/ladder", "draft", answer=["x"])
        heard.append(len(worked_out))
    assert [3 * min(number, WINDOWS) for number in range(1, WINDOWS + 4)] == heard
    card.act({"do": "check", "answer": "would-consider"})
    assert 1 == head.state["progress"]["done"]
    assert course_map.state == foot.children[1].state
    assert len(lesson.article.events) == len(table.children[0].rows)


def test_a_new_student_is_told_where_answers_are_kept(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the notebooks' folder the file's name will do; elsewhere its whole path is named."""
    assert ["Everything you answer is saved automatically in my-progress.jsonl."] == head_of(lesson).state["lines"]
    elsewhere = Path.cwd() / "kept" / "answers.jsonl"
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(elsewhere))
    (line,) = head_of(open_lesson("events")).state["lines"]
    assert f"Everything you answer is saved automatically in {elsewhere}." == line


def test_head_and_foot_move_with_the_answers(lesson: Lesson) -> None:
    """Head and foot that stand on the page count an answer as soon as it is on disk."""
    head, foot = head_of(lesson), lesson.finish()
    assert (0, len(counted(load_questions("events").values()))) == (
        head.state["progress"]["done"],
        head.state["progress"]["count"],
    )
    _answer(lesson, "ladder")
    assert 1 == head.state["progress"]["done"]
    assert "ladder" not in [one["id"] for one in foot.children[0].state["open"]]


def test_a_check_parses_its_own_line_and_no_other(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much a student has done, head, foot and question are brought up to date from the line that was added."""
    for number in range(200):
        lesson.journal.add("events/ladder", "draft", answer=[str(number)])
    head, foot, widget = head_of(lesson), lesson.finish(), lesson.ask("ladder")
    parsed: list[bytes] = []
    loads = journal_lines.json.loads
    monkeypatch.setattr(journal_lines.json, "loads", lambda line: parsed.append(line) or loads(line))
    widget.check(solution(load_questions("events")["ladder"], lesson.article.coded))
    assert 1 == len([line for line in parsed if line])
    assert ("right", 1) == (widget.state["outcome"], head.state["progress"]["done"])
    assert "ladder" not in [one["id"] for one in foot.children[0].state["open"]]


def test_answers_in_one_lesson_count_in_the_next(lesson: Lesson) -> None:
    """The progress over the course is seen from every lesson."""
    _answer(lesson, "ladder")
    lessons = open_lesson("read").finish().children[1].state["lessons"]
    assert [0, 0, 1, 0] == [one["done"] for one in lessons][:4]


def test_the_foot_lists_what_is_open_and_what_comes_next() -> None:
    """At the end a student sees the open questions, the next lesson, and where the answers are."""
    foot, course_map, *_ = open_lesson("read").finish().children
    assert isinstance(foot, LessonHeader)
    asked = enumerate((q for q in load_questions("read").values() if not q.extra), 1)
    assert [{"id": q.id, "text": f"1.{n} {q.prompt}"} for n, q in asked] == foot.state["open"]
    assert "2. Who acts and who speaks" == course_map.state["next"]["lesson"]
    assert str(Path.cwd() / "my-progress.jsonl") in foot.state["lines"][0]


def test_nothing_reaches_a_page_without_its_state(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow page draws a widget as it was made, and may not hear of what was put in a moment later."""
    reached: list[tuple[str, bool]] = []
    opens = CommuniqueWidget.open

    def noted(widget: CommuniqueWidget) -> None:
        reached.append((type(widget).__name__, bool(getattr(widget, "state", True))))
        opens(widget)

    monkeypatch.setattr(CommuniqueWidget, "open", noted)
    lesson._ipython_display_()
    lesson.map()
    lesson.finish()
    assert {"LessonHeader", "CourseMap"} <= {name for name, _ in reached}
    assert [] == [name for name, has_state in reached if not has_state]


def test_the_last_lesson_says_that_it_is_the_last() -> None:
    """Nobody looks for a lesson that is not there."""
    from communique.course.course import load_course

    last = load_course().lessons[-1].name
    assert "This was the last lesson." == open_lesson(last).finish().children[0].state["lines"][0]


def test_when_all_is_done_the_foot_says_so(lesson: Lesson) -> None:
    """Right, answered or explained: every question counts, and nothing is left open."""
    foot = lesson.finish().children[0]
    for question_id, question in load_questions("events").items():
        lesson.ask(question_id).check(
            "My words." if question.kind == "open" else solution(question, lesson.article.coded)
        )
    assert [] == foot.state["open"]
    assert "All questions are done." == foot.state["lines"][-1]


def test_the_reader_knows_the_words_of_the_questions(lesson: Lesson) -> None:
    """A right answer lights up its words in the lesson's reader."""
    reader = lesson.reader(["events"])
    assert isinstance(reader, Reader)
    assert [] == reader.spots
    _answer(lesson, "ladder")
    assert {e.paragraph for e in load_questions("events")["ladder"].evidence} == {s.split(":")[0] for s in reader.spots}


def test_tables_columns_and_charts_can_be_shown(lesson: Lesson) -> None:
    """Whatever a lesson makes from the article lights its words in the lesson's reader."""
    article, reader = lesson.article, lesson.reader()
    figures = timeline(article.events), mention_map(article.mentions, article.actors, article.statements)
    for shown in (article.events[["label"]], article.events["label"], *figures):
        widget = lesson.show(shown)
        (pressed, *_) = getattr(widget, "children", [widget])
        reader.lit = []
        pressed.chosen, pressed.presses = ["E01"], 1
        assert ["E01"] == reader.lit


@pytest.mark.parametrize("what", [7, "E01", None, [1]])
def test_what_cannot_be_shown_is_said(what: object, lesson: Lesson) -> None:
    """The message says what can be given."""
    with pytest.raises(CommuniqueError, match="Give it a table"):
        lesson.show(what)


def test_what_gives_an_answer_away_comes_after_the_first_try(lesson: Lesson) -> None:
    """A line names the question by its card's number; the table is there after a try, and the next day at once."""
    table = lesson.article.events[["label"]]
    shown = lesson.show(table, after="threat-or-deed")
    (waiting,) = shown.children
    assert "question 3.1" in " ".join(waiting.lines)
    lesson.journal.add("events/threat-or-deed", "hint")
    assert (waiting,) == shown.children
    lesson.journal.add("events/threat-or-deed", "answer", answer="has-sent", outcome="not-yet")
    assert len(table) == len(shown.children[0].rows)
    assert len(table) == len(open_lesson("events").show(table, after="threat-or-deed").children[0].rows)
    with pytest.raises(CommuniqueError, match="no question 'threat'"):
        lesson.show(table, after="threat")


def test_the_explanation_opens_it_too_and_a_teacher_opens_everything(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After *I don't know* with no hints left; with `open: true` in course.yml nothing waits."""
    table = lesson.article.events[["label"]]
    shown = lesson.show(table, after="threat-or-deed")
    lesson.journal.add("events/threat-or-deed", "reveal")
    assert len(table) == len(shown.children[0].rows)
    monkeypatch.setattr(lesson, "_course", replace(lesson._course, open=True))
    assert len(table) == len(lesson.show(table, after="ladder").rows)


def test_a_folder_for_the_projector_has_everything_open(lesson: Lesson, capsys: pytest.CaptureFixture[str]) -> None:
    """`communique start --projector` leaves a file in the folder; a lesson opened beside it waits for no question."""
    assert 0 == main(["start", ".", "--projector", "--no-open"])
    assert OPEN in capsys.readouterr().out
    table = lesson.article.events[["label"]]
    assert len(table) == len(open_lesson("events").show(table, after="ladder").rows)
    Path(OPEN).unlink()
    assert 0 == main(["start", ".", "--no-open"])
    assert OPEN not in capsys.readouterr().out
    assert not hasattr(open_lesson("events").show(table, after="ladder"), "rows")


def test_what_waits_for_several_says_which_are_left(lesson: Lesson) -> None:
    """It appears when each has been tried; the line names those that haven't."""
    shown = lesson.show(lesson.article.events[["label"]], after=["threat-or-deed", "what-happened", "ladder"])
    assert "questions 3.1, 3.2 and 3.3" in shown.children[0].lines[0]
    lesson.journal.add("events/what-happened", "answer", answer=["signing"], outcome="not-yet")
    assert "questions 3.1 and 3.3" in shown.children[0].lines[0]
    lesson.journal.add("events/ladder", "reveal")
    assert "question 3.1," in shown.children[0].lines[0]
    lesson.journal.add("events/threat-or-deed", "reveal")
    assert len(lesson.article.events) == len(shown.children[0].rows)


def test_cells_run_out_of_order_share_the_open_lesson(lesson: Lesson) -> None:
    """`again` gives the lesson that was opened last, and opens it where another one was."""
    assert lesson is open_lesson("events", again=True)
    other = open_lesson("actors", again=True)
    assert "actors" == other.info.name
    assert other is open_lesson("voices", again=True)
    assert other is open_lesson("actors", again=True)
    assert other is not open_lesson("actors")
