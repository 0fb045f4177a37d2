"""A network of action and reaction: what answers what, in words or in deeds, and in whose telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..base.errors import CommuniqueError
from ..base.strings import text
from ..coding.codes import CERTAINTY
from .base import INK, TONES, add_marks, blank, finished, needs, plain, shorten
from .chains import Link, links_of, parties_of, steps_of, told_by
from .reaction_words import column_name, event_label, kind_of, link_label, signed, summary, table_row
from .timeline import SYMBOLS

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

LINE, ROOM = 27, 200  # pixels, roughly: between two lines, and between two columns
APART = 17**2  # the square of the pixels between two marks
#: Kind of the answer -> the style of its line, and the colour.
STYLES = {"verbal": ("solid", TONES[1]), "material": ("dash", TONES[4])}
PLACES = (0.34, 0.46, 0.22, 0.58, 0.7)  # of the way from the answer to what it answers


def reaction_network(
    reactions: pd.DataFrame, events: pd.DataFrame, actors: pd.DataFrame, view: str | None = None
) -> go.Figure:
    """What answers what: an arrow runs from each answer to the event that it answers.

    From top to bottom the events stand from cooperation to conflict, one line each, by PLOVER's
    `event_scale` (-10 to +10); from left to right by their place in the chain.

    Parameters:
        reactions: `article.reactions`, or some of its rows.
        events: `article.events`, or some of its rows; reactions to other events are left out.
        actors: `article.actors`.
        view: a country (ISO 3166-1 alpha-3) whose own telling is drawn, or None for all reactions.

    Returns:
        A plotly Figure: a mark's shape says how certain the event is, the style of a line whether the answer
        is verbal or material (PLOVER's quad codes 1 and 3, or 2 and 4), and a question mark that the reaction
        is contested. `customdata` holds a label and a row's id; `layout.meta` carries summary and table.

    Raises:
        CommuniqueError: the view is no country of an actor in these events.

    Source:
        PLOVER codebook 0.8, Open Event Data Alliance.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> len(reaction_network(a.reactions, a.events, a.actors).layout.meta["communique"]["rows"]) == len(a.reactions)
        True
    """
    needs(reactions, "reactions", "event_id", "answers_id", "tone", "contested")
    needs(events, "events", "label", "certainty", "event_scale", "quad_code", "quad_name", "actors", "recipients")
    needs(actors, "actors", "name", "kind", "country")
    events = events[~events.index.duplicated()]
    links = links_of(reactions, events)
    nothing = text("network", "nothing")
    if view is not None:
        parties = parties_of(links, events, actors)
        if view not in parties:
            what = f"There is no party {view!r} in these reactions."
            raise CommuniqueError(what, f"Choose one of: {', '.join(parties) or 'none'}; or None for all.")
        nothing = text("network", "not-told", party=parties[view])
        links = told_by(links, view, actors)
    steps = steps_of(links)
    order = {event: at for at, event in enumerate(events.index)}
    shown = sorted(steps, key=lambda e: (-events.at[e, "event_scale"], order[e]))
    spots = {event: (float(steps[event]), float(at)) for at, event in enumerate(shown)}
    figure = blank()
    _draw_arrows(figure, links, events, spots)
    _draw_words(figure, links, events, actors, spots)
    _draw_events(figure, shown, events, spots)
    _lay_out(figure, shown, events, max(steps.values(), default=0), nothing)
    heads = ("name", "answer", "trigger", "who", "kind", "scale", "tone", "contested")
    return finished(
        figure,
        summary=summary(links, events) if links else nothing,
        columns=[text("network", f"head-{head}") for head in heads],
        rows=[table_row(link, events, actors) for link in links],
        height=100 + LINE * max(3, len(shown)) if shown else 120,
        choose=text("network", "choose"),
    )


def reaction_networks(reactions: pd.DataFrame, events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, go.Figure]:
    """The network of all reactions, then for each party the one that it tells itself.

    The tables are those of `reaction_network`; actors of one country are one party.

    Returns:
        {title: figure}, ready for `lesson.show`: all reactions first, then the parties by the alphabet. A party
        that tells nothing of a trigger has a figure that says so.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> list(reaction_networks(a.reactions, a.events, a.actors))[:2]
        ['All links of the table', 'North Korea: its own account']
    """
    figures = {text("network", "all"): reaction_network(reactions, events, actors)}
    parties = parties_of(links_of(reactions, events), events, actors)
    for country, name in parties.items():
        figures[text("network", "party", party=name)] = reaction_network(reactions, events, actors, view=country)
    return figures


def _draw_arrows(
    figure: go.Figure, links: list[Link], events: pd.DataFrame, spots: dict[str, tuple[float, float]]
) -> None:
    for kind, (dash, tone) in STYLES.items():
        some = [link for link in links if kind_of(link, events) == kind]
        if not some:
            continue
        ends = [(spots[link.answer], spots[link.trigger]) for link in some]
        figure.add_scatter(
            x=[x for (x1, _), (x2, _) in ends for x in (x1, x2, None)],
            y=[y for (_, y1), (_, y2) in ends for y in (y1, y2, None)],
            mode="lines+markers",
            name=text("network", kind),
            line={"dash": dash, "width": 2, "color": tone},
            marker={
                "symbol": "arrow",
                "size": [0, 12, 0] * len(some),
                "angleref": "previous",
                "standoff": 9,
                "color": tone,
                "opacity": 1,
            },
            hoverinfo="skip",
        )


def _draw_words(
    figure: go.Figure,
    links: list[Link],
    events: pd.DataFrame,
    actors: pd.DataFrame,
    spots: dict[str, tuple[float, float]],
) -> None:
    """A small mark on each arrow, which leads to the words of the reaction."""
    marks = _places_on_arrows(links, spots)
    for contested, symbol in ((False, "cross"), (True, "star")):
        some = [link for link in links if link.contested == contested]
        if not some:
            continue
        question_marks = {"mode": "markers+text", "text": ["?"] * len(some)} if contested else {}
        add_marks(
            figure,
            text("network", "contested" if contested else "undisputed"),
            symbol,
            TONES[0],
            [marks[link.reaction_id] for link in some],
            [[link_label(link, events, actors), link.reaction_id] for link in some],
            size=11,
            edge=0,
            textposition="middle right",
            textfont={"size": 14},
            **question_marks,
        )


def _places_on_arrows(links: list[Link], spots: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Where the mark of each arrow stands: near its tail, and not upon another mark where that can be helped."""
    taken = list(spots.values())
    places = {}
    for link in links:
        (x1, y1), (x2, y2) = spots[link.answer], spots[link.trigger]
        ways = [(x1 + at * (x2 - x1), y1 + at * (y2 - y1)) for at in PLACES]
        clear = {at: min(_apart(way, other) for other in taken) for at, way in enumerate(ways)}
        best = next((at for at in clear if clear[at] >= APART), max(clear, key=lambda at: clear[at]))
        places[link.reaction_id] = ways[best]
        taken.append(ways[best])
    return places


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) * ROOM) ** 2 + ((one[1] - other[1]) * LINE) ** 2


