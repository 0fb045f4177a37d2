"""Names in plain letters: for folders, and to tell that two spellings are one name."""

import re
import unicodedata

_LONGEST = 60
_MARKS = re.compile(r"[\u0300-\u036f]")
_STROKES = str.maketrans("łŁøØđĐıħ", "lLoOdDih")


def without_accents(name: str) -> str:
    """A name without the marks on its letters.

    Example:
        >>> without_accents("Erdoğan")
        'Erdogan'
    """
    return name if name.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", name.translate(_STROKES)))


def slug_of(name: str) -> str:
    """A folder's name from a headline: small letters, figures and hyphens, or "article" where none is left.

    Example:
        >>> slug_of("Zürich talks: “No deal”, says envoy")
        'zurich-talks-no-deal-says-envoy'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)))
    if len(slug) > _LONGEST:  # in whole words, if there is more than one
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or "article"
