import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { importFolder } from '../../../bot/people/import/import-folder';
import { dayOf as dayOfMoment, toMoment, ZONE } from '../../../bot/time/moment';
import type { PressOutcome } from '../../../stage/chat';
import { seededRandom } from '../../bench/random';
import { dayOf, minutesOf, textOf } from '../calendar';
import { after, FREE_DAYS } from '../model-text';
import { openAgenda } from './agenda';
import type { Wanted } from './arguments';
import { openClock } from './clock';
import { type Life, openLife, TENANT } from './house';
import { openJournal } from './journal-writer';
import { makeTown } from './make-town';
import { personEvents, stagePeople, writeFiles } from './organisation';
import { openPeople } from './people';
import { openTeams } from './teams';
import { type Counts, openTownLife, ZONE_HOUSE } from './town-life';

/** The kinds that the simulation says of when they begin and end. */
export const JUDGED: ReadonlySet<string> = new Set([
  'invitation-answer',
  'stand-in-answer',
  'hindered-reply',
  'representation',
  'meeting-start',
  'meeting-record',
  'next-meeting',
]);
const FIRST_DAYS = ['2026-01-05', '2027-08-02', '2028-01-03', '2026-09-07', '2027-02-01'];
const { zone } = ZONE_HOUSE;

export type Ran = {
  readonly events: ReturnType<typeof openJournal>['events'];
  readonly counts: Counts;
  readonly messages: number;
  readonly tellings: { readonly judged: number; readonly others: number };
  readonly faults: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly seconds: number;
};

