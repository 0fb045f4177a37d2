"""What a student left in a lesson's own tool, in words. One function a tool; of a tool without one, as it stands.

What a tool keeps comes from a file that anyone can change: nothing here raises, whatever stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..base.errors import CommuniqueError
from ..base.strings import section, text
from ..coding.article import CodedArticle
from ..coding.loading import load_coded
from ..course.course import load_course
from ..course.lesson_key import LessonKey
from ..questions.in_words import InWords, Line, as_it_stands, limited
from ..questions.lesson_files import tool_content
from .desk.comparing import KIND_COLUMNS, ArticlePart, marks_in

#: Among a tool's content: the article that its words are about.
_ARTICLE = "@article"
#: label and words
Told = tuple[tuple[str, InWords], ...]


def tool_in_words(
    lesson: LessonKey, tool: str, kept: Any, sealed: Any = None, article: CodedArticle | None = None
) -> Told:
    """What was left in a tool, as pairs of a label and words.

    Parameters:
        lesson: the lesson.
        tool: the tool's name, such as "scenario".
        kept: what it kept last, any JSON value.
        sealed: what was sealed in it first, where it seals; else None.
        article: the article it was done on; the course's own, if none is given.

    Returns:
        The pairs; none, where nothing of the student's own is in it (a view that was chosen).

    Example:
        >>> tool_in_words(LessonKey("framing"), "headline-workshop", {"headlines": ["Two sign"]})[0][1].lines[0].text
        'Two sign'
    """
    if tool not in _TOOLS:
        left = kept if sealed is None else sealed
        return () if left in (None, "", [], {}) else ((text("worksheet", "kept"), as_it_stands(left)),)
    told = _TOOLS[tool](kept, sealed, _content(lesson, tool, article) | {_ARTICLE: article})
    return tuple((label, limited(words)) for label, words in told)


def tool_title(tool: str) -> str:
    """What a tool is called on paper."""
    return section("tool-words").get(f"title-{tool}") or text("tool-words", "title", tool=tool)


def _content(lesson: LessonKey, tool: str, article: CodedArticle | None) -> dict[str, Any]:
    try:
        return dict(tool_content(lesson, article, f"{tool}.yml"))
    except (CommuniqueError, OSError, ValueError):  # a slip in the file is told where the tool is shown
        return {}


def _entries(content: Mapping[str, Any], name: str) -> dict[str, Mapping[str, Any]]:
    """The entries of a list in the tool's content, by their ids."""
    found = content.get(name)
    return {_id(e.get("id")): e for e in found if isinstance(e, dict)} if isinstance(found, list) else {}


def _id(value: Any) -> str:
    """An id as text; YAML takes a bare yes or no for true or false."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _view(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    return ()


def _headlines(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    given = kept if isinstance(kept, dict) else {}
    own, draft, words = given.get("headlines"), given.get("draft"), section("tool-words")
    lines = [Line(one) for one in own if isinstance(one, str)] if isinstance(own, list) else []
    told = [(words["headlines"], InWords(tuple(lines), "list"))] if lines else []
    if isinstance(draft, str) and draft.strip():
        told.append((words["headline-draft"], InWords((Line(draft),))))
    return tuple(told)


def _scenario(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    facts = _entries(content, "facts")
    lines = []
    for fact, value in (kept if isinstance(kept, dict) else {}).items():
        entry = facts.get(fact, {})
        named = _entries(entry, "values").get(value, {}) if isinstance(value, str) else {}
        lines.append(Line(str(named.get("text") or as_it_stands(value).strange), str(entry.get("ask") or fact)))
    return ((text("tool-words", "facts"), InWords(tuple(lines), "pairs")),) if lines else ()


def _forecasts(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    outcomes = _entries(content, "outcomes")
    given = sealed if isinstance(sealed, dict) else kept
    chances = {n: v for n, v in (given if isinstance(given, dict) else {}).items() if _is_percent(v)}
    lines = [Line(f"{value} %", str(outcomes.get(name, {}).get("text") or name)) for name, value in chances.items()]
    label = "forecasts-sealed" if isinstance(sealed, dict) else "forecasts-open"
    return ((text("tool-words", label), InWords(tuple(lines), "pairs")),) if lines else ()


def _codings(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    left = kept.get("marks") if isinstance(kept, dict) else None
    marked = {layer: marks for layer in KIND_COLUMNS if (marks := marks_in(left, layer))}
    if not marked:
        return ()
    part = ArticlePart(content.get(_ARTICLE) or load_coded(load_course().article))
    kinds = section("kinds") | {"": text("desk", "no-kind")}
    told = []
    for layer, marks in marked.items():
        here = [mark for mark in marks if part.holds(mark)]
        lines = [Line(f"“{part.text_of(m)}”: {kinds.get(m.kind, m.kind)}", m.paragraph) for m in here]
        told.append((text("tool-words", f"marked-{layer}"), InWords(tuple(lines), "pairs")))
    return tuple(told)


def _own_article(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    given = kept if isinstance(kept, dict) else {}
    found = [(name, given.get(name)) for name in ("folder", "text")]
    return tuple(
        (text("tool-words", f"own-{name}"), InWords((Line(said),)))
        for name, said in found
        if isinstance(said, str) and said.strip()
    )


def _table(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    sitting = kept.get("sitting") if isinstance(kept, dict) else None
    given = sitting if isinstance(sitting, dict) else {}
    moves, clauses = (_records(given.get(name)) for name in ("moves", "clauses"))
    kinds, told = section("negotiating"), []
    own = [move for move in moves if not move.get("how")]
    for name, records in (("my-moves", own), ("my-clauses", clauses)):
        lines = [
            Line(f"{record.get('opening', '')} {record.get('text', '')}".strip(), _on_table(record, kinds))
            for record in records
        ]
        told += [(text("tool-words", name), InWords(tuple(lines), "pairs"))] if lines else []
    return tuple(told)


def _records(given: Any) -> list[dict[str, str]]:
    """Moves or clauses, with the fields that are texts."""
    found = [entry for entry in given if isinstance(entry, dict)] if isinstance(given, list) else []
    return [{name: value for name, value in entry.items() if isinstance(value, str)} for entry in found]


def _on_table(record: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """What a move or a clause is called: its kind, and the words or the source that it rests on."""
    kind = kinds.get(f"kind-{record.get('kind')}") or text("tool-words", "clause")
    return text("tool-words", "resting-on", kind=kind, words=record.get("words") or record.get("source", ""))


def _table_drafts(kept: Any, sealed: Any, content: Mapping[str, Any]) -> Told:
    forms = kept.values() if isinstance(kept, dict) else ()
    texts = [form["text"] for form in forms if isinstance(form, dict) and isinstance(form.get("text"), str)]
    lines = tuple(Line(words) for words in texts if words.strip())
    return ((text("tool-words", "headline-draft"), InWords(lines)),) if lines else ()


def _is_percent(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


#: Name of a tool -> how what was left in it is put into words.
_TOOLS: Mapping[str, Callable[[Any, Any, Mapping[str, Any]], Told]] = {
    "coding-desk": _codings,
    "your-article": _own_article,
    "voice-audit": _view,
    "headline-workshop": _headlines,
    "negotiating-table": _table,
    "negotiating-table-draft": _table_drafts,
    "scenario": _scenario,
    "forecast": _forecasts,
}
