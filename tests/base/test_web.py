"""An address where a text or a file is wanted is told as one; a text with an address in it is a text."""

from __future__ import annotations

import pytest
from communique import CommuniqueError
from communique.base.web import refuse_address
from communique.drafting.reading.source import read_source

PLIST = (
    '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/x.dtd">'
    "<plist><dict><key>URL</key><string>{}</string></dict></plist>"
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.org/news/story", "example.org/news/story"),
        (" bbc.co.uk \n", "bbc.co.uk"),
        ("bbc.co.uk, example.org", "bbc.co.uk"),
        ("example.org:8080/story", "example.org:8080/story"),
        ("youtube.com/watch?v=1", "youtube.com/watch?v=1"),
        ("ftp://example.org/story", "ftp://example.org/story"),
        ("https:/news.example/a", "https://news.example/a"),
        ("https://news.example/a\nhttps://news.example/b", "https://news.example/a"),
        ("- https://news.example/a\n- https://news.example/b", "https://news.example/a"),
        ("<https://news.example/a>", "https://news.example/a"),
        ("(www.news.example)", "www.news.example"),
        ("Look at this: https://news.example/a.", "https://news.example/a"),
        ("Can we read this one in class? https://news.example/a", "https://news.example/a"),
        ("[Story](https://news.example/a)", "https://news.example/a"),
        ('<a href="https://news.example/a">Story</a>', "https://news.example/a"),
        ("# https://news.example/a", "https://news.example/a"),
        ("---\nheadline: Talks fail\n---\n\nhttps://news.example/a\n", "https://news.example/a"),
        ("Norway and Iceland agree on a ferry line\n\nhttps://news.example/a", "https://news.example/a"),
        ("[InternetShortcut]\nURL=https://news.example/a\n", "https://news.example/a"),
        (PLIST.format("https://news.example/a"), "https://news.example/a"),
        ("https://ar.news.example/wiki/العبارة", "https://ar.news.example/wiki/"),
    ],
)
def test_an_address_with_hardly_a_word_is_no_article(text: str, address: str) -> None:
    """The message names it, and says how to save the page."""
    with pytest.raises(CommuniqueError) as told:
        read_source(text.encode())
    assert str(told.value).startswith(f"{address} is a web address")
    assert "choose Save Page As" in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed its harbours on Monday, and Iceland protested. More: https://news.example/a",
        "Booking.com agrees to pay",
        "U.S./Mexico talks resume",
        "Write to anna@example.org/x",
        "Mr.Berg left.",
        "挪威周一关闭了港口，冰岛提出抗议。挪威周一关闭了港口，冰岛提出抗议。欢迎各方继续谈判。https://news.example/a",
    ],
)
def test_a_text_with_an_address_in_it_is_an_article(text: str) -> None:
    """So is one with words that only look like an address."""
    assert text.split()[0] in " ".join(read_source(text.encode()).paragraphs)


@pytest.mark.parametrize(
    "path", ["no-such-file.html", "story.md", "a.txt", "notes.docx", "/m/www.news.example/a.html", "x/example.org/a"]
)
def test_a_path_is_no_address(path: str) -> None:
    """Not even where a folder in it is called like a place on the web."""
    refuse_address(path)
