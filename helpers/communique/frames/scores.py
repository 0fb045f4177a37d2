"""The scores of a draft coding as DataFrames."""

from pathlib import Path

import pandas as pd

from ..coding.loading import find_article

_MEASURES = ("article", "measure", "gold", "drafted", "right", "precision", "recall", "f1")
_RULES = ("article", "table", "rule", "rows", "right", "precision")


def score_draft(gold: str | Path, draft: str | Path | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Score a draft coding against one made by a person.

    Parameters:
        gold: an article's folder or its name in the course, or a folder of such folders.
        draft: a folder with the draft, laid out in the same way (default: a draft made now from the text).

    Returns:
        Two DataFrames: (article and measure) with the numbers of rows in the reference and in the draft, how many are
        right, precision, recall and F1 (0 to 1); and (article, table and rule) with how many rows each rule made, how
        many are right, and the precision.

    Raises:
        CommuniqueError: there is no such folder, or the draft is of another text.
        ArticleError: a coding has faults.

    Example:
        >>> measures, rules = score_draft("south-korea-2024")
        >>> int(measures.loc[("south-korea-2024", "events: type"), "gold"])
        33

    Source:
        How rows are matched is explained in `communique.drafting.scoring.measures`.
    """
    from ..drafting.scoring.scoring import scores_of

    scores = scores_of(find_article(gold), Path(draft).expanduser() if draft is not None else None)
    counts = [[s.name, *(getattr(count, name) for name in _MEASURES[1:])] for s in scores for count in s.counts]
    rules = [(s.name, r.table, r.rule, r.rows, r.right, r.right / r.rows) for s in scores for r in s.rules]
    measures = pd.DataFrame(counts, columns=_MEASURES).set_index(["article", "measure"])
    return measures, pd.DataFrame(rules, columns=_RULES).set_index(["article", "table", "rule"])
