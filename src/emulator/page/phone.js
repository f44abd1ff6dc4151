// One person's phone: header, chat and composer, kept in step with the emulator.

import * as api from "./api.js";
import { syncClock } from "./clock.js";
import { Composer } from "./composer.js";
import { button, el, freshId, icon, setAttribute, setText } from "./dom.js";
import { ChatLog } from "./log.js";
import { attachMenu } from "./menu.js";
import { Notices } from "./notices.js";

const PREVIEW_NOTE = "Preview – nothing leaves this computer";
const PRESS_CHECK_MS = 400;

export class Phone {
  #chat = null;
  /** Presses on their way: key → whether the emulator has taken them. */
  #pressed = new Map();
  #unread = 0;

  /** `desk`: `bot()`, `onUnread(phone)`, `onGone()`, `onLink(up)`. */
  constructor(person, desk) {
    this.person = person;
    this.desk = desk;
    this.id = freshId("phone");
    this.notices = new Notices(() => this.#botName(), () => !this.node.hidden);
    this.log = new ChatLog(`Chat of ${person.name}`, {
      botName: () => this.#botName(),
      onCommand: (text) => this.#say(text).catch(() => {}),
      onPress: (message, definition) => this.#press(message, definition),
      isPending: (message, definition) => this.#isPending(message, definition),
    });
    this.composer = new Composer({
      say: (text) => this.#say(text),
      send: (kind, caption) => this.#try(api.send(person.id, kind, caption)),
      edit: (messageId, text) => this.#try(api.edit(person.id, messageId, text)),
      unblock: () => this.#setBlocked(false),
      lastOwnText: () => this.#chat?.messages.findLast((message) => message.from === "person" && message.kind === "text"),
    }, person.name);
    this.node = this.#build();
    this.watch = new api.ChatWatch(person.id, {
      onChat: (chat) => this.#show(chat),
      onLink: (up) => this.#setLink(up),
      onGone: desk.onGone,
    });
  }

  get unread() {
    return this.#unread;
  }

  /** Puts the phone on screen or away. */
  setShown(shown) {
    setAttribute(this.node, "hidden", !shown);
    this.watch.setAttentive(shown);
    if (!shown) return;
    this.#setUnread(0);
    this.notices.resume();
  }

  showBot() {
    const { name, description } = this.desk.bot();
    setText(this.title, name);
    setText(this.avatar, [...name][0] ?? "?");
    setText(this.about, description || "Press START to begin.");
  }

  remove() {
    this.watch.stop();
    this.notices.remove();
    this.node.remove();
  }

  #build() {
    this.avatar = el("span", { class: "avatar", "aria-hidden": "true" });
    this.title = el("h3", { class: "bot-name" });
    this.note = el("p", { class: "note" }, PREVIEW_NOTE);
    this.about = el("p", {});
    this.hello = el("div", { class: "hello", hidden: true, testid: "description" }, el("h4", {}, "What can this bot do?"), this.about);
    this.banner = el("div", { class: "banner", role: "status", testid: "reconnecting" });
    const more = button({ class: "round", "aria-label": "More", testid: "more" }, icon("more"));
    const moreMenu = attachMenu(more, { label: "More", side: "top", items: () => this.#moreItems() });
    this.log.node.append(this.hello, this.notices.toasts);
    this.showBot();
    return el("section", { class: "phone", id: this.id, role: "tabpanel", testid: "phone", "data-person": this.person.id },
      el("h2", { class: "owner" }, `${this.person.name}’s phone`),
      el("div", { class: "screen" },
        el("header", { class: "bar" }, this.avatar, el("div", { class: "bar-text" }, this.title, this.note), more, moreMenu),
        this.banner, this.#skipLink(), this.log.node, this.composer.node));
  }

  #skipLink() {
    return button({ class: "skip", onclick: () => this.composer.focus() }, "Skip to the message field");
  }

  #moreItems() {
    const blocked = this.#chat?.blocked;
    return [{
      label: blocked ? "Unblock the bot" : "Block the bot", icon: blocked ? "check" : "block", testid: "block-toggle",
      run: () => this.#setBlocked(!blocked),
    }];
  }

  #show(chat) {
    const before = this.#chat;
    const startOver = before !== null && chat.version < before.version;
    const newest = before?.messages.at(-1)?.id ?? 0;
    this.#chat = chat;
    for (const [key, taken] of this.#pressed) if (taken) this.#pressed.delete(key);
    syncClock(chat.now);
    setText(this.note, chat.typing ? "typing…" : PREVIEW_NOTE);
    this.note.classList.toggle("typing", Boolean(chat.typing));
    this.composer.setCommands(chat.commands ?? []);
    this.composer.setReplies(replyRows(chat.messages));
    this.composer.setMode(chat.blocked ? "blocked" : chat.messages.length === 0 ? "start" : "open");
    setAttribute(this.hello, "hidden", chat.messages.length > 0);
    this.log.show(chat.messages);
    this.notices.take(chat.toasts ?? [], startOver);
    if (this.node.hidden && before) this.#setUnread(this.#unread + chat.messages.filter((message) => message.from === "bot" && message.id > newest).length);
  }

  #setUnread(count) {
    if (count === this.#unread) return;
    this.#unread = count;
    this.desk.onUnread(this);
  }

  #setLink(up) {
    setText(this.banner, up ? "" : "Reconnecting…");
    this.desk.onLink(up);
  }

  #say(text) {
    this.log.pin();
    return this.#try(api.say(this.person.id, text));
  }

  #setBlocked(blocked) {
    return this.#try(api.setBlocked(this.person.id, blocked)).catch(() => {});
  }

  /** Tells the person when something was not accepted. */
  async #try(promise) {
    try {
      return await promise;
    } catch (error) {
      this.notices.toast(error instanceof api.Refused ? `Not sent: ${error.message}` : "Not sent: the emulator cannot be reached");
      throw error;
    }
  }

  #botName() {
    return this.desk.bot().name;
  }

  #isPending(message, definition) {
    if (definition.kind !== "callback") return false;
    return this.#pressed.has(pressKey(message.id, definition.data))
      || (this.#chat?.pending_presses ?? []).some((press) => press.message_id === message.id && press.data === definition.data);
  }

  async #press(message, definition) {
    if (definition.kind === "copy_text") return this.#copy(definition);
    if (definition.kind !== "callback") return this.notices.toast("This button works only in Telegram");
    const key = pressKey(message.id, definition.data);
    if (this.#pressed.has(key)) return undefined;
    this.#pressed.set(key, false);
    this.log.markPending();
    await this.#try(api.press(this.person.id, message.id, definition.data)).catch(() => {});
    // From here on the chat itself tells whether the press still waits; ask, should it stay silent.
    this.#pressed.set(key, true);
    setTimeout(() => { if (this.#pressed.has(key)) this.watch.refresh(); }, PRESS_CHECK_MS);
    return undefined;
  }

  async #copy({ data, text }) {
    try {
      await navigator.clipboard.writeText(data ?? text);
      this.notices.toast("Copied");
    } catch {
      this.notices.toast("The browser did not allow copying");
    }
  }
}

const pressKey = (messageId, data) => `${messageId} ${data}`;

/** The rows of the newest reply keyboard, as texts. */
function replyRows(messages) {
  const newest = messages.findLast((message) => message.reply_keyboard)?.reply_keyboard;
  const rows = Array.isArray(newest) ? newest : newest?.keyboard ?? [];
  return rows.map((row) => row.map((key) => key.text ?? key));
}
