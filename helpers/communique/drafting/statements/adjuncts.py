"""What comes between a cue and its content, or behind a thing that is one: when and where it was said."""

from collections.abc import Iterator

from ..grammar.phrases import VerbGroup
from ..lexicon.words import listed, word_set
from .clause_ends import clause_end
from .commas import TOLD
from .reach import tells_which
from .view import View

_ADJUNCT_HEADS = listed("prepositions of occasions")
_OCCASIONS = listed("occasions of speaking")
_BEFORE_AS = word_set("such well known called described regarded seen designated labelled labeled")
LATER = word_set("when where as because since until so after before during amid following ahead while despite")
_DOING = word_set("before after without while when")
_ABOUT = word_set("to about by of on over")
_TOPICAL = word_set("of about against over")


def places_behind(view: View, i: int) -> Iterator[int]:
    """A token, and those behind each adverb, time or occasion: said | on Monday | in an interview with | the BBC."""
    yield i
    for _ in range(8):
        end = view.adjuncts.end(i - view.first, _ADJUNCT_HEADS) + view.first
        if end == i and (view.code(i) == "S" or (view.code(i) == "I" and view.lower(i) in _ADJUNCT_HEADS)):
            show = view.quoted(i + 1)
            if show is not None and view.tokens[i + 2].text.istitle():
                end = min(view.tokens_of_quotation(show)[1], view.last)  # on ABC's | "This Week"
        if end == i:
            break
        yield (i := end)


def skip_adjuncts(view: View, i: int) -> int:
    """The first token behind adverbs, times and occasions: said on Monday in an interview with the BBC | that."""
    return [*places_behind(view, i)][-1]


def thing_end(view: View, i: int) -> int:
    """Where a thing that is a content ends: before when, where and on which occasion it was said."""
    end = clause_end(view, i, thing=True)
    noun = view.noun_starting.get(i)
    j = noun.last if noun is not None else i + 1
    while j < end:
        if view.quoted(j) is None:
            tied = view.noun_starting.get(j + (view.code(j) in "IT"))
            if tied is not None and view.is_time(tied) and view.lower(j) in ("of", "for"):
                j = tied.last  # the floods of | last year
                continue
            occasion = tied is not None and view.code(tied.first) == "D" and view.lower(tied.head) in _OCCASIONS
            if occasion and view.lower(j) in ("at", "during") and not any(i <= v.first < j for v in view.verbs):
                break  # backed Mr Vale | at a meeting in Porto
            loose = view.lower(j) == "ahead" and view.lower(j + 1) != "of"  # showed Ms Holm | ahead
            loose = loose or view.lower(j - 1) in _BEFORE_AS or view.lower(j + 1) == "well"  # such as, known as
            loose = loose or (view.lower(j) == "as" and view.code(j + 1) == "G")  # cited the law | as forbidding it
            loose = loose or (view.lower(j) == "after" and view.tokens[j - 1].lemma in ("go", "come", "look"))
            if view.code(j) in "IwA" and view.lower(j) in LATER and not loose:
                break
            if view.lower(j) == "without" and view.code(j + 1) == "G" and view.verb_at.get(i) is None:
                break  # blamed a party | without naming it
            inside = (
                tied is not None
                and tied.first == j < tied.last - 1
                and view.lower(tied.last) in ("on", "by", "against")
            )
            clause = any(view.code(k) in "Wt" and view.code(k - 1) != "," for k in range(i + 1, j))
            if view.is_time(tied) and view.lower(j) not in ("a", "an") and not inside and not clause:
                break  # the raid | on Monday; but: the raid last month on a camp
            if view.lower(j) == "with" and view.code(j - 1) == "," and tied and view.code(tied.last) == "G":
                break  # condemned the plan | , with a spokesperson calling it ...
        j += 1
    while j > i + 1 and (view.code(j - 1) in "A,-" or (j < end and view.code(j - 1) in "ID")):
        j -= 1
    return j


def later_that(view: View, i: int) -> int:
    """Where "that" comes behind hearers and occasions: said | to the paper in an interview taped before the vote |."""
    if view.code(i) not in "IT," or view.lower(i) in _TOPICAL:
        return -1
    for j in range(i, min(i + 16, view.last)):
        if view.code(j) == "t" and of_a_report(view, j):
            return -1  # responding to reports | that it was late
        if view.code(j) == "t":
            return j if j == i or view.code(j - 1) not in "IT" else -1  # ruled on the appeal of | that decision
        verb = view.verb_at.get(j)
        aside = verb is not None and verb.first > i and (tells_which(view, verb) or _while_doing(view, verb))
        if view.code(j) in ".;:qKW" or (verb is not None and not aside):
            return -1
    return -1


def of_a_report(view: View, i: int) -> bool:
    """Whether a "that" at token i says what is told, and not what somebody says of it."""
    noun = view.noun_ending.get(i)
    return noun is not None and view.lower(noun.last - 1) in TOLD and view.lower(noun.first - 1) in _ABOUT


def _while_doing(view: View, verb: VerbGroup) -> bool:
    """Whether a form in -ing tells when or how something was said: before | leaving, without | giving details."""
    cites = view.tokens[verb.main].lemma == "cite" and view.code(verb.first - 1) == ","
    return view.code(verb.first) == "G" and (cites or view.lower(verb.first - 1) in _DOING)
