// Puts the Messenger on a page: a button in the corner, and a frame of this server that it opens. It needs nothing else, asks no other
// server for anything, and writes no style into the page (a shadow root keeps both apart).
//
//   <script>window.dataConnectorsSettings = { user_jwt: "…" };</script>
//   <script src="https://console.example.com/messenger.js" defer></script>
//
// Afterwards: DataConnectors("show"), DataConnectors("hide"), DataConnectors("update", { user_jwt: "…" }) when somebody signs in, and
// DataConnectors("shutdown") when they sign out.
(() => {
  "use strict";

  if (window.DataConnectors?.isMessenger) {
    return;
  }

  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const channel = "dataconnectors-messenger";

  /** @type {{ user_jwt?: string }} */
  let settings = {
    user_jwt: script.dataset.userJwt,
    ...window.dataConnectorsSettings,
  };
  let isOpen = false;
  let isReady = false;
  /** @type {HTMLElement | null} What had the focus before the Messenger opened. */
  let opener = null;

  const style = `
    :host { all: initial; }
    button { position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; width: 56px; height: 56px; padding: 0;
      border: 0; border-radius: 50%; background: #3d4ed8; color: #fff; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / 0.25); }
    button:hover { background: #3342bd; }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #3d4ed8; }
    svg { width: 26px; height: 26px; vertical-align: middle; fill: currentColor; }
    .unread { position: absolute; top: -2px; right: -2px; min-width: 20px; height: 20px; padding: 0 5px; box-sizing: border-box;
      border-radius: 10px; background: #c62828; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center; }
    .unread:empty { display: none; }
    iframe { position: fixed; right: 20px; bottom: 88px; z-index: 2147483001; width: 380px; height: min(640px, calc(100dvh - 108px));
      border: 0; border-radius: 14px; background: Canvas; color-scheme: light dark; box-shadow: 0 8px 40px rgb(0 0 0 / 0.3); }
    iframe[hidden] { display: none; }
    @media (max-width: 480px) {
      iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; }
      button[aria-expanded="true"] { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) {
      iframe:not([hidden]) { animation: rise 0.16s ease-out; }
      @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
    }`;

  const host = document.createElement("div");
  host.id = "dataconnectors-messenger";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.setAttribute("aria-expanded", "false");
  launcher.setAttribute("aria-haspopup", "dialog");
  launcher.append(icon(), badge());

  const frame = document.createElement("iframe");
  frame.title = "Messenger";
  frame.hidden = true;
  frame.src = `${origin}/messenger/frame`;
  root.append(launcher, frame);
  nameLauncher(0);

  launcher.addEventListener("click", () => (isOpen ? hide() : show()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen) {
      hide();
    }
  });
  window.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow && event.origin === origin && event.data?.channel === channel) {
      hear(event.data);
    }
  });

  /** Carries out what the page asks for. */
  function command(name, given) {
    switch (name) {
      case "boot":
      case "update":
        settings = { ...settings, ...given };
        tell("identify", { user_jwt: settings.user_jwt });
        break;
      case "shutdown":
        settings = {};
        hide();
        tell("shutdown");
        break;
      case "show":
        show();
        break;
      case "hide":
        hide();
        break;
      default:
        console.error(`DataConnectors: there is no command "${name}".`);
    }
  }

  command.isMessenger = true;
  window.DataConnectors = command;

  if (document.body) {
    document.body.append(host);
  } else {
    document.addEventListener("DOMContentLoaded", () => document.body.append(host));
  }

  /** Takes what the frame says. */
  function hear(said) {
    switch (said.type) {
      case "ready":
        isReady = true;
        tell("identify", { user_jwt: settings.user_jwt, kept: kept() });
        if (isOpen) {
          tell("shown");
        }
        break;
      case "close":
        hide();
        break;
      case "keep":
        keep(said.kept);
        break;
      case "unread":
        nameLauncher(Number(said.count) || 0);
        break;
      case "refused":
        console.error(`DataConnectors: ${said.code}: ${said.message}`);
        break;
    }
  }

  /** What the frame gave this page to keep, where the browser denies it storage of its own. */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(channel) ?? "{}");
    } catch {
      return {};
    }
  }

  function keep(all) {
    try {
      localStorage.setItem(channel, JSON.stringify(all));
    } catch {
      // Then it lives as long as this page.
    }
  }

  /** Says something to the frame once it listens; what it missed, "ready" makes up for. */
  function tell(type, rest = {}) {
    if (isReady) {
      frame.contentWindow.postMessage({ channel, type, ...rest }, origin);
    }
  }

  function show() {
    if (isOpen) {
      return;
    }
    isOpen = true;
    opener = document.activeElement === host || document.activeElement === document.body ? launcher : document.activeElement;
    frame.hidden = false;
    launcher.setAttribute("aria-expanded", "true");
    frame.focus();
    tell("shown");
  }

  function hide() {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    frame.hidden = true;
    launcher.setAttribute("aria-expanded", "false");
    tell("hidden");
    (opener?.isConnected ? opener : launcher).focus();
  }

  function nameLauncher(unread) {
    launcher.querySelector(".unread").textContent = unread > 0 ? String(unread) : "";
    launcher.setAttribute("aria-label", unread > 0 ? `Messenger, ${unread} unread` : "Messenger");
  }

  function badge() {
    const element = document.createElement("span");
    element.className = "unread";
    element.setAttribute("aria-hidden", "true");
    return element;
  }

  function icon() {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z");
    picture.append(path);
    return picture;
  }
})();
