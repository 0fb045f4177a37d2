"""The forms before and after the course: which one a student is asked when, and until when feedback waits."""

import hashlib
from collections.abc import Iterable, Mapping

from ..course.journal import Journal
from ..course.lesson_key import OCCASIONS, LessonKey
from .how_far import is_done
from .question import Question
from .reading import FORM_NAMES, load_questions, load_skills

BEFORE, AFTER, LATER = OCCASIONS


def form_questions(journal: Journal, occasion: str) -> Mapping[str, Question]:
    """The questions that a student is asked at an occasion, by id, in their order.

    One form comes before the course and the other after it; later the third, or the first one again.
    """
    every = load_questions(occasion).values()
    first = _first_form(journal)
    others = {AFTER: FORM_NAMES[1 - FORM_NAMES.index(first)], LATER: FORM_NAMES[2]}
    form = others.get(occasion, first)
    asked = [question for question in every if question.form == form]
    asked = asked or [question for question in every if question.form == first]
    return {one.id: one for one in in_order(asked)}


def in_order(questions: Iterable[Question]) -> list[Question]:
    """A form's questions in the order of their skills, but those on one text together."""
    skills = list(load_skills())
    asked = sorted(questions, key=lambda one: skills.index(one.skill))
    texts = list(dict.fromkeys(one.text for one in asked))
    return sorted(asked, key=lambda one: texts.index(one.text))


def _first_form(journal: Journal) -> str:
    """The form that a student has begun with; before that, one that comes of the student's own id: half have each."""
    every = load_questions(BEFORE)
    for name in journal.states():
        question = every.get(name.partition("/")[2])
        if question is not None and LessonKey.of(name).name == BEFORE:
            return question.form
    return FORM_NAMES[hashlib.sha256(journal.own.encode()).digest()[0] % 2]


def is_withheld(journal: Journal, occasion: str) -> bool:
    """Whether feedback waits: it would tell what the second form asks, so it comes once that one is whole."""
    states = journal.states()
    last = LATER if occasion == LATER else AFTER
    return not all(is_done(states, question) for question in form_questions(journal, last).values())
