"""A process that is killed while it writes: each file is the old one or the new one, and the next run goes on."""

from __future__ import annotations

import functools
import json
import os
import pkgutil
import random
import shutil
import signal
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from communique import cli, draft_corpus, load_corpus
from communique.base.files import MEMORY
from communique.base.places import articles_folder
from communique.coding.loading import load_coded
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.frames.corpus_cache import NAMES
from communique.review import Review
from communique.review.own_article import take_example
from communique.student.folder import cells_of
from communique.student.notebooks import build_notebooks
from communique.student.site.building import put_in_place
from communique.widgets.lesson.download import DownloadButton, HandInButton, WorksheetButton
from communique.widgets.tools.negotiation import NegotiatingTable
from pandas.testing import assert_frame_equal

from ..classes import put
from ..conftest import DRAFT_ARTICLE
from ..samples import SHARE, samples
from ..some import some

resource = pytest.importorskip("resource", reason="no process is cut off in the middle of a file on Windows")

BETWEEN = ("os.rename", "os.remove", "os.mkdir", "os.link", "shutil.copyfile", "shutil.rmtree")
STORY = "Talks go on\n\nRussia condemned the plan on Monday.\n\nChina said that it would sign the agreement.\n"


def _killed_at(number: int, folder: Path, act: Callable[[Path], object]) -> bool:
    """Do it in a process of its own that is killed at its `number`-th step on the disk; False where it was done before.

    A file that is opened to be written is cut after a few letters, and the process with it.
    """
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1), os.dup2(devnull, 2)
        steps, here = iter(range(1, 10**9)), str(folder)

        def hook(event: str, details: tuple[object, ...]) -> None:
            writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
            if not (writes or event in BETWEEN) or not str(details[0]).startswith(here) or next(steps) < number:
                return
            if not writes:
                os.kill(os.getpid(), signal.SIGKILL)
            before = os.path.getsize(details[0]) if details[2] & os.O_APPEND and os.path.exists(details[0]) else 0
            resource.setrlimit(resource.RLIMIT_FSIZE, (before + 7, resource.RLIM_INFINITY))

        sys.addaudithook(hook)
        try:
            act(folder)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) < 0


