"""An article in a student's folder: copied whole, never mixed with another, and never written over."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from communique import ArticleError, CommuniqueError, open_lesson
from communique.base.places import articles_folder, notebooks_folder
from communique.cli import main
from communique.course.course import article_name, course_in, load_course
from communique.course.lesson_key import LessonKey
from communique.student.article_copy import article_to_start, folder_for
from communique.student.folder import ANY, copy_course

BEIJING = articles_folder() / "beijing-2023"
NAMES = [info.notebook for info in load_course().lessons]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A teacher's own article, with a question for one lesson, an entry in a lexicon, and a file of another sort."""
    folder = tmp_path / "My report (2)"
    shutil.copytree(BEIJING, folder)
    for name in ("lessons/events/questions.yml", "lessons/events/key.yml", "lexicon/titles.csv", "private/notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    return folder


def test_start_brings_the_article_and_the_lessons_for_any(mine: Path, tmp_path: Path) -> None:
    """The folder can be handed out: it holds the article, its own lesson files, and notebooks that name no other."""
    folder = tmp_path / "class"
    copied = copy_course(folder, article=mine)
    home = folder / "article" / "My-report-2"
    assert (BEIJING / "events.csv").read_bytes() == (home / "events.csv").read_bytes()
    assert {"lessons", "lexicon"} == {path.name for path in home.iterdir() if path.is_dir()}
    assert (home / "lessons" / "events" / "key.yml").is_file()
    assert [(notebooks_folder() / ANY / name).read_bytes() for name in NAMES] == [
        (folder / name).read_bytes() for name in NAMES
    ]
    assert set(NAMES) < set(copied.new)


def test_a_second_start_keeps_to_the_article(mine: Path, tmp_path: Path) -> None:
    """Without a word on the article, the folder goes on with the one it has."""
    folder = tmp_path / "class"
    copy_course(folder, article=mine)
    copied = copy_course(folder, update=True)
    assert ([], []) == (copied.new, copied.replaced)
    assert LessonKey("events", "My-report-2") == course_in(folder).lesson("events").key


@pytest.mark.parametrize("first", [None, "mine"])
def test_two_articles_never_share_a_folder(first: str | None, mine: Path, tmp_path: Path) -> None:
    """A folder with the course on one article refuses another, and says which folder to name."""
    folder = tmp_path / "class"
    copy_course(folder, article=mine if first else None)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(CommuniqueError, match="my-course-beijing-2023"):
        copy_course(folder, article=BEIJING)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_a_student_changed_stays(mine: Path, tmp_path: Path) -> None:
    """An update replaces what nobody touched, and puts the new one beside what somebody changed."""
    folder = tmp_path / "class"
    copy_course(folder, article=mine)
    home = folder / "article" / "My-report-2"
    (home / "events.csv").write_text("my own", encoding="utf-8")
    for name in ("events.csv", "actors.csv"):
        with (mine / name).open("a", encoding="utf-8") as file:
            file.write("\n")
    copied = copy_course(folder, article=mine, update=True)
    assert ["article/My-report-2/actors.csv"] == copied.replaced
    assert "my own" == (home / "events.csv").read_text(encoding="utf-8")
    assert {"article/My-report-2/events.csv": "events (new).csv"} == copied.beside
    assert (mine / "events.csv").read_bytes() == (home / "events (new).csv").read_bytes()
    again = copy_course(folder, article=mine, update=True)
    assert copied.beside == again.beside
    assert not (home / "events (new)-2.csv").exists()


def test_answers_bear_the_articles_name(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lesson on two articles writes under two names, even into one file."""
    journal = tmp_path / "progress.jsonl"
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(journal))
    for article in (mine, BEIJING):
        folder = tmp_path / f"class-{article.name}"
        copy_course(folder, article=article)
        monkeypatch.chdir(folder)
        open_lesson("start").ask("another-beginning-here").check("Who could know this?")
    names = [json.loads(line)["question"] for line in journal.read_text(encoding="utf-8").splitlines()]
    last = "another-beginning-here"
    assert [f"read@My-report-2/{last}", f"read@beijing-2023/{last}"] == names


def test_start_refuses_what_is_no_article(tmp_path: Path, mine: Path) -> None:
    """A single file, a folder with faults, and a slip in an author's questions are told before anything is made."""
    story = tmp_path / "story.txt"
    story.write_text("One.\n\nTwo.", encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"communique new story\.txt"):
        article_to_start(str(story))
    (mine / "lessons" / "events" / "questions.yml").write_text("questions: 3", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="field questions: 3 is not a list"):
        article_to_start(str(mine))
    (mine / "events.csv").write_text("no,columns\n", encoding="utf-8")
    with pytest.raises(ArticleError):
        article_to_start(str(mine))


def test_the_courses_own_article_needs_no_copy() -> None:
    """Its name means the lessons that were written for it."""
    assert article_to_start("south-korea-2024") is None
    assert Path("my-course") == folder_for(None)
    assert Path("my-course-beijing-2023") == folder_for(BEIJING)


def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """communique start --article lists the article's files and the notebooks, and where they are."""
    folder = tmp_path / "class"
    assert 0 == main(["start", str(folder), "--article", "beijing-2023", "--no-open"])
    said = capsys.readouterr().out
    assert "article/beijing-2023/statements.csv" in said
    assert f"Your course is in {folder}" in said
    assert 1 == main(["start", str(folder), "--article", "argyle-2023", "--no-open"])
    assert "holds the course on the article beijing-2023" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Río 2023@x", "@@", "a/b", "..", "北京"])
def test_an_articles_name_is_safe_in_the_name_of_an_answer(name: str) -> None:
    """Whatever a folder is called, its name cannot be taken for a lesson's or a question's."""
    found = article_name(Path(name))
    assert found
    assert not {"@", "/", " "} & set(found)
