"""A content: the words that somebody says, and the rule that finds them."""

from dataclasses import dataclass


@dataclass(slots=True)
class Content:
    """Tokens `first` to `last` (not included) of a content, the cue's last token + 1, and the rule's name."""

    first: int
    last: int
    cue_last: int
    rule: str
