"""The figures of a class report, against a count of its own that shares no code with it."""

from __future__ import annotations

import json
import math
import statistics
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from communique import ClassReport, load_class
from communique.coding.article import CodedArticle
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.teacher.report.tables import COLUMNS
from communique.widgets.questions.question import question_widget

from ..classes import make_class
from ..conftest import MANY
from ..some import some


@pytest.fixture
def report(report_of_many: ClassReport) -> ClassReport:
    """The report of a class of many."""
    return report_of_many


@pytest.fixture(scope="module")
def records(class_of_many: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The lines of the files: student -> question -> records, in order. An outcome in them is the true one."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for path in class_of_many.glob("*/my-progress.jsonl"):
        mine = found.setdefault(path.parent.name, defaultdict(list))
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if not (record["did"] == "answer" and record["outcome"] == "not-tried"):
                mine[record["question"]].append(record)
    return found


def _answers(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [record for record in found if record["did"] == "answer"]


EXTRA = {q.name for info in load_course().lessons for q in load_questions(info.name).values() if q.extra}


def _done(found: list[dict[str, Any]]) -> bool:
    outcomes = {record.get("outcome") for record in _answers(found)}
    last = [record["outcome"] for record in _answers(found)][-1:]
    return "right" in outcomes or last == ["answered"] or any(record["did"] == "reveal" for record in found)


def _only_explained(found: list[dict[str, Any]]) -> bool:
    return _done(found) and not _done([record for record in found if record["did"] != "reveal"])


def test_every_student_is_there_and_nothing_looks_odd(report: ClassReport) -> None:
    """As many students as files, under the names of their folders."""
    assert [f"Pupil {number:03d}" for number in range(MANY)] == list(report.students.index)
    assert report.skipped.empty


def test_who_has_done_what(report: ClassReport, records: dict) -> None:
    """Questions done, tries, hints and the last activity of each student and lesson are what the files say."""
    for row in some(report.lessons.to_dict("records")):
        mine = {q: found for q, found in records[row["student"]].items() if q.split("/")[0] == row["lesson"]}
        asked = [found for name, found in mine.items() if name not in EXTRA]
        assert sum(map(_done, asked)) == row["done"]
        assert sum(map(_only_explained, asked)) == row["explained"]
        assert sum(len(_answers(found)) for found in mine.values()) == row["tries"]
        assert sum(record["did"] == "hint" for found in mine.values() for record in found) == row["hints"]
        state = "done" if row["done"] == row["questions"] else "under way" if any(mine.values()) else "not yet"
        assert state == row["state"]


def test_last_activity(report: ClassReport, records: dict) -> None:
    """A student was last active at the latest time in the file."""
    latest = {s: max(r["at"] for found in mine.values() for r in found) for s, mine in records.items()}
    assert latest == {s: at.isoformat() for s, at in report.students["last_active"].items()}


def test_how_hard_each_question_is(report: ClassReport, records: dict) -> None:
    """Right at the first try, the median of tries, and hints, for every question of the course."""
    for name, row in some(report.questions.iterrows()):
        found = [mine[name] for mine in records.values() if mine.get(name)]
        tried = [_answers(one) for one in found if _answers(one)]
        first = sum(one[0]["outcome"] == "right" for one in tried)
        assert (len(found), len(tried), first) == (row["touched"], row["tried"], row["right_at_first"])
        assert sum(any(r["outcome"] == "right" for r in one) for one in tried) == row["right"]
        assert statistics.median(map(len, tried)) == row["tries_median"]
        assert sum(r["did"] == "hint" for one in found for r in one) == row["hints"]
        if row["kind"] in ("choose-one", "choose-many", "put-in-order", "find-words", "match-pairs", "place-on-scale"):
            assert first / len(tried) == row["share_at_first"]
        else:
            assert pd.isna(row["share_at_first"])


def test_the_commonest_wrong_option(report: ClassReport, records: dict) -> None:
    """Among questions with options, the wrong one that most students ever chose, with its text and their number."""
    for name, row in report.questions[report.questions["kind"].isin(["choose-one", "choose-many"])].iterrows():
        lesson, _, question_id = name.partition("/")
        right = load_keys(lesson)[question_id].right
        wrong: Counter[str] = Counter()
        for mine in records.values():
            given = [r["answer"] for r in _answers(mine.get(name, []))]
            chosen = {one for a in given for one in ([a] if isinstance(a, str) else a)}
            wrong.update(chosen - set(right))
        assert max(wrong.values()) == wrong[row["wrong"]] == row["wrong_count"]
        assert load_questions(lesson)[question_id].option(row["wrong"]).text == row["wrong_text"]


def test_where_the_class_is_split(report: ClassReport, records: dict) -> None:
    """How many marked a unit in their first answer; those nearest to one half come first."""
    words = report.splits[report.splits["kind"] == "find-words"]
    assert not words.empty
    for name, rows in words.groupby("question"):
        first = [set(_answers(mine[name])[0]["answer"]) for mine in records.values() if _answers(mine.get(name, []))]
        assert {len(first)} == set(rows["students"])
        assert {u: sum(u in one for one in first) for u in rows["unit"]} == dict(
            zip(rows["unit"], rows["chosen"], strict=True)
        )
        far = list((rows["share"] - 0.5).abs())
        assert pytest.approx(sorted(far)) == far


def _alpha(matrix: list[dict[str, Any]]) -> float:
    """Krippendorff's alpha from its coincidence matrix, as his book has it; one mapping a unit: who -> choice."""
    pairs: Counter[tuple[Any, Any]] = Counter()
    for unit in matrix:
        values = list(unit.values())
        for i, one in enumerate(values):
            for j, other in enumerate(values):
                if i != j:
                    pairs[one, other] += 1 / (len(values) - 1)
    totals: Counter[Any] = Counter()
    for (one, _), count in pairs.items():
        totals[one] += count
    n = sum(totals.values())
    observed = sum(count for (one, other), count in pairs.items() if one != other)
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b) / (n - 1)
    return 1 - observed / expected if expected else math.nan  # all chose the same: not defined


def test_agreement_on_a_matrix_counts_only_the_cells_that_were_placed(tmp_path: Path) -> None:
    """Alpha with missing values, against the coincidence matrix of the book."""
    judge = make_class(tmp_path / "class", 8, seed=3)
    report = load_class(tmp_path / "class")
    scales = report.splits[report.splits["kind"].isin(["place-on-scale", "fill-the-matrix"])]
    assert not scales.empty
    for name, rows in scales.groupby("question"):
        units: dict[str, dict[str, str]] = defaultdict(dict)
        for path in (tmp_path / "class").glob("*/*.jsonl"):
            given = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            given = [r["answer"] for r in given if r["did"] == "answer" and r["question"] == name]
            if given and judge.questions[name].kind == "place-on-scale":
                for unit, place in given[0].items():
                    units[unit][path.parent.name] = place
            elif given:
                for cell, placed in given[-1]["cells"].items():
                    units[cell][path.parent.name] = placed["step"]
        expected = _alpha([unit for unit in units.values() if len(unit) > 1])
        assert pytest.approx(expected, nan_ok=True) == rows["alpha"].iloc[0]


def test_positions_are_counted_beside_the_coding(report: ClassReport, records: dict) -> None:
    """Each cell has all six steps, its shares add up to one, and the coding is marked."""
    matrix = report.questions.index[report.questions["kind"] == "fill-the-matrix"]
    assert set(matrix) == set(report.positions["question"])
    for (name, actor, issue), rows in report.positions.groupby(["question", "actor_id", "issue"]):
        last = [_answers(mine[name])[-1]["answer"] for mine in records.values() if _answers(mine.get(name, []))]
        steps = Counter(one["cells"][f"{actor}/{issue}"]["step"] for one in last)
        assert {step: steps[step] for step in rows["step"]} == dict(zip(rows["step"], rows["chosen"], strict=True))
        assert pytest.approx(1.0) == rows["share"].sum()
        assert rows["reference"].any()


def test_one_question_and_one_student(report: ClassReport) -> None:
    """What is asked for one by one is what the table of answers has."""
    assert len(report.answers) == sum(len(report.of_student(student)) for student in report.students.index)
    assert len(report.answers) == sum(len(report.of_question(question)) for question in report.questions.index)


@pytest.mark.parametrize("table", [name for name in COLUMNS if name != "divided"])
def test_tables_have_the_same_types_with_and_without_rows(table: str, report: ClassReport, tmp_path: Path) -> None:
    """Code that works on a full class works on an empty folder."""
    full, empty = getattr(report, table), getattr(load_class(tmp_path), table)
    assert list(full.dtypes) == list(empty.dtypes)
    assert (full.index.name, full.index.dtype) == (empty.index.name, empty.index.dtype) or not full.index.name
    assert (
        table in ("questions", "positions", "forecasts", "calibration", "gains") or empty.empty
    )  # these have the course's rows


def test_how_answers_divide(report: ClassReport, records: dict) -> None:
    """For each option the students who chose it, first and last, beside the key; nothing for what is written."""
    for name, row in some(report.questions.iterrows()):
        lesson, _, question_id = name.partition("/")
        question = load_questions(lesson)[question_id]
        for which, at in (("first", 0), ("last", -1)):
            found = report.divided(name, which)
            given = [_answers(mine[name])[at]["answer"] for mine in records.values() if _answers(mine.get(name, []))]
            if row["kind"] in ("open", "short-answer"):
                assert found.empty
            elif row["kind"] in ("choose-one", "choose-many", "predict-then-check"):
                chosen = Counter(one for a in given for one in ([a] if isinstance(a, str) else a))
                assert {question.option(one).text: n for one, n in chosen.items()} == dict(
                    zip(found["choice"], found["chosen"], strict=True)
                )
                right = load_keys(lesson)[question_id].right
                assert {question.option(one).text for one in right if chosen[one]} == set(
                    found.loc[found["key"], "choice"]
                )
            else:
                assert {len(given)} == set(found["students"])
                assert found["chosen"].is_monotonic_decreasing


def test_what_the_report_does_not_say_is_counted(tmp_path: Path, coded: CodedArticle) -> None:
    """A student who places an actor off the scale on the page is one of those who placed the cell."""
    question = load_questions("positions")["where-they-stand"]
    cell = f"{question.rows[0]}/{question.columns[0]}"
    folder = tmp_path / "class" / "Ada"
    folder.mkdir(parents=True)
    widget = question_widget(question.kind)(question, coded, Journal(folder / "my-progress.jsonl"))
    (off,) = [step["id"] for step in widget.question["steps"] if step["text"] == "the report does not say"]
    widget.check({"cells": {cell: {"step": off, "words": []}}})
    positions = load_class(tmp_path / "class").positions
    (row,) = positions[(positions["students"] == 1) & (positions["chosen"] == 1)].to_dict("records")
    assert (cell, off) == (f"{row['actor_id']}/{row['issue']}", row["step"])
