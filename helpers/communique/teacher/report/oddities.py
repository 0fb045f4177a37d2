"""What a teacher should look at: files that were not read, lines that are none, records that look odd."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ...base.strings import text
from ..answers.taking import Pile
from ..files import handed_in
from ..files.handed_in import PASSED_OVER, Handed
from ..files.names import Who

#: Of the files that were passed over in a folder so many are named.
_NAMED = 5


def skipped_rows(
    skipped: list[tuple[Handed, Who]], called: Mapping[Who, str], pseudonymous: bool
) -> Iterator[dict[str, Any]]:
    """One row for each file that was not read, or each folder of those passed over; with pseudonyms by a number."""
    folders: dict[tuple[str, ...], list[str]] = {}
    for handed, _ in skipped:
        if handed.trouble == PASSED_OVER:
            folders.setdefault(handed.place[:-1], []).append(handed.place[-1])
    troubled = [(handed, one) for handed, one in skipped if handed.trouble != PASSED_OVER]
    over = [
        (Handed((*folder, _listed(names)), trouble=PASSED_OVER, count=len(names)), Who(""))
        for folder, names in folders.items()
    ]
    for number, (handed, one) in enumerate([*troubled, *over], 1):
        file = text("report", "a-file", number=number) if pseudonymous else handed.file
        yield _row(handed.trouble, file=file, student=called.get(one, ""), count=handed.count or 1)


def _listed(names: list[str]) -> str:
    return ", ".join([*names[:_NAMED], "…"] if len(names) > _NAMED else names)


def odd_rows(piles: Mapping[str, Pile], pseudonymous: bool) -> Iterator[dict[str, Any]]:
    """One row for each student and each thing that looks odd in the student's files."""
    for student, pile in piles.items():
        yield from (_row(trouble, student, count) for trouble, count in sorted(pile.odd.items()) if count)
        if pile.unknown_records:
            # anyone who forges a name can write any: also a student's
            names = ", ".join(sorted(pile.unknown)) if not pseudonymous else ""
            yield _row("unknown-with-names" if names else "unknown", student, pile.unknown_records, names=names)
        for sealing in pile.sealings.values():
            for trouble in sorted(sealing.troubles):
                yield _row(trouble, student)
            if sealing.unknown:
                yield _row("seal-unknown", student, sealing.unknown)
    yield from _shared(piles)


def same_name_rows(called: Mapping[str, Who]) -> Iterator[dict[str, Any]]:
    """One row for each further student of one typed name: the files share no beginning, so they are kept apart."""
    first: dict[tuple[str, str], str] = {}
    for student, one in called.items():
        if one.origin and first.setdefault((one.name, one.apart), student) != student:
            yield _row("same-name", student, other=first[one.name, one.apart])


def _shared(piles: Mapping[str, Pile]) -> Iterator[dict[str, Any]]:
    """Answers under one id in the files of two students: an id is made at random, so one file is a copy."""
    students = list(piles)
    marks = np.concatenate([np.array(pile.answers) for pile in piles.values()] or [np.array([], np.uint64)])
    whose = np.repeat(np.arange(len(students)), [len(pile.answers) for pile in piles.values()])
    order = np.argsort(marks, kind="stable")  # of one mark the student comes first who does in the report
    again = np.flatnonzero(marks[order][1:] == marks[order][:-1]) + 1
    pairs: Counter[tuple[str, str]] = Counter()
    owner = -1
    for place, before in zip(again.tolist(), [-1, *again.tolist()], strict=False):
        if before != place - 1:  # the second of them: the one before it is the first
            owner = whose[order[place - 1]]
        pairs[students[owner], students[whose[order[place]]]] += 1
    for (first, second), count in pairs.items():
        yield _row("shared", second, count, other=first)


def _row(trouble: str, student: str = "", count: int = 1, file: str = "", **values: Any) -> dict[str, Any]:
    note = text("report", f"odd-{trouble}", count=count, most=f"{handed_in.CLASS_ENTRIES:,}", **values)
    return {"file": file, "student": student, "trouble": trouble, "count": count, "note": note}
