"""What the report of a class costs: time and memory, for classes of growing size, each in a process of its own."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..classes import make_class
from .growth import AIM

SIZES = (150, 300, 600, 5000)
_REPORT = """
import json, resource, sys, time
from communique import load_class
load_class(sys.argv[1]).html()  # what is loaded once is no part of the time
begun = time.process_time()
load_class(sys.argv[2]).html()
print(json.dumps([time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def _measured(small: Path, folder: Path) -> tuple[float, float]:
    """Seconds of the processor, and the most memory in MB."""
    run = subprocess.run(
        [sys.executable, "-c", _REPORT, str(small), str(folder)], check=True, capture_output=True, text=True
    )
    seconds, memory = json.loads(run.stdout)
    return seconds, memory


def figures(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """A line for each size: the power of time since the size before, and the memory that a student takes."""
    with tempfile.TemporaryDirectory() as place:
        make_class(Path(place, "5"), 5)
        seconds, memory = _measured(Path(place, "5"), Path(place, "5"))
        size = 5
        for count in sizes:
            make_class(Path(place, str(count)), count)
            longer, more = _measured(Path(place, "5"), Path(place, str(count)))
            power = math.log(longer / seconds, count / size)
            sign = "" if power <= AIM else "  above the aim"
            each = 1000 * (more - memory) / (count - size)
            measured = f"{longer:.2g} s, {more:.0f} MB: {each:.0f} kB a student more{sign}"
            yield f"{f'power of cost: a class of {count}':58} {power:6.2f} {AIM:6.2f}   {measured}"
            seconds, memory, size = longer, more, count
