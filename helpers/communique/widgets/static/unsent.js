// What a person did on the page and Python has not yet said to be on the disk. The browser keeps it meanwhile, so that
// it outlives the widget, the kernel and the page, and it is sent again when a widget of the same name begins.

/** Where the browser takes nothing (its store is full or shut), this page keeps it by itself. */
const page = /** @type {typeof globalThis & {communiqueUnsent?: Map<string, string>}} */ (globalThis);
page.communiqueUnsent ??= new Map();
const onPage = page.communiqueUnsent;

/**
 * @typedef {{id: string, at: number, order: number, base: string, message: Record<string, any>}} Kept
 *   base is when that was written which the disk had when this was done
 */

/**
 * What one card has not sent yet, in slots: what is put into a slot takes the place of what was in it.
 *
 * @param {import("@anywidget/types").AnyModel} model its `card` has the card's name, and when it was last on the disk
 */
export function unsent(model) {
  const card = () => model.get("card") ?? {};
  const stem = `communique${folderOf(page.location?.pathname ?? "")} ${card().name} `;
  /** @type {Map<string, string>} */
  const own = new Map(); // the ids of what was put into the slots here
  let order = 0;
  let stored = true;

  function keep(slot, message) {
    order += 1;
    const id = `${Date.now()}-${Math.random()}`;
    const { number: _, ...rest } = message;
    const kept = JSON.stringify({ id, at: Date.now(), order, base: card().at ?? "", message: rest });
    own.set(slot, id);
    try {
      page.localStorage.setItem(stem + slot, kept);
      onPage.delete(stem + slot);
      stored = true;
    } catch {
      onPage.set(stem + slot, kept);
      stored = false;
    }
  }

  /** @param {string} slot @returns {Kept | undefined} */
  function read(slot) {
    try {
      return JSON.parse(onPage.get(stem + slot) ?? page.localStorage.getItem(stem + slot) ?? "") ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Lets go of slots, unless something newer is in them than `ids` has. */
  function forget(ids) {
    for (const [slot, id] of ids) {
      if (own.get(slot) === id) own.delete(slot);
      if (read(slot)?.id !== id) continue;
      onPage.delete(stem + slot);
      try {
        page.localStorage.removeItem(stem + slot);
      } catch {
        stored = false;
      }
    }
  }

  /** What is in some slots now, for `forget`: slot and id. */
  const ids = (slots) => slots.filter((slot) => own.has(slot)).map((slot) => [slot, own.get(slot)]);

  /** What is still to be sent, in the order in which it was done. What is older than the disk is let go. */
  function waiting() {
    let names = [...onPage.keys()];
    try {
      names = [...new Set([...names, ...Object.keys(page.localStorage)])];
    } catch {
      stored = false;
    }
    const found = names.filter((name) => name.startsWith(stem)).map((name) => name.slice(stem.length)).flatMap(
      (slot) => {
        const kept = read(slot);
        return kept ? [{ slot, kept }] : [];
      }
    );
    for (const { slot, kept } of found) {
      own.set(slot, kept.id);
      if (!isNewer(kept, card().at ?? "")) forget([[slot, kept.id]]);
    }
    return found.filter(({ slot }) => own.has(slot)).sort((one, two) =>
      one.kept.at - two.kept.at || one.kept.order - two.kept.order
    ).map(({ slot, kept }) => ({ slot, message: kept.message }));
  }

  return { keep, forget, ids, waiting, holds: (slot) => own.has(slot), stored: () => stored };
}

/** Whether what the page kept is newer than what was written to the disk then (to the second; "" for nothing). */
export function isNewer({ at, base }, onDisk) {
  return base === onDisk || !onDisk || Math.floor(at / 1000) * 1000 > Date.parse(onDisk);
}

/** Whose server it is, by the page's address: on a hub each student has a folder of their own. */
export function folderOf(address) {
  return address.replace(/\/(lab|doc|notebooks|nbclassic|tree|voila)(\/.*)?$/, "");
}
