// What a lesson asks of the JupyterLab that it is open in; elsewhere it asks nothing.

/**
 * Outputs stay out of the file, because the next day no kernel knows them: JupyterLab would say "Error displaying
 * widget". So a new output is nothing to save either, and nobody is asked about it at the end.
 */
export function leaveOutputsOut(context) {
  const book = context?.model;
  if (!book?.sharedModel || Object.hasOwn(book, "toJSON")) return;
  const whole = book.toJSON.bind(book);
  book.toJSON = () => {
    const saved = whole();
    for (const cell of saved.cells) if (cell.cell_type === "code") [cell.outputs, cell.execution_count] = [[], null];
    return saved;
  };
  const written = () => JSON.stringify(book.sharedModel.cells.map((cell) => [cell.cell_type, cell.getSource()]));
  let onDisk = book.dirty ? "" : written();
  context.saveState.connect((_, state) => {
    if (state !== "completed") onDisk = state === "started" ? written() : "";
  });
  book.stateChanged.connect((_, { name, newValue }) => {
    if (name === "dirty" && newValue && written() === onDisk) book.dirty = false;
  });
  if (book.dirty && context.contentsModel?.writable) context.save().catch(console.warn);
}

/** The start button begins a kernel where there is none: JupyterLab would begin one for each cell, and run only one. */
export function startKernelFirst(panel, context, signal) {
  const session = context?.sessionContext;
  if (!session?.sessionManager) return;
  panel.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-commandlinker-command^=\"notebook:run\"]");
    if (!button || panel.dataset.cqStarting) return;
    event.stopImmediatePropagation(); // another head of this page listens too
    await session.sessionManager.refreshRunning().catch(console.warn); // it may not have heard of the kernel's end
    reconnect(session); // what is run meanwhile waits for it
    if (session.hasNoKernel) await session.startKernel();
    panel.dataset.cqStarting = "yes";
    button.click();
    delete panel.dataset.cqStarting;
  }, { capture: true, signal });
}

/**
 * A computer that was asleep or cut off for a minute: JupyterLab has given its kernel up by then. Once the page is
 * back, so is the kernel, and what the cards have sent meanwhile goes to it.
 */
export function comeBack(context, signal) {
  const again = () => reconnect(context?.sessionContext);
  window.addEventListener("online", () => reconnect(context?.sessionContext, "connecting"), { signal });
  window.addEventListener("focus", again, { signal });
  for (const name of ["resume", "visibilitychange"]) document.addEventListener(name, again, { signal });
}

/** Starts again where JupyterLab has given up, or at once where it waits a while in that state. */
function reconnect(session, waiting = "disconnected") {
  const kernel = session?.session?.kernel;
  if (["disconnected", waiting].includes(kernel?.connectionStatus)) kernel.reconnect().catch(console.warn);
}
