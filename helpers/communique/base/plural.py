"""How many of a thing there are, in words."""


def counted(count: int, noun: str) -> str:
    """A number and its noun, in the plural where there is not one."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
