"""Read an article and draft its coding.

An article is a saved web page, a text or Markdown file, or - for standard input. The command makes an article's
folder; each row says which rule made it, by which words, and that nobody has checked it yet. A folder of files gives
a folder of articles.
"""

from __future__ import annotations

import argparse
import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.errors import CommuniqueError
from ..base.files import free_name
from ..base.plural import counted
from .arguments import path

if TYPE_CHECKING:
    from ..coding.article import CodedArticle
    from ..drafting.corpus.manifest import FileOutcome
    from ..drafting.reading.source import SourceText

_FEW_FILES = 24  # fewer are coded before a second process has begun
_SHOWN = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique new`."""
    add = parser.add_argument
    add("source", help="a saved web page, a text or Markdown file, a folder of them, or - for standard input")
    add("--slug", default="", metavar="NAME", help="the name of the article's folder (default: from the headline)")
    add("--date", metavar="DAY", help="the day of publication, as 2024-06-20 (default: as the page or file says)")
    add("--outlet", default="", help="who published it (default: as the page or file says)")
    add("--headline", default="", help="its headline (default: as the page or file says)")
    add("--output", metavar="FOLDER", type=path, help="where the article's folder is made (default: here)")
    add("--again", action="store_true", help="draft an article's folder again: rows that a person accepted stay")
    add(
        "--processes",
        type=int,
        metavar="N",
        help="for a folder: how many at once (default: as many as there are cores)",
    )


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Draft an article, or each file of a folder, and say what was drafted."""
    if chosen.source == "-":
        return _draft_one(sys.stdin.buffer, chosen)
    source = path(chosen.source)
    if not source.is_dir():
        return _draft_one(source, chosen)
    if not (source / "article.md").is_file():
        return _draft_corpus(source, chosen)
    if not chosen.again:
        what = f"{source} is an article's folder already."
        raise CommuniqueError(what, "To draft its rows again, add --again: rows that a person accepted stay.")
    return _draft_again(source, chosen, None)


def _draft_one(source: Any, chosen: argparse.Namespace) -> Iterator[str]:
    from ..drafting.draft.draft import draft_source
    from ..drafting.draft.folder import write_article
    from ..drafting.reading.source import LARGEST_FILE, read_source
    from ..text.slugs import slug_of

    content = source if isinstance(source, Path) else source.read(LARGEST_FILE + 1)
    text = read_source(content, published=chosen.date, outlet=chosen.outlet, headline=chosen.headline)
    name = slug_of(chosen.slug or text.headline or text.paragraphs[0])
    wanted = (chosen.output or Path()) / name
    folder = wanted if chosen.slug else free_name(wanted, lambda place: _holds_another(place, text))
    if chosen.again:
        yield from _draft_again(folder if folder.is_dir() else wanted, chosen, text)
        return
    draft = draft_source(text, folder.name)
    folder = write_article(folder, draft.source, draft.tables)
    yield f"Drafted: {folder.resolve()}"
    if folder != wanted:
        yield f"{wanted} was there already and stays as it is, so this article has a folder beside it."
    yield from drafted_lines(draft.coded)
    yield from _next_steps(folder)


def _holds_another(place: Path, text: SourceText) -> bool:
    """Whether there is something in a place that is not this text's article."""
    from ..drafting.draft.again import source_of

    try:
        return source_of(place).paragraphs != text.paragraphs
    except CommuniqueError:
        return os.path.lexists(place) and (not place.is_dir() or any(place.iterdir()))


def _draft_again(folder: Path, chosen: argparse.Namespace, text: SourceText | None) -> Iterator[str]:
    from ..drafting.draft.again import draft_again
    from ..review.log import ReviewLog

    log = ReviewLog(folder)
    log.read()
    done = draft_again(
        folder, text, published=chosen.date, outlet=chosen.outlet, headline=chosen.headline, gone=log.earlier
    )
    yield f"Drafted again: {folder.resolve()}"
    yield f"{counted(done.kept, 'row')} that a person accepted, wrote or changed kept; all others are new drafts."
    yield from drafted_lines(done.coded)
    yield from _next_steps(folder)


def drafted_lines(coded: CodedArticle) -> Iterator[str]:
    """What was drafted: counts, then notes."""
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in coded.tables.items() if rows) or "no rows"
    day = f", {coded.published}" if coded.published else ""
    paragraphs = counted(len(coded.paragraphs) - 1, "paragraph")
    yield f"“{coded.headline or coded.slug}”{day}: {paragraphs}; {sizes}."
    yield from (f"Note: {note}" for note in coded.notes)


def _next_steps(folder: Path) -> Iterator[str]:
    yield "Nobody has checked these rows. Each says in the column 'rule' what made it, and has the status 'draft'."
    yield f"To accept, correct or delete them:  communique review {quoted(folder)}"
    yield f"To check the folder for faults:     communique check {quoted(folder)}"


def quoted(folder: Path) -> str:
    """A path as it can be typed."""
    return f'"{folder}"' if " " in str(folder) else str(folder)


def _draft_corpus(source: Path, chosen: argparse.Namespace) -> Iterator[str]:
    from ..drafting.corpus.drafting import draft_corpus
    from ..drafting.corpus.manifest import CODED, NOT_READ, UNCHANGED

    for name in ("slug", "date", "outlet", "headline", "again"):
        if getattr(chosen, name):
            raise CommuniqueError(f"--{name} is for one article, and {source} is a folder.", f"Leave out --{name}.")
    output = chosen.output or source.with_name(f"{source.resolve().name}-coded")
    report = draft_corpus(source, output, through=_mapping(chosen.processes), progress=_bar)
    counts = report.counts
    yield f"The corpus is in {output.resolve()}"
    yield f"{counts[CODED]} coded, {counts[UNCHANGED]} coded before and unchanged, {counts[NOT_READ]} not read."
    yield from (f"  not read      {outcome.file}: {outcome.sentence}" for outcome in report.not_read[:_SHOWN])
    if len(report.not_read) > _SHOWN:
        yield f"  and {len(report.not_read) - _SHOWN} more"
    if report.not_read:
        yield f"All of them, with what to do, are in {report.table}"
    yield f'In Python: communique.load_corpus("{output}") gives its tables.'


def _mapping(processes: int | None) -> Callable[[Callable, list], Iterable[FileOutcome]]:
    """A function that maps like the built-in one, in this many processes where that pays."""
    from ..drafting.corpus.drafting import lost
    from ..drafting.corpus.processes import in_processes

    if processes is not None and processes < 1:
        raise CommuniqueError(f"{processes} processes cannot do anything.", "Give a number from 1.")
    count = processes or os.cpu_count() or 1

    def through(function: Callable, jobs: list) -> Iterable[FileOutcome]:
        if count == 1 or (len(jobs) < _FEW_FILES and not processes):
            return map(function, jobs)
        return in_processes(function, jobs, lost=lost, processes=count)

    return through


def _bar(outcomes: Iterable[FileOutcome], count: int) -> Iterable[FileOutcome]:
    from tqdm import tqdm

    bar: Callable[..., Any] = functools.partial(tqdm, unit="file", desc="Coding", disable=None, dynamic_ncols=True)
    return bar(outcomes, total=count)
