"""The communiqué on paper: what is agreed and what not, by whom, on which words; and nothing of it is markup."""

from __future__ import annotations

import re
from pathlib import Path

import justhtml
import pytest
from communique import CommuniqueError
from communique.base.files import write_own
from communique.tools.negotiation.communique import (
    communique_files,
    communique_markdown,
    communique_page,
    lines_of,
)
from communique.tools.negotiation.sitting import Sitting, sit_down
from hypothesis import given
from hypothesis import strategies as st

from ..conferences import CONFERENCE, a_clause

NASTY = "it <script>alert(1)</script> is *bold* [link](x) `code` & $x$ \\ | # </q> -->"


def _sitting(*words: str) -> Sitting:
    sitting = sit_down(CONFERENCE, {"mode": "pair", "me": "A05", "other": "A01"})
    for number, text in enumerate(words, 1):
        sitting = sitting.with_clause(a_clause("A05", number, words=text))
    first = sitting.clauses[0].id
    return sitting.with_agreement(first, "A01", True)


def test_agreed_text_stands_plain_and_the_rest_in_brackets() -> None:
    """Each clause has who agrees, who does not, and its evidence."""
    text = communique_markdown(CONFERENCE, _sitting("it has a limit", "it is new"))
    assert "\n1. The delegations note that it has a limit.\n" in text
    assert "\n2. \\[The delegations note that it is new.\\]\n" in text
    assert "Agreed: 1 of 2 clauses." in text
    assert "   - Agreed by: North Korea, South Korea\n   - Evidence: “has to respect” (Paragraph 8)" in text
    assert "   - Agreed by: North Korea\n   - Not agreed by: South Korea\n" in text
    assert "did not say or sign this" in text


def test_alone_the_paper_says_who_answered_for_the_other_side() -> None:
    """Nobody is put down as agreed without a person's word, and the reason stands beside it."""
    alone = sit_down(CONFERENCE, {"mode": "alone", "me": "A05", "other": "A01"}).with_clause(a_clause("A05"))
    assert "   - Agreed by: North Korea\n   - Not agreed by: South Korea\n" in communique_markdown(CONFERENCE, alone)
    signed = alone.with_agreement(alone.clauses[0].id, "A01", True, "It blames <nobody>.")
    said = "Would South Korea sign? One person, playing alone, says: “It blames {}.”"
    assert f"Agreed by: North Korea, South Korea\n   - {said.format('&lt;nobody&gt;')}".replace("&lt;", r"\<").replace(
        "&gt;", r"\>"
    ) in communique_markdown(CONFERENCE, signed)
    assert said.format("&lt;nobody&gt;") in communique_page(CONFERENCE, signed)


def test_the_page_says_the_same() -> None:
    """As strict HTML, without a script, with brackets and names in words."""
    page = "<!DOCTYPE html>\n" + communique_page(CONFERENCE, _sitting("it has a limit", "it is new"))
    document = justhtml.JustHTML(page, strict=True)
    text = " ".join(document.to_text().split())
    for line in lines_of(CONFERENCE, _sitting("it has a limit", "it is new")):
        assert line.text in text
    assert "Not agreed: in square brackets" in text
    assert [] == document.query("script")


@given(st.text(min_size=1, max_size=60).map(lambda t: f"x{t}y"))
def test_no_text_of_a_student_is_markup(words: str) -> None:
    """In Markdown every sign is escaped; in HTML the page has the same elements whatever was written."""
    page = communique_page(CONFERENCE, _sitting(words, NASTY))
    plain = communique_page(CONFERENCE, _sitting("it", "that"))
    assert re.findall(r"</?[a-z]+", plain) == re.findall(r"</?[a-z]+", page)
    shown = communique_markdown(CONFERENCE, _sitting(words, NASTY))
    numbered = [line for line in shown.splitlines() if re.match(r"\d+\. ", line)]
    assert 2 == len(numbered)
    bare = re.sub(r"<span>\\[\\$]</span>|\\.", "", "".join(numbered))  # apart, so that two dollars are no formula
    assert [] == re.findall(r"[<>*`\[\]_{}|#&$]", bare)


def test_without_a_clause_there_is_no_communique() -> None:
    """The sentence says what to do first."""
    with pytest.raises(CommuniqueError, match="Propose a clause"):
        communique_files(CONFERENCE, sit_down(CONFERENCE, {"mode": "alone", "me": "A05", "other": "A01"}))


def test_a_file_that_was_changed_by_hand_is_never_replaced(tmp_path: Path) -> None:
    """Ours is replaced as long as nobody touched it; a changed one, another's and any other file stay."""
    path = tmp_path / "my-communique.md"
    assert path == write_own(path, "One", "mine")
    assert path == write_own(path, "Two", "mine")
    assert "Two" == path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + "and a note of mine", encoding="utf-8")
    second = write_own(path, "Three", "mine")
    assert ("my-communique-2.md", True) == (second.name, "a note of mine" in path.read_text(encoding="utf-8"))
    third = write_own(path, "Four", "of another sitting")
    assert ("my-communique-3.md", "Three") == (third.name, second.read_text(encoding="utf-8"))
