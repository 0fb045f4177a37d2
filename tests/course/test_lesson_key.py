"""A lesson's key is stored as journals have it, and found again in the name of a question."""

from __future__ import annotations

import re

from communique.course.lesson_key import STORED, LessonKey
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.from_regex(r"[\w.-]+", fullmatch=True)


@given(name=NAMES, article=NAMES | st.just(""), question=NAMES)
def test_a_key_is_the_same_after_it_was_stored(name: str, article: str, question: str) -> None:
    """With and without an article, alone and in front of a question's id."""
    key = LessonKey(name, article)
    assert (key, key) == (LessonKey.of(str(key)), LessonKey.of(f"{key}/{question}"))


@given(stored=st.text(st.sampled_from("ab@/"), max_size=8))
def test_whatever_a_journal_holds_no_two_lessons_become_one(stored: str) -> None:
    """A name that is no lesson's stays what it is."""
    assert stored.partition("/")[0] == str(LessonKey.of(stored))


@given(name=NAMES, article=NAMES | st.just(""), question=NAMES)
def test_the_page_finds_the_parts_by_the_same_words(name: str, article: str, question: str) -> None:
    """The site's front page reads stored names with STORED, which is handed to it."""
    parts = re.match(STORED, f"{LessonKey(name, article)}/{question}")
    assert (name, article) == (parts[1], parts[2] or "")


def test_journals_written_before_are_read() -> None:
    """The stored form is lesson, or lesson@article."""
    assert ("events", "events@bay-2023") == (str(LessonKey("events")), str(LessonKey("events", "bay-2023")))
