"""Any article is read: pages without what stands around the article, texts as they are, and bad input in a sentence."""

from __future__ import annotations

import datetime as dt
import plistlib
from collections import Counter
from pathlib import Path
from textwrap import wrap

import pytest
import trafilatura
from communique.drafting.reading.furniture import asks_to_pay, is_about_its_author, is_furniture
from communique.drafting.reading.html_page import read_page
from communique.drafting.reading.source import read_source

from ..conftest import TESTS

PAGES = TESTS / "data" / "pages"
PLAIN = (PAGES / "plain-news.html").read_bytes()


def _begins(page: str) -> list[str]:
    return [" ".join(paragraph.split()[:4]) for paragraph in read_source(PAGES / page).paragraphs]


def test_a_news_page_gives_its_article_and_nothing_else() -> None:
    """Headline, outlet, day of publication (not of a change), and the paragraphs in their order."""
    found = read_source(PAGES / "plain-news.html")
    told = ("Norland recalls envoy after border talks fail", "The Harbour Post", dt.date(2024, 3, 14), "en", ())
    assert told == (found.headline, found.outlet, found.published, found.language, found.notes)
    expected = [
        "Norland has recalled its",
        "The foreign minister of",
        "A spokesman for Estmark",
        "A quarrel of thirty",
        "The border along the",
        "Neither side can win",
        "Analysts say that a",
        "The council called on",
    ]
    assert expected == _begins("plain-news.html")


def test_the_whole_of_a_paragraph_is_kept() -> None:
    """Links, stress and quotation marks lose nothing of their words."""
    expected = (
        "The foreign minister of Norland, Ada Brandt, said on Wednesday that her government was "
        "“deeply disappointed” and would “draw its own conclusions”."
    )
    assert expected == read_source(PAGES / "plain-news.html").paragraphs[1]


@pytest.mark.parametrize(
    ("page", "begins", "told"),
    [
        (
            "live-blog.html",
            [
                *("A joint declaration is", "The host, President Ilse", "“We agreed on nine"),
                *("Several hundred people gathered", "The delegations of four", "According to the programme,"),
            ],
            ("Live: leaders meet in Port Astor", "Coast Radio", dt.date(2023, 11, 2)),
        ),
        (
            "amp.html",
            ["A ceasefire between the", "No shot was heard", "Both sides accuse each", "The mission wants to"],
            ("Ceasefire holds for a second day", "Lantern News", dt.date(2022, 5, 17)),
        ),
        (
            "div-paragraphs.html",
            ["The parliament of Norland", "The sanctions forbid the", "Estmark warned before the", "The bill now goes"],
            ("Parliament votes for sanctions", "Northern Wire", dt.date(2024, 2, 6)),
        ),
        (
            "table-layout.html",
            ["The ministers of agriculture", "Under the accord, which", '"It is a small', "The opposition in Norland"],
            ("Ministers sign grain accord", "", None),
        ),
    ],
)
def test_pages_of_many_kinds_are_read(page: str, begins: list[str], told: tuple) -> None:
    """A live blog, an AMP page, paragraphs that are boxes in a form, and a table with line breaks."""
    found = read_source(PAGES / page)
    assert begins == _begins(page)
    assert told == (found.headline, found.outlet, found.published)


def test_scripts_are_neither_run_nor_read() -> None:
    """What a script would write or say is not in the text; what a reader sees as < stays text."""
    found = read_source(PAGES / "scripts.html")
    whole = "\n".join([found.headline, found.outlet, *found.paragraphs])
    assert [] == [part for part in ("changed", "document", "alert(1)" * 2, "onclick", "never") if part in whole]
    assert 'a note that read <script>alert("treaty")</script> and <img src=x onerror=alert(3)>' in found.paragraphs[1]
    assert "Envoys meet <b>again</b>" == found.headline


@pytest.mark.parametrize(
    ("page", "language", "name"), [("korean.html", "ko", "Korean"), ("arabic.html", "ar", "Arabic")]
)
def test_other_languages_are_kept_and_noted(page: str, language: str, name: str) -> None:
    """The text is there whole, and a note says that the coder codes English."""
    found = read_source(PAGES / page)
    assert (language, 2) == (found.language, len(found.paragraphs))
    (note,) = found.notes
    assert name in note and "the coder codes English" in note


def test_french_is_noted_and_short_english_is_not() -> None:
    """Latin letters alone do not make a text English, and few words do not make it foreign."""
    french = "Le ministre a déclaré mardi que son pays ne changerait pas de position sur la question des îles. " * 4
    assert "und" == read_source(french.encode()).language
    assert "en" == read_source(b"Talks end.").language


