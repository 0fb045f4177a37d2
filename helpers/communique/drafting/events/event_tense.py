"""What the tense, the negation and the means make of an event."""

from __future__ import annotations

from ...coding.codes import plover
from ..grammar.chains import Clauses
from ..grammar.phrases import VerbGroup
from ..lexicon.event_words import EventWords
from .composing import CAMEO, FUTURE, MAYBE, Finding, refused, threatened
from .matching import entry_at


class Tense:
    """The part of a reader of events that looks at the helpers of a verb."""

    clauses: Clauses
    words: EventWords

    def _told(self, group: VerbGroup, found: Finding) -> Finding:
        """Apply the future tense and the negation of the group to what it says."""
        found.negated, found.modal = group.negated, group.modal
        before = (found.event, found.mode)
        quad = plover()[found.event, found.mode].quad_code
        future = group.modal in FUTURE or self._going_to(group)
        if group.negated:
            if quad <= 2:
                event, mode, rule = refused(found, "negation")
                found.event, found.mode, found.rule = event, mode, f"{rule}: not .. {found.rule}"
                found.negated = False
            elif quad == 4 and future:
                found.event, found.mode, found.rule = "AGREE", "", f"promise not to do: {found.rule}"
                found.negated = False
        elif future or group.modal in MAYBE:
            if quad <= 2 and found.event != "AGREE":
                found.event, found.mode, found.rule = "AGREE", "", f"future cooperation: {group.modal} .. {found.rule}"
            elif quad == 4:
                mode, rule = threatened(found), f"future conflict: {group.modal} .. {found.rule}"
                found.event, found.mode, found.rule = "THREATEN", mode, rule
        self._by_what_means(group, found)
        found.quad = plover()[found.event, found.mode].quad_code
        if before != (found.event, found.mode) or not found.cameo:
            found.cameo = CAMEO.get(found.event, "")
        return found

    def _by_what_means(self, group: VerbGroup, found: Finding) -> None:
        """The mode of an attack from what it was made with: "warplanes", "a suicide bomber", "with knives"."""
        raid = found.event == "COERCE" and self.clauses.tokens[group.main].lemma == "raid"
        if not raid and (found.event != "ASSAULT" or found.mode not in ("", "explosives")):
            return
        tokens = self.clauses.tokens
        start = group.subject[0].first if group.subject else group.first
        for n in range(start, min(len(tokens), group.last + 12)):
            if n == group.main:
                continue
            for entry in self.words.means.get(tokens[n].lemma) or self.words.means.get(tokens[n].lower) or ():
                if entry_at(tokens, entry, n) and (entry.event == found.event or (raid and entry.mode == "aerial")):
                    found.event, found.mode = entry.event, entry.mode
                    found.rule += f" ({entry.words})"
                    return

    def _going_to(self, group: VerbGroup) -> bool:
        """Whether the verb stands behind "is going to" or "is to"."""
        governor = group.governor
        if group.kind != "to" or governor is None or group.first - governor.last > 1:
            return False
        words = {t.lower for t in self.clauses.tokens[governor.first : governor.last]}
        return bool(words & {"going", "about", "set", "due"}) or words <= {"is", "are"}
