"""When, where and how somebody did it may come between a verb and what it needs: agreed, as well, to leave."""

from __future__ import annotations

import datetime as dt

import pytest
from communique.drafting.draft.coder import draft_tables
from communique.drafting.reading.source import SourceText

VERBS = [
    ("Ghana agreed", "to work on a joint centre."),
    ("Ghana promised", "to send troops to Togo."),
    ("Ghana urged Togo", "to leave the camp."),
    ("Ghana accused Togo", "of shelling a school."),
    ("Ghana threatened", "to cut off aid to Togo."),
    ("Ghana refused", "to sign the treaty with Togo."),
    ("Ghana called", "for an inquiry into the raid."),
    ("Ghana warned Togo", "of grave consequences."),
    ("Ghana apologised", "to Togo for the raid."),
    ("Ghana decided", "to recall its ambassador from Togo."),
    ("Ghana demanded", "that Togo free the sailors."),
    ("Ghana withdrew", "its troops from Togo."),
]
ADJUNCTS = [
    "as well",
    "too",
    "at once",
    "in principle",
    "in public",
    "for the first time",
    "on Monday",
    "last week in Kumasi",
    "at the summit",
    "after long talks",
    "in a letter",
    "in the end",
    "in early May",
    "in a statement on Monday",
    "late on Friday",
    "on Monday, for the third time,",
    ", for its part,",
    ", in a rare move,",
]


def told(sentence: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Who did what to whom, and who states what, by its last word, behind another sentence."""
    text = SourceText("Rain", "", dt.date(2024, 6, 20), "en", (f"The rain had stopped. {sentence}",))
    tables = draft_tables(text)
    names = {row["actor_id"]: row["name"] for row in tables["actors"]}
    events = [
        (names.get(r["actor_ids"], r["actor_ids"]), r["event"], names.get(r["recipient_ids"], ""))
        for r in tables["events"]
    ]
    return sorted(events), [(names[r["source_ids"]], r["content_words"].split()[-1]) for r in tables["statements"]]


@pytest.mark.parametrize("adjunct", ADJUNCTS)
@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_what_comes_between_changes_nothing(verb: tuple[str, str], adjunct: str) -> None:
    """The same events and the same statements as without it."""
    before, behind = verb
    plain = told(f"{before} {behind}")
    assert plain[0]
    assert plain == told(f"{before} {adjunct} {behind}".replace(" ,", ","))


@pytest.mark.parametrize("subject", ["Ghana then", "On Monday Ghana", "Both Mali and Ghana", "But Ghana"])
def test_what_comes_before_hides_no_subject(subject: str) -> None:
    """Neither "then" nor a day makes part of a name, or a clause of its own."""
    ((_, event, recipient),) = told(f"{subject} met leaders of Togo.")[0]
    assert ("CONSULT", "Leaders of Togo") == (event, recipient)
