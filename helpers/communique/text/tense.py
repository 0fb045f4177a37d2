"""Whether words of time speak of what is to come, read from the words around them.

This is the one reading for the draft, the check, the bench and the questions, so it needs nothing but the text: it goes
from the words of time back to the nearest sign of a verb's tense, and on where none comes before them.
"""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)*|[,;:.!?—–“”\"]|\d+")
_END = re.compile(r"(?<![A-Z.])(?<!Mr|Ms|Dr|St)(?<!Mrs|Gen|Sen|Rep|Gov|Lt\.)[.!?][\"”’')]*\s+(?=[\"“‘(]?[A-Z])|\n")
_REACH = 300


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WILL = _set("will would shall may might could can won't won’t wouldn’t wouldn't must")
_PLANNED = _set("due set scheduled planned slated expected booked billed timed")
_AHEAD = _set("ahead upcoming forthcoming")
_PLANS = _PLANNED | _set(
    """plan plans planning expect expects schedule agree agrees agreed intend intends intended promise promises promised
    vow vows vowed invite invited hope hopes hoped want wants wanted prepare prepares prepared preparing pledge pledged
    ready poised likely about going bound free need needs ought wait waiting waits aim aims aimed call calls called urge
    urged ask asked order ordered"""
)
_COMES = """begins starts opens takes resumes ends closes meets arrives leaves comes holds faces expires returns votes
gathers heads travels hosts kicks visits reopens convenes sits stages hands joins falls departs plays appears reports
retires moves decides becomes enters welcomes receives marks turns runs"""
#: Verbs whose present tense with a day speaks of what is to come, as they come after a noun in the singular ...
_COMING = _set(_COMES) | _set("goes flies launches")
#: ... and behind one in the plural.
COME = frozenset(word.removesuffix("s") for word in _COMING) | _set("go fly launch")
#: Verbs whose form in -ing with a day speaks of what is to come: is visiting, are meeting.
_MOVES = COME | _set(
    """address appear attend bring celebrate come debate deliver discuss do drive get give make march move open organise
    organize present publish put release see send sign speak stay stop strike take talk testify tour try unveil"""
)
#: Those of them that are no nouns as well, such as "the vote".
_ONLY_VERBS = _set(
    """begin open take resume meet arrive come expire gather convene reopen travel join depart appear retire decide
    become enter welcome receive go"""
)
_BESIDE = _set("not also now still being again once both all back widely")
_SAID = _set("said say says added announced confirmed believe thought think argued claimed noted")
_PAST = _set(
    """had was were did said told met went came left took began broke fell fled flew fought gave got held kept knew led
    lost made paid ran sat saw sent shot sold spoke spent stood struck swore taught thought threw won withdrew wrote
    became brought built bought caught chose drew drove felt found forgot grew heard hid laid lay meant rose sought
    shook sank stole tore understood wore died has have having"""
)
_BELIEVED = _set("believed said thought known reported")
_TOPIC = _set("about over")
_ABOUT = _TOPIC | _set("of for against with")
#: Behind "is" these say where or how somebody or something is: is in Hanoi for talks, is closed for the holiday.
_PLACED = _set("in at on under near here there open closed shut")
_DOING = _set("going due ready bound free planning preparing considering weighing hoping aiming expecting")
_BEFORE_PAST_DAY = _set("after following since")
_COPULA = _set("is are be being isn't aren't")
_CLAUSES = _set("after before when while because")
_BEFORE_NOUNS = _set("the a an of for in new their his its and")
_STOPS = _set("; . ! ?")
#: Where a clause begins.
_OPENINGS = _STOPS | _SAID | _set('that but as where while when which who : — – " “')


def speaks_of_future(text: str, start: int, end: int) -> bool:
    """Whether the sentence around the words of time from `start` to `end` speaks of what is to come.

    Example:
        >>> [speaks_of_future(t, t.index("Friday"), len(t)) for t in ("They will meet on Friday", "They met on Friday")]
        [True, False]
    """
    before = text[max(0, start - _REACH) : start]
    before = _END.split(before)[-1]
    behind = _END.split(text[end : end + _REACH], maxsplit=1)[0]
    words = [w for w in _WORD.findall(before) if w]
    last = words[-1].lower() if words else ""
    if last in _BEFORE_PAST_DAY:
        return False
    if last == "of" and len(words) > 1 and words[-2].lower() == "ahead":
        return True
    possessive = behind[:2] in ("'s", "’s")
    to_come = _back(words, possessive=possessive)
    if to_come is None:
        to_come = _on(_WORD.findall(behind[2:] if possessive else behind))
    elif to_come is False and not possessive and _in_what_is_said(words):
        to_come = bool(_on(_WORD.findall(behind)))
    return bool(to_come)


