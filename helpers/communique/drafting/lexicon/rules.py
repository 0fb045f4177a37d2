"""What the rules of the draft coder are, in a reader's words."""

from .lexicons import Lexicons, made_once, package_lexicons


@made_once
def _sentences(lexicons: Lexicons) -> dict[tuple[str, str], str]:
    return {(row["table"], row["rule"]): row["about"] for row in lexicons.rows("rules")}


def rule_in_words(table: str, rule: str) -> str:
    """Why a program drafted a row of this table: what its rule looks for ("" where no rule made it).

    Example:
        >>> rule_in_words("statements", "according to: According to")
        'according to somebody, before or behind the content.'
    """
    return _sentences(package_lexicons()).get((table, rule.partition(":")[0].strip()), "")
