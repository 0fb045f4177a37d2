"""The names that an article explains itself: the Pakistan Tehreek-e-Insaf (PTI), the firm Lomar Steel, Zorin Corp."""

import re
from collections.abc import Callable, Iterator

from ..grammar.prose import Passage, Prose
from ..grammar.things import is_arm
from ..grammar.tokens import Token
from ..lexicon.words import word_set
from .body_sorts import SORTS, SORTS_BEHIND, kind_of_name, sort_behind
from .gazetteer import Gazetteer, KnownName
from .name_runs import QUOTES, are_common, is_name
from .offices import GENDER_OF_NAME, Offices

_SHORT = re.compile(r"[A-Z][A-Za-z-]*[A-Z0-9]s?|[A-Z][a-z]{2,5}")
#: What ends the name of a firm that begins with its country's: Malaysia | Airlines.
_OF_STATES = frozenset(("Airlines", "Airways", "Railways", "Telecom", "Petroleum"))
_LETTERS = re.compile(r"[A-Z][A-Za-z-]*[A-Z]")
_LONGEST = 10
_OPENING = word_set("or known better also commonly widely")
#: What a language is that a name's letters are in, and not a state: its Spanish | initials.
OF_WORDS = word_set("initials acronym abbreviation")
_CALLED_BY = _OPENING | OF_WORDS | word_set("by as its the their in for short")
_NO_ACTOR = KnownName("", "state", "", "", "place")
_PAPERS = word_set("newspaper daily magazine tabloid broadcaster")
#: What ends a firm's full name, and is left out where it is named again: Zorin | Corp.
_OF_FIRMS = frozenset(
    ("Corp", "Corp.", "Corporation", "Inc", "Inc.", "Ltd", "Ltd.", "Plc", "PLC", "LLC", "Holdings", "A/S", "AG", "GmbH")
) | frozenset(
    ("AB", "SA", "S.A.", "NV", "N.V.", "BV", "Oy", "ASA", "SpA", "SE", "KG", "Bhd", "Pte", "Pty", "LLP", "Co.")
)

_SIGNS_OF_SORTS = SORTS_BEHIND.keys() | _PAPERS
#: What firms have, and people mostly don't.
_OF_A_FIRM = word_set("shares stock factory plant revenue profits headquarters subsidiary workforce fleet shareholders")
_SIGNS_OF_BODIES = _OF_A_FIRM | {"which"}
_LINKS = word_set("of for and the de du del da di la & ' ,")
_LIST = frozenset(("and", "the", ","))  # China, India and the | Lomar Workers Party (LWX)


def with_own_names(
    gazetteer: Gazetteer,
    prose: Prose,
    sorts_of_bodies: frozenset[str],
    of_firms: frozenset[str],
    is_body: Callable[[list[Token]], bool],
    offices: Offices,
) -> Gazetteer:
    """The gazetteer with the names that an article explains: long and short ones, those of bodies and of firms.

    `sorts_of_bodies` are words such as Party, which a body's name ends with, `of_firms` those such as Airways;
    `is_body` tells bodies from things.
    """
    names: dict[tuple[str, ...], KnownName] = {}
    signs_of_firms = {word.lower() for word in of_firms | _OF_FIRMS}
    for passage in prose.passages:
        words = {token.lower for token in passage.tokens}
        if not words.isdisjoint(_SIGNS_OF_SORTS):
            names |= _by_their_sort(passage.tokens, gazetteer, offices)
        if not words.isdisjoint(signs_of_firms):
            names |= _firms(passage.tokens, gazetteer, of_firms)
        if any(is_arm(token) for token in passage.tokens):
            names |= _weapons(passage.tokens, gazetteer)
        if not words.isdisjoint(_SIGNS_OF_BODIES):
            names |= _no_people(passage.tokens, gazetteer, offices)
        for at, short, by_letters in _short_names(passage):
            sorts = None if by_letters else sorts_of_bodies
            long = _long_name(passage.tokens, at, short.text) or _before(passage.tokens, at, sorts)
            if not long and _is_thing(passage.tokens, at, short.text):
                names[(short.text,)] = _NO_ACTOR
            if not long:
                continue
            known, whole = gazetteer.at([short], 0), gazetteer.at(long, 0)
            in_full = whole is not None and whole[0] == len(long)
            entry = whole[1] if whole and in_full else known[1] if known is not None else None
            if not in_full and entry is not None and entry.kind == "media" and long[-1].text in sorts_of_bodies:
                entry = None  # the Lomar Federal Police (AFP), and not the news agency
            if entry is None and is_body(long):
                name = passage.text[long[0].start : long[-1].end]
                kind, sector = kind_of_name([token.text for token in long])
                entry = KnownName(name, kind, whole[1].country if whole else "", sector, "name")
            if entry is not None:
                names[tuple(token.text for token in long)] = names[(short.text,)] = entry
                before = next((n for n, token in enumerate(long) if token.lower in ("for", "of")), 0)
                if before > 1:  # the Lomar Platform for Reform (LPR); the Lomar Platform
                    names[tuple(token.text for token in long[:before])] = entry
    return gazetteer.extended(names) if names else gazetteer


