"""Check an article's files and list every fault at once.

The CSV files are compared with the article's text, and what an author wrote for lessons is read: file, row and column
(or entry and field), what is there, what is allowed, the nearest match. Without a name, the course is checked too. For
a page or a text without coding, the command says what would be drafted.
"""

import argparse
from collections.abc import Generator, Iterator

from ..base.plural import counted
from .new import drafted_lines, quoted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique check`."""
    parser.add_argument(
        "article", nargs="?", help="a folder, a saved page, a text file or the name of an article of the course"
    )
    parser.add_argument(
        "--minutes", action="store_true", help="say how long each lesson takes, reckoned from its words and questions"
    )


def run(chosen: argparse.Namespace) -> Generator[str, None, int]:
    """List the faults; returns 1 where there are any."""
    if chosen.minutes:
        yield from _minutes()
        return 0
    from ..coding.loading import find_article
    from ..coding.outside_facts import load_outside_facts
    from ..course.course import load_course
    from ..teacher.book.plans import load_plans
    from ..tools.faults import check_course, check_folder, faults_of

    path = find_article(chosen.article)
    if path.is_file():
        from ..drafting.draft.draft import draft_source
        from ..drafting.reading.source import read_source

        coded = draft_source(read_source(path), path.stem).coded
        yield f"No faults in {path}. It has no coding; this is what would be drafted:"
        yield from drafted_lines(coded)
        yield f"To write the draft as an article's folder: communique new {quoted(path)}"
        return 0
    article, faults = check_folder(path)
    if chosen.article is None:  # the course's own article, with the course
        faults += [*check_course(path.name, article), *faults_of(lambda: load_plans(load_course()))]
    grave = [fault for fault in dict.fromkeys(faults) if not fault.only_a_note]
    yield from (f"{number}. {fault}" for number, fault in enumerate(grave, 1))
    yield from (f"Note: {fault}" for fault in faults if fault.only_a_note)
    if grave or article is None:
        yield f"\n{counted(len(grave), 'fault')} in {path}. Fix them, save, and check again."
        return 1
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in article.tables.items())
    facts = load_outside_facts(str(path))
    sizes += f", {len(article.mentions)} mentions" + (f", {len(facts)} outside facts" if facts else "")
    yield f"No faults in {path}."
    yield f"{len(article.paragraphs) - 1} paragraphs, {sizes}."
    return 0


def _minutes() -> Iterator[str]:
    """Each lesson and form with the minutes it says and those that are reckoned, and what the core takes."""
    from ..coding.loading import load_coded
    from ..course.course import load_course
    from ..student.minutes import reckoned

    course, core = load_course(), 0.0
    article = load_coded(course.article)
    yield "says  reckoned  (to read + to do)"
    for info in (*course.lessons, *course.forms):
        minutes = reckoned(info, article)
        core += minutes.all if info.core else 0
        yield f"{info.minutes:4}  {minutes.all:8.1f}  ({minutes.reading:4.1f} + {minutes.doing:4.1f})  {info.heading}"
    yield f"The core takes {core / 60:.1f} hours."
