"""Who misspells a name meets the one that was meant."""

from __future__ import annotations

import pytest
from communique.base.nearest import nearest_of


@pytest.mark.parametrize(("value", "nearest"), [("threatend", "threatened"), ("HAPPENED", "happened"), ("xyz", "")])
def test_the_nearest_code_is_one_that_is_allowed(value: str, nearest: str) -> None:
    """A slip of the pen leads back to the list; what is far from all leads nowhere."""
    assert nearest == nearest_of(value, ["threatened", "happened"])
