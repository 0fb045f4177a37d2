"""Where a class is split: what some judge one way and others another way, and where it places each party."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...base.strings import text
from ...questions.kinds.base import Kind
from ...questions.kinds.fill_the_matrix import STEPS, FillTheMatrix
from ...questions.kinds.find_words import FindWords
from ...tools.desk.agreement import alpha_of
from ..answers.judge import Judge
from ..answers.taking import Work

#: Student -> unit or thing -> choice.
Choices = Mapping[str, Mapping[str, str]]


def split_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each unit that anybody judged, those nearest to one half first within each question.

    `choice` is the commonest choice, `chosen` how many made it, `students` how many chose at all. `split` is 1 where
    half or less of them agree and 0 where all do. `alpha` is the whole question's.
    """
    for name, kind in judge.kinds.items():
        if not kind.judged:
            continue
        taken = {student: work.taken[name].chosen for student, work in everyone.items() if name in work.taken}
        chosen = {student: choices for student, choices in taken.items() if choices is not None}
        if chosen:
            rows = _of_marks(kind, chosen) if isinstance(kind, FindWords) else _of_places(kind, chosen)
            yield from sorted(rows, key=lambda row: -row["split"])


def _of_marks(kind: FindWords, chosen: Choices) -> list[dict[str, Any]]:
    counts = Counter(unit for marked in chosen.values() for unit in marked)
    alpha = alpha_of({True: counts[unit], False: len(chosen) - counts[unit]} for unit in kind.units)
    rows = []
    for unit in kind.units:
        if counts[unit] or unit in kind.asked_for:
            place = "asked-for" if unit in kind.asked_for else "accepted" if unit in kind.accepted else "not-asked-for"
            words, share = kind.part_in_words(unit), counts[unit] / len(chosen)
            row = _row(kind, unit, words, "marked", counts[unit], len(chosen), alpha, text("report", place))
            row["split"] = 2 * (1 - max(share, 1 - share))
            rows.append(row | {"discuss": _ask_marks(kind, words, counts[unit], len(chosen))})
    return rows


def _of_places(kind: Kind, chosen: Choices) -> list[dict[str, Any]]:
    of_units: dict[str, Counter[str]] = {}
    for placed in chosen.values():
        for unit, place in placed.items():
            of_units.setdefault(unit, Counter())[place] += 1
    alpha = alpha_of(of_units.values())
    rows = []
    for unit in kind.placeable():
        if unit not in of_units:
            continue
        places = of_units[unit]
        place = min(places, key=lambda one: (-places[one], one))
        words, shown = kind.unit_in_words(unit), kind.place_in_words(place)
        reference = ", ".join(map(kind.place_in_words, kind.reference(unit)))
        row = _row(kind, unit, words, shown, places[place], places.total(), alpha, reference)
        spread = ", ".join(
            text("report", "so-many", count=count, place=kind.place_in_words(one))
            for one, count in places.most_common()
        )
        rows.append(row | {"discuss": text("report", kind.discussed, thing=words, spread=spread)})
    return rows


def _row(
    kind: Kind, unit: str, words: str, choice: str, chosen: int, students: int, alpha: float, reference: str
) -> dict[str, Any]:
    share = chosen / students
    return {
        **{"question": kind.question.name, "kind": kind.name, "unit": unit, "text": words, "choice": choice},
        **{"chosen": chosen, "students": students, "share": share, "split": min(1.0, 2 * (1 - share))},
        **{"alpha": alpha, "reference": reference},
    }


def _ask_marks(kind: Kind, words: str, marked: int, students: int) -> str:
    lead = "ask-half" if 0.4 <= marked / students <= 0.6 else "ask-some"
    unit = text("report", f"unit-{kind.question.unit}")
    return text("report", lead, unit=unit, marked=marked, rest=students - marked, students=students, text=words)


def position_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each cell of a matrix and each step, also for steps that nobody chose.

    `share` is of the students who placed the cell; `reference` marks the steps of the article's coding, which may be
    several where careful readers differ. There are no rows where no question of the course has a matrix.
    """
    for name, matrix in judge.kinds.items():
        if not isinstance(matrix, FillTheMatrix):
            continue
        answers = [work.taken[name].chosen for work in everyone.values() if name in work.taken]
        for cell in matrix.cells:
            steps = Counter(placed[cell] for placed in answers if placed and cell in placed)
            actor, _, issue = cell.partition("/")
            reference = matrix.reference(cell)
            for step in STEPS:
                yield {
                    **{"question": name, "actor_id": actor, "actor": matrix.rows[actor], "issue": issue},
                    **{"issue_title": matrix.columns[issue], "step": step, "chosen": steps[step]},
                    **{"students": steps.total(), "share": steps[step] / steps.total() if steps else None},
                    "reference": step in reference,
                }
