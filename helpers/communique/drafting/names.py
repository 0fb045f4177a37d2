"""Named actors: states, organisations and persons, from what the text calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..article import HEADLINE
from .gazetteer import Entry, Gazetteer
from .lexicons import Lexicons
from .mentions import Actor, Mention
from .prose import Passage, Prose, Token

_ORGANISATION = re.compile(
    r"(?:Ministry|Department|Party|Council|Commission|Committee|Agency|Court|Army|Navy|Guard|Guards|Union|Bank|"
    r"University|Institute|Institution|Association|Organi[sz]ation|Foundation|Centre|Center|Group|Company|Corp\.?|"
    r"Inc\.?|Ltd\.?|Bureau|Office|Authority|Alliance|League|Congress|Parliament|Assembly|Senate|House|Federation|"
    r"Front|Movement|Coalition|Forces|Force|Service|Services|Board|Network|Fund|Society|Club|College|School|Police|"
    r"Embassy|Times|Post|Journal|News|Herald|Tribune|Gazette|Observer|Chronicle|Television|TV|Radio|Caucus|Campaign|"
    r"Administration|Corporation|Trust|Initiative|Project|Watch|Fed|Reserve|Tribunal|Command|Brigade|Republicans|"
    r"Democrats|Conservatives|Initiative|Airlines|Energy|Intelligence|Secretariat|Press|Magazine|Review|Research)$"
)
_MEDIA = re.compile(
    r"(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Observer|Chronicle|TV|Radio|Press|Magazine|Television)$"
)
_NOT_PERSON = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Street",
        "Avenue",
        "Road",
        "River",
        "Sea",
        "Ocean",
        "Gulf",
        "Strait",
        "Island",
        "Islands",
        "Mountain",
        "Valley",
        "Airport",
        "Palace",
        "Square",
        "Hall",
        "Tower",
        "Building",
        "Hotel",
        "Stadium",
        "City",
        "County",
        "State",
        "Province",
        "District",
        "Region",
        "Coast",
        "Bay",
        "Act",
        "Bill",
        "Treaty",
        "Agreement",
        "Accord",
        "Accords",
        "Charter",
        "Convention",
        "Protocol",
        "Pact",
        "Plan",
        "Deal",
        "War",
        "Day",
        "Week",
        "Year",
        "Summit",
        "Conference",
        "Forum",
        "Election",
        "Elections",
        "Revolution",
        "Crisis",
        "Constitution",
        "Amendment",
        "Article",
        "Resolution",
        "Programme",
        "Program",
        "Prize",
        "Award",
        "Cup",
        "Games",
        "World",
        "Christmas",
        "Easter",
        "Ramadan",
        "God",
        "Covid",
        "Internet",
        "Brexit",
        "English",
        "Arabic",
        "Spanish",
    ]
)
_PARTICLES = frozenset(
    [
        "al-",
        "bin",
        "ibn",
        "de",
        "da",
        "del",
        "della",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "ben",
        "abu",
    ]
)


@dataclass(slots=True)
class Run:
    """A stretch of capitalised words, tokens `first` to `last` (not included) of a passage."""

    first: int
    last: int


class Names:
    """Finds the named actors of an article and where each is named."""

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        self.prose = prose
        self.gazetteer: Gazetteer = lexicons.built("gazetteer", Gazetteer)
        self.titles = lexicons.by_word("titles")
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.surnames: dict[str, Actor] = {}

    def run(self) -> None:
        """Fill `actors` and `mentions`: first the full names, then surnames and lone words."""
        runs = [(passage, run) for passage in self.prose.passages for run in self._runs(passage)]
        later = [(p, r) for p, r in runs if not self._full_name(p, r)]
        for passage, run in later:
            self._lone_name(passage, run)

    def _runs(self, passage: Passage) -> list[Run]:
        """The capitalised stretches that no known name covers; known names become mentions on the way."""
        tokens, runs, i = passage.tokens, [], 0
        while i < len(tokens):
            known = self.gazetteer.at(tokens, i)
            if known and not (known[0] == 1 and known[1].how != "demonym" and self._inside_name(tokens, i)):
                self._known(passage, i, *known)
                i += known[0]
                continue
            if not _is_name(tokens[i]):
                i += 1
                continue
            j = i + 1
            while j < len(tokens) and (
                _is_name(tokens[j])
                or (tokens[j].lower in _PARTICLES and j + 1 < len(tokens) and _is_name(tokens[j + 1]))
                or (
                    tokens[j].lower in ("of", "for")
                    and _ORGANISATION.search(tokens[j - 1].text)
                    and j + 1 < len(tokens)
                    and _is_name(tokens[j + 1])
                )
            ):
                j += 1
            runs.append(Run(i, j))
            i = j
        return runs

    def _inside_name(self, tokens: list[Token], i: int) -> bool:
        """Whether a lone known word is part of a person's name: Michael Jordan."""
        before = tokens[i - 1] if i else None
        if before is None or not _is_name(before) or before.lower in self.titles:
            return False
        return not self.gazetteer.at(tokens, i - 1)

    def _known(self, passage: Passage, i: int, size: int, entry: Entry) -> None:
        if entry.how == "place":
            return
        key = (
            f"{entry.kind}:{entry.country or entry.name}"
            if entry.how in ("name", "capital", "demonym") and entry.kind == "state"
            else f"{entry.kind}:{entry.name}"
        )
        name = self.gazetteer.names.get(entry.country, entry.name) if entry.kind == "state" else entry.name
        words = passage.words(i, i + size)
        actor = self._actor(key, name, entry.kind, entry.country, entry.sector, f"known name: {words}")
        how = "demonym" if entry.how == "demonym" else "alias" if entry.how == "capital" else "name"
        self._mention(passage, actor, i, i + size, how)

    def _full_name(self, passage: Passage, run: Run) -> bool:
        """A run of two words or more: an organisation, or a person with or without an office."""
        tokens = passage.tokens
        first = run.first
        while first < run.last and self._title_at(tokens, first, run.last):
            first += self._title_at(tokens, first, run.last)
        titled = first > run.first or self._title_before(tokens, run.first)
        words = [t.text for t in tokens[first : run.last]]
        if not words:
            return True
        if _ORGANISATION.search(words[-1]) or any(_ORGANISATION.search(w) for w in words[:-1] if len(words) > 2):
            if len(words) > 1:
                name = " ".join(words)
                kind, sector = ("media", "JRN") if _MEDIA.search(words[-1]) else ("organisation", "")
                actor = self._actor(
                    f"organisation:{name}", name, kind, "", sector, f"name of an organisation: {words[-1]}"
                )
                self._mention(passage, actor, first, run.last, "name")
            return True
        if any(w in _NOT_PERSON for w in words):
            return True
        if len(words) == 1:
            return False
        if len(words) > 4 or not all(w[0].isalpha() for w in words) or any(w.isupper() and len(w) > 2 for w in words):
            return True
        name = passage.words(first, run.last)
        title, country = self._office(tokens, first, run)
        kind = self.titles.get(title, {}).get("kind") or ("leader" if titled else "public")
        actor = self._actor(
            f"person:{name}",
            name,
            kind,
            country,
            self.titles.get(title, {}).get("sector", ""),
            f"person's name: {name}",
        )
        if title:
            actor.offices.setdefault(title)
        self.surnames.setdefault(words[-1], actor)
        self.surnames.setdefault(words[0], actor) if words[0] not in self.surnames else None
        self._mention(passage, actor, first, run.last, "name")
        return True

    def _lone_name(self, passage: Passage, run: Run) -> None:
        """One capitalised word, with or without a title: a surname, or letters that stand for an organisation."""
        tokens = passage.tokens
        first = run.first
        while first < run.last and self._title_at(tokens, first, run.last):
            first += self._title_at(tokens, first, run.last)
        if run.last - first != 1:
            return
        word = tokens[first].text
        actor = self.surnames.get(word)
        if actor is None and word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
            key = f"organisation:{word}"
            actor = self._actor(key, word, "organisation", "", "", f"capital letters: {word}")
        if actor is None and first > run.first:
            title, country = self._office(tokens, first, run)
            row = self.titles.get(title, {})
            actor = self._actor(
                f"person:{word}",
                word,
                row.get("kind") or "leader",
                country,
                row.get("sector", ""),
                f"title and name: {passage.words(run.first, run.last)}",
            )
            self.surnames[word] = actor
            if title:
                actor.offices.setdefault(title)
        if actor is not None:
            self._mention(passage, actor, first, run.last, "name")

    def _title_at(self, tokens: list[Token], i: int, last: int) -> int:
        """How many tokens from i on are a title (3 for Vice President of ... no: only the title's own words)."""
        for size in (3, 2, 1):
            if i + size <= last and " ".join(t.lower for t in tokens[i : i + size]) in self.titles:
                return size
        return 0

    def _title_before(self, tokens: list[Token], i: int) -> bool:
        return i > 0 and (tokens[i - 1].lower in self.titles)

    def _office(self, tokens: list[Token], first: int, run: Run) -> tuple[str, str]:
        """The title before a name, and the country whose adjective stands before that."""
        for size in (3, 2, 1):
            start = first - size
            title = " ".join(t.lower for t in tokens[max(start, 0) : first])
            if start >= 0 and title in self.titles:
                for back in (2, 1):
                    known = self.gazetteer.at(tokens, start - back) if start - back >= 0 else None
                    if known and known[0] == back and known[1].how in ("demonym", "name"):
                        return title, known[1].country
                if start >= 2 and tokens[start - 1].tag == "POS":
                    for back in (3, 2):
                        known = self.gazetteer.at(tokens, start - back) if start - back >= 0 else None
                        if known and known[0] == back - 1:
                            return title, known[1].country
                return title, ""
        return "", ""

    def _actor(self, key: str, name: str, kind: str, country: str, sector: str, rule: str) -> Actor:
        actor = self.actors.get(key)
        if actor is None:
            actor = self.actors[key] = Actor(key, name, kind, country, sector, rule=rule)
        if kind != "public" and actor.kind == "public":
            actor.kind = kind
        actor.country, actor.sector = actor.country or country, actor.sector or sector
        return actor

    def _mention(self, passage: Passage, actor: Actor, first: int, last: int, how: str) -> None:
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        words = passage.text[start:end]
        if how != "demonym":
            actor.names.setdefault(words)
        self.mentions.append(Mention(actor, passage.paragraph_id, start, end, how, words))
        if not actor.first[0] or (actor.first[0] == HEADLINE and passage.paragraph_id != HEADLINE):
            actor.first = (passage.paragraph_id, start, end)


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()
