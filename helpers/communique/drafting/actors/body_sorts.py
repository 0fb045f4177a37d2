"""What sort of body the words beside a name say that it is: Assocham, | an industry body; the charity | Vanu."""

from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .offices import GENDER_OF_NAME

_MEDIA = word_set("paper newspaper daily magazine broadcaster channel website outlet weekly network tabloid")
_FIRMS = word_set("company firm airline carrier manufacturer startup retailer supplier lender insurer brewer giant")
_FIRMS |= word_set(
    "start-up conglomerate carmaker automaker bank operator developer builder refiner chipmaker drugmaker"
)
_FIRMS |= word_set("planemaker shipbuilder steelmaker drugmaker")
_OTHERS = word_set(
    "group charity militia nonprofit organisation organization thinktank tank body utility watchdog regulator"
)
#: Nouns that say right before a name what it is the name of (the daily | Népszava): kind and sector.
SORTS = dict.fromkeys(_OTHERS, ("organisation", "")) | dict.fromkeys(_FIRMS, ("organisation", "BUS"))
SORTS |= dict.fromkeys(_MEDIA - {"paper", "tabloid"}, ("media", "JRN"))
_BEHIND_NAMES = listed("bodies") | word_set("association federation foundation chamber coalition")
#: The same behind a name and a comma, where nothing else can be meant: Assocham, an industry | body.
SORTS_BEHIND = dict.fromkeys(_BEHIND_NAMES, ("organisation", "")) | SORTS | dict.fromkeys(_MEDIA, ("media", "JRN"))
#: By the word that a body's name ends with, or that is before its "of": kind and sector.
_KINDS_OF_NAMES = {
    "Ministry": ("office", "GOV"),
    "Police": ("office", "COP"),
    "Court": ("office", "JUD"),
    "Party": ("organisation", "PTY"),
    "University": ("organisation", "EDU"),
    "College": ("organisation", "EDU"),
    **dict.fromkeys(("Brigade", "Brigades", "Battalions", "Militia", "Militias", "Fighters"), ("armed-force", "")),
}
_ARMIES = frozenset(("Army", "Navy", "Marines"))
_FORCES = frozenset(
    (first, last)
    for last, firsts in {
        "Force": ("Air", "Space"),
        "Forces": ("Armed", "Defence", "Defense", "Security", "Ground"),
        "Guard": ("Coast", "National", "Revolutionary"),
        "Guards": ("Revolutionary",),
        "Corps": ("Marine",),
    }.items()
    for first in firsts
)
_PLACES = word_set("in near outside inside across around at on")
_DETERMINERS = frozenset(("a", "an", "the"))
_BESIDE_NOUNS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "CD"))
_GOES_ON = frozenset(("IN", "TO", "WDT", "WP", "WP$", "WRB", "VBN", "VBG", ",", ".", ":", "CC"))


def sort_beside(tokens: list[Token], first: int, last: int) -> list[str]:
    """The words of the sort that a name is one of, from tokens `first` to `last` (not included): industry, body."""
    return sort_behind(tokens, first, last) or _before(tokens, first)


def sort_behind(tokens: list[Token], first: int, last: int) -> list[str]:
    """The words of a sort behind a comma, with an article, and with no verb of its own: Assocham, a large | body."""
    at = last + 1
    if first and tokens[first - 1].lower in _PLACES:
        return []  # in Lomar, a group of protesters
    if [t.text for t in tokens[last:at]] != [","] or at >= len(tokens) or tokens[at].lower not in _DETERMINERS:
        return []
    end = at + 1
    while end < len(tokens) and tokens[end].tag in _BESIDE_NOUNS and tokens[end - 1].lower not in SORTS_BEHIND:
        end += 1
    closed = end < len(tokens) and tokens[end].tag in _GOES_ON
    return [t.lower for t in tokens[at + 1 : end]] if closed and tokens[end - 1].lower in SORTS_BEHIND else []


def _before(tokens: list[Token], first: int) -> list[str]:
    """The words of a sort right before a name that no first name begins: the industry body | Assocham."""
    start = first
    while start > 0 and tokens[start - 1].tag in ("NN", "JJ"):
        start -= 1
    sort = [t.lower for t in tokens[start:first]]
    return sort if sort and sort[-1] in SORTS_BEHIND and tokens[first].lower not in GENDER_OF_NAME else []


def kind_of_name(words: list[str]) -> tuple[str, str]:
    """Kind and sector of a body by the words of its name: the High | Court | of Togo, the Lomar | Liberation | Army."""
    if "Liberation" in words[:-1] and words[-1] in ("Front", "Army"):
        return "armed-force", "REB"
    if words[-1] in _ARMIES or tuple(words[-2:]) in _FORCES:
        return "armed-force", "MIL"
    sort = words[words.index("of", 1) - 1] if "of" in words[1:] else words[-1]
    return _KINDS_OF_NAMES.get(sort, ("organisation", ""))
