"""Verb or noun, past tense or participle: what the words beside an ambiguous word say about it."""

from ...text.dates import WEEKDAYS
from ..lexicon.word_list import lemma_of
from ..lexicon.words import AUXILIARIES, BE, CLOSED, HAVE, listed, verb_form_kinds, word_set
from .time_words import BEFORE_PERIOD
from .tokens import Token

_BEFORE_VERB = {"PRP", "NNP", "NNPS", "WDT", "WP", "EX"}
_AFTER_VERB = {"DT", "PRP", "PRP$", "IN", "TO", "NNP", "``", "CD", "WRB", "WP", "EX"}
_SAYING = listed("saying")
#: Acts that are nouns behind another noun.
_ACTS = word_set("shelling bombing shooting stabbing looting")
_TELLING = word_set("say claim argue warn add insist allege find believe think rule")
#: What judges, reports and polls do at the end of a headline.
_RULING = frozenset(("rule", "find", "say", "warn", "claim", "show", "suggest", "hear", "learn"))
_OF_A_PHRASE = frozenset(("DT", "PRP$", "POS", "JJ", "NN", "NNP", "CD"))
_LONGEST_OBJECT = 9
#: Words that a verb may end with: gunned | down.
ENDING_A_VERB = word_set("down up out off over away")
_GETTING = frozenset(("seeking", "receiving", "offering", "providing", "requesting", "getting", "needing"))
_SIMPLE_PAST = listed("past and no participle")
_THINGS = word_set("war power justice peace office death court school work date democracy oil gas fire")
_AFTER_BARE = frozenset(("DT", "PRP", "PRP$", "NNP", "NNS", "``", "RB", "WP", "RP", "JJ"))
_TIES_TO_VERB = word_set("on for against about over into with in off out up at to from")
_ALSO_VERBS = word_set("open close free clear further back present secure slow complete separate correct lower better")
_MEANT = word_set("seek want vow try refuse hope manage fail attempt intend decide decline threaten")
_LONGEST_TIME = 4  # words
_ALWAYS_VERBS = word_set("say think believe argue insist warn tell ask complain suggest admit deny")
_LIKE_PEOPLE = word_set("wounded injured accused displaced detained bereaved deceased")
MANY = listed("words for several")
_CLAUSE_OPENERS = word_set("once when if until unless after before as because while")
_ARMED = listed("what is armed")
_ENDS = word_set("ends begins falls fails resumes wins loses starts dies")
_WITHOUT_OBJECT = word_set("respond retaliate react reply answer begin start end close finish open")
NAMING = word_set("named called nicknamed dubbed")
#: Verbs whose participle is their base form.
_SAME_FORMS = word_set("put set cut hit shut cast hurt split spread upset thrust overrun run bid shed")
_CLAUSE_BEGINS = word_set("whether that to it he she they there his its")
NOUN_ENDS = ("tion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "cy", "sm")
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


def only_describes(tokens: list[Token], n: int) -> bool:
    """Whether a participle is an adjective: the | armed | forces of Lomar."""
    return tokens[n].lower == "armed" and n + 1 < len(tokens) and tokens[n + 1].lower in _ARMED


def bare_verb(n: int, tag: str, tokens: list[Token], tags: list[str]) -> bool:
    """Whether a word behind "to" that is mostly a noun or an adjective is a verb there: to vote on, to block it."""
    behind = n + 1 + (tags[n + 1 : n + 2] == ["''"] and tags[n - 1] == "``")  # vowed to | "reunify" | with it
    after = tags[behind] if behind < len(tags) else "$"
    lower = tokens[n].lower
    if lower in _THINGS or lower.endswith(NOUN_ENDS) or not tokens[n].text.islower() or lower in CLOSED:
        return False
    if tag in ("JJ", "NN") and _only_to_do(n, tokens, tags):
        return True
    if tag == "JJ":
        return after in ("DT", "PRP", "PRP$") or (lower in _ALSO_VERBS and (after in NOUNS or after in ("JJ", "IN")))
    if tag not in ("NN", "VBP", "VBD"):
        return False
    following = tokens[behind].lower if behind < len(tokens) else ""
    return after in _AFTER_BARE or (after in ("IN", "TO") and following in _TIES_TO_VERB)


def _only_to_do(n: int, tokens: list[Token], tags: list[str]) -> bool:
    """Whether the verb before the "to" of token n has nothing but a verb behind it: sought on Friday to | shift it."""
    to = next(j for j in range(n - 1, -1, -1) if tags[j] == "TO")
    for j in range(to - 1, max(-1, to - _LONGEST_TIME), -1):
        if tags[j][0] == "V":
            return lemma_of(tokens[j].lower) in _MEANT
        if tags[j] not in ("RB", "IN") and tokens[j].lower not in WEEKDAYS:
            break
    return False


def form_of(tag: str) -> str:
    """Which form of a verb a word may be, by its tag ("" for none)."""
    return {"VBG": "ing", "VBD": "past", "VBN": "past", "VBZ": "s"}.get(tag, "base") if tag[0] == "V" else ""


def verb_or_noun(n: int, form: str, tag: str, tokens: list[Token], tags: list[str], before: str, after: str) -> str:
    """The tag of a word that may be a form of a verb (form is base, s, ing or past)."""
    last = _last_but_adverb(n, tags)
    prior = tokens[last] if last >= 0 else None
    word = prior.lower if prior else ""
    before_but = tags[last] if last >= 0 else "^"
    if form == "base" and tokens[n].lower in _SAME_FORMS and (word in BE or word in ("been", "being")):
        return "VBN"  # was | put under arrest
    if form == "past":
        noun = word == "a" and after in (".", ",", ":", "IN", "TO") and lemma_of(tokens[n].lower) == tokens[n].lower
        return "NN" if noun else _past(last, n, tokens, tags, word, after)  # took a hit
    if form == "ing":
        return _in_ing(n, tag, tokens, before, after, word)
    if form == "s":
        return _in_s(n, tag, tokens, tags, before, after, word, before_but)
    return _base(n, tag, tokens, tags, before, after, word, before_but)


def _in_ing(n: int, tag: str, tokens: list[Token], before: str, after: str, word: str) -> str:
    """The tag of a word in -ing."""
    timed = n + 1 < len(tokens) and tokens[n + 1].lower in BEFORE_PERIOD  # a hearing | last week
    if before in ("DT", "PRP$", "POS", "JJ") and (timed or after in ("IN", ",", ".", "$", "VBD", "VBZ", "MD")):
        return "NN"
    of = after == "IN" and [t.lower for t in tokens[n + 1 : n + 2]] == ["of"]
    if of and (before == "NN" or (before in ("VBN", "VBD") and [t.tag for t in tokens[n - 2 : n - 1]] == ["POS"])):
        return "NN"  # the police | killing of a man, Togo's continued | bombing of towns
    if tokens[n].lower in ("hearing", "briefing", "meeting", "ruling") and before in ("NN", "JJ", "DT", "PRP$"):
        return "NN"  # his confirmation | hearing
    if tokens[n].lower in _ACTS and (before == "NN" or (before == "," and after == "CC")) and after != "DT":
        return "NN" if after in ("VBD", "VBN", "VBZ", "MD", "CC", "IN") else "VBG"  # mortar | shelling killed five
    opens = n == 1 and before == "NN"  # Drug | smuggling is banned
    if (opens or before in ("IN", "^", "VBD", "``")) and after in ("VBD", "VBZ", "MD"):
        return "NN"  # said | fighting had stopped
    if word == "of" and n + 1 < len(tokens) and tokens[n + 1].lower in ("between", "among"):
        return "NN"  # a memorandum of understanding | between
    return "VBG" if word in BE or before != "JJ" else tag


def _in_s(
    n: int, tag: str, tokens: list[Token], tags: list[str], before: str, after: str, word: str, before_but: str
) -> str:
    """The tag of a word in -s that may be a verb."""
    that = [t.lower for t in tokens[n + 1 : n + 2]] == ["that"]
    that = that and tags[n + 2 : n + 3] in (["VBP"], ["MD"], ["VBD"])
    if tokens[n].lower == "states" and before == "NNP" and n > 1 and tags[n - 2] == "CD":
        return "NNS"  # the 25 U.S. | states that left
    if before == "," and that and tokens[n].lower == "states":
        return "NNS"  # Ohio and Utah, | states that have left
    if before == "," and tag == "NNS" and lemma_of(tokens[n].lower) in _SAYING and _is_that(n, tokens):
        return "VBZ"  # the report, released in May, | states that
    as_they_say = n > 1 and tokens[n - 2].lower == "as" and after == "," and lemma_of(tokens[n].lower) in _SAYING
    if as_they_say and before == "NNP":
        return "VBZ"  # as Reuters | notes, it is late
    if before == "NN" and after in (".", "$") and "," in tags[:n] and lemma_of(tokens[n].lower) in _RULING:
        return "VBZ"  # Zorin may buy it, judge | rules
    if before == "CC" and tag == "NNS" and after in ("DT", "PRP$", "NNS") and "VBZ" in tags[:n]:
        return "VBZ"
    if n + 1 < len(tokens) and tokens[n + 1].lower == "who":
        return "NNS"  # veterans | advocates who
    if before == "''" and after in ("NNP", "DT", "PRP"):
        return "VBZ"  # "...," notes Ms Lind
    if (
        before == "``"
        and tags[n - 2 : n - 1] in (["NN"], ["NNP"])
        and after in ("IN", "DT", "TO")
        and _says(n, tokens, tags)
    ):
        return "VBZ"  # said the act | "harms the port"
    if before == "DT" and word == "this":
        return "VBZ"  # this | provides
    if word == "to" or before in ("DT", "PRP$", "POS", "JJ", "CD") or word in HAVE:
        return "NNS"  # and not: has had | offers
    if before == "NN" and _is_object(n - 1, tokens, tags):
        return "NNS"  # condemned the missile | launches
    return "VBZ" if _follows_subject(n, tag, tokens, tags, before_but, after) else tag


def _says(n: int, tokens: list[Token], tags: list[str]) -> bool:
    """Whether the last verb before token n tells that something is so: said, warned; and not: called it."""
    verb = next((i for i in range(n - 1, -1, -1) if tags[i] in ("VBD", "VBZ", "VBG", "VBN", "VBP")), -1)
    return verb >= 0 and lemma_of(tokens[verb].lower) in _TELLING


def _is_object(n: int, tokens: list[Token], tags: list[str]) -> bool:
    """Whether the nouns that end with token n come right behind a verb that takes no clause."""
    start = max(0, n - _LONGEST_OBJECT)
    while n > start and tags[n] in _OF_A_PHRASE:
        n -= 1
    return n >= 0 and tags[n] in ("VBD", "VBG") and lemma_of(tokens[n].lower) not in _SAYING


def _follows_subject(n: int, tag: str, tokens: list[Token], tags: list[str], before_but: str, after: str) -> bool:
    """Whether a word in -s stands where a verb does: behind a subject, before an object or a clause."""
    clause = after in ("CD", "NN", "NNS", "NNP", "EX", "VB") and not {"VBD", "MD"}.isdisjoint(tags[n + 2 : n + 4])
    says = clause and lemma_of(tokens[n].lower) in _SAYING and {"VBD", "VBZ", "MD"}.isdisjoint(tags[:n])
    if n > 1 and tokens[n - 1].lower in WEEKDAYS and tags[n - 2] in ("PRP$", "DT", "POS"):
        return False  # his Wednesday | remarks
    if before_but in ("NNP", "NN") and tokens[n].lower in _ENDS and after in (".", ",", "$"):
        return any(t.lower in _CLAUSE_OPENERS for t in tokens[:n])  # once the war between Ghana and Togo | ends
    likely = before_but in _BEFORE_VERB or (before_but == "NN" and tag == "VBZ")
    if likely and (says or tag == "VBZ" or after in _AFTER_VERB):
        return True
    return before_but == "NN" and (says or after in ("DT", "PRP", "PRP$", "TO", "``") or _is_that(n, tokens))


def _base(
    n: int, tag: str, tokens: list[Token], tags: list[str], before: str, after: str, word: str, before_but: str
) -> str:
    """The tag of a word that may be the base form of a verb; `word` and `before_but` are before it, but for adverbs."""
    if word == "to" and before_but == "TO":
        return "VB" if before == "TO" or before == "RB" else tag
    whole = before in ("VBN", "VBG") and after in ("VBD", "VBZ", "MD")  # has said | help was late
    if (whole or before in ("VBD", "VBZ")) and word not in AUXILIARIES and tag in ("VB", "VBP"):
        return "NN"  # expressed | regret
    if tag == "VB" and before == "VBG" and word in _GETTING:
        return "NN"  # before seeking | help
    free = after not in ("IN", "CC") or _is_that(n, tokens)
    if word in MANY and (tag in ("VB", "VBP") or _is_cue_base(tokens[n].lower)) and free:
        return "VBP"
    if before in ("DT", "PRP$", "POS", "JJ") and not (before == "DT" and word in ("those", "these", "all", "both")):
        return "NN" if tag[0] == "V" and tag != "VBN" else tag
    if word in ("i", "you", "we", "they", "who") or tokens[n].lower in _ALWAYS_VERBS:
        return "VBP"
    bare = tag == "VB" and before == "," and "NNS" in tags[:n] and after in ("DT", "NNS", "PRP$", "NN", "JJ", "NNP")
    if bare and {"VBD", "VBZ", "VBP", "MD"}.isdisjoint(tags[:n]):
        return "VBP"  # the rules, released in May, | raise questions
    if before_but == "NNS" and _is_cue_base(tokens[n].lower) and _has_own_clause(n, tokens, tags, after):
        return "VBP"
    if before_but in ("NNP", "NNPS") and _is_cue_base(tokens[n].lower) and _is_first_verb(n, tokens, tags, word, after):
        return "VBP"
    if before == "NNS" and _is_cue_base(tokens[n].lower) and after in (".", "$") and "," in tags[:n]:
        return "VBP"  # ..., court records | show.
    if before_but == "NNS" and before == "RB" and tag == "NN" and after not in NOUNS:
        return "VBP"
    if before_but in ("NNS", "NNPS") and (tag[0] == "V" or after in ("DT", "PRP", "PRP$", "``") or _is_that(n, tokens)):
        return "VBP"
    if tag in ("VB", "VBP") and before == "NN" and after in ("IN", "RB", "TO") and _is_of_a_plural(n, tags):
        return "VBP"  # people with a mild illness | recover in days
    if tag in ("VB", "VBP"):
        return "NN" if before in ("IN", "NN") and after not in ("DT", "PRP", "PRP$") else tag
    return tag


def _is_of_a_plural(n: int, tags: list[str]) -> bool:
    """Whether the phrase that ends before token n depends on a plural that has no verb yet: people with a cold."""
    start = n
    while start and tags[start - 1] in _OF_A_PHRASE:
        start -= 1
    own = {"VBD", "VBZ", "VBP", "MD"}.isdisjoint(tags[:n])
    return own and start > 1 and tags[start - 1] == "IN" and tags[start - 2] == "NNS"


def _is_first_verb(n: int, tokens: list[Token], tags: list[str], word: str, after: str) -> bool:
    """Whether a word behind a name is the verb of a plural: MPs | fear the row, papers seen by the BBC | show that."""
    several = word.endswith("s") or not {"NNS", "NNPS"}.isdisjoint(tags[:n])
    own = after in ("DT", "PRP", "EX") or (n + 1 < len(tokens) and tokens[n + 1].lower == "that")
    return several and own and {"VBD", "VBZ", "VBP", "MD"}.isdisjoint(tags[:n])


def _is_cue_base(lower: str) -> bool:
    """Whether a word is the base form of a verb of the cue lexicon."""
    return verb_form_kinds().get(lower) == "base"


def _has_own_clause(n: int, tokens: list[Token], tags: list[str], after: str) -> bool:
    """Whether what follows a word may be its object or its clause: Democrats fear | turnout will be low."""
    if after in ("DT", "PRP", "PRP$", "CD", "WP", "WRB", "TO", "``", "EX") or _is_that(n, tokens):
        return True
    return after in ("NNS", "NNP", "NN", "JJ") and any(t[0] == "V" or t == "MD" for t in tags[n + 2 : n + 6])


def _is_that(n: int, tokens: list[Token]) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].lower in _CLAUSE_BEGINS


