"""Facts from outside an article: each with its day and the place where it is documented (sources.yml).

A text of the course names a fact by its id, `[[un-charter-51]]`; `cite` puts a reference in its place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..base.errors import ArticleError, CommuniqueError, Fault
from ..base.nearest import nearest_of
from ..base.places import articles_folder
from ..base.strings import text as string
from ..base.yaml_files import read_yaml
from ..text.dates import iso_date

FILE = "sources.yml"
#: A marker, or several with nothing but white space between them.
MARKERS = re.compile(r"\[\[[^\[\]\"'\n]*\]\](?:\s*\[\[[^\[\]\"'\n]*\]\])*")
_ONE = re.compile(r"\[\[([^\[\]]*)\]\]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ALWAYS = ("id", "date", "title", "fact")
_SOMETIMES = ("words", "version", "note")


@dataclass(frozen=True)
class Source:
    """A documented fact from outside an article.

    `fact` says it in one sentence; `words` are the text's own words, where it is quoted, and `version` says
    which language and version they are from; `note` says what is open.
    """

    id: str
    date: dt.date
    title: str
    fact: str
    words: str = ""
    version: str = ""
    note: str = ""

    @property
    def reference(self) -> str:
        """Where a reader can find it: title and day."""
        return f"{self.title}, {self.date.day} {self.date:%B %Y}"


def load_sources(slug: str) -> Mapping[str, Source]:
    """The facts from outside that go with an article, by id; none where it has no sources.yml.

    Parameters:
        slug: the name of an article of the course.

    Raises:
        ArticleError: sources.yml has faults; the message lists all of them.

    Example:
        >>> load_sources("south-korea-2024")["un-charter-51"].title
        'Charter of the United Nations, Article 51'
    """
    found, faults = check_sources(articles_folder() / slug)
    if faults:
        raise ArticleError(f"{FILE} of the article {slug}", faults)
    return found


def check_sources(folder: Path) -> tuple[Mapping[str, Source], list[Fault]]:
    """The sources in an article's folder, and every fault of the file: entry, field, what would do."""
    path = folder / FILE
    if not path.is_file():
        return MappingProxyType({}), []
    try:
        entries = read_yaml(path).get("sources")
    except (CommuniqueError, OSError, ValueError) as error:
        ask = "YAML in UTF-8, with days that are in the calendar"
        return MappingProxyType({}), [Fault(FILE, f"the file cannot be read: {error}", allowed=ask)]
    if not isinstance(entries, list) or not entries:
        return MappingProxyType({}), [Fault(FILE, "there are no entries", allowed="'sources:' and a list beneath it")]
    found: dict[str, Source] = {}
    faults: list[Fault] = []
    for number, entry in enumerate(entries, 1):
        given = entry if isinstance(entry, dict) else {}
        name = str(given.get("id") or f"number {number}")
        faults += _faults_of(name, given, found)
        if not faults:
            texts = {k: " ".join(str(v).split()) for k, v in given.items() if k != "date"}
            found[name] = Source(date=_day(given["date"]), **texts)
    return MappingProxyType({} if faults else found), faults


def _day(value: Any) -> dt.date | None:
    return value if type(value) is dt.date else iso_date(str(value).strip())


def _faults_of(name: str, entry: Mapping[str, Any], seen: Mapping[str, Source]) -> list[Fault]:
    def fault(what: str, field: str, allowed: str, nearest: str = "") -> Fault:
        return Fault(FILE, what, entry=name, column=field, allowed=allowed, nearest=nearest)

    faults = [fault("the field is missing", f, f"a line '{f}: ...'") for f in _ALWAYS if not entry.get(f)]
    known = (*_ALWAYS, *_SOMETIMES)
    for field in sorted(map(str, set(entry) - set(known))):
        near = nearest_of(field, known)
        faults.append(fault("the field is not known", field, f"one of: {', '.join(known)}", near))
    if entry.get("date") and _day(entry["date"]) is None:
        what = f"{entry['date']!r} is not a day of the calendar"
        faults.append(fault(what, "date", "a day as year-month-day, such as 1945-06-26"))
    if entry.get("id") and not _ID.fullmatch(str(entry["id"])):
        faults.append(fault("the id cannot stand in a text", "id", "small letters, figures and hyphens"))
    if name in seen:
        faults.append(fault("the id stands in an entry before", "id", "every entry needs its own id"))
    if entry.get("words") and not entry.get("version"):
        ask = "the language and the version that the words are from"
        faults.append(fault("the field is missing beside words", "version", ask))
    return faults


def cite(text: str, sources: Mapping[str, Source], where: str = "") -> str:
    """The text with a plain reference in place of each marker.

    Parameters:
        text: prose with markers such as [[un-charter-51]]; without markers it comes back as it is.
        sources: the sources by id, as `load_sources` gives them.
        where: the file the text is from, for the message.

    Raises:
        CommuniqueError: a marker names no source; the message has the nearest one.

    Example:
        >>> cite("It is inherent [[un-charter-51]].", load_sources("south-korea-2024"))
        'It is inherent (source: Charter of the United Nations, Article 51, 26 June 1945).'
    """

    def reference(match: re.Match[str]) -> str:
        named = [_source(name.strip(), sources, where) for name in _ONE.findall(match[0])]
        references = "; ".join(dict.fromkeys(source.reference for source in named))
        return string("sources", "one" if len(named) == 1 else "several", references=references)

    return MARKERS.sub(reference, text) if "[[" in text else text


def cited(value: Any, sources: Mapping[str, Source], where: str = "") -> Any:
    """What an author wrote in YAML, with `cite` done in every text of it."""
    if isinstance(value, str):
        return cite(value, sources, where)
    if isinstance(value, list):
        return [cited(one, sources, where) for one in value]
    if isinstance(value, dict):
        return {name: cited(one, sources, where) for name, one in value.items()}
    return value


def _source(name: str, sources: Mapping[str, Source], where: str) -> Source:
    if name in sources:
        return sources[name]
    near = nearest_of(name, sources)
    hint = f"Did you mean '[[{near}]]'? " if near else ""
    listed = ", ".join(sources) or "none"
    raise CommuniqueError(
        f"{where}: [[{name}]] is not a source." if where else f"[[{name}]] is not a source.",
        f"{hint}The ids in {FILE} are: {listed}.",
    )


def with_references(content: Any, where: str, article: str) -> Any:
    """What an author wrote in a file of a lesson, with a plain reference in place of each [[source]].

    Raises:
        CommuniqueError: a marker names no source of the article.
    """
    if not _names_a_source(content):
        return content
    return cited(content, load_sources(article), where)


def _names_a_source(content: Any) -> bool:
    if isinstance(content, dict):
        return any(map(_names_a_source, content.values()))
    if isinstance(content, list):
        return any(map(_names_a_source, content))
    return isinstance(content, str) and "[[" in content
