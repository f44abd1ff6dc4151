// Builds page elements. Text only ever enters the page as text nodes, never as markup.

import { SHAPES } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";
let keysInUse = false;
let lastId = 0;

addEventListener("keydown", () => { keysInUse = true; }, true);
addEventListener("pointerdown", () => { keysInUse = false; }, true);

/** Whether the person last used the keyboard rather than a pointer. */
export const usingKeys = () => keysInUse;

/** An id no other element of the page has. */
export const freshId = (stem) => `${stem}-${++lastId}`;

/** Creates an element: `on…` properties become listeners, `testid` a test hook, the rest attributes. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "testid") node.dataset.testid = value;
    else setAttribute(node, name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** A `<button type="button">`. */
export const button = (properties, ...children) => el("button", { type: "button", ...properties }, ...children);

/** Sets or removes an attribute, touching the page only when something changes. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else {
    const text = value === true ? "" : String(value);
    if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

/** Sets an element's text, touching the page only when it changes. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A decorative icon; the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [attribute, value] of Object.entries({
    viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false",
  })) svg.setAttribute(attribute, value);
  for (const d of SHAPES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** Words for screen readers only. */
export const spoken = (text) => el("span", { class: "sr" }, text);
