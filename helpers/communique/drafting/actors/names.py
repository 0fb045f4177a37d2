"""Named actors: states, organisations and persons, from what the text calls them."""

from typing import NamedTuple

from ...coding.pointers import HEADLINE
from ...text.dates import WEEKDAYS
from ...text.timex import MONTHS
from ..grammar.prose import Passage, Prose
from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons, made_once
from ..lexicon.word_list import word_list
from ..lexicon.words import word_set
from .gazetteer import Gazetteer, KnownName, in_usual_capitals
from .mentions import ActorDraft, MentionDraft
from .offices import GENDER_OF_NAME, Offices

_PARTICLES = word_set("al- bin ibn de da del della di du van von der den la le los las dos das el ben abu")
_ARTICLES = word_set("al el ad an ar as ash at az ul")
_PLACES_TOO = word_set("la los las el")  # La Paz
_gazetteer, _offices = made_once(Gazetteer), made_once(Offices)
_TOWNS = frozenset(("City", "County", "Street", "Airport"))
#: Countries and capitals that are first names too.
_FIRST_NAMES = frozenset(
    ("Jordan", "Chad", "Georgia", "Israel", "India", "Kenya", "Paris", "Sofia", "Victoria", "London")
)
_PARTY_LABELS = frozenset(("Republican", "Democrat", "Independent", "Conservative", "Labour", "Liberal"))
_DIRECTIONS = {"North": "PRK", "South": "KOR"}


class Run(NamedTuple):
    """A stretch of capitalised words: tokens `first` to `last` (not included) of a passage."""

    first: int
    last: int


