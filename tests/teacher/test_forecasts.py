"""Forecasts and codings of a class: the report's figures against a count that shares no code with it; forged seals."""

from __future__ import annotations

import json
import random
import statistics
from collections import defaultdict
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from communique import ClassReport, load_article, load_class
from communique.base.places import lessons_folder

from ..classes import line, make_class, put
from ..conftest import MANY

TOOL, DESK = "forecast/tool:forecast", "coding/tool:coding-desk"


@pytest.fixture
def report(report_of_many: ClassReport) -> ClassReport:
    """The report of a class of many."""
    return report_of_many


@pytest.fixture(scope="module")
def records(class_of_many: Path) -> dict[str, list[dict[str, Any]]]:
    """The lines of the files, by student."""
    return {
        path.parent.name: [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]
        for path in class_of_many.glob("*/my-progress.jsonl")
    }


@pytest.fixture(scope="module")
def sealed(records: dict) -> dict[str, dict[str, int]]:
    """What each student sealed."""
    return {s: r["answer"] for s, mine in records.items() for r in mine if r["did"] == "seal" and r["question"] == TOOL}


def _results() -> dict[str, float | None]:
    """Outcome -> 1 where it happened, 0 where not, None where it is open: as the author's file has it."""
    content = yaml.safe_load((lessons_folder() / "forecast" / "forecast.yml").read_text(encoding="utf-8"))
    return {o["id"]: {"happened": 1.0, "did-not": 0.0, "open": None}[o["result"]] for o in content["outcomes"]}


def test_mean_and_spread_of_each_outcome(report: ClassReport, sealed: dict) -> None:
    """Mean, standard deviation, quartiles and ends of what many students said, for every outcome in its order."""
    assert list(_results()) == list(report.forecasts.index)
    for name, row in report.forecasts.iterrows():
        said = pd.Series([one[name] for one in sealed.values()])
        assert MANY * 2 / 3 < len(said) == row["students"]
        expected = [said.mean(), said.std(ddof=0), *said.quantile([0, 0.25, 0.5, 0.75, 1])]
        found = [row[n] for n in ("mean", "spread", "lowest", "quarter", "median", "three_quarters", "highest")]
        assert pytest.approx(expected) == found


def test_brier_scores(report: ClassReport, sealed: dict) -> None:
    """Each student's score and each outcome's mean squared error, reckoned from the formula; open ones do not count."""
    results = {name: came for name, came in _results().items() if came is not None}
    scores = {s: statistics.fmean((g[n] / 100 - came) ** 2 for n, came in results.items()) for s, g in sealed.items()}
    assert pytest.approx(scores) == dict(zip(report.scores["student"], report.scores["brier"], strict=True))
    assert {len(results)} == set(report.scores["settled"])
    for name, row in report.forecasts.iterrows():
        if name in results:
            errors = [(g[name] / 100 - results[name]) ** 2 for g in sealed.values()]
            assert pytest.approx(statistics.fmean(errors)) == row["brier"]
        else:
            assert pd.isna(row["brier"])


