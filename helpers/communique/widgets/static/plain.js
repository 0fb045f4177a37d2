// A plain box: a title and a few sentences.

import { make } from "./common.js";
import { widget } from "./widget.js";

function render({ model, el }) {
  const box = make("div.cq-plain-box", { role: "note" });
  const draw = () => {
    const lines = model.get("lines").map((text) => make("p", text));
    box.replaceChildren(make("p.cq-plain-title", model.get("title")), ...lines);
  };
  model.on("change:lines", draw);
  draw();
  el.append(box);
}

export default widget(render);
