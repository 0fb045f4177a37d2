"""Each lesson under lessons/ keeps what the course promises to students and teachers."""

from __future__ import annotations

import ast
import re

import communique
import pytest
from communique.base.places import lessons_folder
from communique.coding.article import CodedArticle
from communique.coding.units import units_at
from communique.course.course import load_course
from communique.questions.how_far import counted
from communique.questions.kinds import kind_of
from communique.questions.kinds.fill_the_matrix import FillTheMatrix, rows_at
from communique.questions.kinds.match_pairs import MatchPairs
from communique.questions.marking import ANSWERED, RIGHT, key_of, mark
from communique.questions.reading import load_questions
from communique.student.notebooks import FOLD, MORE, text_for
from communique.widgets.tools import TOOLS

from ..marked import solution
from ..some import some

LESSONS = [info.name for info in load_course().lessons]
QUESTIONS = [q for name in LESSONS for q in load_questions(name).values()]
CELL = re.compile(r"```\{code-cell\}[^\n]*\n(?P<tags>(?::[^\n]*\n)*)(?P<code>.*?)```", re.DOTALL)
SECTIONS = (
    "Aims",
    "Time",
    "Before class",
    "Run of the lesson",
    "Discussion",
    "Common misreadings",
    "With ten minutes less",
)
NEEDED = {
    "choose-one": "right",
    "choose-many": "right",
    "predict-then-check": "right",
    "put-in-order": "orders",
    "find-words": "spans",
    "match-pairs": "pairs",
    "place-on-scale": "pairs",
}
NOT_FOR_NEWCOMERS = {
    *("FunctionDef", "ClassDef", "Lambda", "For", "While", "If", "IfExp", "Try", "With"),
    *("ListComp", "DictComp", "SetComp", "GeneratorExp", "JoinedStr", "Starred"),
}
TICKET = ["exit-ticket", "one-thing-to-check"]
each_lesson = pytest.mark.parametrize("lesson", LESSONS)
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)


def _cells(lesson: str) -> list[tuple[str, str]]:
    return _cells_of(text_for(f"{lesson}/lesson.md"))


def _cells_of(text: str) -> list[tuple[str, str]]:
    return [(match["tags"], match["code"]) for match in CELL.finditer(text)]


def test_the_course_names_the_folders() -> None:
    """Every folder with a lesson is in course.yml, and every lesson in course.yml has a folder."""
    folders = sorted(path.parent.name for path in lessons_folder().glob("*/lesson.md"))
    assert folders == sorted(LESSONS)
    assert load_course().article in [path.name for path in (lessons_folder() / "articles").iterdir()]


@each_lesson
def test_a_lesson_has_its_four_files(lesson: str) -> None:
    """Prose, questions, keys and teaching notes; and a file for each tool of its own."""
    names = {"lesson.md", "questions.yml", "key.yml", "teacher.md"}
    found = {path.name for path in (lessons_folder() / lesson).iterdir() if path.is_file()}
    assert names == found - {f"{tool}.yml" for tool in TOOLS}


@each_lesson
def test_a_lesson_has_at_least_six_questions_of_three_kinds(lesson: str) -> None:
    """Enough to do, and not always the same."""
    kinds = [question.kind for question in load_questions(lesson).values() if not question.former]
    assert len(kinds) >= 6
    assert len(set(kinds) - {"open"}) >= 3


@each_lesson
def test_a_lesson_ends_with_its_one_open_question(lesson: str) -> None:
    """One question on the report that everybody answers is open, its last; then come an exit ticket and one more."""
    asked = counted(load_questions(lesson).values())
    last = [question.id for question in asked if question.id in TICKET]
    about_the_report = [question.kind for question in asked if question.id not in TICKET]
    assert last == TICKET
    assert last == [question.id for question in asked[len(about_the_report) :]]
    assert ["open"] == [kind for kind in about_the_report if kind == "open"]
    assert "open" == about_the_report[-1]


@each_lesson
def test_a_lesson_asks_each_of_its_questions_once(lesson: str) -> None:
    """The cells ask what questions.yml holds, in its order; what is asked no more stands at its end."""
    code = "\n".join(code for _, code in _cells(lesson))
    asked = [name for name, question in load_questions(lesson).items() if not question.former]
    assert asked == list(load_questions(lesson))[: len(asked)]
    assert asked == re.findall(r'lesson\.ask\("([^"]+)"\)', code)
    assert 1 == code.count(f'open_lesson("{lesson}")')
    assert "lesson.finish()" == _cells(lesson)[-1][1].strip()


