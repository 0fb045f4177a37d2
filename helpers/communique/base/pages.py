"""Pages that the course writes, from templates/: every value is escaped, and a gap in a template is an error."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from .strings import section, text

if TYPE_CHECKING:
    import jinja2
    import markdown_it

# Letters that no HTML page may hold: control characters, halves of characters, characters that are none.
_NO_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def html_page(template: str, /, **values: Any) -> str:
    """A page as HTML. In the template `t` are the strings of the section of its name, `say` fills values into one, and
    `string` into one of any section; `section` gives all of one.

    Text is escaped; what the course itself made as HTML is marked with the template's filter `safe`.
    """
    words = {"t": section(template), "say": functools.partial(text, template), "string": text, "section": section}
    return _environment().get_template(f"{template}.html").render(words | values)


@functools.cache
def _environment() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("communique"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_for_html,
    )


@functools.cache
def markdown_parser() -> markdown_it.MarkdownIt:
    """What reads Markdown (CommonMark with tables); HTML in it stays text, and pictures are links."""
    import markdown_it

    return markdown_it.MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _for_html(value: Any) -> Any:
    return _NO_HTML.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value
