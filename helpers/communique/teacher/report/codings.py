"""How far a class agrees at the coding desk: which words it marks, and how near that is to the article's coding."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from ...base.strings import text
from ...tools.desk.agreement import alpha_of, two_by_two
from ...tools.desk.comparing import KIND_COLUMNS, ArticlePart, MarkedWords, place_in_text
from ..answers.judge import Judge
from .counting import Class, Rows


def coding_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each run of words, those nearest to one half of the class first.

    A run is what the article's coding marks, or words beside it that the same students marked; `marked` counts who
    marked any of them, `reference` says whether the article's coding does. `alpha` is Krippendorff's, over all words
    of the part, marked or not. Nothing is there of a part and layer that nobody compared.
    """
    for lesson, part_id, title, part, layer, coded in _sets(everyone, judge):
        marks = Counter(n for marked in coded.values() for n in marked)
        numbers = range(len(part.units["word"]))
        alpha = alpha_of({True: marks[n], False: len(coded) - marks[n]} for n in numbers)
        rows: list[dict[str, Any]] = []
        for place, words, who, theirs in _runs(part, layer, coded):
            rows.append(
                {
                    **{"lesson": lesson, "part": part_id, "part_title": title, "layer": layer, "paragraph": place},
                    **{"words": words, "marked": len(who), "students": len(coded), "share": len(who) / len(coded)},
                    **{"split": 1 - abs(1 - 2 * len(who) / len(coded)), "reference": theirs, "alpha": alpha},
                    "discuss": _ask(words, place, layer, len(who), len(coded)),
                }
            )
        yield from sorted(rows, key=lambda row: -row["split"])


def coder_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each student, part and layer: agreement with the article's coding, word for word.

    `percent` (0 to 100) and Cohen's `kappa` are of the first comparison; no kappa where it is not defined.
    """
    for lesson, part_id, title, part, layer, coded in _sets(everyone, judge):
        count = len(part.units["word"])
        reference = frozenset().union(*(part.under(mark, "word") for mark in part.reference(layer)))
        for student, marked in coded.items():
            theirs = set(marked)
            both = two_by_two([n in theirs for n in range(count)], [n in reference for n in range(count)])
            same = (both.both + both.neither) / both.units
            chance = (both.expected[0] + both.expected[3]) / both.units
            yield {
                **{"student": student, "lesson": lesson, "part": part_id, "part_title": title, "layer": layer},
                **{"marked": len(marked), "words": count, "percent": 100 * same},
                "kappa": (same - chance) / (1 - chance) if chance < 1 else None,
            }


def _sets(
    everyone: Class, judge: Judge
) -> Iterator[tuple[str, str, str, ArticlePart, str, dict[str, tuple[int, ...]]]]:
    """Lesson, part and layer that anybody compared, with student -> numbers of the marked words."""
    for name, parts in judge.desks.items():
        coded = {student: work.coded[name] for student, work in everyone.items() if name in work.coded}
        begun = {key for marked in coded.values() for key in marked}
        for part_id, layer in [(p, one) for p in parts for one in KIND_COLUMNS if (p, one) in begun]:
            title, part = parts[part_id]
            here = {s: marked[part_id, layer] for s, marked in coded.items() if (part_id, layer) in marked}
            yield name.partition("/")[0], part_id, title, part, layer, here


def _runs(
    part: ArticlePart, layer: str, coded: Mapping[str, tuple[int, ...]]
) -> Iterator[tuple[str, str, frozenset[str], bool]]:
    """Paragraph, words, who marked any of them, and whether the article's coding does."""
    words = part.units["word"]
    covered = [(mark, part.under(mark, "word")) for mark in part.reference(layer)]
    by_word: list[set[str]] = [set() for _ in words]
    for student, marked in coded.items():
        for n in marked:
            by_word[n].add(student)
    who = list(map(frozenset, by_word))

    def alike(number: int) -> tuple[str, tuple[MarkedWords, ...], frozenset[str]]:
        theirs = tuple(mark for mark, numbers in covered if number in numbers)
        return words[number].paragraph_id, theirs, frozenset() if theirs else who[number]

    for (place, theirs, _), run in groupby(range(len(words)), alike):
        numbers = list(run)
        anybody = frozenset().union(*(who[n] for n in numbers))
        if anybody or theirs:
            start, end = words[numbers[0]].span.start, words[numbers[-1]].span.end
            yield place_in_text(place), part.article.paragraph(place).text[start:end], anybody, bool(theirs)


def _ask(words: str, place: str, layer: str, marked: int, students: int) -> str:
    values = {"words": words, "place": place, "layer": text("reader", f"layer-{layer}").lower()}
    return text("report", "ask-coding", **values, marked=marked, rest=students - marked, students=students)
