// The negotiating table: take seats, read a card, make moves, draft a communiqué. Python decides; this file draws.

import { calls, later } from "../calls.js";
import { fill, find, focused, freshId, intoView, make, replace } from "../common.js";
import { unsent } from "../unsent.js";
import { widget } from "../widget.js";
import { tableForm } from "./negotiation_forms.js";
import { moveCard, quotation, radios, roleCard, seatCard } from "./negotiation_parts.js";

function render({ model, el, t }) {
  const fixed = model.get("fixed");
  const open = new Set(); // folded parts that are open
  /** @type {Record<string, HTMLElement>} */
  const statuses = {};
  /** @type {Record<string, any>} */
  const lines = {}; // the messages of each area, and of each kind that belongs to none
  const links = make("div.cq-links");
  const fileLinks = make("div.cq-links");
  const faultList = make("ul.cq-faults");
  const guests = make("ul.cq-guests");
  /** @type {Record<string, Record<string, string>>} */
  let drafts = { move: {}, clause: {}, why: {} };
  let seats = { mode: "alone" };
  let drawnFor = "";
  /** @type {Record<string, any> | undefined} */
  let unsaved; // what was half written in the forms when nobody answered
  let wasPut = "";
  /** @type {string[]} */
  let urls = [];
  const kept = unsent(model);
  const draft = later(() => send({ do: "draft", drafts }), 900);
  const root = make("div.cq-negotiating", { role: "group", "aria-label": t.title });
  el.append(root);

  const head = make("div.cq-head");
  const cardBox = make("div.cq-card-box");
  const moveBox = make("section.cq-panel", { "aria-label": t["move-title"] });
  const movesBox = make("section", { "aria-label": t["moves-title"] });
  const clausesBox = make("section", { "aria-label": t["clauses-title"] });
  const clauseForm = make("details.cq-panel", make("summary", t["clause-title"]));
  const clauseFormBox = make("div");
  clauseForm.append(clauseFormBox);
  const exportBox = make("div",
    make("div.cq-actions", make("button.cq-main", { text: t.export, onclick: () => send({ do: "export" }, "export") }),
      status("export")), links);
  const fileBox = files();
  const both = make("div.cq-both", cardBox, make("div", moveBox, movesBox));
  const table = make("div", head, both, make("section.cq-draft", clausesBox, status("agree"), clauseForm, exportBox),
    fileBox);

  function status(area) {
    statuses[area] ??= make("p.cq-saved", { role: "status" });
    return statuses[area];
  }

  function lineOf(area, name) {
    const line = { did: "",
      ...calls(model, { kept, line: status(area ?? "head"), answered: (message) => answered(message, area, line.did),
        refused: () => drawFaults(area, []) }) };
    lines[name] = line;
    return line;
  }

  // `area` is where it is said what becomes of a message.
  function send(message, area) {
    if (message.do !== "draft") draft.finish(); // a form may hold something that is not kept yet
    const line = lines[area ?? message.do] ?? lineOf(area, area ?? message.do);
    line.did = message.do;
    const covers = { draft: ["draft"], sit: ["seats"] }[message.do];
    line.send(message, { covers, ...(area ? {} : { saying: "" }) });
  }

  const show = (at) => send({ do: "show", at });

  function put(area, form) {
    if (lines[area]?.did === area && lines[area].pending()) return; // pressed twice
    wasPut = JSON.stringify(form);
    send({ do: area, form }, area);
  }

  // --- seats ---
  function drawSeats() {
    const view = model.get("view");
    const pair = seats.mode === "pair";
    const modes = ["alone", "pair", "files"].map((id) => ({ id, text: t[`mode-${id}`], help: t[`mode-${id}-help`] }));
    const names = fixed.delegations.map((d) => ({ id: d.id, text: d.name, help: d.about }));
    const choose = (name) => (id) => {
      seats = { ...seats, [name]: id };
      kept.keep("seats", { seats });
      drawSeats();
    };
    const at = /** @type {HTMLInputElement | null} */ (focused());
    const chosen = root.contains(at) && at?.value ? `input[name="${at.name}"][value="${CSS.escape(at.value)}"]` : "";
    const secret = make("input", { type: "checkbox", checked: Boolean(seats.secret), onchange: () => {
      seats.secret = secret.checked;
      kept.keep("seats", { seats });
    } });
    replace(root, make("p.cq-intro", t.intro), fixed.notice && make("p.cq-saved.cq-trouble", fixed.notice),
      ...(fixed.trouble
        ? [make("p.cq-strong", fixed.trouble)]
        : [radios("cq-mode", t["mode-label"], modes, seats.mode, choose("mode"), "cq-cards"),
          radios("cq-me", pair ? t["first-label"] : t["me-label"], names, seats.me, choose("me"), "cq-cards"),
          seats.mode === "files"
            ? null
            : radios("cq-other", pair ? t["second-label"] : t["other-label"], names.filter((n) => n.id !== seats.me),
              seats.other, choose("other"), "cq-cards"),
          pair ? make("label.cq-choice.cq-secret", secret, make("span", t.secret)) : null,
          make("div.cq-actions",
            make("button.cq-main", { text: t.sit, onclick: () => send({ do: "sit", ...seats }, "seats") }),
            view.canBringBack
              ? make("button", { text: t["bring-back"], onclick: () => send({ do: "back" }, "seats") })
              : null, status("seats"))]));
    if (chosen) find(root, chosen)?.focus();
  }

  // --- the table ---
  function drawTable(view) {
    const key = JSON.stringify([view.me, view.mode, view.curtain]);
    const fresh = key !== drawnFor;
    drawnFor = key;
    const focus = focused()?.dataset.focus;
    drawHead(view);
    cardBox.replaceChildren(...(view.card ? [roleCard(view.card, t, show, open)] : []));
    if (fresh) drawForms(view);
    [cardBox.hidden, moveBox.hidden] = [Boolean(view.curtain), Boolean(view.curtain)];
    both.classList.toggle("cq-whole", Boolean(view.curtain));
    movesBox.replaceChildren(make("h3", t["moves-title"]),
      view.moves.length
        ? make("ol.cq-moves", ...view.moves.map((move, i) => moveCard(move, i + 1, t, show, open)))
        : make("p.cq-quiet", t["no-moves"]),
      view.canTakeBack && !view.curtain
        ? make("button", { text: t["take-back"], "data-focus": "undo", onclick: () => send({ do: "undo" }, "move") })
        : "");
    drawClauses(view);
    clauseForm.hidden = Boolean(view.curtain);
    fileBox.hidden = view.mode !== "files";
    guests.replaceChildren(
      ...(view.guests.length ? view.guests : [t["waiting-files"]]).map((text) => make("li", text))
    );
    if (root.firstChild !== table) root.replaceChildren(table);
    if (focus) (find(root, `[data-focus="${CSS.escape(focus)}"]`) ?? find(head, "h3"))?.focus();
  }

  // What was put on the table is shown and the form is empty again. Behind a curtain, the next one lifts it.
  function afterPut(area) {
    const view = model.get("view");
    const since = kept.holds("draft"); // something was written while it was put
    if (since) unsaved = { ...drafts, [area]: JSON.stringify(drafts[area]) === wasPut ? {} : drafts[area] };
    drawForms(view);
    if (since) changed();
    const moves = /** @type {HTMLElement[]} */ ([...movesBox.querySelectorAll(".cq-move")]);
    const mine = moves.findLast((move) => view.mode === "pair" || move.classList.contains("cq-mine"));
    const place = area === "clause" ? find(clausesBox, "li:last-child") : view.curtain ? find(head, ".cq-lift") : mine;
    place?.focus({ preventScroll: true });
    intoView(place);
  }

  function drawHead(view) {
    const fresh = make("button", { text: t["new-table"], "data-focus": "new", onclick: () => sure(true) });
    const yes = make("button.cq-main", { text: t["really-new"], hidden: true,
      onclick: () => send({ do: "new" }, "head") });
    const no = make("button", { text: t["keep-table"], hidden: true, onclick: () => sure(false) });
    const sure = (asking) => {
      [fresh.hidden, yes.hidden, no.hidden] = [asking, !asking, !asking];
      (asking ? no : fresh).focus();
    };
    head.replaceChildren(
      make("div", make("h3", { text: view.turnLine, tabindex: "-1" }), make("p.cq-quiet", view.line)),
      make("div.cq-actions", fresh, yes, no, status("head")),
      view.curtain
        ? make("div.cq-curtain", make("p", view.curtain),
          make("button.cq-main.cq-lift", { text: view.lift, "data-focus": "lift", onclick: () =>
            send({ do: "lift" }, "head") }))
        : ""
    );
  }

  function drawForms(view) {
    const from = unsaved ?? view.drafts;
    unsaved = undefined;
    drafts = { move: { ...from.move }, clause: { ...from.clause }, why: { ...from.why } };
    const tools = { t, fixed, most: model.get("most"), own: view.own, changed };
    const evidence = (by) => model.get("evidence")[by ?? view.me] ?? {};
    moveBox.replaceChildren(make("h3", t["move-title"]),
      tableForm("move", drafts.move, { ...tools, evidence: () => evidence(), status: status("move"),
        send: (form) => put("move", form) }));
    clauseFormBox.replaceChildren(
      tableForm("clause", drafts.clause, { ...tools, evidence, status: status("clause"), send: (form) =>
        put("clause", form) })
    );
    if (Object.keys(drafts.clause).length) clauseForm.open = true;
  }

  function changed() {
    kept.keep("draft", { do: "draft", drafts });
    draft.soon();
  }

  function drawClauses(view) {
    const agree = (id, by, yes, why) =>
      send({ do: "agree", id, by, yes, ...(why === undefined ? {} : { why }) }, "agree");
    const reason = (entry) => ({ text: drafts.why[entry.id] ?? entry.why, most: model.get("most"), write: (words) => {
      drafts.why[entry.id] = words;
      changed();
    } });
    const clause = (entry) =>
      make("li", { cls: entry.settled ? "cq-settled" : "cq-open", tabindex: "-1" },
        make("p.cq-clause", entry.settled ? null : make("span", { text: "[", "aria-hidden": "true" }),
          make("span", entry.text), entry.settled ? null : make("span", { text: "]", "aria-hidden": "true" })),
        make("p.cq-small", make("strong", entry.settled ? t.settled : t.bracketed),
          make("span.cq-quiet", ` · ${entry.by} · ${entry.issue}`)), quotation(entry.quote, t, show),
        ...entry.seats.map((seat) => seatCard(entry, seat, t, { show, open, agree, reason: reason(entry) })),
        make("div.cq-actions", entry.canWithdraw
          ? make("button", { text: t.withdraw, "data-focus": `withdraw-${entry.id}`, onclick: () =>
            send({ do: "withdraw", id: entry.id }, "agree") })
          : null));
    clausesBox.replaceChildren(make("h3", t["clauses-title"]), make("p.cq-quiet.cq-small", t["clauses-help"]),
      view.clauses.length ? make("ol.cq-clauses", ...view.clauses.map(clause)) : make("p.cq-quiet", t["no-clauses"]));
  }

  function files() {
    const input = make("input", { type: "file", accept: ".json,application/json", id: freshId("file"),
      onchange: read });
    async function read() {
      const file = input.files?.[0];
      if (!file) return;
      const content = await file.slice(0, 300000).text(); // larger files are refused anyway
      input.value = "";
      send({ do: "file-in", content }, "file");
    }
    return make("section.cq-draft", { "aria-label": t["files-title"] }, make("h3", t["files-title"]),
      make("p.cq-quiet.cq-small", t["files-help"]),
      make("div.cq-actions", make("button", { text: t["write-file"], onclick: () => send({ do: "file-out" }, "file") }),
        make("label", { text: t["read-file"], for: input.id }), input), status("file"), faultList, fileLinks, guests);
  }

  function forget() {
    for (const url of urls) URL.revokeObjectURL(url);
  }

  // What was written can be downloaded too: on some servers a student never sees the folder.
  function offer(box, written) {
    forget();
    urls = [];
    box.replaceChildren(...written.flatMap(({ file, text }) => {
      const page = file.endsWith(".html");
      const url = URL.createObjectURL(new Blob([text], { type: page ? "text/html" : "text/plain" }));
      urls.push(url);
      return [make("a", { text: fill(t.download, { file }), href: url, download: file }),
        page ? make("a", { text: t.open, href: url, target: "_blank", rel: "noopener" }) : null].filter(Boolean);
    }));
  }

  function drawFaults(area, faults) {
    if (area === "file")
      replace(faultList, ...faults.map((text) => make("li", `${t["file-faults"]} ${text}`)));
  }

  // What is said of an answer, and where the page goes on.
  function answered(message, area, did) {
    if (did === "move" || did === "clause") afterPut(did);
    // a page that changed altogether is read from its beginning
    if (["sit", "back", "lift"].includes(did)) find(head, "h3")?.focus();
    const said = ["sit", "back"].includes(did) ? [...Object.values(statuses), links] : [];
    for (const node of said) node.replaceChildren();
    if (did === "new") find(root, "input")?.focus();
    if (message.files) offer(area === "file" ? fileLinks : links, message.files);
    drawFaults(area, message.faults ?? []);
    return message.said || (area ? t.saved : undefined);
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
  for (const { message } of kept.waiting()) {
    seats = message.seats ?? seats;
    unsaved = message.drafts ?? unsaved;
  }
  const half = unsaved;
  draw();
  if (half) send({ do: "draft", drafts: half });
  return () => {
    draft.finish();
    for (const line of Object.values(lines)) line.close();
    forget();
  };
}

export default widget(render);
