"""Which noun phrases of a sentence can name somebody, and those behind its prepositions."""

from collections.abc import Callable, Mapping

from ..actors.common_nouns import SORTS_BEHIND_NAMES
from ..grammar.chains import Clauses, is_and, joined_to
from ..grammar.phrases import NounPhrase
from ..grammar.things import is_craft, is_figure
from ..grammar.tokens import Token
from ..lexicon.word_list import lemma_of, word_list
from ..lexicon.words import listed, word_set

_REACH = 24
_EDGES_OF_CLAUSES = word_set("after before that because while if when following despite amid")
_PRONOUNS = word_set("he she it they him them his her its their himself herself itself themselves")
_BARE_THINGS = word_set("sides office force state power justice")
_WHOLES = word_set("all both each")
_COUNTS = word_set("dozen score hundred thousand million")
_SEVERAL = listed("words for several")
WATERS = word_set("sea seas ocean gulf strait straits")
_BESIDE = word_set("door next close adjacent")
_EDGES = word_set("border frontier boundary")
_PAPERS = frozenset(
    ("Agreement", "Treaty", "Accord", "Accords", "Act", "Pact", "Convention", "Charter", "Protocol", "Bill")
)
_KINDS = word_set(
    "democratic presidential congressional federal parliamentary constitutional islamic western arab african asian "
    "christian catholic jewish hindu buddhist"
)
_ADJECTIVES = word_set(
    "office power official public general local individual major private rival state press firm media country child "
    "family prisoner hostage drug trust side tourist passenger school commuter bank"
)


_OF_STATES = ("an", "ese", "ish", "i", "ch", "ic")


def _of_two(word: Token) -> bool:
    """Whether an adjective is of two states: the | Israeli-Palestinian | conflict."""
    parts = word.text.split("-")
    return len(parts) > 1 and all(part[:1].isupper() and part.endswith(_OF_STATES) for part in parts)


