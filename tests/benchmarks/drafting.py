"""The draft coder: how fast, how much memory, and how its cost grows with the text.

Speed is processor time of one core, in turns with a yardstick: reading the five finished tables of the same article
with pandas.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from communique.base.places import articles_folder
from communique.coding.schema import TABLES
from communique.drafting.draft.coder import draft_tables
from communique.drafting.scoring.codings import read_coding

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


def finished_tables(folder: Path) -> None:
    """The yardstick: the five tables of an article, read with pandas."""
    import pandas as pd

    for table in TABLES.values():
        pd.read_csv(folder / table.file)


def speed(rounds: int) -> Iterator[Figure]:
    """One article of the course, and a text of 20,000 words against one of 200,000."""
    folder = articles_folder() / "south-korea-2024"
    coding = read_coding(folder)
    text = Text(coding.paragraphs[0], coding.paragraphs[1:], coding.published)
    draft_tables(text)
    finished_tables(folder)
    ours, yardstick = [], []
    for _ in range(rounds):
        ours.append(processor_time(lambda: [draft_tables(text) for _ in range(10)]) / 10)
        yardstick.append(processor_time(lambda: [finished_tables(folder) for _ in range(10)]) / 10)
    words = sum(len(p.split()) for p in text.paragraphs)
    named = f"a draft of {words} words ({1 / min(ours):.0f} a second) / pandas.read_csv of five tables"
    yield Figure(named, min(ours) * 1000, min(yardstick) * 1000, "ms", 3)
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
