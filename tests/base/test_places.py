"""The course's files are found in an installed package and in a checkout, and named when they are nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base import places

from ..conftest import REPOSITORY


def test_a_checkout_is_its_own_course() -> None:
    """In a checkout the lessons, notebooks and articles are those at its root."""
    assert REPOSITORY == places.course_root()
    assert REPOSITORY / "lessons" == places.lessons_folder()
    assert REPOSITORY / "notebooks" == places.notebooks_folder()
    assert REPOSITORY / "lessons" / "articles" == places.articles_folder()


def test_an_installed_course_comes_before_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was installed beside the package is used, also where a checkout lies around it."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "course.yml").write_text("title: x", encoding="utf-8")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    assert tmp_path == places.course_root()


def test_a_notebook_that_was_not_built_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says which one, and how to build it."""
    assert REPOSITORY / "notebooks" / "01-read.ipynb" == places.built_notebook("01-read.ipynb")
    with pytest.raises(CommuniqueError, match=r"09-none\.ipynb is missing\. Build it with: make notebooks"):
        places.built_notebook("09-none.ipynb")


def test_both_places_are_named_when_the_course_is_in_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says where was looked, and how to get the files back."""
    monkeypatch.setattr(places, "INSTALLED", tmp_path / "here")
    monkeypatch.setattr(places, "CHECKOUT", tmp_path / "there")
    with pytest.raises(CommuniqueError) as caught:
        places.course_root()
    named = [str(tmp_path / part) in str(caught.value) for part in ("here", "there")]
    assert [True, True] == named
    assert "Install the package again" in caught.value.next_step
