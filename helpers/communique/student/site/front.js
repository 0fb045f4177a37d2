// The front page: where the student was, and answers brought from another computer.

(() => {
  if (location.protocol === "file:") return;
  const { store, bring, where } = { store: /** @type {any} */ (globalThis).communiqueStore,
    bring: document.getElementById("bring"), where: document.getElementById("where") };
  const said = /** @type {HTMLElement} */ (bring?.nextElementSibling);
  const input = bring?.querySelector("input");
  if (!store || !bring || !input || !where) return;

  async function showWhere() {
    const lines = await store.all();
    const lesson = store.read(lines.at(-1) ?? "")?.question.match(where?.dataset.stored ?? "")?.[1];
    const link =
      /** @type {HTMLAnchorElement | null} */ (lesson
        && document.querySelector(`[data-lesson~="${CSS.escape(lesson)}"]`));
    const way = where?.querySelector("a");
    if (!link || !way || !where) return;
    [way.href, way.textContent, where.hidden] = [link.href, link.textContent, false];
  }

  /** @param {File} file a progress file, or one that was made to hand in */
  async function linesIn(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const journal = bytes[0] === 0x50 && bytes[1] === 0x4b ? await journalInZip(bytes) : bytes;
    return new TextDecoder().decode(journal).split("\n").filter((line) => store.read(line));
  }

  async function add(file) {
    try {
      const lines = await linesIn(file);
      const count = lines.length && await store.add(lines);
      const words = lines.length ? said.dataset.added : said.dataset.none;
      said.textContent = (words ?? "").replace("{added}", `${count}`).replace("{known}", `${lines.length - count}`);
      await showWhere();
    } catch (error) {
      said.textContent = (said.dataset.failed ?? "").replace("{why}", String(error));
    }
  }

  bring.hidden = false;
  bring.querySelector("button")?.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) add(file);
  });
  store.heard(showWhere);
  showWhere().catch((error) => {
    said.textContent = (said.dataset.failed ?? "").replace("{why}", String(error));
  });

  /** What a file that was made to hand in has as the journal. */
  async function journalInZip(bytes) {
    const view = new DataView(bytes.buffer);
    const number = (at) => view.getUint32(at, true);
    const short = (at) => view.getUint16(at, true);
    let end = bytes.length - 22;
    while (number(end) !== 0x06054b50) end -= 1; // outside the file this fails, as it should
    for (let at = number(end + 16), left = short(end + 10); left > 0; left -= 1) {
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + short(at + 28)));
      if (name === "my-progress.jsonl") {
        const from = number(at + 42) + 30 + short(number(at + 42) + 26) + short(number(at + 42) + 28);
        const packed = new Blob([bytes.subarray(from, from + number(at + 20))]);
        const whole = short(at + 10)
          ? packed.stream().pipeThrough(new DecompressionStream("deflate-raw"))
          : packed.stream();
        return new Response(whole).arrayBuffer();
      }
      at += 46 + short(at + 28) + short(at + 30) + short(at + 32);
    }
    return new ArrayBuffer(0);
  }
})();
