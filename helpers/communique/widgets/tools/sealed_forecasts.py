"""Predict, then reveal: probabilities that are sealed, and only then what became of it."""

from collections.abc import Mapping
from typing import Any

import traitlets

from ...base.strings import refusal
from ...tools.forecasts import HAPPENED, OPEN, brier_score, calibration, is_forecast, read_outcomes, squared_errors
from .tool import Tool

NO_RESULTS: dict[str, Any] = {"results": [], "groups": [], "score": "", "open": 0}


class SealedForecasts(Tool, page="tools/sealed_forecasts"):
    """Outcomes with a day, each to be given a probability; see Tool.

    The first seal in the journal counts, and no later one. What became of the outcomes crosses to the page
    only after the seal.
    """

    name = "forecast"
    lacking = "no-forecast"
    sections = ("forecast",)

    outcomes = traitlets.List(traitlets.Dict()).tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def set_up(self) -> None:
        self._known = read_outcomes(self.file, self.outside_facts)
        self.outcomes = [{"id": o.id, "text": o.text, "by": o.by.isoformat()} for o in self._known]
        self.state = self._state()

    @property
    def sealed(self) -> dict[str, int] | None:
        """The forecasts as they were sealed first, or None."""
        name = self.journal_name(self._lesson)
        for record in self._journal.records():
            if record["question"] == name and record.get("did") == "seal" and isinstance(record.get("answer"), dict):
                return self._only_forecasts(record["answer"])
        return None

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        match message.get("do"):
            case "set":
                if self.sealed is None:
                    self.keep({**self.left, **self._only_forecasts(message.get("forecasts"))})
            case "seal":
                self._seal(self._only_forecasts(message.get("forecasts")))
            case "reveal":
                if self.sealed is None:
                    raise refusal("forecast", "seal-first")
                self.keep({**self.left, "revealed": True})
            case _:
                return {}
        self.state = self._state()
        return {"saved": True}

    def _seal(self, forecasts: dict[str, int]) -> None:
        if self.sealed is not None:
            return
        missing = [o.text for o in self._known if o.id not in forecasts]
        if missing:
            raise refusal("forecast", "missing", count=len(missing), first=missing[0])
        self._journal.add(self.journal_name(self._lesson), "seal", answer=forecasts)

    def _only_forecasts(self, forecasts: Any) -> dict[str, int]:
        named = forecasts if isinstance(forecasts, dict) else {}
        return {o.id: named[o.id] for o in self._known if is_forecast(named.get(o.id))}

    def _state(self) -> dict[str, Any]:
        sealed = self.sealed
        shown = sealed is not None and self.left.get("revealed") is True
        ending = self._results(sealed) if sealed is not None and shown else NO_RESULTS
        forecasts = self._only_forecasts(self.left) if sealed is None else sealed
        return {"forecasts": forecasts, "sealed": sealed is not None, "revealed": shown, **ending}

    def _results(self, sealed: dict[str, int]) -> dict[str, Any]:
        errors = dict(squared_errors(sealed, self._known))
        settled = [(sealed[o.id], o.result == HAPPENED) for o in self._known if o.id in errors]
        score = brier_score(sealed, self._known)
        return {
            "results": [
                {
                    "id": o.id,
                    "result": o.result,
                    "told": o.told,
                    "source": o.outside_fact.reference if o.outside_fact else "",
                    "error": f"{errors[o.id]:.2f}" if o.id in errors else "",
                }
                for o in self._known
            ],
            "groups": [
                {"from": g.lowest, "to": g.highest, "count": g.count, "happened": g.happened, "said": round(g.said)}
                for g in calibration(settled)
            ],
            "score": "" if score is None else f"{score:.2f}",
            "open": sum(o.result == OPEN for o in self._known),
        }
