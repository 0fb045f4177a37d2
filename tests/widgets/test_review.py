"""The review bench: what its page is told, and what each message leaves on the disk."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from communique import ArticleError, CommuniqueError
from communique.base.strings import text
from communique.coding.checking import check_article
from communique.coding.schema import TABLES
from communique.drafting.draft.again import draft_again
from communique.drafting.draft.draft import draft_source
from communique.drafting.draft.folder import write_article
from communique.drafting.reading.source import read_source
from communique.widgets.review import ReviewBench

from ..bench_page import Page
from ..conftest import DRAFT_ARTICLE

UNDATED = b"""The ministers met on Monday

Norway's minister Anna Berg met Iceland's envoy Jon Arnason on Monday. She said that the talks were useful.

France recalled its ambassador from Norway.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRAFT_ARTICLE, tmp_path / "draft"))


@pytest.fixture
def page(folder: Path) -> Page:
    return Page(folder)


def _row(folder: Path, table: str, row_id: str) -> dict[str, str]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return next(row for row in csv.DictReader(file) if row[TABLES[table].id_column] == row_id)


def test_the_page_gets_text_in_pieces_and_rows_in_order(page: Page, folder: Path) -> None:
    """No offset crosses; rows come as the text has them, in each paragraph what is said first."""
    assert "headline" == page.news["text"][0]["id"]
    paragraphs = page.bench.review.paragraphs
    for shown in page.news["text"]:
        assert paragraphs[shown["id"]].text == "".join(piece for piece, _ in shown["pieces"])
    rows = [
        "E01",
        "E02",
        "A01",
        "A02",
        "A07",
        "S01",
        "S02",
        "E03",
        "A03",
        "A04",
        "S03",
        "E04",
        "A05",
        "R01",
        "S04",
        "A06",
    ]
    assert rows == page.order
    assert not page.news["undoable"]


def test_a_card_says_why_the_row_is_there(page: Page) -> None:
    """The rule, the words that set it off, and the places of all the row's words."""
    card = page.rows["S02"]
    (row, why), (speaker, who) = card["why"]
    assert ("Why this row?", "Why this speaker?") == (row, speaker)
    assert "Here: “warned”." in why
    assert re.search(r"In texts that people had coded, \d\d of 100 rows of this kind were right\.", why)
    assert "A guess: “He” should be Tomas Reke, the last one named who fits." == who
    assert "Tomas Reke: “that his government might recall its ambassador”" == card["title"]
    assert {"content", "cue", "source"} == {mark["role"] for mark in card["marks"]}
    assert ["words", "alias", "guess"] == [m["role"] for m in page.rows["A03"]["marks"]]
    page.send("edit", row="A03", column="aliases", value="Tomas Reke | p2: He")
    assert "The program reads “He” here as Tomas Reke." == page.rows["S02"]["why"][1][1]
    assert ["words", "alias", "alias"] == [m["role"] for m in page.rows["A03"]["marks"]]
    page.send("accept", row="S02")
    page.send("edit", row="S02", column="cue_words", value="")  # no such field
    page.bench.review.edit("S02", {"rule": ""})
    assert [["Why this row?", "A person made it."]] == page.send("look")["rows"]["S02"]["why"]


def test_accepting_tells_only_what_changed(page: Page, folder: Path) -> None:
    """One row crosses, and it is accepted on the disk before the page hears of it."""
    news = page.send("accept", row="E02")
    assert ["E02"] == list(news["rows"])
    assert not page.rows["E02"]["draft"]
    assert text("review", "did-accept", row="E02") == news["told"]
    assert "accepted" == _row(folder, "events", "E02")["status"]
    assert "E02 is accepted already." == page.send("accept", row="E02")["told"]


def test_a_row_with_a_fault_is_not_accepted(page: Page, folder: Path) -> None:
    """The page says what is to be fixed, in plain words, and stays at the row."""
    page.send("edit", row="E02", column="actor_ids", value="")
    assert ["“who” is missing."] == [f["words"] for f in page.rows["E02"]["faults"]]
    news = page.send("accept", row="E02")
    assert news["stay"]
    assert "E02 has something to fix first: “who” is missing." in news["told"]
    assert "draft" == _row(folder, "events", "E02")["status"]


