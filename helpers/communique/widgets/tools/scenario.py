"""The scenario explorer: somebody sets facts and sees which words are met, whom they bind, and what is argued."""

from collections.abc import Collection, Mapping
from typing import Any

import traitlets

from ...base.errors import CommuniqueError
from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.outside_facts import OutsideFact, cited
from ...course.course import load_course
from ...questions.lesson_files import facts_home
from ...text.spans import Span, find_all, segments
from ...tools.scenario.reading import read_scenario
from ...tools.scenario.rules import WAITS, Evaluation, Provision, Scenario, evaluate, known_facts, named
from .tool import Tool


class ScenarioExplorer(Tool, page="tools/scenario"):
    """Facts to set, words that turn on them, and readings from each role: never a verdict.

    The rules are the lesson's scenario.yml. What a student sets is kept, and the words that turn on it light up
    here and in the lesson's reader.
    """

    sections = ("scenario",)
    name = "scenario"
    lacking = "no-scenario"

    sheet = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def set_up(self) -> None:
        self._scenario: Scenario | None = None
        if not self.content:
            return
        home = facts_home(self._lesson, self._article) if self._lesson.article else load_course().article
        self._scenario = read_scenario(cited(self.file, home))
        self.sheet = _sheet(self._scenario, self._article, self.outside_facts)
        self.state = _state(self._scenario, known_facts(self._scenario, self.kept), lit=(), before=None)

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        scenario = self._scenario
        if scenario is None:
            return {}
        facts = known_facts(scenario, self.kept)
        match message.get("do"):
            case "set":
                fact = str(message.get("fact"))
                turning = [name for name, clause in scenario.clauses.items() if fact in clause.turns_on]
                self._set(scenario, facts | {fact: str(message.get("value"))}, turning)
            case "case":
                _, of_case = scenario.cases.get(str(message.get("case")), ("", {}))
                self._set(scenario, facts | dict(of_case), ())
            case "clear":
                self._set(scenario, {}, ())
            case "show":
                shown = [name for name in scenario.clauses if name == message.get("clause")]
                self.state = {**self.state, "lit": shown, "changed": []}
                self._light(scenario, shown, scroll=True)
        return {}

    def _set(self, scenario: Scenario, facts: dict[str, str], lit: Collection[str]) -> None:
        after = _state(scenario, facts, lit=lit, before=self.state.get("findings"))  # a fact that is none stops here
        self.keep(facts)
        self.state = after
        self._light(scenario, lit, scroll=False)

    def _light(self, scenario: Scenario, clauses: Collection[str], *, scroll: bool) -> None:
        self.light((pointer for name in clauses if (pointer := scenario.clauses[name].pointer)), scroll=scroll)


def _state(scenario: Scenario, facts: dict[str, str], *, lit: Collection[str], before: Any) -> dict[str, Any]:
    outcome = evaluate(scenario, facts)
    findings = _findings(scenario, outcome)
    changed = [n for n, finding in findings.items() if before and finding["says"] != before.get(n, {}).get("says")]
    return {
        "facts": facts,
        "findings": findings,
        "changed": changed,
        "lit": list(lit),
        "missing": _numbers(scenario, outcome.missing),
        "readings": [
            {
                "who": scenario.voices[voice][0],
                "argues": reading.text,
                "rests_on": [{"id": name, "words": scenario.clauses[name].words} for name in reading.rests_on],
            }
            for voice, reading in outcome.readings.items()
        ],
    }


def _findings(scenario: Scenario, outcome: Evaluation) -> dict[str, dict[str, Any]]:
    findings = {}
    for name, rule in outcome.findings.items():
        clause, status = scenario.clauses[name], rule.is_ if rule else WAITS
        would = "would-bind" if clause.kind == "duty" and status != "met" else "binds"
        needed = _numbers(scenario, [fact for fact in clause.turns_on if fact in outcome.missing])
        findings[name] = {
            "status": status,
            "says": (rule and rule.says) or text("scenario", f"{clause.kind}-{status}" if rule else WAITS),
            "because": rule.text if rule else text("scenario", "waits-for", facts=needed),
            "binds": text("scenario", would, whom=named(clause.binds, outcome.names)),
        }
    return findings


def _numbers(scenario: Scenario, facts: Collection[str]) -> str:
    """The facts by the numbers that they have on the page: "1, 3"."""
    return ", ".join(str(number) for number, name in enumerate(scenario.facts, 1) if name in facts)


def _sheet(scenario: Scenario, article: CodedArticle, facts: Mapping[str, OutsideFact]) -> dict[str, Any]:
    """What stays as it is while facts are set: the questions, the texts with their words, the cases."""
    texts = []
    for name, (title, line) in scenario.texts.items():
        clauses = [clause for clause in scenario.clauses.values() if clause.text == name]
        passages: dict[tuple[str, str], list[tuple[str, Span]]] = {}
        for clause in clauses:
            label, words, span = _place(clause, article, facts)
            passages.setdefault((label, words), []).append((clause.id, span))
        texts.append(
            {
                "title": title,
                "line": line,
                "passages": [
                    {
                        "label": label,
                        "pieces": [{"text": p.text, "clauses": list(p.names)} for p in segments(words, spans)],
                    }
                    for (label, words), spans in passages.items()
                ],
                "clauses": [
                    {
                        "id": clause.id,
                        "kind": text("scenario", f"kind-{clause.kind}"),
                        "words": clause.words,
                        "turns_on": _numbers(scenario, clause.turns_on),
                        "in_report": clause.pointer is not None,
                    }
                    for clause in clauses
                ],
            }
        )
    return {
        "note": scenario.note,
        "facts": [
            {
                "id": f.id,
                "ask": f"{number}. {f.ask}",
                "values": [{"id": v, "text": label} for v, label in f.values.items()],
            }
            for number, f in enumerate(scenario.facts.values(), 1)
        ],
        "texts": texts,
        "cases": [{"id": name, "title": title} for name, (title, _) in scenario.cases.items()],
    }


def _place(clause: Provision, article: CodedArticle, facts: Mapping[str, OutsideFact]) -> tuple[str, str, Span]:
    """The paragraph ("" for an outside fact), its whole text, and where the words are in it."""
    if clause.pointer is not None:
        span = article.place_of(clause.pointer)
        if span is not None:
            return clause.pointer.paragraph, article.paragraph(clause.pointer.paragraph).text, span
    elif clause.outside_fact in facts:
        spans = find_all(facts[clause.outside_fact].words, clause.words)
        if spans:
            return "", facts[clause.outside_fact].words, spans[0]
    where = clause.outside_fact or (clause.pointer.paragraph if clause.pointer else "")
    raise CommuniqueError(
        f"scenario.yml, clause {clause.id}: its words are not in {where}.",
        "Copy them from the article or from the words of the source, letter for letter.",
    )
