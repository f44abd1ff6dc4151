// A button that opens a small menu: arrow keys move, Escape and a press elsewhere close.

import { button, el, freshId, icon } from "./dom.js";

/**
 * Ties `trigger` to a menu. `items()` is asked each time it opens for
 * `{ label, detail?, icon?, testid?, run }` objects.
 */
export function attachMenu(trigger, { label, side, items, empty = "Nothing here" }) {
  const id = freshId("menu");
  const panel = el("div", { class: `popup popup-${side}`, role: "menu", id, "aria-label": label, hidden: true });
  trigger.setAttribute("aria-haspopup", "menu");
  trigger.setAttribute("aria-expanded", "false");
  trigger.setAttribute("aria-controls", id);

  const isOpen = () => !panel.hidden;
  const entries = () => [...panel.querySelectorAll("[role=menuitem]")];

  function open(last = false) {
    const found = items();
    panel.replaceChildren(...found.map(entry));
    if (found.length === 0) panel.append(el("p", { class: "popup-empty" }, empty));
    panel.hidden = false;
    trigger.setAttribute("aria-expanded", "true");
    entries().at(last ? -1 : 0)?.focus();
  }

  function close(giveFocusBack) {
    if (!isOpen()) return;
    panel.hidden = true;
    trigger.setAttribute("aria-expanded", "false");
    if (giveFocusBack) trigger.focus();
  }

  function entry(item) {
    const text = el("span", { class: "popup-text" }, el("span", { class: "popup-label" }, item.label));
    if (item.detail) text.append(el("span", { class: "popup-detail" }, item.detail));
    const node = button({ class: "popup-item", role: "menuitem", tabindex: "-1", testid: item.testid ?? "menu-item" },
      item.icon ? icon(item.icon) : null, text);
    node.addEventListener("click", () => { close(true); item.run(); });
    return node;
  }

  trigger.addEventListener("click", () => (isOpen() ? close(true) : open()));
  trigger.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowUp");
  });
  panel.addEventListener("keydown", (event) => {
    const all = entries();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && all.length > 0) {
      event.preventDefault();
      all.at(to % all.length).focus();
    } else if (event.key === "Tab") {
      close(true);
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      event.stopPropagation();
      close(true);
    }
  }, true);
  addEventListener("pointerdown", (event) => {
    if (isOpen() && !panel.contains(event.target) && !trigger.contains(event.target)) close(false);
  }, true);
  panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget) && event.relatedTarget !== trigger) close(false);
  });
  return panel;
}
