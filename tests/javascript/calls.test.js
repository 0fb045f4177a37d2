// What is said of a message to Python: while it is on its way, when it is answered, and when nothing comes back.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { calls, later } from "../../helpers/communique/widgets/static/calls.js";

const STRINGS = { saving: "Saving …", "no-kernel": "The notebook does not answer." };

/** A model whose messages are kept, and which answers when it is told to. */
function modelThat({ refuses = false } = {}) {
  /** @type {((message: any, buffers: any[]) => void)[]} */
  const ears = [];
  /** @type {any[]} */
  const sent = [];
  return {
    sent,
    get: () => undefined,
    send: (message) => {
      if (refuses) throw new Error("no kernel");
      sent.push(message);
    },
    on: (_name, ear) => ears.push(ear),
    answer: (message) => {
      for (const ear of ears) ear(message, []);
    },
  };
}

function widget(how = {}, model = modelThat()) {
  /** @type {[string, boolean][]} */
  const said = [];
  const say = (words, trouble = false) => said.push([words, trouble]);
  const line = calls(/** @type {any} */ (model), { t: STRINGS, say, answered: () => "Saved", ...how });
  return { model, said, line };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "warn", () => {});
});

test("an answer is said in place of 'Saving'", () => {
  const { model, said, line } = widget();
  line.send({ do: "set" });
  assert.equal(line.pending(), true);
  model.answer({ number: model.sent[0].number });
  mock.timers.tick(60000);
  assert.deepEqual(said, [["Saving …", false], ["Saved", false]]);
  assert.equal(line.pending(), false);
});

test("trouble is said as trouble, after what belongs to it is done", () => {
  const order = [];
  const { model, said, line } = widget({ refused: () => order.push(said.length) });
  line.send({ do: "set" });
  model.answer({ number: model.sent[0].number, trouble: "The disk is full." });
  assert.deepEqual(said.at(-1), ["The disk is full.", true]);
  assert.deepEqual(order, [1]);
});

test("after eight seconds without an answer the notebook does not answer, and a late answer still counts", () => {
  const { model, said, line } = widget();
  line.send({ do: "set" });
  mock.timers.tick(7999);
  assert.equal(said.length, 1);
  mock.timers.tick(1);
  assert.deepEqual(said.at(-1), [STRINGS["no-kernel"], true]);
  assert.equal(line.pending(), false);
  model.answer({ number: model.sent[0].number });
  assert.deepEqual(said.at(-1), ["Saved", false]);
});

test("only the answer to the newest message counts", () => {
  const { model, said, line } = widget();
  line.send({ do: "set", value: 1 });
  line.send({ do: "set", value: 2 });
  model.answer({ number: model.sent[0].number, trouble: "Too late." });
  assert.deepEqual(said.map(([words]) => words), ["Saving …", "Saving …"]);
  model.answer({ number: model.sent[1].number });
  assert.deepEqual(said.at(-1), ["Saved", false]);
});

test("an answer that always counts is heard although a newer message is on its way", () => {
  const { model, said, line } = widget({ always: (message) => message.trouble });
  line.send({ do: "set", value: 1 });
  line.send({ do: "set", value: 2 });
  model.answer({ number: model.sent[0].number });
  model.answer({ number: model.sent[0].number, trouble: "Not saved." });
  assert.deepEqual(said.slice(2), [["Not saved.", true]]);
  assert.equal(line.pending(), true);
});

test("a widget that is shown twice hears only the answers to its own messages", () => {
  const model = modelThat();
  const [here, there] = [widget({}, model), widget({}, model)];
  here.line.send({ do: "set" });
  there.line.send({ do: "set" });
  model.answer({ number: model.sent[0].number });
  assert.deepEqual(here.said.at(-1), ["Saved", false]);
  assert.deepEqual(there.said.at(-1), ["Saving …", false]);
  assert.equal(here.line.mine({ number: model.sent[1].number }), false);
});

test("a silent message says nothing, and one that does not wait is not missed", () => {
  const { said, line } = widget();
  line.send({ do: "show" }, { saying: "", waits: false });
  mock.timers.tick(60000);
  assert.deepEqual(said, []);
});

test("where the front end knows that the kernel is gone, this is said after the wait, or at once", () => {
  const slow = widget({}, modelThat({ refuses: true }));
  slow.line.send({ do: "set" });
  assert.deepEqual(slow.said, [["Saving …", false]]);
  mock.timers.tick(8000);
  assert.deepEqual(slow.said.at(-1), [STRINGS["no-kernel"], true]);
  const fast = widget({ atOnce: true }, modelThat({ refuses: true }));
  fast.line.send({ do: "set" });
  assert.deepEqual(fast.said.at(-1), [STRINGS["no-kernel"], true]);
});

test("nothing is said once a widget is gone", () => {
  const { said, line } = widget();
  line.send({ do: "set" });
  line.close();
  mock.timers.tick(60000);
  assert.equal(said.length, 1);
});

test("what is put off is done once, when it is quiet", () => {
  let count = 0;
  const draft = later(() => (count += 1), 500);
  draft.soon();
  mock.timers.tick(400);
  draft.soon();
  mock.timers.tick(400);
  assert.equal(count, 0);
  mock.timers.tick(100);
  draft.finish();
  assert.equal(count, 1);
});

test("what is still due is done at the end, unless it was stopped", () => {
  let count = 0;
  const draft = later(() => (count += 1), 500);
  draft.soon();
  draft.finish();
  draft.finish();
  assert.equal(count, 1);
  draft.soon();
  draft.stop();
  draft.finish();
  mock.timers.tick(60000);
  assert.equal(count, 1);
});
