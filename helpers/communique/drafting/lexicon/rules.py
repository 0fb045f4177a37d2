"""What the rules of the draft coder are, in a reader's words."""

import functools

from .lexicons import package_lexicons

#: Below this share of right rows a rule's rows are doubtful.
_DOUBTFUL = 0.8


@functools.cache
def _rules() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["table"], row["rule"]): row for row in package_lexicons().rows("rules")}


def _rule(table: str, rule: str) -> dict[str, str]:
    return _rules().get((table, rule.partition(":")[0].strip()), {})


def is_doubtful(table: str, rule: str) -> bool:
    """Whether a rule was often wrong on the texts that people coded, or made too few rows there to tell.

    Example:
        >>> is_doubtful("statements", "a clause with that: said"), is_doubtful("statements", "a passive: is believed")
        (False, True)
    """
    right = share_right(table, rule)
    return bool(rule) and (right is None or right < _DOUBTFUL)


def share_right(table: str, rule: str) -> float | None:
    """Which share of a rule's rows was right on the texts that people coded; None where it made too few to tell."""
    right = _rule(table, rule).get("right")
    return float(right) if right else None


@functools.lru_cache(maxsize=10_000)  # the review bench asks for each row again, step by step
def trigger_in_words(table: str, trigger: str) -> str:
    """The words that made a rule fire, without the names of the rules inside it.

    Example:
        >>> trigger_in_words("events", "will .. verb: visit")
        'will … visit'
        >>> trigger_in_words("events", "issued .. verb with event noun: denial")
        'issued … denial'
    """
    for one, rule in sorted(_rules(), key=lambda pair: -len(pair[1])):
        trigger = trigger.replace(f"{rule}: ", "") if one == table else trigger
    return trigger.replace(" .. ", " … ").replace("_", " ").strip()


def rule_in_words(table: str, rule: str) -> str:
    """Why a program drafted a row of this table: what its rule looks for ("" where no rule made it).

    Example:
        >>> rule_in_words("statements", "according to: According to")
        '“According to” names who says so.'
    """
    return _rule(table, rule).get("about", "")
