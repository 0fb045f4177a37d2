"""The English word list with parts of speech, and the dictionary forms of words."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

from ...base.errors import CommuniqueError
from .words import CLOSED, verb_forms


@functools.cache
def word_list() -> dict[str, str]:
    """Each word's most frequent Penn tag.

    Raises:
        CommuniqueError: TextBlob's list is not where it has always been.
    """
    spec = importlib.util.find_spec("textblob")
    path = Path(spec.origin).parent / "en" / "en-lexicon.txt" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise CommuniqueError(
            "The English word list of the package textblob is missing.",
            "Install it again with: pip install --force-reinstall textblob",
        )
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(";;;"):
            word, _, tag = line.rpartition(" ")
            found[word] = tag
    found.update(CLOSED)
    return found


@functools.lru_cache(maxsize=200_000)
def lemma_of(word: str) -> str:
    """The dictionary form of a word in small letters (the simplemma library).

    Example:
        >>> lemma_of("countries"), lemma_of("told")
        ('country', 'tell')
    """
    import simplemma

    return verb_forms().get(word) or simplemma.lemmatize(word, lang="en").lower()