class Names:
    """Finds the named actors of an article and where each is named."""

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        self.prose = prose
        self.gazetteer = _gazetteer(lexicons)
        self.offices = _offices(lexicons)
        self.people = lexicons.by_word("people")
        self.surname_rows = _surnames(lexicons)
        self.organisation_words, self.media_words, self.other_words = _name_words(lexicons)
        self.actors: dict[str, ActorDraft] = {}
        self.mentions: list[MentionDraft] = []
        self.places: dict[str, list[tuple[int, int]]] = {}  # of each actor's mentions, as they were found
        self.surnames: dict[str, list[ActorDraft]] = {}
        self.order = {p.paragraph_id: n for n, p in enumerate(prose.passages)}

    def run(self) -> None:
        """Fill `actors` and `mentions`: first the full names, then surnames and lone words."""
        runs = [(passage, run) for passage in self.prose.passages for run in self._runs(passage)]
        later = [(p, r) for p, r in runs if not self._full_name(p, r)]
        for passage, run in later:
            self._lone_name(passage, run)
        self._short_forms()
        self.mentions.sort(key=lambda m: (self.order[m.paragraph_id], m.start))

    def _short_forms(self) -> None:
        """The letters that stand for an organisation's name are no other one: the Bay Port Union, the BPU."""
        longs = {
            "".join(w[0] for w in actor.name.split() if w[0].isupper()): actor
            for key, actor in self.actors.items()
            if key.startswith("organisation:") and " " in actor.name
        }
        for key, short in list(self.actors.items()):
            name = short.name.replace(".", "")
            long = longs.get(name) if key.startswith("organisation:") and name.isupper() else None
            if long is None or long is short:
                continue
            long.names.update(short.names)
            for mention in self.mentions:
                mention.actor = long if mention.actor is short else mention.actor
            long.first = min(long.first, short.first, key=lambda at: (self.order.get(at[0], 0), at[1]))
            del self.actors[key]

    def _runs(self, passage: Passage) -> list[Run]:
        """The capitalised stretches that no known name covers; known names become mentions on the way."""
        tokens, runs = passage.tokens, []
        i = passage.sentences[0].first if passage.sentences else len(tokens)  # behind a dateline
        firsts, size = self.gazetteer.first_words, len(tokens)
        shouted = passage.paragraph_id == HEADLINE and passage.text.isupper()
        while i < size:
            token = tokens[i]
            upper = shouted and in_usual_capitals(token) in firsts
            if token.tag[:3] != "NNP" and token.text not in firsts and not upper:
                i += 1
                continue
            known = self.gazetteer.at(tokens, i)
            if known and not (known[0] == 1 and known[1].how != "demonym" and self._of_a_name(tokens, i)):
                self._known(passage, i, *known)
                i += known[0]
            elif not is_name(token) or self._is_time(tokens, i):
                i += 1  # In April | Morocco, on Thursday | Roth
            elif token.text in _DIRECTIONS and self._direction(passage, i):
                i += 1
            elif (titled := self.offices.at(tokens, i, size)) > 1 and i + titled < size and is_name(tokens[i + titled]):
                i += titled  # Secretary of State | Mike Pompeo
            else:
                j = i + 1
                while j < len(tokens) and self._goes_on(tokens, j):
                    j += 1
                runs.append(Run(i, j))
                i = j
        return runs

    def _goes_on(self, tokens: list[Token], j: int) -> bool:
        """Whether a name goes on at token j: a capital, or de, bin, or "of" in an organisation's name."""
        if is_name(tokens[j]):
            known = self.gazetteer.at(tokens, j)
            part = tokens[j - 1].lower in ("of", "for") and known is not None and known[1].kind != "state"
            return known is None or known[1].how == "demonym" or known[0] == 1 or part
        article, _, name = tokens[j].text.partition("-")
        if article in _ARTICLES and name[:1].isupper():
            return True  # Adel | al-Jubeir
        if self._of_the(tokens, j) or (tokens[j].lower == "the" and self._of_the(tokens, j - 1)):
            return True
        following = tokens[j + 1 : j + 3]
        if following and tokens[j].lower in _PARTICLES and following[0].lower in _PARTICLES:
            following = following[1:]  # von | der Leyen
        if not following or not is_name(following[0]):
            return False
        aim = word_list().get(following[0].lower, "")[:2] in ("NN", "JJ")
        if tokens[j].lower == "for" and is_name(tokens[j - 1]) and aim and self.gazetteer.at(tokens, j + 1) is None:
            return True  # Mothers | for Peace
        return tokens[j].lower in _PARTICLES or (
            tokens[j].lower in ("of", "for") and tokens[j - 1].text in self.organisation_words
        )

    def _of_the(self, tokens: list[Token], j: int) -> bool:
        """Whether a body's name goes on with "of the" at token j: Committee | of the Red Cross."""
        of_the = [t.lower for t in tokens[j : j + 2]] == ["of", "the"] and tokens[j - 1].text in self.organisation_words
        return of_the and j + 2 < len(tokens) and is_name(tokens[j + 2]) and self.gazetteer.at(tokens, j + 2) is None

    def _is_time(self, tokens: list[Token], i: int) -> bool:
        """Whether a month or a day says when, and does not begin a name: the Sunday Times."""
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if tokens[i].lower in WEEKDAYS:
            return after is None or after.text not in self.organisation_words
        return tokens[i].lower in MONTHS and self.gazetteer.at(tokens, i + 1) is not None

    def _of_a_name(self, tokens: list[Token], i: int) -> bool:
        """Whether a lone known word is part of another name: Michael Jordan, Jordan Bardella, Jersey City."""
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and is_name(after) and not self.gazetteer.at(tokens, i + 1):
            if after.text in _TOWNS:
                return True
            other = after.text in self.organisation_words or self.offices.at(tokens, i + 1, len(tokens))
            office = before is not None and before.lower == "of" and self.offices.ending(tokens, max(0, i - 4), i - 1)
            place = before is not None and before.lower == "in"  # in Paris | Mia Pohl
            if tokens[i].text in _FIRST_NAMES and not (other or office or place):
                return True
        if before is None or not is_name(before) or before.lower in MONTHS or self.offices.at(tokens, i - 1, i):
            return False
        return not self.gazetteer.at(tokens, i - 1)

    def _direction(self, passage: Passage, i: int) -> bool:
        """the North and the South, where the report is about Korea."""
        tokens, code = passage.tokens, _DIRECTIONS[passage.tokens[i].text]
        if i == 0 or tokens[i - 1].lower != "the" or not {f"state:{c}" for c in _DIRECTIONS.values()} & {*self.actors}:
            return False
        if i + 1 < len(tokens) and (is_name(tokens[i + 1]) or tokens[i + 1].lower == "of"):
            return False
        other = self._actor(
            f"state:{code}", self.gazetteer.names[code], "state", code, "GOV", f"known name: {tokens[i].text}"
        )
        self._mention(passage, other, i - 1, i + 1, "alias")
        return True

    def _known(self, passage: Passage, i: int, size: int, entry: KnownName) -> None:
        if entry.how == "place":
            return
        state = entry.kind == "state"
        key = f"{entry.kind}:{entry.country if state and entry.country else entry.name}"
        country = entry.country or self._owner_country(passage, i)
        key += f":{country}" if country and not entry.country else ""
        name = self.gazetteer.names.get(entry.country, entry.name) if state else entry.name
        rule = f"known name: {passage.words(i, i + size)}"
        actor = self._actor(key, name, entry.kind, country, entry.sector, rule)
        how = {"demonym": "demonym", "capital": "alias"}.get(entry.how, "name")
        self._mention(passage, actor, i, i + size, how)

    def _owner_country(self, passage: Passage, first: int) -> str:
        """The country whose a body is: Russia's | Foreign Ministry, Spain's | Supreme Court."""
        if first == 0 or passage.tokens[first - 1].tag != "POS":
            return ""
        return self.offices.country_before(passage.tokens, first, self.gazetteer)

    def _full_name(self, passage: Passage, run: Run) -> bool:
        """A run of two words or more: an organisation, or a person with or without an office."""
        tokens = passage.tokens
        first = self._behind_titles(tokens, run)
        words = [t.text for t in tokens[first : run.last]]
        if not words:
            return True
        if (
            "for" in words
            or words[-1] in self.organisation_words
            or (len(words) > 2 and self.organisation_words.intersection(words))
        ):
            return len(words) > 1 and self._organisation(passage, first, run.last, words)
        a_may = words[-1] == "May" and words[0].lower() in GENDER_OF_NAME  # Theresa May
        if (words[-1] in self.other_words and not a_may) or (words[0] in self.other_words and words[0] != "Bill"):
            return True
        if len(words) == 1 or tokens[first].lower in _PARTICLES:
            return False
        usual = " ".join(in_usual_capitals(t).title() for t in tokens[first : run.last])
        if all(w.isupper() for w in words) and usual in self.people:
            self._person(passage, first, run.last, usual, titled=True)
            return True
        if (
            len(words) > 5
            or not all(w[0].isalpha() for w in words)
            or any(w.isupper() and len(w) > 2 and "." not in w for w in words)
        ):
            return True
        titled = first > run.first or self.offices.at(tokens, max(first - 1, 0), first)
        if not titled and (_are_common(words) or self._is_thing(tokens, first, words)):
            return True  # Climate Change, the Plaza Mayor
        if len(words) > 2 and words[0] in _PARTY_LABELS:
            first += 1  # Republican | Ann Lind
        self._person(passage, first, run.last, passage.words(first, run.last), titled=first > run.first)
        return True

    def _is_thing(self, tokens: list[Token], first: int, words: list[str]) -> bool:
        """Whether the word before a name says that it is no person's: the Lomar Steps, in Lomar Springs."""
        name, before = " ".join(words), tokens[first - 1].lower if first else ""
        known = words[0].lower() in GENDER_OF_NAME or name in self.people or f"person:{name}" in self.actors
        return before in ("the", "in", "at", "near", "outside") and not known

    def _behind_titles(self, tokens: list[Token], run: Run) -> int:
        for i in range(run.last - 2, run.first - 1, -1):  # Tavrian President | Oleg Marun
            size = self.offices.at(tokens, i, run.last)
            if size and i + size < run.last:
                return i + size
        return run.last if self.offices.at(tokens, run.first, run.last) == run.last - run.first else run.first

    def _organisation(self, passage: Passage, first: int, last: int, words: list[str]) -> bool:
        name = " ".join(words)
        kind, sector = ("media", "JRN") if words[-1] in self.media_words else ("organisation", "")
        rule = f"name of an organisation: {words[-1]}"
        country = self._owner_country(passage, first)
        key = f"organisation:{name}:{country}" if country else f"organisation:{name}"
        self._mention(passage, self._actor(key, name, kind, country, sector, rule), first, last, "name")
        return True

    def _person(self, passage: Passage, first: int, last: int, name: str, *, titled: bool) -> None:
        title, country = self.offices.before(passage.tokens, first, self.gazetteer)
        country = country or self._owner_country(passage, first)
        known = self.people.get(name, {})
        row = self.offices.row(title) or self.offices.row(known.get("title", "")) or {}
        kind = row.get("kind") or ("leader" if titled or known else "public")
        rule = f"title and name: {title} {name}" if title else f"person's name: {name}"
        sector = known.get("sector") or row.get("sector", "")
        actor = self._actor(f"person:{name}", name, kind, known.get("country") or country, sector, rule)
        actor.gender = actor.gender or known.get("gender", "") or self.offices.gender_of(passage.tokens, first, last)
        for a_title in (title, known.get("title", "")):
            if a_title and a_title not in ("mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "sir"):
                actor.offices.setdefault(a_title)
        words = name.split()
        for word in {words[0], words[-1]}:
            people = self.surnames.setdefault(word, [])
            if actor not in people:
                people.append(actor)
        self._mention(passage, actor, first, last, "name")

    def _lone_name(self, passage: Passage, run: Run) -> None:
        """One capitalised word, with or without a title: a surname, or letters that stand for an organisation."""
        tokens = passage.tokens
        start = first = self._behind_titles(tokens, run)
        while first < run.last - 1 and tokens[first].lower in _PARTICLES:
            first += 1  # Von der | Leyen
        if run.last - first != 1:
            return
        word = in_usual_capitals(tokens[first])
        actor = self._of_surname(passage, word, first) or self._known_surname(word)
        if actor is None and tokens[first - 1].lower == "the" and word in self.organisation_words:
            bodies = [a for k, a in self.actors.items() if k.startswith("organisation:")]
            actor = next((a for a in reversed(bodies) if a.name.endswith(f" {word}")), None)
        word = passage.words(start, run.last)
        if word in self.other_words:
            return
        letters = word.isupper() and 2 <= len(word) <= 6 and word.isalpha()
        if actor is None and letters and not self._is_common_word(word):
            actor = self._actor(f"organisation:{word}", word, "organisation", "", "", f"capital letters: {word}")
        titled = start > run.first or bool(self.offices.at(tokens, max(start - 1, 0), start))
        if actor is not None:
            if actor.key.startswith("person:") and self.offices.before(tokens, start, self.gazetteer)[0]:
                self._person(passage, start, run.last, actor.name, titled=True)
            else:
                self._mention(passage, actor, start, run.last, "name")
        elif titled or (start < first and tokens[start].lower not in _PLACES_TOO):
            self._person(passage, start, run.last, word, titled=titled)

    def _is_common_word(self, word: str) -> bool:
        """Whether capitals only cry out: a title, or a long common noun (THE FACTS)."""
        noun = len(word) > 4 and word_list().get(word.lower(), "")[:2] == "NN"
        return noun or any(self.offices.row(word.lower() + dot) for dot in ("", "."))

    def _of_surname(self, passage: Passage, word: str, first: int) -> ActorDraft | None:
        """Whom a surname means: of several people the one whom Mr or Ms fits, then the one named last before it."""
        people = self.surnames.get(word, [])
        gender = self.offices.gender_of(passage.tokens, first, first + 1)
        fitting = [a for a in people if not gender or a.gender in ("", gender)]
        here = (self.order[passage.paragraph_id], passage.tokens[first].start)
        named = {
            a.key: next((place for place in reversed(self.places.get(a.key, [])) if place < here), (-1, 0))
            for a in fitting
        }
        exact = [a for a in fitting if gender and a.gender == gender]
        return max(exact or fitting, key=lambda a: named[a.key], default=None)

    def _known_surname(self, word: str) -> ActorDraft | None:
        """A person of people.csv whom the report calls by the last name alone."""
        rows = self.surname_rows.get(word, ())
        if len(rows) != 1:
            return None
        row = rows[0]
        rule = f"known surname: {word}"
        actor = self._actor(f"person:{row['name']}", row["name"], "leader", row["country"], row["sector"], rule)
        actor.gender = row["gender"]
        actor.offices.setdefault(row["title"])
        self.surnames.setdefault(word, []).append(actor)
        return actor

    def _actor(self, key: str, name: str, kind: str, country: str, sector: str, rule: str) -> ActorDraft:
        actor = self.actors.get(key)
        if actor is None:
            actor = self.actors[key] = ActorDraft(key, name, kind, country, sector, rule=rule)
        if kind != "public" and actor.kind == "public":
            actor.kind = kind
        actor.country, actor.sector = actor.country or country, actor.sector or sector
        return actor

    def _mention(self, passage: Passage, actor: ActorDraft, first: int, last: int, how: str) -> None:
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        words = passage.text[start:end]
        if how != "demonym":
            actor.names.setdefault(words)
        self.mentions.append(MentionDraft(actor, passage.paragraph_id, start, end, how, words))
        self.places.setdefault(actor.key, []).append((self.order[passage.paragraph_id], start))
        if not actor.first[0] or (actor.first[0] == HEADLINE and passage.paragraph_id != HEADLINE):
            actor.first = (passage.paragraph_id, start, end)


def _are_common(words: list[str]) -> bool:
    """Whether words with capitals are common nouns all of them: Climate Change, Brain Cancer."""
    known = word_list()
    return all(known.get(w, "NN")[:3] != "NNP" and known.get(w.lower(), "")[:2] in ("NN", "JJ") for w in words)


def is_name(token: Token) -> bool:
    """Whether a token is a proper noun with a capital letter."""
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


@made_once
def _surnames(lexicons: Lexicons) -> dict[str, list[dict[str, str]]]:
    """The rows of those whom a report calls by the last name alone, by that name."""
    by_surname: dict[str, list[dict[str, str]]] = {}
    for row in lexicons.by_word("people").values():
        if row["alone"]:
            by_surname.setdefault(row["name"].split()[-1], []).append(row)
    return by_surname


@made_once
def _name_words(lexicons: Lexicons) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that make a name one of an organisation, of a medium, or of no actor at all."""
    rows = lexicons.rows("name-words")
    of = {m: frozenset(r["word"] for r in rows if r["means"] == m) for m in ("media", "no-actor")}
    organisations = frozenset(r["word"] for r in rows if r["means"] in ("organisation", "media"))
    return organisations, of["media"], of["no-actor"]
