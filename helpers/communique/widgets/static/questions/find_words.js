// Find the words: mark sentences or words of the report.

import { question } from "./question.js";
import { textList } from "./text_list.js";

function body({ model, t, q, promptId, onChange }) {
  return textList({ text: model.get("text"), t, unit: q.unit, labelledby: promptId, onChange });
}

export default { render: question(body) };
