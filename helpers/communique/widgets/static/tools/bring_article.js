// The form to bring an article: paste, choose a file, or take the example. Python reads and drafts it;
// what is pasted stays text, and nothing of a page is ever shown as a page.

import { calls, later } from "../calls.js";
import { freshId, make } from "../common.js";
import { widget } from "../widget.js";

const WAIT = 30000; // a long article takes its time to draft

function render({ model, el, t }) {
  const ids = { text: freshId("text"), headline: freshId("headline"), day: freshId("day"), file: freshId("file") };
  const said = make("p.cq-said", { role: "status" });
  const area = make("textarea", { id: ids.text, rows: "8", maxlength: String(model.get("most")), spellcheck: "false" });
  const headline = make("input", { type: "text", id: ids.headline, maxlength: "300", autocomplete: "off" });
  const day = make("input", { type: "date", id: ids.day });
  const file = make("input", { type: "file", id: ids.file,
    accept: ".html,.htm,.mhtml,.webarchive,.txt,.md,text/html,text/plain" });
  const button = (text, main, click) => make("button", { cls: main ? "cq-main" : "", text, onclick: click });
  const form = make("div.cq-bring-form", make("label", { text: t.paste, for: ids.text }), area,
    make("div.cq-bring-row", make("label", { text: t.headline, for: ids.headline }), headline,
      make("label", { text: t.day, for: ids.day }), day),
    make("div.cq-bring-row", button(t.draft, true, () => send("text"))), make("p.cq-quiet", t.or),
    make("div.cq-bring-row", make("label", { text: t.file, for: ids.file }), file),
    make("div.cq-bring-row", button(t.example, false, () => send("example"))));
  const told = make("p.cq-bring-told");
  const far = make("p.cq-quiet");
  const have = make("div.cq-bring-have", told, far, make("p", t.how), button(t.another, false, () => send("another")));
  const box = make("div.cq-bring", { role: "group", "aria-label": t.label }, have, form, said);
  el.append(box);
  const answers = calls(model, { line: said, answered: (message) => (message.kept ? t.saved : ""), wait: WAIT });
  const { say, kept } = answers;
  const draft = later(() => send("draft"), 1200);

  function send(act, more = {}, buffers) {
    draft.stop();
    const saying = act === "draft" ? t.saving : t.working;
    answers.send({ do: act, ...typed(), ...more }, { saying, buffers, covers: act === "another" ? [] : ["draft"] });
  }

  function typed() {
    return { text: area.value, headline: headline.value, day: day.value };
  }

  function show(form) {
    [area.value, headline.value, day.value] = [form.text, form.headline, form.day];
  }

  for (const field of [area, headline, day])
    field.addEventListener("input", () => {
      kept.keep("draft", { do: "draft", ...typed() });
      draft.soon();
    });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (chosen.size > model.get("most_bytes")) {
      say(t["large-file"], true);
      return;
    }
    send("file", { name: chosen.name }, [await chosen.arrayBuffer()]);
    file.value = "";
  });

  function draw() {
    const state = model.get("state");
    have.hidden = !state.folder;
    form.hidden = Boolean(state.folder);
    told.textContent = state.told;
    far.textContent = state.far;
    if (!kept.holds("draft")) show(state);
  }

  model.on("change:state", draw);
  draw();
  answers.again(show);
  return () => {
    draft.finish(); // what was typed a moment ago is kept too
    answers.close();
  };
}

export default widget(render);
