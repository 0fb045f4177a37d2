"""What `communique new` does: its arguments, and the sentences that it says."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..base.errors import CommuniqueError
from ..coding.article import CodedArticle
from ..drafting.draft.coder import CODERS
from ..drafting.draft.folder import slug_of, write_article
from ..drafting.reading.source import LARGEST_FILE, SourceText, read_source

DESCRIPTION = (
    "Read any article (a saved web page, a text or Markdown file, or - for standard input) and draft its coding: "
    "an article's folder whose every row says which rule made it, by which words, and that nobody has checked it yet. "
    "A folder of files gives a folder of articles."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique new`."""
    add = parser.add_argument
    add("source", help="a saved web page, a text or Markdown file, a folder of them, or - for standard input")
    add("--slug", default="", metavar="NAME", help="the name of the article's folder (default: from the headline)")
    add("--date", metavar="DAY", help="the day of publication, as 2024-06-20 (default: as the page or file says)")
    add("--outlet", default="", help="who published it (default: as the page or file says)")
    add("--headline", default="", help="its headline (default: as the page or file says)")
    add("--output", metavar="FOLDER", help="where the article's folder is made (default: here)")
    add("--coder", choices=CODERS, default="rules", help="spacy: with an English model of spaCy, if one is installed")
    add("--again", action="store_true", help="draft an article's folder anew: rows that a person accepted stay")
    add(
        "--processes",
        type=int,
        metavar="N",
        help="for a folder: how many at once (default: as many as there are cores)",
    )


def run(chosen: argparse.Namespace, path: Callable[[str], Path]) -> Iterator[str]:
    """Do what was asked for.

    Parameters:
        chosen: what was typed.
        path: makes a path of it.

    Returns:
        The sentences to print.
    """
    if chosen.source == "-":
        read = _read(sys.stdin.buffer.read(LARGEST_FILE + 1), chosen)
    else:
        source = path(chosen.source)
        if source.is_dir():
            yield from _of_a_folder(source, chosen, path)
            return
        read = _read(source, chosen)
    output = path(chosen.output) if chosen.output else Path()
    name = slug_of(chosen.slug) if chosen.slug else slug_of(read.headline or read.paragraphs[0])
    if chosen.again:
        yield from _anew(output / name, chosen, read)
        return
    from ..drafting.draft.draft import draft_source

    draft = draft_source(read, name, coder=chosen.coder)
    folder = write_article(output / name, draft.source, draft.tables)
    yield f"Drafted: {folder.resolve()}"
    yield from told(draft.coded)
    yield from _next_steps(folder)


def _read(source: Path | bytes, chosen: argparse.Namespace) -> SourceText:
    return read_source(source, published=chosen.date, outlet=chosen.outlet, headline=chosen.headline)


def _of_a_folder(source: Path, chosen: argparse.Namespace, path: Callable[[str], Path]) -> Iterator[str]:
    if (source / "article.md").is_file():
        if not chosen.again:
            what = f"{source} is an article's folder already."
            raise CommuniqueError(what, "To draft its rows anew, add --again: rows that a person accepted stay.")
        yield from _anew(source, chosen, None)
        return
    from .new_folder import run_corpus

    yield from run_corpus(source, chosen, path)


def _anew(folder: Path, chosen: argparse.Namespace, read: SourceText | None) -> Iterator[str]:
    from ..drafting.draft.again import draft_again

    given = {"published": chosen.date, "outlet": chosen.outlet, "headline": chosen.headline, "coder": chosen.coder}
    done = draft_again(folder, read, **given)
    yield f"Drafted anew: {folder.resolve()}"
    yield f"{done.kept} accepted row{'s' if done.kept != 1 else ''} kept; all others are new drafts."
    yield from told(done.coded)
    yield from _next_steps(folder)


def told(coded: CodedArticle) -> Iterator[str]:
    """What was drafted: counts, then notes."""
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in coded.tables.items() if rows) or "no rows"
    count = len(coded.paragraphs) - 1
    day = f", {coded.published}" if coded.published else ""
    yield f"“{coded.headline or coded.slug}”{day}: {count} paragraph{'s' if count != 1 else ''}; {sizes}."
    yield from (f"Note: {note}" for note in coded.notes)


def _next_steps(folder: Path) -> Iterator[str]:
    yield "Nobody has checked these rows. Each says in the column 'rule' what made it, and has the status 'draft'."
    yield f"To accept, correct or delete them:  communique review {_quoted(folder)}"
    yield f"To check the folder for faults:     communique check {_quoted(folder)}"


def _quoted(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)


def checked(path: Path) -> Iterator[str]:
    """What `communique check` says of a file that has no coding: what would be drafted from it."""
    from ..drafting.draft.draft import draft_source

    coded = draft_source(read_source(path), path.stem).coded
    yield f"No faults in {path}. It has no coding; this is what would be drafted:"
    yield from told(coded)
    yield f"To write the draft as an article's folder: communique new {_quoted(path)}"
