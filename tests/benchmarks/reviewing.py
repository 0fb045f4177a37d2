"""How many keys a review takes: from the draft of an article to its reference coding, on a real bench.

`python -m tests.benchmarks.reviewing [FOLDER]`. Every row of the draft is accepted, corrected, merged into another
or deleted, and every row that the draft lacks is added, until the tables are those of the reference coding.
Free prose (labels, notes, the case for another reading) is counted apart: nobody need type what we typed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from communique.base.errors import CommuniqueError
from communique.coding.cells import split_list
from communique.coding.checking import check_article
from communique.coding.loading import find_article
from communique.coding.schema import TABLES
from communique.drafting.draft.coder import draft_tables
from communique.drafting.draft.folder import write_article
from communique.drafting.reading.source import read_source
from communique.review import Review
from communique.widgets.review_cards import Cards

from ..bench_page import Page
from .typing import Typist

PROSE = ("note", "other_stance", "other_case", "label")
#: Aliases are held against each other by the places where they name an actor.
BY_PLACE = ("aliases",)


def draft_of(reference: Path, place: Path, *, issues: bool = True) -> Path:
    """A new folder with the draft of a coded article's text, and (`issues`) those that its author named."""
    source = read_source(reference / "article.md")
    folder = write_article(place / "draft", replace(source), draft_tables(source))
    if issues:
        (folder / "article.md").write_text((reference / "article.md").read_text(encoding="utf-8"), encoding="utf-8")
    return folder


class Reference:
    """The coding that is wanted, and which row of the draft stands for which of its rows."""

    def __init__(self, folder: Path) -> None:
        self.review = Review(folder)
        self.cards = Cards(self.review).all()
        self.ids: dict[str, str] = {}  # a row's key here -> its key in the draft

    def wanted(self, key: str, column: str) -> str:
        """A cell with the draft's ids in place of the reference's; "?" where one is not there yet."""
        cell = self.cards[key]["cells"][column]
        table = TABLES[self.cards[key]["table"]]
        if not next(c for c in table.columns if c.name == column).refers:
            return cell
        return " | ".join(self.ids.get(i, i if i == "reporter" else "?") for i in split_list(cell))


def places(card: dict[str, Any], *roles: str) -> set[tuple[str, int]]:
    """The units that a row's words cover."""
    marks = [m for m in card["marks"] if not roles or m["role"] in roles]
    return {(m["paragraph"], n) for m in marks for n in range(m["first"], m["last"] + 1)}


def pair(reference: Reference, page: Page, table: str) -> tuple[dict[str, str], dict[str, str]]:
    """Rows of the draft that stand for rows of the reference, and rows that are better one with another."""
    ours = {
        k: places(c) if table == "actors" else places(c, "words", "content")
        for k, c in page.rows.items()
        if c["table"] == table
    }
    theirs = {
        k: places(c) if table == "actors" else places(c, "words", "content")
        for k, c in reference.cards.items()
        if c["table"] == table
    }
    scored = sorted(
        ((len(a & b) / len(a | b), mine, other) for mine, a in ours.items() for other, b in theirs.items() if a & b),
        reverse=True,
    )
    pairs: dict[str, str] = {}
    merged: dict[str, str] = {}
    for _, mine, other in scored:
        if mine not in pairs and other not in pairs.values():
            pairs[mine] = other
    if table == "actors":
        heirs = {other: mine for mine, other in pairs.items()}
        for _, mine, other in scored:
            if mine not in pairs and mine not in merged and len(ours[mine] & theirs[other]) * 2 >= len(ours[mine]):
                merged[mine] = heirs[other]
    return pairs, merged


def review(reference: Reference, typist: Typist) -> None:
    """Do the whole review, table by table."""
    page, late = typist.page, []
    for table in TABLES:
        typist.at_work, waiting = table, []
        pairs, merged = pair(reference, page, table)
        reference.ids |= {other: mine for mine, other in pairs.items()}
        typist.origin = "drafted"
        for key in [k for k in page.order if page.rows[k]["table"] == table and k not in pairs]:
            typist.delete(key, merged.get(key, ""))
        typist.origin = "added"
        for other in [k for k, card in reference.cards.items() if card["table"] == table and k not in reference.ids]:
            mark = next(m for m in reference.cards[other]["marks"] if m["role"] in ("words", "content"))
            reference.ids[other] = typist.add(table, mark["paragraph"], mark["first"], mark["last"])
        for key in [k for k in page.order if page.rows[k]["table"] == table]:
            other = next(o for o, mine in reference.ids.items() if mine == key)
            typist.origin = "drafted" if key in pairs else "added"
            late += [(key, other, column) for column in correct(reference, typist, key, other)]
            if not typist.accept(key):  # a name that another row still claims: that row comes first
                waiting.append(key)
        assert all(typist.accept(key) for key in waiting), waiting
    for key, other, column in late:
        typist.set(key, column, reference.wanted(other, column))


