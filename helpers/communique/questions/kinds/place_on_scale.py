"""Place: right, or how many things stand where they may stand, and the feedback of those that do not."""

from .match_pairs import MatchPairs


class PlaceOnScale(MatchPairs):
    """An answer is option -> "step", or "lane/step" where the scale has lanes."""

    name = "place-on-scale"
    needs = ("options", "steps")
    key_field = "places"
    empty = "place-first"
    judged = True

    @property
    def places(self) -> set[str]:
        steps = {step.id for step in self.question.steps}
        lanes = self.question.lanes
        return {f"{lane.id}/{step}" for lane in lanes for step in steps} if lanes else steps
