"""Addresses of the web where a file or a text is wanted: nothing is fetched, and how to save a page is said."""

import re

from .errors import CommuniqueError

#: An address alone; Path makes "https:/x" of "https://x".
_ADDRESS = re.compile(r"\s*<?(?:https?:/|www\.)\S+\s*", re.IGNORECASE)


def refuse_address(named: str) -> None:
    """Say that nothing is fetched where all that is given is the address of a page.

    Raises:
        CommuniqueError: it is a web address; the message says how to save the page.

    Example:
        >>> refuse_address("my-article.html")
    """
    if len(named) < 3_000 and _ADDRESS.fullmatch(named):
        what = f"{named.strip()[:80]} is a web address, and nothing is fetched from the web."
        ask = "Open the page in a browser, choose Save Page As and give that file; or copy the article's text."
        raise CommuniqueError(what, ask)
