// What can be typed at a place of an admin's code. It knows nothing of the editor: text goes in, suggestions come out.
//
// A shape says what a value holds: { type, example, fields: { key: shape }, element: shape }. The arguments of `transform` have
// shapes from the start; variables get theirs from simple assignments, loops and callbacks, by reading the text, not by running it.

import { languages, membersOf, methodsOf, own, pythonModules } from "./code-words.js";

const identifier = /^[A-Za-z_$][\w$]*$/;
const quotes = "\"'`";
const opens = { "]": "[", ")": "(", "}": "{" };
const closes = { "[": "]", "(": ")", "{": "}" };
const sameList = ["concat", "copy", "filter", "reverse", "slice", "sort", "toReversed", "toSorted"];
const oneOfList = ["at", "find", "findLast", "pop", "shift"];

const readers = {
  python: {
    assignment: /^[ \t]*([A-Za-z_]\w*)[ \t]*=(?!=)[ \t]*(.+)$/gm,
    loop: /\bfor[ \t]+([\w \t,()]+?)[ \t]+in[ \t]+(.+)$/gm,
  },
  javascript: {
    assignment: /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*|\{[^}]*\})\s*=(?![=>])\s*(.+)$/gm,
    loop: /\bfor\s*\(\s*(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s+of\s+(.+)$/gm,
    callback: /\.(?:every|filter|find|findIndex|flatMap|forEach|map|some)\(\s*(?:function\s*)?\(?\s*([A-Za-z_$][\w$]*)/g,
  },
};

/**
 * The suggestions where `before` ends and `after` (the rest of the line) begins. Each replaces `from` characters before the cursor
 * and `to` after it.
 */
export function complete(language, before, after, parameters) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const inside = insideOf(line, language);
  if (inside === "comment") return [];
  const scope = scopeOf(language, before + after, parameters);

  const quoted = /(\[|\.get\(\s*)(["'])((?:(?!\2).)*)$/.exec(line);
  if (quoted) {
    const [whole, opener, quote, typed] = quoted;
    const shape = resolve(expressionBefore(before.slice(0, before.length - whole.length)), scope);
    const isIndex = opener === "[";
    const rest = isIndex ? /^[^"'\]]*["']?\]?/ : /^[^"',)]*["']?/;
    const to = rest.exec(after)[0].length;
    return keysOf(shape).map(([key, found]) => ({
      ...field(key, found),
      insert: escape(key, quote) + quote + (isIndex ? "]" : ""),
      from: typed.length,
      to,
    }));
  }

  if (inside === "string") return [];
  const bracket = /\[\s*(\w*)$/.exec(line);
  if (bracket && !/[[(,=:\s]$/.test(line.slice(0, bracket.index) || " ")) {
    const shape = resolve(expressionBefore(before.slice(0, before.length - bracket[0].length)), scope);
    const to = /^\w*\]?/.exec(after)[0].length;
    const keys = keysOf(shape).map(([key, found]) => ({
      ...field(key, found),
      filter: key,
      insert: `"${escape(key, '"')}"]`,
      from: bracket[1].length,
      to,
    }));
    if (keys.length > 0) return keys;
  }

  const imported = language === "python" && importsAt(line);
  if (imported) return imported;

  const member = /\??\.\s*([\w$]*)$/.exec(line);
  if (member && !/\d$/.test(line.slice(0, member.index))) {
    const target = expressionBefore(before.slice(0, before.length - member[0].length));
    return membersAt(language, before, target.trim(), member, resolve(target, scope));
  }

  const typed = /[\w$]*$/.exec(line)[0];
  if (/^\d/.test(typed)) return [];
  return names(language, before, scope, typed.length);
}

function membersAt(language, before, target, member, shape) {
  const typed = member[1].length;
  const found = [];
  if (language === "javascript") {
    for (const [key, value] of shape?.type === "list" ? [] : keysOf(shape)) {
      found.push(identifier.test(key)
        ? { ...field(key, value), insert: key, from: typed, to: 0 }
        : { ...field(key, value), filter: `.${key}`, insert: `["${escape(key, '"')}"]`, from: member[0].length, to: 0 });
    }
  }
  const methods = shape
    ? methodsOf(language, shape)
    : membersOf(language, language === "python" ? qualified(before, target) : target);
  const known = language === "python" ? own(pythonModules, qualified(before, target)) : undefined;
  for (const name of known ?? methods) found.push({ label: name, kind: "method", insert: name, from: typed, to: 0 });
  return found;
}

function names(language, before, scope, from) {
  const { keywords, functions } = languages[language];
  const found = new Map();
  const add = (label, kind, detail) => found.has(label) || found.set(label, { label, kind, detail, insert: label, from, to: 0 });
  for (const [name, shape] of scope) add(name, "variable", describe(shape));
  const code = before.slice(0, before.length - from);
  for (const [name] of code.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*/g)) {
    if (found.size > 400) break;
    if (!keywords.includes(name) && !functions.includes(name) && declares(code, name)) add(name, "variable");
  }
  for (const name of functions) add(name, "function");
  for (const name of keywords) add(name, "keyword");
  return [...found.values()];
}

/** Whether the text gives the name a meaning, so that words of texts and comments are not offered. */
function declares(code, name) {
  const safe = name.replaceAll("$", "\\$");
  return new RegExp(`(?:\\b(?:def|class|function|const|let|var|import|as|for)\\s+|^[ \\t]*(?=${safe}\\s*=))${safe}(?![\\w$])`, "m").test(code);
}

function importsAt(line) {
  const members = /^\s*from\s+([\w.]+)\s+import\s+(?:\(?\s*)?(?:\w+(?:\s+as\s+\w+)?\s*,\s*)*(\w*)$/.exec(line);
  if (members) {
    return (own(pythonModules, members[1]) ?? []).map((name) => ({ label: name, kind: "method", insert: name, from: members[2].length, to: 0 }));
  }
  const modules = /^\s*(?:from\s+|import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*)([\w.]*)$/.exec(line);
  return modules && Object.keys(pythonModules).map((name) => ({ label: name, kind: "module", insert: name, from: modules[1].length, to: 0 }));
}

/** The full name of what a Python name was imported as: `dt` is `datetime` after `import datetime as dt`. */
function qualified(code, name) {
  const [head, ...rest] = name.split(".");
  const tail = rest.map((part) => `.${part}`).join("");
  for (const [, module, list] of code.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?([\w \t,]+)/gm)) {
    for (const item of list.split(",")) {
      const [, original, alias] = /^\s*(\w+)(?:\s+as\s+(\w+))?/.exec(item) ?? [];
      if ((alias ?? original) === head) return `${module}.${original}${tail}`;
    }
  }
  for (const [, list] of code.matchAll(/^[ \t]*import[ \t]+([\w. \t,]+)/gm)) {
    for (const item of list.split(",")) {
      const [, original, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?/.exec(item) ?? [];
      if (alias === head) return original + tail;
    }
  }
  return name;
}

/** The names with a known shape, in the order of their appearance. */
function scopeOf(language, code, parameters) {
  const scope = new Map();
  const declared = (language === "python"
    ? /\bdef\s+transform\s*\(([^)]*)\)/
    : /\bfunction\s+transform\s*\(([^)]*)\)|\b(?:const|let|var)\s+transform\s*=\s*\(?([^)=]*)\)?\s*=>/).exec(code);
  const written = (declared?.[1] ?? declared?.[2])?.split(",").map((name) => /[A-Za-z_$][\w$]*/.exec(name)?.[0]);
  parameters.forEach(({ name, shape }, i) => {
    const own = written ? written[i] : name;
    if (own) scope.set(own, shape);
  });

  const forms = readers[language];
  const steps = Object.keys(forms).flatMap((form) => [...code.matchAll(forms[form])].map((match) => ({ form, match })));
  for (const { form, match } of steps.sort((a, b) => a.match.index - b.match.index)) {
    const [, left, right] = match;
    if (form === "loop") loop(scope, left, leading(right));
    else if (form === "callback") set(scope, left, resolve(expressionBefore(code.slice(0, match.index)), scope)?.element);
    else if (left.startsWith("{")) destructure(scope, left, resolve(whole(right), scope));
    else set(scope, left, resolve(whole(right), scope));
  }
  return scope;
}

function set(scope, name, shape) {
  if (shape) scope.set(name, shape);
  else scope.delete(name);
}

function destructure(scope, pattern, shape) {
  for (const part of pattern.slice(1, -1).split(",")) {
    const [, key, alias] = /^\s*([A-Za-z_$][\w$]*)(?:\s*:\s*([A-Za-z_$][\w$]*))?/.exec(part) ?? [];
    if (key) set(scope, alias ?? key, own(shape?.fields, key));
  }
}

function loop(scope, variables, iterated) {
  const numbered = /^enumerate\(([^]*)\)$/.exec(iterated);
  const targets = variables.match(/[A-Za-z_]\w*/g) ?? [];
  const element = resolve(numbered ? leading(numbered[1]) : iterated, scope)?.element;
  if (targets.length === (numbered ? 2 : 1)) set(scope, targets.at(-1), element);
}

/** What an expression gives, as far as its text tells. */
function resolve(expression, scope, depth = 0) {
  const text = expression.trim();
  if (!text || depth > 30) return undefined;
  const of = (part) => resolve(part, scope, depth + 1);
  if (text.endsWith("]") || text.endsWith(")")) {
    const at = opening(text, text.length - 1);
    if (at < 0) return undefined;
    const inner = text.slice(at + 1, -1);
    const callee = text.slice(0, at).trimEnd();
    if (text.endsWith("]")) {
      const target = of(callee.replace(/\?\.$/, ""));
      const key = literal(inner);
      return key !== undefined ? own(target?.fields, key) : inner.includes(":") ? target : target?.element;
    }
    if (!/[\w$]$/.test(callee)) return callee ? undefined : of(whole(inner));
    const method = /^([^]*?)\s*\??\.\s*([A-Za-z_$][\w$]*)$/.exec(callee);
    if (!method) return /^(?:list|reversed|sorted|tuple)$/.test(callee) ? of(leading(inner)) : undefined;
    const [, target, name] = method;
    if (name === "get") return own(of(target)?.fields, literal(/^[^,]*/.exec(inner)[0]));
    if (sameList.includes(name)) return of(target);
    return oneOfList.includes(name) ? of(target)?.element : undefined;
  }
  const member = /^([^]*?)\s*\??\.\s*([A-Za-z_$][\w$]*)$/.exec(text);
  if (member) return own(of(member[1])?.fields, member[2]);
  return scope.get(text);
}

/** The expression of a right-hand side: without what stands in when it is missing, without a comment or a semicolon. */
function whole(text) {
  const expression = leading(text);
  const rest = text.slice(expression.length).trim();
  return rest === "" || /^(?:or\b|\|\||\?\?|;|#|\/\/)/.test(rest) ? expression : "";
}

/** The name, its members, indexes and calls with which the text begins. */
function leading(text) {
  let at = 0;
  while (/\s/.test(text[at] ?? "")) at++;
  while (at < text.length) {
    const c = text[at];
    if (closes[c] && c !== "{") {
      const end = closing(text, at);
      if (end < 0) break;
      at = end + 1;
    } else if (/[\w$.]/.test(c) || (c === "?" && text[at + 1] === ".")) {
      at++;
    } else {
      break;
    }
  }
  return text.slice(0, at);
}

/** The name, its members, indexes and calls with which the text ends. */
function expressionBefore(written) {
  const text = written.trimEnd();
  let at = text.length;
  for (;;) {
    const c = text[at - 1];
    if (c === "]" || c === ")") {
      const open = opening(text, at - 1);
      if (open < 0) break;
      at = open;
    } else if (c && (/[\w$.]/.test(c) || (c === "?" && text[at] === "."))) {
      at--;
    } else if (c && /\s/.test(c) && /^\??\./.test(text.slice(at, at + 2))) {
      at = text.slice(0, at).trimEnd().length;
    } else {
      break;
    }
  }
  return text.slice(at);
}

function opening(text, at) {
  const stack = [];
  for (let i = at; i >= 0; i--) {
    const c = text[i];
    if (quotes.includes(c)) {
      do i--; while (i >= 0 && (text[i] !== c || text[i - 1] === "\\"));
    } else if (opens[c]) {
      stack.push(opens[c]);
    } else if (closes[c]) {
      if (stack.pop() !== c) return -1;
      if (stack.length === 0) return i;
    }
  }
  return -1;
}

function closing(text, at) {
  const stack = [];
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (quotes.includes(c)) {
      do i++; while (i < text.length && (text[i] !== c || text[i - 1] === "\\"));
    } else if (closes[c]) {
      stack.push(closes[c]);
    } else if (opens[c]) {
      if (stack.pop() !== c) return -1;
      if (stack.length === 0) return i;
    }
  }
  return -1;
}

function insideOf(line, language) {
  const comment = language === "python" ? "#" : "//";
  let quote = "";
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quote) {
      if (c === "\\") i++;
      else if (c === quote) quote = "";
    } else if (quotes.includes(c)) {
      quote = c;
    } else if (line.startsWith(comment, i)) {
      return "comment";
    }
  }
  return quote ? "string" : "code";
}

function literal(text) {
  const match = /^\s*(["'])((?:\\.|(?!\1).)*)\1\s*$/.exec(text);
  return match?.[2].replace(/\\(.)/g, "$1");
}

function keysOf(shape) {
  return Object.entries(shape?.fields ?? {});
}

function field(key, shape) {
  return { label: key, kind: "field", detail: describe(shape) };
}

function describe(shape) {
  return shape ? [shape.type, shape.example].filter((part) => part !== null && part !== undefined && part !== "").join(" · ") : undefined;
}

function escape(key, quote) {
  return key.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`).replaceAll("\n", "\\n");
}
