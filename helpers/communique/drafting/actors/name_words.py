"""What the lexicons say of the words of names: whose they are, and which of them are nobody's."""

from collections.abc import Container

from ...text.slugs import without_accents
from ..grammar.tokens import Token
from ..lexicon.events import event_lexicon
from ..lexicon.lexicons import Lexicons, made_once
from ..lexicon.word_list import lemma_of, word_list
from ..lexicon.words import listed, word_set
from .gazetteer import Gazetteer
from .name_runs import FIRST_NAMES, are_common
from .offices import GENDER_OF_NAME, Offices

_WINDS = frozenset(("West", "North", "East", "South"))
_SAYING = listed("saying")
_OFFICES = frozenset(("Department", "Ministry"))  # Interior, for the Interior Department
_BODIES_IN_LISTS = word_set("firm company bank airline carmaker retailer newspaper broadcaster channel outlet charity")
_SERVICES = word_set("army navy police marine marines force guard military naval ship vessel ferry")


def key_of(name: str) -> str:
    """The key of a person's actor: one for all spellings of a name."""
    return f"person:{without_accents(name).replace('-', ' ').title()}"


@made_once
def people_rows(lexicons: Lexicons) -> dict[str, dict[str, str]]:
    """The rows of people.csv, by the name without accents."""
    return {without_accents(name): row for name, row in lexicons.by_word("people").items()}


@made_once
def surname_rows(lexicons: Lexicons) -> dict[str, list[dict[str, str]]]:
    """The rows of those whom a report calls by the last name alone, by that name."""
    by_surname: dict[str, list[dict[str, str]]] = {}
    for row in people_rows(lexicons).values():
        if row["alone"]:
            by_surname.setdefault(without_accents(row["name"]).split()[-1], []).append(row)
    return by_surname


class NameWords:
    """The words that make a name one of a body, of a medium, or of nobody; and what a whole name is one of."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.offices = Offices(lexicons)
        self.people = people_rows(lexicons)
        self.trades = event_lexicon(lexicons).people
        rows, sorts = lexicons.rows("name-words"), ("organisation", "firm", "media", "place", "thing", "law")
        of = {sort: frozenset(row["word"] for row in rows if row["means"] == sort) for sort in sorts}
        self.of_media, self.of_laws, self.of_things = of["media"], of["law"], of["thing"] | of["law"]
        self.of_firms, self.of_nobody = of["firm"], of["place"] | self.of_things
        self.of_bodies = of["organisation"] | of["media"] | of["firm"]

    def is_body(self, words: list[Token]) -> bool:
        """Whether a name whose letters a report gives is a body's: no office, no thing, no common words alone."""
        texts = [t.text for t in words]
        if self.offices.at(words, 0, len(words)) == len(words) or texts[-1] in self.of_nobody:
            return False
        if self.of_bodies.intersection(texts):
            return True
        named, known = [text for text in texts if text[0].isupper()], word_list()
        if named[0].lower() in GENDER_OF_NAME:
            return False  # Ana Lind (AL)
        people = named[-1].endswith("s") and lemma_of(named[-1].lower()) in self.trades
        return people or any(known.get(text.lower()) is None for text in named)

    def is_surname(self, tokens: list[Token], last: int, words: list[str], known: Container[str]) -> bool:
        """Whether a word that is mostly no name ends a person's: Theresa May, Ann West | says, Jon Hall, a nurse."""
        behind = tokens[last] if last < len(tokens) else None
        speaks = behind is not None and behind.tag in ("VBZ", "VBD") and behind.lemma in _SAYING
        west = words[-1] in _WINDS and speaks and not are_common(words[:-1])
        comma = [t.text for t in tokens[last : last + 1]] == [","] and words[0].lower() in GENDER_OF_NAME
        described = comma and [t.lower for t in tokens[last + 1 : last + 2]] in (["a"], ["an"])
        may = words[-1] == "May" and words[0].lower() in GENDER_OF_NAME
        return may or west or described or key_of(" ".join(words)) in known

    def is_thing(self, tokens: list[Token], first: int, words: list[str], known: Container[str]) -> bool:
        """Whether the word before a name says that it is no person's: the Lomar Steps, in Lomar Springs."""
        name, before = " ".join(words), tokens[first - 1].lower if first else ""
        named = words[0].lower() in GENDER_OF_NAME or name in self.people or key_of(name) in known
        return before in ("the", "in", "at", "near", "outside") and not named

    def is_at_home(self, tokens: list[Token], first: int, last: int, gazetteer: Gazetteer) -> bool:
        """Whether a name is that of what a body does, and its country: Energy | Australia."""
        known, deed = gazetteer.at(tokens, last - 1), tokens[first].lower
        state = known is not None and known[1].kind == "state" and known[1].how == "name"
        noun = word_list().get(deed, word_list().get(deed.replace("-", ""), ""))[:2] == "NN"
        return state and noun and deed not in GENDER_OF_NAME and tokens[last - 1].text not in FIRST_NAMES

    def is_short_for(self, word: str, body: str) -> bool:
        """Whether a body is called by the first word of its name, or by its letters: Zorin | Petroleum, the S.E.C."""
        first, _, sort = body.partition(" ")
        letters = "".join(w[0] for w in body.split() if w[0].isupper())
        short = word.replace(".", "")
        by_letters = len(letters) > 2 and short == letters and short.isupper()
        return (first == word and (sort in self.of_firms or sort in _OFFICES)) or by_letters

    def is_common(self, word: str) -> bool:
        """Whether capitals only cry out: a title, or a long common noun (THE FACTS)."""
        noun = len(word) > 4 and word_list().get(word.lower(), "")[:2] == "NN"
        return noun or any(self.offices.row(word.lower() + dot) for dot in ("", "."))


def is_of_a_list(tokens: list[Token], first: int) -> bool:
    """Whether a name is in a list of bodies: firms including Lomar Bahn, | Lomar Telekom and others."""
    at = first - 1
    while at > 1 and (tokens[at].text == "," or tokens[at].lower == "and" or tokens[at].tag[:3] == "NNP"):
        at -= 1
    opens = [t.lower for t in tokens[max(0, at - 1) : max(0, at) + 1]]
    like = opens[-1] in ("including", "like") or opens == ["such", "as"]
    at -= 1 + (opens[-1] == "as")
    of = tokens[at] if like and at >= 0 else None
    return of is not None and of.tag == "NNS" and of.lemma in _BODIES_IN_LISTS


def leads_a_team(tokens: list[Token], first: int) -> bool:
    """Whether the captain before a name is a team's: South African captain | Karl Beck."""
    before = [t.lower for t in tokens[max(0, first - 3) : first - 1]]
    return tokens[first - 1].text == "captain" and _SERVICES.isdisjoint(before)
