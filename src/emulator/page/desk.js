// The strip above the phones: one tab per person, a way to add one, and the control that lets time pass.

import { advanceClock } from "./api.js";
import { presentParts, syncClock } from "./clock.js";
import { button, el, freshId, icon, setAttribute, setText, spoken } from "./dom.js";

const HOUR = 3600;
const STEPS = [
  { name: "hour", label: "1 hour", seconds: HOUR },
  { name: "day", label: "1 day", seconds: 24 * HOUR },
  { name: "week", label: "1 week", seconds: 7 * 24 * HOUR },
];

/** The tabs; `onSelect(id)` and `onAdd(name)` (a promise) do the work. */
export class PeopleTabs {
  #tabs = new Map();

  constructor({ onSelect, onAdd }) {
    this.onSelect = onSelect;
    this.onAdd = onAdd;
    this.list = el("div", { class: "tabs", role: "tablist", "aria-label": "People", "aria-multiselectable": "true" });
    this.list.addEventListener("keydown", (event) => this.#onKey(event));
    this.addButton = button({ class: "round small", "aria-label": "Add a person", testid: "add-person", onclick: () => this.#ask(true) }, icon("plus"));
    this.name = el("input", { class: "name", placeholder: "Name", "aria-label": "Name of the new person", maxlength: "40", autocomplete: "off", testid: "person-name" });
    this.form = el("form", { class: "add", hidden: true }, this.name,
      button({ class: "plain", type: "submit", testid: "person-add" }, "Add"),
      button({ class: "round small", "aria-label": "Cancel", onclick: () => this.#ask(false) }, icon("close")));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.form.addEventListener("keydown", (event) => { if (event.key === "Escape") this.#ask(false); });
    this.node = el("nav", { class: "people", "aria-label": "People" }, this.list, this.addButton, this.form);
  }

  /** Shows a tab for every phone: `shown` are on screen, `active` is the one last used. */
  show(phones, shown, active) {
    for (const [id, tab] of this.#tabs) {
      if (phones.some((phone) => phone.person.id === id)) continue;
      tab.remove();
      this.#tabs.delete(id);
    }
    for (const phone of phones) {
      const { id } = phone.person;
      const tab = this.#tabs.get(id) ?? this.#create(phone);
      setAttribute(tab, "aria-selected", String(shown.includes(phone)));
      setAttribute(tab, "data-active", phone === active);
      setAttribute(tab, "tabindex", phone === active ? "0" : "-1");
      this.#showUnread(tab, phone.unread);
    }
    const changed = active !== this.active;
    this.active = active;
    if (changed) this.#reveal();
  }

  #reveal() {
    this.#tabs.get(this.active?.person.id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #create({ person, id }) {
    const tabId = freshId("tab");
    const tab = button({ class: "tab", role: "tab", id: tabId, "aria-controls": id, testid: "person-tab", "data-person": person.id, onclick: () => this.onSelect(person.id) },
      el("span", { class: "tab-name" }, person.name), el("span", { class: "badge", hidden: true }), spoken(""));
    document.getElementById(id)?.setAttribute("aria-labelledby", tabId);
    this.#tabs.set(person.id, tab);
    this.list.append(tab);
    return tab;
  }

  #showUnread(tab, count) {
    const [, badge, words] = tab.children;
    setText(badge, String(count));
    setAttribute(badge, "aria-hidden", "true");
    setAttribute(badge, "hidden", count === 0);
    setText(words, count === 0 ? "" : `, ${count} new`);
  }

  #onKey(event) {
    const all = [...this.#tabs.entries()];
    const at = all.findIndex(([, tab]) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const [id, tab] = all.at(to % all.length);
    this.onSelect(id);
    tab.focus();
  }

  #ask(asking) {
    this.form.hidden = !asking;
    this.addButton.hidden = asking;
    if (!asking) this.name.value = "";
    (asking ? this.name : this.addButton).focus();
    if (!asking) this.#reveal();
  }

  async #submit() {
    const name = this.name.value.trim();
    if (name === "") return;
    if (await this.onAdd(name)) this.#ask(false);
  }
}

/** The emulator's time, and three buttons that move it on. */
export class TimeControl {
  constructor(announce) {
    this.announce = announce;
    const id = freshId("time");
    this.day = el("span", { class: "now-day" });
    this.hour = el("span", { class: "now-hour" });
    this.now = button({ class: "now", "aria-expanded": "false", "aria-controls": id, testid: "clock", onclick: () => this.#toggle() },
      icon("clock"), spoken("Time in the preview: "), this.day, " ", this.hour, icon("down"));
    this.date = el("span", { class: "steps-day" });
    this.steps = el("div", { class: "steps", id, role: "group", "aria-label": "Let time pass" },
      el("span", { class: "steps-word", "aria-hidden": "true" }, "Let time pass "), this.date,
      STEPS.map(({ name, label, seconds }) => button({
        class: "step", testid: `advance-${name}`, "aria-label": `Let ${label} pass`, onclick: (event) => this.#advance(seconds, event.currentTarget),
      }, label)));
    this.node = el("div", { class: "time" }, this.now, this.steps);
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.node.classList.contains("open")) return;
      this.#toggle();
      this.now.focus();
    });
    this.tick();
    setInterval(() => this.tick(), 1000);
  }

  tick() {
    const { day, time } = presentParts();
    setText(this.day, day);
    setText(this.date, day);
    setText(this.hour, time);
  }

  #toggle() {
    this.now.setAttribute("aria-expanded", String(this.node.classList.toggle("open")));
  }

  async #advance(seconds, pressed) {
    pressed.setAttribute("aria-busy", "true");
    try {
      syncClock((await advanceClock(seconds)).now);
      this.tick();
      this.announce(`It is now ${presentParts().full}`);
    } catch {
      this.announce("Time could not be moved on");
    } finally {
      pressed.removeAttribute("aria-busy");
    }
  }
}
