"""The command: each has help, each is in a README, and each answers in sentences."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from communique import __version__, cli
from communique.cli.jupyterlab import environment
from communique.course.journal import Journal

from ..conftest import BROKEN_ARTICLES, GOOD_ARTICLE, REPOSITORY

PARSERS = next(
    action.choices for action in cli.make_parser()._actions if isinstance(action, argparse._SubParsersAction)
)
READMES = ("README.md", "notebooks/README.md", "lessons/README.md", "lessons/teacher/README.md", "helpers/README.md")
each_command = pytest.mark.parametrize("command", cli.COMMANDS)


@each_command
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A description in sentences, and a word on every argument."""
    with pytest.raises(SystemExit) as caught:
        cli.main([command, "--help"])
    assert 0 == caught.value.code
    description = PARSERS[command].description.strip()
    assert description.split()[0] in capsys.readouterr().out
    assert description.endswith(".")
    assert [] == [action.dest for action in PARSERS[command]._actions if not action.help]


@each_command
def test_each_command_is_in_a_readme(command: str) -> None:
    """What can be typed is described where those who need it read."""
    texts = [(REPOSITORY / name).read_text(encoding="utf-8").replace("\\", " ") for name in READMES]
    assert [name for name, text in zip(READMES, texts, strict=True) if f"communique {command}" in text] != []


def test_every_file_of_the_room_is_a_command_or_serves_one() -> None:
    """The list of commands is the room's files: none is missing, and none is in the list without a file."""
    serving = {"__init__", "arguments", "jupyterlab"}
    files = {path.stem for path in Path(cli.__file__).parent.glob("*.py")}
    assert files == serving | set(cli.COMMANDS)


def _loaded_by(*arguments: str) -> set[str]:
    """The rooms, and the files of the room of commands, that a new Python has loaded after a call."""
    code = (
        "import sys\nfrom communique import cli\ntry:\n    cli.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "names = {name.removeprefix('communique.') for name in sys.modules if name.startswith('communique.')}\n"
        "print('loaded', *names)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["report", "--help"], ["new", "--help"]])
def test_help_loads_no_other_room(arguments: list[str]) -> None:
    """The version and the help come at once: nothing is imported but the commands and the ground floor."""
    assert {"cli", "base"} == {name.split(".")[0] for name in _loaded_by(*arguments)}


def test_a_command_loads_no_other_command() -> None:
    """Only the file of the command that was asked for is imported."""
    loaded = {name.split(".")[1] for name in _loaded_by("report", "none") if name.startswith("cli.")}
    assert {"report"} == loaded & set(cli.COMMANDS)


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who types only the name sees what there is, and the call counts as wrong."""
    assert 2 == cli.main([])
    out = capsys.readouterr().out
    assert [] == [command for command in cli.COMMANDS if command not in out]


@pytest.mark.parametrize("arguments", [["fly"], ["start", "--fly"], ["start", "a", "b"], ["start", "--port", "x"]])
def test_a_wrong_call_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 2, and the message shows the usage."""
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert 2 == caught.value.code
    assert "usage: communique" in capsys.readouterr().err


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    """One number, in one place."""
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert f"communique {__version__}\n" == capsys.readouterr().out
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (True, False) == ("version" in project["dynamic"], "version" in project)


def test_check_of_a_good_article_says_what_is_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    """No faults, exit code 0, and the sizes of the tables."""
    assert 0 == cli.main(["check", str(GOOD_ARTICLE)])
    expected = "3 paragraphs, 4 actors, 4 events, 3 statements, 2 positions, 2 reactions, 8 mentions."
    assert [f"No faults in {GOOD_ARTICLE}.", expected] == capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("arguments", [[], ["south-korea-2024"]])
def test_check_without_a_path_checks_the_courses_article(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The article that comes with the course is found by name, and has no faults."""
    assert 0 == cli.main(["check", *arguments])
    assert "14 paragraphs" in capsys.readouterr().out


def test_check_of_a_plain_text_says_that_it_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An article without coding has no faults, and the check says what would be drafted."""
    path = tmp_path / "story.txt"
    path.write_text("One.\n\nTwo.", encoding="utf-8")
    assert 0 == cli.main(["check", str(path)])
    out = capsys.readouterr().out
    assert "It has no coding; this is what would be drafted:" in out
    assert "2 paragraphs; no rows." in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "no-such-article"], "There is no article 'no-such-article'"),
        (["check", "~no-such-user-here/x"], "There is no article"),
        (["start", str(REPOSITORY / "lessons")], "holds the course itself"),
        (["start", str(REPOSITORY / "pyproject.toml")], "is a file, not a folder"),
        (["start", "x" * 5000, "--no-open"], "File name too long"),
        (["start", "~no-such-user-here/x", "--no-open"], "no-such-user-here"),
        (["worksheet", "no-such-folder"], "There is no my-progress.jsonl in"),
        (["worksheet", "~no-such-user-here/x"], "There is no home folder for"),
        (["worksheet"], "There is no my-progress.jsonl in"),
    ],
)
def test_what_goes_wrong_is_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, and the message stands where errors stand."""
    assert 1 == cli.main(arguments)
    captured = capsys.readouterr()
    assert said in captured.err
    assert "" == captured.out


def test_start_without_opening_says_where_the_course_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Each new notebook is named; a second call names only the folder, and one with --update what it left alone."""
    assert 0 == cli.main(["start", "mine", "--no-open"])
    first = capsys.readouterr().out.splitlines()
    assert "  new           01-read.ipynb" == first[0]
    assert f"Your course is in {Path.cwd() / 'mine'}" == first[-1]
    assert 0 == cli.main(["start", "mine", "--no-open"])
    assert [first[-1]] == capsys.readouterr().out.splitlines()
    assert 0 == cli.main(["start", "mine", "--no-open", "--update"])
    assert "  left alone    01-read.ipynb" == capsys.readouterr().out.splitlines()[0]


