// A chart: its sentence, the switch to the table, and marks in lines and columns, each with its words beside it.

import { change, fill, make, moveFocus, replace } from "../common.js";
import { widget } from "../widget.js";

function render({ model, el, t }) {
  const about = make("p", { role: "status" });
  const toggle = make("button", { onclick: () => {
    change(model, { as_table: !model.get("as_table") });
    draw();
  } });
  const help = make("p.cq-quiet.cq-help", t["chart-help"]);
  const choices = model.get("choices");
  const picker = make("select", { onchange: () => change(model, { choice: picker.selectedIndex }) },
    ...choices.map((text) => make("option", text)));
  const question = make("span");
  const chooser = make("label.cq-chooser", { hidden: !choices.length }, question, picker);
  const grid = make("div.cq-grid", { role: "group" });
  const box = make("div.cq-grid-box", grid);
  el.append(make("div.cq-chart-head", chooser, about, toggle, help), box);

  function draw() {
    const empty = !model.get("drawing").marks.length;
    about.textContent = model.get("summary");
    question.textContent = model.get("choose");
    picker.selectedIndex = model.get("choice");
    toggle.textContent = model.get("as_table") ? t["show-chart"] : t["show-table"];
    toggle.hidden = empty;
    help.hidden = box.hidden = empty || model.get("as_table");
  }

  /** @returns {HTMLElement[]} */
  const all = () => [...grid.querySelectorAll("button")];

  function drawGrid() {
    const { kind, heads, corner, marks, labels } = model.get("drawing");
    const beside = new Map(labels.filter((one) => !one.band).map((one) => [one.line, one.text]));
    const lines = 1 + Math.max(0, ...[...marks, ...labels].map((one) => one.line + (one.lines ?? 1) - 1));
    const cells = new Map();
    for (const mark of marks) {
      const place = [mark.line, mark.lines, mark.column, mark.columns].join();
      if (!cells.has(place))
        cells.set(place, at(make("div.cq-cell"), mark.line + 2, mark.lines, mark.column, mark.columns));
      cells.get(place).append(
        button(mark, [beside.get(mark.line), mark.text, mark.note, mark.remark,
          mark.end ? heads[mark.column + mark.columns - 1] : heads[mark.column]])
      );
    }
    grid.className = `cq-grid cq-${kind}`;
    grid.style.setProperty("--cq-columns", String(heads.length));
    grid.setAttribute("aria-label", fill(t["chart-label"], { summary: model.get("summary") }));
    replace(grid, ...heads.map((_, i) => at(make("div.cq-lane", { "aria-hidden": "true" }), 1, lines + 1, i, 1)),
      beside.size ? at(make("div.cq-col.cq-corner", corner), 1, 1, -1, 1) : null,
      ...heads.map((head, i) => at(make("div.cq-col", head), 1, 1, i, 1)),
      ...labels.map((one) =>
        one.band
          ? at(make("div.cq-band", make("b", one.text), " ", make("span.cq-quiet", one.note)), one.line + 2, 1, -1,
            heads.length + 1)
          : at(make("div.cq-side", { text: one.text, dir: "auto" }), one.line + 2, 1, -1, 1)
      ), ...cells.values());
    const [first] = all();
    if (first) first.tabIndex = 0;
    draw();
  }

  // By line and column, both as CSS counts them; the labels' column is -1.
  function at(node, line, lines, column, columns) {
    node.style.gridArea = `${line} / ${column + 2} / span ${lines} / span ${columns}`;
    return node;
  }

  function button(mark, said) {
    const node = make("button.cq-mark", { cls: mark.end ? "cq-end" : "", "data-kind": mark.kind,
      "aria-pressed": "false", "aria-label": said.filter(Boolean).join(", "), tabindex: "-1", onclick: () => {
        moveFocus(all(), 0, all().indexOf(node));
        for (const other of all()) {
          other.setAttribute("aria-pressed", String(other === node));
          other.classList.toggle("cq-same", Boolean(mark.group) && other.dataset.group === mark.group);
        }
        change(model, { chosen: mark.rows, presses: model.get("presses") + 1 });
      } }, make("span.cq-words", { text: mark.text, dir: "auto" }),
      make("small", { dir: "auto" }, mark.note, mark.note && mark.remark ? " · " : "", make("b", mark.remark)));
    node.dataset.group = mark.group;
    return node;
  }

  grid.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const from = all().indexOf(/** @type {HTMLElement} */ (event.target));
    moveFocus(all(), from, from + step);
    event.preventDefault();
  });
  // Where it is wider than the page, it scrolls in its box; else it stays in the page, and so do its headings.
  const watcher = new ResizeObserver(() => box.classList.toggle("cq-scrolls", grid.scrollWidth > box.clientWidth));
  watcher.observe(box);
  model.on("change:as_table change:summary change:choose change:choice", draw);
  model.on("change:drawing", drawGrid);
  drawGrid();
  return () => watcher.disconnect();
}

export default widget(render);
