"""The coding desk: a student marks a part of the article, and then compares the marks with the article's coding."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import traitlets

from ...base.strings import refusal, text
from ...coding.units import UNITS
from ...tools.desk.comparing import (
    KIND_COLUMNS,
    ArticlePart,
    Difference,
    MarkedWords,
    entries_in,
    marks_in,
    place_in_text,
)
from ...tools.desk.content import COMMON, Layer, read_desk
from ..base import range_in, text_in
from ..marks import LAYERS, PATTERNS
from .coding_desk_page import result_for_page, text_for_page
from .tool import Tool

MOST_UNDO = 30


class CodingDesk(Tool, page="tools/coding_desk"):
    """Marks in layers, each with a kind, in a part of the article; and the comparison when it is asked for.

    What the student leaves here: `part`, `layer`, `unit`; `marks` as [layer, paragraph, first word, last word, kind];
    `undo`, the last marks made or taken away; `compared`, for each part/layer the marks at the first comparison
    and at the last. Nothing of the article's coding crosses to the page before a comparison.
    """

    sections = ("desk",)
    name = "coding-desk"
    for_every_article = COMMON

    parts = traitlets.List(traitlets.Dict()).tag(sync=True)
    layers = traitlets.List(traitlets.Dict()).tag(sync=True)
    part = traitlets.Unicode().tag(sync=True)
    layer = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    text = traitlets.List(traitlets.Dict()).tag(sync=True)
    marks = traitlets.List(traitlets.Dict()).tag(sync=True)
    undoable = traitlets.Bool(False).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def set_up(self) -> None:
        desk = read_desk(self.file)
        self._codebook = desk.codebook
        self._parts = desk.parts_on(self._article, brought=bool(self._lesson.article))
        self._work = self._read_work()
        self._differences: tuple[Difference, ...] = ()
        self.parts = [{"id": name, "title": title} for name, (title, _) in self._parts.items()]
        self.layers = [self._layer_for_page(layer) for layer in KIND_COLUMNS]
        self._draw()

    def _layer_for_page(self, layer: str) -> dict[str, Any]:
        book = self._codebook.get(layer, Layer())
        kinds = [k for k in LAYERS[layer][1] if k in book.kinds] or LAYERS[layer][1]
        named = [
            {"name": k, "title": text("kinds", k), "pattern": PATTERNS[k], "means": book.kinds.get(k, "")}
            for k in kinds
        ]
        return {
            "name": layer,
            "title": text("reader", f"layer-{layer}"),
            "what": book.what,
            "how": book.how,
            "kinds": [{"name": "", "title": text("desk", "no-kind"), "pattern": "thin", "means": ""}, *named],
        }

    def _read_work(self) -> dict[str, Any]:
        kept = self.left
        undo = kept["undo"] if isinstance(kept.get("undo"), list) else []
        compared = kept["compared"] if isinstance(kept.get("compared"), dict) else {}
        fits = {name: c for name, c in compared.items() if isinstance(c, dict) and {"first", "last"} <= set(c)}
        return {
            "part": kept["part"] if kept.get("part") in list(self._parts) else next(iter(self._parts)),
            "layer": kept["layer"] if kept.get("layer") in list(KIND_COLUMNS) else next(iter(KIND_COLUMNS)),
            "unit": kept["unit"] if kept.get("unit") in UNITS else UNITS[1],
            "marks": entries_in(kept.get("marks")),
            "undo": [u for u in undo if isinstance(u, list) and len(u) == 2 and len(entries_in(u)) == 2],
            "compared": {name: {when: entries_in(c[when]) for when in ("first", "last")} for name, c in fits.items()},
        }

    @property
    def _here(self) -> ArticlePart:
        return self._parts[self._work["part"]][1]

    def _ours(self, entries: Iterable[list], layer: str) -> list[MarkedWords]:
        """The marks among the entries that belong to the layer and to the chosen part."""
        return [mark for mark in marks_in(list(entries), layer) if self._here.holds(mark)]

    def _save(self, **changes: Any) -> None:
        self.keep(work := self._work | changes)  # first the disk, then the page
        self._work = work
        self._draw()

    def _draw(self) -> None:
        work, part = self._work, self._here
        marks = sorted(self._ours(work["marks"], work["layer"]), key=lambda m: (min(part.under(m, "word")), -m.last))
        with self.hold_sync():
            self.part, self.layer, self.unit = work["part"], work["layer"], work["unit"]
            self.text = text_for_page(part)
            self.marks = [
                {
                    "id": _name(mark),
                    **{name: getattr(mark, name) for name in ("paragraph", "first", "last", "kind")},
                    "place": place_in_text(mark.paragraph),
                    "words": part.text_of(mark),
                }
                for mark in marks
            ]
            self.undoable = self._last_step() is not None
            self.result = self._result(marks)

    def _result(self, marks: list[MarkedWords]) -> dict[str, Any]:
        work = self._work
        compared = work["compared"].get(f"{work['part']}/{work['layer']}")
        if compared is None:
            self._differences = ()
            return {}
        first, last = (self._ours(compared[when], work["layer"]) for when in ("first", "last"))
        theirs = self._here.reference(work["layer"])
        self._differences = self._here.compare(last, theirs, work["unit"])
        result = result_for_page(self._here, work["layer"], work["unit"], self._differences, first, last, theirs)
        title = self._parts[work["part"]][0]
        return result | {"part": work["part"], "title": title, "stale": set(last) != set(marks)}

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        match message.get("do"):
            case "choose":
                allowed = {"part": list(self._parts), "layer": list(KIND_COLUMNS), "unit": list(UNITS)}
                self._save(**{n: v for n, v in message.items() if n in allowed and v in allowed[n]})
            case "mark":
                return {"told": self._mark(message)}
            case "kind":
                self._change(message.get("id"), lambda mark: replace(mark, kind=self._kind(message)))
            case "remove":
                self._change(message.get("id"), lambda mark: None)
            case "undo":
                self._undo()
            case "compare":
                self.compare()
            case "show":
                self._show(message.get("at"))
        return {}

    def _kind(self, message: Mapping[str, Any]) -> str:
        kind = text_in(message, "kind")
        return kind if kind in LAYERS[self._work["layer"]][1] else ""

    def _mark(self, message: Mapping[str, Any]) -> str:
        numbers = range_in(message)
        if numbers is None:
            return ""
        mark = MarkedWords(str(message.get("paragraph")), *numbers, self._kind(message))
        if not self._here.holds(mark) or _name(mark) in [m["id"] for m in self.marks]:
            return ""
        self._step(None, mark)
        kind = text("kinds", mark.kind) if mark.kind else text("desk", "no-kind")
        return text("desk", "marked", words=self._here.text_of(mark), kind=kind)

    def _change(self, name: Any, change: Callable[[MarkedWords], MarkedWords | None]) -> None:
        old = next((m for m in self._ours(self._work["marks"], self._work["layer"]) if _name(m) == name), None)
        if old is not None and (new := change(old)) != old:
            self._step(old, new)

    def _step(self, old: MarkedWords | None, new: MarkedWords | None) -> None:
        """Put one mark in another's place (None: no mark), so that it can be undone."""
        step = [[] if mark is None else self._entry(mark) for mark in (old, new)]
        self._save(marks=_exchanged(self._work["marks"], *step), undo=[*self._work["undo"], step][-MOST_UNDO:])

    def _entry(self, mark: MarkedWords) -> list:
        return [self._work["layer"], mark.paragraph, mark.first, mark.last, mark.kind]

    def _last_step(self) -> int | None:
        steps = enumerate(self._work["undo"])
        return max((n for n, step in steps if self._ours(step, self._work["layer"])), default=None)

    def _undo(self) -> None:
        at = self._last_step()
        if at is not None:
            old, new = self._work["undo"][at]
            undo = [step for n, step in enumerate(self._work["undo"]) if n != at]
            self._save(marks=_exchanged(self._work["marks"], new, old), undo=undo)

    def compare(self) -> None:
        work = self._work
        marks = [self._entry(mark) for mark in self._ours(work["marks"], work["layer"])]
        if not self._here.reference(work["layer"]):
            raise refusal("desk-trouble", "no-coding")
        if not marks:
            raise refusal("desk-trouble", "no-marks")
        name = f"{work['part']}/{work['layer']}"
        first = work["compared"].get(name, {"first": marks})["first"]
        self._save(compared=work["compared"] | {name: {"first": first, "last": marks}})

    def _show(self, at: Any) -> None:
        if self._here.article is self._article and type(at) is int and 0 <= at < len(self._differences):
            shown = self._differences[at]
            self.light((self._here.pointer(mark) for mark in (*shown.mine, *shown.theirs)), scroll=False)


def _exchanged(entries: list[list], old: list, new: list) -> list[list]:
    return [*(e for e in entries if e != old), *([new] if new else [])]


def _name(mark: MarkedWords) -> str:
    return f"{mark.paragraph}.{mark.first}-{mark.last}"
