// The stream of events, kept open: it comes again after every cut, from the last message that was seen.
import { compareIds } from "./ids.js";

const firstWait = 500;
const longestWait = 15_000;
// The server gives a sign of life every 15 seconds.
const longestSilence = 40_000;

export class Stream {
  /** @type {AbortController | null} */
  #current = null;
  #after = "0";

  /**
   * @param {import("./session.js").Session} session
   * @param {{ onEvent: (name: string, data: any) => void, onState: (isConnected: boolean) => void, onConnect: () => Promise<void> }} told
   */
  constructor(session, told) {
    this.session = session;
    this.told = told;
    window.addEventListener("online", () => this.#wake?.());
  }

  /** @type {(() => void) | null} Ends a wait between two attempts. */
  #wake = null;

  /** Begins, after a message. @param {string} after */
  start(after) {
    this.stop();
    this.#after = after;
    this.#current = new AbortController();
    this.#run(this.#current.signal);
  }

  stop() {
    this.#current?.abort();
    this.#current = null;
  }

  get isRunning() {
    return this.#current !== null;
  }

  /** @param {AbortSignal} stopped */
  async #run(stopped) {
    let wait = firstWait;
    while (!stopped.aborted) {
      const cut = new AbortController();
      const onStop = () => cut.abort();
      stopped.addEventListener("abort", onStop);
      try {
        await this.#read(cut, () => (wait = firstWait));
      } catch {
        // Cut, or not reached: both are tried again.
      } finally {
        cut.abort();
        stopped.removeEventListener("abort", onStop);
      }
      if (stopped.aborted) {
        return;
      }
      this.told.onState(false);
      // Not all at the same moment when a server comes back.
      await this.#sleep(wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, longestWait);
    }
  }

  /** @param {AbortController} cut @param {() => void} onOpen */
  async #read(cut, onOpen) {
    const answer = await fetch("/messenger/events", {
      headers: { ...this.session.headers, "Last-Event-ID": this.#after },
      cache: "no-store",
      credentials: "omit",
      signal: cut.signal,
    });
    if (answer.status === 401) {
      // The session's change starts another stream, where there is one to start.
      await this.session.renew();
      return;
    }
    if (!answer.ok || !answer.body) {
      throw new Error(`The stream answered ${answer.status}.`);
    }
    onOpen();
    await this.told.onConnect();
    this.told.onState(true);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const silence = setTimeout(() => cut.abort(), longestSilence);
      const { value, done } = await reader.read().finally(() => clearTimeout(silence));
      if (done) {
        return;
      }
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      blocks.forEach((block) => this.#take(block));
    }
  }

  /** @param {string} block One event. */
  #take(block) {
    const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
    const id = fields.get("id");
    if (id && compareIds(id, this.#after) > 0) {
      this.#after = id;
    }
    if (fields.has("event")) {
      this.told.onEvent(fields.get("event"), JSON.parse(fields.get("data") ?? "null"));
    }
  }

  #sleep(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => (this.#wake = null));
  }
}
