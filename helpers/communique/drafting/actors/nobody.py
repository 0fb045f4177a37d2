"""Whether the head of a source names nobody: a thing, a time, one of many; and whose words it names."""

from typing import TYPE_CHECKING

from ..grammar import things
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.word_list import word_list
from ..lexicon.words import listed, word_set

if TYPE_CHECKING:
    from .resolver import Resolver

PERCENT = word_set("percent pct %")
#: What somebody said or wrote: who speaks is that somebody.
_OWN_WORDS = word_set("comments remarks words speech address testimony tweet tweets post statement message")
_ANY = word_set("some several all both many most this these those everyone everybody someone somebody")
_TIMES = listed("times and occasions") - listed("things that are read")
Span = tuple[int, int]


def is_thing(resolver: "Resolver", passage: Passage, span: Span) -> bool:
    """Whether a source's head is a thing that nobody has named as an actor: the output."""
    last = whose_words(passage.tokens, passage.token_at(span[0]), passage.token_at(span[1] - 1))
    main = passage.tokens[last]
    known = (passage.paragraph_id, main.start) in resolver.reading.meant or resolver.is_known(main)
    return not known and main.lower not in _TIMES and things.is_thing(passage.tokens, last)


def says_nothing(resolver: "Resolver", passage: Passage, span: Span, source: Span) -> bool:
    """Whether a source's head is a time, one of many or a cry, so that it names nobody: last week."""
    if any(m.actor.key.startswith("person:") for m in resolver.index.within(passage.paragraph_id, span[1], source[1])):
        return False  # at the time of her murder, | Ann Lind
    first = passage.token_at(span[0])
    last = whose_words(passage.tokens, first, passage.token_at(span[1] - 1))
    while last > first and passage.tokens[last].tag == "CD":
        last -= 1  # last week | 14 of them
    main = passage.tokens[last]
    if main.lower == "which":
        return True  # all of which | suggests
    if passage.tokens[first].lower in ("any", "no") and main.tag in ("NN", "NNS"):
        return True  # any country that left
    named = (passage.paragraph_id, main.start) in resolver.reading.meant
    noun = word_list().get(main.lower, "")[:2] == "NN"
    cries = main.text.isupper() and len(main.text) > 4 and noun
    tied = passage.tokens[last + 1 : last + 2]
    counted = bool(tied) and tied[0].lower in ("in", "from", "at") and main.lower in ("some", "many", "several")
    alone = last == first and ((main.lower in _ANY and not counted) or (main.text.isdecimal() and len(main.text) == 4))
    alone = alone or (main.lower == "same" and last - first < 2)
    named_so = last > first and main.tag == "NNP" and passage.tokens[last - 1].tag == "NNP"  # Business | Day
    behind = passage.tokens[last + 1].lower if last + 1 < len(passage.tokens) else ""
    if main.lower in PERCENT or (main.lower == "cent" and passage.tokens[last - 1].lower == "per"):
        return behind != "of"  # 23 percent | said
    alone = alone and behind != "of"  # all | of the ministers
    nobody = (main.lower in _TIMES and not named_so) or main.tag in ("JJS", "RBS") or cries or alone
    return not named and nobody


def is_bodys_name(resolver: "Resolver", passage: Passage, span: Span) -> bool:
    """Whether a source is one word that is spelt as no person's name is: NetBlocks, TVN24, Lomar.com."""
    last = passage.token_at(span[1] - 1)
    word = passage.tokens[last]
    capitals = word.text.isalpha() and word.text.removesuffix("s").isupper()  # LGBT, MPs
    spelt = not word.text[1:].islower() and not capitals
    return spelt and word.tag == "NNP" and passage.token_at(span[0]) == last


def whose_words(tokens: list[Token], first: int, last: int) -> int:
    """The last token of those whose words a phrase names: the king | 's comments; else the phrase's own."""
    own = next((n for n in range(last - 1, first, -1) if tokens[n].tag == "POS"), first)
    return own - 1 if own > first and tokens[last].lower in _OWN_WORDS else last
