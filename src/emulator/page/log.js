// The scrolling list of a chat: messages keyed by id, dates between days, pinned to its end unless scrolled away.

import { dayKey, dayLabel } from "./clock.js";
import { button, el, icon, setAttribute, setText, usingKeys } from "./dom.js";
import { MessageView } from "./message.js";

const NEAR_END_PX = 60;
const GROUP_SECONDS = 600;

export class ChatLog {
  #views = new Map();
  #pinned = true;
  #missed = 0;

  constructor(label, hooks) {
    this.hooks = hooks;
    this.list = el("div", { class: "list" });
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions text", "aria-label": label, "aria-busy": "true", tabindex: "0", testid: "log" }, this.list);
    this.count = el("span", { class: "badge", hidden: true });
    this.toEnd = button({ class: "to-end", "aria-label": "Go to the newest message", testid: "to-end", hidden: true, onclick: () => this.pin(true) }, icon("down"), this.count);
    this.node = el("div", { class: "log-frame" }, this.log, this.toEnd);
    this.log.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    const sized = new ResizeObserver(() => { if (this.#pinned) this.#toBottom(); });
    sized.observe(this.log);
    sized.observe(this.list);
  }

  /** Shows the whole chat as it is now. */
  show(messages) {
    const held = this.list.contains(document.activeElement) ? document.activeElement : null;
    const heldInSight = held !== null && this.#isInSight(held);
    const items = withDays(messages);
    this.#removeStale(new Set(items.map((item) => item.key)));
    let next = this.list.firstElementChild;
    let added = 0;
    for (const item of items) {
      const known = this.#views.get(item.key);
      const view = known ?? this.#create(item);
      if (known && item.message) known.update(item.message);
      if (item.date !== undefined) setText(view.label, dayLabel(item.date));
      if (item.message) view.node.classList.toggle("goes-on", item.goesOn);
      if (view.node === next) next = next.nextElementSibling;
      else this.list.insertBefore(view.node, next);
      if (!known && item.message) added += 1;
    }
    this.#afterShow(added, messages.at(-1));
    if (held) this.#keepFocus(held, heldInSight);
  }

  markPending() {
    for (const view of this.#views.values()) view.markPending?.();
  }

  /** Goes to the end and stays there as messages come in. */
  pin(smooth = false) {
    this.#pinned = true;
    this.#setMissed(0);
    if (smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches) this.log.scrollTo({ top: this.log.scrollHeight, behavior: "smooth" });
    else this.#toBottom();
  }

  #create(item) {
    const view = item.message ? new MessageView(item.message, this.hooks) : dayView();
    this.#views.set(item.key, view);
    return view;
  }

  #removeStale(keys) {
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.node.remove();
      this.#views.delete(key);
    }
  }

  #afterShow(added, newest) {
    if (added > 0 && !this.#pinned && newest?.from === "person") this.#pinned = true;
    if (this.#pinned) this.#toBottom();
    else this.#setMissed(this.#missed + added);
    setAttribute(this.log, "aria-busy", null);
  }

  /** A deleted message takes the focus with it; what a keyboard user saw focused must stay in sight. */
  #keepFocus(held, wasInSight) {
    const now = document.activeElement;
    if (now === document.body) this.log.focus({ preventScroll: true });
    else if (usingKeys() && this.list.contains(now) && (now !== held || wasInSight)) now.scrollIntoView({ block: "nearest" });
  }

  #isInSight(node) {
    const place = node.getBoundingClientRect();
    const frame = this.log.getBoundingClientRect();
    return place.bottom > frame.top && place.top < frame.bottom;
  }

  #toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  #onScroll() {
    const distance = this.log.scrollHeight - this.log.clientHeight - this.log.scrollTop;
    this.#pinned = distance < NEAR_END_PX;
    if (this.#pinned) this.#setMissed(0);
    setAttribute(this.toEnd, "hidden", distance < NEAR_END_PX * 3);
  }

  #setMissed(count) {
    this.#missed = count;
    setText(this.count, String(count));
    setAttribute(this.count, "hidden", count === 0);
  }
}

function dayView() {
  const label = el("span", {});
  return { node: el("div", { class: "day", testid: "day" }, label), label };
}

/** The messages with a date before each day's first, and whether each goes on from the one before it. */
function withDays(messages) {
  const items = [];
  let before = null;
  for (const message of messages) {
    const newDay = before === null || dayKey(before.date) !== dayKey(message.date);
    if (newDay) items.push({ key: `day-${message.id}`, date: message.date });
    const goesOn = !newDay && before.from === message.from && message.date - before.date < GROUP_SECONDS;
    items.push({ key: `message-${message.id}`, message, goesOn });
    before = message;
  }
  return items;
}
