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
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)))
    if len(slug) > _LONGEST:  # in whole words, if there is more than one
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or "article"
