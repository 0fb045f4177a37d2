"""Markdown of the teaching notes as HTML: no HTML of its own gets through, and sources become numbered references."""

import re
from collections.abc import Mapping

from ...base.pages import markdown_parser
from ...coding.outside_facts import OutsideFact, cite

_MARKER = re.compile(r"\[\[([^\[\]\n]*)\]\]")


def prose(markdown: str, facts: Mapping[str, OutsideFact], where: str) -> str:
    """A text in Markdown as HTML; `[[id]]` names a source, which is numbered as in `facts`.

    Headings are set one deeper, and the first is left out, because the book has a title of its own.

    Example:
        >>> prose("# T\\n\\n*a* <b>", {}, "x")
        '<p><em>a</em> &lt;b&gt;</p>\\n'
    """
    numbers = {name: number for number, name in enumerate(facts, 1)}

    def reference(match: re.Match[str]) -> str:
        name = match[1].strip()
        cite(f"[[{name}]]", facts, where)  # an unknown one is told with the nearest
        return f"[source {numbers[name]}](#source-{name})"

    parser = markdown_parser()
    tokens = parser.parse(_MARKER.sub(reference, markdown))
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        tokens = tokens[3:]
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
    return parser.renderer.render(tokens, parser.options, {})
