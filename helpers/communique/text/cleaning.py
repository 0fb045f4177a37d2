"""A text without what no reader sees: on one line, and only letters, marks and spaces."""

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\u00ad\u200b\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line, without signs that are none of a letter, a mark or a space.

    Example:
        >>> one_line(" two\\n lines\\x00 ")
        'two lines'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    encodable = text.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(_UNSEEN.sub("", encodable).split())
