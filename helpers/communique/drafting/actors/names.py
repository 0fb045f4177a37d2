"""Named actors: states, organisations and persons, from what the text calls them."""

import re

from ...coding.pointers import HEADLINE
from ...text.slugs import without_accents
from ..grammar.prose import Passage, Prose
from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons, made_once
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .aliases import find_aliases
from .body_sorts import kind_of_name
from .gazetteer import Gazetteer, KnownName, in_usual_capitals
from .lone_names import LoneNames
from .mentions import ActorDraft, MentionDraft
from .name_runs import NUMBERED, PARTICLES, QUOTES, NameRuns, Run, are_common, fills_a_quotation
from .name_words import NameWords, is_of_a_list, key_of, leads_a_team, people_rows
from .offices import GENDER_OF_NAME, ROMAN, Offices
from .own_names import OF_WORDS, with_own_names
from .party_names import settle_parties
from .same_names import unite
from .surnames import Surnames, namesakes

#: What comes behind a name that is no actor's: the Lomar Access | bill.
DRAFT_LAWS = frozenset(("bill", "act", "law", "amendment", "legislation"))
_NEVER_IN_NAMES = frozenset(("National", "International", "Regional", "Municipal"))
_gazetteer, _offices, _words = made_once(Gazetteer), made_once(Offices), made_once(NameWords)
_BEHIND_NAMES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III"))
_PARTY_LABELS = frozenset(("Republican", "Democrat", "Independent", "Conservative", "Labour", "Liberal"))
_CHAMBERS = frozenset(("House", "Senate"))
_HELD_AT = word_set(
    "peace summit conference agreement accord accords declaration protocol treaty statute convention pact process "
    "airport climate"
)
#: What a country's name or adjective before it says nothing of the state: the US | dollar, its Spanish | initials.
_NO_STATES = OF_WORDS | frozenset(("dollar", "dollars", "$"))
_INITIALS = re.compile(r"[AGKMS][A-Z]?M")  # A K M, before a name from Bangladesh
_HONOURS = word_set("sir dame dr dr. mr mr. ms ms. mrs mrs. lord lady professor")
_DIRECTIONS = {"North": "PRK", "South": "KOR"}


