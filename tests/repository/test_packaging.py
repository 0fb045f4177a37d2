"""What is installed is tested, not the checkout: the built wheel works in a clean place of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import communique
import pytest
from communique.base.places import articles_folder
from communique.course.course import load_course

from ..conftest import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(REPOSITORY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert 0 == done.returncode, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has the wheel, and nothing of the checkout; other packages are lent by the one that tests."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(place, with_pip=False)
    found = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(found), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True, text=True)
    packages = subprocess.run(
        [str(found), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    lent = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (Path(packages) / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    return found


def _run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(python), *arguments], capture_output=True, text=True, check=False, cwd=folder)


def test_the_wheel_holds_the_course(names: list[str]) -> None:
    """Lessons, keys, articles and notebooks travel with the package, and so do page code and strings."""
    course = load_course()
    wanted = {f"communique/_course/notebooks/{info.notebook}" for info in course.lessons}
    for info in course.lessons:
        files = ("lesson.md", "questions.yml", "key.yml", "teacher.md")
        wanted |= {f"communique/_course/lessons/{info.name}/{file}" for file in files}
    article = articles_folder() / course.article
    wanted |= {f"communique/_course/lessons/articles/{course.article}/{path.name}" for path in article.iterdir()}
    own = ("base/strings.yml", "coding/plover.csv", "widgets/static/reader.js", "templates/worksheet.html")
    wanted |= {f"communique/{name}" for name in own}
    assert set() == wanted - set(names)


def test_the_wheel_holds_nothing_else(names: list[str]) -> None:
    """No checkpoints, no compiled files, no tests, no answers of the person who built it."""
    assert {"communique"} == {name.split("/")[0] for name in names if ".dist-info/" not in name}
    foreign = ("checkpoint", "__pycache__", ".pyc", "my-progress", "my-worksheet", "my-course", "tests/", ".DS_Store")
    assert [] == [name for name in names if any(part in name for part in foreign)]


def test_every_module_is_in_the_wheel(names: list[str]) -> None:
    """What the checkout has, an installed course has."""
    package = REPOSITORY / "helpers" / "communique"
    kinds = {".py", ".js", ".css", ".yml", ".csv", ".html", ".json", ".typed"}
    files = {
        f"communique/{path.relative_to(package).as_posix()}" for path in package.rglob("*") if path.suffix in kinds
    }
    assert files == {name for name in names if name.startswith("communique/") and "/_course/" not in name}


def test_the_wheel_says_that_it_has_types(names: list[str]) -> None:
    """Type checkers of other projects read the package's own types (PEP 561)."""
    assert "communique/py.typed" in names


def test_the_wheel_has_the_packages_version(names: list[str]) -> None:
    """The version is in the package alone, and the wheel is named after it."""
    assert f"communique-{communique.__version__}.dist-info/METADATA" in names


def test_the_wheel_carries_its_licence(names: list[str]) -> None:
    """Everybody who gets the course gets its terms."""
    assert 1 == len([name for name in names if name.endswith("/LICENSE")])


def test_an_installed_course_loads_its_article(python: Path, tmp_path: Path) -> None:
    """Outside the checkout the article comes from the package's own folder, and its words are in place."""
    code = """
import communique, communique.base.places as places
article = communique.load_article()
assert places.course_root() == places.INSTALLED, places.course_root()
evidence = article.evidence
print(len(article.events), all(article.text[a:b] == w for a, b, w in zip(evidence.start, evidence.end, evidence.words)))
print(communique.open_lesson("read"))
"""
    done = _run(python, tmp_path, "-c", code)
    assert "" == done.stderr
    assert ["33 True", "<Lesson 'Read the report'>"] == done.stdout.splitlines()


def test_an_installed_course_checks_articles(python: Path, tmp_path: Path) -> None:
    """The command is there under its name, and finds the article that comes with it."""
    command = python.with_name("communique.exe" if os.name == "nt" else "communique")
    done = subprocess.run([str(command), "check"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (0, "") == (done.returncode, done.stderr)
    assert "No faults in" in done.stdout


def test_an_installed_course_starts(python: Path, tmp_path: Path) -> None:
    """A student's folder is filled from the package."""
    done = _run(python, tmp_path, "-m", "communique", "start", "mine", "--no-open")
    assert (0, "") == (done.returncode, done.stderr)
    notebooks = sorted(info.notebook for info in (*load_course().lessons, *load_course().forms))
    assert notebooks == sorted(path.name for path in (tmp_path / "mine").glob("*.ipynb"))
