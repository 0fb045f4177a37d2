"""Text files as people save them: with or without a byte-order mark, with the line ends of any system."""

import codecs
from pathlib import Path

from .errors import Fault

LARGEST_FILE = 20_000_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(raw: bytes) -> str:
    """The encoding that a byte-order mark names; UTF-8 where there is none."""
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "utf-8")


def read_text(path: Path, name: str = "", largest: int = LARGEST_FILE) -> tuple[str, list[Fault]]:
    """The text of a file, or a fault that says why there is none and calls the file by this name."""
    name = name or path.name
    if not path.is_file():
        return "", [Fault(name, f"the file is missing from the folder {path.parent}")]
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= largest else b""
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        return "", [Fault(name, what, allowed="close it in other programs, or ask for the right to read it")]
    if size > largest:
        most = f"the most that is read is {largest / 1e6:.0f} MB"
        return "", [Fault(name, f"the file has {size / 1e6:.0f} MB", allowed=most)]
    try:
        text = raw.decode(encoding_of(raw))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        how = "in Excel: Save As, file type 'CSV UTF-8'; in an editor: save with encoding UTF-8"
        what = f"the file is not in the encoding UTF-8 (the first letter that cannot be read is in line {line})"
        return "", [Fault(name, what, allowed=how)]
    if "\x00" in text:
        return "", [Fault(name, "the file is not a text file", allowed="a plain text file in UTF-8")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
