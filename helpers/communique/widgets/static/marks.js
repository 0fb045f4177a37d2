// The lines under marked words: a pattern for each kind, a lane for each mark where several overlap.

import { make } from "./common.js";

const PATTERNS = { solid: ["linear-gradient(I,I)", "8px 2px"],
  double: ["linear-gradient(I 0 1px,transparent 1px 3px,I 3px 4px)", "8px 4px"],
  thin: ["linear-gradient(I,I)", "8px 1px"], thick: ["linear-gradient(I,I)", "8px 4px"],
  dashed: ["linear-gradient(90deg,I 65%,transparent 65%)", "10px 2px"],
  dotted: ["radial-gradient(circle at 2px 2px,I 1.4px,transparent 1.6px)", "5px 4px"],
  dashdot: ["linear-gradient(90deg,I 0 50%,transparent 50% 65%,I 65% 80%,transparent 80%)", "14px 2px"],
  crossed: ["linear-gradient(45deg,transparent 42%,I 42% 58%,transparent 58%)", "6px 5px"] };
export const STEP = 6;

function ink(layer) {
  return `var(--cq-${layer})`;
}

export function sample(layer, pattern) {
  const [image, size] = PATTERNS[pattern] ?? PATTERNS.solid;
  const node = make("span.cq-sample", { "aria-hidden": "true" });
  node.style.backgroundImage = image.replaceAll("I", ink(layer));
  node.style.backgroundSize = size;
  return node;
}

// Give every active mark of a paragraph a lane of its own, so that overlapping lines are stacked.
export function lanes(marks) {
  const ends = [];
  return marks.map((mark) => {
    let lane = ends.findIndex((end) => end < mark.first);
    if (lane < 0) lane = ends.length;
    ends[lane] = mark.last;
    return { ...mark, lane };
  });
}

export function drawMarks(spans, marks, rows, depth) {
  spans.forEach((span, index) => {
    const here = marks.filter((m) => m.first <= index && index <= m.last);
    const tiles = here.map((m) => PATTERNS[rows[m.row].pattern] ?? PATTERNS.solid);
    const s = span.style;
    s.backgroundImage = tiles.map(([image], i) => image.replaceAll("I", ink(rows[here[i].row].layer))).join(",");
    s.backgroundSize = tiles.map(([, size]) => size).join(",");
    s.backgroundPosition = here.map((m) => `0 calc(100% - ${(depth - 1 - m.lane) * STEP}px)`).join(",");
    s.paddingBottom = depth ? `${depth * STEP - 2}px` : "";
  });
}

/**
 * Where words that belong together begin and end among the pieces of a paragraph. A gap that holds no letter, such as
 * the space between two marks, belongs to them. Gives "", "only", "first", "inside" or "last" for each piece.
 */
export function runs(pieces, marks) {
  const on = pieces.map((_, index) => marks.some((m) => m.first <= index && index <= m.last));
  pieces.forEach((piece, index) => {
    if (!piece.trim() && on[index - 1] && on[index + 1]) on[index] = true;
  });
  return on.map((here, index) => {
    if (!here) return "";
    if (on[index - 1]) return on[index + 1] ? "inside" : "last";
    return on[index + 1] ? "first" : "only";
  });
}

/** Gives a class to all pieces of some marks, and says to the style sheet where they begin and end. */
export function drawRuns(spans, marks, name) {
  if (!marks.length && !spans.some((span) => span.classList.contains(name))) return;
  const drawn = runs(spans.map((span) => span.textContent ?? ""), marks);
  spans.forEach((span, index) => {
    span.classList.toggle(name, drawn[index] !== "");
    span.classList.toggle(`${name}-begins`, ["first", "only"].includes(drawn[index]));
    span.classList.toggle(`${name}-ends`, ["last", "only"].includes(drawn[index]));
  });
}
