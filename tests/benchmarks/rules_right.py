"""How often each drafting rule is right on the texts that people coded: `python -m tests.benchmarks.rules_right`.

It writes the column `right` of rules.csv. A rule with fewer rows than FEWEST there gets none: nobody can tell.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from pathlib import Path

import communique
from communique.base.places import articles_folder
from communique.drafting.scoring.codings import read_coding
from communique.drafting.scoring.measures import score
from communique.drafting.scoring.scoring import drafted_now

from ..gold import gold_texts, held_out_texts, write_folder
from ..sentences import development_sentences, drafted_events, held_out_sentences, right_parts

RULES = Path(communique.__file__).parent / "drafting" / "lexicon" / "csv" / "rules.csv"
FEWEST = 5
Shares = dict[tuple[str, str], float]


def shares() -> Shares:
    """(table, rule) -> which share of its rows is right, where it made enough of them."""
    made: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()

    def count(folder: Path, *tables: str) -> None:
        coding = read_coding(folder)
        for rule in score(coding, drafted_now(coding)).rules:
            if rule.table in tables:
                made[rule.table, rule.rule] += rule.rows
                right[rule.table, rule.rule] += rule.right

    with tempfile.TemporaryDirectory() as place:
        for text in (*gold_texts(), *held_out_texts()):
            write_folder(text, Path(place) / text.name)
            count(Path(place) / text.name, "statements")
    for name in ("south-korea-2024", "beijing-2023"):
        count(articles_folder() / name, "actors", "events", "statements")
    for wanted in (*development_sentences(), *held_out_sentences()):
        for event in drafted_events(wanted["sentence"]):
            rule = "events", event["rule"].partition(":")[0]
            made[rule] += 1
            right[rule] += right_parts(event, wanted)["event"]
    return {rule: right[rule] / rows for rule, rows in made.items() if rows >= FEWEST}


def main() -> None:
    """Write the column."""
    found = shares()
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        share = found.get((row["table"], row["rule"]))
        row["right"] = "" if share is None else f"{share:.2f}"
    with RULES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*(name for name in rows[0] if name != "right"), "right"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print("\n".join(f"{table}: {rule}: {share:.2f}" for (table, rule), share in sorted(found.items())))


if __name__ == "__main__":
    main()
