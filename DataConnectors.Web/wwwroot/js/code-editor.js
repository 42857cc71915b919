// Monaco, loaded when the first editor of a page asks for it. Until then, and if it cannot be loaded, the plain text area that is
// already there does the work.

import { complete } from "./code-completion.js";

const root = "_content/BlazorMonaco/lib/monaco-editor/min/vs";
const templates = ["json", "plaintext", "xml", "html"];
const code = ["python", "javascript"];
// Monaco's own service for JavaScript knows browsers, which this code never sees, and takes a worker of 5 MB to say so. It looks after
// its own language only; ours has the same words and colours.
const script = "script";
const idOf = (language) => (language === "javascript" ? script : language);
const nameOf = (id) => (id === script ? "javascript" : id);
const large = 4000; // Longer texts go as a stream: one message of a circuit is limited to 32 KB.
const pause = 120;
const longestWait = 250;
const markedBy = "code-check";
const parametersOf = new WeakMap();
let loading;
let placeholders = [];

export async function create(host, area, owner, options) {
  const monaco = await (loading ??= load());
  const hadFocus = document.activeElement === area;
  const editor = monaco.editor.create(host, {
    value: area.value,
    language: idOf(options.language),
    ariaLabel: options.label,
    readOnly: options.readOnly,
    theme: window.consoleTheme?.isDark() ? "vs-dark" : "vs",
    acceptSuggestionOnEnter: "smart", // Enter after a word typed in full begins a new line.
    accessibilitySupport: "on", // The whole text is there for screen readers, and for tools that read the field.
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontSize: 13,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    quickSuggestions: { other: true, comments: false, strings: code.includes(options.language) },
    tabSize: options.tabSize,
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: !code.includes(options.language),
    wordWrap: "on",
  });
  const state = { editor, owner, timer: 0, sent: area.value, marks: [], isSetting: false };
  host.codeEditor = state;
  const input = host.querySelector("textarea.inputarea");
  if (input) input.id = options.id;
  editor.onDidChangeModelContent(() => {
    markSoon(state);
    if (state.isSetting) return;
    // Monaco carries out Backspace, Tab and others itself; for who watches the form they are input like any other.
    host.dispatchEvent(new Event("input", { bubbles: true }));
    later(state);
  });
  editor.onDidBlurEditorText(() => send(state));
  state.leave = () => send(state);
  window.addEventListener("pagehide", state.leave);
  if (!options.tabIndents) {
    host.addEventListener("keydown", (event) => {
      // Tab leads on to the next field, as everywhere else in a form, unless it takes a suggestion.
      if (event.key === "Tab" && !document.querySelector(".suggest-widget.visible")) event.stopPropagation();
    }, true);
  }
  mark(state);
  if (hadFocus) editor.focus();
}

export function setValue(host, value) {
  const state = host.codeEditor;
  if (!state || state.editor.getValue() === value) return;
  if (state.sent !== undefined && state.editor.getValue() !== state.sent) {
    // What is being typed is not replaced by what somebody else stored meanwhile: the server hears of both.
    send(state);
    return;
  }

  state.isSetting = true;
  state.editor.setValue(value);
  state.sent = value;
  state.isSetting = false;
}

export function setLanguage(host, language) {
  const model = host.codeEditor?.editor.getModel();
  if (model) window.monaco.editor.setModelLanguage(model, idOf(language));
}

export function setReadOnly(host, readOnly) {
  host.codeEditor?.editor.updateOptions({ readOnly });
}

export function setPlaceholders(names) {
  placeholders = names;
  document.querySelectorAll(".code-editor-host").forEach((host) => host.codeEditor && markSoon(host.codeEditor));
}

/** Tells what the parameters of the code's function hold, for completion. */
export function setParameters(host, parameters) {
  const model = host.codeEditor?.editor.getModel();
  if (model) parametersOf.set(model, parameters);
}

/** Underlines where the code does not compile. */
export function setDiagnostics(host, diagnostics) {
  const model = host.codeEditor?.editor.getModel();
  if (!model) return;
  const { editor, MarkerSeverity } = window.monaco;
  editor.setModelMarkers(model, markedBy, diagnostics.map(({ line, column, endLine, endColumn, message }) => ({
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
    message,
    severity: MarkerSeverity.Error,
  })));
}

/** Puts the caret at a place, from 1, and brings it into view. */
export function goTo(host, line, column) {
  host.scrollIntoView({ block: "nearest" });
  const editor = host.codeEditor?.editor;
  if (editor) {
    const position = editor.getModel().validatePosition({ lineNumber: line, column });
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
    editor.focus();
    return;
  }

  const area = host.parentElement.querySelector("textarea");
  if (!area) return;
  const before = area.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(at, at);
}

export function dispose(host) {
  const state = host?.codeEditor;
  if (!state) return;
  send(state);
  clearTimeout(state.timer);
  clearTimeout(state.marking);
  window.removeEventListener("pagehide", state.leave);
  state.editor.getModel()?.dispose();
  state.editor.dispose();
  host.codeEditor = undefined;
}

