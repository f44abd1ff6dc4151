// The foot of a phone: message field, the bot's commands, attachments; START and Unblock in their place.

import { button, el, freshId, icon, setAttribute, setText, usingKeys } from "./dom.js";
import { attachMenu } from "./menu.js";

const ATTACHMENTS = [
  { kind: "photo", label: "Photo", captioned: true },
  { kind: "document", label: "Document", captioned: true },
  { kind: "location", label: "Location" },
  { kind: "voice", label: "Voice message" },
  { kind: "sticker", label: "Sticker" },
];

export class Composer {
  #commands = [];
  #editing = null;
  #mode = "";

  /**
   * `actions`: `say(text)`, `send(kind, caption)`, `edit(messageId, text)`, `unblock()` (promises that reject
   * when refused), `lastOwnText()` (the newest message the person can edit).
   */
  constructor(actions, personName) {
    this.actions = actions;
    const id = freshId("field");
    this.field = el("textarea", {
      id, class: "field", rows: "1", placeholder: "Message", testid: "composer", "aria-label": `Message from ${personName}`,
      autocomplete: "off", enterkeyhint: "send", maxlength: "4096",
    });
    this.sendButton = button({ class: "round send", type: "submit", "aria-label": "Send", testid: "send" }, icon("send"));
    const menu = button({ class: "menu-button", testid: "menu", "aria-label": "Menu: the bot's commands" }, icon("menu"), el("span", { class: "menu-word" }, "Menu"));
    const attach = button({ class: "round", testid: "attach", "aria-label": "Attach" }, icon("attach"));
    this.editNote = el("div", { class: "edit-note", hidden: true }, el("span", {}, "Editing your message"),
      button({ class: "round small", "aria-label": "Stop editing", onclick: () => this.#stopEditing() }, icon("close")));
    this.form = el("form", { class: "compose" },
      this.#menuOf(menu), menu, this.field, this.#attachmentsOf(attach), attach, this.sendButton);
    this.big = button({ class: "big" });
    this.replies = el("div", { class: "reply-keys", role: "group", "aria-label": "Suggested answers", hidden: true });
    this.node = el("footer", { class: "composer" }, this.editNote, this.form, this.big, this.replies);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => this.#fit());
    this.big.addEventListener("click", () => (this.#mode === "blocked" ? actions.unblock() : actions.say("/start")));
    this.setMode("start");
  }

  /** What the foot offers: "start" (empty chat), "blocked" or "open". */
  setMode(mode) {
    if (mode === this.#mode) return;
    const hadFocus = document.activeElement === this.big;
    this.#mode = mode;
    setText(this.big, mode === "blocked" ? "Unblock" : "START");
    setAttribute(this.big, "data-testid", mode === "blocked" ? "unblock" : "start");
    setAttribute(this.big, "hidden", mode === "open");
    setAttribute(this.form, "hidden", mode !== "open");
    if (mode !== "open") this.#stopEditing();
    if (hadFocus && mode === "open" && usingKeys()) this.focus();
  }

  setCommands(commands) {
    this.#commands = commands;
  }

  /** Shows the bot's reply keyboard (rows of texts), or none. */
  setReplies(rows) {
    const key = JSON.stringify(rows);
    if (key === this.repliesKey) return;
    this.repliesKey = key;
    this.replies.replaceChildren(...rows.map((row) => el("div", { class: "keys" }, row.map((text) =>
      button({ class: "key", testid: "reply-button", onclick: () => this.actions.say(text) }, el("span", { class: "key-label" }, text))))));
    setAttribute(this.replies, "hidden", rows.length === 0);
  }

  focus() {
    (this.#mode === "open" ? this.field : this.big).focus();
  }

  #menuOf(trigger) {
    return attachMenu(trigger, {
      label: "Commands", side: "start", empty: "The bot has no commands yet",
      items: () => this.#commands.map(({ command, description }) => ({
        label: description, detail: `/${command}`, testid: "menu-command", run: () => this.actions.say(`/${command}`),
      })),
    });
  }

  #attachmentsOf(trigger) {
    return attachMenu(trigger, {
      label: "Attach", side: "end",
      items: () => ATTACHMENTS.map(({ kind, label, captioned }) => ({
        label, icon: kind, testid: `attach-${kind}`, run: () => this.#attach(kind, captioned),
      })),
    });
  }

  #attach(kind, captioned) {
    const caption = captioned ? this.field.value.trim() : "";
    if (caption) this.#setField("");
    this.actions.send(kind, caption).catch(() => this.#giveBack(caption));
  }

  #submit() {
    const text = this.field.value.trim();
    if (text === "") return;
    const editing = this.#editing;
    this.#stopEditing();
    this.#setField("");
    const sent = editing === null ? this.actions.say(text) : this.actions.edit(editing, text);
    sent.catch(() => this.#giveBack(text));
  }

  /** What could not be sent goes back into the field, unless something else is being written. */
  #giveBack(text) {
    if (text && this.field.value === "") this.#setField(text);
  }

  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#editing !== null) {
      this.#stopEditing();
      this.#setField("");
    } else if (event.key === "ArrowUp" && this.field.value === "") {
      const message = this.actions.lastOwnText();
      if (!message) return;
      event.preventDefault();
      this.#editing = message.id;
      this.editNote.hidden = false;
      this.#setField(message.text);
    }
  }

  #stopEditing() {
    if (this.#editing !== null && this.editNote.contains(document.activeElement)) {
      this.#setField("");
      this.field.focus();
    }
    this.#editing = null;
    this.editNote.hidden = true;
  }

  #setField(text) {
    this.field.value = text;
    this.#fit();
  }

  /** Grows the field with its text; the style sheet sets the limit. */
  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
