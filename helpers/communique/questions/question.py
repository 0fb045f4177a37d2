"""A question, as every kind has it. It does not know its answer."""

from dataclasses import dataclass, field

from ..coding.pointers import Pointer
from ..course.lesson_key import LessonKey

#: In the name of an answer: what a later lesson asked again.
AGAIN = "again:"


@dataclass(frozen=True)
class Option:
    """One option of a question, and what a student is told who chose it wrongly or left it out.

    The choices, steps and lanes of a question have no feedback of their own; a line of a rubric has advice.
    """

    id: str
    text: str
    feedback: str = ""


@dataclass(frozen=True)
class Question:
    """One question; it does not know its answer.

    `options` are what is chosen, ordered, matched or placed; `choices` what they are matched with; `steps`
    (lowest first) and `lanes` where they are placed; `rubric` what a student looks for in a short answer;
    `starters` are beginnings of sentences; `text` names the short text that it is about, "" for the lesson's
    article, and `texts` those that it compares with the article; `look` is the paragraph that the report shows when
    the student reaches the question; `form` and `skill` say in which form it is asked before or after the course,
    and for what;
    `rows` (ids of actors) and `columns` (issues of the article) are the sides of a matrix, `core_rows` and
    `core_columns` the part of it that everybody fills. A lesson is done without what is `extra`.
    `former` is asked no more, and kept for the answers that were given to it; it is extra too.
    `generated` says that no person wrote it: it is made from the article's coding. `again` is the later lesson that
    asks it once more.
    """

    lesson: LessonKey
    id: str
    kind: str
    prompt: str
    hints: tuple[str, ...]
    explanation: str
    options: tuple[Option, ...] = ()
    choices: tuple[Option, ...] = ()
    steps: tuple[Option, ...] = ()
    lanes: tuple[Option, ...] = ()
    rubric: tuple[Option, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    core_rows: tuple[str, ...] = ()
    core_columns: tuple[str, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    near: tuple[Pointer, ...] = ()
    unit: str = "sentence"
    ask_yourself: tuple[str, ...] = field(default=())
    starters: tuple[str, ...] = ()
    text: str = ""
    look: str = ""
    texts: tuple[str, ...] = ()
    form: str = ""
    skill: str = ""
    extra: bool = False
    former: bool = False
    generated: bool = False
    again: LessonKey | None = None

    @property
    def name(self) -> str:
        """The question's name in the progress file: lesson/id, lesson@article/id, or lesson/again:first lesson/id."""
        return f"{self.again}/{AGAIN}{self.lesson.name}/{self.id}" if self.again else f"{self.lesson}/{self.id}"

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None where a newer lesson has none such."""
        return next((o for o in self.options if o.id == option_id), None)

    def label(self, name: str) -> str:
        """What a part of an answer is called: the text of an option, choice or step; "lane: step" for lane/step."""
        lane, _, step = name.partition("/")
        if step:
            return f"{self.label(lane)}: {self.label(step)}"
        named = (*self.options, *self.choices, *self.steps, *self.lanes)
        return next((o.text for o in named if o.id == name), name)
