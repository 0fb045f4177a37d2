"""Files made for handing in, as a report reads them: from any platform, torn, changed, forged."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import pytest
from communique import load_class
from communique.course.handin import handin
from communique.course.journal import Journal
from communique.teacher.files import handed_in

from ..classes import GOOD, line, put

CHANCE = random.Random(12)


def _made(name: str = "", *lines: str) -> bytes:
    path = put(Path.cwd() / "one.jsonl", "".join(one + "\n" for one in lines) or GOOD)
    return handin(Journal(path), name=name)


def _hint(minute: int) -> str:
    return line(CHANCE, "read/first-country", "hint", minute)


def _zip(**entries: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_from_every_way_of_collecting(tmp_path: Path) -> None:
    """Moodle's and Canvas's archives, nbgrader's folders, a folder a student, renamed files, and typed names."""
    own = [_made(name, _hint(n)) for n, name in enumerate(("", "", "", "", "", "Gi", "Hu", "x"))]
    put(tmp_path / "class" / "moodle.zip", _zip(**{"Al Bo_7_assignsubmission_file/my-handin.zip": own[0]}))
    put(tmp_path / "class" / "canvas.zip", _zip(**{"chodan_678_91011_my-handin-1.zip": own[1]}))
    for name in ("my-handin.zip", "timestamp.txt"):
        put(tmp_path / "class" / "submitted" / "dan1" / "week-1" / name, own[2] if name.endswith("zip") else b"2025")
    put(tmp_path / "class" / "Eva" / "my-handin.zip", own[3])
    put(tmp_path / "class" / "Fay.zip", own[4])
    put(tmp_path / "class" / "drop box" / "my-handin.zip", own[5])
    put(tmp_path / "class" / "drop box" / "my-handin (1).zip", own[6])
    put(tmp_path / "class" / "drop box" / "my-handin-ida.zip", own[7])
    report = load_class(tmp_path / "class")
    assert report.skipped.empty
    assert ["Al Bo", "chodan", "dan1", "Eva", "Fay", "Gi", "Hu", "ida"] == list(report.students.index)
    assert ["moodle", "canvas", "nbgrader"] == [p for p in report.students["platform"] if p]
    assert ["Gi", "Hu", "x"] == [name for name in report.students["typed"] if name]


def test_handed_in_again_is_one_student(tmp_path: Path) -> None:
    """The later file holds the earlier one; hints count once."""
    first, second = _hint(1), _hint(2)
    put(tmp_path / "class" / "my-handin.zip", _made("Kim", first))
    put(tmp_path / "class" / "my-handin (1).zip", _made("Kim", first, second))
    report = load_class(tmp_path / "class")
    assert [("Kim", 2, 2)] == list(report.students[["files", "hints"]].itertuples(name=None))


def test_a_students_whole_folder_is_one_student(tmp_path: Path) -> None:
    """The journal, the file made from it under whatever name, and its copy: one student, under the folder's name."""
    journal = put(tmp_path / "class" / "Eva" / "my-progress.jsonl", _hint(1) + "\n")
    put(tmp_path / "class" / "Eva" / "my-handin.zip", handin(Journal(journal), name="Little E"))
    assert [("Eva", 2, 1)] == list(load_class(tmp_path / "class").students[["files", "hints"]].itertuples(name=None))
    for name in ("my-handin.zip", "my-handin (1).zip"):
        put(tmp_path / "class" / "Eva" / name, handin(Journal(journal), name="eva"))
    assert [("Eva", 3, 1)] == list(load_class(tmp_path / "class").students[["files", "hints"]].itertuples(name=None))


def test_two_of_one_typed_name_are_kept_apart_and_told(tmp_path: Path) -> None:
    """A typed name proves nothing: files that do not begin alike are not added up."""
    put(tmp_path / "class" / "my-handin.zip", _made("Kim", _hint(1)))
    put(tmp_path / "class" / "my-handin (1).zip", _made("Kim", _hint(2)))
    report = load_class(tmp_path / "class")
    assert [1, 1] == list(report.students["hints"])
    assert ["same-name"] == list(report.skipped["trouble"])


