"""Quotations: pairs of quotation marks of every kind, nested, unclosed, or going on over paragraphs."""

import re
from dataclasses import dataclass

from ...text.spans import sentence_spans
from ..lexicon.words import listed, speech_forms, word_set

_OPENING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "‟": "”", "``": "''"}
_TURNED = {"»": "«", "”": "”", "›": "‹", "''": "''"}
_CLOSING = {"”", "»", "›", "」", "』", "''"}
_DOUBLES = {'"', "＂"}
_SINGLES = {"'", "‘", "’"}
_MARK = re.compile(r"""``|''|["＂“”„‟«»‹›「」『』]|['‘’]""")
#: A single mark that closes what a double one opened: "We will not sign,' he said.
_SINGLE_END = re.compile(r"(?<=[,.!?…])['’](?=\s|$)")
_SINGLE_START = re.compile(r"(?<![^\s(\[—–-])['‘](?=\w)")
_ELISION = re.compile(r"""['’](?:em|til|cause|bout|cos|n|twas|tis|\d0s|\d\d)\b""", re.IGNORECASE)
#: What may be who said it, between a comma and the next mark: We will wait, | the envoy said |.
_CLAUSE = re.compile(r"""(?<=[,?!…])\s+((?:[^,.?!;:()“”"]|(?<=Mr|Ms|Dr)\.){4,90})(?=[,.;:]|$)""")
_SPEAKERS = word_set("the a an one another he she they his her their mr ms mrs dr")
BEHIND_SAID = listed("behind said")


