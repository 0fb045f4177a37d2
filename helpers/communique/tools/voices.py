"""Whose words a report is made of: every word has one voice, that of a source or the report's own.

Source, cue and content are PolNeAR's (Newell, Margolin and Ruths 2018). A voice is the source of a statement;
two who speak in one statement are one voice together. Only the content of a statement is its source's: who
speaks, and the cue ("said", "warned"), are words of the report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..base.strings import listed, text
from ..coding.article import CodedArticle, by_id
from ..coding.codes import REPORTER
from ..coding.pointers import Paragraph
from ..coding.schema import Event, Statement
from ..text.spans import Span, segments, word_spans

_TOGETHER = " + "
#: Words in quotation marks; a quotation that is not closed goes on to the end.
_QUOTED = re.compile(
    r'"[^"]*(?:"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)'
    r"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*(?:'(?!\w)|$)|(?<!\w)‘(?:[^’]|(?<=\w)’(?=\w))*(?:’(?!\w)|$)"
)


@dataclass(frozen=True)
class Voice:
    """One voice and its words.

    `voice_id` is the source's actor id ("A09 + A14" for two together, "reporter" for the report's own voice);
    `words` counts its own words, `direct` those in quotation marks, and `told` its words that another voice
    passes on (they are counted there, and not again here). `own` and `inner` are the ids of its statements.
    """

    voice_id: str
    actor_ids: tuple[str, ...]
    name: str
    words: int
    direct: int
    told: int
    own: tuple[str, ...]
    inner: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph in one voice, and the number of words that begin in it.

    `carried` are the voices whose words the owner passes on here; `framed` those that a source or a cue here names.
    """

    text: str
    words: int
    owner: str
    direct: bool = False
    carried: tuple[str, ...] = ()
    framed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chain:
    """The way of some statements of a voice: those who carried them, first speaker first, and their paragraphs.

    `own` is no where another voice passes them on; no actors where the report does not say how it knows.
    """

    actor_ids: tuple[str, ...]
    paragraphs: tuple[str, ...]
    own: bool


def voices_of(article: CodedArticle) -> tuple[Voice, ...]:
    """Every voice of an article: the report's own, then the sources in the order of their statements.

    Each word of headline and paragraphs is counted once. A word in a statement belongs to its source; where a
    statement is inside another (`part_of`), to the source of the outer one, who passes the words on.

    Example:
        >>> from communique import load_article
        >>> [(v.name, v.words, v.direct) for v in voices_of(load_article().coded) if v.voice_id == "A06"]
        [('Kim Jong Un', 46, 30)]
    """
    every = [piece for pieces in pieces_of(article).values() for piece in pieces]
    roots = _roots(article)
    sources: dict[str, tuple[str, ...]] = {REPORTER: ()}
    for row in article.statements:
        sources.setdefault(_voice(row), row.source_ids)
    return tuple(
        Voice(
            voice_id=voice,
            actor_ids=actors,
            name=listed(article.names.get(actor, actor) for actor in actors) or text("voices", "report"),
            words=sum(piece.words for piece in every if piece.owner == voice),
            direct=sum(piece.words for piece in every if piece.owner == voice and piece.direct),
            told=sum(piece.words for piece in every if voice in piece.carried),
            own=tuple(r.id for r in article.statements if _voice(roots[r.id]) == voice == _voice(r)),
            inner=tuple(r.id for r in article.statements if _voice(roots[r.id]) != voice == _voice(r)),
        )
        for voice, actors in sources.items()
    )


def pieces_of(article: CodedArticle) -> dict[str, tuple[Piece, ...]]:
    """Each paragraph cut into pieces of one voice; joined, they are its text."""
    roots = _roots(article)
    order = {row.id: number for number, row in enumerate(article.statements)}

    def outermost_first(row: Statement) -> tuple:
        root = roots[row.id]
        around = article.evidence_of(root.id, "content")[0]
        return around.start, -around.end, order[root.id], row.id != root.id, order[row.id]

    rows = sorted(article.statements, key=outermost_first)
    return {p.paragraph_id: tuple(_cut(p, rows, roots, article)) for p in article.paragraphs}


