"""Questions on names and voices: who is named, whom a name means, who speaks, and how words are given."""

from __future__ import annotations

from collections.abc import Iterator

from ...base.strings import section, text
from ...coding.article import Mention, Row, by_id
from ...coding.codes import STATEMENT_KINDS
from ...coding.pointers import HEADLINE
from ..question import Option
from .ground import Ground, bare, listed, place, places, quote, short
from .making import MOST_OPTIONS, Made, Words, choice, find, pairs, steps

_WRONG = 3


def named_here(ground: Ground) -> Iterator[Made | None]:
    """Who is named in a paragraph: in the lead first, then further down."""
    firm = {row.id for row in ground.firm(ground.article.actors)}
    for paragraph in ground.article.paragraphs:
        here = [m for m in ground.article.mentions if m.paragraph == paragraph.paragraph_id]
        right = list(dict.fromkeys(m.actor_id for m in here if m.actor_id in firm))[: MOST_OPTIONS - 2]
        if paragraph.paragraph_id == HEADLINE or not right:
            continue
        doubtful = {m.actor_id for m in here}
        doubtful |= {one.row_id for one in ground.article.evidence if one.paragraph_id == paragraph.paragraph_id}
        said = paragraph.text.casefold()
        elsewhere = [a for a in ground.others(right) if a not in doubtful and ground.name(a).casefold() not in said]
        order = ground.shuffled(f"named/{paragraph.paragraph_id}", elsewhere)
        wrong = order[: min(_WRONG, MOST_OPTIONS - len(right))]
        pointers = [p for m in here if m.actor_id in right for p in ground.pointers(m.id)]
        words = Words("named", {"place": place(paragraph.paragraph_id)})
        yield choice(
            words,
            [paragraph.paragraph_id],
            [Option(one, ground.name(one), _says("named-yes", ground, one)) for one in right],
            [Option(one, ground.name(one), _says("named-no", ground, one)) for one in wrong],
            pointers,
            ground.shuffled(f"named-shown/{paragraph.paragraph_id}", [*right, *wrong]),
            many=True,
        )


def _says(name: str, ground: Ground, actor: str) -> str:
    found = [m.paragraph for m in ground.article.mentions if m.actor_id == actor]
    where = places(found) if found else text("asking", "nowhere")
    return text("asking", name, who=ground.name(actor), where=where)


def aliases(ground: Ground) -> Iterator[Made | None]:
    """Whom a name means: other names than the one in the table, each with the actor it stands for."""
    seen: dict[str, set[str]] = {}
    for mention in ground.article.mentions:
        seen.setdefault(mention.words.casefold(), set()).add(mention.actor_id)
    taken: dict[str, Mention] = {}
    actors = by_id(ground.article.actors)
    for mention in ground.article.mentions:
        actor = actors[mention.actor_id]
        words = mention.words.casefold()
        if ground.is_firm(actor) and len(seen[words]) == 1 and not _alike(words, actor.name.casefold()):
            taken.setdefault(words, mention)
    chosen = ground.shuffled("aliases", taken.values())[: MOST_OPTIONS - 1]
    chosen.sort(key=lambda m: ground.article.evidence_of(m.id)[0].start)
    options = [
        Option(_spot(ground, m), text("asking", "alias", words=quote(m.words), place=place(m.paragraph)), _look(m))
        for m in chosen
    ]
    wanted = list(dict.fromkeys(m.actor_id for m in chosen))
    choices = [Option(one, ground.name(one)) for one in ground.shuffled("aliases-shown", wanted)]
    words = Words("aliases", {"places": places(m.paragraph for m in chosen)})
    pointers = [p for m in chosen for p in ground.pointers(m.id)]
    named = [f"{m.paragraph}/{m.words}" for m in chosen]
    yield pairs(words, named, options, choices, {_spot(ground, m): m.actor_id for m in chosen}, pointers)


def _spot(ground: Ground, mention: Mention) -> str:
    """Where a mention stands: its row has no id that an author gave."""
    return f"{mention.paragraph}-{ground.article.evidence_of(mention.id)[0].start}"


def _alike(words: str, name: str) -> bool:
    """Whether a name gives itself away: they have a word in common."""
    long = {word for word in words.split() if len(word) > 3}
    return words in name or bool(long & set(name.split()))


def _look(mention: Mention) -> str:
    return text("asking", "look-around", words=quote(mention.words), place=place(mention.paragraph))


def actor_kinds(ground: Ground) -> Iterator[Made | None]:
    """What kind of actor somebody is."""
    firm = [row for row in ground.firm(ground.article.actors) if ground.pointers(row.id, "words")]
    shuffled, chosen = ground.shuffled("kinds", firm), []
    for row in [*_one_of_each(shuffled), *shuffled]:  # as many kinds as there is room for
        if row not in chosen and len(chosen) < MOST_OPTIONS - 1:
            chosen.append(row)
    chosen.sort(key=lambda row: row.id)
    kinds = [kind for kind in section("kinds") if kind in {row.kind for row in chosen}]
    options = [Option(row.id, short(row.name), _at(ground, row.id)) for row in chosen]
    words = Words("actor-kinds", {"places": places(row.paragraph for row in chosen)})
    pointers = [p for row in chosen for p in ground.pointers(row.id, "words")[:1]]
    matched = {row.id: row.kind for row in chosen}
    yield pairs(words, [], options, steps(kinds, "kinds"), matched, pointers)


