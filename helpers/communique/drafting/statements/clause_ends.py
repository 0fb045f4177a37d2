"""Where a content ends: at its sentence's end, at its quotation's, or where somebody else begins to speak."""

from ..grammar.things import is_read
from ..lexicon.words import word_set
from .commas import BREAKERS, breaks
from .other_speakers import SUBORDINATE, behind, other_speaker, speaks
from .view import View

_SAYING = word_set("saying adding arguing claiming warning insisting")
_WHERE = word_set("outside inside at in on during as before after near from")


def clause_end(view: View, i: int, *, thing: bool = False) -> int:
    """The token behind the last one of a content that begins at token i.

    It runs to the sentence's end, or to a comma before another attribution, "while" or "adding"; a quotation is never
    cut. A `thing` or a to-clause ends at "and warned" too.
    """
    j = i
    while j < view.last:
        code = view.code(j)
        quote = view.quoted(j)
        if quote is not None:
            end = min(view.tokens_of_quotation(quote)[1], view.last)
            if end > j:
                j = end
                whole = (
                    view.tokens_of_quotation(quote)[0] == i and view.tokens[min(i + 1, view.last - 1)].text[0].isupper()
                )
                joined = view.code(j) == "K" and _verb_behind(view, j, whole)
                by_another = view.lower(j) in BREAKERS or view.lower(j) == "according" or other_speaker(view, j)
                by_another = by_another or view.code(j) == "G" or _speaks_on(view, j)
                by_another = by_another or (view.lower(j) == "without" and view.code(j + 1) == "G")
                goes_on = not (joined or by_another)
                if code == "q" and end == j and not thing and _ends_with_place(view, i, j):
                    break  # chanted "It is late" | outside the palace
                if view.code(j - 2) == "," and quote.closed and not goes_on:
                    break  # ... was "ironclad," | the department said; | and left; | adding that
                continue
        if code == ":" and j > i and _is_own(view, j + 1, thing):
            break
        if code == ";" or (code in ",-" and j > i and breaks(view, i, j, thing)):
            break
        if code == "I" and view.lower(j) in ("as", "while") and j > i + 1 and other_speaker(view, j + 1):
            break
        saying = thing and code == "G" and j > i + 1 and view.lower(j) in _SAYING
        if saying and view.code(j - 1) in "NP" and not is_read(view.tokens, j - 1):
            break  # sought to stop the deal | saying it will hurt
        if code == "K" and j > i and (_verb_joined(view, i, j, thing) or _gerund_joined(view, i, j)):
            break
        if j > i and (code == "K" or (view.lower(j) == "with" and view.code(j - 1) == ",")) and _says_beside(view, j):
            break
        j += 1
    while j > i + 1 and view.code(j - 1) in ".?!,:-" and view.quoted(j - 1) is None:
        j -= 1
    return j


def _ends_with_place(view: View, start: int, j: int) -> bool:
    """Whether a whole quotation is all of a content, and only says where or when behind it."""
    quote = view.quoted(start)
    whole = quote is not None and quote.closed and view.tokens_of_quotation(quote)[1] == j
    behind = view.lower(j) in _WHERE and view.finite_after(j, view.last) is None
    return whole and behind and view.tokens[min(start + 1, view.last - 1)].text[0].isupper()


def _speaks_on(view: View, j: int) -> bool:
    """Whether the next verb of one who speaks is at token j: said it was "late," | urged them to leave."""
    verb = view.finite_at(j)
    return verb is not None and view.tokens[verb.first].tag == "VBD" and view.tokens[verb.main].lemma in view.cues


def _says_beside(view: View, at: int) -> bool:
    """Whether somebody else says something behind "and" or "with": , with the ministry | asserting."""
    noun = view.noun_starting.get(at + 1)
    verb = view.verb_at.get(noun.last) if noun is not None else None
    if verb is None or verb.form != "gerund":
        return False
    cue = view.cues.get(view.tokens[verb.main].lemma)
    return cue is not None and bool(cue.frames & {"c", "t"})


