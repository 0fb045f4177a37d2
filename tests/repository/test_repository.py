"""What is in the repository, and what never is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ..conftest import REPOSITORY

#: Written in parts, so that this file does not name them either.
HOSTS = [
    f"{a}.{b}"
    for a, b in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("anaconda", "org"))
]
LOCKS = {
    "package-lock.json",
    "yarn.lock",
    "poetry.lock",
    "uv.lock",
    "Pipfile.lock",
    "pdm.lock",
    "pixi.lock",
    "conda-lock.yml",
}
BINARY = {".png", ".ico", ".woff2"}
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def texts(own_files: list[Path]) -> dict[str, str]:
    """Every text file of the repository, by its name; those that are broken on purpose are read as they can be."""
    return {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in own_files
        if path.suffix not in BINARY
    }


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registrys_host(host: str, texts: dict[str, str]) -> None:
    """Where packages come from is the business of whoever installs them."""
    assert [] == [name for name, text in texts.items() if host in text]


def test_there_is_no_lock_file(own_files: list[Path]) -> None:
    """Ranges are in pyproject.toml, and nowhere else."""
    assert [] == [path.name for path in own_files if path.name in LOCKS]


def test_no_file_is_over_a_megabyte(own_files: list[Path]) -> None:
    """A clone stays quick."""
    assert [] == [path.name for path in own_files if path.stat().st_size > 1_000_000]


def test_nothing_is_left_to_do(texts: dict[str, str]) -> None:
    """What is open stands in an issue, not in a file."""
    marks = "|".join(a + b for a, b in (("TO", "DO"), ("FIX", "ME"), ("XX", "X")))
    assert [] == [name for name, text in texts.items() if re.search(rf"\b({marks})\b", text)]


def test_no_file_names_a_place_on_somebodys_machine(texts: dict[str, str]) -> None:
    """A path in a file works on every computer."""
    places = re.compile(r"/(?:home|Users|root)/\w|/tmp/\w+/|[A-Z]:\\Users")
    assert [] == [name for name, text in texts.items() if places.search(text)]


def test_text_files_are_clean(texts: dict[str, str]) -> None:
    """UTF-8 with plain line ends, no loose spaces, and a line end at the end."""
    broken = "tests/data/broken-articles/"
    checked = {name: text for name, text in texts.items() if not name.startswith(broken)}
    assert [] == [name for name, text in checked.items() if "\ufffd" in text or "\r" in text]
    assert [] == [name for name, text in checked.items() if text and not text.endswith("\n")]
    code = [name for name in checked if name.endswith((".py", ".js", ".css", ".yml", ".toml", ".csv"))]
    assert [] == [name for name in code if re.search(r"[ \t]+$", checked[name], re.MULTILINE)]


def test_nothing_of_a_student_or_a_build_is_tracked(own_files: list[Path]) -> None:
    """No answers, no checkpoints, no compiled files, no copies of the course."""
    foreign = re.compile(r"my-progress|\.ipynb_checkpoints|__pycache__|\.pyc$|my-course|\.egg-info|\.DS_Store")
    names = [path.relative_to(REPOSITORY).as_posix() for path in own_files]
    assert [] == [name for name in names if foreign.search(name)]


def test_the_usual_files_are_there() -> None:
    """A newcomer finds what a repository has."""
    wanted = (
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "pyproject.toml",
        "environment.yml",
    )
    assert [] == [name for name in wanted if not (REPOSITORY / name).read_text(encoding="utf-8").strip()]


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_links_and_pictures_lead_somewhere(file: str) -> None:
    """Every link to a file of the repository is to one that is there, and every picture has words for it."""
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    links = re.findall(r"(!?)\[([^\]]*)\]\(([^)#\s]+)[^)]*\)", text)
    assert [] == [target for _, _, target in links if "://" not in target and not (REPOSITORY / target).exists()]
    assert [] == [target for picture, words, target in links if picture and not words]


@pytest.mark.parametrize("command", re.findall(r"(?:^|`)make ([a-z]+)\b", README, re.MULTILINE))
def test_make_knows_what_the_readme_says(command: str) -> None:
    """Each `make` command of the README is one that plain `make` lists with a word on what it does."""
    listed = subprocess.run(
        ["make", "--no-print-directory"], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    assert f"  make {command} " in listed.stdout


def test_the_readmes_binder_link_opens_the_first_lesson() -> None:
    """The link's path is a notebook of the repository."""
    (path,) = re.findall(r"urlpath=lab/tree/([\w/.-]+)\)", README)
    assert "notebooks/01-start.ipynb" == path
    assert (REPOSITORY / path).is_file()
