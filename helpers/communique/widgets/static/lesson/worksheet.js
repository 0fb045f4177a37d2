// The button that makes a worksheet. Python writes the file and sends its text; the page makes a link of it,
// because on a server far away a file on disk is not yet on the student's own computer.

import { fill, freshId, keepKeys, make, post } from "../common.js";

const WAIT = 8000;

function render({ model, el }) {
  const t = model.get("strings");
  const nameId = freshId("name");
  const helpId = freshId("help");
  const name = make("input", { attrs: { type: "text", id: nameId, maxlength: "200", autocomplete: "off", "aria-describedby": helpId } });
  const only = make("input", { attrs: { type: "checkbox" } });
  const said = make("p", { cls: "cq-said", attrs: { role: "status" } });
  const links = make("p", { cls: "cq-links" });
  const button = make("button", { text: t.make, attrs: { type: "button" }, on: { click: ask } });
  const box = make("div", { cls: "cq-worksheet", attrs: { role: "group", "aria-label": t.label } },
    make("p", { text: t.about }),
    make("div", { cls: "cq-row" },
      make("label", { text: t.name, attrs: { for: nameId } }), name,
      make("span", { cls: "cq-quiet", text: t["name-help"], attrs: { id: helpId } })),
    make("label", { cls: "cq-row" }, only, make("span", { text: t.only })),
    make("div", { cls: "cq-row" }, button),
    said, links);
  el.classList.add("cq");
  el.append(box);
  keepKeys(box);
  let asked = 0;
  let waiting = null;
  let address = null;

  function ask() {
    asked += 1;
    say(t.making);
    links.replaceChildren();
    post(model, { do: "make", name: name.value, only: only.checked, number: asked });
    clearTimeout(waiting);
    waiting = setTimeout(() => say(t["no-kernel"], true), WAIT);
  }

  function say(text, trouble) {
    said.textContent = text;
    said.classList.toggle("cq-trouble", Boolean(trouble));
  }

  function offer(page, file) {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    links.replaceChildren(
      make("a", { text: fill(t.download, { file }), attrs: { href: address, download: file } }),
      make("a", { text: t.open, attrs: { href: address, target: "_blank" } }));
  }

  model.on("msg:custom", (message) => {
    if (message.number !== asked) return;
    clearTimeout(waiting);
    if (message.page) offer(message.page, message.file);
    say(message.trouble ?? message.said, Boolean(message.trouble));
  });
  return () => {
    clearTimeout(waiting);
    if (address) URL.revokeObjectURL(address);
  };
}

export default { render };
