import type { StagePerson } from '../chat';

/** The chats that are open, from left to right, and the one that somebody is in. */
export type OpenChats = { readonly ids: readonly string[]; readonly active: string | undefined };

/** As many as can stand beside each other on a wide screen. */
export const mostOpen = 4;
export const noChats: OpenChats = { ids: [], active: undefined };

const keyOf = (person: StagePerson): string => person.email.split('@')[0] ?? '';

/** Reads `#carla.holm,*bo.lindgren`, where the star says who is active; an Entra id names somebody too. Who is unknown is left out. */
export function readAddress(hash: string, people: readonly StagePerson[]): OpenChats {
  const named = hash.replace(/^#/, '').split(',').filter(Boolean).map(decodeURIComponent);
  const found = named.flatMap((one) => {
    const name = one.replace(/^\*/, '');
    const person = people.find((each) => each.entraId === name || keyOf(each) === name);
    return person ? [{ id: person.entraId, active: one.startsWith('*') }] : [];
  });
  const ids = [...new Set(found.map((one) => one.id))].slice(0, mostOpen);
  const active = found.find((one) => one.active && ids.includes(one.id))?.id ?? ids.at(-1);
  return { ids, active };
}

/** The same as a hash; names stand as the first half of the e-mail address where that is one person's alone. */
export function writeAddress(open: OpenChats, people: readonly StagePerson[]): string {
  const name = (id: string) => {
    const person = people.find((one) => one.entraId === id);
    const key = person ? keyOf(person) : '';
    const alone = key !== '' && people.filter((one) => keyOf(one) === key).length === 1;
    return encodeURIComponent(alone ? key : id);
  };
  return `#${open.ids.map((id) => `${id === open.active && open.ids.length > 1 ? '*' : ''}${name(id)}`).join(',')}`;
}

/** With a person's chat open and active: beside the others while there is room for `most`, else in place of the active one. */
export function withOpened(open: OpenChats, id: string, most: number): OpenChats {
  if (open.ids.includes(id)) return { ...open, active: id };
  if (open.ids.length < most) return { ids: [...open.ids, id], active: id };
  const place = Math.max(0, open.ids.indexOf(open.active ?? ''));
  return { ids: open.ids.map((one, at) => (at === place ? id : one)).slice(0, Math.max(most, 1)), active: id };
}

export function withClosed(open: OpenChats, id: string): OpenChats {
  const at = open.ids.indexOf(id);
  const ids = open.ids.filter((one) => one !== id);
  return { ids, active: open.active === id ? (ids[at] ?? ids.at(-1)) : open.active };
}

/** One place to the left (-1) or to the right (1); at the end nothing changes. */
export function withMoved(open: OpenChats, id: string, by: -1 | 1): OpenChats {
  const at = open.ids.indexOf(id);
  const other = open.ids[at + by];
  if (at < 0 || other === undefined) return open;
  return { ...open, ids: open.ids.map((one) => (one === id ? other : one === other ? id : one)) };
}

/** Those that are shown where only `fit` stand beside each other: the active one is always among them. */
export function shownOf(open: OpenChats, fit: number): readonly string[] {
  const count = Math.max(1, fit);
  const at = Math.max(0, open.ids.indexOf(open.active ?? ''));
  const first = Math.max(0, Math.min(at - count + 1, open.ids.length - count));
  return open.ids.slice(first, first + count);
}
