"""A folder of files becomes a corpus: resumed by content, no file stopping the rest, one table for all articles."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from communique import cli, draft_corpus, load_article
from communique.base.places import PACKAGE
from communique.drafting.corpus import manifest
from communique.drafting.corpus.drafting import REPORT, jobs_of, lost
from communique.drafting.corpus.manifest import CODED, MANIFEST, NOT_READ, UNCHANGED, FileOutcome, Job
from communique.drafting.corpus.processes import in_processes

from ..dying import code_or_die

CODED_SLUGS = ["2024-amp", "amp", "live-blog", "plain-news", "story", "table-layout"]


def _folders(output: Path) -> list[str]:
    return sorted(path.parent.name for path in output.glob("*/article.md"))


def test_a_folder_of_files_becomes_a_folder_of_articles(article_files: Path, tmp_path: Path) -> None:
    """Each file that holds an article has a folder; each that holds none is in a table with its sentence."""
    report = draft_corpus(article_files, tmp_path / "coded")
    assert {CODED: 6, UNCHANGED: 0, NOT_READ: 4} == report.counts
    assert CODED_SLUGS == _folders(report.folder)
    assert load_article(article_files / "amp.html").coded.tables == load_article(report.folder / "amp").coded.tables
    with (report.folder / REPORT).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert ["empty.txt", "noise.md", "scan.pdf", "shell.html"] == [row["file"] for row in rows]
    assert [] == [row for row in rows if not row["why"] or not row["next step"]]


def test_what_was_coded_is_not_coded_again(article_files: Path, tmp_path: Path) -> None:
    """A second run codes only files whose content has changed; a new date alone is no change."""
    output = tmp_path / "coded"
    draft_corpus(article_files, output)
    before = {path: path.stat().st_mtime_ns for path in output.glob("*/*.csv")}
    os.utime(article_files / "amp.html", (1, 1))
    (article_files / "story.TXT").write_text(
        "Talks go on\n\nRussia said on Monday that help would come.\n", encoding="utf-8"
    )
    assert {CODED: 1, UNCHANGED: 5, NOT_READ: 4} == draft_corpus(article_files, output).counts
    assert "Talks go on" == load_article(output / "story").headline
    assert {"story"} == {path.parent.name for path, time in before.items() if time != path.stat().st_mtime_ns}


def test_a_lexicon_beside_the_files_is_used(article_files: Path, tmp_path: Path) -> None:
    """A cue that a teacher added makes a statement, and everything is coded anew with it."""
    (article_files / "story.TXT").write_text("Talks fail\n\nRussia whistled that help would come.\n", encoding="utf-8")
    draft_corpus(article_files, tmp_path / "coded")
    assert "whistled" not in (tmp_path / "coded" / "story" / "statements.csv").read_text("utf-8")
    (article_files / "lexicon").mkdir()
    text = "lemma,past,kind,frames\nwhistle,whistled,says,q c t\n"
    (article_files / "lexicon" / "cues.csv").write_text(text, encoding="utf-8")
    assert 6 == draft_corpus(article_files, tmp_path / "coded").counts[CODED]
    assert "whistled" in (tmp_path / "coded" / "story" / "statements.csv").read_text("utf-8")


def test_an_interrupted_run_goes_on(article_files: Path, tmp_path: Path) -> None:
    """What was done before the end is kept, also when the last line of the manifest was cut off."""
    output = tmp_path / "coded"

    def stopped(function: Callable[[Job], FileOutcome], jobs: Iterable[Job]) -> Iterable[FileOutcome]:
        for number, job in enumerate(jobs):
            if number == 4:
                raise KeyboardInterrupt
            yield function(job)

    with pytest.raises(KeyboardInterrupt):
        draft_corpus(article_files, output, through=stopped)
    lines = (output / MANIFEST).read_text("utf-8").splitlines()
    (output / MANIFEST).write_text("\n".join(lines)[:-30], encoding="utf-8")
    done = [json.loads(line)["outcome"] for line in lines[:-1]].count(CODED)
    report = draft_corpus(article_files, output)
    assert (done, 6) == (report.counts[UNCHANGED], report.counts[UNCHANGED] + report.counts[CODED])
    assert {CODED: 0, UNCHANGED: 6, NOT_READ: 4} == draft_corpus(article_files, output).counts


def test_drafts_that_no_line_tells_of_are_nobodys_work(article_files: Path, tmp_path: Path) -> None:
    """A run that ends after a folder and before its line in the manifest leaves a draft that the next one takes on."""
    output = tmp_path / "coded"
    draft_corpus(article_files, output)
    before = {path: path.read_bytes() for path in output.glob("*/*")}
    (output / MANIFEST).unlink()
    assert {CODED: 6, UNCHANGED: 0, NOT_READ: 4} == draft_corpus(article_files, output).counts
    assert before == {path: path.read_bytes() for path in output.glob("*/*")}
    assert {CODED: 0, UNCHANGED: 6, NOT_READ: 4} == draft_corpus(article_files, output).counts


def test_a_persons_work_is_never_coded_over(article_files: Path, tmp_path: Path) -> None:
    """Where a file has changed and its article's folder too, the folder stays, and the table says so."""
    output = tmp_path / "coded"
    draft_corpus(article_files, output)
    (output / "amp" / "actors.csv").write_text("mine", encoding="utf-8")
    (article_files / "amp.html").write_text("<p>Another article altogether stands here now.</p>", encoding="utf-8")
    report = draft_corpus(article_files, output)
    assert "mine" == (output / "amp" / "actors.csv").read_text(encoding="utf-8")
    (outcome,) = [outcome for outcome in report.not_read if outcome.file == "amp.html"]
    assert "was changed by a person: it stays as it is" in outcome.sentence


