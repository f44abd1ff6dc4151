// One message: its bubble, its mark of time and its keyboard; updated in place when the message changes.

import { fileUrl } from "./api.js";
import { fullOf, isoOf, timeOf } from "./clock.js";
import { el, icon, setAttribute, setText, spoken } from "./dom.js";
import { InlineKeyboard } from "./keyboard.js";
import { renderText } from "./text.js";

/** Smaller pictures are only placeholders. */
const LEAST_PICTURE_PX = 16;
const KIND_NAMES = { sticker: "Sticker", voice: "Voice message", location: "Location", photo: "Photo", document: "File" };

export class MessageView {
  #openQuotes = new Set();
  #shownBody = "";
  #shownKeys = "";

  /** `hooks`: `botName`, `onCommand(text)`, `onPress(message, definition)`, `isPending(message, definition)`. */
  constructor(message, hooks) {
    this.hooks = hooks;
    this.author = spoken("");
    this.media = el("div", { class: "media" });
    this.text = el("div", { class: "text", dir: "auto" });
    this.edited = el("span", { class: "edited" }, "edited ");
    this.time = el("time", {});
    this.meta = el("span", { class: "meta" }, this.edited, this.time);
    this.reaction = el("span", { class: "reaction", hidden: true, role: "img", testid: "reaction" });
    this.bubble = el("div", { class: "bubble" }, this.author, this.media, this.text, this.meta, this.reaction);
    this.keyboard = new InlineKeyboard((definition) => hooks.onPress(this.message, definition));
    this.node = el("article", {
      class: `message from-${message.from}`, testid: "message", "data-message-id": message.id, "data-from": message.from,
    }, this.bubble, this.keyboard.node);
    if (message.from === "person") this.meta.append(icon("checks"));
    this.update(message);
  }

  /** Shows the message as it is now; returns whether anything was changed. */
  update(message) {
    this.message = message;
    const body = JSON.stringify([message.kind, message.text, message.caption, message.entities, message.caption_entities, message.file, message.date, message.edited, message.reaction]);
    const keys = JSON.stringify(message.keyboard ?? []);
    const bodyChanged = body !== this.#shownBody;
    const keysChanged = keys !== this.#shownKeys;
    if (bodyChanged) this.#showBody(message);
    if (keysChanged) this.keyboard.update(message.keyboard ?? [], this.#isPending, bodyChanged && this.#shownBody !== "");
    else this.markPending();
    this.node.classList.toggle("with-keyboard", (message.keyboard ?? []).length > 0);
    this.#shownBody = body;
    this.#shownKeys = keys;
    return bodyChanged || keysChanged;
  }

  markPending() {
    this.keyboard.markPending(this.#isPending);
  }

  #isPending = (definition) => this.hooks.isPending(this.message, definition);

  #showBody(message) {
    const words = message.text || message.caption || "";
    const entities = message.entities?.length ? message.entities : message.caption_entities ?? [];
    const sticker = message.kind === "sticker";
    setAttribute(this.node, "data-kind", message.kind);
    setText(this.author, message.from === "bot" ? `${this.hooks.botName()}: ` : "You: ");
    const mediaKey = JSON.stringify([message.kind, message.file, sticker && words]);
    if (mediaKey !== this.mediaKey) this.media.replaceChildren(...mediaOf(message, words));
    this.mediaKey = mediaKey;
    this.text.replaceChildren(renderText(sticker ? "" : words, sticker ? [] : entities, {
      onCommand: this.hooks.onCommand, openQuotes: this.#openQuotes,
    }));
    setAttribute(this.text, "hidden", sticker || words === "");
    setAttribute(this.edited, "hidden", !message.edited);
    setText(this.reaction, message.reaction ?? "");
    setAttribute(this.reaction, "aria-label", message.reaction ? `Reaction: ${message.reaction}` : null);
    setAttribute(this.reaction, "hidden", !message.reaction);
    this.bubble.classList.toggle("is-edited", Boolean(message.edited));
    this.bubble.classList.toggle("bare-media", sticker || (message.kind === "photo" && words === ""));
    setText(this.time, timeOf(message.date));
    setAttribute(this.time, "datetime", isoOf(message.date));
    setAttribute(this.time, "title", fullOf(message.date));
  }
}

function mediaOf(message, words) {
  const { kind, file } = message;
  if (kind === "text" || !KIND_NAMES[kind]) return [];
  if (kind === "sticker") return [el("span", { class: "sticker", role: "img", "aria-label": "Sticker" }, words || "🙂")];
  if (kind === "photo" && file) return [photo(file)];
  if (kind === "document" && file) return [documentLink(file)];
  if (kind === "voice") return [card("play", "Voice message", "0:03", "voice")];
  if (kind === "location") return [el("div", { class: "map" }, icon("location")), card(null, "Location", "A place on the map")];
  return [card(kind, KIND_NAMES[kind], file?.name ?? "Sent from the preview")];
}

function photo(file) {
  const image = el("img", { class: "photo", src: fileUrl(file.id), alt: file.name ? `Photo: ${file.name}` : "Photo" });
  const giveUp = () => image.replaceWith(card("photo", "Photo", "Sent from the preview"));
  image.addEventListener("error", giveUp);
  image.addEventListener("load", () => { if (image.naturalWidth < LEAST_PICTURE_PX) giveUp(); });
  return image;
}

function documentLink(file) {
  const name = file.name ?? "File";
  return el("a", { class: "card file", href: fileUrl(file.id), download: name, testid: "document" },
    el("span", { class: "disc" }, icon("document")),
    el("span", { class: "card-text" }, spoken("Download "), el("b", {}, name), el("small", {}, sizeOf(file.size))));
}

function card(iconName, title, detail, extra = "") {
  return el("div", { class: `card ${extra}` },
    iconName ? el("span", { class: "disc" }, icon(iconName)) : null,
    el("span", { class: "card-text" }, el("b", {}, title), el("small", {}, detail)));
}

function sizeOf(bytes) {
  if (!Number.isFinite(bytes)) return "Download";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
