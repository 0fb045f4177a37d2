// A short answer: a few sentences, then a model answer beside it and a list to tick.

import { make } from "../common.js";
import { question } from "./question.js";

function body({ t, promptId, onChange }) {
  const area = make("textarea", { rows: "4", "aria-labelledby": promptId, spellcheck: "true", maxlength: "20000",
    oninput: onChange });
  const list = make("fieldset.cq-rubric", { hidden: true });
  let ticks = [];
  let drawn = "";

  function follow(state) {
    const key = JSON.stringify(state.rubric);
    list.hidden = !state.rubric.length;
    if (key === drawn) return;
    drawn = key;
    list.replaceChildren(make("legend", t["tick-title"]),
      ...state.rubric.map((line) =>
        make("label.cq-option",
          make("input", { type: "checkbox", value: line.id, checked: ticks.includes(line.id), onchange: (event) => {
            ticks = event.target.checked ? [...ticks, line.id] : ticks.filter((id) => id !== line.id);
            onChange();
          } }), make("span", line.text))
      ));
  }

  return { node: make("div", area, list), read: () => ({ text: area.value, ticks }), write: (answer) => {
    area.value = typeof answer?.text === "string" ? answer.text : "";
    ticks = Array.isArray(answer?.ticks) ? answer.ticks : [];
    for (const box of list.querySelectorAll("input")) box.checked = ticks.includes(box.value);
  }, follow };
}

export default question(body);
