// Choose one: a group of radio buttons. A guess is made with the same, and stays as it is once it is kept.
function body({ q, promptId, onChange }) {
  const name = freshId("one");
  const inputs = q.options.map((o) => make("input", { attrs: { type: "radio", name, value: o.id }, on: { change: onChange } }));
  const labels = inputs.map((input, i) => make("label", { cls: "cq-option" }, input, make("span", { text: q.options[i].text })));
  return {
    node: make("fieldset", { attrs: { "aria-labelledby": promptId } }, ...labels),
    read: () => inputs.find((input) => input.checked)?.value ?? null,
    write: (answer) => { for (const input of inputs) input.checked = input.value === answer; },
    lock: (sealed) => { for (const input of inputs) input.disabled = sealed && !input.checked; },
  };
}

export default { render: question(body) };