def test_a_paragraph_is_accepted_as_one_step(page: Page) -> None:
    """All that the list shows of it, but nothing doubtful and nothing to fix; one undo takes them back."""
    page.send("edit", row="A07", column="aliases", value="Lym")
    news = page.send("paragraph", row="A01", list="")
    assert "3 rows accepted; 2 of this paragraph to look at one by one" == news["told"]
    assert ["E02", "A07"] == [key for key in ("E01", "E02", "A01", "A02", "A07") if page.rows[key]["draft"]]
    page.send("undo")
    assert all(page.rows[key]["draft"] for key in ("E01", "A01", "A02"))
    assert "Lym" == page.rows["A07"]["cells"]["aliases"]
    page.send("paragraph", row="S03", list="actors")
    assert not page.rows["S03"]["draft"]
    assert page.rows["E04"]["draft"]  # the list for that lesson does not show it


def test_a_lesson_sees_the_rows_that_it_needs(page: Page) -> None:
    """Its tables and the actors that these name; what an empty table closes is said; minutes fall with the rows."""
    lists = page.lists
    assert ["S01", "S02", "A03", "S03", "A02", "A05", "S04", "A06"] == sorted(
        lists["actors"]["rows"], key=["S01", "S02", "A03", "S03", "A02", "A05", "S04", "A06"].index
    )
    assert {"E01", "E02", "E03", "E04", "A01", "A02", "A04"} == set(lists["events"]["rows"])
    assert {"E01", "E02", "E03", "E04", "R01"} <= set(lists["reactions"]["rows"])
    assert ["There are no positions yet"] == [words[:26] for words in lists["positions"]["lacks"]]
    assert [] == lists["events"]["lacks"]
    before = lists["events"]["minutes"]
    for key in lists["events"]["rows"]:
        page.send("accept", row=key)
    assert (0, True) == (page.lists["events"]["minutes"], before > 0)


def test_a_list_has_enough_when_its_lesson_has_all_its_questions(page: Page) -> None:
    """Then what only other lists show may stay drafts."""
    assert (0, False) == (page.lists["events"]["questions"], page.lists["events"]["enough"])
    page.send("edit", row="E03", column="certainty", value="threatened")
    for key in ("E01", "E03", "E04", "A01", "A02", "A04"):
        page.send("accept", row=key)
    assert not page.lists["events"]["enough"]  # a ladder of four steps could be asked
    page.send("accept", row="E02")
    assert page.rows["A03"]["draft"]
    assert (True, True) == (page.lists["events"]["questions"] > 2, page.lists["events"]["enough"])


def test_a_position_is_made_from_a_statement(page: Page, folder: Path) -> None:
    """On an issue that is there or on a new one; the statement is accepted with it, and one undo takes both back."""
    asked = page.send("issues", row="S04")["issues"]
    assert [["water", "Water from the river"], ["border", "The closed border"]] == asked["there"]
    assert "Talks on the river fail" in asked["suggested"]
    page.send("stand", row="S01", issue="water", stance="strongly-opposes")
    assert ("A03", "said", "S01", "accepted") == tuple(
        _row(folder, "positions", "P01")[name] for name in ("actor_id", "basis", "basis_ids", "status")
    )
    assert not page.rows["S01"]["draft"]
    page.send("undo")
    assert ("P01" in page.rows, page.rows["S01"]["draft"]) == (False, True)
    page.send("stand", row="E04", title='A "charge": water', stance="opposes")
    assert "done" == page.rows["P01"]["cells"]["basis"]
    assert 'A "charge": water' == page.bench.review.issues[page.rows["P01"]["cells"]["issue"]]
    assert [] == page.rows["P01"]["faults"]
    options = next(f["options"] for f in page.bench.fields["positions"] if f["column"] == "issue")
    assert 'A "charge": water' in [words for _, words in options]


def test_the_same_position_twice_is_one_with_two_bases(page: Page) -> None:
    """Another stance is another position."""
    page.send("stand", row="S01", issue="water", stance="opposes")
    page.send("stand", row="S02", issue="water", stance="opposes")
    assert "S01 | S02" == page.rows["P01"]["cells"]["basis_ids"]
    page.send("stand", row="S02", issue="water", stance="mixed")
    assert "mixed" == page.rows["P02"]["cells"]["stance"]
    assert "neither a statement nor an event" in page.send("stand", row="A01", issue="water", stance="mixed")["trouble"]


