"""Where a content ends: at its sentence's end, at its quotation's, or where somebody else begins to speak."""

from ..grammar.phrases import VerbGroup
from ..grammar.things import is_read
from ..lexicon.words import listed, word_set
from .view import View

SUBORDINATE = word_set("while although though if unless when because after before as since whereas")
TOLD = listed("what is told")
_BREAKERS = word_set("while whereas although though after before as when amid following adding saying noting calling")
_CAUSING = word_set("raising drawing prompting sparking fuelling fueling stoking triggering")
_CAUSED = word_set(
    "question questions fear fears concern concerns doubt doubts comparison comparisons criticism hopes alarm"
)
_SAYING = word_set("saying adding arguing claiming warning insisting")
_OPENERS = SUBORDINATE | {"where"}
_WHERE = word_set("outside inside at in on during as before after near from")
_TELLS_NOW = word_set("say tell add warn decline refuse insist argue deny")
_DASHES = frozenset("-–—")
_LONGEST_INSERTION = 15  # words


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
                by_another = view.lower(j) in _BREAKERS or view.lower(j) == "according" or other_speaker(view, j)
                by_another = by_another or view.code(j) == "G" or _speaks_on(view, j)
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
        verb = view.finite_at(_behind(view, noun.last))
        bare = verb is not None and view.tokens[verb.first].tag in ("VB", "VBP") and view.lower(k) == "and"
        if bare and _is_past(view, start):
            return False  # said it was to help Togo and | its allies leave
        has_own = thing or view.finite_after(start, k) is not None
        return verb is not None and has_own and (thing or _speaks(view, verb))
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
    if (accused or view.lower(verb.last) in ("that", "to", '"', "“", ":")) and _speaks(view, verb):
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


def other_speaker(view: View, i: int) -> bool:
    """Whether somebody else begins to speak at token i: (as) the crowd chanted."""
    noun = view.noun_starting.get(i)
    if noun is None:
        return False
    verb = view.finite_at(_behind_dashes(view, noun.last))
    return verb is not None and _speaks(view, verb)


def _behind_dashes(view: View, i: int) -> int:
    """The token behind an insertion between dashes at token i, or i: Karl Beck | – a nurse – | said."""
    closing = (j for j in range(i + 1, min(i + _LONGEST_INSERTION, view.last)) if view.lower(j) in _DASHES)
    return next(closing, i - 1) + 1 if view.lower(i) in _DASHES else i


def _told_behind(view: View, comma: int, thing: bool) -> bool:
    """Whether a comma leads to a clause or a noun about what comes before: , which Tehran denies."""
    word, code = view.lower(comma + 1), view.code(comma + 1)
    noun = view.noun_starting.get(comma + 1)
    if noun is not None and code in "DN" and view.lower(noun.last - 1) in TOLD:
        return True
    dash = view.lower(comma) in _DASHES and word in ("a", "an")
    if dash and not any(view.lower(i) in _DASHES for i in range(comma + 1, view.last)):
        return True  # - a hazy prospect that some may not like
    if thing and noun is not None and word in ("a", "an") and view.code(comma) == ",":
        owner = view.noun_starting.get(noun.last)  # , a step (that) the town | had feared
        if view.code(noun.last) in "Wt" or (owner is not None and view.finite_at(owner.last) is not None):
            return True
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
    if word == "though" and at > comma + 1:
        return True  # - even | though she had left
    if word == "without" and view.code(at + 1) == "G":
        return True  # , without | giving a reason
    says = view.code(at) == "G" and view.tokens[comma + 1].lemma in view.cues
    if view.code(at) == "G" and word in _CAUSING and any(view.lower(i) in _CAUSED for i in range(at + 1, at + 4)):
        return True  # , raising new | questions
    return view.code(comma) == "," and (word in _BREAKERS or says)


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
    if verb is not None and (joined or thing):
        return view.tokens[verb.main].lemma in view.cues or thing
    noun = view.noun_starting.get(j)
    if noun is not None:
        end = _behind_dashes(view, _behind(view, noun.last))
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
            return _speaks(view, verb) or view.code(verb.last) in ".$"
    inverted = view.noun_starting.get(verb.last) is not None  # ", said the minister"
    before = next((j for j in range(comma - 1, start, -1) if view.code(j) == ","), -1)
    if before > 0 and view.code(before + 1) == "W":
        return False  # the king, who is ill, | told her
    return _speaks(view, verb) and inverted and view.finite_after(start, comma) is not None


def _behind(view: View, i: int) -> int:
    for _ in range(4):
        nxt = view.noun_starting.get(i + 1)
        if view.code(i) in "IT" and nxt and view.lower(i) not in SUBORDINATE:
            i = nxt.last
        elif view.code(i) == "A" or view.lower(i).endswith(("self", "selves")):
            i += 1
        else:
            break
    return i


def _speaks(view: View, verb: VerbGroup) -> bool:
    """Whether a verb can come after a quotation: said, argued, not wanted."""
    cue = view.cues.get(view.tokens[verb.main].lemma)
    return cue is not None and "q" in cue.frames
