"""A folder of articles as DataFrames: the same tables as one article has, with the article first in the index.

The tables are kept as Parquet beside the articles, and an article is read again only when its files have changed.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from ..base.errors import CommuniqueError
from ..base.plural import counted
from .article import Article, TableOf, load_article
from .corpus_cache import Cache, articles_in


class Corpus:
    """The articles of a folder and their coding.

    Every table is a new DataFrame for anyone who asks. The first level of its index, `article`, is the name of
    the article's folder; the second is the row's id in that article, and ids in cells are ids of that article too.

    Example:
        >>> from communique.base.places import articles_folder
        >>> corpus = load_corpus(articles_folder())
        >>> corpus.article("south-korea-2024").slug in corpus.articles.index
        True
    """

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder = folder
        self._cache = cache

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to say of how the tables were read."""
        return self._cache.notes

    articles = TableOf("One row an article: headline, outlet, published, language, and how many rows each table has.")
    skipped = TableOf("One row for each folder that has faults and is left out: article and why.")
    paragraphs = TableOf("One row a paragraph, as `Article.paragraphs`.")
    actors = TableOf("One row an actor of an article, as `Article.actors`.")
    events = TableOf("One row an event, as `Article.events`.")
    statements = TableOf("One row a statement, as `Article.statements`.")
    positions = TableOf("One row a position, as `Article.positions`.")
    reactions = TableOf("One row a reaction, as `Article.reactions`.")
    mentions = TableOf("One row each time an actor is named, as `Article.mentions`.")
    evidence = TableOf("One row for all the words that a row is based on, as `Article.evidence`.")

    def article(self, name: str) -> Article:
        """One article of the corpus, by the name of its folder."""
        if name not in self._cache.slugs:
            raise CommuniqueError(f"The corpus has no article {name!r}.", "Its articles: corpus.articles.index")
        return load_article(self.folder / name)

    def _frame(self, name: str) -> pd.DataFrame:
        return self._cache.frame(name)

    def __len__(self) -> int:
        return len(self._cache.slugs)

    def __repr__(self) -> str:
        return f"<Corpus '{self.folder.name}': {counted(len(self), 'article')}>"


def load_corpus(folder: str | Path, *, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """Load a folder of articles, such as `communique new FOLDER` makes.

    Where pyarrow is installed (pip install 'communique[corpus]') the tables of a corpus that the command made are
    kept as Parquet in its folder `.tables` and read in seconds; an article whose files have changed is read again.
    Without it every CSV file is read each time, and `notes` says so. In any other folder nothing is written.

    Parameters:
        folder: the folder in which each article has a folder of its own.
        progress: is told how many of how many articles have been read from their files.

    Returns:
        A Corpus with `.articles`, `.paragraphs`, `.actors`, `.events`, `.statements`, `.positions`, `.reactions`,
        `.mentions` and `.evidence`; `.skipped` names what has faults and is left out.

    Raises:
        CommuniqueError: there is no such folder, or no article in it.

    Example:
        >>> from communique.base.places import articles_folder
        >>> load_corpus(articles_folder()).actors.loc[("south-korea-2024", "A06"), "name"]
        'Kim Jong Un'
    """
    place = Path(folder).expanduser()
    if not place.is_dir():
        raise CommuniqueError(f"There is no folder {place}.", "Name the folder that holds the articles' folders.")
    slugs = articles_in(place)
    if not slugs:
        what = f"There is no article in {place}: no folder in it has a file article.md."
        raise CommuniqueError(what, f"Make a corpus of a folder of files: communique new {place}")
    return Corpus(place, Cache(place, slugs, progress))
