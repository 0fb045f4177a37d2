"""Words that a student may not know (lessons/glossary.yml), and where a text uses them."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..base.places import lessons_folder
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..text.spans import Span
from .article import CodedArticle

FILE = "glossary.yml"


@dataclass(frozen=True)
class Term:
    """A word with what it means here; `source` says where the meaning of a term of art is from."""

    term: str
    forms: tuple[str, ...]
    plain: str
    source: str = ""


def load_glossary() -> Mapping[str, Term]:
    """The terms by every form of theirs, in small letters.

    Raises:
        FaultsError: the file has faults.
    """
    path = lessons_folder() / FILE
    return _load(path.stat().st_mtime_ns)


@functools.cache
def _load(_changed: int) -> Mapping[str, Term]:
    path = lessons_folder() / FILE
    top = YamlEntry(read_yaml(path), name_of(path))
    top.only("terms")
    terms = [_term(entry) for entry in top.entries("terms", "term", own="term")]
    return MappingProxyType(top.finish({form.lower(): term for term in terms for form in (term.term, *term.forms)}))


def _term(entry: YamlEntry) -> Term:
    entry.only("term", "forms", "plain", "source")
    forms, source = entry.texts("forms", needed=False), entry.text("source", needed=False)
    return Term(entry.text("term"), forms, entry.text("plain"), source)


def terms_in(text: str) -> list[tuple[Span, Term]]:
    """The first place of each term in a paragraph; where two terms overlap, the longer one counts.

    Example:
        >>> [(span, term.term) for span, term in terms_in("A pact is a pact.")]
        [(Span(start=2, end=6), 'pact')]
    """
    glossary, places = load_glossary(), dict[str, tuple[Span, Term]]()
    for match in _any_form(tuple(glossary)).finditer(text):
        term = glossary[match[0].lower()]
        places.setdefault(term.term, (Span(*match.span()), term))
    return list(places.values())


@functools.cache
def _any_form(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


def terms_of(article: CodedArticle) -> list[Term]:
    """The terms that an article's paragraphs use, in the order of the alphabet."""
    terms = {term.term: term for paragraph in article.paragraphs for _, term in terms_in(paragraph.text)}
    return sorted(terms.values(), key=lambda term: term.term.lower())
