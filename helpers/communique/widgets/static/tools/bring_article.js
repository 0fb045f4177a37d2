// The form for an article of one's own: paste, choose a file, or take the example. Python reads and drafts it;
// what is pasted stays text, and nothing of a page is ever shown as a page.

import { freshId, keepKeys, make, post } from "../common.js";

const WAIT = 30000;

function render({ model, el }) {
  const t = model.get("strings");
  el.classList.add("cq");
  const ids = { text: freshId("text"), headline: freshId("headline"), day: freshId("day"), file: freshId("file") };
  const said = make("p", { cls: "cq-said", attrs: { role: "status" } });
  const area = make("textarea", { attrs: { id: ids.text, rows: "8", maxlength: String(model.get("most")), spellcheck: "false" } });
  const headline = make("input", { attrs: { type: "text", id: ids.headline, maxlength: "300", autocomplete: "off" } });
  const day = make("input", { attrs: { type: "date", id: ids.day } });
  const file = make("input", { attrs: { type: "file", id: ids.file, accept: ".html,.htm,.mhtml,.webarchive,.txt,.md,text/html,text/plain" } });
  const button = (text, main, click) => make("button", { cls: main ? "cq-main" : "", text, attrs: { type: "button" }, on: { click } });
  const form = make("div", { cls: "cq-bring-form" },
    make("label", { text: t.paste, attrs: { for: ids.text } }), area,
    make("div", { cls: "cq-bring-row" },
      make("label", { text: t.headline, attrs: { for: ids.headline } }), headline,
      make("label", { text: t.day, attrs: { for: ids.day } }), day),
    make("div", { cls: "cq-bring-row" }, button(t.draft, true, () => send("text"))),
    make("p", { cls: "cq-quiet", text: t.or }),
    make("div", { cls: "cq-bring-row" }, make("label", { text: t.file, attrs: { for: ids.file } }), file),
    make("div", { cls: "cq-bring-row" }, button(t.example, false, () => send("example"))));
  const told = make("p", { cls: "cq-bring-told" });
  const far = make("p", { cls: "cq-quiet" });
  const have = make("div", { cls: "cq-bring-have" }, told, far, make("p", { text: t.how }), button(t.another, false, () => send("another")));
  const box = make("div", { cls: "cq-bring", attrs: { role: "group", "aria-label": t.label } }, have, form, said);
  el.append(box);
  keepKeys(box);
  let asked = 0;
  let waiting = null;
  let later = null;

  function say(text, trouble) {
    said.textContent = text;
    said.classList.toggle("cq-trouble", Boolean(trouble));
  }

  function typed() {
    return { text: area.value, headline: headline.value, day: day.value };
  }

  function send(act, more, buffers) {
    clearTimeout(later);
    later = null;
    asked += 1;
    say(act === "draft" ? t.saving : t.working);
    post(model, { do: act, number: asked, ...typed(), ...more }, buffers);
    clearTimeout(waiting);
    waiting = setTimeout(() => say(t["no-kernel"], true), WAIT);
  }

  function soon() {
    clearTimeout(later);
    later = setTimeout(() => send("draft"), 1200);
  }

  for (const field of [area, headline, day]) field.addEventListener("input", soon);
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
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
    if (document.activeElement !== area) area.value = state.text;
    if (document.activeElement !== headline) headline.value = state.headline;
    if (document.activeElement !== day) day.value = state.day;
  }

  model.on("change:state", draw);
  model.on("msg:custom", (message) => {
    if (message.number !== asked) return;
    clearTimeout(waiting);
    say(message.trouble ?? (message.kept ? t.saved : ""), Boolean(message.trouble));
  });
  draw();
  return () => {
    if (later) send("draft"); // what was typed a moment ago is kept too
    clearTimeout(waiting);
  };
}

export default { render };
