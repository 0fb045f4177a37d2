// Small helpers for every widget. Text enters the page as text nodes only, never as HTML.

export function make(tag, { cls, text, attrs, on } = {}, ...children) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined && text !== null) node.textContent = text;
  for (const [name, value] of Object.entries(attrs ?? {})) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  for (const [name, listener] of Object.entries(on ?? {})) node.addEventListener(name, listener);
  node.append(...children.filter((child) => child));
  return node;
}

export function fill(template, values) {
  return (template ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// To Python. Where the front end knows already that the kernel is gone, it refuses with an error: then nothing comes
// back, and the widget says after its wait that the notebook does not answer.
export function post(model, message, buffers) {
  try {
    model.send(message, undefined, buffers);
  } catch (error) {
    console.warn(error);
  }
}

let serial = 0;
export function freshId(stem) {
  serial += 1;
  return `cq-${stem}-${Date.now().toString(36)}-${serial}`;
}

// JupyterLab has one-letter commands on the notebook (x cuts a cell). Plain keys pressed in a widget stay
// in the widget; Tab, Escape and everything with Ctrl, Alt or Cmd go on.
export function keepKeys(node) {
  node.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
  });
}

// One tab stop for a group; arrow keys move inside it.
export function moveFocus(items, from, to) {
  const next = items[Math.max(0, Math.min(items.length - 1, to))];
  if (!next) return from;
  for (const item of items) item.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return items.indexOf(next);
}

export function intoView(node) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  node?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}
