// Where the arrow keys lead. Everything here only counts: the focus is moved elsewhere.

/**
 * From one unit of a text to another: left and right to the neighbour, up and down to the next paragraph. It may lie
 * outside the text, and is undefined for any other key; `paragraphs` has the paragraph of each unit.
 */
export function inText(key, at, paragraphs) {
  const beyond = (by) => {
    let to = at;
    while (to + by in paragraphs && paragraphs[to] === paragraphs[at]) to += by;
    return to;
  };
  return { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: beyond(1), ArrowUp: beyond(-1), Home: 0,
    End: paragraphs.length - 1 }[key];
}

/** The same, with Home and End at the ends of the paragraph. */
export function inParagraphs(key, at, paragraphs) {
  if (key === "Home") return paragraphs.indexOf(paragraphs[at]);
  if (key === "End") return paragraphs.lastIndexOf(paragraphs[at]);
  return inText(key, at, paragraphs);
}

/** The same among the marked words of a text, where up and down lead to the first of a paragraph. */
export function amongMarks(key, at, paragraphs) {
  if (key === "ArrowDown") {
    const next = paragraphs.findIndex((paragraph, i) => i > at && paragraph !== paragraphs[at]);
    return next < 0 ? at : next;
  }
  if (key === "ArrowUp") {
    const before = paragraphs.slice(0, at).findLast((paragraph) => paragraph !== paragraphs[at]);
    return before === undefined ? at : paragraphs.indexOf(before);
  }
  return inText(key, at, paragraphs);
}

/** In a list, where both pairs of arrows do the same. */
export function inList(key, at, count) {
  return { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
}

/** In a grid, where left and right stay in the row. */
export function inGrid(key, at, wide) {
  const row = Math.floor(at / wide) * wide;
  const last = row + wide - 1;
  return { ...{ ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, row), ArrowDown: at + wide },
    ...{ ArrowUp: at - wide, Home: row, End: last } }[key];
}

/** The next thing that is still open, behind the current one and then from the beginning. */
export function nextOf(things, current, isOpen) {
  const at = things.indexOf(current);
  return [...things.slice(at + 1), ...things.slice(0, at)].find(isOpen);
}
