// The row that is being looked at: why it is there, its words, its fields, and what is to be fixed.

import { find, make, replace, terms } from "../common.js";
import { choiceField, textField } from "./choose.js";

export function benchCard({ t, fields, modes, rows, onEdit, onType, onLeave, onDone, onWords, buttons }) {
  const node = make("section.cq-row", { "aria-label": t.row });
  const head = make("div.cq-row-head");
  const reasons = make("details.cq-row-why");
  const quotes = make("dl.cq-row-words");
  const faults = make("ul.cq-row-faults");
  let key = null, built = [];

  const card = () => rows().get(key);
  const cell = (column) => card()?.cells[column] ?? "";
  const listed = (column) => cell(column).split("|").map((one) => one.trim()).filter(Boolean);

  function optionsOf(field) {
    if (field.column === "mode") return modes[cell("event")] ?? [];
    if (field.adds) return fields[card().table].find((one) => one.column === field.column).options; // as it is now
    if (!field.rows.length) return field.options;
    const found = field.rows.includes("reporter") ? [["reporter", t.reporter]] : [];
    const near = (row) => (row.marks.some((mark) => mark.paragraph === card()?.paragraph) ? 0 : 1);
    for (const [name, row] of [...rows()].sort(([, one], [, other]) => near(one) - near(other))) // what is near, first
      if (field.rows.includes(row.table) && row.id && name !== key)
        found.push([row.id, row.table === "actors" ? row.title : `${row.id} ${row.title}`]);
    return found;
  }

  function fieldNode(field, number) {
    const row = key;
    const shared = { t, label: field.label, long: field.long, optional: field.optional, options: field.options, onDone,
      onPick: (value) => onEdit(row, field.column, value) };
    const made = field.holds === "text"
      ? textField({ ...shared, onType: (value) => onType(row, field.column, value), onLeave: () =>
        onLeave(row, field.column), value: () => rows().get(row)?.cells[field.column] ?? "" })
      : choiceField({ ...shared, many: field.holds !== "one", free: field.holds === "names", adds: field.adds,
        options: () => (field.holds === "names" ? [] : optionsOf(field)),
        value: () => (field.holds === "one" ? cell(field.column) : listed(field.column)) });
    const box = make("div.cq-field", { "data-column": field.column },
      make("span.cq-field-key", { text: number <= 10 && !field.more ? String(number % 10) : "",
        "aria-hidden": "true" }), make("span.cq-field-name", { text: field.label, "aria-hidden": "true" }), made.node);
    return { ...made, box, column: field.column, more: field.more };
  }

  function show(next) {
    key = next;
    const row = card();
    node.hidden = !row;
    if (!row) {
      built = [];
      node.replaceChildren();
      return;
    }
    built = fields[row.table].map((field, i) => fieldNode(field, i + 1));
    const more = built.filter((one) => one.more);
    const wasOpen = find(node, "details.cq-more")?.hasAttribute("open");
    const details = make("details.cq-more", { open: wasOpen }, make("summary", t.more), ...more.map((one) => one.box));
    node.replaceChildren(head, reasons, quotes, faults,
      make("div.cq-row-fields", ...built.filter((one) => !one.more).map((one) => one.box), details), buttons);
    node.scrollTop = 0;
    draw();
  }

  function draw() {
    const row = card();
    if (!row) return;
    replace(head, make("span.cq-row-what", `${t[`one-${row.table}`]} ${row.id}`),
      make("span", { cls: row.draft ? "cq-state cq-draft" : "cq-state cq-accepted",
        text: row.draft ? t.draft : t.accepted }), row.doubt ? make("span.cq-state", t.doubt) : null,
      make("b.cq-row-title", { text: row.title, dir: "auto" }));
    replace(reasons,
      make("summary", row.why.map(([question]) => question).join(" "),
        make("kbd", { text: "Y", "aria-hidden": "true" })), terms(row.why));
    quotes.replaceChildren(
      ...Object.entries(row.words).flatMap(([role, words],
        i) => [make("dt", make("span", { cls: `cq-role-name cq-role-${role}`, text: t[`role-${role}`] })),
        make("dd", make("span", { cls: words ? "cq-quote" : "cq-quiet", text: words || t["no-words"] }),
          make("button.cq-plain", { text: t.words, tabindex: "-1", "aria-label": `${t.words}: ${t[`role-${role}`]}`,
            onclick: () => onWords(i) }))]
      )
    );
    faults.replaceChildren(...row.faults.map((fault) => make("li", fault.words)));
    faults.hidden = !row.faults.length;
    const wrong = new Set(row.faults.map((fault) => fault.column));
    for (const one of built) {
      one.draw();
      one.box.classList.toggle("cq-wrong", wrong.has(one.column));
      if (wrong.has(one.column)) one.input.setAttribute("aria-invalid", "true");
      else one.input.removeAttribute("aria-invalid");
    }
    if (built.some((one) => one.more && wrong.has(one.column))) find(node, "details.cq-more")?.setAttribute("open", "");
  }

  function edit(number) {
    const target = built[number - 1];
    if (target && !target.more) target.input.focus();
  }

  const why = () => {
    reasons.open = !reasons.open;
  };
  return { node, show, draw, edit, why, key: () => key };
}
