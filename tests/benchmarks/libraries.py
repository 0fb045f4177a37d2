"""Import and load: each round in a fresh Python, ours and the yardstick in turns; the best time of each counts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from communique.base.places import articles_folder

from .figure import Figure

IMPORT_OURS = "import communique; communique.open_lesson; communique.Reader"
IMPORT_YARDSTICK = "import pandas, ipywidgets"
LOAD_OURS = """
article = communique.load_article()
for name in ("actors", "events", "statements", "positions", "reactions", "mentions", "evidence", "paragraphs"):
    getattr(article, name)
"""
LOAD_YARDSTICK = """
for name in ("actors", "events", "statements", "positions", "reactions"):
    pandas.read_csv(FOLDER / f"{name}.csv")
"""
TIMED = """
import time
{before}
best = 1e9
for _ in range({times}):
    start = time.perf_counter()
    {code}
    best = min(best, time.perf_counter() - start)
print(best)
"""


def timed(code: str, *, before: str = "", times: int = 1) -> float:
    """Seconds that the code takes in a fresh Python."""
    indented = code.strip().replace("\n", "\n    ")
    script = TIMED.format(before=before, code=indented, times=times)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout)


def figures(rounds: int) -> Iterator[Figure]:
    imports = [(timed(IMPORT_OURS), timed(IMPORT_YARDSTICK)) for _ in range(rounds)]
    ours, yardstick = (min(column) * 1000 for column in zip(*imports, strict=True))
    yield Figure("import communique / import pandas, ipywidgets", ours, yardstick, "ms", 1.15)
    before = (
        f"import pandas, communique, pathlib; FOLDER = pathlib.Path({str(articles_folder() / 'south-korea-2024')!r})"
    )
    loads = [
        (timed(LOAD_OURS, before=before, times=20), timed(LOAD_YARDSTICK, before=before, times=20))
        for _ in range(rounds)
    ]
    ours, yardstick = (min(column) * 1000 for column in zip(*loads, strict=True))
    yield Figure("load_article() and all tables / pandas.read_csv of the files", ours, yardstick, "ms", 4)
