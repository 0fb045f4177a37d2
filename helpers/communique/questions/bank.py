"""All questions of a lesson on an article, with their keys: the course's, the article's author's, and generated ones.

On the course's own article a lesson has the questions that were written for it. On an article that somebody brought
it has those that hold for any article, those that are in the article's own folder (lessons/<lesson>/questions.yml
and key.yml), and those that are generated from its coding.
"""

from collections.abc import Iterable, Mapping
from itertools import takewhile

from ..base.errors import CommuniqueError
from ..base.nearest import meant
from ..coding.article import CodedArticle
from ..course.course import LessonInfo
from ..course.lesson_key import LessonKey
from .keys import Key, load_keys, read_keys
from .kinds import kind_of
from .lesson_files import lesson_file
from .question import Question
from .reading import load_questions, read_questions


def questions_of(lesson: LessonKey, article: CodedArticle | None = None) -> Mapping[str, Question]:
    """The questions of a lesson, by id, in the order in which it asks them."""
    common = load_questions(lesson.name, lesson.article)
    if article is None or not lesson.article:
        return common
    from .generated.topics import of_lesson  # here: the course's own article needs none

    made = {name: one.question for name, one in of_lesson(article, lesson).items()}
    first = dict(takewhile(lambda item: not kind_of(item[1]).comes_last, common.items()))
    return {**first, **made, **written_for(lesson, article), **common}


def numbers_of(info: LessonInfo, questions: Iterable[Question]) -> dict[str, str]:
    """Question's id -> its number, alike on the card, the worksheet, in the teacher's book and the class report: "4.3".

    Those that a lesson is not done without come first, so that their numbers have no gap; then the extra
    ones, then those that are asked no more. The questions of a form have only numbers of their own.
    """
    lead = "" if info.key.is_form else f"{info.number}."
    in_turn = sorted(questions, key=lambda question: (question.extra, question.former))
    return {question.id: f"{lead}{place}" for place, question in enumerate(in_turn, 1)}


def written_for(lesson: LessonKey, article: CodedArticle) -> Mapping[str, Question]:
    """The questions that an article's author wrote for a lesson, by id."""
    path = lesson_file(lesson, article, "questions.yml")
    return read_questions(path, lesson, str(article.folder)) if path else {}


def keys_of(lesson: LessonKey, article: CodedArticle | None = None) -> Mapping[str, Key]:
    """The keys of a lesson's questions, by id; only marking reads them."""
    common = load_keys(lesson.name)
    if article is None or not lesson.article:
        return common
    from .generated.topics import of_lesson

    made = {name: one.key for name, one in of_lesson(article, lesson).items()}
    path = lesson_file(lesson, article, "key.yml")
    written = read_keys(path, str(article.folder)) if path else {}
    return {**common, **made, **written}


def generated_key(question: Question, article: CodedArticle) -> Key:
    """The key of a generated question; an empty one where the coding has changed and no longer gives it."""
    from .generated.topics import of_lesson

    made = of_lesson(article, question.lesson).get(question.id)
    return made.key if made else Key()


def practice_of(lesson: LessonKey, article: CodedArticle, topic: str) -> list[Question]:
    """The generated questions of a topic, as a lesson asks them; none where the coding gives none."""
    from .generated.topics import TOPICS, made_for, of_lesson

    here = [name for name, (home, *_) in TOPICS.items() if home == lesson.name]
    if topic not in here:
        what = f"There are no questions on '{topic}' in this lesson."
        raise CommuniqueError(what, meant(topic, here, "The topics of this lesson are"))
    names = {one.question.id for one in made_for(article, topic)}
    return [one.question for name, one in of_lesson(article, lesson).items() if name in names]
