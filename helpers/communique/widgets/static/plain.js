// A plain box: a title and a few sentences.

import { make } from "./common.js";

function render({ model, el }) {
  el.classList.add("cq");
  const title = make("p", { cls: "cq-plain-title", text: model.get("title") });
  const lines = model.get("lines").map((text) => make("p", { text }));
  el.append(make("div", { cls: "cq-plain-box", role: "note" }, title, ...lines));
}

export default { render };
