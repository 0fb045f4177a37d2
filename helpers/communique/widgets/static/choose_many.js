// Choose all that fit: a group of check boxes.
function body({ q, promptId, onChange }) {
  const inputs = q.options.map((o) => make("input", { attrs: { type: "checkbox", value: o.id }, on: { change: onChange } }));
  const labels = inputs.map((input, i) => make("label", { cls: "cq-option" }, input, make("span", { text: q.options[i].text })));
  return {
    node: make("fieldset", { attrs: { "aria-labelledby": promptId } }, ...labels),
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    write: (answer) => { for (const input of inputs) input.checked = [].concat(answer ?? []).includes(input.value); },
  };
}

export default { render: question(body) };
