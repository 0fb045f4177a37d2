"""Whom he, she, they or it means: the subject of the sentence, of the one before, or the last one named."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.prose import Passage
from ..lexicon.words import word_set
from .focus import Focus, sort_of
from .mentions import ActorDraft, MentionDraft
from .names import Names

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = word_set("they them their theirs themselves")
_THING = word_set("it its itself")
_BODIES = frozenset(("organisation", "office", "armed-force"))
_SOON = 4  # passages
_NEAR_WARNING = 12
_NEAR_SAID = 3


@dataclass
class Pronouns:
    """Reads the pronouns of an article in order; its reader sets what comes around them.

    `focus` has who may be meant next, by the sort of pronoun; `subject` is that of the clause that is being read, and
    `beside` the phrase read last: its passage, the token behind it, its actor.
    """

    names: Names
    cues: dict
    meant: dict[tuple[str, int], ActorDraft]
    mentions: list[MentionDraft]
    focus: dict[str, Focus] = field(default_factory=dict)
    subject: ActorDraft | None = None
    beside: tuple[str, int, ActorDraft | None] = ("", 0, None)
    _verbs: Sequence[VerbGroup] = ()
    _nouns: Sequence[NounPhrase] = ()
    _last_of_gender: dict[str, ActorDraft] = field(default_factory=dict)  # whom "he" and "she" meant last

    def __post_init__(self) -> None:
        self._named = {(m.paragraph_id, m.start): m for m in self.names.mentions}

    def read(self, verbs: Sequence[VerbGroup], nouns: Sequence[NounPhrase]) -> None:
        """Take a sentence's finite verbs and noun phrases."""
        self._verbs, self._nouns = verbs, nouns

    def speaks(self, passage: Passage, main: int) -> bool:
        """Whether a verb can come beside a quotation."""
        cue = self.cues.get(passage.tokens[main].lemma)
        return cue is not None and "q" in cue.frames

    def whom(self, passage: Passage, i: int, how: str) -> ActorDraft | None:
        """The actor that the pronoun at token i means; `how` is pronoun or possessive."""
        token = passage.tokens[i]
        paragraph_id, last, beside = self.beside
        here = (paragraph_id, last) == (passage.paragraph_id, i - 1)
        joined = here and how == "possessive" and passage.tokens[i - 1].lower == "and"
        if joined and beside is not None and sort_of(beside) == ("thing" if token.lower == "its" else "person"):
            self.meant[passage.paragraph_id, token.start] = beside  # Togo and | its allies
            self.mentions.append(MentionDraft(beside, paragraph_id, token.start, token.end, how, token.text))
            return beside
        gender = _SINGULAR.get(token.lower, "")
        if gender:
            whom = self._object_behind(passage, i)
            object_of = self.subject if token.lower == "him" or (token.lower == "her" and token.tag == "PRP") else None
            object_of = object_of or whom
            actor = self.focus["person"].choose(gender, without=object_of)  # Trump praised | him; | he praised Trump
            actor = actor or self._last_of_gender.get(gender) or self._named_next(passage, gender)
            if actor is not None:
                actor.gender = gender
                self._last_of_gender[gender] = actor
        elif token.lower in _PLURAL:
            actor = self._who_said(passage, i) or self._of_themselves(passage, i) or self._they()
        elif token.lower in _THING:
            actor = self._warned(passage, i) or self.focus["thing"].choose()
        else:
            return None
        if actor is not None:
            self.meant[passage.paragraph_id, token.start] = actor
            self.mentions.append(MentionDraft(actor, passage.paragraph_id, token.start, token.end, how, token.text))
        return actor

    def _object_behind(self, passage: Passage, i: int) -> ActorDraft | None:
        """The person named right behind the verb of a pronoun: | he also accused Ms Lind."""
        if passage.tokens[i].tag != "PRP":
            return None
        at = next((n for n in range(i + 1, len(passage.tokens)) if passage.tokens[n].tag != "RB"), i)
        verb = next((v for v in self._verbs if v.first in (i + 1, at)), None)
        behind = passage.tokens[verb.last : verb.last + 1] if verb is not None else []
        mention = self._named.get((passage.paragraph_id, behind[0].start)) if behind else None
        return mention.actor if mention is not None and mention.actor.key.startswith("person:") else None

    def _who_said(self, passage: Passage, i: int) -> ActorDraft | None:
        """Those who speak of themselves behind "who": officials, who said | they would leave."""
        tokens, verb = passage.tokens, next((v for v in self._verbs if v.last == i), None)
        who = verb.first - 1 if verb is not None and self.speaks(passage, verb.main) else 0
        if who < 2 or tokens[who].lower != "who":
            return None
        end = who - (tokens[who - 1].text == ",")
        before = next((n for n in self._nouns if n.last == end), None)
        return self.meant.get((passage.paragraph_id, tokens[before.head].start)) if before is not None else None

    def _of_themselves(self, passage: Passage, i: int) -> ActorDraft | None:
        """The body that speaks of itself: the mission said on Thursday that | they stepped up patrols."""
        verb = next((v for v in reversed(self._verbs) if v.last <= i), None)
        said = (
            verb is not None
            and passage.tokens[i].lower == "they"
            and self.speaks(passage, verb.main)
            and i - verb.last <= _NEAR_SAID
        )
        ends = said and verb is not None and passage.tokens[i - 1].lower in ("that", passage.tokens[verb.main].lower)
        body = self.subject if ends else None
        many = body is not None and (body.plural or sort_of(body) == "thing" or body.kind == "unnamed")
        return body if many and body is not None and body.kind not in ("document", "state") else None

    def _named_next(self, passage: Passage, gender: str) -> ActorDraft | None:
        """Whom a report that begins with "she" names first: She's a judge, and now a minister. | Ann Lind ..."""
        here = self.names.order[passage.paragraph_id]
        if here > 1:
            return None
        people = (a for key, a in self.names.actors.items() if key.startswith("person:") and a.kind != "media")
        named = [(self.names.places[a.key][0], a) for a in people if a.key in self.names.places]
        soon = [(at, a) for at, a in named if at[0] <= _SOON and a.gender in ("", gender)]
        return min(soon, key=lambda pair: pair[0])[1] if soon else None

    def _they(self) -> ActorDraft | None:
        """A group that was a subject, one person whose gender is not told, a body, or the last group named."""
        plural, person, thing = (self.focus[sort] for sort in ("plural", "person", "thing"))
        subjects = [plural.now, plural.here, plural.before]
        if person.before is not None and not person.before.gender and not person.before.key.startswith("person:"):
            subjects.append(person.before)
        bodies = [a for a in (thing.now, thing.before) if a is not None and a.kind in _BODIES]
        if thing.now is not None and thing.now.kind == "armed-force":
            subjects.insert(1, thing.now)  # the Taliban left, but | they came back
        return next((a for a in (*subjects, *bodies, plural.recent) if a is not None and a.kind != "document"), None)

    def _warned(self, passage: Passage, i: int) -> ActorDraft | None:
        """Who was warned of what follows "if it": warned Moscow of sanctions if | it invades."""
        tokens = passage.tokens
        if i == 0 or tokens[i - 1].lower not in ("if", "unless"):
            return None
        for n in range(i - 2, max(0, i - _NEAR_WARNING), -1):
            if tokens[n].text == ".":
                break
            if tokens[n].lemma in ("warn", "threaten"):
                whom = self._named.get((passage.paragraph_id, tokens[n + 1].start))
                return whom.actor if whom is not None and sort_of(whom.actor) == "thing" else None
        return None
