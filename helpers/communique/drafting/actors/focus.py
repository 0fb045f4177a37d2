"""Who was named last, for each sort of pronoun."""

from dataclasses import dataclass, field, replace

from .mentions import ActorDraft

_THING_KINDS = frozenset(("state", "organisation", "office", "document", "media", "armed-force"))


@dataclass(slots=True)
class Focus:
    """Who may be meant next, for one sort of pronoun: the subject now, the one before, the last one named."""

    now: ActorDraft | None = None
    here: ActorDraft | None = None  # the last one named in this sentence
    before: ActorDraft | None = None
    recent: ActorDraft | None = None
    of_gender: dict[str, ActorDraft] = field(default_factory=dict)  # the last one named of each in this passage
    of_kind: dict[str, ActorDraft] = field(default_factory=dict)  # the last one named of each
    no_actor: bool = False  # the last subject was a thing: the law was passed; it bans fishing

    def copy(self) -> "Focus":
        """The same, to come back to."""
        return replace(self, of_gender=dict(self.of_gender), of_kind=dict(self.of_kind))

    def fill_from(self, other: "Focus") -> None:
        """Take what is missing from another."""
        self.recent = self.recent or other.recent
        self.of_gender = other.of_gender | self.of_gender
        self.of_kind = other.of_kind | self.of_kind

    def choose(self, gender: str = "", kind: str = "", without: ActorDraft | None = None) -> ActorDraft | None:
        """The first that fits, and is not `without`."""
        here = self.here if gender else None
        last = self.of_kind.get(kind) or self.of_gender.get(gender)
        named = (a for a in (self.now, here, self.before, self.recent, last) if a is not None)
        of_kind = (actor for actor in named if actor is not without and (not kind or actor.kind == kind))
        chosen = next((actor for actor in of_kind if not gender or (actor.gender or gender) == gender), None)
        woman = self.of_gender.get(gender) if gender == "f" else None  # Ms Roe, and not one whose name tells nothing
        unsure = chosen is not None and not chosen.gender and chosen is not self.now
        return woman if unsure and woman is not None and woman is not without else chosen


def may_be_it(actor: ActorDraft) -> bool:
    """Whether "it" may mean an actor: a state, the junta, and neither a person nor several people."""
    return not (actor.key.startswith("person:") or actor.plural or actor.kind in ("leader", "spokesperson"))


def sort_of(actor: ActorDraft) -> str:
    """Which pronouns fit an actor."""
    if actor.key.startswith("person:"):
        return "person"
    if actor.plural:
        return "plural"
    if actor.kind == "public" and actor.name.lower().endswith(("crowd", "family", "audience", "public")):
        return "plural"
    return "thing" if actor.kind in _THING_KINDS else "person"
