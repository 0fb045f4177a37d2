"""Questions on positions: how strong they are, how we know them, and the matrix of parties and issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...base.strings import text
from ...coding.article import Row
from ...coding.codes import BASES, STANCES
from ..question import Option
from .ground import Ground, listed, place, places, quote, short
from .making import MOST_OPTIONS, Made, Words, matrix, pairs, steps

_MOST_ROWS, _MOST_COLUMNS = 4, 3


def _single(ground: Ground) -> list[Row]:
    """Firm positions of firm actors that are alone on their issue: no other row says something else."""
    cells = Counter((row.actor_id, row.issue) for row in ground.article.positions)
    return [
        row
        for row in ground.firm(ground.article.positions)
        if cells[row.actor_id, row.issue] == 1 and ground.all_firm([row.actor_id]) and ground.pointers(row.id, "words")
    ]


def _spread(ground: Ground, topic: str, column: str) -> list[Row]:
    """A few positions, with as many values of a column as there is room for."""
    shuffled, chosen = ground.shuffled(topic, _single(ground)), []
    firsts = {getattr(row, column): row for row in reversed(shuffled)}
    for row in [*firsts.values(), *shuffled]:
        if row not in chosen and len(chosen) < MOST_OPTIONS - 1:
            chosen.append(row)
    return sorted(chosen, key=lambda row: row.id)


def _option(ground: Ground, row: Row) -> Option:
    issue = ground.article.issues.get(row.issue, row.issue)
    one = ground.article.evidence_of(row.id, "words")[0]
    told = text("asking", "look-at", words=quote(one.words), place=place(one.paragraph_id))
    return Option(row.id, short(text("asking", "who-on-what", who=ground.name(row.actor_id), what=issue)), told)


def stances(ground: Ground) -> Iterator[Made | None]:
    """Where on the scale a party stands on an issue."""
    chosen = _spread(ground, "stances", "stance")
    yield pairs(
        Words("stances", {"places": places(row.paragraph for row in chosen)}),
        [],
        [_option(ground, row) for row in chosen],
        steps(STANCES, "stances"),
        {row.id: row.stance for row in chosen},
        [p for row in chosen for p in ground.pointers(row.id, "words")],
        scale=True,
    )


def bases(ground: Ground) -> Iterator[Made | None]:
    """How we know a position: said, done, implied, attributed."""
    chosen = _spread(ground, "bases", "basis")
    yield pairs(
        Words("bases", {"places": places(row.paragraph for row in chosen)}),
        [],
        [_option(ground, row) for row in chosen],
        steps(BASES, "bases"),
        {row.id: row.basis for row in chosen},
        [p for row in chosen for p in ground.pointers(row.id, "words")],
    )


def placing(ground: Ground) -> Iterator[Made | None]:
    """The matrix. Contested positions are in it: it compares two readings and marks none as wrong. Drafts are not."""
    rows = ground.article.positions
    drafted = {row.actor_id for row in rows if row.draft}
    drafted |= {row.id for row in ground.article.actors if row.draft}
    kept = [row for row in rows if row.actor_id not in drafted and row.issue in ground.article.issues]
    columns = [issue for issue, _ in Counter(row.issue for row in kept).most_common(_MOST_COLUMNS)]
    kept = [row for row in kept if row.issue in columns]
    actors = [one for one, _ in Counter(row.actor_id for row in kept).most_common(_MOST_ROWS)]
    pointers = [p for row in kept if row.actor_id in actors for p in ground.pointers(row.id, "words")]
    if len(columns) < 2 or len(actors) < 2 or not pointers:
        return
    columns = [issue for issue in ground.article.issues if issue in columns]
    names = listed(ground.name(one) for one in actors)
    yield matrix(Words("matrix", {"who": names}), [], actors, columns, pointers)
