"""From bytes to text, whatever a file says of its own encoding."""

from __future__ import annotations

import codecs
import re

from ...base.errors import CommuniqueError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_LIKELY = ["cp1252", "cp1250", "cp1251", "euc_kr", "big5", "gb18030", "shift_jis"]
_COPY = "Open it, copy the article's text into a plain text file, and give that file."

#: How a file begins that is no text -> what it is, and what to do instead.
_BINARY = (
    (b"%PDF", "a PDF", _COPY),
    (b"PK\x03\x04", "a Word document or another packed file", "Open it and save it as plain text (.txt)."),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Open it and save it as plain text (.txt)."),
    (b"{\\rtf", "a Rich Text document", "Open it and save it as plain text (.txt)."),
    (b"\x89PNG", "a picture", "Save the page itself: in the browser, Save Page As."),
    (b"\xff\xd8\xff", "a picture", "Save the page itself: in the browser, Save Page As."),
    (b"GIF8", "a picture", "Save the page itself: in the browser, Save Page As."),
    (b"\x1f\x8b", "a packed file", "Unpack it first."),
)
_NOT_TEXT = "Give a saved web page (.html), a text file (.txt) or a Markdown file (.md)."


def decode(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text in these bytes, and a note where the file is not in the encoding that it says it is in.

    A mark at the start counts first; then UTF-8, if the whole is UTF-8; then what a page declares; then what the
    letters look most like (charset-normalizer); last Windows-1252.

    Parameters:
        raw: the whole file.
        name: what messages call it.

    Raises:
        CommuniqueError: the file is no text; the message says what it is, where that can be seen.

    Example:
        >>> decode("“No.”".encode("cp1252"), "page.html")[0]
        '“No.”'
    """
    for start, kind, ask in _BINARY:
        if raw.startswith(start):
            raise CommuniqueError(f"{name} is {kind}, which is not read.", ask)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ()
    wide = _without_a_mark(raw)
    if wide:
        return raw.decode(wide, "replace"), ()
    if _is_binary(raw):
        raise CommuniqueError(f"{name} is not a text file.", _NOT_TEXT)
    declared = _declared(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _other_than_utf8(raw, declared)
    wrong = declared and codecs.lookup(declared).name not in ("utf-8", "ascii") and not raw.isascii()
    return text, (_wrongly_declared(declared, "UTF-8"),) if wrong else ()


def _other_than_utf8(raw: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    if declared and codecs.lookup(declared).name not in ("utf-8", "ascii"):
        encoding = "cp1252" if codecs.lookup(declared).name == "iso8859-1" else declared  # as every browser does
        try:
            return raw.decode(encoding), ()
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    words = _most_telling(raw)
    try:
        best = from_bytes(words, cp_isolation=_LIKELY).best()
        guess = best.encoding if best else "cp1252"
        text = raw.decode(guess)
    except (UnicodeDecodeError, ValueError, LookupError):
        guess = "cp1252"
        text = raw.decode(guess, "replace")
    return text, (_wrongly_declared(declared or "UTF-8", guess),)


def _most_telling(raw: bytes) -> bytes:
    """The part around the first letter that is not ASCII: enough to know an encoding by, and quick in a large file."""
    first = next((at.start() for at in re.finditer(rb"[\x80-\xff]", raw)), 0)
    return raw[max(0, first - 2000) : first + 20_000]


def _wrongly_declared(declared: str, detected: str) -> str:
    what = f"The file says or should be {declared}, and is not; it was read as {detected}."
    return f"{what} Look whether “ ” é – are right."


def _declared(raw: bytes) -> str:
    match = _DECLARED.search(raw[:4096])
    name = match.group(1).decode("ascii", "ignore") if match else ""
    try:
        return name if name and codecs.lookup(name)._is_text_encoding else ""
    except (LookupError, ValueError):
        return ""


def _without_a_mark(raw: bytes) -> str:
    """UTF-16 that has lost its mark shows itself by a zero in every other place."""
    start = raw[: min(len(raw), 2000) // 2 * 2]
    if len(start) < 8 or len(raw) % 2:
        return ""
    for places, others, encoding in ((start[1::2], start[::2], "utf-16-le"), (start[::2], start[1::2], "utf-16-be")):
        if places.count(0) > 0.7 * len(places) and others.count(0) == 0:
            return encoding
    return ""


def _is_binary(raw: bytes) -> bool:
    start = raw[:20_000]
    odd = sum(start.count(sign) for sign in bytes([*range(1, 9), *range(14, 27), *range(28, 32)]))
    return b"\x00" in raw[:200_000] or odd > 0.02 * len(start) > 0
