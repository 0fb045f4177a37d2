"""Students' files are anybody's files: whatever stands in them or in an archive, the good ones are read."""

from __future__ import annotations

import io
import random
import re
import shutil
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from communique import CommuniqueError, load_class
from communique.base import places
from communique.teacher.answers.judge import Judge
from communique.teacher.files import handed_in
from communique.teacher.report.dividing import the_judge

from ..classes import GOOD, line, put
from ..conftest import REPOSITORY

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
    assert {"shared", "passed-over"} == set(report.skipped["trouble"])
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
    load_class(Path.cwd())  # what is imported and kept once is no part of it
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
    assert {info.key for info in judge.course.lessons} == {q.lesson for q in judge.questions.values()}


def test_how_answers_divide_follows_the_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An author who leaves a lesson out, or has another course installed, sees that one's questions."""
    assert "framing/whose-word" in the_judge().questions
    shutil.copytree(REPOSITORY / "lessons", tmp_path / "lessons")
    course = tmp_path / "lessons" / "course.yml"
    course.write_text(re.sub(r"(?ms)^  - name: framing$.*?(?=^  - )", "", course.read_text(encoding="utf-8")), "utf-8")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    assert "framing/whose-word" not in the_judge().questions
    monkeypatch.undo()
    assert "framing/whose-word" in the_judge().questions


def test_generated_practice_is_extra(tmp_path: Path) -> None:
    """A generated question on the course's own article shows that a student was here, and counts for nothing else."""
    judge = Judge()
    name = next(name for name in sorted(judge.practice) if name.startswith("actors/"))
    put(tmp_path / "One" / "my-progress.jsonl", line(CHANCE, name, "answer", 1, answer={}, outcome="not-yet"))
    put(tmp_path / "Two" / "my-progress.jsonl", line(CHANCE, "actors/no-such", "answer", 1, answer={}))
    report = load_class(tmp_path)
    assert ["Two"] == list(report.skipped["student"])
    assert set() == judge.practice & set(judge.questions)
    assert report.answers.empty
