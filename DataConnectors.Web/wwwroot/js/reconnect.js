// When the connection is lost, Blazor tries to reconnect and shows the element below. Two ends need help: a server that
// restarted does not know the old circuit (rejected), and a long outage ends the tries (failed). In both the page is loaded
// again as soon as the server is ready; drafts are saved, so nothing is lost.
(() => {
  const modal = document.getElementById("components-reconnect-modal");
  let waiting = false;

  const reloadWhenReady = async () => {
    if (waiting) return;
    waiting = true;
    for (;;) {
      try {
        if ((await fetch("/healthz", { cache: "no-store" })).ok) {
          location.reload();
          return;
        }
      } catch {
        // Still away.
      }
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  };

  // What is typed while nobody listens would be lost without a word, so nothing can be typed then.
  const freeze = (isFrozen) => {
    for (const part of document.body.children) {
      if (part !== modal && part.id !== "blazor-error-ui") part.inert = isFrozen;
    }
  };

  modal?.addEventListener("components-reconnect-state-changed", (event) => {
    freeze(event.detail.state !== "hide");
    if (["failed", "rejected", "paused", "resume-failed"].includes(event.detail.state)) reloadWhenReady();
  });
  document.getElementById("reload-page")?.addEventListener("click", () => location.reload());
})();
