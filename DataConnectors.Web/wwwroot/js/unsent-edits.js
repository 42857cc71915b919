// Between a keystroke in a form marked data-watch-edits and the server's word that it is stored, the page does not claim "Saved" and
// asks before it is left. It listens from the start of the page, since a person may type before the server attaches itself.

window.unsentEdits = (() => {
  const quiet = 300;
  // A conflict or a failing disk is settled by the person or by time; until then the page asks whether it has been.
  const again = 1000;
  const root = document.documentElement;
  let server = null;
  let edits = 0;
  let underWay = Promise.resolve();
  let timer;

  async function store() {
    if (!server) return;
    const seen = edits;
    let isStored = false;
    try {
      await underWay;
      // Calls of one page arrive in order, so every keystroke before this one is known to the server when it answers.
      isStored = await server.invokeMethodAsync("StoreNowAsync");
    } catch {
      // The connection is lost; the page says so, and the edit stays unsent.
    }
    if (isStored && seen === edits) delete root.dataset.unsent;
    else if (seen === edits) storeSoon(again);
  }

  function storeSoon(pause = quiet) {
    clearTimeout(timer);
    timer = setTimeout(store, pause);
  }

  document.addEventListener(
    "input",
    (event) => {
      if (!event.target.closest?.("[data-watch-edits]")) return;
      edits++;
      root.dataset.unsent = "";
      storeSoon();
    },
    true,
  );

  window.addEventListener("beforeunload", (event) => {
    if ("unsent" in root.dataset) event.preventDefault();
  });

  return {
    // A long text goes as a stream, which calls that begin after it can overtake.
    waitFor(sending) {
      underWay = Promise.allSettled([underWay, sending]);
    },
    attach(reference) {
      server = reference;
      if ("unsent" in root.dataset) storeSoon();
    },
    detach() {
      server = null;
      clearTimeout(timer);
      delete root.dataset.unsent;
    },
  };
})();