def test_a_day_that_cannot_be_is_said() -> None:
    """The page's impossible day is named, and the text is read all the same."""
    found = read_source(PAGES / "impossible-date.html")
    assert (None, 2) == (found.published, len(found.paragraphs))
    assert ["The page gives '2024-02-30T10:00:00Z' as its day"] == [note.split(",")[0] for note in found.notes]
    given = read_source(PAGES / "impossible-date.html", published="2024-02-29")
    assert (dt.date(2024, 2, 29), ()) == (given.published, given.notes)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2024-03-14T23:30:00-11:00", dt.date(2024, 3, 14)),
        ("20240314", dt.date(2024, 3, 14)),
        ("Tue, 19 Jun 2024 10:00:00 GMT", dt.date(2024, 6, 19)),
        ("June 19, 2024", dt.date(2024, 6, 19)),
        ("06/07/2024", None),
        ("June 2024", None),
        ("0001-01-01", None),
        ("2999-01-01", None),
    ],
)
def test_a_pages_day_is_read_only_where_it_is_one(told: str, day: dt.date | None) -> None:
    """No time zone moves it, and figures that can be two days are none."""
    page = f'<html><head><meta name="date" content="{told}"></head><body><p>The envoys met.</p></body></html>'
    assert day == read_source(page.encode()).published


def test_a_missing_day_is_asked_for() -> None:
    """The draft can be made; the note says what is lost, and how to give the day."""
    (note,) = read_source(b"Talks fail\n\nThe envoys met on Monday.").notes
    assert "stay without a date" in note and "--date" in note


def test_saved_pages_of_one_file_are_read(tmp_path: Path) -> None:
    """What Chrome saves as .mhtml and Safari as .webarchive holds the same article."""
    mhtml = (
        b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + PLAIN + b"\r\n--b--\r\n"
    )
    archive = plistlib.dumps(
        {"WebMainResource": {"WebResourceData": PLAIN, "WebResourceTextEncodingName": "UTF-8"}}, fmt=plistlib.FMT_BINARY
    )
    for name, raw in (("page.mhtml", mhtml), ("page.webarchive", archive)):
        (tmp_path / name).write_bytes(raw)
        assert read_source(PLAIN).paragraphs == read_source(tmp_path / name).paragraphs


def test_a_mail_is_read(tmp_path: Path) -> None:
    """Its subject is the headline, its day that of publication; of a mail with a page the page is read."""
    head = b"From: a@desk.example\nSubject: Talks fail\nDate: Wed, 6 Mar 2024 23:00:00 -0500\nMIME-Version: 1.0\n"
    mail = tmp_path / "story.eml"
    mail.write_bytes(
        head + b"Content-Type: text/plain; charset=utf-8\n\nThe envoys met on Monday.\n\nNobody said why.\n"
    )
    read = read_source(mail)
    assert ("Talks fail", "2024-03-06") == (read.headline, str(read.published))
    assert ("The envoys met on Monday.", "Nobody said why.") == read.paragraphs
    mail.write_bytes(head + b"Content-Type: text/html; charset=utf-8\n\n" + PLAIN)
    assert read_source(PLAIN).paragraphs == read_source(mail).paragraphs


def test_a_headline_may_end_in_a_full_stop() -> None:
    """Where it is short and one sentence, and a longer paragraph follows; a lead is none."""
    lead = b"\n\nThe ministers of Norway and Iceland met on Monday to talk about a ferry across the northern sea."
    assert "Two ports agree on a ferry." == read_source(b"Two ports agree on a ferry." + lead).headline
    for first in (b"They met. Nobody spoke.", b'"We agree," said the envoy.', lead.strip()):
        assert "" == read_source(first + lead).headline


def test_text_is_read_with_and_without_empty_lines() -> None:
    """A text copied from a browser has a paragraph a line; a text with broken lines has empty lines between."""
    copied = b"Talks fail at the border\nThe envoys met on Monday.\nNobody said why.\nThey meet again in May."
    broken = b"Talks fail at the border\n\nThe envoys met\non Monday.\n\nNobody said why.\n\nThey meet again in May."
    for raw in (copied, broken, broken.replace(b"\n", b"\r\n")):
        found = read_source(raw)
        assert "Talks fail at the border" == found.headline
        assert ("The envoys met on Monday.", "Nobody said why.", "They meet again in May.") == found.paragraphs


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b"], ids=ascii)
def test_paragraphs_are_told_apart_by_any_line_end(end: str) -> None:
    """Those of other systems too, and of programs that end lines with signs of Unicode's own; marks at the start go."""
    text = f"\ufeffA pact on the bay{end}{end}It was signed.{end}On Monday.{end}{end}Iceland agreed."
    source = read_source(text.encode())
    expected = ("A pact on the bay", ("It was signed. On Monday.", "Iceland agreed."))
    assert expected == (source.headline, source.paragraphs)
    assert expected[1] == read_source(text.replace(end * 2, "\u2029").encode()).paragraphs


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    """Links give their words; pictures, stars and heading marks go."""
    path = tmp_path / "story.md"
    text = (
        "# Talks *fail*\n\n![Envoy](a.png)\n\nThe **envoys** [met](http://x.example/a_b) on _Monday_.\n\n> No word.\n"
    )
    path.write_text(text, encoding="utf-8")
    found = read_source(path)
    assert ("Talks fail", ("The envoys met on Monday.", "No word.")) == (found.headline, found.paragraphs)


