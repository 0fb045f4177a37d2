"""The kinds of question: one file a kind, and each file that is here is a kind's. Nothing else lists them.

A new kind is a file here with a subclass of `Kind`, a .js file of its name for the page, and its words in strings.yml.
"""

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

from ...coding.article import CodedArticle
from ..in_words import InWords, limited
from ..question import Question
from .base import Kind


@functools.cache
def kinds() -> Mapping[str, type[Kind]]:
    """Every kind of question, by its name in questions.yml."""
    modules = [importlib.import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)]
    classes = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    return {one.name: one for one in classes if issubclass(one, Kind) and one.name}


def kind_of(question: Question) -> type[Kind]:
    """The kind of a question; one that is not known here has no words of its own and cannot be marked."""
    return kinds().get(question.kind, Kind)


def in_words(question: Question, answer: Any, article: CodedArticle) -> InWords:
    """What a student answered, in words; an answer to a question whose kind is not known, as it is."""
    return limited(kind_of(question)(question, article).in_words(answer))
