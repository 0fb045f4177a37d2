"""Spoiled files of students, thousands of them: no error, and every good file counts as it did."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from communique import load_class
from communique.course.handin import handin
from communique.course.journal import Journal
from communique.teacher.answers.taking import Pile

from ..classes import make_class, put
from ..samples import samples
from .test_files import _zip


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


def test_thousands_of_spoiled_files_are_read_without_an_error(tmp_path: Path) -> None:
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
    count = min(10_000, samples(10_000))
    for _ in range(count):
        pile = Pile(judge)
        read += pile.add(_spoiled(chance.choice(short), chance))
        work = pile.work()
        assert set(work.taken) <= set(judge.questions)
    after = Pile(judge)
    assert after.add(whole[0])
    assert before.work() == after.work()
    assert count / 2 < read < count


#: Where platforms put a file that a student has handed in.
PLATFORMS = (
    "Al Bo_{number}_assignsubmission_file/my-handin.zip",
    "boal_{number}_1_my-handin-1.zip",
    "Week 1_albo{number}_attempt_2024-06-21-10-11-12_my-handin.zip",
    "{number}-1 - Al Bo - 20 June, 2024 1011 AM/my-handin.zip",
    "Bo_Al_albo_{number}/20240621101112_my-handin.zip",
    "Submitted files/Al Bo {number}/Week 1/Version 1/my-handin.zip",
    "__MACOSX/._my-handin {number}.zip",
)
#: How many spoiled files go through the whole report: 200, and 10,000 with `make spoiled`.
SPOILED = samples(200)


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
    match chance.randrange(8):
        case 0:
            put(folder / f"x{number:05d}.zip", made)
        case 1:
            put(folder / "drop box" / f"my-handin ({number}).zip", made)
        case 2:
            outer = put(folder / f"z{number:05d}.zip")
            _zip(outer, **{chance.choice(PLATFORMS).format(number=number): made})
        case 3:
            put(folder / f"y{number:05d}{chance.choice(('.jsonl.txt', '.json', '', '.zip.txt'))}", journal.read_bytes())
        case 4:
            put(folder / f"my-handin {number}" / "my-progress.jsonl", journal.read_bytes())
            put(folder / f"my-handin {number}" / "handin.json", made[:3000])
        case 5:
            nested = made
            for depth in range(chance.randrange(1, 5)):
                inner = io.BytesIO()
                _zip(inner, **{f"{depth}/{chance.choice(('my-handin.zip', 'x.docx', 'x'))}": nested})
                nested = inner.getvalue()
            put(folder / f"n{number:05d}.zip", nested)
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