def _by_their_sort(tokens: list[Token], gazetteer: Gazetteer, offices: Offices) -> dict[tuple[str, ...], KnownName]:
    """The names behind nouns that say what they name: the video game company | Zorin Games."""
    names: dict[tuple[str, ...], KnownName] = {}
    for at, token in enumerate(tokens):
        first = at
        while token.lower in _PAPERS and first and is_name(tokens[first - 1]):
            first -= 1
        if at - first > 1 and gazetteer.at(tokens, first) is None:
            words = tuple(t.text for t in tokens[first:at])
            names[words] = KnownName(" ".join(words), "media", "", "JRN", "name")  # the | Business Day | newspaper
    for at, token in enumerate(tokens[:-1]):
        sort = SORTS.get(token.lower) if token.tag in ("NN", "JJ") else None
        if token.lower == "agency" and at and tokens[at - 1].lower in ("news", "wire"):
            sort = SORTS["broadcaster"]
        end = at + 1
        while sort is not None and end < len(tokens) and _goes_on(tokens, end, gazetteer):
            end += 1
        words = tuple(t.text for t in tokens[at + 1 : end])
        if sort is None or not words or gazetteer.at(tokens, at + 1) or words[0].lower() in GENDER_OF_NAME:
            continue
        if offices.at(tokens, at + 1, len(tokens)):
            continue  # the agency | Director Ann Lind
        names[words] = KnownName(" ".join(words), sort[0], "", sort[1], "name")
    return names | _explained(tokens, gazetteer)


def _weapons(tokens: list[Token], gazetteer: Gazetteer) -> dict[tuple[str, ...], KnownName]:
    """The names of weapons and craft, which act for nobody: the Orlan | missile, the frigate Orlan."""
    names: dict[tuple[str, ...], KnownName] = {}
    for at, token in enumerate(tokens):
        if at and is_arm(token):
            first = at
            first -= tokens[at - 1].lower in ("ballistic", "cruise", "hypersonic", "surveillance", "attack")
            name = tokens[first - 1]
            if first and is_name(name) and name.text.istitle() and gazetteer.at([name], 0) is None:
                names[(name.text,)] = _NO_ACTOR
    return names


def _explained(tokens: list[Token], gazetteer: Gazetteer) -> dict[tuple[str, ...], KnownName]:
    """The names that a comma explains: Bread Now, | an advocacy group."""
    names: dict[tuple[str, ...], KnownName] = {}
    for end in (n for n, token in enumerate(tokens) if token.text == ","):
        first = end
        while first and is_name(tokens[first - 1]):
            first -= 1
        words, sort = tuple(t.text for t in tokens[first:end]), sort_behind(tokens, first, end)
        known = gazetteer.at(tokens, first) is not None or any(w.lower() in GENDER_OF_NAME for w in words)
        if sort and words and not known and not are_common(list(words)):
            kind, sector = SORTS_BEHIND[sort[-1]]
            names[words] = KnownName(" ".join(words), kind, "", sector, "name")
    return names


def _no_people(tokens: list[Token], gazetteer: Gazetteer, offices: Offices) -> dict[tuple[str, ...], KnownName]:
    """The names of two words or more of no people: Zorin Beck, | which; Zorin Beck's | shares."""
    names: dict[tuple[str, ...], KnownName] = {}
    for at, token in enumerate(tokens):
        whose = token.tag == "POS" and not _OF_A_FIRM.isdisjoint(t.lower for t in tokens[at + 1 : at + 3])
        which = token.lower == "which" and at > 0 and tokens[at - 1].text == ","
        first = end = at - which
        while (whose or which) and first and is_name(tokens[first - 1]):
            first -= 1
        words = tuple(t.text for t in tokens[first:end])
        known = first == end or gazetteer.at(tokens, first) is not None or words[0].lower() in GENDER_OF_NAME
        placed = first > 0 and tokens[first - 1].tag in ("IN", "DT")
        if len(words) > 1 and not (known or placed or offices.at(tokens, first, end) or are_common(list(words))):
            names[words] = KnownName(" ".join(words), "organisation", "", "BUS" if whose else "", "name")
    return names


