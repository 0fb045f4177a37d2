"""A student who knows the answers: each kind of question is answered from its key, and what is written is the model."""

from __future__ import annotations

import re
from typing import Any

from communique.coding.article import CodedArticle
from communique.questions.keys import Key
from communique.questions.kinds import kind_of
from communique.questions.question import Question
from playwright.sync_api import Locator, expect

from .lab import Student


def answer(student: Student, question: Question, key: Key | None, article: CodedArticle) -> Locator:
    """Answer a question of the page and have it checked; it has to be right, or answered where nothing is marked."""
    card = student.page.locator(f'[data-question="{question.id}"]')
    kind = kind_of(question)(question, article, key)
    core = getattr(kind, "core", None)
    solution = kind.solution() if core is None else {cell: kind.solution()["cells"][cell] for cell in core}
    BY_KIND[question.kind](card, solution)
    student.press(card, "(Check|Compare|Keep my guess)")
    expect(card.locator(".cq-outcome")).to_have_text(re.compile("^● (Right|Answered|All cells compared)"))
    return card


def choose(card: Locator, right: str | list[str]) -> None:
    for option in [right] if isinstance(right, str) else right:
        card.locator(f'.cq-option[data-part="{option}"]').click()


def put_in_order(card: Locator, order: list[str]) -> None:
    for place, option in enumerate(order):
        line = card.locator(f'.cq-line[data-id="{option}"]')
        line.focus()
        at = card.locator(".cq-line").evaluate_all("(lines) => lines.map((line) => line.dataset.id)").index(option)
        for _ in range(at - place):
            line.press("ArrowUp")


def mark(card: Locator, units: list[str]) -> None:
    for unit in units:
        card.locator(f'[data-unit="{unit}"]').click()


def match(card: Locator, pairs: dict[str, str]) -> None:
    for option, choice in pairs.items():
        card.locator(f'select[data-id="{option}"]').select_option(choice)


def place_on_scale(card: Locator, places: dict[str, str]) -> None:
    for option, place in places.items():
        for part in place.split("/"):  # "lane/step", where the scale has lanes
            card.locator(f'input[data-option="{option}"][value="{part}"]').check()


def fill_the_matrix(card: Locator, cells: dict[str, dict[str, Any]]) -> None:
    for name, cell in cells.items():
        card.locator(f'[data-cell="{name}"]').click()
        card.locator(f'.cq-work input[value="{cell["step"]}"]').check()
        mark(card.locator(".cq-work"), cell["words"])


def write(card: Locator, model: str) -> None:
    card.get_by_role("textbox").fill(model)


def write_shortly(card: Locator, answer: dict[str, Any]) -> None:
    """Write, compare with the model, and tick what is in the answer."""
    write(card, answer["text"])
    card.get_by_role("button", name="Compare").click()
    for line in answer["ticks"]:
        card.locator(f'.cq-rubric input[value="{line}"]').check()


BY_KIND = {
    "choose-one": choose,
    "choose-many": choose,
    "predict-then-check": choose,
    "put-in-order": put_in_order,
    "find-words": mark,
    "match-pairs": match,
    "place-on-scale": place_on_scale,
    "fill-the-matrix": fill_the_matrix,
    "open": write,
    "short-answer": write_shortly,
}
