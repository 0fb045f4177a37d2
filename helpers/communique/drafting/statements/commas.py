"""Where a content ends at a comma or a dash: before the reporter's own words, and before who else speaks."""

from ..grammar.phrases import VerbGroup
from ..lexicon.words import listed, word_set
from .other_speakers import DASHES, SUBORDINATE, behind, behind_dashes, other_speaker, speaks
from .view import View

TOLD = listed("what is told")
BREAKERS = word_set("while whereas although though after before as when amid following adding saying noting calling")
_CAUSING = word_set("raising drawing prompting sparking fuelling fueling stoking triggering")
_CAUSED = word_set(
    "question questions fear fears concern concerns doubt doubts comparison comparisons criticism hopes alarm"
)
_CAUSED_IT = word_set("raised drew prompted sparked fuelled fueled stoked triggered")
_OPENERS = SUBORDINATE | {"where"}
_TELLS_NOW = word_set("say tell add warn decline refuse insist argue deny")


def breaks(view: View, start: int, comma: int, thing: bool = False) -> bool:
    """Whether a content ends at this comma (or dash)."""
    at = comma + 1 + (view.lower(comma + 1) in ("even", "only", "shortly", "soon"))  # , even | as it rained
    word = view.lower(at)
    as_well = word == "as" and (view.lower(at + 1) == "well" or view.code(at + 1) == "G")  # , as well as | a judge
    if as_well or _ends_an_opening(view, start, comma):
        return False
    if _told_behind(view, comma, thing) or _leads_away(view, comma, at):
        return True
    joined = word in ("and", "or", "nor")
    j = view.onward(comma + 1 + (joined or word == "but"))
    verb = view.finite_at(j)
    if verb is not None and word == "but":
        return view.tokens[verb.main].lemma in _TELLS_NOW  # ..., but | said it was late, but | declined to say
    if verb is not None and thing and _goes_on_bare(view, start, verb):
        return False
    if verb is not None and (joined or thing):
        return view.tokens[verb.main].lemma in view.cues or thing
    noun = view.noun_starting.get(j)
    if noun is not None:
        end = behind_dashes(view, behind(view, noun.last))
        if thing and joined and view.code(end) == "," and view.code(end + 1) == "W":
            return True  # Togo, which wanted talks, | and Ghana, which wanted none
        if joined and view.code(end) == "," and view.code(end + 1) == "W":  # and his critics, who are many, | blame him
            end = 1 + next((n for n in range(end + 1, view.last) if view.code(n) == ","), end)
        verb = view.finite_at(end)
        second = view.code(view.first) + view.code(view.first + 1)
        opened = second[0] in "XVG" or second == "IG"
        opened = opened and all(view.code(i) != "," for i in range(view.first, comma))
        if (opened and (verb is not None or second[0] in "XV")) or (verb is not None and _is_aside(view, start, comma)):
            return True  # Asked whether he believed it, | he demurred
    if verb is None:
        return False
    if noun is not None:
        if thing and joined:
            return True
        if view.tokens[verb.main].lemma in view.cues:
            return speaks(view, verb) or view.code(verb.last) in ".$"
    inverted = view.noun_starting.get(verb.last) is not None  # ", said the minister"
    before = next((j for j in range(comma - 1, start, -1) if view.code(j) == ","), -1)
    if before > 0 and view.code(before + 1) == "W":
        return False  # the king, who is ill, | told her
    return speaks(view, verb) and inverted and view.finite_after(start, comma) is not None


def _goes_on_bare(view: View, start: int, verb: VerbGroup) -> bool:
    """Whether a verb is one more of those that somebody is asked to do: urged them to stay, | follow the rules."""
    bare = view.tokens[verb.first].tag in ("VB", "VBP") and verb.first == verb.main
    cue = next((v for v in reversed(view.verbs) if v.last <= start), None)
    asked = any(view.code(i) == "T" for i in range(start, verb.first))
    return bare and asked and cue is not None and view.tokens[cue.first].tag in ("VBD", "VBN", "VBZ", "VBG")