def correct(reference: Reference, typist: Typist, key: str, other: str) -> list[str]:
    """Words first, then fields; gives the columns that wait for a row which is not there yet."""
    card, wanted = typist.page.rows[key], reference.cards[other]
    for role in card["words"]:
        mark = next((m for m in wanted["marks"] if m["role"] == role), None)
        mine = next((m for m in card["marks"] if m["role"] == role), None)
        if mark and mark != mine:
            typist.mark(key, role, mark["paragraph"], mark["first"], mark["last"])
        elif mine and not mark:
            typist.press("marks", 3)
            typist.send("words", row=key, role=role, mark=None)
    late = []
    for column in [field["column"] for field in typist.page.bench.fields[card["table"]]]:
        if column in PROSE:
            continue
        card, value = typist.page.rows[key], reference.wanted(other, column)
        if column in BY_PLACE and not card["faults"] and places(card, "alias") == places(wanted, "alias"):
            continue
        if "?" in value.split(" | "):
            late.append(column)
        elif set(split_list(value)) != set(split_list(card["cells"][column])) and (value or column != "contested"):
            if column == "contested" and {value, card["cells"][column]} == {"", "no"}:
                continue
            typist.set(key, column, value)
    return late


def differences(reference: Reference, page: Page) -> list[str]:
    """What is still not as in the reference: nothing, after a review."""
    found = [key for key in page.order if key not in reference.ids.values()]
    for other, key in reference.ids.items():
        card, wanted = page.rows[key], reference.cards[other]
        for column in card["cells"]:
            if column in (*PROSE, "status", "rule", "contested"):
                continue
            one, two = card["cells"][column], reference.wanted(other, column)
            same = (
                places(card, "alias") == places(wanted, "alias")
                if column in BY_PLACE
                else set(split_list(one)) == set(split_list(two))
            )
            found += [] if same else [f"{key} {column}: {one!r} is not {two!r}"]
        found += [f"{key}: {r}" for r in card["words"] if places(card, r) != places(wanted, r)]
        found += [f"{key}: draft"] if card["draft"] else []
    return found


def measure(folder: Path) -> Typist:
    """The review of one article's draft, done to the end."""
    with tempfile.TemporaryDirectory() as place:
        reference, typist = begin(folder, Path(place))
        page = typist.page
        typist.show("")
        review(reference, typist)
        if left := differences(reference, page):
            raise CommuniqueError("The review did not come to the reference coding.", "; ".join(left[:5]))
        article, faults = check_article(page.bench.review.folder)
        assert article is not None and not [f for f in faults if not f.only_a_note], faults
        typist.prose = sum(len(c["cells"].get(n, "")) for c in reference.cards.values() for n in PROSE)
        return typist


def begin(folder: Path, place: Path, *, issues: bool = True) -> tuple[Reference, Typist]:
    """A bench on the draft of a coded article's text, and hands on its keyboard."""
    reference = Reference(Path(shutil.copytree(folder, place / "reference")))  # a review leaves its log there
    page = Page(draft_of(folder, place, issues=issues))
    typist = Typist(page)
    typist.drafted = len(page.rows)
    return reference, typist


def main() -> None:
    from .ready import REPORTS, make_ready

    for name in sys.argv[1:] or [""]:
        folder = find_article(name or None)
        _tell(folder, measure(folder))
    for folder in sorted(REPORTS.iterdir()):
        _tell(folder, make_ready(folder))


def _tell(folder: Path, typist: Typist) -> None:
    acts = ", ".join(f"{n} {what}" for what, n in typist.acts.items())
    print(f"{folder.name}: {typist.drafted} rows drafted; {acts}")
    print(f"{typist.keys.total()} keys: {', '.join(f'{n} {what}' for what, n in typist.keys.most_common())}")
    print(f"by place: {', '.join(f'{place} {n}' for place, n in typist.tables.items())}")
    print(f"on rows that were drafted {typist.origins['drafted']}, on rows that were missing {typist.origins['added']}")
    if typist.prose:
        print(f"besides, {typist.prose} letters of labels and notes, if somebody wanted ours word for word")


if __name__ == "__main__":
    main()
