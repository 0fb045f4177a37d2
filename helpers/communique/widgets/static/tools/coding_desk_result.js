// The comparison of two codings: the differences as a list to choose from, then the figures with their table.

import { fill, make } from "../common.js";

const SIGNS = { matched: "●", partly: "◐", missed: "○", extra: "+" };

export function codingResult({ t, onChoose }) {
  const title = make("p.cq-desk-title", { role: "heading", "aria-level": "3" });
  const stale = make("p.cq-desk-stale");
  const lists = make("div.cq-desk-lists");
  const figures = make("div.cq-desk-figures");
  const node = make("div.cq-desk-result", title, stale, make("p.cq-quiet", t.reading), lists, figures);
  let told = "";
  let chosen = null;

  function said(marks, whose) {
    if (!marks.length) return null;
    const words = marks.map((m) => `“${m.words}” (${[m.kind, m.title].filter(Boolean).join("; ")})`).join(", ");
    return make("span.cq-desk-said", make("b", `${whose}: `), words);
  }

  function line(difference, at) {
    const pressed = chosen === at;
    const button = make("button", { "aria-pressed": String(pressed), "data-at": String(at), onclick: () => choose(at) },
      make("span.cq-desk-place", difference.place),
      make("span", said(difference.mine, t.yours), said(difference.theirs, t.ours),
        difference.kind ? make("span.cq-desk-kind", difference.kind) : null));
    const notes = difference.notes.map((text) => make("p.cq-desk-note", text));
    return make("li", { "data-outcome": difference.outcome }, button, ...notes);
  }

  function choose(at) {
    chosen = chosen === at ? null : at;
    for (const button of lists.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset.at === String(chosen)));
    onChoose(chosen);
  }

  function group(result, outcome) {
    const found = result.differences.map((d, at) => [d, at]).filter(([d]) => d.outcome === outcome);
    const head = make("p.cq-desk-group", { role: "heading", "aria-level": "4" },
      make("span", { text: SIGNS[outcome], "aria-hidden": "true" }),
      ` ${t[`outcome-${outcome}`]} (${result.counts[outcome]})`);
    return make("div", { "data-group": outcome }, head,
      found.length ? make("ul", ...found.map(([d, at]) => line(d, at))) : make("p.cq-quiet", t.none));
  }

  function table(result) {
    const [both, mine, theirs, neither] = result.table;
    const cell = (value, same) =>
      make("td", { cls: same ? "cq-desk-same" : "" }, make("b", value.count), make("span", value.chance),
        same ? make("span", `= ${t["agree-cell"]}`) : null);
    const head = (text, scope) => make("th", { text, scope });
    return make("table", make("caption", fill(t["table-caption"], { units: t[`units-${result.unit}`] })),
      make("thead", make("tr", make("td"), head(t["we-marked"], "col"), head(t["we-left"], "col"))),
      make("tbody", make("tr", head(t["you-marked"], "row"), cell(both, true), cell(mine)),
        make("tr", head(t["you-left"], "row"), cell(theirs), cell(neither, true))));
  }

  function draw(result, layer) {
    node.hidden = !result.table;
    if (node.hidden) {
      if (told) onChoose(null);
      told = "";
      return;
    }
    stale.textContent = result.stale ? t.stale : "";
    stale.hidden = !result.stale;
    const key = JSON.stringify({ ...result, stale: 0 });
    if (key === told) return;
    told = key;
    chosen = null;
    title.textContent = fill(t["result-title"], { layer, part: result.title });
    lists.replaceChildren(...["missed", "extra", "partly", "matched"].map((outcome) => group(result, outcome)));
    const lines = (texts) => texts.map((text) => make("p", text));
    figures.replaceChildren(make("p.cq-desk-group", { text: t["agreement-title"], role: "heading", "aria-level": "4" }),
      make("div.cq-desk-table", table(result)), ...lines(result.lines),
      make("p.cq-desk-group", { text: t["kinds-title"], role: "heading", "aria-level": "4" }),
      ...lines(result.kindLines), ...lines([result.firstLine].filter(Boolean)));
    onChoose(null);
  }

  return { node, draw };
}
