// Write: an open question, answered in the student's own words and compared with a model answer.

import { make } from "../common.js";
import { question } from "./question.js";

function body({ t, promptId, onChange }) {
  const area = make("textarea", { rows: "5", "aria-labelledby": promptId, "aria-label": t["answer-label"],
    spellcheck: "true", maxlength: "20000", oninput: onChange });
  return { node: area, read: () => area.value, write: (answer) => {
    area.value = typeof answer === "string" ? answer : "";
  } };
}

export default question(body);