def test_an_error_of_the_program_stops_nothing(
    article_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that no rule was made for is named; the others are coded."""
    from communique.drafting.corpus import drafting as corpus

    whole = corpus.draft_source

    def broken(source, slug="", lexicons=None):
        return whole(source, slug, lexicons) if slug != "amp" else 1 / 0

    monkeypatch.setattr(corpus, "draft_source", broken)
    report = draft_corpus(article_files, tmp_path / "coded")
    assert 5 == report.counts[CODED]
    assert ["ZeroDivisionError"] == [o.sentence.split(": ")[1] for o in report.not_read if o.file == "amp.html"]


@pytest.mark.skipif(os.name == "nt", reason="the exit of a process is another there")
def test_a_file_that_ends_its_process_stops_nothing(article_files: Path, tmp_path: Path) -> None:
    """In several processes the tables are the same, and a process that dies takes only its own file with it."""
    jobs = jobs_of(article_files, tmp_path / "coded")
    found = {outcome.file: outcome for outcome in in_processes(code_or_die, jobs, lost=lost, processes=2)}
    assert sorted(job.file for job in jobs) == sorted(found)
    assert {"amp.html", "2024/amp.html"} == {name for name, o in found.items() if "ended the process" in o.sentence}
    assert 4 == [outcome.outcome for outcome in found.values()].count(CODED)


def test_the_command_says_what_became_of_the_files(article_files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, the files that were not read, and how to load the corpus; a second call says that nothing changed."""
    assert 0 == cli.main(["new", str(article_files), "--output", "coded"])
    out = capsys.readouterr().out
    assert "6 coded, 0 coded before and unchanged, 4 not read." in out
    assert "  not read      scan.pdf: " in out
    assert 'communique.load_corpus("coded")' in out
    assert 0 == cli.main(["new", str(article_files), "--output", "coded"])
    assert "0 coded, 6 coded before and unchanged, 4 not read." in capsys.readouterr().out


def _code_on_a_cluster(files: Path, output: Path) -> None:
    from dask.distributed import Client, LocalCluster, as_completed

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def through(function: Callable[[Job], FileOutcome], jobs: list[Job]) -> Iterable[FileOutcome]:
            return (outcome for _, outcome in as_completed(client.map(function, jobs), with_results=True))

        draft_corpus(files, output, through=through)


def test_the_same_function_runs_on_a_cluster(article_files: Path, tmp_path: Path) -> None:
    """Under dask.distributed the corpus is, file by file, what one process makes."""
    _code_on_a_cluster(article_files, tmp_path / "cluster")
    draft_corpus(article_files, tmp_path / "here")
    contents = [
        {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.glob("*/*"))}
        for folder in (tmp_path / "here", tmp_path / "cluster")
    ]
    assert len(contents[0]) == 8 * len(CODED_SLUGS)
    assert contents[0] == contents[1]


@pytest.mark.parametrize(
    "file", ["drafting/grammar/phrases.py", "drafting/lexicon/csv/cues.csv", "coding/checking.py", "text/spans.py"]
)
def test_a_change_of_code_anywhere_codes_a_folder_again(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule or a lexicon in any room that a draft is made in counts, and so does a file that is new there."""
    package = shutil.copytree(PACKAGE, tmp_path / "package", ignore=shutil.ignore_patterns("static", "__pycache__"))
    monkeypatch.setattr(manifest, "PACKAGE", package)
    before = manifest.digest_of_rules(tmp_path)
    (package / "cli" / "new.py").write_text("# no rule", encoding="utf-8")
    assert before == manifest.digest_of_rules(tmp_path)
    (package / file).write_text("# changed", encoding="utf-8")
    changed = manifest.digest_of_rules(tmp_path)
    (package / file).with_name(f"new{Path(file).suffix}").write_text("# new", encoding="utf-8")
    assert 3 == len({before, changed, manifest.digest_of_rules(tmp_path)})