@dataclass(slots=True)
class Quotation:
    """The characters from an opening to its closing mark, both included: `text[start:end]`.

    `depth` is 0 for a quotation outside any other; `opened` and `closed` tell whether its opening and its closing mark
    were found, and `continued` whether it goes on from the paragraph before.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    continued: bool = False
    opened: bool = True


def find_quotations(texts: list[str]) -> list[list[Quotation]]:
    """The quotations of each text, in order of their start; a text is a paragraph.

    A quotation that is not closed and is opened again at the start of the next paragraph goes on there.

    Example:
        >>> [(q.start, q.end) for q in find_quotations(['He said "no".'])[0]]
        [(8, 12)]
    """
    quotations = [_in_paragraph(text) for text in texts]
    pairs = zip(texts, quotations, strict=True)
    quotations = [_in_paragraph(text, nested=False) if _lost(q) else q for text, q in pairs]
    for number, text in enumerate(texts):
        unclosed = [q for q in quotations[number] if not q.closed and q.depth == 0]
        following = texts[number + 1] if unclosed and number + 1 < len(texts) else ""
        if following and quotations[number + 1] and following[0] == text[unclosed[-1].start]:
            quotations[number + 1][0].continued = quotations[number + 1][0].start == 0
            unclosed.pop()
        for quotation in unclosed:
            quotation.end = _before_speaker(text, quotation)
    return quotations


def _before_speaker(text: str, quotation: Quotation) -> int:
    """Where a quotation that has lost its closing mark ends: before who said it, if that is told."""
    forms = speech_forms()
    for match in _CLAUSE.finditer(text, quotation.start, quotation.end):
        words = match[1].split()
        verb = next((n for n, word in enumerate(words[:9]) if word in forms), -1)
        speaker, behind = (words[1:], []) if verb == 0 else (words[:verb], words[verb + 1 :])
        named = verb >= 0 and speaker and (speaker[0] in _SPEAKERS or (speaker[0][0].isupper() and speaker[0] != "I"))
        if named and (not behind or behind[0].lower() in BEHIND_SAID):
            return match.start()
    return quotation.end


def _lost(quotations: list[Quotation]) -> bool:
    """Whether an unclosed quotation holds others: then a closing mark was lost, rather than one nested."""
    return any(not outer.closed and q.depth for outer in quotations[:1] for q in quotations[1:2])


def _in_paragraph(text: str, *, nested: bool = True) -> list[Quotation]:
    quotations: list[Quotation] = []
    stack: list[tuple[int, str]] = []  # where a mark opened, and what closes it
    singles = _single_pairs(text)
    balanced = text.count("“") == text.count("”")

    def close() -> None:
        start, _ = stack.pop()
        quotations.append(Quotation(start, match.end(), len(stack)))

    for match in _MARK.finditer(text):
        mark, at, end = match[0], match.start(), match.end()
        begins = _begins(text, at, end)
        if mark in _SINGLES:
            if at in singles:
                quotations.append(Quotation(at, singles[at], len(stack)))
        elif stack and mark in stack[-1][1] and not (mark in _DOUBLES and begins):
            close()
        elif mark in _CLOSING and any(mark in closers for _, closers in stack[-4:]):
            while mark not in stack[-1][1]:
                stack.pop()
            close()
        elif stack and not begins and not text[end : end + 1].isalnum():
            close()  # a mistyped mark, where only a closing one can stand
        elif at > (low := quotations[-1].end if quotations else 0) and _only_closes(text, at, end):
            start = _lost_opening(text, low, at, singles)
            quotations.append(Quotation(start, end, opened=text[start] in _SINGLES))
        elif mark in _OPENING or (begins and mark in _TURNED and not stack):
            if stack and text[stack[-1][0]] == mark and begins and not balanced:
                _close_open(text, stack, quotations, at)
            stack.append((at, _OPENING.get(mark) or _TURNED[mark]))
        elif mark in _DOUBLES and (begins or not stack) and _opens(text, at):
            if stack and not nested:
                _close_open(text, stack, quotations, at)
            stack.append((at, '"＂”'))
    if stack:
        start = stack[0][0]
        ends = set(singles.values())
        single = next((m.end() for m in _SINGLE_END.finditer(text, start + 1) if m.end() not in ends), 0)
        quotations.append(Quotation(start, single or len(text), 0, closed=bool(single)))
    quotations.sort(key=lambda q: (q.start, -q.end))
    _set_depths(quotations)
    return quotations


def _only_closes(text: str, at: int, end: int) -> bool:
    """Whether a mark stands where none can open: behind a comma or a full stop, before no word."""
    return text[at - 1 : at] in tuple(",.?!…") and not text[end : end + 1].isalnum() and not _begins(text, at, end)


def _lost_opening(text: str, low: int, at: int, singles: dict[int, int]) -> int:
    """Where a quotation begins that only a closing mark shows: at a single mark, or with its sentence."""
    for match in _SINGLE_START.finditer(text, low, at):
        if match.start() not in singles and not _ELISION.match(text, match.start()):
            return match.start()
    return low + max(sentence_spans(text[low:at]), default=(0,))[0]


def _close_open(text: str, stack: list[tuple[int, str]], quotations: list[Quotation], at: int) -> None:
    """A mark opens where one is open already: the first has lost its closing mark and ends here."""
    start, _ = stack.pop()
    end = len(text[:at].rstrip())
    if end > start + 1:
        quotations.append(Quotation(start, end, len(stack), closed=False))


def _set_depths(quotations: list[Quotation]) -> None:
    """How many other quotations each is in."""
    open_ends: list[int] = []
    for quotation in quotations:
        while open_ends and open_ends[-1] <= quotation.start:
            open_ends.pop()
        quotation.depth = len(open_ends)
        open_ends.append(quotation.end)


def _begins(text: str, at: int, end: int) -> bool:
    """Whether a mark stands where a quotation may begin: after a space, a bracket or a dash, before a word."""
    before, after = text[at - 1 : at], text[end : end + 1]
    return (not before or before.isspace() or before in "([{—–-/“‘'\"") and bool(after) and not after.isspace()


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark may open: not right behind a figure (6 feet 2")."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isdigit() and bool(after) and (not before.isalnum() or not after.isspace())


def _single_pairs(text: str) -> dict[int, int]:
    """Single marks that open a quotation, and where that ends; an apostrophe opens none."""
    if "'" not in text and "‘" not in text and "’" not in text:
        return {}
    elisions = {m.start() for m in _ELISION.finditer(text)}
    pairs: dict[int, int] = {}
    opened = weak = -1
    for match in re.finditer(r"['‘’]", text):
        at, mark = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        free_left = not before or before.isspace() or before in '([{—–-/"“'
        free_right = not after or not (after.isalnum() or after == "'")
        if mark != "’" and free_left and not free_right and at not in elisions:
            if opened >= 0 and weak > opened:
                pairs[opened] = weak + 1
            opened, weak = at, -1
        elif mark != "‘" and free_right and not free_left and opened >= 0:
            if before in "sS" and after.isspace() and text[at + 2 : at + 3].islower():
                weak = at  # "the states' rights": it closes only where nothing better follows
            else:
                pairs[opened] = at + 1
                opened = -1
    if opened >= 0 and weak > opened:
        pairs[opened] = weak + 1
    return pairs
