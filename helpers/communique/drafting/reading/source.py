"""Read any article; what cannot be read is an error with the next step, what can be read only in part brings a note."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from ...base.errors import CommuniqueError
from ...base.web import refuse_address
from ...coding.raw_files import parse_article
from ...text.cleaning import one_line
from ...text.dates import iso_date
from ..lexicon.word_list import word_list
from .encodings import decode
from .html_page import Page, looks_like_html, read_page
from .languages import ENGLISH, language_name, language_of
from .saved_pages import unpacked

LARGEST_FILE = 20_000_000  # bytes
LONGEST_TEXT = 1_500_000  # characters: a quarter of a million words
LONGEST_PARAGRAPH = 10_000  # characters: what is longer is cut where a sentence ends
HTML_FILES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".webarchive", ".amp")
TEXT_FILES = (".txt", ".text", ".md", ".markdown")
_OTHER_FILES = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".epub", ".pages", ".png", ".jpg", ".jpeg", ".zip", ".csv")
_STUB = 120  # words: what a page for subscribers shows to everybody is shorter

#: What ends a line or a paragraph elsewhere than in text files of Windows and Unix; a NUL is nothing.
_LINE_ENDS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n", "\x00": ""}
)

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
#: A word cut at the end of a line: agree- / ment.
_CUT = re.compile(r"\b([a-z]{2,})-\n[ \t]*(?=[a-z])([a-z]+)")
_ENTITY = re.compile(r"&(?:[lr][ds]quo|quot|apos|amp|nbsp|[mn]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});")

NO_DATE = (
    "The day of publication is not known, so words such as 'on Wednesday' stay without a date. "
    "Give it with --date YYYY-MM-DD, or in the front matter."
)


@dataclass(frozen=True)
class SourceText:
    """An article as it was found, before anything is coded.

    `published` is None where nobody says; `language` is a code of ISO 639; `notes` are sentences for a person.
    """

    headline: str
    outlet: str
    published: dt.date | None
    language: str
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_source(
    source: str | Path | bytes,
    *,
    name: str = "",
    published: dt.date | str | None = None,
    outlet: str = "",
    headline: str = "",
) -> SourceText:
    """Read an article from a file, or from the bytes of one, with notes on what is not as it should be.

    Parameters:
        source: the path to a saved web page (.html, .mhtml, .webarchive), a text or a Markdown file; or bytes.
        name: what messages call the bytes (default: "The text on standard input").
        published: the day of publication, where the reader knows better than the file; ISO 8601 if it is text.
        outlet: who published it, likewise.
        headline: its headline, likewise.

    Raises:
        CommuniqueError: there is no article to be had from it; the message says why, and what to do.

    Example:
        >>> read_source(b"A pact on the bay\\n\\nIt was signed.", published="2024-06-20").headline
        'A pact on the bay'
    """
    day = asked_day(published)
    if isinstance(source, bytes):
        raw, name, kind = source, name or "The text on standard input", ""
        _check_size(len(raw), name)
    elif isinstance(source, str) and "\n" in source.strip():
        what = f"{source.split()[0][:40]} ...: a text was given where a file is named."
        raise CommuniqueError(what, "Give the text's bytes, text.encode(), or save it and give the file's path.")
    else:
        path = Path(source)
        raw, name, kind = _bytes_of(path), path.name, path.suffix.lower()
        if kind in _OTHER_FILES:
            what = f"{name}: a file that ends in {kind} is not read."
            raise CommuniqueError(what, "Open it, copy the article's text into a text file (.txt), and give that.")
    source_text = _read(raw, name, kind)
    notes = list(source_text.notes)
    if day or source_text.published:
        notes = [note for note in notes if not day or not note.startswith(("The page gives", NO_DATE))]
    elif not any(note.startswith("The page gives") for note in notes):
        notes.append(NO_DATE)
    return replace(
        source_text,
        headline=one_line(headline) or source_text.headline,
        outlet=one_line(outlet) or source_text.outlet,
        published=day or source_text.published,
        notes=tuple(notes),
    )


def asked_day(published: dt.date | str | None) -> dt.date | None:
    """The day of publication that somebody gives."""
    if isinstance(published, dt.datetime):
        return published.date()
    if published is None or isinstance(published, dt.date):
        return published
    day = iso_date(published.strip())
    if day is None:
        what = f"{published[:40]!r} is not a day of the calendar."
        raise CommuniqueError(what, "Write it as year-month-day, such as 2024-06-20.")
    return day


def _bytes_of(path: Path) -> bytes:
    if not path.exists():
        refuse_address(path.as_posix())
    try:
        if path.is_dir():
            raise CommuniqueError(f"{path} is a folder.", "Name the file that holds the article.")
        _check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CommuniqueError(f"There is no file {path}.", "Look at its name and folder.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        what = f"{str(path)[:80]} cannot be read: {why}."
        raise CommuniqueError(what, "Close it in other programs, or ask for the right to read it.") from error


def _check_size(size: int, name: str) -> None:
    if size > LARGEST_FILE:
        what = f"{name} has {size / 1e6:.0f} MB, and the most that is read is {LARGEST_FILE / 1e6:.0f} MB."
        raise CommuniqueError(what, "Copy the article's text into a text file (.txt), and give that.")


def _read(raw: bytes, name: str, kind: str) -> SourceText:
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise CommuniqueError(f"{name} is empty.", "Save the page or the text again, and look into the file.")
    text, notes = decode(unpacked(raw, name), name)
    page = kind in HTML_FILES or (kind not in TEXT_FILES and looks_like_html(text)) or _is_renamed_page(text)
    source_text = _from_page(text, name) if page else _from_text(text, name, kind)
    size = sum(map(len, source_text.paragraphs))
    if size > LONGEST_TEXT:
        what = f"{name} holds {size:,} characters of text, and the most that is coded at once is {LONGEST_TEXT:,}."
        raise CommuniqueError(what, "Cut it into parts, a file for each article.")
    if max(map(len, source_text.paragraphs)) > LONGEST_PARAGRAPH:
        notes = (*notes, f"A paragraph of more than {LONGEST_PARAGRAPH:,} characters was cut where sentences end.")
    paragraphs = tuple(part for paragraph in source_text.paragraphs for part in _cut(paragraph))
    return replace(source_text, paragraphs=paragraphs, notes=(*notes, *source_text.notes))


def _cut(paragraph: str) -> Iterator[str]:
    """A paragraph in parts that are not too long: behind the last sentence that fits, else behind the last word."""
    at = 0
    while len(paragraph) - at > LONGEST_PARAGRAPH:
        fits = paragraph[at : at + LONGEST_PARAGRAPH]
        end = max(fits.rfind(mark) + 1 for mark in (". ", "! ", "? ", '." ', ".” ")) or fits.rfind(" ") + 1 or len(fits)
        yield fits[:end].strip()
        at += end
    yield paragraph[at:].strip()


def _is_renamed_page(text: str) -> bool:
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", text[:300], re.IGNORECASE))


def _from_page(text: str, name: str) -> SourceText:
    try:
        page = read_page(text)
    except ImportError as error:  # in a browser that could not get it
        what = f"A web page cannot be read here: {error.name} is missing."
        raise CommuniqueError(what, "Copy the article's text from the page and paste that.") from error
    words = sum(len(p.split()) for p in page.paragraphs)
    notes = list(_pay_notes(page, words, name))
    if not any(re.search(r"\w", p) for p in page.paragraphs):
        what = f"{name} holds no text of an article: the page may be drawn by scripts, which are never run."
        ask = "Open it in a browser, copy the article's text into a text file (.txt), and give that."
        raise CommuniqueError(what, ask)
    published, date_notes = _day_of(page.date)
    language, language_notes = _language(page.paragraphs, page.language)
    if not page.headline:
        notes.append("The page has no headline. Write it in the front matter of article.md.")
    notes += [*date_notes, *language_notes]
    return SourceText(page.headline, page.outlet, published, language, page.paragraphs, tuple(notes))


def _pay_notes(page: Page, words: int, name: str) -> tuple[str, ...]:
    if not page.for_subscribers:
        return ()
    if words < _STUB:
        what = f"{name} holds only the beginning of the article ({words} words): the page is for subscribers."
        ask = "Open it where you are signed in and save it there, or copy the whole text into a text file (.txt)."
        raise CommuniqueError(what, ask)
    return (f"The page is for subscribers. Check whether the text is complete: it has {words} words.",)


def _day_of(day_text: str) -> tuple[dt.date | None, tuple[str, ...]]:
    """The day that a page gives, as it is there: a day is never moved by a time zone."""
    if not day_text:
        return None, ()
    match = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", day_text)
    day = iso_date("-".join(match.groups())) if match else _other_day(day_text)
    if day is None or not 1800 <= day.year <= dt.date.today().year + 1:
        shown = day_text if len(day_text) <= 40 else f"{day_text[:40]}..."
        return None, (f"The page gives {shown!r} as its day, and that cannot be one. Give it with --date YYYY-MM-DD.",)
    return day, ()


def _other_day(day_text: str) -> dt.date | None:
    """Tue, 19 Jun 2024, or June 19, 2024; a day in figures alone, such as 06/07/2024, can be two days and is none."""
    from dateutil import parser

    if not re.search(r"[A-Za-z]{3}", day_text) or len(day_text) > 80:
        return None
    try:
        first = parser.parse(day_text, default=dt.datetime(1, 1, 1), fuzzy=True, ignoretz=True)
        again = parser.parse(day_text, default=dt.datetime(2, 12, 28), fuzzy=True, ignoretz=True)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return first.date() if first.date() == again.date() else None


def _from_text(text: str, name: str, kind: str) -> SourceText:
    text = _whole_words(text.replace("\r\n", "\n").translate(_LINE_ENDS))
    if kind in (".md", ".markdown"):
        text = _paragraphs_of_markdown(text)
    raw, faults = parse_article(name, text, needs_front=False)
    grave = [fault for fault in faults if not fault.only_a_note]
    if grave:
        if all("no paragraphs" in fault.what for fault in grave):
            raise CommuniqueError(f"{name} holds no text.", "Save it again, and look into the file.")
        raise CommuniqueError(str(grave[0]), "Fix it, save, and try again.")
    if not raw.front and not raw.headline and len(raw.paragraphs) == 1:
        apart, _ = parse_article(name, _lines_apart(text), needs_front=False)
        raw = apart if len(apart.paragraphs) > 1 else raw
    refuse_address("\n".join((raw.headline, *raw.paragraphs)))
    paragraphs = [one_line(p) for p in raw.paragraphs]
    if kind in (".md", ".markdown"):
        paragraphs = [one_line(_without_marks(p)) for p in paragraphs]
    paragraphs = [p for p in paragraphs if re.search(r"\w", p)]
    if not paragraphs:
        raise CommuniqueError(f"{name} holds no text.", "Save it again, and look into the file.")
    front = {key: one_line(str(raw.front.get(key) or "")) for key in ("outlet", "language")}
    language, notes = _language(paragraphs, front["language"])
    headline = one_line(_without_marks(raw.headline) if kind in (".md", ".markdown") else raw.headline)
    return SourceText(headline, front["outlet"], raw.published, language, tuple(paragraphs), notes)


def _lines_apart(text: str) -> str:
    """A text without empty lines whose lines are paragraphs, as a browser copies it, with empty lines put in."""
    lines = [line.strip() for line in text.strip().split("\n")]
    body = lines[1:-1] if len(lines) > 2 else lines[:-1]
    ended = sum(line.endswith((".", "!", "?", '"', "”", "’", ":")) for line in body)
    return "\n\n".join(lines) if ended >= 0.8 * len(body) else text


def _whole_words(text: str) -> str:
    """A text without what a printed page leaves in it: words cut at line ends, letters that are one sign, entities."""
    text = _ENTITY.sub(lambda match: unescape(match[0]), text.translate(_LIGATURES))

    def joined(match: re.Match[str]) -> str:
        words, (first, second) = word_list(), match.groups()
        whole, hyphened = first + second in words, f"{first}-{second}" in words
        apart = hyphened or (not whole and first in words and second in words)
        return f"{first}-{second}" if apart else first + second

    return _CUT.sub(joined, text)


def _paragraphs_of_markdown(text: str) -> str:
    """A Markdown text whose items are paragraphs, without its footnotes."""
    text = re.sub(r"^\[\^[^\]]+\]:.*(?:\n[ \t]+.*)*", "", text, flags=re.MULTILINE)
    return re.sub(r"\n(?=(?:[-*+]|\d{1,2}\.)\s+\S)", "\n\n", text)


def _without_marks(paragraph: str) -> str:
    """The words of a Markdown paragraph, without the marks for links, pictures, headings and stress."""
    paragraph = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", paragraph)
    paragraph = re.sub(r"\[\^[^\]]+\]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", paragraph))
    paragraph = re.sub(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,2}\.\s+(?=\D))", "", paragraph)
    return re.sub(r"(\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w))", "", paragraph)


def _language(paragraphs: tuple[str, ...] | list[str], declared: str) -> tuple[str, tuple[str, ...]]:
    language = language_of(paragraphs, declared)
    if language == ENGLISH:
        return language, ()
    return language, (
        f"The text seems to be in {language_name(language)}. It is kept as it is; "
        "the coder codes English, so expect few rows or none.",
    )
