"""Errors are sentences for a person: what, where, what is allowed, the next step."""

from __future__ import annotations

import pytest
from communique import ArticleError, CommuniqueError, Fault


def test_an_error_says_what_is_wrong_and_ends_with_the_next_step() -> None:
    """The message is the fault, then what to do about it."""
    error = CommuniqueError("There is no lesson 'evnts'.", "Choose one of: start, read.")
    assert "There is no lesson 'evnts'. Choose one of: start, read." == str(error)
    assert "There is no lesson 'evnts'." == error.what
    assert "Choose one of: start, read." == error.next_step


def test_an_error_without_a_next_step_has_no_loose_space() -> None:
    """The message is what was said, and no more."""
    assert "The disk is full." == str(CommuniqueError("The disk is full."))


def test_a_notebook_shows_the_message_and_no_traceback() -> None:
    """What IPython shows in place of a traceback is the message alone."""
    error = CommuniqueError("One line.\nAnother line.", "A step.")
    assert ["", "One line.", "Another line. A step."] == error._render_traceback_()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("events.csv", "the file is missing"), "events.csv: the file is missing."),
        (Fault("events.csv", "the cell is empty", 3), "events.csv, row 3: the cell is empty."),
        (Fault("article.md", "no date", column="date"), "article.md, column date: no date."),
        (
            Fault("events.csv", "'x' is no code", 3, "mode", "leave it empty.", "y"),
            "events.csv, row 3, column mode: 'x' is no code; nearest: 'y'; leave it empty.",
        ),
    ],
)
def test_a_fault_names_file_row_and_column_as_far_as_there_are_any(fault: Fault, said: str) -> None:
    """A fault reads as one sentence with one full stop, and leaves out what it does not know."""
    assert said == str(fault)


def test_a_nearest_match_with_an_apostrophe_is_still_quoted_readably() -> None:
    """Words that hold an apostrophe stand between double quotation marks."""
    assert """a.csv: gone; nearest: "Kim's".""" == str(Fault("a.csv", "gone", nearest="Kim's"))


@pytest.mark.parametrize(("count", "lead"), [(1, "has 1 fault:"), (3, "has 3 faults:")])
def test_an_article_error_lists_all_faults_with_numbers(count: int, lead: str) -> None:
    """No fault is kept back until another is fixed."""
    faults = [Fault("events.csv", f"fault {number}", number) for number in range(1, count + 1)]
    error = ArticleError("The article", iter(faults))
    lines = str(error).splitlines()
    assert tuple(faults) == error.faults
    assert f"The article {lead}" == lines[0]
    assert [f"  {n}. {fault}" for n, fault in enumerate(faults, 1)] == [line.rstrip() for line in lines[1 : count + 1]]
    assert "Fix these, save, and load the article again." == lines[-1]
