// Messages on their way to the server, in order. They are kept in the browser until the server has them, and sent again under the same id.
import { keep, read } from "./kept.js";
import { Refusal } from "./session.js";

const firstWait = 1_000;
const longestWait = 15_000;

/** @typedef {{ client_id: string, conversation: string, text: string, at: number, fault?: string }} Unsent */

export class Outbox {
  #isSending = false;
  /** @type {(() => void) | null} */
  #wake = null;

  /**
   * @param {import("./session.js").Session} session
   * @param {{ onSent: (unsent: Unsent, message: any) => void, onChange: () => void }} told
   */
  constructor(session, told) {
    this.session = session;
    this.told = told;
    /** @type {Unsent[]} */
    this.unsent = read("unsent") ?? [];
    window.addEventListener("online", () => this.retry());
  }

  /** Reads again what was kept. */
  restore() {
    this.unsent = read("unsent") ?? [];
  }

  /** @param {Unsent} message */
  add(message) {
    this.unsent.push(message);
    this.#changed();
    this.send();
  }

  /** Forgets everything, as when somebody else uses this browser next. */
  clear() {
    this.unsent = [];
    this.#changed();
  }

  /** The server was heard of: no use in waiting. */
  retry() {
    this.#wake?.();
  }

  /** Tries once more what the server refused. @param {string} clientId */
  again(clientId) {
    const message = this.unsent.find((each) => each.client_id === clientId);
    if (message) {
      delete message.fault;
      this.#changed();
      this.send();
    }
  }

  /** Sends what is there, one after the other. */
  async send() {
    if (this.#isSending) {
      return;
    }
    this.#isSending = true;
    let wait = firstWait;
    try {
      for (let next; (next = this.unsent.find((each) => !each.fault)); ) {
        try {
          const isNew = next.conversation.startsWith("new-");
          const message = await this.session.ask("POST", "/messenger/messages", {
            client_id: next.client_id,
            conversation_id: isNew ? null : next.conversation,
            text: next.text,
          });
          wait = firstWait;
          this.#sent(next, message);
        } catch (fault) {
          if (fault instanceof Refusal && [400, 404, 409, 413, 422].includes(fault.status)) {
            next.fault = fault.message;
            this.#changed();
          } else {
            await new Promise((resolve) => {
              const timer = setTimeout(resolve, wait);
              this.#wake = () => {
                clearTimeout(timer);
                resolve();
              };
            });
            this.#wake = null;
            wait = Math.min(wait * 2, longestWait);
          }
        }
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** The server has a message; whether its answer or an event said so. @param {any} message */
  settle(message) {
    const unsent = this.unsent.find((each) => each.client_id === message.client_id);
    if (unsent) {
      this.#sent(unsent, message);
    }
  }

  #sent(unsent, message) {
    const known = unsent.conversation;
    this.unsent = this.unsent.filter((each) => each !== unsent);
    for (const other of this.unsent) {
      if (other.conversation === known) {
        other.conversation = message.conversation_id;
      }
    }
    this.told.onSent(unsent, message);
    this.#changed();
  }

  #changed() {
    keep("unsent", this.unsent.length > 0 ? this.unsent : null);
    this.told.onChange();
  }
}
