"""Plans of periods and of a unit, as lessons/teacher/plans.yml has them, checked against the course."""

from typing import Any

from ...base.places import lessons_folder
from ...base.yaml_files import YamlEntry, read_yaml
from ...course.course import Course, LessonInfo

FILE = "teacher/plans.yml"
PERIOD = 45


def load_plans(course: Course) -> dict[str, Any]:
    """The plans, with lessons in place of their names; `left` are the lessons that the unit has no place for."""
    top = YamlEntry(read_yaml(lessons_folder() / FILE), f"lessons/{FILE}")
    top.only("about", "sessions", "unit")
    lessons, unit = {info.name: info for info in (*course.lessons, *course.forms)}, top.entry("unit", needed=False)
    unit.only("title", "about", "weeks")
    sessions = [_session(entry, lessons) for entry in top.entries("sessions", "session", needed=False, own="title")]
    weeks = [_week(entry, lessons) for entry in unit.entries("weeks", "week", needed=False, own="")]
    placed = {info.name for week in weeks for period in week["periods"] for info in period["lessons"]}
    plans = {
        "about": top.text("about", needed=False),
        "sessions": sorted(sessions, key=lambda session: session["minutes"]),
        "unit": {name: unit.text(name, needed=False) for name in ("title", "about")} | {"weeks": weeks},
        "left": [info for info in course.lessons if info.name not in placed],
    }
    return top.finish(plans)


def _session(entry: YamlEntry, lessons: dict[str, LessonInfo]) -> dict[str, Any]:
    entry.only("title", "minutes", "aim", "steps")
    steps, start = [], 0
    for step in entry.entries("steps", "step", own=""):
        step.only("minutes", "lesson", "what")
        end = start + step.number("minutes")
        name = step.choice("lesson", lessons, needed=False)
        steps.append({"time": f"{start}–{end}", "lesson": lessons.get(name), "what": step.text("what", needed=False)})
        start = end
    minutes = entry.number("minutes")
    if minutes and start != minutes:
        ask = "change the minutes of a step, or its own"
        entry.fault(f"its steps take {start} minutes, and it has {minutes}", "minutes", ask)
    return {"title": entry.id, "minutes": minutes, "aim": entry.text("aim", needed=False), "steps": steps}


def _week(entry: YamlEntry, lessons: dict[str, LessonInfo]) -> dict[str, Any]:
    entry.only("title", "periods")
    periods = []
    for period in entry.entries("periods", "period", needed=False, own=""):
        period.only("lessons", "what", "home", "may_be_left_out")
        names = [period.known(name, lessons, "lessons") for name in period.texts("lessons", needed=False)]
        infos = [lessons[name] for name in names if name]
        minutes = sum(info.minutes for info in infos)
        if minutes > PERIOD:
            taken = f"{' and '.join(names)} take {minutes} minutes, and a period has {PERIOD}"
            period.fault(taken, "lessons", "put one of them in a period of its own")
        texts = {name: period.text(name, needed=False) for name in ("what", "home")}
        periods.append({"lessons": infos, **texts, "may_be_left_out": period.flag("may_be_left_out")})
    return {"number": int(entry.id), "title": entry.text("title", needed=False), "periods": periods}