def test_markdown_loses_footnotes_and_its_items_are_paragraphs(tmp_path: Path) -> None:
    """Also behind front matter."""
    path = tmp_path / "story.md"
    path.write_text(
        "---\nheadline: Talks\ndate: 2024-06-20\n---\n\nThey ask to[^n]\n* stop\n* pay.\n\n"
        "> “No,” he said.\n\n[^n]: A note.\n",
        encoding="utf-8",
    )
    assert ("They ask to", "stop", "pay.", "“No,” he said.") == read_source(path).paragraphs


def test_words_cut_at_line_ends_are_whole_again() -> None:
    """Text that was copied from a printed page: hyphens at line ends, ligatures, entities."""
    found = read_source(
        b"Talks\n\nThe negoti-\nators and the long-\nterm plan met an \xef\xac\x81fth o\xef\xac\x83cer &ndash; twice."
    )
    assert ("The negotiators and the long-term plan met an fifth officer – twice.",) == found.paragraphs


STORY = "The envoys of Norland and Estmark met in the old customs house on Friday, officials of both sides said. "


def page(body: str, head: str = "") -> str:
    """A saved page with three plain paragraphs around something else."""
    plain = "".join(f"<p>{STORY}{n}.</p>" for n in ("One", "Two"))
    article = f"<article><h1>Talks</h1>{plain}{body}<p>{STORY}End.</p></article>"
    return f"<html><head><title>Talks</title>{head}</head><body>{article}</body></html>"


@pytest.mark.parametrize(
    ("body", "there", "gone"),
    [
        ("<p>She left<span class='sr-only'>opens a window</span> early.</p>", "She left early.", "opens"),
        (
            "<p>She left<span style='position:absolute; left:-999em'>hidden</span> early.</p>",
            "She left early.",
            "hidden",
        ),
        ("<table><tr><th>Year</th><th>Flow</th></tr><tr><td>2022</td><td>81</td></tr></table>", "", "Flow"),
        ("<blockquote class='twitter-tweet'><p>Good talks.</p>&mdash; Max Berg (@m)</blockquote>", "", "@m"),
        ("<blockquote>First.<p>Second.</p>Third.</blockquote>", "Second.", "Third. Second."),
        (f"<div>{STORY}<br><br>{STORY}Twice.</div>", f"{STORY}Twice.", ""),
        ("<p>She left <b>early.<br><br>He</b> stayed on.</p>", "He stayed on.", ""),
        ("<p>(Reporting by Ann Lee in Rome; Editing by Bo Berg)</p>", "", "Ann Lee"),
        ("<p>By Ann Lee and Bo Berg</p>", "", "Bo Berg"),
        ("<p>https://example.org/story</p>", "", "example"),
        ("<p>Updated: 21 June 2024</p>", "", "Updated"),
        ("<p>An envoy leaves the talks. Example/Getty Images</p>", "", "Getty"),
    ],
)
def test_a_page_is_read_in_its_order_without_what_stands_around(body: str, there: str, gone: str) -> None:
    """Words for a screen reader, data, posts, credits and bare addresses are none of the article."""
    paragraphs = read_page(page(body)).paragraphs
    assert not there or there.strip() in paragraphs
    assert not gone or gone not in "\n".join(paragraphs)


def test_only_one_marked_element_outvotes_the_library() -> None:
    """Where several elements are marked as articles, teasers among them, the library's reading counts."""
    teaser = "<article><p>Another story that has nothing to do with the talks at all.</p></article>"
    text = page("").replace("</body>", f"<div>{teaser * 6}</div></body>")
    assert "Another story" not in "\n".join(read_page(text).paragraphs[:3])


MANY = [f"{STORY}Part {n} of it." for n in range(9)]
SEVERAL = "".join(f"<p>{line}</p>" for line in MANY[:4])
TALK = "".join(f"<div><p>Reader {n} says that all this was to be expected.</p></div>" for n in range(199))


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='paywall'>{SEVERAL}</div>",
        f"<div class='read-more promo'>{SEVERAL}</div>",
        f"<div id='more' hidden>{SEVERAL}</div>",
        f"<div class='subscribe-body'>{'<br><br>'.join(MANY[:4])}</div>",
        SEVERAL.replace("<p>", "<p class='paywall'>"),
    ],
)
def test_a_part_of_the_article_may_be_called_as_boxes_are(body: str) -> None:
    """Several paragraphs are no box, and a name that many of the page's paragraphs have is none of a box."""
    before = "".join(f"<p>{line}</p>" for line in MANY[4:])
    assert [*MANY[4:], *MANY[:4]] == list(read_page(page(before + body)).paragraphs[2:-1])