def _files(folder: Path) -> dict[str, bytes]:
    """What a person finds in the folder: no file or folder whose name begins with a dot, nor a corpus's log."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "corpus.jsonl"]
    names = {str(path.relative_to(folder)): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if not any(p[0] == "." for p in Path(name).parts)}


def _typed(*words: object) -> Callable[[Path], object]:
    return lambda folder: cli.main([str(folder / word) if isinstance(word, Path) else str(word) for word in words])


def _a_course(folder: Path) -> None:
    cli.main(["start", str(folder / "course"), "--no-open"])
    journal = Journal(folder / "course/my-progress.jsonl")
    journal.add("read/first-country", "answer", answer="south-korea", outcome="right")


def _an_older_course(folder: Path) -> None:
    """The course as an older version had left it, with one lesson that a student changed."""
    _a_course(folder)
    memory = folder / "course" / MEMORY
    for name in ("01-read.ipynb", "02-actors.ipynb", "03-events.ipynb"):
        path = folder / "course" / name
        path.write_text(path.read_text(encoding="utf-8").replace("report", "story"), encoding="utf-8")
        if name != "03-events.ipynb":
            memory.write_text(json.dumps(json.loads(memory.read_text()) | {name: cells_of(path)}), encoding="utf-8")


def _a_draft(folder: Path) -> None:
    """A draft of which a person accepted one row and took one out, drafted again with the day that it lacked."""
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    cli.main(["new", str(folder / "story.txt"), "--output", str(folder / "mine"), "--slug", "one"])
    statements = folder / "mine" / "one" / "statements.csv"
    statements.write_text(statements.read_text(encoding="utf-8").replace(",draft,", ",accepted,"), encoding="utf-8")
    events = folder / "mine" / "one" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").splitlines(True)[0], encoding="utf-8")


def _two_stories(folder: Path) -> None:
    (folder / "stories").mkdir()
    for name in ("one", "two"):
        (folder / "stories" / f"{name}.txt").write_text(f"{name} {STORY}", encoding="utf-8")


def _two_changed_stories(folder: Path) -> None:
    _two_stories(folder)
    cli.main(["new", str(folder / "stories"), "--output", str(folder / "mine")])
    for path in some((folder / "stories").iterdir()):
        path.write_text(f"{path.read_text(encoding='utf-8')}\nFrance welcomed the deal.\n", encoding="utf-8")


def _a_built_site(folder: Path, words: str) -> Path:
    put(folder / "index.html", words)
    put(folder / "lab" / "index.html", words)
    return folder


def _an_older_site(folder: Path) -> None:
    put_in_place(_a_built_site(folder / ".communique-1" / "site", "older"), folder / "site")


def _put_site_in_place(folder: Path) -> None:
    put_in_place(_a_built_site(folder / f".{uuid.uuid4().hex}" / "site", "newer"), folder / "site")


def _journal(folder: Path) -> Journal:
    return Journal(folder / "course" / "my-progress.jsonl")


def _pressed(button: type[DownloadButton], make: Callable[[str, bool], str | bytes]) -> Callable[[Path], object]:
    return lambda folder: button(make, _journal(folder)).act({"do": "make", "name": "Kim"})


def _a_table(folder: Path) -> None:
    """A sitting with the other delegation's file to be written, beside a communiqué of the student's own."""
    _a_course(folder)
    table = NegotiatingTable(LessonKey("table"), load_coded("south-korea-2024"), _journal(folder))
    table.act({"do": "sit", "mode": "files", "me": "A05", "other": "A01"})
    clause = {"by": "A05", "opening": "note", "issue": "agreement", "text": "a limit", "key": "S14"}
    table.act({"do": "clause", "form": clause})
    (folder / "course" / "my-communique.md").write_text("My own words.", encoding="utf-8")


def _export(folder: Path) -> None:
    table = NegotiatingTable(LessonKey("table"), load_coded("south-korea-2024"), _journal(folder))
    for do in ("export", "file-out"):
        table.act({"do": do})


WAYS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "start": (lambda folder: None, _typed("start", Path("course"), "--no-open")),
    "start --update": (_an_older_course, _typed("start", Path("course"), "--update", "--no-open")),
    "start --article": (
        lambda folder: shutil.copytree(articles_folder() / "beijing-2023", folder / "brought-2023"),
        _typed("start", Path("course"), "--article", Path("brought-2023"), "--projector", "--no-open"),
    ),
    "the worksheet's button": (_a_course, _pressed(WorksheetButton, lambda name, only: f"<p>{name}</p>" * 1000)),
    "the button to hand in": (_a_course, _pressed(HandInButton, lambda name, only: name.encode() * 1000)),
    "the negotiating table's files": (_a_table, _export),
    "score --csv": (
        lambda folder: shutil.copytree(DRAFT_ARTICLE, folder / "gold"),
        _typed("score", Path("gold"), "--draft", Path("gold"), "--csv", Path("scores.csv")),
    ),
    "worksheet": (_a_course, _typed("worksheet", Path("course"))),
    "handin": (_a_course, _typed("handin", Path("course"))),
    "report": (_a_course, _typed("report", Path("course"), "--gradebook", "moodle", "canvas")),
    "report --notebook": (_a_course, _typed("report", Path("course"), "--notebook")),
    "teacher": (lambda folder: None, _typed("teacher", "--output", Path("book.html"))),
    "new": (
        lambda folder: (folder / "story.txt").write_text(STORY, encoding="utf-8"),
        _typed("new", Path("story.txt"), "--output", Path("mine"), "--date", "2024-06-20"),
    ),
    "new --again": (
        _a_draft,
        _typed("new", Path("story.txt"), "--output", Path("mine"), "--slug", "one", "--again", "--date", "2024-06-20"),
    ),
    "take_example": (lambda folder: None, lambda folder: take_example(folder)),
    "new FOLDER": (_two_stories, _typed("new", Path("stories"), "--output", Path("mine"))),
    "new FOLDER, changed": (_two_changed_stories, _typed("new", Path("stories"), "--output", Path("mine"))),
    "review": (_a_draft, _typed("review", Path("mine/one"), "--no-open")),
    "site": (_an_older_site, _put_site_in_place),
    "build": (lambda folder: None, lambda folder: build_notebooks(folder / "notebooks")),
}
#: Of these a whole folder takes the place of another: for a moment between two steps neither has its name.
SWAPS = ("new FOLDER, changed", "site")


#: What works out much and writes nothing: done once for all the processes that are killed.
WORKED_OUT = (
    "communique.student.notebooks.notebook_text",
    "communique.student.notebooks.teacher_notebook_text",
    "communique.teacher.book.book.teacher_book",
)


@pytest.mark.parametrize("way", WAYS)
def test_a_killed_command_leaves_whole_files(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is killed, what a person finds is the old file or the new one; the next run makes the rest."""
    for name in WORKED_OUT:
        monkeypatch.setattr(name, functools.cache(pkgutil.resolve_name(name)))
    prepare, act = WAYS[way]
    origin, place = tmp_path / "origin", tmp_path / "place"
    origin.mkdir()
    prepare(origin)
    monkeypatch.chdir(tmp_path)

    def fresh() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(origin, place)

    fresh()
    old = _files(place)
    act(place)
    new = _files(place)
    assert new != old, "the command wrote nothing"
    chance = random.Random(way)
    step, killed = 1, 0
    while True:
        fresh()
        if not _killed_at(step, place, act):
            break
        killed += 1
        found = _files(place)
        assert [] == [name for name in found if found[name] not in (old.get(name), new.get(name))], step
        assert set(old) <= set(found) or way in SWAPS, step
        kept = {path.read_bytes() for path in place.rglob("*") if path.is_file()}
        assert {old[name] for name in set(old) - set(found)} <= kept, step
        act(place)
        again = _files(place)
        assert {name: again.get(name) for name in new} == new, step
        step += 1 if step < samples(6) else round(chance.randrange(10, 80) / min(SHARE, 1))
    assert killed > 1


