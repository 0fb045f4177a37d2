// Place on a scale: a row of steps for each thing (and a pair of lanes, where the scale has them), and a
// picture of the scale on which the things stand. The picture repeats what the rows say, so it is not read aloud.

import { freshId, make } from "../common.js";
import { question } from "./question.js";

function body({ t, q, promptId, onChange }) {
  const things = q.options.map((o) => ({ ...o, step: radios(o, "step", q.steps), lane: radios(o, "lane", q.lanes) }));
  const picture = make("div.cq-scale", { "aria-hidden": "true" });

  function radios(option, part, choices) {
    const name = freshId(part);
    return choices.map((c) =>
      make("input", { type: "radio", name, value: c.id, "data-option": option.id, onchange: () => {
        draw();
        onChange();
      } })
    );
  }

  function pills(inputs, choices, numbered) {
    return inputs.map((input, i) =>
      make("label.cq-pill", input, make("span", numbered ? `${i + 1} ${choices[i].text}` : choices[i].text))
    );
  }

  const rows = things.map((thing, number) =>
    make("fieldset.cq-thing", { "data-part": thing.id }, make("legend", `${letter(number)}. ${thing.text}`),
      thing.lane.length ? make("div.cq-pills", ...pills(thing.lane, q.lanes, false)) : null,
      make("div.cq-pills", ...pills(thing.step, q.steps, true)))
  );

  function letter(number) {
    return String.fromCharCode(65 + number);
  }

  function place(thing) {
    const step = thing.step.find((input) => input.checked)?.value ?? "";
    if (!q.lanes.length) return step;
    const lane = thing.lane.find((input) => input.checked)?.value ?? "";
    return step || lane ? `${lane}/${step}` : "";
  }

  function draw() {
    const lanes = q.lanes.length ? q.lanes : [{ id: "", text: "" }];
    picture.style.gridTemplateColumns = `minmax(90px, 1.2fr) repeat(${lanes.length}, minmax(60px, 1fr))`;
    const cells = q.lanes.length ? [make("span"), ...lanes.map((lane) => make("b", lane.text))] : [];
    [...q.steps].reverse().forEach((step, i) => {
      cells.push(make("span.cq-rung", `${q.steps.length - i} ${step.text}`));
      for (const lane of lanes) {
        const here = things.map((thing, n) => [thing, letter(n)]).filter(([thing]) =>
          place(thing) === (lane.id ? `${lane.id}/${step.id}` : step.id)
        );
        cells.push(
          make("span.cq-spot", ...here.map(([thing, sign]) => make("span.cq-chip", { text: sign, title: thing.text })))
        );
      }
    });
    picture.replaceChildren(...cells);
  }

  draw();
  return {
    node: make("div.cq-placing", make("div", { role: "group", "aria-labelledby": promptId }, ...rows),
      make("div.cq-scale-box", make("p.cq-help", { text: t["picture-label"], "aria-hidden": "true" }), picture)),
    read: () => Object.fromEntries(things.map((thing) => [thing.id, place(thing)]).filter(([, where]) => where)),
    write: (answer) => {
      for (const thing of things) {
        const where = typeof answer?.[thing.id] === "string" ? answer[thing.id] : "";
        const [lane, step] = q.lanes.length ? where.split("/") : ["", where];
        for (const input of thing.step) input.checked = input.value === step;
        for (const input of thing.lane) input.checked = input.value === lane;
      }
      draw();
    },
  };
}

export default question(body);
