"""Where a class places each party, beside the article's coding: rows for the heat map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..answers.judge import MATRIX, Judge
from ..answers.taking import STEPS, Work, cells_of
from .splits import actor_name, reference_of


def position_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each cell of a matrix and each step, also for steps that nobody chose.

    `share` is of the students who placed the cell; `reference` marks the steps of the article's coding, which may be
    several where careful readers differ. There are no rows where no question of the course has a matrix.
    """
    for name, question in judge.questions.items():
        if question.kind != MATRIX:
            continue
        given = [work.taken[name].chosen for work in everyone.values() if name in work.taken]
        for cell in cells_of(question):
            steps = Counter(one[cell] for one in given if one and cell in one)
            actor, _, issue = cell.partition("/")
            reference = reference_of(question, cell, judge)
            for step in STEPS:
                yield {
                    **{"question": name, "actor_id": actor, "actor": actor_name(actor, judge), "issue": issue},
                    **{"issue_title": judge.article.issues.get(issue, issue), "step": step, "chosen": steps[step]},
                    **{"students": steps.total(), "share": steps[step] / steps.total() if steps else None},
                    "reference": step in reference,
                }