def _past(last: int, n: int, tokens: list[Token], tags: list[str], word: str, after: str) -> str:
    """Whether a form in -ed (or told, said, found) is the past tense or the participle."""
    if tokens[n].lower in _SIMPLE_PAST:
        return "VBD"
    tag, lower = tags[last] if last >= 0 else "^", tokens[n].lower
    if word in BE or word in HAVE or word in ("being", "been", "get", "got", "gets"):
        return "VBN"
    if tag == "POS" and word in ("'s", "’s", "'d", "’d", "'ve", "’ve"):
        return "VBN"
    if lower == "alleged" and after == "TO":
        return "VBN"  # crimes | alleged to have taken place
    if tag == "," and after in ("IN", "TO") and _reduced(lower):
        return "VBN"
    if tag == "PRP" and word not in ("it", "them", "him", "her", "us", "me"):
        return "VBD"
    if word == "the" and lower in _LIKE_PEOPLE and after not in NOUNS and after != "JJ":
        return "NNS"  # visited the | wounded in hospital
    if word in ("a", "an", "the"):
        return "VBN"  # a disputed | catch
    if lower in NAMING and tag == "NN" and after in ("NNP", "NNPS") and tokens[last - 1].lower in ("a", "an"):
        return "VBN"  # a woman | named Heather Heyer
    if after == "NNS" and (tag == "VB" or (tag == "," and _is_of_a_list(n, tags))):
        return "JJ"  # to report | blocked drains, | damaged roads or any hazards
    warns = lemma_of(lower) in _SAYING | _TELLING  # but | warned talks were late
    if tag == "CC" and after == "NNS" and not warns and tags[n + 2 : n + 3] in (["VBD"], ["VBZ"], ["VBP"], ["MD"]):
        return "JJ"  # and | exiled groups warned
    done_by = n + 1 < len(tokens) and tokens[n + 1].lower == "by" and lower != "said"
    done_by = done_by and (tags[n + 2 : n + 3] != ["VBG"] or lemma_of(lower) not in _WITHOUT_OBJECT)
    year = last >= 0 and len(tokens[last].text) == 4 and tokens[last].text.isdecimal()
    several = after == "NNS" or (after in ("JJ", "NNP") and tags[n + 2 : n + 3] == ["NNS"])
    counted = tag == "CD" and several and tags[last - 1] != "NNP" and not year  # 900 | pledged votes
    says = lower == "said" and tag == "JJ"  # the Israeli military | said soldiers left
    which = tag in ("DT", "PRP$", "POS", "IN", "JJ") and after in NOUNS and not says
    return "VBN" if done_by or counted or which else "VBD"


