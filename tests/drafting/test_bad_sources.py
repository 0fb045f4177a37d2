"""Bad input ends in one clear sentence with the next step; a wrong word on an encoding ends in the right text."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.drafting.reading import source as reading
from communique.drafting.reading.encodings import decode
from communique.drafting.reading.source import LONGEST_PARAGRAPH, read_source

from ..conftest import TESTS

PAGES = TESTS / "data" / "pages"
PLAIN = (PAGES / "plain-news.html").read_bytes()


@pytest.mark.parametrize("told", ["2024-02-30", "yesterday", "20/06/2024", "", "2024-6-2"])
def test_a_given_day_that_cannot_be_is_refused(told: str) -> None:
    """Whoever gives a day is told how to write it."""
    with pytest.raises(CommuniqueError, match=r"is not a day of the calendar. Write it as year-month-day"):
        read_source(PLAIN, published=told)


WRONG = {
    "says UTF-8, is Windows-1252": PLAIN.decode().encode("cp1252", "ignore"),
    "says Latin-1, is UTF-8": PLAIN.replace(b'charset="utf-8"', b'charset="iso-8859-1"'),
    "says an encoding that there is not": PLAIN.replace(b'charset="utf-8"', b'charset="utf-99"'),
    "Windows-1252, as it says": PLAIN.decode()
    .replace('charset="utf-8"', 'charset="windows-1252"')
    .encode("cp1252", "ignore"),
    "Latin-1 by name, Windows-1252 in fact": PLAIN.decode()
    .replace('charset="utf-8"', 'charset="iso-8859-1"')
    .encode("cp1252", "ignore"),
    "UTF-16 with a mark": PLAIN.decode().encode("utf-16"),
    "UTF-16 without a mark": PLAIN.decode().encode("utf-16-le"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + PLAIN,
    "Windows line ends": PLAIN.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("done", WRONG)
def test_whatever_a_page_says_of_its_encoding_its_words_are_right(done: str, tmp_path: Path) -> None:
    """Curly quotation marks come out as they went in."""
    path = tmp_path / "page.html"
    path.write_bytes(WRONG[done])
    found = read_source(path)
    assert read_source(PLAIN).paragraphs == found.paragraphs
    noted = [note for note in found.notes if "was read as" in note]
    assert ("says UTF-8" in done or "says Latin-1" in done) == bool(noted)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("euc_kr", "두 나라의 외교장관이 수요일 항구 도시에서 만나 국경 문제를 논의했다."),
        ("cp1251", "Министры встретились в среду в столице."),
    ],
)
def test_other_encodings_are_told_by_their_letters(encoding: str, text: str) -> None:
    """A text that names no encoding is read by what it looks like."""
    assert text == decode((text * 6).encode(encoding), "story.txt")[0][: len(text)]


NAMES = {
    "cp1252": "Núñez Peña Silva-João Åsa Søren Sigurður François Müller Æthel Þór Œuvre ¿Qué? Russia¹ Korea²/Russia³",
    "mac_roman": "Núñez José Muñoz María Joao-João François Møller Hélène Märta Håkan Müller Åsa Éric Nuñez",
    "cp1250": "Łukasz Śliwa Wałęsa Żuk Źródło Kaczyński Toruń Łódź Ząb Michał Paweł",
}


@pytest.mark.parametrize(("encoding", "name"), [(e, name) for e, names in NAMES.items() for name in names.split()])
def test_one_name_in_an_english_text_is_read_rightly(encoding: str, name: str) -> None:
    """Windows-1252, unless the letters of the name are signs in it: then Windows-1250 or, of an old Mac, Mac Roman."""
    story = f"The minister met {name} on Monday. He said that “peace” was near – and that talks would go on.\n" * 2
    assert story == decode(story.encode(encoding), "story.txt")[0]


@pytest.mark.parametrize(
    "name", ["José Núñez", "François", "João", "México", "Pelé", "Hélène", "Märta", "Håkan", "Côte", "don’t"]
)
def test_a_name_of_an_old_mac_is_known_without_quotation_marks(name: str) -> None:
    """Letters that are capitals or signs in Windows-1252 and 1250 are none within a word or behind small ones."""
    story = f"The minister met {name} on Monday and went on.\n" * 2
    assert story == decode(story.encode("mac_roman"), "story.txt")[0]


def _mail(charset: bytes) -> bytes:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset="
    return head + charset + b"\n\n<html><body><p>Russia said that caf\xe9s would open.</p></body></html>\n--b--"


NO_ENCODINGS = (b"undefined", b"punycode", b"idna", b"unicode_escape", b"utf-7", b"hex", b"a\0b", b"x" * 100_000)


@pytest.mark.parametrize("charset", NO_ENCODINGS, ids=lambda charset: charset[:20].decode())
def test_an_encoding_that_is_none_is_not_believed(charset: bytes, tmp_path: Path) -> None:
    """Pages and saved mails that name what refuses every text, or no encoding at all, are read by their letters."""
    page = (
        b"<html><meta charset="
        + charset.replace(b"\0", b"")
        + b"><body><p>Russia said that caf\xe9s would open.</p></body></html>"
    )
    for name, raw in (("page.html", page), ("page.mhtml", _mail(charset))):
        (tmp_path / name).write_bytes(raw)
        assert ("Russia said that cafés would open.",) == read_source(tmp_path / name).paragraphs
    main = {"WebResourceData": page, "WebResourceTextEncodingName": charset.decode().replace("\0", "")}
    archive = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    assert read_source(archive).paragraphs[0].startswith("Russia said that caf")


def test_a_mail_nested_without_end_is_told() -> None:
    """Five thousand mails, each in the other, end in a sentence."""
    kinds = (b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(5000))
    raw = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n" + b"".join(kinds)
    with pytest.raises(CommuniqueError, match="whose text cannot be found"):
        read_source(raw)


REFUSED = {
    "empty.html": (b"", "is empty"),
    "spaces.txt": (b" \n\t\n", "is empty"),
    "signs.txt": (b"--- *** ---", "holds no text"),
    "tags.html": (b"<html><body><div></div></body></html>", "holds no text of an article"),
    "scan.txt": (b"%PDF-1.7 ...", "is a PDF"),
    "story.docx": (b"PK\x03\x04", "ends in .docx"),
    "word.txt": (b"PK\x03\x04 word", "is a Word document"),
    "picture.html": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "program.txt": (bytes(range(256)) * 40, "is not a text file"),
    "list.md": (b"---\nissues: [a]\n---\n\nText.", "'issues' does not hold names and titles"),
    "day.md": (b"---\ndate: 2024-02-30\n---\n\nText.", "'2024-02-30' is not a day of the calendar"),
    "yaml.md": (b"---\na: b: c\n---\n\nText.", "is not valid YAML"),
    "bare.webarchive": (b"bplist00 and nothing", "is a saved page whose text cannot be found"),
    "bare.mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--", "cannot be found"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_sentence_with_the_next_step(name: str, tmp_path: Path) -> None:
    """The message names the file, says what is wrong, and ends with what to do."""
    raw, said = REFUSED[name]
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(CommuniqueError) as caught:
        read_source(tmp_path / name)
    assert name in str(caught.value) and said in str(caught.value)
    assert "" != caught.value.next_step
    assert "." == caught.value.next_step.rstrip()[-1]


@pytest.mark.parametrize(("page", "said"), [("paywall.html", "only the beginning"), ("shell.html", "drawn by scripts")])
def test_stubs_and_shells_are_told(page: str, said: str) -> None:
    """A page for subscribers and a page that scripts would draw hold no article, and that is said."""
    with pytest.raises(CommuniqueError, match=said):
        read_source(PAGES / page)


def test_a_long_page_for_subscribers_is_read_with_a_note() -> None:
    """Whoever is signed in saves the whole text, and the note says to look whether it is whole."""
    text = (
        (PAGES / "paywall.html").read_text(encoding="utf-8").replace("Among", "<p>" + "It rained. " * 80 + "</p>Among")
    )
    (note,) = read_source(text.encode()).notes
    assert "for subscribers" in note


def test_a_missing_file_a_folder_and_a_closed_one_are_told(tmp_path: Path) -> None:
    """None of them is a traceback."""
    for path, said in ((tmp_path / "no.html", "no file"), (tmp_path, "is a folder"), (Path("a\0b"), "cannot be read")):
        with pytest.raises(CommuniqueError, match=said):
            read_source(path)


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """The size is told, and what to do; the memory stays empty."""
    path = tmp_path / "big.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CommuniqueError, match=r"big.html has 50 MB, and the most that is read is 20 MB"):
        read_source(path)
    with pytest.raises(CommuniqueError, match="standard input has 20 MB"):
        read_source(b"a" * (reading.LARGEST_FILE + 1))


def test_a_text_of_many_books_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text longer than can be coded at once is told to be cut."""
    monkeypatch.setattr(reading, "LONGEST_TEXT", 100)
    with pytest.raises(CommuniqueError, match="Cut it into parts"):
        read_source(b"It rained. " * 20)


