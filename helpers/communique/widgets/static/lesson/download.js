// The button that makes a file. Python writes it and sends its bytes; the page makes a link of them, because on a
// server far away a file on disk is not yet on the student's own computer.

import { calls } from "../calls.js";
import { fill, freshId, make, replace } from "../common.js";
import { widget } from "../widget.js";

function render({ model, el, t }) {
  const nameId = freshId("name");
  const helpId = freshId("help");
  const name = make("input", { type: "text", id: nameId, maxlength: "200", autocomplete: "off",
    "aria-describedby": helpId });
  const only = make("input", { type: "checkbox" });
  const said = make("p.cq-said", { role: "status" });
  const links = make("p.cq-links");
  const box = make("div", { cls: `cq-download cq-${model.get("kind")}`, role: "group", "aria-label": t.label },
    make("p", t.about),
    make("div.cq-row", make("label", { text: t.name, for: nameId }), name,
      make("span.cq-quiet", { text: t["name-help"], id: helpId })),
    t.only && make("label.cq-row", only, make("span", t.only)),
    make("div.cq-row", make("button", { text: t.make, onclick: ask })), said, links);
  el.append(box);
  let address = "";
  const line = calls(model, { line: said, answered: (message, [content]) => {
    offer(content, message.file);
    return message.said;
  } });
  name.addEventListener("input", () => line.kept.keep("name", { name: name.value }));
  for (const { message } of line.kept.waiting()) name.value = message.name;

  function ask() {
    links.replaceChildren();
    line.send({ do: "make", name: name.value, only: only.checked }, { saying: t.making, covers: ["name"] });
  }

  function offer(content, file) {
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([content], { type: model.get("media_type") }));
    replace(links, make("a", { text: fill(t.download, { file }), href: address, download: file }),
      t.open && make("a", { text: t.open, href: address, target: "_blank" }));
  }

  return () => {
    line.close();
    URL.revokeObjectURL(address);
  };
}

export default widget(render);
