// The coding desk: mark words or sentences, give each mark a kind, then compare. Python keeps and compares.

import { calls } from "../calls.js";
import { fill, find, focused, freshId, make } from "../common.js";
import { sample } from "../marks.js";
import { widget } from "../widget.js";
import { codingResult } from "./coding_desk_result.js";
import { codingText } from "./coding_desk_text.js";

// What is no step of the work is not kept until it is on the disk.
const HOW = { show: { saying: "" }, compare: {} };

function render({ model, el, t }) {
  const root = make("div.cq-desk", { role: "group", "aria-label": t["desk-label"] });
  const saved = make("span.cq-saved", { role: "status" });
  const kinds = { actors: "", statements: "", events: "" }; // the kind of the next mark
  const line = calls(model, { line: saved,
    answered: (message) => (message.told ? `${t.saved}. ${message.told}` : t.saved) });
  const send = (message) => line.send(message, HOW[message.do] ?? { keeps: freshId(message.do) });

  const layer = () => model.get("layers").find((one) => one.name === model.get("layer"));

  // What to mark, where, and by what.
  function switches(label, name, choices) {
    const buttons = choices.map(([value, text]) =>
      make("button", { text, "data-choose": `${name}:${value}`, onclick: () => send({ do: "choose", [name]: value }) })
    );
    const node = make("div.cq-desk-switch", { role: "group", "aria-label": label },
      make("span", { text: label, "aria-hidden": "true" }), ...buttons);
    const draw = () => {
      for (const [i, button] of buttons.entries()) {
        button.setAttribute("aria-pressed", String(choices[i][0] === model.get(name)));
      }
    };
    return { node, draw };
  }
  const chosen = [switches(t.part, "part", model.get("parts").map((one) => [one.id, one.title])),
    switches(t.layer, "layer", model.get("layers").map((one) => [one.name, one.title])),
    switches(t.unit, "unit", [["word", t["unit-word"]], ["sentence", t["unit-sentence"]]])];

  const help = make("p.cq-desk-help");
  const key = make("p.cq-desk-help", t["lit-key"]);
  const onBrush = (kind) => {
    kinds[model.get("layer")] = kind;
    drawBook();
  };
  const text = codingText({ model, t, layer, send, say: line.say, brush: () => kinds[model.get("layer")], onBrush });

  // The codebook, which is also the choice of a kind.
  const book = make("div.cq-desk-book", { role: "group" });

  function drawBook() {
    const here = layer();
    const group = freshId("kind");
    const inside = book.contains(focused());
    book.setAttribute("aria-label", fill(t.book, { layer: here.title }));
    const radios = here.kinds.map((kind, i) => {
      const input = make("input", { type: "radio", name: group, value: kind.name,
        checked: kind.name === kinds[here.name], onchange: () => {
          kinds[here.name] = kind.name;
        } });
      const title = make("span", make("b", kind.title), kind.means ? ` ${kind.means}` : "");
      return make("label", input, make("span.cq-desk-key", { text: i ? String(i % 10) : "", "aria-hidden": "true" }),
        sample(here.name, kind.pattern), title);
    });
    book.replaceChildren(make("p.cq-desk-group", fill(t.book, { layer: here.title })),
      ...[here.what, here.how].filter(Boolean).map((words) => make("p", words)),
      make("fieldset", make("legend", t["next-kind"]), ...radios));
    if (inside) find(book, "input:checked")?.focus();
  }

  // The list of marks.
  const listTitle = make("p.cq-desk-group");
  const list = make("ul");
  const undo = make("button", { text: t.undo,
    onclick: () => undo.getAttribute("aria-disabled") !== "true" && send({ do: "undo" }) });
  const compare = make("button.cq-main", { onclick: () => send({ do: "compare" }) });

  function drawList() {
    const marks = model.get("marks");
    const there = list.contains(focused()) ? focused() : null;
    const [id, tag] = [there?.closest("li")?.dataset.mark, there?.tagName];
    const rowOf = [...list.querySelectorAll("li")].findIndex((row) => row.dataset.mark === id);
    listTitle.textContent = fill(t["marks-title"], { count: marks.length });
    const rows = marks.map((m) => {
      const select = make("select", { "aria-label": fill(t["kind-of"], { words: m.words }),
        onchange: () => send({ do: "kind", id: m.id, kind: select.value }) },
        ...layer().kinds.map((kind) => make("option", { text: kind.title, value: kind.name })));
      select.value = m.kind;
      return make("li", { "data-mark": m.id }, make("span.cq-desk-place", m.place), make("span.cq-quote", m.words),
        select,
        make("button.cq-plain", { text: t.remove, "aria-label": fill(t["remove-label"], { words: m.words }),
          onclick: () => send({ do: "remove", id: m.id }) }));
    });
    list.replaceChildren(...(rows.length ? rows : [make("li.cq-quiet", t["no-marks"])]));
    const again = rows.find((row) => row.dataset.mark === id) ?? rows[Math.min(rowOf, rows.length - 1)];
    if (id) ((again && find(again, String(tag))) ?? undo).focus();
    undo.setAttribute("aria-disabled", String(!model.get("undoable")));
  }

  const result = codingResult({ t, onChoose: (number) => {
    text.light(number === null ? { mine: [], theirs: [] } : model.get("result").differences[number]);
    key.hidden = number === null;
    if (number !== null) send({ do: "show", at: number });
  } });

  function draw() {
    for (const one of chosen) one.draw();
    text.node.setAttribute("aria-label", fill(t["text-label"], { layer: layer().title }));
    help.textContent = t[`help-${model.get("unit")}`];
    const compared = model.get("result");
    compare.textContent = compared.table ? t["compare-again"] : t.compare;
    drawList();
    result.draw(compared, layer().title);
    text.draw();
  }

  root.append(make("div.cq-desk-top", ...chosen.map((one) => one.node)),
    make("div.cq-desk-columns",
      make("div", help, text.node, key, make("div.cq-desk-actions", undo, compare, saved), listTitle, list), book),
    result.node);
  el.append(root);
  key.hidden = true;
  text.buildText();
  drawBook();
  draw();

  // Several traits change at once: draw when all are there.
  let planned = new Set();
  function plan(...names) {
    if (!planned.size)
      queueMicrotask(() => {
        const had = planned;
        planned = new Set();
        if (had.has("text")) text.buildText();
        else if (had.has("unit")) text.buildUnits();
        if (had.has("layer")) drawBook();
        draw();
      });
    for (const name of names) planned.add(name);
  }
  for (const name of ["text", "unit", "layer", "part", "marks", "undoable", "result"])
    model.on(`change:${name}`, () => plan(name));
  line.again();
  return line.close;
}

export default widget(render);
