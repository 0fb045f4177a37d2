"""The voice audit: its numbers, what it shows of each voice, and what the student chose last."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from communique import Article, Reader, load_article, open_lesson, voice_shares
from communique.base.strings import strings
from communique.coding.article import CodedArticle
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.widgets.tools.voice_audit import VoiceAudit

from ..conftest import GOOD_ARTICLE
from ..page import send_from_page


@pytest.fixture
def audit(coded: CodedArticle, journal: Journal) -> VoiceAudit:
    """The audit as a student opens it first."""
    return VoiceAudit(LessonKey("actors"), coded, journal)


def _say(widget: VoiceAudit, **message: Any) -> dict[str, Any]:
    replies: list[Any] = []
    widget.send = replies.append
    send_from_page(widget, {"number": 1, **message})
    (reply,) = replies
    return reply


def _row(widget: VoiceAudit, voice: str) -> dict[str, Any]:
    return next(row for row in widget.voices if row["id"] == voice)


def _heard(widget: VoiceAudit, voice: str, *roles: str) -> list[str]:
    pieces = [piece for paragraph in widget.paragraphs for piece in paragraph["pieces"]]
    return [piece["text"] for piece in pieces if piece["roles"].get(voice) in roles]


def test_the_rows_hold_the_numbers_of_the_table(audit: VoiceAudit, article: Article) -> None:
    """The report first, then the sources by their words; the shares are those of voice_shares."""
    shares = voice_shares(article)
    assert {row["id"]: row["words"] for row in audit.voices} == {i: str(n) for i, n in shares["words"].items()}
    assert "reporter" == audit.voices[0]["id"]
    sizes = [int(row["words"]) for row in audit.voices[1:]]
    assert sorted(sizes, reverse=True) == sizes
    kim = _row(audit, "A06")
    assert ("Kim Jong Un", "46", "9%", "65%") == (kim["name"], kim["words"], kim["of_report"], kim["of_own_direct"])
    assert {"direct": 30, "indirect": 16, "inner": 0} == kim["bar"]
    assert ["46 (9% of the report)", "15%", "30 of these words (65%); 33% of all direct speech"] == [
        value for _, value in kim["facts"][:3]
    ]


def test_a_small_share_is_not_called_nothing(audit: VoiceAudit) -> None:
    """Two words of five hundred are less than one per cent and more than none; no words are none."""
    assert ["<1%", "0%"] == [_row(audit, voice)["of_report"] for voice in ("A02", "A05 + A08")]
    assert ["0%", "–"] == [_row(audit, voice)["of_own_direct"] for voice in ("A02", "A05 + A08")]


def test_the_pieces_are_the_report(audit: VoiceAudit, coded: CodedArticle) -> None:
    """Pieces of text cross to the page, no offsets, and joined they are every paragraph."""
    joined = {p["id"]: "".join(piece["text"] for piece in p["pieces"]) for p in audit.paragraphs}
    assert {p.paragraph_id: p.text for p in coded.paragraphs} == joined
    assert {("text", "roles")} == {tuple(piece) for p in audit.paragraphs for piece in p["pieces"]}


def test_a_voice_is_heard_alone(audit: VoiceAudit) -> None:
    """Its direct words, its retold words, who says it and the cue: and no other words."""
    assert '"fiery friendship"' == _heard(audit, "A06", "direct")[0]
    assert 2 == len(_heard(audit, "A06", "direct"))
    assert ["that the ", " of the two countries had become closer than it was in the Soviet era"] == _heard(
        audit, "A06", "indirect"
    )
    assert ["Mr Kim, who leads North Korea,", "said", "He", "promised"] == _heard(audit, "A06", "frame")
    assert [] == _heard(audit, "A06", "inner", "report")


def test_what_another_tells_looks_different_from_own_words(audit: VoiceAudit) -> None:
    """The agreement's words in the agency's statement are the agency's; the agreement is heard in them as told."""
    inner = "".join(_heard(audit, "D01", "inner"))
    assert inner.startswith("should one country be invaded")
    assert inner in "".join(_heard(audit, "A07", "direct", "indirect"))
    assert 30 == _row(audit, "D01")["bar"]["inner"]
    assert "the text" in _heard(audit, "D01", "frame")


def test_the_chain_ends_with_the_reader(audit: VoiceAudit, coded: CodedArticle, journal: Journal) -> None:
    """From the first speaker through all who carried it, the outlet and our report, to the one who reads."""
    end = ["Sky News", "this classroom report", "you"]
    chains = {row["id"]: [(c["where"], c["steps"]) for c in row["chains"]] for row in audit.voices}
    assert ("passed on by another, p7:", [*_names("D01", "A07"), *end]) == chains["D01"][1]
    assert [("", end)] == chains["reporter"]
    assert [("p13:", ["the report doesn't say who reported it", *end])] == chains["A09 + A14"]
    own = VoiceAudit(LessonKey("actors"), replace(coded, outlet=""), journal)
    assert [[*_names("A06"), *end[1:]]] == [chain["steps"] for chain in _row(own, "A06")["chains"]]


