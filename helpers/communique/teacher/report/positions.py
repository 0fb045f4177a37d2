"""Where a class places each party, beside the article's coding: rows for the heat map."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...questions.kinds.fill_the_matrix import STEPS, FillTheMatrix
from ..answers.judge import Judge
from ..answers.taking import Work


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
