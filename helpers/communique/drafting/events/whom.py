"""Whom the noun phrases of an event mean, and which of them are places or things."""

import re
from collections.abc import Sequence

from ..actors.common_nouns import SORTS_BEHIND_NAMES
from ..actors.focus import may_be_it
from ..actors.groups import ONLY_DEFINITE
from ..actors.mentions import ActorDraft
from ..actors.names import DRAFT_LAWS
from ..actors.resolver import Resolver
from ..actors.unnamed import COUNTS
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.things import is_craft
from ..grammar.tokens import Token
from ..grammar.verb_tags import NOUN_ENDS
from ..lexicon.word_list import lemma_of, word_list
from .composing import Finding
from .phrases import WATERS
from .sentence import SentenceEvents

_ANY = (["campaigns"], ["countries"], ["nations"])
_RULE = frozenset(("presidency", "leadership", "administration"))  # throughout | his presidency
_NO_SORT = frozenset((*ONLY_DEFINITE, *_RULE, "campaigns", "countries", "nations", "media"))
_ORDINALS = frozenset(("first", "second", "third", "former", "latter", "jr.", "sr.", "jr", "sr"))
_STATES = frozenset(("republic", "kingdom", "state", "city", "town", "province", "island", "region"))
_HOUSES = frozenset(("offices", "headquarters", "homes"))
_STRUCK = frozenset(("office", "compound", "residence", "convoy", "car"))
_STRUCK_HOUSES = frozenset(("office", "compound", "residence", "convoy", "car"))
_NUMERAL = re.compile(r"[IVX]+|\d+")
Tellers = tuple[ActorDraft | None, ActorDraft | None]  # whose statement it is, and who acted last
_OWN = frozenset(("i", "we", "us", "me", "ourselves"))
_NOBODY = frozenset(
    ("it", "this", "that", "these", "there", "which", "what", "one", "itself", "all", "everyone", "everybody")
)


