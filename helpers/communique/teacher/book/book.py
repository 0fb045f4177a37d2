"""The teacher's book: plans, notes, keys, codebook and sources of the whole course as one page that prints well."""

from collections.abc import Iterator
from typing import Any

from ...base.pages import html_page
from ...base.places import articles_folder, lessons_folder
from ...base.strings import section, text
from ...coding.codes import CERTAINTY, FACTUALITY, plover
from ...coding.glossary import terms_of
from ...coding.loading import load_text
from ...coding.outside_facts import load_outside_facts
from ...course.course import LessonInfo
from ...course.lesson_key import FORMS, LessonKey
from ...questions.bank import numbers_of
from ...questions.forms import in_order
from ...questions.in_words import pointer_line
from ...questions.lesson_files import tool_file
from ...questions.reading import FORM_NAMES
from ...tools.desk.content import Layer, read_desk
from ..answers.in_tools import DESK
from ..answers.judge import Judge
from .plans import load_plans
from .prose import prose

NOTES, CODING_NOTES = "teacher.md", "coding-notes.md"


def teacher_book() -> str:
    """The book as one HTML page without scripts and without other files."""
    judge = Judge()
    facts = load_outside_facts(judge.course.article)
    notes = articles_folder() / judge.course.article / CODING_NOTES
    return html_page(
        "teacher-book",
        pointer_line=pointer_line,
        load_text=load_text,
        title=judge.course.title,
        plans=load_plans(judge.course),
        chapters=[*(_chapter(info, judge) for info in judge.course.lessons), *_forms_chapter(judge)],
        codebook=list(_codebook(judge)),
        certainty=CERTAINTY[::-1],
        factuality=FACTUALITY[::-1],
        plover=plover().values(),
        contested=prose(notes.read_text(encoding="utf-8"), facts, str(notes)) if notes.is_file() else "",
        sources=facts.values(),
        article=judge.article,
        help=section("reading-help"),
        terms=terms_of(judge.article),
    )


def _chapter(info: LessonInfo, judge: Judge) -> dict[str, Any]:
    """One lesson in the book with its questions, each as its kind sees it, and the teaching notes as HTML."""
    kinds = [k for k in judge.kinds.values() if k.question.lesson == info.key and not k.question.former]
    return {
        "info": info,
        "builds_on": [judge.course.lesson(name) for name in info.builds_on],
        "notes": _notes(info.name, judge),
        "kinds": kinds,
        "numbers": numbers_of(info, [kind.question for kind in kinds]),
    }


def _forms_chapter(judge: Judge) -> Iterator[dict[str, Any]]:
    """The forms before and after the course, each question numbered as on its card, behind the name of its form."""
    for first in judge.course.forms[:1]:  # each occasion has the same ones
        kinds = {k.question.id: k for k in judge.forms.values() if k.question.lesson == first.key}
        asked = in_order(kind.question for kind in kinds.values())
        of_form = {form: [one.id for one in asked if one.form == form] for form in FORM_NAMES}
        yield {
            "info": LessonInfo(FORMS, text("teacher-book", FORMS), first.minutes, 0),
            "builds_on": [],
            "notes": _notes(FORMS, judge),
            "kinds": [kinds[name] for names in of_form.values() for name in names],
            "numbers": {
                name: f"{form.upper()}{number}"
                for form, names in of_form.items()
                for number, name in enumerate(names, 1)
            },
        }


def _notes(name: str, judge: Judge) -> str:
    """The teaching notes in a folder of lessons/, as HTML; "" where there are none."""
    path, facts = lessons_folder() / name / NOTES, load_outside_facts(judge.course.article)
    return prose(path.read_text(encoding="utf-8"), facts, f"lessons/{name}/{NOTES}") if path.is_file() else ""


def _codebook(judge: Judge) -> Iterator[tuple[str, Layer]]:
    """The layers of every coding desk of the course, by their names."""
    for info in judge.course.lessons:
        yield from read_desk(tool_file(LessonKey(info.name), None, f"{DESK}.yml")).codebook.items()
