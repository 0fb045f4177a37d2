// Find the words: mark sentences or words of the report.

import { question } from "./question.js";
import { textList } from "./text_list.js";

function body({ t, q, promptId, onChange }) {
  return textList({ text: q.text, t, unit: q.unit, labelledby: promptId, onChange });
}

export default question(body);
