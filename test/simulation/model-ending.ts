import { type RecordContent, recordContent } from '../../bot/documents/record-content';
import { closeInOrder } from '../support/meeting-steps';
import { textOf } from '../support/town';
import { check, describe as tell } from './checker';
import type { ModelStory } from './model-story';
import { keyOfOwed } from './obligation-book';

/** How the meetings of a story stand: number, kind, start, state, and whether they count. */
export function meetingsOf({ town }: ModelStory): Promise<(string | number | boolean | null)[][]> {
  return town.inside(async ({ tx }) => {
    const rows = await tx.meeting.findMany({ orderBy: { number: 'asc' } });
    return rows.map((one) => [one.number, one.kindKey, one.localStart, one.status, one.counts]);
  });
}

/** The record of a meeting as it is kept. */
export function recordKept({ town, meetings }: ModelStory, number: number): Promise<RecordContent> {
  const meeting = meetings[number - 1];
  return town.inside(async (unit) => {
    const row = await unit.tx.record.findFirstOrThrow({ where: { meetingId: meeting?.id ?? '' } });
    return recordContent.parse(JSON.parse(unit.open('record', 'content_sealed', row.id, row.contentSealed)));
  });
}

/** In whose chats the record of a meeting stands, as its card says it: by first name. */
export function recordsIn({ town, meetings }: ModelStory, number: number): Record<string, string> {
  const mark = `record/own/${meetings[number - 1]?.id}/`;
  return Object.fromEntries(
    town.teams.people.flatMap(({ entraId, name }) => {
      const card = town.teams.chat(entraId).find((one) => JSON.stringify(one.card ?? '').includes(mark));
      return card ? [[name.split(' ')[0] ?? name, textOf(card)]] : [];
    }),
  );
}

/** Whom each telling went to, as `2026-03-16 08:00 Bo invitation-answer/first`. */
export function tellingsOf({ chronicle, town }: ModelStory): string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const names = new Map(town.teams.people.map((one) => [one.entraId, one.name.split(' ')[0] ?? '']));
  return chronicle.events
    .flatMap((event) =>
      event.type === 'told'
        ? [`${clock.format(new Date(event.at))} ${names.get(event.to)} ${event.key.split('/')[0]}/${event.rung}`]
        : [],
    )
    .sort();
}

/**
 * Ends a story: the checker finds nothing, what is open in the house is what the story knows to be open (by kind), every
 * record has reached the journal, every message has ended, and nothing came outside working hours.
 */
export async function endInOrder(story: ModelStory, open: readonly string[]): Promise<void> {
  const { town, chronicle, book } = story;
  const { counts, breaches, tellings } = check(chronicle.events);
  expect(breaches.map(tell)).toEqual([]);
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(0);
  expect(tellings).toBeGreaterThan(0);
  const rows = await town.inside(({ tx }) => tx.obligation.findMany({ where: { closedAt: null } }));
  const known = book.openOnes();
  expect(rows.map((row) => `${row.kind}/${row.matterId}/${row.round}`).sort()).toEqual(known.map(keyOfOwed).sort());
  expect(known.map((one) => one.kind).sort()).toEqual([...open].sort());
  const entries = await town.inside(({ tx }) => tx.journalEntry.findMany());
  const held = await town.inside(({ tx }) => tx.meeting.count({ where: { status: 'held' } }));
  expect(entries.map((one) => one.status)).toEqual(Array.from({ length: held }, () => 'acknowledged'));
  await closeInOrder(town);
}

/**
 * The checker would have seen it: without the opening of anything that somebody was told of, and without any one of the
 * tellings, the same journal is found wrong.
 */
export function expectEachCounts({ chronicle }: ModelStory): void {
  const { events } = chronicle;
  const told = events.filter((event) => event.type === 'told');
  const unnoticed = [...new Set(told.map((event) => event.key))].filter(
    (key) =>
      check(events.filter((event) => !('key' in event) || event.key !== key || event.type === 'told')).breaches
        .length === 0,
  );
  expect(unnoticed).toEqual([]);
  const silent = told.filter((one) => check(events.filter((event) => event !== one)).breaches.length === 0);
  expect(silent.map((one) => `${one.at} ${one.key} ${one.rung}`)).toEqual([]);
}
