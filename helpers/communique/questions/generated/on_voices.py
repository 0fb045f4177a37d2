"""Questions on names and voices: who is named, whom a name means, who speaks, and how words are given."""

from collections.abc import Iterable, Iterator

from ...base.strings import listed, section, text
from ...coding.article import Mention, by_id
from ...coding.codes import STATEMENT_KINDS
from ...coding.pointers import HEADLINE
from ...coding.schema import Statement
from ..question import Option
from .ground import MOST_WRONG, Ground, bare, in_places, place, places, quote, short
from .making import MOST_OPTIONS, Made, QuestionWords, choice, find, pairs, steps


def _who(ground: Ground, how: str, actor_ids: Iterable[str]) -> list[Option]:
    """Actors as options, each with where the article names them."""
    options = []
    for actor_id in actor_ids:
        named_in = [mention.paragraph for mention in ground.mentions if mention.actor_id == actor_id]
        where = places(named_in) if named_in else text("asking", "nowhere")
        name = ground.name(actor_id)
        options.append(Option(actor_id, name, text("asking", how, who=name, where=where)))
    return options


def named_here(ground: Ground) -> Iterator[Made | None]:
    """Who is named in a paragraph: in the lead first, then further down."""
    article = ground.article
    firm = {actor.id for actor in ground.firm(article.actors)}
    for paragraph in article.paragraphs:
        name = paragraph.paragraph_id
        here = [mention for mention in article.mentions if mention.paragraph == name]
        right = list(dict.fromkeys(m.actor_id for m in here if m.actor_id in firm and not m.guess))[: MOST_OPTIONS - 2]
        if name == HEADLINE or not right:
            continue
        doubtful = {mention.actor_id for mention in here}
        doubtful |= {evidence.row_id for evidence in article.evidence if evidence.paragraph_id == name}
        said = paragraph.text.casefold()
        elsewhere = [a for a in ground.others(right) if a not in doubtful and ground.name(a).casefold() not in said]
        wrong = ground.shuffled(f"named/{name}", elsewhere)[: min(MOST_WRONG, MOST_OPTIONS - len(right))]
        yield choice(
            QuestionWords("named", {"place": place(name)}),
            [name],
            _who(ground, "named-yes", right),
            _who(ground, "named-no", wrong),
            [pointer for m in here if m.actor_id in right and not m.guess for pointer in ground.pointers(m.id)],
            ground.shuffled(f"named-shown/{name}", [*right, *wrong]),
            many=True,
        )


def aliases(ground: Ground) -> Iterator[Made | None]:
    """Whom a name means: other names than the one in the table, each with the actor it stands for."""
    article, actors = ground.article, by_id(ground.article.actors)
    meant: dict[str, set[str]] = {}
    for mention in article.mentions:
        meant.setdefault(mention.words.casefold(), set()).add(mention.actor_id)
    firsts: dict[str, Mention] = {}
    for mention in ground.mentions:
        actor, alias = actors[mention.actor_id], mention.words.casefold()
        if ground.is_firm(actor) and len(meant[alias]) == 1 and not _alike(alias, actor.name.casefold()):
            firsts.setdefault(alias, mention)
    starts = {mention.id: article.evidence_of(mention.id)[0].start for mention in firsts.values()}
    chosen = ground.shuffled("aliases", firsts.values())[: MOST_OPTIONS - 1]
    chosen.sort(key=lambda mention: starts[mention.id])
    options, matched = [], {}
    for mention in chosen:
        spot = f"{mention.paragraph}-{starts[mention.id]}"  # a mention has no id that an author gave
        values = {"words": quote(mention.words), "place": place(mention.paragraph)}
        options.append(Option(spot, text("asking", "alias", **values), text("asking", "look-around", **values)))
        matched[spot] = mention.actor_id
    wanted = ground.shuffled("aliases-shown", dict.fromkeys(matched.values()))
    yield pairs(
        QuestionWords("aliases", in_places(chosen)),
        [f"{mention.paragraph}/{mention.words}" for mention in chosen],
        options,
        [Option(actor_id, ground.name(actor_id)) for actor_id in wanted],
        matched,
        [pointer for mention in chosen for pointer in ground.pointers(mention.id)],
    )


def _alike(words: str, name: str) -> bool:
    """Whether a name gives itself away: they have a word in common."""
    long = {word for word in words.split() if len(word) > 3}
    return words in name or bool(long & set(name.split()))