/** Lets a municipality live for so many months, and hands over the journal of it. */
export async function simulate(wanted: Wanted, database: { readonly appUrl: string; readonly adminUrl: string }): Promise<Ran> {
  const began = performance.now();
  const random = seededRandom(wanted.seed);
  const from = FIRST_DAYS[wanted.seed % FIRST_DAYS.length] ?? '2026-01-05';
  const until = after(from, `${wanted.months}m`);
  const clock = openClock(zone.instantAt(dayOf(from), minutesOf('07:00')));
  const organisation = makeTown({ random, people: wanted.people, pathways: wanted.pathways, from, months: wanted.months });
  const teams = openTeams({ people: stagePeople(organisation), tenantId: TENANT, now: clock.now });
  const journal = openJournal({ clock, judged: JUDGED });
  const faults: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-simulated-'));
  const names = new Client({ connectionString: database.adminUrl });
  names.on('error', () => undefined);
  await names.connect();
  let life: Life = await openLife({
    appUrl: database.appUrl,
    clock,
    teams: teams.port,
    mailed: () => undefined,
    fault: (text) => void faults.push(`${clock.local()} ${text}`),
  });
  teams.serve(life.app.handler);
  const imports = async (): Promise<void> => {
    writeFiles(organisation, folder);
    const { house } = life;
    const imported = await importFolder({
      prisma: house.prisma,
      tenantId: TENANT,
      folder,
      name: 'Tråby Kommune',
      seal: (place, text) => house.sealer.seal({ tenantId: TENANT, ...place }, text),
      open: (place, sealed) => house.sealer.open({ tenantId: TENANT, ...place }, sealed),
      newId: house.newId,
      now: clock.now(),
      today: dayOfMoment(toMoment(clock.now(), ZONE)),
    });
    if (!imported.ok) throw new Error(`The import has faults: ${JSON.stringify(imported.faults.slice(0, 3))}`);
  };
  const at = journal.now();
  journal.write({ type: 'ladders', at, ladders: readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8') });
  journal.write({ type: 'house', at, zone: ZONE, opens: '08:00', closes: '16:00', freeDays: [...FREE_DAYS] });
  for (const event of personEvents(organisation, at, from)) journal.write(event);
  await imports();
  const { rows } = await names.query<{ id: string; entra_id: string }>('select id, entra_id from person');
  const entraOf = new Map(rows.map((row) => [row.id, row.entra_id]));
  const idOf = new Map(rows.map((row) => [row.entra_id, row.id]));
  for (const { entraId } of teams.people) await teams.meet(entraId);

  const agenda = openAgenda();
  const town = openTownLife({
    clock,
    teams,
    organisation,
    random,
    agenda,
    journal,
    names,
    people: { entraOf: (id) => entraOf.get(id) ?? '', idOf: (entraId) => idOf.get(entraId) ?? '' },
    until: zone.instantAt(dayOf(until), 0),
    pressing: (press: () => Promise<PressOutcome>) => press(),
  });
  const people = openPeople(town);
  const watch = (): void => {
    const deadlines = life.app.engine.registry.kinds.get('meeting-start')?.deadlines;
    const past = deadlines?.past;
    if (!deadlines || !past) throw new Error('Nothing does meeting.past');
    Object.assign(deadlines, {
      past: async (...[unit, obligation]: Parameters<typeof past>) => {
        await past(unit, obligation);
        const meeting = people.meetings.all.get(obligation.matterId);
        if (meeting) people.meetings.book.passed(meeting, unit.now.toISOString());
      },
    });
  };
  watch();
  people.begin();
  const read = (): void => {
    const entries = teams.news();
    journal.read(entries);
    people.react(entries);
  };
  const settle = async (): Promise<void> => {
    for (let beats = 0; beats < 100; beats += 1) {
      await life.app.beat();
      if (!(await isLeft(names, clock.now()))) break;
    }
    read();
  };
  await settle();
  for (;;) {
    const next = Math.min(agenda.next() ?? Number.POSITIVE_INFINITY, (await nextDue(names, clock.now(), zone)) ?? Number.POSITIVE_INFINITY);
    if (next > town.until) break;
    clock.moveTo(next);
    town.counts.moments += 1;
    if (process.env.TRACE) console.log(clock.local());
    await settle();
    const acts = agenda.due(next);
    for (const act of acts) await act.run();
    if (acts.length > 0) await settle();
    journal.write({ type: 'moment', at: journal.now() });
  }
  const { rows: sent } = await names.query<{ n: number }>("select count(*)::int as n from message where class <> 'answer'");
  await life.close();
  await names.end();
  rmSync(folder, { recursive: true, force: true });
  return {
    events: journal.events,
    counts: town.counts,
    messages: sent[0]?.n ?? 0,
    tellings: journal.tellings,
    faults,
    from,
    until,
    seconds: (performance.now() - began) / 1000,
  };
}

/** Whether something could happen now still. */
async function isLeft(names: Client, now: Date): Promise<boolean> {
  const { rows } = await names.query<{ left: boolean }>(
    `select exists (select 1 from obligation where next_at <= $1)
       or exists (select 1 from message where status = 'queued' and coalesce(not_before, $1) <= $1 and coalesce(retry_at, $1) <= $1)
       or exists (select 1 from sent_card where dirty_at is not null and coalesce(retry_at, $1) <= $1) as left`,
    [now],
  );
  return rows[0]?.left === true;
}

/** When something happens by itself next, after now. */
async function nextDue(names: Client, now: Date, { dayAt, instantAt }: typeof zone): Promise<number | undefined> {
  const { rows } = await names.query<{ at: Date | null; lines: boolean }>(
    `select min(at) as at, (select exists (select 1 from digest_line where digest_id is null and withdrawn_at is null)) as lines from (
       select min(next_at) as at from obligation where next_at > $1
       union all select min(greatest(not_before, retry_at)) from message where status = 'queued' and greatest(not_before, retry_at) > $1
       union all select min(claimed_until) from message where status = 'sending' and claimed_until > $1) due`,
    [now],
  );
  const at = rows[0]?.at?.getTime();
  if (!rows[0]?.lines) return at;
  let day = dayAt(now.getTime()) + 1;
  while (!ZONE_HOUSE.works(day)) day += 1;
  const morning = instantAt(day, minutesOf('08:00'));
  return at === undefined ? morning : Math.min(at, morning);
}

export const dayText = textOf;
