"""Who has which office by the words of an article: the minister, the former president, his Russian counterpart."""

from bisect import bisect_left

from ..lexicon.words import word_set
from .mentions import ActorDraft
from .names import Names

_SHORT_TITLES = word_set("minister secretary speaker")
#: Offices that one and the same report calls by both words.
_SAME_OFFICE = {
    "head of state": "president",
    "head of government": "prime minister",
    "envoy": "ambassador",
    "foreign minister": "foreign secretary",
    "foreign secretary": "foreign minister",
    "defence minister": "defence secretary",
    "defense minister": "defense secretary",
    "defence chief": "defence secretary",
    "defense chief": "defense secretary",
    "prime minister": "premier",
    "premier": "prime minister",
    "lawyer": "attorney",
    "attorney": "lawyer",
}
_OTHER_POSTS = ("prime ", "deputy ", "first ", "general ", "press ", "vice ", "former ")


class Holders:
    """Knows who has which office in one article."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._holders: dict[str, list[ActorDraft]] = {}  # of each office, those named last first
        for actor in reversed(names.actors.values()):
            for title in dict.fromkeys(map(names.offices.in_full, actor.offices)):
                self._holders.setdefault(title, []).append(actor)

    def of(self, title: str) -> list[ActorDraft]:
        """Those who have an office by this article's words, those named last first."""
        return self._holders.get(self.names.offices.in_full(title), [])

    def put(self, actor: ActorDraft | None, title: str, country: str, *, of_body: bool = False) -> ActorDraft | None:
        """A person with the kind of an office: the chief executive of a | country | leads it."""
        row = self.names.offices.row(title)
        if actor is not None and row is not None and actor not in self.of(title):
            self._holders.setdefault(self.names.offices.in_full(title), []).insert(0, actor)
        if actor is not None and actor.kind == "public" and row is not None:
            actor.kind, actor.sector = row["kind"], "GOV" if country else actor.sector or row["sector"]
            actor.sector = "" if of_body and actor.sector == "GOV" else actor.sector  # its | president
            actor.country = actor.country or country
        return actor

    def one(self, title: str, country: str, here: tuple[int, int] | None = None) -> ActorDraft | None:
        """The person who has an office by this article's words, or by people.csv: the one named last before `here`.

        `here` is a passage's number and a character in it.
        """
        title = self.names.offices.in_full(title)
        same = _SAME_OFFICE.get(title.removeprefix("the "), "")
        holder = self._of_office(title, country, here)
        return holder or (self._of_office(same, country, here) if same in self._holders else None)

    def counterpart(self, owner: ActorDraft | None, country: str) -> ActorDraft | None:
        """The person of a country who has an office of another's: his Russian | counterpart."""
        offices = [self.names.offices.in_full(office) for office in owner.offices] if owner is not None else []
        for office in offices:
            title = "foreign minister" if office == "secretary of state" else office
            of_country = self.one(title, country) if country else None
            others = [a for a in self.of(title) if a is not owner]
            if of_country is not None and of_country is not owner and of_country.country == country:
                return of_country
            if not country and len(others) == 1:
                return others[0]
        return None

    def _of_office(self, title: str, country: str, here: tuple[int, int] | None) -> ActorDraft | None:
        holders = [a for a in self._holders.get(title, ()) if not country or a.country in ("", country)]
        if country and all(a.country != country for a in holders):
            of_country = [a for a in self._holders.get("counterpart", ()) if a.country == country]
            holders = of_country if len(of_country) == 1 else holders  # her Malian counterpart Karl Beck
        holder = next(iter(holders), None)
        if here is not None and len(holders) > 1:
            last = {a.key: bisect_left(self.names.places.get(a.key, []), here) for a in holders}
            named = [a for a in holders if last[a.key]]
            holder = max(named, key=lambda a: self.names.places[a.key][last[a.key] - 1], default=holder)
        if holder is None:
            short = title in _SHORT_TITLES
            of_field = [
                held
                for full, held in self._holders.items()
                if full.startswith((f"{title} of ", f"{title} for "))
                or (short and full.endswith(f" {title}") and not full.startswith(_OTHER_POSTS))
            ]
            end = title.rpartition(" ")[2]
            if not of_field and end in _SHORT_TITLES and not short and not title.startswith(_OTHER_POSTS):
                of_field = [[a for a in self._holders.get(end, ()) if end in a.offices]]  # Ann Lind, the | minister
            people = {a.key: a for held in of_field for a in held if not country or a.country in ("", country)}
            holder = next(iter(people.values())) if len(people) == 1 else self._last_alone(people, here)
        return holder

    def _last_alone(self, people: dict[str, ActorDraft], here: tuple[int, int] | None) -> ActorDraft | None:
        """Who of several is the only one named in the last paragraph that names any: the secretary."""
        if here is None or not people:
            return None
        places = {key: self.names.places.get(key, []) for key in people}
        last = {key: places[key][n - 1][0] for key in people if (n := bisect_left(places[key], here))}
        latest = [key for key, order in last.items() if order == max(last.values())]
        return people[latest[0]] if len(latest) == 1 else None
