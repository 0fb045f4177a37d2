// The reader: an article, its marks in layers, and the rows behind the words.
// Python sends segments and says which rows mark them; this file draws them and reports what was picked.

import { change, fill, focused, freshId, make, moveFocus, pace, terms } from "./common.js";
import { dock } from "./dock.js";
import { drawMarks, drawRuns, lanes, sample, STEP } from "./marks.js";
import { amongMarks } from "./moves.js";
import { widget } from "./widget.js";

function render({ model, el, t }) {
  const rows = model.get("rows");
  const root = make("div.cq-reader");
  const tools = make("div.cq-tools", { role: "group", "aria-label": t["layers-label"] });
  const help = make("p.cq-quiet.cq-help");
  const page = make("div.cq-page", { role: "group", "aria-label": t["reader-label"], tabindex: "0" });
  const panel = make("div.cq-panel", { role: "group", "aria-label": t["panel-title"] });
  const live = make("p.cq-hidden", { role: "status" });
  const paragraphs = [];
  const tabs = [{ name: "", title: t["own-text"] }, ...model.get("texts")].map(({ name, title }) =>
    make("button", { text: title, "data-text": name, onclick: () => {
      turnTo(name);
      page.scrollTop = 0;
    } })
  );
  const texts = make("div.cq-tools", { role: "group", "aria-label": t.texts, hidden: tabs.length < 2 }, ...tabs);
  let text = ""; // the one that is shown, of those to compare; "" is the article
  const unfolded = new Set(); // the helps that are open: "p3", or "p3 pact"
  let at = { paragraph: "", index: 0 }; // where the words were picked

  function drawTools() {
    tools.replaceChildren();
    const on = new Set(model.get("layers"));
    for (const layer of model.get("legend")) {
      const all = layer.kinds.map((kind) => `${layer.name}:${kind.name}`);
      const some = all.some((name) => on.has(name));
      tools.append(
        make("button", { text: layer.title, "aria-pressed": String(some), "data-layer": layer.name, onclick: () =>
          setLayers(some ? [...on].filter((n) => !all.includes(n)) : [...on, ...all]) })
      );
      const kinds = some ? layer.kinds : [];
      const line = make("div.cq-kinds", ...kinds.map((kind) => {
        const name = `${layer.name}:${kind.name}`;
        return make("button.cq-kind", { "aria-pressed": String(on.has(name)), "data-layer": layer.name,
          "data-kind": name, onclick: () =>
            setLayers(on.has(name) ? [...on].filter((n) => n !== name) : [...on, name]) },
          sample(layer.name, kind.pattern), make("span", `${kind.title} (${kind.count})`));
      }));
      if (some) tools.append(line);
    }
    const legend = model.get("legend").length;
    tools.hidden = !legend || text !== "";
    help.hidden = text !== ""; // only the article has a coding
    const none = model.get("bare") ? "left-out" : "no-coding";
    help.textContent = t[!legend ? none : on.size ? "panel-empty" : "panel-no-layer"];
  }

  function setLayers(names) {
    const key = focused()?.dataset.kind ?? focused()?.dataset.layer;
    change(model, { layers: [...new Set(names)] });
    drawTools();
    drawPage();
    const again = [...tools.querySelectorAll("button")].find((b) => (b.dataset.kind ?? b.dataset.layer) === key);
    if (key) again?.focus();
  }

  function buildPage() {
    page.replaceChildren();
    paragraphs.length = 0;
    for (const paragraph of model.get("paragraphs")) {
      const [name, own] = inText(paragraph.id);
      const head = own === "headline";
      const body = make(head ? "h2" : "p", { cls: head ? "cq-headline" : "" });
      const spans = paragraph.segments.map((text, index) =>
        make("span.cq-seg", { text, onclick: () => pick(entry, index), onkeydown: (event) => onKey(event, entry, index),
          onfocus: () => drawRuns(spans, begun(entry, index), "cq-at"), onblur: () => drawRuns(spans, [], "cq-at") })
      );
      body.append(...spans);
      const box = make("div", { cls: head ? "cq-par cq-headline-row" : "cq-par", "data-paragraph": paragraph.id },
        make("span.cq-no", { text: own, "aria-hidden": "true" }), make("div.cq-words", body));
      addHelp(paragraph, spans, box);
      const entry = { ...paragraph, box, body, spans, lines: head ? 1.25 : 1.6 };
      paragraphs.push(entry);
      page.append(box);
      const byline = name ? model.get("texts").find((one) => one.name === name).byline : model.get("byline");
      if (head && byline) page.append(make("p.cq-byline", { text: byline, "data-paragraph": paragraph.id }));
    }
    turnTo(text);
  }

  /** The name of the text that a paragraph is in, and what it is called there. */
  function inText(id) {
    return id.includes(".") ? id.split(".") : ["", id];
  }

  function turnTo(name) {
    text = name;
    for (const node of /** @type {Iterable<HTMLElement>} */ (page.children))
      node.hidden = inText(node.dataset.paragraph)[0] !== name;
    for (const tab of tabs) {
      tab.setAttribute("aria-pressed", String(tab.dataset.text === name));
      if (tab.dataset.text === name) texts.scrollLeft = tab.offsetLeft - texts.offsetLeft - 16; // on a narrow page
    }
    drawTools();
  }

  /** What helps with reading: a button behind each word that is explained, and one for the plain words. */
  function addHelp({ id, plain, terms }, spans, box) {
    const helps = terms.map(({ first, last, term, plain }) => {
      for (const span of spans.slice(first, last + 1)) span.classList.add("cq-term");
      const note = make("p.cq-aid", make("b", `${term}: `), plain);
      spans[last].after(opener(`${id} ${term}`, note, { cls: "cq-why", "aria-label": fill(t.term, { term }) }));
      return note;
    });
    const note = make("p.cq-aid.cq-easy", plain);
    if (plain) box.lastChild.append(" ", opener(id, note, { cls: "cq-to-plain", text: t.plain }));
    if (plain || helps.length) box.append(make("div.cq-aids", ...helps, plain && note));
  }

  function opener(name, note, look) {
    note.id = freshId("aid");
    const button = make("button", { ...look, "aria-controls": note.id, onclick: () => {
      if (!unfolded.delete(name)) unfolded.add(name);
      show();
    } });
    const show = () => {
      note.hidden = !unfolded.has(name);
      button.setAttribute("aria-expanded", String(!note.hidden));
    };
    show();
    return button;
  }

  function stops() {
    return /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[role=\"button\"]")]);
  }

  function paragraphOf(node) {
    return node.closest(".cq-par").dataset.paragraph;
  }

  function choose(picked, lit) {
    change(model, { picked, lit, spots: [] });
    drawPage();
  }

  function activeMarks(paragraph) {
    const on = new Set(model.get("layers"));
    return paragraph.marks.filter((m) => on.has(`${rows[m.row].layer}:${rows[m.row].kind}`));
  }

  const covering = (marks, index) => marks.filter((m) => m.first <= index && index <= m.last);

  function begun(paragraph, index) {
    return activeMarks(paragraph).filter((m) => m.first === index);
  }

  function drawPage() {
    const lit = new Set(model.get("lit"));
    const spots = model.get("spots").map((spot) => spot.split(":"));
    const picked = new Set(model.get("picked"));
    for (const paragraph of paragraphs) {
      const marks = lanes(activeMarks(paragraph));
      const depth = marks.length ? Math.max(...marks.map((m) => m.lane)) + 1 : 0;
      drawMarks(paragraph.spans, marks, rows, depth);
      paragraph.body.style.lineHeight = depth ? `calc(${paragraph.lines}em + ${depth * STEP}px)` : "";
      drawRuns(paragraph.spans, [...paragraph.marks.filter((m) => lit.has(m.row) || m.names.some((n) => lit.has(n))),
        ...spots.filter(([name]) => name === paragraph.id).map(([, index]) => ({ first: +index, last: +index }))],
        "cq-lit");
      const chosen = paragraph.id === at.paragraph ? covering(marks, at.index).filter((m) => picked.has(m.row)) : [];
      drawRuns(paragraph.spans, chosen, "cq-picked");
      paragraph.spans.forEach((span, index) => {
        const here = covering(marks, index);
        span.classList.toggle("cq-marked", here.length > 0);
        const starts = here.filter((m) => m.first === index);
        if (starts.length) { // one stop for the arrow keys a mark, however many pieces it has
          const words = paragraph.segments.slice(index, Math.max(...starts.map((m) => m.last)) + 1).join("");
          span.setAttribute("role", "button");
          span.setAttribute("aria-label", `${words} – ${here.map((m) => rows[m.row].title).join("; ")}`);
          if (span.tabIndex !== 0) span.tabIndex = -1;
        } else {
          span.removeAttribute("role");
          span.removeAttribute("aria-label");
          span.removeAttribute("tabindex");
        }
      });
    }
    const words = stops();
    if (words.length && words.every((word) => word.tabIndex < 0)) words[0].tabIndex = 0;
    drawPanel();
  }

  function pick(paragraph, index) {
    const found = covering(activeMarks(paragraph), index);
    if (!found.length) return;
    at = { paragraph: paragraph.id, index };
    const stop = paragraph.spans[Math.max(...found.map((m) => m.first))];
    for (const other of stops()) other.tabIndex = -1;
    stop.tabIndex = 0;
    const names = [...new Set(found.map((m) => m.row))];
    choose(names, []);
    bring(stop, true);
    live.textContent = names.map((name) => `${rows[name].what}: ${rows[name].title}`).join(". ");
  }

  function onKey(event, paragraph, index) {
    const words = stops();
    const now = words.indexOf(paragraph.spans[index]);
    const to = amongMarks(event.key, now, words.map(paragraphOf));
    if (to !== undefined) {
      event.preventDefault();
      moveFocus(words, now, to);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick(paragraph, index);
    } else if (event.key === "Escape") {
      clear();
    } else return;
    event.stopPropagation();
  }

  function clear() {
    choose([], []);
  }

  function card(name) {
    const row = rows[name];
    return make("div.cq-card", { "data-layer": row.layer, "data-row": name }, make("div.cq-card-kind", row.what),
      make("div.cq-card-title", { text: row.title, dir: "auto" }), terms(row.fields),
      make("button.cq-plain", { text: t["all-words"], "aria-label": `${t["all-words"]}: ${row.title}`,
        onclick: () => change(model, { lit: [name], spots: [] }) }));
  }

  function drawPanel() {
    const names = model.get("picked").length ? model.get("picked") : model.get("lit");
    const known = names.filter((name) => rows[name]);
    panel.hidden = !known.length;
    panel.replaceChildren(...known.slice(0, 12).map(card), make("button", { text: t.clear, onclick: () => {
      clear();
      stops().find((stop) => stop.tabIndex === 0)?.focus();
    } }));
  }

  /** Moves the report to some words; the lesson stays where it is. */
  function bring(node, onlyIfHidden = false) {
    if (!node) return;
    const shown = inText(node.closest("[data-paragraph]").dataset.paragraph)[0];
    if (shown !== text) turnTo(shown);
    const box = page.getBoundingClientRect();
    const { top, bottom } = node.getBoundingClientRect();
    if (onlyIfHidden && top >= box.top && bottom <= box.bottom) return;
    page.scrollTo({ top: page.scrollTop + top - box.top - page.clientHeight / 3, behavior: pace() });
  }

  function look(name) {
    for (const paragraph of paragraphs) {
      const here = paragraph.id === name;
      paragraph.box.classList.toggle("cq-here", here);
      if (here && !paragraph.box.hidden) bring(paragraph.box, true);
    }
  }

  function onLit() {
    drawPage();
    const first = page.querySelector(".cq-lit");
    bring(first);
    const lit = model.get("lit").filter((name) => rows[name]);
    const places = [...page.querySelectorAll(".cq-lit")].map(paragraphOf);
    if (lit.length)
      live.textContent = fill(t["lit-count"], { title: rows[lit[0]].title, places: [...new Set(places)].join(", ") });
  }

  let told = false;
  function soon() { // a message changes several things at once
    if (!told) {
      queueMicrotask(() => {
        told = false;
        onLit();
      });
    }
    told = true;
  }

  buildPage();
  root.append(texts, tools, help, page, panel, live);
  const beside = dock(el, root, t, model.get("docked"), look);
  drawPage();
  model.on("change:paragraphs", () => {
    buildPage();
    drawPage();
  });
  model.on("change:layers", () => {
    drawTools();
    drawPage();
  });
  model.on("change:lit change:spots change:picked", soon);
  model.on("change:scroll", () => {
    beside.open();
    soon();
  });
  return beside.leave;
}

export default widget(render);