def _told_behind(view: View, comma: int, thing: bool) -> bool:
    """Whether a comma leads to a clause or a noun about what comes before: , which Tehran denies."""
    word, code = view.lower(comma + 1), view.code(comma + 1)
    noun = view.noun_starting.get(comma + 1)
    if noun is not None and code in "DN" and view.lower(noun.last - 1) in TOLD:
        return True
    dash = view.lower(comma) in DASHES and word in ("a", "an")
    if dash and not any(view.lower(i) in DASHES for i in range(comma + 1, view.last)):
        return True  # - a hazy prospect that some may not like
    if thing and noun is not None and word in ("a", "an") and view.code(comma) == ",":
        owner = view.noun_starting.get(noun.last)  # , a step (that) the town | had feared
        if view.code(noun.last) in "Wt" or (owner is not None and view.finite_at(owner.last) is not None):
            return True
    if word == "which" and view.lower(comma + 2) in _CAUSED_IT:
        return True  # , which drew | questions
    if word == "which" and other_speaker(view, comma + 2):
        lemma = view.tokens[view.verb_at[view.noun_starting[comma + 2].last].main].lemma
        return thing or not view.cues[lemma].frames <= {"q"}
    if not thing:
        return False
    of_whom = view.lower(comma + 2) == "of" and view.lower(comma + 3) in ("whom", "which")
    return of_whom or word in ("who", "which") or (code == "G" and view.code(comma) == ",")


def _is_aside(view: View, start: int, comma: int) -> bool:
    """Whether a content is in a clause before the main one: In May, when Togo opposed the plan, | Mali agreed."""
    opener = next((i for i in range(start - 1, view.first - 1, -1) if view.lower(i) in _OPENERS), -1)
    if opener < 0 or view.finite_after(view.first, opener) is not None:
        return False
    return all(view.code(i) != "," for i in range(opener, comma))


def _ends_an_opening(view: View, start: int, comma: int) -> bool:
    """Whether a comma comes behind what a content opens with, or behind "and"."""
    if view.code(comma - 1) == "K":
        return True  # a jar and, | when asked, a spoon
    if view.lower(comma + 1) == "but":
        return False  # when he will leave, | but Karl Beck said
    inside = view.lower(view.first) in SUBORDINATE and start > view.first + 1  # Though he has not said if he left, |
    opens = not inside and (view.lower(start) in SUBORDINATE or view.code(start) in ",I")
    if opens and all(view.code(i) != "," for i in range(start + 1, comma)):
        return True  # said that while he respected the court, | he disagreed; that, in a call, | he had lied
    opening = view.noun_starting.get(start)
    return opening is not None and opening.last == comma and view.is_time(opening)  # that every 90 days, | a report


def _leads_away(view: View, comma: int, at: int) -> bool:
    """Whether what begins at a token, behind a comma or a dash, is the reporter's: , while it rained; , then left."""
    word, time = view.lower(at), view.noun_starting.get(at)
    if time is not None and view.is_time(time) and view.lower(time.last) in ("after", "before"):
        return True  # , a day | after the king left
    if word == "according" and view.lower(comma + 2) == "to":
        return True
    then = view.finite_at(at + 1) if word == "then" else None
    if then is not None and view.tokens[then.first].tag == "VBD":
        return True
    insertion = view.noun_starting.get(at + 1) if word == "as" else None
    if insertion is not None and view.code(behind(view, insertion.last)) == ",":
        return False  # may not, as | a member, | leave
    if word == "when" and view.code(at + 1) == "q":
        return False  # was to leave, when | "no rule forbids it"
    if word == "though" and at > comma + 1:
        return True  # - even | though she had left
    if word == "without" and view.code(at + 1) == "G":
        return True  # , without | giving a reason
    if word == "but" and view.lower(comma) in DASHES and view.code(view.last - 1) == "?":
        return True  # - but what does that mean?
    says = view.code(at) == "G" and view.tokens[comma + 1].lemma in view.cues
    if view.code(at) == "G" and word in _CAUSING and any(view.lower(i) in _CAUSED for i in range(at + 1, at + 4)):
        return True  # , raising new | questions
    return view.code(comma) == "," and (word in BREAKERS or says)
