// The scenario explorer: facts on one side, the words that turn on them on the other, readings below.
// Python keeps the rules and says how every word stands; this file draws it and reports what was set.

import { fill, freshId, intoView, keepKeys, make, post } from "../common.js";

const SIGNS = { met: "●", "not-met": "○", open: "◐", waits: "·" };
const WAIT = 8000;

function render({ model, el }) {
  const t = model.get("strings");
  const sheet = model.get("sheet");
  el.classList.add("cq");
  if (!sheet.facts) {
    el.append(make("p", { cls: "cq-quiet", text: t.empty }));
    return;
  }
  const saved = make("span", { cls: "cq-saved", attrs: { role: "status" } });
  const told = make("p", { cls: "cq-hidden", attrs: { role: "status" } });
  const readings = make("div", { cls: "cq-readings" });
  const radios = new Map();
  const rows = new Map();
  const pieces = [];
  let asked = 0;
  let waiting = null;

  function send(message) {
    asked += 1;
    post(model, { ...message, number: asked });
    if (message.do === "show") return;
    say(t.saving);
    clearTimeout(waiting);
    waiting = setTimeout(() => say(t["no-kernel"], true), WAIT);
  }

  function say(text, trouble) {
    saved.textContent = text;
    saved.classList.toggle("cq-trouble", Boolean(trouble));
  }

  function fact(entry) {
    const name = freshId(entry.id);
    const values = entry.values.map((value) => {
      const input = make("input", {
        attrs: { type: "radio", name, value: value.id, "data-fact": entry.id },
        on: { change: () => send({ do: "set", fact: entry.id, value: value.id }) },
      });
      radios.set(`${entry.id}/${value.id}`, input);
      return make("label", { cls: "cq-value" }, input, make("span", { text: value.text }));
    });
    return make("fieldset", { cls: "cq-fact", attrs: { "data-fact": entry.id } }, make("legend", { text: entry.ask }),
      make("div", { cls: "cq-values" }, ...values));
  }

  function passage(entry) {
    const spans = entry.pieces.map((piece) => {
      const span = make("span", { cls: piece.clauses.length ? "cq-words" : "", text: piece.text });
      pieces.push({ span, clauses: piece.clauses });
      return span;
    });
    return make("p", { cls: "cq-passage" }, entry.label ? make("span", { cls: "cq-no", text: entry.label }) : null,
      make("span", { cls: "cq-quote" }, ...spans));
  }

  function clause(entry) {
    const row = {
      status: make("span", { cls: "cq-status" }),
      fresh: make("span", { cls: "cq-fresh" }),
      because: make("p", { cls: "cq-because" }),
      binds: make("span"),
    };
    const turns = entry.turns_on ? fill(t["turns-on"], { facts: entry.turns_on }) : t["turns-on-nothing"];
    row.box = make("li", { cls: "cq-clause", attrs: { "data-clause": entry.id } },
      make("div", { cls: "cq-clause-top" }, row.status, make("span", { cls: "cq-kind", text: entry.kind }), row.fresh,
        entry.in_report ? show(entry) : null),
      make("p", { cls: "cq-quote", text: `“${entry.words}”` }),
      row.because,
      make("p", { cls: "cq-small" }, row.binds, ` ${turns}`));
    rows.set(entry.id, row);
    return row.box;
  }

  function show(entry) {
    return make("button", {
      cls: "cq-plain", text: t["show-in-report"], attrs: { type: "button", "aria-label": `${t["show-in-report"]}: ${entry.words}` },
      on: { click: () => send({ do: "show", clause: entry.id }) },
    });
  }

  function reading(entry) {
    const words = entry.rests_on.map((part) => make("li", {}, make("button", {
      cls: "cq-plain cq-quote", text: `“${part.words}”`, attrs: { type: "button" },
      on: { click: () => { send({ do: "show", clause: part.id }); intoView(rows.get(part.id).box); } },
    })));
    return make("div", { cls: "cq-reading" }, make("h4", { text: entry.who }), make("p", { text: entry.argues }),
      make("p", { cls: "cq-small", text: t["rests-on"] }), make("ul", {}, ...words));
  }

  function draw() {
    const s = model.get("state");
    const lit = new Set(s.lit);
    const changed = new Set(s.changed);
    for (const [key, input] of radios) input.checked = s.facts[input.dataset.fact] === input.value;
    for (const [id, row] of rows) {
      const found = s.findings[id];
      row.status.textContent = `${SIGNS[found.status]} ${found.says}`;
      row.box.dataset.status = found.status;
      row.box.classList.toggle("cq-lit-clause", lit.has(id));
      row.fresh.textContent = changed.has(id) ? t.changed : "";
      row.because.textContent = found.because;
      row.binds.textContent = found.binds;
    }
    for (const piece of pieces) piece.span.classList.toggle("cq-lit", piece.clauses.some((id) => lit.has(id)));
    const key = JSON.stringify([s.readings, s.missing]);
    if (readings.dataset.key !== key) {
      readings.dataset.key = key;
      readings.replaceChildren(...(s.missing
        ? [make("p", { cls: "cq-quiet", text: fill(t.missing, { facts: s.missing }) })]
        : s.readings.map(reading)));
    }
    const news = [...changed].map((id) => `“${rows.get(id).box.querySelector(".cq-quote").textContent.slice(1, -1)}”: ${s.findings[id].says}`);
    told.textContent = news.length ? fill(t.news, { news: news.join("; ") }) : "";
  }

  const cases = make("div", { cls: "cq-cases", attrs: { role: "group", "aria-label": t.cases } },
    make("span", { text: t.cases }),
    ...sheet.cases.map((entry) => make("button", { text: entry.title, attrs: { type: "button" }, on: { click: () => send({ do: "case", case: entry.id }) } })),
    make("button", { cls: "cq-plain", text: t.clear, attrs: { type: "button" }, on: { click: () => send({ do: "clear" }) } }));
  const card = make("div", { cls: "cq-scenario", attrs: { role: "group", "aria-label": t.label } },
    make("p", { cls: "cq-note", text: sheet.note }),
    cases,
    make("div", { cls: "cq-facts", attrs: { role: "group", "aria-label": t.facts } }, make("h3", { text: t.facts }), ...sheet.facts.map(fact), saved, told),
    make("div", { cls: "cq-texts" }, ...sheet.texts.map((text) => make("section", { cls: "cq-text-group", attrs: { "aria-label": text.title } },
      make("h3", { text: text.title }), text.line ? make("p", { cls: "cq-small", text: text.line }) : null,
      ...text.passages.map(passage), make("ul", {}, ...text.clauses.map(clause))))),
    make("div", { cls: "cq-argued" }, make("h3", { text: t.readings }), make("p", { cls: "cq-small", text: t["readings-note"] }), readings));
  el.append(card);
  keepKeys(card);
  draw();
  model.on("change:state", draw);
  model.on("msg:custom", (message) => {
    if (message.number !== asked) return;
    clearTimeout(waiting);
    if (message.trouble) {
      say(message.trouble, true);
      draw();
    } else if (saved.textContent) say(t.saved);
  });
  return () => clearTimeout(waiting);
}

export default { render };
