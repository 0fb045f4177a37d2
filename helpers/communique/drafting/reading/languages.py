"""Which language a text is in, as far as letters and small words show it: enough to say that English is coded."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from ..lexicon.lexicons import package_lexicons
from ..lexicon.words import listed

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2: undetermined

_LANGUAGES = package_lexicons().by_word("languages")
#: The first word of a letter's Unicode name -> the language that is most often written so.
_SCRIPTS = {script: code for code, row in _LANGUAGES.items() for script in row["scripts"].split()}
_SMALL_WORDS = listed("small words of English")
_ENOUGH = 40  # words: fewer say little


def language_of(paragraphs: Sequence[str], declared: str = "") -> str:
    """The language's code (ISO 639); what the text looks like counts more than what the page says about it."""
    sample = " ".join(paragraphs)[:6000]
    declared = declared.lower()
    letters = [c for c in sample if c.isalpha()]
    scripts = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters)
    foreign = {name: count for name, count in scripts.items() if name in _SCRIPTS}
    if sum(foreign.values()) > 0.4 * max(1, len(letters)):
        written = {_SCRIPTS[name] for name in foreign}
        likely = "ja" if "ja" in written else _SCRIPTS[max(foreign, key=foreign.__getitem__)]
        return declared if declared in _LANGUAGES and declared != ENGLISH and _same_script(declared, likely) else likely
    words = re.findall(r"[^\W\d_]+", sample.lower())
    share = sum(word in _SMALL_WORDS for word in words) / max(1, len(words))
    if share >= 0.12 or (len(words) < _ENOUGH and declared in ("", ENGLISH)):
        return ENGLISH
    if declared and declared != ENGLISH:
        return declared
    return ENGLISH if share >= 0.06 else UNKNOWN


def _same_script(declared: str, likely: str) -> bool:
    kin = {"ar": {"ar", "fa", "ur"}, "ru": {"ru", "uk", "bg", "sr"}, "zh": {"zh", "ja"}}
    return declared in kin.get(likely, {likely})


def language_name(code: str) -> str:
    """The name of a language in words; its code where the name is not known."""
    return _LANGUAGES[code]["name"] if code in _LANGUAGES else f"another language ({code})"
