"""What an attack was made with, which gives its mode: warplanes, a suicide bomber, knives."""

from ..grammar.chains import Clauses
from ..grammar.phrases import VerbGroup
from ..lexicon.events import EventWords
from .composing import Finding
from .matching import entry_at


def give_means(clauses: Clauses, words: EventWords, group: VerbGroup, finding: Finding) -> None:
    """Give an attack, or a raid, the mode of what the clause says it was made with."""
    tokens = clauses.tokens
    raid = finding.event == "COERCE" and tokens[group.main].lemma == "raid"
    if not raid and (finding.event != "ASSAULT" or finding.mode not in ("", "explosives")):
        return
    start = group.subject[0].first if group.subject else group.first
    for n in range(start, min(len(tokens), group.last + 12)):
        if n == group.main:
            continue
        for entry in words.means.get(tokens[n].lemma) or words.means.get(tokens[n].lower) or ():
            if entry_at(tokens, entry, n) and (entry.event == finding.event or (raid and entry.mode == "aerial")):
                finding.event, finding.mode = entry.event, entry.mode
                finding.rule += f" ({entry.words})"
                return