def actor_kinds(ground: Ground) -> Iterator[Made | None]:
    """What kind of actor somebody is."""
    firm = [actor for actor in ground.firm(ground.article.actors) if ground.pointers(actor.id, "words")]
    chosen = ground.spread("kinds", firm, lambda actor: actor.kind)[: MOST_OPTIONS - 1]
    chosen.sort(key=lambda actor: actor.id)
    matched = {actor.id: actor.kind for actor in chosen}
    yield pairs(
        QuestionWords("actor-kinds", in_places(chosen)),
        [],
        [Option(actor.id, short(actor.name), ground.look("look-at", actor)) for actor in chosen],
        steps([kind for kind in section("kinds") if kind in matched.values()], "kinds"),
        matched,
        [ground.pointers(actor.id, "words")[0] for actor in chosen],
    )


def speakers(ground: Ground) -> Iterator[Made | None]:
    """Who speaks in a paragraph, where every statement of it is firm and none is inside another."""
    article = ground.article
    outer = {statement.part_of for statement in article.statements}
    for paragraph in article.paragraphs:
        name = paragraph.paragraph_id
        here = [s for s in article.statements if name in {e.paragraph_id for e in article.evidence_of(s.id)}]
        right = list(dict.fromkeys(source for statement in here for source in statement.source_ids))
        nested = any(statement.part_of or statement.id in outer for statement in here)
        if name == HEADLINE or not here or nested or len(right) > MOST_OPTIONS - 2:
            continue
        if not all(map(ground.is_firm, here)) or not ground.all_firm(right):
            continue
        carriers = {actor_id for statement in here for actor_id in statement.channel}
        others = ground.shuffled(f"speakers/{name}", ground.others({*right, *carriers}))
        wrong = others[: min(MOST_WRONG, MOST_OPTIONS - len(right))]
        yield choice(
            QuestionWords("speakers", {"place": place(name), "who": listed(map(ground.name, right))}),
            [name],
            [Option(a, ground.name(a), text("asking", "speaks", who=ground.name(a))) for a in right],
            _who(ground, "speaks-not", wrong),
            [p for s in here for p in ground.pointers(s.id, "source") or ground.pointers(s.id, "content")],
            ground.shuffled(f"speakers-shown/{name}", [*right, *wrong]),
        )


def cues(ground: Ground) -> Iterator[Made | None]:
    """The cue of a statement: the words by which the article says that somebody speaks."""
    for statement in ground.firm(ground.article.statements):
        spans = ground.pointers(statement.id, "cue")
        if not spans or not ground.all_firm(statement.source_ids) or spans[0].paragraph == HEADLINE:
            continue
        values = {
            "who": listed(map(ground.name, statement.source_ids)),
            "words": quote(ground.words(statement, "content").words),
            "place": place(spans[0].paragraph),
            "cue": quote(spans[0].words),
        }
        yield find(QuestionWords("cues", values), [statement.id], spans)


def quotation_kinds(ground: Ground) -> Iterator[Made | None]:
    """Whether words are given word for word, retold, or both."""
    firm = [s for s in ground.firm(ground.article.statements) if ground.pointers(s.id, "content")]
    by_words: dict[str, Statement] = {}
    for statement in ground.spread("quotations", firm, lambda statement: statement.kind):
        by_words.setdefault(bare(ground.words(statement, "content").words).casefold(), statement)
    chosen = list(by_words.values())[: MOST_OPTIONS - 2]
    chosen.sort(key=lambda statement: ground.words(statement, "content").start)
    yield pairs(
        QuestionWords("quotations", in_places(chosen)),
        [],
        [Option(s.id, _content(ground, s), ground.look("look-at", s, "content")) for s in chosen],
        steps(STATEMENT_KINDS, "kinds"),
        {statement.id: statement.kind for statement in chosen},
        ground.all_pointers(chosen, "content"),
    )


def _content(ground: Ground, statement: Statement) -> str:
    evidence = ground.words(statement, "content")
    # without marks around them: whether the article has any is what is asked
    return text("asking", "from-paragraph", words=bare(evidence.words), place=place(evidence.paragraph_id))


def whose_words(ground: Ground) -> Iterator[Made | None]:
    """Whose words these are: quotations, word for word, with those who said them."""
    by_source: dict[str, Statement] = {}
    for statement in ground.firm(ground.article.statements):
        if statement.kind == "direct" and len(statement.source_ids) == 1 and ground.all_firm(statement.source_ids):
            by_source.setdefault(statement.source_ids[0], statement)
    chosen = list(by_source.values())[: MOST_OPTIONS - 1]
    matched = {statement.id: statement.source_ids[0] for statement in chosen}
    yield pairs(
        QuestionWords("whose", in_places(chosen)),
        [],
        [Option(s.id, quote(ground.words(s, "content").words), _around(ground, s)) for s in chosen],
        [Option(actor_id, ground.name(actor_id)) for actor_id in ground.shuffled("whose", matched.values())],
        matched,
        ground.all_pointers(chosen, "content"),
    )


def _around(ground: Ground, statement: Statement) -> str:
    has_cue = ground.article.evidence_of(statement.id, "cue")
    return ground.look("look-around", statement, "cue" if has_cue else "content")
