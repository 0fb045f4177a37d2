"""A class's files as tables: who has done what, which questions are hard, where the class is split."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ...base.errors import CommuniqueError
from ...coding.loading import find_article
from ...course.course import Course, course_in, load_course
from ..answers.judge import Judge
from ..answers.taking import Pile
from ..files.handed_in import Allowance, Handed, files_in, read_handed
from ..files.journals import origin_of
from ..files.names import Who, pseudonyms, shown_names, who
from ..files.paths import plain_name
from .codings import coder_rows, coding_rows
from .counting import answer_rows, lesson_rows, question_rows, student_rows
from .forecasts import calibration_rows, forecast_rows, score_rows, sealed_rows
from .gains import form_rows, gain_rows
from .oddities import odd_rows, same_name_rows, skipped_rows
from .splits import position_rows, split_rows
from .tables import frame

#: Told while files are read: how many of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ClassReport:
    """What a class has done, as DataFrames with declared types; `load_class` makes one.

    `students`: one row a student. `lessons`: one a student and lesson. `questions`: one a question of the course.
    `answers`: one a student and question. `splits`: what the class judges differently. `positions`: the class's
    placings beside the article's coding. `forecasts`: one row an outcome, what the class said of it; `sealed`: one a
    student and outcome; `scores`: one a student, the Brier score; `calibration`: one a group of chances. `codings`:
    words that part of the class marked at the coding desk; `coders`: each student against the article's coding.
    `gains`: one row a skill, what those who filled in both forms could do before the course and after it; `forms`: the
    same by the form that came first. `skipped`: files and records that were passed over or look odd.

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
    forecasts: pd.DataFrame
    sealed: pd.DataFrame
    scores: pd.DataFrame
    calibration: pd.DataFrame
    codings: pd.DataFrame
    coders: pd.DataFrame
    gains: pd.DataFrame
    forms: pd.DataFrame
    skipped: pd.DataFrame

    def __repr__(self) -> str:
        return f"<ClassReport '{self.title}': {len(self.students)} students, {len(self.answers)} answered questions>"

    def of_student(self, student: str) -> pd.DataFrame:
        """The questions that one student has touched, as in `answers`."""
        return self.answers[self.answers["student"] == student].drop(columns="student").set_index("question")

    def of_question(self, question: str) -> pd.DataFrame:
        """What each student has done with one question, as in `answers`."""
        answers = self.answers[self.answers["question"] == question].drop(columns=["question", "lesson"])
        return answers.set_index("student")

    def divided(self, question: str, answers: str = "first") -> pd.DataFrame:
        """How the answers to one question divide: what was chosen, marked or placed, and by how many.

        Parameters:
            question: its name, as in the index of `questions`.
            answers: "first" (each student's first answer, before any feedback) or "last".

        Returns:
            `choice`, `key` (whether the key or the coding has it), `chosen`, `students`, `share`; no rows for what is
            written, or where nobody has answered.

        Raises:
            CommuniqueError: there is no such question, or `answers` is neither.
        """
        from .dividing import ANSWERS, divided_rows

        if answers not in ANSWERS:
            raise CommuniqueError(f"There are no '{answers}' answers.", "Choose first or last.")
        mine = self.answers[(self.answers["question"] == question) & (self.answers["first"] != "")]
        return frame("divided", divided_rows(question, mine[f"{answers}_answer"]))

    def html(self, absent: Iterable[str] | None = None) -> str:
        """The report as one page that needs no other file; `absent` names those of a class list without a file."""
        from .page import page_of

        return page_of(self.title, self.pseudonymous, vars(self), absent=absent)


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
        folder: holds journals (*.jsonl) and files made for handing in (*.zip), in folders or .zip files as a
            learning platform or nbgrader gives them.
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
    files, there_are_more = files_in(folder)
    allowance = Allowance()
    beside = Counter((path.parent, path.suffix.lower()) for path in files)
    for number, path in enumerate(files, 1):
        crowd = beside[path.parent, path.suffix.lower()] > 1
        for handed in read_handed(path, folder, crowd=crowd, allowance=allowance):
            one = _who(handed)
            pile = piles.get(one) or Pile(judge)
            if handed.content is not None and pile.add(handed.content):
                piles[one] = pile
                pile.odd["handin-changed"] += handed.changed
                pile.typed = _typed(handed) or pile.typed
            else:
                trouble = handed.trouble or "no-record"
                skipped.append((Handed(handed.place, trouble=trouble, count=handed.count), one))
        if progress:
            progress(number, len(files))
    if there_are_more:
        skipped.append((Handed((folder.name or str(folder),), trouble="folder-too-large"), Who("")))
    return _report(judge, piles, skipped, pseudonymous, word or str(folder.resolve()))


def _course(folder: Path, article: str | Path | None) -> Course:
    if article is None:
        return course_in(folder)
    course, path = load_course(), find_article(article)
    own = path.resolve() == find_article(course.article).resolve()
    return course if own else course.on(path)


def _who(handed: Handed) -> Who:
    typed = _typed(handed)
    origin = origin_of(handed.content or b"") if typed else ""
    return who(handed.place, typed=typed, origin=origin, owner=handed.owner, crowd=handed.crowd)


def _typed(handed: Handed) -> str:
    return plain_name(handed.note.name) if handed.note and handed.note.name.strip() else ""


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
            "typed": "" if pseudonymous else pile.typed,
            "platform": one.platform,
            "number": "" if pseudonymous else one.number,
        }
        for one, pile in piled
    }
    odd = [
        *skipped_rows(skipped, called, pseudonymous),
        *odd_rows({called[o]: p for o, p in piled}, pseudonymous),
        *same_name_rows({called[o]: o for o, _ in piled}),
    ]
    return ClassReport(
        title=judge.title,
        pseudonymous=pseudonymous,
        students=frame("students", student_rows(everyone, judge, about)),
        lessons=frame("lessons", lesson_rows(everyone, judge)),
        questions=frame("questions", question_rows(everyone, judge)),
        answers=frame("answers", answer_rows(everyone, judge)),
        splits=frame("splits", split_rows(everyone, judge)),
        positions=frame("positions", position_rows(everyone, judge)),
        forecasts=frame("forecasts", forecast_rows(everyone, judge)),
        sealed=frame("sealed", sealed_rows(everyone, judge)),
        scores=frame("scores", score_rows(everyone, judge)),
        calibration=frame("calibration", calibration_rows(everyone, judge)),
        codings=frame("codings", coding_rows(everyone, judge)),
        coders=frame("coders", coder_rows(everyone, judge)),
        gains=frame("gains", gain_rows(everyone, judge)),
        forms=frame("forms", form_rows(everyone, judge)),
        skipped=frame("skipped", odd),
    )
