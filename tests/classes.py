"""A class made up for tests: journals with a fixed seed, so that the figures of a report can be counted by hand."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from communique.questions.question import Question
from communique.teacher.answers.judge import Judge

from .marked import solution

#: The six steps of a matrix, as the page sends them and journals keep them.
STEPS = ("strongly-opposes", "opposes", "mixed", "supports", "strongly-supports", "does-not-say")


def line(chance: random.Random, question: str, did: str, minute: int, **more: Any) -> str:
    """One line of a journal, as the course writes it."""
    at = f"2025-03-{1 + minute // 1440 % 28:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00+00:00"
    name = f"{chance.getrandbits(128):032x}"
    return json.dumps({"v": 1, "id": name, "at": at, "question": question, "did": did, **more})


_RIGHT: dict[str, Any] = {}
_NEAR: dict[str, list[str]] = {}


def right_answer(question: Question, judge: Judge) -> Any:
    """The right answer, worked out once however large the class."""
    if question.name not in _RIGHT:
        _RIGHT[question.name] = solution(question, judge.article)
    return _RIGHT[question.name]


def _near(question: Question, judge: Judge) -> list[str]:
    """The units in the paragraph of the first right one."""
    if question.name not in _NEAR:
        paragraph = right_answer(question, judge)[0].split(".")[0]
        units = judge.kind(question).units
        _NEAR[question.name] = [name for name in units if name.split(".")[0] == paragraph]
    return _NEAR[question.name]


def some_answer(question: Question, judge: Judge, chance: random.Random) -> Any:
    """An answer of the kind's shape, seldom right."""
    match question.kind:
        case "choose-one" | "predict-then-check":
            return chance.choice(question.options).id
        case "choose-many":
            return [o.id for o in question.options if chance.random() < 0.5] or [question.options[0].id]
        case "put-in-order":
            return chance.sample([o.id for o in question.options], len(question.options))
        case "find-words":
            asked = right_answer(question, judge)
            return [u for u in (*asked, *_near(question, judge)) if chance.random() < 0.5] or asked[:1]
        case "match-pairs":
            return {o.id: chance.choice(question.choices).id for o in question.options}
        case "place-on-scale":
            lane = f"{chance.choice(question.lanes).id}/" if question.lanes else ""
            return {o.id: lane + chance.choice(question.steps).id for o in question.options}
        case "fill-the-matrix":
            cells = [f"{row}/{column}" for row in question.rows for column in question.columns]
            return {"cells": {cell: {"step": chance.choice(STEPS), "words": ["p2.s1"]} for cell in cells}}
        case "short-answer":
            return {"text": "Because of the verb.", "ticks": []}
        case _:
            return "A few words."


def some_forecasts(judge: Judge, chance: random.Random, minute: int) -> list[str]:
    """What the forecasts leave in a journal: drafts, often a seal, and then the reveal."""
    lines = []
    for name, outcomes in judge.forecasting.items():
        chances = {o.id: chance.randrange(101) for o in outcomes}
        lines.append(line(chance, name, "draft", minute, answer=chances))
        if chance.random() < 0.8:
            lines.append(line(chance, name, "seal", minute + 1, answer=chances))
            lines.append(line(chance, name, "draft", minute + 2, answer={**chances, "revealed": True}))
    return lines


def some_codings(judge: Judge, chance: random.Random, minute: int) -> list[str]:
    """What the coding desk leaves: marks made before a first comparison, and other marks at a later one."""
    lines = []
    for name, parts in judge.desks.items():
        compared: dict[str, Any] = {}
        for part_id, (_, part) in parts.items():
            for layer in ("actors", "statements", "events"):
                if chance.random() < 0.4:
                    continue
                marks = []
                for mark in part.reference(layer):
                    if chance.random() < 0.6:
                        last = max(mark.first, mark.last - (chance.random() < 0.3))
                        marks.append([layer, mark.paragraph, mark.first, last, mark.kind])
                if marks:
                    later = [*marks, [layer, part.paragraphs[0].paragraph_id, 1, 1, ""]]
                    for last in (marks, later):
                        compared = {**compared, f"{part_id}/{layer}": {"first": marks, "last": last}}
                        left = {"part": part_id, "layer": layer, "marks": last, "compared": compared}
                        lines.append(line(chance, name, "draft", minute, answer=left))
    return lines


def make_class(folder: Path, count: int, seed: int = 7) -> Judge:
    """Write a journal for each of some students, in a folder under the student's name."""
    judge, chance = Judge(), random.Random(seed)
    for number in range(count):
        path = folder / f"Pupil {number:03d}" / "my-progress.jsonl"
        path.parent.mkdir(parents=True)
        minute, lines = chance.randrange(40_000), []
        for question in judge.questions.values():
            if chance.random() < 0.3:
                continue
            for did, often in (("hint", 0.3), ("draft", 0.3)):
                if chance.random() < often:
                    minute += 1
                    lines.append(line(chance, question.name, did, minute, answer=None))
            for _ in range(chance.choice((0, 1, 1, 2))):
                answer, minute = some_answer(question, judge, chance), minute + 1
                if chance.random() < 0.4 and judge.kind(question).marked:
                    answer = right_answer(question, judge)
                outcome = judge.marked(question, answer, None).outcome
                lines.append(line(chance, question.name, "answer", minute, answer=answer, outcome=outcome))
            if chance.random() < 0.1:
                lines.append(line(chance, question.name, "reveal", minute + 1))
        lines += some_forecasts(judge, chance, minute + 2) + some_codings(judge, chance, minute + 3)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return judge


#: One right answer, as a whole file.
GOOD = line(random.Random(1), "events/threat-or-deed", "answer", 1, answer="would-consider", outcome="right") + "\n"


def put(path: Path, content: str | bytes = GOOD) -> Path:
    """Write a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