def test_labels_hide_typed_names(tmp_path: Path) -> None:
    """With pseudonyms no typed name is in the page or in a table."""
    for number, name in enumerate(("Kim Secret", "Kim Secret", "Lee Secret")):
        put(tmp_path / "class" / f"my-handin ({number}).zip", _made(name, _hint(number)))
    report = load_class(tmp_path / "class", pseudonymous=True)
    assert 3 == len(report.students)
    assert "Secret" not in report.html() + report.students.to_string() + report.skipped.to_string()


def test_a_torn_upload_is_seen_as_such(tmp_path: Path) -> None:
    """Cut anywhere behind its beginning, or with a byte changed: it is named as torn, and the others count."""
    whole = _made("Kim", *[_hint(n) for n in range(50)])
    for number, share in enumerate((0.2, 0.5, 0.99)):
        put(tmp_path / "class" / f"cut-{number}.zip", whole[: int(len(whole) * share)])
    damaged = bytearray(whole)
    damaged[len(whole) // 2] ^= 0xFF
    put(tmp_path / "class" / "damaged.zip", bytes(damaged))
    put(tmp_path / "class" / "nothing.zip", b"")
    put(tmp_path / "class" / "whole.zip", whole)
    report = load_class(tmp_path / "class")
    told = {row["file"].partition(" / ")[0]: row["trouble"] for row in report.skipped.to_dict("records")}
    torn = {f"cut-{number}.zip": "handin-torn" for number in range(3)}
    assert torn | {"damaged.zip": "handin-torn", "nothing.zip": "empty"} == told
    assert {"whole": 50} == report.students["hints"].to_dict()


def test_a_changed_journal_is_told_and_marked_anew(tmp_path: Path) -> None:
    """Who opens the file and changes an answer breaks its checksum; a note without a journal is named."""
    with zipfile.ZipFile(io.BytesIO(_made("Kim"))) as archive:
        note, journal = archive.read("handin.json"), archive.read("my-progress.jsonl")
    put(tmp_path / "class" / "a.zip", _zip(**{"handin.json": note, "my-progress.jsonl": journal + _hint(3).encode()}))
    put(tmp_path / "class" / "b.zip", _zip(**{"handin.json": note}))
    report = load_class(tmp_path / "class")
    assert [("b.zip", "handin-without-journal"), ("", "handin-changed")] == list(
        zip(report.skipped["file"], report.skipped["trouble"], strict=True)
    )
    assert ["a"] == list(report.students.index)


@pytest.mark.parametrize("note", [b"", b"[]", b'{"communique hand-in": {}, "name": {"a": 1}}', b"x" * 100_000, b"\xff"])
def test_a_strange_note_costs_nothing(note: bytes, tmp_path: Path) -> None:
    """The journal beside it is read."""
    put(tmp_path / "Kim.zip", _zip(**{"handin.json": note, "my-progress.jsonl": GOOD.encode()}))
    assert ["Kim"] == list(load_class(tmp_path).students.index)


def test_archives_in_archives_share_one_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked from one file, with all that is packed in it, is limited as a whole."""
    monkeypatch.setattr(handed_in, "ARCHIVE_BYTES", 400_000)
    chance = random.Random(1)
    inner = _zip(**{"big.jsonl": bytes(chance.randrange(65, 90) for _ in range(90_000))})
    put(tmp_path / "many.zip", _zip(**{f"{n}.zip": inner for n in range(4)}))
    put(tmp_path / "Kim.jsonl")
    report = load_class(tmp_path)
    assert "archive-too-large" in set(report.skipped["trouble"])
    assert ["Kim"] == list(report.students.index)


def test_a_thousand_spoiled_hand_ins_stop_nothing(tmp_path: Path) -> None:
    """Bytes flipped, cut, notes and journals exchanged: no error, and the good file is read each time."""
    chance = random.Random(8)
    whole = _made("Kim", *[_hint(n) for n in range(5)])
    for number in range(1000):
        raw = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        put(tmp_path / "class" / f"x{number}.zip", bytes(raw[: chance.choice((len(raw), chance.randrange(len(raw))))]))
    put(tmp_path / "class" / "Good.zip", whole)
    report = load_class(tmp_path / "class")
    assert 5 == report.students.loc["Good", "hints"]
    assert json.dumps(report.skipped["note"].tolist())


def test_unpacked_and_packed_again(tmp_path: Path) -> None:
    """A browser that unpacks leaves a folder, and a Mac packs it with the folder: the typed name is found in both."""
    with zipfile.ZipFile(io.BytesIO(_made("Anna", _hint(1)))) as made:
        files = {name: made.read(name) for name in made.namelist()}
    for name, content in files.items():
        put(tmp_path / "class" / "my-handin 2" / name, content)
    again = {f"my-handin/{name}": content for name, content in files.items()} | {"__MACOSX/._my-progress.jsonl": b"x"}
    put(tmp_path / "class" / "my-handin.zip", _zip(**again))
    report = load_class(tmp_path / "class")
    assert [("Anna", 2, 1)] == list(report.students[["files", "hints"]].itertuples(name=None))
    put(tmp_path / "class" / "my-handin 2" / "my-progress.jsonl", files["my-progress.jsonl"] + GOOD.encode())
    assert "handin-changed" in set(load_class(tmp_path / "class").skipped["trouble"])


@pytest.mark.parametrize(
    "name",
    [
        "my-progress.jsonl.txt",
        "my-progress.json",
        "my-progress",
        "my-progress.jsonl.docx",
        "eva.txt",
        "eva.html",
        "eva",
    ],
)
def test_another_ending_is_read(name: str, tmp_path: Path) -> None:
    """What a browser or an editor made of the name does not matter: each line says what it is."""
    for where, wide in (("Eva", GOOD.encode("utf-16")), ("Ida", GOOD.encode("utf-8-sig"))):
        put(tmp_path / "class" / where / name, wide)
    packed = _zip(**{f"Bo/{name}": GOOD.encode("utf-16"), "Bo/settings.json": b"{}"})
    put(tmp_path / "class" / "class.zip", packed)
    put(tmp_path / "class" / "Cy" / "my-handin.zip.txt", _made("Cy"))
    report = load_class(tmp_path / "class")
    assert 4 == len(report.students)
    assert ["class.zip / Bo / settings.json"] == [file for file in report.skipped["file"] if file]


def test_what_was_passed_over_is_named_in_a_line_for_each_folder(tmp_path: Path) -> None:
    """A student's wrong file is named; other files of the course are not, nor is our own report."""
    for name in ("Bo.pdf", "class-report.html", "class.ipynb", "Dan.docx", "Anna.jsonl"):
        put(
            tmp_path / "class" / name,
            _zip(**{"mimetype": b"x"}) if name == "Dan.docx" else GOOD if "A" in name else b"x",
        )
    for name in ("my-progress.jsonl", "my-worksheet.html", "01-start.ipynb", "article/events.csv"):
        put(tmp_path / "class" / "Eva" / name, GOOD if name.endswith("jsonl") else b"x")
    fay = {"Fay/my-progress.jsonl": GOOD.encode(), "Fay/01-start.ipynb": b"x", "Fay/a.md": b"x"}
    photos = {f"photos/{number}.jpg": b"\xff\xd8" for number in range(30)}
    put(tmp_path / "class" / "more.zip", _zip(**photos, **fay))
    put(tmp_path / "class" / "nothing.zip", _zip())
    report = load_class(tmp_path / "class")
    assert ["Anna", "Eva", "Fay"] == list(report.students.index)
    lines = report.skipped[report.skipped["file"] != ""]
    photos_named = ", ".join(sorted(f"{number}.jpg" for number in range(30))[:5])
    assert [
        ("nothing.zip", "empty", 1),
        ("Bo.pdf, Dan.docx", "passed-over", 2),
        (f"more.zip / photos / {photos_named}, …", "passed-over", 30),
    ] == list(lines[["file", "trouble", "count"]].itertuples(index=False, name=None))
    hidden = load_class(tmp_path / "class", pseudonymous=True)
    assert "Bo.pdf" not in hidden.html() + hidden.skipped.to_string()


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "archive"])
def test_a_progress_file_of_its_own_name_hides_no_other_student(packed: bool, tmp_path: Path) -> None:
    """In the class's folder it makes no student's own folder of it: what is beside and below is read, or named."""
    files = {"my-progress.jsonl": GOOD, "eva.txt": GOOD, "bo.json": GOOD, "Ida/answers.txt": GOOD, "Jo/x.json": GOOD}
    files |= {"Lee.pdf": "x", "Ng/my words.pdf": "x"}
    if packed:
        put(tmp_path / "class" / "all.zip", _zip(**{name: content.encode() for name, content in files.items()}))
    else:
        for name, content in files.items():
            put(tmp_path / "class" / name, content)
    report = load_class(tmp_path / "class")
    assert 5 == len(report.students)
    passed_over = report.skipped[report.skipped["trouble"] == "passed-over"]["file"]
    assert ["Lee.pdf", "my words.pdf"] == [file.rpartition(" / ")[2] for file in passed_over]


