"""What is in the repository, and what never is."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from itertools import pairwise
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
#: The repository's own: not those of a virtual environment or of packages from npm.
READMES = [path for path in REPOSITORY.rglob("README.md") if not {".venv", "node_modules"} & set(path.parts)]
BINARY = {".png", ".ico", ".woff2"}
DOCUMENTS = ["CONTRIBUTING.md", *sorted(path.relative_to(REPOSITORY).as_posix() for path in READMES)]


#: What a user who opens the repository sees: the six that are promised, and the usual files.
TOP_LEVEL = {
    *("helpers", "lessons", "notebooks", "tests", "pyproject.toml", "environment.yml"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "postBuild"),
    *(".ci", ".github", ".gitignore", ".pre-commit-config.yaml"),
}


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
    """Where packages come from is the business of those who install them."""
    assert [] == [name for name, text in texts.items() if host in text]


def test_nothing_else_is_at_the_top(own_files: list[Path]) -> None:
    """The top level is fixed: a new file belongs in one of its folders."""
    assert {path.relative_to(REPOSITORY).parts[0] for path in own_files} == TOP_LEVEL


def test_there_is_no_lock_file(own_files: list[Path]) -> None:
    """Ranges are in pyproject.toml, and nowhere else."""
    assert [] == [path.name for path in own_files if path.name in LOCKS]


def test_no_file_is_over_a_megabyte(own_files: list[Path]) -> None:
    """A clone stays quick."""
    assert [] == [path.name for path in own_files if path.stat().st_size > 1_000_000]


def test_nothing_is_left_to_do(texts: dict[str, str]) -> None:
    """What is open is in an issue, not in a file."""
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


def test_no_line_of_javascript_is_too_long(texts: dict[str, str]) -> None:
    """120 letters, where the formatter cannot break a line too."""
    scripts = {name: text.splitlines() for name, text in texts.items() if name.endswith(".js")}
    assert len(scripts) > 30
    assert [] == [
        f"{name}:{n}" for name, lines in scripts.items() for n, line in enumerate(lines, 1) if len(line) > 120
    ]


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
        ".pre-commit-config.yaml",
        ".github/workflows/test.yml",
        ".github/workflows/release.yml",
    )
    assert [] == [name for name in wanted if not (REPOSITORY / name).read_text(encoding="utf-8").strip()]


def _anchor(heading: str) -> str:
    """The name that a heading has in a link."""
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("file", DOCUMENTS)
def test_links_and_pictures_lead_somewhere(file: str) -> None:
    """Every link to a file or a heading is to one that is there, and every picture has words for it."""
    path = REPOSITORY / file
    links = re.findall(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    assert [] == [target for picture, words, target in links if picture and not words]
    for target in [target for _, _, target in links if "://" not in target]:
        name, _, anchor = target.partition("#")
        linked = path.parent / name if name else path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [_anchor(heading) for heading in headings], target


MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("file", DOCUMENTS)
def test_make_knows_what_is_written(file: str) -> None:
    """Each `make` command of a document is one of the Makefile, with a word on what it does."""
    written = re.findall(r"(?:^|`)(?:\w+=\w+ )?make ([a-z-]+)\b", (REPOSITORY / file).read_text("utf-8"), re.MULTILINE)
    assert set() == set(written) - set(TARGETS)


@pytest.mark.skipif(not shutil.which("make"), reason="Windows has no make; the README says how to do without")
def test_plain_make_lists_its_commands() -> None:
    """Somebody who types only `make` sees what there is."""
    command = ["make", "--no-print-directory"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout
    assert [] == [target for target in TARGETS if f"  make {target} " not in listed]


def test_the_readmes_binder_link_opens_the_first_lesson() -> None:
    """The link's path is a notebook of the repository."""
    (path,) = re.findall(r"urlpath=doc/tree/([\w/.-]+)\)", (REPOSITORY / "README.md").read_text(encoding="utf-8"))
    assert "notebooks/01-read.ipynb" == path
    assert (REPOSITORY / path).is_file()


@dataclass(frozen=True)
class Step:
    """A step of a walk: the function `name` of a file, and the steps through which the walk's step `by` calls it."""

    file: str
    name: str
    by: int
    through: tuple[str, str] | None


