"""Facts from outside an article carry their source; dates and quotations are the article's or a source's."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from communique import load_article
from communique.base.places import articles_folder, lessons_folder
from communique.base.yaml_files import read_yaml
from communique.coding.loading import load_coded, load_text, text_names
from communique.coding.outside_facts import OutsideFact, load_outside_facts
from communique.course.course import load_course
from communique.course.lesson_key import LessonKey
from communique.questions.bank import keys_of, questions_of
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.student.notebooks import notebook_text

SLUG = load_course().article
ARTICLES = sorted(path.parent.name for path in articles_folder().glob("*/sources.yml"))
SOURCES = {slug: load_outside_facts(slug) for slug in ARTICLES}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?|(?:{MONTHS}) \d{{4}}|(?:1[5-9]|20)\d\d)\b")
MARKER = re.compile(r"\[\[([a-z0-9-]+)\]\]")
QUOTATION = re.compile(r'(?<!\w)"([^"\n]+)"|“([^”\n]+)”')
#: A text with one of these says on its face that what it quotes is made up.
LABELS = ("made up", "constructed", "One good answer among several", "A friend says", "Somebody says", "Imagine")
CODE = re.compile(r"```.*?```", re.DOTALL)


class Text(NamedTuple):
    """A paragraph, a list item or a value in YAML, and what its place says about it."""

    where: str
    words: str
    article: str = SLUG
    constructed: bool = False
    option: bool = False


def _in_markdown(path: Path) -> Iterator[Text]:
    text = path.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        text = text.split("\n---\n", 1)[1]
    heading = ""
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )|\n(?=\|)", CODE.sub("", text)):
        if block.lstrip().startswith("#"):
            heading = block
        said = "Common misreadings" in heading or "Discussion" in heading
        lead = re.match(r"\s*[-*] \*(.+?)\*(?!\w)", block, re.DOTALL) if said else None
        if lead:  # what students say, or are asked: the heading calls it so
            yield Text(f"{path.parent.name}/{path.name}", lead[1], _article_of(path), constructed=True)
            block = block.replace(lead[0], "", 1)
        yield Text(f"{path.parent.name}/{path.name}", " ".join(block.split()), _article_of(path))


@functools.cache
def _article_of(path: Path) -> str:
    """The article that a text is about: that of its folder, or the course's own."""
    return path.parent.name if path.parent.parent == articles_folder() else SLUG


def _in_yaml(path: Path) -> Iterator[Text]:
    def walk(value: Any, constructed: bool, option: bool) -> Iterator[Text]:
        if isinstance(value, dict):
            constructed = constructed or value.get("constructed") is True
            for name, one in value.items():
                yield from walk(one, constructed, option or name == "options")
        elif isinstance(value, list):
            for one in value:
                yield from walk(one, constructed, option)
        else:
            told = " ".join(str(value).split())
            yield Text(f"{path.parent.name}/{path.name}", told, _article_of(path), constructed, option)

    yield from walk(read_yaml(path), False, False)


def _texts() -> Iterator[Text]:
    for path in sorted(lessons_folder().rglob("*.md")):
        if path.name not in ("article.md", "README.md"):
            yield from _in_markdown(path)
    for path in sorted(lessons_folder().rglob("*.yml")):
        if path.name not in ("sources.yml", "course.yml", "forecast.yml"):  # test_forecasts holds the last
            yield from _in_yaml(path)


TEXTS = list(_texts())


def _plain(words: str) -> str:
    """Words as they are compared: without marks of emphasis, one space between two, no full stop at the end."""
    flat = " ".join(words.translate(str.maketrans("’‘“”", "''\"\"")).replace("*", "").split()).lower()
    return flat.strip(" .,;:?!")


@pytest.mark.parametrize(
    "source",
    [s for one in SOURCES.values() for s in one.values()],
    ids=[f"{a}/{s}" for a in SOURCES for s in SOURCES[a]],
)
def test_a_source_says_what_it_is(source: OutsideFact) -> None:
    """One sentence of fact, a day, a place where it is documented, and a version beside every quotation."""
    assert source.title
    assert 1 == len(re.findall(r"[.!?](?=\s|$)", source.fact)), source.fact
    assert source.fact.endswith(".")
    assert bool(source.words) == bool(source.version)
    assert 1900 < source.date.year <= 2025


def test_every_marker_has_its_source() -> None:
    """No text of the course, and no note on the coding, names a source that is not there."""
    named = {(text.article, name) for text in TEXTS for name in MARKER.findall(text.words)}
    assert named
    assert set() == named - {(article, name) for article, found in SOURCES.items() for name in found}


def test_a_date_from_outside_has_its_source() -> None:
    """A day or a year that is not in the article stands in a paragraph or list item that names where it is from."""
    known = {slug: _days(slug) for slug in ARTICLES}
    loose = [
        (text.where, date, text.words[:80])
        for text in TEXTS
        if not MARKER.search(text.words) and not (text.option and DATE.fullmatch(text.words))
        for date in DATE.findall(text.words)
        if date not in known[text.article]
    ]
    assert not loose, "\n".join(map(str, loose))


def _days(slug: str) -> set[str]:
    """The days of an article, and those that its text names, in every form."""
    article = load_article(slug)
    days = {article.published, *(day.date() for day in article.events["date"].dropna())}
    forms = {form for d in days for form in (f"{d.day} {d:%B %Y}", f"{d.day} {d:%B}", f"{d:%B %Y}", f"{d.year}")}
    return forms | set(DATE.findall(article.text))


def test_a_quotation_is_word_for_word_or_labelled_as_made_up() -> None:
    """Four words and more between quotation marks are the article's, a source's, the course's own or constructed."""
    own = [info.title for info in load_course().lessons] + [text.words for text in TEXTS if text.option]
    own += [load_text(name).text for name in text_names()]  # the course's own short texts
    # a question between quotation marks is the teacher's to the class: no source asks any
    texts = {slug: (articles_folder() / slug / "article.md").read_text(encoding="utf-8") for slug in ARTICLES}
    known = {
        slug: [_plain(w) for w in (texts[slug], *(f"{s.words}\n{s.title}" for s in SOURCES[slug].values()), *own)]
        for slug in ARTICLES
    }
    loose = [
        (text.where, words)
        for text in TEXTS
        if not text.constructed and not any(label in text.words for label in LABELS)
        for words in map("".join, QUOTATION.findall(text.words))
        if len(words.split()) >= 4
        and not words.endswith("?")
        and not any(_plain(words) in one for one in known[text.article])
    ]
    assert not loose, "\n".join(map(str, loose))


def test_what_is_constructed_says_so_once_for_all_beneath_it(tmp_path: Path) -> None:
    """`constructed: true` in a YAML file holds for everything in its mapping, and for nothing beside it."""
    path = tmp_path / "headlines.yml"
    path.write_text("a: {constructed: true, lines: [{text: One}]}\nb: Two\n", encoding="utf-8")
    assert {"True": True, "One": True, "Two": False} == {t.words: t.constructed for t in _in_yaml(path)}


def test_no_marker_reaches_a_student() -> None:
    """Notebooks and questions hold references and no markers."""
    course, other = load_course(), load_coded("beijing-2023")
    for info in course.lessons:
        for own in (True, False):
            assert [] == MARKER.findall(notebook_text(info, course, own=own))
        assert [] == MARKER.findall(repr(load_questions(info.name)) + repr(load_keys(info.name)))
        key = LessonKey(info.name, other.slug)
        assert [] == MARKER.findall(repr(questions_of(key, other)) + repr(keys_of(key, other)))
