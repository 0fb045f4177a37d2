// What is worked out on the page from texts and lists, before anything is drawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, inMarks, replace, within } from "../../helpers/communique/widgets/static/common.js";
import { folderOnServer } from "../../helpers/communique/widgets/static/lesson/course_map.js";
import { lanes, runs } from "../../helpers/communique/widgets/static/marks.js";
import { nextOf } from "../../helpers/communique/widgets/static/moves.js";
import { completed, moved } from "../../helpers/communique/widgets/static/questions/put_in_order.js";
import { narrowed } from "../../helpers/communique/widgets/static/review/choose.js";
import { runsOf } from "../../helpers/communique/widgets/static/tools/voice_audit.js";

test("a text takes its values, keeps names that it has no value for, and may be missing", () => {
  assert.equal(fill("{done} of {count}", { done: 0, count: 3 }), "0 of 3");
  assert.equal(fill("{who}: {words}", { who: "Kim {words}" }), "Kim {words}: {words}");
  assert.equal(fill(undefined, {}), "");
});

test("what is empty is left out of the page, and is never the word null; a nought is shown", () => {
  const children = [];
  const node = /** @type {Element} */ (/** @type {unknown} */ ({ replaceChildren: (...all) => children.push(...all) }));
  replace(node, "a", null, undefined, false, "", 0, "b");
  assert.deepEqual(children, ["a", 0, "b"]);
});

test("a number is kept within a list", () => {
  assert.deepEqual([within(-3, 4), within(2, 4), within(9, 4), within(1, 0)], [0, 2, 3, 0]);
});

test("marks that overlap have lanes of their own, and a lane is used again", () => {
  const marks = [{ first: 0, last: 4 }, { first: 2, last: 3 }, { first: 4, last: 6 }, { first: 5, last: 5 }];
  assert.deepEqual(lanes(marks).map((mark) => mark.lane), [0, 1, 1, 0]);
});

test("a line that is dragged passes several", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], "a", 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], "d", -3), ["d", "a", "b", "c"]);
});

test("a line moves by one place, and the order it moved in stays as it was", () => {
  const order = ["a", "b", "c"];
  assert.deepEqual(moved(order, "b", -1), ["b", "a", "c"]);
  assert.deepEqual(moved(order, "b", 1), ["a", "c", "b"]);
  assert.deepEqual(order, ["a", "b", "c"]);
});

test("an answer of another version still gives an order of all lines", () => {
  assert.deepEqual(completed(["c", "gone", "a"], ["a", "b", "c"]), ["c", "a", "b"]);
  assert.deepEqual(completed(null, ["a", "b"]), ["a", "b"]);
  assert.deepEqual(completed("b", ["a", "b"]), ["b", "a"]);
});

test("the next open cell is looked for behind this one, then from the beginning", () => {
  const names = ["a", "b", "c", "d"];
  assert.equal(nextOf(names, "b", (name) => name !== "c"), "d");
  assert.equal(nextOf(names, "d", (name) => name === "b"), "b");
  assert.equal(nextOf(names, "b", (name) => name === "b"), undefined);
});

test("typing narrows a list to what begins with it, then to what has it elsewhere", () => {
  const choices = [["KOR", "South Korea"], ["KAZ", "Kazakhstan"], ["PRK", "North Korea"], ["KEN", "Kenya"]];
  assert.deepEqual(narrowed(choices, "k").map(([id]) => id), ["KAZ", "KEN", "KOR", "PRK"]);
  assert.deepEqual(narrowed(choices, "korea").map(([id]) => id), ["KOR", "PRK"]);
  assert.deepEqual(narrowed(choices, "").map(([id]) => id), ["KOR", "KAZ", "PRK", "KEN"]);
  assert.deepEqual(narrowed(choices, "x"), []);
});

test("words that bring their own quotation marks get no second ones", () => {
  assert.equal(inMarks("we condemn it"), "“we condemn it”");
  assert.equal(inMarks('"We condemn it", he said'), '"We condemn it", he said');
  assert.equal(inMarks('"full support"'), "“full support”");
  assert.equal(inMarks('"It is absurd'), "“It is absurd”");
});

/** @type {{text: string, roles: Record<string, string>}[]} */
const PIECES = [
  { text: "Seoul ", roles: { A: "frame" } },
  { text: "condemned ", roles: { A: "indirect" } },
  { text: "the pact", roles: { A: "indirect", B: "inner" } },
  { text: " on Thursday.", roles: {} },
];

test("a voice is heard in stretches, and what is not its own is dim", () => {
  assert.deepEqual(runsOf(PIECES, "A", false).map(({ role, text }) => `${role}: ${text}`), [
    "frame: Seoul ",
    "indirect: condemned the pact",
    "dim:  on Thursday.",
  ]);
});

test("without a voice its words are gone, its frame stays, and what others told of it too", () => {
  assert.deepEqual(runsOf(PIECES, "A", true).map(({ role }) => role), ["frame", "gone", "whole"]);
  assert.deepEqual(runsOf(PIECES, "B", true), [{ role: "whole", text: "Seoul condemned the pact on Thursday." }]);
});

test("with no voice chosen the report is one stretch", () => {
  assert.deepEqual(runsOf(PIECES, undefined, false).map(({ role }) => role), ["whole"]);
});

test("a notebook's folder is read from JupyterLab's addresses, and from no other", () => {
  assert.equal(folderOnServer("/lab/tree/my-course/01-read.ipynb"), "my-course/");
  assert.equal(folderOnServer("/user/kim/doc/tree/my%20course/a/01-read.ipynb"), "my course/a/");
  assert.equal(folderOnServer("/lab/workspaces/auto-x/tree/01-read.ipynb"), "");
  assert.equal(folderOnServer("/lab"), null);
  assert.equal(folderOnServer("/voila/render/01-read.ipynb"), null);
  assert.equal(folderOnServer("/lab/tree/%E0%A4%A/x.ipynb"), null);
});

test("words that belong together are lit as one, with the spaces between their pieces", () => {
  const pieces = ["They ", "warned", " ", "of", " war", "."];
  assert.deepEqual(runs(pieces, [{ first: 1, last: 1 }, { first: 3, last: 4 }]), ["", "first", "inside", "inside",
    "last", ""]);
  assert.deepEqual(runs(pieces, [{ first: 0, last: 0 }, { first: 5, last: 5 }]), ["only", "", "", "", "", "only"]);
  assert.deepEqual(runs(["a", " b ", "c"], [{ first: 0, last: 0 }, { first: 2, last: 2 }]), ["only", "", "only"]);
});
