// Turns a message's text and Telegram entities (offsets in UTF-16 units, as JavaScript counts) into nodes.

import { button, el } from "./dom.js";
import { expandableQuote } from "./quote.js";

const INLINE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/**
 * Renders formatted text. `hooks.onCommand(text)` is called for a pressed command; `hooks.openQuotes`
 * is a set that remembers which expandable quotes are open, so that an edit does not fold them.
 */
export function renderText(text, entities, hooks) {
  const spans = entities
    .map((entity) => ({ ...entity, end: entity.offset + entity.length }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  return build(text, 0, text.length, spans, hooks);
}

function build(text, start, end, spans, hooks) {
  const fragment = document.createDocumentFragment();
  const queue = [...spans];
  let at = start;
  while (queue.length > 0) {
    const span = queue.shift();
    const from = Math.max(span.offset, at);
    const to = Math.min(span.end, end);
    if (from >= to) continue;
    if (from > at) fragment.append(text.slice(at, from));
    fragment.append(wrap(span, text.slice(from, to), build(text, from, to, takeInner(queue, to), hooks), hooks));
    at = to;
    // The line break that ends a block is the block's own edge.
    if (BLOCKS.has(span.type) && text[at] === "\n") at += 1;
  }
  if (at < end) fragment.append(text.slice(at, end));
  return fragment;
}

/** Takes the spans that begin before `to` from the queue; what reaches past it goes on after it. */
function takeInner(queue, to) {
  const inner = [];
  const rest = [];
  while (queue.length > 0 && queue[0].offset < to) {
    const span = queue.shift();
    inner.push({ ...span, end: Math.min(span.end, to) });
    if (span.end > to) rest.push({ ...span, offset: to });
  }
  queue.unshift(...rest);
  return inner;
}

function wrap(span, plain, content, hooks) {
  if (INLINE[span.type]) return el(INLINE[span.type], {}, content);
  switch (span.type) {
    case "pre": return el("pre", { tabindex: "0", "aria-label": span.language ?? "Code" }, el("code", {}, content));
    case "blockquote": return el("blockquote", { class: "quote" }, content);
    case "expandable_blockquote": return expandableQuote(content, plain, hooks.openQuotes);
    case "spoiler": return spoiler(content);
    case "url": return link(/^[a-z][a-z+.-]*:/i.test(plain) ? plain : `https://${plain}`, content);
    case "text_link": return link(span.url, content);
    case "email": return link(`mailto:${plain}`, content);
    case "phone_number": return link(`tel:${plain.replace(/[^+\d]/g, "")}`, content);
    case "bot_command": return button({ class: "inline-link", testid: "command", onclick: () => hooks.onCommand(plain) }, content);
    default: return el("span", { class: `entity-${span.type}` }, content);
  }
}

/** The address when it is one a page may open, else null. */
export function safeUrl(address) {
  const url = URL.parse ? URL.parse(address ?? "") : tryUrl(address);
  return url && SAFE_SCHEMES.has(url.protocol) ? url.href : null;
}

function tryUrl(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function link(address, content) {
  const href = safeUrl(address);
  return href
    ? el("a", { href, target: "_blank", rel: "noopener noreferrer", title: href }, content)
    : el("span", {}, content);
}

function spoiler(content) {
  const hidden = el("span", { class: "spoiler-text", "aria-hidden": "true" }, content);
  const cover = button({ class: "spoiler", "aria-expanded": "false", "aria-label": "Hidden text: press to show", testid: "spoiler" }, hidden);
  cover.addEventListener("click", () => {
    cover.setAttribute("aria-expanded", "true");
    cover.removeAttribute("aria-label");
    hidden.removeAttribute("aria-hidden");
  });
  return cover;
}
