"""Which language a text is in, as far as letters and small words show it: enough to say that English is coded."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2: undetermined

#: The first word of a letter's Unicode name -> the language that is most often written so.
_SCRIPTS = {
    **{"HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "ARABIC": "ar", "HEBREW": "he"},
    **{"CYRILLIC": "ru", "GREEK": "el", "DEVANAGARI": "hi", "THAI": "th", "BENGALI": "bn", "GEORGIAN": "ka"},
    **{"ARMENIAN": "hy"},
}
_NAMES = {
    **{"ko": "Korean", "ja": "Japanese", "zh": "Chinese", "ar": "Arabic or another language in Arabic letters"},
    **{"he": "Hebrew", "ru": "Russian or another language in Cyrillic letters", "el": "Greek", "hi": "Hindi"},
    **{"th": "Thai", "bn": "Bengali", "ka": "Georgian", "hy": "Armenian", "fr": "French", "de": "German"},
    **{"es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "tr": "Turkish"},
    **{"uk": "Ukrainian", "fa": "Persian", "vi": "Vietnamese", "id": "Indonesian", UNKNOWN: "another language"},
}
_SMALL_WORDS = frozenset(
    (
        *("the", "of", "to", "and", "in", "a", "that", "is", "was", "for", "on", "with", "said", "by", "as", "at"),
        *("from", "it", "be", "has", "have", "are", "were", "had", "not", "an", "will"),
    )
)
_ENOUGH = 40  # words: fewer say little


def language_of(paragraphs: Sequence[str], declared: str = "") -> str:
    """The language's code (ISO 639); what the text looks like counts more than what is told of it."""
    sample = " ".join(paragraphs)[:6000]
    declared = declared.lower()
    letters = [c for c in sample if c.isalpha()]
    scripts = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters)
    foreign = {name: count for name, count in scripts.items() if name in _SCRIPTS}
    if sum(foreign.values()) > 0.4 * max(1, len(letters)):
        written = {_SCRIPTS[name] for name in foreign}
        likely = "ja" if "ja" in written else _SCRIPTS[max(foreign, key=foreign.__getitem__)]
        return declared if declared in _NAMES and declared != ENGLISH and _same_script(declared, likely) else likely
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
    return _NAMES.get(code, f"another language ({code})")
