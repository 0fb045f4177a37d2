// The negotiating table: take seats, read a card, make moves, draft a communiqué. Python decides; this file draws.

import { fill, freshId, intoView, keepKeys, make, post } from "../common.js";
import { tableForm } from "./negotiation_forms.js";
import { moveCard, quotation, radios, roleCard } from "./negotiation_parts.js";

const WAIT = 8000;

function render({ model, el }) {
  const t = model.get("strings");
  const fixed = model.get("fixed");
  const open = new Set(); // folded parts that are open
  const statuses = {};
  const waiting = new Map();
  const links = make("div", { cls: "cq-links" });
  let drafts = { move: {}, clause: {} };
  let seats = { mode: "alone" };
  let drawnFor = "";
  let draftTimer = null;
  let asked = 0;
  let urls = [];

  el.classList.add("cq");
  const root = make("div", { cls: "cq-negotiating", attrs: { role: "group", "aria-label": t.title } });
  el.append(root);
  keepKeys(el);

  const head = make("div", { cls: "cq-head" });
  const cardBox = make("div", { cls: "cq-card-box" });
  const moveBox = make("section", { cls: "cq-panel", attrs: { "aria-label": t["move-title"] } });
  const movesBox = make("section", { attrs: { "aria-label": t["moves-title"] } });
  const clausesBox = make("section", { attrs: { "aria-label": t["clauses-title"] } });
  const clauseForm = make("details", { cls: "cq-panel" }, make("summary", { text: t["clause-title"] }));
  const clauseFormBox = make("div", {});
  clauseForm.append(clauseFormBox);
  const exportBox = make("div", {}, make("div", { cls: "cq-actions" },
    make("button", { cls: "cq-main", text: t.export, attrs: { type: "button" }, on: { click: () => send({ do: "export" }, "export") } }), status("export")), links);
  const fileBox = files();
  const both = make("div", { cls: "cq-both" }, cardBox, make("div", {}, moveBox, movesBox));
  const table = make("div", {}, head, both, make("section", { cls: "cq-draft" }, clausesBox, status("agree"), clauseForm, exportBox), fileBox);

  function status(area) {
    statuses[area] ??= make("p", { cls: "cq-saved", attrs: { role: "status" } });
    return statuses[area];
  }

  function tell(area, text, trouble) {
    status(area).textContent = text;
    status(area).classList.toggle("cq-trouble", Boolean(trouble));
  }

  function send(message, area) {
    if (draftTimer && message.do !== "draft") keepDraft(); // a form may hold something that is not kept yet
    asked += 1;
    post(model, { ...message, number: asked });
    if (area) tell(area, t.saving);
    const call = { area, did: message.do, late: false };
    call.timer = setTimeout(() => { call.late = true; tell(area ?? "head", t["no-kernel"], true); }, WAIT);
    waiting.set(asked, call);
  }

  const show = (at) => send({ do: "show", at });

  function changed() {
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keepDraft, 900);
  }

  function keepDraft() {
    clearTimeout(draftTimer);
    draftTimer = null;
    send({ do: "draft", drafts });
  }

  function put(area, form) {
    if ([...waiting.values()].some((call) => call.did === area && !call.late)) return; // pressed twice
    send({ do: area, form }, area);
  }

  // --- seats ---
  function drawSeats() {
    const view = model.get("view");
    const pair = seats.mode === "pair";
    const modes = ["alone", "pair", "files"].map((id) => ({ id, text: t[`mode-${id}`], help: t[`mode-${id}-help`] }));
    const names = fixed.delegations.map((d) => ({ id: d.id, text: d.name, help: d.about }));
    const choose = (name) => (id) => { seats = { ...seats, [name]: id }; drawSeats(); };
    const focused = document.activeElement?.closest?.(".cq-negotiating") === root && document.activeElement.value ? [document.activeElement.name, document.activeElement.value] : null;
    const secret = make("input", { attrs: { type: "checkbox" }, on: { change: () => { seats.secret = secret.checked; } } });
    secret.checked = Boolean(seats.secret);
    root.replaceChildren(
      make("p", { cls: "cq-intro", text: t.intro }), fixed.notice && make("p", { cls: "cq-saved cq-trouble", text: fixed.notice }),
      ...(fixed.trouble ? [make("p", { cls: "cq-strong", text: fixed.trouble })] : [
        radios("cq-mode", t["mode-label"], modes, seats.mode, choose("mode"), "cq-cards"),
        radios("cq-me", pair ? t["first-label"] : t["me-label"], names, seats.me, choose("me"), "cq-cards"),
        seats.mode === "files" ? null : radios("cq-other", pair ? t["second-label"] : t["other-label"], names.filter((n) => n.id !== seats.me), seats.other, choose("other"), "cq-cards"),
        pair ? make("label", { cls: "cq-choice cq-secret" }, secret, make("span", { text: t.secret })) : null,
        make("div", { cls: "cq-actions" },
          make("button", { cls: "cq-main", text: t.sit, attrs: { type: "button" }, on: { click: () => send({ do: "sit", ...seats }, "seats") } }),
          view.canBringBack ? make("button", { text: t["bring-back"], attrs: { type: "button" }, on: { click: () => send({ do: "back" }, "seats") } }) : null, status("seats")),
      ]).filter(Boolean));
    if (focused) root.querySelector(`input[name="${focused[0]}"][value="${CSS.escape(focused[1])}"]`)?.focus();
  }

  // --- the table ---
  function drawTable(view) {
    const key = JSON.stringify([view.me, view.mode, view.curtain]);
    const fresh = key !== drawnFor;
    drawnFor = key;
    const focus = document.activeElement?.dataset?.focus;
    drawHead(view);
    cardBox.replaceChildren(...(view.card ? [roleCard(view.card, t, show, open)] : []));
    if (fresh) drawForms(view);
    [cardBox.hidden, moveBox.hidden] = [Boolean(view.curtain), Boolean(view.curtain)];
    both.classList.toggle("cq-whole", Boolean(view.curtain));
    movesBox.replaceChildren(make("h3", { text: t["moves-title"] }),
      view.moves.length ? make("ol", { cls: "cq-moves" }, ...view.moves.map((move, i) => moveCard(move, i + 1, t, show, open))) : make("p", { cls: "cq-quiet", text: t["no-moves"] }),
      view.canTakeBack && !view.curtain ? make("button", { text: t["take-back"], attrs: { type: "button", "data-focus": "undo" }, on: { click: () => send({ do: "undo" }, "move") } }) : "");
    drawClauses(view);
    clauseForm.hidden = Boolean(view.curtain);
    fileBox.hidden = view.mode !== "files";
    fileBox.querySelector(".cq-guests").replaceChildren(...(view.guests.length ? view.guests : [t["waiting-files"]]).map((text) => make("li", { text })));
    if (root.firstChild !== table) root.replaceChildren(table);
    if (focus) (root.querySelector(`[data-focus="${CSS.escape(focus)}"]`) ?? head.querySelector("h3"))?.focus();
  }

  // What was put on the table is shown and the form is empty again. Behind a curtain, the next one lifts it.
  function afterPut(area) {
    const view = model.get("view");
    drawForms(view);
    const mine = [...movesBox.querySelectorAll(view.mode === "pair" ? ".cq-move" : ".cq-mine")].at(-1);
    const place = area === "clause" ? clausesBox.querySelector("li:last-child") : view.curtain ? head.querySelector(".cq-lift") : mine;
    place?.focus({ preventScroll: true });
    intoView(place);
  }

  function drawHead(view) {
    const fresh = make("button", { text: t["new-table"], attrs: { type: "button", "data-focus": "new" }, on: { click: () => sure(true) } });
    const yes = make("button", { cls: "cq-main", text: t["really-new"], attrs: { type: "button", hidden: true }, on: { click: () => send({ do: "new" }, "head") } });
    const no = make("button", { text: t["keep-table"], attrs: { type: "button", hidden: true }, on: { click: () => sure(false) } });
    const sure = (asking) => {
      [fresh.hidden, yes.hidden, no.hidden] = [asking, !asking, !asking];
      (asking ? no : fresh).focus();
    };
    head.replaceChildren(
      make("div", {}, make("h3", { text: view.turnLine, attrs: { tabindex: "-1" } }), make("p", { cls: "cq-quiet", text: view.line })),
      make("div", { cls: "cq-actions" }, fresh, yes, no, status("head")),
      view.curtain ? make("div", { cls: "cq-curtain" }, make("p", { text: view.curtain }),
        make("button", { cls: "cq-main cq-lift", text: view.lift, attrs: { type: "button", "data-focus": "lift" }, on: { click: () => send({ do: "lift" }, "head") } })) : "");
  }

  function drawForms(view) {
    drafts = { move: { ...view.drafts.move }, clause: { ...view.drafts.clause } };
    const tools = { t, fixed, most: model.get("most"), own: view.own, changed };
    const evidence = (by) => model.get("evidence")[by ?? view.me] ?? {};
    moveBox.replaceChildren(make("h3", { text: t["move-title"] }),
      tableForm("move", drafts.move, { ...tools, evidence: () => evidence(), status: status("move"), send: (form) => put("move", form) }));
    clauseFormBox.replaceChildren(
      tableForm("clause", drafts.clause, { ...tools, evidence, status: status("clause"), send: (form) => put("clause", form) }));
    if (Object.keys(drafts.clause).length) clauseForm.open = true;
  }

  function drawClauses(view) {
    const clause = (entry) => make("li", { cls: entry.settled ? "cq-settled" : "cq-open", attrs: { tabindex: "-1" } },
      make("p", { cls: "cq-clause" }, entry.settled ? null : make("span", { text: "[", attrs: { "aria-hidden": "true" } }), make("span", { text: entry.text }), entry.settled ? null : make("span", { text: "]", attrs: { "aria-hidden": "true" } })),
      make("p", { cls: "cq-small" }, make("strong", { text: entry.settled ? t.settled : t.bracketed }), make("span", { cls: "cq-quiet", text: ` · ${entry.by} · ${entry.issue}` })),
      quotation(entry.quote, t, show),
      make("div", { cls: "cq-actions" }, ...entry.seats.map((seat) => seat.own
        ? make("button", { text: seat.text, attrs: { type: "button", "aria-pressed": String(seat.yes), "data-focus": `agree-${entry.id}-${seat.id}` }, on: { click: () => send({ do: "agree", id: entry.id, by: seat.id, yes: !seat.yes }, "agree") } })
        : make("span", { cls: "cq-seat", text: [seat.text, seat.why].filter(Boolean).join(". ") })),
      entry.canWithdraw ? make("button", { text: t.withdraw, attrs: { type: "button", "data-focus": `withdraw-${entry.id}` }, on: { click: () => send({ do: "withdraw", id: entry.id }, "agree") } }) : null));
    clausesBox.replaceChildren(make("h3", { text: t["clauses-title"] }), make("p", { cls: "cq-quiet cq-small", text: t["clauses-help"] }),
      view.clauses.length ? make("ol", { cls: "cq-clauses" }, ...view.clauses.map(clause)) : make("p", { cls: "cq-quiet", text: t["no-clauses"] }));
  }

  function files() {
    const input = make("input", { attrs: { type: "file", accept: ".json,application/json", id: freshId("file") }, on: { change: read } });
    async function read() {
      const file = input.files[0];
      if (!file) return;
      const content = await file.slice(0, 300000).text(); // larger files are refused anyway
      input.value = "";
      send({ do: "file-in", content }, "file");
    }
    return make("section", { cls: "cq-draft", attrs: { "aria-label": t["files-title"] } }, make("h3", { text: t["files-title"] }),
      make("p", { cls: "cq-quiet cq-small", text: t["files-help"] }),
      make("div", { cls: "cq-actions" }, make("button", { text: t["write-file"], attrs: { type: "button" }, on: { click: () => send({ do: "file-out" }, "file") } }),
        make("label", { text: t["read-file"], attrs: { for: input.id } }), input),
      status("file"), make("ul", { cls: "cq-faults" }), make("div", { cls: "cq-links" }), make("ul", { cls: "cq-guests" }));
  }

  // What was written can be downloaded too: on some servers a student never sees the folder.
  function offer(box, written) {
    urls.forEach((url) => URL.revokeObjectURL(url));
    urls = [];
    box.replaceChildren(...written.flatMap(({ file, text }) => {
      const page = file.endsWith(".html");
      const url = URL.createObjectURL(new Blob([text], { type: page ? "text/html" : "text/plain" }));
      urls.push(url);
      return [make("a", { text: fill(t.download, { file }), attrs: { href: url, download: file } }),
        page ? make("a", { text: t.open, attrs: { href: url, target: "_blank", rel: "noopener" } }) : null].filter(Boolean);
    }));
  }

  function draw() {
    const view = model.get("view");
    if (view.stage === "table") drawTable(view);
    else {
      drawnFor = "";
      drawSeats();
    }
  }

  model.on("change:view", draw);
  model.on("msg:custom", (message) => {
    const call = waiting.get(message.number);
    if (!call) return;
    clearTimeout(call.timer);
    waiting.delete(message.number);
    if (!message.trouble && (call.did === "move" || call.did === "clause")) afterPut(call.did);
    // a page that changed altogether is read from its beginning
    if (!message.trouble && ["sit", "back", "lift"].includes(call.did)) head.querySelector("h3")?.focus();
    if (["sit", "back"].includes(call.did)) [...Object.values(statuses), links].forEach((node) => node.replaceChildren());
    if (!message.trouble && call.did === "new") root.querySelector("input")?.focus();
    if (message.trouble) tell(call.area ?? "head", message.trouble, true);
    else if (message.said) tell(call.area, message.said);
    else if (call.area) tell(call.area, message.draft ? t["draft-saved"] : t.saved);
    if (message.files) offer(call.area === "file" ? fileBox.querySelector(".cq-links") : links, message.files);
    if (call.area === "file") fileBox.querySelector(".cq-faults").replaceChildren(...(message.faults ?? []).map((text) => make("li", { text: `${t["file-faults"]} ${text}` })));
  });
  draw();
  return () => {
    if (draftTimer) keepDraft();
    waiting.forEach((call) => clearTimeout(call.timer));
    urls.forEach((url) => URL.revokeObjectURL(url));
  };
}

export default { render };
