"""From bytes to text, whatever a file says of its own encoding."""

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
#: Python's own codecs that no page is in: some refuse whatever they are given, or take a time that grows with a power.
_NO_PAGE = ("undefined", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem")
_LIKELY = ["cp1252", "cp1250", "cp1251", "euc_kr", "big5", "gb18030", "shift_jis"]
#: Runs of letters outside ASCII; quotation marks and dashes (0x91 to 0x97) and the unbreakable space (0xA0) are none.
_HIGH_LETTERS = re.compile(rb"[\x8a-\x90\x9a-\x9f\xa1-\xff]+")
#: What Windows-1250 looks like in Windows-1252: signs that are letters of a word (£ukasz, Wa³êsa), Œ and ñ
#: before consonants.
_CENTRAL_EUROPEAN = re.compile(
    r"[£¥¯³¹¼¾ª][a-zà-ÿ]|[A-Za-zÀ-ÿ][¿£¥¯]|[a-zà-ÿ][³¹¼¾][a-zà-ÿ]|\b[ŒœŸ](?=[b-df-hj-np-tv-xzÀ-ÿ])|[a-z][Ÿœ](?![a-z])|ñ(?![aeiouà-ÿ])"
)
#: Micha³ is Michał, unless the text has a ² as well: then they are footnotes.
_AT_THE_END = re.compile(r"\b[A-Z][a-zà-ÿ]+[aeio]³(?!\w)")
#: Mac Roman: signs or capitals of Windows within a word, or capitals behind small letters (JosŽ, donÕt, ÒpeaceÓ).
_MAC_ROMAN = re.compile(
    rb"[A-Za-z][\x87-\x8f\x98\x99\x9b][a-z]|[a-z][\x8a\x8c-\x8f\xd3\xd5](?![A-Z])|[\x81\x90][a-z]|[.,?!]\xd3(?![A-Za-z])"
)
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
    letters look most like; last Windows-1252. A file that is no text is an error that says what it is, where it can.
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
        except UnicodeError:
            pass
    from charset_normalizer import from_bytes

    words = _most_telling(raw)
    try:
        best = from_bytes(words, cp_isolation=_LIKELY).best()
        guess = _of_names(words) or (best.encoding if best else "cp1252")
        text = raw.decode(guess)
    except (UnicodeDecodeError, ValueError, LookupError):
        guess = "cp1252"
        text = raw.decode(guess, "replace")
    return text, (_wrongly_declared(declared or "UTF-8", guess),)


def _of_names(words: bytes) -> str:
    """Mac Roman, Windows-1250 or 1252 for a text with a few names in other letters: letters inside words decide.

    Windows-1252 counts where nothing speaks against it; a text that is full of such letters is in another language,
    and its words say more.
    """
    letters = _HIGH_LETTERS.findall(words)
    if any(len(run) > 2 for run in letters) or sum(map(len, letters)) > max(10, 0.03 * len(words)):
        return ""
    if _MAC_ROMAN.search(words):
        return "mac_roman"
    if not letters:
        return ""
    try:
        text = words.decode("cp1252")
        central = _CENTRAL_EUROPEAN.search(text) or ("²" not in text and _AT_THE_END.search(text))
        return "cp1250" if central else "cp1252"
    except UnicodeDecodeError:
        return "cp1250"


def _most_telling(raw: bytes) -> bytes:
    """The part around the first letter that is not ASCII: enough to know an encoding by, and quick in a large file."""
    first = next((at.start() for at in re.finditer(rb"[\x80-\xff]", raw)), 0)
    return raw[max(0, first - 2000) : first + 20_000]


def _wrongly_declared(declared: str, detected: str) -> str:
    what = f"The file says or should be {declared}, and is not; it was read as {detected}."
    return f"{what} Check whether “ ” é – are right."


def _declared(raw: bytes) -> str:
    match = _DECLARED.search(raw[:4096])
    return known_encoding(match.group(1).decode("ascii", "ignore")) if match else ""


def known_encoding(name: str) -> str:
    """The name, if it is that of an encoding in which a page can be; nothing if it is not."""
    try:
        codec = codecs.lookup(name[:40])
    except (LookupError, ValueError):
        return ""
    return name if codec._is_text_encoding and codec.name.replace("_", "-") not in _NO_PAGE else ""


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