def _goes_on(tokens: list[Token], n: int, gazetteer: Gazetteer) -> bool:
    """Whether a body's name goes on at token n: Mothers | for Peace."""
    tied = tokens[n].lower in ("for", "of") and is_name(tokens[n - 1]) and gazetteer.at(tokens, n + 1) is None
    return is_name(tokens[n]) or (tied and n + 1 < len(tokens) and is_name(tokens[n + 1]))


def _firms(tokens: list[Token], gazetteer: Gazetteer, of_firms: frozenset[str]) -> dict[tuple[str, ...], KnownName]:
    """The names of firms: Turkish Airlines, Zorin Corp, and the same without what says that it is one: Zorin."""
    names: dict[tuple[str, ...], KnownName] = {}
    for end, token in enumerate(tokens):
        country = gazetteer.at(tokens, end - 1) if end and token.text in of_firms else None
        state = country is not None and country[1].how == "name" and token.text in _OF_STATES
        if country is not None and (country[1].how == "demonym" or state):
            both = (tokens[end - 1].text, token.text)
            names[both] = KnownName(" ".join(both), "organisation", country[1].country, "BUS", "name")
        first = end
        while token.text in _OF_FIRMS and first and is_name(tokens[first - 1]):
            first -= 1
        words = tuple(t.text for t in tokens[first:end])
        if not words or gazetteer.at(tokens, first) or words[-1] in _OF_FIRMS:
            continue
        entry = KnownName(" ".join((*words, token.text)), "organisation", "", "BUS", "name")
        names[words] = names[(*words, token.text)] = entry
    return names


def _short_names(passage: Passage) -> Iterator[tuple[int, Token, bool]]:
    """The short names, each with the place of the bracket or comma before it, and whether it is said to be letters."""
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        if token.text == "(":
            inside = [t for t in tokens[at + 1 : at + 5] if t.tag not in QUOTES][:2]
            if len(inside) == 2 and inside[1].text == ")" and _SHORT.fullmatch(inside[0].text):
                yield at, inside[0], False
        elif token.text == "," and tokens[at + 1 : at + 2] and tokens[at + 1].lower in _OPENING:
            behind = tokens[at + 1 : at + 1 + _LONGEST]
            short = next((n for n, t in enumerate(behind) if _LETTERS.fullmatch(t.text)), 0)
            between = {t.lower for t in behind[:short] if t.tag != "JJ" and not t.text[0].isupper()}
            if short and between <= _CALLED_BY and [t.text for t in behind[short + 1 : short + 2]] == [","]:
                yield at, behind[short], bool(between & OF_WORDS)


def _long_name(tokens: list[Token], end: int, short: str) -> list[Token]:
    """The words before a bracket whose first letters are those in it, with or without that of "of"; none if not."""
    wanted, letters = "".join(c for c in short if c.isupper()), ""
    wanted = short.upper() if len(wanted) == 1 and 2 < len(short) < 7 else wanted  # Sars
    for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        word = tokens[at].text
        if word[0].isupper():
            letters = "".join(part[0] for part in word.split("-") if part[:1].isupper()) + letters
        elif tokens[at].lower in _LINKS or tokens[at].tag == "POS":
            letters = f"{word[0].upper()}?{letters}" if word[0].isalpha() else letters
        else:
            break
        if word[0].isupper() and re.fullmatch(letters, wanted):
            return tokens[at:end] if end - at > 1 or "-" in word else []
    return []


def _is_thing(tokens: list[Token], end: int, short: str) -> bool:
    """Whether the words before a bracket are a thing's, in small letters: exclusive economic zone (EEZ)."""
    words = [t.lower for t in tokens[max(0, end - _LONGEST) : end] if t.lower not in _LINKS]
    letters = [c.lower() for c in short if c.isupper()]
    return len(letters) > 1 and [w[0] for w in words[-len(letters) :]] == letters


def _before(tokens: list[Token], end: int, sorts: frozenset[str] | None) -> list[Token]:
    """A body's name whose letters are others: the Kurdistan Workers' Party (PKK); of any sort if `sorts` is None."""
    first = end
    while first and (tokens[first - 1].text[0].isupper() or tokens[first - 1].lower in _LINKS - _LIST):
        first -= 1
    while (first < end and not tokens[first].text[0].isupper()) or tokens[first].tag == "DT":
        first += 1
    return tokens[first:end] if end - first > 1 and (sorts is None or tokens[end - 1].text in sorts) else []
