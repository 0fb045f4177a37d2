// The headline workshop: choose or write a headline, and see what it does with the report.
// Python compares and keeps; this file draws what it is given, all of it as text.

import { calls, later } from "../calls.js";
import { fill, find, freshId, make, replace, wordsAt } from "../common.js";
import { widget } from "../widget.js";

const SIGNS = { kept: "●", surer: "▲", softer: "▽", denied: "✕", dropped: "○" };

function render({ model, el, t }) {
  const most = model.get("most");
  const group = freshId("headline");
  const inputId = freshId("own");
  const open = new Set(); // facts and loaded words whose words are shown
  let drawnChoices = "";
  let chosenId = "";
  const saved = make("span.cq-saved", { role: "status" });
  const choices = make("div.cq-choices", { role: "radiogroup", "aria-label": t["choose-label"] });
  const line = make("input", { id: inputId, type: "text", maxlength: String(most), spellcheck: "true",
    autocomplete: "off", oninput: typed, onkeydown: onEnter });
  const used = make("span.cq-quiet.cq-used");
  const keep = make("button.cq-main", { text: t["write-button"], onclick: write });
  const result = make("div.cq-result");
  el.append(
    make("div.cq-workshop", { role: "group", "aria-label": t["workshop-label"] }, choices,
      make("div.cq-write", make("label", { text: t["write-label"], for: inputId }), line,
        make("div.cq-actions", keep, used, saved)), result)
  );
  const answers = calls(model, { line: saved, answered });
  const { say, kept } = answers;
  const draft = later(() => answers.send({ do: "draft", text: line.value }, { saying: "", covers: ["draft"] }), 1200);

  function send(message) {
    answers.send(message, { saying: "", keeps: message.do === "choose" ? "choose" : undefined });
  }

  function answered(message) {
    if (message.draft) return t["draft-saved"];
    if (!message.wrote) return saved.classList.contains("cq-trouble") ? "" : undefined;
    if (!kept.holds("draft")) show(""); // the next headline may have been begun
    return t.saved;
  }

  function show(words) {
    line.value = words;
    count();
    say("");
    draft.stop();
  }

  function typed() {
    kept.keep("draft", { do: "draft", text: line.value });
    count();
    say("");
    draft.soon();
  }

  function count() {
    used.textContent = fill(t.count, { used: [...line.value].length, most });
  }

  function onEnter(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    write();
  }

  function write() {
    draft.stop();
    answers.send({ do: "write", text: line.value }, { covers: ["draft"] });
  }

  function drawChoices() {
    const all = model.get("choices");
    const key = JSON.stringify(all);
    const inside = choices.contains(document.activeElement);
    if (key !== drawnChoices) {
      drawnChoices = key;
      replace(choices, ...["report", "constructed", "own"].map((kind) =>
        part(kind, all.filter((c) => c.kind === kind))
      ));
    }
    for (const input of choices.querySelectorAll("input")) {
      input.checked = input.value === model.get("chosen");
      if (input.checked && inside) input.focus();
    }
  }

  function part(kind, entries) {
    if (!entries.length) return null;
    return make("div.cq-part", make("p.cq-part-title", t[`group-${kind}`]),
      ...entries.map((c) =>
        make("label.cq-headline-choice", { "data-kind": kind },
          make("input", { type: "radio", name: group, value: c.id, onchange: () => send({ do: "choose", id: c.id }) }),
          make("span.cq-quote", c.text), make("span.cq-hidden", t[`kind-${kind}`]))
      ));
  }

  function headline(pieces) {
    return make("p.cq-shown.cq-quote",
      ...pieces.map((piece) =>
        make("span", { cls: piece.names.map((name) => `cq-${name}`).join(" "), text: piece.text })
      ));
  }

  function sum(count) {
    const more = ["surer", "softer", "denied"].filter((name) => count[name]).map((name) =>
      fill(t[`sum-${name}`], count)
    );
    return [fill(t.sum, count), ...more].join(" · ");
  }

  function side(title, tag, pieces, count) {
    return make("div.cq-side", make("p.cq-side-title", make("span", title), make("span.cq-tag", tag)), headline(pieces),
      make("p.cq-sum", sum(count)));
  }

  // A button that shows words of the report under itself, and lights them in the reader.
  function words(name, label, quotes) {
    if (!quotes.length) return null;
    const shown = open.has(name);
    const press = () => {
      if (shown) open.delete(name);
      else {
        open.add(name);
        send({ do: "show", fact: name });
      }
      drawResult();
      find(result, `[data-show="${CSS.escape(name)}"]`)?.focus();
    };
    const text = shown ? t.hide : t.show;
    return make("div.cq-words",
      make("button.cq-plain", { text, "aria-expanded": String(shown),
        "aria-label": fill(t["show-of"], { show: text, text: label }), "data-show": name, onclick: press }),
      shown
        ? make("div.cq-words-box", ...quotes.map((q) => wordsAt(q.paragraph, q.words)),
          make("button.cq-plain", { text: t["in-report"], onclick: () =>
            send({ do: "show", fact: name, scroll: true }) }))
        : null);
  }

  function cell(held, fact, label) {
    const quoted = held.words.map((word) => `“${word}”`).join(" ");
    const why = held.outcome === "surer" && fact.suchAs
      ? fill(t["surer-why"], { such: fact.suchAs })
      : held.outcome === "softer"
      ? t["softer-why"]
      : "";
    return make("td.cq-held", { "data-outcome": held.outcome, "data-label": label },
      make("span.cq-outcome", `${SIGNS[held.outcome]} ${t[held.outcome]}`),
      held.words.length ? make("span.cq-by", quoted) : null, why ? make("span.cq-why", why) : null);
  }

  function facts(r) {
    const both = r.kind !== "report";
    const head = [t["fact-column"], t.here, ...(both ? [t.report] : [])];
    return make("table", { cls: both ? "cq-facts cq-both" : "cq-facts" },
      make("thead", make("tr", ...head.map((text) => make("th", { text, scope: "col" })))),
      make("tbody",
        ...r.facts.map((fact) =>
          make("tr", { cls: fact.here.outcome === "dropped" ? "" : "cq-named", "data-fact": fact.id },
            make("th", { scope: "row" }, make("span", fact.text), words(fact.id, fact.text, fact.words)),
            cell(fact.here, fact, t.here), both ? cell(fact.report, fact, t.report) : null)
        )));
  }

  function box(cls, title, ...nodes) {
    return make("div", { cls: `cq-box ${cls}` }, make("p.cq-box-title", title), ...nodes);
  }

  function added(r) {
    const told = r.added.length
      ? [make("ul.cq-list", ...r.added.map((word) => make("li.cq-quote", word))), make("p.cq-quiet", t["added-help"])]
      : [make("p", t["added-none"])];
    const read = r.readAs.map(([written, known]) => make("p.cq-quiet", fill(t["read-as"], { written, known })));
    return box("cq-added-box", t["added-title"], ...told, ...read);
  }

  function loaded(r) {
    const lines = r.loaded.map((word) =>
      make("li", make("b.cq-quote", `“${word.text}”`), word.whose ? make("span", fill(t["loaded-whose"], word)) : null,
        make("span", word.instead),
        word.whose && !word.quoted && r.kind !== "report" ? make("span", t["loaded-bare"]) : null,
        words(word.id, word.text, word.words))
    );
    return box("cq-loaded-box", t["loaded-title"], lines.length ? make("ul", ...lines) : make("p", t["loaded-none"]));
  }

  function legend() {
    return make("p.cq-signs",
      ...["fact", "loaded", "added"].map((name) => make("span", { cls: `cq-${name}`, text: t[`sign-${name}`] })));
  }

  function drawResult() {
    const r = model.get("result");
    if (r.id !== chosenId) open.clear();
    chosenId = r.id;
    if (!r.facts.length) {
      result.replaceChildren(headline(r.pieces), make("p.cq-quiet", t["no-facts"]));
      return;
    }
    const sides = make("div.cq-sides", side(t.here, t[`kind-${r.kind}`], r.pieces, r.count),
      r.kind === "report" ? null : side(t.report, t["kind-report"], r.report.pieces, r.report.count));
    const leans = r.leans ? make("details.cq-leans", make("summary", t.leans), make("p", r.leans)) : null;
    replace(result, sides, legend(), leans, r.strange && make("p.cq-strange", t.strange), facts(r),
      make("div.cq-boxes", added(r), loaded(r)), make("p.cq-quiet.cq-limits", t.limits));
  }

  model.on("change:choices change:chosen", drawChoices);
  model.on("change:result", drawResult);
  show(model.get("draft"));
  drawChoices();
  drawResult();
  model.on("change:draft", () => kept.holds("draft") || line.value === model.get("draft") || show(model.get("draft")));
  answers.again((message) => message.do === "draft" && show(message.text));
  return () => {
    draft.finish(); // what was typed a moment ago is kept too
    answers.close();
  };
}

export default widget(render);
