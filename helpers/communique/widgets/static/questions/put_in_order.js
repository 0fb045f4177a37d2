// Put in order: lines that are dragged, or moved by their arrows or the arrow keys.

import { fill, find, make } from "../common.js";
import { question } from "./question.js";

/** An order in which one line has moved up (-1, -2, ...) or down (1, 2, ...). */
export function moved(order, id, step) {
  const rest = order.filter((other) => other !== id);
  rest.splice(order.indexOf(id) + step, 0, id);
  return rest;
}

/** An answer as an order of all lines: lines that are gone are left out, and new ones come last. */
export function completed(answer, ids) {
  const kept = [answer ?? []].flat().filter((id) => ids.includes(id));
  return [...kept, ...ids.filter((id) => !kept.includes(id))];
}

function body({ t, q, promptId, onChange }) {
  let order = q.options.map((o) => o.id);
  const texts = Object.fromEntries(q.options.map((o) => [o.id, o.text]));
  const live = make("p.cq-hidden", { role: "status" });
  let dragged = "";
  const list = make("ol", { "aria-labelledby": promptId, onpointerdown: grab, onpointermove: drag, onpointerup: drop,
    onpointercancel: drop });

  function grab(event) {
    const line = event.target.closest(".cq-line");
    const handle = event.pointerType === "mouse" || event.target.matches(".cq-handle");
    if (!line || !handle || event.button || event.target.closest("button")) return;
    dragged = line.dataset.id;
    list.setPointerCapture(event.pointerId); // the lines are drawn again on the way, the list stays
  }

  function drag(event) {
    if (!dragged) return;
    const others = [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)].filter((line) =>
      line.dataset.id !== dragged
    );
    const above = others.filter((line) => {
      const { top, height } = line.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    });
    const step = above.length - order.indexOf(dragged);
    if (!step) return;
    order = moved(order, dragged, step);
    draw();
    onChange();
  }

  function drop() {
    const id = dragged;
    dragged = "";
    if (!id) return;
    draw();
    find(list, `[data-id="${id}"]`)?.focus();
  }

  function move(id, step, focus) {
    const to = order.indexOf(id) + step;
    if (to < 0 || to >= order.length) return;
    order = moved(order, id, step);
    draw();
    live.textContent = fill(t.moved, { text: texts[id], place: to + 1, count: order.length });
    const line = /** @type {HTMLElement} */ (list.children[to]);
    const button = /** @type {HTMLButtonElement} */ (find(line, `[data-step="${step}"]`));
    (focus && !button.disabled ? button : line).focus();
    onChange();
  }

  function draw() {
    list.replaceChildren(...order.map((id, at) => {
      const arrow = (step, sign, label, off) =>
        make("button", { text: sign, "data-step": step, "aria-label": `${label}: ${texts[id]}`, disabled: off,
          onclick: () => move(id, step, true) });
      return make("li.cq-line", { cls: id === dragged && "cq-dragged", tabindex: "0", "data-id": id, "data-part": id,
        onkeydown: (event) => {
          const step = event.target === event.currentTarget && { ArrowUp: -1, ArrowDown: 1 }[event.key];
          if (step) {
            event.preventDefault();
            move(id, step, false);
          }
        } }, make("span.cq-handle", `${at + 1}.`), make("span", texts[id]), arrow(-1, "↑", t["move-up"], at === 0),
        arrow(1, "↓", t["move-down"], at === order.length - 1));
    }));
  }

  draw();
  return { node: make("div", make("p.cq-help", t["order-help"]), list, live), read: () => order, write: (answer) => {
    order = completed(answer, q.options.map((o) => o.id));
    draw();
  } };
}

export default question(body);