def _walks() -> dict[str, list[Step]]:
    """The walks of helpers/README.md: what each is of -> its steps."""
    text = (REPOSITORY / "helpers" / "README.md").read_text(encoding="utf-8")
    section = text.split("### Three walks", 1)[1].split("\n### ", 1)[0]
    parts = re.split(r"^\*\*(.*?)\.\*\*", section, flags=re.MULTILINE)[1:]
    step = r"^\d+\. `(\S+): (\S+)`(?:, from (\d)(?: through `(\S+): (\S+)`)?,)?"
    return {
        title: [
            Step(file, name, int(by or 0), (through, inner) if through else None)
            for file, name, by, through, inner in re.findall(step, steps, re.MULTILINE)
        ]
        for title, steps in zip(parts[::2], parts[1::2], strict=True)
    }


def _functions(path: Path) -> dict[str, ast.AST | None]:
    """The functions of a file by name; a method as Class.method. Those of JavaScript are only names."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        return dict.fromkeys(re.findall(r"\bfunction (\w+)", text))
    tree = ast.parse(text)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    scopes = [("", tree.body), *((f"{one.name}.", one.body) for one in classes)]
    return {f"{of}{node.name}": node for of, body in scopes for node in body if isinstance(node, ast.FunctionDef)}


def _calls(caller: tuple[str, str], callee: tuple[str, str]) -> bool:
    """Whether a function names another, itself or through functions of its own file."""
    package = REPOSITORY / "helpers" / "communique"
    functions = _functions(package / caller[0])
    *cls, wanted = callee[1].split(".")
    wanted = cls[0] if wanted == "__init__" else wanted
    open_ones, seen = [caller[1]], set()
    while open_ones:
        name = open_ones.pop()
        seen.add(name)
        nodes = list(ast.walk(functions[name]))
        named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        named |= {node.id for node in nodes if isinstance(node, ast.Name)}
        if wanted in named:
            return True
        open_ones += [one for one in functions if one.split(".")[-1] in named and one not in seen]
    return False


def test_three_walks_are_written_down() -> None:
    """From a click to the disk, from a row to its words, from a handed-in file to the report: at most eight steps."""
    assert [True] * 3 == [2 < len(steps) <= 8 for steps in _walks().values()]


def _floors() -> dict[str, int]:
    """Room -> floor, as the contract in pyproject.toml has them; the top floor is the highest."""
    tools = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    floors = tools["importlinter"]["contracts"][0]["layers"]
    return {room.strip(): len(floors) - n for n, floor in enumerate(floors) for room in floor.split("|")}


@pytest.mark.parametrize("walk", _walks())
def test_a_walk_leads_downwards_through_what_is_there(walk: str) -> None:
    """Each step names a function that its file has; the step that calls it comes before it, on its floor or above."""
    package = REPOSITORY / "helpers" / "communique"
    steps = _walks()[walk]
    assert [] == [step for step in steps if step.name not in _functions(package / step.file)]
    floors = [_floors()[step.file.split("/")[0]] for step in steps]
    assert len([step for step in steps[1:] if step.by]) >= len(steps) - 2
    for number, step in enumerate(steps, 1):
        assert step.by < number
        if not step.by:
            continue
        caller = steps[step.by - 1]
        assert floors[number - 1] <= floors[step.by - 1], step
        chain = [(caller.file, caller.name), *([step.through] if step.through else []), (step.file, step.name)]
        pairs = [pair for pair in pairwise(chain) if not pair[0][0].endswith(".js")]  # a message leads from there
        assert [] == [pair for pair in pairs if not _calls(*pair)]


def test_the_rooms_are_described_as_they_are() -> None:
    """The table of rooms and floors is that of the contract."""
    text = (REPOSITORY / "helpers" / "README.md").read_text(encoding="utf-8")
    described = {room: int(floor) for floor, room in re.findall(r"^\| (\d) \| `(\w+)/` \|", text, re.MULTILINE)}
    assert _floors() == described


@pytest.mark.parametrize("file", DOCUMENTS)
def test_files_that_are_named_are_there(file: str) -> None:
    """A path in a document is one of the repository, of the package or of the lessons; those of a user's are not."""
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w-]+(?:/[\w.-]+)+\.(?:py|csv|yml|js|toml|sh))\b", text))
    named -= {"CORPUS/not-read.csv", "lexicon/cues.csv"}
    roots = [REPOSITORY / folder for folder in ("", "helpers", "helpers/communique", "lessons")]
    assert [] == [path for path in sorted(named) if not any((root / path).is_file() for root in roots)]