def test_a_box_of_a_sentence_or_two_is_none_of_the_article() -> None:
    """The same names, where they hold what is usual in them."""
    box = f"<p>{STORY}Sign here, and you have it each morning.</p>"
    for name in ("newsletter", "paywall-promo", "related", "read-more", "inline-article-recirc"):
        assert 3 == len(read_page(page(f"<div class='{name}'>{box}</div>")).paragraphs)


def test_comments_may_be_longer_than_the_article_and_its_names_are_no_matter() -> None:
    """A post in the category "social", and a hundred readers who have something to say."""
    text = page(SEVERAL).replace("article>", "div>").replace("<div>", "<div class='post category-social tag-menu'>", 1)
    text = text.replace("</body>", f"<div id='comments' class='comments-area'>{TALK}</div></body>")
    assert [*MANY[:4]] == list(read_page(text).paragraphs[2:-1])


@pytest.mark.parametrize("tag", ["div", "p", "td", "span", "font"])
def test_two_line_breaks_end_a_paragraph_in_any_element(tag: str) -> None:
    """Text without paragraphs of its own, beside a caption, as many papers had it and some have."""
    lines = [line.replace("customs", "<b>customs</b>") for line in MANY]
    body = f"<{tag}><div class='img_caption'>The house.</div>{'<br /> <br />'.join(lines)}</{tag}>"
    body = f"<table><tr>{body}</tr></table>" if tag == "td" else f"<div id='text'>{body}</div>"
    text = f"<html><body><ul><li>World</li></ul><h1>Talks</h1><div class='view'>{body}</div></body></html>"
    assert MANY == list(read_page(text).paragraphs)


@pytest.mark.parametrize("tag", ["div", "p", "span", "body", "td"])
@pytest.mark.parametrize("end", ["<br>", "<br>\n", "<br />\n<br>"])
@pytest.mark.parametrize("after", ["", "<br>"])
def test_a_line_break_ends_a_paragraph_where_each_line_is_one(tag: str, end: str, after: str) -> None:
    """One a line, with a subheading or a link among the lines, and one more behind the last."""
    lines = [*MANY[:4], "A house of two states", *MANY[4:]]
    written = end.join(line.replace("customs", "<a href='x'>customs</a>") for line in lines) + after
    body = {"td": f"<table><tr><td>{written}</td></tr></table>", "body": written}.get(tag, f"<{tag}>{written}</{tag}>")
    assert lines == list(read_page(f"<html><head><title>Talks</title></head><body>{body}</body></html>").paragraphs)


@pytest.mark.parametrize("width", [40, 60, 90])
def test_a_text_that_is_broken_to_fit_stays_whole(width: int) -> None:
    """A line that goes on in the next one is no paragraph; nor are the lines of an address or of a poem."""
    told = " ".join(MANY)
    assert [told] == list(read_page(f"<body><div>{'<br>'.join(wrap(told, width))}</div></body>").paragraphs)
    for short in (
        ["Write to", "The Dam Office", "12 River Street"],
        ["The river rose,", "It broke the wall,", "And fell."],
    ):
        assert " ".join(short) in read_page(page(f"<p>{'<br>'.join(short)}</p>")).paragraphs


def test_a_division_that_ends_no_sentence_is_no_paragraph() -> None:
    """Paragraphs may be written as divisions; so are the section, the byline and the day above them."""
    meta = "<div class='m'><div>Politics</div><div>Ann Lee, Oslo, 21.06.2024</div></div>"
    text = page(f"<div>{STORY}A division.</div>").replace("<article>", f"{meta}<article>").replace("article>", "div>")
    assert [f"{STORY}{n}." for n in ("One", "Two", "A division", "End")] == list(read_page(text).paragraphs)


@pytest.mark.parametrize("tag", ["li", "span", "section"])
def test_text_in_no_paragraph_is_found_as_the_library_alone_finds_it(tag: str) -> None:
    """Where its quick way finds little, its slower one counts; text beside its paragraphs is none to lose."""
    lines = [f"<{tag}>{line}</{tag}>" for line in MANY]
    lines[5:5] = [f"<blockquote><p>{STORY}Quoted.</p></blockquote>", f"<ul><li>{STORY}</li><li>{STORY}</li></ul>"]
    text = f"<html><body><h1>Talks</h1><div class='entry-content'>{''.join(lines)}</div></body></html>"
    found = " ".join(read_page(text).paragraphs)
    assert all(line in found for line in MANY)


