"""The coding of the article that comes with the course: complete, argued, and in words that are our own."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from communique import Article
from communique.base.places import articles_folder
from communique.coding.article import CodedArticle
from communique.coding.schema import TABLES

from ..some import some

FOLDER = articles_folder() / "south-korea-2024"
QUOTED = re.compile(r'"[^"]*"')
RUN = 7


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _ids(cell: str) -> set[str]:
    """The ids in a heading of the notes; "P01 to P03" and "P14 to P16" mean those between as well."""
    found = set(re.findall(r"\b[AESPRD]\d\d\b", cell))
    for letter, first, last in re.findall(r"\b([AESPRD])(\d\d) to \1(\d\d)\b", cell):
        found |= {f"{letter}{number:02d}" for number in range(int(first), int(last) + 1)}
    return found


@pytest.mark.parametrize("name", TABLES)
def test_every_row_rests_on_words(name: str, article: Article) -> None:
    """No row of any table is without evidence."""
    evidence = article.evidence
    assert set(getattr(article, name).index) == set(evidence["row_id"][evidence["table"] == name])


def test_on_wednesday_is_the_day_before_the_report(article: Article) -> None:
    """The report is of Thursday, 20 June 2024, so the signing was on the 19th."""
    signing = article.events.loc["E01"]
    assert "on Wednesday" == signing["time_words"]
    assert dt.datetime(2024, 6, 19) == signing["date"]
    assert "Thursday" == article.published.strftime("%A")


@pytest.mark.parametrize(
    ("what", "words", "event", "certainty"),
    [
        ("the signing", "Kim Jong Un and the Russian president put", "SUPPORT", "happened"),
        ("the vow", "a vow to aid one another", "AGREE", "agreed"),
        ("the condemnation", "condemned the pact", "ACCUSE", "happened"),
        ("the threat to supply weapons", "a possible act of retaliation", "THREATEN", "threatened"),
        ("the weapons themselves", "giving weapons to Ukraine", "AID", "conditional"),
        ("the aid so far", "non-lethal help", "AID", "happened"),
        ("the visit", "in Vietnam", "CONSULT", "happened"),
        ("the deals with Vietnam", "signed several deals", "SUPPORT", "happened"),
        ("the talks", "the talks", "CONSULT", "happened"),
        ("the roadmap", "work on a roadmap", "AGREE", "agreed"),
        ("the Korean War", "the Korean War", "ASSAULT", "happened"),
        ("the war in Ukraine", "the war in Ukraine", "ASSAULT", "happened"),
        ("the UN resolutions", "resolutions of the UN Security Council", "REQUEST", "happened"),
        ("the help in war", "all means at its disposal", "AID", "conditional"),
        ("the attack that will never come", "pre-emptive attack", "ASSAULT", "denied"),
    ],
)
def test_what_the_report_tells_has_a_row(what: str, words: str, event: str, certainty: str, article: Article) -> None:
    """Each happening of the report is an event with its PLOVER code and its step on the ladder."""
    events = article.events
    found = events[events["words"].str.contains(words, regex=False) & (events["event"] == event)]
    assert [certainty] == found["certainty"].astype(str).tolist(), what


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("the North", "North Korea"),
        ("Pyongyang", "North Korea"),
        ("The South", "South Korea"),
        ("Seoul", "South Korea"),
        ("Moscow", "Russia"),
        ("Kyiv", "Ukraine"),
        ("Mr Putin", "Vladimir Putin"),
        ("Mr Kim", "Kim Jong Un"),
        ("Mr Lam", "To Lam"),
        ("Korean Central News Agency", "Korean Central News Agency"),
        ("UN Security Council", "UN Security Council"),
    ],
)
def test_aliases_are_found_where_they_stand(alias: str, name: str, article: Article) -> None:
    """Every place where the report uses the alias is a mention of that actor."""
    mentions = article.mentions[article.mentions["words"] == alias]
    assert {name} == {article.actors.loc[actor, "name"] for actor in mentions["actor_id"]}
    assert len(re.findall(rf"\b{re.escape(alias)}\b", article.text)) == len(mentions)


def test_every_alias_is_found(article: Article) -> None:
    """No alias stands in the table without a place in the report."""
    for actor, row in some(article.actors.iterrows()):
        words = set(article.mentions["words"][article.mentions["actor_id"] == actor])
        missing = {alias for alias in row["aliases"] if alias.split(": ")[-1] not in words}
        assert set() == missing, actor


def test_every_paragraph_has_an_event_and_an_actor(article: Article) -> None:
    """No paragraph of the report is left uncoded."""
    named = set(article.mentions["paragraph"]) | set(article.actors["paragraph"])
    assert set(article.paragraphs.index) == named
    assert set(article.paragraphs.index) - {"headline", "p14"} <= set(article.evidence["paragraph_id"])


def test_what_only_a_quoted_speaker_tells_is_not_the_reporters_certainty(article: Article) -> None:
    """Words inside quotation marks carry the saying itself, or what is certain for the speaker alone."""
    quotes = [match.span() for match in QUOTED.finditer(article.text)]
    sayings = set(article.statements["event_id"])
    told = [
        (event, row["certainty_of"])
        for event, row in article.events.iterrows()
        if event not in sayings and any(a < row["start"] and row["end"] < b for a, b in quotes)
    ]
    assert {"E15", "E16", "E29", "E30"} == {event for event, _ in told}
    assert [] == [event for event, whose in told if whose == "reporter"]


@pytest.mark.parametrize("name", TABLES)
def test_contested_rows_are_argued(name: str, article: Article) -> None:
    """Each contested row is named in the coding notes, with a question and the other reading."""
    notes = (FOLDER / "coding-notes.md").read_text(encoding="utf-8")
    frame = getattr(article, name)
    contested = set(frame.index[frame["contested"]])
    assert set() == contested - _ids(notes)


def test_a_contested_position_gives_both_readings(article: Article) -> None:
    """Where a position is contested, and only there, the table has another stance, the case for it, and our own."""
    positions = article.positions
    contested = positions["contested"]
    assert contested.tolist() == positions["other_stance"].notna().tolist()
    assert contested.tolist() == (positions["other_case"] != "").tolist()
    assert [] == positions.index[contested & (positions["note"] == "")].tolist()
    assert [] == positions.index[contested & (positions["other_stance"].astype(str) == positions["stance"])].tolist()


@pytest.mark.parametrize("column", ["note", "other_case"])
def test_each_reading_is_told_in_a_sentence_or_two(column: str, article: Article) -> None:
    """Neither side of a contested position gets a longer hearing than a card has room for."""
    told = article.positions[column][article.positions["contested"]]
    assert told.str.count(r"[.?!](?:\s|$|\")").max() <= 2
    assert told.str.len().max() <= 170


def test_each_argument_gives_both_readings() -> None:
    """A section of the notes that is about rows asks the question, gives our reading, and the other."""
    notes = (FOLDER / "coding-notes.md").read_text(encoding="utf-8")
    sections = [s for s in notes.split("\n## ")[1:] if _ids(s.split("\n", 1)[0])]
    assert len(sections) >= 10
    for section in sections:
        lacking = [
            lead for lead in ("**Question.**", "**How we coded it.**", "**The other reading.**") if lead not in section
        ]
        assert [] == lacking, section.split("\n", 1)[0]


@pytest.mark.parametrize(
    ("answer", "trigger", "whose"),
    [
        ("E03", "E01", "A02"),
        ("E05", "E01", "A04"),
        ("E08", "E02", "A03"),
        ("E13", "E30", "A06"),
        ("E06", "E14", "A04"),
        ("E02", "E16", "A03"),
        ("E22", "E23", "A07"),
        ("E11", "E27", "reporter"),
    ],
)
def test_what_answers_what_has_a_row_and_a_teller(answer: str, trigger: str, whose: str, article: Article) -> None:
    """Each tie of the report is a reaction, and it is given to the one whose words carry it."""
    links = article.reactions
    found = links[(links["event_id"] == answer) & (links["answers_id"] == trigger)]
    assert [whose] == found["according_to"].tolist()


def test_a_tie_belongs_to_the_one_in_whose_words_it_stands(article: Article) -> None:
    """Where a party's statement carries the words, the telling is that party's; elsewhere it is the reporter's."""
    evidence, sayings = article.evidence, article.statements
    contents = evidence[evidence["role"] == "content"]
    tellers = {}
    for reaction, row in article.reactions.iterrows():
        around = contents[(contents["start"] < row["end"]) & (row["start"] < contents["end"])]
        carriers = {sayings.loc[i, "channel"][-1] for i in around["row_id"] if sayings.loc[i, "channel"]}
        named = {actor for actor in carriers if article.actors.loc[actor, "country"]}
        tellers[reaction] = named or {"reporter"}
    assert {reaction: {whose} for reaction, whose in article.reactions["according_to"].items()} == tellers


