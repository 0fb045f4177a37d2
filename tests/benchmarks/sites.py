"""The static site in Chromium: time to the first words, bytes until Python answers, and what a second visit loads."""

from __future__ import annotations

import html
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from communique.course.course import load_course
from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.browser.lab import ARGUMENTS, find_chromium
from tests.browser.site import Site, build, served

from .figure import Figure

LESSON = load_course().lessons[0].notebook.replace(".ipynb", ".html")
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
PYTHON_RUNS = (
    "() => { const bar = document.querySelector('#communique-first progress'); return bar.value >= bar.max - 1; }"
)
#: What was asked for before the first words were on screen.
BEFORE_WORDS = """() => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const asked = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return asked.filter((one) => one.startTime < painted).reduce((sum, one) => sum + one.encodedBodySize, 0);
}"""
READY = "() => document.querySelector('#communique-first [role=status]').textContent === 'Python is ready.'"


def bare_page(page: str) -> str:
    """A page with the same words and nothing else."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page.split("<body", 1)[1].split(">", 1)[1])
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>words</title><p>{html.escape(words)}</p></html>'
    )


def painted(context: BrowserContext, url: str) -> float:
    """Seconds until a page's first words are on screen."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    seconds = page.wait_for_function(PAINTED).json_value() / 1000
    page.close()
    return seconds


def visit(page: Page, site: Site) -> tuple[float, float, list[tuple[str, int]]]:
    """Seconds until Python runs and until the first question can be answered, and what was sent."""
    before, began = len(site.received), time.monotonic()
    page.goto(site.url + LESSON, wait_until="commit")
    page.wait_for_function(PYTHON_RUNS, timeout=240_000)
    runs = time.monotonic() - began
    page.wait_for_function(READY, timeout=240_000)
    return runs, time.monotonic() - began, site.received[before:]


def figures(rounds: int) -> Iterator[Figure]:
    if not find_chromium():
        raise SystemExit("No Chromium on this machine: install one, or use --quick.")
    with (
        tempfile.TemporaryDirectory() as place,
        tempfile.TemporaryDirectory() as home,
        served(build(Path(place))) as site,
        sync_playwright() as playwright,
    ):
        text = (site.folder / LESSON).read_text(encoding="utf-8")
        (site.folder / "bare.html").write_text(bare_page(text), encoding="utf-8")
        context = playwright.chromium.launch_persistent_context(home, executable_path=find_chromium(), args=ARGUMENTS)
        runs, ready, first = visit(context.pages[0], site)
        until_words = context.pages[0].evaluate(BEFORE_WORDS)
        *_, second = visit(context.pages[0], site)
        pairs = [(painted(context, site.url + LESSON), painted(context, f"{site.url}bare.html")) for _ in range(rounds)]
        context.close()
        ours, yardstick = (statistics.median(column) for column in zip(*pairs, strict=True))
        yield Figure("site: first words of a lesson / a bare page of them", ours, yardstick, "s", 1.5)
        words = len(bare_page(text).encode()) / 1000
        yield Figure("site: bytes until the first words / bare", until_words / 1000, words, "kB", 5)
        yield Figure(
            "site: bytes until the first question can be read / bare", len(text.encode()) / 1000, words, "kB", 3
        )
        sent, own = sum(size for _, size in first), sum(size for path, size in first if "/static/pyodide/" in path)
        yield Figure("site: bytes until Python answers / Pyodide's alone", sent / 1e6, own / 1e6, "MB", 1.75)
        yield Figure(
            "site: bytes sent / bytes of different files", sent / 1e6, sum(dict(first).values()) / 1e6, "MB", 1
        )
        yield Figure(
            "site: bytes of the second visit / the first", sum(size for _, size in second) / 1e6, sent / 1e6, "MB", 0.1
        )
        yield Figure("site: first question answerable / Python runs", ready, runs, "s", 1.25)