def test_a_missing_day_is_asked_for(folder: Path) -> None:
    """With it the draft is made again; what a person accepted stays, what a person deleted does not come back."""
    write_article(
        folder.parent / "undated",
        source := read_source(UNDATED),
        draft_source(source, "undated").tables,
    )
    page = Page(folder.parent / "undated")
    assert page.news["undated"]
    met, fled = (
        next(k for k, c in page.rows.items() if word in c["words"].get("words", "")) for word in ("met", "recalled")
    )
    accepted = next(key for key, card in page.rows.items() if card["table"] == "statements")
    page.send("accept", row=accepted)
    page.send("delete", row=fled)
    page.send("day", day="2024-06-20")
    assert not page.news["undated"]
    assert (
        "2024-06-17"
        == next(c for c in page.rows.values() if c["words"].get("words", "").startswith("met"))["cells"]["timex"]
    )
    assert not page.rows[accepted]["draft"]
    assert met in page.rows
    assert not [c for c in page.rows.values() if "recalled" in c["words"].get("words", "")]
    assert "is not a day of the calendar" in page.send("day", day="2024-06-31")["trouble"]


MAIZE = b"""Maize stays at the border

Kenya banned maize from Uganda on Monday. Uganda will send a delegation to Nairobi on Friday. Officials said that Kenya
banned beans on Tuesday. Uganda recalled its envoy on Wednesday in response to the agreement between Kenya and Malawi.
"""


@pytest.fixture
def maize(tmp_path: Path) -> Page:
    """A draft of a text of which nobody knows the day."""
    source = read_source(MAIZE)
    write_article(tmp_path / "maize", source, draft_source(source, "maize").tables)
    return Page(tmp_path / "maize")


def _based_on(page: Page, words: str) -> str:
    return next((k for k, c in page.rows.items() if words in (c["words"].get("words"), c["title"])), "")


def test_a_deleted_actor_stays_away_when_the_day_is_set(maize: Page) -> None:
    """Nothing that is drafted anew names it; the actors that stayed are there once."""
    maize.send("delete", row=_based_on(maize, "Delegation"), sure=True)
    before = sorted(c["title"] for c in maize.rows.values() if c["table"] == "actors")
    maize.send("day", day="2024-06-20")
    assert before == sorted(c["title"] for c in maize.rows.values() if c["table"] == "actors")
    assert "Delegation" not in before
    assert [] == [c["faults"] for c in maize.rows.values() if c["faults"]]


@pytest.mark.parametrize("do", ["merge", "words"])
def test_a_row_that_was_merged_or_moved_stays_as_a_person_left_it(maize: Page, do: str) -> None:
    """No draft of the words that it had comes back."""
    banned = _based_on(maize, "banned maize")
    if do == "merge":
        maize.send("delete", row=banned, instead=_based_on(maize, "banned beans"), sure=True)
    else:
        maize.send("words", row=banned, role="words", mark=maize.mark("p1", "banned maize from Uganda"))
    maize.send("day", day="2024-06-20")
    assert "" == _based_on(maize, "banned maize")


def test_an_event_that_was_kept_gets_its_time_with_the_day(maize: Page, tmp_path: Path) -> None:
    """An accepted event, and a draft that an accepted statement points at; a time that a person gave stays."""
    kept, given, pointed = (_based_on(maize, words) for words in ("banned maize", "recalled its envoy", "banned beans"))
    said = next(k for k, c in maize.rows.items() if c["table"] == "statements")
    assert pointed == maize.rows[said]["cells"]["event_id"]
    maize.send("edit", row=given, column="timex", value="2024-06-05")
    for row in (kept, given, said):
        maize.send("accept", row=row)
    maize.send("day", day="2024-06-20")
    times = {
        row: (maize.rows[row]["words"]["time"], maize.rows[row]["cells"]["timex"]) for row in (kept, given, pointed)
    }
    assert {kept: ("Monday", "2024-06-17"), given: ("", "2024-06-05"), pointed: ("Tuesday", "2024-06-18")} == times
    assert [False, False, True] == [maize.rows[row]["draft"] for row in (kept, given, pointed)]
    assert ["Why this day?", "Because of “Monday”, counted from the day of publication."] in maize.rows[kept]["why"]
    assert (3, frozenset()) == ((again := draft_again(tmp_path / "maize")).kept, again.dated)
    maize.send("look")
    assert times == {row: (c["words"]["time"], c["cells"]["timex"]) for row, c in maize.rows.items() if row in times}