def test_start_opens_the_first_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab of this very Python, in the student's folder, on the first lesson, and only for this computer."""
    called: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, env: called.append(command) or 0)
    assert 0 == cli.main(["start", "mine", "--no-browser", "--port", "9999"])
    (command,) = called
    assert [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={Path.cwd() / 'mine'}"] == command[:4]
    (address,) = [part for part in command if part.startswith("--LabApp.default_url=")]
    assert "/tree/01-read.ipynb" in address
    assert set() == {"--ip=127.0.0.1", "--port=9999", "--no-browser"} - set(command)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder of a student who has done something in two lessons."""
    journal = Journal(tmp_path / "my-course" / "my-progress.jsonl")
    journal.add("read/first-country", "reveal")
    journal.add("events/ladder", "reveal")
    return journal.path.parent


def test_worksheet_writes_a_page_beside_the_journal(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It holds every lesson with something done and no name, and the path is told."""
    assert 0 == cli.main(["worksheet", str(work)])
    path = work / "my-worksheet.html"
    assert f"The worksheet is in {path}" == capsys.readouterr().out.splitlines()[0]
    page = path.read_text(encoding="utf-8")
    assert [True, True, False] == [f"<h2>{title}" in page for title in ("1. Read", "3. What", "2. Who")]
    assert '<p class="by-hand">' in page


def test_worksheet_takes_a_name_lessons_and_a_place(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several lessons after one word or with several; a folder as output gets the usual file name."""
    place = work / "out"
    place.mkdir()
    given = ["--name", "Kim Lee", "--lesson", "events", "actors", "--lesson", "start", "--output", str(place)]
    assert 0 == cli.main(["worksheet", str(work), *given])
    page = (place / "my-worksheet.html").read_text(encoding="utf-8")
    assert "<strong>Kim Lee</strong>" in page
    assert page.index("<h2>3. What") < page.index("<h2>2. Who") < page.index("<h2>1. Read")
    assert 0 == cli.main(["worksheet", str(work), "--output", str(place / "sheet.htm")])
    assert (place / "sheet.htm").is_file()
    assert not (work / "my-worksheet.html").exists()
    assert 1 == cli.main(["worksheet", str(work), "--lesson", "evnts"])
    assert "Did you mean 'events'?" in capsys.readouterr().err


def test_worksheet_never_writes_over_somebody_elses_file(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even over one that was named on the command line."""
    essay = work / "essay.html"
    essay.write_text("mine", encoding="utf-8")
    assert 0 == cli.main(["worksheet", str(work), "--output", str(essay)])
    assert "mine" == essay.read_text(encoding="utf-8")
    assert f"The worksheet is in {work / 'essay-2.html'}" == capsys.readouterr().out.splitlines()[0]


def test_ctrl_c_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Stopping JupyterLab from the keyboard ends with a word and the usual code."""

    def stopped(*_args: object, **_more: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", stopped)
    assert 130 == cli.main(["start", "mine"])
    assert "Stopped.\n" == capsys.readouterr().err


def test_build_says_what_it_built(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each notebook that changed is named, and they are counted."""
    monkeypatch.setattr("communique.student.notebooks.build_notebooks", lambda: [Path("notebooks/01-read.ipynb")])
    assert 0 == cli.main(["build"])
    expected = [f"  built   {Path('notebooks/01-read.ipynb')}", "1 notebook changed."]
    assert expected == capsys.readouterr().out.splitlines()


def test_build_without_its_packages_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader who is no author has no jupytext, and is told how to get it."""
    monkeypatch.setitem(sys.modules, "jupytext", None)
    assert 1 == cli.main(["build"])
    assert "pip install 'communique[build]'" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_with_few_letters_is_no_trouble(encoding: str) -> None:
    """As a program of its own the command ends with its code and no traceback, whatever the terminal can show."""
    done = subprocess.run(
        [sys.executable, "-m", "communique", "check", str(BROKEN_ARTICLES / "smart-quotes")],
        capture_output=True,
        env={**environment(), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
    )
    assert (1, b"") == (done.returncode, done.stderr)
    assert b"statements.csv, row 3" in done.stdout
