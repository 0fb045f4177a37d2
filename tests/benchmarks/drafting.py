"""The draft coder: how fast, how much memory, and how its cost grows with the text.

Speed is processor time of one process, in turns with a yardstick: a pattern of one line over the same words.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from communique.drafting.draft.coder import draft_tables
from communique.drafting.draft.draft import draft_source
from communique.drafting.reading.source import SourceText

from ..gold import gold_texts
from ..sentences import development_sentences
from .figure import Figure

_FLAT = """
import datetime as dt, random, sys, psutil
from tests.benchmarks.drafting import article_of, sentences
from communique.drafting.draft.coder import draft_tables
every, process, chance = sentences(), psutil.Process(), random.Random(1)
for number in range({count} + 1):
    draft_tables(article_of(chance.sample(every, 12), f"Zor{{number}} Velan"))
    if number in ({count} // 10, {count}):
        print(process.memory_info().rss)
"""


class Text(NamedTuple):
    """An article, as the draft coder takes it."""

    headline: str
    paragraphs: tuple[str, ...]
    published: dt.date | None


def sentences() -> list[str]:
    """The constructed sentences of the development set."""
    return [row["sentence"] for row in development_sentences()]


def article_of(parts: list[str], name: str = "", size: int = 3) -> Text:
    """A text of some sentences, `size` to a paragraph, with a name that stands nowhere else."""
    told = [f'{name} said: "{p}"' if name and n % 4 == 0 else p for n, p in enumerate(parts)]
    paragraphs = tuple(" ".join(told[n : n + size]) for n in range(0, len(told), size))
    return Text("Talks go on", paragraphs, dt.date(2024, 6, 20))


def processor_time(what: Callable[[], object]) -> float:
    """Seconds of this process's processor time."""
    start = time.process_time()
    what()
    return time.process_time() - start


#: The yardstick: what a pattern of one line finds of who says what.
_NAIVE = re.compile(r"“[^”]+”|\"[^\"]+\"|\b(?:\w+ ){1,4}(?:said|says|told|added)\b[^.!?]*")


def news(words: int) -> SourceText:
    """The gold texts as one article of so many words."""
    paragraphs, count = [], 0
    for paragraph in (p for gold in gold_texts() for p in gold.paragraphs):
        if count >= words:
            break
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return SourceText("Talks go on", "", dt.date(2024, 6, 20), "en", tuple(paragraphs))


def speed(rounds: int) -> Iterator[Figure]:
    """Articles of 500 and of 1,000 words with the check, by this one process, and 20,000 words against 200,000."""
    for words in (500, 1000):
        text, ours, naive = news(words), [], []
        draft_source(text)
        for _ in range(rounds):
            ours.append(processor_time(lambda text=text: [draft_source(text) for _ in range(5)]) / 5)
            naive.append(processor_time(lambda text=text: [_NAIVE.findall(p) for p in text.paragraphs * 50]) / 50)
        named = f"{1 / min(ours):.0f} articles of {words} words a second, with the check / a pattern"
        yield Figure(named, min(ours) * 1000, min(naive) * 1000, "ms", 300)
    every = sentences()
    per_word = {}
    for size, name in ((3, "short paragraphs"), (10**6, "one paragraph")):
        for words in (20_000, 200_000):
            long = article_of([every[n % len(every)] for n in range(words // 11)], size=size)
            count = sum(len(p.split()) for p in long.paragraphs)
            per_word[words] = processor_time(lambda long=long: draft_tables(long)) / count * 1e6
        named = f"cost of a word in 200,000 words / in 20,000, {name}"
        yield Figure(named, per_word[200_000], per_word[20_000], "µs", 1.5)


def memory(count: int) -> Figure:
    """Memory after many articles against that after a tenth of them, in a fresh Python."""
    root = Path(__file__).parents[2]
    script = _FLAT.format(count=count)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    early, late = (int(line) / 1e6 for line in done.stdout.split())
    return Figure(f"memory after {count:,} articles / after {count // 10:,}", late, early, "MB", 1.2)


def figures(rounds: int, *, quick: bool = False) -> Iterator[Figure]:
    """Speed, growth and memory."""
    yield from speed(rounds)
    yield memory(1_000 if quick else 10_000)
