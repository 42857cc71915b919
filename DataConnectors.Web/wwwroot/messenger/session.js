// Who uses the Messenger in this browser, and asking the server as that person.
import { keep, read, onOtherTab } from "./kept.js";

/** An answer of the server that is no success. */
export class Refusal extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @typedef {{ token: string, is_verified: boolean, person_id: string }} Kept */

export class Session {
  /** @type {string | undefined} What the page vouches with. */
  #userJwt;

  /** @type {Kept | null} */
  #current = read("session");

  /** @type {Promise<void> | null} An opening under way. */
  #opening = null;

  /**
   * @param {(before: Kept | null, now: Kept | null) => void} onChange Told when another session is used from now on.
   * @param {(refusal: Refusal) => void} onRefused Told when the server does not believe the page.
   */
  constructor(onChange, onRefused) {
    this.onChange = onChange;
    this.onRefused = onRefused;
    onOtherTab("session", () => {
      this.#adopt();
    });
  }

  /** Reads again what was kept, without telling anybody. */
  restore() {
    this.#current = read("session");
  }

  get isOpen() {
    return this.#current !== null;
  }

  get isVerified() {
    return this.#current?.is_verified ?? false;
  }

  /** Takes what the page vouches with. Without it nobody stays signed in: the page may have forgotten to say that they left. */
  async identify(userJwt) {
    this.#userJwt = userJwt || undefined;
    if (this.#userJwt) {
      await this.open();
    } else if (this.isVerified) {
      await this.end();
    }
  }

  /** Opens a session: of the user the page vouches for, else of a visitor. */
  open(before = this.#current) {
    this.#opening ??= this.#open(before).finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** @param {Kept | null} before */
  async #open(before) {
    try {
      const opened = await this.#send("POST", "/messenger/sessions", { user_jwt: this.#userJwt ?? null });
      const token = opened.token ?? before?.token;
      this.#take(token ? { token, is_verified: opened.is_verified, person_id: opened.person_id } : null);
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.status !== 401 || !this.#userJwt) {
        throw fault;
      }
      // The page's token is not accepted: whoever it is stays, or becomes, a visitor.
      this.onRefused(fault);
      this.#userJwt = undefined;
      if (this.isVerified) {
        this.#take(null);
      }
    }
    this.#tell(before);
  }

  /** Ends the session; somebody else may use this browser next. */
  async end() {
    this.#userJwt = undefined;
    const before = this.#current;
    const ending = before ? this.#send("DELETE", "/messenger/sessions").catch(() => {}) : null;
    this.#take(null);
    this.#tell(before);
    await ending;
  }

  /**
   * Asks the server as this person. Opens a session where there is none, and once more when it was over.
   * @param {string} method @param {string} path @param {any} [body]
   */
  async ask(method, path, body) {
    if (!this.#current) {
      await this.open();
    }
    try {
      return await this.#send(method, path, body);
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== "session_over") {
        throw fault;
      }
      const wasVerified = this.isVerified;
      await this.renew();
      if (wasVerified && !this.isVerified) {
        // What a user wanted is not done in a visitor's name.
        throw fault;
      }
      return await this.#send(method, path, body);
    }
  }

  /** Lets go of a session that is over and opens another. */
  async renew() {
    if (this.#opening) {
      return this.#opening;
    }
    const kept = read("session");
    if (kept && kept.token !== this.#current?.token) {
      // Another tab has opened one already.
      this.#adopt();
      return;
    }
    const before = this.#current;
    this.#take(null);
    await this.open(before);
  }

  /** The header that proves the session. @returns {Record<string, string>} */
  get headers() {
    return this.#current ? { Authorization: `Messenger ${this.#current.token}` } : {};
  }

  /** Uses the session that another tab has opened, or ended. */
  #adopt() {
    const before = this.#current;
    this.#current = read("session");
    this.#tell(before);
  }

  /** @param {Kept | null} before */
  #tell(before) {
    if (this.#current?.token !== before?.token) {
      this.onChange(before, this.#current);
    }
  }

  #take(session) {
    this.#current = session;
    keep("session", session);
  }

  async #send(method, path, body) {
    const answer = await fetch(path, {
      method,
      headers: body === undefined ? this.headers : { ...this.headers, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
    });
    const json = await answer.json().catch(() => null);
    if (!answer.ok) {
      throw new Refusal(answer.status, json?.error?.code ?? "unknown", json?.error?.message ?? "The server did not answer as expected.");
    }
    return json;
  }
}
