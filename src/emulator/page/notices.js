// What the bot answers to a press: toasts at the top of the chat, alerts as a dialog.

import { button, el, freshId } from "./dom.js";

export class Notices {
  #seen = null;
  #alerts = [];

  /** `onScreen()` tells whether this phone is shown: an alert of a hidden one waits for `resume`. */
  constructor(botName, onScreen) {
    const titleId = freshId("alert-title");
    const textId = freshId("alert-text");
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.title = el("h2", { id: titleId });
    this.words = el("p", { id: textId });
    this.dialog = el("dialog", { class: "alert", testid: "alert", role: "alertdialog", "aria-labelledby": titleId, "aria-describedby": textId },
      this.title, this.words, el("form", { method: "dialog" }, button({ class: "plain", type: "submit", testid: "alert-ok" }, "OK")));
    this.dialog.addEventListener("close", () => this.#nextAlert());
    this.botName = botName;
    this.onScreen = onScreen;
    document.body.append(this.dialog);
  }

  /** Shows those of the chat's last answers that were not shown yet; the first look only learns what is old. */
  take(answers, startOver) {
    const first = this.#seen === null || startOver;
    if (first) this.#seen = new Set();
    for (const answer of answers) {
      if (this.#seen.has(answer.id)) continue;
      this.#seen.add(answer.id);
      if (first || !answer.text) continue;
      if (answer.alert) this.alert(answer.text);
      else this.toast(answer.text);
    }
  }

  toast(text) {
    const node = el("div", { class: "toast", testid: "toast" }, text);
    this.toasts.append(node);
    while (this.toasts.childElementCount > 2) this.toasts.firstElementChild.remove();
    setTimeout(() => node.remove(), Math.min(9000, 3000 + text.length * 45));
  }

  alert(text) {
    this.#alerts.push(text);
    this.resume();
  }

  /** Shows an alert that waited for its phone. */
  resume() {
    if (this.onScreen() && !this.dialog.open) this.#nextAlert();
  }

  remove() {
    this.dialog.remove();
  }

  #nextAlert() {
    const text = this.#alerts.shift();
    if (text === undefined) return;
    this.title.textContent = this.botName();
    this.words.textContent = text;
    this.dialog.showModal();
  }
}