def only_from(article: CodedArticle, voice_id: str) -> tuple[Event, ...]:
    """The events that nobody tells but this voice, in a statement, as reporter, or as the report's own."""
    return tuple(row for row in article.events if {voice_id} == told_by(article, row.id))


def told_by(article: CodedArticle, event_id: str) -> set[str]:
    """The ids of all voices that report an event."""
    event = by_id(article.events)[event_id]
    roots = _roots(article)
    tellers = {_voice(roots[row.id]) for row in article.statements if row.event_id == event_id}
    return tellers if tellers and event.reported_by == REPORTER else tellers | {event.reported_by}


def chains_of(article: CodedArticle, voice: Voice) -> tuple[Chain, ...]:
    """Through whom the words of a voice came to the report; each way once, the voice's own first."""
    statements = by_id(article.statements)
    ways: dict[tuple[tuple[str, ...], bool], dict[str, None]] = {}
    for name in (*voice.own, *voice.inner):
        paragraphs = ways.setdefault((statements[name].channel, name in voice.own), {})
        paragraphs[article.evidence_of(name, "content")[0].paragraph_id] = None
    return tuple(Chain(channel, tuple(paragraphs), own) for (channel, own), paragraphs in ways.items())


def _voice(row: Statement) -> str:
    return _TOGETHER.join(sorted(row.source_ids))


def _roots(article: CodedArticle) -> dict[str, Statement]:
    """Statement -> the outermost statement it is in; a circle ends where it began."""
    rows = by_id(article.statements)
    roots = {}
    for name, row in rows.items():
        seen = {name}
        while row.part_of in rows and row.part_of not in seen:
            seen.add(row.part_of)
            row = rows[row.part_of]
        roots[name] = row
    return roots


def _quoted(kind: str, words: str) -> list[Span]:
    """The stretches of a statement's content that are the speaker's very words."""
    if kind == "direct":
        return [Span(0, len(words))]
    return [Span(m.start(), m.end()) for m in _QUOTED.finditer(words)] if kind == "mixed" else []


def _cut(
    paragraph: Paragraph, rows: list[Statement], roots: dict[str, Statement], article: CodedArticle
) -> Iterator[Piece]:
    named: list[tuple[str, Span]] = []
    for row in rows:
        for evidence in article.evidence_of(row.id):
            if evidence.paragraph_id != paragraph.paragraph_id:
                continue
            start = evidence.start - paragraph.start
            named.append((f"{evidence.role} {row.id}", Span(start, start + len(evidence.words))))
            if evidence.role == "content":
                spans = _quoted(row.kind, evidence.words)
                named += [(f"quoted {row.id}", Span(start + a, start + b)) for a, b in spans]
    starts = [span.start for span in word_spans(paragraph.text)]
    cut = segments(paragraph.text, named)
    ends = list(accumulate(len(piece.text) for piece in cut))
    for piece, end in zip(cut, ends, strict=True):
        begun = sum(end - len(piece.text) <= start < end for start in starts)
        yield _piece(piece.text, begun, piece.names, rows, roots)


def _piece(words: str, count: int, names: tuple[str, ...], rows: list[Statement], roots: dict[str, Statement]) -> Piece:
    over = [row for row in rows if f"content {row.id}" in names]
    owner = _voice(roots[over[0].id]) if over else REPORTER
    framing = [row for row in rows if {f"source {row.id}", f"cue {row.id}"} & set(names)]
    return Piece(
        text=words,
        words=count,
        owner=owner,
        direct=bool(over) and f"quoted {over[0].id}" in names,
        carried=tuple(dict.fromkeys(_voice(row) for row in over if _voice(row) != owner)),
        framed=tuple(dict.fromkeys(_voice(row) for row in framing)),
    )
