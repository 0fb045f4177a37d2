"""Hostile files, thousands of them: reading one, and `communique check`, end soon, and in a sentence or a text."""

from __future__ import annotations

import random
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from communique import CommuniqueError, cli
from communique.coding.schema import TABLES
from communique.drafting.reading.source import read_source

from ..conftest import GOOD_ARTICLE
from ..samples import samples

WORDS = "Russia said on Monday that cafés would open. "
CODECS = (
    *(
        "undefined",
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "utf-16",
        "utf-32",
        "utf-8-sig",
    ),
    *("hex", "rot13", "zlib", "base64", "mbcs", "oem", "cp037", "cp1252", "cp1250", "big5", "gb18030", "iso2022_jp"),
    *("hz", "euc_kr", "shift_jis", "none", "é", "0", "..", "os.path"),
)
SECONDS = 60


@contextmanager
def _in_time(what: str) -> Iterator[None]:
    def over(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"{what} took more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _charset(chance: random.Random) -> bytes:
    name = chance.choice(CODECS).encode()
    match chance.randrange(4):
        case 0:
            return name
        case 1:
            return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 9)))
        case 2:
            return name + chance.choice((b"\0", b"''x", b'"', b"*0*", b"\n ", b"=?x?="))
        case _:
            return name * chance.choice((1, 50, 3000))


def _words(chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-32"))
    return (WORDS * chance.randrange(1, 9)).encode(encoding)


def _page(chance: random.Random) -> bytes:
    head = chance.choice(
        (b"<meta charset=%s>", b'<?xml version="1.0" encoding="%s"?>', b"<meta content='a; charset=%s'>")
    )
    return b"<!doctype html>" + head.replace(b"%s", _charset(chance)) + b"<p>" + _words(chance) + b"</p>"


def _mail(chance: random.Random) -> bytes:
    depth, broken = chance.choice((0, 0, 1, 40, 3000)), chance.random() < 0.3
    raw = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
    for n in range(depth):
        kind = chance.choice((b"multipart/mixed", b"message/rfc822", b"multipart/alternative"))
        raw += b"--b%d\nContent-Type: %s; boundary=b%d\n\n" % (n, kind, n + 1)
    how = chance.choice((b"base64", b"quoted-printable", b"8bit", b"x-uuencode", b"\xff"))
    raw += b"--b%d\nContent-Type: text/html; charset=%s\n" % (depth, _charset(chance))
    raw += b"Content-Transfer-Encoding: %s\n\n" % how + _page(chance) + b"\n--b%d--" % depth
    return raw[: chance.randrange(60, len(raw))] if broken else raw


def _archive(chance: random.Random) -> bytes:
    raw = bytearray(b"bplist00" + bytes(chance.randrange(256) for _ in range(chance.randrange(200))))
    return bytes(raw)


def _text(chance: random.Random) -> bytes:
    front = chance.choice(
        ("a: &a [1]\nb: *a", "date: !!int abc", "date: 2024-99-99", "? [", "a: " + "[" * 3000, "\0", BOMB)
    )
    return f"---\n{front}\n---\n\n".encode() + _words(chance)


#: Aliases of aliases: ten lines that stand for thousands of millions of entries.
BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11)) + "b: *a10"


def _yaml(chance: random.Random) -> bytes:
    """A file of questions, keys or facts."""
    return chance.choice(
        (
            BOMB.encode(),
            b"- " * 3000,
            b"- id: x\n" * chance.choice((1, 20_000)),
            b"a: &a\n  b: *a\n",
            b"<<: [*x]",
            b"? {a: 1}\n: !!python/object/apply:os.system [true]",
            b"id: " + b"9" * 100_000,
            _words(chance),
            _text(chance),
            b"",
        )
    )


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "page.html": _page,
    "page.mhtml": _mail,
    "page.webarchive": _archive,
    "story.md": _text,
    "story.txt": _text,
}


@pytest.mark.parametrize("name", KINDS)
def test_a_hostile_file_is_read_or_told(name: str, tmp_path: Path) -> None:
    """A text comes out, or a sentence with the next step: no other error, and never a wait."""
    chance = random.Random(name)
    for number in range(samples(40)):
        raw = KINDS[name](chance)
        (tmp_path / name).write_bytes(raw)
        with _in_time(f"{name} number {number}"):
            try:
                assert any(read_source(tmp_path / name).paragraphs)
            except CommuniqueError as error:
                assert error.what, "the error has no sentence"
                assert error.next_step, "the error has no next step"


def _table(chance: random.Random) -> bytes:
    match chance.randrange(6):
        case 0:
            count = chance.choice((1, 300, 100_000))
            return (",".join(f"c{n}" for n in range(count)) + "\n" + "x," * count).encode()
        case 1:
            return b"actor_id,name,kind" + b",actor_id" * chance.choice((1, 500, 100_000))
        case 2:
            return bytes(chance.randrange(256) for _ in range(3000))
        case 3:
            return ("actor_id,name\n" + "A01," * 50_000 + '"').encode()
        case 4:
            return _words(chance)
        case _:
            return b"\n" * chance.choice((1, 100_000)) + TABLES["actors"].header.encode() + b"\n" + b"," * 50_000


#: What an author may write for a lesson on an article.
LESSONS_OWN = [
    f"lessons/{name}.yml" for name in ("events/questions", "events/key", "forecast/forecast", "clause/scenario")
]


def _spoil(folder: Path, chance: random.Random) -> None:
    if chance.random() < 0.5:
        (folder / chance.choice([table.file for table in TABLES.values()])).write_bytes(_table(chance))
    else:
        make = chance.choice([_yaml, *KINDS.values()])
        path = folder / chance.choice(("article.md", "sources.yml", "plain.md", "glossary.yml", *LESSONS_OWN))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make(chance))


def test_check_says_what_is_wrong_with_hostile_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It finds faults or none; no error of the program's comes out."""
    chance = random.Random(11)
    for number in range(samples(25)):
        folder = Path(shutil.copytree(GOOD_ARTICLE, tmp_path / f"article-{number}"))
        _spoil(folder, chance)
        with _in_time(f"folder {number}"):
            assert cli.main(["check", str(folder)]) in (0, 1)
        printed = capsys.readouterr()
        assert "fault" in (printed.out + printed.err).lower() or printed.err.strip()
        shutil.rmtree(folder)
