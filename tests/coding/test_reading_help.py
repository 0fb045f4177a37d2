"""Help with reading: plain words for each paragraph of a report, and a glossary for words that are hard."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from communique.base.places import articles_folder
from communique.coding.article import CodedArticle
from communique.coding.checking import check_article
from communique.coding.glossary import Term, load_glossary, terms_in
from communique.coding.loading import load_coded
from communique.coding.outside_facts import load_outside_facts

REPORTS = sorted(path.parent.name for path in articles_folder().glob("*/plain.md"))
TERMS = sorted(set(load_glossary().values()), key=lambda term: term.term)
each_report = pytest.mark.parametrize("slug", REPORTS)
each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.term)


def grade(text: str) -> float:
    """The school grade of Flesch and Kincaid: 0.39 words a sentence, plus 11.8 syllables a word, minus 15.59.

    A syllable is a group of vowels; a silent e at the end, and one before d or s, is none.
    """
    words = re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", text)
    syllables = sum(max(1, len(re.findall("[aeiouy]+", _without_silent_e(word.lower())))) for word in words)
    sentences = len(re.findall(r"[.!?](?=[\"”]?(?:\s|$))", text))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _without_silent_e(word: str) -> str:
    return re.sub(r"(?<=[^aeiouyl])(e|es|ed)$", "", word) if len(word) > 3 else word


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """Two sentences counted by hand: six words of one syllable; five words of 2, 2, 3, 3 and 3 syllables."""
    assert 0.39 * 6 + 11.8 * 1 - 15.59 == pytest.approx(grade("The cat sat on the mat."))
    assert 0.39 * 5 + 11.8 * 13 / 5 - 15.59 == pytest.approx(grade("Many people remember important holidays."))


def test_every_report_has_plain_words() -> None:
    """Coded by a person or drafted: none of the course's reports is without them."""
    assert sorted(path.parent.name for path in articles_folder().glob("*/article.md")) == REPORTS


@each_report
def test_plain_words_are_plain(slug: str) -> None:
    """Grade 7 at most, and at least three grades below the report; no paragraph above grade 8.5, names included."""
    coded = load_coded(slug)
    assert grade(" ".join(coded.plain)) <= 7
    assert grade(" ".join(coded.plain)) <= grade(" ".join(p.text for p in coded.paragraphs[1:])) - 3
    assert [] == [words for words in coded.plain if grade(words) > 8.5]


@each_report
def test_plain_words_keep_names_numbers_and_quotations(slug: str) -> None:
    """A paragraph in plain words quotes only what its paragraph has, and has its numbers; no name is new."""
    coded = load_coded(slug)
    for paragraph, plain in zip(coded.paragraphs[1:], coded.plain, strict=True):
        quoted = [words.strip(" .,") for words in re.findall('"([^"]+)"', plain)]
        assert [] == [words for words in quoted if words not in paragraph.text]
        assert re.findall(r"\d+", paragraph.text) == re.findall(r"\d+", plain)
        names = set(re.findall(r"(?<=[a-z,] )[A-Z][a-zé-]+", plain))
        assert set() == {name for name in names if name not in coded.text}


def test_a_missing_paragraph_is_a_fault(tmp_path: Path) -> None:
    """Plain words that are one paragraph short are reported with both counts, and the article does not load."""
    folder = Path(shutil.copytree(articles_folder() / "south-korea-2024", tmp_path / "short"))
    path = folder / "plain.md"
    path.write_text(path.read_text(encoding="utf-8").rsplit("\n\n", 1)[0], encoding="utf-8")
    article, faults = check_article(folder)
    assert article is None
    (fault,) = [fault for fault in faults if not fault.only_a_note]
    assert ("plain.md", "there are 13 paragraphs, and the article has 14") == (fault.file, fault.what)


@each_term
def test_a_term_is_used_and_explained_in_short(term: Term) -> None:
    """Every term is in a report, its explanation is one short phrase that does not use the word itself."""
    texts = [p.text for slug in REPORTS for p in load_coded(slug).paragraphs[1:]]
    assert any(found == term for text in texts for _, found in terms_in(text))
    assert len(term.plain.split()) <= 35
    assert term.term.lower() not in term.plain.lower()


def test_a_term_of_art_names_where_it_is_from() -> None:
    """Terms of the UN Charter and of diplomatic law have a source; one that is among the outside facts is named so."""
    known = {fact.title for fact in load_outside_facts("south-korea-2024").values()}
    sourced = {term.term: term.source for term in TERMS if term.source}
    assert {"Article 51", "sovereignty", "territorial integrity", "diplomatic relations"} <= set(sourced)
    assert sourced["Article 51"] in known


def test_a_term_is_explained_once_a_paragraph_and_the_longer_one_counts() -> None:
    """Of two places the first, whole words only, in any case; "pre-emptive attack" is no other term."""
    text = "Pacts and a pact, unimpacted. The UN Security Council met on a pre-emptive attack."
    assert ["Pacts", "UN Security Council", "pre-emptive attack"] == [text[a:b] for (a, b), _ in terms_in(text)]


def test_plain_words_have_no_run_of_the_publishers_words(coded: CodedArticle, original: str) -> None:
    """Outside of quotations no five words follow one another as in the report of Sky News."""
    parts = re.sub('"[^"]+"', " | ", " | ".join(coded.plain)).split("|")
    assert set() == set().union(*map(_runs, parts)) & _runs(original)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_plain_words_are_no_part_of_the_text(coded: CodedArticle) -> None:
    """Nothing of them counts as the report's words."""
    assert coded.plain
    assert [] == [words for words in coded.plain if words in coded.text]
