// Predict, then reveal: a slider for each outcome, a seal, and then what became of it.

import { calls, later } from "../calls.js";
import { fill, freshId, make, replace } from "../common.js";
import { widget } from "../widget.js";

const SIGNS = { happened: "✓", "did-not": "✗", open: "?" };

function render({ model, el, t }) {
  const status = make("p.cq-saved", { role: "status" });
  const answers = calls(model, { line: status, answered: () => (model.get("state").sealed ? t.sealed : t.saved) });
  const { say, kept } = answers;
  const draft = later(() => send("set"), 400);
  const lines = new Map();
  let chosen = { ...model.get("state").forecasts };
  let sure = false;

  const list = make("ol.cq-outcomes", ...model.get("outcomes").map(line));
  const seal = make("button.cq-main", { onclick: onSeal });
  const back = make("button", { text: t["not-yet"], hidden: true, onclick: () => {
    sure = false;
    draw();
    seal.focus();
  } });
  const reveal = make("button.cq-main", { text: t.reveal, hidden: true, onclick: () => send("reveal") });
  const end = make("div.cq-end", { role: "status" });
  el.append(
    make("div.cq-forecasts", make("p.cq-help", t.help), list, make("div.cq-actions", seal, back, reveal, status), end)
  );

  function line(outcome) {
    const id = freshId("outcome");
    const slider = make("input", { type: "range", min: 0, max: 100, step: 5, "aria-labelledby": id,
      oninput: () => set(outcome.id, slider.valueAsNumber), onclick: setHere, onkeydown: (event) => {
        if (event.key === "Enter") setHere();
      } });
    // where it already is: moving it is not the only way to mean it
    function setHere() {
      if (chosen[outcome.id] === undefined) set(outcome.id, slider.valueAsNumber);
    }

    const number = make("output.cq-number");
    const told = make("div.cq-told");
    const mark = (value) => make("span", { text: fill(t.percent, { value }), "aria-hidden": "true" });
    const box = make("div.cq-scale-line", mark(0), slider, mark(100), number);
    lines.set(outcome.id, { slider, number, told, box });
    return make("li", make("p", { text: outcome.text, id }), box, told);
  }

  function set(id, value) {
    chosen[id] = value;
    kept.keep("set", { do: "set", forecasts: chosen });
    sure = false;
    draw();
    say(t.saving);
    draft.soon();
  }

  function send(act) {
    draft.stop();
    answers.send({ do: act, forecasts: chosen }, { covers: ["set"] });
  }

  function onSeal() {
    if (seal.getAttribute("aria-disabled") === "true") return;
    if (sure) {
      sure = false;
      send("seal");
      return;
    }
    sure = true;
    draw();
    say(t["are-you-sure"]);
  }

  function draw() {
    const s = model.get("state");
    if (s.sealed || !kept.holds("set")) chosen = { ...s.forecasts };
    const results = new Map(s.results.map((result) => [result.id, result]));
    let open = 0;
    for (const [id, parts] of lines) {
      const value = chosen[id];
      const has = value !== undefined;
      open += has ? 0 : 1;
      parts.slider.value = has ? value : 50;
      parts.slider.disabled = s.sealed;
      parts.slider.classList.toggle("cq-unset", !has);
      parts.slider.setAttribute("aria-valuetext", has ? fill(t.percent, { value }) : t.unset);
      parts.number.textContent = has ? fill(t.percent, { value }) : t.unset;
      const result = results.get(id);
      parts.told.hidden = !result;
      if (result) replace(parts.told, ...resultOf(result));
    }
    seal.textContent = sure ? t["seal-now"] : open ? fill(t["seal-open"], { open }) : t.seal;
    seal.setAttribute("aria-disabled", String(open > 0));
    seal.hidden = s.sealed;
    back.hidden = !sure || s.sealed;
    reveal.hidden = !s.sealed || s.revealed;
    replace(end, ...(s.revealed ? ending(s) : []));
  }

  function resultOf(result) {
    const error = result.error ? fill(t.error, result) : "";
    const words = [`${SIGNS[result.result]} ${t[result.result]}`, error].filter(Boolean).join(" · ");
    return [make("p", { cls: `cq-result cq-${result.result}`, text: words }), make("p", result.told),
      result.source && make("p.cq-quiet", fill(t.source, result))];
  }

  function ending(s) {
    const rows = s.groups.map((g) =>
      make("tr", make("th", { text: `${g.from}–${g.to}%`, scope: "row" }), make("td", g.count || "–"),
        make("td", g.count ? g.happened : "–"), make("td", g.count ? strip(g) : make("span", "–")))
    );
    const names = ["said", "count", "happened", "picture"];
    const heads = names.map((name) => make("th", { text: t[`col-${name}`], scope: "col" }));
    return [make("p.cq-score", s.score ? fill(t.score, s) : t["no-score"]), make("p", t["score-help"]),
      s.open ? make("p", fill(t["still-open"], s)) : null,
      make("table.cq-groups", make("caption", t["groups-help"]), make("thead", make("tr", ...heads)),
        make("tbody", ...rows))];
  }

  // A line from 0 to 100: the mark says what was said on average, the bar how much of it happened.
  function strip(g) {
    const share = Math.round((100 * g.happened) / g.count);
    const bar = make("span.cq-bar");
    bar.style.width = `${share}%`;
    const mark = make("span.cq-mark");
    mark.style.left = `${g.said}%`;
    return make("span.cq-strip-box", make("span.cq-track", { "aria-hidden": "true" }, bar, mark),
      make("span", fill(t.strip, { said: g.said, share })));
  }

  model.on("change:state", draw);
  draw();
  if (model.get("state").sealed) say(t.sealed);
  answers.again(({ forecasts }) => {
    chosen = { ...forecasts };
    draw();
  });
  return () => {
    draft.finish(); // what was moved a moment ago is kept too
    answers.close();
  };
}

export default widget(render);
