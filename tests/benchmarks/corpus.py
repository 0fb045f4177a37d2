"""A corpus: reading it from Parquet and from CSV, and memory over thousands of files read, drafted and written."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .figure import Figure
from .libraries import timed

PEOPLE = ("The foreign minister of Norway", "A spokesman for Sweden", "The president of Chile", "Analysts", "Mr Reyk")
VERBS = ("said on Monday that", "told reporters that", "warned that", "denied that", "announced on Tuesday that")
DEEDS = (
    *("talks would resume in May", "the border stays closed", "Norway had recalled its envoy from Sweden"),
    *("both governments signed a treaty on fishing", "Sweden may impose sanctions on Chile", "help has arrived"),
)
#: Drafts so many articles with the files of a folder, and prints the memory of the process (KB) at each quarter.
MEMORY = """
import sys
from pathlib import Path
from communique.drafting.corpus.drafting import code_one, jobs_of
jobs = jobs_of(Path(sys.argv[1]), Path(sys.argv[2]))
now = lambda: int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1])
for number, job in enumerate(jobs, 1):
    assert code_one(job).outcome == "coded", job
    if number % (len(jobs) // 4) == 0:
        print(now(), flush=True)
"""


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(PEOPLE)} {chance.choice(VERBS)} {chance.choice(DEEDS)}."


def story(number: int, sentences: int = 24) -> str:
    """A constructed report with a headline; another for every number."""
    chance = random.Random(number)
    paragraphs = [" ".join(_sentence(chance) for _ in range(3)) for _ in range(max(1, sentences // 3))]
    return f"Talks end without a result on day {number}\n\n" + "\n\n".join(paragraphs) + "\n"


def fill(folder: Path, count: int) -> None:
    """Half the files are text, half are pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        headline, *paragraphs = story(number).strip().split("\n\n")
        if number % 2:
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            page = f"<html><head><title>{headline}</title></head><body><article>{body}</article></body></html>"
            (folder / f"page-{number:05d}.html").write_text(page, encoding="utf-8")
        else:
            (folder / f"text-{number:05d}.txt").write_text("\n\n".join([headline, *paragraphs]), encoding="utf-8")


def figures(count: int) -> Iterator[Figure]:
    """The figures for a corpus of so many articles (those of helpers/README.md are for 10,000)."""
    with tempfile.TemporaryDirectory() as here:
        place = Path(here)
        fill(place / "files", count)
        command = [sys.executable, "-c", MEMORY, str(place / "files"), str(place / "coded")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        quarters = [int(line) / 1000 for line in done.stdout.split()]
        what = f"memory after {count:,} articles / after a quarter of them"
        yield Figure(what, quarters[-1], quarters[0], "MB", 1.1)
        yield from _reading(place, count)


def _reading(place: Path, count: int) -> Iterator[Figure]:
    (place / "coded" / "corpus.jsonl").touch()
    before = "import pandas, communique; from communique.frames.corpus_cache import NAMES"
    load = f"corpus = communique.load_corpus({str(place / 'coded')!r}); [getattr(corpus, name) for name in NAMES]"
    first = timed(load, before=before)
    again = min(timed(load, before=before) for _ in range(3))
    yield Figure(f"load_corpus of {count:,} from Parquet / from CSV, all tables", again, first, "s", 0.2)


def main() -> None:
    """Print them: `python -m tests.benchmarks.corpus 10000`."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print(f"{'what':58} {'ratio':>6} {'aim':>6}   measured", flush=True)
    for figure in figures(count):
        print(figure, flush=True)


if __name__ == "__main__":
    main()