def _verb_behind(view: View, k: int, whole: bool) -> bool:
    """Whether "and" behind a quotation leads to a verb, or behind a whole one to a clause: "We go," and | it rains."""
    verb, noun = view.finite_at(k + 1), view.noun_starting.get(k + 1)
    if verb is not None:
        return view.tokens[verb.first].tag == "VBD"
    return whole and noun is not None and view.finite_at(noun.last) is not None


def _is_own(view: View, i: int, thing: bool) -> bool:
    """Whether a quotation behind a colon is a content itself: opposed the plan: | "No."; was sad: | "No," he says."""
    quote = view.quoted(i) if view.code(i) == "q" else None
    end = view.tokens_of_quotation(quote)[1] if quote is not None else view.last + 2
    return other_speaker(view, end) or (thing and end <= view.last <= end + 1)


def _gerund_joined(view: View, start: int, k: int) -> bool:
    """Whether "and" leads to the next of two forms in -ing: saying it was late and | calling it dull."""
    cue = "G" in (view.code(start - 1), view.code(start - 2))
    return cue and view.code(k + 1) == "G" and view.tokens[k + 1].lemma in view.cues


def _verb_joined(view: View, start: int, k: int, thing: bool) -> bool:
    """Whether "and" leads to the next verb of the same subject: thanked them and | warned that."""
    noun, before = view.noun_starting.get(k + 1), view.noun_ending.get(k)
    if noun is not None:
        if before is not None and (view.lower(before.first - 1) in SUBORDINATE or view.code(before.first - 1) in "Ww"):
            return False  # if Peru and | Chile agree
        if view.code(k - 1) == view.code(k + 1) == "J":
            return False  # military and | political power
        verb = view.finite_at(behind(view, noun.last))
        bare = verb is not None and view.tokens[verb.first].tag in ("VB", "VBP") and view.lower(k) == "and"
        if bare and _is_past(view, start):
            return False  # said it was to help Togo and | its allies leave
        has_own = thing or view.finite_after(start, k) is not None
        return verb is not None and has_own and (thing or speaks(view, verb))
    verb = view.finite_at(k + 1 + (view.code(k + 1) == "A"))
    if verb is None:
        return False
    tag = view.tokens[verb.first].tag
    if view.lower(k) == "but" and view.lower(verb.first) in ("did", "gave", "declined", "refused"):
        return True  # confirmed that it was late but | did not say why
    if tag == "VBZ" and _is_past(view, start):
        return False  # said that it has won and | expects
    if thing:
        return tag in ("VBD", "VBZ", "VBP", "MD")
    if tag == "VBD" and _is_past(view, start) and _cannot_go_on(view, start, k):
        return True  # said it was leaving | and gave no reason, had lied | and also jailed him
    cue, heard = view.cues.get(view.tokens[verb.main].lemma), view.noun_starting.get(verb.last)
    if tag not in ("VBD", "VBZ") or cue is None:
        return False
    accused = heard is not None and "of" in cue.heard and view.lower(heard.last) == "of"
    if (accused or view.lower(verb.last) in ("that", "to", '"', "“", ":")) and speaks(view, verb):
        return True
    own = view.finite_after(start, k)
    return own is not None and (
        own.first != own.main or view.tokens[own.main].tag != tag or view.code(own.main) in "BH"
    )


def _is_past(view: View, start: int) -> bool:
    """Whether the verb before a content is in the past tense."""
    main = next((v for v in reversed(view.verbs) if v.first < start and v.form == "finite"), None)
    return main is not None and view.tokens[main.first].tag == "VBD"


def _cannot_go_on(view: View, start: int, k: int) -> bool:
    """Whether a past tense behind the "and" at token k is no verb of the content: it was leaving, it would leave."""
    own = next((v for v in reversed(view.verbs) if start <= v.first < k and v.form == "finite"), None)
    if own is None:
        return False
    if view.lower(k + 1) in ("also", "then"):
        return own.first != own.main
    return view.code(own.main) == "G" or view.code(own.first) == "M"