@pytest.mark.parametrize("element", ["<p class='social-text'>{}</p>", "<div class='paywall promo'><p>{}</p></div>"])
def test_a_name_of_boxes_that_most_of_the_text_has_is_none(element: str) -> None:
    """Each paragraph alone is short enough for a box."""
    body = "".join(element.format(line) for line in MANY)
    assert MANY == list(read_page(page(body)).paragraphs[2:-1])


def test_what_the_library_doubts_is_left_out_unless_it_is_much_of_the_text() -> None:
    """A line under the headline goes; a third of the article stays."""
    head = "<header><h1>Talks</h1><p><em>Rights groups condemn the decision.</em></p></header>"
    text = f"<html><body><div>{head}<div class='all-content'>{{}}</div></div></body></html>"
    lines = [f"<p>{line}</p>" for line in MANY]
    assert MANY == list(read_page(text.format("".join(lines))).paragraphs)
    doubted = f"{''.join(lines[:6])}<div class='bottom-part'>{''.join(lines[6:])}</div>"
    assert MANY == [p for p in read_page(text.format(doubted)).paragraphs if p.startswith(STORY)]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<link rel="canonical" href="https://example.org/2024/06/19/talks">', "2024-06-19"),
        ('<link rel="canonical" href="https://example.org/world/2024/jun/19/talks">', "2024-06-19"),
        (
            '<link rel="canonical" href="https://example.org/2024/06/19/talks">'
            '<meta property="article:published_time" content="2024-06-20T02:30:00Z">',
            "2024-06-19",
        ),
        ('<meta property="article:published_time" content="2024-06-20T02:30:00Z">', "2024-06-20T02:30:00Z"),
    ],
)
def test_the_day_is_that_of_the_address_where_the_page_gives_none_or_utc(head: str, day: str) -> None:
    """A report of the evening has the next day's date in UTC."""
    assert day == read_page(page("", head)).date


def _share(found: list[str], right: list[str]) -> float:
    """F1 of the words of two texts."""
    one, other = (Counter(" ".join(lines).split()) for lines in (found, right))
    return 2 * (one & other).total() / (one.total() + other.total())


