"""The headline workshop: a headline beside the report, with the facts that it keeps, drops, sharpens or softens."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import traitlets

from ...base.strings import refusal
from ...coding.article import CodedArticle
from ...coding.pointers import Pointer
from ...course.lesson_key import LessonKey
from ...questions.lesson_files import tool_content
from ...tools.framing.facts_from_coding import facts_from_coding
from ...tools.framing.headlines import DROPPED, OUTCOMES, Comparison, Loaded, Yardstick
from ..base import text_in
from .tool import Tool

MOST_CHARACTERS = 200
REPORT, CONSTRUCTED, OWN = "report", "constructed", "own"


class HeadlineWorkshop(Tool, page="tools/headline_workshop"):
    """Headlines to choose from, the student's own included, and what each does with the report.

    What the student leaves here: `headlines` (their own, the latest first), `chosen` and `draft`.
    """

    sections = ("workshop",)
    name = "headline-workshop"
    for_every_article = ("language", "words")

    choices = traitlets.List(traitlets.Dict()).tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    draft = traitlets.Unicode().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    most = traitlets.Int(MOST_CHARACTERS).tag(sync=True)

    def set_up(self) -> None:
        self._yardstick = Yardstick(self.content, [paragraph.text for paragraph in self._article.paragraphs])
        own = {"id": REPORT, "kind": REPORT, "text": self._article.headline, "leans": ""}
        made_up = ({"kind": CONSTRUCTED} | asdict(headline) for headline in self._yardstick.headlines)
        self._given: list[dict[str, Any]] = [own, *made_up]
        self._draw()

    @property
    def content(self) -> Mapping[str, Any]:
        """What was written for the workshop; on an article for which nobody has, facts from its coding."""
        written = super().content
        if not self._lesson.article or written.get("facts"):
            return written
        return {**written, "facts": facts_from_coding(self._article, _small_words())}

    @classmethod
    def lacks(cls, lesson: LessonKey, article: CodedArticle) -> str:
        written = tool_content(lesson, article, f"{cls.name}.yml").get("facts")
        return "" if written or facts_from_coding(article, _small_words()) else "no-headlines"

    def _left(self) -> dict[str, Any]:
        kept = self.left
        own = kept.get("headlines")
        return {
            "headlines": [h for h in own if isinstance(h, str)] if isinstance(own, list) else [],
            "chosen": str(kept.get("chosen") or ""),
            "draft": str(kept.get("draft") or ""),
        }

    def _draw(self) -> None:
        kept = self._left()
        # an own headline is chosen by its text: its place in the list changes
        own = [{"id": f"{OWN}:{h}", "kind": OWN, "text": h, "leans": ""} for h in kept["headlines"]]
        choices = [*self._given, *own]
        chosen = next((c for c in choices if c["id"] == kept["chosen"]), choices[0])
        with self.hold_sync():
            self.choices, self.draft, self.chosen = choices, kept["draft"], chosen["id"]
            self.result = self._result(chosen)

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        line = text_in(message, "text")
        match message.get("do"):
            case "choose" if message.get("id") in [c["id"] for c in self.choices]:
                self.keep(self._left() | {"chosen": message["id"]})
                self._draw()
            case "write":
                self.write(line)
                return {"wrote": True}
            case "draft":
                self.keep(self._left() | {"draft": line[:MOST_CHARACTERS]})
                self.draft = line[:MOST_CHARACTERS]  # a page that is drawn again shows it
                return {"draft": True}
            case "show":
                self._light(message.get("fact"), scroll=bool(message.get("scroll")))
        return {}

    def write(self, headline: str) -> None:
        line = " ".join(headline.split())
        if not line:
            raise refusal("workshop-trouble", "empty")
        if len(line) > MOST_CHARACTERS:
            raise refusal("workshop-trouble", "long", count=len(line), most=MOST_CHARACTERS)
        kept = self._left()
        headlines = [line, *(h for h in kept["headlines"] if h != line)]
        self.keep({"headlines": headlines, "chosen": f"{OWN}:{line}", "draft": ""})
        self._draw()

    def _light(self, name: Any, *, scroll: bool) -> None:
        evidence = [fact.evidence for fact in self._yardstick.facts if fact.id == name]
        evidence += [entry.evidence for n, entry in enumerate(self._yardstick.charged) if f"loaded:{n}" == name]
        self.light(evidence[0] if evidence else (), scroll=scroll)

    def _result(self, chosen: Mapping[str, Any]) -> dict[str, Any]:
        here = self._yardstick.compare(chosen["text"])
        report = self._yardstick.compare(self._article.headline)
        return {
            **{name: chosen[name] for name in ("id", "kind", "text", "leans")},
            "pieces": _pieces(here),
            "count": _count(here),
            "report": {"text": self._article.headline, "pieces": _pieces(report), "count": _count(report)},
            "facts": [
                {
                    "id": in_headline.fact.id,
                    "text": in_headline.fact.text,
                    "suchAs": in_headline.fact.such_as,
                    "words": _words(in_headline.fact.evidence),
                    "here": {"outcome": in_headline.outcome, "words": list(in_headline.words)},
                    "report": {"outcome": in_report.outcome, "words": list(in_report.words)},
                }
                for in_headline, in_report in zip(here.told, report.told, strict=True)
            ],
            "added": list(here.added),
            "loaded": [self._loaded(entry) for entry in here.loaded],
            "readAs": [list(pair) for pair in here.read_as],
            "strange": here.strange,
        }

    def _loaded(self, loaded: Loaded) -> dict[str, Any]:
        entry = loaded.charged
        number = self._yardstick.charged.index(entry)
        return {
            "id": f"loaded:{number}",
            "text": loaded.text,
            "whose": entry.whose,
            "instead": entry.instead,
            "quoted": loaded.quoted,
            "words": _words(entry.evidence),
        }


def _small_words() -> frozenset[str]:
    """The words that hold a sentence together, as the lesson on framing lists them."""
    words = tool_content(LessonKey("framing"), None, f"{HeadlineWorkshop.name}.yml").get("words") or {}
    return frozenset(str(words.get("small", "")).split())


def _pieces(comparison: Comparison) -> list[dict[str, Any]]:
    return [{"text": piece.text, "names": list(piece.names)} for piece in comparison.pieces]


def _count(comparison: Comparison) -> dict[str, int]:
    counts = {outcome: len(comparison.facts(outcome)) for outcome in OUTCOMES}
    return counts | {"all": len(comparison.told), "named": len(comparison.told) - counts[DROPPED]}


def _words(evidence: Iterable[Pointer]) -> list[dict[str, str]]:
    return [{"paragraph": pointer.paragraph, "words": pointer.words} for pointer in evidence]
