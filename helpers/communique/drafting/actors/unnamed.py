"""Actors for phrases of which no lexicon says what they are: a tax lawyer, thousands of shoppers, one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.things import is_read
from ..grammar.tokens import Token
from ..lexicon.word_list import lemma_of, word_list
from .common_nouns import CommonNouns
from .group_names import MERE_AMOUNTS, SOME_PEOPLE, end_of_whom
from .mentions import ActorDraft
from .names import Names
from .told_again import is_certain

_SOME_OF = frozenset(("one", "another", "others", "some", "two", "several", "many"))
COUNTS = frozenset(("ten", "dozen", "hundred", "thousand", "million", "score"))
_BODIES = frozenset(("organisation", "media", "armed-force"))
_STATE_BODIES = frozenset(("office", "organisation"))  # the Metropolitan Police; the | Met
_PLACING = frozenset(("in", "of", "to"))
_UNSAID = frozenset(("DT", "``", "''"))
_INSIDE = frozenset(("DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS"))


@dataclass(frozen=True)
class Unnamed:
    """Makes an actor of a phrase, or finds the one that an earlier phrase of the article made."""

    names: Names
    common: CommonNouns
    groups: Mapping[str, dict[str, str]]
    people: Mapping[str, object]  # nouns for people

    def actor(self, passage: Passage, first: int, last: int) -> ActorDraft:
        """An actor for a phrase of which no lexicon says what it is."""
        tokens, main = passage.tokens, passage.tokens[last]
        end, many = last + 1, main
        while tokens[end : end + 1] and tokens[end].lower == "of":
            if many.tag != "CD" and lemma_of(many.lower) not in COUNTS:
                break
            more = end_of_nouns(tokens, end + 1)
            if more == end + 1:
                break
            end, many = more, tokens[more - 1]  # tens | of thousands | of union members
        if main.tag[:3] == "NNP" and end == last + 1:
            named = next((n for n in range(last, first - 1, -1) if tokens[n].tag[:3] != "NNP"), first - 1) + 1
            first = named if tokens[named - 1].tag in ("NN", "NNS") else first  # his own tax preparer | Mazars
        alone = last - first == (tokens[first].tag == "DT") and end == last + 1  # the | Met
        whole = self._of_longer_name(main, the=last > first) if main.tag[:3] == "NNP" and alone else None
        if whole is not None:
            return whole
        koreas = [a for code in ("KOR", "PRK") if (a := self.names.actors.get(f"state:{code}")) is not None]
        if alone and main.text == "Korean" and len(koreas) == 1:
            return koreas[0]  # a tariff on | Korean cars
        words = [t.text for t in tokens[first : last + 1] if t.tag not in _UNSAID and t.lower != "whose"]
        while len(words) > 1 and words[0].lower() in MERE_AMOUNTS:
            words = words[1:]
        words = [*words, *(t.text for t in tokens[last + 1 : end])] or [main.text]
        if len(words) > 2 and words[0].lower() in ("so", "too") and words[1].lower() == "many":
            words = words[2:]
        whom = end_of_whom(tokens, last) if end == last + 1 else end
        words += [passage.text[tokens[end].start : tokens[whom - 1].end]] if whom > end else []
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s").replace(" ' ", "' ").replace(" ’ ", "’ ")
        name = name if [t.lower for t in tokens[end : end + 1]] == ["of"] else SOME_PEOPLE.get(name.lower(), name)
        name = "Two sides" if name.lower() == "sides" and main.tag == "NNS" else name  # both | sides
        row = self.groups.get(name.lower(), {}) if end == last + 1 else {}  # police | buses
        row = row if row.get("kind") != "state" else {}
        owner = self._owner(passage, first, last)
        if owner is not None:  # Ms Lind's lawyers; her | lawyers
            belongings = passage.text[tokens[owner[1]].start : tokens[end - 1].end]
            name = f"{owner[0].name}'s {belongings}" if tokens[first].tag == "PRP$" else name
        whose = f"{owner[0].key}'s {belongings}" if owner is not None else name
        key = f"{row.get('kind', 'unnamed')}:{whose.lower()}"
        of_those = [t.lower for t in tokens[last + 1 : last + 3]] == ["of", "those"]
        if tokens[first].lower in _SOME_OF and last - first < 3 and not of_those:  # one of them: another each time
            key += f":{passage.paragraph_id}:{main.start}"
            group = self._group_before(passage, first)
            bare = (tokens[last].tag[:2] != "NN" or last == first) and [
                t.lower for t in tokens[last + 1 : last + 2]
            ] != ["of"]
            name = f"{tokens[first].text} of the {group}" if group and bare else name
        known = self.common.made.unnamed.get(key) or self._same_document(tokens, first, last)
        known = known or self._described_before(tokens, first, last)
        if known is None and main.lower == "camp" and owner is not None:  # Ms Lind's | camp, Ms Lind's campaign
            campaigns = {f"{alias}'s campaign" for alias in owner[0].names}
            unnamed = self.common.made.unnamed.values()
            known = next((a for a in unnamed if a.name.replace("’", "'") in campaigns), None)
        if known is not None:
            return known
        small = main.tag[:3] != "NNP" or (first == last and tokens[last - 1].text in '.?!”"')  # Video | showed
        kind = "document" if (small and is_read(tokens, last)) or main.text in self.names.words.of_laws else "unnamed"
        rule = f"a source without a name: {name}"
        actor = ActorDraft(
            key, name[:1].upper() + name[1:], row.get("kind", kind), sector=row.get("sector", ""), rule=rule
        )
        actor.country = self.common.made.country(passage, NounPhrase(first, end, end - 1))
        actor.plural = many.tag == "NNS"
        actor.first = (passage.paragraph_id, tokens[first].start, tokens[whom - 1].end)
        self.common.made.unnamed[key] = actor
        return actor

    def _of_longer_name(self, word: Token, *, the: bool) -> ActorDraft | None:
        """The one person or body whose longer name a word ends or begins: Mike Waltz; | Waltz; Mahan Air; | Mahan."""
        named = [a for a in self.names.actors.values() if " " in a.name and a.kind != "state"]
        longer = [a for a in named if a.key.startswith("person:") and a.name.split()[-1] == word.text]
        if (
            word_list().get(word.lower) is None and word.text not in self._placed()
        ):  # and not: State, of the State House
            longer += [a for a in named if a.kind in _BODIES and a.name.split()[0] == word.text]
        longer += [a for a in named if a.name == f"{word.text.removesuffix('s')} Party"]  # the | Liberals
        if the and not longer and len(word.text) > 2:
            longer = [a for a in named if a.kind in _STATE_BODIES and a.name.startswith(word.text)]
        return longer[0] if len(longer) == 1 else None

    def _placed(self) -> set[str]:
        """The names that come behind "in", "of" or "to" somewhere in the article: of | Lomar, the Lomar Union."""
        kept = self.names.prose.kept
        if "placed" not in kept:
            pairs = (pair for passage in self.names.prose.passages for pair in pairwise(passage.tokens))
            kept["placed"] = {token.text for tie, token in pairs if tie.lower in _PLACING and token.tag == "NNP"}
        return kept["placed"]

    def _owner(self, passage: Passage, first: int, last: int) -> tuple[ActorDraft, int] | None:
        """Whose somebody is, and the token behind the owner: Ms Lind's | lawyers, her | lawyers."""
        tokens = passage.tokens
        if tokens[first].tag == "PRP$":
            owner = self.common.meant.get((passage.paragraph_id, tokens[first].start))
            return (owner, first + 1) if owner is not None and owner.key.startswith("person:") else None
        end = next((n for n in range(first, last) if tokens[n].tag == "POS"), 0)
        named = self.common.made.named_at(passage.paragraph_id, tokens[end - 1].end) if end else None
        return (named, end + 1) if named is not None and named.key.startswith("person:") else None

    def _same_document(self, tokens: list[Token], first: int, last: int) -> ActorDraft | None:
        """The document that the report has called by the same noun: a summary; the court's | summary."""
        definite = tokens[first].lower in ("the", "its", "their") or any(t.tag == "POS" for t in tokens[first:last])
        if not definite or not is_read(tokens, last):
            return None
        documents = (a for a in self.common.made.unnamed.values() if a.kind == "document")
        of_noun = [a for a in documents if a.name.split()[-1].lower() == tokens[last].lower]
        return of_noun[0] if len(of_noun) == 1 else None

    def _described_before(self, tokens: list[Token], first: int, last: int) -> ActorDraft | None:
        """Whom "the" and a noun alone mean, where more words described one such before: a tax lawyer; the lawyer."""
        main, described = tokens[last], [*self.common.made.unnamed.values()]
        former = main.lower.startswith("ex-") or tokens[last - 1].lower == "former"
        if former and tokens[first].lower in ("the", "a"):
            noun = main.lower.rpartition("ex-")[2]
            was = [a for a in described if a.name.lower().startswith(("former ", "ex-"))]
            again = [a for a in was if a.name.lower().replace("-", " ").split()[-1] == noun]
            return again[0] if len(again) == 1 and tokens[first].lower == "the" else None
        if last != first + 1 or tokens[first].lower != "the" or main.tag not in ("NN", "NNS"):
            return None
        if main.lower == "people":
            return None  # the people of Togo
        described = [a for a in described if a.name.lower().endswith(f" {main.lower}")]
        return described[0] if len(described) == 1 and is_certain(described[0], main) else None

    def _group_before(self, passage: Passage, first: int) -> str:
        """The people of whom "one" is one: the last noun for several of them before it."""
        earlier = self.names.prose.passages[max(0, self.names.order[passage.paragraph_id] - 1)]
        for token in (*reversed(passage.tokens[:first]), *reversed(earlier.tokens)):
            lemma = lemma_of(token.lower)
            if token.tag[:2] == "NN" and lemma != token.lower and lemma in self.people:
                return token.lower
        return ""


def end_of_nouns(tokens: list[Token], first: int) -> int:
    """The token behind those of whom there are many: thousands of | US and Filipino troops."""
    more = next((n for n in range(first, len(tokens)) if tokens[n].tag not in _INSIDE), len(tokens))
    adjective = tokens[more - 1].tag in ("JJ", "NNP") and more + 2 < len(tokens) and tokens[more].lower == "and"
    if more > first and adjective and tokens[more + 1].tag in ("JJ", "NNP") and tokens[more + 2].tag == "NNS":
        return more + 3
    return more
