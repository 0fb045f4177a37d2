"""An article as pandas DataFrames with declared types. pandas is imported when the first table is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.errors import CommuniqueError
from ..base.plural import counted
from ..coding.article import CodedArticle
from ..coding.loading import find_article, load_coded

if TYPE_CHECKING:
    import pandas as pd


class TableOf(property):
    """The table of its own name, as a DataFrame that anyone who asks may change."""

    def __init__(self, doc: str) -> None:
        super().__init__(self._copied)
        self.__doc__ = doc

    def _copied(self, owner: Any) -> pd.DataFrame:
        from .frames import LISTS  # only with the first table: a lesson's report does not wait for it

        frame = owner._frame(self.name).copy()
        for column in LISTS.get(self.name, ()):
            frame[column] = frame[column].map(list)  # every cell gets its own list
        return frame

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    if TYPE_CHECKING:

        def __get__(self, owner: object, kind: type | None = None) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Article:
    """An article and its coding.

    Every table is a new DataFrame for anyone who asks: change it as you like, the article stays as
    it was. Indexes are the ids of the CSV files, in their order.

    Example:
        >>> article = load_article()
        >>> article.paragraphs.index[1]
        'p1'
    """

    coded: CodedArticle

    @property
    def slug(self) -> str:
        """The name of the article's folder."""
        return self.coded.slug

    @property
    def headline(self) -> str:
        """The headline."""
        return self.coded.headline

    @property
    def outlet(self) -> str:
        """Who published the original report."""
        return self.coded.outlet

    @property
    def published(self) -> dt.date | None:
        """The day on which the original report came out."""
        return self.coded.published

    @property
    def issues(self) -> Mapping[str, str]:
        """What the parties take positions on: short name -> title."""
        return self.coded.issues

    @property
    def drafts(self) -> tuple[str, ...]:
        """The ids of the rows that a program drafted and that nobody has accepted yet."""
        return self.coded.drafts

    @property
    def notes(self) -> tuple[str, ...]:
        """What reading and drafting had to say, in sentences; nothing where a person made the coding."""
        return self.coded.notes

    @property
    def text(self) -> str:
        """Headline and paragraphs, an empty line between; all offsets count from its start."""
        return self.coded.text

    paragraphs = TableOf(
        """One row a paragraph, and the headline first.

        Columns: part (headline or body), text, words and sentences (counts), start and end (characters).
        """
    )
    actors = TableOf(
        "One row an actor: name, kind, country (ISO 3166-1 alpha-3), sector (PLOVER), speaks_for, aliases."
    )
    events = TableOf(
        """One row an event: who did what to whom, when, how surely, and on whose word.

        `event`, `mode`, `event_scale` (-10 to 10) and `quad_code` (1 to 4) are PLOVER's (manual 1.3);
        `certainty` is an ordered ladder; `factuality` holds FactBank's values; `timex` is TIMEX3's
        value and `date` the day, where there is one.
        """
    )
    statements = TableOf(
        "One row a statement: source, cue and content (PolNeAR), kind, and the channel it came through."
    )
    positions = TableOf(
        """One row an actor's position on an issue: a five-step stance, its score (-2 to 2), its basis.

        Where careful readers differ, `other_stance` is the other reading and `other_case` argues for it.
        """
    )
    reactions = TableOf("One row a reaction: `event_id` answers `answers_id`, in a tone.")
    mentions = TableOf("One row each time an actor is named: actor_id, paragraph, words, start, end.")
    evidence = TableOf("One row for all the words that a row is based on: `article.text[start:end] == words`.")

    @cached_property
    def _frames(self) -> dict[str, pd.DataFrame]:
        return {}  # each is made when it is first asked for

    def _frame(self, name: str) -> pd.DataFrame:
        from .frames import frame_of

        if name not in self._frames:
            self._frames[name] = frame_of(self.coded, name)
        return self._frames[name]

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(rows)} {name}" for name, rows in self.coded.tables.items())
        drafts = len(self.drafts)
        if drafts:
            sizes += f"; {counted(drafts, 'row')} drafted by a program, not checked by a person"
        return f"<Article '{self.headline or self.slug}': {len(self.coded.paragraphs) - 1} paragraphs, {sizes}>"


def load_article(source: str | Path | None = None) -> Article:
    """Load an article and its coding.

    Parameters:
        source: nothing for the article that comes with the course; its short name; the path to a
            folder with article.md and the five CSV files; or the path to a saved web page, a text or a
            Markdown file: it has no coding, so one is drafted, and the article says so.

    Returns:
        A frozen Article with DataFrames. Where the coding was drafted, `drafts` holds the ids of the rows,
        `notes` say what to look at, and nothing is written anywhere.

    Raises:
        CommuniqueError: there is no such article, or there is none in the file.
        ArticleError: the folder has faults; all of them are in the message and in `.faults`.

    Example:
        >>> load_article().published
        datetime.date(2024, 6, 20)
    """
    path = find_article(source)
    return draft_article(path) if path.is_file() else Article(load_coded(path))


def draft_article(
    source: str | Path | bytes,
    *,
    published: dt.date | str | None = None,
    outlet: str = "",
    headline: str = "",
) -> Article:
    """Read any article and draft its coding; nothing is written.

    Parameters:
        source: the path to a saved web page, a text or a Markdown file; or the bytes of one.
        published: the day of publication (a date, or "2024-06-20"), where the file does not give it:
            without it "on Wednesday" is no date.
        outlet: who published it, where the file does not say.
        headline: its headline, where the file has none.

    Returns:
        An Article in which every row has the status "draft" and a rule that says which words made it.

    Raises:
        CommuniqueError: there is no article to be had from it; the message says why, and what to do.

    Example:
        >>> draft_article(b"Talks in Geneva\\n\\nNobody came.", published="2024-06-20").headline
        'Talks in Geneva'
    """
    from ..drafting.draft.draft import draft_source
    from ..drafting.reading.source import read_source

    read = read_source(source, published=published, outlet=outlet, headline=headline)
    slug = Path(source).stem if isinstance(source, str | Path) else ""
    return Article(draft_source(read, slug).coded)


def voice_shares(article: Article | CodedArticle) -> pd.DataFrame:
    """Whose words the report is made of: one row a voice, the report's own first.

    Every word of headline and paragraphs is counted once. A word in a statement belongs to the statement's
    source; where a statement is inside another (`part_of`), to the source of the outer one, who passes the
    words on. All other words are the report's own, and so are sources and cues ("Mr Kim said").

    Parameters:
        article: an article with its statements (source, cue and content as in PolNeAR).

    Returns:
        A DataFrame with the voice's id as index ("A09 + A14" where two speak in one statement, "reporter" for
        the report itself) and the columns name; sources (actor ids); words (a count); percent_of_report;
        percent_of_attributed (of all words in statements); direct (words in quotation marks); percent_direct
        (of the voice's own words); percent_of_direct (of all direct speech); told_by_others (words of the voice
        that another passes on: they are counted there). Percentages have one decimal.

    Raises:
        CommuniqueError: this is no article.

    Example:
        >>> voice_shares(load_article()).loc["A06", ["words", "direct"]].to_list()
        [46, 30]
    """
    coded = getattr(article, "coded", article)
    if not isinstance(coded, CodedArticle):
        what = f"voice_shares cannot count the voices of this {type(article).__name__}."
        raise CommuniqueError(what, "Give it the whole article: voice_shares(article).")
    from .frames import voices_frame

    return voices_frame(coded)
