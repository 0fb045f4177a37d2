// The article of the review bench: the words of a row light up, and words are marked by keyboard or mouse.
// Python says which pieces are lit; the page says from which unit to which a mark goes. No offset crosses.

import { fill, make, numberOf, replace, within } from "../common.js";
import { inParagraphs } from "../moves.js";

const FIND_PAUSE = 1500;

export function benchText({ t, onMark, onPick, onLeave }) {
  let units = []; // {node, paragraph, number}: what the cursor moves over
  let paragraphs = []; // {id, node, pieces: [{node, number}]}
  /** @type {number | null} */
  let anchor = null; // where marking began
  /** @type {number | null} */
  let drag = null; // where the mouse was pressed; -1 beside the words
  /** @type {any} */
  let mode = null; // what is being marked
  let at = 0, typed = "", typedAt = 0;
  const bar = make("div.cq-mark-bar", { role: "group" });
  const page = make("div.cq-page", { role: "listbox", "aria-label": t.article, "aria-multiselectable": "true" });
  const say = make("p.cq-hidden", { role: "status" });
  const node = make("div.cq-article", bar, page, say);
  bar.hidden = true;

  function build(text) {
    units = [];
    paragraphs = text.map((paragraph) => {
      const pieces = paragraph.pieces.map(([words, number]) => {
        const piece = make("span", { text: words,
          ...(number ? { role: "option", tabindex: "-1", "aria-selected": "false" } : {}) });
        if (number) units.push({ node: piece, paragraph: paragraph.id, number });
        return { node: piece, number };
      });
      const head = paragraph.id === "headline";
      const box = make("p", { cls: head ? "cq-headline" : "", role: "presentation" }, numberOf(paragraph.id),
        make("span", { role: "presentation" }, ...pieces.map((one) => one.node)));
      return { id: paragraph.id, node: box, pieces };
    });
    page.replaceChildren(...paragraphs.map((one) => one.node));
    at = Math.min(at, Math.max(0, units.length - 1));
    draw();
  }

  // The words of a row: each role has its own look, and `quiet` marks are other names of an actor.
  function light(marks) {
    for (const paragraph of paragraphs) {
      const here = marks.filter((m) => m.paragraph === paragraph.id);
      const index = (number) => paragraph.pieces.findIndex((piece) => piece.number === number);
      const ranges = here.map((m) => ({ role: m.role, first: index(m.first), last: index(m.last) }));
      paragraph.pieces.forEach((piece, i) => {
        const roles = ranges.filter((r) => r.first <= i && i <= r.last).map((r) => r.role);
        piece.node.className = roles.length ? `cq-lit ${roles.map((role) => `cq-role-${role}`).join(" ")}` : "";
      });
    }
    const main = marks.find((m) => m.role !== "alias") ?? marks[0];
    const first = main && units.find((unit) => unit.paragraph === main.paragraph && unit.number === main.first);
    if (first && !mode) at = units.indexOf(first);
    draw();
    if (first) show(first.node);
  }

  // Only the article moves, never the notebook around it.
  function show(target) {
    const [box, spot] = [page.getBoundingClientRect(), target.getBoundingClientRect()];
    if (spot.top < box.top + 40 || spot.bottom > box.bottom - 40) page.scrollTop += spot.top - box.top - box.height / 3;
  }

  function begin(next) {
    mode = next;
    const mark = next.mark
      && [next.mark.first, next.mark.last].map((number) =>
        units.findIndex((u) => u.paragraph === next.mark.paragraph && u.number === number)
      );
    if (mark && mark[0] >= 0) {
      anchor = mark[0];
      at = mark[1];
    } else anchor = null;
    drawBar();
    draw();
    units[at]?.node.focus({ preventScroll: true });
    if (units[at]) show(units[at].node);
  }

  function end() {
    mode = null;
    anchor = null;
    holding = false;
    typed = "";
    bar.hidden = true;
    draw();
  }

  function drawBar() {
    const stay = (event) => event.preventDefault(); // the focus stays in the article
    const choices = mode.choices.map((choice, i) =>
      make("button", { text: `${i + 1} ${choice.label}`, tabindex: "-1",
        "aria-pressed": mode.fresh ? null : String(choice.value === mode.value), onpointerdown: stay, onclick: () =>
          choose(i) })
    );
    replace(bar, make("b", mode.lead), ...choices,
      mode.fresh
        ? null
        : make("button.cq-main", { text: t["mark-take"], tabindex: "-1", onpointerdown: stay, onclick: take }),
      make("span.cq-quiet", t["mark-keys"]));
    bar.hidden = false;
  }

  function choose(i) {
    const choice = mode.choices[i];
    if (!choice) return;
    if (mode.fresh) {
      const mark = marked();
      end();
      onMark({ fresh: true, value: choice.value }, mark);
    } else begin({ ...mode, value: choice.value, mark: choice.mark ?? null });
  }

  function marked() {
    const [first, last] = anchor === null ? [at, at] : [Math.min(anchor, at), Math.max(anchor, at)];
    return { paragraph: units[first].paragraph, first: units[first].number, last: units[last].number };
  }

  function take() {
    if (mode.fresh) return choose(Math.max(0, mode.choices.findIndex((choice) => choice.value === mode.value)));
    const [had, mark] = [mode, marked()];
    end();
    onMark(had, mark);
  }

  function move(to, extend) {
    to = within(to, units.length);
    const from = anchor ?? at;
    if (extend && units[to].paragraph !== units[from].paragraph) return;
    if (extend) anchor = from;
    else anchor = null;
    at = to;
    draw();
    units[at].node.focus({ preventScroll: true });
    show(units[at].node);
    if (extend) say.textContent = fill(t.chosen, { count: Math.abs(at - from) + 1 });
  }

  // Letters jump to the next word that begins with them.
  function find(letter, now) {
    typed = now - typedAt > FIND_PAUSE ? letter : typed + letter;
    typedAt = now;
    const fits = (unit) => unit.node.textContent.toLowerCase().startsWith(typed);
    const held = anchor !== null && holding;
    const from = typed.length > 1 ? at : at + 1;
    const here = (unit) => !held || unit.paragraph === units[anchor ?? at].paragraph;
    const found = units.findIndex((unit, i) => i >= from && fits(unit) && here(unit));
    const again = found >= 0 || held ? found : units.findIndex(fits);
    if (again >= 0) move(again, held);
  }

  let holding = false; // Space was pressed: whatever moves the cursor marks from there
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = units.findIndex((unit) => unit.node === event.target);
    if (here < 0) return;
    at = here;
    const leftwards = getComputedStyle(units[at].node).direction === "rtl";
    const arrow = leftwards ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[event.key] : undefined;
    const to = inParagraphs(arrow ?? event.key, at, units.map((unit) => unit.paragraph));
    if (to !== undefined) {
      typed = "";
      move(to, event.shiftKey || holding);
    } else if (event.key === " ") {
      typed = "";
      holding = !holding;
      anchor = holding ? at : null;
      draw();
    } else if (event.key === "Enter") take();
    else if (event.key === "Escape") {
      end();
      onLeave();
      event.stopPropagation();
    } else if ((event.key === "Delete" || event.key === "Backspace") && mode && !mode.fresh) {
      const had = mode;
      end();
      onMark(had, null);
    } else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
    else if (/^[\p{L}"'“‘]$/u.test(event.key)) find(event.key.toLowerCase(), event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  page.addEventListener("focusin", (event) => {
    if (!mode && event.target !== page) onPick("focus");
  });
  page.addEventListener("focusout", (event) => {
    if (mode && !node.contains(/** @type {Node | null} */ (event.relatedTarget))) end();
  });

  const unitOf = (target) => units.findIndex((unit) => unit.node === target || (target.parentNode === unit.node));
  page.addEventListener("pointerdown", (event) => {
    drag = event.button ? null : unitOf(event.target);
    if (drag !== null && drag >= 0) event.preventDefault(); // the browser's own selection and focus stay out of it
  });
  page.addEventListener("pointerover", (event) => {
    const over = unitOf(event.target);
    if (drag === null || drag < 0 || over < 0 || !event.buttons || units[over].paragraph !== units[drag].paragraph)
      return;
    if (over === drag && anchor === null) return;
    anchor = drag;
    at = over;
    draw();
  });
  page.addEventListener("pointerup", (event) => {
    if (drag === null || drag < 0) return;
    const drawn = anchor !== null && unitOf(event.target) >= 0 && unitOf(event.target) !== drag;
    const here = { anchor, at };
    if (!mode && !drawn) onPick("word", units[drag]);
    else {
      if (!mode) onPick("focus");
      anchor = drawn ? here.anchor : null;
      at = drawn ? here.at : drag;
      draw();
      units[at].node.focus({ preventScroll: true });
    }
    drag = null;
  });

  function draw() {
    const [first, last] = anchor === null ? [-1, -1] : [Math.min(anchor, at), Math.max(anchor, at)];
    units.forEach((unit, i) => {
      const on = first <= i && i <= last;
      unit.node.tabIndex = i === at ? 0 : -1;
      if (unit.node.getAttribute("aria-selected") !== String(on)) unit.node.setAttribute("aria-selected", String(on));
      unit.node.classList.toggle("cq-here", Boolean(mode) && i === at);
    });
    for (const paragraph of paragraphs) {
      const [from, to] = [first, last].map((i) =>
        units[i]?.paragraph === paragraph.id ? paragraph.pieces.findIndex((piece) => piece.node === units[i].node) : -1
      );
      for (const [i, piece] of paragraph.pieces.entries()) {
        piece.node.classList.toggle("cq-taken", from >= 0 && from <= i && i <= to);
      }
    }
    page.classList.toggle("cq-marking", Boolean(mode));
  }

  return { node, build, light, begin, end, marking: () => mode !== null };
}
