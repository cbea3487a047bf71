import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Connector } from '../../stage/connector';
import type { JournalEvent } from './journal';

/**
 * Writes the journal that the checker reads, from what the harness made people do and what the connector accepted: never
 * from the bot's tables. People are named by their Entra ids.
 */
export type Chronicle = {
  readonly events: JournalEvent[];
  write(event: JournalEvent): void;
  /** Reads the cards that the connector has accepted since last time. */
  readCards(): Told[];
  /** The clock has reached this time, and all that was due is sent. */
  reached(at: string): void;
};

/** A card's mark, as the connector got it. */
export type Told = {
  readonly kind: string;
  readonly rung: string;
  readonly matterId: string;
  readonly round: number;
  readonly to: string;
  readonly at: string;
};

const MARK = /^([a-z-]+)\/([a-z-]+)\/([0-9a-f-]{36})\/(\d+)$/;
/** Not reminders: a matter's own card, a card drawn anew or asked for. */
const NO_TELLING = new Set(['own', 'card', 'asked']);

export const keyOf = (told: { kind: string; matterId: string; round: number }): string =>
  `${told.kind}/${told.matterId}/${told.round}`;

export function openChronicle(options: {
  teams: Connector;
  folder: string;
  ladders: string;
  now: () => string;
}): Chronicle {
  const { teams, folder } = options;
  const at = options.now();
  const events: JournalEvent[] = [
    { type: 'ladders', at, ladders: options.ladders },
    {
      type: 'house',
      at,
      zone: 'Europe/Copenhagen',
      opens: '08:00',
      closes: '16:00',
      freeDays: ['06-05', '12-24', '12-31'],
    },
    ...peopleOf(folder, at),
  ];
  let read = 0;
  return {
    events,
    write: (event) => void events.push(event),
    reached: (when) => void events.push({ type: 'moment', at: when }),
    readCards: () => {
      const found: Told[] = [];
      for (const entry of teams.log().filter((one) => one.n > read)) {
        read = Math.max(read, entry.n);
        if (entry.kind !== 'accepted' || entry.entraId === undefined) continue;
        const to = entry.entraId;
        const marks = marksOf(entry.card).map((mark) => ({ ...mark, to, at: entry.at }));
        found.push(...marks);
        // A notice says what has happened; nobody owes it, and it reminds of nothing.
        const tellings = marks.filter((mark) => !NO_TELLING.has(mark.rung) && mark.kind !== 'notice');
        const isDigest = /^(God morgen|Good morning)/.test(entry.summary ?? '');
        const unsure = entry.answer === 'sent' || entry.answer === 'delayed' ? {} : { unsure: true };
        for (const mark of tellings) {
          const by = isDigest ? 'line' : 'card';
          events.push({
            type: 'told',
            at: entry.at,
            key: keyOf(mark),
            rung: mark.rung,
            to,
            by,
            activityId: entry.activityId,
            ...unsure,
          });
        }
        if (isDigest) events.push({ type: 'digest', at: entry.at, to, lines: tellings.length, ...unsure });
      }
      return found;
    },
  };
}

export function marksOf(card: unknown): { kind: string; rung: string; matterId: string; round: number }[] {
  if (Array.isArray(card)) return card.flatMap(marksOf);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Record<string, unknown>;
  const found = typeof node.id === 'string' ? MARK.exec(node.id) : null;
  const own = found
    ? [{ kind: found[1] ?? '', rung: found[2] ?? '', matterId: found[3] ?? '', round: Number(found[4]) }]
    : [];
  return [...own, ...Object.values(node).flatMap(marksOf)];
}

/** Who works where and who leads whom, read from the same files that the municipality was imported from. */
function peopleOf(folder: string, at: string): JournalEvent[] {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(path.join(folder, file), 'utf8'), {
      columns: true,
      delimiter: ';',
      bom: true,
      skip_empty_lines: true,
    });
  const departments = new Map(read('departments.csv').map((one) => [one.code ?? '', one]));
  const people = read('people.csv');
  const byMail = new Map(people.map((one) => [one.email ?? '', one.entra_id ?? '']));
  const leaderOf = (person: Record<string, string>): string | null => {
    if (person.manager_email) return byMail.get(person.manager_email) ?? null;
    for (let code = person.department ?? ''; code !== ''; code = departments.get(code)?.parent_code ?? '') {
      const manager = departments.get(code)?.manager_email;
      if (manager && manager !== person.email) return byMail.get(manager) ?? null;
    }
    return null;
  };
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
  return people.map((one) => ({
    type: 'person',
    at,
    personId: one.entra_id ?? '',
    departmentId: one.department ?? '',
    managerId: leaderOf(one),
    deputyId: one.deputy_email ? (byMail.get(one.deputy_email) ?? null) : null,
    worksOn: one.works_on ? one.works_on.split('|').map((day) => days.indexOf(day) + 1) : [],
    leftOn: one.left_on || null,
  }));
}