def _back(words: list[str], *, possessive: bool) -> bool | None:
    """The nearest sign of tense before words of time; None where there is none."""
    purpose = False  # behind "to" and a verb, what is planned decides
    for n in range(len(words) - 1, -1, -1):
        word, behind = words[n].lower(), _next(words, n)
        if word in _STOPS:
            return None
        if _ahead(words, n, purpose, possessive):
            return True
        if word in _PAST or (_is_past(words, n) and not (purpose and word in _PLANS)):
            return False
        if word in _COPULA and not possessive and behind:
            planned = _is_planned([w.lower() for w in words[n + 1 :]])
            if planned or word != "be":  # of "will be charged with" the other word tells
                return planned
        if word in _CLAUSES and not purpose and behind:
            return False if n else None
        purpose = purpose or (word == "to" and behind.islower())
    return None


def _is_planned(behind: list[str]) -> bool:
    """Whether what is behind "is" is to come: due, to visit, visiting; not: accused of, angry about, searching for."""
    start = next((n for n, w in enumerate(behind) if w not in _BESIDE and not w.endswith("ly")), len(behind))
    if any(w in _BELIEVED for w in behind):
        return False
    first = behind[start] if start < len(behind) else ""
    if first == "about":
        return behind[start + 1 : start + 2] == ["to"]
    if first == "to" or first in _DOING or first in _PLANS:
        return True
    if first.endswith("ing") and len(first) > 4:
        stem = first.removesuffix("ing")
        return bool(_MOVES.intersection((stem, f"{stem}e", stem[:-1])))
    about = _TOPIC if first in _PLACED else _ABOUT
    return about.isdisjoint(behind[start + 1 :])


def _ahead(words: list[str], n: int, purpose: bool, possessive: bool) -> bool:
    """Whether a word before words of time says that they are to come."""
    written, before, behind = words[n], words[n - 1].lower() if n else "", _next(words, n)
    word = written.lower()
    if word in _PLANNED and (before in _COPULA or behind in ("for", "on", "to")):
        return True
    if purpose and (word in _PLANS or (word in ("is", "are", "has", "have") and behind == "to")):
        return True
    if _is_will(written) or word in _AHEAD:
        return True
    return not possessive and _is_coming(words, n)


def _is_will(written: str) -> bool:
    return written != "May" and (written.lower() in _WILL or written.endswith(("'ll", "’ll")))


def _is_past(words: list[str], n: int) -> bool:
    """Whether a word is a verb in -ed that says its tense itself: closed, but not: will be closed."""
    word = words[n]
    return word.islower() and word.endswith("ed") and len(word) > 4 and not _behind_be(words, n)


def _next(words: list[str], n: int) -> str:
    return words[n + 1].lower() if n + 1 < len(words) else ""


def _behind_be(words: list[str], n: int) -> bool:
    """Whether a participle comes after a form of "be" that says its tense itself: will be closed, is closed."""
    for m in range(n - 1, max(-1, n - 4), -1):
        word = words[m].lower()
        if word in ("be", "is", "are", "being"):
            return True
        if not word.endswith("ly") and word not in ("not", "also", "now"):
            return False
    return False


def _is_coming(words: list[str], n: int) -> bool:
    """Whether a word is such a verb in the present tense: the envoy heads, ministers gather; not: the vote."""
    word, before = words[n], words[n - 1].lower() if n else ""
    if not n:
        return False
    if word in _COMING:
        return before not in _BEFORE_NOUNS and not before.endswith(("'s", "’s"))
    if word not in COME:
        return False
    return _is_plural(before) or before in ("they", "we", "people", "who", "police") or _are_several(words, n)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us", "is"))


def _are_several(words: list[str], n: int) -> bool:
    """Whether a clause has several who act before a verb: Iran and Iraq meet, envoys from Togo arrive."""
    several = False
    for m in range(n - 1, -1, -1):
        word = words[m].lower()
        if word in _OPENINGS:
            break
        if word in _PAST or word in _COPULA or word in ("to", "not") or _is_will(words[m]) or _is_past(words, m):
            return False
        if words[n] not in _ONLY_VERBS and (word in _BEFORE_NOUNS - {"and", "of"} or not words[n - 1][0].isupper()):
            return False
        several = several or _is_plural(word) or (word == "and" and m < n - 1)
    return several


def _on(words: list[str]) -> bool | None:
    """The first sign of tense behind words of time."""
    for n, written in enumerate(words[:30]):
        word = written.lower()
        if word in _STOPS:
            return None
        if word in ("is", "are"):
            return any(w.lower() in _PLANNED or w.lower() in ("to", "going") for w in words[n + 1 : n + 3])
        if _is_will(written) or _is_coming(words, n):
            return True
        if word in _PAST or _is_past(words, n):
            return False
    return None


def _in_what_is_said(words: list[str]) -> bool:
    """Whether words of time stand within what is said ("said the talks on Friday"), not beside the verb of saying."""
    lower = [w.lower() for w in words]
    at = max((n for n, word in enumerate(lower) if word in _SAID), default=-1)
    between = lower[at + 1 :]
    if at < 0 or len(between) < 2 or any(word in _PAST or word.endswith("ed") for word in between):
        return False
    return between[0] in ("the", "a", "that", "his", "her", "its", "their", "this", "no")
