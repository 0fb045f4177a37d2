"""A word or a mark of a text: what every reader of English takes and gives."""

from dataclasses import dataclass


@dataclass(slots=True)
class Token:
    """A word or a mark: `passage.text[start:end] == text`.

    `tag` is a Penn Treebank tag ("``" and "''" for quotation marks); `lemma` the dictionary form in small
    letters; `lower` the text in small letters; `index` the place among the passage's tokens.
    """

    text: str
    start: int
    end: int
    index: int
    lower: str
    tag: str = ""
    lemma: str = ""