def test_calibration_of_the_class(report: ClassReport, sealed: dict) -> None:
    """Five groups: how many forecasts, their mean, and how many of them happened."""
    groups: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for given in sealed.values():
        for name, came in _results().items():
            if came is not None:
                groups[max(0, (given[name] - 1) // 20)].append((given[name], came))
    assert 5 == len(report.calibration)
    for number, row in enumerate(report.calibration.to_dict("records")):
        here = groups[number]
        assert (len(here), sum(came for _, came in here)) == (row["forecasts"], row["happened"])
        assert pytest.approx((statistics.fmean(p for p, _ in here), row["happened"] / len(here))) == (
            row["said"],
            row["share"],
        )


def test_the_table_of_what_was_sealed(report: ClassReport, sealed: dict) -> None:
    """A row for each student and outcome, with the chance as it stands in the file."""
    found = {(r["student"], r["outcome"]): r["chance"] for r in report.sealed.to_dict("records")}
    assert {(s, n): chance for s, given in sealed.items() for n, chance in given.items()} == found


def test_codings_count_the_first_comparison(report: ClassReport, records: dict) -> None:
    """Who marked a word of the article's coding, and how many coded at all, from the marks before the comparison."""
    first: dict[str, dict[str, list]] = defaultdict(dict)
    for student, mine in records.items():
        for record in mine:
            for name, both in record["answer"]["compared"].items() if record["question"] == DESK else ():
                first[name].setdefault(student, both["first"])
    assert {(p, layer) for p, layer in (n.split("/") for n in first)} == set(
        zip(report.codings["part"], report.codings["layer"], strict=True)
    )
    for (part, layer), rows in report.codings.groupby(["part", "layer"]):
        given = first[f"{part}/{layer}"]
        assert {len(given)} == set(rows["students"])
        assert {len(given)} == {((report.coders["part"] == part) & (report.coders["layer"] == layer)).sum()}
        assert rows["split"].is_monotonic_decreasing
    they = report.codings.query("part == 'p2-p5' and layer == 'actors' and words == 'They' and paragraph == 'p5'")
    words = load_article().coded.paragraph("p5").text.split()
    place = words.index("They") + 1
    marked = [
        s for s, marks in first["p2-p5/actors"].items() if any(m[1] == "p5" and m[2] <= place <= m[3] for m in marks)
    ]
    assert [len(marked)] == list(they["marked"])


def test_agreement_with_the_articles_coding(tmp_path: Path) -> None:
    """Whoever marks exactly what the coding marks agrees on every word; who marks one word of all does not."""
    judge = make_class(tmp_path / "none", 0)
    chance = random.Random(4)
    part = judge.desks[DESK]["p2-p5"][1]
    theirs = [["actors", m.paragraph, m.first, m.last, m.kind] for m in part.reference("actors")]
    for name, marks in (("Anna", theirs), ("Bo", [["actors", "p2", 1, 1, ""]])):
        left = {"compared": {"p2-p5/actors": {"first": marks, "last": theirs}}}
        put(tmp_path / f"{name}.jsonl", line(chance, DESK, "draft", 1, answer=left))
    report = load_class(tmp_path)
    found = report.coders.set_index("student")
    assert (100.0, 1.0) == (found.loc["Anna", "percent"], found.loc["Anna", "kappa"])
    assert found.loc["Bo", "kappa"] < 0.1 < 50 < found.loc["Bo", "percent"] < 90
    one = report.codings[report.codings["reference"] & (report.codings["paragraph"] == "p5")]
    assert {1} == set(one["marked"])
    assert report.codings["alpha"].iloc[0] < 0.1


GOOD = {name: 50 for name in _results()}
SEAL = line(random.Random(3), TOOL, "seal", 5, answer=GOOD)


def _seal(answer: Any, minute: int = 5, seed: int = 1, did: str = "seal") -> str:
    return line(random.Random(seed), TOOL, did, minute, answer=answer)


@pytest.mark.parametrize(
    ("lines", "trouble"),
    [
        ([SEAL, _seal({**GOOD, "nato-confirms": 100}, 6)], "seal-twice"),
        ([_seal({**GOOD, "nato-confirms": 100}, 1), SEAL], "seal-twice"),
        ([SEAL, SEAL.replace(": 50", ": 51", 1)], "seal-changed"),
        ([_seal({**GOOD, "nato-confirms": 101})], "seal-chances"),
        ([_seal({**GOOD, "nato-confirms": -1})], "seal-chances"),
        ([_seal({**GOOD, "nato-confirms": 99.5})], "seal-chances"),
        ([_seal({**GOOD, "nato-confirms": True})], "seal-chances"),
        ([_seal({**GOOD, "nato-confirms": "100"})], "seal-chances"),
        ([_seal([50] * 10)], "seal-chances"),
        ([_seal({})], "seal-chances"),
        ([_seal({**GOOD, "revealed": True}, 4, 9, "draft"), SEAL], "seal-late"),
    ],
)
def test_a_forged_seal_is_told_and_does_not_count(lines: list[str], trouble: str, tmp_path: Path) -> None:
    """Two seals, a changed one, what is no chance, a seal after the reveal: named, and the others' figures stay."""
    put(tmp_path / "Anna.jsonl", "\n".join(lines) + "\n")
    put(tmp_path / "Bo.jsonl", _seal({name: 80 for name in GOOD}, 7, 8) + "\n")
    report = load_class(tmp_path)
    assert [("Anna", trouble)] == list(zip(report.skipped["student"], report.skipped["trouble"], strict=True))
    assert ["Bo"] == list(report.scores["student"])
    assert {1} == set(report.forecasts["students"])
    assert {80.0} == set(report.forecasts["mean"])


def test_a_chance_for_an_unknown_outcome_does_not_count(tmp_path: Path) -> None:
    """It is told, and the other chances count."""
    put(tmp_path / "Anna.jsonl", _seal({**GOOD, "no-such": 90}) + "\n")
    report = load_class(tmp_path)
    assert [("seal-unknown", 1)] == list(zip(report.skipped["trouble"], report.skipped["count"], strict=True))
    assert list(GOOD) == list(report.sealed["outcome"])


def test_one_seal_in_two_files_counts_once(tmp_path: Path) -> None:
    """Who hands in twice has sealed once; and two students with one seal are told, as with answers."""
    for name in ("my-progress.jsonl", "my-progress (1).jsonl"):
        put(tmp_path / "Anna" / name, SEAL + "\n")
    assert {1} == set(load_class(tmp_path).forecasts["students"])
    assert load_class(tmp_path).skipped.empty
    put(tmp_path / "Bo.jsonl", SEAL + "\n")
    assert ["shared"] == list(load_class(tmp_path).skipped["trouble"])


@pytest.mark.parametrize(
    "left",
    [
        None,
        "x",
        {"compared": 1},
        {"compared": {"p2-p5/actors": None, "x": 1, "/": {"first": []}, "p2-p5/kings": {"first": [["kings"]]}}},
        {"compared": {"p2-p5/actors": {"first": [["actors", "p99", 1, 1, ""], ["actors", "p2", 5, 1, ""], [1], "x"]}}},
        {"compared": {"p2-p5/actors": {"first": [["actors", "p2", -9, 10**30, ""], ["actors", "p2", True, 2, ""]]}}},
        {"compared": {"p2-p5/actors": {"first": [["actors", "p2", 1, 1, ""]] * 2001}}},
    ],
)
def test_a_malformed_coding_costs_nothing(left: Any, tmp_path: Path) -> None:
    """It counts for nothing, and a whole one beside it does."""
    whole = {"compared": {"p2-p5/actors": {"first": [["actors", "p2", 1, 2, ""]], "last": []}}}
    put(tmp_path / "Anna.jsonl", line(random.Random(1), DESK, "draft", 1, answer=left) + "\n")
    put(tmp_path / "Bo.jsonl", line(random.Random(2), DESK, "draft", 1, answer=whole) + "\n")
    report = load_class(tmp_path)
    assert ["Anna", "Bo"] == list(report.students.index)
    assert ["Bo"] == list(report.coders["student"])


def test_the_page_has_both_parts(report: ClassReport) -> None:
    """Every outcome with its mean, the class's score, and for each part and layer the words to discuss."""
    page = report.html()
    for row in report.forecasts.to_dict("records"):
        assert f"<td>{round(row['mean'])}%</td>" in page
    assert f"Mean {report.scores['brier'].mean():.2f}, median {report.scores['brier'].median():.2f}" in page
    assert 1 == page.count('<svg class="calibration"')
    assert 5 == page.count("<circle")
    assert 27 <= page.count("marked these words in the layer")
