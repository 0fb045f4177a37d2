"""A folder of files becomes a folder of articles: one file at a time, so that it runs in processes or on a cluster.

`code_one` does the work for one file and needs nothing but its job: a process pool, Dask or a loop can call it. What
was done is kept in a manifest of JSON Lines, so that an interrupted run goes on where it stopped.
"""

import contextlib
import functools
import hashlib
import itertools
import os
import shutil
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ...base.errors import CommuniqueError
from ...base.files import free_name, not_written, write_own
from ...coding.writing import csv_text
from ...text.slugs import slug_of
from ..draft.draft import draft_source
from ..draft.folder import write_article
from ..lexicon.lexicons import Lexicons, lexicons_of
from ..reading.html_page import forget_pages
from ..reading.source import HTML_FILES, TEXT_FILES, read_source
from .limits import in_time
from .manifest import CODED, NOT_READ, UNCHANGED, FileOutcome, Job, Manifest, digest_of, digest_of_rules

REPORT = "not-read.csv"
SECONDS = 60  # for one file, where the system can stop it
_AT_ONCE = 128  # files whose pages the library may remember
_READ = itertools.count(1)
_NAMED_TOO = (".pdf", ".docx", ".doc", ".odt", ".rtf")  # not read, and said so


@dataclass(frozen=True)
class CorpusReport:
    """How many files of a folder were coded, and which were not; `table` is the file that lists these."""

    folder: Path
    counts: dict[str, int]
    not_read: tuple[FileOutcome, ...]
    table: Path


def code_one(job: Job) -> FileOutcome:
    """Read, draft and write one article; whatever goes wrong is in the outcome, and nothing is raised.

    It can run in any process that sees the two folders: `client.map(code_one, jobs)` does it under Dask.
    """
    if next(_READ) % _AT_ONCE == 0:
        forget_pages()
    try:
        with in_time(SECONDS):
            return _code(job)
    except CommuniqueError as error:
        return FileOutcome(job.file, job.slug, NOT_READ, sentence=error.what, next_step=error.next_step)
    except Exception as error:  # a file must not stop the others, whatever is in it
        what = f"The file brought an error of the program to light: {type(error).__name__}: {str(error)[:200]}"
        return FileOutcome(job.file, job.slug, NOT_READ, sentence=what, next_step="Report it, with the file.")


def _code(job: Job) -> FileOutcome:
    path, folder = Path(job.path), Path(job.output) / job.slug
    digest = hashlib.sha256()
    with contextlib.suppress(OSError), path.open("rb") as file:  # what cannot be read is said by read_source
        while piece := file.read(1 << 20):
            digest.update(piece)
    sha256 = digest.hexdigest()
    if sha256 == job.sha256 and (folder / "article.md").is_file():
        return FileOutcome(job.file, job.slug, UNCHANGED, sha256, job.written)
    draft = draft_source(read_source(path), job.slug, _lexicons(job.lexicons, job.rules))
    rows = sum(map(len, draft.tables.values()))
    if os.path.lexists(folder):
        made = write_article(folder.with_name(f".{uuid.uuid4().hex}.part"), draft.source, draft.tables)
        try:
            _put_in_place(made, folder, job)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    else:
        write_article(folder, draft.source, draft.tables)
    return FileOutcome(job.file, job.slug, CODED, sha256, digest_of(folder), rows=rows, rules=job.rules)


@functools.lru_cache(maxsize=4)
def _lexicons(folder: str, rules: str) -> Lexicons:
    """The folder's lexicons; they are read again when their digest has changed."""
    return lexicons_of(Path(folder))


def _put_in_place(made: Path, folder: Path, job: Job) -> None:
    """Let a new draft take the place of an older one, if all in that is as it was written.

    A folder that holds the very same draft is what a run that was cut off had written last.
    """
    if digest_of(folder) not in (job.written, digest_of(made)):
        what = (
            f"The file, the rules or a lexicon are new or have changed, and the folder {job.slug} was changed by a "
            "person: it stays as it is."
        )
        raise CommuniqueError(what, "Move that folder to another place, and call the command again.")
    aside = folder.with_name(f".{uuid.uuid4().hex}.part")
    try:
        folder.rename(aside)
        try:
            made.rename(folder)
        except BaseException:
            aside.rename(folder)
            raise
    except OSError as error:
        raise not_written(folder, error) from error
    shutil.rmtree(aside, ignore_errors=True)


