// A table whose rows show the words they are based on.

import { change, fill, find, make } from "../common.js";
import { widget } from "../widget.js";

function render({ model, el, t }) {
  const head = make("thead");
  const lines = new Map();
  const body = make("tbody");
  const caption = make("caption");
  const box = make("div.cq-table-box", { tabindex: "0", role: "group" }, make("table", caption, head, body));
  el.append(box);

  function fillTable() {
    head.replaceChildren(make("tr", ...model.get("columns").map((text) => make("th", { text, scope: "col" }))));
    lines.clear();
    const rows = model.get("rows");
    const several = rows.map((row) => row.name).filter((name, at, names) => names.indexOf(name) !== at);
    body.replaceChildren(...rows.map((row) => lineOf(row, several.includes(row.name))));
    const pressed = rows.some((row) => row.rows.length);
    caption.textContent = `${fill(t.rows, { count: rows.length })}. ${pressed ? t.caption : ""}`.trim();
    box.setAttribute("aria-label", caption.textContent);
    draw();
  }

  // Where several rows have one name, what follows it tells a screen reader which this is.
  function lineOf(row, several) {
    const name = several ? [row.name, ...row.cells.slice(0, 1)].join(", ") : row.name;
    const choose = () => {
      change(model, { chosen: row.rows, presses: model.get("presses") + 1 });
      draw();
    };
    const first = make("th", { scope: "row" },
      row.rows.length
        ? make("button", { text: row.name, "aria-pressed": "false", "aria-label": fill(t["row-button"], { name }) })
        : make("span", row.name));
    const line = make("tr", first, ...row.cells.map((text) => make("td", text)));
    if (row.rows.length) line.onclick = choose; // its button too, whose press comes up to the row
    lines.set(line, row.rows);
    return line;
  }

  function draw() {
    const chosen = model.get("chosen");
    for (const [line, rows] of lines) {
      const on = rows.length > 0 && rows.join() === chosen.join();
      line.classList.toggle("cq-on", on);
      find(line, "button")?.setAttribute("aria-pressed", String(on));
    }
  }
  model.on("change:chosen", draw);
  model.on("change:rows", fillTable);
  fillTable();
}

export default widget(render);
