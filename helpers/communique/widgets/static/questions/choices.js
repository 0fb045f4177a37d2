// Options to choose from: radio buttons for one of them, check boxes for several. A guess stays as it is once it is
// kept.

import { freshId, make } from "../common.js";

export function choices({ q, promptId, onChange }, many) {
  const name = freshId("choice");
  const type = many ? "checkbox" : "radio";
  const inputs = q.options.map((o) => make("input", { type, name, value: o.id, onchange: onChange }));
  const labels = inputs.map((input, i) =>
    make("label.cq-option", { "data-part": input.value }, input, make("span", q.options[i].text))
  );
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return { node: make("fieldset", { "aria-labelledby": promptId }, ...labels),
    read: () => (many ? chosen() : (chosen()[0] ?? null)), write: (answer) => {
      for (const input of inputs) input.checked = [answer].flat().includes(input.value);
    }, lock: (sealed) => {
      for (const input of inputs) input.disabled = sealed && !input.checked;
    } };
}
