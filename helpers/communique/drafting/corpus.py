"""A folder of files becomes a folder of articles: one file at a time, so that it runs in processes or on a cluster.

`code_one` does the work for one file and needs nothing but its job: a process pool, Dask or a loop can call it. What
was done is kept in a manifest of JSON Lines, so that an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import CommuniqueError
from ..own_files import not_written, write_whole
from ..schema import TABLES
from .drafts import draft_source
from .limits import in_time
from .source import HTML_FILES, TEXT_FILES, read_source
from .writing import csv_text, slug_of, write_article

MANIFEST, REPORT = "corpus.jsonl", "not-read.csv"
SECONDS = 60  # for one file, where the system can stop it
_NAMED_TOO = (".pdf", ".docx", ".doc", ".odt", ".rtf")  # not read, and said so

CODED, UNCHANGED, NOT_READ = "coded", "unchanged", "not read"


@dataclass(frozen=True)
class Job:
    """One file to code: its place, its name in the folder, the article's name, and what is known of an earlier run."""

    path: str
    file: str
    slug: str
    output: str
    rules: str = ""
    sha256: str = ""
    written: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a file: coded, unchanged since it was, or not read (then `sentence` says why)."""

    file: str
    slug: str
    outcome: str
    sha256: str = ""
    written: str = ""
    sentence: str = ""
    next_step: str = ""
    rows: int = 0
    rules: str = ""


@dataclass(frozen=True)
class CorpusReport:
    """How many files of a folder were coded, and which were not."""

    folder: Path
    counts: dict[str, int]
    not_read: tuple[Outcome, ...]


def code_one(job: Job) -> Outcome:
    """Read, draft and write one article; whatever goes wrong is in the outcome, and nothing is raised.

    It can run in any process that sees the two folders: `client.map(code_one, jobs)` does it under Dask.
    """
    try:
        with in_time(SECONDS):
            return _code(job)
    except CommuniqueError as error:
        return Outcome(job.file, job.slug, NOT_READ, sentence=error.what, next_step=error.next_step)
    except Exception as error:  # a file must not stop the others, whatever is in it
        what = f"The file brought an error of the program to light: {type(error).__name__}: {str(error)[:200]}"
        return Outcome(job.file, job.slug, NOT_READ, sentence=what, next_step="Report it, with the file.")


def _code(job: Job) -> Outcome:
    path, folder = Path(job.path), Path(job.output) / job.slug
    digest = hashlib.sha256()
    with contextlib.suppress(OSError), path.open("rb") as file:  # what cannot be read is said by read_source
        while piece := file.read(1 << 20):
            digest.update(piece)
    sha256 = digest.hexdigest()
    if sha256 == job.sha256 and (folder / "article.md").is_file():
        return Outcome(job.file, job.slug, UNCHANGED, sha256, job.written)
    draft = draft_source(read_source(path), job.slug)
    rows = sum(map(len, draft.tables.values()))
    if folder.exists():
        _make_way(folder, job)
    write_article(folder, draft.source, draft.tables)
    return Outcome(job.file, job.slug, CODED, sha256, digest_of(folder), rows=rows, rules=job.rules)


def _make_way(folder: Path, job: Job) -> None:
    """Take away the draft of an older file, if it is as it was written; a person's work stays where it is."""
    if not job.written or digest_of(folder) != job.written:
        what = f"The file is new or has changed, and the folder {job.slug} was changed by a person: it stays as it is."
        raise CommuniqueError(what, "Move that folder to another place, and call the command again.")
    for path in folder.iterdir():
        path.unlink()


def digest_of(folder: Path) -> str:
    """A digest of an article's text and tables, whatever else lies in its folder."""
    digest = hashlib.sha256()
    for name in ("article.md", *(table.file for table in TABLES.values())):
        with contextlib.suppress(OSError):
            digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return digest.hexdigest()


