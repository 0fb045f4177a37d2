// What every widget begins with: the course's look, its keys, and an ear for Python that stays open.

import { keepKeys, whenPlaced } from "./common.js";

const AROUND = [".jp-OutputArea-output", ".jp-OutputArea-child", ".jp-Cell-outputArea", ".jp-CodeCell"];

/**
 * A widget as a front end wants it.
 *
 * @param {(parts: {model: import("@anywidget/types").AnyModel, el: HTMLElement, t: Record<string, string>})
 *   => void | (() => void)} render draws it with its strings, and gives what is to be done when it goes
 */
export function widget(render) {
  return { render: ({ model, el }) => {
    el.classList.add("cq");
    keepKeys(el);
    keepListening(model).catch(console.warn);
    const wait = whenPlaced(el, () => {
      for (const box of AROUND) el.closest(box)?.classList.add("cq-around");
    });
    const leave = render({ model, el, t: model.get("strings") });
    return () => {
      wait();
      leave?.();
    };
  } };
}

/**
 * Where a widget was more than two seconds in beginning, the front end drops whatever Python says to it afterwards.
 * Then its messages are taken from where they arrive, and its state, part of which may be lost, is asked for again.
 */
export async function keepListening(model) {
  /** @type {any} */
  const whole = await model.widget_manager?.get_model(model.get("layout")?.model_id?.replace(/-layout$/, ""));
  if (!whole?.comm?.on_msg) return;
  try {
    await whole._handle_comm_msg({ content: { data: {} } }); // says nothing: it only tries the way
  } catch {
    const hear = plainHearing(whole);
    whole.comm.on_msg((message) => hear.call(whole, message));
    whole.comm.send({ method: "request_state" }, {});
  }
}

/** How ipywidgets itself hears a message: the first of what a model inherits. */
function plainHearing(whole) {
  let hear = whole._handle_comm_msg;
  for (let one = whole; one; one = Object.getPrototypeOf(one))
    if (Object.hasOwn(one, "_handle_comm_msg")) hear = one._handle_comm_msg;
  return hear;
}
