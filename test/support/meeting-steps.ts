import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { END_STATES } from '../../bot/messages/courier';
import { danishHolidays } from '../../bot/time/holidays';
import { asMoment, toMoment, ZONE } from '../../bot/time/moment';
import { houseCalendar, isWorkingMoment } from '../../bot/time/working-calendar';
import type { ChatMessage, ConnectorEntry, PressOptions, PressOutcome } from '../../stage/connector';
import { type Town, textOf } from './town';

/** The pathway that Carla leads and Nanna helps to lead; Bo, Mette, Jonas and (without ground) Vibeke are its team. */
export const REF = 'BF-2025-0142';

type Calling = {
  readonly date: string;
  readonly time?: string;
  readonly by?: string;
  /** Of Bo, Mette, Jonas and the co-lead; Bo, Mette and Jonas without. */
  readonly invite?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly more?: Omit<PressOptions, 'inputs' | 'verb'>;
};

/** Opens the form from the pathway's card, fills it in and sends the invitations. */
export async function callMeeting(town: Town, calling: Calling): Promise<PressOutcome> {
  const by = calling.by ?? 'Carla';
  await openForm(town, by);
  return town.presses(by, 'meeting.call', await filledIn(town, calling), calling.more);
}

export async function openForm(town: Town, by = 'Carla'): Promise<void> {
  const { entraId } = town.person(by);
  const offered = town.teams
    .chat(entraId)
    .some((one) => town.teams.actionsOf(one).some(({ verb }) => verb === 'meeting.form'));
  if (!offered) await town.says(by, `forløb ${REF}`);
  await town.presses(by, 'meeting.form');
}

/** What the lead types into the form. */
export async function filledIn(town: Town, calling: Calling): Promise<Record<string, string>> {
  const invite = calling.invite ?? ['Bo', 'Mette', 'Jonas'];
  const idOf = await personIds(town);
  const other = calling.by === 'Nanna' ? [] : ['Nanna'];
  return {
    ...Object.fromEntries(
      ['Bo', 'Mette', 'Jonas', ...other].map((name) => [`come-${idOf(name)}`, String(invite.includes(name))]),
    ),
    date: calling.date,
    time: calling.time ?? '13:00',
    place: 'Rådhuset, lokale 4',
    agreed: 'true',
    ...calling.inputs,
  };
}

/** The house's own ids of its people, by name. */
export async function personIds(town: Town): Promise<(name: string) => string> {
  const rows = await town.inside((unit) => unit.tx.person.findMany({ select: { id: true, entraId: true } }));
  return (name) => {
    const found = rows.find((one) => one.entraId === town.person(name).entraId);
    if (!found) throw new Error(`${name} is not in the organisation`);
    return found.id;
  };
}

/** The newest meeting with its invitations, by the invited one's first name. */
export async function newestMeeting(town: Town) {
  return town.inside(async ({ tx, tenantId }) => {
    const meeting = await tx.meeting.findFirstOrThrow({
      where: { tenantId },
      orderBy: [{ calledAt: 'desc' }, { id: 'desc' }],
    });
    const rows = await tx.invitation.findMany({
      where: { tenantId, meetingId: meeting.id },
      include: { person: true },
    });
    return { meeting, invitations: Object.fromEntries(rows.map((row) => [firstName(row.person.name), row])) };
  });
}

const MARK = /^(?<what>[a-z-]+\/[a-z-]+)\/[0-9a-f-]{36}\/\d+$/;

/**
 * What Teams took from the bot unasked, in order, as `2026-03-16T08:00 Bo invitation-answer/first`: local time, first
 * name, and what the card marks itself as. Answers to what somebody wrote or pressed are left out.
 */
export function heardOfAll(town: Town, since?: string): string[] {
  return sentUnasked(town)
    .map((entry) =>
      `${toMoment(new Date(entry.at), ZONE)} ${nameOf(town, entry.entraId)} ${marksOf(entry.card).join(' ')}`.trim(),
    )
    .filter((line) => since === undefined || line >= since);
}

/** The same of asking and answering: the lead's own card of the day and the record that is owed are left out. */
export function heard(town: Town, since?: string): string[] {
  return heardOfAll(town, since).flatMap((line) => {
    const told = line.split(' ').filter((mark) => !mark.startsWith('meeting-record/'));
    // What is left of a morning's card that told of records and nothing else is its time and its reader.
    return told.length === 2 && told.join(' ') !== line ? [] : [told.join(' ')];
  });
}

type Accepted = Extract<ConnectorEntry, { kind: 'accepted' | 'updated' }>;

/** How many deliveries to the bot come of what a person does. */
const DELIVERED: Partial<Record<ConnectorEntry['kind'], number>> = {
  said: 1,
  pressed: 1,
  submitted: 1,
  met: 2,
  removed: 1,
};

function sentUnasked(town: Town): Accepted[] {
  let turns = 0;
  return town.teams.log().flatMap((entry) => {
    turns += DELIVERED[entry.kind] ?? 0;
    if (entry.kind === 'answered' && entry.copy === undefined) turns -= 1;
    return entry.kind === 'accepted' && turns === 0 ? [entry as Accepted] : [];
  });
}

function marksOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(marksOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? MARK.exec(value.id)?.groups?.what : undefined;
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(marksOf)];
}

/** Ends a town, when every message of its story has ended, and nothing came outside working hours. */
export async function closeInOrder(town: Town | undefined): Promise<void> {
  try {
    if (town) {
      await expectEveryMessageEnded(town);
      expectWorkingHours(town);
    }
  } finally {
    await town?.close();
  }
}

