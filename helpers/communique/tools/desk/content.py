"""A lesson's coding-desk.yml: the parts of the article to code, and the codebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...base.strings import text
from ...base.yaml_files import YamlEntry
from ...coding.article import CodedArticle
from ...coding.loading import load_text, text_names
from ...coding.pointers import HEADLINE
from .comparing import KIND_COLUMNS, ArticlePart, beside

#: Fields of coding-desk.yml that hold for every article.
COMMON = ("codebook", "small_words")
#: How many paragraphs make a part that a student can code in ten minutes.
_PARAGRAPHS = 4


@dataclass(frozen=True)
class Part:
    """What an author gives to code: paragraphs (None: all) of the lesson's article, or of the short text it names."""

    title: str
    paragraphs: tuple[str, ...] | None = None
    text: str = ""

    def of(self, article: CodedArticle, small_words: tuple[str, ...]) -> tuple[str, ArticlePart]:
        if not self.text:
            return self.title, ArticlePart(article, self.paragraphs, small_words)
        ids = self.paragraphs and tuple(f"{self.text}.{name}" for name in self.paragraphs)
        return self.title, ArticlePart(beside(load_text(self.text)), ids, small_words)


@dataclass(frozen=True)
class Layer:
    """What the codebook says of a layer: what is marked, how, and what each kind means."""

    what: str = ""
    how: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """What an author wrote for the desk: parts by id, words that do not count, the codebook."""

    parts: Mapping[str, Part]
    small_words: tuple[str, ...]
    codebook: Mapping[str, Layer]

    def parts_on(self, article: CodedArticle, *, brought: bool) -> dict[str, tuple[str, ArticlePart]]:
        """The parts by id, each with its title, as they are on an article."""
        parts = self.parts or _parts_of(article, brought=brought)
        return {name: part.of(article, self.small_words) for name, part in parts.items()}


def read_desk(top: YamlEntry) -> Desk:
    """The desk that an author wrote in coding-desk.yml."""
    top.only("parts", "small_words", "codebook")
    codebook = top.entry("codebook", needed=False)
    codebook.only(*KIND_COLUMNS)
    desk = Desk(
        parts={entry.id: _part(entry) for entry in top.entries("parts", "part", needed=False)},
        small_words=top.texts("small_words", needed=False),
        codebook={name: _layer(codebook.entry(name)) for name in codebook.fields},
    )
    return top.finish(desk)


def _part(entry: YamlEntry) -> Part:
    entry.only("id", "title", "paragraphs", "text")
    paragraphs = entry.texts("paragraphs", needed=False) or None
    return Part(entry.text("title"), paragraphs, entry.choice("text", text_names(), needed=False))


def _layer(entry: YamlEntry) -> Layer:
    entry.only("what", "how", "kinds")
    kinds = entry.entry("kinds", needed=False)
    what, how = (entry.text(name, needed=False) for name in ("what", "how"))
    return Layer(what, how, {kind: kinds.text(kind) for kind in kinds.fields})


def _parts_of(article: CodedArticle, *, brought: bool) -> dict[str, Part]:
    """Parts where no author has made any: all of the article, or a few paragraphs each of a long one brought."""
    names = [p.paragraph_id for p in article.paragraphs if p.paragraph_id != HEADLINE]
    if not brought or len(names) <= _PARAGRAPHS:
        return {"all": Part(text("desk", "whole"))}
    parts = [tuple(names[at : at + _PARAGRAPHS]) for at in range(0, len(names), _PARAGRAPHS)]
    ends = [{"first": part[0].removeprefix("p"), "last": part[-1].removeprefix("p")} for part in parts]
    titles = [text("desk", "part-title", **of_part) for of_part in ends]
    return {f"{part[0]}-{part[-1]}": Part(title, part) for title, part in zip(titles, parts, strict=True)}
