"""Find an article by its name or path, and load it."""

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..base.errors import ArticleError, CommuniqueError, Fault
from ..base.nearest import meant
from ..base.places import articles_folder, texts_folder
from ..base.remembered import remembered
from ..base.unchanged import state_of
from ..base.web import refuse_address
from .article import DEFAULT_ARTICLE, CodedArticle


def find_article(name: str | Path | None = None) -> Path:
    """The folder or text file that a name or a path means."""
    name = DEFAULT_ARTICLE if name is None else name
    if not isinstance(name, str | Path):
        what = f"An article cannot be loaded from this {type(name).__name__}."
        raise CommuniqueError(what, "Give the path to a folder or a text file.")
    try:
        path = Path(name).expanduser()
        if path.exists():
            return path.resolve()
        bundled = articles_folder() / str(name)
        if bundled.is_dir() and bundled.parent == articles_folder():
            return bundled
    except (OSError, RuntimeError):  # too long for a path, or the home folder of nobody
        name = f"{str(name)[:60]}..."
    refuse_address(str(name))
    known = sorted(folder.name for folder in articles_folder().iterdir() if folder.is_dir())
    raise CommuniqueError(
        f"There is no article '{name}': it is not a folder, a file, or one that comes with the course.",
        meant(str(name), known, "Give the path to a folder or a text file, or one of"),
    )


def load_coded(name: str | Path | None = None) -> CodedArticle:
    """The coded article of a folder, a slug or a text file."""
    path = find_article(name)
    files = [one for one in path.iterdir() if one.suffix in (".md", ".csv")] if path.is_dir() else [path]

    def work() -> CodedArticle:
        from .checking import check_article  # a student's lesson, whose article is remembered, never gets here

        return _without_faults(path, check_article)

    article = remembered(f"article-{path.name}", files, work)
    return replace(article, folder=path) if path.is_dir() else article


def text_names() -> list[str]:
    """The short texts that a question can be about."""
    folder = texts_folder()
    return list(_text_names(folder, state_of(folder)))


@functools.cache
def _text_names(folder: Path, _state: object) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob("*/article.md")))


def load_text(name: str) -> CodedArticle:
    """A short text that a question is about, with its coding where it has one."""
    folder = texts_folder() / name
    files = [path for path in folder.glob("*.*") if path.suffix in (".md", ".csv")]
    return _load_text(folder, tuple((path, path.stat().st_mtime_ns) for path in files))


@functools.cache
def _load_text(folder: Path, files: tuple[tuple[Path, int], ...]) -> CodedArticle:
    def work() -> CodedArticle:
        from .checking import check_text

        return _without_faults(folder, check_text)

    return remembered(f"text-{folder.name}", [path for path, _ in files], work)


def _without_faults(path: Path, check: Callable[[Path], tuple[CodedArticle | None, list[Fault]]]) -> CodedArticle:
    article, faults = check(path)
    grave = [f for f in faults if not f.only_a_note]
    if grave or article is None:
        raise ArticleError(f"The article in {path}", grave)
    return article
