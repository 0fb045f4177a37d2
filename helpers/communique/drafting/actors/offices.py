"""Titles and offices: where one stands, whose it is, and the country that it is of."""

import re

from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons
from ..lexicon.word_list import lemma_of
from ..lexicon.words import listed, word_set
from .gazetteer import Gazetteer

_MEN = word_set("mr mr. king prince emperor emir sultan lord sir spokesman congressman chairman pope")
_WOMEN = word_set("mrs mrs. ms ms. miss queen lady dame spokeswoman congresswoman chairwoman princess")
LONGEST_TITLE = 7  # words: assistant secretary of state for african affairs
ROMAN = re.compile(r"[IVX]+")
_SIZES = range(LONGEST_TITLE, 0, -1)
_RANKS = word_set("assistant associate under senior")
_MINISTERS = frozenset(("minister", "secretary", "deputy minister"))
_OF_BODIES = frozenset(
    ("president", "vice president", "leader", "secretary general", "secretary-general", "general secretary")
)
_BODY_NOUNS = listed("bodies") | word_set("club team association federation mission")
_KINDS_OF_BODIES = frozenset(("organisation", "armed-force"))
_OF_STATES = frozenset(("GOV", "MIL", ""))
_BELOW = word_set("deputy vice acting interim junior former outgoing incoming")
_OF_SOME_BODY = frozenset(("representative", "director general", "director-general"))
_FIELDS_OF_STATE = frozenset(("Government", "Defence", "Defense", "Army", "Military", "Middle", "East"))
_FORMER = frozenset(("then", "ex"))
_FIELDS = listed("fields of offices")
GENDER_OF = dict.fromkeys(_MEN, "m") | dict.fromkeys(_WOMEN, "f")
_KIN = dict.fromkeys(word_set("father husband son brother uncle nephew grandfather widower"), "m") | dict.fromkeys(
    word_set("mother wife daughter sister aunt niece grandmother widow"), "f"
)
GENDER_OF_NAME = dict.fromkeys(listed("first names of men"), "m") | dict.fromkeys(listed("first names of women"), "f")


