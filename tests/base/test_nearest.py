"""Who misspells a name meets the one that was meant."""

from __future__ import annotations

import sys

import pytest
from communique.base.nearest import nearest_of


@pytest.mark.parametrize(("value", "nearest"), [("threatend", "threatened"), ("HAPPENED", "happened"), ("xyz", "")])
def test_the_nearest_code_is_one_that_is_allowed(value: str, nearest: str) -> None:
    """A slip of the pen leads back to the list; what is far from all leads nowhere."""
    assert nearest == nearest_of(value, ["threatened", "happened"])


@pytest.mark.parametrize(("value", "nearest"), [("threatend", "threatened"), ("HAPPENED", "happened"), ("xyz", "")])
def test_a_browser_that_lacks_the_library_names_the_same(
    value: str, nearest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Pyodide there is no rapidfuzz, and Python's own comparison takes its place."""
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    assert nearest == nearest_of(value, ["threatened", "happened"])
