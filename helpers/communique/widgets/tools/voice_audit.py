"""The voice audit: whose words the report is made of, each voice heard alone, and the report without it."""

from collections.abc import Mapping
from typing import Any

import traitlets

from ...base.strings import text
from ...coding.article import CodedArticle
from ...course.lesson_key import LessonKey
from ...tools.voices import Piece, Voice, chains_of, only_from, pieces_of, voices_of
from .tool import Tool

HEAR, WITHOUT = "hear", "without"


class VoiceAudit(Tool, page="tools/voice_audit"):
    """A row for each voice of the report; press one to hear it, or to see the report without it.

    Every word is counted once (`communique.voice_shares` says how). The voice and the mode that the student
    chose last are kept.
    """

    name = "voice-audit"
    sections = ("voices",)

    voices = traitlets.List(traitlets.Dict()).tag(sync=True)
    paragraphs = traitlets.List(traitlets.Dict()).tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
    mode = traitlets.Unicode(HEAR).tag(sync=True)

    def set_up(self) -> None:
        article, voices = self._article, voices_of(self._article)
        # the report first, then who has most words; of two with as many, who comes first in the report
        shown = sorted(voices, key=lambda voice: (bool(voice.actor_ids), -voice.words))
        self._statements = {voice.voice_id: (*voice.own, *voice.inner) for voice in voices}
        self.voices = [_voice(article, voice, voices) for voice in shown]
        self.paragraphs = [
            {"id": paragraph, "pieces": [_piece(piece) for piece in pieces]}
            for paragraph, pieces in pieces_of(article).items()
        ]
        self._take(self.left)

    @classmethod
    def lacks(cls, lesson: LessonKey, article: CodedArticle) -> str:
        return "" if article.statements else "no-statements"

    def _take(self, chosen: Mapping[str, Any]) -> None:
        """Choose what was kept, as far as there is such a voice now."""
        with self.hold_sync():
            self.chosen = next((voice for voice in self._statements if voice == chosen.get("voice")), "")
            self.mode = WITHOUT if chosen.get("mode") == WITHOUT else HEAR

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if message.get("do") != "choose":
            return {}
        self._take(message)
        reader = self._reader()
        if reader:
            reader.show(self._statements.get(self.chosen, ()), scroll=False)
        self.keep({"voice": self.chosen, "mode": self.mode})
        return {}


def _percent(part: int, whole: int) -> str:
    """A share for people: whole percent, and never 0 for what there is."""
    if not whole:
        return text("voices", "no-share")
    share = 100 * part / whole
    return text("voices", "under-one") if 0 < share < 1 else text("voices", "percent", value=round(share))


def _voice(article: CodedArticle, voice: Voice, voices: tuple[Voice, ...]) -> dict[str, Any]:
    """A voice as the page gets it: its numbers, and all there is to say about it, in words."""
    total = sum(other.words for other in voices)
    bar = {"direct": voice.direct, "indirect": voice.words - voice.direct, "inner": voice.told}
    return {
        "id": voice.voice_id,
        "name": voice.name,
        "words": str(voice.words),
        "of_report": _percent(voice.words, total),
        "of_own_direct": _percent(voice.direct, voice.words) if voice.actor_ids else text("voices", "no-share"),
        "bar": bar if voice.actor_ids else {"report": voice.words},
        "facts": _facts(article, voice, voices, total),
        "chains": _chains(article, voice),
        **_lost(article, voice),
    }


def _facts(article: CodedArticle, voice: Voice, voices: tuple[Voice, ...], total: int) -> list[list[str]]:
    share = _percent(voice.words, total)
    facts = [["fact-words", text("voices", "fact-words-value", words=voice.words, report=share)]]
    sources = [other for other in voices if other.actor_ids]
    if voice.actor_ids and voice.words:
        facts.append(["fact-attributed", _percent(voice.words, sum(other.words for other in sources))])
        own, speech = _percent(voice.direct, voice.words), _percent(voice.direct, sum(o.direct for o in sources))
        value = text("voices", "fact-direct-value", direct=voice.direct, own=own, all=speech)
        facts.append(["fact-direct", value])
    if voice.told:
        facts.append(["fact-told", text("voices", "fact-told-value", told=voice.told)])
    places = {e.row_id: e for e in article.evidence if e.table == "statements" and e.role == "cue"}
    cues = {(places[name].words, places[name].paragraph_id) for name in voice.own + voice.inner if name in places}
    ordered = sorted(cues, key=lambda cue: min(e.start for e in places.values() if (e.words, e.paragraph_id) == cue))
    heard = ", ".join(text("voices", "fact-cue", cue=cue, paragraph=paragraph) for cue, paragraph in ordered)
    return [[text("voices", name), value] for name, value in [*facts, ["fact-cues", heard]] if value]


def _chains(article: CodedArticle, voice: Voice) -> list[dict[str, Any]]:
    """Each way from a voice to the reader: its paragraphs, and those who carried it."""
    last = [step for step in (article.outlet, text("voices", "step-report"), text("voices", "step-you")) if step]
    if not voice.actor_ids:
        return [{"where": "", "steps": last}]
    return [
        {
            "where": text("voices", "chain-of" if chain.own else "chain-inner", paragraphs=", ".join(chain.paragraphs)),
            "steps": [*([article.names[i] for i in chain.actor_ids] or [text("voices", "chain-unsaid")]), *last],
        }
        for chain in chains_of(article, voice)
    ]


def _lost(article: CodedArticle, voice: Voice) -> dict[str, Any]:
    """What would be missing without a voice: a sentence, and the events that nobody else tells."""
    rows = {row.id: row for row in only_from(article, voice.voice_id)}
    labels = {row.id: row.label for row in article.events if row.id not in rows}
    still = {name: labels.get(row.part_of, "") for name, row in rows.items()}
    lost = [
        {
            "label": row.label,
            "paragraph": row.paragraph,
            "words": row.words,
            "note": text("voices", "lost-still", label=still[name]) if still[name] else "",
        }
        for name, row in rows.items()
    ]
    lead = "lost-lead" if lost else "lost-none" if voice.words else "lost-nothing"
    return {"lost": lost, "lost_lead": text("voices", lead)}


def _piece(piece: Piece) -> dict[str, Any]:
    """A piece as the page gets it: its text, and what it is to each voice."""
    roles = dict.fromkeys(piece.framed, "frame") | dict.fromkeys(piece.carried, "inner")
    roles[piece.owner] = "report" if piece.owner == "reporter" else "direct" if piece.direct else "indirect"
    return {"text": piece.text, "roles": roles}
