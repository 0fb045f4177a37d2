"""What a student left in a lesson's own tool, in words. One function a tool; of a tool without one, as it is.

What a tool keeps comes from a file that anyone can change: nothing here raises, whatever is there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..base.errors import CommuniqueError
from ..base.strings import section, text
from ..base.yaml_files import YamlEntry
from ..coding.article import CodedArticle
from ..coding.loading import load_coded, load_text, text_names
from ..course.course import load_course
from ..course.lesson_key import LessonKey
from ..questions.in_words import InWords, Line, as_it_stands, limited
from ..questions.lesson_files import tool_file
from .desk.comparing import KIND_COLUMNS, ArticlePart, beside, marks_in, place_in_text
from .forecasts import is_forecast

#: The name of a label, the lines beneath it, and their shape.
Part = tuple[str, list[Line], str]
Kept = Mapping[str, Any]


def tool_in_words(
    lesson: LessonKey, tool: str, kept: Any, sealed: Any = None, article: CodedArticle | None = None
) -> tuple[tuple[str, InWords], ...]:
    """What was left in a tool, as pairs of a label and words; none, where nothing of the student's own is in it.

    Example:
        >>> tool_in_words(LessonKey("framing"), "headline-workshop", {"headlines": ["Two sign"]})[0][1].lines[0].text
        'Two sign'
    """
    if tool not in _TOOLS:
        value = kept if sealed is None else sealed
        return () if value in (None, "", [], {}) else ((text("worksheet", "kept"), as_it_stands(value)),)
    last, first = (value if isinstance(value, dict) else None for value in (kept, sealed))
    parts = _TOOLS[tool](last or {}, first, _Content(lesson, tool, article))
    return tuple(
        (text("tool-words", label), limited(InWords(tuple(lines), shape))) for label, lines, shape in parts if lines
    )


def tool_title(tool: str) -> str:
    """What a tool is called on paper."""
    return section("tool-words").get(f"title-{tool}") or text("tool-words", "title", tool=tool)


@dataclass(frozen=True)
class _Content:
    """What an author wrote for the tool; nothing where the file has a fault, which is told where the tool is shown."""

    lesson: LessonKey
    tool: str
    brought: CodedArticle | None

    @property
    def article(self) -> CodedArticle:
        return self.brought or load_coded(load_course().article)

    def entries(self, name: str) -> dict[str, YamlEntry]:
        try:
            file = tool_file(self.lesson, self.brought, f"{self.tool}.yml")
        except (CommuniqueError, OSError, ValueError):
            return {}
        return {entry.id: entry for entry in file.entries(name, name, needed=False)}

    def coded_texts(self) -> list[ArticlePart]:
        known = set(text_names())
        named = dict.fromkeys(entry.text("text", needed=False) for entry in self.entries("parts").values())
        return [ArticlePart(beside(load_text(name))) for name in named if name in known]


def _texts(values: Any) -> list[Line]:
    return [Line(one) for one in values if isinstance(one, str) and one.strip()] if isinstance(values, list) else []


def _headlines(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    draft = _texts([kept.get("draft")])
    return [("headlines", _texts(kept.get("headlines")), "list"), ("headline-draft", draft, "text")]


def _scenario(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    facts, lines = content.entries("facts"), []
    for fact, value in kept.items():
        entry = facts.get(fact) or YamlEntry({}, "")
        texts = {one.id: one.text("text") for one in entry.entries("values", "value")}
        said = texts.get(value) if isinstance(value, str) else ""
        lines.append(Line(said or as_it_stands(value).strange, entry.text("ask") or fact))
    return [("facts", lines, "pairs")]


def _forecasts(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    chances = {name: value for name, value in (kept if sealed is None else sealed).items() if is_forecast(value)}
    texts = {name: entry.text("text") for name, entry in content.entries("outcomes").items()}
    lines = [Line(f"{value}%", texts.get(name) or name) for name, value in chances.items()]
    return [("forecasts-open" if sealed is None else "forecasts-sealed", lines, "pairs")]


def _codings(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    marked = {layer: marks for layer in KIND_COLUMNS if (marks := marks_in(kept.get("marks"), layer))}
    parts = [ArticlePart(content.article), *content.coded_texts()] if marked else []
    kinds = section("kinds") | {"": text("desk", "no-kind")}
    return [
        (
            f"marked-{layer}",
            [
                Line(f"“{part.text_of(m)}”: {kinds.get(m.kind, m.kind)}", place_in_text(m.paragraph))
                for part in parts
                for m in marks
                if part.holds(m)
            ],
            "pairs",
        )
        for layer, marks in marked.items()
    ]


def _sitting(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    sitting = kept.get("sitting")
    moves, clauses = (_records(sitting.get(name)) if isinstance(sitting, dict) else [] for name in ("moves", "clauses"))
    own = [move for move in moves if not move.get("how")]
    reasons = sitting.get("reasons") if isinstance(sitting, dict) else None
    return [
        ("my-moves", list(map(_record, own)), "pairs"),
        ("my-clauses", list(map(_record, clauses)), "pairs"),
        ("my-reasons", _texts([*reasons.values()] if isinstance(reasons, dict) else []), "text"),
    ]


def _records(entries: Any) -> list[dict[str, str]]:
    records = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return [{name: value for name, value in record.items() if isinstance(value, str)} for record in records]


def _record(record: Mapping[str, str]) -> Line:
    """A move or a clause, with its kind and the words or the outside fact that it is based on."""
    kind = section("negotiating").get(f"kind-{record.get('kind')}") or text("tool-words", "clause")
    words = record.get("words") or record.get("source", "")
    said = f"{record.get('opening', '')} {record.get('text', '')}".strip()
    return Line(said, text("tool-words", "resting-on", kind=kind, words=words))


def _forms(kept: Kept, sealed: Kept | None, content: _Content) -> list[Part]:
    forms = [form for form in kept.values() if isinstance(form, dict)]
    typed = [text for form in forms for text in (form.values() if form is kept.get("why") else [form.get("text")])]
    return [("headline-draft", _texts(typed), "text")]


#: Name of a tool -> how what was left in it is put into words.
_TOOLS: Mapping[str, Callable[[Kept, Kept | None, _Content], list[Part]]] = {
    "coding-desk": _codings,
    "your-article": lambda kept, *_: [(f"own-{n}", _texts([kept.get(n)]), "text") for n in ("folder", "text")],
    "voice-audit": lambda *_: [],  # a view that was chosen
    "headline-workshop": _headlines,
    "negotiating-table": _sitting,
    "negotiating-table-draft": _forms,
    "scenario": _scenario,
    "forecast": _forecasts,
}