/** How many messages ended how, answers to turns left out: `{ 'teams delivered': 3 }`. */
export async function endings(town: Town): Promise<Record<string, number>> {
  const rows = await meant(town);
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = `${row.channel} ${row.status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/**
 * Every message that was meant has ended in exactly one state, and what is written down as delivered in Teams is what
 * Teams took.
 */
async function expectEveryMessageEnded(town: Town): Promise<void> {
  const rows = await meant(town);
  const states: readonly string[] = END_STATES;
  const open = rows.filter((row) => !states.includes(row.status) || row.endedAt === null || row.claimedUntil !== null);
  expect(open.map((row) => `${row.kind} ${row.status}`)).toEqual([]);
  const delivered = rows.filter((row) => row.channel === 'teams' && row.status === 'delivered');
  expect(delivered).toHaveLength(sentUnasked(town).filter((entry) => entry.answer === 'sent').length);
}

async function meant(town: Town) {
  // What goes into calendars has tests of its own.
  const others = { class: { not: 'answer' }, NOT: { kind: { startsWith: 'calendar.' } } };
  return town.inside(({ tx, tenantId }) => tx.message.findMany({ where: { tenantId, ...others } }));
}

/** Every row of every table as text, to look for what must not be there. */
export async function wholeDatabase(town: Town): Promise<string> {
  const admin = new Client({ connectionString: town.database.adminUrl });
  await admin.connect();
  try {
    const tables = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await admin.query<{ row: string }>(`select one::text as row from ${name} one`);
      found.push(...rows.rows.map(({ row }) => `${name} ${row}`));
    }
    return found.join('\n');
  } finally {
    await admin.end();
  }
}

/**
 * A copy of the test's municipality with files changed: line by line (`null` leaves the line out), or written anew where the
 * municipality has no such file.
 */
export function changedMunicipality(changes: Readonly<Record<string, string | ((line: string) => string | null)>>): {
  folder: string;
  remove(): void;
} {
  const from = path.resolve('test/support/municipality');
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-municipality-'));
  for (const name of readdirSync(from)) copyFileSync(path.join(from, name), path.join(folder, name));
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(folder, name);
    if (typeof change === 'string') writeFileSync(file, change);
    else
      writeFileSync(
        file,
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line) => change(line) ?? [])
          .join('\n'),
      );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

type Card = Readonly<Record<string, unknown>>;

/** All elements of a card in reading order. */
function elementsOf(value: unknown): Card[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Card;
  return ['body' in node ? [] : [node], ...['body', 'items', 'columns'].map((key) => elementsOf(node[key]))].flat();
}

/** What the inputs of a card hold, by their ids. */
export function inputsOf(card: Card | undefined): Record<string, string> {
  return Object.fromEntries(
    elementsOf(card).flatMap((one) => (isInput(one) ? [[String(one.id), String(one.value ?? '')]] : [])),
  );
}

/** The titles that an input of a card offers. */
export function choicesOf(card: Card | undefined, id: string): string[] {
  const input = elementsOf(card).find((one) => isInput(one) && one.id === id);
  return Array.isArray(input?.choices) ? input.choices.map((one: { title: string }) => one.title) : [];
}

/** What stands between an input and the next one: where a fault belongs. */
export function besideInput(card: Card | undefined, id: string): string {
  const all = elementsOf(card);
  const at = all.findIndex((one) => isInput(one) && one.id === id);
  if (at < 0) throw new Error(`The card has no input "${id}"`);
  const rest = all.slice(at + 1);
  const next = rest.findIndex(isInput);
  return rest
    .slice(0, next < 0 ? undefined : next)
    .flatMap((one) => (one.type === 'TextBlock' ? [String(one.text)] : []))
    .join(' ');
}

const isInput = (one: Card): boolean => typeof one.type === 'string' && one.type.startsWith('Input.');

/** What the lead's newest card of a meeting says about somebody, without name and department. */
export function onLeadsCard(town: Town, lead: string, name: string): string {
  const full = town.person(name).name;
  for (const message of town.teams.chat(town.person(lead).entraId).reverse()) {
    if (!textOf(message).startsWith('Møde ')) continue;
    for (const { inlines } of elementsOf(message.card)) {
      const texts: string[] = Array.isArray(inlines) ? inlines.map((run: { text: string }) => run.text) : [];
      const at = texts.slice(0, 2).indexOf(full);
      // Before the name may stand a coloured mark, behind it the department.
      if (at >= 0) return texts.slice(at + 2).join('');
    }
  }
  throw new Error(`${lead} has no card of a meeting with ${full}`);
}

/** The newest card in somebody's chat that says this. */
export function cardWith(town: Town, name: string, text: string): ChatMessage {
  const found = town.teams
    .chat(town.person(name).entraId)
    .filter((one) => one.card && textOf(one).includes(text))
    .at(-1);
  if (!found) throw new Error(`${name} has no card that says "${text}"; there is:\n${town.reads(name).join('\n')}`);
  return found;
}

/** Everything the bot sent unasked came in working hours. */
function expectWorkingHours(town: Town): void {
  const calendar = houseCalendar({
    opens: '08:00',
    closes: '16:00',
    holidays: danishHolidays(['06-05', '12-24', '12-31']),
    closures: [],
  });
  const outside = heardOfAll(town).filter((line) => !isWorkingMoment(calendar, asMoment(line.slice(0, 16))));
  expect(outside).toEqual([]);
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function nameOf(town: Town, entraId: string | undefined): string {
  return firstName(town.teams.people.find((one) => one.entraId === entraId)?.name ?? 'nobody');
}