function later(state) {
  // A short pause, so that few keystrokes wait when a tab is closed; leaving the page or the editor does not wait, and who types on
  // without a pause is not waited for either.
  clearTimeout(state.timer);
  const now = performance.now();
  state.waitingSince ??= now;
  state.timer = setTimeout(() => send(state), Math.max(0, Math.min(pause, state.waitingSince + longestWait - now)));
}

function send(state) {
  clearTimeout(state.timer);
  state.waitingSince = undefined;
  const value = state.editor.getModel() ? state.editor.getValue() : state.sent;
  if (value === state.sent) return;
  state.sent = value;
  const isLarge = value.length > large;
  const told = isLarge
    ? state.owner.invokeMethodAsync("TakeLargeAsync", DotNet.createJSStreamReference(new TextEncoder().encode(value)))
    : state.owner.invokeMethodAsync("TakeAsync", value);
  if (isLarge) window.unsentEdits?.waitFor(told);
  told.catch(() => { state.sent = undefined; });
}

function markSoon(state) {
  // Not within the event: changing decorations while Monaco delivers changes is an error.
  state.marking ??= setTimeout(() => {
    state.marking = undefined;
    mark(state);
  }, 0);
}

function mark(state) {
  const model = state.editor.getModel();
  if (!model || model.getValueLength() > 200000) return;
  const found = code.includes(nameOf(model.getLanguageId()))
    ? []
    : model.findMatches("\\{\\{\\s*([\\w.-]+)\\s*\\}\\}", false, true, false, null, true, 500);
  state.marks = state.editor.deltaDecorations(state.marks, found.map(({ range, matches }) => ({
    range,
    options: { inlineClassName: placeholders.includes(matches[1]) ? "placeholder-known" : "placeholder-unknown" },
  })));
}

async function load() {
  if (!window.monaco) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}/loader.js`;
      script.onload = resolve;
      script.onerror = () => reject(new Error("Monaco's loader is missing"));
      document.head.append(script);
    });
    window.require.config({ paths: { vs: new URL(root, document.baseURI).href } });
    await required("vs/editor/editor.main");
  }
  const { languages } = window.monaco;
  // A template is not JSON yet; the builder's own rules judge it.
  languages.json.jsonDefaults.setDiagnosticsOptions({ validate: false });
  const { conf, language: tokens } = await required("vs/basic-languages/javascript/javascript");
  languages.register({ id: script });
  languages.setLanguageConfiguration(script, conf);
  languages.setMonarchTokensProvider(script, tokens);
  for (const language of templates) {
    languages.registerCompletionItemProvider(language, { triggerCharacters: ["{"], provideCompletionItems: providePlaceholders });
  }
  for (const language of code) {
    languages.registerCompletionItemProvider(idOf(language), { triggerCharacters: [".", "[", "\"", "'"], provideCompletionItems: provideNames });
  }
  return window.monaco;
}

function required(module) {
  return new Promise((resolve, reject) => window.require([module], resolve, reject));
}

function providePlaceholders(model, position) {
  const line = model.getLineContent(position.lineNumber);
  const open = /\{\{\s*([\w.-]*)$/.exec(line.slice(0, position.column - 1));
  if (!open) return { suggestions: [] };
  const closing = /^[\w.-]*\s*\}{0,2}/.exec(line.slice(position.column - 1))[0];
  const range = new window.monaco.Range(
    position.lineNumber, open.index + 1, position.lineNumber, position.column + closing.length);
  return {
    suggestions: placeholders.map((name) => ({
      label: name,
      kind: window.monaco.languages.CompletionItemKind.Variable,
      filterText: `{{${name}`,
      insertText: `{{${name}}}`,
      range,
    })),
  };
}

function provideNames(model, position) {
  const { Range, languages } = window.monaco;
  const kinds = languages.CompletionItemKind;
  const kindOf = { field: kinds.Field, function: kinds.Function, keyword: kinds.Keyword, method: kinds.Method, module: kinds.Module, variable: kinds.Variable };
  const line = model.getLineContent(position.lineNumber);
  const before = model.getValueInRange(new Range(1, 1, position.lineNumber, position.column), 1);
  const found = complete(nameOf(model.getLanguageId()), before, line.slice(position.column - 1), parametersOf.get(model) ?? []);
  return {
    suggestions: found.map((item, i) => {
      const start = position.column - item.from;
      // Monaco compares what stands in the range up to the caret; the order is ours.
      return {
        label: item.label,
        kind: kindOf[item.kind],
        detail: item.detail,
        filterText: item.filter ?? item.label,
        insertText: item.insert,
        sortText: String(i).padStart(5, "0"),
        range: new Range(position.lineNumber, start, position.lineNumber, position.column + item.to),
      };
    }),
  };
}
