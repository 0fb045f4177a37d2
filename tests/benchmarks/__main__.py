"""Print every figure of helpers/README.md, measured now: `make benchmark`, or `python -m tests.benchmarks`.

Each figure is a ratio of two things measured in the same run, in turns, so that a noisy machine
weighs on both. `--quick` leaves out what needs a browser.
"""

from __future__ import annotations

import argparse

from . import browsing, checking, classes, corpus, drafting, gold_scores, growth, kernels, libraries, sites


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without JupyterLab and Chromium")
    parser.add_argument("--rounds", type=int, default=7, help="how often each thing is measured (default: 7)")
    parser.add_argument("--articles", type=int, default=500, help="how many the corpus has (default: 500)")
    chosen = parser.parse_args()
    print(f"{'what':58} {'ratio':>6} {'aim':>6}   measured")
    for figure in libraries.figures(chosen.rounds):
        print(figure, flush=True)
    for figure in checking.figures(chosen.rounds):
        print(figure, flush=True)
    for figure in corpus.figures(chosen.articles):
        print(figure, flush=True)
    for figure in kernels.figures():
        print(figure, flush=True)
    for figure in drafting.figures(chosen.rounds, quick=chosen.quick):
        print(figure, flush=True)
    for power in growth.figures():
        print(power, flush=True)
    for line in classes.figures():
        print(line, flush=True)
    if not chosen.quick:
        for figure in browsing.figures(max(3, chosen.rounds // 2)):
            print(figure, flush=True)
        for figure in sites.figures(max(3, chosen.rounds // 2)):
            print(figure, flush=True)
    for line in gold_scores.scores():
        print(line, flush=True)


main()
