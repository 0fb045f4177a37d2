// Fill the matrix: a grid of actors and issues, and below it the cell that is worked on. What was compared
// shows the student's placing and the coding side by side; before that, the page knows nothing of the coding.

import { fill, freshId, make, moveFocus, post, terms } from "../common.js";
import { inGrid, nextOf } from "../moves.js";
import { question } from "./question.js";
import { textList } from "./text_list.js";

function body({ model, t, q, onChange }) {
  const names = Object.keys(q.cells);
  const stepText = Object.fromEntries(q.steps.map((step) => [step.id, step.text]));
  const free = q.steps.at(-1)?.id; // "the report does not say" needs no words
  let put = {};
  let beside = {};
  let current = q.core[0] ?? names[0];
  let wide = q.core.length === names.length; // whether the extra cells are shown
  const shown = () => (wide ? names : q.core);
  const quote = (text) => make("p.cq-quote", text);

  const count = make("p.cq-help");
  const buttons = names.map((name, at) =>
    make("button", { "data-cell": name, tabindex: at ? "-1" : "0", onclick: () => open(name, true), onkeydown: onKey })
  );
  const grid = make("table.cq-matrix", { "aria-label": t["matrix-label"] },
    make("thead",
      make("tr", make("th", { text: t.actor, scope: "col" }),
        ...q.columns.map((column) => make("th", { text: column.text, scope: "col", "data-place": column.id })))),
    make("tbody",
      ...q.rows.map((row, r) =>
        make("tr", { "data-place": row.id }, make("th", { text: row.text, scope: "row" }), ...q.columns.map((_, c) => {
          const button = buttons[r * q.columns.length + c];
          return make("td", { "data-place": button.dataset.cell }, button);
        }))
      )));
  const more = make("button.cq-plain", { text: t["more-cells"], onclick: () => {
    wide = true;
    draw();
    moveFocus(buttons, names.indexOf(current), names.findIndex((name) => !q.core.includes(name)));
  } });

  const titleId = freshId("cell");
  const wordsId = freshId("words");
  const title = make("p.cq-cell-title", { id: titleId, tabindex: "-1" });
  const group = freshId("step");
  const radios = q.steps.map((step) =>
    make("input", { type: "radio", name: group, value: step.id, onchange: () => place({ step: step.id }) })
  );
  const list = textList({ text: q.text, t, unit: "sentence", labelledby: wordsId,
    onChange: () => place({ words: list.read() }) });
  const needed = make("p.cq-ready", { role: "status" });
  const empty = make("button.cq-plain", { text: t["empty-cell"], onclick: () => {
    delete put[current];
    show();
    draw();
    onChange();
    radios[0].focus();
  } });
  const work = make("div.cq-work",
    make("fieldset", make("legend", t["step-title"]),
      ...radios.map((radio, i) =>
        make("label", { cls: radio.value === free ? "cq-option cq-off-scale" : "cq-option" }, radio,
          make("span", q.steps[i].text))
      ), empty), make("div", make("p.cq-legend-like", { text: t["words-title"], id: wordsId }), list.node));
  const compared = make("div.cq-beside", { "aria-live": "polite" });
  const next = make("button", { text: t["next-cell"], onclick: () => {
    const name = following();
    if (name) open(name, true);
  } });
  const panel = make("div.cq-cell", { role: "group", "aria-labelledby": titleId }, title, work, compared, needed, next);

  function whole(cell) {
    return Boolean(cell?.step) && (cell.step === free || cell.words.length > 0);
  }

  function following() {
    return nextOf(shown(), current, (name) => !beside[name] && !whole(put[name]));
  }

  function place(part) {
    const cell = { step: "", words: [], ...put[current], ...part };
    if (cell.step || cell.words.length) put[current] = cell;
    else delete put[current];
    draw();
    onChange();
  }

  function open(name, focus) {
    current = name;
    for (const button of buttons) button.tabIndex = button.dataset.cell === name ? 0 : -1;
    show();
    draw();
    if (!focus) return;
    if (beside[name]) title.focus();
    else (radios.find((radio) => radio.checked) ?? radios[0]).focus();
  }

  function onKey(event) {
    const cells = buttons.filter((button) => shown().includes(button.dataset.cell));
    const at = cells.indexOf(event.currentTarget);
    const to = inGrid(event.key, at, new Set(shown().map((name) => name.split("/")[1])).size);
    if (to === undefined) return;
    event.preventDefault();
    if (cells[to]) moveFocus(cells, at, to);
  }

  // The cell that is open: its own placing to work on, or what is beside it.
  function show() {
    const cell = put[current];
    for (const radio of radios) radio.checked = radio.value === cell?.step;
    list.write(cell?.words);
  }

  function lines(name) {
    const cell = put[name];
    const known = beside[name];
    if (known)
      return [fill(t["cell-you"], { step: known.step }), fill(t["cell-coding"], { step: known.brief }),
        known.contested ? t["cell-contested"] : ""];
    if (!cell) return [t["cell-empty"]];
    return [stepText[cell.step] ?? "", whole(cell) ? t["cell-ready"] : t["cell-half"]];
  }

  function draw() {
    let ready = 0;
    wide ||= [...Object.keys(put), ...Object.keys(beside)].some((name) => !q.core.includes(name));
    more.hidden = wide;
    const places = new Set(shown().flatMap((name) => [name, ...name.split("/")]));
    for (const part of grid.querySelectorAll("[data-place]"))
      part.toggleAttribute("hidden", !places.has(part.getAttribute("data-place")));
    buttons.forEach((button, at) => {
      const name = names[at];
      const told = lines(name).filter(Boolean);
      ready += !beside[name] && whole(put[name]) ? 1 : 0;
      button.dataset.look = beside[name] ? "compared" : whole(put[name]) ? "ready" : put[name] ? "half" : "empty";
      button.replaceChildren(...told.map((text) => make("span", text)));
      button.setAttribute("aria-label", `${q.cells[name]}: ${told.join(", ")}`);
      if (name === current) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    count.textContent = fill(t["count-compared"], { done: Object.keys(beside).length, count: shown().length, ready });
    title.textContent = names.length ? q.cells[current] : t["no-cells"];
    const known = beside[current];
    const cell = put[current];
    work.hidden = Boolean(known) || !names.length;
    compared.hidden = !known;
    empty.hidden = !cell;
    needed.hidden = Boolean(known) || !cell;
    const state = !cell ? "" : whole(cell) ? t["words-ready"] : cell.step ? t["words-needed"] : t["step-needed"];
    if (needed.textContent !== state) needed.textContent = state;
    next.hidden = !following();
    const key = JSON.stringify([current, known]);
    if (compared.dataset.key !== key) {
      compared.dataset.key = key;
      compared.replaceChildren(...(known ? sides(known) : []));
    }
  }

  function sides(known) {
    const quotes = known.words.length ? known.words.map(quote) : [make("p.cq-quiet", t["no-words"])];
    const mine = make("div.cq-side", make("p.cq-side-title", t["you-title"]), make("p.cq-stance", known.step),
      ...quotes);
    const ours = make("div.cq-side", make("p.cq-side-title", t["coding-title"]),
      ...(known.rows.length ? known.rows.flatMap(coded) : [make("p", t["no-row-here"])]));
    return [make("p.cq-verdict", known.verdict), make("div.cq-sides", mine, ours)];
  }

  function coded(row) {
    const about = [[t["basis-label"], row.basis], [t["according-label"], row.according], [t["note-label"], row.note]];
    const other = row.contested
      ? make("div.cq-other", make("p.cq-side-title", t["contested-here"]),
        row.other ? make("p.cq-other-stance", fill(t["other-reading"], { stance: row.other })) : null,
        row.case ? make("p", row.case) : null)
      : null;
    return [make("p.cq-stance", row.stance), ...row.words.map(quote), row.meets ? make("p.cq-quiet", row.meets) : null,
      terms(about.filter(([, value]) => value)), other,
      make("button.cq-plain", { text: t["show-row"], "aria-label": `${t["show-row"]}: ${row.id}`,
        onclick: () => post(model, { do: "show-row", answer: row.id }) })].filter(Boolean);
  }

  open(current, false);
  return {
    node: make("div.cq-filling", make("p.cq-help", t["matrix-help"]), count, make("div.cq-scroll", grid), more, panel),
    read: () => (Object.keys(put).length ? { cells: put } : null),
    write: (answer) => {
      put = {};
      for (const name of names) {
        const cell = answer?.cells?.[name];
        if (!cell || typeof cell !== "object") continue;
        const kept = { step: stepText[cell.step] ? cell.step : "",
          words: [].concat(cell.words ?? []).filter((word) => typeof word === "string") };
        if (kept.step || kept.words.length) put[name] = kept;
      }
      show();
      draw();
    },
    follow: (state) => {
      beside = state.cells;
      for (const [name, known] of Object.entries(beside)) put[name] = known.placed;
      draw();
    },
  };
}

export default question(body);
