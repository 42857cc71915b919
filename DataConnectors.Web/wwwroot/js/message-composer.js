// Enter sends and Shift+Enter breaks the line. It is decided here, because the server answers too late to keep the browser from
// writing the line break.
export function listen(area) {
  area?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      area.form.requestSubmit();
    }
  });
}

export function focus(area) {
  area?.focus();
}