def test_what_was_done_before_the_day_was_set_can_be_undone(maize: Page) -> None:
    """The time that a kept event got goes first, then what the person had done."""
    kept = _based_on(maize, "banned maize")
    maize.send("accept", row=kept)
    maize.send("day", day="2024-06-20")
    maize.send("undo")
    assert ("", False) == (maize.rows[kept]["cells"]["timex"], maize.rows[kept]["draft"])
    assert "trouble" not in maize.send("undo")
    assert maize.rows[kept]["draft"]


def test_what_answers_a_kept_event_still_answers_it(maize: Page) -> None:
    """A reaction that is drafted anew names the accepted event, not a second one of the same words."""
    answers = {c["cells"]["answers_id"] for c in maize.rows.values() if c["table"] == "reactions"}
    assert len(answers) == 1
    for row in answers:
        maize.send("accept", row=row)
    maize.send("day", day="2024-06-20")
    assert answers == {c["cells"]["answers_id"] for c in maize.rows.values() if c["table"] == "reactions"}


def test_what_the_bench_writes_itself_is_no_news(maize: Page) -> None:
    """A new issue and the day of publication: nobody else has changed the folder, and nobody is said to have."""
    row = _based_on(maize, "banned maize")
    told = [maize.send("stand", row=row, title="The ban", stance="opposes"), maize.send("day", day="2024-06-20")]
    assert [False, False] == ["heard" in news for news in told]
    assert not maize.send("look").get("heard")


def test_a_new_title_in_a_positions_field_is_a_new_issue(page: Page) -> None:
    """It is in the front matter, and can be chosen from then on; a title that is there makes no second one."""
    page.send("stand", row="S01", issue="water", stance="opposes")
    for title, told in ((" The price of  fish", "P01 changed"), ("the price of fish", ""), ("the-price-of-fish", "")):
        assert told == page.send("edit", row="P01", column="issue", value=title).get("told", "")
        assert ("the-price-of-fish", []) == (page.rows["P01"]["cells"]["issue"], page.rows["P01"]["faults"])
    assert ["water", "border", "the-price-of-fish"] == list(page.bench.review.issues)
    (issue,) = (f for f in page.bench.fields["positions"] if f["column"] == "issue")
    assert (True, ["the-price-of-fish", "The price of fish"]) == (issue["adds"], issue["options"][-1])
    assert ["issue"] == [f["column"] for table in page.bench.fields.values() for f in table if f["adds"]]
    page.send("edit", row="E01", column="issue", value="No issue of an event")
    assert 3 == len(page.bench.review.issues)


def test_an_event_takes_its_mode_along(page: Page) -> None:
    """A mode that the new event does not have is emptied in the same step."""
    page.send("edit", row="E01", column="mode", value="discontinue")
    page.send("edit", row="E01", column="event", value="ACCUSE")
    assert ("ACCUSE", "") == (page.rows["E01"]["cells"]["event"], page.rows["E01"]["cells"]["mode"])
    page.send("undo")
    assert ("SANCTION", "discontinue") == (page.rows["E01"]["cells"]["event"], page.rows["E01"]["cells"]["mode"])


def test_what_only_echoes_a_cell_follows_it(page: Page) -> None:
    """Factuality goes with certainty, the way a statement came with its source; what has a value of its own stays."""
    page.send("edit", row="E03", column="certainty", value="denied")
    assert "CT-" == page.rows["E03"]["cells"]["factuality"]
    page.send("edit", row="S01", column="source_ids", value="A05")
    assert "A05" == page.rows["S01"]["cells"]["channel"]
    page.send("edit", row="S03", column="source_ids", value="A06")
    assert "A05 | A02" == page.rows["S03"]["cells"]["channel"]
    page.send("edit", row="A07", column="kind", value="media")
    assert "JRN" == page.rows["A07"]["cells"]["sector"]


