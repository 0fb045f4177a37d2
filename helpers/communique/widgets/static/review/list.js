// The rows as a list, what of them is shown, and how far the review has come.

import { fill, freshId, make, within } from "../common.js";

export const TABLES_IN_ORDER = ["", "actors", "events", "statements", "positions", "reactions"];

export function benchList({ t, rows, onChoose }) {
  const shown = { table: "", drafts: false, rule: null };
  let order = [], current = null;
  const filled = make("span");
  const bar = make("div.cq-progress", { "aria-hidden": "true" }, filled);
  const done = make("span.cq-done");
  const tables = TABLES_IN_ORDER.map((name) =>
    make("button", { "data-table": name, onclick: () => set({ table: name }) })
  );
  const drafts = make("button", { text: t["drafts-only"], onclick: () => set({ drafts: !shown.drafts }) });
  const rule = make("select", { "aria-label": t["by-rule"],
    onchange: () => set({ rule: rule.value === "*" ? null : rule.value }) });
  const filters = make("div.cq-filters", { role: "group", "aria-label": t["filter-table"] }, ...tables, drafts, rule);
  const list = make("div.cq-list", { role: "listbox", tabindex: "0", "aria-label": t.rows });

  const visible = () =>
    order.filter((key) => {
      const row = rows().get(key);
      return row && (!shown.table || row.table === shown.table) && (shown.rule === null || row.rule === shown.rule)
        && (!shown.drafts || row.draft || key === current);
    });

  function set(change) {
    Object.assign(shown, change);
    const seen = visible();
    if (!seen.includes(current)) choose(seen.find((key) => rows().get(key).draft) ?? seen[0] ?? null);
    draw();
  }

  function choose(key) {
    current = key;
    onChoose(key);
    mark();
  }

  function draw() {
    const all = [...rows().values()];
    const ready = all.filter((row) => !row.draft).length;
    done.textContent = all.length && ready === all.length
      ? t["all-done"]
      : fill(t["of-rows"], { done: ready, all: all.length });
    filled.style.width = `${all.length ? (100 * ready) / all.length : 0}%`;
    tables.forEach((button) => {
      const name = button.dataset.table;
      const left = all.filter((row) => row.draft && (!name || row.table === name)).length;
      button.replaceChildren(name ? t[`table-${name}`] : t.everything,
        make("span.cq-left", { text: left ? ` ${left}` : all.some((row) => !name || row.table === name) ? " ✓" : " –",
          title: fill(t.left, { count: left }) }));
      button.setAttribute("aria-pressed", String(name === shown.table));
    });
    drafts.setAttribute("aria-pressed", String(shown.drafts));
    const rules = [...new Set(all.filter((row) => !shown.table || row.table === shown.table).map((row) => row.rule))]
      .sort();
    rule.replaceChildren(make("option", { text: t["every-rule"], value: "*" }),
      ...rules.map((name) => make("option", { text: name || t["no-rule"], value: name })));
    rule.value = shown.rule ?? "*";
    const seen = visible();
    list.replaceChildren(
      ...(seen.length
        ? seen.map(line)
        : [
          make("div.cq-quiet", { text: t["no-rows"], role: "option", "aria-selected": "false",
            "aria-disabled": "true" }),
        ])
    );
    mark();
  }

  function line(key) {
    const row = rows().get(key);
    const state = row.faults.length
      ? ["!", t.faulty, "cq-faulty"]
      : row.draft
      ? ["○", t.draft, "cq-draft"]
      : ["✓", t.accepted, "cq-accepted"];
    return make("div", { cls: `cq-line ${state[2]}`, role: "option", id: `${listName}-${key}`, "data-row": key,
      "data-layer": row.table, "aria-selected": "false", onclick: () => {
        choose(key);
        list.focus({ preventScroll: true });
      } }, make("span.cq-sign", { text: state[0], "aria-hidden": "true" }), make("span.cq-hidden", `${state[1]}: `),
      make("span.cq-id", row.id || "?"), make("span.cq-line-title", row.title));
  }

  const listName = freshId("rows");
  function mark() {
    for (const node of /** @type {HTMLElement[]} */ ([...list.children])) {
      const on = node.dataset.row === current && current !== null;
      node.setAttribute("aria-selected", String(on));
      if (!on) continue;
      list.setAttribute("aria-activedescendant", node.id);
      const [box, spot] = [list.getBoundingClientRect(), node.getBoundingClientRect()];
      if (spot.top < box.top || spot.bottom > box.bottom) list.scrollTop += spot.top - box.top - box.height / 3;
    }
    if (current === null) list.removeAttribute("aria-activedescendant");
  }

  function step(by) {
    const seen = visible();
    const next = seen[within(seen.indexOf(current) + by, seen.length)];
    if (next) choose(next);
  }

  // The next draft behind this row, else the first; the row itself where none is left.
  function nextDraft(passed) {
    const seen = visible();
    const from = seen.indexOf(current);
    const open = (key) => rows().get(key).draft && !passed.has(key) && key !== current;
    const next = seen.slice(from + 1).find(open) ?? seen.find(open);
    if (next) choose(next);
    return Boolean(next);
  }

  const place = () => visible().indexOf(current);

  // Rows came or went: stay where we were, or at the row that is now in its place (where it was: `place`, before).
  function arrange(newOrder, place) {
    order = newOrder;
    const seen = visible();
    if (current !== null && rows().has(current) && seen.includes(current)) return false;
    current = seen[within(place, seen.length)] ?? null;
    return true;
  }

  function go(key) {
    if (!rows().has(key)) return;
    if (!visible().includes(key)) Object.assign(shown, { table: "", drafts: false, rule: null });
    choose(key);
    draw();
  }

  const nextTable = () =>
    set({ table: TABLES_IN_ORDER[(TABLES_IN_ORDER.indexOf(shown.table) + 1) % TABLES_IN_ORDER.length] });
  return { bar, done, filters, list, set, draw, step, nextDraft, place, arrange, go, choose, nextTable, shown,
    current: () => current };
}
