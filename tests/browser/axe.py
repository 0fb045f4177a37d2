"""What axe-core finds on a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
#: The rules that a theme can break; everything else is the same in both.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_RUN = """async ([rules, parts, but]) => {
    const where = parts ? { include: parts.map((part) => [part]) } : document;
    const found = await axe.run(where, { runOnly: rules, rules: but, resultTypes: ['violations'], selectors: false });
    return found.violations.map((v) =>
        `${v.id} (${v.impact}): ${v.help}: ` + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' || '));
}"""
_AT_REST = "() => document.getAnimations().forEach((one) => one.finish())"
_HAS_THEME = "(light) => document.body.dataset.jpThemeLight === light"


def faults(page: Page, *, colours: bool = True) -> list[str]:
    """What is found on a page of ours; without colours where another page has the same, for they take longest."""
    return _found(page, None, _RULES, () if colours else _COLOURS["values"])


def set_theme(page: Page, name: str) -> None:
    """Have JupyterLab show its light theme, or its dark one."""
    page.emulate_media(color_scheme=name)
    page.wait_for_function(_HAS_THEME, arg=str(name == "light").lower())


def widgets_faults(page: Page, *parts: str) -> list[str]:
    """What is found in the widgets of a notebook, in the theme that it has and in the other, which it is left in.

    A story about some parts of a lesson names them: test_lessons.py goes through the whole of each lesson.
    """
    found = []
    themes = [("dark", _COLOURS), ("light", _RULES)]
    for name, rules in themes[:: -1 if page.evaluate(_HAS_THEME, "true") else 1]:
        set_theme(page, name)
        page.evaluate(_AT_REST)
        found += [f"{name}: {fault}" for fault in _found(page, list(parts) or [".cq", ".cq-linked"], rules)]
    return found


def _found(page: Page, parts: list[str] | None, rules: dict[str, object], but: Iterable[str] = ()) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)  # not as a script of the page, which may forbid scripts
    return page.evaluate(_RUN, [rules, parts, {name: {"enabled": False} for name in but}])
