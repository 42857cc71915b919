// Makes elements. Everything that people or APIs wrote becomes text nodes, never markup.

/**
 * @param {string} name @param {Record<string, any>} [attributes] Attributes; <code>on…</code> are listeners, false leaves one out.
 * @param {...(Node | string | null | undefined)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? "" : String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** When something was written, short. @param {number} seconds In Unix seconds. */
export function time(seconds) {
  const at = new Date(seconds * 1000);
  const isToday = at.toDateString() === new Date().toDateString();
  return element(
    "time",
    { datetime: at.toISOString(), title: at.toLocaleString() },
    at.toLocaleString([], isToday ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" }),
  );
}
