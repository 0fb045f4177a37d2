"""Who is named where: actors, their mentions, and look-ups by place for the rules that need a speaker or a doer."""

from bisect import bisect_left
from dataclasses import dataclass, field

#: The key of the one actor for all acts of which an article does not say who did them.
NOT_NAMED = "unnamed:by whom"


@dataclass(slots=True)
class ActorDraft:
    """One actor of the draft, before it becomes a row of actors.csv.

    `key` is its normal form ("state:KOR", "person:kim jong un"); `names` are the exact words that name it
    anywhere in the text; `rule` is the rule that found it with the words that triggered it.
    """

    key: str
    name: str
    kind: str
    country: str = ""
    sector: str = ""
    speaks_for: list[str] = field(default_factory=list)  # keys of other actors
    names: dict[str, None] = field(default_factory=dict)
    rule: str = ""
    actor_id: str = ""
    gender: str = ""  # f, m, or "" where the text does not say
    plural: bool = False
    offices: dict[str, None] = field(default_factory=dict)  # titles that the text gives, in small letters
    country_guessed: bool = False  # from the sentence of a deed, not from the actor's own words
    first: tuple[str, int, int] = ("", 0, 0)  # where its own words stand: paragraph, start, end


@dataclass(slots=True)
class MentionDraft:
    """A place that names an actor: characters `start` to `end` of the passage `paragraph_id`.

    `how` is name, alias, demonym ("Russian" in "Russian troops"), title, pronoun, possessive, phrase (a whole
    noun phrase such as "two senior officials") or guess (a phrase that may be another's: "the man").
    """

    actor: ActorDraft
    paragraph_id: str
    start: int
    end: int
    how: str
    text: str = ""


class ActorIndex:
    """All actors of an article, and all their mentions in the order of the text.

    `actors` are in the order of first mention, and have their ids (A01, A02, ...; documents D01, ...).
    """

    def __init__(self, actors: list[ActorDraft], mentions: list[MentionDraft]) -> None:
        self.actors = actors
        self.by_paragraph: dict[str, list[MentionDraft]] = {}
        for mention in sorted(mentions, key=lambda m: (m.paragraph_id, m.start, -m.end)):
            self.by_paragraph.setdefault(mention.paragraph_id, []).append(mention)
        self._starts = {p: [m.start for m in ms] for p, ms in self.by_paragraph.items()}

    def within(self, paragraph_id: str, start: int, end: int) -> list[MentionDraft]:
        """The mentions that begin inside a stretch of a passage, in order."""
        starts = self._starts.get(paragraph_id, [])
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return self.by_paragraph[paragraph_id][first:last] if last > first else []

    def head_of(self, paragraph_id: str, start: int, end: int, head_start: int, head_end: int) -> ActorDraft | None:
        """The actor that a noun phrase (start to end, with its head word) stands for, or None.

        A mention over the head word wins ("Russian troops": the troops, not Russia); a mere adjective or
        possessor before another head ("Russian" in "the Russian opposition") does not.
        """
        mentions = self.within(paragraph_id, start, end)
        return next((m.actor for m in mentions if m.start <= head_start and head_end <= m.end), None)
