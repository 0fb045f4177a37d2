"""An article's folder, copied into a student's, so that the student's folder can be handed out as it is."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ..base.errors import ArticleError, CommuniqueError
from ..base.places import articles_folder
from ..coding.loading import find_article
from ..coding.outside_facts import FILE
from ..coding.raw_files import PLAIN_WORDS
from ..coding.schema import TABLES
from ..course.course import BROUGHT, article_in, article_name, load_course
from ..tools.faults import check_folder
from .copying import Copier

_FILES = ("article.md", PLAIN_WORDS, *(table.file for table in TABLES.values()), "coding-notes.md", FILE)
#: Folders of an article's folder that belong to it, with the endings of their files.
_FOLDERS = ("lessons/*/*.yml", "lexicon/*.csv", "lexicons/*.csv")


def article_to_start(named: str) -> Path | None:
    """The folder of the article that a course is to be on; None where it is the course's own."""
    path = find_article(named)
    if not path.is_dir():
        what = f"{path} is one file: the lessons need a folder with the article and its coding."
        raise CommuniqueError(what, f"Make one with: communique new {path.name}")
    course = load_course()
    if path.resolve() == (articles_folder() / course.article).resolve():
        return None
    grave = [fault for fault in check_folder(path)[1] if not fault.only_a_note]
    if grave:  # a slip in an author's questions is reported now, not in class
        raise ArticleError(f"The article in {path}", grave)
    return path


def folder_for(article: Path | None) -> Path:
    """The student's folder where none is named: each article has one of its own."""
    return Path("my-course" if article is None else f"my-course-{article_name(article)}")


def settle_article(folder: Path, article: Path | None, notebooks: list[str]) -> Path | None:
    """The article that a student's folder is on: what was asked for, or the copy that is in it.

    An error where the folder holds the course on another article: answers on two never mix.
    """
    present = article_in(folder)
    if article is None:
        return present
    free = folder_for(article)
    if present is not None and article_name(present) != article_name(article):
        raise CommuniqueError(f"{folder} holds the course on the article {present.name}.", f"Name another: {free}.")
    if present is None and any((folder / name).exists() for name in notebooks):
        raise CommuniqueError(f"{folder} holds the course on its own article.", f"Name another folder: {free}.")
    return article


def copy_article(article: Path, folder: Path, copier: Copier) -> None:
    """Bring an article's files into the folder article/ of a student's folder."""
    home = f"{BROUGHT}/{article_name(article)}"
    if article.resolve() == (folder / home).resolve():
        return
    for original in _files_of(article):
        name = f"{home}/{original.relative_to(article).as_posix()}"
        copier.bring(original, name, lambda path: hashlib.sha256(path.read_bytes()).hexdigest())


def _files_of(article: Path) -> Iterator[Path]:
    for name in _FILES:
        if (article / name).is_file():
            yield article / name
    for pattern in _FOLDERS:
        yield from sorted(path for path in article.glob(pattern) if path.is_file())
