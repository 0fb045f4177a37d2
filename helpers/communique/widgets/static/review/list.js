// The rows as a list, paragraph by paragraph, for the lesson that needs them, and how far the review has come.

import { fill, freshId, make, within } from "../common.js";

export const TABLES_IN_ORDER = ["actors", "events", "statements", "positions", "reactions"];

export function benchList({ t, rows, onChoose }) {
  const shown = { list: /** @type {string | null} */ (null), drafts: false };
  /** @type {{name: string, title: string, rows: string[], minutes: number, lacks: string[],
   *   questions: number, enough: boolean}[]} */
  let lists = [];
  /** @type {any} */
  let current = null;
  const filled = make("span");
  const bar = make("div.cq-progress", { "aria-hidden": "true" }, filled);
  const done = make("span.cq-done");
  const choices = make("span.cq-lists");
  const drafts = make("button", { text: t["drafts-only"], onclick: () => set({ drafts: !shown.drafts }) });
  const lacks = make("div.cq-lacks");
  const filters = make("div.cq-filters", { role: "group", "aria-label": t.filter },
    make("span.cq-quiet", { text: t.filter, "aria-hidden": "true" }), choices, drafts);
  const list = make("div.cq-list", { role: "listbox", tabindex: "0", "aria-label": t.rows });

  const here = () =>
    lists.find((one) => one.name === shown.list) ?? lists[0]
      ?? { name: "", title: "", rows: [], minutes: 0, lacks: [], questions: 0, enough: false };
  const isOpen = (key) => Boolean(rows().get(key)?.draft);
  const visible = () =>
    here().rows.filter((key) => rows().has(key) && (!shown.drafts || isOpen(key) || key === current));

  function set(change) {
    const other = "list" in change && change.list !== here().name;
    Object.assign(shown, change);
    const seen = visible();
    if (other || !seen.includes(current)) choose(seen.find(isOpen) ?? seen[0] ?? null);
    draw();
  }

  function choose(key) {
    current = key;
    onChoose(key);
    mark();
  }

  function draw() {
    const all = here().rows.filter((key) => rows().has(key));
    const ready = all.filter((key) => !isOpen(key)).length;
    done.textContent = !all.length
      ? ""
      : ready === all.length
      ? t["all-done"]
      : fill(here().enough ? t.enough : t.minutes, { ...here(), done: ready, all: all.length,
        left: all.length - ready });
    filled.style.width = `${all.length ? (100 * ready) / all.length : 0}%`;
    choices.replaceChildren(...lists.map((one) => {
      const left = one.rows.filter(isOpen).length;
      return make("button", { "data-list": one.name, "aria-pressed": String(one.name === here().name),
        onclick: () => set({ list: one.name }) }, one.title,
        make("span.cq-left", {
          text: left && !one.enough ? ` ${left}` : one.rows.length && !one.lacks.length ? " ✓" : " –",
          title: fill(t.left, { count: left }),
        }));
    }));
    drafts.setAttribute("aria-pressed", String(shown.drafts));
    lacks.replaceChildren(...here().lacks.map((words) => make("p.cq-quiet", words)));
    const seen = visible();
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    for (const key of seen) {
      const paragraph = rows().get(key).paragraph;
      groups.set(paragraph, [...(groups.get(paragraph) ?? []), key]);
    }
    list.replaceChildren(
      ...(seen.length
        ? [...groups].map(([paragraph, keys]) => group(paragraph, keys))
        : [
          make("div.cq-quiet", { text: t["no-rows"], role: "option", "aria-selected": "false",
            "aria-disabled": "true" }),
        ])
    );
    mark();
  }

  function group(paragraph, keys) {
    const name = /^p\d/.test(paragraph)
      ? fill(t["at-paragraph"], { number: paragraph.slice(1) })
      : t[paragraph ? "at-headline" : "at-nowhere"];
    return make("div", { role: "group", "aria-label": name },
      make("div.cq-group-name", { text: name, "aria-hidden": "true" }), ...keys.map(line));
  }

  function line(key) {
    const row = rows().get(key);
    const state = row.faults.length
      ? ["!", t.faulty, "cq-faulty"]
      : row.doubt
      ? ["?", `${t.draft}, ${t.doubt}`, "cq-doubt"]
      : row.draft
      ? ["○", t.draft, "cq-draft"]
      : ["✓", t.accepted, "cq-accepted"];
    return make("div", { cls: `cq-line ${state[2]}`, role: "option", id: `${listName}-${key}`, "data-row": key,
      "data-layer": row.table, "aria-selected": "false", onclick: () => {
        choose(key);
        list.focus({ preventScroll: true });
      } }, make("span.cq-sign", { text: state[0], "aria-hidden": "true" }), make("span.cq-hidden", `${state[1]}: `),
      make("span.cq-id", row.id || "?"), make("span.cq-line-title", { text: row.title, dir: "auto" }));
  }

  const listName = freshId("rows");
  function mark() {
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-row]"))) {
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

  // To the first row of the next paragraph, or of the one before.
  function stepParagraph(by) {
    const seen = visible();
    const starts = seen.filter((key, i) => !i || rows().get(key).paragraph !== rows().get(seen[i - 1]).paragraph);
    const at = starts.findIndex((key) => rows().get(key).paragraph === rows().get(current)?.paragraph);
    const next = starts[within(at + by, starts.length)];
    if (next) choose(next);
  }

  // The next draft behind this row, else the first; the row itself where none is left.
  function nextDraft(passed) {
    const seen = visible();
    const from = seen.indexOf(current);
    const open = (key) => isOpen(key) && !passed.has(key) && key !== current;
    const next = seen.slice(from + 1).find(open) ?? seen.find(open);
    if (next) choose(next);
  }

  // The same, but first what is left of this paragraph.
  function nextHere(passed) {
    const paragraph = rows().get(current)?.paragraph;
    const left = visible().find((key) => isOpen(key) && !passed.has(key) && rows().get(key).paragraph === paragraph);
    if (left) choose(left);
    else nextDraft(passed);
  }

  // The drafts of this row's paragraph that are accepted together.
  const together = () =>
    visible().filter((key) => {
      const row = rows().get(key);
      return row.draft && !row.doubt && !row.faults.length && row.paragraph === rows().get(current)?.paragraph;
    });

  const place = () => visible().indexOf(current);

  // Rows came or went: stay where we were, or at the row that is now in its place (where it was: `place`, before).
  function arrange(newLists, place) {
    lists = newLists;
    const seen = visible();
    if (current !== null && rows().has(current) && seen.includes(current)) return false;
    current = seen[within(place, seen.length)] ?? null;
    return true;
  }

  function go(key) {
    if (!rows().has(key)) return;
    if (!here().rows.includes(key)) shown.list = lists.at(-1)?.name ?? null;
    if (!visible().includes(key)) shown.drafts = false;
    choose(key);
    draw();
  }

  const nextList = () => set({ list: lists[(lists.indexOf(here()) + 1) % lists.length]?.name });
  return { bar, done, filters, lacks, list, set, draw, step, stepParagraph, nextDraft, nextHere, together, place,
    arrange, go, choose, nextList, shown, name: () => here().name, current: () => current };
}