def _one_of_each(rows: list[Row]) -> list[Row]:
    return list({row.kind: row for row in reversed(rows)}.values())


def _at(ground: Ground, row_id: str, role: str = "words") -> str:
    one = ground.article.evidence_of(row_id, role)[0]
    return text("asking", "look-at", words=quote(one.words), place=place(one.paragraph_id))


def speakers(ground: Ground) -> Iterator[Made | None]:
    """Who speaks in a paragraph, where every statement of it is firm and none stands inside another."""
    by_paragraph: dict[str, list[Row]] = {}
    for row in ground.article.statements:
        for paragraph in {one.paragraph_id for one in ground.article.evidence_of(row.id)}:
            by_paragraph.setdefault(paragraph, []).append(row)
    for paragraph in ground.article.paragraphs:
        rows = by_paragraph.get(paragraph.paragraph_id, [])
        right = list(dict.fromkeys(source for row in rows for source in row.source_ids))
        nested = any(row.part_of or _parts_of(ground, row) for row in rows)
        if paragraph.paragraph_id == HEADLINE or not rows or nested or len(right) > MOST_OPTIONS - 2:
            continue
        if not all(map(ground.is_firm, rows)) or not ground.all_firm(right):
            continue
        carriers = {one for row in rows for one in row.channel}
        others = ground.shuffled(f"speakers/{paragraph.paragraph_id}", ground.others({*right, *carriers}))
        wrong = others[: min(_WRONG, MOST_OPTIONS - len(right))]
        yield choice(
            Words("speakers", {"place": place(paragraph.paragraph_id), "who": listed(map(ground.name, right))}),
            [paragraph.paragraph_id],
            [Option(one, ground.name(one), text("asking", "speaks", who=ground.name(one))) for one in right],
            [Option(one, ground.name(one), _says("speaks-not", ground, one)) for one in wrong],
            [p for row in rows for p in ground.pointers(row.id, "source") or ground.pointers(row.id, "content")],
            ground.shuffled(f"speakers-shown/{paragraph.paragraph_id}", [*right, *wrong]),
        )


def _parts_of(ground: Ground, row: Row) -> bool:
    return any(other.part_of == row.id for other in ground.article.statements)


def cues(ground: Ground) -> Iterator[Made | None]:
    """The cue of a statement: the words by which the article says that somebody speaks."""
    for row in ground.firm(ground.article.statements):
        spans = ground.pointers(row.id, "cue")
        if not spans or not ground.all_firm(row.source_ids) or spans[0].paragraph == HEADLINE:
            continue
        who = listed(map(ground.name, row.source_ids))
        content = ground.article.evidence_of(row.id, "content")[0]
        values = {"who": who, "words": quote(content.words), "place": place(spans[0].paragraph)}
        yield find(Words("cues", values | {"cue": quote(spans[0].words)}), [row.id], spans)


def quotation_kinds(ground: Ground) -> Iterator[Made | None]:
    """Whether words are given word for word, retold, or both."""
    firm = [row for row in ground.firm(ground.article.statements) if ground.pointers(row.id, "content")]
    shuffled, chosen, taken = ground.shuffled("quotations", firm), [], set()
    for row in [*_one_of_each(shuffled), *shuffled]:
        content = ground.article.evidence_of(row.id, "content")[0]
        told = bare(content.words).casefold()
        if row not in chosen and told not in taken and len(chosen) < MOST_OPTIONS - 2:
            chosen.append(row)
            taken.add(told)
    chosen.sort(key=lambda row: ground.article.evidence_of(row.id, "content")[0].start)
    yield pairs(
        Words("quotations", {"places": places(row.paragraph for row in chosen)}),
        [],
        [Option(row.id, _content(ground, row), _at(ground, row.id, "content")) for row in chosen],
        steps(STATEMENT_KINDS, "kinds"),
        {row.id: row.kind for row in chosen},
        [p for row in chosen for p in ground.pointers(row.id, "content")],
    )


def _content(ground: Ground, row: Row) -> str:
    one = ground.article.evidence_of(row.id, "content")[0]
    # without marks around them: whether the article has any is what is asked
    return text("asking", "from-paragraph", words=bare(one.words), place=place(one.paragraph_id))


def whose_words(ground: Ground) -> Iterator[Made | None]:
    """Whose words these are: quotations, word for word, with those who said them."""
    sources: dict[str, Row] = {}
    for row in ground.firm(ground.article.statements):
        if row.kind == "direct" and len(row.source_ids) == 1 and ground.all_firm(row.source_ids):
            sources.setdefault(row.source_ids[0], row)
    chosen = list(sources.values())[: MOST_OPTIONS - 1]
    values = {"places": places(row.paragraph for row in chosen)}
    yield pairs(
        Words("whose", values),
        [],
        [Option(r.id, quote(ground.article.evidence_of(r.id, "content")[0].words), _cue(ground, r)) for r in chosen],
        [Option(one, ground.name(one)) for one in ground.shuffled("whose", [r.source_ids[0] for r in chosen])],
        {row.id: row.source_ids[0] for row in chosen},
        [p for row in chosen for p in ground.pointers(row.id, "content")],
    )


def _cue(ground: Ground, row: Row) -> str:
    cue = ground.article.evidence_of(row.id, "cue") or ground.article.evidence_of(row.id, "content")
    return text("asking", "look-around", words=quote(cue[0].words), place=place(cue[0].paragraph_id))
