"""The article in a saved web page. The page is parsed, never run; trafilatura is loaded only when a page is read."""

import logging
import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ...text.cleaning import one_line
from .furniture import asks_to_pay, is_about_its_author, is_furniture
from .page_facts import PageFacts
from .page_tree import BLOCKS, SHORTEST_PAGE, lines_of, prune, take_out_marks

#: Signs, written out or as references, that no parsed page may hold.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&\#0*(?:[0-8]|1[124-9]|2\d|3[01]);?(?!\d)|&\#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]);?(?![0-9a-fA-F])"
)
#: A tag with a thousand attributes: the parser's time grows with their square, and no page has so many.
_MANY_ATTRIBUTES = re.compile(
    r"""(<[a-zA-Z][^\s<>/]*+)(?:[\s/]++[^\s<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+))?+){1000,}+[^>]*+"""
)
#: What Chrome and Edge write into a page that they save.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+)")
_MOST_WORDS = 4_000_000  # characters that a page shows
_SHORT_ARTICLE = 1000  # characters: the library's slower way may find much more


@dataclass(frozen=True)
class Page:
    """What a page says of its article; what it does not say is empty."""

    headline: str = ""
    outlet: str = ""
    date: str = ""
    language: str = ""
    paragraphs: tuple[str, ...] = ()
    for_subscribers: bool = False


def looks_like_html(text: str) -> bool:
    """Whether a text without a file's name is a page."""
    start = re.sub(r"<!--.*?-->|<\?xml[^>]*>", "", text[:3000], flags=re.DOTALL)
    return bool(re.match(r"\s*<(?:!doctype html|html|head|body|article|main|div)\b", start, re.IGNORECASE))


def read_page(text: str) -> Page:
    """The article in the text of a page."""
    tree = _parsed(text)
    if tree is None:
        return Page()
    saved = _SAVED_FROM.search(text[:5000])
    facts = PageFacts(tree, saved[1] if saved else "")
    for element in list(tree.iter("script", "style", "noscript", "template")):
        element.drop_tree()
    words = one_line(tree.text_content())
    if len(words) > _MOST_WORDS:
        return Page(paragraphs=(words,))  # too long to be coded, whatever part of it is the article
    for_subscribers = facts.for_subscribers or asks_to_pay(words)
    date = facts.date(tree)
    prune(tree)
    take_out_marks(tree)
    paragraphs = _found(tree)
    headlines = facts.headlines(tree)
    kept = _after_headline([p for p in paragraphs if not is_furniture(p)], headlines)
    if kept and is_about_its_author(kept[-1]):
        kept.pop()
    return Page(next(iter(headlines), ""), facts.outlet(), date, facts.language, tuple(kept), for_subscribers)


def forget_pages() -> None:
    """Empty what the library keeps of the pages that it has seen: over thousands of pages that grows."""
    if "trafilatura" in sys.modules:
        from trafilatura.meta import reset_caches

        reset_caches()


def _parsed(text: str) -> Any:
    from lxml import etree, html

    text = _MANY_ATTRIBUTES.sub(r"\1", text)
    text = _CONTROL.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, recover=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _found(tree: Any) -> list[str]:
    own = _own_paragraphs(tree)
    whole = [line for body in tree.xpath("//body")[:1] for line in lines_of(body)]
    paragraphs = _with_trafilatura(deepcopy(tree), fast=True)
    strict = _with_trafilatura(deepcopy(tree), fast=True, favor_precision=True)
    if _size(strict) > 0.9 * _size(paragraphs):
        paragraphs = strict  # without what it doubts, unless that is much of the text
    if max(_size(paragraphs), _size(own)) < _SHORT_ARTICLE:
        more = _with_trafilatura(tree, fast=False)
        paragraphs = more if _size(more) > 3 * _size(paragraphs) else paragraphs
    # The library leaves out paragraphs that follow a heading or an advertisement in some pages; a page that
    # marks its article plainly is read as it is marked.
    if _size(paragraphs) >= max(SHORTEST_PAGE, 0.5 * _size(own)):
        return paragraphs
    return own or max(paragraphs, whole, key=_size)


def _size(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _with_trafilatura(tree: Any, **ways: Any) -> list[str]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            tree, **ways, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    except Exception:  # the library meets a page that it was not made for: the second look is left
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    paragraphs, whole = list(_blocks(body)), list(lines_of(body))
    return paragraphs if _size(paragraphs) > 0.7 * _size(whole) else whole  # some pages have no paragraphs


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs of the found article, in its order, each once."""
    for element in body.iter(*BLOCKS):
        if not any(above.tag in BLOCKS for above in element.iterancestors()):
            yield from lines_of(element)


def _own_paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the one element that is marked as the article; where it is not plain, those of the page."""
    for path in ("//*[@itemprop='articleBody']", "//article", "//main | //*[@role='main']"):
        places = tree.xpath(path)
        if len(places) == 1:
            marked = places[0].xpath(".//p | .//blockquote[not(.//p)]")
            texts = [text for p in marked for text in lines_of(p)]
            if sum(map(len, texts)) >= SHORTEST_PAGE:
                return texts
    return []


def _after_headline(paragraphs: list[str], headlines: list[str]) -> list[str]:
    """The paragraphs without the headlines, and without the short lines that are above the first."""
    titles = {re.sub(r"\W+", "", headline).casefold() for headline in headlines} - {""}
    places = [at for at, p in enumerate(paragraphs) if re.sub(r"\W+", "", p).casefold() in titles]
    above = paragraphs[: places[0]] if places else []
    first = places[0] if all(len(p) < 60 and not p.endswith((".", "?", "!", "”", '"')) for p in above) and above else 0
    return [p for at, p in enumerate(paragraphs) if at >= first and at not in places]
