// A plain box: a title and a few sentences.

import { make } from "./common.js";
import { widget } from "./widget.js";

function render({ model, el }) {
  const title = make("p.cq-plain-title", model.get("title"));
  const lines = model.get("lines").map((text) => make("p", text));
  el.append(make("div.cq-plain-box", { role: "note" }, title, ...lines));
}

export default widget(render);
