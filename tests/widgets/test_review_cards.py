"""What the review bench draws: fields, pieces of text, marks; and that no message of a page breaks it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from communique.base.strings import strings
from communique.coding.schema import TABLES
from communique.drafting.draft.draft import draft_source
from communique.drafting.draft.folder import write_article
from communique.drafting.reading.source import read_source
from communique.widgets.marks import row_cards
from communique.widgets.review_cards import span_of, units_in
from communique.widgets.review_fields import FIRST, fields_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..bench_page import Page
from ..conftest import DRAFT_ARTICLE
from ..samples import samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRAFT_ARTICLE, tmp_path / "draft"))


@pytest.fixture
def page(folder: Path) -> Page:
    return Page(folder)


def test_every_field_has_a_name_and_its_choices_have_words() -> None:
    """No field of any table is left out, and no closed list shows a bare code where there are words for it."""
    fields = fields_of({"water": "Water"})
    for name, table in TABLES.items():
        hidden = {table.id_column, "status", "rule"}
        assert {c.name for c in table.columns} - hidden == {field["column"] for field in fields[name]}
        assert [c for c in FIRST[name]] == [f["column"] for f in fields[name] if not f["more"]]
        for field in fields[name]:
            bare = [value for value, words in field["options"] if value == words and value.isupper()]
            assert [] == bare
    assert set(strings()["review-fields"]) >= {f["column"] for table in fields.values() for f in table}


JUNK = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3))
FIELDS = st.sampled_from(
    ["row", "column", "value", "role", "mark", "table", "instead", "sure", "list", "issue", "title", "stance", "day"]
)
DOES = [
    "accept",
    "paragraph",
    "stand",
    "issues",
    "day",
    "edit",
    "words",
    "add",
    "delete",
    "undo",
    "check",
    "look",
    "open",
    "none",
]
MARKS = st.fixed_dictionaries({"paragraph": st.sampled_from(["p1", "p9", ""]), "first": JUNK, "last": JUNK})


@settings(max_examples=samples(15))
@example([("stand", {"row": "S01", "title": "\x7f"})])
@example([("stand", {"row": "S01", "title": "The\x7f ban \x85\ufffe"})])
@given(st.lists(st.tuples(st.sampled_from(DOES), st.dictionaries(FIELDS, JUNK | MARKS | st.just("E01"))), max_size=4))
def test_no_message_breaks_the_bench(messages: list[tuple[str, dict[str, Any]]]) -> None:
    """Whatever a page sends, it gets an answer, and the folder stays one that can be read."""
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        page = Page(Path(shutil.copytree(DRAFT_ARTICLE, Path(place) / "draft")))
        for do, more in messages:
            assert "x/1" == page.send(do, **more)["number"]
        assert set(TABLES) == set(Page(page.bench.review.folder).bench.review.tables)


@given(st.text(max_size=60))
def test_any_text_is_cut_into_units(words: str) -> None:
    """Units are in order, hold no white space, and leave nothing else out."""
    units = units_in(words)
    assert "".join(words.split()) == "".join(words[slice(*unit)] for unit in units)
    assert sorted(units) == units


def test_a_mark_outside_the_text_is_none(page: Page) -> None:
    """Numbers that no unit has give no span."""
    paragraph = page.bench.review.paragraphs["p1"]
    assert (None, None, None) == (span_of(paragraph, 0, 1), span_of(paragraph, 3, 2), span_of(paragraph, 1, 999))


def test_a_drafted_row_says_why_in_words(tmp_path: Path) -> None:
    """The bench and the reader give the rule's sentence and the words that it was applied to."""
    why = "A verb of saying or thinking comes first, then “that” and what is said."
    source = read_source(b"News\n\nThe guide Max Berg said that it was late.", published="2024-06-20")
    draft = draft_source(source, "news")
    assert ["why the program drafted it", f"{why} “said”"] in row_cards(draft.coded)["S01"]["fields"]
    write_article(tmp_path / "news", source, draft.tables)
    shown = Page(tmp_path / "news").rows.values()
    reasons = [card["why"][0][1] for card in shown if card["table"] == "statements"]
    assert [True] == [reason.startswith(why) for reason in reasons]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Farmers said that the ban hurts.", "The report names nobody here, but lets a person, a group or a body "),
        ("The farmers said that the ban hurts.", "The report names nobody here, but lets a person, a group or a body "),
        ("Max Berg said that the ban hurts.", "The report gives the name, Max Berg."),
        ("Anna Olsen met Max Berg. Berg said that it was late.", "“Berg” is a name of Max Berg."),
    ],
)
def test_why_this_speaker_is_more_than_the_words_again(sentence: str, why: str, tmp_path: Path) -> None:
    """Where the report's words and the actor's name are the same, the rule is said that found the actor."""
    source = read_source(f"News\n\n{sentence}".encode(), published="2024-06-20")
    write_article(tmp_path / "news", source, draft_source(source, "news").tables)
    (said,) = (card for card in Page(tmp_path / "news").rows.values() if card["table"] == "statements")
    assert ("Why this speaker?", why) == (said["why"][1][0], said["why"][1][1][: len(why)])