@pytest.mark.parametrize("right", sorted((PAGES / "texts").glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_is_never_read_worse_than_by_the_library_alone(right: Path) -> None:
    """The words of what a person takes for the article, against trafilatura's on the page as it is."""
    raw, lines = (PAGES / f"{right.stem}.html").read_text("utf-8"), right.read_text("utf-8").splitlines()
    read = read_page(raw)
    alone = trafilatura.extract(raw, include_comments=False, fast=True) or ""
    library = _share([line for line in alone.split("\n") if line != read.headline], lines)
    assert library <= _share(list(read.paragraphs), lines)
    assert lines == list(read.paragraphs)


def test_a_time_in_utc_gives_the_day_that_a_reader_sees() -> None:
    """Beside it the page has the hour where the outlet is, or the day in words."""
    head = '<meta property="article:published_time" content="2024-06-19T02:30:00Z">'
    for time in (
        '<time datetime="2024-06-18T22:30-04:00">Tuesday</time>',
        '<time datetime="2024-06-19T02:30:00Z">18 June 2024, 10:30 pm</time>',
    ):
        assert "2024-06-18" == read_page(page(time, head)).date
    assert "2024-06-19T02:30:00Z" == read_page(page("<time datetime='2024-06-19T02:30:00Z'>Now</time>", head)).date


@pytest.mark.parametrize(
    ("moment", "path", "shown", "day"),
    [
        ("2024-06-19T23:30:00Z", "/2024/06/20/", "", "2024-06-20"),
        ("2024-06-19T23:30:00+00:00", "/2024/jun/20/", "", "2024-06-20"),
        ("2024-06-20T01:30:00Z", "", "<span>Published June 19, 2024 9:30 PM EDT</span>", "2024-06-19"),
        ("2024-06-20T01:30:00Z", "", "<div>By Ann Lee</div><div>Posted 19 June 2024 | 21.30</div>", "2024-06-19"),
        ("2024-06-19T23:30:00Z", "", "<p>Published: 20 June 2024, 8:30 am</p>", "2024-06-20"),
        ("2024-06-19T23:30:00Z", "", "<time datetime='2024-06-19T23:30:00Z'>20 June 2024</time>", "2024-06-20"),
        ("2024-06-20T01:30:00Z", "", "<div>Ann Lee</div><div>June 19, 2024 <b>9:30 PM EDT</b></div>", "2024-06-19"),
        ("2024-06-20T01:30:00Z", "/2024/06/19/", "<p>20 June 2024 01.30 GMT</p>", "2024-06-20"),
        ("2024-06-20T01:30:00Z", "", "<p>Read more</p><p>A dam | June 19, 2024 4:10 PM</p>", "2024-06-20"),
        (
            "2024-06-20T01:30:00Z",
            "",
            "<p>Updated June 20, 2024 5:30 PM</p><p>Posted June 19, 2024</p>",
            "2024-06-19",
        ),
        ("2024-12-31T23:30:00Z", "", "<p>Published 1 January 2025, 8:30 am</p>", "2025-01-01"),
        ("2024-06-20T16:30:00Z", "/2024/06/19/", "", "2024-06-20"),
        ("2024-06-20T05:30:00Z", "/2024/06/21/", "", "2024-06-20"),
        ("2024-06-20T05:30:00Z", "", "<p>Published 25 June 2024</p>", "2024-06-20"),
    ],
)
def test_the_day_of_the_outlet_is_one_that_it_can_be_somewhere(moment: str, path: str, shown: str, day: str) -> None:
    """A day before or after that in UTC counts where some place on earth has it at that hour."""
    head = f'<meta property="article:published_time" content="{moment}">'
    head += f'<link rel="canonical" href="https://example.org{path}talks">' if path else ""
    assert day == read_page(page(shown, head)).date[:10]


@pytest.mark.parametrize(
    "times",
    [
        "<time datetime='2024-06-25'>Updated 25 June 2024</time><time datetime='2024-06-20'>Published 20 June</time>",
        "<time datetime='2024-06-25'>Last modified 25 June 2024</time> <time datetime='2024-06-20'>20 June 2024</time>",
        "<time datetime='2024-06-25'>Updated 25 June 2024</time><time datetime='2024-06-20'>20 June 2024</time>",
        "<p>Updated <b><time datetime='2024-06-25'>25 June</time></b> <time datetime='2024-06-20'>20 June</time></p>",
        "<p><span>Updated:</span> <span><time datetime='2024-06-25'>25 June</time></span></p>"
        "<p><span>Published:</span> <span><time datetime='2024-06-20'>20 June</time></span></p>",
        "Updated on 25 June 2024 <time datetime='2024-06-20'>Published on 20 June 2024</time>",
    ],
)
def test_a_times_own_words_say_that_it_is_of_an_update(times: str) -> None:
    """They count before those around it; words beside another time are of that."""
    assert "2024-06-20" == read_page(page(times)).date


@pytest.mark.parametrize(
    ("body", "head", "day"),
    [
        ('<time class="entry-date published updated" datetime="2024-06-20T10:00+02:00">Now</time>', "", "2024-06-20"),
        (
            '<time datetime="0001-01-01T00:00:00+05:00">Now</time>',
            '<meta property="article:published_time" content="2024-06-19T02:30:00Z">',
            "2024-06-19",
        ),
        (
            "",
            '<meta property="article:published_time" content="0001-01-01T02:30:00Z">'
            '<link rel="canonical" href="https://example.org/2024/06/19/talks">',
            "0001-01-01",
        ),
    ],
)
def test_a_time_of_both_kinds_or_at_the_calendars_end_is_no_trap(body: str, head: str, day: str) -> None:
    """WordPress marks one time as published and updated; an empty day is the first of the calendar."""
    assert day == read_page(page(body, head)).date[:10]


def test_a_day_of_change_alone_is_no_day_of_publication() -> None:
    """Neither in the page's head nor where a reader sees it."""
    head = '<meta property="article:modified_time" content="2024-06-25T18:20:45Z">'
    for body in ("", '<p>Updated <time datetime="2024-06-25T18:20:45Z">25 June</time></p>'):
        assert "" == read_page(page(body, head)).date


def test_the_day_of_an_update_is_not_that_of_publication() -> None:
    """What a reader sees as published counts before the page's day of change."""
    head = '<meta property="article:modified_time" content="2024-06-25T18:20:45Z">'
    assert "2024-06-20" == read_page(page("<p>Published: 20 June 2024 | Updated: 25 June 2024</p>", head)).date


def test_a_headline_has_no_entities_and_is_not_the_sites_name() -> None:
    """What a page wrote twice is read twice."""
    head = (
        '<meta property="og:site_name" content="Lantern News">'
        '<meta property="og:title" content="Envoy: &amp;quot;No&amp;quot;">'
    )
    assert 'Envoy: "No"' == read_page(page("", head).replace("<h1>Talks</h1>", "<h1>Lantern News</h1>")).headline


def test_the_day_may_be_in_a_box_that_is_none_of_the_article() -> None:
    """A line with the author and the days."""
    days = "<div class='byline'>By Ann Lee Published : Jun 20, 2024 - 17:38 Updated : Jun 21, 2024 - 09:12</div>"
    assert "2024-06-20" == read_page(page(days)).date


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("<h1>The Watcher</h1><h3 class='post-title entry-title'>Talks end</h3>", "The Watcher: Talks end"),
        ("<b>Talks end</b>", "Watcher | Talks end"),
        ("<b>Talks end</b>", "Talks end | World | Watcher"),
        ("<h1>Talks end</h1>", "Watcher"),
    ],
)
def test_the_headline_is_the_storys_on_blogs_and_old_pages(first: str, title: str) -> None:
    """The first heading is the site's name, or there is none, and the title has both."""
    text = f"<html><head><title>{title}</title></head><body>{first}<div>{SEVERAL}</div></body></html>"
    assert "Talks end" == read_page(text).headline


