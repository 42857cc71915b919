// What this browser keeps between pages. Where storage is forbidden, it is kept as long as the page lives.

/** @type {Map<string, string>} */
const inMemory = new Map();
const prefix = "dataconnectors.";

/** @param {string} key @returns {any} What was kept; null when nothing was. */
export function read(key) {
  let text;
  try {
    text = localStorage.getItem(prefix + key);
  } catch {
    text = inMemory.get(key) ?? null;
  }
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {string} key @param {any} value Null forgets it. */
export function keep(key, value) {
  const text = value === null ? null : JSON.stringify(value);
  try {
    if (text === null) {
      localStorage.removeItem(prefix + key);
    } else {
      localStorage.setItem(prefix + key, text);
    }
  } catch {
    if (text === null) {
      inMemory.delete(key);
    } else {
      inMemory.set(key, text);
    }
  }
}

/** Tells when another tab kept something else under the key. @param {string} key @param {() => void} tell */
export function onOtherTab(key, tell) {
  window.addEventListener("storage", (event) => {
    if (event.key === prefix + key) {
      tell();
    }
  });
}
