"""Markdown of the teaching notes as HTML: no HTML of its own gets through, and sources become numbered references."""

import functools
import re
from collections.abc import Mapping

from markdown_it import MarkdownIt

from ...coding.outside_facts import OutsideFact, cite

_MARKER = re.compile(r"\[\[([^\[\]\n]*)\]\]")


def prose(
    markdown: str, facts: Mapping[str, OutsideFact], where: str, *, deeper: int = 1, drop_title: bool = True
) -> str:
    """A text in Markdown (CommonMark with tables) as HTML; `[[id]]` names a source, which is numbered as in `facts`.

    Headings are set `deeper`, and the first is left out where the book has a title of its own.

    Example:
        >>> prose("# T\\n\\n*a* <b>", {}, "x")
        '<p><em>a</em> &lt;b&gt;</p>\\n'
    """
    numbers = {name: number for number, name in enumerate(facts, 1)}

    def reference(match: re.Match[str]) -> str:
        name = match[1].strip()
        cite(f"[[{name}]]", facts, where)  # an unknown one is told with the nearest
        return f"[source {numbers[name]}](#source-{name})"

    tokens = _parser().parse(_MARKER.sub(reference, markdown))
    if drop_title and tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        tokens = tokens[3:]
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + deeper)}"
    return _parser().renderer.render(tokens, _parser().options, {})


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
