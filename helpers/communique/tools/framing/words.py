"""The words of a short text as they are compared: cut, brought to their stem, with their clause and quotation marks."""

import functools
import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from ...base.yaml_files import YamlEntry
from ...text.spans import Span

_WORD = re.compile(r"\w+(?:['’‘\-‐‑]\w+)*")
_PART = re.compile(r"\w+(?:['’‘]\w+)*")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]|(?<!\w)['‘](?:[^'‘’]|(?<=\w)['’](?=\w))*['’](?!\w)")
_PLAIN = str.maketrans("’‘‐‑", "''--")

#: What cuts a text into clauses, a clause into parts, and a part into the reach of a "not".
_CUTS = (re.compile(r"[;!?…–—]|\.(?=\s|$)|\s-\s"), re.compile(r","), re.compile(r":"))

Stem = Callable[[str], str]
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class HeadlineToken:
    """A word or a sign of a text.

    `place` counts clauses, parts and reaches before it: two words with one `place[:1]` are in one clause.
    `read_as` is the known word that a misspelt one was taken for.
    """

    text: str
    span: Span
    key: str
    stem: str
    place: tuple[int, int, int]
    quoted: bool
    sign: bool = False
    read_as: str = ""


def folded(word: str) -> str:
    """A word without what does not count: capital letters, curly apostrophes, a final 's.

    Example:
        >>> folded("MOSCOW’S")
        'moscow'
    """
    return unicodedata.normalize("NFKC", word).casefold().translate(_PLAIN).removesuffix("'s")


@functools.cache
def stemmer(language: str) -> Stem:
    """A function from a folded word to its stem, by Snowball; in a language that it lacks, a word is its own stem."""
    import snowballstemmer  # only who compares needs it

    if language not in snowballstemmer.algorithms():
        return lambda word: word
    algorithm = snowballstemmer.stemmer(language)
    return functools.lru_cache(maxsize=4096)(algorithm.stemWord)


def phrase(words: str, stem: Stem) -> Phrase:
    """The stems of some words, to be found side by side.

    Example:
        >>> phrase("South Korea's", stemmer("english"))
        ('south', 'korea')
    """
    return tuple(stem(folded(m.group())) for m in _WORD.finditer(words))


def phrases(entry: YamlEntry, field: str, stem: Stem, *, needed: bool = False) -> tuple[Phrase, ...]:
    """The phrases in a field of headline-workshop.yml, a list of words; none where there is no list."""
    written = entry.fields.get(field)
    if isinstance(written, list) and any(isinstance(word, bool) for word in written):
        what = "a word is read as true or false: YAML takes a bare no, yes, on or off for that"
        entry.fault(what, field, 'put it between two ": "no"')
    return tuple(phrase(words, stem) for words in entry.texts(field, needed=needed))


def tokens(
    text: str, stem: Stem, joints: Iterable[str] = (), links: Iterable[str] = (), uncut: Container[str] | None = None
) -> list[HeadlineToken]:
    """A text's words and signs; `joints` begin a clause, `links` a part of one, `uncut` keep hyphens (None: all)."""
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    cuts = [[m.start() for m in cut.finditer(text)] for cut in _CUTS]
    pieces = [(text[a:b], Span(a, b), False) for m in _WORD.finditer(text) for a, b in _cut(m, uncut)]
    pieces += [(c, Span(i, i + 1), True) for i, c in enumerate(text) if unicodedata.category(c) == "So"]
    pieces.sort(key=lambda entry: entry[1])
    openers: tuple[frozenset[str], ...] = (frozenset(map(folded, joints)), frozenset(map(folded, links)), frozenset())
    counts = [0, 0, 0]
    passed = [0, 0, 0]
    result = []
    for written, span, sign in pieces:
        key = folded(written)
        for level in range(3):
            while passed[level] < len(cuts[level]) and cuts[level][passed[level]] < span.start:
                passed[level] += 1
                counts[level] += 1
            counts[level] += key in openers[level]
        quoted = any(a < span.start and span.end < b for a, b in quotes)
        place = (counts[0], sum(counts[:2]), sum(counts))
        result.append(HeadlineToken(written, span, key, stem(key), place, quoted, sign))
    return result


def _cut(word: re.Match[str], uncut: Container[str] | None) -> list[tuple[int, int]]:
    if uncut is None or folded(word.group()) in uncut:
        return [word.span()]
    return [(word.start() + part.start(), word.start() + part.end()) for part in _PART.finditer(word.group())]


def places_of(words: Iterable[Phrase], text: Sequence[HeadlineToken]) -> list[range]:
    """Where any of the phrases is in a text, as ranges of token numbers, in order; the longest wins.

    Example:
        >>> stem = stemmer("english")
        >>> places_of([phrase("North Korea", stem)], tokens("Kim of North Korea", stem))
        [range(2, 4)]
    """
    beginning: dict[str, list[Phrase]] = {}
    for wanted in filter(None, words):
        beginning.setdefault(wanted[0], []).append(wanted)
    places = {
        range(i, i + len(wanted))
        for i, token in enumerate(text)
        for wanted in beginning.get(token.stem, ())
        if tuple(after.stem for after in text[i : i + len(wanted)]) == wanted
    }
    longest: list[range] = []
    for place in sorted(places, key=lambda r: (r.start, -r.stop)):
        if not longest or place.stop > longest[-1].stop:
            longest.append(place)
    return longest


def one_slip(typed: str, meant: str) -> bool:
    """Whether a letter is missing, too many or wrong, or two have changed places."""
    same = next(
        (at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other),
        len(min(typed, meant, key=len)),
    )
    typed, meant = typed[same:], meant[same:]
    swapped = typed[:2] == meant[1::-1] and typed[2:] == meant[2:]
    return swapped or typed[1:] == meant[1:] or typed[1:] == meant or typed == meant[1:]


def read_leniently(text: Sequence[HeadlineToken], known: Iterable[str], stem: Stem) -> list[HeadlineToken]:
    """The same tokens; a word that is one slip of the pen from a (longer) known word gets that word's stem.

    Example:
        >>> stem = stemmer("english")
        >>> [t.read_as for t in read_leniently(tokens("Seoul condems", stem), ["condemns"], stem)]
        ['', 'condemns']
    """
    words = sorted(set(known))
    stems = {stem(word) for word in words}
    result = []
    for token in text:
        near = None
        if len(token.key) >= 6 and token.key.isalpha() and token.stem not in stems:
            near = next((word for word in words if word[:1] == token.key[:1] and one_slip(token.key, word)), None)
        if near:
            token = HeadlineToken(**{**vars(token), "stem": stem(near), "read_as": near})
        result.append(token)
    return result
