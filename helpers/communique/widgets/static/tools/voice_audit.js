// The voice audit: a row for each voice, and the report with that voice alone or without it.
// Python counts and cuts; this file draws, and tells Python which voice was chosen.

import { calls } from "../calls.js";
import { fill, find, freshId, make, moveFocus, numberOf, replace, terms, wordsAt } from "../common.js";
import { inList } from "../moves.js";
import { widget } from "../widget.js";

/** What a piece of the report is to a voice, or to the report without that voice. */
function roleOf(piece, voice, without) {
  if (voice === undefined) return "whole";
  const role = piece.roles[voice] ?? "";
  if (!without) return role || "dim";
  return role === "frame" ? role : ["direct", "indirect", "report"].includes(role) ? "gone" : "whole";
}

/** The pieces of a paragraph with their roles; neighbours that look alike are one stretch, for the eye and the ear. */
export function runsOf(pieces, voice, without) {
  /** @type {any[]} */
  const runs = [];
  for (const piece of pieces) {
    const role = roleOf(piece, voice, without);
    const last = runs.at(-1);
    if (last?.role === role) last.text += piece.text;
    else runs.push({ role, text: piece.text });
  }
  return runs;
}

function render({ model, el, t }) {
  const voices = model.get("voices");
  const most = Math.max(1, ...voices.map((voice) => Object.values(voice.bar).reduce((a, b) => a + b, 0)));
  const captionId = freshId("audit");

  const buttons = voices.map((voice) =>
    make("button.cq-voice", { "data-voice": voice.id, onclick: () =>
      choose(voice.id === model.get("chosen") ? "" : voice.id, model.get("mode")) },
      make("span.cq-voice-name", voice.name), bar(voice))
  );
  const lines = voices.map((voice, index) =>
    make("tr", make("th", { scope: "row" }, buttons[index]),
      ...[voice.words, voice.of_report, voice.of_own_direct].map((text) => make("td", text)))
  );
  const heads = ["voice", "words", "of-report", "of-own-direct"];
  const table = make("table",
    make("caption", { id: captionId }, make("b", t["table-caption"]), make("span.cq-quiet", t["table-help"])),
    make("thead", make("tr", ...heads.map((name) => make("th", { text: t[name], scope: "col" })))),
    make("tbody", ...lines));
  const kinds = [...new Set(voices.flatMap((voice) => Object.keys(voice.bar).filter((kind) => voice.bar[kind])))];
  const legend = make("ul.cq-bar-legend", { "aria-label": t["legend-label"] },
    ...kinds.map((kind) =>
      make("li", make("span", { cls: `cq-part cq-part-${kind}`, "aria-hidden": "true" }),
        make("span", t[`bar-${kind}`]))
    ));

  const modes = ["hear", "without"].map((mode) =>
    make("button", { text: t[mode], "data-mode": mode, onclick: () => choose(model.get("chosen"), mode) })
  );
  const whole = make("button.cq-plain", { text: t.whole, onclick: () => choose("", model.get("mode")) });
  const title = make("p.cq-audit-title", { role: "status" });
  const about = make("div.cq-about");
  const lost = make("div.cq-lost");
  const key = make("ul.cq-key", { "aria-label": t["key-label"] });
  const page = make("div.cq-audit-text", { role: "group", tabindex: "0", "aria-label": t["text-label"] });
  const kept = make("p.cq-kept.cq-quiet", { role: "status" });
  const line = calls(model, { line: kept, answered: () => t.kept });

  el.append(
    make("div.cq-audit", { role: "group", "aria-label": t["audit-label"] }, make("p.cq-counted.cq-quiet", t.counted),
      voices.length > 1 ? null : make("p", t["no-statements"]),
      make("div.cq-voices", make("div.cq-voices-box", table), legend),
      make("div.cq-heard", make("div.cq-modes", { role: "group", "aria-label": t["mode-label"] }, ...modes, whole),
        title, about, lost, key, page, kept))
  );
  for (const button of buttons) button.addEventListener("keydown", move);

  function bar(voice) {
    const parts = Object.entries(voice.bar).filter(([, words]) => words).map(([kind, words]) => {
      const part = make("span", { cls: `cq-part cq-part-${kind}` });
      part.style.width = `${(100 * words) / most}%`;
      return part;
    });
    return make("span.cq-bar", { "aria-hidden": "true" }, ...parts);
  }

  function move(event) {
    const at = buttons.indexOf(event.currentTarget);
    const to = inList(event.key, at, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    moveFocus(buttons, at, to);
  }

  function choose(voice, mode) {
    take({ voice, mode });
    line.send({ do: "choose", voice, mode }, { keeps: "choose" });
  }

  function take({ voice, mode }) {
    model.set("chosen", voice);
    model.set("mode", mode);
  }

  function draw() {
    const voice = voices.find((one) => one.id === model.get("chosen"));
    const without = model.get("mode") === "without";
    const stop = buttons[voices.indexOf(voice)] ?? buttons.find((button) => button === document.activeElement)
      ?? buttons[0];
    buttons.forEach((button, index) => {
      const on = voices[index] === voice;
      button.setAttribute("aria-pressed", String(on));
      button.tabIndex = button === stop ? 0 : -1;
      lines[index].classList.toggle("cq-on", on);
    });
    for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.mode === model.get("mode")));
    whole.hidden = !voice;
    title.textContent = voice ? fill(without ? t.missing : t.hearing, { name: voice.name }) : t["nothing-chosen"];
    about.replaceChildren(...(voice && !without ? [facts(voice)] : []));
    replace(lost, ...(voice && without ? gone(voice) : []));
    drawText(voice, without);
  }

  function facts(voice) {
    const ways = voice.chains.map((chain) =>
      make("div", chain.where ? make("span.cq-quiet", `${chain.where} `) : null,
        make("ol.cq-chain", ...chain.steps.map((text) => make("li", text))))
    );
    return terms([...voice.facts, [t["fact-chain"], ways]]);
  }

  function gone(voice) {
    const rows = voice.lost.map((row) =>
      make("li", make("b", row.label), " ", wordsAt(row.paragraph, row.words),
        row.note ? make("span.cq-quiet", ` ${row.note}`) : null)
    );
    return [make("p.cq-lost-title", t["lost-title"]), make("p", voice.lost_lead),
      rows.length ? make("ul", ...rows) : null];
  }

  function drawText(voice, without) {
    const used = new Set();
    const tags = { direct: "strong", gone: "del", frame: "em" };
    const drawn = model.get("paragraphs").map((paragraph) => {
      const head = paragraph.id === "headline";
      const body = make("p", { cls: head ? "cq-audit-headline" : "" });
      for (const { role, text } of runsOf(paragraph.pieces, voice?.id, without)) {
        if (text.trim()) used.add(role);
        const hidden = role === "gone" && text.trim() ? make("span.cq-hidden", t.gone) : null;
        body.append(make(tags[role] ?? "span", { cls: `cq-said cq-said-${role}`, "data-role": role }, hidden, text));
      }
      return make("div.cq-audit-par", { "data-paragraph": paragraph.id }, numberOf(paragraph.id), body);
    });
    page.replaceChildren(...drawn);
    key.replaceChildren(
      ...["direct", "indirect", "report", "inner", "gone", "frame"].filter((role) => used.has(role)).map((role) =>
        make("li", { cls: `cq-said cq-said-${role}`, text: t[`key-${role}`] })
      )
    );
    const first = find(page, ["direct", "indirect", "inner", "gone"].map((role) => `[data-role="${role}"]`).join());
    const top = /** @type {HTMLElement | null | undefined} */ (first?.closest(".cq-audit-par"));
    page.scrollTop = top ? top.offsetTop - 8 : 0;
  }

  model.on("change:chosen change:mode", draw);
  draw();
  line.again(take);
  return line.close;
}

export default widget(render);
