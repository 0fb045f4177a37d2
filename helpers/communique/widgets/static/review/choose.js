// One field of a row, as a box to type in: a closed list is narrowed by typing. Several choices appear as chips;
// what is chosen already is in the list too, to take it away.

import { fill, freshId, make, within } from "../common.js";

const MOST_SHOWN = 60;

// A program's guess at what a pronoun means (p5?: They), and the same when a person has accepted it.
const isGuess = (/** @type {string} */ alias) => /^(?:headline|p\d+)(?:#\d+)?\?:/.test(alias);
const placed = (/** @type {string} */ alias) =>
  alias.replace(/^(headline|p\d+(?:#\d+)?)(\??):\s*(.*)$/, (_, place, guess, words) => `${words} (${place})${guess}`);
const sure = (/** @type {string} */ alias) => alias.replace("?:", ":");

/** The choices ([value, words]) that fit what is typed: those that begin with it, then those that have it elsewhere. */
export function narrowed(choices, typed) {
  const places = choices.map((choice) => ({ choice, at: choice[1].toLowerCase().indexOf(typed) }));
  return [...places.filter(({ at }) => at === 0), ...places.filter(({ at }) => at > 0)].map(({ choice }) => choice);
}

// options() gives [value, words]; value() what is chosen now (a list where many); onPick gets the new value as text.
// adds: what is typed and is no option yet can be chosen too, and becomes one.
export function choiceField({ label, options, value, many, free, adds, optional, t, onPick, onDone }) {
  const listId = freshId("choices");
  const list = make("ul", { id: listId, role: "listbox", "aria-label": label });
  const input = make("input", { type: "text", role: "combobox", "aria-label": label, "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": listId, autocomplete: "off", spellcheck: "false" });
  const chips = make("span.cq-chips");
  const node = make("div", { cls: many ? "cq-choose cq-many" : "cq-choose" }, chips, input, list);
  let shown = [], active = -1;
  list.hidden = true;
  if (!many) input.placeholder = optional ? t.nothing : t["type-to-find"];

  /** @type {string[] | null} */
  let mine = null; // what was picked here and is not answered yet: anyone who types fast goes on from it
  const chosen = () => mine ?? (many ? value() : [value()].filter(Boolean));
  const wordsOf = (one) => (free ? placed(one) : options().find(([v]) => v === one)?.[1] ?? one);
  const open = () => !list.hidden;

  function draw() {
    if (mine?.join() === String(value())) mine = null;
    if (many) {
      chips.replaceChildren(
        ...chosen().map((one) =>
          make("button.cq-chip", { text: wordsOf(one), tabindex: "-1",
            "aria-label": fill(t.remove, { what: wordsOf(one) }), onclick: () => {
              pick(chosen().filter((v) => v !== one));
              input.focus();
            } })
        )
      );
      input.placeholder = free ? t["add-name"] : chosen().length ? "+" : t["type-to-find"];
    } else if (!open()) {
      const words = value() ? wordsOf(value()) : "";
      if (input.value === words) return;
      input.value = words;
      if (document.activeElement === input) input.select(); // what is typed next replaces it
    }
  }

  function pick(values) {
    if (many) mine = values;
    onPick(many ? values.join(" | ") : values[0] ?? "");
  }

  function show(typed) {
    const wanted = typed.trim().toLowerCase();
    const named = free ? chosen().map((v) => [v, placed(v)]) : options();
    const guesses = free
      ? chosen().filter(isGuess).map((v) => [sure(v), fill(t["guess-yes"], { what: placed(sure(v)) })])
      : [];
    const all = many ? named.map(([v, words]) => [v, words, chosen().includes(v)]) : named;
    shown = [...(!many && optional && !wanted ? [["", t.nothing]] : []), ...narrowed([...guesses, ...all], wanted)]
      .slice(0, MOST_SHOWN);
    if (adds && wanted && !shown.some(([, words]) => words.toLowerCase() === wanted))
      shown.push([typed.trim(), fill(t["new-issue"], { what: typed.trim() })]);
    active = guesses.length && !wanted ? 0 : shown.findIndex(([v]) => !many && v === value() && !wanted);
    if (active < 0) active = shown.length && wanted && !(free && shown[0][0].toLowerCase() !== wanted) ? 0 : -1;
    list.replaceChildren(
      ...(shown.length
        ? shown.map(([v, words, on], i) =>
          make("li", { text: on ? fill(t.remove, { what: words }) : words, role: "option", id: `${listId}-${i}`,
            "data-value": v, onpointerdown: (event) => {
              event.preventDefault();
              take(i);
            } })
        )
        : [
          make("li.cq-quiet", { text: t["none-found"], role: "option", "aria-disabled": "true",
            "aria-selected": "false" }),
        ])
    );
    list.hidden = free && (!shown.length || (shown.length === 1 && !wanted));
    if (!list.hidden && input.getAttribute("aria-expanded") === "false") list.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function mark() {
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const [i, row] of rows.entries()) row.setAttribute("aria-selected", String(i === active));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `${listId}-${active}`);
      list.scrollTop = Math.max(0, rows[active].offsetTop - list.clientHeight / 2);
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function take(i) {
    const [v, , on] = shown[i];
    close();
    if (many) {
      input.value = "";
      pick(
        on ? chosen().filter((one) => one !== v) : [...chosen().filter((one) => !isGuess(one) || sure(one) !== v), v]
      );
    } else {
      input.value = v ? wordsOf(v) : "";
      if (v !== value()) pick(v ? [v] : []);
      input.select();
    }
  }

  // What is typed becomes the choice; false where it fits nothing.
  function settle() {
    if (open() && active >= 0) {
      take(active);
      return true;
    }
    const typed = input.value.trim();
    if (free && typed) {
      input.value = "";
      close();
      pick([...chosen(), typed]);
      return true;
    }
    if (!many && optional && !typed && value()) {
      pick([]);
      return true;
    }
    return !open();
  }

  input.addEventListener("input", () => show(input.value));
  input.addEventListener("focus", () => {
    mine = null;
    input.select();
  });
  input.addEventListener("click", () => {
    if (!open()) show("");
  });
  input.addEventListener("blur", () => {
    close();
    if (free) settle();
    else input.value = "";
    draw();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (!open()) show("");
      else active = within(active + step, shown.length);
      mark();
    } else if (event.key === "Enter") {
      if (settle()) onDone();
    } else if (event.key === "," && many && !free) { // one more of a list
      settle();
    } else if (event.key === "Escape") {
      close();
      input.value = "";
      draw();
      onDone();
      event.stopPropagation();
    } else if (event.key === "Tab") {
      if (open() && input.value.trim()) settle();
      return;
    } else if (event.key === "Backspace" && many && !input.value && chosen().length) pick(chosen().slice(0, -1));
    else return;
    event.preventDefault();
  });
  draw();
  return { node, input, draw };
}

// Free text: kept when it is left, or with Enter.
export function textField({ label, long, options, value, onPick, onType, onLeave, onDone }) {
  const listId = freshId("suggestions");
  /** @type {HTMLTextAreaElement | HTMLInputElement} */
  const input = make(long ? "textarea" : "input", { "aria-label": label, rows: long ? "2" : null,
    type: long ? null : "text", list: options.length ? listId : null, autocomplete: "off" });
  const node = make("div.cq-choose", input,
    options.length
      ? make("datalist", { id: listId }, ...options.map(([v, words]) => make("option", { text: words, value: v })))
      : null);
  const draw = () => {
    if (document.activeElement !== input) input.value = value();
  };
  const keep = () => {
    if (input.value.trim() !== value()) onPick(input.value.trim());
    else onLeave();
  };
  input.addEventListener("input", () => onType(input.value.trim()));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", keep);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      keep();
      onDone();
    } else if (event.key === "Escape") {
      input.value = value();
      onLeave();
      onDone();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  input.value = value();
  return { node, input, draw };
}
