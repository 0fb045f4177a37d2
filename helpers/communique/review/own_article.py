"""An article of a student's own: from pasted text, a file or the course's example to a folder with a draft coding."""

import datetime as dt
import shutil
import uuid
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import free_name, not_written
from ..base.places import articles_folder
from ..coding.checking import check_article
from ..course.course import OWN_ARTICLES
from ..drafting.draft.coder import draft_tables
from ..drafting.draft.folder import write_article
from ..drafting.reading.source import read_source
from ..text.slugs import slug_of

#: The article that comes with the course as a draft.
EXAMPLE = "argyle-2023"
_MOST_WORDS = 5_000


def draft_own(
    place: Path, content: bytes, *, name: str = "", headline: str = "", published: dt.date | str | None = None
) -> Path:
    """Draft the coding of a text, and keep both in a new folder in the student's `my-articles`; gives the folder.

    Whatever the content holds (a text, a web page, or a file of these), nothing of it is ever run. `name` is what
    messages call it. Where nobody knows when it was published, the bench asks.
    """
    source = read_source(content, name=name, headline=headline, published=published or None)
    words = sum(len(paragraph.split()) for paragraph in source.paragraphs)
    if words > _MOST_WORDS:
        what = f"The text has {words:,} words, and the bench is made for up to {_MOST_WORDS:,}."
        raise CommuniqueError(what, "Take a part of it: the first page, or one story.")
    if not source.headline:
        first = _beginning(source.paragraphs[0])
        source = read_source(content, name=name, headline=first, published=source.published)
    folder = free_name(place / OWN_ARTICLES / slug_of(source.headline))
    return write_article(folder, source, draft_tables(source))


def take_example(place: Path) -> Path:
    """A copy of the course's draft to work on; the one that is there already, if it was taken before."""
    folder = place / OWN_ARTICLES / EXAMPLE
    if not folder.exists():
        beside = folder.with_name(f".{uuid.uuid4().hex}.part")
        try:
            shutil.copytree(articles_folder() / EXAMPLE, beside)
            beside.rename(folder)
        except OSError as error:
            raise not_written(folder, error) from error
    return folder


def own_article(place: Path, name: str) -> Path | None:
    """The folder that a journal names, where it is still one of the student's articles; else None."""
    folder = place / OWN_ARTICLES / Path(name).name
    inside = folder.resolve().parent == (place / OWN_ARTICLES).resolve()
    return folder if name and inside and (folder / "article.md").is_file() else None


def how_far(folder: Path) -> tuple[int, int]:
    """How many rows of an article a person has accepted, and how many there are."""
    article, _ = check_article(folder)
    if article is None:
        return 0, 0
    count = sum(map(len, article.tables.values()))
    return count - len(article.drafts), count


def _beginning(paragraph: str) -> str:
    words = paragraph.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
