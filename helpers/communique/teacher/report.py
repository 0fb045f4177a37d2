"""A class's files as tables: who has done what, which questions are hard, where the class is split."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..checking import find_article
from ..course import Course, course_in, load_course
from .counting import answer_rows, lesson_rows, question_rows, student_rows
from .handed_in import Handed, files_in, read_handed
from .judging import Judge
from .names import Who, pseudonyms, shown_names, who
from .oddities import odd_rows, skipped_rows
from .positions import position_rows
from .splits import split_rows
from .tables import frame
from .taking import Pile

if TYPE_CHECKING:
    import pandas as pd

#: Told while files are read: how many of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ClassReport:
    """What a class has done, as DataFrames with declared types; `load_class` makes one.

    `students`: one row a student. `lessons`: one a student and lesson. `questions`: one a question of the course.
    `answers`: one a student and question. `splits`: what the class judges differently. `positions`: the class's
    placings beside the article's coding. `skipped`: files and records that were passed over or look odd.

    Example:
        >>> import tempfile
        >>> load_class(tempfile.mkdtemp()).students.empty
        True
    """

    title: str
    pseudonymous: bool
    students: pd.DataFrame
    lessons: pd.DataFrame
    questions: pd.DataFrame
    answers: pd.DataFrame
    splits: pd.DataFrame
    positions: pd.DataFrame
    skipped: pd.DataFrame

    def __repr__(self) -> str:
        return f"<ClassReport '{self.title}': {len(self.students)} students, {len(self.answers)} answered questions>"

    def of_student(self, student: str) -> pd.DataFrame:
        """The questions that one student has touched, as in `answers`."""
        return self.answers[self.answers["student"] == student].drop(columns="student").set_index("question")

    def of_question(self, question: str) -> pd.DataFrame:
        """What each student has done with one question, as in `answers`."""
        found = self.answers[self.answers["question"] == question].drop(columns=["question", "lesson"])
        return found.set_index("student")

    def html(self) -> str:
        """The report as one page that needs no other file."""
        from .page import page_of

        return page_of(self)


def load_class(
    folder: str | Path,
    *,
    pseudonymous: bool = False,
    word: str = "",
    article: str | Path | None = None,
    progress: Progress | None = None,
) -> ClassReport:
    """Read the files that the students of a class handed in; none is changed, and nothing is unpacked.

    Parameters:
        folder: holds journals (*.jsonl), in folders or .zip files as a learning platform gives them.
        pseudonymous: made-up labels in place of all names.
        word: changes the labels; the path of the folder, if none is given.
        article: the article that the class worked on; the one in the folder, or the course's own, if none is given.
            Answers on another article are counted as unknown, and never as answers to this one.
        progress: is told after each file how many of how many are read.

    Returns:
        A frozen ClassReport; empty tables with the same columns and types where there is no student.

    Raises:
        CommuniqueError: there is no such folder.

    Example:
        >>> import tempfile
        >>> load_class(tempfile.mkdtemp())
        <ClassReport 'Communiqué: how to read a diplomatic news story': 0 students, 0 answered questions>
    """
    folder = Path(folder).expanduser()
    judge = Judge(_course(folder, article))
    piles: dict[Who, Pile] = {}
    skipped: list[tuple[Handed, Who]] = []
    files = files_in(folder)
    for number, path in enumerate(files, 1):
        for handed in read_handed(path, folder):
            one = who(handed.place)
            pile = piles.get(one) or Pile(judge)
            if handed.content is not None and pile.add(handed.content):
                piles[one] = pile
            else:
                skipped.append((Handed(handed.place, trouble=handed.trouble or _why(handed.content)), one))
        if progress:
            progress(number, len(files))
    return _report(judge, piles, skipped, pseudonymous, word or str(folder.resolve()))


def _course(folder: Path, article: str | Path | None) -> Course:
    if article is None:
        return course_in(folder)
    course, path = load_course(), find_article(article)
    own = path.resolve() == find_article(course.article).resolve()
    return course if own else course.on(path)


def _why(content: bytes | None) -> str:
    return "no-record" if (content or b"").strip() else "empty"


def _report(
    judge: Judge, piles: dict[Who, Pile], skipped: list[tuple[Handed, Who]], pseudonymous: bool, word: str
) -> ClassReport:
    names = shown_names(piles)
    labels = pseudonyms(names.values(), word)
    called = {one: labels[name] if pseudonymous else name for one, name in names.items()}
    piled = sorted(piles.items(), key=lambda item: (called[item[0]].casefold(), called[item[0]]))
    everyone = {called[one]: pile.work() for one, pile in piled}
    about = {
        called[one]: {
            "pseudonym": labels[names[one]],
            "files": pile.files,
            "platform": one.platform,
            "number": "" if pseudonymous else one.number,
        }
        for one, pile in piled
    }
    odd = [*skipped_rows(skipped, called, pseudonymous), *odd_rows({called[o]: p for o, p in piled}, pseudonymous)]
    return ClassReport(
        title=judge.title,
        pseudonymous=pseudonymous,
        students=frame("students", student_rows(everyone, judge, about)),
        lessons=frame("lessons", lesson_rows(everyone, judge)),
        questions=frame("questions", question_rows(everyone, judge)),
        answers=frame("answers", answer_rows(everyone, judge)),
        splits=frame("splits", split_rows(everyone, judge)),
        positions=frame("positions", position_rows(everyone, judge)),
        skipped=frame("skipped", odd),
    )
