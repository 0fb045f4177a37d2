// The text of the coding desk: words or sentences to mark, the marks on them, and what a comparison lights.
// Python is asked to mark and to take away; what is drawn is what Python says is marked.

import { fill, make, moveFocus, numberOf, within } from "../common.js";
import { drawMarks, lanes, STEP } from "../marks.js";
import { inText } from "../moves.js";

export function codingText({ model, t, layer, send, brush, onBrush, say }) {
  const lit = { mine: [], theirs: [] };
  /** @type {number | null} */
  let anchor = null;
  /** @type {number | null} */
  let drag = null;
  let at = 0;
  let words = []; // {node, box, paragraph, number, piece} of every word, in order
  let paragraphs = [];
  const bySentence = () => model.get("unit") === "sentence";

  const text = make("div.cq-desk-text", { role: "listbox", "aria-multiselectable": "true" });

  function buildText() {
    words = [];
    paragraphs = model.get("text").map((paragraph) => {
      const spans = [];
      const line = make("span", { role: "presentation" });
      paragraph.sentences.forEach((pieces, sentence) => {
        const box = make("span.cq-desk-sentence", { role: "presentation" });
        for (const piece of pieces) {
          const node = make("span.cq-desk-piece", piece.text);
          if (piece.word)
            words.push({ node, box, paragraph: paragraph.id, number: piece.word, sentence, piece: spans.length });
          spans.push(node);
          box.append(node);
        }
        line.append(box);
      });
      const row = make("p", { role: "presentation" }, numberOf(paragraph.place), line);
      return { id: paragraph.id, spans, row };
    });
    text.replaceChildren(...paragraphs.map((one) => one.row));
    buildUnits();
  }

  let units = []; // what the arrow keys move over: {node, paragraph, first, last}
  function buildUnits() {
    const focused = text.contains(document.activeElement);
    for (const node of text.querySelectorAll("[role=\"option\"]"))
      for (const name of ["role", "tabindex", "aria-selected", "aria-label"]) node.removeAttribute(name);
    const was = units[at];
    units = [];
    for (const word of words) {
      const before = units.at(-1);
      if (bySentence() && before?.node === word.box) {
        before.last = word.number;
        continue;
      }
      units.push({ node: bySentence() ? word.box : word.node, paragraph: word.paragraph, first: word.number,
        last: word.number });
    }
    for (const box of text.querySelectorAll(".cq-desk-sentence"))
      if (!bySentence()) box.setAttribute("role", "presentation");
    at = was
      ? Math.max(0, units.findIndex((u) =>
        u.paragraph === was.paragraph && u.first <= was.first && was.first <= u.last
      ))
      : 0;
    units.forEach(({ node }, i) => {
      node.setAttribute("role", "option");
      node.tabIndex = i === at ? 0 : -1;
    });
    if (focused) units[at]?.node.focus(); // anyone who is in the text already stays at the same words
    anchor = null;
  }

  const unitOf = (node) => units.findIndex((unit) => unit.node.contains(node));
  const markOn = (unit) =>
    model.get("marks").filter((m) => m.paragraph === unit.paragraph && m.first <= unit.last && unit.first <= m.last)
      .sort((a, b) => a.last - a.first - b.last + b.first)[0];
  const chosenUnits = () => (anchor === null ? [at, at] : [Math.min(anchor, at), Math.max(anchor, at)]);

  function mark(first, last) {
    anchor = null;
    const [from, to] = [units[first], units[last]];
    send({ do: "mark", paragraph: from.paragraph, first: from.first, last: to.last, kind: brush() });
    draw();
  }

  function toggle() {
    const [first, last] = chosenUnits();
    const unit = units[at];
    const whole = model.get("marks").find((m) =>
      m.paragraph === unit.paragraph && m.first === unit.first && m.last === unit.last
    );
    const there = whole ?? (bySentence() ? undefined : markOn(unit));
    if (first !== last || !there) mark(first, last);
    else send({ do: "remove", id: there.id });
  }

  function move(to, extend) {
    to = within(to, units.length);
    if (extend && units[to].paragraph === units[anchor ?? at].paragraph) anchor ??= at;
    else if (extend) return;
    else anchor = null;
    at = moveFocus(units.map((unit) => unit.node), at, to);
    draw();
  }

  text.addEventListener("keydown", (event) => {
    if (unitOf(event.target) < 0) return;
    at = unitOf(event.target);
    const to = inText(event.key, at, units.map((unit) => unit.paragraph));
    const kind = layer().kinds[{ 0: 10 }[event.key] ?? Number(event.key)];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === " " || event.key === "Enter") toggle();
    else if (event.key === "Escape" && anchor !== null) {
      anchor = null;
      draw();
    } else if (/^[0-9]$/.test(event.key) && kind && !event.ctrlKey && !event.metaKey && !event.altKey)
      giveKind(kind.name);
    else return;
    event.preventDefault();
  });

  function giveKind(kind) {
    const there = markOn(units[at]);
    if (there) send({ do: "kind", id: there.id, kind });
    else onBrush(kind);
  }

  // The mouse: a click is one unit, drawing over several is one mark; Shift and a click is a mark up to there.
  text.addEventListener("pointerdown", (event) => {
    drag = event.button ? null : unitOf(event.target);
  });
  text.addEventListener("pointerover", (event) => {
    const over = unitOf(event.target);
    if (drag === null || drag < 0 || over < 0 || !event.buttons || units[over].paragraph !== units[drag].paragraph)
      return;
    anchor = drag === over ? null : drag;
    at = over;
    draw();
  });
  text.addEventListener("pointerup", () => {
    if (drag !== null && anchor !== null) mark(...chosenUnits());
    drag = null;
  });
  text.addEventListener("click", (event) => {
    const here = unitOf(event.target);
    if (here < 0) return;
    move(here, event.shiftKey && units[here].paragraph === units[at].paragraph);
    toggle();
  });

  function draw() {
    const marks = model.get("marks");
    const rows = Object.fromEntries(
      marks.map((m) => [m.id, { layer: model.get("layer"), pattern: layer().kinds.find((k) =>
        k.name === m.kind
      )?.pattern }])
    );
    const covers = (m, word) => m.paragraph === word.paragraph && m.first <= word.number && word.number <= m.last;
    for (const paragraph of paragraphs) {
      const place = (number) => words.find((word) => word.paragraph === paragraph.id && word.number === number).piece;
      const here = lanes(
        marks.filter((m) => m.paragraph === paragraph.id).map((m) => ({ row: m.id, first: place(m.first),
          last: place(m.last) })
        )
      );
      const depth = here.length ? Math.max(...here.map((m) => m.lane)) + 1 : 0;
      drawMarks(paragraph.spans, here, rows, depth);
      paragraph.row.style.lineHeight = depth > 1 ? `calc(1.8em + ${(depth - 1) * STEP}px)` : "";
      for (const name of ["mine", "theirs"]) {
        const on = lit[name].filter((m) => m.paragraph === paragraph.id).map((m) => [place(m.first), place(m.last)]);
        for (const [i, span] of paragraph.spans.entries()) {
          span.classList.toggle(`cq-lit-${name}`, on.some(([first, last]) => first <= i && i <= last));
        }
      }
    }
    for (const word of words) word.node.classList.toggle("cq-marked", marks.some((m) => covers(m, word)));
    const [first, last] = chosenUnits();
    units.forEach((unit, i) => {
      const there = markOn(unit);
      unit.node.setAttribute("aria-selected", String(Boolean(there)));
      if (there)
        unit.node.setAttribute("aria-label",
          `${unit.node.textContent} – ${layer().kinds.find((one) => one.name === there.kind)?.title ?? there.kind}`);
      else unit.node.removeAttribute("aria-label");
      unit.node.classList.toggle("cq-chosen", anchor !== null && first <= i && i <= last);
      unit.node.tabIndex = i === at ? 0 : -1;
    });
    if (anchor !== null) say(fill(t.chosen, { count: units[last].last - units[first].first + 1 }));
  }

  function light(marks) {
    [lit.mine, lit.theirs] = [marks.mine, marks.theirs];
    draw();
  }

  return { node: text, buildText, buildUnits, draw, light };
}
