"""A widget's page code: files with imports become one module, and nothing goes to the page that it does not need."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique.questions.kinds import kinds
from communique.widgets.base import page_code, page_style
from communique.widgets.questions.form import FormQuestion
from communique.widgets.questions.question import QuestionWidget, question_widget

STATIC = Path(__file__).resolve().parents[2] / "helpers" / "communique" / "widgets" / "static"
FILES = sorted(STATIC.rglob("*.js"))
WIDGETS = [path for path in FILES if "export default" in path.read_text(encoding="utf-8")]


def _name(path: Path) -> str:
    return path.relative_to(STATIC).with_suffix("").as_posix()


@pytest.mark.parametrize("path", WIDGETS, ids=_name)
def test_a_module_imports_nothing_and_has_one_export(path: Path) -> None:
    """A front end takes one text for a widget; every file that it imports is in it, once."""
    code = page_code(_name(path))
    assert [] == re.findall(r"^import\b|^export (?!default)", code, re.MULTILINE)
    assert 1 == code.count("export default")
    inside = re.findall(r"^const (\$\w+) = \(\(\) => \{$", code, re.MULTILINE)
    assert len(inside) == len(set(inside))
    assert set(
        re.findall(
            r"\$(?:common|calls|dock|marks|moves|unsent|widget)\b|\$(?:questions|review|tools|lesson|show)_\w+", code
        )
    ) == set(inside)


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_text_runs_over_lines(path: Path) -> None:
    """Indentation and comments are left out of what is sent, so no text in backquotes may run over several lines."""
    assert [] == [line for line in path.read_text(encoding="utf-8").splitlines() if line.count("`") % 2]


@pytest.mark.parametrize("path", WIDGETS, ids=_name)
def test_comments_and_indentation_stay_at_home(path: Path) -> None:
    """They would cost a fifth of the bytes, with every widget on every page."""
    code = page_code(_name(path))
    assert [] == [line for line in code.splitlines() if line != line.lstrip() or line.startswith(("//", "/*"))]
    assert "/**" not in code


def test_the_styles_of_imported_files_come_along() -> None:
    """A kind of question has the style of all questions and its own, the theme first."""
    style = page_style("questions/fill_the_matrix")
    places = [style.index(words) for words in ("--cq-accent:", ".cq-question", ".cq-filling")]
    assert places == sorted(places)
    assert ".cq-filling" not in page_style("questions/open")


def test_an_imported_file_keeps_its_names_to_itself() -> None:
    """Two files may use one name: a file's functions are in a scope of its own, which gives away what is imported."""
    assert re.search(
        r"const \$marks = \(\(\) => \{.*function sample\(.*return \{[^}]*sample", page_code("reader"), re.S
    )


def test_no_two_kinds_of_questions_have_one_style() -> None:
    """A front end keeps the style of a class by its module and name, and the next one of that name replaces it."""
    classes = [question_widget(kind, frame) for frame in (QuestionWidget, FormQuestion) for kind in kinds()]
    styles: dict[str, set[str]] = {}
    for one in classes:
        styles.setdefault(f"{one.__module__}.{one.__name__}", set()).add(one._css)
    assert [] == [name for name, own in styles.items() if len(own) > 1]
    assert len({one._css for one in classes}) > 1
