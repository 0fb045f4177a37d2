"""Names for folders, made from headlines."""

import re
import unicodedata

_LONGEST = 60


def slug_of(name: str) -> str:
    """A folder's name from a headline: small letters, figures and hyphens, or "article" where none is left.

    Example:
        >>> slug_of("Zürich talks: “No deal”, says envoy")
        'zurich-talks-no-deal-says-envoy'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST]
    return slug or "article"
