"""How many random inputs a test takes: as many as it names, or the share of them that COMMUNIQUE_SAMPLES says."""

from __future__ import annotations

import os

#: `make quick` takes a fifth, `make spoiled` fifty times as many.
SHARE = float(os.environ.get("COMMUNIQUE_SAMPLES", "1"))


def samples(count: int) -> int:
    """This number, or the share of it that was asked for; never none."""
    return max(5, round(count * SHARE))
