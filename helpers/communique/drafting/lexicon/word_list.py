"""The English word list with parts of speech, and the dictionary forms of words."""

import functools
from importlib import metadata

from .words import CLOSED, verb_forms


@functools.cache
def word_list() -> dict[str, str]:
    """Each word's most frequent Penn tag.

    `textblob.en.lexicon` is the same mapping, but takes a second to import; it is asked where the file is not found.
    """
    file = next((f for f in metadata.files("textblob") or () if f.name == "en-lexicon.txt"), None)
    if file is None:
        from textblob.en import lexicon

        return {**dict(lexicon.items()), **CLOSED}
    lines = (line.rpartition(" ") for line in file.read_text("utf-8").splitlines() if line[:3] != ";;;")
    return {**{word: tag for word, _, tag in lines if tag}, **CLOSED}


@functools.lru_cache(maxsize=200_000)
def lemma_of(word: str) -> str:
    """The dictionary form of a word in small letters (the simplemma library)."""
    import simplemma

    return verb_forms().get(word) or simplemma.lemmatize(word, lang="en").lower()
