"""Whom a report means by a surname alone, or with a title: the Harts, Mr Hart, President Hart."""

import re
from itertools import pairwise

from ...text.slugs import without_accents
from ..grammar.prose import Prose
from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons
from ..lexicon.word_list import word_list
from ..lexicon.words import word_set
from .gazetteer import Gazetteer
from .mentions import ActorDraft
from .name_words import surname_rows
from .offices import GENDER_OF_NAME, Offices

_BY_FIRST_NAME = word_set("king queen prince princess pope emperor empress emir sultan")
_SHORT_NAME = 6
_NOWHERE = (-1, 0)
_OF_PLACES = word_set("in to from near at across inside outside between of against with")
#: How words end that say of what sort or faith a body is: Islamist, Shiite.
_OF_A_SORT = ("ist", "ite", "ish", "ese", "an", "i", "ic", "al")
_ARTICLE = re.compile(r"^(?:[AEae]l|[Aa][nrsdtz]|[Aa]sh)-(?=[A-Z])")


class Surnames:
    """The people of a report by each word of their names."""

    def __init__(self, lexicons: Lexicons, offices: Offices) -> None:
        self.offices = offices
        self.rows = surname_rows(lexicons)
        self.people: dict[str, list[ActorDraft]] = {}
        self._alone: dict[str, ActorDraft] = {}  # whom a surname without a title meant first

    def add(self, actor: ActorDraft, words: set[str]) -> None:
        """Note that a person may be called by each of these words."""
        for word in words:
            people = self.people.setdefault(_bare(word), [])
            if actor not in people:
                people.append(actor)

    def of(self, word: str) -> list[ActorDraft]:
        """The people of the report who may be called by a word."""
        return self.people.get(_bare(word)) or self._misspelt(_bare(word))

    def _misspelt(self, word: str) -> list[ActorDraft]:
        """The people of a name with the same letters in another order, or with another capital: Mclind."""
        alike = (name for name in self.people if name[:1] == word[:1] and len(name) == len(word) > _SHORT_NAME)
        same = next((name for name in alike if sorted(name.lower()) == sorted(word.lower())), None)
        return self.people[same] if same is not None else []

    def known(self, word: str) -> dict[str, str] | None:
        """The row of people.csv of the one person whom reports call by this word alone, if there is just one."""
        rows = self.rows.get(without_accents(word), ())
        return rows[0] if len(rows) == 1 else None

    def meant(
        self, word: str, title: str, gender: str, places: dict[str, list[tuple[int, int]]], here: tuple[int, int]
    ) -> ActorDraft | None:
        """Who has the title before a surname, whom Mr or Ms fits; else who was called by it alone, or was named last.

        `places` are the places (paragraph, character) of each actor's mentions, by the actor's key; `here` is that of
        the surname. `title` and `gender` are "" where the surname has none.
        """
        people, title = self.of(word), self.offices.in_full(title)
        if title:
            full = {a.key: [self.offices.in_full(office) for office in a.offices] for a in people}
            holders = [a for a in people if any(o == title or o.endswith(f" {title}") for o in full[a.key])]
            people = holders if holders or title in _BY_FIRST_NAME else people
        fitting = [a for a in people if not gender or a.gender in ("", gender)]
        exact = [a for a in fitting if gender and a.gender == gender]
        named = {a.key: next((p for p in reversed(places.get(a.key, [])) if p < here), _NOWHERE) for a in fitting}
        last = max(exact or fitting, key=lambda a: named[a.key], default=None)
        if last is None or title or gender:
            return last
        first = self._alone.setdefault(_bare(word), last)  # Hart; his daughter, Ida Hart; Hart
        return first if first in fitting else last


def _bare(word: str) -> str:
    """A name without accents and article: Lomari for al-Lomari and Al-Lomari."""
    return _ARTICLE.sub("", without_accents(word))


def namesakes(prose: Prose, gazetteer: Gazetteer) -> set[str]:
    """The names of states that are only somebody's surname in a report: Karl Jordan, whom it then calls Jordan."""
    in_full: dict[str, str] = {}  # by name: the code of the state
    bodies: set[str] = set()  # bodies of one word that end a person's name: Jaques Wagner
    named_states: set[str] = set()  # the codes of the states that the report names
    for passage in prose.passages:
        for before, token in pairwise(passage.tokens):
            known = gazetteer.at([token], 0) if token.text[0].isupper() else None
            if known is None:
                continue
            if (
                known[1].kind != "state"
                and token.text.istitle()
                and known[0] == 1
                and _ends_a_name(before, token, gazetteer)
            ):
                bodies.add(token.text)
            if not known[1].country:
                continue
            if known[1].how == "name" and before.lower in GENDER_OF_NAME:
                in_full[token.text] = known[1].country
            elif known[1].how == "demonym" or before.lower in _OF_PLACES:
                named_states.add(known[1].country)
    return bodies | {name for name, country in in_full.items() if country not in named_states}


def _ends_a_name(before: Token, body: Token, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word with no other meaning comes before a body's name: Jaques | Wagner."""
    names = before.tag == body.tag == "NNP" and before.text.istitle() and body.text.istitle()
    describes = before.lower.endswith(_OF_A_SORT)
    words = any(word_list().get(token.lower) is not None for token in (before, body))  # Rico | Senate
    return names and not (describes or words) and gazetteer.at([before], 0) is None
