"""What a person reads is plain modern English: the worst calques, each with what to write in its place."""

import io
import re
import tokenize
from pathlib import Path

import pytest

from ..conftest import TESTS

ROOT = TESTS.parent

#: A pattern that no text of ours has, and plain words for it.
CALQUES = {
    r"\bhangs? (on|in the air|together)\b": "depends on; is uncertain; belongs together",
    r"\blies? near\b": "is a natural guess",
    r"\banew\b": "again",
    r"\b\d+ %(?!})": "50%",
    r"\bper cent\b": "percent",
    r"\bstands? (in(?! for)|inside|between|under|before|after|beside|there)\b": "is in; comes before",
    r"\bstands? in the (report|table|text)\b": "is in",
    r"\bis told to\b": "according to the report",
    r"\btold as\b": "reported as",
    r"\btells? of\b": "reports; mentions; is about",
    r"\brests? on\b": "is based on",
    r"\b[Ww]hoever\b": "anyone who; a possible ...",
    r"\bOnly then you\b": "Only then do you",
    r"(?<![A-Za-z\"])Who (has|wants|asks|strikes|goes|reports|is very)\b(?! done what|[^.!?]*\?)": "anyone who; if you",
    r"\bby nobody\b(?!\.| who)": "not by anyone",
    r"\bheard on\b": "says something about",
    r"\b(holds?|(is|was|are) held) out\b(?! against)": "offers; threatens; is about",
    r"\bno word of (his|hers|theirs)\b": "doesn't quote",
    r"\bin the same time\b": "at the same time",
    r"\b(has|have) it not\b": "does not have it",
    r"\bfigure key\b": "number key",
    r"\bconstructed for (practice|this)\b": "made up for",
    r"\b(tells|told) (no task|these things)\b": "does not say",
    r"\bthat is well seen\b": "well spotted",
    r"\bholds? [^.;:]{1,40} against (the|facts|a)\b": "compares with",
    r"\bLook whether\b": "Check whether",
    r"\b[Mm]end (it|them|these|that|the)\b": "fix",
    r"\bis no (whole number|list;|folder,)": "is not a",
    r"\b(one|same) happening\b": "one event",
}
#: Where a person reads: the course with its tables, all READMEs, what a page says, what the code says of itself.
TEXTS = {
    "lessons": ["lessons/**/*.md", "lessons/**/*.yml", "lessons/**/*.csv", "notebooks/README.md"],
    "repository": ["*.md", "helpers/*.md", "helpers/jupyterhub/**/*.md", "tests/**/*.md"],
    "pages": ["helpers/communique/**/*.yml", "helpers/communique/**/*.html", "helpers/communique/**/static/**/*.js"],
    "rules": ["helpers/communique/drafting/lexicon/csv/rules.csv"],
    "code": ["helpers/communique/**/*.py"],
}
SENTENCE = 4  # words; less is a name or a piece of data


def _read(path: Path) -> str:
    """A file's words; of code its comments, its docstrings and the strings that may be sentences."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return text
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    strings = {tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    return "\n".join(one.string for one in tokens if one.type in strings and len(one.string.split()) >= SENTENCE)


def _found(text: str) -> list[str]:
    """Each calque of a text, with words around it and what to write."""
    flat = re.sub(r"\s+", " ", text)
    return [
        f"{flat[max(0, m.start() - 30) : m.end() + 30]} -> {plain}"
        for calque, plain in CALQUES.items()
        for m in re.finditer(calque, flat)
    ]


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_is_plain_english(kind: str) -> None:
    """No text has one of the calques that a native reader stumbles over."""
    paths = sorted({path for pattern in TEXTS[kind] for path in ROOT.glob(pattern)})
    assert paths
    assert [] == [f"{path.relative_to(ROOT)}: {one}" for path in paths for one in _found(_read(path))]


def test_of_code_its_words_are_read(tmp_path: Path) -> None:
    """Docstrings, comments and messages, in f-strings too; neither names nor single words of data."""
    path = tmp_path / "code.py"
    lines = ['''"""What a row rests on."""''', "rests_on = {'whoever'}  # words that stand in a text"]
    path.write_text("\n".join([*lines, "x = f'{rests_on}: Look whether it is right.'"]))
    assert 3 == len(_found(_read(path)))


def test_the_patterns_see_what_they_are_for() -> None:
    """Sentences that were once in the lessons are found, and their plain forms are not."""
    bad = [
        "It hangs on an if.",
        "The words stand in paragraph 5.",
        "Who is very sure wins most.",
        "It is told as done.",
    ]
    good = ["It depends on an if.", "The words are in paragraph 5.", "Who is very sure?", "It is reported as done."]
    assert [1, 1, 1, 1] == [len(_found(one)) for one in bad]
    assert [] == _found(" ".join(good))