@each_lesson
def test_what_is_for_whoever_wants_more_is_folded(lesson: str) -> None:
    """The extra questions stand in their own section, and no other question does."""
    inside = re.findall(rf"^{MORE}\n(.*?)(?=^## )", text_for(f"{lesson}/lesson.md"), re.DOTALL | re.MULTILINE)
    extra = [name for name, question in load_questions(lesson).items() if question.extra and not question.former]
    assert len(inside) <= 1
    assert extra == re.findall(r'lesson\.ask\("([^"]+)"\)', "".join(inside))


@each_question
def test_a_question_has_two_hints(question: communique.questions.question.Question) -> None:
    """The first says where to look, the second how to decide."""
    assert 2 == len(question.hints)
    assert 2 == len({hint.strip() for hint in question.hints if hint.strip()})


@each_question
def test_every_option_has_its_own_feedback(question: communique.questions.question.Question) -> None:
    """Whatever a student chooses, the answer is about that choice."""
    told = [option.feedback.strip() for option in question.options]
    assert len(told) == len(set(told) - {""})
    assert len(question.options) == len({option.id for option in question.options})
    assert len(question.options) == len({option.text for option in question.options})


@each_question
def test_a_questions_words_are_in_the_report(
    question: communique.questions.question.Question, coded: CodedArticle
) -> None:
    """Evidence, near misses and keys point at words that stand where they say."""
    key, about = key_of(question), kind_of(question)(question, coded).article
    pointed = [*question.evidence, *question.near, *key.spans, *key.accept_extra]
    assert [] == [p for p in pointed if about.place_of(p) is None]
    assert question.evidence


@each_question
def test_the_key_is_marked_as_right(question: communique.questions.question.Question, coded: CodedArticle) -> None:
    """The solution that a student is shown is one that the marking accepts."""
    expected = RIGHT if kind_of(question).marked else ANSWERED
    assert expected == mark(question, solution(question, coded), coded).outcome


@each_question
def test_a_key_fits_its_kind(question: communique.questions.question.Question, coded: CodedArticle) -> None:
    """Options in a key are options of the question, and each kind has what it needs."""
    key, ids = key_of(question), {option.id for option in question.options}
    assert set() == set(key.right) - ids
    assert {frozenset(ids)} >= {frozenset(order) for order in key.orders}
    filled = {n for n in ("right", "orders", "spans", "pairs", "model") if getattr(key, n)}
    needed = set() if not kind_of(question).key_field else {NEEDED.get(question.kind, "model")}
    assert needed == filled
    assert (question.kind != "choose-one") or len(key.right) == 1
    assert set(key.pairs) == (ids if key.pairs else set())
    kind = kind_of(question)(question, coded)
    allowed = kind.places if isinstance(kind, MatchPairs) else set()
    assert set() == {place for places in key.pairs.values() for place in places} - allowed


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.rows], ids=lambda q: q.name)
def test_a_matrix_has_sides_that_there_are(
    question: communique.questions.question.Question, coded: CodedArticle
) -> None:
    """Rows are actors and columns are issues of the article, each once, and some of the cells are empty."""
    matrix = FillTheMatrix(question, coded)
    assert (list(question.rows), list(question.columns)) == (list(matrix.rows), list(matrix.columns))
    filled = [bool(rows_at(cell, coded)) for cell in matrix.cells]
    assert {True, False} == set(filled)


@each_question
def test_not_everything_is_right(question: communique.questions.question.Question) -> None:
    """A question to choose from has an option that does not fit; a guess may be open to each student's text."""
    right = key_of(question).right
    open_guess = question.name == "yours/how-many-right"
    choosing = ("choose-one", "choose-many", "predict-then-check")
    assert open_guess or question.kind not in choosing or len(right) < len(question.options)


@each_question
def test_options_do_not_stand_in_the_right_order(question: communique.questions.question.Question) -> None:
    """Who presses the button at once has not solved the question."""
    orders = key_of(question).orders
    assert tuple(option.id for option in question.options) not in orders


@each_question
def test_near_misses_are_no_hits(question: communique.questions.question.Question, coded: CodedArticle) -> None:
    """Words with a feedback of their own are not among those that are right."""
    key, about = key_of(question), kind_of(question)(question, coded).article
    right = set(units_at([*key.spans, *key.accept_extra], about, question.unit))
    assert set() == right & set(units_at(question.near, about, question.unit))
    assert [] == [pointer for pointer in question.near if not pointer.feedback.strip()]


