"""Students' files are anybody's files: whatever stands in them or in an archive, the good ones are read."""

from __future__ import annotations

import io
import json
import os
import random
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError, load_class
from communique.handing_in import handin
from communique.progress import Journal
from communique.teacher import handed_in
from communique.teacher.judging import Judge
from communique.teacher.taking import Pile

from .classes import GOOD, line, make_class, put

CHANCE = random.Random(1)


def _zip(path: Path | io.BytesIO, **entries: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_archives_are_read_and_never_unpacked(tmp_path: Path) -> None:
    """Archives in archives too; what an archive calls a path is a name and nothing else."""
    inner = io.BytesIO()
    _zip(inner, **{"my-progress.jsonl": GOOD.encode()})
    _zip(
        tmp_path / "submissions.zip",
        **{
            "Kim_1_assignsubmission_file/my-progress.jsonl": GOOD.encode(),
            "../../../Lee_2_assignsubmission_file/my-progress.jsonl": GOOD.encode(),
            "/Ng_3_assignsubmission_file/my-course.zip": inner.getvalue(),
            "__MACOSX/._my-progress.jsonl": b"x",
            "grades.xlsx": b"x",
        },
    )
    before = sorted(tmp_path.parent.rglob("*"))
    report = load_class(tmp_path)
    assert ["Kim", "Lee", "Ng"] == list(report.students.index)
    assert {"shared"} == set(report.skipped["trouble"])
    assert before == sorted(tmp_path.parent.rglob("*"))


def test_what_cannot_be_read_is_named_and_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too large, too well packed, locked, broken, empty, foreign, a link: each with its reason, beside good files."""
    monkeypatch.setattr(handed_in, "FILE_BYTES", 100_000)
    put(tmp_path / "Good" / "my-progress.jsonl")
    put(tmp_path / "large.jsonl", b"x" * 100_001)
    put(tmp_path / "empty.jsonl", b" \n")
    put(tmp_path / "foreign.jsonl", b"\x89PNG\r\n\x1a\n\0\0")
    put(tmp_path / "broken.zip", b"PK\x03\x04" + b"\0" * 60)
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "large.jsonl")
    _zip(tmp_path / "bomb.zip", **{"a.jsonl": b"0" * 99_000, "b.jsonl": b"x" * 200_000, "c.jsonl": GOOD.encode()})
    deep = io.BytesIO()
    _zip(deep, **{"d.jsonl": GOOD.encode()})
    for _ in range(4):
        outer = io.BytesIO()
        _zip(outer, **{"x.zip": deep.getvalue()})
        deep = outer
    put(tmp_path / "deep.zip", deep.getvalue())
    report = load_class(tmp_path)
    told = dict(zip(report.skipped["file"], report.skipped["trouble"], strict=True))
    told.pop("", None)
    assert {
        "large.jsonl": "too-large",
        "empty.jsonl": "empty",
        "foreign.jsonl": "no-record",
        "broken.zip": "archive-broken",
        "link.jsonl": "no-file",
        "bomb.zip / a.jsonl": "packed-too-well",
        "bomb.zip / b.jsonl": "too-large",
        "deep.zip / x.zip / x.zip / x.zip": "archive-too-deep",
    } == told
    assert ["c", "Good"] == list(report.students.index)


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    """An entry with a password is not tried."""
    _zip(tmp_path / "a.zip", **{"Anna.jsonl": GOOD.encode()})
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + offset] |= 1
    (tmp_path / "a.zip").write_bytes(raw)
    assert ["locked"] == list(load_class(tmp_path).skipped["trouble"])


def test_broken_archives_never_stop_the_reading(tmp_path: Path) -> None:
    """Two hundred archives with flipped bytes: no error, and the good file beside them is read each time."""
    chance = random.Random(5)
    whole = io.BytesIO()
    _zip(whole, **{f"{n}.jsonl": GOOD.encode() * n for n in range(1, 5)})
    for number in range(200):
        raw = bytearray(whole.getvalue())
        for _ in range(chance.randrange(1, 6)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        put(tmp_path / f"{number:03d}.zip", bytes(raw[: chance.choice((len(raw), chance.randrange(len(raw))))]))
    put(tmp_path / "Good" / "my-progress.jsonl")
    assert "Good" in load_class(tmp_path).students.index


def _spoiled(good: bytes, chance: random.Random) -> bytes:
    """A file after an accident, or after somebody's work."""
    match chance.randrange(10):
        case 0:
            raw = bytearray(good)
            for _ in range(chance.randrange(1, 30)):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            return bytes(raw)
        case 1:
            return good[: chance.randrange(len(good))]
        case 2:
            depth = chance.choice((3, 30, 900, 5000))
            nested = "[" * depth + "]" * depth
            return good + b'\n{"question": "events/ladder", "did": "answer", "answer": ' + nested.encode() + b"}\n"
        case 3:
            lines = [json.loads(one) for one in good.splitlines()]
            for record in chance.sample(lines, 3):
                values = (None, True, -1, 1.5, [], {}, "", "\ud800", ["a", {"b": [1]}], {"cells": [1]}, {"text": {}})
                record[chance.choice([*record, "answer"])] = chance.choice(values)
            return "\n".join(json.dumps(one) for one in lines).encode()
        case 4:
            number = chance.choice(("1" * 5000, "1e999999", "NaN", "-Infinity", "9" * 300))
            return good + b'{"question": "events/ladder", "did": "answer", "answer": ' + number.encode() + b"}\n"
        case 5:
            lines = good.splitlines()
            chance.shuffle(lines)
            return b"\r\n".join(lines)
        case 6:
            at = chance.choice(("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2025-13-45", "x" * 99))
            return (
                good.replace(b"2025-03-", at.encode()[:8], 3) + f'{{"question":"a","did":"hint","at":"{at}"}}'.encode()
            )
        case 7 | 8:
            lines = [json.loads(one) for one in good.splitlines()]
            for record in lines:
                if "answer" in record and chance.random() < 0.7:
                    record["answer"] = _bent(record["answer"], chance)
                if chance.random() < 0.1:
                    record["did"] = chance.choice(("seal", "draft", "answer", "reveal"))
            return "\n".join(json.dumps(one) for one in lines).encode()
        case _:
            return good.decode().encode(chance.choice(("utf-16", "utf-8-sig", "cp037")))


def _bent(value: Any, chance: random.Random) -> Any:
    """The same answer with something strange somewhere in it: also in a seal, a mark, a cell."""
    strange = (
        None,
        True,
        -1,
        101,
        10**40,
        0.5,
        "",
        "\ud800",
        "p2.s1",
        [],
        {},
        ["x"],
        {"first": 1},
        {"p2-p5/actors": []},
    )
    if isinstance(value, dict) and value and chance.random() < 0.8:
        name = chance.choice(list(value))
        return {n: _bent(v, chance) if n == name else v for n, v in value.items()} | (
            {chance.choice(("revealed", "no-such", "p2-p5/actors")): True} if chance.random() < 0.2 else {}
        )
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [_bent(v, chance) if n == at else v for n, v in enumerate(value)]
    return chance.choice(strange)


def test_ten_thousand_spoiled_files_are_read_without_an_error(tmp_path: Path) -> None:
    """Bytes flipped, lines cut, nesting, wrong types, huge numbers; between them a good file counts as it did."""
    judge = make_class(tmp_path, 3)
    whole = [path.read_bytes() for path in sorted(tmp_path.glob("*/*.jsonl"))]
    short = [b"\n".join(one.splitlines()[n : n + 8]) + b"\n" for one in whole for n in range(0, 60, 8)]
    tools = [[n for n in one.splitlines() if b"/tool:" in n][:6] for one in whole]  # forecasts, and the first codings
    short += [b"\n".join([*lines, *whole[0].splitlines()[:2]]) + b"\n" for lines in tools for _ in range(4)]
    short = [one for one in short if one.count(b"\n") == 8]
    before = Pile(judge)
    assert before.add(whole[0])
    chance, read = random.Random(42), 0
    for _ in range(10_000):
        pile = Pile(judge)
        read += pile.add(_spoiled(chance.choice(short), chance))
        work = pile.work()
        assert set(work.taken) <= set(judge.questions)
    after = Pile(judge)
    assert after.add(whole[0])
    assert before.work() == after.work()
    assert 5_000 < read < 10_000


#: How many spoiled files go through the whole report; COMMUNIQUE_SPOILED=10000 (make spoiled) takes more.
SPOILED = int(os.environ.get("COMMUNIQUE_SPOILED", "200"))


def _put_spoiled(folder: Path, number: int, good: bytes, chance: random.Random) -> None:
    """A spoiled journal as a file, packed to hand in, or packed and then spoiled; some in a platform's archive."""
    journal = put(folder.parent / "spoiling.jsonl", _spoiled(good, chance) if chance.random() < 0.8 else good)
    made = (
        handin(Journal(journal), name=chance.choice(("", "Kim", "\u202eKim", "<b>"))) if journal.stat().st_size else b""
    )
    if chance.random() < 0.3 and made:
        raw = bytearray(made)
        for _ in range(chance.randrange(1, 9)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        made = bytes(raw[: chance.choice((len(raw), chance.randrange(len(raw))))])
    match chance.randrange(4):
        case 0:
            put(folder / f"x{number:05d}.zip", made)
        case 1:
            put(folder / "drop box" / f"my-handin ({number}).zip", made)
        case 2:
            outer = put(folder / f"z{number:05d}.zip")
            _zip(outer, **{f"Al Bo_{number}_assignsubmission_file/my-handin.zip": made})
        case _:
            put(folder / f"x{number:05d}.jsonl", journal.read_bytes())


@pytest.mark.timeout(3000)
def test_a_spoiled_class_has_a_report_and_a_page(tmp_path: Path) -> None:
    """Spoiled files of every sort and three good ones: the good ones count as they did alone, and the page is made."""
    folder = tmp_path / "class"
    make_class(folder, 3)
    tables = ("answers", "lessons", "sealed", "scores", "coders")
    alone = {table: getattr(load_class(folder), table) for table in tables}
    good = (folder / "Pupil 000" / "my-progress.jsonl").read_bytes()
    short = b"\n".join(good.splitlines()[:20] + good.splitlines()[-12:]) + b"\n"
    chance = random.Random(9)
    for number in range(SPOILED):
        _put_spoiled(folder, number, short, chance)
    report = load_class(folder)
    for table, before in alone.items():
        after = getattr(report, table)
        kept = after[after["student"].str.startswith("Pupil")]
        assert before.astype(str).to_dict("records") == kept.astype(str).to_dict("records")
    assert SPOILED / 3 < len(report.students) + len(report.skipped)
    assert report.html().encode("utf-8")


def test_what_a_file_says_of_itself_is_not_believed(tmp_path: Path) -> None:
    """A forged outcome, an unknown question and a copied answer do not count, and are told."""
    forged = line(CHANCE, "events/threat-or-deed", "answer", 1, answer="has-sent", outcome="right")
    unknown = line(CHANCE, "events/no-such", "answer", 1, answer="x", outcome="right")
    tool = line(CHANCE, "clause/tool:scenario", "draft", 1, answer={})
    sealed = line(CHANCE, "events/ladder", "seal", 1, answer={})
    put(tmp_path / "Anna.jsonl", f"{forged}\n{unknown}\n{tool}\n{sealed}\nno line\n")
    put(tmp_path / "Bo.jsonl", f"{forged}\n")
    report = load_class(tmp_path)
    told = {(row["student"], row["trouble"]): row["note"] for row in report.skipped.to_dict("records")}
    assert {
        ("Anna", "disputed"),
        ("Anna", "lines"),
        ("Anna", "unknown-with-names"),
        ("Bo", "disputed"),
        ("Bo", "shared"),
    } == set(told)
    assert "events/no-such" in told["Anna", "unknown-with-names"]
    assert 0 == report.questions["right"].sum()


def test_reading_keeps_little(tmp_path: Path) -> None:
    """Forty files of a megabyte each, all of them long answers, are read with less than a third of that in memory."""
    text = "word " * 1900
    content = "".join(line(CHANCE, "events/done-and-said", "answer", n, answer=text) + "\n" for n in range(105))
    for number in range(40):
        put(tmp_path / "class" / f"{number:02d}.jsonl", content.replace('"id": "', f'"id": "{number}-'))
    load_class(tmp_path / "desk")  # what is imported and kept once is no part of it
    tracemalloc.start()
    try:
        students = load_class(tmp_path / "class").students
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 40 == len(students)
    assert most < len(content) * 40 / 3


def test_no_folder_is_a_sentence() -> None:
    """Whoever misspells the folder is told."""
    with pytest.raises(CommuniqueError, match="There is no folder"):
        load_class("no-such-folder")


def test_the_judge_knows_every_question_of_the_course() -> None:
    """What is counted is what course.yml lists."""
    judge = Judge()
    assert {info.name for info in judge.course.lessons} == {q.lesson for q in judge.questions.values()}
