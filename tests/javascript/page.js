// A page for tests: as much of a document as a widget needs to be drawn, and a model that Python changes.

class Node {
  childNodes = /** @type {any[]} */ ([]);
  dataset = /** @type {Record<string, string>} */ ({});
  heard = /** @type {Record<string, ((event: any) => void)[]>} */ ({});
  isConnected = true;

  constructor(tag) {
    this.tag = tag;
    this.className = "";
    this.attributes = /** @type {Record<string, string>} */ ({});
    this.classList = {
      add: (...names) => this.className = [...new Set([...this.className.split(" "), ...names])].join(" "),
      toggle: () => {},
    };
  }

  get textContent() {
    return this.childNodes.map((child) => child.textContent ?? child).join("");
  }
  set textContent(words) {
    this.childNodes = words ? [words] : [];
  }
  get value() {
    return this.typed ?? this.attributes.value ?? "";
  }
  set value(typed) {
    this.typed = typed;
  }
  get checked() {
    return this.ticked ?? "checked" in this.attributes;
  }
  set checked(ticked) {
    this.ticked = ticked;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
    if (name.startsWith("data-")) this.dataset[name.slice(5)] = value;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  append(...children) {
    this.childNodes.push(...children);
  }
  prepend(...children) {
    this.childNodes.unshift(...children);
  }
  replaceChildren(...children) {
    this.childNodes = children;
  }
  addEventListener(name, ear) {
    this.heard[name] = [...(this.heard[name] ?? []), ear];
  }
  closest() {
    return null;
  }
  querySelectorAll(selector) {
    const inside = this.childNodes.flatMap((child) => (child.tag ? [child, ...child.querySelectorAll("*")] : []));
    return inside.filter((node) => selector === "*" || selector === node.tag
      || (selector[0] === "." && node.className.split(" ").includes(selector.slice(1))));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

const page = /** @type {any} */ (globalThis);
page.Node = Node;
page.window = { addEventListener: () => {} };
page.document = { createElement: (tag) => new Node(tag), body: new Node("body"),
  querySelectorAll: () => [] };
page.MutationObserver = class {
  observe() {}
  disconnect() {}
};

/** A widget drawn from its model: where it is, and `python`, which changes the model as Python does. */
export function drawn(widget, values) {
  /** @type {Record<string, (() => void)[]>} */
  const ears = {};
  const model = { get: (name) => values[name], send: () => {},
    on: (name, ear) => ears[name] = [...(ears[name] ?? []), ear] };
  const el = /** @type {any} */ (new Node("div"));
  widget.render({ model, el });
  const python = (name, value) => {
    values[name] = value;
    for (const ear of ears[`change:${name}`] ?? []) ear();
  };
  const texts = (selector) => el.querySelectorAll(selector).map((node) => node.textContent);
  return { el, texts, python };
}
