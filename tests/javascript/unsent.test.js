// What is not on the disk yet outlives the widget and the page, goes out again, and never replaces what is newer.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { calls } from "../../helpers/communique/widgets/static/calls.js";
import { belongsToField } from "../../helpers/communique/widgets/static/common.js";
import { folderOf, isNewer, unsent } from "../../helpers/communique/widgets/static/unsent.js";
import { keepListening } from "../../helpers/communique/widgets/static/widget.js";

const page = /** @type {any} */ (globalThis);

/** A browser's store, which may be full. */
function store({ full = false } = {}) {
  const held = /** @type {any} */ ({});
  const hidden = (name, value) => Object.defineProperty(held, name, { value, enumerable: false });
  hidden("getItem", (name) => held[name] ?? null);
  hidden("removeItem", (name) => delete held[name]);
  hidden("setItem", (name, value) => {
    if (full) throw new Error("QuotaExceededError");
    held[name] = value;
  });
  return held;
}

function card(name = "journal start/one", at = "") {
  /** @type {any[]} */
  const sent = [];
  /** @type {((message: any) => void)[]} */
  const ears = [];
  const model = /** @type {any} */ ({ get: () => ({ name, at }), send: (message) => sent.push(message),
    on: (_name, ear) => ears.push(ear) });
  const kept = unsent(model);
  /** @type {string[]} */
  const said = [];
  const t = { saving: "Saving …", "no-kernel": "No answer.", "not-stored": "No answer, and nothing is kept." };
  const line = calls(model, { t, kept, say: (words) => said.push(words), answered: () => "Saved" });
  const answer = (more = {}) => {
    for (const ear of ears) ear({ number: sent.at(-1).number, ...more });
  };
  return { kept, line, sent, said, answer };
}

beforeEach(() => {
  Object.defineProperty(page, "localStorage", { value: store(), configurable: true });
  page.communiqueUnsent.clear();
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse("2024-06-20T10:00:00Z") });
});

test("a new widget of the same name sends what the last one could not, and lets go of what is on the disk", () => {
  card().kept.keep("draft", { do: "draft", text: "Who signed?" });
  const again = card();
  /** @type {string[]} */
  const shown = [];
  again.line.again((message) => shown.push(message.text));
  assert.deepEqual(shown, ["Who signed?"]);
  assert.equal(again.sent[0].text, "Who signed?");
  again.answer();
  assert.deepEqual(card().kept.waiting(), []);
});

test("another card gets nothing of it", () => {
  card().kept.keep("draft", { do: "draft", text: "Who signed?" });
  assert.deepEqual(card("journal start/two").kept.waiting(), []);
});

test("what is typed while an answer is on its way is still to be saved", () => {
  const { kept, line, answer } = card();
  kept.keep("draft", { do: "draft", text: "Who" });
  line.send({ do: "draft", text: "Who" }, { covers: ["draft"] });
  kept.keep("draft", { do: "draft", text: "Who signed?" });
  answer();
  assert.deepEqual(kept.waiting().map(({ message }) => message.text), ["Who signed?"]);
});

test("what the disk did not take is kept", () => {
  const { kept, line, answer } = card();
  kept.keep("draft", { do: "draft", text: "Who" });
  line.send({ do: "draft", text: "Who" }, { covers: ["draft"] });
  answer({ trouble: "The disk is full." });
  assert.equal(kept.waiting().length, 1);
});

test("steps go out in the order in which they were done", () => {
  const { line } = card();
  for (const id of ["a", "b", "c"]) line.send({ do: "mark", id }, { keeps: `mark ${id}` });
  const again = card();
  again.line.again();
  assert.deepEqual(again.sent.map(({ id }) => id), ["a", "b", "c"]);
});

test("what the disk has got since is not replaced by something older", () => {
  card().kept.keep("draft", { do: "draft", text: "older" });
  assert.deepEqual(card("journal start/one", "2024-06-20T10:05:00+00:00").kept.waiting(), []);
  assert.deepEqual(card().kept.waiting(), []);
});

test("where both have changed, the newer counts", () => {
  const at = Date.parse("2024-06-20T10:00:00.900Z");
  assert.equal(isNewer({ at, base: "" }, "2024-06-20T09:59:59+00:00"), true);
  assert.equal(isNewer({ at, base: "" }, "2024-06-20T10:00:00+00:00"), false);
  assert.equal(isNewer({ at, base: "2024-06-20T12:00:00+00:00" }, "2024-06-20T12:00:00+00:00"), true);
});

