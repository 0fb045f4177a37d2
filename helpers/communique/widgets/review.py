"""The review bench: an article on one side, the rows of its draft on the other, and a keyboard between them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import traitlets

from ..base.strings import text
from ..coding.schema import TABLES
from ..review import Review, Step
from ..review.echoes import with_what_follows
from ..text.cleaning import one_line
from ..text.spans import Span
from ..text.times import day_at
from ..tools.faults import check_folder
from .base import CommuniqueWidget, answer, range_in, text_in
from .review_cards import Cards, differences, in_words, span_of, text_for_page
from .review_fields import fields_of, modes
from .review_lists import lists_of


class ReviewBench(CommuniqueWidget, page="review/bench"):
    """A person reviews the rows of an article's folder: accept, correct, delete, add, undo.

    The page holds nothing that is not on the disk. It sends {"do": ..., "number": ...}; each answer brings the
    rows that changed, so that every open view of the bench shows the same.
    """

    sections = ("review",)

    fields = traitlets.Dict().tag(sync=True)
    modes = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)

    def __init__(self, folder: str | Path) -> None:
        self.review = Review(Path(folder))
        self._sent: dict[str, dict[str, Any]] = {}
        self._shown: dict[str, Any] = {}
        self._heard = self.review.heard
        self._cards = Cards(self.review)
        super().__init__(fields=fields_of(self.review.issues), modes=modes(), title=self.review.headline)

    def _card(self) -> dict[str, str]:
        return {"name": f"{self.review.folder} review", "at": ""}

    def reply(self, message: Mapping[str, Any]) -> dict[str, Any]:
        return answer(message, self.act, lambda message: self._news(whole=message.get("do") == "open"))

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        do, row = message.get("do"), str(message.get("row") or "")
        acts: dict[Any, Callable[[], dict[str, Any]]] = {
            "open": dict,
            "look": self._look,
            "accept": lambda: self._accept(row),
            "paragraph": lambda: self._accept_paragraph(row, str(message.get("list") or "")),
            "stand": lambda: self._stand(row, message),
            "issues": lambda: {"issues": self._issues()},
            "day": lambda: self._publish(str(message.get("day") or "")),
            "edit": lambda: self._edit(row, str(message.get("column")), str(message.get("value") or "")),
            "words": lambda: self._point(row, str(message.get("role")), message.get("mark")),
            "add": lambda: self._add(str(message.get("table")), message.get("mark")),
            "delete": lambda: self._delete(row, message),
            "undo": self._undo,
            "check": self._check,
        }
        return acts[do]() if do in acts else {}

    # What a person does.

    def _seen(self, *rows: str) -> dict[str, Any]:
        return {row: self._shown[row] for row in rows if self._shown.get(row) is not None}

    def _look(self) -> dict[str, Any]:
        self.review.refresh()
        return {}

    def _accept(self, row: str) -> dict[str, Any]:
        self._look()
        if grave := self._now().grave(row):
            reason = text("review", "not-yet", row=row, fault=in_words(grave[0])["words"])
            return {"told": reason, "stay": True, "row": row}
        step = self.review.accept([row], self._seen(row))
        return self._told(step) if step else {"told": text("review", "accepted-already", row=row)}

    def _accept_paragraph(self, row: str, name: str) -> dict[str, Any]:
        """Accept what a list shows of a row's paragraph, but nothing doubtful and nothing with a fault."""
        self._look()
        shown = self._now().all()
        lists = {one["name"]: one["rows"] for one in lists_of(shown, self.review.paragraphs, None)}
        here = shown.get(row, {}).get("paragraph")
        drafts = [k for k in lists.get(name, ()) if shown[k]["draft"] and shown[k]["paragraph"] == here]
        good = [key for key in drafts if not shown[key]["faults"] and not shown[key]["doubt"]]
        if good:
            self.review.accept(good, self._seen(*good))
        left = len(drafts) - len(good)
        sentence = "did-accept-many" if not left else "some-left" if good else "none-yet"
        return {"told": text("review", sentence, count=len(good), left=left)}

    def _stand(self, row: str, message: Mapping[str, Any]) -> dict[str, Any]:
        """A position from a statement or an event, on an issue that is there or on a new one."""
        self._look()
        issue, title = str(message.get("issue") or ""), one_line(str(message.get("title") or ""))
        if title:
            issue = self._issue(title)
        step = self.review.stand(row, issue, str(message.get("stance") or ""), accept=not self._now().grave(row))
        return {"told": text("review", "did-stand", row=row), "did": "accept"} if step else {}

    def _issue(self, title: str) -> str:
        """The name of an issue, which is a new one where there is none of this title."""
        name = self.review.add_issue(title)
        self.fields = fields_of(self.review.issues)
        return name

    def _issues(self) -> dict[str, Any]:
        self._look()
        return {"there": list(map(list, self.review.issues.items())), "suggested": self.review.suggested_issues()}

    def _publish(self, day: str) -> dict[str, Any]:
        self.review.publish(day)
        return {"told": text("review", "did-publish", day=day)}

    def _edit(self, row: str, column: str, value: str) -> dict[str, Any]:
        before = self.review.cells(row)
        title = one_line(value) if column == "issue" and column in before else ""
        if title:
            value = self._issue(title)
        cells = with_what_follows(before, column, value)
        return self._told(self.review.edit(row, cells, self._seen(row)))

    def _point(self, row: str, role: str, mark: Any) -> dict[str, Any]:
        table, _ = self.review.rows.get(row, ("", 0))
        place = self._span(mark)
        if role == "alias" and table == "actors" and place:
            return self._told(self.review.name(row, *place))
        group = next((g for g in TABLES[table].groups if g.role == role), None) if table else None
        if group is None or (place is None and group.required):
            return {}
        paragraph, span = place or ("", None)
        also = self._read_off(row, role, *place) if place else {}
        return self._told(self.review.point(row, group, paragraph, span, also))

    def _read_off(self, row: str, role: str, paragraph: str, span: Span) -> dict[str, str]:
        """What marked words say by themselves, where the row does not say it yet: who speaks, and which day."""
        cells = self.review.cells(row)
        if role == "source" and not cells.get("source_ids"):
            names = self._cards.actors_in(paragraph, span)
            return with_what_follows(cells, "source_ids", names[0]) if names else {}
        published = self.review.published
        if role == "time" and not cells.get("timex") and published is not None:
            day = day_at(self.review.paragraphs[paragraph].text, *span, published)
            return {"timex": day.isoformat()} if day else {}
        return {}

    def _add(self, table: str, mark: Any) -> dict[str, Any]:
        place = self._span(mark)
        if not place or table not in TABLES:
            return {}
        paragraph, span = place
        return self._told(self.review.add(table, paragraph, span, self._cards.who_is_near(table, paragraph, span)))

    def _delete(self, row: str, message: Mapping[str, Any]) -> dict[str, Any]:
        self._look()
        is_actor = self.review.rows.get(row, ("", 0))[0] == "actors"
        leans = [lean for lean in self.review.references(row) if is_actor or lean.column.required]
        if leans and not message.get("sure"):
            keys = {place: key for key, place in self.review.rows.items()}
            rows = [{"row": keys[r.table, r.at], "column": r.column.name} for r in leans]
            return {"leans": {"row": row, "rows": rows}}
        instead = str(message.get("instead") or "")
        step = self.review.delete(row, instead, self._seen(row))
        return {"told": text("review", f"did-{step.did}", row=row, instead=instead)} if step else {}

    def _undo(self) -> dict[str, Any]:
        step = self.review.undo()
        return self._told(step) if step else {"told": text("review", "nothing-to-undo")}

    def _told(self, step: Step | None) -> dict[str, Any]:
        if step is None:
            return {}
        return {"told": text("review", f"did-{step.did}", row=step.row), "go": step.row, "did": step.did}

    def _check(self) -> dict[str, Any]:
        """What `communique check` says of the folder."""
        self._look()
        folder = self.review.folder
        article, faults = check_folder(folder)
        cards = self._now()
        lines = [(fault, {"words": str(fault), "row": cards.key_of(fault)}) for fault in faults]
        notes = [line for fault, line in lines if fault.only_a_note]
        grave = [line for fault, line in lines if not fault.only_a_note]
        if article is None or grave:
            return {"check": {"faults": grave, "notes": notes, "clean": "", "drafts": 0, "next": ""}}
        tables = article.tables.items()
        sizes = ", ".join(f"{len(rows)} {text('review', f'table-{name}').lower()}" for name, rows in tables)
        start = "" if article.drafts else f'communique start --article "{folder}"'
        clean = text("review", "check-clean", sizes=sizes)
        return {"check": {"faults": [], "notes": notes, "clean": clean, "drafts": len(article.drafts), "next": start}}

    def _span(self, mark: Any) -> Any:
        """(paragraph, span) of what the page marked, or None."""
        paragraph, numbers = self.review.paragraphs.get(text_in(mark, "paragraph")), range_in(mark)
        if paragraph is None or numbers is None:
            return None
        span = span_of(paragraph, *numbers)
        return (paragraph.paragraph_id, span) if span else None

    # What the page gets.

    def _now(self) -> Cards:
        """The cards of the rows as they are: made again after a step or a reading."""
        if self._cards.tables is not self.review.tables:
            self._cards = Cards(self.review)
        return self._cards

    def _news(self, *, whole: bool) -> dict[str, Any]:
        cards = self._now().all()
        changed, gone = differences({} if whole else self._sent, cards)
        self._sent = cards
        self._shown = {key: self.review.cells(key) for key in cards}
        news: dict[str, Any] = {
            "rows": changed,
            "gone": list(gone),
            "lists": lists_of(cards, self.review.paragraphs, self._cards.checked.article),
            "undated": self.review.published is None,
            "undoable": self.review.undoable is not None,
        }
        if whole or self._heard != self.review.heard:
            torn = [(TABLES[table].file, faults[0]) for table, faults in self.review.unread.items()]
            unread = [text("review", "unread", file=file, fault=fault) for file, fault in torn]
            news |= {"text": text_for_page(self.review.paragraphs), "unread": unread}
            if self._heard != self.review.heard:
                self._heard, self.fields = self.review.heard, fields_of(self.review.issues)
                news["heard"] = text("review", "read-again")
        return news


def review_bench(folder: str | Path) -> ReviewBench:
    """The review bench on an article's folder: accept, correct, delete and add the rows of its coding.

    Parameters:
        folder: the article's folder, as `communique new` makes it.

    Returns:
        A widget: article on one side, rows on the other; every step is on the disk when the page says "Saved".

    Raises:
        CommuniqueError: there is no article in the folder, or it cannot be read.

    Example:
        >>> review_bench("my-article")  # doctest: +SKIP
    """
    return ReviewBench(folder)
