"""The article in a saved web page. The page is parsed, never run; trafilatura is loaded only when a page is read."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...text.cleaning import one_line
from .furniture import asks_to_pay, is_box, is_furniture
from .page_facts import PageFacts

#: Elements of the found article whose text is a paragraph.
_BLOCKS = ("p", "quote", "item", "head", "ab", "cell", "code")
#: Signs, written out or as references, that no parsed page may hold.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&\#0*(?:[0-8]|1[124-9]|2\d|3[01]);?(?!\d)|&\#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]);?(?![0-9a-fA-F])"
)
_SHORTEST_PAGE = 250  # characters: below that the second look may find more


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
    facts = PageFacts(tree)
    for element in list(tree.iter("script", "style", "noscript", "template")):
        element.drop_tree()
    for_subscribers = facts.for_subscribers or asks_to_pay(one_line(tree.text_content()))
    _prune(tree)
    paragraphs = _found(tree)
    headline = facts.headline(tree)
    kept = _after_headline([p for p in paragraphs if not is_furniture(p)], headline)
    return Page(headline, facts.outlet(), facts.date(tree), facts.language, tuple(kept), for_subscribers)


def forget_pages() -> None:
    """Empty what the library keeps of the pages that it has seen: over thousands of pages that grows."""
    if "trafilatura" in sys.modules:
        from trafilatura.meta import reset_caches

        reset_caches()


def _parsed(text: str) -> Any:
    from lxml import etree, html

    text = _CONTROL.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, recover=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _prune(tree: Any) -> None:
    """Take away what is never the article: menus, captions, boxes to sign up, other stories, scripts.

    A box that holds most of the page's text is no box, whatever it is called.
    """
    marked = sum(len(p.text_content()) for p in tree.iter("p")) >= _SHORTEST_PAGE

    def length(element: Any) -> int:
        return sum(len(p.text_content()) for p in element.iter("p")) if marked else len(element.text_content())

    most = 0.4 * length(tree)
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and (is_box(e) or _is_links(e))]:
        if element.getparent() is not None and element.tag != "body" and length(element) < most:
            element.drop_tree()

    for element in tree.iter("div"):
        if not any(part.tag in _BREAKS for part in element.iterdescendants()):
            element.tag = "p"  # many pages write their paragraphs so


def _is_links(element: Any) -> bool:
    """Whether a cell or a list holds links and nothing else: a menu without a name."""
    if element.tag not in ("td", "ul", "ol", "table") or not len(element):
        return False
    linked = sum(len(one_line(a.text_content())) for a in element.iter("a"))
    return linked > 0.8 * len(one_line(element.text_content()))


def _found(tree: Any) -> list[str]:
    own = _own_paragraphs(tree)
    paragraphs = _with_trafilatura(tree)
    # The library leaves out paragraphs that follow a heading or an advertisement in some pages; a page that
    # marks its article plainly is read as it is marked.
    if sum(map(len, paragraphs)) >= max(_SHORTEST_PAGE, 0.5 * sum(map(len, own))):
        return paragraphs
    return own or paragraphs


def _with_trafilatura(tree: Any) -> list[str]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    except Exception:  # the library meets a page that it was not made for: the second look is left
        return []
    body = getattr(document, "body", None)
    return list(_blocks(body)) if body is not None else []


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs of the found article, each once: a list inside a quotation belongs to the quotation."""
    for element in body.iter(*_BLOCKS):
        if any(above.tag in _BLOCKS for above in element.iterancestors()):
            continue
        inner = [part for part in element.iter(*_BLOCKS) if part is not element]
        for part in [element] if not inner else [element, *inner]:
            text = one_line(_own_text(part))
            if text:
                yield text


def _own_text(element: Any) -> str:
    """The text of an element without that of the blocks inside it; a line break is a space."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            parts.append(" ")
        else:
            parts.append(" " if child.tag in ("lb", "br") else _own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _own_paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the first part of the page that is marked as the article, or of the whole page."""
    best: list[str] = []
    for path in ("//article", "//*[@itemprop='articleBody']", "//main", "//*[@role='main']", "//body"):
        marked = [p for place in tree.xpath(path) for p in place.xpath(".//p | .//blockquote[not(.//p)]")]
        texts = [text for p in dict.fromkeys(marked) for text in _lines_of(p)]
        if sum(map(len, texts)) > 2 * sum(map(len, best)):
            best = texts
        if sum(map(len, best)) >= _SHORTEST_PAGE:
            break
    return best or [line for body in tree.xpath("//body")[:1] for line in _lines_of(body)]


def _lines_of(element: Any) -> Iterator[str]:
    return (line for part in re.split(r"\n{2,}", "".join(_text_of(element))) if (line := one_line(part)))


_BREAKS = ("p", "div", "br", "td", "tr", "li", "h1", "h2", "h3", "h4", "section", "article", "title", "table")


def _text_of(element: Any) -> Iterator[str]:
    """The text of an element; two line breaks, or the end of a block, end a paragraph."""
    from lxml import etree

    for event, part in etree.iterwalk(element, events=("start", "end")):
        tag = part.tag if isinstance(part.tag, str) else ""
        if event == "start":
            if tag in _BREAKS and part is not element:
                yield "\n" if tag == "br" else "\n\n"
            if tag:
                yield (part.text or "").replace("\n", " ")
        elif part is not element:
            if tag in _BREAKS and tag != "br":
                yield "\n\n"
            yield (part.tail or "").replace("\n", " ")


def _after_headline(paragraphs: list[str], headline: str) -> list[str]:
    """The paragraphs without the headline, and without the short lines that stand above it."""
    title = re.sub(r"\W+", "", headline).casefold()
    places = [at for at, p in enumerate(paragraphs) if title and re.sub(r"\W+", "", p).casefold() == title]
    above = paragraphs[: places[0]] if places else []
    first = places[0] if all(len(p) < 60 and not p.endswith((".", "?", "!", "”", '"')) for p in above) and above else 0
    return [p for at, p in enumerate(paragraphs) if at >= first and at not in places]
