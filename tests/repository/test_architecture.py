"""The house stands as it was drawn: floors, sizes, style, and nothing heavy before it is needed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from ..conftest import REPOSITORY

PACKAGE = REPOSITORY / "helpers" / "communique"
HEAVY = (
    "pandas",
    "numpy",
    "ipywidgets",
    "anywidget",
    "IPython",
    "jupytext",
    "nbformat",
    "jupyterlab",
    "jinja2",
)


#: Local names that say only how something came.
UNSAID = ("found", "told", "given")


def _tool(*command: str) -> subprocess.CompletedProcess[str]:
    tools = Path(sys.executable).parent
    return subprocess.run(
        [str(tools / command[0]), *command[1:]], capture_output=True, text=True, check=False, cwd=REPOSITORY
    )


def _loaded_by(code: str) -> set[str]:
    """The heavy packages that a new Python has loaded after the code."""
    command = f"import sys\n{code}\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)
    assert "" == done.stderr
    return set(done.stdout.split())


def test_a_module_imports_only_from_the_floors_below() -> None:
    """The contracts in pyproject.toml hold: rooms and floors, keys, and where third-party packages may be used."""
    done = _tool("lint-imports", "--no-cache")
    assert 0 == done.returncode, done.stdout


def test_each_room_says_what_it_is_for_and_what_it_may_import() -> None:
    """Two sentences or more, of which one names the floor below the room's own, as the contract has the floors."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [set(floor.split(" | ")) for floor in contracts[0]["layers"]]
    assert 14 == len(set.union(*floors))
    for floor, *below in zip(floors, [*floors[1:], set()], [*floors[2:], set(), set()], strict=True):
        for room in sorted(floor):
            about = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))) or ""
            purpose, says, allowed = about.partition("It may import ")
            assert len(purpose.split()) > 5 and says, room
            assert below[0] == set(re.findall(r"`(\w+)`", re.split(r" below|, and|\.", allowed)[0])), room
            assert bool(below[1]) == ("the floor" in allowed), room
            assert bool(below[0]) != allowed.startswith("no other room."), room


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import communique", set()),
        ("import communique.cli", set()),
        ("import communique; communique.resolve_date; communique.ArticleError", set()),
        ("from communique.coding.loading import load_coded; load_coded()", set()),
        ("from communique.questions.marking import mark; from communique.course.journal import open_journal", set()),
        ("import communique.student.worksheet, communique.questions.how_far, communique.questions.in_words", set()),
        ("import communique; communique.load_article()", set()),
        ("import communique; communique.load_article().events", {"pandas", "numpy"}),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, loaded: set[str]) -> None:
    """The package, the check and the marking run where neither pandas nor widgets are."""
    assert loaded == _loaded_by(code)


def test_a_question_needs_no_pandas() -> None:
    """A question widget on a coded article works in a Python that lacks them."""
    code = """
from pathlib import Path
from communique.coding.loading import load_coded
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.widgets.questions.question import question_widget
from communique.widgets.reader import Reader
coded = load_coded()
for question in load_questions("events").values():
    question_widget(question.kind)(question, coded, Journal(Path("none.jsonl")))
Reader(coded, ["actors"]).show("E01")
"""
    assert set() == _loaded_by(code) & {"pandas", "numpy", "jupytext", "nbformat"}


def test_a_local_name_says_what_it_holds() -> None:
    """Nothing is kept under a name that only says how it came: found, told or given."""
    kept = []
    for path in sorted((REPOSITORY / "helpers" / "communique").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        fields = {node.target for one in classes for node in one.body if isinstance(node, ast.AnnAssign)}
        names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
        kept += [f"{path.name}:{one.lineno}: {one.id}" for one in names if one.id in UNSAID and one not in fields]
    assert [] == kept


def test_no_two_public_classes_have_one_name() -> None:
    """One name is one thing, in whichever room a reader meets it."""
    files = (REPOSITORY / "helpers" / "communique").rglob("*.py")
    classes = [
        name for path in files for name in re.findall(r"^class ([A-Z]\w*)", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(classes) > 100
    assert [] == [name for name, count in Counter(classes).items() if count > 1]


def test_no_module_gives_a_name_twice() -> None:
    """The second thing of one name hides the first, and what used the first goes wrong without a word."""
    twice = []
    for path in sorted([*(REPOSITORY / "helpers").rglob("*.py"), *(REPOSITORY / "tests").rglob("*.py")]):
        names: list[str] = []
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.append(node.name)
            targets = node.targets if isinstance(node, ast.Assign) else []
            targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
            names += [target.id for target in targets if isinstance(target, ast.Name)]
        twice += [f"{path.name}: {name}" for name, count in Counter(names).items() if count > 1]
    assert [] == twice
