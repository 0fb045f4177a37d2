"""Load an article's folder and hold every row against the text: all faults at once, or a coded article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..base.errors import ArticleError, CommuniqueError, Fault
from ..base.nearest import nearest_of
from ..base.places import articles_folder
from ..base.remembered import remembered
from .article import HEADLINE, CodedArticle

DEFAULT_ARTICLE = "south-korea-2024"
_TEXT_FILES = (".txt", ".md", ".markdown", ".text")


def find_article(source: str | Path | None = None) -> Path:
    """The folder or text file that a name or a path means.

    Raises:
        CommuniqueError: no such article; the message lists those that come with the course.
    """
    source = DEFAULT_ARTICLE if source is None else source
    if not isinstance(source, str | Path):
        what = f"An article cannot be loaded from this {type(source).__name__}."
        raise CommuniqueError(what, "Give the path to a folder or a text file.")
    try:
        path = Path(source).expanduser()
        if path.exists():
            return path.resolve()
        bundled = articles_folder() / str(source)
        if bundled.is_dir() and bundled.parent == articles_folder():
            return bundled
    except (OSError, RuntimeError):  # too long for a path, or the home folder of nobody
        source = f"{str(source)[:60]}..."
    known = sorted(folder.name for folder in articles_folder().iterdir() if folder.is_dir())
    near = nearest_of(str(source), known)
    hint = f"Did you mean '{near}'? " if near else ""
    raise CommuniqueError(
        f"There is no article '{source}': it is no folder, no file, and none that comes with the course.",
        f"{hint}Give the path to a folder or a text file, or one of: {', '.join(known)}.",
    )


def load_coded(source: str | Path | None = None) -> CodedArticle:
    """The coded article of a folder, a slug or a text file.

    Raises:
        CommuniqueError: there is no such article.
        ArticleError: it has faults; the message lists all of them.
    """
    path = find_article(source)
    files = [one for one in path.iterdir() if one.suffix in (".md", ".csv")] if path.is_dir() else [path]
    found = remembered(f"article-{path.name}", files, lambda: _without_faults(path))
    return replace(found, folder=path) if path.is_dir() else found


def _without_faults(path: Path) -> CodedArticle:
    article, faults = check_article(path)
    grave = [f for f in faults if not f.only_a_note]
    if grave or article is None:
        raise ArticleError(f"The article in {path}", grave)
    return article


def check_article(path: Path) -> tuple[CodedArticle | None, list[Fault]]:
    """All the faults of an article, and the article itself where it has none but notes."""
    from .checking import ArticleCheck
    from .raw_files import read_article  # a student's lesson, whose article is remembered, never gets here

    if path.is_dir():
        raw, faults = read_article(path / "article.md", needs_front=True)
        return ArticleCheck(path.name, raw, faults).run(path)
    if path.suffix.lower() not in _TEXT_FILES:
        ask = "a folder, or a text file with the ending .txt or .md"
        return None, [Fault(path.name, f"{path.suffix or 'a file without an ending'} is not read", allowed=ask)]
    raw, faults = read_article(path, needs_front=False)
    return ArticleCheck(path.stem, raw, faults).run(None)


def paragraph_ids(article: CodedArticle) -> tuple[str, ...]:
    """The ids of the body's paragraphs, without the headline."""
    return tuple(p.paragraph_id for p in article.paragraphs if p.paragraph_id != HEADLINE)
