// Between a keystroke and the server's word that it is stored, the page does not claim "Saved" and asks before it is left.

const quiet = 300;

export function watch(form, page) {
  const root = document.documentElement;
  let edits = 0;
  let timer;

  async function store() {
    const seen = edits;
    let isStored = false;
    try {
      // Calls of one page arrive in order, so every keystroke before this one is known to the server when it answers.
      isStored = await page.invokeMethodAsync("StoreNowAsync");
    } catch {
      // The connection is lost; the page says so, and the edit stays unsent.
    }
    if (isStored && seen === edits) delete root.dataset.unsent;
  }

  function onInput() {
    edits++;
    root.dataset.unsent = "";
    clearTimeout(timer);
    timer = setTimeout(store, quiet);
  }

  function onLeave(event) {
    if ("unsent" in root.dataset) event.preventDefault();
  }

  form.addEventListener("input", onInput, true);
  window.addEventListener("beforeunload", onLeave);
  return {
    stop() {
      clearTimeout(timer);
      form.removeEventListener("input", onInput, true);
      window.removeEventListener("beforeunload", onLeave);
      delete root.dataset.unsent;
    },
  };
}
