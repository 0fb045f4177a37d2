"""What a teacher needs before the next lesson: three questions to discuss, who is behind, who is missing; what was
written, with three answers to read aloud."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ...base.strings import text
from ...coding.loading import load_text
from ...questions.kinds import kinds
from .dividing import divided_rows, the_judge
from .tables import STATES

#: Answers, before anything is said of how hard a question is or where the class is split.
FEWEST = 5
SHOWN = 3
#: Words that an answer needs to be one of those read aloud.
FEWEST_WORDS = 5

Tables = Mapping[str, pd.DataFrame]


def tomorrow(
    tables: Tables, hardest: list[dict[str, Any]], splits: list[dict[str, Any]], absent: Iterable[str] | None
) -> dict[str, Any]:
    """The opening of the report, from its tables; `absent` are those of a class list who handed in nothing."""
    lesson, title = _last_lesson(tables["lessons"])
    asked = sorted((dict(q) for q in hardest if q["wrong_count"]), key=lambda q: q["lesson"] != lesson)[:SHOWN]
    discuss = {split["question"]: split["first"][0]["discuss"] for split in splits if split["first"]}
    answers = tables["answers"]  # not copied: of a large class they are most of the report
    known = set(tables["questions"].index) == set(the_judge().questions)  # not on an article that was brought
    for question in asked:
        own = (answers["question"] == question["question"]) & (answers["first"] != "")
        first = answers.loc[own, "first_answer"]
        question["choices"] = list(divided_rows(question["question"], first)) if known else []
        question["discuss"] = discuss.get(question["question"], "")
        question["text"] = load_text(question["about"]) if question["about"] else None
    broken = tables["skipped"][tables["skipped"]["file"] != ""]
    return {
        "rule": text("class-report", "tomorrow-rule", fewest=FEWEST, lesson=title) if asked else "",
        "asked": asked,
        "behind": _behind(tables["lessons"]),
        "absent": None if absent is None else list(absent),
        "broken": broken.drop_duplicates("file").to_dict("records"),
    }


def _last_lesson(lessons: pd.DataFrame) -> tuple[str, str]:
    """The lesson that most students worked on last, and its title with its number."""
    seen = lessons.dropna(subset="last_active").sort_values("last_active", kind="stable")
    if seen.empty:
        return "", ""
    last = seen.groupby("student")["lesson"].last().mode().iloc[0]
    titles = lessons.drop_duplicates("lesson").set_index("lesson")["title"]
    return last, f"{titles.index.get_loc(last) + 1}. {titles[last]}"


def _behind(lessons: pd.DataFrame) -> list[dict[str, Any]]:
    """Students who have not begun lessons that at least half of the class has begun, with the lessons' numbers."""
    numbers = {name: number for number, name in enumerate(lessons["lesson"].drop_duplicates(), 1)}
    begun = lessons["state"] != STATES[0]
    common = begun.groupby(lessons["lesson"], sort=False).mean() >= 0.5
    missing = lessons[~begun & lessons["lesson"].map(common).astype(bool)]
    return [
        {"student": student, "lessons": ", ".join(str(numbers[name]) for name in theirs)}
        for student, theirs in missing.groupby("student", sort=False)["lesson"]
    ]


def written(tables: Tables, questions: pd.DataFrame) -> list[dict[str, Any]]:
    """The written answers by question, each with its student and label; three of middle length to read aloud."""
    labels = tables["students"]["pseudonym"].to_dict()
    written_kinds = [kind.name for kind in kinds().values() if kind.written]
    answers = tables["answers"][tables["answers"]["last_answer"] != ""]
    by_question: dict[str, list[dict[str, Any]]] = {}
    for name, student, words in zip(answers["question"], answers["student"], answers["last_answer"], strict=True):
        answer = {"student": student, "label": labels[student], "text": words}
        by_question.setdefault(name, []).append(answer)
    entries = []
    for name, about in questions[questions["kind"].isin(written_kinds)].iterrows():
        if name in by_question:
            by_label = sorted(by_question[name], key=lambda answer: answer["label"])
            entries.append(
                {"number": about["number"], "prompt": about["prompt"], "aloud": _middle(by_label), "all": by_label}
            )
    return entries


def _middle(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of middle length: nobody is picked for being best or worst."""
    long_enough = [answer for answer in answers if len(answer["text"].split()) >= FEWEST_WORDS]
    by_length = sorted(long_enough, key=lambda answer: len(answer["text"].split()))
    first = max(0, (len(by_length) - SHOWN) // 2)
    return by_length[first : first + SHOWN]
