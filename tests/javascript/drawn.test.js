// What Python changes in a model is on the page, once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "./page.js";
import plain from "../../helpers/communique/widgets/static/plain.js";
import shortAnswer from "../../helpers/communique/widgets/static/questions/short_answer.js";
import table from "../../helpers/communique/widgets/static/show/row_table.js";

const RUBRIC = [{ id: "who", text: "It says who." }, { id: "when", text: "It says when." }];
const QUESTION = { id: "one", kind: "short-answer", prompt: "Who signed?", button: "check", hints: 2, written: true };
const STATE = { answer: { text: "Both.", ticks: ["who"] }, outcome: "answered", tries: 1, hints: [], feedback: [],
  revealed: false, explanation: "", evidence: [], solution: "", compare: [], rubric: RUBRIC, marks: {}, passage: [],
  lit: [], sealed: false, unchecked: false, note: "" };

function card(state) {
  return drawn(shortAnswer, { strings: {}, card: {}, question: QUESTION, state: { ...STATE, ...state } });
}

test("a line that waits for several questions says at once which are left", () => {
  const { el, texts, python } = drawn(plain, { strings: {}, title: "Later", lines: ["After 3.1 and 3.2."] });
  assert.deepEqual(texts("p"), ["Later", "After 3.1 and 3.2."]);
  python("lines", ["After 3.2."]);
  assert.deepEqual(texts("p"), ["Later", "After 3.2."]);
  assert.equal(el.childNodes.length, 1);
});

test("the ticks of a short answer follow another window", () => {
  const { el, python } = card({});
  const ticked = () => el.querySelectorAll("input").map((box) => box.checked);
  assert.deepEqual(ticked(), [true, false]);
  python("state", { ...STATE, answer: { text: "Both.", ticks: ["when"] } });
  assert.deepEqual(ticked(), [false, true]);
});

test("a note is above the hints once, however often the card is drawn, and goes with its reason", () => {
  const { texts, python } = card({ note: "It has changed." });
  python("state", { ...STATE, note: "It has changed.", answer: { text: "They did.", ticks: [] } });
  assert.deepEqual(texts(".cq-quiet"), ["It has changed."]);
  python("state", STATE);
  assert.deepEqual(texts(".cq-quiet"), []);
});

test("rows of one name are told apart by what follows it", () => {
  const rows = [["Vietnam", "the treaty"], ["Vietnam", "the war"], ["Russia", "the war"]].map(([name, issue]) => (
    { name, rows: [`${name} ${issue}`], cells: [issue, "supports"] }
  ));
  const strings = { "row-button": "Show {name}", rows: "{count} rows", caption: "" };
  const { el } = drawn(table, { strings, columns: [], rows, chosen: [], presses: 0 });
  const names = el.querySelectorAll("button").map((button) => button.getAttribute("aria-label"));
  assert.deepEqual(names, ["Show Vietnam, the treaty", "Show Vietnam, the war", "Show Russia"]);
});