def test_an_entry_that_is_locked_or_broken_is_told_whatever_its_ending(tmp_path: Path) -> None:
    """It may be a student's, and nothing but its name can be read."""
    for name, spoil in (("locked", lambda raw, at: at + 8), ("archive-broken", lambda raw, at: at + 10)):
        raw = bytearray(_zip(**{"eva.txt": GOOD.encode()}))
        raw[spoil(raw, raw.index(b"PK\x01\x02"))] ^= 1
        put(tmp_path / f"{name}.zip", bytes(raw))
    told = load_class(tmp_path).skipped
    assert [f"{name}.zip / eva.txt" for name in ("archive-broken", "locked")] == sorted(told["file"])
    assert ["archive-broken", "locked"] == sorted(told["trouble"])


def test_a_folder_of_any_size_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind so many files none is looked at, and a line says so."""
    monkeypatch.setattr(handed_in, "CLASS_ENTRIES", 40)
    put(tmp_path / "class" / "Ada.jsonl")
    for number in range(100):
        put(tmp_path / "class" / "b" / f"{number}.jpg", b"x")
    report = load_class(tmp_path / "class")
    assert ["Ada"] == list(report.students.index)
    assert [("passed-over", 39), ("folder-too-large", 1)] == sorted(
        zip(report.skipped["trouble"], report.skipped["count"], strict=True), reverse=True
    )
    assert "more than 40 files" in report.skipped.set_index("trouble").at["folder-too-large", "note"]


def test_other_archives_are_named(tmp_path: Path) -> None:
    """A .rar or .7z is not read, and the teacher is told to unpack it."""
    put(tmp_path / "Eva" / "my-handin.rar", b"Rar!")
    put(tmp_path / "class.zip", _zip(**{"Bo/my-handin.7z": b"7z"}))
    report = load_class(tmp_path)
    assert ["other-archive"] * 2 == list(report.skipped["trouble"])


def test_names_in_an_archive_from_a_mac(tmp_path: Path) -> None:
    """UTF-8 that is not marked as UTF-8 is UTF-8 all the same."""
    packed = _zip(**{"Jorg Muller_7_assignsubmission_file/my-progress.jsonl": GOOD.encode()})
    put(tmp_path / "class.zip", packed.replace(b"Jorg Muller", "Jörg Müll".encode()))
    assert ["Jörg Müll"] == list(load_class(tmp_path).students.index)


def test_archives_in_archives_share_one_count_of_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the entries are packed, no more are opened than one file may hold; the rest is counted in one line."""
    monkeypatch.setattr(handed_in, "ARCHIVE_ENTRIES", 300)
    inner = _zip(**{f"s{n}.jsonl": b"" for n in range(100)})
    put(tmp_path / "bomb.zip", _zip(**{f"a{n}.zip": inner for n in range(80)}))
    put(tmp_path / "Eva" / "my-progress.jsonl")
    report = load_class(tmp_path)
    assert ["Eva"] == list(report.students.index)
    assert handed_in.TROUBLES_NAMED + 1 == len(report.skipped)
    assert "Further files" in report.skipped["note"].iloc[-1]


def test_a_class_has_a_limit_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond it is named file by file, and what is within it counts."""
    monkeypatch.setattr(handed_in, "CLASS_BYTES", len(GOOD) + 1)
    for name in ("Ada", "Bo", "Cy"):
        put(tmp_path / name / "my-progress.jsonl")
    report = load_class(tmp_path)
    assert ["Ada", "Bo"] == list(report.students.index)
    assert ["class-too-large"] == [row for row in report.skipped["trouble"] if row != "shared"]
