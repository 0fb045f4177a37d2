"""What a class could do before the course and after it, skill by skill. No student is named here."""

import datetime as dt
import math
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...questions.kinds.base import RIGHT
from ...questions.reading import load_skills
from ..answers.judge import Judge
from ..answers.taking import Taken, Work

#: So many standard errors to each side hold 95 of 100 such means.
_ERRORS = 1.96


@dataclass(frozen=True)
class Filled:
    """A form that a student has filled in: skill -> whether the answer was right; from when to when."""

    form: str
    right: Mapping[str, bool]
    begun: dt.datetime | None
    ended: dt.datetime | None


def gain_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each skill and two occasions that follow one another, and one without a skill for the whole form."""
    skills = load_skills()
    for (first, then), (both, _, _) in _pairs(everyone, judge):
        for skill, title in (*skills.items(), ("", "")):
            names = [skill] if skill else list(skills)
            shares = [[statistics.mean(one.right[name] for name in names) for one in pair] for pair in both]
            yield {"skill": skill, "from": first, "to": then, "title": title, **_change(shares)}


def form_rows(everyone: Mapping[str, Work], judge: Judge) -> Iterator[dict[str, Any]]:
    """One row for each form that came first: how far those have changed who began with it, and who is left out."""
    for (first, then), (both, begun, reversed_) in _pairs(everyone, judge):
        for form in sorted({earlier.form for earlier, _ in both}):
            pairs = [pair for pair in both if pair[0].form == form]
            changes = [_share(later) - _share(earlier) for earlier, later in pairs]
            yield {
                "from": first,
                "to": then,
                "first": form,
                "students": len(pairs),
                "change": statistics.mean(changes),
                "begun": begun,
                "reversed": reversed_,
            }


def _pairs(everyone: Mapping[str, Work], judge: Judge) -> Iterator[tuple[tuple[str, str], Any]]:
    """Two occasions -> the forms of those who did both in this order, and how many did only one, or both reversed."""
    for first, then in pairwise(info.name for info in judge.course.forms):
        both, begun, reversed_ = [], 0, 0
        for work in everyone.values():
            earlier, later = (_filled(work, judge, occasion) for occasion in (first, then))
            if not earlier or not later:
                begun += any(name.startswith((f"{first}/", f"{then}/")) for name in work.forms)
            elif earlier.ended and later.begun and later.begun < earlier.ended:
                reversed_ += 1
            else:
                both.append((earlier, later))
        yield (first, then), (both, begun, reversed_)


def _filled(work: Work, judge: Judge, occasion: str) -> Filled | None:
    """The form that a student has filled in at an occasion; None where one of its questions is open."""
    mine = {name: one for name, one in work.forms.items() if name.startswith(f"{occasion}/")}
    done = {name: one for name, one in mine.items() if one.first or one.state.revealed}  # "I don't know" is an answer
    forms = Counter(judge.forms[name].question.form for name in done)
    for form, count in forms.most_common(1):
        answers: dict[str, Taken] = {
            question.skill: one for name, one in done.items() if (question := judge.forms[name].question).form == form
        }
        if count == len(load_skills()):
            times = [one.at for one in answers.values() if one.at]
            right = {skill: one.first == RIGHT for skill, one in answers.items()}
            return Filled(form, right, min(times, default=None), max(times, default=None))
    return None


def _share(one: Filled) -> float:
    return statistics.mean(one.right.values())


def _change(shares: Iterable[list[float]]) -> dict[str, Any]:
    """The mean of each side, and of the difference for each student with its standard deviation and 95% margin."""
    pairs = list(shares)
    changes = [after - before for before, after in pairs]
    spread = statistics.stdev(changes) if len(changes) > 1 else None
    return {
        "students": len(pairs),
        "before": statistics.mean(before for before, _ in pairs) if pairs else None,
        "after": statistics.mean(after for _, after in pairs) if pairs else None,
        "change": statistics.mean(changes) if pairs else None,
        "spread": spread,
        "margin": None if spread is None else _ERRORS * spread / math.sqrt(len(pairs)),
        "better": sum(change > 0 for change in changes),
        "same": sum(change == 0 for change in changes),
        "worse": sum(change < 0 for change in changes),
    }
