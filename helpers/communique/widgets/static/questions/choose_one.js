// Options to choose from: check boxes for all that fit, else radio buttons. A guess stays as it is once it is kept.

import { freshId, make } from "../common.js";
import { question } from "./question.js";

function body({ q, promptId, onChange }) {
  const many = q.kind === "choose-many";
  const [type, name] = [many ? "checkbox" : "radio", freshId("choice")];
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

export default question(body);
