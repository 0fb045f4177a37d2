"""Other names that a report says somebody has: Karl Beck, alias Timo; Timo, whose real name is Karl Beck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .mentions import ActorDraft
from .name_words import key_of

if TYPE_CHECKING:
    from .names import Names

_NAME = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
_SORT = r"(?:nom de guerre|nickname|alias|pseudonym|stage name|pen name|code ?name)"
_OFTEN = r"(?:(?:also|better|best|widely|popularly|commonly|more|locally|sometimes|often) )*"
_CALLED = re.compile(
    rf",? \(?(?:who (?:is|was|goes|went|uses|used) )?{_OFTEN}"
    rf"(?:(?:alias|a\.?k\.?a\.?|nicknamed|dubbed|known (?:as|by))(?: (?:his|her|the) {_SORT},?)?"
    rf"|(?:by )?(?:his|her|the) {_SORT},?) [“\"‘']?{_NAME}"
)
_REAL_NAME = re.compile(rf"{_NAME}[”\"’']?,? \(?(?:whose real name (?:is|was)|real name|born) $")
_NEAR = 120  # characters
_NICKNAME = re.compile(rf"[“\"‘']{_NAME}[”\"’'] ")


def find_aliases(names: Names) -> dict[str, ActorDraft]:
    """Note those of one word among the surnames; give the actors' keys of those of several, and whom they mean."""
    of_several: dict[str, ActorDraft] = {}
    for mention in names.mentions:
        if not mention.actor.key.startswith("person:") or mention.how != "name":
            continue
        text = names.prose.passage(mention.paragraph_id).text
        behind, before = (
            _CALLED.match(text, mention.end),
            _REAL_NAME.search(text, max(0, mention.start - _NEAR), mention.start),
        )
        inside = _NICKNAME.search(text, mention.start, mention.end)
        again = _CALLED.match(text, behind.end()) if behind is not None else None  # alias Timo | alias Tim
        for alias in (place["name"] for place in (behind, again, before, inside) if place is not None):
            if " " in alias:
                of_several[key_of(alias)] = mention.actor
            else:
                names.surnames.add(mention.actor, {alias})
    return of_several
