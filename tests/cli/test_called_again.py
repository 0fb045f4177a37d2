"""What a person wrote is never replaced or deleted, by any command that is called again."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from communique import cli, load_article
from communique.base.places import notebooks_folder
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.review.session import Review
from communique.student.notebooks import KEPT, build_notebooks

from ..conftest import DRAFT_ARTICLE
from ..some import some

MINE = "what I wrote, and nobody else – 북한"
STORY = "Talks fail at the border\n\nRussia said on Monday that help would come. Norway said that it would wait.\n"


def _change_everything(folder: Path) -> dict[str, bytes]:
    """Put a person's words into every file of a folder, and files of theirs into every folder; what the files hold."""
    for path in some(path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")):
        _change(path)
    for place in (folder, *sorted(path for path in folder.rglob("*") if path.is_dir())):
        (place / "my-own.txt").write_text(MINE, encoding="utf-8")
        (place / "14-my-own.ipynb").write_text(json.dumps({"cells": [], "mine": MINE}), encoding="utf-8")
    return _contents(folder)


def _change(path: Path) -> None:
    if path.suffix == ".ipynb":
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": [MINE]})
        path.write_text(json.dumps(notebook), encoding="utf-8")
    elif path.suffix == ".csv":
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        number = next((number for number, name in enumerate(header) if name in ("note", "label", "why")), -1)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                [header, *([*row[:number], MINE, *row[number:][1:]] if row else row for row in rows)]
            )
    elif path.suffix in (".md", ".html"):
        path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{MINE}\n", encoding="utf-8")
    elif path.suffix != ".jsonl":  # a journal is the program's, and reads itself whatever it holds
        path.write_bytes(path.read_bytes() + MINE.encode())


def _contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder that a person sees, by their path in it."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _lost(folder: Path, before: dict[str, bytes]) -> list[str]:
    """The files whose bytes are nowhere in the folder any more."""
    after = set(_contents(folder).values())
    return [name for name, content in before.items() if content not in after]


@pytest.fixture
def students(tmp_path: Path) -> Path:
    """A folder with the work of a student."""
    journal = Journal(tmp_path / "mine" / "my-progress.jsonl")
    journal.add("read/first-country", "reveal")
    return journal.path.parent


@pytest.mark.parametrize(
    "command",
    [
        "report {}",
        "report {} --gradebook moodle canvas",
        "report {} --notebook",
        "worksheet {}",
        "handin {} --name Kim",
        "teacher --output {}",
        "start {} --no-open",
        "start {} --no-open --update",
    ],
)
def test_a_command_called_again_leaves_what_a_person_wrote(command: str, students: Path) -> None:
    """Reports, gradebooks, worksheets, files to hand in, books and notebooks that somebody wrote in stay."""
    words = [word.format(students) for word in command.split()]
    assert 0 == cli.main(words)
    before = _change_everything(students)
    for _ in range(3):
        assert 0 == cli.main(words)
        assert [] == _lost(students, before)
    made = len(_contents(students)) - len(before)
    assert made <= len(before), "each call makes another file"


def test_a_score_is_not_written_over(tmp_path: Path) -> None:
    """A table of scores that somebody wrote in stays, and so does any file that was named."""
    place = tmp_path / "scores.csv"
    words = ["score", str(DRAFT_ARTICLE), "--csv", str(place)]
    place.write_text(MINE, encoding="utf-8")
    assert 0 == cli.main(words)
    assert MINE == place.read_text(encoding="utf-8")
    assert (tmp_path / "scores-2.csv").is_file()


