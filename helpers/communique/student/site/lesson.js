// A lesson's page: what can be read at once stays in front until Python has run the lesson behind it.

const { notebook, bundle, t } = JSON.parse(text("communique-lesson"));
const first = /** @type {HTMLElement} */ (document.getElementById("communique-first"));
const [button, bar, said] = ["button", "progress", "[role=status]"].map((
  name,
) => /** @type {any} */ (first.querySelector(name)));
const root = new URL(".", location.href).pathname;
const kernel = "@jupyterlite/pyodide-kernel-extension:kernel";

const pythons = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];
const parts = pythons.length + 4;
let done = 0, wanted = false, ready = false;

function text(id) {
  return document.getElementById(id)?.textContent ?? "";
}

function say() {
  [bar.max, bar.value] = [parts, done];
  said.textContent = (wanted ? t["as-soon"] : t.loading).replace("{done}", done).replace("{parts}", parts);
}

/** One of the parts, counted when it is there. @template T @param {Promise<T>} promise */
async function part(promise) {
  const here = await promise;
  done += 1;
  say();
  return here;
}

/** Waits until something on the page is as it should be. */
async function until(is) {
  for (;;) {
    const found = is();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Addresses in the settings begin at the site's own folder, wherever that is. */
function placed(settings) {
  for (const [key, value] of Object.entries(settings)) {
    if (["licensesUrl", "themesUrl"].includes(key)) continue;
    const at = (one) => typeof one === "string" && one.startsWith("./") ? root + one.slice(2) : one;
    if (Array.isArray(value)) settings[key] = value.map(at);
    else if (value && typeof value === "object") placed(value);
    else if (key.endsWith("Url")) settings[key] = at(value);
  }
  return settings;
}

async function load() {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const config = placed(await (await fetch("communique/config.json", { cache: "no-cache" })).json());
  const { pyodideUrl, loadPyodideOptions } = config.litePluginSettings[kernel];
  const pyodide = new URL(".", new URL(pyodideUrl, location.href));
  // Python's own files begin to come while JupyterLab does; the kernel then finds them in the browser's cache.
  for (const file of pythons)
    part(fetch(new URL(file, pyodide)).then((answer) => answer.arrayBuffer())).catch(console.warn);
  const lock = await (await fetch(new URL("pyodide-lock.json", pyodide))).json();
  const { packages } = loadPyodideOptions.lockFileContents;
  for (const wheel of Object.values(packages)) wheel.file_name = new URL(root + wheel.file_name, location.href).href;
  loadPyodideOptions.lockFileContents = { ...lock, packages: { ...lock.packages, ...packages } };
  loadPyodideOptions.packageBaseUrl = pyodide.href;
  /** @type {HTMLElement} */ (document.getElementById("jupyter-config-data")).textContent = JSON.stringify(config);
  // JupyterLab would bring back the lesson that was open before, in place of this one.
  history.replaceState(null, "", "?reset");
  const script = document.createElement("script");
  script.src = root + bundle;
  /** @type {any} */ (script).main = "index";
  script.setAttribute("main", "index");
  document.head.append(script);
  const app = await part(until(() => /** @type {any} */ (window).jupyterapp));
  await part(app.restored);
  /** @type {any} */ (document.getElementById("main")).inert = true;
  app.shell.mode = "single-document";
  for (const side of ["left", "right"]) app.commands.execute("application:toggle-side-tabbar", { side });
  app.shell.collapseLeft();
  const panel = await app.commands.execute("docmanager:open", { path: notebook, factory: "Notebook" });
  await panel.context.ready;
  await panel.sessionContext.ready;
  const python = await until(() => panel.sessionContext.session?.kernel);
  await part(python.requestExecute({ code: "", silent: true }).done);
  const ran = app.commands.execute("notebook:run-all-cells").catch(console.warn);
  await part(Promise.race([ran, until(() => document.querySelector(".cq-question"))]));
  beginAtTop(ran);
  ready = true;
  [said.textContent, bar.hidden] = [t.ready, true];
  if (wanted) open();
}

function open() {
  /** @type {any} */ (document.getElementById("main")).inert = false;
  first.remove();
  /** @type {any} */ (document.querySelector(".jp-Notebook"))?.focus();
}

/** To run all cells leads JupyterLab to the last one; the student begins at the first, and then goes wherever. */
async function beginAtTop(ran) {
  let over = false;
  const ends = new AbortController();
  for (const name of ["wheel", "keydown", "pointerdown", "touchstart"])
    addEventListener(name, () => {
      over = !first.isConnected;
    }, { capture: true, signal: ends.signal });
  ran.finally(() =>
    setTimeout(() => {
      over = true;
    }, 1000)
  );
  while (!over) {
    for (const box of document.querySelectorAll(".jp-WindowedPanel-outer")) box.scrollTop = 0;
    await new Promise(requestAnimationFrame);
  }
  ends.abort();
}

/** A link to another lesson leads to its page, which is there at once. */
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest?.("a[href*='.ipynb']");
  const name = link?.getAttribute("href")?.match(/([^/=]+)\.ipynb/)?.[1];
  if (!name) return;
  event.preventDefault();
  event.stopPropagation();
  location.href = `${root}${decodeURIComponent(name)}.html`;
}, { capture: true });

button.addEventListener("click", () => {
  navigator.storage?.persist?.();
  wanted = true;
  if (ready) open();
  else say();
});
button.hidden = bar.hidden = false;
say();
load().catch((error) => {
  said.textContent = t.failed.replace("{why}", String(error));
});
