"""Nobody finds a right answer without reading: neither its place, nor its length, nor a hint gives it away."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from communique.base.places import lessons_folder
from communique.coding.loading import load_text
from communique.course.course import load_course
from communique.course.lesson_key import FORMS
from communique.questions.keys import load_keys
from communique.questions.question import Option, Question
from communique.questions.reading import load_questions
from communique.widgets.questions.question import in_own_order

LESSONS = [question for lesson in load_course().lessons for question in load_questions(lesson.name).values()]
IN_FORMS = list(load_questions(FORMS).values())
BANK = LESSONS + IN_FORMS
ON_TEXTS = [question for question in BANK if question.text and load_keys(str(question.lesson))[question.id].model == ""]
ONE_RIGHT = [question for question in BANK if question.kind == "choose-one"]
MANY_RIGHT = [question for question in BANK if question.kind == "choose-many"]


def _right(question: Question) -> str:
    return load_keys(str(question.lesson))[question.id].right[0]


def _chi_square(counts: list[int]) -> float:
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 / expected for count in counts)


def test_the_right_option_is_in_each_place_alike() -> None:
    """Two hundred students, four places: chi-square with three degrees of freedom, below its value for p = 0.001."""
    asked = [question for question in ONE_RIGHT if len(question.options) == 4]
    places = Counter(
        [option.id for option in in_own_order(question.options, f"{student} {question.name}")].index(right)
        for question, right in zip(asked, map(_right, asked), strict=True)
        for student in range(200)
    )
    assert len(asked) >= 15
    assert _chi_square([places[place] for place in range(4)]) < 16.27
    assert _chi_square([1, 7, 12, 1]) < 16.27 < _chi_square([10, 70, 120, 10])


def test_an_order_is_a_students_own_and_stays() -> None:
    """The same student sees the same order each time, and a class sees more than one; nothing is lost or doubled."""
    options = tuple(Option(name, name) for name in "abcd")
    orders = [in_own_order(options, f"{student} x/y") for student in range(30)]
    assert orders == [in_own_order(options, f"{student} x/y") for student in range(30)]
    assert 10 < len(set(orders))
    assert {frozenset(options)} == {frozenset(order) for order in orders}


def _length_ranks(asked: list[Question]) -> list[float]:
    """How often the right option is the shortest, the next one, and so on; options of one length share their ranks."""
    ranks = [0.0] * len(asked[0].options)
    for question in asked:
        lengths = [len(option.text) for option in question.options]
        own = len(question.option(_right(question)).text)
        first, alike = sum(length < own for length in lengths), lengths.count(own)
        for rank in range(first, first + alike):
            ranks[rank] += 1 / alike
    return ranks


#: Below these values of chi-square, by the number of options, p is above 0.2.
CHANCE = {2: 1.64, 3: 3.22, 4: 4.64, 5: 5.99}


@pytest.mark.parametrize("size", sorted({len(question.options) for question in ONE_RIGHT}))
def test_the_right_options_length_is_no_guide(size: int) -> None:
    """Whoever takes the longest option, the shortest, or always the second, is right about as often as by chance."""
    assert _chi_square(_length_ranks([q for q in ONE_RIGHT if len(q.options) == size])) < CHANCE[size]
    assert CHANCE[4] < _chi_square([13, 23, 11, 5])


@pytest.mark.parametrize("end", [max, min])
def test_the_length_of_an_option_among_many_is_no_guide(end: Callable[[list[int]], int]) -> None:
    """The longest option belongs to the right ones about as often as any, and so does the shortest."""
    right, by_chance, variance = 0.0, 0.0, 0.0
    for question in MANY_RIGHT:
        taken = load_keys(str(question.lesson))[question.id].right
        extreme = end([len(option.text) for option in question.options])
        at_end = [option.id in taken for option in question.options if len(option.text) == extreme]
        share = len(taken) / len(question.options)
        right += sum(at_end) / len(at_end)
        by_chance += share
        variance += share * (1 - share)
    assert len(MANY_RIGHT) >= 15
    assert (right - by_chance) ** 2 < 1.64 * variance


@pytest.mark.parametrize("question", [q for q in BANK if q.kind == "match-pairs"], ids=lambda q: q.name)
def test_choices_do_not_follow_their_lines(question: Question) -> None:
    """On paper, where nothing is shuffled, the choices are not in the order of the lines they belong to."""
    pairs = load_keys(str(question.lesson))[question.id].pairs
    firsts = [
        pairs[option.id] if isinstance(pairs[option.id], str) else pairs[option.id][0] for option in question.options
    ]
    places = [[choice.id for choice in question.choices].index(choice) for choice in firsts]
    assert sorted(places) != places


#: Words that say nothing, or only that one should look.
EMPTY = frozenset(
    re.findall(
        "[a-z]+",
        "a an the of to in on at by for from with and or but not no it its is are was be been do does did that this "
        "these those there as if so what which who where when how why you your they them their he his she her has "
        "have had will would can could may must should about into out look read ask find mark choose take paragraph "
        "paragraphs sentence report word words",
    )
)


def _says(text: str) -> set[str]:
    """The beginnings of the words that say something, the numbers, and what is in quotation marks."""
    words = re.findall(r"[a-z]+|[0-9]+", text.lower())
    quoted = re.findall(r'"([a-z]+)"', text.lower())
    return {word[:5] for word in words if word not in EMPTY and (len(word) > 2 or word.isdigit())} | set(quoted)


def _adds(prompt: str, hint: str) -> bool:
    """Whether a hint names another paragraph than the prompt, or says at least two things that are not in it."""
    new = _says(hint) - _says(prompt)
    return len(new) >= 2 or any(word.isdigit() for word in new)


@pytest.mark.parametrize("question", [q for q in BANK if q.hints], ids=lambda q: q.name)
def test_a_first_hint_does_not_repeat_the_prompt(question: Question) -> None:
    """Whoever asks for a hint learns something, and not only to look where the prompt says so already."""
    assert _adds(question.prompt, question.hints[0])


def test_a_hint_that_repeats_the_prompt_is_found() -> None:
    """In other words, with another order, or with the place alone."""
    prompt = "Read paragraph 1 of the report. Which country does it name first? Choose one."
    for hint in (
        "Look at the first sentence of paragraph 1.",
        "Find the country that is named first.",
        "Read it once.",
    ):
        assert not _adds(prompt, hint)
    assert _adds(prompt, "Look at paragraph 2.")
    assert _adds(prompt, "Begin after the headline.")


@pytest.mark.parametrize("form", ["a", "b"])
def test_a_form_cannot_be_guessed(form: str) -> None:
    """In ten questions no place is right more than three times, and the longest or shortest option is no guide."""
    asked = [question for question in IN_FORMS if question.form == form]
    places = Counter([option.id for option in q.options].index(_right(q)) for q in asked)
    lengths = [sorted(len(option.text) for option in q.options) for q in asked]
    right = [len(q.option(_right(q)).text) for q in asked]
    assert 10 == len(asked)
    assert max(places.values()) <= 3
    assert sum(one == all_[-1] > all_[-2] for one, all_ in zip(right, lengths, strict=True)) <= 4
    assert sum(one == all_[0] < all_[1] for one, all_ in zip(right, lengths, strict=True)) <= 4


def test_the_forms_are_alike() -> None:
    """For each skill both forms have the same kind, as many options and prompts and options of much the same length."""
    pairs = [(a, b) for a in IN_FORMS for b in IN_FORMS if ("a", "b", a.skill) == (a.form, b.form, b.skill)]
    assert 10 == len(pairs)
    for a, b in pairs:
        assert (a.kind, len(a.options)) == (b.kind, len(b.options)), a.skill
        sizes = [sum(len(t.split()) for t in (q.prompt, *(o.text for o in q.options))) for q in (a, b)]
        assert max(sizes) <= 1.3 * min(sizes), a.skill


def test_a_text_is_in_one_form_and_nowhere_else() -> None:
    """Nobody has met the text of a form in a lesson, or in the other form."""
    texts = {form: {question.text for question in IN_FORMS if question.form == form} for form in "ab"}
    assert set() == texts["a"] & texts["b"]
    assert set() == (texts["a"] | texts["b"]) & {question.text for question in LESSONS}


def test_no_lesson_shows_the_text_of_an_exit_ticket() -> None:
    """Each lesson ends on a made-up text of its own, which no other lesson, no form, no tool and no prose has."""
    last = ("exit-ticket", "one-thing-to-check")
    tickets = {
        str(question.lesson): question.text for question in LESSONS if question.id == last[0] and not question.former
    }
    elsewhere = {question.text for question in BANK if question.id not in last}
    assert [info.name for info in load_course().lessons] == list(tickets)
    assert len(tickets) == len(set(tickets.values()))
    assert tickets == {str(question.lesson): question.text for question in LESSONS if question.id == last[1]}
    assert set() == set(tickets.values()) & elsewhere
    for name in tickets.values():
        text = load_text(name)
        assert text.constructed
        shown = re.compile(rf"text: {name}\b|{re.escape(text.paragraphs[1].text)}")
        files = [path for path in lessons_folder().glob("*/*") if path.suffix in (".md", ".yml")]
        assert [2] == [n for path in files if (n := len(shown.findall(path.read_text(encoding="utf-8"))))], name


@pytest.mark.parametrize("question", ON_TEXTS, ids=lambda q: q.name)
def test_what_is_right_about_a_text_is_not_contested(question: Question) -> None:
    """The words of an answer carry no row that careful readers dispute, unless the question asks where they do."""
    text = load_text(question.text)
    starts = {paragraph.paragraph_id: paragraph.start for paragraph in text.paragraphs}
    contested = [e for e in text.evidence if e.role == "words" and getattr(text.rows.get(e.row_id), "contested", False)]
    for pointer in question.evidence:
        place = text.place_of(pointer)
        assert place
        start, end = (starts[pointer.paragraph] + at for at in place)
        disputed = [(e.row_id, e.words) for e in contested if e.start < end and start < e.end]
        assert bool(disputed) == (question.name == "coding/where-they-differ"), disputed