def _is_of_a_list(n: int, tags: list[str]) -> bool:
    """Whether the noun behind token n is in a list that ends with "and" and a noun: , damaged | roads or pipes."""
    joined = next(
        (i for i in range(n + 2, min(n + 12, len(tags))) if tags[i] not in (",", "JJ", *NOUNS, "VBN", "VBD")), 0
    )
    if tags[n - 2 : n - 1] not in (["NNS"], ["NN"]) or tags[joined] != "CC" or tags[n + 2] not in (",", "CC"):
        return False
    return tags[joined + 1 : joined + 2] in (["DT"], ["NNS"], ["JJ"]) and {"VBD", "MD"}.isdisjoint(
        tags[joined + 2 : joined + 4]
    )


def _reduced(lower: str) -> bool:
    """Whether a form behind a comma and before a preposition is a participle: ", identified as"."""
    return (
        lower in ("known", "led", "held", "born", "made", "seen", "taken", "given")
        or (lower.endswith("ed") and lower not in verb_form_kinds())
        or lower in ("accused", "charged", "quoted", "described", "named")
    )


def _last_but_adverb(n: int, tags: list[str]) -> int:
    """The index of the last token before n that is no adverb."""
    n -= 1
    while n >= 0 and tags[n] == "RB":
        n -= 1
    return n
