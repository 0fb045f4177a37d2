// The head of a chart: its summary, the switch to the table, and the way from a mark to its words.
// The chart itself is drawn by JupyterLab's own plotly extension, so plotly.js never crosses the wire.

import { fill, keepKeys, make, moveFocus } from "../common.js";
import { widget } from "../widget.js";

const REACH = 20; // pixels from the middle of a mark

const SHAPES = { circle: "M7 1a6 6 0 1 0 .01 0Z", square: "M2 2h10v10H2Z", diamond: "M7 0l7 7-7 7-7-7Z",
  "triangle-up": "M7 1l6.5 11.5H.5Z", cross: "M5 1h4v4h4v4h-4v4h-4v-4h-4v-4h4Z",
  star: "M7 0l1.7 5h5.3l-4.3 3.1 1.6 5.1-4.3-3.1-4.3 3.1 1.6-5.1-4.3-3.1h5.3Z",
  x: "M3 0l4 4 4-4 3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4-4-4Z" };

const DASHES = { solid: "none", dash: "7 4", dot: "2 4" };

function drawing(width, ...paths) {
  const space = "http://www.w3.org/2000/svg";
  const node = (name, attributes) => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = node("svg", { width, height: 15, viewBox: `-1 -1 ${width + 1} 16`, "aria-hidden": "true" });
  svg.append(...paths.map((attributes) => node("path", attributes)));
  return svg;
}

// What a legend entry looks like in the chart: a line, with its arrow's head where it has one, or a mark.
function sample({ symbol, line, arrow, color }) {
  if (line) {
    const drawn = { d: `M0 7h${arrow ? 28 : 36}`, stroke: color, "stroke-width": 2,
      "stroke-dasharray": DASHES[line] ?? "none", fill: "none" };
    return drawing(38, drawn, ...(arrow ? [{ d: "M27 2l9 5-9 5Z", fill: color }] : []));
  }
  const open = symbol.endsWith("-open");
  return drawing(15, { d: SHAPES[symbol.replace("-open", "")] ?? SHAPES.circle, fill: open ? "none" : color,
    stroke: color, "stroke-width": 1.8 });
}

function render({ model, el }) {
  const t = model.get("strings");
  const about = make("p", { role: "status" });
  const toggle = make("button", { onclick: () => {
    model.set("as_table", !model.get("as_table"));
    model.save_changes();
    draw();
  } });
  const help = make("p.cq-quiet.cq-help", t["chart-help"]);
  const legend = make("ul.cq-legend");
  const choices = model.get("choices");
  const picker = make("select", { onchange: () => {
    model.set("choice", picker.selectedIndex);
    model.save_changes();
  } }, ...choices.map((text) => make("option", text)));
  const question = make("span");
  const chooser = make("label.cq-chooser", { hidden: !choices.length }, question, picker);
  el.append(make("div.cq-chart-head", chooser, about, toggle, help, legend));

  function draw() {
    about.textContent = model.get("summary");
    question.textContent = model.get("choose");
    picker.selectedIndex = model.get("choice");
    legend.replaceChildren(...model.get("legend").map((entry) => make("li", sample(entry), make("span", entry.name))));
    toggle.textContent = model.get("as_table") ? t["show-chart"] : t["show-table"];
    help.hidden = legend.hidden = model.get("as_table");
  }

  function choose(rows, point) {
    for (const other of el.closest(".cq-chart").querySelectorAll(".cq-chosen")) other.classList.remove("cq-chosen");
    point?.classList.add("cq-chosen");
    model.set("chosen", rows);
    model.set("presses", model.get("presses") + 1);
    model.save_changes();
  }

  // What a mark stands for: plotly keeps its own records on the elements it draws.
  function recordOf(point) {
    const trace = point.closest(".trace")?.__data__?.[0]?.trace;
    const index = point.__data__?.i;
    const [label, ...rows] = trace?.customdata?.[index] ?? [];
    return rows.length ? { rows, label } : null;
  }

  function dress(plot) {
    const points = [...plot.querySelectorAll(".scatterlayer .point")].filter(recordOf);
    if (!points.length) return;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", fill(t["chart-label"], { summary: model.get("summary") }));
    const stop = points.find((p) => p.tabIndex === 0) ?? points[0];
    points.forEach((point, at) => {
      point.setAttribute("role", "button");
      point.setAttribute("aria-label", recordOf(point)?.label ?? "");
      point.tabIndex = point === stop ? 0 : -1;
      if (point.dataset.cq) return;
      point.dataset.cq = "1";
      point.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step) moveFocus(points, at, at + step);
        else if (event.key === "Enter" || event.key === " ") choose(recordOf(point)?.rows, point);
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
    });
  }

  function connect(plot) {
    if (plot.dataset.cqConnected) return;
    plot.dataset.cqConnected = "1";
    keepKeys(plot);
    // plotly's own click goes by the mark that the mouse last hovered over, which after scrolling is another
    // one, and takes two quick clicks for one: so what is chosen is the mark nearest to where the press was.
    plot.addEventListener("pointerdown", (down) => {
      window.addEventListener("pointerup", (up) => {
        if (Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) > REACH) return;
        const near =
          [...plot.querySelectorAll(".scatterlayer .point")].filter((point) =>
            recordOf(point) && distance(point, up.clientX, up.clientY) <= REACH
          ).sort((one, two) => distance(one, up.clientX, up.clientY) - distance(two, up.clientX, up.clientY))[0];
        if (near) choose(recordOf(near)?.rows, near);
      }, { capture: true, once: true });
    }, { capture: true });
    plot.on("plotly_afterplot", () => dress(plot));
    dress(plot);
  }

  function distance(node, x, y) {
    const box = node.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
  }

  let watcher;
  function watch() {
    const box = el.closest(".cq-chart");
    if (!box) return false;
    const look = () => {
      for (const plot of box.querySelectorAll(".js-plotly-plot")) if (plot.on) connect(plot);
    };
    watcher = new MutationObserver(look);
    watcher.observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
    look();
    return true;
  }
  // The widget's element joins the page after render: wait for that, then for the chart.
  const wait = new MutationObserver(() => {
    if (watch()) wait.disconnect();
  });
  if (!watch()) wait.observe(document.body, { childList: true, subtree: true });
  model.on("change:as_table change:summary change:legend change:choose change:choice", draw);
  draw();
  return () => {
    watcher?.disconnect();
    wait.disconnect();
  };
}

export default widget(render);
