"""The facts of a report, the words a headline can name them with, and loaded words, as an author wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...base.yaml_files import YamlEntry
from ...coding.pointers import Pointer, pointers
from .words import Phrase, Stem, phrases, stemmer


@dataclass(frozen=True)
class Fact:
    """A fact of the report, and how a headline can name it.

    `groups` are groups of phrases of which at least one each must be in the headline; `deed` is the group
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
    """A loaded word: whose word it is in the report, what one can say instead, and where it is there."""

    words: tuple[Phrase, ...]
    whose: str = ""
    instead: str = ""
    evidence: tuple[Pointer, ...] = ()


@dataclass(frozen=True)
class Constructed:
    """A headline made up for the exercise; `leans` is shown on request."""

    id: str
    text: str
    leans: str


@dataclass(frozen=True)
class Workshop:
    """What an author wrote in headline-workshop.yml.

    `words` has the words that hold a sentence together and the like, as phrases by the name of their list;
    `joints`, `links` and `small` are plain words.
    """

    stem: Stem
    facts: tuple[Fact, ...]
    charged: tuple[Charged, ...]
    headlines: tuple[Constructed, ...]
    words: Mapping[str, tuple[Phrase, ...]]
    joints: tuple[str, ...]
    links: tuple[str, ...]
    small: frozenset[str]


def read_workshop(top: YamlEntry) -> Workshop:
    """The workshop that an author wrote in headline-workshop.yml."""
    top.only("language", "names", "facts", "headlines", "quoted", "charged", "words")
    stem = stemmer(top.text("language", needed=False))
    words = top.entry("words", needed=False)
    words.only("joints", "links", "no", "not_yet", "soften", "plain", "small")
    headlines, _ = (
        tuple(_constructed(entry) for entry in top.entries(field, "headline", needed=False))
        for field in ("headlines", "quoted")
    )
    workshop = Workshop(
        stem=stem,
        facts=tuple(_fact(entry, stem) for entry in top.entries("facts", "fact", needed=False)),
        charged=tuple(_charged(entry, stem) for entry in top.entries("charged", "loaded word", needed=False, own="")),
        headlines=headlines,
        words={name: phrases(words, name, stem) for name in ("no", "not_yet", "soften")},
        joints=words.texts("joints", needed=False),
        links=words.texts("links", needed=False),
        small=frozenset(words.text("small", needed=False).split()),
    )
    return top.finish(workshop)


def _fact(entry: YamlEntry, stem: Stem) -> Fact:
    entry.only("id", "text", "evidence", "named_by", "hedges", "negative")
    named_by, hedges = entry.entry("named_by"), entry.entry("hedges", needed=False)
    hedges.only("near", "anywhere", "surer", "such_as")
    return Fact(
        id=entry.id,
        text=entry.text("text"),
        evidence=pointers(entry, "evidence"),
        groups={name: phrases(named_by, name, stem, needed=True) for name in named_by.fields},
        near=phrases(hedges, "near", stem),
        anywhere=phrases(hedges, "anywhere", stem),
        surer=phrases(hedges, "surer", stem),
        such_as=hedges.text("such_as", needed=False),
        negative=entry.flag("negative"),
    )


def _charged(entry: YamlEntry, stem: Stem) -> Charged:
    entry.only("words", "whose", "instead", "evidence")
    whose, instead = (entry.text(name, needed=False) for name in ("whose", "instead"))
    return Charged(phrases(entry, "words", stem, needed=True), whose, instead, pointers(entry, "evidence"))


def _constructed(entry: YamlEntry) -> Constructed:
    entry.only("id", "text", "constructed", "leans")
    if not entry.flag("constructed"):
        ask = "add the line 'constructed: true', or take the headline out"
        entry.fault("the headline does not say that it is constructed", "constructed", ask)
    return Constructed(entry.id, entry.text("text"), entry.text("leans", needed=False))
