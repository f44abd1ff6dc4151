// Calls the emulator's People API, and watches one person's chat by long polling.

const LONG_WAIT_SECONDS = 25;
const IDLE_PAUSE_MS = 4000;
const MAX_BACKOFF_MS = 5000;

/** The emulator refused a request; `status` tells how. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function request(path, body, signal) {
  const options = body === undefined
    ? { signal, cache: "no-store" }
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal };
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.error ?? response.statusText);
  return answer;
}

const person = (id, action, body) => request(`/api/people/${encodeURIComponent(id)}/${action}`, body);

export const getState = () => request("/api/state");
export const addPerson = (name) => request("/api/people", { name, language: "en" });
export const say = (id, text) => person(id, "say", { text });
export const press = (id, messageId, data) => person(id, "press", { message_id: messageId, data });
export const send = (id, kind, caption) => person(id, "send", caption ? { kind, caption } : { kind });
export const edit = (id, messageId, text) => person(id, "edit", { message_id: messageId, text });
export const setBlocked = (id, blocked) => person(id, blocked ? "block" : "unblock", {});
export const advanceClock = (seconds) => request("/api/clock", { advance_seconds: seconds });
export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

/**
 * Follows one chat until stopped. A chat on screen is long polled; one that is not is asked now and
 * then, because a browser opens only six connections to one host.
 */
export class ChatWatch {
  #version;
  #attentive = true;
  #stopped = false;
  #nudge = new AbortController();

  constructor(personId, { onChat, onLink, onGone }) {
    this.personId = personId;
    this.handlers = { onChat, onLink, onGone };
    document.addEventListener("visibilitychange", this.#wake);
    this.#follow();
  }

  setAttentive(attentive) {
    if (attentive === this.#attentive) return;
    this.#attentive = attentive;
    this.#wake();
  }

  /** Asks for the whole chat now, whatever was seen before. */
  refresh() {
    this.#version = undefined;
    this.#wake();
  }

  stop() {
    this.#stopped = true;
    document.removeEventListener("visibilitychange", this.#wake);
    this.#wake();
  }

  #wake = () => {
    this.#nudge.abort();
    this.#nudge = new AbortController();
  };

  #watched = () => this.#attentive && !document.hidden;

  async #follow() {
    for (let failures = 0; !this.#stopped;) {
      const { signal } = this.#nudge;
      const since = this.#version;
      const wait = since === undefined || !this.#watched() ? 0 : LONG_WAIT_SECONDS;
      const query = since === undefined ? `wait=${wait}` : `since=${since}&wait=${wait}`;
      const began = performance.now();
      try {
        const chat = await request(`/api/people/${encodeURIComponent(this.personId)}/chat?${query}`, undefined, signal);
        if (this.#stopped) return;
        failures = 0;
        this.handlers.onLink(true);
        this.handlers.onChat(chat);
        if (!signal.aborted) this.#version = chat.version;
        if (!this.#watched()) await pause(IDLE_PAUSE_MS, signal);
        // A server that answers at once with nothing new must not be asked without a break.
        else if (chat.version === since && performance.now() - began < 500) await pause(1000, signal);
      } catch (error) {
        if (this.#stopped || signal.aborted) continue;
        if (!(error instanceof Refused || error instanceof TypeError)) console.error(error);
        this.handlers.onLink(false);
        if (error.status === 404) this.handlers.onGone();
        this.#version = undefined;
        await pause(Math.min(300 * 2 ** failures++, MAX_BACKOFF_MS), signal);
      }
    }
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
