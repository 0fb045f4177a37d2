"""Broken inputs by the thousand: whatever comes in, a sentence or a draft that holds comes out, and soon.

`make fuzz` (or `python -m tests.fuzz 100000`) runs the whole count and prints what became of it; tests run a sample.
Every input is made from a number, so that one that fails can be made again: `python -m tests.fuzz 1 --first NUMBER`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator

from communique import CommuniqueError
from communique.drafting.corpus.limits import in_time
from communique.drafting.draft.draft import draft_source
from communique.drafting.reading.source import read_source

from .conftest import TESTS

SECONDS = 5  # for one small input; the usual one takes milliseconds
PAGES = [path.read_bytes() for path in sorted((TESTS / "data" / "pages").glob("*.html"))]
MARKS = (*"“”‘’«»\"'„‚‹›", "''", "``", "\u201b", "\uff02", "—", "–", "…", "(", ")", "[", "]")
WORDS = (
    *(
        "Russia",
        "North Korea",
        "the North",
        "Mr Kim",
        "President",
        "he",
        "she",
        "they",
        "spokesman",
        "Seoul",
        "analysts",
    ),
    *("said", "says", "told", "according to", "warned", "that", "would", "not", "may", "if", "signed", "attacked"),
    *("on Wednesday", "yesterday", "next Monday", "in May", "2024-02-30", "31 June", "U.S.", "Gen.", "No.", "talks"),
    *(
        "help",
        "북한",
        "القاهرة",
        "שלום",
        "👩‍🌾",
        "é",
        "\u202e",
        "\u200f",
        "\x85",
        "\u2028",
        "\ud7ff",
        "ﬁ",
        "İ",
        "ß",
    ),
)
TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<script>", "</script>", "<!--", "-->", "<table><td>", "<svg>", "<article>"),
    *("<br>", "<a href=x>", "</a>", "&lt;", "&#0;", "&#xD800;", "&nbsp", "<![CDATA[", "<meta charset=utf-16>", "<h1>"),
    *(
        '<time datetime="',
        '<script type="application/ld+json">{"@type":',
        "<html lang=",
        "<base>",
        "<template>",
        "\n\n",
    ),
)


def made(number: int) -> bytes:
    """The input with this number."""
    chance = random.Random(number)
    kind = chance.randrange(6)
    if kind == 0:  # noise
        return chance.randbytes(chance.randrange(400))
    if kind == 1:  # a page with bytes changed, lost, doubled
        return _spoiled(chance, chance.choice(PAGES))
    if kind == 2:  # a page out of loose tags and words
        parts = [chance.choice(chance.choice((TAGS, TAGS, WORDS, MARKS))) for _ in range(chance.randrange(1, 120))]
        return ("<html>" * chance.randrange(2) + " ".join(parts)).encode("utf-8", "surrogatepass")
    if kind == 3:  # a text of words and quotation marks in no order
        return _text(chance).encode(chance.choice(("utf-8", "utf-16", "utf-16-be", "cp1252")), "ignore")
    if kind == 4:  # front matter, whole or broken
        keys = ("headline", "date", "outlet", "language", "issues", "x", "<<", "? ")
        lines = [
            f"{chance.choice(keys)}:{chance.choice((' ', ''))}{_text(chance)[:40]}" for _ in range(chance.randrange(6))
        ]
        return ("---\n" + "\n".join(lines) + "\n---" * chance.randrange(2) + "\n\n" + _text(chance)).encode(
            "utf-8", "ignore"
        )
    return _spoiled(chance, _text(chance).encode("utf-8", "ignore"))


def _text(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randrange(1, 90)):
        parts.append(chance.choice(chance.choice((WORDS, WORDS, MARKS, (".", ",", "\n\n", "\n", "|", "=", "-")))))
    return chance.choice((" ", " ", "")).join(parts)


def _spoiled(chance: random.Random, raw: bytes) -> bytes:
    spoiled = bytearray(raw)
    for _ in range(chance.randrange(1, 30)):
        at, length = chance.randrange(len(spoiled) + 1), chance.randrange(1, 60)
        change = chance.randrange(4)
        if change == 0:
            del spoiled[at : at + length]
        elif change == 1:
            spoiled[at:at] = spoiled[at : at + length] * chance.randrange(4)
        elif change == 2:
            spoiled[at : at + 1] = chance.randbytes(1)
        else:
            spoiled[at:at] = chance.choice((*TAGS, *WORDS, *MARKS)).encode("utf-8", "surrogatepass")
    return bytes(spoiled[: chance.choice((len(spoiled), 4000))])


def tried(number: int) -> str:
    """What became of the input with this number: the beginning of a sentence, or "drafted"."""
    raw = made(number)
    try:
        with in_time(SECONDS):
            draft = draft_source(read_source(raw), "fuzz")
    except CommuniqueError as error:
        if "took more than" in error.what:
            raise TimeoutError(f"input {number}: {error.what}") from error
        return error.what.removeprefix("The text on standard input ")[:24]
    coded = draft.coded
    wrong = [e.evidence_id for e in coded.evidence if coded.text[e.start : e.end] != e.words]
    if wrong:
        raise ValueError(f"input {number}: the words of {wrong[0]} are not where the row says")
    left_out = [note for note in draft.source.notes if "did not hold against the text" in note]
    return "drafted, rows left out" if left_out else "drafted"


def trials(count: int, first: int = 0) -> Iterator[str]:
    """What became of so many inputs, beginning with this number."""
    return (tried(number) for number in range(first, first + count))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input (default: 0)")
    chosen = parser.parse_args()
    found: Counter[str] = Counter()
    start = time.perf_counter()
    failed = 0
    for number in range(1, chosen.count + 1):
        try:
            found[tried(chosen.first + number - 1)] += 1
        except Exception:  # every one is shown, with the number that makes it again
            failed += 1
            print(f"--first {chosen.first + number - 1}\n{traceback.format_exc(limit=-3)}", flush=True)
        if number % 10_000 == 0:
            print(f"{number:,} inputs, {number / (time.perf_counter() - start):.0f} a second", flush=True)
    for became, count in found.most_common(12):
        print(f"{count:9,}  {became}")
    print(
        f"{chosen.count:,} inputs, {failed or 'no'} traceback{'s' if failed > 1 else ''}, none over {SECONDS} seconds."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