def test_the_front_matter_names_the_source_and_the_licence(article: Article) -> None:
    """Who wrote the original, when, and under what terms ours may be used."""
    assert ("Sky News", dt.date(2024, 6, 20), "en") == (article.outlet, article.published, article.coded.language)
    assert "CC BY 4.0" in article.coded.licence


def test_direct_quotations_stand_word_for_word(original: str, article: Article) -> None:
    """Every quotation of the original is in our report, letter for letter, and ours has no other."""
    assert sorted(QUOTED.findall(original)) == sorted(QUOTED.findall(article.text))


def test_no_sentence_of_the_publishers_is_in_the_repository(original: str, own_files: list[Path]) -> None:
    """Outside direct quotations, no seven words in a row are the publisher's, in any file that git tracks."""
    headline, body = original.split("\n\n", 1)
    theirs = {run for part in [headline, *QUOTED.split(body)] for run in _runs(part)}
    found = []
    for path in own_files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or an article that is broken on purpose
        found += [f"{path.name}: {' '.join(run)}" for run in sorted(theirs & _runs(text))]
    assert [] == found


def test_the_report_follows_the_original_paragraph_for_paragraph(original: str, article: Article) -> None:
    """Each quotation stands in the paragraph that has its place in the original."""
    theirs = [p for p in original.split("\n\n")[1:] if not p.startswith("Read more")]
    ours = article.paragraphs["text"].tolist()[1:]
    assert [sorted(QUOTED.findall(p)) for p in theirs] == [sorted(QUOTED.findall(p)) for p in ours]


def test_the_byline_names_the_source(coded: CodedArticle) -> None:
    """Who published the original, and when."""
    assert "A classroom report, based on Sky News, 20 June 2024" == coded.byline
