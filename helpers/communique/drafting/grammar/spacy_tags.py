"""Tags and lemmas from spaCy, where a teacher has installed it with an English model; nothing else needs it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from ...base.errors import CommuniqueError
from .prose import Prose

_HOW = (
    "Install both in the same environment: pip install spacy, then python -m spacy download en_core_web_sm; "
    "or leave out --coder spacy: the rules need neither."
)


def english_pipeline() -> Callable[[str], Any]:
    """The smallest installed English model of spaCy that tags words.

    Raises:
        CommuniqueError: spaCy is missing, has no English model, or one that does not tag; it says what to install.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError as error:
        raise CommuniqueError("The coder 'spacy' needs the package spaCy, which is not installed.", _HOW) from error
    models = sorted((m for m in spacy.util.get_installed_models() if m.startswith("en_")), key=_size)
    if not models:
        raise CommuniqueError("spaCy is installed, but it has no English model.", _HOW)
    pipeline = spacy.load(models[0])
    check_pipeline(pipeline, models[0])
    return pipeline


def check_pipeline(pipeline: Any, name: str) -> None:
    """Whether a pipeline gives each word a tag.

    Raises:
        CommuniqueError: it does not, as a blank pipeline.
    """
    if not {"tagger", "parser"} & set(pipeline.pipe_names):
        raise CommuniqueError(f"spaCy's pipeline {name!r} gives words no tags, so the coder cannot use it.", _HOW)


def _size(name: str) -> int:
    return next((n for n, size in enumerate(("_sm", "_md", "_lg", "_trf")) if name.endswith(size)), 9)


def retag(prose: Prose, pipeline: Callable[[str], Any]) -> None:
    """Give an article's words the tags and lemmas of a spaCy pipeline, where both cut the text alike.

    The noun phrases, subjects and verb groups that the rules read follow from the tags. Quotation marks keep theirs.

    Parameters:
        prose: the article; changed in place.
        pipeline: called with a passage's text, gives tokens with `idx`, `text`, `tag_` and `lemma_`.
    """
    for passage in prose.passages:
        by_place = {token.idx: token for token in pipeline(passage.text)}
        for token in passage.tokens:
            other = by_place.get(token.start)
            if other is None or other.text != token.text or token.tag in ("``", "''") or not other.tag_:
                continue
            token.tag = other.tag_
            token.lemma = (other.lemma_ or token.text).lower()
