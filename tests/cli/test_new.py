"""`communique new`: any article becomes a folder with a draft coding, and the command answers in sentences."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest
from communique import cli, load_article
from communique.coding.schema import TABLES
from communique.coding.writing import save_rows
from communique.drafting.draft.again import draft_again, rows_of

from ..conftest import TESTS

PAGES = TESTS / "data" / "pages"
PLAIN = PAGES / "plain-news.html"
SLUG = "norland-recalls-envoy-after-border-talks-fail"
STORY = (
    "Talks fail at the border\n\nThe president of Norway, Ada Brandt, said on Monday that help would come.\n\n"
    "“We will wait,” said a spokesman for Sweden. Analysts say that talks may resume in May.\n"
)


def test_a_page_becomes_an_articles_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is named after the headline; counts and the next step are told; the check finds no fault."""
    assert 0 == cli.main(["new", str(PLAIN)])
    out = capsys.readouterr().out
    found = load_article(SLUG)
    assert (f"Drafted: {Path(SLUG).resolve()}", "8 paragraphs") == (out.splitlines()[0], out.split("; ")[0][-12:])
    assert f"{len(found.actors)} actors, " in out
    assert "Nobody has checked these rows." in out
    assert len(found.drafts) == sum(len(getattr(found, name)) for name in TABLES) > 0
    assert 0 == cli.main(["check", SLUG])
    assert "No faults in" in capsys.readouterr().out


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A text piped in has the day, the outlet and the name that are given."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert 0 == cli.main(
        ["new", "-", "--date", "2024-06-20", "--outlet", "Post", "--slug", "My talks", "--output", "all"]
    )
    found = load_article(Path("all") / "my-talks")
    assert ("Talks fail at the border", "Post", "2024-06-20") == (found.headline, found.outlet, str(found.published))
    assert "Note:" not in capsys.readouterr().out


def test_a_missing_day_is_asked_for_and_the_draft_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    """The note says how to give it; the folder is there, and its check is clean."""
    Path("story.txt").write_text(STORY, encoding="utf-8")
    assert 0 == cli.main(["new", "story.txt"])
    assert "Note: The day of publication is not known" in capsys.readouterr().out
    assert 0 == cli.main(["check", "talks-fail-at-the-border"])
    assert "the front matter gives no date yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-file.html"], "There is no file no-such-file.html."),
        ([str(PAGES / "shell.html")], "drawn by scripts"),
        ([str(PAGES / "paywall.html")], "only the beginning of the article"),
        ([str(PLAIN), "--date", "2024-02-30"], "'2024-02-30' is not a day of the calendar."),
        (["."], "There is no article in"),
        ([str(TESTS / "data" / "good-article")], "add --again"),
        ([str(PAGES), "--slug", "x"], "--slug is for one article"),
        ([str(PAGES), "--processes", "0"], "0 processes cannot do anything"),
        (["story.html", "--again"], "There is no file story.html."),
        ([str(PLAIN), "--again"], "There is no article in"),
    ],
)
def test_what_goes_wrong_is_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, the message stands where errors stand, and nothing was made."""
    assert 1 == cli.main(["new", *arguments, "--output", "made"])
    captured = capsys.readouterr()
    assert said in captured.err
    assert "" == captured.out
    assert [] == list(Path().glob("made/**/article.md"))


@pytest.mark.parametrize("command", ["new", "check", "review"])
@pytest.mark.parametrize(
    "address",
    [
        *("https://news.example/2024/story.html", "www.news.example", "HTTP://news.example", "bbc.co.uk"),
        *(
            "ftp://example.org/story",
            "example.org/news/story",
            "youtube.com/watch?v=1",
            f"https://a.example/{'a' * 300}",
        ),
    ],
)
def test_a_web_address_is_not_fetched(command: str, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the address as it was typed, says that nothing is fetched, and how to save the page."""
    assert 1 == cli.main([command, address])
    told = capsys.readouterr().err
    assert told.startswith(address[:80])
    assert ["nothing is fetched from the web", "choose Save Page As"] == [
        words for words in ("nothing is fetched from the web", "choose Save Page As") if words in told
    ]


def test_a_second_call_leaves_the_folder_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """A draft that a person may have corrected is never written over."""
    assert 0 == cli.main(["new", str(PLAIN)])
    (Path(SLUG) / "actors.csv").write_text("mine", encoding="utf-8")
    assert 1 == cli.main(["new", str(PLAIN)])
    assert "stays as it is" in capsys.readouterr().err
    assert "mine" == (Path(SLUG) / "actors.csv").read_text(encoding="utf-8")


