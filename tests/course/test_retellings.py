"""The accounts that the lesson compare sets beside the report: short, sourced, even-handed, and in our own words."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from communique.base import places
from communique.base.places import lessons_folder
from communique.coding.loading import load_coded, load_text
from communique.coding.outside_facts import OutsideFact, load_outside_facts
from communique.questions.reading import load_questions
from communique.tools.faults import check_course

#: In the order of their tabs.
NAMES = list(dict.fromkeys(name for question in load_questions("compare").values() for name in question.texts))
FACTS = load_outside_facts("south-korea-2024")
QUOTED = re.compile(r'"([^"]+)"')
each_retelling = pytest.mark.parametrize("name", NAMES)


def _sources(name: str) -> list[OutsideFact]:
    return [FACTS[one] for one in load_text(name).outside_facts]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_five_sides_are_retold() -> None:
    """South Korea, North Korea, Russia, a news agency, Vietnam."""
    outlets = {load_text(name).outlet for name in NAMES}
    assert {
        "South Korea's presidential office",
        "KCNA, North Korea",
        "Kremlin",
        "Reuters",
        "Vietnam's press",
    } == outlets


@each_retelling
def test_a_retelling_is_short_and_of_those_days(name: str) -> None:
    """100 to 160 words of 19 to 21 June 2024, none of them made up, with sources of those days."""
    text = load_text(name)
    assert not text.constructed
    assert 100 <= len(" ".join(p.text for p in text.paragraphs[1:]).split()) <= 160
    assert dt.date(2024, 6, 19) <= text.published <= dt.date(2024, 6, 21)
    assert [] == [one.id for one in _sources(name) if not dt.date(2024, 6, 19) <= one.date <= dt.date(2024, 6, 21)]


@each_retelling
def test_a_quotation_is_in_a_source(name: str) -> None:
    """Words between quotation marks are, letter for letter, among the words of a source of this retelling."""
    known = " ".join(source.words for source in _sources(name))
    quoted = [words for p in load_text(name).paragraphs for words in QUOTED.findall(p.text)]
    assert [] == [words for words in quoted if words not in known]


@each_retelling
def test_a_number_is_in_a_source(name: str) -> None:
    """Days, articles and counts in figures are those of a source of this retelling, or of its own day."""
    text = load_text(name)
    known = [f"{one.fact} {one.words} {one.version} {one.date.day}" for one in _sources(name)]
    numbers = set(re.findall(r"\d+", f"{text.published.day} {' '.join(known)}"))
    assert set() == set(re.findall(r"\d+", " ".join(p.text for p in text.paragraphs))) - numbers


@each_retelling
def test_a_retelling_has_no_run_of_the_publishers_words(name: str, original: str) -> None:
    """Outside of quotations no five words follow one another as in the report of Sky News."""
    own = QUOTED.sub(" | ", " ".join(p.text for p in load_text(name).paragraphs))
    runs = set().union(*(_runs(_words(part), 5) for part in own.split("|")))
    assert set() == runs & _runs(_words(original), 5)


def test_who_is_accused_is_heard_first() -> None:
    """The accounts come in order of date: the treaty by one who signed it, what Seoul says of it, and the answer."""
    days = [load_text(name).published for name in NAMES]
    assert sorted(days) == days
    assert ["pyongyang-agency", "seoul-office", "hanoi-answers"] == NAMES[:3]
    for name in NAMES:  # and who is accused in an account has an answer in it, or in the next one
        after = " ".join(p.text for one in NAMES[NAMES.index(name) :][:2] for p in load_text(one).paragraphs)
        accuses = re.search(r"condemn|accuse|protest", " ".join(p.text for p in load_text(name).paragraphs))
        assert not accuses or re.search(r"\bden(y|ies|ied)\b|nothing to worry about", after), name


def test_space_is_even() -> None:
    """No account is more than half as long again as any other."""
    lengths = [sum(len(p.text) for p in load_text(name).paragraphs) for name in NAMES]
    assert max(lengths) <= 1.5 * min(lengths)


def test_all_that_is_quoted_of_one_event_can_be_compared() -> None:
    """Each question's evidence is in the report, or in an account that its question names."""
    report = load_coded("south-korea-2024")
    for question in load_questions("compare").values():
        about = load_text(question.text) if question.text else report.with_texts(map(load_text, question.texts))
        assert [] == [p for p in question.evidence if about.place_of(p) is None]


def test_words_that_no_account_has_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`communique check` compares what a question points at with the account that it names, and sources are a list."""
    shutil.copytree(lessons_folder(), tmp_path / "lessons")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    path = tmp_path / "lessons" / "compare" / "questions.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('words: "sanctions on four ships"', 'words: "sanctions on nine ships"'), encoding="utf-8"
    )
    account = tmp_path / "lessons" / "texts" / "hanoi-press" / "article.md"
    account.write_text(
        re.sub(r"(?m)^sources: .*$", "sources: vna", account.read_text(encoding="utf-8")), encoding="utf-8"
    )
    told = "\n".join(map(str, check_course("south-korea-2024", load_coded("south-korea-2024"))))
    assert "'sanctions on nine ships' is not in seoul-office.p4" in told
    assert "'sources' is not a list" in told
