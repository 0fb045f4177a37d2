"""Nouns that name nobody: what is read, what is sent and strikes, and what can neither speak nor act."""

import re

from ..lexicon.word_list import lemma_of
from ..lexicon.words import listed, word_set
from .tokens import Token
from .verb_tags import NOUN_ENDS

#: What is sent and strikes, and is somebody's: by a Chinese | vessel.
CRAFT = word_set(
    "ship boat vessel submarine plane aircraft airliner jet drone missile rocket helicopter tank warplane warship "
    "tanker bus truck van convoy gunship chopper"
)
_MODEL = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?s?|(?:Apache|Chinook|Merkava|Tomahawk|Scud|Hellfire)s?")  # an F-16, two B-52s
_PROMINENT = word_set(
    "senior leading opposition party public key prominent religious political cultural influential leftist rightist "
    "liberal conservative islamist militant community church tribal establishment right-wing left-wing far-right"
)
_READ = listed("things that are read") - {"paper"} | listed("things that show words")
_ARMS = word_set("missile rocket drone torpedo howitzer warplane frigate submarine destroyer")
_TEXTS = word_set("note readout declaration book column post tweet blog article memoir novel speech")
_THINGS = listed("what nobody can be")
_BODIES = listed("bodies") | listed("bodies and people of a sort")
#: How nouns for people end, of whom no list can have all: a barista, a mariner.
_PERSON_ENDS = tuple(
    word_set("er or ar ist ista ian ean ant ent man woman men ee eer ess ster ese i ite person people folk mate")
)


def is_read(tokens: list[Token], head: int) -> bool:
    """Whether a noun names what is read, as documents are: figures, a banner; and not: opposition figures."""
    main = tokens[head]
    person = main.lower == "figure" or is_figure(tokens, head)
    return not person and (main.lemma in _READ or lemma_of(main.lower) in _READ)


def is_figure(tokens: list[Token], head: int) -> bool:
    """Whether a figure is a person: a leading opposition | figure."""
    return tokens[head].lower in ("figure", "figures") and head > 0 and tokens[head - 1].lower in _PROMINENT


def is_craft(token: Token) -> bool:
    """Whether a word names a ship, a plane or another craft, by its sort or its model."""
    return token.lemma in CRAFT or bool(_MODEL.fullmatch(token.text)) or token.lower.endswith("-bombers")


def is_arm(token: Token) -> bool:
    """Whether a word names a weapon or a craft by its sort: missile, frigate."""
    return token.lemma in _ARMS


def is_thing(tokens: list[Token], at: int) -> bool:
    """Whether a noun names neither somebody nor what is read: the case, and not: a barista, footage."""
    main = tokens[at]
    lemma = lemma_of(main.lower)
    civil = main.lower in ("defence", "defense") and tokens[at - 1].lower == "civil"
    text = civil or main.lower in _TEXTS or is_read(tokens, at) or lemma in _BODIES
    person = lemma.endswith((*_PERSON_ENDS, "-year-old")) or main.text[0].isupper()
    thing = main.lemma in _THINGS or lemma.endswith(NOUN_ENDS) or not person
    return main.tag in ("NN", "NNS") and thing and not text
