// The conversations as this browser knows them. Messages are known by their id, so that one that comes twice is there once.
import { compareIds } from "./ids.js";
import { keep, read } from "./kept.js";

/**
 * @typedef {{ id: string, conversation_id: string, author: "person" | "fin" | "teammate", text: string, created_at: number, client_id?: string }} Message
 * @typedef {{ id: string, subject: string, updatedAt: number, messages: Map<string, Message>, isLoaded: boolean, typing: "" | "fin" | "teammate", parts: string }} Conversation
 */

export class Conversations {
  /** @type {Map<string, Conversation>} */
  all = new Map();
  /** @type {Record<string, string>} The last message read, by conversation. */
  #read = read("read") ?? {};

  /** Reads again what was kept. */
  restore() {
    this.#read = read("read") ?? {};
  }

  /** @returns {Conversation[]} Latest first. */
  get latestFirst() {
    return [...this.all.values()].sort((one, other) => other.updatedAt - one.updatedAt);
  }

  get unread() {
    return [...this.all.values()].filter((each) => this.isUnread(each)).length;
  }

  /** @param {string} id @returns {Conversation | undefined} */
  get(id) {
    return this.all.get(id);
  }

  /** One that is not stored yet. @param {string} id @param {string} subject */
  begin(id, subject) {
    this.#add(id, subject, Date.now() / 1000).isLoaded = true;
  }

  /** One that was just begun is stored. @param {string} from @param {string} to */
  rename(from, to) {
    const begun = this.all.get(from);
    if (begun && from !== to) {
      this.all.delete(from);
      const known = this.all.get(to);
      begun.messages.forEach((message) => known?.messages.set(message.id, message));
      this.all.set(to, known ? Object.assign(known, { isLoaded: true }) : Object.assign(begun, { id: to }));
    }
  }

  /** Takes the server's list. @param {any[]} list */
  takeList(list) {
    const isFirst = read("read") === null;
    for (const told of list) {
      const conversation = this.#add(told.id, told.subject, told.updated_at);
      conversation.subject = told.subject;
      conversation.updatedAt = told.updated_at;
      conversation.typing = told.is_answer_pending ? "fin" : "";
      conversation.parts = "";
      if (told.last_message) {
        conversation.messages.set(told.last_message.id, told.last_message);
        if (isFirst) {
          // Nothing was read here yet: what was said elsewhere is no news.
          this.#read[told.id] = told.last_message.id;
        }
      }
    }
    if (isFirst) {
      keep("read", this.#read);
    }
  }

  /** Takes one conversation with its messages. @param {any} told */
  takeThread(told) {
    const conversation = this.#add(told.id, told.subject, told.updated_at);
    told.messages.forEach((message) => conversation.messages.set(message.id, message));
    conversation.isLoaded = true;
  }

  /** Takes a message. @param {Message} message @returns {boolean} Whether it is new here. */
  takeMessage(message) {
    const conversation = this.#add(message.conversation_id, message.text.slice(0, 60), message.created_at);
    const isNew = !conversation.messages.has(message.id);
    conversation.messages.set(message.id, message);
    conversation.updatedAt = Math.max(conversation.updatedAt, message.created_at);
    if (isNew && message.author !== "person") {
      conversation.typing = "";
      conversation.parts = "";
    }
    return isNew;
  }

  /** @param {Conversation} conversation @returns {Message[]} Oldest first. */
  messagesOf(conversation) {
    return [...conversation.messages.values()].sort((one, other) => compareIds(one.id, other.id));
  }

  /** @param {Conversation} conversation */
  lastOf(conversation) {
    return this.messagesOf(conversation).at(-1);
  }

  /** @param {Conversation} conversation */
  isUnread(conversation) {
    const last = this.lastOf(conversation);
    return last !== undefined && last.author !== "person" && compareIds(last.id, this.#read[conversation.id] ?? "0") > 0;
  }

  /** @param {Conversation} conversation */
  markRead(conversation) {
    const last = this.lastOf(conversation);
    if (last && compareIds(last.id, this.#read[conversation.id] ?? "0") > 0) {
      this.#read[conversation.id] = last.id;
      keep("read", this.#read);
    }
  }

  /** Forgets everything that is shown; with <code>forgetsRead</code> also what was read. */
  clear(forgetsRead) {
    this.all.clear();
    if (forgetsRead) {
      this.#read = {};
      keep("read", null);
    }
  }

  #add(id, subject, updatedAt) {
    let conversation = this.all.get(id);
    if (!conversation) {
      conversation = { id, subject, updatedAt, messages: new Map(), isLoaded: false, typing: "", parts: "" };
      this.all.set(id, conversation);
    }
    return conversation;
  }
}
