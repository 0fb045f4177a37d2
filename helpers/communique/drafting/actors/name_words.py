"""What the lexicons say of the words of names: whose they are, and which of them are nobody's."""

from ...text.slugs import without_accents
from ..lexicon.lexicons import Lexicons, made_once
from ..lexicon.word_list import lemma_of, word_list


def are_common(words: list[str]) -> bool:
    """Whether words with capitals are common nouns all of them: Climate Change, Brain Cancer."""
    known = word_list()
    tags = ((known.get(w, "NN"), known.get(w.lower()) or known.get(lemma_of(w.lower()), "")) for w in words)
    return all(as_written[:3] != "NNP" and in_small[:2] in ("NN", "JJ") for as_written, in_small in tags)


def key_of(name: str) -> str:
    """The key of a person's actor: one for all spellings of a name."""
    return f"person:{without_accents(name).replace('-', ' ').title()}"


@made_once
def people_rows(lexicons: Lexicons) -> dict[str, dict[str, str]]:
    """The rows of people.csv, by the name without accents."""
    return {without_accents(name): row for name, row in lexicons.by_word("people").items()}


@made_once
def surname_rows(lexicons: Lexicons) -> dict[str, list[dict[str, str]]]:
    """The rows of those whom a report calls by the last name alone, by that name."""
    by_surname: dict[str, list[dict[str, str]]] = {}
    for row in people_rows(lexicons).values():
        if row["alone"]:
            by_surname.setdefault(without_accents(row["name"]).split()[-1], []).append(row)
    return by_surname


@made_once
def name_words(lexicons: Lexicons) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """The words that make a name one of an organisation, of a medium, of no actor at all, or (of these) of a thing."""
    rows = lexicons.rows("name-words")
    of = {m: frozenset(r["word"] for r in rows if r["means"] == m) for m in ("organisation", "media", "place", "thing")}
    return of["organisation"] | of["media"], of["media"], of["place"] | of["thing"], of["thing"]
