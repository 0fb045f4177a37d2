"""A headline beside the report: which facts it keeps, drops or changes, and what it adds, by its words alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...base.yaml_files import YamlEntry
from ...text.spans import Segment, segments
from .facts import Charged, Fact, read_workshop
from .words import HeadlineToken, Phrase, folded, places_of, read_leniently, tokens

#: What a headline can do with a fact.
KEPT, SURER, SOFTER, DENIED, DROPPED = "kept", "surer", "softer", "denied", "dropped"
OUTCOMES = (KEPT, SURER, SOFTER, DENIED, DROPPED)

#: A "not" or a "will" reaches over this many words, a "may" that softens over fewer.
_REACH, _SHORT_REACH = 3, 2


@dataclass(frozen=True)
class Told:
    """What a headline does with one fact, and its words that name it."""

    fact: Fact
    outcome: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """A loaded word of a headline, as it is there, and whether in quotation marks."""

    text: str
    charged: Charged
    quoted: bool


@dataclass(frozen=True)
class Comparison:
    """A headline beside the report.

    `told` has every fact once, in the report's order. `added` are the headline's words that the report does
    not have, `loaded` its loaded words, `read_as` pairs of a misspelt word and what it was taken for, and
    `pieces` the headline in pieces, with the names "fact", "loaded" and "added". `strange` says that hardly a
    word of it is known: another language, perhaps.
    """

    text: str
    told: tuple[Told, ...]
    added: tuple[str, ...]
    loaded: tuple[Loaded, ...]
    read_as: tuple[tuple[str, str], ...]
    pieces: tuple[Segment, ...]
    strange: bool

    def facts(self, *outcomes: str) -> tuple[str, ...]:
        return tuple(t.fact.id for t in self.told if t.outcome in outcomes)


class Yardstick:
    """The facts of a report and the words for them, with which headlines are compared.

    Example:
        >>> rain = {"id": "rain", "text": "It may rain.", "named_by": {"deed": ["rain"]}, "hedges": {"near": ["may"]}}
        >>> Yardstick({"facts": [rain], "language": "english"}, ["It may rain."]).compare("Rains!").facts("surer")
        ('rain',)
    """

    def __init__(self, content: Mapping[str, Any], report: Iterable[str]) -> None:
        self._workshop = workshop = read_workshop(YamlEntry(content, "headline-workshop.yml"))
        self._stem, self.facts, self.charged = workshop.stem, workshop.facts, workshop.charged
        self.headlines, self._words = workshop.headlines, workshop.words
        words = content.get("words") or {}
        spoken = self._keys([entry.get("words") for entry in content.get("charged") or ()])
        own = self._keys(list(report))
        self._readable = own | spoken | self._keys([content.get("facts"), words])
        # a loaded word that the report does not have may name a fact, and is added all the same
        foreign = {p[0] for entry in self.charged if not entry.evidence for p in entry.words if len(p) == 1}
        plain = {self._stem(word) for word in self._keys([content.get("facts"), words])}
        self._stems = plain - foreign | {self._stem(word) for word in own}

    def _keys(self, texts: Any) -> set[str]:
        return {token.key for text in _strings(texts) for token in tokens(text, self._stem)}

    def compare(self, headline: str) -> Comparison:
        """What a headline, any text of any length, does with the facts."""
        written = tokens(headline, self._stem, self._workshop.joints, self._workshop.links, self._readable)
        read = read_leniently(written, self._readable, self._stem)
        held = [(fact, *self._held(fact, read)) for fact in self.facts]
        loaded = sorted(
            ((place, entry) for entry in self.charged for place in places_of(entry.words, read)),
            key=lambda placed: placed[0].start,
        )
        added = [token for token in read if self._is_added(token)]
        marks = {
            "loaded": [place for place, _ in loaded],
            "added": [range(n, n + 1) for n, token in enumerate(read) if self._is_added(token)],
            "fact": [place for *_, places in held for place in places],
        }
        named = [(kind, read[n].span) for kind, places in marks.items() for place in places for n in place]
        return Comparison(
            text=headline,
            told=tuple(Told(f, outcome, _unique(_text(headline, read, p) for p in ps)) for f, outcome, ps in held),
            added=_unique(token.text for token in added),
            loaded=tuple(Loaded(_text(headline, read, p), entry, read[p.start].quoted) for p, entry in loaded),
            read_as=tuple(dict.fromkeys((t.text, t.read_as) for t in read if t.read_as)),
            pieces=tuple(segments(headline, dict.fromkeys(named))),
            strange=len(read) > 1 and len(added) >= 0.8 * len(read),
        )

    def _is_added(self, token: HeadlineToken) -> bool:
        longer = len(token.key) > 1 or not token.key.isascii() or token.key.isdigit()
        return token.sign or (longer and token.stem not in self._stems)

    def _held(self, fact: Fact, text: Sequence[HeadlineToken]) -> tuple[str, list[range]]:
        """The outcome for a fact, and the places of the words that name it."""
        groups = [places_of(words, text) for words in fact.groups.values()]
        if not groups or not all(groups):
            return DROPPED, []
        outcomes = {self._outcome(fact, deed, text) for deed in places_of(fact.deed, text)}
        outcome = next((o for o in (SURER, KEPT, SOFTER, DENIED) if o in outcomes), DROPPED)
        naming = {place for places in groups for place in places} if outcome != DROPPED else set()
        return outcome, sorted(naming, key=lambda place: (place.start, place.stop))

    def _outcome(self, fact: Fact, deed: range, text: Sequence[HeadlineToken]) -> str:
        """How the deed is told at one place; what has only not been done yet does not name it."""
        before = _before(deed, text, _REACH)
        if not fact.negative and before & _numbers(self._words["not_yet"], text):
            return DROPPED
        no = _numbers(self._words["no"], text) | {n for n, token in enumerate(text) if token.key.endswith("n't")}
        if not fact.negative and before & no:
            return DENIED
        if before & _numbers(fact.surer, text):
            return SURER
        if not fact.careful and _before(deed, text, _SHORT_REACH) & _numbers(self._words["soften"], text):
            return SOFTER
        hedged = places_of(fact.anywhere, text) or any(
            _goes_with(hedge, deed, text) for hedge in places_of(fact.near, text)
        )
        return SURER if fact.careful and not hedged else KEPT


def _before(deed: range, text: Sequence[HeadlineToken], reach: int) -> set[int]:
    place = text[deed.start].place
    return {n for n in range(max(0, deed.start - reach), deed.start) if text[n].place == place}


def _goes_with(hedge: range, deed: range, text: Sequence[HeadlineToken]) -> bool:
    """Whether a "may" belongs to a deed: before it in the same clause, or in the same part of the clause."""
    one, other = text[hedge.start].place, text[deed.start].place
    return one[:2] == other[:2] or (one[0] == other[0] and hedge.start < deed.start)


def _numbers(words: Iterable[Phrase], text: Sequence[HeadlineToken]) -> set[int]:
    return {n for place in places_of(words, text) for n in place}


def _text(headline: str, text: Sequence[HeadlineToken], place: range) -> str:
    return headline[text[place.start].span.start : text[place.stop - 1].span.end]


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(folded(word), word)
    return tuple(first.values())


def _strings(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return _strings(list(value.values()))
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in _strings(part)]
    return [value] if isinstance(value, str) else []
