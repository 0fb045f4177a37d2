// A table whose rows show the words they rest on.

function render({ model, el }) {
  const t = model.get("strings");
  el.classList.add("cq");
  const head = make("tr", {}, ...model.get("columns").map((text) => make("th", { text, attrs: { scope: "col" } })));
  const lines = new Map();
  const body = make("tbody");
  for (const row of model.get("rows")) {
    const choose = () => {
      model.set("chosen", row.rows);
      model.set("presses", model.get("presses") + 1);
      model.save_changes();
      draw();
    };
    const first = make("th", { attrs: { scope: "row" } },
      row.rows.length
        ? make("button", { text: row.name, attrs: { type: "button", "aria-pressed": "false", "aria-label": fill(t["row-button"], { name: row.name }) }, on: { click: choose } })
        : make("span", { text: row.name }));
    const line = make("tr", {}, first, ...row.cells.map((text) => make("td", { text })));
    lines.set(line, row.rows);
    body.append(line);
  }
  const caption = make("caption", { text: `${fill(t.rows, { count: model.get("rows").length })}. ${t.caption}` });
  const table = make("table", {}, caption, make("thead", {}, head), body);
  el.append(make("div", { cls: "cq-table-box", attrs: { tabindex: "0", role: "group", "aria-label": caption.textContent } }, table));
  keepKeys(el);

  function draw() {
    const chosen = model.get("chosen");
    for (const [line, rows] of lines) {
      const on = rows.length > 0 && rows.join() === chosen.join();
      line.classList.toggle("cq-on", on);
      line.querySelector("button")?.setAttribute("aria-pressed", String(on));
    }
  }
  model.on("change:chosen", draw);
  draw();
}

export default { render };
