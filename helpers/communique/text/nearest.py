"""What somebody may have meant: the words of a text most like the ones that were given."""

from difflib import get_close_matches

from .spans import word_spans


def nearest_words(text: str, words: str) -> str:
    """The stretch of the text, in whole words, that is most like the words; "" when nothing is near.

    Example:
        >>> nearest_words("It holds a vow to aid each party.", "vows to aid")
        'vow to aid'
    """
    tokens = word_spans(text)
    length = max(1, len(word_spans(words)))
    windows = {
        text[tokens[i].start : tokens[i + size - 1].end]
        for size in {max(1, length - 1), length, length + 1}
        for i in range(len(tokens) - size + 1)
    }
    try:
        from rapidfuzz import fuzz, process
    except ImportError:  # there is none for a browser
        return next(iter(get_close_matches(words, sorted(windows), 1, 0.5)), "")
    best = process.extractOne(words, sorted(windows), scorer=fuzz.ratio, score_cutoff=50)
    return best[0] if best else ""