def test_a_paragraph_without_end_is_cut_where_sentences_end() -> None:
    """No word is lost, each part is short enough, and a note says so."""
    told = [f"Russia met country {n} on Monday." for n in range(2000)]
    found = read_source(" ".join(told).encode())
    assert " ".join(told) == " ".join(found.paragraphs)
    assert len(found.paragraphs) > 6
    assert {True} == {len(part) <= LONGEST_PARAGRAPH and part.endswith("on Monday.") for part in found.paragraphs}
    assert "A paragraph of more than 10,000 characters was cut where sentences end." in found.notes
    assert "ab" * 50_000 == "".join(read_source(b"ab" * 50_000).paragraphs)


def _page_of(more: str) -> bytes:
    text = "Russia said on Monday that it would meet China, and that nothing else had been agreed. " * 3
    return f"<!doctype html><title>Talks</title><body><article><p>{text}</p>{more}<p>{text}</p></article>".encode()


def test_hundreds_of_links_in_a_paragraph_are_its_words() -> None:
    """Their words stay in their places, and so does a line break between them."""
    links = [f"<a href=x>l<b>in</b>k{n}</a> and{'<br>' if n == 200 else ''}" for n in range(400)]
    told = " ".join(read_source(_page_of(f"<p>To begin {' '.join(links)} to end.</p>")).paragraphs)
    assert "To begin " + " ".join(f"link{n} and" for n in range(400)) + " to end." in told


def test_a_tag_with_thousands_of_attributes_is_a_tag() -> None:
    many = " ".join(f"data-{n}='a > b'" for n in range(5000))
    assert "Japan was not there." in read_source(_page_of(f"<p {many}>Japan was not there.</p>")).paragraphs


def test_a_page_with_too_much_text_is_refused() -> None:
    """However many items it is made of, it ends in a sentence."""
    with pytest.raises(CommuniqueError, match=r"the most that is coded at once is 1,500,000\."):
        read_source(_page_of(f"<ul>{'<li>Russia said that no was no.</li>' * 150_000}</ul>"))
