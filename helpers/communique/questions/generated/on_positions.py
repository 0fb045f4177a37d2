"""Questions on positions: how strong they are, how we know them, and the matrix of parties and issues."""

from collections import Counter
from collections.abc import Callable, Iterator

from ...base.strings import listed, text
from ...coding.codes import BASES, STANCES
from ...coding.schema import Position
from ..question import Option
from .ground import Ground, in_places, short
from .making import MOST_OPTIONS, Made, QuestionWords, matrix, pairs, steps

_MOST_ROWS, _MOST_COLUMNS = 4, 3


def _single(ground: Ground) -> list[Position]:
    """Firm positions of firm actors that are alone on their issue: no other row says something else."""
    cells = Counter((row.actor_id, row.issue) for row in ground.article.positions)
    return [
        row
        for row in ground.firm(ground.article.positions)
        if cells[row.actor_id, row.issue] == 1 and ground.all_firm([row.actor_id]) and ground.pointers(row.id, "words")
    ]


def _option(ground: Ground, row: Position) -> Option:
    issue = ground.article.issues.get(row.issue, row.issue)
    title = text("asking", "who-on-what", who=ground.name(row.actor_id), what=issue)
    return Option(row.id, short(title), ground.look("look-at", row))


def _placed(
    ground: Ground, topic: str, value: Callable[[Position], str], choices: list[Option], scale: bool
) -> Made | None:
    """A few positions, with as many values as there is room for, each to be given its value."""
    chosen = ground.spread(topic, _single(ground), value)[: MOST_OPTIONS - 1]
    chosen.sort(key=lambda row: row.id)
    words = QuestionWords(topic, in_places(chosen))
    options = [_option(ground, row) for row in chosen]
    matched = {row.id: value(row) for row in chosen}
    return pairs(words, [], options, choices, matched, ground.all_pointers(chosen), scale=scale)


def stances(ground: Ground) -> Iterator[Made | None]:
    """Where on the scale a party stands on an issue."""
    yield _placed(ground, "stances", lambda row: row.stance, steps(STANCES, "stances"), scale=True)


def bases(ground: Ground) -> Iterator[Made | None]:
    """How we know a position: said, done, implied, attributed."""
    yield _placed(ground, "bases", lambda row: row.basis, steps(BASES, "bases"), scale=False)


def placing(ground: Ground) -> Iterator[Made | None]:
    """The matrix. Contested positions are in it: it compares two readings and marks none as wrong. Drafts are not."""
    article = ground.article
    drafted = {row.actor_id for row in article.positions if row.draft} | {a.id for a in article.actors if a.draft}
    rows = [row for row in article.positions if row.actor_id not in drafted and row.issue in article.issues]
    columns = [issue for issue, _ in Counter(row.issue for row in rows).most_common(_MOST_COLUMNS)]
    rows = [row for row in rows if row.issue in columns]
    actors = [actor_id for actor_id, _ in Counter(row.actor_id for row in rows).most_common(_MOST_ROWS)]
    pointers = ground.all_pointers(row for row in rows if row.actor_id in actors)
    if len(columns) < 2 or len(actors) < 2 or not pointers:
        return
    names = listed(map(ground.name, actors))
    shown = [issue for issue in article.issues if issue in columns]
    yield matrix(QuestionWords("matrix", {"who": names}), [], actors, shown, pointers)
