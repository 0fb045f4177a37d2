// Parts of the negotiating table that are drawn in several places: quotations, tags, lists of radio buttons.

import { fill, freshId, make } from "../common.js";

const FITS = { "in-line": "●", "other-reading": "◐", "holds-back": "○", further: "△", departs: "▽", crosses: "✕",
  unrecorded: "–", "silent-too": "●", "has-words": "○" };

// Words that bring their own quotation marks get no second ones.
export const inMarks = (words) => (words.startsWith("\"") ? words : `“${words}”`);

function tags(list) {
  return (list ?? []).map((text) => make("span", { cls: "cq-tag", text }));
}

// Evidence: the words, where they stand, and a button that lights them in the report.
export function quotation(quote, t, show) {
  const words = quote.at
    ? make("span", { cls: "cq-quote", text: inMarks(quote.words) })
    : make("span", { text: quote.words });
  const button = quote.at
    && make("button", { cls: "cq-plain", text: t.show, "aria-label": fill(t["show-words"], quote), onclick: () =>
      show(quote.at) });
  return make("div", { cls: "cq-evidence" }, words,
    make("span", { cls: "cq-where", text: [quote.who, quote.where].filter(Boolean).join(" · ") }), ...tags(quote.tags),
    button);
}

// Radio buttons of one name: each with a text, and perhaps a line of help.
export function radios(name, label, entries, chosen, onChoose, cls = "") {
  const id = freshId("label");
  const inputs = entries.map((entry) =>
    make("input", { type: "radio", name, value: entry.id, onchange: () => onChoose(entry.id) })
  );
  inputs.forEach((input) => {
    input.checked = input.value === chosen;
  });
  return make("div", { cls: `cq-radios ${cls}`, role: "radiogroup", "aria-labelledby": id },
    make("p", { cls: "cq-label", text: label, id }),
    make("div", { cls: "cq-choices" },
      ...entries.map((entry, i) =>
        make("label", { cls: "cq-choice" }, inputs[i],
          make("span", {}, make("span", { cls: "cq-choice-text", text: entry.text }),
            entry.help && make("span", { cls: "cq-choice-help", text: entry.help })))
      )));
}

function folded(key, title, children, open) {
  const box = make("details", { "data-fold": key }, make("summary", { text: title }), ...children);
  box.open = open.has(key);
  box.addEventListener("toggle", () => (box.open ? open.add(key) : open.delete(key)));
  return box;
}

export function roleCard(card, t, show, open) {
  const stands = card.stands.map((stand, i) =>
    make("li", {}, make("p", { text: stand.issue }), make("strong", { text: stand.stance }), ...tags(stand.tags),
      stand.other && make("span", { cls: "cq-quiet cq-small", text: stand.other }),
      folded(`stand-${i}`, fill(t["the-words"], { count: stand.words.length }), stand.words.map((quote) =>
        quotation(quote, t, show)
      ), open))
  );
  const lines = card.redLines.map((line) =>
    make("li", {}, make("span", { cls: "cq-stand", text: line.text }), quotation(line, t, show),
      line.other && make("span", { cls: "cq-quiet cq-small", text: line.other }))
  );
  const words = (name, list) =>
    list.length
      ? folded(name, `${t[name]} (${list.length})`, list.map((quote) => quotation(quote, t, show)), open)
      : null;
  return make("section", { cls: "cq-role", "aria-label": card.title }, make("h3", { text: card.title }),
    card.speaks && make("p", { cls: "cq-quiet cq-small", text: card.speaks }), make("h4", { text: t.stands }),
    make("ul", {}, ...stands), make("h4", { text: t["red-lines"] }),
    make("p", { cls: "cq-quiet cq-small", text: lines.length ? t["red-lines-help"] : t["no-red-lines"] }),
    lines.length ? make("ul", { cls: "cq-red" }, ...lines) : null,
    words("words-used", card.words) ?? make("p", { cls: "cq-quiet cq-small", text: t["no-words"] }),
    words("words-told", card.told));
}

export function moveCard(move, number, t, show, open) {
  const links = (title, list) =>
    list.length
      ? [make("p", { cls: "cq-small cq-strong", text: title }), ...list.map((link) =>
        make("div", {}, make("span", { text: link.text }), quotation(link, t, show))
      )]
      : [];
  const invites = [...links(t["answers-line"], move.answers), ...links(t["invites-label"], move.invites),
    ...(move.invites.length || move.answers.length || move.kind === "silence"
      ? []
      : [make("p", { text: t["no-link"] })]), ...move.others.map((text) => make("p", { text }))];
  return make("li", { cls: `cq-move${move.mine ? " cq-mine" : ""}`, "data-kind": move.kind, tabindex: "-1" },
    make("p", { cls: "cq-move-head" }, make("span", { cls: "cq-number", text: number }),
      make("strong", { text: move.who }), make("span", { cls: "cq-tag", text: move.kindText }),
      make("span", { cls: "cq-quiet", text: [move.issue, move.side].filter(Boolean).join(" · ") }),
      move.scripted && make("span", { cls: "cq-tag", text: t.scripted })),
    move.text && make("p", { cls: "cq-move-text", text: move.text }), move.how && make("p", { text: move.how }),
    quotation(move.quote, t, show),
    move.scripted
      ? null
      : make("p", { cls: "cq-fit", "data-fit": move.fit },
        make("span", { text: FITS[move.fit], "aria-hidden": "true" }), make("span", { text: move.fitText })),
    move.tied && make("p", { cls: "cq-small cq-tied", text: move.tied }),
    move.scripted || !invites.length ? null : folded(`invites-${move.id}`, t["invites-title"], invites, open));
}