def digest_of_rules() -> str:
    """A digest of the rules and lexicons: what was coded with others is coded anew."""
    here, digest = Path(__file__).parent, hashlib.sha256()
    for path in sorted([*here.glob("*.py"), *(here.parent / "lexicons").glob("*.csv")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def files_of(folder: Path, output: Path) -> list[Path]:
    """The files of a folder that may hold an article, in order; hidden files and the parts of saved pages are none."""
    found = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not name.endswith(("_files", ".files")) and (here / name) != output
        )
        if here == output or (here / "article.md").is_file():
            continue
        wanted = (*HTML_FILES, *TEXT_FILES, *_NAMED_TOO)
        found += [here / n for n in sorted(names) if not n.startswith(".") and Path(n).suffix.lower() in wanted]
    return found


def jobs_of(folder: Path, output: Path) -> list[Job]:
    """One job a file, with what an earlier run left: a file keeps the name that its article has.

    Raises:
        CommuniqueError: there is no such folder, or no file in it that may hold an article.
    """
    folder, output = folder.resolve(), output.resolve()
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the files.")
    files = files_of(folder, output)
    if not files:
        what = f"There is no article in {folder}."
        raise CommuniqueError(what, f"Files that are read end in {', '.join((*HTML_FILES[:2], *TEXT_FILES))}.")
    known = {outcome.file: outcome for outcome in read_manifest(output)}
    taken = {outcome.slug for outcome in known.values()}
    jobs, rules = [], digest_of_rules()
    for path in files:
        name = path.relative_to(folder).as_posix()
        earlier = known.get(name)
        slug = earlier.slug if earlier else _free(slug_of(name.rsplit(".", 1)[0].replace("/", " ")), taken)
        taken.add(slug)
        done = earlier is not None and earlier.outcome == CODED and earlier.rules == rules
        written = earlier.written if earlier else ""
        jobs.append(Job(str(path), name, slug, str(output), rules, earlier.sha256 if done else "", written))
    return jobs


def _free(slug: str, taken: set[str]) -> str:
    found, number = slug, 1
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    return found


def read_manifest(output: Path) -> list[Outcome]:
    """What earlier runs did, the last word on each file; a line that was cut off by an end of the run is none."""
    found: dict[str, Outcome] = {}
    with contextlib.suppress(OSError):
        for line in (output / MANIFEST).read_text(encoding="utf-8", errors="replace").splitlines():
            with contextlib.suppress(ValueError, TypeError):
                outcome = Outcome(**json.loads(line))
                found[outcome.file] = outcome
    return list(found.values())


def draft_corpus(
    folder: str | Path,
    output: str | Path,
    *,
    through: Callable[[Callable[[Job], Outcome], list[Job]], Iterable[Outcome]] = map,
    progress: Callable[[Iterable[Outcome], int], Iterable[Outcome]] | None = None,
) -> CorpusReport:
    """Draft the coding of every article in a folder; what was done before is not done again.

    Parameters:
        folder: the folder with saved pages, text and Markdown files, also in folders inside it.
        output: the folder for the articles, one folder each; made where it is missing.
        through: calls a function for every job and gives the outcomes in any order: `map` does it here, one
            after the other; `in_processes` in all cores; with Dask, on every machine of a cluster.
        progress: wraps the outcomes, given how many there will be, as `tqdm` does.

    Returns:
        Counts, and the files that were not read with the reason; the same stands in `not-read.csv`.

    Raises:
        CommuniqueError: there is no article in the folder, or the output cannot be written to.
    """
    folder, output = Path(folder), Path(output)
    jobs = jobs_of(folder, output)
    counts, not_read = dict.fromkeys((CODED, UNCHANGED, NOT_READ), 0), []
    outcomes = through(code_one, jobs)
    for outcome in _kept(outcomes if progress is None else progress(outcomes, len(jobs)), output):
        counts[outcome.outcome] += 1
        if outcome.outcome == NOT_READ:
            not_read.append(outcome)
    not_read.sort(key=lambda outcome: outcome.file)
    columns = ("file", "why", "next step")
    rows = ({"file": o.file, "why": o.sentence, "next step": o.next_step} for o in not_read)
    write_whole(output / REPORT, csv_text(columns, rows))
    return CorpusReport(output, counts, tuple(not_read))


def _kept(outcomes: Iterable[Outcome], output: Path) -> Iterator[Outcome]:
    """Write each outcome down before the next is asked for; a cut-off last line is closed first."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        (output / MANIFEST).touch()
        with (output / MANIFEST).open("r+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    file.write(b"\n")
        with (output / MANIFEST).open("a", encoding="utf-8", newline="\n") as file:
            for outcome in outcomes:
                if outcome.outcome != UNCHANGED:
                    file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
                    file.flush()
                yield outcome
    except OSError as error:
        raise not_written(output, error) from error


def lost(job: Job) -> Outcome:
    """The outcome of a file that ended the process that read it."""
    what = "The file ended the process that read it; it may need more memory than there is."
    return replace(
        Outcome(job.file, job.slug, NOT_READ), sentence=what, next_step="Give its text as a text file (.txt)."
    )
