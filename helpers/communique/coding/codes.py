"""The closed lists that a coding may use: ladders, kinds, and the PLOVER event vocabulary."""

import csv
import functools
import re
from dataclasses import dataclass
from importlib import resources

#: The ladder of certainty in plain words, weakest first (FactBank's values are beside it).
CERTAINTY = ("denied", "conditional", "threatened", "agreed", "happened")

#: FactBank's values (Saurí and Pustejovsky 2009), surest "no" first: polarity and certain, probable, possible.
FACTUALITY = ("CT-", "PR-", "PS-", "Uu", "PS+", "PR+", "CT+")

#: The five steps of a position, from -2 to +2.
STANCES = ("strongly-opposes", "opposes", "mixed", "supports", "strongly-supports")

#: For what a report leaves open: no step of the scale.
NOT_SAID = "does-not-say"

#: What another reader may take a contested position to be: a step, or (first, below all steps) none.
OTHER_STANCES = (NOT_SAID, *STANCES)

#: What a position is based on.
BASES = ("said", "done", "implied", "attributed")

#: The tone in which one event answers another.
TONES = ("negative", "neutral", "positive")

#: How a statement is quoted (PolNeAR: Newell, Margolin and Ruths 2018).
STATEMENT_KINDS = ("direct", "indirect", "mixed")

#: What an actor is.
_KINDS = "state leader office spokesperson organisation armed-force media public document unnamed"
ACTOR_KINDS = tuple(_KINDS.split())

#: Whether a person vouches for a row: a draft is a program's, and nobody has checked it yet.
STATUSES = ("draft", "accepted")

#: TIMEX3's values for a time without a date.
TIME_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")

#: Who stands for the report's own voice in `certainty_of`, `reported_by` and `according_to`.
REPORTER = "reporter"


#: PLOVER's primary sectors, and IGO and NGO from its codes for actors that are no state.
_SECTORS = """GOV JUD LEG MIL COP OPP PTY REB PRM SPY UAF CVL ELI BUS EDU MED LAB AGR JRN REF REL SOC CRM IGO NGO"""
SECTORS = tuple(_SECTORS.split())

#: PLOVER's general contexts (of its drafts 0.7 and 0.8 and of its manual; they may be combined).
_CONTEXTS = """political military intelligence peacekeeping economic diplomatic resource natural_resource territory
    culture education technology health disease enviro_disaster migration humanitarian legal human_rights
    rights_freedoms gender lgbt terrorism human_security religion_ethnicity government election legislative
    cbrn cyber political_institutions corruption crime future historical hypothetical"""
CONTEXTS = tuple(_CONTEXTS.split())


@dataclass(frozen=True)
class EventCode:
    """One row of the PLOVER table: an event, its mode, its score (-10 to 10) and its quad code (1 to 4)."""

    event: str
    mode: str
    event_scale: float
    quad_code: int
    quad_name: str


@functools.cache
def plover() -> dict[tuple[str, str], EventCode]:
    """PLOVER: 82 pairs of event and mode ("" where none is given), each with its score and quad code.

    Source:
        PLOVER manual, Open Event Data Alliance: scores as in 1.3 (January 2023), modes as in 2.0;
        draft 0.8 has other scores.
    """
    table = resources.files(__package__).joinpath("plover.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {
        (r["event"], r["mode"]): EventCode(
            r["event"], r["mode"], float(r["event_scale"]), int(r["quad_code"]), r["quad_name"]
        )
        for r in rows
    }


@functools.cache
def event_names() -> tuple[str, ...]:
    """The PLOVER events, in the codebook's order."""
    return tuple(dict.fromkeys(event for event, _ in plover()))


def modes_of(event: str) -> tuple[str, ...]:
    """The modes that PLOVER has for an event, without the empty one."""
    return tuple(mode for name, mode in plover() if name == event and mode)


#: Countries whose name in ISO 3166-1 is not what newspapers call them, or is that of two.
_USUAL_NAMES = {
    "COD": "Democratic Republic of the Congo",
    "GBR": "United Kingdom",
    "KOR": "South Korea",
    "LAO": "Laos",
    "PRK": "North Korea",
    "RUS": "Russia",
    "SYR": "Syria",
    "USA": "United States",
    "VGB": "British Virgin Islands",
    "VIR": "US Virgin Islands",
    "VNM": "Vietnam",
}


@functools.cache
def country_codes() -> frozenset[str]:
    """The three-letter country codes of ISO 3166-1."""
    import iso3166

    return frozenset(iso3166.countries_by_alpha3)


def country_name(code: str) -> str:
    """A country's usual name, or the code where ISO 3166-1 has no such country.

    It is the short name of ISO 3166-1 ("Iran" of "Iran, Islamic Republic of"), but for those that newspapers call
    otherwise.

    Example:
        >>> country_name("GUY"), country_name("KOR")
        ('Guyana', 'South Korea')
    """
    import iso3166

    country = iso3166.countries_by_alpha3.get(code)
    return _USUAL_NAMES.get(code) or (re.sub(r", .* of$", "", country.apolitical_name) if country else code)


def nearest_country(written: str) -> str:
    """The three-letter code that a two-letter code, small letters or the beginning of one name means, or "".

    Nothing is guessed from spelling: "South Korea" looks like "South Africa", and is another country.

    Example:
        >>> nearest_country("KR"), nearest_country("Russia"), nearest_country("Korea")
        ('KOR', 'RUS', '')
    """
    import iso3166

    upper = written.upper()
    if upper in iso3166.countries_by_alpha3:
        return upper
    if upper in iso3166.countries_by_alpha2:
        return iso3166.countries_by_alpha2[upper].alpha3
    meant = {c.alpha3 for name, c in iso3166.countries_by_name.items() if len(upper) > 3 and name.startswith(upper)}
    return meant.pop() if len(meant) == 1 else ""