def _draw_events(
    figure: go.Figure, shown: list[str], events: pd.DataFrame, spots: dict[str, tuple[float, float]]
) -> None:
    for tone, certainty in zip(TONES, CERTAINTY[::-1], strict=True):
        some = [event for event in shown if events.at[event, "certainty"] == certainty]
        if not some:
            continue
        about = [[event_label(events.loc[event]), event] for event in some]
        points = [spots[event] for event in some]
        add_marks(figure, text("kinds", certainty), SYMBOLS[certainty], tone, points, about)


def _lay_out(figure: go.Figure, shown: list[str], events: pd.DataFrame, last: int, nothing: str) -> None:
    """The axes: chain order above, labels with their number at the left, a line where conflict begins."""
    figure.update_xaxes(
        side="top",
        range=[-0.35, last + 0.45],
        tickvals=list(range(last + 1)) if shown else [],
        ticktext=[column_name(at) for at in range(last + 1)] if shown else [],
        tickangle=0,
    )
    figure.update_yaxes(
        autorange=False,
        range=[max(1, len(shown)) - 0.4, -0.6],
        tickvals=list(range(len(shown))),
        ticktext=[plain(f"{shorten(events.at[e, 'label'], 36)}  {signed(events.at[e, 'event_scale'])}") for e in shown],
        showgrid=bool(shown),
    )
    if not shown:
        figure.add_annotation(text=plain(nothing), showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper")
        return
    border = sum(events.at[event, "event_scale"] >= 0 for event in shown) - 0.5
    figure.add_hline(y=border, line={"color": INK, "width": 1, "dash": "dot"})
    for name, anchor in (("friendly", "bottom"), ("hostile", "top")):
        words = plain(text("network", name))
        figure.add_annotation(text=words, showarrow=False, x=1, y=border, xref="paper", xanchor="right", yanchor=anchor)
