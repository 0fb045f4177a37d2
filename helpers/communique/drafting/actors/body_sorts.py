"""What sort of body the words beside a name say that it is: Assocham, | an industry body; the charity | Vanu."""

from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .offices import GENDER_OF_NAME

_SORTS = listed("bodies") | word_set("association federation foundation chamber coalition militia start-up startup")
_MEDIA = word_set("paper newspaper broadcaster magazine")
_DETERMINERS = frozenset(("a", "an", "the"))
_BESIDE_NOUNS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "CD"))
_GOES_ON = frozenset(("IN", "TO", "WDT", "WP", "WP$", "WRB", "VBN", "VBG", ",", ".", ":", "CC"))


def sort_beside(tokens: list[Token], first: int, last: int) -> list[str]:
    """The words of the sort that a name is one of, from tokens `first` to `last` (not included): industry, body."""
    return _behind(tokens, last) or _before(tokens, first)


def is_medium(sort: list[str]) -> bool:
    """Whether a sort is one of the media: a daily | newspaper."""
    return sort[-1] in _MEDIA


def _behind(tokens: list[Token], last: int) -> list[str]:
    if [t.text for t in tokens[last : last + 1]] != [","]:
        return []
    return _sort_at(tokens, last + 1)


def _sort_at(tokens: list[Token], at: int) -> list[str]:
    """The words of a sort that begins with an article at a token, and that no verb of its own comes behind."""
    if at >= len(tokens) or tokens[at].lower not in _DETERMINERS:
        return []
    end = at + 1
    while end < len(tokens) and tokens[end].tag in _BESIDE_NOUNS and tokens[end - 1].lower not in _SORTS:
        end += 1
    closed = end < len(tokens) and tokens[end].tag in _GOES_ON
    return [t.lower for t in tokens[at + 1 : end]] if closed and tokens[end - 1].lower in _SORTS else []


def _before(tokens: list[Token], first: int) -> list[str]:
    """The words of a sort right before a name that no first name begins: the industry body | Assocham."""
    start = first
    while start > 0 and tokens[start - 1].tag in ("NN", "JJ"):
        start -= 1
    article = start > 0 and tokens[start - 1].lower in _DETERMINERS
    sort = [t.lower for t in tokens[start:first]]
    named = tokens[first].lower in GENDER_OF_NAME
    return sort if article and sort and sort[-1] in _SORTS and not named else []