@pytest.mark.parametrize("heading", ["Envoys end talks", "Envoys end <i>talks</i>", "Envoys<br>end talks"])
def test_a_heading_other_than_the_linked_headline_is_no_paragraph(heading: str) -> None:
    """The page's data give the headline for search engines; the heading on the page is another, and no paragraph."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks end without a deal"}</script>'
    )
    for above in ("", "<p>World</p>"):
        found = read_page(page("", head).replace("<h1>Talks</h1>", f"{above}<h1>{heading}</h1>"))
        assert ("Talks end without a deal", 3) == (found.headline, len(found.paragraphs))
        assert all(p.startswith(STORY.strip()) for p in found.paragraphs)


def test_the_address_that_a_browser_saves_with_a_page_gives_its_day() -> None:
    """Chrome writes it above the page."""
    saved = "<!-- saved from url=(0051)https://example.org/en/news/2024/06/19/talks -->"
    assert "2024-06-19" == read_page(saved + page("")).date


def test_front_matter_is_believed_and_what_is_given_counts_more(tmp_path: Path) -> None:
    """Headline, outlet, day and language come from the front matter; an argument takes their place."""
    path = tmp_path / "story.md"
    path.write_text(
        "---\nheadline: 'A: B'\noutlet: Post\ndate: 2024-06-20\nlanguage: en\n---\n\nOne *star*.\n", "utf-8"
    )
    found = read_source(path)
    assert ("A: B", "Post", dt.date(2024, 6, 20), ("One star.",)) == (
        *(found.headline, found.outlet, found.published),
        found.paragraphs,
    )
    other = read_source(path, headline="C", outlet="Times", published=dt.date(2024, 6, 21))
    assert ("C", "Times", dt.date(2024, 6, 21)) == (other.headline, other.outlet, other.published)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Read more: Talks end without a deal", True),
        ("READ MORE", True),
        ("Ann Lee, Oslo correspondent", True),
        ("Ann Lee and Bo Berg in Oslo", True),
        ("Ann Lee, who was a correspondent in Oslo, left.", False),
        ("Mon 10 Jun 2024 14.02 BST", True),
        ("On 10 June 2024 they met.", False),
        ("3 min read", True),
        ("3 minutes later they left.", False),
        ("Support our journalism from as little as five crowns a month.", True),
        ("Support for the treaty fell.", False),
        ("This article was amended on 11 June 2024 to correct a name.", True),
        ("This article was a gift to the opposition, she said.", False),
        ("An earlier version of this report said that the vote was on Monday.", True),
        ("This report was published by UN experts on Monday and accuses both armies of war crimes.", False),
        ("This report said both sides had committed war crimes.", False),
        ("WEDNESDAY, JUNE 10, 2024 10.30AM", True),
        ("Write to Ann Lee at ann.lee@harbour-post.example or call.", True),
        ("Follow the BBC on WhatsApp", True),
        ("Follow the money, the judge said.", False),
        ("Get in touch with our newsroom by e-mailing us at desk@harbourpost.example.", True),
        ("Get in touch with your feelings, he told them.", False),
        ("Also read – The islands nobody lives on", True),
        ("Advertisement", True),
        ("Image: The envoy leaves the ministry", True),
        ("Sign up for our newsletter", True),
        ("© 2026 The Harbour Post", True),
        ("The-Harbour-Wire ™ & © 2013 Harbour News, Inc., a Lomar Company. All rights reserved.", True),
        ("The Harbour Post. All rights reserved.", True),
        ("She said that “all rights reserved” was printed on it.", False),
        ("Read more books, the minister told pupils.", False),
        ("Ann Lee in Oslo and Bo Berg contributed to this report.", True),
        ("The drought contributed to this year's poor harvest.", False),
        ("A version of this article appears in print on June 4, 2024, Section A, Page 8.", True),
        ("This article appeared in the Europe section of the print edition under the headline “Troubled waters”", True),
        ("Ann Lee can be reached at ann.lee@harbour-post.example.", True),
        ("An agreement can be reached at any time, he said.", False),
        ("Reach Ann Lee at ann.lee@harbour-post.example or 555-0112.", True),
        ("By Ann Lee (ann.lee@harbour-post.example)", True),
        ("Source: Example News and agencies", True),
        ("Sources close to the talks: nobody knows.", False),
        ("Each evening we send a selection of the day's news. Sign up here.", True),
        ("Most Popular", True),
        ("Most popular leaders lose, he said.", False),
        ("Editors’ Picks", True),
        ("Filed under: treaties, ports", True),
        ("kb/rt (AP, AFP, Reuters)", True),
        ("The old customs house at night. Photo: Bo Berg", True),
        ("Delegates in the hall, April 26, 2024. (Example/Bo Berg)", True),
        ("Allow Twitter content?", True),
        ("With reporting from AFP", True),
        ("(With reporting from Ana Lee in Lomar and agencies.)", True),
        ("(With inputs from agencies)", True),
        ("With files from The Canadian Press", True),
        ("With reporting from the region restricted, nobody knows.", False),
        ("Additional reporting from Ana Lee.", True),
        ("Additional reporting: Ana Lee", True),
        ("Reporting: Ana Lee; editing: Bo Berg", True),
        ("Reporting from the front is dangerous, she said.", False),
        ("— AFP", True),
        ("(AFP)", True),
        ("AP, AFP and Reuters", True),
        ("– Agence France-Presse", True),
        ("AFP reported the strike.", False),
        ("Associated Press writer Ana Lee in Lomar contributed.", True),
        ("AP journalists Ana Lee in Lomar and Bo Berg in Oslo contributed.", True),
        ("Ana Lee and Bo Berg in Lomar contributed.", True),
        ("South Korea contributed.", False),
        ("Listen to this article", True),
        ("Listen to this story · 5 min", True),
        ("Listen · 4:32", True),
        ("Update: This story was changed to add a comment.", True),
        ("Listen to this, the minister said.", False),
        ("Comments (12)", True),
        ("12 comments", True),
        ("View all comments", True),
        ("Leave a comment", True),
        ("No comment.", False),
        ("Comments on the treaty are due in May.", False),
        ("Editor's note: this story was corrected to give the right day.", True),
        ("Editors’ Note, June 20, 2024: An earlier version gave a wrong name.", True),
        ("Correction: the vote was on Monday.", True),
        ("Corrections & Clarifications: A name was wrong.", True),
        ("The editor's note was read in court.", False),
        ("Correction of the border is long overdue.", False),
        ("Related charges were dropped.", False),
        ("Share prices fell.", False),
        ("Copyright law will change, the minister said.", False),
        ("Watch this space, he said.", False),
    ],
)
def test_furniture_is_known_by_its_words(line: str, furniture: bool) -> None:
    """A link to another story goes; a sentence that begins like one stays."""
    assert furniture == is_furniture(line)


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Ann Lee is a reporter based in Oslo.", True),
        ("Ann Lee is a reporter who has covered Asia for ten years. She writes on trade. Follow her @lee.", True),
        ("South Korea is a major contributor to the fund.", False),
        ("Jamal Khashoggi was a Saudi journalist who was murdered in Istanbul in 2018.", False),
        ("Ann Lee is a Dutch reporter who was shot in Goma.", False),
    ],
)
def test_a_last_line_about_its_author_is_known(line: str, about: bool) -> None:
    """A contributor to a fund and a journalist in the news belong to the article."""
    assert about == is_about_its_author(line)


@pytest.mark.parametrize(
    "line",
    [
        "2018 2019 2020 2021 2022 2023 2024 growth",
        "2024 " * 18 + "growth",
        "1 " + "A" * 95 + "!",
        "(AP" + ", AP" * 23 + "!",
        "With files from " + "AP and " * 11 + "!",
        "writer " * 30 + "!",
        "By " + "A" * 90 + "!",
        "By " + "@aand" * 18 + "!",
        "share " + "a@" * 100_000,
        "@" * 100_000,
        "a@a." * 50_000 + "!",
        "Ann Lee is a reporter in x." + " Follow x" * 10_000 + "\n!",
    ],
    ids=lambda line: line[:12],
)
def test_no_line_is_looked_at_without_end(line: str) -> None:
    """Figures, capitals and signs that a pattern could cut in many ways; one that is cut so never ends."""
    assert not is_furniture(line)
    assert not is_about_its_author(line)
    assert not asks_to_pay(line)


def test_a_box_that_holds_the_article_is_no_box() -> None:
    """A page whose article is called "social" or "share" keeps its text."""
    body = "".join(f"<p>Sentence number {n} of the report, long enough to count as one.</p>" for n in range(9))
    assert 9 == len(read_page(f"<html><body><div class='share-box social'>{body}</div></body></html>").paragraphs)


def test_a_call_to_pay_is_known() -> None:
    """Only words that ask for money or an account."""
    assert asks_to_pay("To continue reading, please subscribe")
    assert not asks_to_pay("The states subscribe to the treaty.")
