"""Whom a phrase without a name describes: the mayor of Lomar Ann Lind, the court, the minister."""

from collections.abc import Mapping

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .holders import Holders
from .mentions import ActorDraft
from .names import Names
from .offices import LONGEST_TITLE

_BODY_NOUNS = listed("bodies")
_ARMY_RANKS = word_set("general admiral marshal colonel gen. adm. col.")
_BODIES = frozenset(("organisation", "media", "armed-force"))
_LONGEST_BODY = 9  # words
_FEW = 6  # words
_LONGEST_OFFICE = 14  # words
_OF_OFFICES = frozenset(("IN", "TO", "NNP", "NNPS", "NN", "NNS", "JJ", "DT", "CC", "POS"))
_OF_AN_OFFICE = frozenset(("DT", "JJ", "NN", "NNP", "POS", "PRP$"))
_MEMBERS = word_set("republican democrat conservative liberal socialist independent")


class Descriptions:
    """Reads what the words around a name, or around a phrase without one, say of both."""

    def __init__(self, names: Names, people: Mapping[str, object], holders: Holders) -> None:
        self.names, self.people, self.holders = names, people, holders
        self._named = {(m.paragraph_id, m.start): m for m in names.mentions}
        self._ends = {(m.paragraph_id, m.end): m.actor for m in names.mentions}

    def titled(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The person of a title that goes on behind "of": US Secretary of State | Mike Pompeo, Mayor of Lomar | X."""
        tokens, offices = passage.tokens, self.names.offices
        if noun.last >= len(tokens) or tokens[noun.last].lower not in ("of", "for", "from", "in"):
            return None  # commander | in chief
        for i in range(noun.first, noun.head + 1):
            size = offices.at(tokens, i, min(len(tokens), i + LONGEST_TITLE))
            behind = i + size
            if size and behind == noun.last:
                named = self._named_behind(passage, noun.last + 1) or self._named_at_end(passage, noun.last + 1)
                title = " ".join(t.lower for t in tokens[i:behind])
                country = self._state_at(tokens, noun.last + 1)
                return self.holders.put(named, title, country) if country else named
            while behind < len(tokens) and size and tokens[behind].lower in _ARMY_RANKS:
                behind += 1
            if size and noun.last < behind < len(tokens):
                mention = self._named.get((passage.paragraph_id, tokens[behind].start))
                return mention.actor if mention is not None and mention.actor.key.startswith("person:") else None
        return None

    def explained(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The person whom a comma names behind an office: the secretary of the Lomar Union (LU), | Ann Lind, said."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        if head.tag not in ("NN", "NNP") or not (head.lemma in self.people or self.names.offices.row(head.lower)):
            return None
        at = noun.last
        while at < min(len(tokens), noun.last + _LONGEST_OFFICE) and (
            tokens[at].tag in _OF_OFFICES or tokens[at].text in "()"
        ):
            at += 1
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        if self._is_whose(tokens, noun):
            return None
        at += 1
        end = min(len(tokens), at + _FEW)
        while at < end and not self._is_person(passage, tokens[at].start):
            size = self.names.offices.at(tokens, at, len(tokens)) or tokens[at].tag in _OF_AN_OFFICE
            if not size:
                break
            at += size  # Professor | Ann Lind, the former Lomar minister | Ann Lind
        mention = self._named.get((passage.paragraph_id, tokens[at].start)) if at < len(tokens) else None
        if mention is None or not mention.actor.key.startswith("person:") or mention.how != "name":
            return None
        behind = passage.token_at(mention.end - 1) + 1
        closed = behind < len(tokens) and tokens[behind].text in (",", ".")
        another = [t.lower for t in tokens[behind + 1 : behind + 2]] == ["and"]
        another = another or any(
            (passage.paragraph_id, t.start) in self._named for t in tokens[behind + 1 : behind + 2]
        )
        if not closed or another:
            return None
        of = tokens[noun.last].lower == "of"
        country = self._state_at(tokens, noun.last + 1) if of else ""
        if of and not country:
            return mention.actor  # the president of a union, | Ann Lind
        country = country or self.names.offices.country_before(tokens, noun.head, self.names.gazetteer)
        its = tokens[noun.first].lower in ("its", "their")
        return self.holders.put(mention.actor, head.lower, country, of_body=its)

    def explained_body(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The body that a comma names behind its sort: his party, | the People's Front, said."""
        tokens, at = passage.tokens, noun.last + 1
        whose = tokens[noun.first].tag in ("DT", "PRP$") or any(t.tag == "POS" for t in tokens[noun.first : noun.head])
        sort = whose and tokens[noun.head].lower in _BODY_NOUNS
        if not sort or at + 1 >= len(tokens) or tokens[noun.last].text != ",":
            return None
        mention = self._named.get((passage.paragraph_id, tokens[at + (tokens[at].tag == "DT")].start))
        closed = mention is not None and passage.text.startswith((",", "."), mention.end)
        body = mention is not None and mention.how == "name" and mention.actor.kind in _BODIES
        return mention.actor if mention is not None and body and closed else None

    def _is_person(self, passage: Passage, start: int) -> bool:
        """Whether a person's name begins at a character."""
        mention = self._named.get((passage.paragraph_id, start))
        return mention is not None and mention.actor.key.startswith("person:")

    def _is_whose(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether a phrase only says whose somebody is: a spokeswoman for | the president, Ann Lind, said."""
        who = tokens[noun.first - 2] if noun.first > 1 and tokens[noun.first - 1].lower in ("for", "of", "to") else None
        return (
            who is not None
            and who.tag == "NN"
            and (who.lemma in self.people or bool(self.names.offices.row(who.lower)))
        )

    def _state_at(self, tokens: list[Token], at: int) -> str:
        """The code of the state whose name begins at a token."""
        known = self.names.gazetteer.at(tokens, at)
        return known[1].country if known is not None and known[1].kind == "state" else ""

    def _named_behind(self, passage: Passage, first: int) -> ActorDraft | None:
        """The person named right behind the body or the place of an office: Speaker of the House | Nancy Pelosi."""
        tokens = passage.tokens
        for at in range(first, min(len(tokens), first + _LONGEST_BODY)):
            if not tokens[at].text[0].isupper() and tokens[at].lower not in ("the", "of", "for", "and"):
                return None
            mention = self._named.get((passage.paragraph_id, tokens[at].start))
            if mention is not None and mention.actor.key.startswith("person:"):
                office = self.names.offices.at(tokens, at - 1, at) and tokens[at - 1].lower not in _ARMY_RANKS
                beside = tokens[at - 1].text[0].isupper() and not office
                return mention.actor if at > first and beside else None
        return None

    def _named_at_end(self, passage: Passage, first: int) -> ActorDraft | None:
        """The person whose name ends the phrase behind an "of": the head of the city's administration | Ann Lind."""
        tokens, at = passage.tokens, first
        while at < min(len(tokens), first + _LONGEST_BODY) and tokens[at].tag in _OF_AN_OFFICE:
            mention = self._named.get((passage.paragraph_id, tokens[at].start))
            if mention is not None and mention.actor.key.startswith("person:"):
                return mention.actor if at > first and tokens[at - 1].tag == "NN" else None
            at += 1
        return None

    def joined(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The one person of two descriptions and a name: her friend | and former lawmaker Ann Lind."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        at = noun.last + 1
        if head.tag != "NN" or not (head.lemma in self.people or self.names.offices.row(head.lower)):
            return None
        if (
            [t.lower for t in tokens[noun.last : at]] != ["and"]
            or at >= len(tokens)
            or tokens[at].tag not in ("JJ", "NN")
        ):
            return None
        while at < len(tokens) and tokens[at].tag in ("JJ", "NN"):
            at += 1
        second = self.names.offices.row(tokens[at - 1].lower) is not None
        if second and (self.names.offices.row(head.lower) or tokens[noun.first].tag in ("DT", "PRP$")):
            return None  # the king and | foreign minister Ann Lind
        mention = self._named.get((passage.paragraph_id, tokens[at].start)) if at < len(tokens) else None
        return mention.actor if mention is not None and mention.actor.key.startswith("person:") else None

    def posted(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The person named right behind a post's place: Togo's ambassador to | Ghana | Ann Lind."""
        tokens, at = passage.tokens, noun.last + 1
        tied = at + 1 < len(tokens) and tokens[noun.last].lower in ("to", "for")
        if not tied or self.names.offices.row(tokens[noun.head].lower) is None:
            return None
        at += tokens[at].tag == "DT"
        place = self._named.get((passage.paragraph_id, tokens[at].start))
        behind = passage.token_at(place.end - 1) + 1 if place is not None else len(tokens)
        person = self._named.get((passage.paragraph_id, tokens[behind].start)) if behind < len(tokens) else None
        return person.actor if person is not None and person.actor.key.startswith("person:") else None

    def apposed(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The person right before a comma, whom a phrase behind it explains: Ann Lind, | a UN rapporteur for health."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        joined = noun.last < len(tokens) and tokens[noun.last].lower in ("and", "or", "'s", "’s")
        if noun.first < 2 or tokens[noun.first - 1].text != "," or joined:
            return None
        member = head.tag == "NNP" and head.lower in _MEMBERS and tokens[noun.first].tag == "DT"
        post = head.tag == "NNP" and self.names.offices.row(head.lower) is not None  # Ann Lind, | U.N. Ambassador of
        common = head.tag == "NN" and (head.lemma in self.people or self.names.offices.row(head.lower) is not None)
        if not (member or post or common):
            return None
        end = noun.first - 2
        end -= 2 * (end > 2 and tokens[end].tag == "CD" and tokens[end - 1].text == ",")  # Ann Lind, 34, | a nurse
        before = self._ends.get((passage.paragraph_id, tokens[end].end))
        at = next((n for n in range(noun.first - 2, -1, -1) if tokens[n].tag[:3] != "NNP"), -1)
        if at >= 0 and tokens[at].tag in ("IN", "TO") and any(t.tag == "POS" for t in tokens[noun.first : noun.head]):
            return None  # In addition to Mr Lind, | the court's prosecutor
        body = tokens[noun.first].tag == "DT" and head.lower in _BODY_NOUNS
        same = before is not None and (before.kind in _BODIES if body else before.key.startswith("person:"))
        return before if same else None

    def called(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom a phrase calls by name: a group | known as the Lomar Front."""
        tokens, at = passage.tokens, noun.last
        at += at < len(tokens) and tokens[at].text == ","
        if at + 2 >= len(tokens) or tokens[at].lower not in ("known", "called", "named", "identified"):
            return None
        by = tokens[at + 1].lower in ("by", "locally", "only", "also")  # named by police | as Ann Lind
        at = next((n for n in range(at + 1, at + 1 + _FEW * by) if tokens[n : n + 1] and tokens[n].lower == "as"), at)
        at += 1 + (tokens[at + 1].lower == "as")
        at += tokens[at].tag == "DT"
        mention = self._named.get((passage.paragraph_id, tokens[at].start)) if at < len(tokens) else None
        return mention.actor if mention is not None and mention.actor.kind != "state" else None