class Names:
    """Finds the named actors of an article and where each is named."""

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        self.prose = prose
        self.offices = _offices(lexicons)
        self.people = people_rows(lexicons)
        self.words = _words(lexicons)
        sorts, firms = self.words.of_bodies, self.words.of_firms
        self.gazetteer = with_own_names(_gazetteer(lexicons), prose, sorts, firms, self.words.is_body, self.offices)
        self.actors: dict[str, ActorDraft] = {}
        self.mentions: list[MentionDraft] = []
        self.places: dict[str, list[tuple[int, int]]] = {}  # of each actor's mentions, as they were found
        self._inside: set[tuple[str, int]] = set()  # where a state's adjective is part of a body's name
        self.bodies_of: dict[str, dict[str, ActorDraft]] = {}  # by what comes before "of": the Bank of Lomar
        self.order = {p.paragraph_id: n for n, p in enumerate(prose.passages)}
        self.surnames = Surnames(lexicons, self.offices)
        self.namesakes = namesakes(prose, self.gazetteer)

    def run(self) -> None:
        """Fill `actors` and `mentions`: first the full names, then surnames and lone words."""
        later = [(p, r) for p, r in self._unknown_names() if not self._full_name(p, r)]
        later.sort(key=lambda found: not self.is_titled(*found))  # Bush, whom the report calls President Bush later
        aliases, alone = find_aliases(self), LoneNames(self)
        for passage, run in later:
            alone.find(passage, run)
        unite(self, aliases)
        settle_parties(self.actors)
        for places in self.places.values():
            places.sort()
        self.mentions = [m for m in self.mentions if (m.paragraph_id, m.start) not in self._inside]
        self.mentions.sort(key=lambda m: (self.order[m.paragraph_id], m.start))

    def _unknown_names(self) -> list[tuple[Passage, Run]]:
        """The capitalised stretches that no known name covers; known names become mentions on the way."""
        runs, unknown = NameRuns(self.gazetteer, self.offices, self.words.of_bodies), []
        for passage in self.prose.passages:
            for run in runs.of(passage):
                if run.known is not None and passage.words(run.first, run.last) not in self.namesakes:
                    self._known(passage, run.first, run.last, run.known)
                elif not self._direction(passage, run):
                    unknown.append((passage, run))
        return unknown

    def _direction(self, passage: Passage, run: Run) -> bool:
        """the North and the South, where the report is about Korea."""
        tokens, i = passage.tokens, run.first
        code = _DIRECTIONS.get(tokens[i].text, "") if run.last == i + 1 else ""
        before, behind = tokens[i - 1].lower if i else "", [t.lower for t in tokens[run.last : run.last + 1]]
        korean = any(f"state:{c}" in self.actors for c in _DIRECTIONS.values())
        both = behind == ["and"] and passage.words(run.last + 1, min(run.last + 3, len(tokens))).endswith(" Korea")
        if not code or not (both or (korean and before == "the")) or behind == ["of"]:
            return False
        rule = f"known name: {tokens[i].text}"
        other = self.actor_of(f"state:{code}", self.gazetteer.names[code], "state", code, "GOV", rule)
        self.add_mention(passage, other, i - (before == "the"), i + 1, "alias")
        return True

    def _known(self, passage: Passage, first: int, last: int, entry: KnownName) -> None:
        behind = passage.tokens[last].lower if last < len(passage.tokens) else ""
        if entry.how == "place" or behind in _NO_STATES:
            return
        if entry.how == "capital" and behind in _HELD_AT:
            return  # the Madrid | peace talks
        longer = self._end_of_longer(passage, last) if entry.sector == "PTY" else last
        if longer > last:
            self._organisation(passage, first, longer, [t.text for t in passage.tokens[first:longer]])
            return
        state = entry.kind == "state"
        key = f"{entry.kind}:{entry.country if state and entry.country else entry.name}"
        owner = "" if state else self.offices.country_before(passage.tokens, first, self.gazetteer)
        if not state and not owner and behind == "of":
            place = self.gazetteer.at(passage.tokens, last + 1)
            owner = place[1].country if place is not None and place[1].kind == "state" else ""
        country = owner if entry.kind == "office" else ""
        country = country or entry.country or self.offices.owner_before(passage.tokens, first, self.gazetteer)
        country = "" if entry.sector == "IGO" else country
        key += f":{country}" if country != entry.country else ""
        name = self.gazetteer.names.get(entry.country, entry.name) if state else entry.name
        rule = f"known name: {passage.words(first, last)}"
        actor = self.actor_of(key, name, entry.kind, country, entry.sector, rule)
        actor.plural = actor.plural or entry.plural
        how = {"demonym": "demonym", "capital": "alias"}.get(entry.how, "name")
        self.add_mention(passage, actor, first, last, how)

    def _end_of_longer(self, passage: Passage, last: int) -> int:
        """Where a party's name ends of which a known one is the beginning: the Democratic Party | for the People."""
        tokens = passage.tokens
        end = last + 1 + ([t.lower for t in tokens[last + 1 : last + 2]] == ["the"])
        tied = [t.lower for t in tokens[last : last + 1]] == ["for"] and [t.tag for t in tokens[end : end + 1]]
        return end + 1 if tied in (["NNP"], ["NNPS"]) else last

    def _full_name(self, passage: Passage, run: Run) -> bool:
        """A run of two words or more: an organisation, or a person with or without an office."""
        tokens = passage.tokens
        first = self.offices.behind_titles(tokens, run.first, run.last)
        if run.last - first == 1 and first > run.first and tokens[first].text in self.words.of_bodies:
            first = run.first  # the Justice Ministry
        in_chamber = (
            run.last - first > 3 and tokens[first].text in _CHAMBERS and tokens[first + 1].text in _PARTY_LABELS
        )
        first += 2 * in_chamber  # House Democrat | Ann Lind
        words = [t.text for t in tokens[first : run.last] if t.tag not in QUOTES]
        behind = passage.tokens[run.last].lower if run.last < len(tokens) else ""
        a_law = bool(words) and (words[-1] in self.words.of_laws or behind in DRAFT_LAWS)
        if not words or (a_law and len(words) > 1):  # the Equal Access Act, the Lomar Access | bill
            return run.last - run.first > 1  # one title may be a surname: King
        if self._is_bodys(tokens, first, words):
            return len(words) > 1 and self._organisation(passage, first, run.last, words)
        of_may = words == ["May"] and [t.tag for t in tokens[run.last : run.last + 1]] == ["POS"]
        if of_may or (len(words) == 1 and words[0] in self.words.of_nobody):
            return False  # May's | agreement, Mr | Hall
        surname = words[-1] in self.words.of_nobody and self.words.is_surname(tokens, run.last, words, self.actors)
        if (words[-1] in self.words.of_nobody and not surname) or (
            words[0] in self.words.of_nobody and words[0] != "Bill"
        ):
            return True
        if all(token.lower in PARTICLES for token in tokens[first : run.last - 1]):
            return False
        if words[0] in NUMBERED and len(words) == 2:
            return self._organisation(passage, first, run.last, words)
        if words[-1] == "Government" or self._is_office_of_a_body(passage, first, run.last):
            return True  # the Lind Government, the U.N. Ambassador
        if len(words) == 2 and self.words.is_at_home(tokens, first, run.last, self.gazetteer):
            return self._organisation(passage, first, run.last, words)
        usual = " ".join(in_usual_capitals(t).title() for t in tokens[first : run.last])
        if all(w.isupper() for w in words) and usual in self.people:
            self.add_person(passage, first, run.last, usual, titled=True)
            return True
        initials = len(words) > 2 and bool(_INITIALS.fullmatch(words[0]))
        if (
            len(words) > 5
            or not all(w[0].isalpha() for w in words)
            or any(w.isupper() and len(w) > 2 and "." not in w and not ROMAN.fullmatch(w) for w in words[initials:])
        ):
            return True
        titled = first > run.first or self.offices.at(tokens, max(first - 1, 0), first)
        if not titled and (
            are_common(words)
            or not _NEVER_IN_NAMES.isdisjoint(words)
            or self.words.is_thing(tokens, first, words, self.actors)
            or fills_a_quotation(tokens, run)
        ):
            return True  # Climate Change, the Plaza Mayor, a film called "Long Night"
        if "-turned-" in words[0]:
            first, words = first + 1, words[1:]  # Journalist-turned-politician | Kari Lake
        has_office = first > run.first or words[0] in _PARTY_LABELS
        if len(words) > 2 and (words[0] in _PARTY_LABELS or self._is_trade(words[0])):
            first += 1  # Republican | Ann Lind, Nurse | Ann Lind
        self.add_person(passage, first, run.last, passage.words(first, run.last), titled=has_office)
        return True

    def _is_trade(self, word: str) -> bool:
        """Whether a word before a name is a noun for people: Nurse | Ann Lind; and not: Ngo Van Lind."""
        return word.lower() in self.words.trades and len(word) > 3

    def _is_bodys(self, tokens: list[Token], first: int, words: list[str]) -> bool:
        """Whether a name is a body's by its own words, or by those of a list."""
        named = len(words) == 2 and words[0].lower() in GENDER_OF_NAME  # Karl | Steel
        return (
            "for" in words
            or is_of_a_list(tokens, first)
            or "&" in words
            or (words[-1] in self.words.of_bodies and not (named and words[-1] in self.words.of_firms))
            or (len(words) > 2 and bool(self.words.of_bodies.intersection(words)))
        )

    def _is_office_of_a_body(self, passage: Passage, first: int, last: int) -> bool:
        """Whether a run is a known body and a title, and names nobody: U.N. | Ambassador."""
        known = self.gazetteer.at(passage.tokens, first)
        behind = first + known[0] if known is not None and known[1].kind == "organisation" else last
        return behind < last and self.offices.at(passage.tokens, behind, last) == last - behind

    def is_titled(self, passage: Passage, run: Run) -> bool:
        """Whether an office comes before or in a name: President | Bush."""
        return self.offices.is_titled(passage.tokens, run.first, run.last)

    def _organisation(self, passage: Passage, first: int, last: int, words: list[str]) -> bool:
        name = re.sub(r" (['’]s?)(?= |$)", r"\1", " ".join(words))  # the People's Front
        medium = words[-1] in self.words.of_media or words[0] in NUMBERED
        kind, sector = ("media", "JRN") if medium else kind_of_name(words)
        sector = sector or ("BUS" if "&" in words or words[-1] in self.words.of_firms else "")
        rule = f"name of an organisation: {words[-1]}"
        country = self.offices.country_before(passage.tokens, first, self.gazetteer)
        key = f"organisation:{name}:{country}" if country else f"organisation:{name}"
        own = country and passage.tokens[first - 1].tag != "POS" and "Ministry" not in words
        before = (
            self.offices.size_before(passage.tokens, first, self.gazetteer) if own else 0
        )  # the | Saudi | Press Agency
        whole = " ".join([passage.words(first - before, first), name]) if before else name
        body = self.actor_of(key, whole, kind, country, sector, rule)
        body.plural = lemma_of(words[-1].lower()) in self.words.trades and words[-1].endswith("s")
        short = re.split(" (?:of|for) ", name)[0]
        if short != name and kind == "organisation":
            self.bodies_of.setdefault(short, {})[key] = body
        if before:  # the Norwegian | Refugee Council is not of the state
            self._inside.add((passage.paragraph_id, passage.tokens[first - before].start))
        self.add_mention(passage, body, first, last, "name")
        return True

    def add_person(self, passage: Passage, first: int, last: int, name: str, *, titled: bool) -> None:
        """Make a person one of the article's actors, with the office that is beside the name, and note the place."""
        title, country = self.offices.before(passage.tokens, first, self.gazetteer)
        if title in _HONOURS and (before := self.offices.before(passage.tokens, first - 1, self.gazetteer))[0]:
            title, country = before  # Labour leader | Sir | Karl Beck
        country = country or self.offices.owner_before(passage.tokens, first, self.gazetteer)
        country = country or (self._joined_country(passage, first) if title else "")
        known = self.people.get(without_accents(name), {})
        words = [word for word in without_accents(name).split() if word not in _BEHIND_NAMES and word[0].isalpha()]
        row = self.offices.row(title) or self.offices.row(known.get("title", "")) or {}
        if title == "captain" and leads_a_team(passage.tokens, first):
            row = {"kind": "public", "sector": ""}
        kind = row.get("kind") or ("leader" if titled or known else "public")
        rule = f"title and name: {title} {name}" if title else f"person's name: {name}"
        sector = row.get("sector", "")
        if sector and title:
            start = first - len(title.split())
            sector = self.offices.sector(passage.tokens, start, title)
            size = self.offices.size_before(passage.tokens, start, self.gazetteer)
            body = self.gazetteer.at(passage.tokens, start - size) if size else None
            if body is not None and body[1].kind == "organisation":
                sector = body[1].sector if sector == "GOV" else sector  # FIW | President Ann Lind
        sector = known.get("sector") or sector
        actor = self.actor_of(key_of(" ".join(words)), name, kind, known.get("country") or country, sector, rule)
        actor.gender = actor.gender or known.get("gender", "") or self.offices.gender_of(passage.tokens, first, last)
        for a_title in (title, known.get("title", "")):
            if a_title and a_title not in ("mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "sir"):
                actor.offices.setdefault(a_title)
        self.surnames.add(actor, {words[0], *(w for w in words[1:] if w.lower() not in PARTICLES)})
        self.add_mention(passage, actor, first, last, "name")

    def _joined_country(self, passage: Passage, first: int) -> str:
        """Of the official before "and" the country: the Greek premier Mr Lind and | foreign minister Ann Berg."""
        tokens, before = passage.tokens, self.mentions[-1] if self.mentions else None
        joined = any(t.lower == "and" for t in tokens[max(0, first - 4) : first])
        if not joined or before is None or before.paragraph_id != passage.paragraph_id:
            return ""
        words = tokens[passage.token_at(before.end - 1) + 1 : first]
        beside = before.actor.key.startswith("person:") and words and words[0].lower == "and" and len(words) < 5
        return before.actor.country if beside else ""

    def actor_of(self, key: str, name: str, kind: str, country: str, sector: str, rule: str) -> ActorDraft:
        """The actor of a key, made where there is none yet; what is known of it is added."""
        actor = self.actors.get(key)
        if actor is None:
            actor = self.actors[key] = ActorDraft(key, name, kind, country, sector, rule=rule)
        if kind != "public" and actor.kind == "public":
            actor.kind = kind
        actor.country, actor.sector = actor.country or country, actor.sector or sector
        return actor

    def add_mention(self, passage: Passage, actor: ActorDraft, first: int, last: int, how: str) -> None:
        """Note where an actor is named, and by which words."""
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        words = passage.text[start:end]
        if how != "demonym":
            actor.names.setdefault(words)
        self.mentions.append(MentionDraft(actor, passage.paragraph_id, start, end, how, words))
        self.places.setdefault(actor.key, []).append((self.order[passage.paragraph_id], start))
        if not actor.first[0] or (actor.first[0] == HEADLINE and passage.paragraph_id != HEADLINE):
            actor.first = (passage.paragraph_id, start, end)
