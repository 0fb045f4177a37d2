// The lessons of the course in their order, what is done, and where to go on.

import { fill, find, focused, goTo, make } from "../common.js";
import { widget } from "../widget.js";

const SIGNS = { done: "●", "under-way": "◐", "not-yet": "○" };

function render({ model, el, t }) {
  const compact = model.get("compact");
  const way = make("div.cq-way");
  const list = make("ol");
  const forms = make("p.cq-quiet");
  const box = make("nav", { cls: `cq-map${compact ? " cq-small" : ""}`,
    "aria-label": compact ? t["label-compact"] : t.label }, way, list, forms);
  el.append(box);

  function draw() {
    const state = model.get("state");
    const at = box.contains(focused()) && focused()?.dataset.lesson;
    drawWay(state);
    list.replaceChildren(...state.lessons.map(line));
    forms.replaceChildren(
      ...state.forms.flatMap(({ title, notebook }, at) => [at ? " · " : "", link(title, notebook)])
    );
    if (at) find(list, `[data-lesson="${CSS.escape(at)}"]`)?.focus();
  }

  function drawWay({ continue: where, next }) {
    const lines = [];
    if (where.lesson && !(compact && where.here)) {
      const words = `${where.lesson}, “${where.question}”`;
      const target = where.here
        ? make("button.cq-plain", { text: words, onclick: () =>
          goTo(el.closest(".jp-Notebook")?.querySelector(`[data-question="${CSS.escape(where.id)}"]`)) })
        : link(words, where.notebook);
      lines.push(make("p", make("b", t.continue), " ", target));
    }
    if (compact && next.lesson) lines.push(make("p", make("b", t.next), " ", link(next.lesson, next.notebook)));
    way.hidden = !lines.length;
    way.replaceChildren(...lines);
  }

  function line(lesson) {
    const said = compact ? [] : [lesson.about, fill(t.minutes, lesson), lesson.builds_on, lesson.extra ? t.extra : ""];
    const facts = said.filter(Boolean).flatMap((text, at) => (at ? [" · ", make("span.cq-fact", text)] : [text]));
    const title = lesson.here
      ? make("b", { text: lesson.title, "aria-current": "page" })
      : link(lesson.title, lesson.notebook);
    return make("li", { "data-state": lesson.state, cls: lesson.here ? "cq-here" : "" },
      make("p", title, " ", make("span.cq-state", `${SIGNS[lesson.state]} ${fill(t[lesson.state], lesson)}`), " ",
        lesson.here ? make("span.cq-you", t.here) : null), facts.length ? make("p.cq-quiet", ...facts) : null);
  }

  model.on("change:state", draw);
  draw();
}

// By itself the link works wherever the page's address is the notebook's. JupyterLab follows these attributes
// and opens the notebook beside this one, without loading the page again.
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

/** The notebook's folder on the server, by the page's address; null where it is no page of JupyterLab. */
export function folderOnServer(address) {
  const found = address.match(/\/(?:lab|doc|workspaces\/[^/]+)\/tree\/(.*)$/);
  if (!found) return null;
  try {
    return decodeURIComponent(found[1]).replace(/[^/]*$/, "");
  } catch {
    return null;
  }
}

export default widget(render);