def test_the_words_of_a_source_name_who_speaks(page: Page) -> None:
    """A statement without a speaker gets the one whose name was marked; one that has a speaker keeps it."""
    key = page.send("add", table="statements", mark=page.mark("p2", "might recall its ambassador"))["go"]
    page.send("edit", row=key, column="source_ids", value="")
    page.send("words", row=key, role="source", mark=page.mark("p2", "foreign minister, Tomas Reke"))
    assert ("A03", "A03") == (page.rows[key]["cells"]["source_ids"], page.rows[key]["cells"]["channel"])
    page.send("words", row=key, role="source", mark=page.mark("p3", "Avaland"))
    assert "A03" == page.rows[key]["cells"]["source_ids"]


def test_the_words_for_a_time_give_the_day(page: Page) -> None:
    """ "on Wednesday" in a report of Thursday is the day before; a day that is there stays."""
    key = page.send("add", table="events", mark=page.mark("p1", "closed its border"))["go"]
    page.send("words", row=key, role="time", mark=page.mark("p1", "on Wednesday"))
    assert "2024-06-19" == page.rows[key]["cells"]["timex"]
    page.send("edit", row=key, column="timex", value="PAST_REF")
    page.send("words", row=key, role="time", mark=page.mark("p1", "Wednesday"))
    assert "PAST_REF" == page.rows[key]["cells"]["timex"]


def test_a_new_name_of_an_actor_changes_every_title(page: Page) -> None:
    """Rows that show the name come along, and the labels of the events that the actor takes part in."""
    news = page.send("edit", row="A03", column="name", value="T. Reke")
    assert {"A03", "S01", "S02"} == set(news["rows"])
    assert page.rows["S02"]["title"].startswith("T. Reke: ")
    page.send("edit", row="A01", column="name", value="Republic of Borland")
    assert "Republic of Borland closes its border" == page.rows["E01"]["title"]
    assert "Borland recalls its ambassador" == page.rows["E03"]["title"]  # in which A01 takes no part
    page.send("undo")
    assert "Borland closes its border" == page.rows["E01"]["title"]


def test_a_merged_actor_is_renamed_everywhere(page: Page) -> None:
    """Ids, names and labels; a name within the new name stays."""
    page.send("edit", row="E03", column="label", value="Reke, or Tomas Reke, recalls")
    page.send("delete", row="A04", sure=True, instead="A03")
    assert ("Tomas Reke, or Tomas Reke, recalls", "A03") == (
        page.rows["E03"]["title"],
        page.rows["E03"]["cells"]["actor_ids"],
    )


def test_words_are_marked_and_taken_away(page: Page, folder: Path) -> None:
    """For a row's own words, a role that may be empty, and one more name of an actor."""
    page.send("words", row="E03", role="evidence", mark=None)  # no such role: nothing happens
    page.send("words", row="E03", role="words", mark=page.mark("p2", "might recall its ambassador"))
    assert "might recall its ambassador" == _row(folder, "events", "E03")["words"]
    page.send("words", row="E03", role="words", mark=None)  # it cannot do without
    assert "might recall its ambassador" == _row(folder, "events", "E03")["words"]
    page.send("words", row="E01", role="time", mark=None)
    assert "" == _row(folder, "events", "E01")["time_words"]
    page.send("words", row="A02", role="alias", mark=page.mark("p3", "A spokesperson"))
    assert "Avaland | A spokesperson" == _row(folder, "actors", "A02")["aliases"]


def test_a_row_is_added_and_completed(page: Page, folder: Path) -> None:
    """It starts with what is missing told, and can be accepted when nothing is."""
    news = page.send("add", table="events", mark=page.mark("p3", "called for new talks in July"))
    assert ("E05", "add") == (news["go"], news["did"])
    assert {"event"} == {fault["column"] for fault in page.rows["E05"]["faults"]}
    assert "A05" == page.rows["E05"]["cells"]["actor_ids"]  # the last one named before the words
    page.send("edit", row="E05", column="actor_ids", value="A02")
    page.send("edit", row="E05", column="event", value="REQUEST")
    assert [] == page.rows["E05"]["faults"]
    page.send("accept", row="E05")
    assert "accepted" == _row(folder, "events", "E05")["status"]
    article, _ = check_article(folder)
    assert "E05" not in article.drafts


