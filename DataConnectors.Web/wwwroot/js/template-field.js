// What a template field needs of the browser: suggestions while a placeholder is typed, insertion at the caret, and the text of
// a pasted command before the browser takes its line breaks away. Typing never waits for the server.

const fields = new WeakMap();

export function attach(input, list, names, owner) {
  const field = { input, list, names, owner, from: -1, shown: [], active: 0 };
  fields.set(input, field);
  input.addEventListener("input", () => suggest(field));
  input.addEventListener("keydown", (event) => onKey(field, event));
  input.addEventListener("blur", () => close(field));
  input.addEventListener("paste", (event) => onPaste(field, event));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // The field keeps the focus.
    const item = event.target.closest("[data-index]");
    if (item) choose(field, Number(item.dataset.index));
  });
}

export function update(input, names) {
  const field = fields.get(input);
  if (field) field.names = names;
}

export function insert(input, name) {
  const at = document.activeElement === input || input.dataset.caret === undefined
    ? input.selectionStart ?? input.value.length
    : Number(input.dataset.caret);
  write(input, at, input.selectionEnd ?? at, `{{${name}}}`);
}

function write(input, from, to, text) {
  input.focus();
  input.setRangeText(text, from, Math.max(from, to), "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function suggest(field) {
  const { input } = field;
  const before = input.value.slice(0, input.selectionStart);
  const open = /\{\{\s*([\w.-]*)$/.exec(before);
  if (!open) return close(field);
  const typed = open[1].toLowerCase();
  field.from = open.index;
  field.shown = field.names.filter((name) => name.toLowerCase().includes(typed)).slice(0, 8);
  field.active = 0;
  if (field.shown.length === 0) return close(field);
  draw(field);
}

function draw({ input, list, shown, active }) {
  list.replaceChildren(...shown.map((name, index) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.dataset.index = index;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === active));
    item.textContent = name;
    return item;
  }));
  list.hidden = false;
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function close({ input, list }) {
  if (list.hidden) return;
  list.hidden = true;
  list.replaceChildren();
  input.removeAttribute("aria-controls");
  input.removeAttribute("aria-activedescendant");
}

function choose(field, index) {
  const { input } = field;
  const rest = input.value.slice(input.selectionStart);
  const closing = /^[\w.-]*\s*\}\}/.exec(rest);
  const to = input.selectionStart + (closing ? closing[0].length : 0);
  const name = field.shown[index];
  close(field);
  write(input, field.from, to, `{{${name}}}`);
  close(field);
}

function onKey(field, event) {
  if (field.list.hidden || event.isComposing) return;
  const count = field.shown.length;
  if (event.key === "ArrowDown") field.active = (field.active + 1) % count;
  else if (event.key === "ArrowUp") field.active = (field.active + count - 1) % count;
  else if (event.key === "Enter" || event.key === "Tab") {
    event.preventDefault();
    return choose(field, field.active);
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    return close(field);
  } else return;
  event.preventDefault();
  draw(field);
}

function onPaste(field, event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field.input.dataset.takesCommands !== "true" || !/^\s*curl\s/i.test(text)) return;
  event.preventDefault();
  const bytes = new TextEncoder().encode(text);
  field.owner.invokeMethodAsync("PasteCommandAsync", DotNet.createJSStreamReference(bytes));
}
