"""The offices that an apposition gives: "Wang Yi, the foreign minister" and "the foreign minister, Wang Yi"."""

from ..grammar.prose import Passage, Prose
from .mentions import ActorDraft, ActorIndex
from .names import Names
from .pairs import Pairs

#: Titles of people who have a post somewhere: ambassador to Ghana.
_POSTED = frozenset(("ambassador", "envoy", "representative", "consul"))
_LONGEST_POST = 4
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_OF_SOMEBODY = _SPOKESMEN | {"attorney", "lawyer"}


class Appositions:
    """Reads what a comma or "of" puts beside a person's name."""

    def __init__(self, prose: Prose, names: Names, index: ActorIndex, pairs: Pairs) -> None:
        self.prose, self.names, self._index, self._pairs = prose, names, index, pairs

    def run(self) -> None:
        """Read the words beside each full name, and the offices of those whom a list names."""
        for passage in self.prose.passages:
            for noun in (noun for sentence in passage.sentences for noun in sentence.chunks.nouns):
                office = passage.tokens[noun.head].lemma
                if self.names.offices.row(office) is not None:
                    for person in self._pairs.explained(passage, noun, passage.tokens):
                        self._give(person, office)
        for mention in self.names.mentions:
            if not mention.actor.key.startswith("person:") or mention.how != "name":
                continue
            passage = self.prose.passage(mention.paragraph_id)
            tokens = passage.tokens
            i, first = passage.token_at(mention.end - 1) + 1, passage.token_at(mention.start)
            if i < len(tokens) and tokens[i].text == ",":
                self._office_in(passage, i + 1, min(i + 9, len(tokens)), mention.actor)
            if i + 1 < len(tokens) and tokens[i].lower == "of" and not mention.actor.country:
                known = self.names.gazetteer.at(tokens, i + 1)  # President Idris Konde of Velia
                mention.actor.country = known[1].country if known and known[1].kind == "state" else ""
            if first >= 2 and tokens[first - 1].text == ",":
                self._office_before(passage, first - 1, mention.actor)
            elif any(t.lower == "to" for t in tokens[max(0, first - _LONGEST_POST) : first]):
                self._office_before(passage, first, mention.actor)  # Togo's ambassador to Ghana | Ann Lind

    def _office_in(self, passage: Passage, first: int, last: int, actor: ActorDraft) -> None:
        tokens, offices = passage.tokens, self.names.offices
        for i in range(first, last):
            if tokens[i].text in ",.;" or tokens[i].tag[0] == "V":
                return
            size = offices.at(tokens, i, last)
            if size:
                behind = tokens[i + size : i + size + 3]
                near_org = behind and behind[0].lower in ("of", "at", "for") and any(t.tag == "NNP" for t in behind[1:])
                title = " ".join(t.lower for t in tokens[i : i + size])
                if behind and (behind[0].tag in ("NNP", "NNPS") or behind[0].tag[0] == "V"):
                    return  # Mr Lind, Greek prime minister | Mitsotakis: somebody else; Mr Lind, a spokesman | said
                if not near_org or self._names_state(passage, i + size):
                    sector = offices.sector(tokens, i, title)
                    self._give(actor, title, sector)  # the president of a company is not "the president"
                elif actor.kind == "public":
                    actor.kind = (offices.row(title) or {}).get("kind") or "public"
                end = next((n for n in range(i, last) if tokens[n].text in ",;." or tokens[n].tag[0] == "V"), last)
                near = self._index.within(passage.paragraph_id, tokens[first].start, tokens[end - 1].end)
                abroad = (" to ", " to the ")  # a former ambassador to | Ghana
                here = (m for m in near if not passage.text.endswith(abroad, 0, m.start))
                countries = (m.actor.country for m in here if m.actor.kind == "state")
                actor.country = actor.country or next(countries, "")
                return

    def _office_before(self, passage: Passage, comma: int, actor: ActorDraft) -> None:
        tokens, offices = passage.tokens, self.names.offices
        title = offices.ending(tokens, max(0, comma - 4), comma)
        for i in range(max(0, comma - 5), comma - 1):
            size = offices.at(tokens, i, comma)
            if title and tokens[i + size].lower != "for":
                continue
            if size and tokens[i + size].lower == "for" and tokens[i + size - 1].lower in _OF_SOMEBODY:
                self._give(actor, " ".join(t.lower for t in tokens[i : i + size]))  # an attorney for Mr Lind, | Ann Roe
                return
            if size and tokens[i + size].lower == "to" and tokens[i + size - 1].lower in _POSTED:
                self._give(actor, " ".join(t.lower for t in tokens[i : i + size]))
                actor.country = actor.country or offices.country_before(tokens, i, self.names.gazetteer)
                return
            if size and tokens[i + size].lower == "of" and self._names_state(passage, i + size):
                self._give(actor, " ".join(t.lower for t in tokens[i : i + size]))
                return
        if title:
            start = comma - len(title.split())
            sector = offices.sector(tokens, start, title)
            its = tokens[start - 1].lower in ("its", "their") and sector == "GOV"
            self._give(actor, title, "" if its else sector)
            actor.country = actor.country or offices.country_of_office(tokens, start, self.names.gazetteer)

    def _names_state(self, passage: Passage, i: int) -> bool:
        """Whether one of the next tokens names a state: president of | Russia, not of Clearwater Alliance."""
        tokens = passage.tokens
        end = tokens[min(i + 3, len(tokens)) - 1].end
        return any(m.actor.kind == "state" for m in self._index.within(passage.paragraph_id, tokens[i].start, end))

    def _give(self, actor: ActorDraft, title: str, sector: str | None = None) -> None:
        row = self.names.offices.row(title) or {"kind": "public", "sector": ""}
        actor.offices.setdefault(title)
        if actor.kind == "public":
            actor.kind = row["kind"]
        actor.sector = actor.sector or (row["sector"] if sector is None else sector)
