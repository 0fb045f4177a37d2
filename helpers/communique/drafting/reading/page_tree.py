"""The tree of a saved page: what is never its article is taken away, and the rest gives its lines."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...text.cleaning import one_line
from .furniture import holds_comments, is_box, seems_box
from .page_facts import unescaped

#: Elements of the found article whose text is a paragraph.
BLOCKS = ("p", "quote", "item", "head", "ab", "cell", "code")
_LINE_BREAKS = ("br", "lb")
_BREAKS = (
    *("div", "td", "tr", "li", "h1", "h2", "h3", "h4", "section", "article", "title", "table"),
    *(*BLOCKS, *_LINE_BREAKS),
)
_MOST_MARKS = 300  # links and the like in one paragraph
_MARKS = ("a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "time", "u")
SHORTEST_PAGE = 250  # characters: below that the second look may find more
_WIDEST_LINE = 100  # characters: of two lines that are longer, neither was broken to fit a page
ENDS = (".", "!", "?", '"', "”", "’")  # of a line that ends a sentence


def prune(tree: Any) -> None:
    """Take away what is never the article: menus, captions, boxes to sign up, other stories, scripts.

    A box that holds most of the page's text is no box, whatever it is called, unless it holds the comments.
    """
    marked = sum(len(p.text_content()) for p in tree.iter("p")) >= SHORTEST_PAGE

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
        if whole and one_line(element.text_content()).endswith(ENDS):  # what does not is a byline, a day or a button
            element.tag = "p"  # many pages write their paragraphs so


def _ends_paragraph(part: Any) -> bool:
    """Whether this is the first of two line breaks in a row."""
    following = part.getnext()
    return part.tag == "br" and following is not None and following.tag == "br" and not (part.tail or "").strip()


def _divide_at_breaks(tree: Any) -> None:
    from lxml import etree

    blocks: dict[Any, list[Any]] = {}
    for br in tree.iter("br"):
        blocks.setdefault(next(above for above in br.iterancestors() if above.tag not in _MARKS), []).append(br)
    breaks: list[Any] = []
    for block, within in blocks.items():
        lined = len(within) > 1 and _are_paragraphs(_lines("".join(_text_of(block))))
        breaks += within if lined else filter(_ends_paragraph, within)
    for br in breaks:
        mark = br.getparent()
        while mark.tag in _MARKS:  # a stress that goes on in the next paragraph
            mark.tag = "stress"
            mark = mark.getparent()
    etree.strip_tags(tree, "stress")
    ends = frozenset(breaks)
    for element in dict.fromkeys(br.getparent() for br in breaks):
        _divide(element, ends)


def _divide(element: Any, ends: frozenset[Any]) -> None:
    """Make paragraphs of what is between the line breaks that end one."""
    text, paragraph = element.text or "", None
    parts = [(part, part in ends) for part in element]
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
        if is_last:
            paragraph = begin(tail) if tail.strip() else None
        elif part.tag == "br" or part.tag in _MARKS:
            paragraph = begin() if paragraph is None else paragraph
            paragraph.append(part)
            part.tail = tail
        else:
            element.append(part)
            paragraph = begin(tail) if tail.strip() else None


def _is_aside(element: Any) -> bool:
    if is_box(element) or _is_links(element) or _is_data(element):
        return True
    return seems_box(element) and not _tells(element)


def _tells(element: Any) -> bool:
    """Whether what seems a box holds the headline or several paragraphs: then it is a part of the article."""
    if holds_comments(element) or element.tag not in ("div", "section", "header", "table"):
        return False
    lines = [line for line in lines_of(element) if len(line) > 80 and line.endswith(ENDS)]
    return bool(element.xpath(".//h1")) or len(lines) > 2


def take_out_marks(tree: Any) -> None:
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


def _apart(text: str) -> list[str]:
    """The paragraphs of a text with line breaks: two breaks end one, or one, where lines are paragraphs."""
    parts = [part for part in re.split(r"\n(?:\s*\n)+", text) if part.strip()]
    lines = _lines(text)
    return lines if len(parts) == 1 and _are_paragraphs(lines) else parts


def _lines(text: str) -> list[str]:
    return [stripped for line in text.split("\n") if (stripped := line.strip())]


def _are_paragraphs(lines: list[str]) -> bool:
    """Whether each line is a paragraph: most end a sentence, and none goes on with what another leaves open."""
    open_lines = [at for at, line in enumerate(lines) if not line.endswith(ENDS)]
    if len(lines) < 3 and (open_lines or min(map(len, lines), default=0) < _WIDEST_LINE):
        return False
    go_on = any(lines[at + 1][0].islower() for at in open_lines if at + 1 < len(lines))
    return not go_on and len(open_lines) < 0.5 * len(lines)


def lines_of(element: Any) -> Iterator[str]:
    """The lines of an element's text, each without breaks."""
    return (line for part in _apart(unescaped("".join(_text_of(element)))) if (line := one_line(part)))


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