def _is_cried(tokens: list[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase is all that somebody cried: chanted | "Shame!"."""
    behind = tokens[phrase.last] if phrase.last < len(tokens) else None
    closed = behind is not None and (behind.text in ("!", "?") or behind.tag == "''")
    one = phrase.last - phrase.first == 1 and tokens[phrase.first].text[0].isupper()
    return one and closed and phrase.first > 0 and tokens[phrase.first - 1].tag == "``"


def _are_mere_others(tokens: list[Token], phrase: NounPhrase) -> bool:
    """Whether "others" only ends a list: asked lawmakers and | others."""
    alone = phrase.last - phrase.first == 1 and tokens[phrase.first].lower == "others"
    return alone and tokens[phrase.first - 1].lower == "and"


class Whom:
    """Says which actors a phrase of an event means; it makes actors of phrases without a name."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._arrested: list[ActorDraft] = []  # who was arrested last

    def resolve(
        self,
        reading: SentenceEvents,
        phrases: list[NounPhrase],
        tellers: Tellers,
        *,
        acting: bool = False,
        struck: bool = False,
        doers: Sequence[ActorDraft] = (),
    ) -> list[ActorDraft]:
        """The actors that phrases mean; of a thing that nobody struck, whose it is: the US | border.

        `doers` are those who act upon them.
        """
        passage, tokens, actors = reading.passage, reading.tokens, []
        speaker, last = tellers
        for phrase in phrases:
            of = reading.clauses.phrase_at.get(phrase.last + 1)
            if (
                of is not None
                and tokens[phrase.last].lower == "of"
                and self._is_of_another(tokens[phrase.head], of, tokens, struck=struck)
            ):
                phrase = of
            both = self.resolver.pairs.both(passage, phrase, tokens, doers)
            if both:
                actors += both
                continue
            head = tokens[phrase.head]
            if is_own(head):
                actors += [speaker] if speaker is not None else []
                continue
            unread = (passage.paragraph_id, head.start) not in self.resolver.reading.meant
            if tokens[phrase.first].lower == "our" and head.lower in ("country", "nation"):
                ours = self.resolver.actors.get(f"state:{speaker.country}") if speaker is not None else None
                actors += [ours] if ours is not None else []
                continue
            if head.lower == "it" and unread and speaker is not None and not may_be_it(speaker):
                continue
            if head.tag == "PRP" and unread and last is None:
                actors += [speaker] if speaker is not None else []  # they said | they would come
                continue
            if unread and (head.lower in ("him", "them") or head.tag == "PRP$"):
                continue  # whom nobody was named for
            if self._is_nobody(tokens, phrase, acting=acting):
                continue
            if (unread or head.lower != "it") and not self._names_somebody(reading, phrase, acting):
                place = None if acting else self._place_behind(reading, phrase)
                if place is None:
                    continue
                phrase = place
                head = tokens[phrase.head]
            if self.resolver.inside_a_name(passage, tokens[phrase.first].start, head.end):
                continue
            owned = self._owner_of(reading, phrase, struck=struck)
            if owned is None and acting and is_craft(head):
                continue  # helicopters, whose nobody says
            phrase = owned or phrase
            span = (tokens[phrase.first].start, tokens[phrase.last - 1].end)
            wide = (span[0], max(span[1], reading.end_of(phrase)))
            actors.append(self.resolver.resolve(passage, wide, span, last))
        return list({actor.key: actor for actor in actors}.values())

    def _is_nobody(self, tokens: list[Token], phrase: NounPhrase, *, acting: bool) -> bool:
        """Whether a phrase is a weapon's name, a cry, mere others, or of those who act: declined to run its own man."""
        own = tokens[phrase.first].tag == "PRP$" and tokens[phrase.first + 1].lower == "own"
        arm = self.resolver.names.gazetteer.at(tokens, phrase.head)
        no_actor = arm is not None and not arm[1].name
        return (own and not acting) or no_actor or _is_cried(tokens, phrase) or _are_mere_others(tokens, phrase)

    def held(self, reading: SentenceEvents, finding: Finding, recipients: list[ActorDraft]) -> list[ActorDraft]:
        """Who is held: they whom police arrested, where "they" seems to be the police."""
        if finding.mode != "arrest":
            return recipients
        pronouns = all(reading.tokens[phrase.head].tag == "PRP" for phrase in finding.recipients)
        if pronouns and recipients and all(a.sector == "COP" for a in recipients) and self._arrested:
            return self._arrested
        self._arrested = recipients
        return recipients

    def _owner_of(self, reading: SentenceEvents, phrase: NounPhrase, *, struck: bool) -> NounPhrase | None:
        """Whose thing, ship or plane a phrase names, where that is told: the | US | border, | Russian | missiles."""
        tokens, head = reading.tokens, reading.tokens[phrase.head]
        thing = not struck and not reading.roles.acts(phrase) and head.tag in ("NN", "NNS")
        owner = reading.roles.named_inside(phrase) if thing or is_craft(head) else None
        if owner is not None and "-" in tokens[owner.head].text and owner.first < owner.head:
            owner = NounPhrase(owner.first, owner.first + 1, owner.first)  # Israeli | F-16 warplanes
        owner = None if owner is not None and owner.head == phrase.head else owner  # ships, and whose?
        if owner is not None and owner.last <= phrase.head and "-" not in tokens[owner.head].text:
            return owner
        hyphened = "-" in head.text and not is_craft(head)  # a Greek-flagged | tanker
        return reading.clauses.phrase_at.get(phrase.first, phrase) if hyphened else owner and phrase

    def _is_of_another(self, head: Token, of: NounPhrase, tokens: list[Token], *, struck: bool) -> bool:
        """Whether a phrase means what its "of" names: the offices of | two groups, the republic of | Velia."""
        place = head.lower in _STATES and tokens[of.head].tag == "NNP"
        return head.lower in _HOUSES or place or (struck and head.lower in _STRUCK)

    def _place_behind(self, reading: SentenceEvents, phrase: NounPhrase) -> NounPhrase | None:
        """For a thing that is hit somewhere ("targets in Lebanon"): the place, where it has a name."""
        at = phrase.last
        following = reading.clauses.phrase_at.get(at + 1)
        linked = at < len(reading.tokens) and reading.tokens[at].lower in ("in", "of", "near", "at", "on")
        if not linked or following is None or reading.tokens[following.head].tag not in ("NNP", "NNPS"):
            return None
        return None if self.is_named_thing(reading, following) else following

    def are_craft(self, reading: SentenceEvents, finding: Finding) -> bool:
        """Whether ships or planes, and nobody's, do what only people do: backed by | helicopters."""
        heads = [is_craft(reading.tokens[phrase.head]) for phrase in finding.actors]
        owners = [reading.roles.named_inside(phrase) for phrase in finding.actors]
        return bool(heads) and finding.quad < 4 and all(heads) and not any(owners)

    def is_where(self, reading: SentenceEvents, phrase: NounPhrase) -> bool:
        """Whether a phrase is a town where somebody meets, and no state or its capital."""
        known = self.resolver.names.gazetteer.at(reading.tokens, phrase.first)
        town = reading.tokens[phrase.head].tag == "NNP" and (known is None or known[1].how in ("place", "capital"))
        return town and reading.tokens[phrase.first - 1].lower in ("in", "at")

    def is_unknown(self, reading: SentenceEvents, phrase: NounPhrase) -> bool:
        """Whether a name is nobody's that the article or a lexicon knows: flew to | Magnitogorsk."""
        head = reading.tokens[phrase.head]
        known = (reading.passage.paragraph_id, head.start) in self.resolver.reading.meant
        at = self.resolver.names.gazetteer.at(reading.tokens, phrase.first)
        return head.tag == "NNP" and not known and at is None

    def _names_somebody(self, reading: SentenceEvents, phrase: NounPhrase, acting: bool) -> bool:
        """Whether a phrase may be an actor: not "it" that stands for nobody, nor a thing, nor somebody's thing."""
        if reading.tokens[phrase.head].lower in _NOBODY:
            return False
        if phrase.last - phrase.first <= 2 and reading.tokens[phrase.head].lower in _ORDINALS:
            return False  # the first charged him with it
        inside = reading.roles.named_inside(phrase)
        head = reading.tokens[phrase.head]
        if (
            self._is_of_people(reading, phrase)
            or self._is_adjective(reading, inside, phrase)
            or self._only_names_talks(reading, inside or phrase)
        ):
            return False
        behind = [t.lower for t in reading.tokens[phrase.last : phrase.last + 1]]
        if not DRAFT_LAWS.isdisjoint((head.lower, *behind)) and self.is_unknown(reading, inside or phrase):
            return False  # the Equal Access | bill
        if self.is_named_thing(reading, phrase) or _is_any(reading.tokens, phrase) or _are_things(reading, phrase):
            return False
        craft = is_craft(head)
        if reading.roles.acts(phrase):
            return acting or not craft or inside is not None
        if inside is None or craft or {head.lower, head.lemma} & reading.lexicon.words.means.keys():
            return inside is not None  # Russia's missiles
        return not (acting and any(t.tag == "POS" for t in reading.tokens[inside.first : phrase.head]))

    def _is_of_people(self, reading: SentenceEvents, phrase: NounPhrase) -> bool:
        """Whether an adjective alone is of a noun that comes later: Christian, | Islamic | and Jewish communities."""
        joined = [t.lower for t in reading.tokens[phrase.last : phrase.last + 1]] in (["and"], ["or"], [","])
        head = reading.tokens[phrase.head]
        sort = head.tag == "JJ" or (head.tag == "NNP" and head.lower.endswith(("ic", "ish", "ian", "ist", "lim")))
        alone = joined and phrase.last - phrase.first == 1 and sort
        noun = reading.tokens[phrase.last + 1 : phrase.last + 3]
        return (
            alone
            and "JJ" in [t.tag for t in noun]
            and self.resolver.names.gazetteer.at(reading.tokens, phrase.head) is None
        )

    def _is_adjective(self, reading: SentenceEvents, inside: NounPhrase | None, phrase: NounPhrase) -> bool:
        """Whether what is named inside a phrase is an adjective that is nobody's: the | Korean | peninsula."""
        if inside is None or inside.last - inside.first != 1 or inside.head == phrase.head:
            return False
        known = self.resolver.names.gazetteer.at(reading.tokens, inside.first) is not None
        return reading.tokens[inside.head].tag == "JJ" and not known and not reading.roles.acts(phrase)

    def _only_names_talks(self, reading: SentenceEvents, inside: NounPhrase) -> bool:
        """Whether a capital only says which talks are meant: opposed the | Madrid | peace talks."""
        at = self.resolver.names.gazetteer.at(reading.tokens, inside.first)
        if at is None or at[1].how != "capital":
            return False
        return not self.resolver.is_named_at(reading.passage, reading.tokens[inside.first].start)

    def only_names(self, reading: SentenceEvents, phrase: NounPhrase, noun: int) -> bool:
        """Whether a name that nobody else has only names the deed: the Unite the Right | rally."""
        return phrase.last == noun and reading.tokens[phrase.head].tag != "POS" and self.is_unknown(reading, phrase)

    def is_by_a_thing(self, reading: SentenceEvents, group: VerbGroup, *, any_thing: bool) -> bool:
        """Whether a passive names a thing behind "by", one with a name or any: displaced | by World War II."""
        by = [t.lower for t in reading.tokens[group.last : group.last + 1]] == ["by"]
        phrase = reading.clauses.phrase_at.get(group.last + 1) if by else None
        if phrase is None:
            return False
        somebody = reading.roles.acts(phrase) or reading.roles.named_inside(phrase) is not None
        return (any_thing and not somebody) or self.is_named_thing(reading, phrase)

    def is_named_thing(self, reading: SentenceEvents, phrase: NounPhrase) -> bool:
        """Whether a name is one of a thing, which no lexicon knows as somebody's: World War II, the Nobel Prize."""
        words = [t.text for t in reading.tokens[phrase.first : phrase.head + 1] if not _NUMERAL.fullmatch(t.text)]
        head = reading.tokens[phrase.head]
        known = (reading.passage.paragraph_id, head.start) in self.resolver.reading.meant
        last = words[-1].lower() if words else ""
        common = word_list().get(last, "")[:2] == "NN" and last.endswith(NOUN_ENDS)
        if words and last in WATERS:
            return True  # into the Persian Gulf
        thing = bool(words) and (
            common or words[-1] in self.resolver.names.words.of_things or words[-1].endswith("ism")
        )
        return head.tag[:3] == "NNP" and not known and thing


def _is_any(tokens: list[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase only says what sort something is: a country seen as poor, a campaign against crime."""
    if tokens[phrase.head].lower not in _NO_SORT:
        return False
    words = [t.lower for t in tokens[phrase.first : phrase.head + 1]]
    own = tokens[phrase.first].tag == "PRP$" and words[-1] in _RULE
    bare = len(words) == 2 and words[0] in ("a", "an", "another") and words[-1] in ONLY_DEFINITE
    return own or bare or words in _ANY or words[-2:] == ["social", "media"]


def _are_things(reading: SentenceEvents, phrase: NounPhrase) -> bool:
    """Whether a phrase counts things: thousands | of testing kits."""
    if reading.tokens[phrase.head].lemma not in COUNTS:
        return False
    of = reading.clauses.phrase_at.get(phrase.last + 1)
    counts = [t.lower for t in reading.tokens[phrase.last : phrase.last + 1]] == ["of"]
    bodies = of is not None and lemma_of(reading.tokens[of.head].lower) in SORTS_BEHIND_NAMES
    return counts and of is not None and not (bodies or reading.roles.acts(of))


def is_own(head: Token) -> bool:
    """Whether a head means the one who speaks: we, us, and not the US."""
    return head.lower in _OWN and head.text != "US"
