"""What a person reads is plain modern English: the worst calques, each with what to write in its place."""

import re
from pathlib import Path

import pytest

from ..conftest import TESTS

ROOT = TESTS.parent

#: A pattern that no text of ours has, and plain words for it.
CALQUES = {
    r"\bhangs? (on|in the air|together)\b": "depends on; is uncertain; is connected",
    r"\blies? near\b": "is a natural guess",
    r"\banew\b": "again",
    r"\b\d+ %": "50%",
    r"\bper cent\b": "percent",
    r"\bstands? (in|on|inside|between|under|before|after) (paragraphs?|quotation|the (table|sentence|report))": "is in",
    r"\bdo(es)? not stand in\b": "is not in",
    r"\bis told to\b": "according to the report",
    r"\b(is|are) told as\b": "is reported as",
    r"\brests? on (words|the same|one source|a signature)\b": "is based on",
    r"\bOnly then you\b": "Only then do you",
    r"(?<![A-Za-z\"])Who (has|wants|asks|strikes|goes|reports|is very)\b(?![^.!?]*\?)": "anyone who; if you",
    r"\bby nobody\b": "not by anyone",
    r"\bin the same time\b": "at the same time",
    r"\b(has|have) it not\b": "does not have it",
    r"\bfigure key\b": "number key",
    r"\bconstructed for (practice|this)\b": "made up for",
    r"\b(tells|told) (no task|these things)\b": "does not say",
    r"\bthat is well seen\b": "well spotted",
    r"\bholds? [^.;:]{1,40} against (the|facts|a)\b": "compares with",
    r"\bLook whether\b": "Check whether",
    r"\bone happening\b": "one event",
}
TEXTS = sorted(
    [
        *ROOT.glob("lessons/*/lesson.md"),
        *ROOT.glob("lessons/*/teacher.md"),
        *ROOT.glob("lessons/*/*.yml"),
        *ROOT.glob("lessons/articles/*/coding-notes.md"),
        *ROOT.glob("lessons/texts/*/*"),
        *ROOT.glob("lessons/**/README.md"),
        ROOT / "README.md",
        ROOT / "helpers" / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "helpers" / "communique" / "base" / "strings.yml",
    ]
)


def _found(text: str) -> list[str]:
    """Each calque of a text, with words around it and what to write."""
    flat = re.sub(r"\s+", " ", text)
    return [
        f"{flat[max(0, m.start() - 30) : m.end() + 30]} -> {plain}"
        for calque, plain in CALQUES.items()
        for m in re.finditer(calque, flat)
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_text_is_plain_english(path: Path) -> None:
    """No text has one of the calques that a native reader stumbles over."""
    assert [] == _found(path.read_text(encoding="utf-8"))


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
