"""The article in a saved web page. The page is parsed, never run; trafilatura is loaded only when a page is read."""

import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ...text.cleaning import one_line
from .furniture import asks_to_pay, holds_comments, is_about_its_author, is_box, is_furniture, seems_box
from .page_facts import PageFacts, unescaped

#: Elements of the found article whose text is a paragraph.
_BLOCKS = ("p", "quote", "item", "head", "ab", "cell", "code")
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
_MOST_MARKS = 300  # links and the like in one paragraph
_MARKS = ("a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "time", "u")
_ENDS = (".", "!", "?", '"', "”", "’")  # of a line that ends a sentence
_SHORT_ARTICLE = 1000  # characters: the library's slower way may find much more
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
    saved = _SAVED_FROM.search(text[:5000])
    facts = PageFacts(tree, saved[1] if saved else "")
    for element in list(tree.iter("script", "style", "noscript", "template")):
        element.drop_tree()
    words = one_line(tree.text_content())
    if len(words) > _MOST_WORDS:
        return Page(paragraphs=(words,))  # too long to be coded, whatever part of it is the article
    for_subscribers = facts.for_subscribers or asks_to_pay(words)
    date = facts.date(tree)
    _prune(tree)
    _take_out_marks(tree)
    paragraphs = _found(tree)
    headline = facts.headline(tree)
    kept = _after_headline([p for p in paragraphs if not is_furniture(p)], headline)
    if kept and is_about_its_author(kept[-1]):
        kept.pop()
    return Page(headline, facts.outlet(), date, facts.language, tuple(kept), for_subscribers)


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


def _prune(tree: Any) -> None:
    """Take away what is never the article: menus, captions, boxes to sign up, other stories, scripts.

    A box that holds most of the page's text is no box, whatever it is called, unless it holds the comments.
    """
    marked = sum(len(p.text_content()) for p in tree.iter("p")) >= _SHORTEST_PAGE

    def length(element: Any) -> int:
        return sum(len(p.text_content()) for p in element.iter("p")) if marked else len(element.text_content())

    most = 0.4 * length(tree)
    asides = [e for e in tree.iter() if isinstance(e.tag, str) and _is_aside(e)]
    called: Counter[str] = Counter()  # how much text all the paragraphs or boxes of one name have
    for element in asides:
        called[element.get("class", "")] += length(element)
    for element in asides:
        if element.getparent() is None or element.tag == "body":
            continue
        name = element.get("class") if element.tag in ("p", "div") else None
        size = called[name] if name else length(element)
        if size < most or (holds_comments(element) and not element.xpath(".//h1")):
            element.drop_tree()

    cards = tree.xpath("//article[not(.//h1)]")
    if len(cards) > 1 and len(cards) == len(tree.xpath("//article")) and sum(map(length, cards)) < most:
        for element in cards:  # other stories; the posts of a live blog are most of their page
            if element.getparent() is not None:
                element.drop_tree()

    for element in tree.xpath("//article//header[not(.//h1)]"):
        element.tag = "div"  # of a part, such as a post of a live blog
    _divide_at_breaks(tree)
    for element in tree.iter("div"):
        whole = not any(part.tag in _BREAKS for part in element.iterdescendants())
        if whole and one_line(element.text_content()).endswith(_ENDS):  # what does not is a byline, a day or a button
            element.tag = "p"  # many pages write their paragraphs so


def _ends_paragraph(part: Any) -> bool:
    """Whether this is the first of two line breaks in a row."""
    following = part.getnext()
    return part.tag == "br" and following is not None and following.tag == "br" and not (part.tail or "").strip()


def _divide_at_breaks(tree: Any) -> None:
    from lxml import etree

    breaks = [br for br in tree.iter("br") if _ends_paragraph(br)]
    for br in breaks:
        mark = br.getparent()
        while mark.tag in _MARKS:  # a stress that goes on in the next paragraph
            mark.tag = "stress"
            mark = mark.getparent()
    etree.strip_tags(tree, "stress")
    for element in dict.fromkeys(br.getparent() for br in breaks):
        _divide(element)


def _divide(element: Any) -> None:
    """Make paragraphs of what is between two line breaks in a row."""
    text, paragraph = element.text or "", None
    parts = [(part, _ends_paragraph(part)) for part in element]
    element.text, element[:] = None, []
    if element.tag == "p":
        element.tag = "div"

    def begin(words: str = "") -> Any:
        element.append(element.makeelement("p"))
        element[-1].text = words
        return element[-1]

    if text.strip():
        paragraph = begin(text)
    for part, is_last in parts:
        tail, part.tail = part.tail or "", None
        if part.tag == "br" or part.tag in _MARKS:
            paragraph = begin() if paragraph is None else paragraph
            paragraph.append(part)
            part.tail = tail
        else:
            element.append(part)
            paragraph = begin(tail) if tail.strip() else None
        if is_last:
            paragraph = None


def _is_aside(element: Any) -> bool:
    if is_box(element) or _is_links(element) or _is_data(element):
        return True
    return seems_box(element) and not _tells(element)


def _tells(element: Any) -> bool:
    """Whether what seems a box holds the headline or several paragraphs: then it is a part of the article."""
    if holds_comments(element) or element.tag not in ("div", "section", "header", "table"):
        return False
    lines = [line for line in _lines_of(element) if len(line) > 80 and line.endswith(_ENDS)]
    return bool(element.xpath(".//h1")) or len(lines) > 2


def _take_out_marks(tree: Any) -> None:
    """Hundreds of links or other marks in one paragraph become its words: in the library they cost their square."""
    for element in [e for e in tree.iter() if len(e) > _MOST_MARKS]:
        if sum(part.tag in _MARKS for part in element) > _MOST_MARKS:
            others, words = [], [[element.text or ""]]
            for part in element:
                if part.tag in _MARKS:
                    words[-1].append(part.text_content())
                else:
                    others.append(part)
                    words.append([])
                words[-1].append(part.tail or "")
            del element[:]
            element.text, *tails = map("".join, words)
            element.extend(others)
            for part, tail in zip(others, tails, strict=True):
                part.tail = tail


def _is_links(element: Any) -> bool:
    """Whether a cell or a list holds links and nothing else: a menu without a name."""
    if element.tag not in ("td", "ul", "ol", "table") or not len(element):
        return False
    linked = sum(len(one_line(a.text_content())) for a in element.iter("a"))
    return linked > 0.8 * len(one_line(element.text_content()))


def _is_data(element: Any) -> bool:
    """Whether a table holds figures, not a page's layout: it has headings, or nothing but short cells."""
    if element.tag != "table" or element.xpath(".//p | .//table"):
        return False
    cells = [len(one_line(cell.text_content())) for cell in element.iter("td")]
    return bool(element.xpath(".//th | .//caption")) or (len(cells) > 3 and max(cells) < 60)


def _found(tree: Any) -> list[str]:
    own = _own_paragraphs(tree)
    whole = [line for body in tree.xpath("//body")[:1] for line in _lines_of(body)]
    paragraphs = _with_trafilatura(deepcopy(tree), fast=True)
    strict = _with_trafilatura(deepcopy(tree), fast=True, favor_precision=True)
    if _size(strict) > 0.9 * _size(paragraphs):
        paragraphs = strict  # without what it doubts, unless that is much of the text
    if max(_size(paragraphs), _size(own)) < _SHORT_ARTICLE:
        more = _with_trafilatura(tree, fast=False)
        paragraphs = more if _size(more) > 3 * _size(paragraphs) else paragraphs
    # The library leaves out paragraphs that follow a heading or an advertisement in some pages; a page that
    # marks its article plainly is read as it is marked.
    if _size(paragraphs) >= max(_SHORTEST_PAGE, 0.5 * _size(own)):
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
    paragraphs, whole = list(_blocks(body)), list(_lines_of(body))
    return paragraphs if _size(paragraphs) > 0.7 * _size(whole) else whole  # some pages have no paragraphs


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs of the found article, in its order, each once."""
    for element in body.iter(*_BLOCKS):
        if not any(above.tag in _BLOCKS for above in element.iterancestors()):
            yield from _lines_of(element)


def _apart(text: str) -> list[str]:
    """The paragraphs of a text with line breaks: two breaks end one, or one, where each line ends a sentence."""
    parts = re.split(r"\n(?:\s*\n)+", text)
    lines = [line.strip() for line in text.split("\n")]
    if len(parts) == 1 and len(lines) > 2 and all(line.endswith(_ENDS) for line in lines):
        return lines
    return parts


def _own_paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the one element that is marked as the article; where it is not plain, those of the page."""
    for path in ("//*[@itemprop='articleBody']", "//article", "//main | //*[@role='main']"):
        places = tree.xpath(path)
        if len(places) == 1:
            marked = places[0].xpath(".//p | .//blockquote[not(.//p)]")
            texts = [text for p in marked for text in _lines_of(p)]
            if sum(map(len, texts)) >= _SHORTEST_PAGE:
                return texts
    return []


def _lines_of(element: Any) -> Iterator[str]:
    return (line for part in _apart(unescaped("".join(_text_of(element)))) if (line := one_line(part)))


_LINE_BREAKS = ("br", "lb")
_BREAKS = (
    *("div", "td", "tr", "li", "h1", "h2", "h3", "h4", "section", "article", "title", "table"),
    *(*_BLOCKS, *_LINE_BREAKS),
)


def _text_of(element: Any) -> Iterator[str]:
    """The text of an element; two line breaks, or the end of a block, end a paragraph."""
    from lxml import etree

    for event, part in etree.iterwalk(element, events=("start", "end")):
        tag = part.tag if isinstance(part.tag, str) else ""
        if event == "start":
            if tag in _BREAKS and part is not element:
                yield "\n" if tag in _LINE_BREAKS else "\n\n"
            if tag:
                yield (part.text or "").replace("\n", " ")
        elif part is not element:
            if tag in _BREAKS and tag not in _LINE_BREAKS:
                yield "\n\n"
            yield (part.tail or "").replace("\n", " ")


def _after_headline(paragraphs: list[str], headline: str) -> list[str]:
    """The paragraphs without the headline, and without the short lines that are above it."""
    title = re.sub(r"\W+", "", headline).casefold()
    places = [at for at, p in enumerate(paragraphs) if title and re.sub(r"\W+", "", p).casefold() == title]
    above = paragraphs[: places[0]] if places else []
    first = places[0] if all(len(p) < 60 and not p.endswith((".", "?", "!", "”", '"')) for p in above) and above else 0
    return [p for at, p in enumerate(paragraphs) if at >= first and at not in places]
