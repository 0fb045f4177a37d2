"""Groups without a name that are told of again: the police and its officers, a federal appeals court and the court."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .mentions import ActorDraft

if TYPE_CHECKING:
    from .groups import Groups

OF_STREETS = word_set("protester demonstrator marcher")
_LAWMAKERS = word_set("lawmaker legislator parliamentarian")
_COURTS = word_set("court tribunal committee panel commission")
_HIGH = word_set("supreme highest top high")


def in_another_word(groups: Groups, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
    """Those told of again in another word: the police and its officers, demonstrators, the highest court."""
    tokens = passage.tokens
    head, force = tokens[noun.head], tokens[noun.head].lower == "force"  # the police | force
    inside = {t.lower for t in tokens[noun.first : noun.head]}
    if head.lower == "court" and inside & _HIGH:  # Lomar's supreme court; its highest | court
        high = [a for a in groups.described.get("court", ()) if _HIGH.intersection(a.name.lower().split())]
        return high[0] if len(high) == 1 and groups.country(passage, noun) in ("", high[0].country) else None
    if head.lower == "bench":
        court = groups.named_at(passage.paragraph_id, tokens[noun.head - 1].end)
        courts = [a for key, a in groups.names.actors.items() if a.sector == "JUD" and key in groups.names.places]
        courts = [court] if court is not None else [a for a in courts if a.kind == "office"]
        return courts[0] if len(courts) == 1 else None  # the High Court bench; the bench
    alone = noun.head - noun.first <= (tokens[noun.first].tag == "DT") + force
    if not alone or [t.lower for t in tokens[noun.last : noun.last + 1]] == ["of"]:
        return None
    police = [a for a in groups.unnamed.values() if a.sector == "COP" and a.kind == "office"]
    police += [a for key, a in groups.names.actors.items() if a.sector == "COP" and key in groups.names.places]
    if head.lower == "force" and tokens[noun.head - 1].lower in ("police", "the"):
        return police[0] if len(police) == 1 else None
    if head.lower in ("families", "relatives"):
        return next(reversed(groups.described.get(head.lower, ())), None)
    if head.lower in ("company", "firm") and tokens[noun.first].lower == "the":
        described = [a for word in ("company", "firm") for a in groups.described.get(word, ())]
        return described[0] if len(described) == 1 else None  # an American search company; the firm
    alike = next((words for words in (OF_STREETS, _LAWMAKERS) if head.lemma in words), None)
    if alike is not None:
        called_so = [a for a in groups.unnamed.values() if lemma_of(a.name.split()[-1].lower()) in alike]
        return called_so[0] if len(called_so) == 1 and called_so[0].plural else None
    one = head.lower == "officers" and len(police) == 1 and not groups.described.get("officers")
    return police[0] if one else None


def in_fewer_words(groups: Groups, name: str, head: Token, country: str) -> ActorDraft | None:
    """Whom more words described: a federal appeals court; the appeals court."""
    ending = f" {name.lower()}"
    longer = [a for a in groups.described.get(head.lower, ()) if a.name.lower().endswith(ending)]
    whole = " " in name or head.lower in _COURTS
    fits = len(longer) == 1 and whole and not name[0].isdigit() and country in ("", longer[0].country)
    return longer[0] if fits and is_certain(longer[0], head) else None


def is_certain(actor: ActorDraft, head: Token) -> bool:
    """Whether "the" and a noun can mean those whom more words described: a retired teacher; the teacher."""
    return (head.tag == "NNS") == actor.plural and not actor.name[0].isdigit()
