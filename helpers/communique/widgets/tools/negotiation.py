"""The negotiating table: delegations with role cards from the coding, moves with evidence, and a communiqué."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import traitlets

from ...base.errors import CommuniqueError
from ...base.files import write_own
from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.pointers import Pointer
from ...course.lesson_key import LessonKey
from ...tools.negotiation.clauses import make_clause, read_openings
from ...tools.negotiation.communique import communique_files
from ...tools.negotiation.delegations import open_conference, words_of
from ...tools.negotiation.exchange import MOST_CLAUSES, delegation_file, read_delegation_file
from ...tools.negotiation.moves import MOST_CHARACTERS, SILENCE, make_move, refusal
from ...tools.negotiation.sitting import FILES, PAIR, Sitting, left_out, sit_down, sitting_from, sitting_record
from ..base import text_in
from .negotiation_page import NegotiationPage, say
from .tool import Tool

_DRAFT_FIELDS = ("kind", "issue", "text", "key", "words", "opening", "by")
_LONGEST_DRAFT = 600


class NegotiatingTable(Tool, page="tools/negotiation"):
    """A table at which delegations make moves, each with its evidence, and draft a communiqué; see Tool.

    What is kept: `sitting` (seats, moves, clauses, who agrees, files read), and `before`, the sitting that was
    cleared away last. What is half written is kept apart, so that typing does not fill the journal.
    """

    name = "negotiating-table"
    for_every_article = ("openings",)
    sections = ("negotiating",)
    once = ("move", "clause")

    fixed = traitlets.Dict().tag(sync=True)
    evidence = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    most = traitlets.Int(MOST_CHARACTERS).tag(sync=True)

    def set_up(self) -> None:
        facts: Mapping[str, Any] = {}
        trouble = ""
        try:
            facts = self.outside_facts
        except CommuniqueError as error:  # a slip in that file must not close the table
            trouble = text("negotiating-trouble", "no-sources", why=str(error))
        self._conference = open_conference(self._article, facts, read_openings(self.file))
        self._page = NegotiationPage(self._conference)
        sitting = self.sitting
        if sitting and (lost := left_out(sitting, self.left["sitting"])):
            trouble = f"{trouble} {text('negotiating-trouble', 'left-out', count=lost)}".strip()
        self.fixed = {**self._page.fixed(), "notice": trouble}
        self._draw()

    @classmethod
    def lacks(cls, lesson: LessonKey, article: CodedArticle) -> str:
        """Positions of two sides at least, which role cards are made from."""
        return "" if open_conference(article).possible else "no-table"

    @property
    def sitting(self) -> Sitting | None:
        """The sitting as the journal has it; None where nobody has sat down."""
        return sitting_from(self._conference, self.left.get("sitting"))

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        does = {
            "sit": self._sit,
            "new": lambda m: self._put_away("sitting", "before"),
            "back": lambda m: self._put_away("before", "sitting"),
            "lift": lambda m: self._change(replace(self._seated(), curtain=False)),
            "draft": self._keep_draft,
            "move": self._make_move,
            "undo": lambda m: self._change(self._seated().without_last()),
            "clause": self._propose,
            "withdraw": lambda m: self._change(self._seated().without_clause(text_in(m, "id"))),
            "agree": self._agree,
            "export": self._export,
            "file-out": self._write_file,
            "file-in": self._read_file,
            "show": self._show,
        }
        do = does.get(text_in(message, "do"))
        return do(message) if do else {}

    def _seated(self) -> Sitting:
        sitting = self.sitting
        if sitting is None:
            raise refusal("sit-first")
        return sitting

    def _change(self, sitting: Sitting) -> dict[str, Any]:
        self.keep(self.left | {"sitting": sitting_record(sitting, self._article.slug)})
        self._draw()
        return {"saved": True}

    def _sit(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if self.sitting is not None:  # another tab was faster: its table stays
            self._draw()
            return {}
        return self._change(sit_down(self._conference, message))

    def _put_away(self, one: str, other: str) -> dict[str, Any]:
        """Clear a sitting away, or bring back the one that was cleared away last where nobody sits."""
        kept = self.left
        if kept.get(one) and (one == "sitting" or self.sitting is None):
            self.keep({other: kept[one]})
            self._draw()
        return {"saved": True}

    def _keep_draft(self, message: Mapping[str, Any]) -> dict[str, Any]:
        self._put_drafts(_forms(message.get("drafts")))
        return {"draft": True}

    def _put_drafts(self, drafts: dict[str, Any]) -> None:
        if drafts != self._drafts():
            self._journal.add(self._draft_name, "draft", answer=drafts)

    @property
    def _draft_name(self) -> str:
        return f"{self.journal_name(self._lesson)}-draft"

    def _drafts(self) -> dict[str, Any]:
        state = self._journal.states().get(self._draft_name)
        return _forms(state.answer if state else None)

    def _given(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """What a form holds, with the evidence that its key stands for."""
        fields, key = _fields(message.get("form")), text_in(message.get("form"), "key")
        if key.startswith("source:"):
            return {**fields, "source": key.removeprefix("source:"), "words": ""}
        if key and key != "free" and any(e.row_id == key for e in self._article.evidence):
            cited = words_of(self._article, key)
            return {**fields, "paragraph": cited.paragraph, "words": cited.words, "occurrence": cited.occurrence}
        return fields

    def _make_move(self, message: Mapping[str, Any]) -> dict[str, Any]:
        sitting = self._seated()
        by = sitting.turn if sitting.mode == PAIR else sitting.seats[0]
        number = max((m.number for m in sitting.moves if m.by == by), default=0) + 1
        fields, held = self._given(message), {}
        if fields.get("kind") == SILENCE:  # it has no words; what was typed for another move stays in the form
            held = {} if sitting.mode == PAIR else {"text": fields.get("text", "")}
            fields = {**fields, "text": ""}
        changed = sitting.with_move(self._conference, make_move(self._conference, by, number, fields))
        self._put_drafts({**self._drafts(), "move": held})
        return self._change(changed)

    def _propose(self, message: Mapping[str, Any]) -> dict[str, Any]:
        sitting, fields = self._seated(), self._given(message)
        by = fields["by"] if fields.get("by") in sitting.own else sitting.own[0]
        clause = make_clause(self._conference, by, sitting.next_clause(by), fields)
        changed = sitting.with_clause(clause)
        self._put_drafts({**self._drafts(), "clause": {}})
        return self._change(changed)

    def _agree(self, message: Mapping[str, Any]) -> dict[str, Any]:
        clause, by, yes = text_in(message, "id"), text_in(message, "by"), message.get("yes") is True
        return self._change(self._seated().with_agreement(clause, by, yes, message.get("why")))

    def _export(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        sitting = self._seated()
        return self._written(communique_files(self._conference, sitting), sitting.table)

    def _write_file(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        sitting = self._seated()
        if sitting.mode != FILES:
            return {}
        return self._written(dict([delegation_file(self._conference, sitting.file())]), sitting.table)

    def _written(self, files: Mapping[str, str], key: str) -> dict[str, Any]:
        """Write files beside the progress file, and give them to the page too, which offers them to download."""
        folder, shown, why = self._journal.path.parent, [], ""
        for name, content in files.items():
            path = folder / name
            try:
                path = write_own(path, content, key)
            except CommuniqueError as error:
                why = str(error)
            shown.append({"file": path.name, "text": content})
        names = ", ".join(one["file"] for one in shown)
        said = say("not-written", why=why) if why else say("exported", files=names, folder=str(folder))
        return {"files": shown, "said": said}

    def _read_file(self, message: Mapping[str, Any]) -> dict[str, Any]:
        sitting = self._seated()
        if sitting.mode != FILES:
            return {}
        file, faults = read_delegation_file(self._conference, text_in(message, "content"))
        changed = sitting.with_file(file)
        self._change(changed)
        name = self._conference.delegations[file.delegation].name
        older = changed.guests[file.delegation] != file
        said = say("file-older", who=name) if older else ""
        said = said or say("file-read", who=name, moves=len(file.moves), clauses=len(file.clauses))
        return {"said": said, "faults": list(faults)}

    def _show(self, message: Mapping[str, Any]) -> dict[str, Any]:
        at = message.get("at")
        place = text_in(at, "paragraph")
        if isinstance(at, dict) and any(p.paragraph_id == place for p in self._article.paragraphs):
            occurrence = at["occurrence"] if type(at.get("occurrence")) is int else 1
            self.light([Pointer(place, text_in(at, "words"), occurrence)])
        return {}

    def _draw(self) -> None:
        sitting = self.sitting
        with self.hold_sync():
            self.evidence = self._page.evidence(sitting.own if sitting else ())
            if sitting is None:
                self.view = {"stage": "seats", "canBringBack": bool(self.left.get("before"))}
            else:
                self.view = self._page.view(sitting, self._drafts())


def _forms(forms: Any) -> dict[str, dict[str, str]]:
    """What is half written in the two forms, and of the reasons why the other side would sign a clause, by its id."""
    fields = forms if isinstance(forms, Mapping) else {}
    reasons = kept if isinstance(kept := fields.get("why"), Mapping) else {}
    why = {str(name)[:60]: text_in(reasons, name)[:_LONGEST_DRAFT] for name in list(reasons)[:MOST_CLAUSES]}
    return {**{name: _fields(fields.get(name)) for name in ("move", "clause")}, "why": why}


def _fields(form: Any) -> dict[str, str]:
    """The fields of a form that hold something, as short texts."""
    return {n: value[:_LONGEST_DRAFT] for n in _DRAFT_FIELDS if (value := text_in(form, n))}
