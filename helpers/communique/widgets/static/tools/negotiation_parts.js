// Parts of the negotiating table that are drawn in several places: quotations, tags, lists of radio buttons.

import { fill, freshId, inMarks, make } from "../common.js";

function tags(list) {
  return (list ?? []).map((text) => make("span.cq-tag", text));
}

// Evidence: the words, where they stand, and a button that lights them in the report.
export function quotation(quote, t, show) {
  const words = quote.at ? make("span.cq-quote", inMarks(quote.words)) : make("span", quote.words);
  const button = quote.at
    && make("button.cq-plain", { text: t.show, "aria-label": fill(t["show-words"], quote), onclick: () =>
      show(quote.at) });
  return make("div.cq-evidence", words, make("span.cq-where", [quote.who, quote.where].filter(Boolean).join(" · ")),
    ...tags(quote.tags), button);
}

// Radio buttons of one name: each with a text, and perhaps a line of help.
export function radios(name, label, entries, chosen, onChoose, cls = "") {
  const id = freshId("label");
  const radio = ({ id }) =>
    make("input", { type: "radio", name, value: id, checked: id === chosen, onchange: () => onChoose(id) });
  return make("div", { cls: `cq-radios ${cls}`, role: "radiogroup", "aria-labelledby": id },
    make("p.cq-label", { text: label, id }),
    make("div.cq-choices",
      ...entries.map((entry) =>
        make("label.cq-choice", radio(entry),
          make("span", make("span.cq-choice-text", entry.text), entry.help && make("span.cq-choice-help", entry.help)))
      )));
}

function folded(key, title, children, open) {
  const box = make("details", { "data-fold": key }, make("summary", title), ...children);
  box.open = open.has(key);
  box.addEventListener("toggle", () => (box.open ? open.add(key) : open.delete(key)));
  return box;
}

export function roleCard(card, t, show, open) {
  const stands = card.stands.map((stand, i) =>
    make("li", make("p", stand.issue), make("strong", stand.stance), ...tags(stand.tags),
      stand.other && make("span.cq-quiet.cq-small", stand.other),
      folded(`stand-${i}`, fill(t["the-words"], { count: stand.words.length }), stand.words.map((quote) =>
        quotation(quote, t, show)
      ), open))
  );
  const lines = card.redLines.map((line) =>
    make("li", make("span.cq-stand", line.text), quotation(line, t, show),
      line.other && make("span.cq-quiet.cq-small", line.other))
  );
  const words = (name, list) =>
    list.length
      ? folded(name, `${t[name]} (${list.length})`, list.map((quote) => quotation(quote, t, show)), open)
      : null;
  return make("section.cq-role", { "aria-label": card.title }, make("h3", card.title),
    card.speaks && make("p.cq-quiet.cq-small", card.speaks), make("h4", t.stands), make("ul", ...stands),
    make("h4", t["red-lines"]), make("p.cq-quiet.cq-small", lines.length ? t["red-lines-help"] : t["no-red-lines"]),
    lines.length ? make("ul.cq-red", ...lines) : null,
    words("words-used", card.words) ?? make("p.cq-quiet.cq-small", t["no-words"]), words("words-told", card.told));
}

export function moveCard(move, number, t, show, open) {
  const links = (title, list) =>
    list.length
      ? [make("p.cq-small.cq-strong", title), ...list.map((link) =>
        make("div", make("span", link.text), quotation(link, t, show))
      )]
      : [];
  const invites = [...links(t["answers-line"], move.answers), ...links(t["invites-label"], move.invites),
    ...(move.invites.length || move.answers.length || move.kind === "silence" ? [] : [make("p", t["no-link"])])];
  return make("li", { cls: `cq-move${move.mine ? " cq-mine" : ""}`, "data-kind": move.kind, tabindex: "-1" },
    make("p.cq-move-head", make("span.cq-number", number), make("strong", move.who), make("span.cq-tag", move.kindText),
      make("span.cq-quiet", move.issue), move.scripted && make("span.cq-tag", t.scripted)),
    move.text && make("p.cq-move-text", move.text), move.how && make("p", move.how),
    move.kind === "silence" && make("p.cq-small", t["silent-on"]), quotation(move.quote, t, show),
    move.asked && make("p.cq-asked", move.asked), move.tied && make("p.cq-small.cq-tied", move.tied),
    move.scripted || !invites.length ? null : folded(`invites-${move.id}`, t["invites-title"], invites, open));
}

// A delegation and a clause: the question to its card, and a person's answer. Alone, the player answers with a reason.
export function seatCard(clause, seat, t, { show, open, agree, reason }) {
  const press = (text, yes, pressed, why) =>
    make("button", { text, "aria-pressed": String(pressed), "data-focus": `agree-${clause.id}-${seat.id}-${yes}`,
      onclick: () => agree(clause.id, seat.id, yes, why?.()) });
  const own = seat.alone
    ? alone()
    : [make("div.cq-actions", seat.own ? press(seat.text, !seat.yes, seat.yes) : make("span.cq-seat", seat.text))];

  function alone() {
    const text = make("textarea", { rows: "2", maxlength: String(reason.most), id: freshId("why"), spellcheck: "true",
      "data-focus": `why-${clause.id}`, oninput: () => reason.write(text.value) });
    text.value = reason.text;
    const why = () => text.value;
    return [make("div.cq-own-words", make("label.cq-label", { text: t["why-label"], for: text.id }), text),
      make("div.cq-actions", press(fill(t.would, { who: seat.name }), true, seat.yes, why),
        press(t["would-not"], false, Boolean(clause.why) && !seat.yes, why))];
  }

  return seat.question
    ? make("div.cq-asked", make("p.cq-strong", seat.question), make("p", seat.card), seat.words.length
      ? folded(`card-${clause.id}-${seat.id}`, fill(t["the-words"], { count: seat.words.length }),
        seat.words.map((quote) =>
          quotation(quote, t, show)
        ), open)
      : null, ...own)
    : make("div", ...own);
}