test("a browser that takes nothing is said to, and the page keeps it for the next widget", () => {
  Object.defineProperty(page, "localStorage", { value: store({ full: true }), configurable: true });
  const { kept, line, said } = card();
  kept.keep("draft", { do: "draft", text: "Who signed?" });
  line.send({ do: "draft", text: "Who signed?" }, { covers: ["draft"] });
  mock.timers.tick(8000);
  assert.equal(said.at(-1), "No answer, and nothing is kept.");
  assert.equal(card().kept.waiting().length, 1);
});

test("each student of a hub has a place of their own", () => {
  assert.equal(folderOf("/user/ada/lab/tree/course/01-read.ipynb"), "/user/ada");
  assert.equal(folderOf("/lab/tree/user/lab/x.ipynb"), "");
});

test("the same press twice within a moment is sent once, and later again", () => {
  const { line, sent } = card();
  line.send({ do: "check", answer: "a" });
  line.send({ do: "check", answer: "a" });
  assert.equal(sent.length, 1);
  mock.timers.tick(1000);
  line.send({ do: "check", answer: "a" });
  assert.equal(sent.length, 2);
});

test("steps may be undone as fast as one presses", () => {
  const { line, sent } = card();
  line.send({ do: "undo" });
  line.send({ do: "undo" });
  assert.equal(sent.length, 2);
});

const key = (/** @type {any} */ event, inside = true) =>
  belongsToField(/** @type {any} */ ({ target: { closest: () => (inside ? {} : null) }, ctrlKey: false, metaKey: false,
    altKey: false, isComposing: false, ...event }));

test("undo and redo belong to the field, with Ctrl and with Cmd", () => {
  for (const name of ["z", "Z", "y"]) {
    assert.equal(key({ key: name, ctrlKey: true }), true);
    assert.equal(key({ key: name, metaKey: true }), true);
    assert.equal(key({ key: name, ctrlKey: true }, false), false);
  }
  assert.equal(key({ key: "s", ctrlKey: true }), false);
  assert.equal(key({ key: "z" }), false);
});

test("what the browser is about to undo belongs to the field too", () => {
  assert.equal(key({ type: "beforeinput", inputType: "historyUndo" }), true);
  assert.equal(key({ type: "beforeinput", inputType: "historyRedo" }), true);
  assert.equal(key({ type: "beforeinput", inputType: "insertText" }), false);
});

test("while a word is composed, Enter is no Enter", () => {
  assert.equal(key({ key: "Enter", isComposing: true }), true);
  assert.equal(key({ key: "Enter", keyCode: 229 }), true); // as Safari says it
  assert.equal(key({ key: "Enter" }), false);
});

class Model {
  /** @type {any[]} */
  heard = [];
  /** @type {any[]} */
  asked = [];
  /** @type {(message: any) => void} */
  ear = () => {};
  comm = { on_msg: (ear) => {
    this.ear = ear;
  }, send: (message) => this.asked.push(message) };

  async _handle_comm_msg(message) {
    this.heard.push(message);
  }
}

class Dead extends Model {
  async _handle_comm_msg() {
    throw new Error("Failed to initialize model.");
  }
}

const proxy = (whole) =>
  /** @type {any} */ ({ get: () => ({ model_id: "one-layout" }), widget_manager: {
    get_model: async (name) => (name === "one" ? whole : undefined),
  } });

test("a widget that the front end has given up hears again, and asks for its state", async () => {
  const whole = new Dead();
  await keepListening(proxy(whole));
  whole.ear("news");
  assert.deepEqual([whole.heard, whole.asked], [["news"], [{ method: "request_state" }]]);
});

test("a widget that hears is left alone", async () => {
  const whole = new Model();
  await keepListening(proxy(whole));
  assert.deepEqual(whole.asked, []);
});

test("a draft that has been changed since it was sent is not said to be saved", () => {
  const { line, kept, said, answer } = card();
  kept.keep("draft", { do: "draft", text: "one" });
  line.send({ do: "draft", text: "one" }, { saying: "", covers: ["draft"] });
  kept.keep("draft", { do: "draft", text: "one two" });
  answer();
  assert.deepEqual(said, []);
  line.send({ do: "draft", text: "one two" }, { saying: "", covers: ["draft"] });
  answer();
  assert.deepEqual(said, ["Saved"]);
});
