// Choose one: a group of radio buttons.
function body({ q, promptId, onChange }) {
  const name = freshId("one");
  const inputs = q.options.map((o) => make("input", { attrs: { type: "radio", name, value: o.id }, on: { change: onChange } }));
  const labels = inputs.map((input, i) => make("label", { cls: "cq-option" }, input, make("span", { text: q.options[i].text })));
  return {
    node: make("fieldset", { attrs: { "aria-labelledby": promptId } }, ...labels),
    read: () => inputs.find((input) => input.checked)?.value ?? null,
    write: (answer) => { for (const input of inputs) input.checked = input.value === answer; },
  };
}

export default { render: question(body) };
