// The two forms of the negotiating table: a move and a clause. Both choose an issue and cite evidence for it.

import { fill, freshId, inMarks, make } from "../common.js";
import { radios } from "./negotiation_parts.js";

// tools: t, fixed, most, evidence() -> groups by issue, changed(), send(), status
export function tableForm(kind, values, tools) {
  const { t, fixed, most } = tools;
  const group = freshId(kind);
  const isMove = kind === "move";
  const fields = make("div");
  const text = make("textarea", { id: `${group}-text`, rows: "2", maxlength: String(most), spellcheck: "true",
    oninput: () => set("text", text.value) });
  const used = make("p.cq-quiet.cq-small", { id: `${group}-help` });
  text.setAttribute("aria-describedby", used.id);
  const own = make("div.cq-own-words",
    make("label.cq-label", { text: isMove ? t["text-label"] : t["clause-text"], for: text.id }), text, used);
  const evidence = make("div");
  const label = make("p.cq-label", { id: `${group}-evidence` });
  const help = make("p.cq-quiet.cq-small.cq-kind-help", { "aria-live": "polite" });
  const free = make("input", { type: "text", id: `${group}-free`, maxlength: "500", autocomplete: "off",
    oninput: () => set("words", free.value) });
  const freeBox = make("div.cq-own-words", make("label.cq-label", { text: t["free-label"], for: free.id }), free);
  const button = make("button.cq-main", { onclick: () => tools.send({ ...values }) });
  const node = make("div.cq-form", fields, own, evidence, freeBox, make("div.cq-actions", button, tools.status));

  function set(name, value) {
    values[name] = value;
    if (name === "issue") delete values.key;
    tools.changed();
    if (name === "issue" || name === "by") drawEvidence();
    draw();
  }

  function drawFields() {
    const by = tools.own.length > 1 && !isMove
      ? [
        radios(`${group}-by`, t["by-label"], tools.own.map((o) => ({ id: o.id, text: o.name })),
          values.by ?? tools.own[0].id, (id) => set("by", id), "cq-row"),
      ]
      : [];
    const first = isMove
      ? radios(`${group}-kind`, t["kind-label"], fixed.kinds.map(({ id, text: words }) => ({ id, text: words })),
        values.kind, (id) => set("kind", id), "cq-row")
      : radios(`${group}-opening`, t["opening-label"], fixed.openings, values.opening, (id) => set("opening", id),
        "cq-row");
    fields.replaceChildren(...by, first, help,
      radios(`${group}-issue`, t["issue-label"], fixed.issues, values.issue, (id) => set("issue", id)));
    text.value = values.text ?? "";
    free.value = values.words ?? "";
  }

  function drawEvidence() {
    const groups = tools.evidence(values.by)[values.issue];
    if (!groups) {
      evidence.replaceChildren(label, make("p.cq-quiet", t["choose-issue"]));
      return;
    }
    const option = ({ key, words, where, who, quote }) =>
      make("label.cq-choice",
        make("input", { type: "radio", name: `${group}-key`, value: key, checked: values.key === key, onchange: () =>
          set("key", key) }),
        make("span", make("span", { cls: quote ? "cq-quote" : "", text: quote ? inMarks(words) : words }),
          make("span.cq-where", [who, where].filter(Boolean).join(" · "))));
    const last = { title: "", options: [{ key: "free", words: t["group-free"], where: "", who: "", quote: false }] };
    evidence.replaceChildren(label,
      make("div.cq-list", { role: "radiogroup", "aria-labelledby": label.id },
        ...[...groups, last].flatMap((
          g,
        ) => [g.title && make("p.cq-small.cq-strong", g.title), ...g.options.map(option)])));
  }

  function draw() {
    const silence = isMove && values.kind === "silence";
    own.hidden = silence;
    freeBox.hidden = values.key !== "free" || !values.issue;
    used.textContent = fill(isMove ? t["text-help"] : t["clause-help"], { used: [...text.value].length, most });
    button.textContent = isMove ? (silence ? t["put-silence"] : t.put) : t.propose;
    label.textContent = silence ? t["evidence-label-silence"] : t["evidence-label"];
    help.textContent = isMove ? (fixed.kinds.find((k) => k.id === values.kind)?.help ?? "") : "";
    help.hidden = !help.textContent;
  }

  drawFields();
  drawEvidence();
  draw();
  return node;
}