def test_a_notebook_on_a_class_is_placed_once(students: Path) -> None:
    """Called again, also after it was run, the command names the one that is there."""
    for _ in range(2):
        assert 0 == cli.main(["report", str(students), "--notebook"])
        notebook = json.loads((students / "class.ipynb").read_text(encoding="utf-8"))
        code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        code["execution_count"] = 7
        (students / "class.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert ["class.ipynb"] == [path.name for path in students.glob("*.ipynb")]


def test_the_review_leaves_notebook_and_folder(tmp_path: Path) -> None:
    """The notebook beside the folder and all in the folder stay as a person left them."""
    shutil.copytree(DRAFT_ARTICLE, tmp_path / "work" / "draft")
    words = ["review", str(tmp_path / "work" / "draft"), "--no-open"]
    assert 0 == cli.main(words)
    before = _change_everything(tmp_path / "work")
    assert 0 == cli.main(words)
    assert before == _contents(tmp_path / "work")


def test_a_corpus_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    """A word is added to the lexicon, and a person has written notes in one folder, and put a file into another."""
    files, corpus = tmp_path / "files", tmp_path / "files-coded"
    files.mkdir()
    for name in ("noted", "filled", "dated", "untouched"):
        (files / f"{name}.txt").write_text(STORY.replace("said", "whistled"), encoding="utf-8")
    words = ["new", str(files)]
    assert 0 == cli.main(words)
    (corpus / "noted" / "coding-notes.md").write_text(MINE, encoding="utf-8")
    (corpus / "filled" / "lessons" / "actors").mkdir(parents=True)
    (corpus / "filled" / "lessons" / "actors" / "questions.yml").write_text(MINE, encoding="utf-8")
    (corpus / "dated" / ".DS_Store").write_bytes(b"\0")  # Finder's, and nobody's
    before = _contents(corpus)
    (files / "lexicon").mkdir()
    (files / "lexicon" / "cues.csv").write_text(
        "lemma,past,kind,frames\nwhistle,whistled,says,q c t\n", encoding="utf-8"
    )
    for _ in range(2):
        assert 0 == cli.main(words)
        after = _contents(corpus)
        for name in ("noted", "filled"):
            of_the_folder = {path: content for path, content in before.items() if path.startswith(f"{name}/")}
            assert of_the_folder == {path: after[path] for path in of_the_folder}
        assert "whistled" in load_article(corpus / "untouched").statements.cue.tolist()
        assert after["dated/statements.csv"] == after["untouched/statements.csv"]
        assert "changed by a person: it stays as it is" in after["not-read.csv"].decode()
    everything = _change_everything(corpus)
    (files / "lexicon" / "cues.csv").unlink()
    for _ in range(2):
        assert 0 == cli.main(words)
        assert [] == _lost(corpus, {name: c for name, c in everything.items() if not name.endswith(".jsonl")})


def test_a_draft_again_keeps_the_rows_that_a_person_changed(tmp_path: Path) -> None:
    """Also those that still say "draft"; what nobody touched is drafted again, and all other files stay."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert 0 == cli.main(["new", str(tmp_path / "story.txt"), "--output", str(tmp_path), "--slug", "talks"])
    folder = tmp_path / "talks"
    path = folder / "statements.csv"
    header, first, *others = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split(","), next(csv.reader([first])), strict=True)) | {"note": MINE}
    out = io.StringIO()
    csv.DictWriter(out, list(cells), lineterminator="\n").writerow(cells)
    path.write_text("\n".join((header, *others, out.getvalue())), encoding="utf-8")
    before = _contents(folder)
    for _ in range(2):
        assert 0 == cli.main(["new", str(folder), "--again"])
        rows = path.read_text(encoding="utf-8").splitlines()
        assert out.getvalue().strip() in rows
        assert len([header, first, *others]) == len(rows)
        assert before["coding-notes.md"] == (folder / "coding-notes.md").read_bytes()
    _change_everything(folder)
    (folder / "article.md").write_bytes(before["article.md"])
    written = {name: (folder / name).read_text(encoding="utf-8").splitlines() for name in before if name[-4:] == ".csv"}
    assert 0 == cli.main(["new", str(folder), "--again"])
    for name, lines in some(written.items()):
        assert set(lines) <= set((folder / name).read_text(encoding="utf-8").splitlines()), name


def test_a_draft_again_leaves_out_the_rows_that_a_person_deleted(tmp_path: Path) -> None:
    """What was deleted on the bench does not come back; what was deleted and put back is drafted again."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert 0 == cli.main(["new", str(tmp_path / "story.txt"), "--output", str(tmp_path), "--slug", "talks"])
    folder = tmp_path / "talks"
    first, second = load_article(folder).statements["content"]
    review = Review(folder)
    review.delete(review_key(review, second))
    review.undo()
    review.delete(review_key(review, first))
    for _ in range(2):
        assert 0 == cli.main(["new", str(folder), "--again", "--date", "2024-06-20"])
        assert [second] == list(load_article(folder).statements["content"])


def review_key(review: Review, words: str) -> str:
    """The key of the statement with such words."""
    return next(key for key in review.rows if review.cells(key).get("content_words") == words)


def test_a_build_keeps_what_an_author_changed(tmp_path: Path) -> None:
    """A notebook that was changed by hand gets another name, once; an author's own notebooks and files stay."""
    target = tmp_path / "notebooks"
    shutil.copytree(notebooks_folder(), target)
    before = _change_everything(target)
    built = build_notebooks(target)
    kept = [path for path in built if KEPT in path.stem]
    course = load_course()
    assert 2 * len(course.lessons) + len(course.forms) + 2 == len(kept) == len(built) / 2  # and the teacher's two
    assert [] == _lost(target, before)
    assert [] == build_notebooks(target)
