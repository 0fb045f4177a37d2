"""Somebody who has never seen Jupyter: a link, a lesson, a first answer; and the next day."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from .lab import KERNEL_READY

#: Whatever JupyterLab lays over the page, also for a moment, is written down by the page itself; so is a start button
#: that can be pressed before there is a kernel.
WATCH = """() => {
    window.seen = [];
    const intruders = '.jp-Dialog, .Toastify__toast, .jp-toastContainer .jp-Notification';
    new MutationObserver(() => {
        for (const one of document.querySelectorAll(intruders))
            if (!window.seen.includes(one.innerText)) window.seen.push(one.innerText);
    }).observe(document, { childList: true, subtree: true });
    const look = () => {
        const session = window.jupyterapp?.shell?.currentWidget?.sessionContext;
        const button = document.querySelector('[data-commandlinker-command^="notebook:run"]');
        if (session?.isReady) return;
        if (session?.hasNoKernel && button?.checkVisibility({ visibilityProperty: true }))
            window.seen.push('a start button, and no kernel');
        requestAnimationFrame(look);
    };
    look();
}"""
#: What of a notebook's machinery can be seen: strips and editors of code, prompts, the button for a new
#: cell, bars, menus.
MACHINERY = """() => ['.jp-Placeholder', '.jp-Cell .cm-editor', '.jp-InputPrompt', '.jp-OutputPrompt',
        '.jp-Notebook-footer', '.jp-cell-toolbar', '.jp-NotebookPanel-toolbar > *', '.lm-MenuBar-item',
        '.jp-SideBar .lm-TabBar-tab']
    .flatMap((kind) => [...document.querySelectorAll(kind)])
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0)
    .concat([...document.querySelectorAll('.jp-SideBar')].filter((bar) => bar.getBoundingClientRect().width > 2))
    .map((one) => one.className)"""
FIRST_LESSON = "Read the report"


def let_us_look(home: Path) -> None:
    """Have the servers of this home show their page's inside to a test; a student sees no difference."""
    (home / ".jupyter").mkdir(parents=True, exist_ok=True)
    (home / ".jupyter/jupyter_server_config.json").write_text(json.dumps({"LabApp": {"expose_app_in_browser": True}}))


class Newcomer:
    """Opens addresses, counts what must be pressed, and minds everything that is in the way."""

    def __init__(self, browser: Browser) -> None:
        self.presses = 0
        self.questions_of_the_browser: list[str] = []
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.set_default_timeout(60_000)
        self.page.add_init_script(f"({WATCH})()")
        self.page.on("dialog", self._asked)

    def _asked(self, dialog) -> None:
        self.questions_of_the_browser.append(dialog.message or dialog.type)
        dialog.accept()

    def press(self, name: str, role: str = "button") -> None:
        """Press the first thing of this name that can be seen."""
        self.presses += 1
        self.page.get_by_role(role, name=re.compile(name)).locator("visible=true").first.click()

    def start(self, address: str, log_in: Callable[[Page], None]) -> None:
        """Follow a link and start the lesson: a title, a button, and then the first question."""
        self.page.goto(address)
        log_in(self.page)
        expect(self.page.get_by_role("heading", name=FIRST_LESSON).first).to_be_visible()
        assert [] == self.page.evaluate(MACHINERY)
        self.press("^Start this lesson$")
        self.page.wait_for_function("() => window.communiqueHead?.touched", timeout=120_000)
        self.undisturbed()

    def run_all_cells(self, address: str) -> None:
        """Open a lesson, which has no output yet, and run it by the menu."""
        self.page.goto(address)
        self.page.wait_for_function(KERNEL_READY)
        expect(self.page.locator(".jp-Notebook .jp-OutputArea-output")).to_have_count(0)
        self.press("^Run$", "menuitem")
        self.press("^Run All Cells", "menuitem")

    def undisturbed(self) -> None:
        """Nothing lies over the page, nothing is wrong on it, and no part of it is a notebook's machinery."""
        assert [] == self.page.evaluate("() => window.seen")
        assert [] == self.page.evaluate(MACHINERY)
        expect(self.page.locator(".jp-Notebook")).not_to_contain_text(re.compile("Error|Traceback|model not found"))

    def first_question(self):
        return self.page.locator('[data-question="first-country"]')

    def answer_the_first_question(self) -> None:
        """Choose, and check."""
        self.presses += 2
        card = self.first_question()
        card.get_by_role("radio").first.click()
        card.get_by_role("button", name="Check").click()
        expect(card.locator(".cq-saved")).to_have_text("Saved")

    def leave(self) -> None:
        """Close the page at once: nobody asks whether to save."""
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)
        assert [] == self.questions_of_the_browser


def first_hour(browser: Browser, address: str, log_in: Callable[[Page], None] = lambda _: None) -> str:
    """Three presses from the link to an answer; gives what came of it."""
    someone = Newcomer(browser)
    someone.start(address, log_in)
    someone.answer_the_first_question()
    someone.undisturbed()
    assert someone.presses == 3
    outcome = someone.first_question().locator(".cq-outcome").inner_text()
    someone.leave()
    return outcome


def first_hour_and_next_day(browser: Browser, address: str, log_in: Callable[[Page], None] = lambda _: None) -> None:
    """Three presses from the link to an answer; the next day the start button is there, and then the answer."""
    outcome = first_hour(browser, address, log_in)
    back = Newcomer(browser)
    back.start(address, log_in)
    expect(back.first_question().locator(".cq-outcome")).to_have_text(outcome)
    expect(back.page.locator(".cq-header").first).to_contain_text("Welcome back")
    back.page.set_viewport_size({"width": 400, "height": 800})
    expect(back.page.get_by_role("button", name="Start this lesson")).to_be_visible()
    back.leave()


def run_all_cells_and_next_day(browser: Browser, address: str) -> None:
    """The same in a JupyterLab that has none of our settings: by its menu, and whatever else it shows."""
    someone = Newcomer(browser)
    someone.run_all_cells(address)
    someone.answer_the_first_question()
    outcome = someone.first_question().locator(".cq-outcome").inner_text()
    someone.leave()
    back = Newcomer(browser)
    back.run_all_cells(address)
    expect(back.first_question().locator(".cq-outcome")).to_have_text(outcome)
    back.leave()
