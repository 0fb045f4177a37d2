// Messages to Python and the answers to them, and the line on the page that says how far they are.

import { freshId, post } from "./common.js";
import { unsent } from "./unsent.js";

const WAIT = 8000;
const MOMENT = 700; // the same press twice within it is one press too many
const STEPWISE = ["undo"]; // what may well be pressed several times in a row

/** A line that says what has become of a message. */
function speaker(node) {
  return (words, trouble = false) => {
    node.textContent = words;
    node.classList.toggle("cq-trouble", trouble);
  };
}

/**
 * Sends messages, and says what becomes of them. Only the answer to the newest counts, also when it comes late.
 *
 * @param {import("@anywidget/types").AnyModel} model
 * @param {object} how
 * @param {HTMLElement} [how.line] where it is said
 * @param {(words: string, trouble?: boolean) => void} [how.say]
 * @param {Record<string, string>} [how.t] the widget's strings: `saving` and `no-kernel` are said
 * @param {(message: any, buffers: DataView[]) => string | undefined} how.answered what to say of an answer
 * @param {() => void} [how.refused] what to do besides, where Python could not do it
 * @param {(message: any) => boolean} [how.always] whether an answer counts that a newer message has overtaken
 * @param {ReturnType<typeof unsent>} [how.kept] where the page keeps what is not on the disk yet
 * @param {number} [how.wait] after how many milliseconds no answer is to be expected
 * @param {boolean} [how.atOnce] whether a front end that knows of the kernel's end is believed at once
 */
export function calls(model,
  { line, say = speaker(line), t = model.get("strings"), kept = unsent(model), answered, refused, always, wait = WAIT,
    atOnce = false })
{
  const view = freshId("view"); // a widget that is shown twice hears the answers to both
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {Map<string, {ids: [string, string][], done: boolean}>} */
  const sent = new Map(); // what lets go of what the page keeps, once it is answered
  let last = "", lastAt = -Infinity;
  const noKernel = () => {
    waiting = undefined;
    say(t[kept.stored() ? "no-kernel" : "not-stored"], true);
  };
  const mine = (message) => String(message.number).startsWith(`${view}/`);

  function close() {
    clearTimeout(waiting);
    waiting = undefined;
  }

  /**
   * @param {Record<string, any>} message
   * @param {{saying?: string, waits?: boolean, buffers?: ArrayBuffer[], keeps?: string, covers?: string[],
   *   again?: boolean}} [how] what is said until the answer is there, and whether there is to be one; in which slot
   *   the page keeps the message until then, and which slots hold nothing that is not in it; whether it was kept
   */
  function send(message, { saying = t.saving, waits = true, buffers, keeps, covers = [], again = false } = {}) {
    const said = JSON.stringify(message);
    const twice = said === last && Date.now() - lastAt < MOMENT && !STEPWISE.includes(message.do);
    [last, lastAt] = [said, Date.now()];
    if (twice) return;
    asked += 1;
    if (keeps) kept.keep(keeps, message);
    const ids = kept.ids(keeps ? [keeps, ...covers] : covers);
    if (ids.length) sent.set(`${view}/${asked}`, { ids, done: again && message.do !== "draft" });
    if (saying) say(saying);
    if (waits) {
      close();
      waiting = setTimeout(noKernel, wait);
    }
    if (!post(model, { ...message, number: `${view}/${asked}` }, buffers) && atOnce) noKernel();
  }

  /** What the page has kept is sent again; `show` draws it, where Python does not. */
  function again(show = (_message) => {}) {
    for (const { slot, message } of kept.waiting()) {
      show(message);
      send(message, { keeps: slot, again: true });
    }
  }

  model.on("msg:custom", (message, buffers) => {
    const settled = sent.get(message.number);
    sent.delete(message.number);
    if (settled && (!message.trouble || settled.done)) kept.forget(settled.ids);
    const newest = message.number === `${view}/${asked}`;
    if (!newest && !(mine(message) && always?.(message))) return;
    if (newest) close();
    if (message.trouble) {
      refused?.();
      say(message.trouble, true);
      return;
    }
    const words = answered(message, buffers);
    const changed = settled?.ids.some(([slot]) => kept.holds(slot)); // since this was sent
    if (words !== undefined && !changed) say(words);
  });
  return { send, again, mine, close, say, kept, pending: () => waiting !== undefined };
}

/** Does something when nothing has changed for some milliseconds, or at the end. */
export function later(act, pause) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    stop();
    act();
  };
  return { stop, soon: () => {
    stop();
    timer = setTimeout(now, pause);
  }, finish: () => {
    if (timer !== undefined) now();
  } };
}