def test_a_killed_answer_is_whole_or_not_there(tmp_path: Path) -> None:
    """What was on the disk stays; the next answer is kept behind a torn one."""
    path = tmp_path / "place" / "my-progress.jsonl"
    step = 1
    while True:
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        Journal(path).add("a/one", "answer", answer="x", outcome="right")
        if not _killed_at(step, path.parent, lambda _: Journal(path).add("a/two", "answer", answer="y")):
            break
        assert ["a/one"] == list(Journal(path).states()), step
        Journal(path).add("a/three", "hint")
        assert ["a/one", "a/three"] == list(Journal(path).states()), step
        step += 1
    assert step > 1
    assert ["a/one", "a/two"] == list(Journal(path).states())


def test_a_killed_step_of_a_review_is_done_or_not(tmp_path: Path) -> None:
    """Opened again, the folder has all of the step or nothing of it, and what was decided before can be undone."""
    place, step = tmp_path / "place", 1
    while True:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(DRAFT_ARTICLE, place)
        Review(place).accept(["E01"])
        before = dict(Review(place).tables)
        if not _killed_at(step, place, lambda folder: Review(folder).delete("A05", "A02")):
            break
        review = Review(place)
        if "A05" not in review.rows:
            assert "A02" == review.cells("S03")["source_ids"], step
            review.undo()
        assert before == dict(Review(place).tables), step
        assert "E01" == Review(place).undo().row, step
        step += 1
    assert step > 3


def test_killed_tables_of_a_corpus_are_made_again(tmp_path: Path) -> None:
    """Read for the first time or after a change, a corpus gives the right tables, whenever the last reading ended."""
    pytest.importorskip("pyarrow")
    _two_stories(tmp_path)
    origin, place = draft_corpus(tmp_path / "stories", tmp_path / "origin").folder, tmp_path / "place"
    for changed in (False, True):
        if changed:
            load_corpus(origin)
            text = (origin / "one" / "article.md").read_text(encoding="utf-8")
            (origin / "one" / "article.md").write_text(text.replace("Talks go on", "Talks end"), encoding="utf-8")
        whole = load_corpus(Path(shutil.copytree(origin, tmp_path / f"whole-{changed}")))
        step = 1 + changed
        while True:
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(origin, place)
            if not _killed_at(step, place, lambda folder: load_corpus(folder).actors):
                break
            again = load_corpus(place)
            for name in NAMES:
                assert_frame_equal(getattr(whole, name), getattr(again, name))
            step += max(2, round(1 / SHARE))
        assert step > 2 * len(NAMES)