class Somebody:
    """Reads the noun phrases of one sentence."""

    def __init__(self, clauses: Clauses, people: Mapping[str, object], events: Callable[[int], bool]) -> None:
        self.clauses, self.people, self.is_event = clauses, people, events

    def acts(self, phrase: NounPhrase) -> bool:
        """Whether a phrase can name somebody: a name, a pronoun, or a noun for people or bodies."""
        tokens = self.clauses.tokens
        head = tokens[phrase.head]
        to = phrase.last < len(tokens) and tokens[phrase.last].lower == "to"
        bare = tokens[phrase.first].lower != "the"
        if head.lower == "opposition" and bare and to and phrase.last not in self.clauses.group_at:
            return False  # expressed opposition | to the plan
        if (phrase.last - phrase.first == 1 and head.lower in _BARE_THINGS) or head.lower.startswith(("pro-", "anti-")):
            return False  # left office, a pro-Christian message
        if phrase.head in self.clauses.times or head.lower.startswith("mid-"):
            return False  # on | 12 May, by | mid-September
        of = to is False and phrase.last < len(tokens) and tokens[phrase.last].lower == "of"
        inside = head.lower == "palace" and tokens[phrase.first - 1].tag in ("IN", "TO")
        if head.lower == "first" or inside or (of and head.lemma == "source"):
            return False  # sources | of propaganda, though at | first opposed, at the | palace
        if self._are_some_things(phrase) or self._is_force_itself(phrase) or self._is_doing(phrase):
            return False
        if (
            head.lower.endswith(("-year-old", "-year-olds"))
            or head.lower in _PRONOUNS
            or head.lemma in self.people
            or head.lower in self.people
        ):
            return True
        if head.tag in ("NNP", "NNPS"):
            return head.text not in _PAPERS and not self.is_event(phrase.head) and not self._only_opens(phrase.head)
        if head.tag == "JJ" and head.text[0].isupper():
            return True
        if tokens[phrase.last : phrase.last + 1] and tokens[phrase.last].lower in ("who", "whom"):
            return True
        if is_figure(tokens, phrase.head):
            return True  # an opposition | figure
        two = f"{tokens[phrase.head - 1].lower} {head.lemma}" if phrase.head > phrase.first else ""
        return two in self.people

    def _is_force_itself(self, phrase: NounPhrase) -> bool:
        """Whether force is a means, and no body: the use of | military force."""
        bare = self.clauses.tokens[phrase.first].tag != "DT"
        return bare and phrase.last - phrase.first < 3 and self.clauses.tokens[phrase.head].lower == "force"

    def _is_doing(self, phrase: NounPhrase) -> bool:
        """Whether a form in -ing names what is done: called for | the recruiting of guards."""
        head = self.clauses.tokens[phrase.head]
        return head.lower.endswith("ing") and head.lower != head.lemma and head.lower not in self.people

    def _are_some_things(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is some of several things: some | of the technology."""
        tokens = self.clauses.tokens
        of = self.clauses.phrase_at.get(phrase.last + 1)
        head = tokens[phrase.head]
        counted = head.lower in _SEVERAL or head.lemma in _COUNTS  # dozens | of missiles
        counted = counted and [t.lower for t in tokens[phrase.last : phrase.last + 1]] == ["of"]
        body = of is not None and lemma_of(tokens[of.head].lower) in SORTS_BEHIND_NAMES  # dozens | of websites
        return counted and of is not None and of.head != phrase.head and not (body or self.acts(of))

    def named_inside(self, phrase: NounPhrase) -> NounPhrase | None:
        """Who is named before another head: "Japan's" in "Japan's airspace", "US" in "a US proposal"."""
        tokens = self.clauses.tokens
        if tokens[phrase.head].lower in WATERS:
            return None  # the South and East Lomar | seas
        inner = [n for n in range(phrase.first, phrase.last) if n not in self.clauses.times]
        names = [n for n in inner if tokens[n].text[0].isupper() and tokens[n].tag in ("NNP", "NNPS", "JJ")]
        opens = int(tokens[0].tag == "``")
        common = tokens[opens].tag == "JJ" and word_list().get(tokens[opens].lower) is not None  # Banned; not: Chinese
        names = [n for n in names if tokens[n].lower not in _KINDS or n == phrase.head]  # the | Democratic | convention
        names = [n for n in names if not is_craft(tokens[n])]  # Israeli | Apache | helicopters
        names = [n for n in names if n == phrase.head or not _of_two(tokens[n])]
        names = [n for n in names if n > opens or not (common or self._only_opens(n))]
        if names == [phrase.head] and not self.acts(phrase):
            return None
        if not names:
            before = range(phrase.first, phrase.head)
            bodies = [n for n in before if self._is_of_people(n) and tokens[n].tag in ("NN", "NNS")]
            if tokens[phrase.first].tag == "PRP$":
                bodies = [n for n in bodies if tokens[n + 1].tag not in ("NN", "NNS")]  # his | police | confession
            owns = {n for n in bodies if tokens[n + 1 : n + 2] and tokens[n + 1].tag == "POS"}
            bodies = [n for n in bodies if tokens[n].lower not in _ADJECTIVES or n in owns]
            bodies = [n for n in bodies if tokens[n].lower != "world"]  # the | world's | largest plant
            counted = bool(bodies) and tokens[phrase.first].tag == "CD"  # 300 | police | buses
            adjective = (
                bool(bodies)
                and tokens[bodies[0] - 1].tag == "JJ"
                and tokens[bodies[0] - 1].lower == tokens[bodies[0] - 1].text
            )
            first = bodies[0] if counted or adjective else phrase.first
            return NounPhrase(first, bodies[0] + 1, bodies[0]) if bodies else None
        last = names[0]
        while last + 1 in names:
            last += 1
        if last + 1 < phrase.head and self._is_of_people(last + 1) and tokens[last + 2].tag == "POS":
            last += 1  # the Lomar | community's | demand
        return NounPhrase(names[0], last + 1, last)

    def _is_of_people(self, n: int) -> bool:
        """Whether a token is a noun for people, or ends one of two words: the western | powers' refusal."""
        tokens = self.clauses.tokens
        owns = n > 0 and tokens[n + 1 : n + 2] and tokens[n + 1].tag == "POS"
        two = bool(owns) and f"{tokens[n - 1].lower} {tokens[n].lemma}" in self.people
        return tokens[n].lemma in self.people or two

    def _only_opens(self, n: int) -> bool:
        """Whether a word has its capital from the sentence's beginning alone: Banners, Law school."""
        word = self.clauses.tokens[n]
        following = self.clauses.tokens[n + 1 : n + 2]
        alone = not following or not following[0].text[0].isupper()
        return (
            n == int(self.clauses.tokens[0].tag == "``")
            and alone
            and word_list().get(word.lower, "")[:2] == "NN"
            and word_list().get(word.text) is None
        )

    def pieces(self, chain: list[NounPhrase]) -> list[NounPhrase]:
        """Of a chain ("the presidents of Iran and Iraq") the phrases that are joined to the first, not those inside."""
        tokens = self.clauses.tokens
        if len(chain) > 1 and tokens[chain[0].head].lower in _WHOLES and tokens[chain[1].first - 1].lower == "of":
            chain = chain[1:]  # all of | the ministers
        joined = chain[:1]
        inside = False
        for phrase in chain[1:]:
            link = tokens[phrase.first - 1].lower
            if link == "," or is_and(tokens[phrase.first - 1]):
                name = tokens[phrase.first].tag in ("NNP", "NNPS")
                if not inside or (link != "," and not name):
                    joined.append(phrase)
                    inside = False
            else:
                inside = True
        return joined

    def behind(self, start: int, prepositions: tuple[str, ...]) -> list[NounPhrase]:
        """The first phrase that can name somebody behind one of the prepositions, and those joined to it."""
        named = (p for w, p in self.prepositional(start) if w in prepositions and self.acts(p))
        phrase = next(named, None)
        return [phrase, *joined_to(self.clauses, phrase)] if phrase is not None else []

    def prepositional(self, start: int, reach: int = _REACH) -> list[tuple[str, NounPhrase]]:
        """Each preposition with its noun phrase from a token on, to the end of the clause."""
        clauses, tokens = self.clauses, self.clauses.tokens
        pairs = []
        for n in range(start, min(len(tokens), start + reach)):
            token, group = tokens[n], clauses.group_at.get(n)
            clause = group is not None and group.finite and group.kind != "relative"
            if n > start and (clause or group is not None or token.text in (";", ":")):
                break
            if token.lower in _EDGES_OF_CLAUSES and n > start:
                break
            if token.text == "," and (n + 1 in clauses.group_at or self._goes_on(n + 1)):
                break
            if token.lower == "to" and n > start and tokens[n - 1].lower in _BESIDE:
                continue  # next door | to the White House
            if token.lower == "with" and n > start and tokens[n - 1].lemma in _EDGES:
                continue  # the border | with Mexico
            role = clauses.phrase_at.get(n - 1) if token.lower == "of" else None
            if role is not None and role.first > start and tokens[role.first - 1].lower == "as":
                continue  # as an ally | of Togo
            if token.tag in ("IN", "TO") and n + 1 < len(tokens):
                phrase = clauses.phrase_at.get(n + 1)
                verb = clauses.group_at.get(phrase.last) if phrase is not None and token.lower == "as" else None
                if verb is not None and verb.finite:
                    break  # as | prosecutors widened a case
                if phrase is not None and phrase.first == n + 1 and tokens[n + 1].lower != "both":
                    pairs.append((token.lower, phrase))
        return pairs

    def _goes_on(self, n: int) -> bool:
        """Whether "and" at token n leads to a clause of its own: were taken, and the leader of the group was held."""
        if [t.lower for t in self.clauses.tokens[n : n + 1]] not in (["and"], ["but"]):
            return False
        phrase = self.clauses.phrase_at.get(n + 1)
        while phrase is not None and [t.lower for t in self.clauses.tokens[phrase.last : phrase.last + 1]] == ["of"]:
            phrase = self.clauses.phrase_at.get(phrase.last + 1)
        return phrase is not None and phrase.last in self.clauses.group_at

    def owner(self, phrase: NounPhrase) -> list[NounPhrase]:
        """Whom the pronoun at the beginning of a phrase means: | his | record."""
        first = phrase.first
        return [NounPhrase(first, first + 1, first)] if self.clauses.tokens[first].tag == "PRP$" else []

    def own(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is the doer's own: "its troops"."""
        return self.clauses.tokens[phrase.first].lower in ("its", "their", "his", "her", "our")

    def joined_of(self, phrase: NounPhrase | None, *, before_verb: bool = False) -> list[NounPhrase]:
        if phrase is None or not self.acts(phrase):
            return []
        return [phrase, *joined_to(self.clauses, phrase, before_verb=before_verb)]