def test_a_second_story_of_the_same_name_gets_a_folder_beside_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Headlines in Arabic letters name no folder: it is said where the second is, and each can be drafted again."""
    for number, words in enumerate(("رفضت النرويج الخطة", "وافقت أيسلندا على الخطة"), 1):
        Path(f"story{number}.txt").write_text(f"{words} اليوم\n\n{words} يوم الاثنين.\n", encoding="utf-8")
    assert [0, 0] == [cli.main(["new", f"story{number}.txt", "--output", "out"]) for number in (1, 2)]
    told = capsys.readouterr().out
    assert f"Drafted: {Path('out/article-2').resolve()}" in told
    assert f"{Path('out/article')} was there already and stays as it is" in told
    assert "وافقت" in load_article(Path("out/article-2")).text
    assert 1 == cli.main(["new", "story2.txt", "--output", "out"])
    assert f"already something at {Path('out/article-2')}" in capsys.readouterr().err
    assert 0 == cli.main(["new", "story2.txt", "--output", "out", "--again"])
    assert "article-2" in capsys.readouterr().out.splitlines()[0]
    assert 1 == cli.main(["new", "story2.txt", "--output", "out", "--slug", "article"])
    assert "Name another folder with --slug NAME" in capsys.readouterr().err


def _accept(folder: Path, table: str, number: int, **cells: str) -> dict[str, str]:
    rows = rows_of(folder, TABLES[table])
    rows[number] |= {"status": "accepted", **cells}
    save_rows(folder, table, rows)
    return rows[number]


def test_a_draft_made_again_keeps_what_was_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    """Accepted rows stay as a person left them, no words are coded twice, and the given day is in the front matter."""
    Path("story.txt").write_text(STORY, encoding="utf-8")
    assert 0 == cli.main(["new", "story.txt", "--slug", "a"])
    folder = Path("a")
    before = {name: len(rows_of(folder, table)) for name, table in TABLES.items()}
    kept = _accept(folder, "statements", 0, note="as she said it")
    actor = _accept(folder, "actors", 0, name="The president")
    capsys.readouterr()
    assert 0 == cli.main(["new", "a", "--again", "--date", "2024-06-20"])
    assert "2 rows that a person accepted, wrote or changed kept" in capsys.readouterr().out
    found = load_article(folder)
    assert kept in rows_of(folder, TABLES["statements"]) and actor in rows_of(folder, TABLES["actors"])
    assert before["statements"] == len(found.statements)
    assert len(found.statements) == found.statements.content.nunique()
    assert "2024-06-20" == str(found.published)
    assert not {kept["statement_id"], actor["actor_id"]} & set(found.drafts)


def test_a_draft_made_again_from_another_text_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Accepted rows point to words that another text does not have."""
    shutil.copy(PLAIN, "page.html")
    assert 0 == cli.main(["new", "page.html"])
    Path("page.html").write_text(Path("page.html").read_text("utf-8").replace("Analysts", "Experts"), "utf-8")
    assert 1 == cli.main(["new", "page.html", "--again"])
    assert "differs from the one given" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["latin-1", "cp1250", "utf-16"])
def test_a_report_in_another_encoding_is_read_or_told(
    encoding: str, good_article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Drafted again, a report that an editor saved otherwise is read, or named with what to do."""
    report = good_article / "article.md"
    report.write_bytes(f"{report.read_text('utf-8')}\nZürich and Čapek agreed.\n".encode(encoding, "replace"))
    before = report.read_bytes()
    status = cli.main(["new", str(good_article), "--again"])
    assert (0 if encoding == "utf-16" else 1) == status
    if status:
        assert "article.md: the file is not in the encoding UTF-8" in capsys.readouterr().err
    assert before == report.read_bytes()


def test_a_persons_article_can_be_drafted_around(good_article: Path) -> None:
    """Every row of a coded article counts as accepted and is there afterwards, in its columns."""
    before = {name: rows_of(good_article, table) for name, table in TABLES.items()}
    done = draft_again(good_article)
    assert sum(map(len, before.values())) == done.kept
    for name, table in TABLES.items():
        after = rows_of(good_article, table)
        assert before[name] == [{k: row[k] for k in old} for old, row in zip(before[name], after, strict=False)]
