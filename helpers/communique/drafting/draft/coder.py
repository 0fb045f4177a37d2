"""The draft coding of an article: every rule in its turn, and five tables of rows as CSV cells."""

from ...coding.schema import TABLES
from ..actors.kept import index_of
from ..actors.mentions import ActorDraft
from ..actors.nobody import is_bodys_name, is_thing, says_nothing
from ..actors.other_words import same_bodies
from ..actors.resolver import Resolver
from ..events.drafts import EventDraft
from ..events.finding import EventFinder
from ..grammar.prose import Prose, read_prose
from ..lexicon.lexicons import Lexicons, package_lexicons
from ..reading.source import SourceText
from ..rows.events import event_rows
from ..rows.links import link_statements, reaction_rows
from ..rows.rows import actor_rows, statement_rows
from ..statements.attribution import Attribution
from ..statements.finding import IN_WORDS, find_statements


def draft_tables(source: SourceText, lexicons: Lexicons | None = None) -> dict[str, list[dict[str, str]]]:
    """Draft the five tables of an article: table name -> rows, of which positions and reactions may have none.

    Each row has every column of its table as text, `status` draft, and in `rule` the name of the rule that made it with
    the words that triggered it.
    """
    lexicons = lexicons or package_lexicons()
    prose = read_prose(source.headline, source.paragraphs, lexicons)
    resolver = Resolver(prose, lexicons)
    attributions = find_statements(prose, lexicons)
    speakers = _speakers(prose, resolver, attributions)
    with_speakers = [(attribution, actors[0]) for attribution, actors in zip(attributions, speakers, strict=True)]
    events = EventFinder(resolver, with_speakers, source.published, lexicons).run(prose)
    for event in events:
        finding = event.finding
        event.recipients = resolver.places.parties(event.recipients, event.actors, finding.event, finding.mode)
    same = same_bodies(resolver, _parts(speakers, events))
    speakers = [_once(actors, same) for actors in speakers]
    for event in events:
        event.actors = _once(event.actors, same)
        event.recipients = [actor for actor in _once(event.recipients, same) if actor not in event.actors]
        event.speaker = same.get(event.speaker.key, event.speaker) if event.speaker is not None else None
    index = index_of(resolver, _parts(speakers, events))
    tables: dict[str, list[dict[str, str]]] = {name: [] for name in TABLES}
    tables["actors"] = actor_rows(prose, index)
    tables["events"] = event_rows(prose, events)
    tables["statements"] = statement_rows(prose, list(zip(attributions, speakers, strict=True)))
    link_statements(tables["statements"], attributions, events)
    tables["reactions"] = reaction_rows(prose, events)
    return tables


def _parts(speakers: list[list[ActorDraft]], events: list[EventDraft]) -> set[str]:
    """The keys of those who act, speak or are acted upon."""
    involved = {actor.key for actors in speakers for actor in actors}
    return involved | {actor.key for event in events for actor in (*event.actors, *event.recipients)}


def _once(actors: list[ActorDraft], same: dict[str, ActorDraft]) -> list[ActorDraft]:
    """Those whom actors are, each of them once."""
    return list({one.key: one for one in (same.get(actor.key, actor) for actor in actors)}.values())


def _speakers(prose: Prose, resolver: Resolver, attributions: list[Attribution]) -> list[list[ActorDraft]]:
    """The actors that each attribution's source stands for; two states that speak together are two."""
    speakers: list[list[ActorDraft]] = []
    last: ActorDraft | None = None
    person: ActorDraft | None = None  # the last of them who is no document
    for attribution in attributions:
        passage = prose.passage(attribution.source_paragraph or attribution.paragraph_id)
        head = attribution.head or attribution.source
        if head is None or attribution.source is None or says_nothing(resolver, passage, head, attribution.source):
            speakers.append([resolver.hidden(passage, attribution.cue or attribution.content)])
            continue
        pronoun = passage.text[slice(*head)].lower()
        if attribution.lemma == "add" and last is not None and resolver.goes_on(passage, head, pronoun, last):
            speakers.append([last])
            continue
        he_or_she = pronoun in ("he", "she")
        speakers.append(resolver.resolve_all(passage, attribution.source, head, person if he_or_she else last))
        last = speakers[-1][0]
        if last.kind == "unnamed" and attribution.cue_kind in IN_WORDS and is_thing(resolver, passage, head):
            last.kind = "document"  # what says something, and is nobody, is a text: new modelling
        elif last.kind == "unnamed" and is_bodys_name(resolver, passage, head):
            last.kind = "media" if last.name.startswith("TV") else "organisation"  # NetBlocks | said
        person = last if last.kind != "document" else person
    return speakers
