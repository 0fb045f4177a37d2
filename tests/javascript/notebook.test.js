// A lesson's outputs are no part of its file, and what a student writes into its cells is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveOutputsOut, startKernelFirst } from "../../helpers/communique/widgets/static/lesson/notebook.js";

/** A notebook that is open, as JupyterLab has it: one cell of code with an output. */
function opened({ dirty = false, writable = true } = {}) {
  /** @type {Record<string, ((sender: any, told: any) => void)[]>} */
  const heard = { state: [], save: [] };
  const cell = { cell_type: "code", source: "1 + 1", getSource: () => cell.source };
  const context = {
    contentsModel: { writable },
    saved: /** @type {any[]} */ ([]),
    saveState: { connect: (ear) => heard.save.push(ear) },
    model: {
      get dirty() {
        return dirty;
      },
      set dirty(newValue) {
        if (newValue === dirty) return;
        dirty = newValue;
        for (const ear of heard.state) ear(this, { name: "dirty", newValue });
      },
      sharedModel: { cells: [cell] },
      stateChanged: { connect: (ear) => heard.state.push(ear) },
    },
    async save(end = "completed") {
      for (const ear of heard.save) ear(this, "started");
      context.saved.push(context.model.toJSON());
      if (end === "completed") context.model.dirty = false;
      for (const ear of heard.save) ear(this, end);
    },
  };
  Object.setPrototypeOf(context.model, {
    toJSON: () => ({ cells: [{ cell_type: "code", source: cell.source, outputs: ["2"], execution_count: 1 }] }),
  });
  const write = (source, type = "code") => {
    [cell.source, cell.cell_type] = [source, type];
    context.model.dirty = true;
  };
  return { context, write };
}

test("a file has the cells and no outputs, however often the lesson begins", async () => {
  const { context } = opened({ dirty: true });
  leaveOutputsOut(context);
  leaveOutputsOut(context);
  assert.deepEqual(context.saved, [{
    cells: [{ cell_type: "code", source: "1 + 1", outputs: [], execution_count: null }],
  }]);
});

test("an output is nothing to save, and what is written is, until it has been saved", async () => {
  const { context, write } = opened();
  leaveOutputsOut(context);
  context.model.dirty = true;
  assert.equal(context.model.dirty, false);
  write("1 + 2");
  assert.equal(context.model.dirty, true);
  await context.save("failed");
  assert.equal(context.model.dirty, true);
  context.model.dirty = false;
  context.model.dirty = true;
  assert.equal(context.model.dirty, true);
  await context.save();
  context.model.dirty = true;
  assert.equal(context.model.dirty, false);
  write("1 + 1");
  assert.equal(context.model.dirty, true);
});

test("a cell of another type is something to save", () => {
  const { context, write } = opened();
  leaveOutputsOut(context);
  write("1 + 1", "markdown");
  assert.equal(context.model.dirty, true);
});

/** A notebook's panel, as far as a press on a button reaches it while it comes down from the page. */
function panelWith(run) {
  /** @type {((event: any) => void)[]} */
  const ears = [];
  const press = () => {
    let stopped = false;
    const event = { target: { closest: () => button }, stopImmediatePropagation: () => stopped = true };
    for (const ear of ears) if (!stopped) ear(event);
    if (!stopped) run();
  };
  const button = { click: press };
  return { press, panel: /** @type {any} */ ({ dataset: {}, addEventListener: (_name, ear) => ears.push(ear) }) };
}

test("with two heads on a page the start button begins one kernel and runs the cells once", async () => {
  let [asked, kernels, runs] = [0, 0, 0];
  const sessionContext = {
    get hasNoKernel() {
      return !kernels;
    },
    startKernel: async () => kernels += 1,
    sessionManager: { refreshRunning: async () => {
      asked += 1;
      assert.ok(asked < 10, "it asks without end");
    } },
  };
  const { press, panel } = panelWith(() => runs += 1);
  for (const _ of "ab") startKernelFirst(panel, { sessionContext }, new AbortController().signal);
  for (const _ of "ab") {
    press();
    await new Promise(setImmediate);
  }
  assert.deepEqual([asked, kernels, runs], [2, 1, 2]);
});

test("nothing is saved where the file can't be written, and elsewhere nothing happens", () => {
  const { context } = opened({ dirty: true, writable: false });
  leaveOutputsOut(context);
  assert.deepEqual(context.saved, []);
  leaveOutputsOut(undefined);
});