def test_deleting_asks_where_others_lean(page: Page, folder: Path) -> None:
    """A row that nobody leans on goes at once; else the page hears who does, and a person decides."""
    page.send("delete", row="R01")
    assert "R01" not in page.rows
    leans = page.send("delete", row="A04")["leans"]
    assert {("E03", "actor_ids"), ("E03", "certainty_of"), ("E03", "reported_by")} == {
        (lean["row"], lean["column"]) for lean in leans["rows"]
    }
    assert "A04" in page.rows
    news = page.send("delete", row="A04", sure=True, instead="A03")
    assert "A04 has been merged with A03" == news["told"]
    assert "A03" == _row(folder, "events", "E03")["actor_ids"]
    page.send("undo")
    assert "A04" == _row(folder, "events", "E03")["actor_ids"]


def test_the_check_says_what_the_command_says(page: Page, folder: Path) -> None:
    """Drafts are counted; faults lead to their rows; and when all is accepted, the next step is named."""
    found = page.send("check")["check"]
    assert ("No faults. 7 actors, 4 events, 4 statements, 0 positions, 1 reactions.", 16, "") == (
        found["clean"],
        found["drafts"],
        found["next"],
    )
    page.send("edit", row="S03", column="channel", value="A05 | A99")
    found = page.send("check")["check"]
    assert [("S03", "")] == [(fault["row"], found["clean"]) for fault in found["faults"]]
    assert next(str(f) for f in check_article(folder)[1] if not f.only_a_note) == found["faults"][0]["words"]
    page.send("undo")
    page.bench.review.accept(list(page.rows))
    assert f'communique start --article "{folder}"' == page.send("check")["check"]["next"]


def test_two_pages_hear_of_each_other(folder: Path) -> None:
    """What was decided in one tab is seen in the other before it decides, and is said."""
    one, two = Page(folder), Page(folder)
    one.send("edit", row="E01", column="certainty", value="denied")
    news = two.send("accept", row="E01")
    assert "E01 has just been changed in another tab or program" in news["trouble"]
    assert text("review", "read-again") == news["heard"]
    assert "denied" == two.rows["E01"]["cells"]["certainty"]
    two.send("accept", row="E01")
    assert not two.rows["E01"]["draft"]
    assert not one.send("look")["rows"]["E01"]["draft"]


def test_a_broken_file_is_told_and_left_alone(page: Page, folder: Path) -> None:
    """The page names the file; the other tables can be reviewed."""
    path = folder / "events.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("label", "lable", 1), encoding="utf-8")
    news = page.send("look")
    assert 1 == len(news["unread"])
    assert "events.csv can't be read whole" in news["unread"][0]
    assert "nothing is written into it" in page.send("add", table="events", mark=page.mark("p1", "Borland"))["trouble"]
    page.send("accept", row="A06")
    assert "accepted" == _row(folder, "actors", "A06")["status"]


def test_an_article_that_breaks_meanwhile_is_told(page: Page, folder: Path) -> None:
    """The page gets a sentence, and works again when the file is fixed."""
    path = folder / "article.md"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("date: 2024-06-20", "date: 2024-06-31"), encoding="utf-8")
    assert "is not a day of the calendar" in page.send("accept", row="E01")["trouble"]
    path.write_text(good, encoding="utf-8")
    page.send("accept", row="E01")
    assert "accepted" == _row(folder, "events", "E01")["status"]


def test_there_must_be_an_article(tmp_path: Path) -> None:
    """The sentence names the folder and the next step."""
    with pytest.raises(CommuniqueError, match=r"article.md is missing. Name the folder that"):
        ReviewBench(tmp_path)
    (tmp_path / "article.md").write_text("no front matter\n", encoding="utf-8")
    with pytest.raises(ArticleError):
        ReviewBench(tmp_path)