def files_of(folder: Path, output: Path) -> list[Path]:
    """The files of a folder that may hold an article, in order; hidden files and the parts of saved pages are none."""
    files = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not name.endswith(("_files", ".files")) and (here / name) != output
        )
        if here == output or (here / "article.md").is_file():
            continue
        wanted = (*HTML_FILES, *TEXT_FILES, ".eml", *_NAMED_TOO)
        files += [here / n for n in sorted(names) if not n.startswith(".") and Path(n).suffix.lower() in wanted]
    return files


def jobs_of(folder: Path, output: Path) -> list[Job]:
    """One job a file, with what an earlier run left: a file keeps the name that its article has."""
    folder, output = folder.resolve(), output.resolve()
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the files.")
    files = files_of(folder, output)
    if not files:
        what = f"There is no article in {folder}."
        raise CommuniqueError(what, f"Files that are read end in {', '.join((*HTML_FILES[:2], *TEXT_FILES))}.")
    manifest = Manifest(output)
    with contextlib.suppress(OSError):  # what cannot be read is said when it is written
        manifest.read()
    known = manifest.outcomes
    taken = {outcome.slug for outcome in known.values()}
    jobs, rules = [], digest_of_rules(folder)
    for path in files:
        name = path.relative_to(folder).as_posix()
        earlier = known.get(name)
        wanted = slug_of(name.rsplit(".", 1)[0].replace("/", " "))
        slug = earlier.slug if earlier else free_name(Path(wanted), lambda article: article.name in taken).name
        taken.add(slug)
        done = earlier if earlier and earlier.outcome == CODED and earlier.rules == rules else None
        written = earlier.written if earlier else ""
        jobs.append(Job(str(path), name, slug, str(output), rules, str(folder), done.sha256 if done else "", written))
    return jobs


def draft_corpus(
    folder: str | Path,
    output: str | Path,
    *,
    through: Callable[[Callable[[Job], FileOutcome], list[Job]], Iterable[FileOutcome]] = map,
    progress: Callable[[Iterable[FileOutcome], int], Iterable[FileOutcome]] | None = None,
) -> CorpusReport:
    """Draft the coding of every article in a folder; what was done before is not done again.

    Parameters:
        folder: the folder with saved pages, text and Markdown files, also in folders inside it; a folder
            `lexicon` in it, with CSV files, adds to the package's lexicons.
        output: the folder for the articles, one folder each; made where it is missing.
        through: calls a function for every job and gives the outcomes in any order: `map` does it here, one
            after the other; `in_processes` in all cores; with Dask, on every machine of a cluster.
        progress: wraps the outcomes, given how many there will be, as `tqdm` does.

    Returns:
        Counts, and the files that were not read with the reason; the same is in `not-read.csv`.

    Raises:
        CommuniqueError: there is no article in the folder, or the output cannot be written to.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as here:
        ...     _ = Path(here, "bay.txt").write_text("A pact on the bay\\n\\nIt was signed.")
        ...     draft_corpus(here, Path(here, "coded")).counts
        {'coded': 1, 'unchanged': 0, 'not read': 0}
    """
    folder, output = Path(folder), Path(output)
    jobs = jobs_of(folder, output)
    counts, not_read = dict.fromkeys((CODED, UNCHANGED, NOT_READ), 0), []
    outcomes = through(code_one, jobs)
    for outcome in Manifest(output).keep(outcomes if progress is None else progress(outcomes, len(jobs))):
        counts[outcome.outcome] += 1
        if outcome.outcome == NOT_READ:
            not_read.append(outcome)
    not_read.sort(key=lambda outcome: outcome.file)
    columns = ("file", "why", "next step")
    rows = ({"file": o.file, "why": o.sentence, "next step": o.next_step} for o in not_read)
    table = write_own(output / REPORT, csv_text(columns, rows))
    return CorpusReport(output, counts, tuple(not_read), table)


def lost(job: Job) -> FileOutcome:
    """The outcome of a file that ended the process that read it."""
    what = "The file ended the process that read it; it may need more memory than there is."
    return FileOutcome(job.file, job.slug, NOT_READ, sentence=what, next_step="Give its text as a text file (.txt).")
