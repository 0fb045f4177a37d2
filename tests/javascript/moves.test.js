// Where the arrow keys lead, in a text, a list and a grid.

import assert from "node:assert/strict";
import { test } from "node:test";
import { amongMarks, inGrid, inList, inParagraphs, inText } from "../../helpers/communique/widgets/static/moves.js";

const TEXT = ["headline", "headline", "p1", "p1", "p1", "p2"];

test("left and right lead to the neighbour, also out of the text", () => {
  assert.equal(inText("ArrowRight", 2, TEXT), 3);
  assert.equal(inText("ArrowLeft", 2, TEXT), 1);
  assert.equal(inText("ArrowLeft", 0, TEXT), -1);
  assert.equal(inText("ArrowRight", 5, TEXT), 6);
});

test("up and down lead to the words beside the paragraph", () => {
  assert.equal(inText("ArrowDown", 2, TEXT), 5);
  assert.equal(inText("ArrowUp", 4, TEXT), 1);
  assert.equal(inText("ArrowUp", 1, TEXT), 0);
  assert.equal(inText("ArrowDown", 5, TEXT), 5);
});

test("Home and End are the ends of the text, or of the paragraph", () => {
  assert.deepEqual([inText("Home", 3, TEXT), inText("End", 3, TEXT)], [0, 5]);
  assert.deepEqual([inParagraphs("Home", 3, TEXT), inParagraphs("End", 3, TEXT)], [2, 4]);
  assert.equal(inParagraphs("ArrowUp", 3, TEXT), 1);
});

test("among marks, up leads to the first mark of the paragraph before", () => {
  assert.equal(amongMarks("ArrowUp", 5, TEXT), 2);
  assert.equal(amongMarks("ArrowUp", 4, TEXT), 0);
  assert.equal(amongMarks("ArrowUp", 1, TEXT), 1);
  assert.equal(amongMarks("ArrowDown", 0, TEXT), 2);
  assert.equal(amongMarks("ArrowDown", 5, TEXT), 5);
});

test("a list takes both pairs of arrows", () => {
  assert.deepEqual(["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"].map((key) => inList(key, 2, 4)), [3, 3, 1, 1]);
  assert.deepEqual([inList("Home", 2, 4), inList("End", 2, 4)], [0, 3]);
});

test("in a grid, left and right stay in the row, and up and down may leave it", () => {
  assert.deepEqual([inGrid("ArrowRight", 5, 3), inGrid("ArrowRight", 4, 3)], [5, 5]);
  assert.deepEqual([inGrid("ArrowLeft", 3, 3), inGrid("ArrowLeft", 4, 3)], [3, 3]);
  assert.deepEqual([inGrid("ArrowUp", 4, 3), inGrid("ArrowDown", 4, 3)], [1, 7]);
  assert.deepEqual([inGrid("Home", 4, 3), inGrid("End", 4, 3)], [3, 5]);
});

test("other keys lead nowhere", () => {
  for (const key of ["a", "Enter", "Tab"]) {
    assert.equal(inText(key, 1, TEXT), undefined);
    assert.equal(inParagraphs(key, 1, TEXT), undefined);
    assert.equal(amongMarks(key, 1, TEXT), undefined);
    assert.equal(inList(key, 1, 4), undefined);
    assert.equal(inGrid(key, 1, 3), undefined);
  }
});
