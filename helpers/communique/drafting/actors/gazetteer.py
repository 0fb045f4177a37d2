"""The names that are known before any text is read: countries with capitals and demonyms, and organisations."""

import functools
from collections.abc import Container, Mapping
from copy import copy
from dataclasses import dataclass

from ...coding.codes import country_codes
from ..grammar.prose import words_of
from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons


@dataclass(frozen=True)
class KnownName:
    """A known name: what kind of actor it stands for, and how (name, capital, demonym, people, office, place).

    `plural` is whether "they" is said of it: the Houthis, but not Hamas.
    """

    name: str
    kind: str
    country: str
    sector: str
    how: str
    plural: bool = False


class Gazetteer:
    """Finds known names among tokens, the longest first."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.names: dict[str, str] = {}  # a country's code -> the name that a row has
        self._by_first: dict[str, list[tuple[tuple[str, ...], KnownName]]] = {}
        for name, code, how in _world():
            self._put(name, code, how)
        for row in lexicons.rows("countries"):
            if row["how"] != "no":
                self._put(row["name"], row["country"], row["how"])
        self.nouns: dict[str, set[str]] = {}  # a body's name -> the nouns that its longer names say it is
        for row in lexicons.rows("organisations"):
            name = row["same_as"] or row["name"]
            self.nouns.setdefault(name, set()).add(row["name"].partition(" of ")[0].split()[-1].lower())
            plural = row.get("number") == "plural"
            self._keep(row["name"], KnownName(name, row["kind"], row["country"], row["sector"], "name", plural))
        for rows in self._by_first.values():
            rows.sort(key=lambda r: -len(r[0]))

    def _put(self, name: str, code: str, how: str) -> None:
        if how == "name" and code:
            self.names.setdefault(code, name)
        kind = "office" if how == "office" else "public" if how == "people" else "state"
        self._keep(name, KnownName(name, kind, code, "CVL" if how == "people" else "GOV", how))

    def _keep(self, name: str, entry: KnownName) -> None:
        words = tuple(words_of(name))
        rows = [r for r in self._by_first.get(words[0], []) if r[0] != words]
        self._by_first[words[0]] = [*rows, (words, entry)]

    def extended(self, names: Mapping[tuple[str, ...], KnownName]) -> "Gazetteer":
        """The same with more names, each by its words."""
        more = copy(self)
        more._by_first = dict(self._by_first)
        for words, entry in names.items():
            rows = [r for r in more._by_first.get(words[0], []) if r[0] != words]
            more._by_first[words[0]] = sorted([*rows, (words, entry)], key=lambda r: -len(r[0]))
        return more

    @property
    def first_words(self) -> Container[str]:
        """The words that known names begin with."""
        return self._by_first

    def country_of(self, name: str) -> str:
        """The code of the country that a name of one word stands for: Saudi, US."""
        return next((known.country for words, known in self._by_first.get(name, ()) if len(words) == 1), "")

    def without(self, tokens: list[Token], country: str) -> str:
        """The words of a phrase without its country's name: the US, the American, the United States' | embassy."""
        words, i = [], 0
        while i < len(tokens):
            known = self.at(tokens, i)
            if known is not None and known[1].country == country and i + known[0] < len(tokens):
                i += known[0]
                continue
            if tokens[i].tag not in ("DT", "PRP$", "RB", "POS"):
                words.append(tokens[i].lower)
            i += 1
        return " ".join(words)

    def at(self, tokens: list[Token], i: int) -> tuple[int, KnownName] | None:
        """The longest known name that begins at token i, and how many tokens it has; None behind the last token."""
        if i >= len(tokens):
            return None
        for case in (_as_written, in_usual_capitals):
            for words, entry in self._by_first.get(case(tokens[i]), ()):
                size = len(words)
                if size == 1 or tuple(map(case, tokens[i : i + size])) == words:
                    return size, entry
            if not tokens[i].text.isupper():
                break
        return None


def _as_written(token: Token) -> str:
    return token.text


def in_usual_capitals(token: Token) -> str:
    """A word in capitals as it is usually written: SEOUL, but NATO and EU."""
    return token.text.title() if len(token.text) > 3 and token.text.isupper() else token.text


@functools.cache
def _world() -> tuple[tuple[str, str, str], ...]:
    """Every country's name, capital and demonym with its code (the countryinfo library)."""
    from countryinfo import all_countries

    infos = [c.info() for c in all_countries()]
    infos.sort(key=lambda info: -(info.get("population") or 0))  # French is of France, not of Martinique
    names: dict[str, tuple[str, str, str]] = {}
    for info in infos:
        code, name, demonym = (info.get("ISO") or {}).get("alpha3", ""), info.get("name"), info.get("demonym") or ""
        if code not in country_codes() or not name:
            continue
        names.setdefault(name, (name, code, "name"))
        capital = info.get("capital") or ""
        if len(capital) > 3 and (info.get("population") or 0) > 1_000_000:  # Hamilton is rarely that of Bermuda
            names.setdefault(capital, (capital, code, "capital"))
        if demonym and demonym[0].isupper():
            names.setdefault(demonym, (demonym, code, "demonym"))
            if demonym.endswith(("n", "i")):
                names.setdefault(f"{demonym}s", (f"{demonym}s", code, "people"))
    return tuple(names.values())
