"""An article as passages, sentences and tokens: what every drafting rule reads.

All offsets count characters from the start of the passage (a paragraph, or the headline).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ...text.spans import sentence_spans
from ...text.timex import SHORT_MONTHS
from ..lexicon.events import Lexicon, event_lexicon
from ..lexicon.lexicons import Lexicons, package_lexicons
from ..lexicon.words import capitals, speech_forms, word_set
from .known_verbs import settle_verbs
from .phrases import Chunks, chunk
from .quotations import BEHIND_SAID, Quotation, find_quotations
from .tagging import tag_tokens
from .tokens import Token

_SHORT = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|St|Jr|Sr|Prof|Rev|Hon|Sgt|Capt|Adm|Maj|Brig|Cpl|Cdr|Pres|Amb|Cmdr|"
    "No|vs|Inc|Corp|Co|Ltd"
)
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Prof|Rev|Hon|Sgt|Capt|Adm|Maj|Brig|Cpl|Cdr|Cmdr|Amb|St|vs)\."
)

#: Where and when a report was written: NEW YORK, June 18 (Example) —; its words are no sentence's.
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:(?: and |[ /])[A-Z][A-Z.’'-]+)*"
    r"(?:, (?:[A-Z][a-z]+\.?(?: \d{1,2})?|[A-Z][A-Z.]+|\d{1,2} [A-Z][a-z]+|\d{4})(?=[ ,]))*"
    r"\s?(?:\([^()]{2,40}\)\s?)*(?:—|–|--?)\s(?=\S)"
)

#: The same with a colon, which a speaker of a transcript has too: DELHI: Police said; but not HARLAN: We will
_COLON_DATELINE = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+)*)(, [^:]{3,30}| \([^()]{2,40}\))?: (?=[A-Z“\"])")

_FIRST = frozenset(("p1", "p2", "p3"))  # or what stands above it, such as what a report says in short
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y)\b")

#: The same in small letters, with a dash: Nairobi, Kenya –
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
_SMALL_DATELINE = re.compile(
    rf"({_NAME})(?:, ({_NAME}))?(?:,? [^,—–]{{3,20}})?(?: \([^()]{{2,40}}\))? (?:—|–|--?) (?=[A-Z“\"])"
)

#: The same in capitals alone, before a sentence's own capital: BRASILIA A committee, MUNICH Major powers.
_BARE_DATELINE = re.compile(r"([A-Z]{4,}(?:[ /][A-Z]{4,})?) (?=(?:An? |The |[A-Z][a-z’']+ ))")

_NAME_END = re.compile(r"\b[A-Z][\w’'-]+ ([A-Z][a-z]{2,})\b(?! [A-Z])")
_OPENING_MARKS = frozenset('"“‘«„')
_LETTERS = re.compile(r"(?:[^\W\d_]\.){2,}")
#: Words that begin a sentence, and no name, when they have a capital.
_BEGINNINGS = word_set("the we it i you they he she this that these those while if when there our my in as but and")
_CLOSING_MARKS = frozenset("\"”’'»›」』＂")

#: In tokens: POLARISED COUNTRY, in a line of its own.
LONGEST_CROSSHEAD = 9

#: In tokens.
LONGEST_SENTENCE = 500

_TOKEN = re.compile(
    rf"""[^\W\d_]+(?=[\s,])                                # most words: letters, then a space or comma
    | [^\W\d_][\w-]*(?:\.[a-z][a-z0-9-]+)+(?=[\s,.;:!?)'’]|$)  # lomar-news.com
    | (?:[^\W\d_]\.){{2,}}                              # U.S., a.m.
    | [RDI]-(?:[A-Z]\.){{2,}}                              # D-N.Y.
    | [RDI]-[A-Z][a-z]+\.                                  # R-Wis.
    | (?:{_SHORT})\.(?=\s|$)                               # Mr.
    | (?:{"|".join(map(str.title, SHORT_MONTHS))})\.(?=\s\d)  # Feb. 27
    | [^\W\d_]\.(?=\s[A-Z](?:[a-z]|\.\s[A-Z][a-z]))        # an initial: George W. Bush, J. D. Vance
    | \d+(?:-[^\W\d_]+)+                                   # 29-year-old
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|bn|m|k|pm|am|s)?\b   # figures
    | [^\W\d_]+?(?=n['’]t\b)                               # do + n't
    | n['’]t\b
    | ['’](?:s|re|ve|ll|d|m|S)\b                           # Russia + 's
    | [^\W\d_]{{2,}}['’](?!(?:s|re|ve|ll|d|m|t|S)\b)[a-z]{{2,}}\b  # Shi'ite
    | (?:[dDlLOo]['’])?[^\W_]+(?:[-‑&/][^\W_]+)*           # words, with hyphens; O'Brien
    | \.{{2,}} | --+ | `` | (?<!\S)'' | ''(?!\w)
    | \S""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Sentence:
    """A sentence: the tokens `passage.tokens[first:last]`, the characters `start` to `end`, its phrases and verbs."""

    first: int
    last: int
    start: int
    end: int
    chunks: Chunks


@dataclass(slots=True)
class Passage:
    """A paragraph or the headline, cut into sentences and tokens, with its quotations."""

    paragraph_id: str
    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: list[Quotation]
    starts: list[int] = field(default_factory=list)
    outer: list[Quotation] = field(default_factory=list)  # those that are in no other, in order, never overlapping

    def quotations_over(self, start: int, end: int) -> list[Quotation]:
        """The outermost quotations that touch the characters from start to end."""
        first = bisect_right(self.outer, start, key=lambda q: q.end)
        last = bisect_left(self.outer, end, key=lambda q: q.start)
        return self.outer[first:last]

    def token_at(self, offset: int) -> int:
        """The index of the token that begins at or before an offset (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that a token (by index) is in."""
        return next(s for s in self.sentences if s.first <= index < s.last)

    def words(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""


@dataclass(slots=True)
class Prose:
    """An article's passages, the headline first (an empty headline is a passage without tokens)."""

    passages: list[Passage]
    kept: dict = field(default_factory=dict)  # what a rule has looked up, by its own key
    _by_id: dict[str, Passage] = field(default_factory=dict)

    def passage(self, paragraph_id: str) -> Passage:
        """The passage with this id."""
        if not self._by_id:
            self._by_id.update((p.paragraph_id, p) for p in self.passages)
        return self._by_id[paragraph_id]


def read_prose(headline: str, paragraphs: Iterable[str], lexicons: Lexicons | None = None) -> Prose:
    """Cut a headline and paragraphs into passages, sentences, tokens, phrases and quotations."""
    texts = [" ".join(text.split()) for text in (headline, *paragraphs)]
    ids = [HEADLINE, *(f"p{n}" for n in range(1, len(texts)))]
    lexicon = event_lexicon(lexicons or package_lexicons())
    surnames = _surnames(texts[1:])
    return Prose(
        [_passage(*parts, lexicon, surnames) for parts in zip(ids, texts, find_quotations(texts), strict=True)]
    )


def _surnames(texts: list[str]) -> frozenset[str]:
    """The words that end a name of two words somewhere, and are no common word anywhere: Josh | Bash."""
    ends = {match[1] for text in texts for match in _NAME_END.finditer(text)}
    small = {word for text in texts for word in text.split() if word.islower()} if ends else set()
    return frozenset(word for word in ends if word.lower() not in small)


def _passage(
    paragraph_id: str, text: str, quotations: list[Quotation], lexicon: Lexicon, surnames: frozenset[str]
) -> Passage:
    tokens = []
    for n, match in enumerate(_TOKEN.finditer(text)):
        word, start = match[0], match.start()
        tokens.append(Token(word, start, start + len(word), n, word.lower()))
    starts = [t.start for t in tokens]
    marks = {q.end - 1 - text.endswith("''", 0, q.end): "''" for q in quotations if q.closed}
    marks |= {q.start: "``" for q in quotations if q.opened}
    sentences = []
    dateline = _dateline(text, paragraph_id) if paragraph_id != HEADLINE else None
    begin = bisect_left(starts, dateline.end()) if dateline else 0
    crosshead = paragraph_id != HEADLINE and _is_crosshead(text, len(tokens))
    for first, last in () if crosshead else _cuts(text, tokens, starts, begin):
        inside = tokens[first:last]
        tag_tokens(inside, marks, surnames, is_headline=paragraph_id == HEADLINE)
        settle_verbs(inside, lexicon)
        sentences.append(Sentence(first, last, inside[0].start, inside[-1].end, chunk(inside)))
    outer = [q for q in quotations if q.depth == 0]
    return Passage(paragraph_id, text, tokens, sentences, quotations, starts, outer)


def _is_crosshead(text: str, length: int) -> bool:
    """Whether a paragraph is a heading in capitals, A DIVIDED COUNTRY; not: — ANN LIND, below her words."""
    return text.isupper() and length < LONGEST_CROSSHEAD and text[0] not in "—–-"


def _dateline(text: str, paragraph_id: str) -> re.Match[str] | None:
    """Where and when a report was written, before its first sentence."""
    match = _DATELINE.match(text)
    if match is None:
        match = _COLON_DATELINE.match(text)
        reports = paragraph_id in _FIRST and not _SPOKEN.search(text)
        match = match if match and (match[2] or reports or match[1].title() in capitals()) else None
    if match is None:
        match = _SMALL_DATELINE.match(text)
        match = match if match and (match[2] or match[1] in capitals()) else None
    if match is None:
        match = _BARE_DATELINE.match(text) if paragraph_id == "p1" else None
        match = match if match and _is_city(match[1], text[match.end() :]) else None
    return match


def _is_city(word: str, behind: str) -> bool:
    """Whether a word in capitals at the beginning is a city: MUNICH Major powers; not: UNESCO Director Ann Lind."""
    if word.title() in capitals() or behind.startswith(("A ", "An ", "The ")):
        return True
    return len(word) > 4 and all(row["name"].upper() != word for row in package_lexicons().rows("organisations"))


def _cuts(text: str, tokens: list[Token], starts: list[int], first: int) -> Iterator[tuple[int, int]]:
    """The first token of each sentence, and the one behind its last; `first` is that behind the dateline."""
    for end in (*(span.end for span in sentence_spans(text)), len(text)) if tokens else ():
        last = bisect_right(starts, end - 1)
        short = last < len(tokens) and (_TITLE.fullmatch(tokens[last - 1].text) or tokens[last].text in ",)")
        if last < len(tokens) and (short or _asked_behind(tokens, last)):
            continue  # "Ms." ends no sentence, nor does "N.Y.," or "N.Y.)"
        for i in range(first + 1, last - 1):
            if (
                tokens[i].text in _OPENING_MARKS
                and tokens[i + 1].text[0].isupper()
                and tokens[i + 1].lower in _BEGINNINGS
                and _LETTERS.fullmatch(tokens[i - 1].text)
            ):
                yield first, i  # it is in the U.K. | "We agree," he said
                first = i
        while first < last:  # a "sentence" longer than any is cut, so that the cost stays linear
            yield first, min(last, first + LONGEST_SENTENCE)
            first = min(last, first + LONGEST_SENTENCE)


def _asked_behind(tokens: list[Token], last: int) -> bool:
    """Whether a sentence that ends with a quoted question goes on: "Why?" | Mr Beck asked."""
    if last < 2 or tokens[last - 1].text not in _CLOSING_MARKS or not tokens[last].text[0].isalnum():
        return False
    if tokens[last - 2].text not in ("?", "!", "…", "...", "—"):
        return False
    for i in range(last, min(last + 12, len(tokens))):
        if tokens[i].text in ".?!;:":
            return False
        if tokens[i].lower in speech_forms():
            behind = [t.lower for t in tokens[i + 1 : i + 9]]
            if tokens[i].lower in ("told", "tells"):
                return "that" not in behind
            return not behind or behind[0] in BEHIND_SAID
    return False


def words_of(text: str) -> list[str]:
    """The tokens of a text as plain strings."""
    return _TOKEN.findall(text)
