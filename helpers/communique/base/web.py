"""Addresses of the web where a file or a text is wanted: nothing is fetched, and how to save a page is said."""

import re

from .errors import CommuniqueError

#: Ends of names on the web; two letters are a country's, unless files end so.
_TOP = r"(?:com|org|net|int|info|edu|gov|mil|news|press|media|online|site|africa|asia|(?!md|gz|js|py)[a-z]{2})"
_NAME = rf"(?:[a-z\d][a-z\d-]*\.)+{_TOP}(?![\w-])(?::\d+)?"
_ADDRESS = re.compile(rf"(?:(?:https?|ftps?):/|(?<![\w.@/-])(?:www\.|{_NAME}[/?#]))[!-;=?-~]*", re.IGNORECASE)
_NAME_ALONE = re.compile(_NAME, re.IGNORECASE)
_AROUND = "<([])>,;."
_SENTENCE = re.compile(r"[。।۔]|\.(?=[\"’”)\s]|$)")
_DECLARATION, _TAG = re.compile(r"<[?!][^>]*>"), re.compile(r"</?[a-z]+(?:\s[^>]*)?>", re.IGNORECASE)
_MOST = 10_000
#: How much may be written beside an address until it is a text that has one in it: with a sentence, or with none.
_BESIDE, _NO_SENTENCE = 40, 120


def refuse_address(given: str) -> None:
    """Say that nothing is fetched where all that is given is the address of a page, or a few words around one.

    Raises:
        CommuniqueError: it is a web address; the message says how to save the page.

    Example:
        >>> refuse_address("my-article.html")
        >>> refuse_address("Norway closed its harbours on Monday, and Iceland protested. More: www.news.example")
    """
    if len(given) > _MOST:
        return
    text = _DECLARATION.sub(" ", given)  # a link that a Mac has saved is a file of XML
    around = " ".join(_TAG.sub(" ", _ADDRESS.sub(" ", text)).split())
    most = _BESIDE if _SENTENCE.search(around) else _NO_SENTENCE
    names = [word.strip(_AROUND) for word in text.split()]
    first = _ADDRESS.search(text)
    if (first and len(around) <= most) or (names and all(map(_NAME_ALONE.fullmatch, names))):
        address = first[0].rstrip(f"\"'{_AROUND}") if first else names[0]
        address = re.sub(r"^(\w+):/(?!/)", r"\1://", address)  # Path makes "https:/x" of "https://x"
        what = f"{address[:80]} is a web address, and nothing is fetched from the web."
        ask = "Open the page in a browser, choose Save Page As and give that file; or copy the article's text."
        raise CommuniqueError(what, ask)
