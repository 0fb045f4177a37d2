"""Facts from outside an article: each with its day and the place where it is documented (sources.yml).

A text of the course names a fact by its id, `[[un-charter-51]]`; `cite` puts a reference in its place.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..base.errors import FaultsError
from ..base.nearest import nearest_of
from ..base.places import articles_folder
from ..base.strings import day_in_words
from ..base.strings import text as string
from ..base.unchanged import state_of
from ..base.yaml_files import YamlEntry, one_line, read_yaml
from ..text.dates import iso_date

FILE = "sources.yml"
#: A marker, or several with nothing but white space between them.
MARKERS = re.compile(r"\[\[[^\[\]\"'\n]*\]\](?:\s*\[\[[^\[\]\"'\n]*\]\])*")
_ONE = re.compile(r"\[\[([^\[\]]*)\]\]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class OutsideFact:
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
        return f"{self.title}, {day_in_words(self.date)}"


def load_outside_facts(slug: str) -> Mapping[str, OutsideFact]:
    """The facts from outside, by id, that go with an article; none where it has no sources.yml."""
    top = YamlEntry({}, FILE)
    return MappingProxyType(top.finish(outside_facts_for(top, slug)))


def outside_facts_for(file: YamlEntry, article: str) -> Mapping[str, OutsideFact]:
    """The same for a file that names them; faults of sources.yml are noted with those of the file."""
    path = articles_folder() / article / FILE
    if not state_of(path):
        return {}
    try:
        top = YamlEntry(read_yaml(path, FILE), FILE, faults=file.faults)
    except FaultsError as error:
        file.faults += error.faults
        return {}
    top.only("sources")
    return {entry.id: _outside_fact(entry) for entry in top.entries("sources", "entry")}


def _outside_fact(entry: YamlEntry) -> OutsideFact:
    entry.only("id", "date", "title", "fact", "words", "version", "note")
    if not _ID.fullmatch(entry.id):
        entry.fault("the id cannot be used in a text", "id", "small letters, figures and hyphens")
    words, version = entry.text("words", needed=False), entry.text("version", needed=False)
    if words and not version:
        ask = "the language and the version that the words are from"
        entry.fault("the field is missing beside words", "version", ask)
    return OutsideFact(
        id=entry.id,
        date=day_in(entry, "date"),
        title=entry.text("title"),
        fact=entry.text("fact"),
        words=words,
        version=version,
        note=entry.text("note", needed=False),
    )


def day_in(entry: YamlEntry, field: str) -> dt.date:
    """The day in a field of a YAML file; a fault, and the first day there is, where it is none."""
    written = entry.text(field)
    day = iso_date(written)
    if written and day is None:
        ask = "a day as year-month-day, such as 1945-06-26"
        entry.fault(f"'{written}' is not a day of the calendar", field, ask)
    return day or dt.date.min


def cite(text: str, facts: Mapping[str, OutsideFact], where: str = "") -> str:
    """The text with a plain reference in place of each marker.

    Example:
        >>> cite("It is inherent [[un-charter-51]].", load_outside_facts("south-korea-2024"))
        'It is inherent (source: Charter of the United Nations, Article 51, 26 June 1945).'
    """
    top = YamlEntry({}, where or "the text")
    return top.finish(_cited(text, facts, top, ""))


def cited(top: YamlEntry, article: str) -> YamlEntry:
    """A file that somebody wrote for a lesson, with a plain reference in place of each marker in its texts."""
    if not _has_marker(top.fields):
        return top
    return YamlEntry(_cited(top.fields, outside_facts_for(top, article), top, ""), top.file, faults=top.faults)


def _has_marker(content: Any) -> bool:
    if isinstance(content, dict):
        return any(map(_has_marker, content.values()))
    if isinstance(content, list):
        return any(map(_has_marker, content))
    return isinstance(content, str) and "[[" in content


def _cited(content: Any, facts: Mapping[str, OutsideFact], entry: YamlEntry, field: str) -> Any:
    """The same with references; `entry` and `field` are the place of the content, for faults."""
    if isinstance(content, list):
        return [_cited(one, facts, entry, field) for one in content]
    if isinstance(content, dict):
        inner = entry.at(content["id"] if isinstance(content.get("id"), str) else "", {})
        return {name: _cited(value, facts, inner, one_line(name)) for name, value in content.items()}
    if not isinstance(content, str) or "[[" not in content:
        return content

    def reference(match: re.Match[str]) -> str:
        names = [name.strip() for name in _ONE.findall(match[0])]
        for name in names:
            if name not in facts:
                near = nearest_of(name, facts)
                ask = f"the ids in {FILE} are: {', '.join(facts) or 'none'}"
                entry.fault(f"[[{name}]] is not a source", field, ask, f"[[{near}]]" if near else "")
        references = "; ".join(dict.fromkeys(facts[name].reference for name in names if name in facts))
        return string("sources", "one" if len(names) == 1 else "several", references=references)

    return MARKERS.sub(reference, content)
