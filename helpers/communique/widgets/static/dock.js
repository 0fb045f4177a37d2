// The report beside the lesson. It lives in the notebook's panel, not in a cell: so it stays while the lesson scrolls,
// also where JupyterLab takes cells out of the page that are out of view. On a narrow panel it is a drawer at the foot.

import { find, focused, intoView, keepKeys, make, whenPlaced } from "./common.js";

const WIDE = 900; // pixels of a panel that has room for two columns

/**
 * Puts a report beside the notebook that a cell belongs to, or into the cell where there is no such notebook.
 *
 * @param {HTMLElement} el the cell's own place
 * @param {HTMLElement} report
 * @param {Record<string, string>} t
 * @param {boolean} wanted false leaves it in the cell
 * @param {(paragraph: string) => void} look moves the report to a paragraph
 * @returns {{open: () => void, leave: () => void}} brings the report on the page, and takes it away
 */
export function dock(el, report, t, wanted, look) {
  const toggle = make("button.cq-dock-toggle", { "aria-expanded": "false", onclick: () => open(!isOpen()) });
  const bar = make("div.cq-dock-bar", make("b", t["reader-label"]), make("span.cq-quiet", t["dock-keys"]), toggle);
  const node = make("aside.cq.cq-dock", { "aria-label": t["reader-label"] }, bar, report);
  const way = make("button.cq-plain", { text: t["to-report"], onclick: enter });
  const ends = new AbortController();
  /** @type {HTMLElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let cameFrom = null;
  keepKeys(node);

  const isOpen = () => Boolean(panel?.classList.contains("cq-dock-open"));
  const notebook = () => panel && find(panel, ".jp-Notebook");

  function open(wanted = true) {
    panel?.classList.toggle("cq-dock-open", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
    toggle.textContent = t[wanted ? "close-report" : "open-report"];
  }

  function enter() {
    cameFrom = focused();
    open();
    (find(report, ".cq-seg[tabindex=\"0\"]") ?? find(report, ".cq-page"))?.focus();
  }

  function onKey(event) {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!node.contains(focused())) enter();
    else (cameFrom?.isConnected ? cameFrom : notebook())?.focus();
  }

  function fit() {
    const book = notebook();
    if (!panel || !book || !panel.clientWidth) return;
    panel.classList.toggle("cq-wide", panel.clientWidth >= WIDE);
    panel.style.setProperty("--cq-top", `${book.offsetTop}px`);
    panel.style.setProperty("--cq-dock-bar", `${bar.offsetHeight}px`); // large letters take more lines
  }

  function arrive(found) {
    panel = found;
    if (!panel) {
      el.replaceChildren(report);
      return;
    }
    el.replaceChildren(way);
    find(panel, ":scope > .cq-dock")?.remove(); // one report for a notebook: the newest
    panel.append(node);
    panel.classList.add("cq-docked");
    panel.addEventListener("keydown", onKey, { capture: true, signal: ends.signal });
    panel.addEventListener("communique-look", (event) => look(/** @type {CustomEvent} */ (event).detail), {
      signal: ends.signal,
    });
    open(isOpen());
    sizes.observe(bar);
    sizes.observe(panel); // it measures with the page's next layout: to ask at once would cost one more
  }

  const sizes = new ResizeObserver(fit);
  const wait = wanted ? whenPlaced(el, arrive) : el.append(report);
  return { open: () => (panel ? open() : intoView(report)), leave: () => {
    wait?.();
    sizes.disconnect();
    ends.abort();
    node.remove();
    if (panel && !find(panel, ":scope > .cq-dock")) panel.classList.remove("cq-docked", "cq-dock-open");
  } };
}
