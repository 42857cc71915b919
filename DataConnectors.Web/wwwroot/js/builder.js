// Puts the caret into the field that edits a path of the definition, or into the nearest thing above it.

export function focusField(path) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]*)$/, "")) {
    const element = document.getElementById(`field-${at}`);
    if (!element) continue;
    for (let closed = element.closest("details:not([open])"); closed; closed = element.closest("details:not([open])")) {
      closed.open = true;
    }
    const control = element.matches("input,select,textarea,button")
      ? element
      : element.querySelector("input,select,textarea,button") ?? element;
    if (control === element && control.tabIndex < 0) control.tabIndex = -1;
    element.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
    return true;
  }
  return false;
}
