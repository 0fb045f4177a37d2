// The reader: an article, its marks in layers, and the rows behind the words.
// Python sends segments and says which rows mark them; this file draws them and reports what was picked.

import { fill, focused, intoView, make, moveFocus } from "./common.js";
import { drawMarks, lanes, sample, STEP } from "./marks.js";
import { amongMarks } from "./moves.js";
import { widget } from "./widget.js";

function render({ model, el }) {
  const t = model.get("strings");
  const compact = model.get("compact");
  const rows = model.get("rows");
  el.classList.toggle("cq-strip", compact);
  const root = make("div", { cls: compact ? "cq-reader cq-compact" : "cq-reader" });
  const tools = make("div.cq-tools", { role: "group", "aria-label": t["layers-label"] });
  const page = make("div.cq-page", { role: "group", "aria-label": t["reader-label"] });
  const panel = make("div.cq-panel", { role: "group", "aria-label": t["panel-title"] });
  const live = make("p.cq-hidden", { role: "status" });
  const paragraphs = [];
  /** @type {HTMLElement | null} */
  let pickedSegment = null;

  function drawTools() {
    tools.replaceChildren();
    const on = new Set(model.get("layers"));
    for (const layer of model.get("legend")) {
      const all = layer.kinds.map((kind) => `${layer.name}:${kind.name}`);
      const some = all.some((name) => on.has(name));
      const line = make("div", { cls: some ? "cq-layer-row cq-open" : "cq-layer-row" });
      line.append(
        make("button", { text: layer.title, "aria-pressed": String(some), "data-layer": layer.name, onclick: () =>
          setLayers(some ? [...on].filter((n) => !all.includes(n)) : [...on, ...all]) })
      );
      if (some) {
        for (const kind of layer.kinds) {
          const name = `${layer.name}:${kind.name}`;
          const button = make("button.cq-kind", { "aria-pressed": String(on.has(name)), "data-layer": layer.name,
            "data-kind": name, onclick: () =>
              setLayers(on.has(name) ? [...on].filter((n) => n !== name) : [...on, name]) });
          button.append(sample(layer.name, kind.pattern), make("span", `${kind.title} (${kind.count})`));
          line.append(button);
        }
      }
      tools.append(line);
    }
    tools.hidden = compact || !model.get("legend").length;
  }

  function setLayers(names) {
    const key = focused()?.dataset.kind ?? focused()?.dataset.layer;
    model.set("layers", [...new Set(names)]);
    model.save_changes();
    drawTools();
    drawPage();
    const again = [...tools.querySelectorAll("button")].find((b) => (b.dataset.kind ?? b.dataset.layer) === key);
    if (key) again?.focus();
  }

  function buildPage() {
    page.replaceChildren();
    paragraphs.length = 0;
    pickedSegment = null;
    for (const paragraph of model.get("paragraphs")) {
      const head = paragraph.id === "headline";
      const body = make(head ? "h2" : "p", { cls: head ? "cq-headline" : "" });
      const spans = paragraph.segments.map((text) => make("span.cq-seg", text));
      spans.forEach((span, index) => {
        span.addEventListener("click", () => pick(entry, index));
        span.addEventListener("keydown", (event) => onKey(event, entry, index));
      });
      body.append(...spans);
      const box = make("div", { cls: head ? "cq-par cq-headline-row" : "cq-par", "data-paragraph": paragraph.id },
        make("span.cq-no", { text: paragraph.id, "aria-hidden": "true" }), body);
      const entry = { ...paragraph, box, spans };
      paragraphs.push(entry);
      page.append(box);
      if (head && model.get("byline") && !compact)
        page.append(make("p.cq-byline", model.get("byline")));
    }
  }

  function stops() {
    return /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[role=\"button\"]")]);
  }

  function paragraphOf(node) {
    return node.closest(".cq-par").dataset.paragraph;
  }

  function choose(picked, lit) {
    model.set("picked", picked);
    model.set("lit", lit);
    model.set("spots", []);
    model.save_changes();
    drawPage();
  }

  function activeMarks(paragraph) {
    const on = new Set(model.get("layers"));
    return paragraph.marks.filter((m) => on.has(`${rows[m.row].layer}:${rows[m.row].kind}`));
  }

  function drawPage() {
    const lit = new Set(model.get("lit"));
    const spots = new Set(model.get("spots"));
    let any = false;
    for (const paragraph of paragraphs) {
      const marks = lanes(activeMarks(paragraph));
      const depth = marks.length ? Math.max(...marks.map((m) => m.lane)) + 1 : 0;
      drawMarks(paragraph.spans, marks, rows, depth);
      if (paragraph.id !== "headline") paragraph.box.style.lineHeight = depth ? `calc(1.6em + ${depth * STEP}px)` : "";
      let litHere = false;
      paragraph.spans.forEach((span, index) => {
        const over = paragraph.marks.filter((m) => m.first <= index && index <= m.last);
        const active = marks.filter((m) => m.first <= index && index <= m.last);
        const bright = over.some((m) => lit.has(m.row) || m.names.some((n) => lit.has(n)))
          || spots.has(`${paragraph.id}:${index}`);
        span.classList.toggle("cq-lit", bright);
        litHere ||= bright;
        if (active.length && !compact) {
          span.setAttribute("role", "button");
          span.setAttribute("aria-label", `${span.textContent} – ${active.map((m) => rows[m.row].title).join("; ")}`);
          if (span.tabIndex !== 0) span.tabIndex = -1;
        } else {
          span.removeAttribute("role");
          span.removeAttribute("aria-label");
          span.removeAttribute("tabindex");
        }
      });
      if (compact) paragraph.box.hidden = !litHere;
      any ||= litHere;
    }
    const words = stops();
    if (words.length && words.every((word) => word.tabIndex < 0)) words[0].tabIndex = 0;
    panel.hidden = compact && any && !judged().length;
    el.classList.toggle("cq-strip-on", compact && any);
    drawPanel();
  }

  function pick(paragraph, index) {
    const found = activeMarks(paragraph).filter((m) => m.first <= index && index <= m.last);
    if (!found.length || compact) return;
    pickedSegment?.classList.remove("cq-picked");
    const segment = paragraph.spans[index];
    pickedSegment = segment;
    segment.classList.add("cq-picked");
    for (const stop of stops()) stop.tabIndex = -1;
    segment.tabIndex = 0;
    const names = [...new Set(found.map((m) => m.row))];
    choose(names, []);
    live.textContent = names.map((name) => `${rows[name].what}: ${rows[name].title}`).join(". ");
  }

  function onKey(event, paragraph, index) {
    const words = stops();
    const at = words.indexOf(paragraph.spans[index]);
    const to = amongMarks(event.key, at, words.map(paragraphOf));
    if (to !== undefined) {
      event.preventDefault();
      moveFocus(words, at, to);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick(paragraph, index);
    } else if (event.key === "Escape") {
      clear();
    } else return;
    event.stopPropagation();
  }

  function clear() {
    pickedSegment?.classList.remove("cq-picked");
    pickedSegment = null;
    choose([], []);
  }

  // A position is a judgement: wherever one is chosen, its card with the other reading comes along.
  function judged() {
    return model.get("lit").filter((name) => rows[name]?.layer === "positions").slice(0, 4);
  }

  function card(name) {
    const row = rows[name];
    const list = make("dl");
    for (const [label, value] of row.fields) list.append(make("dt", label), make("dd", value));
    return make("div.cq-card", { "data-layer": row.layer, "data-row": name }, make("div.cq-card-kind", row.what),
      make("div.cq-card-title", { text: row.title, dir: "auto" }), list,
      compact
        ? null
        : make("button.cq-plain", { text: t["all-words"], "aria-label": `${t["all-words"]}: ${row.title}`,
          onclick: () => {
            model.set("lit", [name]);
            model.set("spots", []);
            model.save_changes();
            drawPage();
          } }));
  }

  function drawPanel() {
    panel.replaceChildren();
    if (compact) {
      if (page.querySelector(".cq-lit")) panel.append(...judged().map(card));
      else panel.append(make("p.cq-quiet", t["compact-empty"]));
      return;
    }
    panel.append(make("p.cq-panel-title", t["panel-title"]));
    const names = model.get("picked").length ? model.get("picked") : model.get("lit");
    const known = names.filter((name) => rows[name]);
    if (known.length) {
      panel.append(...known.slice(0, 12).map(card));
      panel.append(make("button", { text: t.clear, onclick: () => {
        clear();
        stops().find((stop) => stop.tabIndex === 0)?.focus();
      } }));
    } else {
      const legend = model.get("legend").length;
      const text = model.get("bare")
        ? t["left-out"]
        : !legend
        ? t["no-coding"]
        : model.get("layers").length
        ? t["panel-empty"]
        : t["panel-no-layer"];
      panel.append(make("p.cq-quiet", text));
    }
  }

  function scroll() {
    const first = page.querySelector(".cq-lit");
    if (first && model.get("scroll")) intoView(first);
    const lit = model.get("lit").filter((name) => rows[name]);
    const places = [...page.querySelectorAll(".cq-lit")].map(paragraphOf);
    if (lit.length)
      live.textContent = fill(t["lit-count"], { title: rows[lit[0]].title, places: [...new Set(places)].join(", ") });
  }

  buildPage();
  drawTools();
  root.append(tools, page, panel, live);
  el.append(root);
  drawPage();
  model.on("change:paragraphs", () => {
    buildPage();
    drawPage();
  });
  model.on("change:layers", () => {
    drawTools();
    drawPage();
  });
  model.on("change:lit change:spots change:picked", drawPage);
  model.on("change:scroll", scroll);
}

export default widget(render);
