// The report as a list of sentences or words to mark. The keyboard first, the mouse as well.

import { fill, make, moveFocus } from "../common.js";

export function textList({ text: paragraphs, t, unit: kind, labelledby, onChange }) {
  let marked = new Set();
  const text = make("div", { cls: "cq-text", attrs: { role: "listbox", "aria-multiselectable": "true", "aria-labelledby": labelledby } });
  const units = [];
  for (const paragraph of paragraphs) {
    const line = make("span", { attrs: { role: "presentation" } });
    for (const piece of paragraph.pieces) {
      if (!piece.unit) { line.append(piece.text); continue; }
      const unit = make("span", { cls: "cq-unit", text: piece.text, attrs: { role: "option", "aria-selected": "false", "data-unit": piece.unit } });
      unit.tabIndex = units.length ? -1 : 0;
      unit.addEventListener("click", () => { focusOn(units.indexOf(unit)); toggle(unit); });
      unit.addEventListener("keydown", onKey);
      units.push(unit);
      line.append(unit);
    }
    text.append(make("p", { attrs: { role: "presentation" } }, make("span", { cls: "cq-no", text: paragraph.id === "headline" ? "" : paragraph.id, attrs: { "aria-hidden": "true" } }), line));
  }
  const count = make("p", { cls: "cq-help", attrs: { role: "status" } });
  const clear = make("button", { cls: "cq-plain", text: t.clear, attrs: { type: "button" }, on: { click: () => { marked.clear(); draw(); onChange(); } } });

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
    const paragraph = (unit) => unit.dataset.unit.split(".")[0];
    const jump = (step) => {
      let to = at;
      while (units[to + step] && paragraph(units[to]) === paragraph(units[at])) to += step;
      return to;
    };
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: jump(1), ArrowUp: jump(-1), Home: 0, End: units.length - 1 }[event.key];
    if (to !== undefined) {
      if (event.shiftKey) { toggle(units[at], true); if (units[to]) toggle(units[to], true); }
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
  return {
    node: make("div", {}, make("p", { cls: "cq-help", text: t[`find-help-${kind}`] }), text, make("div", { cls: "cq-actions" }, count, clear)),
    read: () => units.map((unit) => unit.dataset.unit).filter((name) => marked.has(name)),
    write: (answer) => {
      const known = new Set(units.map((unit) => unit.dataset.unit));
      marked = new Set([].concat(answer ?? []).filter((name) => known.has(name)));
      draw();
    },
  };
}
