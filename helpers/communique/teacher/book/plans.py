"""Plans of periods and of a unit, as lessons/teacher/plans.yml has them, held against the course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...base.errors import CommuniqueError
from ...base.places import lessons_folder
from ...base.yaml_files import read_yaml
from ...course.course import Course, LessonInfo

FILE = "teacher/plans.yml"
PERIOD = 45


def load_plans(course: Course) -> dict[str, Any]:
    """The plans, with lessons in place of their names.

    Returns:
        `about`; `sessions`, each with `title`, `minutes`, `aim` and `steps`; `unit` with `weeks`, each with `periods`;
        and `left`, the lessons that the unit has no place for.

    Raises:
        CommuniqueError: a step names no lesson of the course, or minutes do not add up; the message says where.
    """
    plans = read_yaml(lessons_folder() / FILE)
    sessions = [_session(entry, course) for entry in plans.get("sessions") or ()]
    unit = plans.get("unit") or {}
    weeks = [_week(number, week, course) for number, week in enumerate(unit.get("weeks") or (), 1)]
    placed = {info.name for week in weeks for period in week["periods"] for info in period["lessons"]}
    return {
        "about": _line(plans.get("about")),
        "sessions": sorted(sessions, key=lambda one: one["minutes"]),
        "unit": {"title": _line(unit.get("title")), "about": _line(unit.get("about")), "weeks": weeks},
        "left": [info for info in course.lessons if info.name not in placed],
    }


def _session(entry: Mapping[str, Any], course: Course) -> dict[str, Any]:
    title = _line(entry.get("title"))
    steps, start = [], 0
    for step in entry.get("steps") or ():
        minutes = step.get("minutes")
        if type(minutes) is not int or minutes <= 0:
            raise CommuniqueError(f"lessons/{FILE}, '{title}': a step has no minutes.", "Give it a whole number.")
        info = course.lesson(step["lesson"]) if step.get("lesson") else None
        steps.append({"time": f"{start}–{start + minutes}", "lesson": info, "what": _line(step.get("what"))})
        start += minutes
    if start != entry.get("minutes"):
        raise CommuniqueError(
            f"lessons/{FILE}, '{title}': its steps take {start} minutes, and it has {entry.get('minutes')}.",
            "Change the minutes of a step, or its own.",
        )
    return {"title": title, "minutes": start, "aim": _line(entry.get("aim")), "steps": steps}


def _week(number: int, week: Mapping[str, Any], course: Course) -> dict[str, Any]:
    periods = []
    for period in week.get("periods") or ():
        lessons = [course.lesson(name) for name in period.get("lessons") or ()]
        _check_room(number, lessons)
        texts = {name: _line(period.get(name)) for name in ("what", "home")}
        periods.append({"lessons": lessons, **texts, "may_be_left_out": period.get("may_be_left_out") is True})
    return {"number": number, "title": _line(week.get("title")), "periods": periods}


def _check_room(number: int, lessons: list[LessonInfo]) -> None:
    needed = sum(info.minutes for info in lessons)
    if needed > PERIOD:
        names = " and ".join(info.name for info in lessons)
        raise CommuniqueError(
            f"lessons/{FILE}, week {number}: {names} take {needed} minutes, and a period has {PERIOD}.",
            "Put one of them in a period of its own.",
        )


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())
