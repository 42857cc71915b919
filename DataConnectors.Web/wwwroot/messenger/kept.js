// What this browser keeps between pages. Browsers may deny storage to a frame of another site; then the page around it keeps it, which is who
// vouches for people anyway. What only a signed-in user has is not given to it.

/** @type {Map<string, string>} */
const inMemory = new Map();
const prefix = "dataconnectors.";
let isDenied = false;
/** @type {(all: Record<string, string>) => void} Gives the page what it is to keep. */
let give = () => {};

try {
  localStorage.getItem(prefix);
} catch {
  isDenied = true;
}

/**
 * Uses what the page kept, where this frame may not keep anything itself.
 * @param {Record<string, string> | undefined} kept @param {(all: Record<string, string>) => void} giveToPage
 */
export function keepWithPage(kept, giveToPage) {
  if (isDenied) {
    give = giveToPage;
    Object.entries(kept ?? {}).forEach(([key, text]) => inMemory.set(key, String(text)));
  }
}

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
    give(read("session")?.is_verified ? {} : Object.fromEntries(inMemory));
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
