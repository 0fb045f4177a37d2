// The scenario explorer: facts on one side, the words that turn on them on the other, readings below.
// Python keeps the rules and says how every word stands; this file draws it and reports what was set.

import { calls } from "../calls.js";
import { fill, freshId, intoView, make } from "../common.js";
import { widget } from "../widget.js";

const SIGNS = { met: "●", "not-met": "○", open: "◐", waits: "·" };

function render({ model, el, t }) {
  const sheet = model.get("sheet");
  if (!sheet.facts) {
    el.append(make("p.cq-quiet", t.empty));
    return;
  }
  const saved = make("span.cq-saved", { role: "status" });
  const told = make("p.cq-hidden", { role: "status" });
  const readings = make("div.cq-readings");
  const radios = [];
  const rows = new Map();
  const pieces = [];
  const line = calls(model, { line: saved, answered: () => (saved.textContent ? t.saved : undefined), refused: draw });
  const light = (clause) => line.send({ do: "show", clause }, { saying: "", waits: false });

  function fact(entry) {
    const name = freshId(entry.id);
    const values = entry.values.map((value) => {
      const input = make("input", { type: "radio", name, value: value.id, "data-fact": entry.id,
        onchange: () => line.send({ do: "set", fact: entry.id, value: value.id }, { keeps: `set ${entry.id}` }) });
      radios.push(input);
      return make("label.cq-value", input, make("span", value.text));
    });
    return make("fieldset.cq-fact", { "data-fact": entry.id }, make("legend", entry.ask),
      make("div.cq-values", ...values));
  }

  function passage(entry) {
    const spans = entry.pieces.map((piece) => {
      const span = make("span", { cls: piece.clauses.length ? "cq-words" : "", text: piece.text });
      pieces.push({ span, clauses: piece.clauses });
      return span;
    });
    return make("p.cq-passage", entry.label ? make("span.cq-no", entry.label) : null, make("span.cq-quote", ...spans));
  }

  function clause(entry) {
    const row = { status: make("span.cq-status"), fresh: make("span.cq-fresh"), because: make("p.cq-because"),
      binds: make("span") };
    const turns = entry.turns_on ? fill(t["turns-on"], { facts: entry.turns_on }) : t["turns-on-nothing"];
    row.box = make("li.cq-clause", { "data-clause": entry.id },
      make("div.cq-clause-top", row.status, make("span.cq-kind", entry.kind), row.fresh,
        entry.in_report ? show(entry) : null), make("p.cq-quote", `“${entry.words}”`), row.because,
      make("p.cq-small", row.binds, ` ${turns}`));
    rows.set(entry.id, row);
    return row.box;
  }

  function show(entry) {
    return make("button.cq-plain", { text: t["show-in-report"], "aria-label": `${t["show-in-report"]}: ${entry.words}`,
      onclick: () => light(entry.id) });
  }

  function reading(entry) {
    const words = entry.rests_on.map((part) =>
      make("li", make("button.cq-plain.cq-quote", { text: `“${part.words}”`, onclick: () => {
        light(part.id);
        intoView(rows.get(part.id).box);
      } }))
    );
    return make("div.cq-reading", make("h4", entry.who), make("p", entry.argues), make("p.cq-small", t["rests-on"]),
      make("ul", ...words));
  }

  function draw() {
    const s = model.get("state");
    const lit = new Set(s.lit);
    const changed = new Set(s.changed);
    for (const input of radios) input.checked = s.facts[input.dataset.fact] === input.value;
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
      readings.replaceChildren(
        ...(s.missing ? [make("p.cq-quiet", fill(t.missing, { facts: s.missing }))] : s.readings.map(reading))
      );
    }
    const news = [...changed].map((id) =>
      `“${rows.get(id).box.querySelector(".cq-quote").textContent.slice(1, -1)}”: ${s.findings[id].says}`
    );
    told.textContent = news.length ? fill(t.news, { news: news.join("; ") }) : "";
  }

  const cases = make("div.cq-cases", { role: "group", "aria-label": t.cases }, make("span", t.cases),
    ...sheet.cases.map((entry) =>
      make("button", { text: entry.title, onclick: () =>
        line.send({ do: "case", case: entry.id }, { keeps: freshId("case") }) })
    ),
    make("button.cq-plain", { text: t.clear, onclick: () => line.send({ do: "clear" }, { keeps: freshId("clear") }) }));
  const facts = make("div.cq-facts", { role: "group", "aria-label": t.facts }, make("h3", t.facts),
    ...sheet.facts.map(fact), saved, told);
  const texts = sheet.texts.map((text) =>
    make("section.cq-text-group", { "aria-label": text.title }, make("h3", text.title),
      text.line ? make("p.cq-small", text.line) : null, ...text.passages.map(passage),
      make("ul", ...text.clauses.map(clause)))
  );
  // the facts stay in view beside the clauses, and end with them: below, they would cover what is argued
  const card = make("div.cq-scenario", { role: "group", "aria-label": t.label }, make("p.cq-note", sheet.note), cases,
    make("div.cq-both", facts, make("div.cq-texts", ...texts)),
    make("div", make("h3", t.readings), make("p.cq-small", t["readings-note"]), readings));
  el.append(card);
  draw();
  model.on("change:state", draw);
  line.again();
  return line.close;
}

export default widget(render);
