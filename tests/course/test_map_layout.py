"""What builds on what becomes levels and lanes, and every line of the map leads where it should."""

from __future__ import annotations

from itertools import pairwise

from communique.course.map_layout import Order, circle_in, direct, laid_out, levels_of
from hypothesis import given
from hypothesis import strategies as st

COURSE: Order = {
    "start": (),
    "read": ("start",),
    "actors": ("read",),
    "events": ("read",),
    "voices": ("actors",),
    "positions": ("voices", "events"),
    "reactions": ("events", "positions"),
    "clause": ("events", "reactions"),
    "framing": ("voices",),
}


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Up to fourteen things, each building on any of those before it."""
    names = [f"n{number}" for number in range(draw(st.integers(0, 14)))]
    return {
        name: tuple(draw(st.lists(st.sampled_from(names[:at]), unique=True, max_size=4))) if at else ()
        for at, name in enumerate(names)
    }


def _led(order: Order) -> set[tuple[str, str]]:
    """Which things the lines of a map join, followed from lane to lane."""
    joined, running = set(), {}
    for level in laid_out(order):
        reached: dict[int, set[str]] = {}
        for start, end in level.lines:
            reached.setdefault(end, set()).update(running.get(start, set()))
        joined |= {(above, name) for name, lane in level.places.items() for above in reached.get(lane, set())}
        running = {lane: reached[lane] for lane in level.passing}
        running |= {lane: {name} for name, lane in level.places.items()}
    return joined


def test_a_course_stands_in_levels() -> None:
    """Each lesson is one below the deepest of those it builds on."""
    expected = {"start": 0, "read": 1, "actors": 2, "events": 2, "voices": 3}
    expected |= {"positions": 4, "reactions": 5, "clause": 6, "framing": 4}
    assert expected == levels_of(COURSE)


def test_the_map_of_the_course_needs_two_lanes() -> None:
    """The nine lessons stand in two lanes, and the line from events runs past voices."""
    levels = laid_out(COURSE)
    assert [["start"], ["read"], ["actors", "events"], ["voices"]] == [list(level.places) for level in levels][:4]
    assert {0, 1} == {lane for level in levels for lane in level.places.values()}
    assert (1,) == levels[3].passing
    assert {"framing": 0, "positions": 1} == levels[4].places


def test_a_circle_is_found_and_named() -> None:
    """The names come in an order in which each builds on the next."""
    assert () == circle_in(COURSE)
    assert ("a", "a") == circle_in({"a": ("a",)})
    circle = circle_in({"a": ("b",), "b": ("c",), "c": ("a",), "d": ()})
    assert circle[0] == circle[-1]
    assert {("a", "b"), ("b", "c"), ("c", "a")} == set(pairwise(circle))


@given(orders())
def test_the_lines_join_what_builds_on_each_other_and_nothing_else(order: Order) -> None:
    """Followed from lane to lane, the lines are the order without what follows from the rest."""
    assert {(above, name) for name, on in direct(order).items() for above in on} == _led(order)


@given(orders())
def test_nothing_stands_on_anything_else(order: Order) -> None:
    """On each level every thing and every passing line has lanes of its own, and none is covered twice."""
    levels = laid_out(order)
    assert sorted(order) == sorted(name for level in levels for name in level.places)
    lanes = 1 + max((lane for level in levels for lane in (*level.places.values(), *level.passing)), default=0)
    for level in levels:
        covered = list(level.passing)
        for name, lane in level.places.items():
            first, last = level.room(name, lanes)
            assert first <= lane <= last < lanes
            covered += range(first, last + 1)
        assert len(covered) == len(set(covered))


@given(orders())
def test_what_is_left_out_still_follows(order: Order) -> None:
    """Leaving out a line changes nothing about what builds on what in the end."""

    def below(some: Order, name: str) -> set[str]:
        return set(some[name]).union(*(below(some, one) for one in some[name]))

    assert {name: below(order, name) for name in order} == {name: below(direct(order), name) for name in order}
