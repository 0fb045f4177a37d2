// Match: each line on the left gets one of the choices.

import { freshId, make } from "../common.js";
import { question } from "./question.js";

function body({ t, q, promptId, onChange }) {
  const selects = q.options.map((o) => {
    const id = freshId("match");
    const select = make("select", { "aria-labelledby": id, "data-id": o.id, onchange: onChange },
      make("option", { text: t["choose-match"], value: "" }),
      ...q.choices.map((c) => make("option", { text: c.text, value: c.id })));
    return { id, select, text: o.text, name: o.id };
  });
  return {
    node: make("div.cq-pairs", { role: "group", "aria-labelledby": promptId }, ...selects.map((s) =>
      make("div.cq-pair", { "data-part": s.name }, make("span", { text: s.text, id: s.id }), s.select)
    )),
    read: () => Object.fromEntries(selects.filter((s) => s.select.value).map((s) => [s.name, s.select.value])),
    write: (answer) => {
      for (const s of selects) s.select.value = q.choices.some((c) => c.id === answer?.[s.name]) ? answer[s.name] : "";
    },
  };
}

export default question(body);
