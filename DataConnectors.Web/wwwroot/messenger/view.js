// The whole frame: a head, and below it the list of conversations or one of them.
import { element, time } from "./elements.js";
import { ThreadView } from "./thread-view.js";

export class View {
  /**
   * @param {HTMLElement} root
   * @param {ConstructorParameters<typeof ThreadView>[0] & { onOpen: (id: string) => void, onNew: () => void, onBack: () => void, onClose: () => void }} told
   */
  constructor(root, told) {
    this.told = told;
    this.thread = new ThreadView(told);
    this.workspace = root.dataset.workspace ?? "Messenger";
    this.back = element("button", { type: "button", class: "icon", "aria-label": "All conversations", onclick: told.onBack }, "‹");
    this.title = element("h1", {}, this.workspace);
    this.state = element("p", { class: "state", role: "status" });
    this.items = element("ul", { class: "conversations", "aria-label": "Conversations" });
    this.empty = element("p", { class: "empty" }, "No conversation yet. Ask us anything.");
    this.list = element(
      "nav",
      { class: "list", "aria-label": "Conversations" },
      this.empty,
      this.items,
      element("button", { type: "button", class: "primary new", onclick: told.onNew }, "New conversation"),
    );
    root.append(
      element(
        "header",
        { class: "head" },
        this.back,
        this.title,
        element("button", { type: "button", class: "icon", "aria-label": "Close Messenger", onclick: told.onClose }, "×"),
      ),
      this.state,
      this.list,
      this.thread.root,
    );
  }

  /** Puts the focus where a person goes on. */
  focus() {
    if (this.list.hidden) {
      this.thread.focus();
    } else {
      this.list.querySelector("button")?.focus();
    }
  }

  /** @param {boolean} isConnected */
  showState(isConnected) {
    this.state.textContent = isConnected ? "" : "Reconnecting…";
  }

  /** @param {{ id: string, subject: string, text: string, at: number, isUnread: boolean }[]} conversations */
  showList(conversations) {
    this.#choose(this.list);
    this.title.textContent = this.workspace;
    this.empty.hidden = conversations.length > 0;
    const focused = document.activeElement?.closest("[data-id]")?.dataset.id;
    this.items.replaceChildren(
      ...conversations.map((each) =>
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", class: each.isUnread ? "conversation conversation--unread" : "conversation", "data-id": each.id, onclick: () => this.told.onOpen(each.id) },
            element("span", { class: "subject" }, each.subject),
            time(each.at),
            element("span", { class: "preview" }, each.text),
            each.isUnread ? element("span", { class: "dot" }, element("span", { class: "visually-hidden" }, "Unread")) : null,
          ),
        ),
      ),
    );
    if (focused) {
      this.items.querySelector(`[data-id="${focused}"]`)?.focus();
    }
  }

  /** @param {string} title @param {Parameters<ThreadView["show"]>[0]} shown */
  showThread(title, shown) {
    this.#choose(this.thread.root);
    this.title.textContent = title;
    this.thread.show(shown);
  }

  #choose(part) {
    this.list.hidden = part !== this.list;
    this.thread.root.hidden = part === this.list;
    this.back.hidden = part === this.list;
  }
}
