"""What can be imported is listed, documented with examples that are true, and described for newcomers."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil

import communique
import pytest

from ..conftest import REPOSITORY

#: The first is a command, the second runs on Pyodide only (tests/browser/test_site_story.py).
NO_MODULE = ("communique.__main__", "communique.student.site.browser")
FOUND = {module.name for module in pkgutil.walk_packages(communique.__path__, "communique.")}
MODULES = sorted(FOUND.difference(NO_MODULE))
each_name = pytest.mark.parametrize("name", communique.__all__)


def test_public_names_are_sorted_and_unique() -> None:
    """A reader finds a name where the alphabet has it."""
    assert sorted(set(communique.__all__)) == communique.__all__


def test_dir_shows_the_public_names() -> None:
    """What a student sees after a dot and Tab is what there is."""
    assert sorted([*communique.__all__, "__version__"]) == dir(communique)


def test_every_public_name_has_a_home() -> None:
    """The list and the table of homes name the same things."""
    assert communique.__all__ == sorted(communique._HOMES)


def test_a_wrong_name_brings_the_list() -> None:
    """Who misspells a name sees all there are."""
    with pytest.raises(AttributeError, match=r"communique has no 'load_articel'; it has Article, "):
        _ = communique.load_articel


@each_name
def test_a_public_name_has_a_docstring_with_an_example(name: str) -> None:
    """A sentence, and a line that can be tried."""
    docstring = inspect.getdoc(getattr(communique, name))
    assert docstring.splitlines()[0].endswith(".")
    assert ">>> " in docstring


@each_name
def test_a_public_name_is_described_for_newcomers(name: str) -> None:
    """Each name is in helpers/README.md, as code."""
    text = (REPOSITORY / "helpers" / "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in text or f"`{name}(" in text


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    """Every example in a docstring gives what stands below it."""
    found = doctest.testmod(importlib.import_module(name), verbose=False)
    assert 0 == found.failed


def test_there_are_examples() -> None:
    """The examples are found where they are looked for."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    counts = [len(test.examples) for name in MODULES for test in finder.find(importlib.import_module(name))]
    assert sum(counts) >= 20
