// The report as a list of sentences or words to mark. The keyboard first, the mouse as well.

import { fill, make, moveFocus, numberOf } from "../common.js";
import { inText } from "../moves.js";

export function textList({ text: paragraphs, t, unit: kind, labelledby, onChange }) {
  let marked = new Set();
  const text = make("div.cq-text", { role: "listbox", "aria-multiselectable": "true", "aria-labelledby": labelledby });
  /** @type {HTMLElement[]} */
  const units = [];
  for (const paragraph of paragraphs) {
    const line = make("span", { role: "presentation" });
    for (const piece of paragraph.pieces) {
      if (!piece.unit) {
        line.append(piece.text);
        continue;
      }
      const unit = make("span.cq-unit", { text: piece.text, role: "option", "aria-selected": "false",
        "data-unit": piece.unit, "data-part": piece.unit });
      unit.tabIndex = units.length ? -1 : 0;
      unit.addEventListener("click", () => {
        focusOn(units.indexOf(unit));
        toggle(unit);
      });
      unit.addEventListener("keydown", onKey);
      units.push(unit);
      line.append(unit);
    }
    text.append(
      make("p", { role: "presentation", cls: paragraph.id === "headline" && "cq-headline" }, numberOf(paragraph.id),
        line)
    );
  }
  const count = make("p.cq-help", { role: "status" });
  const clear = make("button.cq-plain", { text: t.clear, onclick: () => {
    marked.clear();
    draw();
    onChange();
  } });

  function focusOn(to) {
    moveFocus(units, 0, to);
  }

  function toggle(unit, only) {
    const name = unit.dataset.unit;
    if (marked.has(name) && !only) marked.delete(name);
    else marked.add(name);
    draw();
    onChange();
  }

  function onKey(event) {
    const at = units.indexOf(event.currentTarget);
    const to = inText(event.key, at, units.map((unit) => String(unit.dataset.unit).split(".")[0]));
    if (to !== undefined) {
      if (event.shiftKey) {
        toggle(units[at], true);
        if (units[to]) toggle(units[to], true);
      }
      focusOn(to);
    } else if (event.key === " " || event.key === "Enter") toggle(event.currentTarget);
    else return;
    event.preventDefault();
  }

  function draw() {
    for (const unit of units) unit.setAttribute("aria-selected", String(marked.has(unit.dataset.unit)));
    count.textContent = fill(t["marked-count"], { count: marked.size });
    clear.hidden = !marked.size;
  }

  draw();
  return { node: make("div", make("p.cq-help", t[`find-help-${kind}`]), text, make("div.cq-actions", count, clear)),
    read: () => units.map((unit) => unit.dataset.unit).filter((name) => marked.has(name)), write: (answer) => {
      const known = new Set(units.map((unit) => unit.dataset.unit));
      marked = new Set([].concat(answer ?? []).filter((name) => known.has(name)));
      draw();
    } };
}