class Offices:
    """The titles of titles.csv, found among tokens."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.rows = lexicons.by_word("titles")
        self._people = {row["word"]: row["sector"] for row in lexicons.rows("actor-nouns")}
        self._bodies = {r["noun"]: r["sector"] for r in lexicons.rows("groups") if r["kind"] in _KINDS_OF_BODIES}
        self._first_words = (_FIELDS | _RANKS).union(title.partition(" ")[0] for title in self.rows)
        self._last_words = _FIELDS.union(title.rpartition(" ")[2] for title in self.rows) | {"affairs"}

    def at(self, tokens: list[Token], i: int, last: int) -> int:
        """How many tokens from i on, before `last`, are a title (0 for none)."""
        if i >= last:
            return 0
        before, hyphen, office = tokens[i].lower.partition("-")
        first = office if hyphen and before in _FORMER else tokens[i].lower  # then-secretary of state
        if first not in self._first_words or _is_hour(tokens, i):
            return 0
        for size in _SIZES:
            if i + size <= last and self.row(" ".join((first, *(t.lower for t in tokens[i + 1 : i + size])))):
                return size
        return 0

    def row(self, title: str) -> dict[str, str] | None:
        """The row of a title, or of its own word beside a field: energy secretary, minister of foreign affairs."""
        if title in self.rows or " " not in title:
            return self.rows.get(title)
        rank, _, rest = title.partition(" ")
        if rank in _RANKS:
            return self.row(rest)
        head, of, field = title.replace(" for ", " of ").rpartition(" of ")
        if not of:
            field, _, head = title.rpartition(" ")
        if of and head in _MINISTERS:
            field = field.removeprefix("the ")  # minister of the interior
        known = field.removesuffix(" affairs") in _FIELDS or (of and field.endswith(" affairs"))
        return self.row(head) if known else None

    def sector(self, tokens: list[Token], start: int, title: str) -> str:
        """The sector of a person whose title begins at token `start`: a nurses' union | president is no state's.

        "" is where the title says none, or is of a body of which the lexicon says none.
        """
        row = self.row(title) or {"sector": ""}
        owned = start > 1 and (tokens[start - 1].tag == "POS" or tokens[start - 1].text.islower())
        if owned and title in _OF_SOME_BODY:
            return ""  # the fund's resident | representative
        at, behind = start - 1 - (start > 1 and tokens[start - 1].tag == "POS"), start + len(title.split())
        if [t.lower for t in tokens[behind : behind + 1]] == ["of"]:
            nouns = (n for n in range(behind + 1, min(behind + 6, len(tokens))) if tokens[n].tag[:2] == "NN")
            at = next(nouns, at)  # president of the | union
        opens = at == 0 or (at > 0 and not tokens[at - 1].text[0].isalnum())  # Union | president Ann Lind
        body = tokens[at].lower if at >= 0 and (tokens[at].text[0].islower() or opens) else ""
        body = lemma_of(body) if body else ""
        if title in _OF_BODIES and (body in self._bodies or body in _BODY_NOUNS):
            return self._bodies.get(body, "")
        of_people = title in _OF_BODIES and self._people.get(body, "GOV") not in _OF_STATES
        return self._people[body] if of_people else row["sector"]

    def in_full(self, title: str) -> str:
        """A title without its short form: gov. is governor."""
        return (self.rows.get(title) or {}).get("short_for") or title

    def ending(self, tokens: list[Token], first: int, last: int) -> str:
        """The title that the tokens from first to last (not included) end with, in the singular."""
        if last <= first or tokens[last - 1].lower not in self._last_words or _is_hour(tokens, last - 1):
            return ""
        for size in _SIZES:
            if last - size >= first:
                title = " ".join(t.lower for t in tokens[last - size : last])
                if self.row(title):
                    return title
        return ""

    def before(self, tokens: list[Token], first: int, gazetteer: Gazetteer) -> tuple[str, str]:
        """The title right before a name that begins at token `first`, and the code of its country."""
        title = self.ending(tokens, max(0, first - LONGEST_TITLE), first)
        if not title:
            return "", ""
        return title, self.country_of_office(tokens, first - len(title.split()), gazetteer)

    def country_of_office(self, tokens: list[Token], start: int, gazetteer: Gazetteer) -> str:
        """The code of the country before a title that begins at token `start`, over what it is for: US peace envoy."""
        lowest = max(0, start - LONGEST_TITLE)
        country = self.country_before(tokens, start, gazetteer)
        while not country and start > lowest and _is_of_office(tokens[start - 1]):
            start -= 1
            country = self.country_before(tokens, start, gazetteer)
        return country

    def country_before(self, tokens: list[Token], start: int, gazetteer: Gazetteer) -> str:
        """The code of a country that comes before a title: Russian | president, Russia's | president."""
        if start and tokens[start - 1].tag == "POS":
            start -= 1
        size = self.size_before(tokens, start, gazetteer)
        known = gazetteer.at(tokens, start - size) if size else None
        return known[1].country if known is not None else ""

    def size_before(self, tokens: list[Token], start: int, gazetteer: Gazetteer) -> int:
        """Of how many tokens the known name is that ends before a token; 0 for none."""
        for back in (3, 2, 1):
            if start - back >= 0 and (known := gazetteer.at(tokens, start - back)) and known[0] == back:
                return back
        return 0

    def owner_before(self, tokens: list[Token], start: int, gazetteer: Gazetteer) -> str:
        """The country whose a body is: Russia's | Foreign Ministry, Spain's | Supreme Court."""
        return self.country_before(tokens, start, gazetteer) if start and tokens[start - 1].tag == "POS" else ""

    def behind_titles(self, tokens: list[Token], first: int, last: int) -> int:
        """Where a name begins behind its titles: Tavrian President | Oleg Marun; `last` where it is all title."""
        for i in range(last - 2, first - 1, -1):
            size = self.at(tokens, i, last)
            if size and i + size < last:
                return i + size
        return last if self.at(tokens, first, last) == last - first else first

    def is_titled(self, tokens: list[Token], first: int, last: int) -> bool:
        """Whether a title is part of a name, or right before it."""
        start = self.behind_titles(tokens, first, last)
        return start > first or bool(self.at(tokens, max(start - 1, 0), start))

    def gender_of(self, tokens: list[Token], first: int, last: int) -> str:
        """m or f, where the word before a name tells, or the first of its words, up to `last`."""
        comma = first > 1 and last > first + 1 and tokens[first - 1].text == ","
        before = tokens[first - 1 - comma].lower if first else ""
        sure = GENDER_OF.get(before, "") if not before.endswith("man") else ""  # a woman may be a spokesman
        gender = sure or _KIN.get(before, "")  # his wife Mia; Mr Lind's daughter, | Mia Lind
        return gender or (GENDER_OF_NAME.get(tokens[first].lower, "") if last > first + 1 else "")


def _is_of_office(token: Token) -> bool:
    """Whether a word before an office may say what it is for: peace envoy, Government spokesman."""
    return token.tag in ("NN", "JJ") or token.lower in _BELOW or token.text in _FIELDS_OF_STATE


def _is_hour(tokens: list[Token], at: int) -> bool:
    """Whether a word only says when: 5:30 | pm."""
    return tokens[at].lower == "pm" and at > 0 and tokens[at - 1].text[0].isdigit()
