"""A student sets ten chances, seals them, sees what happened, and cannot change a thing afterwards."""

from __future__ import annotations

import json
from pathlib import Path

from communique.course.course import load_course
from playwright.sync_api import expect

from .axe import widgets_faults
from .lab import LONG_LINES, Lab, Student, keep_cells

FORECAST = load_course().lesson("forecast").notebook
MOVED = {0: ("ArrowRight", "55%"), 1: ("Home", "0%")}


def test_forecasts_are_sealed_revealed_and_outlive_the_kernel(student: Student, folder: Path, lab: Lab) -> None:
    """With the keyboard: nothing is revealed before all are set and sealed; the next day they are as they were."""
    keep_cells(folder / FORECAST, 'tool("forecast"')
    student.open_and_run(f"{folder.name}/{FORECAST}")
    page = student.page
    tool = page.locator(".cq-forecasts")
    sliders = tool.locator('input[type="range"]')
    status = tool.locator(".cq-saved")
    expect(tool.get_by_role("button", name="Still to set: 10")).to_have_attribute("aria-disabled", "true")
    expect(tool).not_to_contain_text("It happened")
    for number in range(10):
        sliders.nth(number).focus()
        key, chance = MOVED.get(number, ("Enter", "50%"))  # the middle can be meant without moving
        page.keyboard.press(key)
        expect(tool.locator(".cq-number").nth(number)).to_have_text(chance)
    expect(status).to_have_text("Saved")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("can't be changed")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Sealed")
    expect(sliders.first).to_be_disabled()
    expect(tool.locator(".cq-told:visible")).to_have_count(0)

    tool.get_by_role("button", name="Reveal what happened").click()
    expect(tool.locator(".cq-told:visible")).to_have_count(10)
    expect(tool).to_contain_text("Your Brier score: 0.33")
    expect(tool).to_contain_text("Documented in:")
    assert [] == widgets_faults(page, ".cq-forecasts")
    did = [json.loads(line)["did"] for line in (folder / "my-progress.jsonl").read_text().splitlines()]
    assert 1 == did.count("seal")

    lab.end_kernels()
    student.open_and_run(f"{folder.name}/{FORECAST}")
    expect(tool.locator(".cq-told:visible")).to_have_count(10)
    expect(sliders.first).to_be_disabled()
    expect(tool.locator(".cq-number").first).to_have_text("55%")
    page.set_viewport_size({"width": 400, "height": 900})
    ends = (
        tool.locator(".cq-scale-line")
        .first.locator("> span")
        .evaluate_all("(spans) => spans.map((one) => [one.textContent, one.getBoundingClientRect().top])")
    )
    assert ["0%", "100%"] == [words for words, _ in ends]
    assert ends[0][1] == ends[1][1]  # on either side of the slider, also on a telephone
    page.set_viewport_size({"width": 820, "height": 900})
    assert page.evaluate(
        "() => { const b = document.querySelector('.cq-forecasts'); return b.scrollWidth <= b.clientWidth + 1; }"
    )
    bars = tool.locator(".cq-track").evaluate_all("(bars) => bars.map((one) => one.getBoundingClientRect().width)")
    assert [bars[0]] * 2 == bars  # one scale for all groups
    page.set_viewport_size({"width": 1920, "height": 1000})
    assert [] == page.evaluate(LONG_LINES, ".cq p, .cq caption")
