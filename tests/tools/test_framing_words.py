"""Words as they are compared: cut, folded, brought to a stem, with their clause and their quotation marks."""

from __future__ import annotations

import pytest
from communique.base.yaml_files import YamlEntry
from communique.tools.framing.words import folded, one_slip, phrase, phrases, places_of, read_leniently, stemmer, tokens
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

STEM = stemmer("english")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("condemned", "condemns"),
        ("CONDEMNS", "condemn"),
        ("Moscow’s", "Moscow"),
        ("arming", "arms"),
        ("ＳＥＯＵＬ", "Seoul"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    """Capital letters, endings, a final 's and wide letters do not count."""
    assert STEM(folded(one)) == STEM(folded(other))


@pytest.mark.parametrize(("one", "other"), [("army", "arms"), ("non-lethal", "lethal"), ("North", "South")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    """Words that look alike stay apart."""
    assert STEM(folded(one)) != STEM(folded(other))


def test_a_language_without_stems_is_compared_word_for_word() -> None:
    """An article in such a language still works."""
    assert "weapons" == stemmer("klingon")("weapons")
    assert "weapons" == stemmer("")("weapons")


def test_a_text_is_cut_into_words_and_signs() -> None:
    """Markup is no word, an emoji is a sign, a known compound stays whole and another is cut."""
    found = tokens("<b>Moscow-Pyongyang</b> non-lethal 😀!", STEM, uncut={"non-lethal"})
    assert ["b", "Moscow", "Pyongyang", "b", "non-lethal", "😀"] == [token.text for token in found]
    assert [False] * 5 + [True] == [token.sign for token in found]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Seoul may arm", (True, True, True)),
        ("Seoul: may arm", (True, True, False)),
        ("Seoul and may arm", (True, False, False)),
        ("Seoul, may arm", (True, False, False)),
        ("Seoul while may arm", (False, False, False)),
        ("Seoul. It may arm", (False, False, False)),
        ("Seoul – may arm", (False, False, False)),
    ],
)
def test_signs_and_small_words_cut_a_text(text: str, same: tuple[bool, ...]) -> None:
    """The first and the last word share clause, part and reach, or do not."""
    found = tokens(text, STEM, joints=["while"], links=["and"])
    assert same == tuple(found[0].place[:n] == found[-1].place[:n] for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Seoul: "absurd" pact', ["absurd"]),
        ("Seoul: “absurd pact”", ["absurd", "pact"]),
        ("Seoul calls it 'absurd' now", ["absurd"]),
        ("Moscow's pact is Seoul's worry", []),
        ("It's 'Moscow's pact' again", ["Moscow's", "pact"]),
        ('An open "mark', []),
    ],
)
def test_words_in_quotation_marks_are_known(text: str, quoted: list[str]) -> None:
    """Straight, curly and single marks count; an apostrophe does not, and a mark that is never closed does not."""
    assert quoted == [token.text for token in tokens(text, STEM) if token.quoted]


def test_the_longest_words_win() -> None:
    """Where "South" and "South Korea" both stand, the whole name is found, and each place once."""
    entry = YamlEntry({"words": ["South", "South Korea", "Korea"]}, "headline-workshop.yml")
    wanted = phrases(entry, "words", STEM)
    assert [range(0, 2), range(3, 4)] == places_of(wanted, tokens("South Korea: the South", STEM)[:4])
    assert [] == places_of([phrase("?!", STEM)], tokens("South Korea", STEM))
    assert () == phrases(entry, "no", STEM)


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("condems", "condemns"),
        ("weapns", "weapons"),
        ("Pyongjang", "pyongyang"),
        ("amr", ""),
        ("20245", ""),
        ("munitions", ""),
    ],
)
def test_a_slip_of_the_pen_is_read_as_the_known_word(written: str, taken: str) -> None:
    """One letter that is missing, wrong or too many in a longer word; figures and short words stay as they are."""
    (token,) = read_leniently(tokens(written, STEM), ["condemns", "weapons", "pyongyang", "arm", "20244"], STEM)
    assert taken == token.read_as
    assert (STEM(taken) if taken else STEM(folded(written))) == token.stem


def test_a_bare_no_is_told() -> None:
    """YAML makes it False in silence; the author is told what to do."""
    entry = YamlEntry({"no": ["not", False]}, "headline-workshop.yml", "words")
    phrases(entry, "no", STEM)
    (fault,) = entry.faults
    assert "headline-workshop.yml, words, field no: a word is read as true or false: YAML takes a bare no" in str(fault)
    assert fault.allowed.endswith('"no"')


@given(st.text(max_size=300))
def test_any_text_can_be_cut(text: str) -> None:
    """Tokens stand in order, do not overlap, and are what stands in the text."""
    found = tokens(text, STEM, ["while"], ["and"], {"non-lethal"})
    assert [token.text for token in found] == [text[token.span.start : token.span.end] for token in found]
    ends = [0, *(token.span.end for token in found)]
    assert [] == [token for token, end in zip(found, ends, strict=False) if token.span.start < end]
    assert sorted(token.place for token in found) == [token.place for token in found]


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_one_slip_is_one_step_of_a_pen(typed: str, meant: str) -> None:
    """What counts as one slip is a distance of one (Damerau's, without a second change of a changed place)."""
    assert (OSA.distance(typed, meant) <= 1) == one_slip(typed, meant)
