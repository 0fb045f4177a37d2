"""Where names begin and end: the stretches of capitalised words in a passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...coding.pointers import HEADLINE
from ...text.dates import WEEKDAYS
from ...text.timex import MONTHS
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.word_list import lemma_of, word_list
from ..lexicon.words import word_set
from .gazetteer import Gazetteer, KnownName, in_usual_capitals
from .offices import GENDER_OF_NAME, Offices

QUOTES = frozenset(("``", "''"))
#: What has a number for a name: TV 9, Channel 4.
NUMBERED = frozenset(("TV", "Channel", "Radio"))
#: Words that are part of a name, and may be written small: von, bin.
PARTICLES = word_set("al- bin ibn de da del della di du van von der den la le los las dos das el ben abu ap")
_PEOPLE = word_set("people peoples workers women children farmers teachers writers students veterans")
_PARTY_TAG = re.compile(r"[RDI]-[A-Z][a-z]+\.?")  # R-Wis.
_DESCRIBING = ("-based", "-born", "-backed", "-led", "-made", "-owned", "-style", "-educated", "-year-old")
_ARTICLES = word_set("al el ad an ar as ash at az ul")
#: What ends the names of bodies that are no state's, whatever country's adjective they begin with.
_PRIVATE_BODIES = frozenset(
    (
        "Committee",
        "Association",
        "Union",
        "Institute",
        "Foundation",
        "Society",
        "League",
        "Federation",
        "Network",
        "Fund",
    )
)
_OF_THE_WORLD = frozenset(("world", "international", "national", "european", "royal", "federal"))
_TOWNS = frozenset(("City", "County", "Street", "Airport"))
#: Countries and capitals that are first names too.
FIRST_NAMES = frozenset(
    ("Jordan", "Chad", "Georgia", "Israel", "India", "Kenya", "Paris", "Sofia", "Victoria", "London")
)


class Run(NamedTuple):
    """A stretch of capitalised words: tokens `first` to `last` (not included), and the known name that it is."""

    first: int
    last: int
    known: KnownName | None = None


def are_common(words: list[str]) -> bool:
    """Whether words with capitals are common nouns all of them: Climate Change, Brain Cancer."""
    known = word_list()
    tags = ((known.get(w, "NN"), known.get(w.lower()) or known.get(lemma_of(w.lower()), "")) for w in words)
    return all(as_written[:3] != "NNP" and in_small[:2] in ("NN", "JJ") for as_written, in_small in tags)


def fills_a_quotation(tokens: list[Token], run: Run) -> bool:
    """Whether nothing but a name is between quotation marks, as a title is: a film called "Long Night"."""
    behind = [t.tag for t in tokens[run.last : run.last + 2] if t.text not in (",", ".")]
    return run.first > 0 and tokens[run.first - 1].tag in QUOTES and behind[:1] == ["''"]


@dataclass(frozen=True)
class NameRuns:
    """Finds the stretches of capitalised words of a passage."""

    gazetteer: Gazetteer
    offices: Offices
    organisation_words: frozenset[str]

    def of(self, passage: Passage) -> Iterator[Run]:
        """The names of a passage, in the order of the text."""
        tokens = passage.tokens
        i = passage.sentences[0].first if passage.sentences else len(tokens)  # behind a dateline
        firsts, size = self.gazetteer.first_words, len(tokens)
        shouted = passage.paragraph_id == HEADLINE and passage.text.isupper()
        while i < size:
            token = tokens[i]
            upper = shouted and in_usual_capitals(token) in firsts
            if token.tag[:3] != "NNP" and token.text not in firsts and not upper:
                i += 1
                continue
            known = self.gazetteer.at(tokens, i)
            if known and known[1].how == "demonym" and self._begins_a_body(tokens, i + known[0]):
                known = None  # American | Public Affairs Committee
            if known and not (known[0] == 1 and known[1].how != "demonym" and self._of_a_name(tokens, i, known[1])):
                i += known[0]
                if not self._of_an_armed_force(tokens, i, known[1]):
                    yield Run(i - known[0], i, known[1])
            elif not (is_name(token) or _has_article(token)) or self._is_time(tokens, i):
                i += 1  # In April | Morocco, on Thursday | Roth
            elif (titled := self.offices.at(tokens, i, size)) > 1 and i + titled < size and is_name(tokens[i + titled]):
                i += titled  # Secretary of State | Mike Pompeo
            else:
                first = i
                i += 1
                while i < size and self._goes_on(tokens, i):
                    i += 1
                office = self._office_of_a_body(tokens, first, i)
                if office:
                    yield Run(first, office)
                yield Run(office or first, i)

    def _office_of_a_body(self, tokens: list[Token], first: int, last: int) -> int:
        """Where a title comes between a body and a name (0 if not): Centers for Disease Control | Director Ann Lind."""
        for i in range(first + 2, last - 1):
            before = tokens[first:i]
            body = before[-1].text in self.organisation_words or any(t.lower == "for" for t in before)
            if body and self.offices.at(tokens, i, last) and len(before) > 2:
                return i
        return 0

    def _begins_a_body(self, tokens: list[Token], i: int) -> bool:
        """Whether a name of two words or more, such as no state gives its offices, goes on at token i."""
        end = i
        while end < len(tokens) and is_name(tokens[end]) and self.gazetteer.at(tokens, end) is None:
            end += 1
        return end - i > 1 and tokens[end - 1].text in _PRIVATE_BODIES

    def _of_an_armed_force(self, tokens: list[Token], i: int, name: KnownName) -> bool:
        """Whether a country's adjective belongs to its armed force behind it: the Lebanese | Hezbollah."""
        force = self.gazetteer.at(tokens, i) if name.how == "demonym" else None
        return force is not None and force[1].kind == "armed-force" and force[1].country == name.country

    def _goes_on(self, tokens: list[Token], j: int) -> bool:
        """Whether a name goes on at token j: a capital, or de, bin, or "of" in an organisation's name."""
        known = self.gazetteer.at(tokens, j) if tokens[j].text[0].isupper() else None
        if known is not None and known[1].sector == "PTY" and known[0] > 1:
            return True  # the Liberal | Democratic Party
        if is_name(tokens[j]) and tokens[j].lower in WEEKDAYS and tokens[j].lower != "friday":
            return False  # questioned Lind | Tuesday
        if is_name(tokens[j]):
            part = tokens[j - 1].lower in ("of", "for") and known is not None and known[1].kind != "state"
            return known is None or known[1].how == "demonym" or known[0] == 1 or part
        if _has_article(tokens[j]) or _is_nickname(tokens, j):
            return True  # Adel | al-Jubeir, William | "Bill" Harper
        if tokens[j].tag == "CD" and tokens[j - 1].text in NUMBERED:
            return True  # TV | 9
        if tokens[j].text == "&" and is_name(tokens[j - 1]) and tokens[j + 1 : j + 2] and is_name(tokens[j + 1]):
            return True  # Holm | & Lind
        if tokens[j].lower == "and" and self._is_in_a_body(tokens, j):
            return True  # the Oversight | and Reform Committee
        if tokens[j].lower == "of" and self._is_legion(tokens, j):
            return True
        if self._of_the(tokens, j) or (tokens[j].lower == "the" and self._of_the(tokens, j - 1)):
            return True
        following = tokens[j + 1 : j + 3]
        of_people = tokens[j].tag == "POS" and tokens[j - 1].lower in _PEOPLE
        if of_people and following and following[0].text in self.organisation_words:
            return True  # the People | 's Front
        if following and tokens[j].lower in PARTICLES and following[0].lower in PARTICLES:
            following = following[1:]  # von | der Leyen
        if not following or not is_name(following[0]):
            return False
        aim = word_list().get(following[0].lower, "")[:2] in ("NN", "JJ")
        if tokens[j].lower == "for" and is_name(tokens[j - 1]) and aim and self.gazetteer.at(tokens, j + 1) is None:
            return True  # Mothers | for Peace
        return tokens[j].lower in PARTICLES or (
            tokens[j].lower in ("of", "for") and tokens[j - 1].text in self.organisation_words
        )

    def _is_in_a_body(self, tokens: list[Token], j: int) -> bool:
        """Whether "and" joins two words of a body's name, which ends behind it: Food | and Drug Administration."""
        end = j + 1
        while end < len(tokens) and is_name(tokens[end]) and self.gazetteer.at(tokens, end) is None:
            end += 1
        if tokens[j - 1].text.isupper():
            return False  # PRD | and Lomar Police
        ends_so = 1 < end - j - 1 <= 3 and tokens[end - 1].text in self.organisation_words
        before, sorts = tokens[j - 1], [t.text for t in tokens[max(0, j - 3) : j - 1]]
        several = end == j + 2 or (end == j + 3 and tokens[end - 1].text[-1] == "s")
        if several and sorts[-1:] in (["of"], ["for"]) and sorts[0] in self.organisation_words:
            return tokens[j + 1].lower not in GENDER_OF_NAME  # Ministry of Health | and Welfare
        world = j > 1 and tokens[j - 2].lower in _OF_THE_WORLD
        if is_name(tokens[j - 2]) and tokens[j - 2].text not in self.organisation_words and not world:
            return False  # Ana Lind | and Lomar Council; but: World Travel | and Tourism Council
        return ends_so and is_name(before) and before.text not in self.organisation_words | _TOWNS

    def _is_legion(self, tokens: list[Token], j: int) -> bool:
        """Whether an "of" at token j is inside a body's name, which ends behind it: the Freedom | of Lomar Legion."""
        end = j + 1
        while end < len(tokens) and is_name(tokens[end]):
            end += 1
        one_word = j > 1 and tokens[j - 2].lower == "the" and self.offices.at(tokens, j - 1, j) == 0
        return one_word and end - j > 2 and tokens[end - 1].text in self.organisation_words

    def _of_the(self, tokens: list[Token], j: int) -> bool:
        """Whether a body's name goes on with "of the" at token j: Committee | of the Red Cross."""
        of_the = [t.lower for t in tokens[j : j + 2]] == ["of", "the"] and tokens[j - 1].text in self.organisation_words
        return of_the and j + 2 < len(tokens) and is_name(tokens[j + 2]) and self.gazetteer.at(tokens, j + 2) is None

    def _is_time(self, tokens: list[Token], i: int) -> bool:
        """Whether a month or a day says when, and does not begin a name: the Sunday Times."""
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if tokens[i].lower in WEEKDAYS:
            return after is None or after.text not in self.organisation_words
        owns = after is not None and after.tag == "POS"  # May's | agreement
        return tokens[i].lower in MONTHS and not owns and self.gazetteer.at(tokens, i + 1) is not None

    def _of_a_name(self, tokens: list[Token], i: int, known: KnownName) -> bool:
        """Whether a lone known word is part of another name: Michael Jordan, Jordan Bardella, Jersey City."""
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and is_name(after) and not self.gazetteer.at(tokens, i + 1):
            medium = after.text in self.organisation_words and known.how == "capital"  # the Washington | Times
            if after.text in _TOWNS or medium:
                return True
            other = after.text in self.organisation_words or self.offices.at(tokens, i + 1, len(tokens))
            office = before is not None and before.lower == "of" and self.offices.ending(tokens, max(0, i - 4), i - 1)
            place = before is not None and before.lower == "in"  # in Paris | Mia Pohl
            titled = known.how == "place" and before is not None and self.offices.at(tokens, i - 1, i)
            if (tokens[i].text in FIRST_NAMES or titled) and not (other or office or place):
                return True  # Paris | Beck, spokesman Gao | Lin
        dated = before is not None and (before.lower in MONTHS or before.lower in WEEKDAYS)  # on Monday | Togo
        if before is None or not is_name(before) or dated or self.offices.at(tokens, i - 1, i):
            return False
        names = ((size, self.gazetteer.at(tokens, i - size)) for size in (1, 2, 3) if i >= size)
        return not any(name is not None and name[0] == size for size, name in names)  # Puerto Rico | Senate


def is_name(token: Token) -> bool:
    """Whether a token is a proper noun with a capital letter."""
    described = token.lower.endswith(_DESCRIBING) or _PARTY_TAG.fullmatch(token.text)  # Lomar-based
    named = token.tag in ("NNP", "NNPS") and not described and "/" not in token.text
    return named and (token.text[0].isupper() or token.text[1:2].isupper())  # iSight


def _has_article(token: Token) -> bool:
    """Whether a token is a name with its article: al-Jubeir."""
    article, _, name = token.text.partition("-")
    return article in _ARTICLES and name[:1].isupper()


def _is_nickname(tokens: list[Token], j: int) -> bool:
    """Whether a quotation mark at token j opens or closes a nickname within a name."""
    opens = j if tokens[j].tag == "``" else j - 2
    around = tokens[max(opens - 1, 0) : opens + 4]
    if tokens[j].tag not in QUOTES or opens < 1 or len(around) < 5:
        return False
    return (around[1].tag, around[3].tag) == ("``", "''") and all(is_name(around[n]) for n in (0, 2, 4))
