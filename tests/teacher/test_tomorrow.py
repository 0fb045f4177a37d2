"""What a teacher needs before the next lesson stands first: questions, students, answers, by rules that are stated."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from communique import load_class
from communique.course.course import load_course
from justhtml import JustHTML

from ..classes import line, make_class, put

COURSE = load_course()


def _answered(folder: Path, student: str, answers: dict[str, object], day: int = 1) -> None:
    """A student's file, with one answer to each question, a minute apart."""
    chance = random.Random(student)
    lines = [line(chance, name, "answer", day * 1440 + n, answer=a) for n, (name, a) in enumerate(answers.items())]
    put(folder / student / "my-progress.jsonl", "\n".join(lines) + "\n")


def _section(page: str, name: str) -> JustHTML:
    (found,) = JustHTML(page, sanitize=False).query(f"#{name}")
    return found


def _words(node: object) -> str:
    return " ".join(node.to_text().split())  # type: ignore[attr-defined]


def test_it_is_the_first_thing_and_has_three_questions_with_the_commonest_wrong_choice(tmp_path: Path) -> None:
    """Twenty students: each question has its number, its share, the wrong choice in words and by how many."""
    make_class(tmp_path, 20)
    report = load_class(tmp_path)
    page = report.html()
    assert page.index('<section id="tomorrow"') == page.index("<section ")
    asked = _section(page, "tomorrow").query("article")
    assert 3 == len(asked)
    seen = report.lessons.dropna(subset="last_active").sort_values("last_active")
    last = seen.drop_duplicates("student", keep="last")["lesson"].mode()[0]
    marked = report.questions.query("tried >= 5 and wrong_count > 0").dropna(subset="share_at_first")
    assert len(marked[marked["lesson"] == last]) >= 3
    hardest = marked[marked["lesson"] == last].sort_values(["share_at_first", "tries_median"], ascending=[True, False])
    for article, (_, row) in zip(asked, hardest.head(3).iterrows(), strict=True):
        said = _words(article)
        assert said.startswith(f"{row['number']} {' '.join(row['prompt'].split())}")
        assert f"{100 * row['share_at_first']:.0f}% right at the first try of {row['tried']} who tried" in said
        assert f"{' '.join(row['wrong_text'].split())} ({row['wrong_count']} of {row['tried']})" in said


@pytest.mark.parametrize("students", [4, 5])
def test_what_four_have_tried_is_no_question_for_tomorrow(students: int, tmp_path: Path) -> None:
    """Five answers are needed before anything is said."""
    for number in range(students):
        _answered(tmp_path, f"pupil-{number}", {"events/threat-or-deed": "has-sent"})
    assert (students == 5) == (1 == len(_section(load_class(tmp_path).html(), "tomorrow").query("article")))


def test_who_is_behind_is_named_with_the_lessons(tmp_path: Path) -> None:
    """Whoever has not begun what half of the class has begun; what fewer have begun puts nobody behind."""
    both = {"actors/who-speaks": "x", "events/threat-or-deed": "would-consider"}
    for name in ("Ana", "Ben"):
        _answered(tmp_path, name, both | ({"clause/without-the-agency": "x"} if name == "Ana" else {}))
    for name in ("Cho", "Dia"):
        _answered(tmp_path, name, {"actors/who-speaks": "x"} if name == "Cho" else both)
    shown = [_words(one) for one in _section(load_class(tmp_path).html(), "tomorrow").query("ul.names li")]
    assert [f"Cho ({COURSE.lesson('events').number})"] == shown


def test_broken_files_are_named_there(tmp_path: Path) -> None:
    """A teacher can ask for them again before the lesson."""
    make_class(tmp_path, 2)
    put(tmp_path / "Eve Park" / "my-progress.jsonl", "{")
    assert "Eve Park" in _words(_section(load_class(tmp_path).html(), "tomorrow"))


def test_three_answers_of_middle_length_are_read_aloud(tmp_path: Path) -> None:
    """Neither the shortest nor the longest, none of fewer than five words; all of them are below, with a label."""
    lengths = (2, 3, 6, 7, 8, 9, 30)
    for length in lengths:
        words = " ".join(f"w{length}" for _ in range(length))
        _answered(tmp_path, f"pupil-{length}", {"events/done-and-said": words})
    report = load_class(tmp_path)
    lists = _section(report.html(), "written").query("ul.answers")
    aloud, everything = ([_words(one) for one in answers.query("li")] for answers in lists)
    assert [7, 8, 9] == [int(answer.split()[0][1:]) for answer in aloud]
    assert sorted(lengths) == sorted(int(answer.split()[0][1:]) for answer in everything)
    labels = set(report.students["pseudonym"])
    assert labels == {label for label in labels if any(label in answer for answer in everything)}


def test_a_short_answer_is_shown_as_it_was_written(tmp_path: Path) -> None:
    """Without the list that was ticked, and whole although a grid of that length would be cut."""
    written = "It says would consider. " * 40
    _answered(tmp_path, "Ana", {"table/hardest-move": {"text": written, "ticks": ["move"]}})
    shown = _words(_section(load_class(tmp_path).html(), "written"))
    assert written.strip() in shown
    assert "ticks" not in shown
