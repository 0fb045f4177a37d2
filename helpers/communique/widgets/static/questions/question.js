// The frame of every question: prompt, buttons, feedback, hints, explanation. A kind's own file draws the
// body: body({model, t, q, promptId, onChange}) gives {node, read, write} and, where it needs them,
// follow(state) (called with every new state) and lock(sealed). Marking happens in Python.

import { calls, later } from "../calls.js";
import { fill, find, freshId, goTo, intoView, make, numberOf, post, whenPlaced, wordsAt } from "../common.js";
import { nextOf } from "../moves.js";
import { widget } from "../widget.js";

export function question(body) {
  return widget(({ model, el, t }) => {
    const q = model.get("question");
    const promptId = freshId("prompt");
    const outcome = make("span.cq-outcome");
    const next = make("button.cq-main.cq-next", { hidden: true, onclick: goOn });
    const saved = make("span.cq-saved", { role: "status" });
    const feedback = make("div.cq-feedback", { role: "status" });
    const below = make("div");
    const check = make("button.cq-main", { text: t[q.button], onclick: () => !blocked(check) && send("check") });
    const hint = make("button", { onclick: () => !blocked(hint) && send("hint") });
    const unsure = make("button", { onclick: () => !blocked(unsure) && send("dont-know") });
    const answers = calls(model, { line: saved, answered: (told) => (told.draft ? t["draft-saved"] : t.saved) });
    const { say, kept } = answers;
    const draft = later(() => send("draft"), q.written ? 1200 : 500);

    const part = body({ model, t, q, promptId, onChange });
    const passage = make("div.cq-text");
    const again = make("summary", t["text-again"]);
    const fold = make("details", again, passage);
    const card = make("div.cq-question", { role: "group", "aria-labelledby": promptId, "data-question": q.id,
      "data-text": q.source?.join(), cls: q.source && "cq-on-text" },
      make("div.cq-top", q.number ? make("b", q.number) : null, make("span", t[`kind-${q.kind}`]),
        q.made ? make("span.cq-made", q.made) : null),
      ...(q.source ? [...q.source.map((line) => make("p.cq-help", line)), fold] : []),
      make("p.cq-prompt", { text: q.prompt, id: promptId, tabindex: "-1" }), part.node,
      q.starters?.length ? make("details", make("summary", t.starters), list(q.starters)) : null,
      make("div.cq-actions", check, hint, unsure), make("div.cq-told", outcome, saved), feedback, next, below);
    card.addEventListener("focusin", look);
    el.append(card);
    // The report moves to the paragraph that the question is about, as far as the student has been told.
    function look(event) {
      if (q.source) return; // it is about a text of its own
      const s = model.get("state");
      const told = [event.target.closest("[data-part]")?.textContent ?? "", ...[...s.hints].reverse(), q.prompt];
      const number = told.map((text) => text.match(t["paragraph-named"])?.[1]).find(Boolean);
      const detail = s.evidence[0]?.paragraph ?? (number ? `p${number}` : q.look);
      if (detail) card.dispatchEvent(new CustomEvent("communique-look", { bubbles: true, detail }));
    }

    const cards = () => {
      const lesson = el.closest(".jp-Notebook") ?? document;
      return /** @type {HTMLElement[]} */ ([...lesson.querySelectorAll(".cq-question")]);
    };
    // A text that an earlier card shows too is folded.
    const wait = whenPlaced(el, () => {
      const earlier = q.source ? cards().slice(0, cards().indexOf(card)) : [];
      again.hidden = !earlier.some((other) => other.dataset.text === card.dataset.text);
      fold.open = again.hidden;
    });

    const following = () => nextOf(cards(), card, (other) => other.dataset.done === "false");

    function goOn() {
      goTo(following() ?? el.closest(".jp-Notebook")?.querySelector(".cq-header.cq-foot"));
    }

    // Beside each part of an answer that was checked: a sign, a word and a colour.
    function sign(marks) {
      for (const node of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll("[data-part]"))) {
        const mark = marks[String(node.dataset.part)];
        if (mark) node.dataset.mark = mark;
        else delete node.dataset.mark;
        find(node, ":scope > .cq-sign")?.remove();
        if (mark) node.append(make("span.cq-sign", t[`mark-${mark}`]));
      }
    }

    function showWords() {
      if (q.source) {
        fold.open = true;
        intoView(find(card, ".cq-lit"));
      } else post(model, { do: "show" });
    }

    // The text that the question is about; once it is explained, with the words behind the answer lit.
    function showText(paragraphs, lit) {
      fold.hidden = !paragraphs.length;
      passage.replaceChildren(
        ...paragraphs.map(({ id, pieces }) =>
          make("p", { cls: id === "headline" && "cq-headline" }, numberOf(id),
            make("span", ...pieces.map((piece) => (piece.lit ? make("span.cq-lit", piece.text) : piece.text))))
        )
      );
      for (const unit of /** @type {NodeListOf<HTMLElement>} */ (part.node.querySelectorAll("[data-unit]")))
        unit.classList.toggle("cq-lit", lit.includes(unit.dataset.unit));
    }

    function blocked(button) {
      return button.getAttribute("aria-disabled") === "true";
    }

    function send(act) {
      if (act === "draft") draft.stop();
      else draft.finish(); // an answer that is no try is on the disk as a draft
      answers.send({ do: act, answer: part.read() }, { covers: ["draft"], ...(act === "draft" ? { saying: "" } : {}) });
      if (act === "check") feedback.setAttribute("aria-busy", "true");
    }

    function onChange() {
      if (model.get("state").sealed) {
        part.write(model.get("state").answer); // it stays as it was kept
        return;
      }
      kept.keep("draft", { do: "draft", answer: part.read() });
      say(t["not-checked"]);
      sign({});
      draft.soon();
    }

    function box(title, ...nodes) {
      return make("div.cq-box", make("p.cq-box-title", title), ...nodes);
    }

    function list(lines, ordered = false) {
      return make(ordered ? "ol" : "ul", ...lines.map((text) => make("li", text)));
    }

    function draw() {
      const s = model.get("state");
      const untried = s.explanation ? "explained" : "left-open";
      const shown = s.outcome === "not-tried" && s.revealed ? untried : `outcome-${s.outcome}`;
      const symbol = { "not-tried": "○", "not-yet": "◐", right: "●", answered: "●" }[s.outcome];
      const tries = s.tries && t.tries ? fill(t.tries, { tries: s.tries }) : "";
      outcome.textContent = [`${symbol} ${t[shown]}`, tries].filter(Boolean).join(" · ");
      const done = s.revealed || ["right", "answered"].includes(s.outcome);
      card.classList.toggle("cq-moment", done && card.dataset.done === "false");
      card.dataset.done = String(done);
      outcome.dataset.outcome = card.dataset.outcome = s.outcome;
      check.classList.toggle("cq-main", !done);
      next.hidden = !done;
      next.textContent = t[following() ? "next-question" : "to-the-end"];
      const left = q.hints - s.hints.length;
      hint.textContent = left ? fill(t["hint-left"], { left }) : t["no-more-hints"];
      hint.setAttribute("aria-disabled", String(!left));
      hint.hidden = !q.hints;
      unsure.textContent = left || !q.hints ? t["dont-know"] : t.explain;
      unsure.setAttribute("aria-disabled", String(Boolean(s.explanation || s.sealed)));
      check.setAttribute("aria-disabled", String(Boolean(s.sealed)));
      part.lock?.(Boolean(s.sealed));
      // what another window has put here is shown, unless something in this one is not sent yet
      if (!kept.holds("draft") && JSON.stringify(s.answer) !== JSON.stringify(part.read())) part.write(s.answer);
      part.follow?.(s);
      sign(kept.holds("draft") ? {} : s.marks);
      showText(s.passage, s.lit);
      feedback.dataset.outcome = s.outcome;
      const told = s.feedback.join("\n");
      if (feedback.dataset.told !== told || feedback.getAttribute("aria-busy")) {
        feedback.dataset.told = told;
        feedback.replaceChildren(...s.feedback.map((text) => make("p", text)));
      }
      feedback.removeAttribute("aria-busy");
      const rest = s.hints.map((text, i) => box(fill(t["hint-title"], { number: i + 1 }), make("p", text)));
      if (s.solution)
        rest.push(
          box(q.written ? t["model-title"] : t["solution-title"],
            ...(Array.isArray(s.solution) ? [list(s.solution, q.ordered)] : [make("p", s.solution)]))
        );
      if (s.compare.length) rest.push(box(t["compare-title"], list(s.compare)));
      if (s.explanation) {
        const words = s.evidence.map((e) => wordsAt(e.where, e.words));
        const show = s.evidence.length
          ? make("button.cq-plain", { text: t[q.source ? "show-in-text" : "show-in-report"], onclick: showWords })
          : null;
        rest.push(box(t["explanation-title"], make("p", s.explanation), ...words, show));
      }
      if (s.note) rest.unshift(make("p.cq-quiet", s.note));
      const key = JSON.stringify([s.note, s.hints, s.solution, s.compare, s.explanation]);
      if (below.dataset.key !== key) {
        below.dataset.key = key;
        below.replaceChildren(...rest);
      }
    }

    model.on("change:state", draw);
    part.write(model.get("state").answer);
    draw();
    if (model.get("state").sealed) say(t.sealed);
    else if (model.get("state").unchecked) say(`${t["draft-saved"]}. ${t["not-checked"]}`);
    answers.again(({ answer }) => model.get("state").sealed || part.write(answer));
    return () => {
      wait();
      draft.finish(); // what was typed a moment ago is kept too
      answers.close();
    };
  });
}
