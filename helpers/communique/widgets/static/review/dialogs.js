// What lies over the bench for a moment: the keys, a row that others lean on, what the check says.

import { fill, find, freshId, make, replace } from "../common.js";

export function benchDialog({ t, onClosed }) {
  const title = make("h2", { id: freshId("dialog") });
  const body = make("div.cq-dialog-body");
  const node = make("dialog.cq-dialog", { "aria-labelledby": title.id }, title, body);
  node.addEventListener("close", () => onClosed());
  node.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const typing = /** @type {HTMLInputElement} */ (event.target).value;
    if (/^\d$/.test(event.key) && !typing && find(body, `[data-number="${event.key}"]`)) {
      event.preventDefault();
      find(body, `[data-number="${event.key}"]`)?.click();
    }
    if (event.key === "?" && node.dataset.what === "help") {
      event.preventDefault();
      node.close();
    }
  });

  function open(what, heading, ...content) {
    node.dataset.what = what;
    title.textContent = heading;
    replace(body, ...content);
    if (!node.open) node.showModal();
    (find(body, "[data-first]") ?? find(body, "button"))?.focus();
  }

  const button = (text, click, { first = false, main = false } = {}) =>
    make("button", { text, cls: main ? "cq-main" : "", "data-first": first, onclick: click });
  const closing = () => button(t.close, () => node.close(), { first: true });

  function help() {
    const keys = ["J", "K", "A", "P", "S", "D", "E", "1", "W", "N", "Y", "U", "F", "X", "C", "?"];
    const rows = keys.flatMap((
      key,
    ) => [make("dt", make("kbd", key === "1" ? "1…9" : key)), make("dd", t[`help-${key}`])]);
    open("help", t["help-title"], make("dl.cq-keys", ...rows), make("p", t["help-esc"]),
      make("p.cq-quiet", t["mark-keys"]), closing());
  }

  // leans: rows that name the one to be deleted; others: [key, title] of rows that could take its place.
  function leaning(row, leans, others, labels, onDelete) {
    const select = make("select", { "aria-label": t["delete-instead"], "data-first": true },
      ...others.map(([value, words]) => make("option", { text: `${words} (${value})`, value })));
    const remove = (instead) => {
      node.close();
      onDelete(instead);
    };
    open("delete", fill(t["delete-title"], { row: `${row.key} ${row.title}` }), make("p", t["delete-leans"]),
      make("ul.cq-leans",
        ...leans.map((lean) =>
          make("li", fill(t["delete-lean"], { row: `${lean.row} ${lean.title}`, column: labels[lean.column] }))
        )),
      others.length
        ? make("p.cq-instead", make("label", `${t["delete-instead"]} `, select), button(t["delete-merge"], () =>
          remove(select.value), { main: true }))
        : null, make("p", button(t["delete-along"], () => remove(""))),
      make("p", button(t.cancel, () => node.close(), { first: !others.length })));
    select.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        remove(select.value);
      }
    });
  }

  // Who takes which position: first the issue, one that is there or one from the text, then the step; all have numbers.
  function stand(who, issues, stances, onStand) {
    const there = issues.there.map(([issue, words]) => ({ issue, words }));
    const fresh = issues.suggested.map((title) => ({ title, words: title }));
    const numbered = (choices, from, pick) =>
      make("ol.cq-numbered", ...choices.map((choice, i) =>
        make("li", make("button", { "data-number": from + i + 1, onclick: () =>
          pick(choice) }, make("kbd", { text: from + i + 1, "aria-hidden": "true" }), ` ${choice.words}`))
      ));
    const step = ({ words, ...issue }) =>
      open("stand", fill(t["stand-title"], { who }), make("p", fill(t["stand-stance"], { issue: words })),
        numbered(stances.map(([stance, name]) => ({ stance, words: name })), 0, ({ stance }) => {
          node.close();
          onStand({ ...issue, stance });
        }), make("p", button(t["stand-cancel"], () => node.close())));
    const own = make("input", { type: "text", "aria-label": t["stand-own"], placeholder: t["stand-own"],
      size: t["stand-own"].length, "data-first": true, onkeydown: (event) => {
        if (event.key !== "Enter" || !own.value.trim()) return;
        event.preventDefault();
        step({ title: own.value.trim(), words: own.value.trim() });
      } });
    open("stand", fill(t["stand-title"], { who }), make("p", t["stand-issue"]),
      there.length ? numbered(there, 0, step) : null, fresh.length ? make("p", t["stand-new"]) : null,
      fresh.length ? numbered(fresh, there.length, step) : null, make("p", own),
      make("p", button(t["stand-cancel"], () => node.close())));
  }

  function check(found, onGo) {
    const line = (fault) =>
      make("li", fault.words, fault.row
        ? make("button.cq-plain", { text: fill(t["check-go"], { row: fault.row }), onclick: () => {
          node.close();
          onGo(fault.row);
        } })
        : null);
    open("check", t["check-title"],
      found.clean
        ? make("p.cq-clean", `✓ ${found.clean}`)
        : make("p", fill(t["check-faults"], { count: found.faults.length })),
      found.faults.length ? make("ol", ...found.faults.map(line)) : null,
      found.drafts ? make("p", fill(t["check-drafts"], { count: found.drafts })) : null,
      found.notes.length ? make("p.cq-quiet", t["check-notes"]) : null,
      found.notes.length ? make("ul", ...found.notes.map(line)) : null, found.next ? make("p", t["check-next"]) : null,
      found.next ? make("pre", make("code", found.next)) : null,
      found.next ? make("p.cq-quiet", t["check-next-what"]) : null, closing());
  }

  return { node, help, leaning, stand, check, isOpen: () => node.open };
}
