// The emulator's clock, and the ways the page writes a moment.

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const DAY_AND_YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const SHORT = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const FULL = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

let offsetMs = 0;

/** Takes over the emulator's time (unix seconds). */
export function syncClock(now) {
  if (Number.isFinite(now)) offsetMs = now * 1000 - Date.now();
}

/** The emulator's present moment. */
export const emulatorNow = () => new Date(Date.now() + offsetMs);

const moment = (unix) => new Date(unix * 1000);
const dayOf = (date) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;

export const timeOf = (unix) => TIME.format(moment(unix));
export const isoOf = (unix) => moment(unix).toISOString();
export const fullOf = (unix) => FULL.format(moment(unix));

/** A key that is the same for all moments of one local day. */
export const dayKey = (unix) => dayOf(moment(unix));

/** "Today", "Yesterday" or the date, seen from the emulator's present. */
export function dayLabel(unix) {
  const date = moment(unix);
  const today = emulatorNow();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (dayOf(date) === dayOf(today)) return "Today";
  if (dayOf(date) === dayOf(yesterday)) return "Yesterday";
  return (date.getFullYear() === today.getFullYear() ? DAY : DAY_AND_YEAR).format(date);
}

/** The present as the control bar shows it. */
export function presentParts() {
  const now = emulatorNow();
  return { day: SHORT.format(now), time: TIME.format(now), full: FULL.format(now) };
}
