// A lesson's head and foot: what it is, what is done, and what is open.

import { fill, goTo, make, whenPlaced } from "../common.js";
import { widget } from "../widget.js";
import { comeBack, leaveOutputsOut, startKernelFirst } from "./notebook.js";

function render({ model, el, t }) {
  const title = make("p.cq-title");
  const lines = make("div", { role: "status" });
  const open = make("ul");
  const bar = make("div.cq-bar");
  const far = make("div");
  const slim = make("div.cq.cq-far", { "aria-hidden": "true" }, far); // it repeats what the header says
  el.append(make("div.cq-header", { cls: model.get("foot") && "cq-foot" }, title, lines, open, bar));

  function draw() {
    const state = model.get("state");
    title.textContent = state.title;
    title.hidden = !state.title;
    const told = state.lines.join("\n");
    if (lines.dataset.told !== told) {
      lines.dataset.told = told;
      lines.replaceChildren(...state.lines.map((text) => make("p", text)));
    }
    open.hidden = !state.open.length;
    open.replaceChildren(
      ...state.open.map(({ id, text }) =>
        make("li", make("button.cq-plain", { text, onclick: () =>
          goTo(el.closest(".jp-Notebook")?.querySelector(`[data-question="${CSS.escape(id)}"]`)) }))
      )
    );
    const { progress } = state;
    bar.hidden = !progress.count;
    if (bar.hidden) return;
    far.style.width = `${(100 * progress.done) / progress.count}%`;
    const label = fill(t["lesson-progress"], progress);
    bar.replaceChildren(make("progress", { max: progress.count, value: progress.done, "aria-label": label }),
      make("span", { cls: progress.done >= progress.count ? "cq-done" : "", text: progress.text }));
  }
  model.on("change:state", draw);
  draw();
  if (model.get("foot")) {
    bringBack();
    return;
  }
  startWatching(el);
  const ends = new AbortController();
  const wait = whenPlaced(el, (panel) => {
    if (!panel) return;
    panel.classList.add("cq-lesson");
    panel.querySelector(".jp-Notebook")?.append(slim);
    const { context } = /** @type {any} */ (model.widget_manager);
    leaveOutputsOut(context);
    startKernelFirst(panel, context, ends.signal);
    comeBack(context, ends.signal);
  });
  return () => {
    wait();
    ends.abort();
    slim.remove();
  };
}

// Run All Cells leaves the page at the last cell. A student who has just pressed it wants to begin at the
// top: so the page goes back there, once, unless the student has touched it meanwhile.
// (Head and foot are two widgets, each with its own copy of this file: they meet at the window.)
const meeting = /** @type {Window & {communiqueHead?: {el: HTMLElement, touched: boolean}}} */ (window);

function startWatching(el) {
  const watch = { el, touched: false };
  meeting.communiqueHead = watch;
  for (const name of ["wheel", "keydown", "pointerdown", "touchstart"]) {
    window.addEventListener(name, () => {
      watch.touched = true;
    }, { once: true, capture: true });
  }
}

function bringBack() {
  const watch = meeting.communiqueHead;
  const end = performance.now() + 2500;
  const goUp = () => {
    if (!watch || watch.touched) return; // on a slow computer the head may join the page after the foot
    let box = watch.el.parentElement;
    while (box && !(box.scrollHeight > box.clientHeight + 40 && getComputedStyle(box).overflowY === "auto"))
      box = box.parentElement;
    if (box && box.scrollTop > 0) box.scrollTop = 0;
    if (performance.now() < end) requestAnimationFrame(goUp);
    else watch.touched = true;
  };
  requestAnimationFrame(goUp);
}

export default widget(render);
