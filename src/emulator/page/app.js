// The preview page: people, their phones and the clock. Starts here.

import { addPerson, getState } from "./api.js";
import { syncClock } from "./clock.js";
import { PeopleTabs, TimeControl } from "./desk.js";
import { setText } from "./dom.js";
import { Phone } from "./phone.js";

const SIDE_BY_SIDE = matchMedia("(min-width: 1100px)");
const MOST_PHONES = 3;
const STATE_EVERY_MS = 5000;

const phones = new Map();
/** Ids of people, the one used last first. */
let used = [];
let bot = { name: "Bot", username: "", description: "" };

const frame = document.getElementById("phones");
const announce = (text) => setText(document.getElementById("announce"), text);
const tabs = new PeopleTabs({ onSelect: (id) => select(id, true), onAdd: add });
const time = new TimeControl(announce);
document.getElementById("desk").append(tabs.node, time.node);

/** Brings phones and tabs in line with who was used last and how much room there is. */
function arrange() {
  const all = [...phones.values()];
  const active = phones.get(used[0]);
  const room = SIDE_BY_SIDE.matches ? MOST_PHONES : 1;
  const shown = all.filter((phone) => used.indexOf(phone.person.id) < room);
  document.body.dataset.people = all.length > 1 ? "many" : "one";
  document.body.dataset.layout = shown.length > 1 ? "many" : "one";
  for (const phone of all) phone.setShown(shown.includes(phone));
  tabs.show(all, shown, active);
}

function select(id, bringIntoView) {
  if (used[0] !== id) used = [id, ...used.filter((other) => other !== id)];
  arrange();
  if (bringIntoView) phones.get(id)?.node.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function ensure(person) {
  if (phones.has(person.id)) return;
  const phone = new Phone(person, {
    bot: () => bot,
    onUnread: arrange,
    onGone: sync,
    onLink: () => time.tick(),
  });
  phones.set(person.id, phone);
  used.push(person.id);
  phone.node.addEventListener("focusin", () => { if (used[0] !== person.id) select(person.id, false); });
  frame.append(phone.node);
}

async function add(name) {
  try {
    const person = await addPerson(name);
    ensure(person);
    select(person.id, true);
    announce(`${person.name} was added`);
    return true;
  } catch (error) {
    announce(`Not added: ${error.message}`);
    return false;
  }
}

/** Takes over the emulator's people, bot and clock; they may have changed behind the page's back. */
async function sync() {
  let state;
  try {
    state = await getState();
  } catch {
    if (phones.size === 0) setTimeout(sync, 1000);
    return;
  }
  syncClock(state.now);
  bot = { ...state.bot, name: state.bot.name || state.bot.username };
  document.title = `${bot.name} – preview`;
  setText(document.getElementById("title"), `Preview of ${bot.name}`);
  const known = new Set(state.people.map((person) => person.id));
  for (const [id, phone] of phones) {
    if (known.has(id)) continue;
    phone.remove();
    phones.delete(id);
    used = used.filter((other) => other !== id);
  }
  state.people.forEach(ensure);
  for (const phone of phones.values()) phone.showBot();
  arrange();
}

SIDE_BY_SIDE.addEventListener("change", arrange);
setInterval(() => { if (!document.hidden) sync(); }, STATE_EVERY_MS);
await sync();
