"""The facts of a report, the words a headline can name them with, and loaded words, as an author wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...base.errors import CommuniqueError
from ...coding.pointers import Pointer, pointers
from .words import Phrase, Stem, phrases


@dataclass(frozen=True)
class Fact:
    """A fact of the report, and how a headline can name it.

    `groups` are groups of phrases of which at least one each must stand in the headline; `deed` is the group
    that a "may" or a "not" belongs to. `near` are phrases such as "may" of which one must stand with the deed,
    `anywhere` such as "warns", of which one anywhere in the headline does as well, and `surer` such as "will",
    which tell the deed more surely in spite of them; `such_as` gives examples in words. A `negative` fact has
    a "no" or a "never" in it by itself.
    """

    id: str
    text: str
    evidence: tuple[Pointer, ...]
    groups: Mapping[str, tuple[Phrase, ...]]
    near: tuple[Phrase, ...] = ()
    anywhere: tuple[Phrase, ...] = ()
    surer: tuple[Phrase, ...] = ()
    such_as: str = ""
    negative: bool = False

    @property
    def deed(self) -> tuple[Phrase, ...]:
        """The phrases that a "may" or a "not" belongs to."""
        return self.groups.get("deed") or next(iter(self.groups.values()))

    @property
    def careful(self) -> bool:
        """Whether the report itself is careful here, so that a headline must be so too."""
        return bool(self.near or self.anywhere)


@dataclass(frozen=True)
class Charged:
    """A loaded word: whose word it is in the report, what one can say instead, and where it stands there."""

    words: tuple[Phrase, ...]
    whose: str = ""
    instead: str = ""
    evidence: tuple[Pointer, ...] = ()


def read_fact(entry: Mapping[str, Any], stem: Stem) -> Fact:
    """A fact from its entry in headline-workshop.yml.

    Parameters:
        entry: `id`, `text`, `named_by` (name of a group -> words), and where needed `evidence`, `hedges`
            (`near`, `anywhere`, `surer`, `such_as`) and `negative`.
        stem: from `communique.tools.framing.words.stemmer`.

    Raises:
        CommuniqueError: id, text or named_by is missing, or named_by is not made of groups.

    Example:
        >>> read_fact({"id": "rain", "text": "It rains.", "named_by": {"deed": ["rain"]}}, str).deed
        (('rain',),)
    """
    for name in ("id", "text", "named_by"):
        if not entry.get(name):
            what = f"A fact of headline-workshop.yml ({entry.get('id') or 'no id'}) has no '{name}'."
            raise CommuniqueError(what, f"Add a line '{name}: ...'.")
    named = entry["named_by"]
    if not (isinstance(named, Mapping) and all(isinstance(words, list) and words for words in named.values())):
        what = f"The fact '{entry['id']}' of headline-workshop.yml: 'named_by' is not made of groups of words."
        raise CommuniqueError(what, "Write each group as 'name: [word, word]'.")
    hedges = entry.get("hedges") or {}
    return Fact(
        id=str(entry["id"]),
        text=" ".join(str(entry["text"]).split()),
        evidence=pointers(entry.get("evidence")),
        groups={str(name): phrases(words, stem) for name, words in named.items()},
        **{name: phrases(hedges.get(name), stem) for name in ("near", "anywhere", "surer")},
        such_as=str(hedges.get("such_as", "")),
        negative=bool(entry.get("negative")),
    )


def read_charged(entry: Mapping[str, Any], stem: Stem) -> Charged:
    """A loaded word from its entry in headline-workshop.yml: `words`, `whose`, `instead`, `evidence`.

    Raises:
        CommuniqueError: the entry has no words.
    """
    if not entry.get("words"):
        raise CommuniqueError("A loaded word of headline-workshop.yml has no 'words'.", "Add a line 'words: [...]'.")
    whose, instead = str(entry.get("whose", "")), str(entry.get("instead", ""))
    return Charged(phrases(entry["words"], stem), whose, instead, pointers(entry.get("evidence")))
