"""How cost grows with one thing in a text or a page: the power, for constructed inputs of every kind that repeats.

Power 1 is linear. An input that the limits do not let in says so; what it costs until then is measured too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique import CommuniqueError
from communique.base.places import articles_folder
from communique.drafting.draft.coder import draft_tables
from communique.drafting.reading.source import LONGEST_TEXT, read_source
from communique.drafting.scoring.codings import read_coding

from .drafting import processor_time

AIM = 1.2
MINUTE = 60  # seconds: the most for any text that the limits let in
SHORTEST = 0.15  # seconds: what takes less tells little of growth


#: From how often something is repeated to the letters of the input, and what reads it: it says whether it was refused.
Made = Callable[[int], tuple[int, Callable[[], bool]]]


class Power(NamedTuple):
    """How the cost of an input grew from one size to four times that size."""

    what: str
    size: int
    seconds: float
    power: float
    refused: bool

    def __str__(self) -> str:
        sign = "" if self.power <= AIM else "  above the aim"
        end = ", refused" if self.refused else ""
        measured = f"{self.size:,} letters in {self.seconds:.2g} s{end}{sign}"
        return f"{'power of cost: ' + self.what:58} {self.power:6.2f} {AIM:6.2f}   {measured}"


def _name(number: int) -> str:
    """A name that no other number has."""
    letters = ""
    while number or len(letters) < 3:
        number, rest = divmod(number, 20)
        letters += "bdfgklmnprstvzbdfgkl"[rest] + "aeiou"[(number + rest) % 5]
    return letters.capitalize()


def _real_paragraph() -> str:
    coding = read_coding(articles_folder() / "south-korea-2024")
    return max(coding.paragraphs[1:], key=len)


#: What stands in a text n times, all of it in one paragraph.
IN_A_LINE: dict[str, Callable[[int], str]] = {
    "he said that he said that ...": lambda n: "He said that " + "he said that " * n + "it rained.",
    '"...," he said. in a chain': lambda n: '"We agree," he said. ' * n,
    "Russia condemned ... in one sentence": lambda n: "Russia condemned " * n + "it.",
    "Russia condemned the plan. ...": lambda n: "Russia condemned the plan. " * n,
    "many different names": lambda n: " ".join(
        f"{_name(k)} {_name(k * 7 + 1)} spoke to {_name(k + 3)}." for k in range(n)
    ),
    "a list of names": lambda n: ", ".join(f"{_name(k)} {_name(k * 7 + 1)}" for k in range(n)) + " met.",
    "a.a.a.a": lambda n: "a." * n,
    "one word without an end": lambda n: "a" * n,
    "marks that open": lambda n: '"' * n + " he said.",
    "brackets that open": lambda n: "(" * n + " Russia said.",
    "and ... and": lambda n: "Russia and " * n + "China met.",
    "of the ... of the": lambda n: "the minister of " * n + "Russia said no.",
    "weekdays": lambda n: "On Monday " * n + "Russia met China.",
    "commas": lambda n: "Russia, " * n + "China met.",
    "who, who": lambda n: "the man who said " * n + "no, said yes.",
    "dashes": lambda n: "Russia – " * n + "said no.",
    "not not": lambda n: "Russia did not " * n + "attack.",
    "numbers": lambda n: "1,000 " * n + "people died.",
    "capitals": lambda n: "RUSSIA SAID " * n,
    "told to tell": lambda n: "Russia told China to tell " * n + "Japan.",
    "spaces": lambda n: "Russia" + " " * n + "said no.",
}
#: What stands in a text n times, each time in a paragraph of its own.
IN_PARAGRAPHS: dict[str, Callable[[int], str]] = {
    "a real report's paragraph": lambda n: _real_paragraph(),
    "different speakers": lambda n: f'"We agree," said {_name(n)} {_name(n * 7 + 1)}, the minister of {_name(n + 2)}.',
    "he said it": lambda n: "He said that they had met.",
}
#: What stands in a page n times.
IN_A_PAGE: dict[str, Callable[[int], str]] = {
    "a heading of n letters": lambda n: f"<h1>{'Russia said ' * n}</h1>",
    "numeric entities": lambda n: f"<p>{'&#82;&#117;' * n}</p>",
    "links in a paragraph": lambda n: f"<p>{'<a href=x>Russia</a> said. ' * n}</p>",
    "attributes of a tag": lambda n: f"<div {' '.join(f'a{k}=b' for k in range(n))}>Russia</div>",
    "one attribute of a tag": lambda n: f"<div {'a=b ' * n}>Russia</div>",
    "items of a list": lambda n: f"<ul>{'<li>Russia said no.</li>' * n}</ul>",
    "line breaks": lambda n: f"<p>{'Russia said no.<br>' * n}</p>",
    "flat boxes": lambda n: "<div>Russia said no.</div>" * n,
    "boxes in boxes": lambda n: "<div>" * n + "Russia said no." + "</div>" * n,
    "paragraphs": lambda n: "<p>Russia said no to it on Monday.</p>" * n,
    "empty paragraphs": lambda n: "<p>" * n,
    "cells": lambda n: f"<table><tr>{'<td>Russia</td>' * n}</table>",
    "rows": lambda n: f"<table>{'<tr><td>Russia<td>no' * n}</table>",
    "comments": lambda n: "<!-- Russia -->" * n,
    "scripts": lambda n: "<script>x</script>" * n,
    "spans in spans": lambda n: "<p>" + "<b>Russia <i>" * n,
    "meta tags": lambda n: '<meta property="article:published_time" content="2024-06-20">' * n,
    "ids": lambda n: "".join(f'<p id="a{k}" class="b{k}">Russia said no.</p>' for k in range(n)),
    "an unfinished tag": lambda n: "<p" * n,
    "ampersands": lambda n: "<p>" + "&" * n + "</p>",
    "a line of numbers": lambda n: f"<p>{'2024 ' * 18}growth</p>" * n,
    "a line of capitals": lambda n: f"<p>1 {'A' * 90}!</p>" * n,
    "a line of addresses": lambda n: f"<p>share {'a@' * n}</p>",
    "JSON-LD": lambda n: '<script type="application/ld+json">' + "[" * n + "</script>",
}
_PAGE = "<!doctype html><title>Talks go on</title><body><article><p>{text}</p>{parts}<p>{text}</p></article>"


def _a_page(parts: str) -> bytes:
    text = "Russia said on Monday that it would meet China, and that nothing else had been agreed. " * 3
    return _PAGE.format(text=text, parts=parts).encode()


def _read(raw: bytes) -> bool:
    try:
        read_source(raw)
    except CommuniqueError:
        return True
    return False


def _draft(paragraphs: tuple[str, ...]) -> bool:
    text = "\n\n".join(("Talks go on", *paragraphs))
    try:
        draft_tables(read_source(text.encode(), published="2024-06-20"))
    except CommuniqueError:
        return True
    return False


def _measured(made: Made, count: int) -> tuple[int, float, bool]:
    """Letters, seconds, and whether it was refused."""
    letters, run = made(count)
    refused: list[bool] = []
    taken = processor_time(lambda: refused.append(run()))
    return letters, taken, refused[0]


def power(what: str, made: Made, most: int = 2_000_000) -> Power:
    """The power between the first size that takes a while and four times that size; at most `most` letters."""
    count = 250
    letters, taken, _ = _measured(made, count)
    while taken < SHORTEST and letters * 4 <= most:
        count *= 4 if taken < SHORTEST / 8 else 2
        letters, taken, _ = _measured(made, count)
    letters, longer, refused = _measured(made, count * 4)
    return Power(what, letters, longer, math.log(longer / taken, 4), refused)


def at_the_limit(what: str, made: Made) -> str:
    """A text as long as a text may be, and what of a minute it takes."""
    most, count = LONGEST_TEXT - 1000, 1000
    count = count * most // made(count)[0]
    while made(count)[0] > most:
        count -= count // 100
    length, taken, refused = _measured(made, count)
    assert not refused
    sign = "" if taken <= MINUTE else "  above the aim"
    return f"{f'at the limit: {what}':58} {taken / MINUTE:6.2f} {1:6.2f}   {length:,} letters in {taken:.2g} s{sign}"


def figures() -> Iterator[Power | str]:
    """Every kind, one after the other, and the slowest text at the limit."""
    _draft(("Russia met China.",)), _read(_a_page(""))  # what is loaded once is no part of it
    texts: dict[str, Made] = {}
    for what, line in IN_A_LINE.items():
        texts[what] = lambda n, line=line: (len(text := line(n)), lambda: _draft((text,)))
    for what, line in IN_PARAGRAPHS.items():

        def paragraphs(n: int, line: Callable[[int], str] = line) -> tuple[int, Callable[[], bool]]:
            lines = tuple(line(k) for k in range(n))
            return sum(map(len, lines)) + 2 * n, lambda: _draft(lines)

        texts[f"{what}, in paragraphs"] = paragraphs
    slowest, each = "", 0.0
    for what, made in texts.items():
        grown = power(what, made)
        yield grown
        if grown.seconds / grown.size > each and not grown.refused:
            slowest, each = what, grown.seconds / grown.size
    yield at_the_limit(slowest, texts[slowest])
    for what, line in IN_A_PAGE.items():
        yield power(f"page: {what}", lambda n, line=line: (len(raw := _a_page(line(n))), lambda: _read(raw)), 8_000_000)
