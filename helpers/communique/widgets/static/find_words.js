// Find the words: mark sentences or words of the report.
function body({ model, t, q, promptId, onChange }) {
  return textList({ text: model.get("text"), t, unit: q.unit, labelledby: promptId, onChange });
}

export default { render: question(body) };
