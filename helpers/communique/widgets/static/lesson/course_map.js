// The map of the course: a card for each lesson, in levels, and lines from each to those that build on it.
// Python says in which lane a card stands and where the lines run; this file draws them.

import { fill, find, focused, intoView, make } from "../common.js";
import { widget } from "../widget.js";

const SIGNS = { done: "●", "under-way": "◐", "not-yet": "○" };
const SVG = "http://www.w3.org/2000/svg";

function render({ model, el }) {
  const t = model.get("strings");
  const compact = model.get("compact");
  const way = make("p.cq-way");
  const levels = make("ol");
  const box = make("nav", { cls: `cq-map${compact ? " cq-small" : ""}`,
    "aria-label": compact ? t["label-compact"] : t.label }, way, levels);
  el.append(box);

  function draw() {
    const state = model.get("state");
    const at = box.contains(focused()) && focused()?.dataset.lesson;
    drawWay(state.continue);
    box.classList.toggle("cq-no-lines", !state.lanes);
    levels.replaceChildren(
      ...state.levels.map((level, i) =>
        make("li", i && state.lanes ? strip("cq-lines", state.lanes, level.lines) : null,
          make("p.cq-step", fill(t.step, { number: i + 1 })),
          make("div.cq-level",
            level.passing.length ? strip("cq-through", state.lanes, level.passing.map((lane) => [lane, lane])) : null,
            cards(level.lessons, state.lanes)))
      )
    );
    if (at) find(levels, `[data-lesson="${CSS.escape(at)}"]`)?.focus();
  }

  function drawWay(next) {
    way.hidden = !next?.lesson || (compact && next.here);
    if (way.hidden) return;
    const words = `${next.lesson}, “${next.question}”`;
    const target = next.here
      ? make("button.cq-plain", { text: words, onclick: () =>
        intoView(document.querySelector(`[data-question="${CSS.escape(next.id)}"]`)) })
      : link(words, next.notebook);
    way.replaceChildren(make("b", t.continue), " ", target);
  }

  function cards(lessons, lanes) {
    const list = make("ul", ...lessons.map((lesson) => {
      const item = make("li", { cls: `cq-lesson${lesson.here ? " cq-here" : ""}`, "data-state": lesson.state },
        ...card(lesson));
      if (lanes) item.style.gridColumn = `${lesson.room[0] + 1} / ${lesson.room[1] + 2}`;
      return item;
    }));
    if (lanes) list.style.gridTemplateColumns = `repeat(${lanes}, minmax(0, 1fr))`;
    return list;
  }

  function card(lesson) {
    const said = fill(t[lesson.state], lesson);
    const facts = [lesson.builds_on, compact ? "" : fill(t.minutes, lesson)].filter(Boolean).join(" · ");
    return [
      make("div.cq-face",
        make("p.cq-name",
          lesson.here
            ? make("b", { text: lesson.title, "aria-current": "page" })
            : link(lesson.title, lesson.notebook)), compact || !lesson.about ? null : make("p.cq-about", lesson.about),
        make("p.cq-state", make("span", `${SIGNS[lesson.state]} ${said}`),
          lesson.here ? make("span.cq-you", t.here) : null,
          facts ? make("span", { cls: compact ? "cq-hidden" : "cq-facts", text: facts }) : null),
        make("progress", { max: Math.max(1, lesson.count), value: lesson.done,
          "aria-label": `${lesson.title}: ${said}` })),
    ];
  }

  model.on("change:state", draw);
  draw();
}

// By itself the link works wherever the page's address is the notebook's. JupyterLab follows these attributes
// and opens the notebook beside this one, without loading the page anew.
function link(text, notebook) {
  if (!notebook) return make("span", text);
  const node = make("a", { text, href: notebook, "data-lesson": notebook });
  const lead = () => {
    const folder = folderOnServer(window.location.pathname);
    if (folder === null) return;
    node.setAttribute("data-commandlinker-command", "docmanager:open");
    node.setAttribute("data-commandlinker-args", JSON.stringify({ path: `${folder}${notebook}` }));
  };
  lead();
  node.addEventListener("click", lead); // the address may have changed since
  return node;
}

/**
 * The notebook's folder on the server, by the page's address; null where it is no page of JupyterLab.
 *
 * @param {string} address
 */
export function folderOnServer(address) {
  const found = address.match(/\/(?:lab|doc|workspaces\/[^/]+)\/tree\/(.*)$/);
  if (!found) return null;
  try {
    return decodeURIComponent(found[1]).replace(/[^/]*$/, "");
  } catch {
    return null;
  }
}

// Lines between lanes, over the whole width: the drawing is stretched, the lines keep their thickness.
function strip(cls, lanes, lines) {
  const drawing = document.createElementNS(SVG, "svg");
  const set = (node, values) => {
    for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  };
  set(drawing, { class: cls, viewBox: `0 0 ${lanes * 2} 2`, preserveAspectRatio: "none", "aria-hidden": "true",
    focusable: "false" });
  for (const [from, to] of lines) {
    const [a, b] = [from * 2 + 1, to * 2 + 1];
    const path = document.createElementNS(SVG, "path");
    set(path, { d: `M ${a} 0 C ${a} 1 ${b} 1 ${b} 2`, "vector-effect": "non-scaling-stroke" });
    drawing.append(path);
  }
  return drawing;
}

export default widget(render);
