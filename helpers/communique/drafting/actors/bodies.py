"""Which body named elsewhere in an article a noun means: the court, the bank, the militant group, police."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NEWSROOMS, NounPhrase
from ..grammar.prose import Passage
from ..lexicon.word_list import lemma_of
from ..lexicon.words import listed, word_set
from .body_sorts import sort_beside
from .focus import Focus
from .groups import OWNED, Groups
from .mentions import ActorDraft, MentionDraft
from .names import Names

_NOUNS = listed("bodies")
#: What says behind another word which firm it is: the tech | giant, the drug | maker.
_MAKERS = word_set("maker giant manufacturer retailer supplier developer operator chain carmaker automaker airline")
_FIRMS = word_set("bank lender airline carrier retailer carmaker automaker")
_BROADCASTERS = frozenset(("broadcaster", "corporation"))
_LENDERS = frozenset(("lender", "bank"))
_RULING = frozenset(("PTY", "LEG"))
_COMPANY = word_set("company firm")
_SORTS = word_set("court ministry union committee council department bank party university")
_ARMED_TOO = word_set("group organisation organization")
_MILITANT = word_set("militant armed terror terrorist rebel islamist insurgent paramilitary guerrilla")
_AGENCIES = frozenset(("agency", "bureau", "regulator"))
_AGENCY_ENDS = word_set("agency bureau commission administration authority service")
#: What bodies are that reports call by their letters.
_LETTERED = _AGENCIES | word_set("watchdog body commission")
_IN_POWER = word_set("ruling governing")
_ADVOCATES = word_set("group organisation organization watchdog charity body association federation")
_TRADES = word_set("lobby trade industry business lobbying")
_CAUSES = _TRADES | word_set("rights human advocacy aid relief humanitarian medical campaign monitoring watchdog")
_NEWS = frozenset(("news agency", "news service", "wire service", "news channel"))
_PAPERS = word_set("newspaper paper daily magazine tabloid")
_NO_STATES = frozenset(("REB", "UAF", "PRM"))
#: What a union of states is called, with those that are not called so.
_UNIONS = {"alliance": ("United Nations", "European Union"), "bloc": ("United Nations", "NATO")}
_FIGHTERS = word_set("militants rebels insurgents guerrillas jihadists extremists islamists fighters")
#: Of how many a body is: the 27-nation | bloc.
_HOW_MANY = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)-(?:nation|member|strong|country|state)")
_LEGISLATURES = word_set("parliament congress senate")
_HIGH = frozenset(("high", "top", "highest"))
_KINDS = frozenset(("organisation", "media", "armed-force", "office"))


def _is_no_firm(body: ActorDraft) -> bool:
    """Whether a body is of a sort that no firm is: a union, a ministry."""
    end = body.name.split()[-1].lower()
    return bool(body.sector) or "union" in body.name.lower().split() or end in _AGENCY_ENDS | _SORTS | _LEGISLATURES


@dataclass
class Bodies:
    """The bodies that an article names."""

    names: Names
    made: Groups
    _by_noun: dict[str, list[ActorDraft]] = field(default_factory=dict)  # by the noun that says what they are
    _in_small: dict[str, dict[str, ActorDraft]] = field(default_factory=dict)  # by name without capitals, and country

    def __post_init__(self) -> None:
        for actor in self.names.actors.values():
            if actor.kind not in _KINDS:
                continue
            if actor.kind in ("organisation", "office") and actor.key in self.names.places:
                noun = actor.name.partition(" of ")[0].split()[-1].lower()
                for one in {noun, *self.names.gazetteer.nouns.get(actor.name, ())}:  # the FBI, the | bureau
                    self._by_noun.setdefault(one, []).append(actor)
            self._in_small.setdefault(actor.name.lower(), {})[actor.country] = actor
            name, of, place = actor.name.rpartition(" of ")
            country = self.names.gazetteer.country_of(place) if of else ""
            if country:  # the Civil Aviation Authority | of Nepal
                self._in_small.setdefault(name.lower(), {})[country] = actor
        for mention in self.names.mentions:
            self._add_sort(mention)

    def _add_sort(self, mention: MentionDraft) -> None:
        """Note what the words beside a body's name call it: Assocham, an industry | body."""
        actor, passage = mention.actor, self.names.prose.passage(mention.paragraph_id)
        if actor.kind not in ("organisation", "media") or mention.how != "name":
            return
        sort = sort_beside(passage.tokens, passage.token_at(mention.start), passage.token_at(mention.end - 1) + 1)
        if sort:
            self._in_small.setdefault(" ".join(sort[-2:]), {}).setdefault(actor.country, actor)
            self._by_noun.setdefault(sort[-1], []).append(actor)

    def meant(self, passage: Passage, noun: NounPhrase, focus: Focus) -> ActorDraft | None:
        """The body that a phrase without a name means, if the article has named it; `focus` is that of things."""
        tokens = passage.tokens
        small = [t.lower for t in tokens[noun.first : noun.head + 1] if t.tag in ("JJ", "NN", "NNS")]
        of_name = self._in_small.get(" ".join(small), {}) if len(small) > 1 else {}
        if of_name:  # Nepal's | civil aviation authority
            return of_name.get(self.made.country(passage, noun)) or of_name.get("")
        word, first = tokens[noun.head].lower, tokens[noun.first].lower
        if passage.paragraph_id == HEADLINE and word in _SORTS:
            return self._only(self._of_noun(word), self.made.country(passage, noun))  # a Scottish court
        inside = [t.lower for t in tokens[noun.first + 1 : noun.head]] if first == "the" else [""]
        if word == "police" and noun.first == noun.head:
            return self._only(a for held in self._by_noun.values() for a in held if "Police" in a.name.split())
        if word in _SORTS and inside and all("-" in i and i.partition("-")[2] not in OWNED for i in inside):
            return self._only(self._of_noun(word))  # the three-judge court
        described = self._in_more_words(passage, noun, small[:-1], focus) if first == "the" and inside else None
        if described is not None:
            return described
        here = (self.names.order[passage.paragraph_id], tokens[noun.head].start)
        if (word in _ARMED_TOO and _MILITANT.intersection(inside)) or (word == "militia" and first == "the"):
            return self._last_of((a for a in self.names.actors.values() if a.sector in _NO_STATES), here)
        if not inside and word in _UNIONS:
            unions = (a for a in self.names.actors.values() if a.kind == "organisation" and a.sector == "IGO")
            return self._last_of((a for a in unions if a.name not in _UNIONS[word]), here)
        if not inside and word in _PAPERS and noun.head == noun.first + 1:
            media = (a for a in self.names.actors.values() if a.kind == "media" and a.key in self.names.places)
            papers = [a for a in media if a.name.lower() not in NEWSROOMS]
            return self._last_of(papers, here)
        if not inside and first == "the" and word in _BROADCASTERS:
            media = (a for a in self.names.actors.values() if a.kind == "media" and a.key in self.names.places)
            return self._last_of(media, here)
        if not inside and first == "the" and word in _FIGHTERS:
            forces = self._named_last(focus, {"armed-force"}, of_kind=True)
            return next((a for a in forces if a.sector in _NO_STATES), None)
        if not inside and first == "the" and word == "administration" and not self.made.described.get(word):
            return next((a for a in self.names.actors.values() if a.name == "White House"), None)
        based = inside[-1:] != [] and inside[-1].endswith("-based")
        if based and word in _NOUNS | _AGENCIES and word not in _SORTS:
            firm = word in _FIRMS | _COMPANY and word not in _LENDERS
            bodies = (a for a in self.names.actors.values() if a.kind == "organisation" and a.sector not in _RULING)
            if word in _LENDERS:
                bodies = (a for a in bodies if a.sector in ("BUS", "IGO") or a.name.split()[-1] in ("Bank", "Fund"))
            alike = (a for a in bodies if (a.sector == "BUS") == firm or not a.sector)
            return self._last_of(alike, here)  # the Rome-based | agency
        alone = (
            not inside
            or all(_HOW_MANY.fullmatch(i) for i in inside)
            or (noun.first == noun.head and word in _LEGISLATURES)
        )
        high = word == "court" and len(inside) == 1 and inside[0] in _HIGH  # the Supreme Court; the high court
        named = self._last(passage, noun) if high or (alone and word not in self.made.described) else None
        return named or (self._of_sort(word, focus) if alone else None)

    def _in_more_words(self, passage: Passage, noun: NounPhrase, inside: list[str], focus: Focus) -> ActorDraft | None:
        """The body that words say more of than its sort: the teachers' union, the drug maker, the anti-graft agency."""
        word, country = passage.tokens[noun.head].lower, self.made.country(passage, noun)
        if word in _SORTS and inside and _IN_POWER.isdisjoint(inside):
            fields = {lemma_of(small) for small in inside}
            of_field = (a for a in self._of_noun(word) if fields <= {lemma_of(w) for w in a.name.lower().split()})
            return self._only(of_field, country)  # the Union of Teachers
        if word in _MAKERS:
            return self._of_firm(word, focus, country)
        if inside == ["world"] and word == "body":
            return next((a for a in self.names.actors.values() if a.name == "United Nations"), None)
        named = any(t.tag[:3] == "NNP" for t in passage.tokens[noun.first : noun.head])
        if len(inside) == 1 and f"{inside[0]} {word}" in _NEWS and not named:  # and not: the Dogan news agency
            return focus.of_kind.get("media")
        if word == "party" and not _IN_POWER.isdisjoint(inside):
            return self._only((a for a in self.names.actors.values() if a.sector == "PTY"), country)
        if word in _ADVOCATES and not _CAUSES.isdisjoint(inside):
            here = self.names.order[passage.paragraph_id], passage.tokens[noun.head].start
            sorts = ("NGO",) if not _TRADES.intersection(inside) else ("", "BUS")
            bodies = (a for a in self.names.actors.values() if a.kind == "organisation" and a.sector in sorts)
            return self._last_of(bodies, here)  # the rights | group
        if word in _LETTERED:
            letters = (a for a in self.names.actors.values() if a.kind == "organisation" and a.name.isupper())
            return self._only(a for a in letters if not a.sector)
        return None

    def _of_noun(self, noun: str) -> list[ActorDraft]:
        return self._by_noun.get(noun, [])

    def _only(self, bodies: Iterable[ActorDraft], country: str = "") -> ActorDraft | None:
        """The one of several, unless it is of another country."""
        fitting = {a.key: a for a in bodies if not country or a.country in ("", country)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _last(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The body with a noun in its name that was named last before it: the Supreme Court; the court."""
        here = (self.names.order[passage.paragraph_id], passage.tokens[noun.head].start)
        return self._last_of(self._of_noun(passage.tokens[noun.head].lower), here)

    def _last_of(self, bodies: Iterable[ActorDraft], here: tuple[int, int]) -> ActorDraft | None:
        """The body that was named last before a passage's number and a character in it."""
        last: dict[tuple[int, int], ActorDraft] = {}
        for actor in bodies:
            before = bisect_left(self.names.places.get(actor.key, ()), here)
            if before:
                last[self.names.places[actor.key][before - 1]] = actor
        return last[max(last)] if last else None

    def _of_sort(self, word: str, focus: Focus) -> ActorDraft | None:
        """The body named last for "the agency", a firm for "the bank"; else the one firm or agency of the article."""
        if word in _SORTS - {"bank"} or word not in _NOUNS | _AGENCIES:
            return None
        kinds = {"organisation"} if word == "group" else {"organisation", "office", "media"}
        kinds |= {"armed-force"} if word in _ARMED_TOO else set()
        firm = word in _FIRMS | _COMPANY
        last = (a for a in self._named_last(focus, kinds) if a.sector != "LEG")
        last = (a for a in last if not firm or a.sector == "BUS" or (word not in _FIRMS and not _is_no_firm(a)))
        if not firm and word not in _AGENCIES:
            return next(last, None)
        bodies = (a for a in self.names.actors.values() if a.kind == "organisation" and a.key in self.names.places)
        ends = (a for a in bodies if (a.sector == "BUS" if firm else a.name.split()[-1].lower() in _AGENCY_ENDS))
        named = next(last, None)
        if named is not None or any(self.made.described.get(noun) for noun in {word, *(_COMPANY if firm else ())}):
            return named
        return self._only(ends) or self._only(self._of_noun(word))

    def _of_firm(self, word: str, focus: Focus, country: str) -> ActorDraft | None:
        """The firm that was named last, or the only one: the Swedish retailer, the tech giant."""
        firms = [a for a in self.names.actors.values() if a.sector == "BUS" and a.kind == "organisation"]
        firms = [a for a in firms if not country or a.country in ("", country)]
        last = next((a for a in self._named_last(focus, {"organisation"}) if a in firms), None)
        return last or self._only(firms) or self._only(self._of_noun(word))

    def _named_last(self, focus: Focus, kinds: Collection[str], *, of_kind: bool = False) -> Iterator[ActorDraft]:
        """The bodies with a name that the text spoke of last."""
        also = (focus.of_kind.get(kind) for kind in kinds if of_kind)
        for body in (focus.now, focus.before, focus.recent, *also):
            if body is not None and body.kind in kinds and body.key in self.names.actors:
                yield body
