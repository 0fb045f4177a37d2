// The headline workshop: choose or write a headline, and see what it does with the report.
// Python compares and keeps; this file draws what it is given, all of it as text.

import { calls, later, speaker } from "../calls.js";
import { fill, find, freshId, keepKeys, make, replace } from "../common.js";

const SIGNS = { kept: "●", surer: "▲", softer: "▽", denied: "✕", dropped: "○" };

function render({ model, el }) {
  const t = model.get("strings");
  const most = model.get("most");
  const group = freshId("headline");
  const inputId = freshId("own");
  const open = new Set(); // facts and loaded words whose words are shown
  let drawnChoices = "";
  let chosenId = "";

  el.classList.add("cq");
  const saved = make("span", { cls: "cq-saved", role: "status" });
  const choices = make("div", { cls: "cq-choices", role: "radiogroup", "aria-label": t["choose-label"] });
  const line = make("input", { id: inputId, type: "text", maxlength: String(most), spellcheck: "true",
    autocomplete: "off", oninput: typed, onkeydown: onEnter });
  const used = make("span", { cls: "cq-quiet cq-used" });
  const keep = make("button", { cls: "cq-main", text: t["write-button"], onclick: write });
  const result = make("div", { cls: "cq-result" });
  el.append(
    make("div", { cls: "cq-workshop", role: "group", "aria-label": t["workshop-label"] }, choices,
      make("div", { cls: "cq-write" }, make("label", { text: t["write-label"], for: inputId }), line,
        make("div", { cls: "cq-actions" }, keep, used, saved)), result)
  );
  keepKeys(el);
  const say = speaker(saved);
  const answers = calls(model, { t, say, answered });
  const draft = later(() => send({ do: "draft", text: line.value }), 1200);

  function send(message) {
    answers.send(message, { saying: "" });
  }

  function answered(message) {
    if (message.draft) return t["draft-saved"];
    if (!message.wrote) return saved.classList.contains("cq-trouble") ? "" : undefined;
    show("");
    return t.saved;
  }

  function show(words) {
    line.value = words;
    typed();
    draft.stop();
  }

  function typed() {
    used.textContent = fill(t.count, { used: [...line.value].length, most });
    say("");
    draft.soon();
  }

  function onEnter(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    write();
  }

  function write() {
    draft.stop();
    answers.send({ do: "write", text: line.value });
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
    return make("div", { cls: "cq-part" }, make("p", { cls: "cq-part-title", text: t[`group-${kind}`] }),
      ...entries.map((c) =>
        make("label", { cls: "cq-headline-choice", "data-kind": kind },
          make("input", { type: "radio", name: group, value: c.id, onchange: () => send({ do: "choose", id: c.id }) }),
          make("span", { cls: "cq-quote", text: c.text }), make("span", { cls: "cq-tag", text: t[`kind-${kind}`] }))
      ));
  }

  function headline(pieces) {
    return make("p", { cls: "cq-shown cq-quote" },
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
    return make("div", { cls: "cq-side" },
      make("p", { cls: "cq-side-title" }, make("span", { text: title }), make("span", { cls: "cq-tag", text: tag })),
      headline(pieces), make("p", { cls: "cq-sum", text: sum(count) }));
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
    return make("div", { cls: "cq-words" },
      make("button", { cls: "cq-plain", text, "aria-expanded": String(shown),
        "aria-label": fill(t["show-of"], { show: text, text: label }), "data-show": name, onclick: press }),
      shown
        ? make("div", { cls: "cq-words-box" }, ...quotes.map((q) =>
          make("span", { cls: "cq-quote", text: `${q.paragraph}: “${q.words}”` })
        ), make("button", { cls: "cq-plain", text: t["in-report"], onclick: () =>
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
    return make("td", { cls: "cq-held", "data-outcome": held.outcome, "data-label": label },
      make("span", { cls: "cq-outcome", text: `${SIGNS[held.outcome]} ${t[held.outcome]}` }),
      held.words.length ? make("span", { cls: "cq-by", text: quoted }) : null,
      why ? make("span", { cls: "cq-why", text: why }) : null);
  }

  function facts(r) {
    const both = r.kind !== "report";
    const head = [t["fact-column"], t.here, ...(both ? [t.report] : [])];
    return make("table", { cls: both ? "cq-facts cq-both" : "cq-facts" },
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { text, scope: "col" })))),
      make("tbody", {},
        ...r.facts.map((fact) =>
          make("tr", { cls: fact.here.outcome === "dropped" ? "" : "cq-named", "data-fact": fact.id },
            make("th", { scope: "row" }, make("span", { text: fact.text }), words(fact.id, fact.text, fact.words)),
            cell(fact.here, fact, t.here), both ? cell(fact.report, fact, t.report) : null)
        )));
  }

  function box(cls, title, ...nodes) {
    return make("div", { cls: `cq-box ${cls}` }, make("p", { cls: "cq-box-title", text: title }), ...nodes);
  }

  function added(r) {
    const told = r.added.length
      ? [make("ul", { cls: "cq-list" }, ...r.added.map((word) => make("li", { cls: "cq-quote", text: word }))),
        make("p", { cls: "cq-quiet", text: t["added-help"] })]
      : [make("p", { text: t["added-none"] })];
    const read = r.readAs.map(([written, known]) =>
      make("p", { cls: "cq-quiet", text: fill(t["read-as"], { written, known }) })
    );
    return box("cq-added-box", t["added-title"], ...told, ...read);
  }

  function loaded(r) {
    const lines = r.loaded.map((word) =>
      make("li", {}, make("b", { cls: "cq-quote", text: `“${word.text}”` }),
        word.whose ? make("span", { text: fill(t["loaded-whose"], word) }) : null, make("span", { text: word.instead }),
        word.whose && !word.quoted && r.kind !== "report" ? make("span", { text: t["loaded-bare"] }) : null,
        words(word.id, word.text, word.words))
    );
    return box("cq-loaded-box", t["loaded-title"],
      lines.length ? make("ul", {}, ...lines) : make("p", { text: t["loaded-none"] }));
  }

  function legend() {
    return make("p", { cls: "cq-signs" },
      ...["fact", "loaded", "added"].map((name) => make("span", { cls: `cq-${name}`, text: t[`sign-${name}`] })));
  }

  function drawResult() {
    const r = model.get("result");
    if (r.id !== chosenId) open.clear();
    chosenId = r.id;
    if (!r.facts.length) {
      result.replaceChildren(headline(r.pieces), make("p", { cls: "cq-quiet", text: t["no-facts"] }));
      return;
    }
    const sides = make("div", { cls: "cq-sides" }, side(t.here, t[`kind-${r.kind}`], r.pieces, r.count),
      r.kind === "report" ? null : side(t.report, t["kind-report"], r.report.pieces, r.report.count));
    const leans = r.leans
      ? make("details", { cls: "cq-leans" }, make("summary", { text: t.leans }), make("p", { text: r.leans }))
      : null;
    replace(result, sides, legend(), leans, r.strange && make("p", { cls: "cq-strange", text: t.strange }), facts(r),
      make("div", { cls: "cq-boxes" }, added(r), loaded(r)), make("p", { cls: "cq-quiet cq-limits", text: t.limits }));
  }

  model.on("change:choices change:chosen", drawChoices);
  model.on("change:result", drawResult);
  show(model.get("draft"));
  drawChoices();
  drawResult();
  return () => {
    draft.finish(); // what was typed a moment ago is kept too
    answers.close();
  };
}

export default { render };
