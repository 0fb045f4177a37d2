// The student's journal in the browser's own store, line by line, for every page and every Python of one site.
// A line that is there already is not added again, and none is ever taken out. Run as a script; gives the store.

globalThis.communiqueStore = (() => {
  const site = location.pathname.replace(/(extensions\/.*|[^/]*)$/, "");
  const name = `communique ${site}`;
  const channel = new BroadcastChannel(name);

  /** @type {Promise<IDBDatabase>} */
  const opened = new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("lines", { autoIncrement: true }).createIndex("id", "id", { unique: true });
      asked.result.createObjectStore("files");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  opened.catch(() => undefined); // anyone who asks for it is told

  /** A line of the journal: by what it is known, and when it was written; nothing where it is no record. */
  function read(line) {
    try {
      const { id, at, question } = JSON.parse(line);
      return typeof question === "string" ? { id: id ?? line, at: String(at ?? ""), question } : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {IDBTransaction} change */
  function ended(change) {
    return new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
  }

  /**
   * Adds lines that are not there yet, all or none, and tells the other pages; gives how many were new.
   *
   * @param {string[]} lines
   */
  async function add(lines) {
    const change = (await opened).transaction("lines", "readwrite", { durability: "strict" });
    const store = change.objectStore("lines");
    /** @type {string[]} */
    const added = [];
    for (const line of lines) {
      const id = read(line)?.id;
      if (id === undefined) continue;
      const known = store.index("id").getKey(id);
      known.onsuccess = () => {
        if (known.result !== undefined) return;
        store.add({ id, line });
        added.push(line);
      };
    }
    await ended(change);
    if (added.length) channel.postMessage(added);
    return added.length;
  }

  /** All lines, the oldest first. */
  async function all() {
    const looked = (await opened).transaction("lines");
    const asked = looked.objectStore("lines").getAll();
    await ended(looked);
    const lines = asked.result.map(({ line }) => line);
    return lines.sort((one, two) => (read(one)?.at ?? "").localeCompare(read(two)?.at ?? ""));
  }

  /** Keeps a file beside the journal, such as one of an article that the student brought. */
  async function write(path, content) {
    const change = (await opened).transaction("files", "readwrite", { durability: "strict" });
    change.objectStore("files").put(content, path);
    await ended(change);
  }

  /** All files, each as its path and its content. */
  async function files() {
    const looked = (await opened).transaction("files");
    const store = looked.objectStore("files");
    const [names, contents] = [store.getAllKeys(), store.getAll()];
    await ended(looked);
    return names.result.map((name, at) => [name, contents.result[at]]);
  }

  return { add, all, read, write, files, heard: (act) => {
    channel.onmessage = ({ data }) => act(data);
  } };
})();
