"""Where a class is split: the sentences, things and cells that some judge one way and others another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...base.strings import strings, text
from ...questions.question import Question
from ...tools.desk.agreement import alpha_of
from ..answers.judge import JUDGED, MATRIX, Judge
from ..answers.taking import STEPS, Work, cells_of

NOT_MARKED = "not marked"


def split_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each unit that anybody judged, those nearest to one half first within each question.

    `choice` is the commonest choice, `chosen` how many made it, `students` how many chose at all. `split` is 1 where
    half or less of them agree and 0 where all do. `alpha` is the whole question's.
    """
    for name, question in judge.questions.items():
        if question.kind not in JUDGED:
            continue
        chosen = {s: w.taken[name].chosen for s, w in everyone.items() if name in w.taken}
        chosen = {student: given for student, given in chosen.items() if given is not None}
        if chosen:
            rows = (
                _of_words(question, chosen, judge)
                if question.kind == "find-words"
                else _of_places(question, chosen, judge)
            )
            yield from sorted(rows, key=lambda row: -row["split"])


def _of_words(question: Question, chosen: Mapping[str, Mapping[str, str]], judge: Judge) -> list[dict[str, Any]]:
    units = judge.units[question.unit]
    counts = Counter(unit for given in chosen.values() for unit in given)
    alpha = alpha_of((s, unit, unit in given) for s, given in chosen.items() for unit in units)
    asked, accepted = judge.asked_for(question), judge.accepted(question)
    rows = []
    for unit in units:
        if counts[unit] or unit in asked:
            place = "asked-for" if unit in asked else "accepted" if unit in accepted else "not-asked-for"
            told = judge.in_words(question, unit)
            rows.append(
                _row(question, unit, told, "marked", counts[unit], len(chosen), alpha, text("report", place))
                | {"discuss": _ask_words(question, told, counts[unit], len(chosen))}
            )
    return rows


def _of_places(question: Question, chosen: Mapping[str, Mapping[str, str]], judge: Judge) -> list[dict[str, Any]]:
    alpha = alpha_of((s, unit, place) for s, given in chosen.items() for unit, place in given.items())
    units = cells_of(question) if question.kind == MATRIX else [option.id for option in question.options]
    rows = []
    for unit in units:
        places = Counter(given[unit] for given in chosen.values() if unit in given)
        if not places:
            continue
        place = min(places, key=lambda one: (-places[one], one))
        told, shown = unit_in_words(question, unit, judge), step_in_words(question, place)
        reference = ", ".join(step_in_words(question, one) for one in reference_of(question, unit, judge))
        rows.append(
            _row(question, unit, told, shown, places[place], places.total(), alpha, reference)
            | {"discuss": _ask_places(question, told, {step_in_words(question, p): n for p, n in places.most_common()})}
        )
    return rows


def _row(
    question: Question, unit: str, told: str, choice: str, chosen: int, students: int, alpha: float, reference: str
):
    share = chosen / students
    larger = max(share, 1 - share) if question.kind == "find-words" else share
    return {
        **{"question": question.name, "kind": question.kind, "unit": unit, "text": told, "choice": choice},
        **{"chosen": chosen, "students": students, "share": share, "split": min(1.0, 2 * (1 - larger))},
        **{"alpha": alpha, "reference": reference},
    }


def _ask_words(question: Question, told: str, marked: int, students: int) -> str:
    share = marked / students
    lead = "ask-half" if 0.4 <= share <= 0.6 else "ask-some"
    unit = text("report", f"unit-{question.unit}")
    return text("report", lead, unit=unit, marked=marked, rest=students - marked, students=students, text=told)


def _ask_places(question: Question, told: str, places: Mapping[str, int]) -> str:
    spread = ", ".join(text("report", "so-many", count=count, place=place) for place, count in places.items())
    return text("report", "ask-matrix" if question.kind == MATRIX else "ask-scale", thing=told, spread=spread)


def unit_in_words(question: Question, unit: str, judge: Judge) -> str:
    """What a thing of a scale or a cell of a matrix is called."""
    if question.kind != MATRIX:
        return question.label(unit)
    actor, _, issue = unit.partition("/")
    return f"{actor_name(actor, judge)} – {judge.article.issues.get(issue, issue)}"


def actor_name(actor: str, judge: Judge) -> str:
    """The actor's name in the article, or the id where the article has none such."""
    rows = judge.article.tables.get("actors", ())
    return next((row["name"] for row in rows if row["id"] == actor), actor)


def step_in_words(question: Question, place: str) -> str:
    """What a step is called."""
    if question.kind != MATRIX:
        return question.label(place)
    return text("report", "not-said") if place == STEPS[-1] else strings()["stances"][place]


def reference_of(question: Question, unit: str, judge: Judge) -> tuple[str, ...]:
    """Where the key or the article's coding puts it; a cell of which the coding has nothing is not said."""
    if question.kind != MATRIX:
        return judge.accepted_places(question, unit)
    rows = [r for r in judge.article.tables.get("positions", ()) if f"{r['actor_id']}/{r['issue']}" == unit]
    return tuple(dict.fromkeys(row["stance"] for row in rows)) or (STEPS[-1],)