def _names(*actors: str) -> list[str]:
    table = load_article().actors["name"]
    return [table[actor] for actor in actors]


def test_the_cues_of_a_voice_are_told_in_their_order(audit: VoiceAudit) -> None:
    """Each cue once, with its paragraph: a cue that opens two statements is one cue."""
    cues = {row["id"]: dict(map(tuple, row["facts"])).get("cues") for row in audit.voices}
    assert ("“said” (p6), “promised” (p6)", None) == (cues["A06"], cues["reporter"])
    assert "“According to” (p4), “warned of” (p5)" == cues["A04"]


def test_without_a_voice_what_nobody_else_tells_is_listed(audit: VoiceAudit) -> None:
    """Each event with its words; where a larger matter is still told, that is said; where nothing is lost, too."""
    agency = _row(audit, "A07")
    assert ["Help in war, if one is invaded", "The condition: one of the two is invaded"] == [
        row["label"] for row in agency["lost"]
    ]
    assert ("p7", "should one country be invaded and forced into a state of war") == (
        agency["lost"][1]["paragraph"],
        agency["lost"][1]["words"],
    )
    vow = "It belongs to “Russia and North Korea vow mutual aid”, which is still mentioned."
    assert [vow, ""] == [row["note"] for row in agency["lost"]]
    said = strings()["voices"]
    assert ([], said["lost-none"]) == (_row(audit, "A01")["lost"], _row(audit, "A01")["lost_lead"])
    assert said["lost-nothing"] == _row(audit, "A08 + A13")["lost_lead"]


def test_the_choice_is_kept(audit: VoiceAudit, coded: CodedArticle, journal: Journal) -> None:
    """Voice and mode are on disk when the page is told so, and a new kernel begins with them."""
    assert ("", "hear") == (audit.chosen, audit.mode)
    assert {"number": 1} == _say(audit, do="choose", voice="A07", mode="without")
    again = VoiceAudit(LessonKey("actors"), coded, Journal(journal.path))
    assert ("A07", "without") == (again.chosen, again.mode)
    _say(again, do="choose", voice="", mode="without")
    assert ("", "without") == (again.chosen, VoiceAudit(LessonKey("actors"), coded, Journal(journal.path)).mode)


@pytest.mark.parametrize("kept", [{"voice": "Z99", "mode": "loud"}, {"voice": ["A07"]}, ["A07"], "A07", 7, {}])
def test_what_an_older_version_kept_does_no_harm(kept: Any, coded: CodedArticle, journal: Journal) -> None:
    """A voice that is no longer there, or a value of another shape, shows the whole report."""
    VoiceAudit(LessonKey("actors"), coded, journal).keep(kept)
    again = VoiceAudit(LessonKey("actors"), coded, journal)
    assert ("", "hear") == (again.chosen, again.mode)


@pytest.mark.parametrize("message", [{"do": "choose", "voice": ["A07"], "mode": {}}, {"do": "else"}, {}])
def test_a_message_that_makes_no_sense_is_passed_over(message: dict[str, Any], audit: VoiceAudit) -> None:
    """Whatever comes from the page, the audit stands."""
    assert {"number": 1} == _say(audit, **message)
    assert ("", "hear") == (audit.chosen, audit.mode)


def test_a_full_disk_is_told(audit: VoiceAudit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The voice is heard, and the page is told that the choice is not kept."""

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    assert "trouble" in _say(audit, do="choose", voice="A06", mode="hear")
    assert "A06" == audit.chosen


def test_the_lessons_reader_lights_up_too(coded: CodedArticle, journal: Journal) -> None:
    """The statements of the voice are lit in the report above; with no voice chosen nothing is."""
    reader = Reader(coded)
    widget = VoiceAudit(LessonKey("actors"), coded, journal, lambda: reader)
    _say(widget, do="choose", voice="D01", mode="hear")
    assert (["S04", "S14", "S13"], 0) == (reader.lit, reader.scroll)
    _say(widget, do="choose", voice="", mode="hear")
    assert [] == reader.lit


def test_an_article_without_statements_has_one_voice(coded: CodedArticle, journal: Journal) -> None:
    """Every word is the report's own, and nothing breaks."""
    bare = VoiceAudit(LessonKey("actors"), coded.without_coding(), journal)
    (row,) = bare.voices
    assert ("reporter", "100%", "–") == (row["id"], row["of_report"], row["of_own_direct"])
    assert {"report"} == {piece["roles"]["reporter"] for p in bare.paragraphs for piece in p["pieces"]}


def test_another_article_has_its_own_voices(journal: Journal) -> None:
    """Nothing in the tool is about one article."""
    small = VoiceAudit(LessonKey("actors"), load_article(GOOD_ARTICLE).coded, journal)
    assert {"The report's own voice", "Ida Aman", "Union of fishers"} == {row["name"] for row in small.voices}
    assert ["The union condemns the pact"] == [row["label"] for row in _row(small, "A04")["lost"]]


def test_the_lesson_shows_the_audit() -> None:
    """lesson.tool finds it by its name."""
    assert isinstance(open_lesson("actors").tool("voice-audit"), VoiceAudit)
