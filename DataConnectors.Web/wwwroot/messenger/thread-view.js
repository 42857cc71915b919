// One conversation: what was said, who writes, and the field to write in.
import { element, time } from "./elements.js";

const names = { person: "You", fin: "Fin", teammate: "Team" };
const writes = { fin: "Fin is typing", teammate: "A teammate is typing" };
const longestMessage = 4000;

export class ThreadView {
  /** @type {Map<string, HTMLElement>} The bubbles by key, so that a reader is told of new ones only. */
  #bubbles = new Map();

  /**
   * @param {{ onSend: (text: string) => void, onAgain: (clientId: string) => void, onEmail: (email: string) => Promise<string | null> }} told
   */
  constructor(told) {
    this.told = told;
    this.log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": "Messages" });
    this.parts = element("div", { class: "message message--fin message--parts", "aria-hidden": "true", hidden: true });
    this.dots = element("div", { class: "dots", "aria-hidden": "true", hidden: true }, element("i"), element("i"), element("i"));
    this.typing = element("p", { class: "visually-hidden", role: "status" });
    this.scroller = element("div", { class: "scroller", tabindex: "0", "aria-label": "Conversation" }, this.log, this.parts, this.dots, this.typing);
    this.field = element("textarea", {
      id: "message",
      rows: "1",
      maxlength: longestMessage,
      placeholder: "Write a message…",
      autocomplete: "off",
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          this.#send();
        }
      },
    });
    this.form = element(
      "form",
      {
        class: "composer",
        onsubmit: (event) => {
          event.preventDefault();
          this.#send();
        },
      },
      element("label", { class: "visually-hidden", for: "message" }, "Message"),
      this.field,
      element("button", { type: "submit", class: "primary" }, "Send"),
    );
    this.email = this.#emailForm();
    this.root = element("section", { class: "thread", "aria-label": "Conversation with the team" }, this.scroller, this.email, this.form);
  }

  focus() {
    this.field.focus();
  }

  /** Makes room for another conversation. */
  clear() {
    this.#bubbles.clear();
    this.log.replaceChildren();
    this.field.value = "";
  }

  /**
   * @param {{ messages: any[], unsent: any[], typing: "" | "fin" | "teammate", parts: string, isConnected: boolean, asksEmail: boolean }} shown
   */
  show(shown) {
    const isAtEnd = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 80;
    const keys = new Set();
    let before = null;
    for (const [key, make] of this.#entries(shown)) {
      keys.add(key);
      let bubble = this.#bubbles.get(key);
      if (!bubble) {
        bubble = make();
        this.#bubbles.set(key, bubble);
      }
      const place = before ? before.nextSibling : this.log.firstChild;
      if (place !== bubble) {
        this.log.insertBefore(bubble, place);
      }
      before = bubble;
    }
    for (const [key, bubble] of this.#bubbles) {
      if (!keys.has(key)) {
        bubble.remove();
        this.#bubbles.delete(key);
      }
    }
    this.parts.hidden = shown.parts === "";
    this.parts.textContent = shown.parts;
    this.dots.hidden = shown.typing === "" || shown.parts !== "";
    const said = shown.typing === "" ? "" : writes[shown.typing];
    if (this.typing.textContent !== said) {
      this.typing.textContent = said;
    }
    this.email.hidden = !shown.asksEmail;
    if (isAtEnd) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }
  }

  /** A message keeps its bubble when the server has it: a reader has heard it already. */
  *#entries(shown) {
    for (const message of shown.messages) {
      const key = message.client_id ?? message.id;
      if (this.#bubbles.get(key)?.dataset.unsent) {
        this.#bubbles.get(key).remove();
        this.#bubbles.delete(key);
      }
      yield [key, () => this.#bubble(message.author, message.text, time(message.created_at))];
    }
    for (const unsent of shown.unsent) {
      const state = unsent.fault ? "fault" : shown.isConnected ? "sending" : "waiting";
      yield [`${unsent.client_id} ${state}`, () => this.#unsent(unsent, state)];
    }
  }

  #bubble(author, text, ...details) {
    return element(
      "article",
      { class: `message message--${author}` },
      element("p", { class: "message-author" }, element("span", {}, names[author] ?? author), ...details),
      element("p", { class: "message-text" }, text),
    );
  }

  #unsent(unsent, state) {
    const bubble = this.#bubble("person", unsent.text);
    bubble.classList.add("message--unsent");
    bubble.append(
      state === "fault"
        ? element(
            "p",
            { class: "message-state", role: "alert" },
            `Not sent: ${unsent.fault} `,
            element("button", { type: "button", class: "link", onclick: () => this.told.onAgain(unsent.client_id) }, "Try again"),
          )
        : element("p", { class: "message-state" }, state === "sending" ? "Sending…" : "Will be sent when the connection is back."),
    );
    return bubble;
  }

  #emailForm() {
    const problem = element("p", { id: "email-problem", class: "problem", "aria-live": "polite" });
    const field = element("input", { id: "email", type: "email", autocomplete: "email", maxlength: "254", required: true, "aria-describedby": "email-problem" });
    return element(
      "form",
      {
        class: "email",
        novalidate: true,
        hidden: true,
        onsubmit: async (event) => {
          event.preventDefault();
          problem.textContent = (await this.told.onEmail(field.value)) ?? "";
          if (problem.textContent === "") {
            field.value = "";
            this.focus();
          }
        },
      },
      element("label", { for: "email" }, "Your email, so that the team knows who asks"),
      element("div", { class: "email-row" }, field, element("button", { type: "submit" }, "Leave email")),
      problem,
    );
  }

  #send() {
    const text = this.field.value.trim();
    if (text !== "") {
      this.field.value = "";
      this.told.onSend(text);
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.focus();
    }
  }
}