@each_lesson
def test_cells_are_short_and_define_nothing(lesson: str) -> None:
    """A cell has one to five lines, and none that a newcomer would have to learn programming for."""
    for _, code in some(_cells(lesson)):
        lines = [line for line in code.strip().splitlines() if line.strip()]
        assert 1 <= len(lines) <= 5
        kinds = {type(node).__name__ for node in ast.walk(ast.parse(code))}
        assert set() == kinds & NOT_FOR_NEWCOMERS, code


@each_lesson
def test_prose_names_no_row_that_a_table_shows_by_its_label(lesson: str) -> None:
    """An event and an actor go by their names: their ids are nowhere on a student's page."""
    assert [] == re.findall(r"\b[AE]\d\d\b", CELL.sub("", text_for(f"{lesson}/lesson.md")))


@each_lesson
def test_cells_use_only_public_names(lesson: str) -> None:
    """What is imported is what communique exports, or plotly to draw with, and no private name is touched."""
    code = "\n".join(code for _, code in _cells(lesson)).replace("import plotly.express as px\n", "")
    imports = re.findall(r"^(?:from (\S+) )?import (.+)$", code, re.MULTILINE)
    assert {"communique"} == {module for module, _ in imports}
    names = {name.strip() for _, names in imports for name in names.split(",")}
    assert set() == names - set(communique.__all__)
    assert [] == re.findall(r"\._\w+", code)


@each_lesson
def test_code_that_can_be_seen_stands_in_one_fold(lesson: str) -> None:
    """What teaches something about the tables: at most three lines a cell, which use public names and run alone."""
    text = text_for(f"{lesson}/lesson.md")
    outside, *folds = re.split(rf"^{FOLD}\n", text, flags=re.MULTILINE)
    assert len(folds) <= 1
    inside, _, behind = "".join(folds).partition("\n## ")
    assert [] == [code for tags, code in _cells_of(outside + behind) if "hide-input" not in tags]
    for _, code in _cells_of(inside):
        assert len(code.strip().splitlines()) <= 3
        (imported,) = re.findall(r"^from communique import (.*)$", code, re.MULTILINE)
        assert set(imported.split(", ")) <= set(communique.__all__)
        assert "lesson." not in code


@each_lesson
def test_a_lesson_can_be_read_by_sixteen_year_olds(lesson: str) -> None:
    """Sentences have on average no more than 18 words, so that nobody stumbles."""
    text = text_for(f"{lesson}/lesson.md").split("---", 2)[2]
    prose = re.sub(r"[*`#]", "", CELL.sub("", text))
    words = len(re.findall(r"\w+", prose))
    sentences = len(re.findall(r"[.?!:](?=\s|$|[\"”)])", prose))
    assert words / sentences <= 18


@each_lesson
def test_teaching_notes_have_their_sections(lesson: str) -> None:
    """A teacher finds aims, timing, talk, misreadings and what to leave out, each with something in it."""
    notes = (lessons_folder() / lesson / "teacher.md").read_text(encoding="utf-8")
    found = dict(part.split("\n", 1) for part in notes.split("\n## ")[1:])
    assert [] == [name for name in SECTIONS if not found.get(name, "").strip()]


@each_lesson
def test_teaching_notes_have_a_line_on_each_answer(lesson: str) -> None:
    """A teacher with the notes alone has something on every question that the lesson asks."""
    notes = (lessons_folder() / lesson / "teacher.md").read_text(encoding="utf-8")
    answers = notes.partition("\n## Answers at a glance\n")[2]
    asked = [question.id for question in load_questions(lesson).values() if not question.former]
    assert [] == [name for name in asked if f"- **{name}** (" not in answers]


@each_lesson
def test_titles_and_times_agree(lesson: str) -> None:
    """Course, lesson and teaching notes give the same title, and the lesson says the minutes of the course."""
    info = load_course().lesson(lesson)
    prose = text_for(f"{lesson}/lesson.md")
    notes = (lessons_folder() / lesson / "teacher.md").read_text(encoding="utf-8")
    assert f"\n# {info.title}\n" in prose
    assert f"# Teaching notes: {info.title}" == notes.splitlines()[0]
    number = {5: "five", 10: "ten"}.get(info.minutes, str(info.minutes))
    assert f"about {number} minutes" in prose


def test_a_question_shows_its_paragraph_and_gives_no_place_away(coded: CodedArticle) -> None:
    """What the report is moved to exists, and is never the place that is to be found."""
    looks = {question.name: question for question in QUESTIONS if question.look}
    assert {question.look for question in looks.values()} <= {one.paragraph_id for one in coded.paragraphs}
    assert [] == [name for name, one in looks.items() if one.kind == "find-words" or one.text]
    assert "p2" == looks["events/which-wednesday"].look
