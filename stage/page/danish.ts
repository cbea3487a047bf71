/** Times and numbers as people say them in Danish, always in Danish time. */

const timeZone = 'Europe/Copenhagen';
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('da-DK', { timeZone, ...options });
const numeric = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const dayParts = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });

/** `2026-12-02`, for comparing and for date inputs. */
export const dayOf = (at: Date): string => numeric.format(at).slice(0, 10);
/** `13:05`, for time inputs. */
export const timeOf = (at: Date): string => numeric.format(at).slice(11);

/** `13.05`. */
export const clockTime = (at: Date): string => timeOf(at).replace(':', '.');

/** `kl. 13` or `kl. 13.05`. */
export function spokenTime(at: Date): string {
  const [hours = '', minutes = ''] = timeOf(at).split(':');
  return `kl. ${Number(hours)}${minutes === '00' ? '' : `.${minutes}`}`;
}

/** `onsdag den 2. december`. */
function longDay(at: Date): string {
  const parts = Object.fromEntries(dayParts.formatToParts(at).map((part) => [part.type, part.value]));
  return `${parts.weekday} den ${parts.day}. ${parts.month}`;
}

/** `onsdag den 2. december 2026`. */
export const fullDay = (at: Date): string => `${longDay(at)} ${dayOf(at).slice(0, 4)}`;

function daysApart(a: Date, b: Date): number {
  return Math.round((Date.parse(dayOf(a)) - Date.parse(dayOf(b))) / 86_400_000);
}

/** `i dag`, `i går`, `i morgen`, else `onsdag den 2. december`, with the year where it is another one. */
export function spokenDay(at: Date, now: Date): string {
  const near = { '-1': 'i går', '0': 'i dag', '1': 'i morgen' }[String(daysApart(at, now))];
  return near ?? (dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? longDay : fullDay)(at);
}

/** `i går kl. 13.05`. */
export const spoken = (at: Date, now: Date): string => `${spokenDay(at, now)} ${spokenTime(at)}`;

/** `ons. 2. dec. 13.05`, or only the time today. */
export const short = (at: Date, now: Date): string =>
  daysApart(at, now) === 0 ? clockTime(at) : `${shortDay.format(at)} ${clockTime(at)}`;

const smallNumbers = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];

/** `tre beskeder`: numbers below ten in letters. */
export function counted(count: number, one: string, many: string): string {
  return `${smallNumbers[count] ?? count} ${count === 1 ? one : many}`;
}

/** `Bo, Kim og Lis`, and after `most` names `og to andre`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${counted(rest, 'anden', 'andre')}`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} og ${all.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
