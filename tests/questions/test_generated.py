"""Questions from a coding: on any valid coded article each has its right answer, and none is made from doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from communique.coding import codes
from communique.coding.article import CodedArticle, Mention
from communique.coding.loading import load_coded
from communique.coding.schema import Row
from communique.course.lesson_key import LessonKey
from communique.questions.generated.topics import TOPICS, Made, made_for, needs, of_lesson
from communique.questions.kinds import kind_of
from communique.questions.marking import ANSWERED, NOT_YET, RIGHT, mark
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..marked import solution
from ..samples import samples

ARTICLES = {name: load_coded(name) for name in ("south-korea-2024", "beijing-2023")}
#: What a change may turn a cell of a table into.
CELLS = {
    "actors": {"kind": codes.ACTOR_KINDS, "country": ("", "KOR", "IRN", "CHN")},
    "events": {"certainty": codes.CERTAINTY, "certainty_of": ("reporter",), "timex": ("", "2023-03-10", "PAST_REF")},
    "statements": {"kind": codes.STATEMENT_KINDS},
    "positions": {"stance": codes.STANCES, "basis": codes.BASES},
    "reactions": {"tone": codes.TONES},
}
#: Columns that hold ids of actors.
WHO = {"events": ("actor_ids", "recipient_ids"), "statements": ("source_ids",)}


@st.composite
def articles(draw: st.DrawFn) -> CodedArticle:
    """A valid coded article: one of ours with rows in doubt, rows gone, and cells changed."""
    base = draw(st.sampled_from(list(ARTICLES.values())))
    ids = [row.id for row in base.actors]
    tables: dict[str, tuple[Row, ...]] = {}
    for name, rows in base.tables.items():
        kept = []
        for row in rows:
            fate = draw(st.integers(0, 9))
            if fate == 0 and name in ("positions", "reactions"):
                continue
            changed = {}
            if fate == 1:
                changed["status"] = "draft"
            if fate == 2:
                changed["contested"] = not row.contested
            if fate == 3:
                column = draw(st.sampled_from(sorted(CELLS[name])))
                changed[column] = draw(st.sampled_from(CELLS[name][column]))
            if fate == 4 and name in WHO:
                column = draw(st.sampled_from(WHO[name]))
                changed[column] = tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True)))
            kept.append(replace(row, **changed))
        tables[name] = tuple(kept)
    ids = {row.id for rows in tables.values() for row in rows} | {m.id for m in base.mentions}
    guesses = draw(st.sets(st.sampled_from([mention.id for mention in base.mentions])))
    mentions = tuple(replace(mention, guess=mention.id in guesses) for mention in base.mentions)
    evidence = tuple(one for one in base.evidence if one.row_id in ids)
    return replace(base, **tables, mentions=mentions, evidence=evidence)


def _all(article: CodedArticle) -> Iterator[tuple[str, Made]]:
    for topic in TOPICS:
        for made in made_for(article, topic):
            yield topic, made


def _in_words(article: CodedArticle, made: Made) -> str:
    return f"{made.question.prompt} {[o.text for o in made.question.options]} {made.key}"


@settings(max_examples=samples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_the_right_answer_alone_is_right(article: CodedArticle) -> None:
    """Of any article: the solution is marked right, and each answer that differs from it in one place is not."""
    for topic, made in _all(article):
        question, key = made.question, made.key
        said = _in_words(article, made)
        found = solution(question, article, key)
        assert (RIGHT if kind_of(question).marked else ANSWERED) == mark(question, found, article, key).outcome, said
        for other in _others(question, found):
            assert NOT_YET == mark(question, other, article, key).outcome, (topic, other, said)


def _others(question, found) -> Iterator[object]:
    ids = [option.id for option in question.options]
    if question.kind == "choose-one":
        yield from (one for one in ids if one != found)
    if question.kind == "choose-many":
        yield from ([*found, one] for one in ids if one not in found)
        yield from ([one for one in found if one != left] for left in found if len(found) > 1)
    if question.kind in ("match-pairs", "place-on-scale"):
        places = [one.id for one in (*question.choices, *question.steps)]
        yield from ({**found, one: place} for one in ids for place in places if place != found[one])


@settings(max_examples=samples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_every_wrong_answer_is_wrong_by_the_coding(article: CodedArticle) -> None:
    """Of any article: looked up anew in the tables, right is right, the rest is not, and nothing is in doubt."""
    for topic, made in _all(article):
        assert _by_the_coding(topic, made, article), (topic, _in_words(article, made))


def _by_the_coding(topic: str, made: Made, article: CodedArticle) -> bool:
    rows = article.rows
    firm = {name for name, row in rows.items() if row.status != "draft" and not row.contested}
    question, right = made.question, set(made.key.right)
    options = {option.id for option in question.options}
    matched = {name: places[0] for name, places in made.key.pairs.items()}
    columns = {
        "actor-kinds": "kind",
        "quotations": "kind",
        "ladder": "certainty",
        "stances": "stance",
        "bases": "basis",
    }
    if topic == "matrix":
        return not made.key.right and len(question.rows) >= 2 and len(question.columns) >= 2
    if topic in columns:
        return options <= firm and matched == {name: getattr(rows[name], columns[topic]) for name in options}
    if topic == "days":
        said = question.evidence[0].words
        fits = {row.timex for row in article.events if row.time_words == said and row.id in firm}
        return right == fits & options and len(right) == 1
    if topic == "aliases":
        spots = {f"{m.paragraph}-{_start(article, m)}": m.actor_id for m in article.mentions if not m.guess}
        return matched == {name: spots.get(name) for name in options} and set(matched.values()) <= firm
    if topic == "whose":
        return options <= firm and matched == {name: rows[name].source_ids[0] for name in options}
    if topic == "cues":
        cues = {(e.paragraph_id, e.words) for e in article.evidence if e.role == "cue" and e.row_id in firm}
        return {(p.paragraph, p.words) for p in made.key.spans} <= cues
    if topic in ("happened", "to-come", "conditions"):
        asked = {"happened": ("happened",), "conditions": ("conditional",)}
        rungs = asked.get(topic, ("agreed", "threatened", "conditional"))
        return options <= firm and right == {name for name in options if rows[name].certainty in rungs}
    if not options <= firm:
        return False
    if topic == "named":
        here = [m for m in article.mentions if m.paragraph == question.evidence[0].paragraph]
        guessed = {m.actor_id for m in here if m.guess} - {m.actor_id for m in here if not m.guess}
        return right == options & {m.actor_id for m in here if not m.guess} and not options & guessed
    if topic == "speakers":
        place = question.evidence[0].paragraph
        there = {e.row_id for e in article.evidence if e.table == "statements" and e.paragraph_id == place}
        return right == {source for name in there for source in rows[name].source_ids}
    words = {(p.paragraph, p.words) for p in question.evidence}
    about = [r for r in article.events if f'"{r.label}"' in question.prompt and r.id in firm]
    if topic == "recipients":
        sets = [set(r.recipient_ids) for r in about if (r.paragraph, r.words) in words and r.mode != "third-party"]
        return any(right == found and not (options - right) & found for found in sets)
    answered = [{a.answers_id for a in article.reactions if a.event_id == r.id} for r in about]
    return right in answered


def _start(article: CodedArticle, mention: Mention) -> int:
    return next(e.start for e in article.evidence if e.row_id == mention.id)


@settings(max_examples=samples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_hints_lead_somewhere_and_words_stand_where_they_say(article: CodedArticle) -> None:
    """Of any article: two hints, the first with a place; evidence that stands there; feedback of its own."""
    for topic, made in _all(article):
        question = made.question
        assert question.generated
        assert [] == [p for p in (*question.evidence, *made.key.spans) if article.place_of(p) is None]
        assert question.evidence
        where, how = question.hints
        assert "paragraph" in where or "headline" in where or topic == "matrix", where
        assert where.strip() != how.strip() != ""
        told = [option.feedback for option in question.options]
        assert len(told) == len(set(told) - {""}), told
        assert len(question.options) == len({option.text.casefold() for option in question.options})
        assert "{" not in question.prompt + question.explanation + "".join(told)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=list(ARTICLES))
def test_the_same_article_has_the_same_questions(article: CodedArticle) -> None:
    """A second copy of an article has the same questions, with the same ids and options in the same order."""
    copy = replace(article)
    assert [made for _, made in _all(article)] == [made for _, made in _all(copy)]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=list(ARTICLES))
def test_every_topic_has_its_questions_on_our_own_reports(article: CodedArticle) -> None:
    """A fully coded report gives questions on every topic, or its tables say why not."""
    found = {topic for topic, _ in _all(article)}
    firm = [row for row in article.events if row.status != "draft" and not row.contested]
    without = set() if any(row.certainty == "conditional" for row in firm) else {"conditions"}
    assert set(TOPICS) - without == found


def test_a_row_more_moves_no_answer() -> None:
    """An answer is kept under what was asked and what is right: another wrong answer does not change the name."""
    article = ARTICLES["beijing-2023"]
    fewer = replace(article, positions=article.positions[:-1])
    for topic in ("named", "speakers", "recipients", "days"):
        assert [m.question.id for m in made_for(article, topic)] == [m.question.id for m in made_for(fewer, topic)]


def test_a_draft_gives_no_question() -> None:
    """While nobody has accepted a row, no closed question is made, and it is said which tables are missing."""
    article = load_coded("argyle-2023")
    assert article.drafts
    assert [] == [made for _, made in _all(article)]
    assert ("statements", "actors") == needs(article, "speakers")


def test_the_questions_of_a_lesson_bear_its_name() -> None:
    """Answers are kept under the lesson and the article."""
    found = of_lesson(ARTICLES["beijing-2023"], LessonKey("events", "beijing-2023"))
    assert {LessonKey("events", "beijing-2023")} == {made.question.lesson for made in found.values()}
    assert all(made.question.name == f"events@beijing-2023/{name}" for name, made in found.items())
