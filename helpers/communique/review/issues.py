"""The issues of an article: in its front matter, and nouns of its text that could be one."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable

from ..base.errors import CommuniqueError
from ..coding.pointers import HEADLINE
from ..drafting.grammar.prose import Passage, Prose, Sentence
from ..text.cleaning import one_line
from ..text.slugs import slug_of

_MOST = 6
_FRONT = re.compile(r"\A(\s*---[ \t]*\r?\n)((?:(?!---).*\n)*)(---)")
_OPEN = re.compile(r"^issues:[ \t]*(?:\{\}|null|~)?[ \t]*\n((?:[ \t]+.*\n)*)", re.MULTILINE)
_TO = ("of", "on", "over", "about", "for")


def suggested_issues(prose: Prose, actors: Iterable[str]) -> list[str]:
    """What the text comes back to most: nouns of several paragraphs that name no actor, the most frequent first.

    Example:
        >>> from communique.drafting.grammar.prose import read_prose
        >>> suggested_issues(read_prose("A ban on maize", ["Kenya defends the ban.", "Farmers hate it."]), ["Kenya"])
        ['Ban on maize']
    """
    known = {word for name in actors for word in name.lower().replace("'s", "").split()}
    places: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for passage in prose.passages:
        here: dict[str, str] = {}
        for sentence in passage.sentences:
            for noun in sentence.chunks.nouns:
                head = passage.tokens[noun.head]
                if (
                    head.tag in ("NN", "NNS")
                    and noun.head - sentence.first not in sentence.chunks.times
                    and head.lower not in known
                ):
                    title = _title(passage, sentence, noun.first, noun.head)
                    if len(title.split()) > len(here.get(head.lemma, "").split()):
                        here[head.lemma] = title
        for lemma, title in here.items():
            places[lemma] += 2 if passage.paragraph_id == HEADLINE else 1
            if len(title.split()) > len(titles.get(lemma, "").split()):
                titles[lemma] = title
    suggested: list[str] = []
    for lemma, count in places.most_common():
        words = titles[lemma].lower().split()
        if count > 1 and not any(set(words) <= set(one.lower().split()) for one in suggested):
            suggested.append(titles[lemma])
    return suggested[:_MOST]


def _title(passage: Passage, sentence: Sentence, first: int, head: int) -> str:
    """A noun with the nouns before it, and what it is on or of, but not on which day."""
    tokens, times = passage.tokens, sentence.chunks.times
    while first < head and not tokens[first].tag.startswith(("NN", "JJ")):
        first += 1
    last = head + 1
    if last < sentence.last and tokens[last].lower in _TO:
        nouns = (n for n in sentence.chunks.nouns if n.first == last + 1 and n.head - sentence.first not in times)
        last = next((noun.last for noun in nouns), last)
    words = passage.text[tokens[first].start : tokens[last - 1].end]
    return words[:1].upper() + words[1:]


def with_issue(article: str, title: str, known: Iterable[str]) -> tuple[str, str]:
    """The text of an article.md with one issue more in its front matter, and the issue's name.

    Example:
        >>> with_issue('---\\nheadline: A\\n---\\n\\nText.\\n', "The ban", [])
        ('---\\nheadline: A\\nissues:\\n  the-ban: "The ban"\\n---\\n\\nText.\\n', 'the-ban')
    """
    first = slug_of(title)
    name = next(n for n in itertools.chain([first], (f"{first}-{k}" for k in itertools.count(2))) if n not in known)
    line = f"  {name}: {json.dumps(one_line(title), ensure_ascii=False)}\n"
    front = _FRONT.match(article)
    if front is None or ("\nissues:" in f"\n{front[2]}" and not _OPEN.search(front[2])):
        what = "The issues of article.md are written in a way that is not changed here."
        raise CommuniqueError(what, f"Write this line under 'issues:' yourself: {line.strip()}")
    inner, there = front[2], _OPEN.search(front[2])
    if there:
        inner = f"{inner[: there.start()]}issues:\n{there[1]}{line}{inner[there.end() :]}"
    else:
        inner += f"issues:\n{line}"
    return front[1] + inner + article[front.start(3) :], name
