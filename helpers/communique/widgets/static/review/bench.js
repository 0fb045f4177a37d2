// The review bench: the article, the rows, and one keyboard for both. What is drawn is what Python says is on the disk.

import { calls } from "../calls.js";
import { fill, focused, make } from "../common.js";
import { widget } from "../widget.js";
import { benchCard } from "./card.js";
import { benchDialog } from "./dialogs.js";
import { benchList, TABLES_IN_ORDER } from "./list.js";
import { benchText } from "./text.js";

function render({ model, el, t }) {
  const fields = model.get("fields");
  const stances = fields.positions.find((field) => field.column === "stance").options;
  const rows = new Map();
  const passed = new Set(); // accepted here, and not yet answered
  el.classList.add("cq-wide");
  const labels = Object.fromEntries(Object.values(fields).flat().map((field) => [field.column, field.label]));
  const saved = make("span.cq-saved", { role: "status" });
  const unread = make("div.cq-unread");
  const day = make("input", { type: "date", "aria-label": t["undated-day"] });
  const undated = make("div.cq-undated", make("p", t.undated),
    make("p", make("label", `${t["undated-day"]} `, day), " ", make("button", { text: t["undated-set"], onclick: () => {
      if (day.value) send({ do: "day", day: day.value });
      else day.focus();
    } })));
  undated.hidden = true;

  model.on("msg:custom", receive);
  model.on("change:fields", () => Object.assign(fields, model.get("fields")));
  const answers = calls(model, { line: saved, answered, refused: () => passed.clear(),
    always: (news) => news.trouble || news.leans || news.check || news.issues, atOnce: true });
  const { kept } = answers;
  const send = (message) => answers.send(message, ["look", "open"].includes(message.do) ? { saying: "" } : {});

  const home = () => list.list.focus({ preventScroll: true });
  const here = () => rows.get(list.current());
  const act = (does, more = {}) => {
    if (here()) send({ do: does, row: list.current(), ...more });
  };

  // Buttons say the key that does the same.
  const button = (name, key, click, main) =>
    make("button", { cls: main ? "cq-main" : "", "data-act": name, "aria-keyshortcuts": key, onclick: () => {
      click();
      if (!dialog.isOpen() && !text.marking()) home();
    } }, t[name], make("kbd", { text: key, "aria-hidden": "true" }));
  const accept = () => {
    const key = list.current();
    if (!here()) return;
    send({ do: "accept", row: key });
    passed.add(key);
    list.nextDraft(passed);
  };
  const acceptParagraph = () => {
    if (!here()) return;
    send({ do: "paragraph", row: list.current(), list: list.name() });
    for (const key of list.together()) passed.add(key);
    list.nextHere(passed);
  };
  const stand = () => {
    if (["statements", "events"].includes(here()?.table)) act("issues");
    else saved.textContent = t["stand-where"];
  };
  const undoButton = button("undo", "U", () => send({ do: "undo" }));
  const buttons = make("div.cq-row-buttons", button("accept", "A", accept, true),
    button("paragraph-all", "P", acceptParagraph), button("words", "W", () => markWords(0)),
    button("stand", "S", stand), button("delete", "D", () => act("delete")));

  const slotOf = (row, column) => `${row} ${column}`;
  const edit = (row, column, value) => ({ do: "edit", row, column, value, was: rows.get(row)?.cells[column] });

  const list = benchList({ t, rows: () => rows, onChoose: (key) => {
    if (key !== null && key === card.key()) card.draw();
    else card.show(key);
    text.light(rows.get(key)?.marks ?? []);
  } });
  const card = benchCard({ t, fields, modes: model.get("modes"), rows: () => rows, buttons,
    onEdit: (row, column, value) => answers.send(edit(row, column, value), { keeps: slotOf(row, column) }),
    onType: (row, column, value) => kept.keep(slotOf(row, column), edit(row, column, value)),
    onLeave: (row, column) => kept.forget(kept.ids([slotOf(row, column)])), onDone: home, onWords: markWords });
  const text = benchText({ t, onLeave: home, onMark: marked,
    onPick: (what, unit) => (what === "focus" ? markNew() : rowAt(unit)) });
  // unless the keyboard has gone to the notebook meanwhile: Escape twice, before the dialog has said that it is closed
  const dialog = benchDialog({ t, onClosed: () => away() || home() });

  function markWords(i) {
    const row = here();
    if (!row) return;
    const spot = (role) => row.marks.find((mark) => mark.role === role);
    const roles = [...Object.keys(row.words), ...(row.table === "actors" ? ["alias"] : [])];
    const choices = roles.map((role) => ({ value: role, label: t[`role-${role}`],
      mark: role === "alias" ? null : spot(role) })
    );
    text.begin({ lead: fill(t["mark-for"], { row: row.id }), choices, row: list.current(), value: roles[i],
      mark: choices[i].mark });
  }

  function markNew() {
    const choices = TABLES_IN_ORDER.map((name) => ({ value: name, label: t[`one-${name}`] }));
    text.begin({ lead: t["mark-new"], choices, fresh: true, value: here()?.table ?? "actors" });
  }

  function marked(mode, mark) {
    home();
    if (mode.fresh) send({ do: "add", table: mode.value, mark });
    else send({ do: "words", row: mode.row, role: mode.value, mark });
  }

  // A click on a word: the next row that is based on it.
  function rowAt(unit) {
    const over = [...rows].filter(([, row]) =>
      row.marks.some((m) => m.paragraph === unit.paragraph && m.first <= unit.number && unit.number <= m.last)
    ).map(([key]) => key);
    home();
    if (over.length) list.go(over[(over.indexOf(list.current()) + 1) % over.length]);
  }

  const keys = { j: () => list.step(1), ArrowDown: () => list.step(1), k: () => list.step(-1),
    ArrowUp: () => list.step(-1), a: accept, p: acceptParagraph, e: () => card.edit(1), w: () => markWords(0), s: stand,
    y: card.why, n: markNew, d: () => act("delete"), Delete: () => act("delete"), u: () => send({ do: "undo" }),
    f: list.nextList, x: () => list.set({ drafts: !list.shown.drafts }), c: () => send({ do: "check" }),
    "?": () => dialog.help(), PageDown: () => list.stepParagraph(1), PageUp: () => list.stepParagraph(-1),
    Home: () => list.step(-1e6), End: () => list.step(1e6) };

  const root = make("div.cq-bench", { role: "group", "aria-label": `${t.bench}: ${model.get("title")}`,
    "data-lm-suppress-shortcuts": "true" },
    make("div.cq-bench-top", make("div.cq-how-far", list.done, list.bar),
      make("div.cq-bench-tools", undoButton, button("new", "N", markNew),
        button("check", "C", () => send({ do: "check" })), button("keys", "?", () => dialog.help()), saved),
      list.filters, list.lacks), make("div.cq-notices", undated, unread), text.node,
    make("div.cq-side", list.list, card.node), dialog.node);

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.closest("input, textarea, select, dialog");
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.key === "Escape" && !typing) {
      if (document.activeElement === list.list) free();
      else {
        home();
        event.stopPropagation();
      }
      return;
    }
    if (typing) return;
    if (/^[0-9]$/.test(key)) card.edit(Number(key) || 10);
    else if (keys[key] && !(target.tagName === "SUMMARY" && key.length > 1)) keys[key]();
    else return;
    event.preventDefault();
  });

  function away() {
    return !root.contains(focused()) && focused() !== document.body;
  }

  // The keyboard is the notebook's again.
  function free() {
    /** @type {HTMLElement | null} */ (root.closest(".jp-Cell"))?.focus();
    if (root.contains(focused())) focused()?.blur();
  }

  function receive(news) {
    const place = list.place();
    for (const key of news.gone ?? []) rows.delete(key);
    for (const [key, row] of Object.entries(news.rows ?? {})) {
      rows.set(key, row);
      passed.delete(key);
    }
    if (news.text) text.build(news.text);
    if (news.unread) unread.replaceChildren(...news.unread.map((words) => make("p", words)));
    if (news.undated !== undefined) undated.hidden = !news.undated;
    if (news.undoable !== undefined) undoButton.setAttribute("aria-disabled", String(!news.undoable));
    if (!news.lists) return;
    const moved = list.arrange(news.lists, place);
    const mine = answers.mine(news);
    if (mine && news.go && news.did !== "accept" && rows.has(news.go)) list.go(news.go);
    else if (mine && news.stay) list.go(news.row);
    else if (moved || card.key() !== list.current()) list.choose(list.current());
    else {
      card.draw();
      if (news.text || news.rows?.[String(list.current())]) text.light(here()?.marks ?? []);
    }
    list.draw();
  }

  // What was typed into a field and not saved is saved now, unless the field has become another since.
  function saveTyped() {
    for (const { slot, message } of kept.waiting())
      if (rows.get(message.row)?.cells[message.column] === message.was) answers.send(message, { keeps: slot });
      else kept.forget(kept.ids([slot]));
  }

  function answered(news) {
    const first = news.number.endsWith("/1");
    if (first) saveTyped();
    if (news.check) dialog.check(news.check, (key) => list.go(key));
    else if (news.issues) askWhere(news.issues, String(list.current()));
    else if (news.leans) confirmDeleting(news.leans);
    const words = [news.heard, news.stay || !news.told ? null : `${t.saved}.`, news.told].filter(Boolean).join(" ");
    return words || (first || news.check || news.issues || news.leans ? "" : t.saved);
  }

  function askWhere(issues, row) {
    const one = rows.get(row);
    if (!one) return;
    dialog.stand(one.title, issues, stances, (choice) => {
      send({ do: "stand", row, ...choice });
      passed.add(row);
      list.nextDraft(passed);
    });
  }

  function confirmDeleting(leans) {
    const row = rows.get(leans.row);
    const others = [...rows].filter(([key, one]) => one.table === row.table && key !== leans.row && one.id === key).map(
      ([key, one]) => [key, one.title]
    );
    const named = leans.rows.map((lean) => ({ ...lean, title: rows.get(lean.row)?.title ?? "" }));
    dialog.leaning({ key: leans.row, title: row.title }, named, others, labels,
      (instead) => send({ do: "delete", row: leans.row, sure: true, instead }));
  }

  el.append(root);
  const look = () => {
    if (document.visibilityState === "visible" && el.isConnected) send({ do: "look" });
  };
  window.addEventListener("focus", look);
  send({ do: "open" });
  takeTheKeyboard(root, home);
  return () => {
    answers.close();
    window.removeEventListener("focus", look);
  };
}

// Run All Cells leaves the page at the last cell. Anyone who has just pressed it wants the bench, and its keys:
// so both go there, for a moment, unless the person has done something meanwhile.
function takeTheKeyboard(root, home) {
  const end = performance.now() + 2500;
  let touched = false;
  for (const name of ["wheel", "keydown", "pointerdown", "touchstart"])
    window.addEventListener(name, () => {
      touched = true;
    }, { once: true, capture: true });
  const again = () => {
    if (touched || performance.now() > end) {
      root.dataset.ready = "true";
      return;
    }
    if (root.isConnected && !root.contains(document.activeElement)) {
      home();
      root.scrollIntoView({ block: "start" });
    }
    requestAnimationFrame(again);
  };
  requestAnimationFrame(again);
}

export default widget(render);
