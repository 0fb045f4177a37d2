"""The closed classes of English words, and the forms of the verbs that the lexicons name."""

import functools

from .lexicons import Lexicons, package_lexicons


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines of text, as a set."""
    return frozenset(" ".join(lines).split())


BE = word_set("be am is are was were been being 's 're 'm ’s ’re ’m ai wo")
HAVE = word_set("have has had having 've ’ve")
DO = word_set("do does did")
AUXILIARIES = BE | HAVE | DO


def listed(name: str) -> frozenset[str]:
    """One of the word lists of word-sets.csv, as a set."""
    return word_set(*(row["words"] for row in package_lexicons().rows("word-sets") if row["name"] == name))


#: Words that a rule need never guess about, in small letters, with their tags; of two tags the later one counts.
CLOSED: dict[str, str] = {
    word: row["tag"] for row in package_lexicons().rows("closed-words") for word in row["words"].split()
}
del CLOSED["'s"]


def forms_of(lemma: str, past: str = "") -> dict[str, str]:
    """The forms of a verb and which each is: base, s, ing or past.

    Example:
        >>> forms_of("deny")
        {'deny': 'base', 'denies': 's', 'denying': 'ing', 'denied': 'past'}
    """
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        with_s = f"{lemma}es"
    else:
        with_s = f"{lemma[:-1]}ies" if consonant_y else f"{lemma}s"
    pasts = past.split() or [
        f"{lemma}d" if lemma.endswith("e") else f"{lemma[:-1]}ied" if consonant_y else f"{lemma}ed"
    ]
    doubled = next((p[:-2] for p in pasts if p.endswith("ed") and p[-3:-2] == p[-4:-3] == lemma[-1]), "")
    if doubled and not lemma.endswith(doubled[-2:]):
        ing = f"{doubled}ing"
    elif lemma.endswith("ie"):
        ing = f"{lemma[:-2]}ying"
    else:
        ing = f"{lemma[:-1]}ing" if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else f"{lemma}ing"
    return {lemma: "base", with_s: "s", ing: "ing", **dict.fromkeys(pasts, "past")}


@functools.cache
def verb_form_kinds() -> dict[str, str]:
    """Every form of the verbs of cues.csv, and which it is."""
    return {form: kind for lemma, past in _verbs(package_lexicons()) for form, kind in forms_of(lemma, past).items()}


@functools.cache
def speech_forms() -> frozenset[str]:
    """The past and the s-form of every verb that can carry a quotation: said, asks."""
    rows = [row for row in package_lexicons().rows("cues") if "q" in row["frames"].split() and " " not in row["lemma"]]
    forms = [pair for row in rows for pair in forms_of(row["lemma"], row["past"]).items()]
    return frozenset(form for form, kind in forms if kind in ("past", "s"))


@functools.cache
def particle_forms() -> dict[str, dict[str, str]]:
    """The past forms of verbs that are cues only with a particle: shot -> {back: shoot, down: shoot}."""
    by_form: dict[str, dict[str, str]] = {}
    for row in package_lexicons().rows("cues"):
        for past in row["past"].split() if " " in row["lemma"] else ():
            lemma, _, particle = row["lemma"].partition(" ")
            by_form.setdefault(past, {})[particle] = lemma
    return by_form


@functools.cache
def capitals() -> frozenset[str]:
    """The capitals of the world."""
    from countryinfo import all_countries

    return frozenset(str(country.info().get("capital")) for country in all_countries())


@functools.cache
def verb_forms() -> dict[str, str]:
    """Every form of the verbs of cues.csv, and its lemma (found is of find, not of found)."""
    return {form: lemma for lemma, past in _verbs(package_lexicons()) for form in forms_of(lemma, past)}


def _verbs(lexicons: Lexicons) -> list[tuple[str, str]]:
    return [(row["lemma"], row["past"]) for row in lexicons.rows("cues") if " " not in row["lemma"]]
