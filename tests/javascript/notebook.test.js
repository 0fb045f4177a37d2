// A lesson's outputs are no part of its file, and what a student writes into its cells is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveOutputsOut } from "../../helpers/communique/widgets/static/lesson/notebook.js";

/** A notebook that is open, as JupyterLab has it: one cell of code with an output. */
function opened({ dirty = false, writable = true } = {}) {
  /** @type {Record<string, ((sender: any, told: any) => void)[]>} */
  const heard = { state: [], save: [] };
  const cell = { source: "1 + 1" };
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
      sharedModel: { cells: [{ getSource: () => cell.source }] },
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
  const write = (source) => {
    cell.source = source;
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

test("nothing is saved where the file can't be written, and elsewhere nothing happens", () => {
  const { context } = opened({ dirty: true, writable: false });
  leaveOutputsOut(context);
  assert.deepEqual(context.saved, []);
  leaveOutputsOut(undefined);
});
