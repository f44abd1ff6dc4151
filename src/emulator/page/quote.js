// An expandable quote: three lines until it is opened.

import { button, el, freshId, icon, setAttribute, spoken } from "./dom.js";

/** Builds the quote; `openQuotes` (a set of quoted texts) remembers what the person has opened. */
export function expandableQuote(content, plain, openQuotes) {
  const id = freshId("quote");
  const body = el("blockquote", { class: "quote-body", id }, content);
  const words = spoken("");
  const toggle = button({ class: "quote-toggle", "aria-controls": id, testid: "quote-toggle" }, words, icon("down"));
  const quote = el("div", { class: "quote expandable" }, body, toggle);

  function show(open) {
    if (open) openQuotes.add(plain);
    else openQuotes.delete(plain);
    quote.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
    words.textContent = open ? "Show less of the quote" : "Show the whole quote";
  }

  // The button is only there when there is something to unfold at the present width.
  function measure() {
    const open = openQuotes.has(plain);
    const lines = Number.parseFloat(getComputedStyle(body).lineHeight) * 3;
    const long = open ? body.scrollHeight > lines + 2 : body.scrollHeight > body.clientHeight + 2;
    quote.classList.toggle("long", long);
    setAttribute(toggle, "hidden", !long);
  }

  toggle.addEventListener("click", (event) => {
    event.stopPropagation();
    show(!openQuotes.has(plain));
  });
  quote.addEventListener("click", (event) => {
    const selecting = !getSelection().isCollapsed;
    if (selecting || event.target.closest("a, button") || !quote.classList.contains("long")) return;
    show(!openQuotes.has(plain));
  });
  // A link in the folded part that gets the focus must be seen.
  body.addEventListener("focusin", () => show(true));
  show(openQuotes.has(plain));
  new ResizeObserver(measure).observe(body);
  return quote;
}
