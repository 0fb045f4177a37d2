"""A headline as a name for a folder."""

from __future__ import annotations

import pytest
from communique.text.slugs import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [("", "article"), ("한국", "article"), ("A: B/C", "a-b-c"), ("x" * 99, "x" * 60), ("Ten words " * 20, None)],
)
def test_a_slug_is_a_folders_name_on_every_system(name: str, slug: str | None) -> None:
    """Small letters, figures, hyphens, and never long."""
    found = slug_of(name)
    assert slug in (found, None)
    assert len(found) <= 60 and found.replace("-", "").isalnum() and found.isascii()
