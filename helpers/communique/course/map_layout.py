"""What builds on what, as levels: how deep each thing stands, and where its lines run on a map."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

#: name -> the names it builds on
Order = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Level:
    """One level of a map.

    `places` are the lanes of the things on it, from left to right, `passing` the lanes that a line only runs
    through, and `lines` go from a lane of the level above to a lane of this one.
    """

    places: Mapping[str, int]
    passing: tuple[int, ...]
    lines: tuple[tuple[int, int], ...]

    def room(self, name: str, lanes: int) -> tuple[int, int]:
        """The first and the last lane that a thing can fill without covering another thing or a line."""
        lane, taken = self.places[name], {*self.places.values(), *self.passing}
        last = next(one for one in range(lane + 1, lanes + 1) if one in taken or one == lanes) - 1
        return (lane if any(one < lane for one in taken) else 0), last


def circle_in(order: Order) -> tuple[str, ...]:
    """Names that build on each other in a circle, first and last the same; empty where there is no circle.

    Example:
        >>> circle_in({"a": ("b",), "b": ("a",)})
        ('a', 'b', 'a')
    """
    sorter = TopologicalSorter(order)
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))  # graphlib tells it from what is built on to what builds on it
    return ()


def levels_of(order: Order) -> dict[str, int]:
    """How deep each thing stands: 0 where it builds on nothing, else one below the deepest that it builds on.

    Example:
        >>> levels_of({"a": (), "b": ("a",), "c": ("a", "b")})
        {'a': 0, 'b': 1, 'c': 2}
    """
    depths: dict[str, int] = {}
    for name in TopologicalSorter(order).static_order():
        depths[name] = max((depths[one] + 1 for one in order[name]), default=0)
    return {name: depths[name] for name in order}


def direct(order: Order) -> dict[str, tuple[str, ...]]:
    """The same order without what follows from the rest: a line to b and on to c needs none from a to c.

    Example:
        >>> direct({"a": (), "b": ("a",), "c": ("a", "b")})["c"]
        ('b',)
    """
    below: dict[str, set[str]] = {}
    for name in TopologicalSorter(order).static_order():
        below[name] = set(order[name]).union(*(below[one] for one in order[name]))
    return {
        name: tuple(one for one in dict.fromkeys(on) if not any(one in below[other] for other in on))
        for name, on in order.items()
    }


def laid_out(order: Order) -> list[Level]:
    """The levels from top to bottom, every thing and every line in a lane of its own.

    A thing stands below one of those it builds on, where that lane is free.
    """
    depth, on = levels_of(order), direct(order)
    children = {name: [other for other in order if name in on[other]] for name in order}
    levels: list[Level] = []
    lanes: dict[str, int] = {}  # where the line of each thing above runs now
    for level in range(max(depth.values(), default=-1) + 1):
        here = sorted((name for name in order if depth[name] == level), key=lambda name: _middle(on[name], lanes))
        waiting = [name for name in lanes if any(depth[child] > level for child in children[name])]
        places: dict[str, int] = {}
        for name in here:
            kept = {lanes[one] for one in waiting}
            wanted = [lanes[one] for one in on[name]]
            places[name] = _free(wanted, set(places.values()), kept)
        passing: dict[str, int] = {}
        for name in waiting:
            passing[name] = _free([lanes[name]], {*places.values(), *passing.values()}, set())
        lines = [(lanes[one], places[name]) for name in here for one in on[name]]
        lines += [(lanes[name], lane) for name, lane in passing.items()]
        places = dict(sorted(places.items(), key=lambda place: place[1]))
        levels.append(Level(places, tuple(sorted(passing.values())), tuple(sorted(set(lines)))))
        lanes = {**passing, **places}
    return levels


def _middle(names: tuple[str, ...], lanes: Mapping[str, int]) -> float:
    """The middle of the lanes that lead to a thing: placed in this order, few lines cross."""
    return sum(lanes[name] for name in names) / len(names) if names else 0.0


def _free(wanted: Iterable[int], taken: set[int], kept: set[int]) -> int:
    """The first wanted lane that is not taken, else the first that is neither taken nor kept for a line."""
    for lane in wanted:
        if lane not in taken:
            return lane
    return next(lane for lane in range(len(taken) + len(kept) + 1) if lane not in taken | kept)
