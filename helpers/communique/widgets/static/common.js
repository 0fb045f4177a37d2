// Small helpers for every widget. Text enters the page as text nodes only, never as HTML.

// What may be in a language that is written from right to left takes its direction from its own words.
const OWN_DIRECTION = new Set(["p", "h2", "h3", "h4", "li", "dd", "label", "textarea"]);

/**
 * @template {string} Name
 * @typedef {HTMLElementTagNameMap[
 *   Name extends `${infer Tag extends keyof HTMLElementTagNameMap}.${string}` ? Tag
 *   : Name extends keyof HTMLElementTagNameMap ? Name : never]} ElementOf
 */

/**
 * An element: make("p.cq-quiet", "words"), or make("input", { type: "text", oninput: keep }, ...children).
 * Properties that begin with "on" are listeners; `cls` is a class that depends on something, `text` the first words
 * in it, all others are attributes. What is undefined, null or false is left out.
 *
 * @template {string} Name
 * @param {Name} name
 * @param {...(Record<string, any> | Child)} parts
 * @returns {ElementOf<Name>}
 */
export function make(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  const has = typeof parts[0] === "object" && parts[0] !== null && !(parts[0] instanceof Node);
  const { cls, text, ...rest } = has ? /** @type {Record<string, any>} */ (parts[0]) : {};
  if (tag === "button") node.setAttribute("type", "button");
  if (OWN_DIRECTION.has(tag) || rest.type === "text") node.setAttribute("dir", "auto");
  if (cls || classes.length) node.className = [...classes, cls].filter(Boolean).join(" ");
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  replace(node, text, .../** @type {Child[]} */ (parts.slice(has ? 1 : 0)));
  return /** @type {ElementOf<Name>} */ (node);
}

/** A text of strings.yml with its {names} filled in. */
export function fill(template, values) {
  return (template ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** @typedef {Node | string | number | false | null | undefined} Child */

/** Gives a node other children; what is empty is left out. @param {...Child} children */
export function replace(node, ...children) {
  node.replaceChildren(.../** @type {string[]} */ (children.filter((child) => child || child === 0)));
}

/** The first element inside a node that fits a selector. */
export function find(node, selector) {
  return /** @type {HTMLElement | null} */ (node.querySelector(selector));
}

/** A list of terms, each with what belongs to it. */
export function terms(pairs) {
  return make("dl", ...pairs.flatMap(([term, told]) => [make("dt", term), make("dd", ...[told].flat())]));
}

/** What has the focus. */
export function focused() {
  return /** @type {HTMLElement | null} */ (document.activeElement);
}

/**
 * To Python. Where the front end knows already that the kernel is gone, it refuses with an error: then nothing comes
 * back, and the widget says after its wait that the notebook does not answer. Says whether the front end took it.
 */
export function post(model, message, buffers) {
  try {
    model.send(message, undefined, buffers);
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/** Changes some of what Python sees of a widget. */
export function change(model, values) {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

let serial = 0;

/** An id that nothing else on the page has. */
export function freshId(stem) {
  serial += 1;
  return `cq-${stem}-${Date.now().toString(36)}-${serial}`;
}

/**
 * Keys that belong to what is on the page. JupyterLab has one-letter commands on the notebook (x cuts a cell): plain
 * keys pressed in a widget stay in it; Tab, Escape and everything with Ctrl, Alt or Cmd go on. To undo and redo belongs
 * to the text field that has the keyboard, and while a word is being composed, as in Korean or Japanese, so does
 * every key: JupyterLab and the widgets never hear of those.
 */
export function keepKeys(node) {
  node.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
  });
  const page = /** @type {Window & {communiqueKeys?: boolean}} */ (window);
  if (page.communiqueKeys) return;
  page.communiqueKeys = true; // each widget has its own copy of this file, and they meet at the window
  // before JupyterLab, which listens at the document for keys, and at the field for what they will do there
  for (const name of ["keydown", "beforeinput"])
    page.addEventListener(name, (event) => {
      if (belongsToField(event)) event.stopPropagation();
    }, { capture: true });
}

/** Whether a keydown, or the beforeinput that it leads to, is for the text field of a widget alone. */
export function belongsToField(event) {
  const field = /** @type {HTMLElement} */ (event.target).closest?.(".cq input, .cq textarea");
  if (!field) return false;
  if (event.type === "beforeinput") return event.inputType.startsWith("history");
  const undoes = (event.ctrlKey || event.metaKey) && !event.altKey && ["z", "y"].includes(event.key.toLowerCase());
  return event.isComposing || event.keyCode === 229 || undoes; // Safari says only by the number that it composes
}

/** A number kept within a list. */
export function within(at, count) {
  return Math.max(0, Math.min(count - 1, at));
}

/** One tab stop for a group; arrow keys move inside it. Gives where the focus is now. */
export function moveFocus(items, from, to) {
  const next = items[within(to, items.length)];
  if (!next) return from;
  for (const item of items) item.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return items.indexOf(next);
}

/** Words between quotation marks; those that begin with their own, or are one quotation, get no second ones. */
export function inMarks(words) {
  const [, quoted] = words.match(/^"([^"]*)"?$/) ?? [];
  return words.startsWith("\"") && !quoted ? words : `“${quoted ?? words}”`;
}

/** Words of a place in the article; where they run from right to left, what is before them does not turn them. */
export function wordsAt(place, words) {
  return make("span.cq-quote", `${place}: `, make("bdi", inMarks(words)));
}

/** The number of a paragraph beside it, for the eye only, and no part of its text; a headline has none. */
export function numberOf(paragraph) {
  return make("span.cq-no", { text: paragraph === "headline" ? "" : paragraph, dir: "ltr", "aria-hidden": "true" });
}

/** Waits until a cell is on the page; `then` gets the notebook's panel, or null. What it gives ends the waiting. */
export function whenPlaced(el, then) {
  const page = new MutationObserver(look);
  function look() {
    if (!el.isConnected) return;
    page.disconnect();
    then(el.closest(".jp-NotebookPanel"));
  }
  page.observe(document.body, { childList: true, subtree: true });
  look();
  return () => page.disconnect();
}

/** Brings a question on the page, with the focus on its prompt; or the foot of the lesson. */
export function goTo(card) {
  card?.scrollIntoView({ block: "start", behavior: pace() });
  (card && find(card, ".cq-prompt"))?.focus({ preventScroll: true });
}

export function intoView(node) {
  node?.scrollIntoView({ block: "center", behavior: pace() });
}

/** How what scrolls may move: at once, where somebody does not want to see things move. */
export function pace() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
