// The inline keyboard under a bubble, changed in place so that focus and pending presses survive edits.

import { button, el, icon, setAttribute, setText, usingKeys } from "./dom.js";
import { safeUrl } from "./text.js";

const CORNER = { url: "open", copy_text: "copy", web_app: "open", switch_inline: "send" };
const STYLES = new Set(["primary", "success", "danger"]);

/** A label without the marks around it, so that "☐ Calf" and "☑ Calf" are the same button. */
const bare = (label) => label.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || label;

export class InlineKeyboard {
  /** `onPress(definition)` is called when a button that is not a link is pressed. */
  constructor(onPress) {
    this.onPress = onPress;
    this.definitions = new WeakMap();
    this.node = el("div", { class: "keyboard", role: "group", "aria-label": "Answers", hidden: true });
  }

  /** Shows these rows; `isPending(data)` tells which presses wait for the bot; `moved` = it is another question now. */
  update(rows, isPending, moved) {
    const held = this.node.contains(document.activeElement) ? document.activeElement : null;
    const heldLabel = held && this.definitions.get(held)?.text;
    const heldPlace = held && this.#all().indexOf(held);
    rows.forEach((definitions, index) => this.#updateRow(index, definitions, isPending));
    while (this.node.childElementCount > rows.length) this.node.lastElementChild.remove();
    setAttribute(this.node, "hidden", rows.length === 0);
    if (held) this.#restoreFocus(held, heldLabel, heldPlace, moved);
  }

  /** Marks pending buttons without changing anything else. */
  markPending(isPending) {
    for (const node of this.#all()) this.#mark(node, isPending(this.definitions.get(node)));
  }

  #all() {
    return [...this.node.querySelectorAll(".key")];
  }

  #updateRow(index, definitions, isPending) {
    const row = this.node.children[index] ?? this.node.appendChild(el("div", { class: "keys" }));
    definitions.forEach((definition, column) => {
      const tag = definition.kind === "url" && safeUrl(definition.url) ? "A" : "BUTTON";
      let node = row.children[column];
      if (node?.tagName !== tag) {
        const fresh = this.#create(tag);
        if (node) node.replaceWith(fresh);
        else row.append(fresh);
        node = fresh;
      }
      this.#fill(node, definition);
      this.#mark(node, isPending(definition));
    });
    while (row.childElementCount > definitions.length) row.lastElementChild.remove();
  }

  #create(tag) {
    const label = el("span", { class: "key-label" });
    const properties = { class: "key", testid: "inline-button" };
    if (tag === "A") return el("a", { ...properties, target: "_blank", rel: "noopener noreferrer" }, label);
    const node = button(properties, label);
    node.addEventListener("click", () => this.onPress(this.definitions.get(node)));
    return node;
  }

  #fill(node, definition) {
    const before = this.definitions.get(node);
    this.definitions.set(node, definition);
    const label = node.firstElementChild;
    setText(label, definition.text);
    setAttribute(node, "title", definition.text.length > 32 ? definition.text : null);
    setAttribute(node, "data-kind", definition.kind);
    setAttribute(node, "data-callback", definition.data);
    setAttribute(node, "data-style", STYLES.has(definition.style) ? definition.style : null);
    if (node.tagName === "A") setAttribute(node, "href", safeUrl(definition.url));
    if (before?.kind !== definition.kind) {
      node.querySelector(".icon")?.remove();
      if (CORNER[definition.kind]) node.append(icon(CORNER[definition.kind]));
    }
  }

  #mark(node, pending) {
    setAttribute(node, "aria-busy", pending ? "true" : null);
  }

  /** Keeps the keyboard user's place: the same answer if it is still there, else the same spot. */
  #restoreFocus(held, label, place, moved) {
    const all = this.#all();
    const textOf = (node) => this.definitions.get(node).text;
    const spot = all[Math.min(place, all.length - 1)];
    const isTwin = (node) => bare(textOf(node)) === bare(label);
    const twin = all.find((node) => textOf(node) === label) ?? (spot && isTwin(spot) ? spot : all.find(isTwin));
    const target = twin ?? (moved && usingKeys() ? all[0] : spot);
    if (target && target !== document.activeElement) target.focus({ preventScroll: true });
    if (!target && !held.isConnected) this.node.closest(".log")?.focus({ preventScroll: true });
  }
}
