"""The house stands as it was drawn: floors, sizes, style, and nothing heavy before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import REPOSITORY

PACKAGE = REPOSITORY / "helpers" / "communique"
HEAVY = (
    "pandas",
    "numpy",
    "plotly",
    "ipywidgets",
    "anywidget",
    "IPython",
    "jupytext",
    "nbformat",
    "jupyterlab",
    "jinja2",
)
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = sorted([*MODULES, *(PACKAGE / "widgets" / "static").glob("*.js"), *(REPOSITORY / "tests").glob("*.py")])


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
    """The contracts in pyproject.toml hold."""
    done = _tool("lint-imports", "--no-cache")
    assert 0 == done.returncode, done.stdout


def test_every_module_stands_on_a_floor() -> None:
    """No module is left out of the contract of the floors."""
    import tomllib

    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = {name.strip() for layer in contracts["contracts"][0]["layers"] for name in layer.split("|")}
    modules = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir() if path.suffix == ".py"}
    modules |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {f"communique.{name}" for name in modules - {"__init__", "__main__"}} == layers


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
    """The package, the check and the marking run where neither pandas nor plotly nor widgets are."""
    assert loaded == _loaded_by(code)


def test_a_question_needs_no_pandas_and_no_plotly() -> None:
    """A question widget on a coded article works in a Python that lacks them."""
    code = """
from pathlib import Path
from communique.coding.loading import load_coded
from communique.course.journal import Journal
from communique.questions.question import load_questions
from communique.widgets import Reader, question_widget
coded = load_coded()
for question in load_questions("events").values():
    question_widget(question.kind)(question, coded, Journal(Path("none.jsonl")))
Reader(coded, ["actors"]).show("E01")
"""
    assert set() == _loaded_by(code) & {"pandas", "numpy", "plotly", "jupytext", "nbformat"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_a_file_fits_in_the_head(path: Path) -> None:
    """No more than 250 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is_for(path: Path) -> None:
    """A first line for whoever opens the file, and a docstring for every public class and function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    public = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert [] == public


def test_only_the_command_prints() -> None:
    """Below the command line nothing is printed: a library returns, a widget shows."""
    printing = {
        path.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {"cli.py"} == printing


def test_the_style_is_kept() -> None:
    """ruff finds nothing in the library, the tests and their tools."""
    done = _tool("ruff", "check", "--no-cache", ".")
    assert 0 == done.returncode, done.stdout
    done = _tool("ruff", "format", "--no-cache", "--check", ".")
    assert 0 == done.returncode, done.stdout


@pytest.mark.parametrize("path", sorted((REPOSITORY / "tests").glob("test_*.py")), ids=lambda path: path.stem)
def test_every_test_says_what_it_promises(path: Path) -> None:
    """One sentence a test, and no test that cannot fail or that is passed over without a reason."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")):
        assert ast.get_docstring(node), node.name
        parts = {type(part) for part in ast.walk(node)}
        checks = {
            getattr(part.func, "attr", getattr(part.func, "id", ""))
            for part in ast.walk(node)
            if isinstance(part, ast.Call)
        }
        assert (
            ast.Assert in parts
            or checks & {"raises", "assert_frame_equal", "run_state_machine_as_test", "validate"}
            or ("_loads_or_tells" in checks)
        ), node.name


def test_every_module_has_its_tests() -> None:
    """One test file a module, or one that its name stands in."""
    tested = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests").glob("test_*.py")}
    shared = {
        *("article", "frames", "tables"),  # test_tables
        "corpus_cache",  # test_corpora
        *("evidence", "cells", "loading", "checking", "whole_article"),  # test_checking
        *("units", "marking", "strings"),  # test_marking
        *("build", "cli", "check_command", "__init__", "__main__"),  # test_notebooks, test_cli, test_public_names
        "opening",  # test_cli, test_review_command
    }
    assert set() == {path.stem for path in PACKAGE.glob("*.py")} - tested - shared
