"""Binder and pip install the same packages."""

from __future__ import annotations

import os
import stat
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ..conftest import REPOSITORY


@pytest.fixture(scope="module")
def environment() -> list:
    """What environment.yml asks for."""
    return yaml.safe_load((REPOSITORY / "environment.yml").read_text(encoding="utf-8"))["dependencies"]


@pytest.fixture(scope="module")
def project() -> dict:
    """The [project] table of pyproject.toml."""
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _ranges(lines: list[str]) -> dict[str, str]:
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(requirement.name): str(requirement.specifier) for requirement in found}


def test_both_files_name_the_same_packages_and_ranges(environment: list, project: dict) -> None:
    """What works on a student's computer works on Binder."""
    (pip,) = [entry["pip"] for entry in environment if isinstance(entry, dict)]
    assert _ranges(project["dependencies"]) == _ranges(pip)


def test_python_is_pinned_for_binder(environment: list, project: dict) -> None:
    """Without a pin Binder takes a Python that is too old; the pinned one is among those that the package takes."""
    (pinned,) = [entry for entry in environment if isinstance(entry, str) and entry.startswith("python=")]
    assert "python=3.12" == pinned
    assert Requirement(f"python{project['requires-python']}").specifier.contains("3.12.0")


def test_every_package_has_a_lower_bound_and_no_pin(project: dict) -> None:
    """A range says what was tried and lets newer versions in."""
    lines = project["dependencies"] + project["optional-dependencies"]["build"]
    assert {">="} == {spec.operator for line in lines for spec in Requirement(line).specifier}
    assert [] == [line for line in lines if not Requirement(line).specifier]


def test_every_package_has_its_reason_beside_it() -> None:
    """No dependency without a word on what it is for."""
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.split("dependencies = [", 1)[1].split("\n]", 1)[0].strip().splitlines()
    assert [] == [line for line in listed if "#" not in line]


def test_post_build_installs_the_course_alone() -> None:
    """Binder runs postBuild, so it is executable; the packages are in a layer that stays cached."""
    path = REPOSITORY / "postBuild"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert os.name == "nt" or path.stat().st_mode & stat.S_IXUSR
    assert "#!" == lines[0][:2]
    assert [True] == ["--no-deps" in line and line.endswith(" .") for line in lines if "pip install" in line]


def test_nothing_hides_environment_yml_from_binder() -> None:
    """repo2docker does not look at the root's files where a folder named binder stands."""
    assert [] == [
        name for name in ("binder", ".binder", "Dockerfile", "requirements.txt") if (REPOSITORY / name).exists()
    ]
