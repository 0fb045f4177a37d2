"""How long a lesson takes, reckoned: its words at the pace of a careful reader, and a time for each thing to do."""

import re
from dataclasses import dataclass

from ..coding.article import CodedArticle
from ..coding.loading import load_text
from ..course.course import LessonInfo
from ..course.lesson_key import FORMS
from ..questions.bank import questions_of
from ..questions.how_far import counted
from ..questions.kinds import kind_of
from ..questions.question import Question
from .notebooks import FOLD, MORE, text_for

WORDS_A_MINUTE = 150

#: Seconds for what is done besides reading and answering: `show` is a table or a chart, `remembering` what a lesson
#: asks again, `one-thing-to-check` the question of this id, which takes one sentence; the rest are tools.
SECONDS = {
    "one-thing-to-check": 60,
    "show": 40,
    "remembering": 120,
    "voice-audit": 120,
    "scenario": 420,
    "headline-workshop": 420,
    "coding-desk": 900,
    "forecast": 420,
    "your-article": 720,
    "negotiating-table": 1500,
}
_CELL = re.compile(r"```\{code-cell\}.*?```", re.DOTALL)
_FOLDED = re.compile(rf"^(?:{FOLD}|{MORE})\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Minutes:
    """What a lesson takes, in minutes: to read, and to do."""

    reading: float
    doing: float

    @property
    def all(self) -> float:
        return self.reading + self.doing


def reckoned(info: LessonInfo, article: CodedArticle) -> Minutes:
    """The minutes of a lesson on the course's own article, without what is extra, or of one form.

    In the first lesson the whole article is read, and nothing is asked again. In a form neither is done.
    """
    form = info.key.is_form
    text = _FOLDED.sub("", text_for(f"{FORMS}/{info.name}.md" if form else f"{info.name}/lesson.md").split("---", 2)[2])
    asked = counted(questions_of(info.key).values())
    asked = [question for question in asked if question.form == asked[0].form]
    words = len(_CELL.sub("", text).split()) + sum(map(_words, asked))
    first = info.number == 1
    texts = {name for q in asked for name in (q.text, *q.texts) if name}
    words += _length(article) * first + sum(_length(load_text(name)) for name in texts)
    tools = re.findall(r'lesson\.tool\("([^"]+)"', text)
    shown = ["show"] * text.count("lesson.show(")
    other = [*tools, *shown, *([] if first or form else ["remembering"])]
    seconds = sum(SECONDS.get(one.id) or kind_of(one).seconds_for(one) for one in asked) + sum(
        SECONDS[name] for name in other
    )
    return Minutes(words / WORDS_A_MINUTE, seconds / 60)


def _length(article: CodedArticle) -> int:
    return sum(len(paragraph.text.split()) for paragraph in article.paragraphs)


def _words(question: Question) -> int:
    """What everybody reads of a question: not the hints, and the feedback of one option; in a form no feedback."""
    lists = (question.options, question.choices, question.steps, question.rubric)
    parts = [question.prompt, *(one.text for options in lists for one in options)]
    if not question.form:
        parts += [question.explanation, max((one.feedback for one in question.options), key=len, default="")]
    return sum(len(part.split()) for part in parts)
