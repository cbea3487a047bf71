import type { ConnectorEntry } from '../../../stage/chat';
import { seededRandom } from '../../bench/random';
import { dayOf, minutesOf } from '../calendar';
import { marksOf } from '../chronicle';
import type { JournalEvent } from '../journal';
import { after } from '../model-text';
import type { Wanted } from './arguments';
import { changeOrganisation } from './changes';
import type { RunDatabase } from './database';
import { between, chance, type Random } from './make-town';
import { blocks, faultyDeliveries } from './mishaps';
import { personEvents } from './organisation';
import { openSetting, type Setting } from './setting';
import { type Counts, ZONE_HOUSE } from './town-life';

const FIRST_DAYS = ['2026-01-05', '2027-08-02', '2028-01-03', '2026-09-07', '2027-02-01'];
const { zone } = ZONE_HOUSE;
/** Of what the bot sends. */
const FAULTY = 0.03;
/** Of people, over the period. */
const BLOCKS = 0.03;
/** Of moments, with restarts: the bot is ended in order, or killed over what it does. */
const ENDED = 0.01;
const KILLED = 0.03;
const OUTAGE_DAYS = 10;
const MOST_BEATS = 100;

export type Ran = {
  readonly events: readonly JournalEvent[];
  readonly counts: Counts;
  readonly messages: number;
  readonly tellings: {
    readonly judged: number;
    readonly others: number;
    readonly byKind: ReadonlyMap<string, number>;
    readonly notJudged: ReadonlySet<string>;
  };
  readonly restarts: number;
  readonly faults: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly seconds: number;
};

/** Lets a municipality live for so many months, and hands over the journal of it. The database is empty before. */
export async function simulate(wanted: Wanted, database: Omit<RunDatabase, 'close'>): Promise<Ran> {
  const began = performance.now();
  const random = seededRandom(wanted.seed);
  const from = FIRST_DAYS[wanted.seed % FIRST_DAYS.length] ?? '2026-01-05';
  const until = after(from, `${wanted.months}m`);
  const setting = await openSetting(wanted, { database, random, from, until });
  const { town, journal, names } = setting;
  try {
    planYear(setting, { random, from, wanted });
    await live(setting, { random, from, wanted });
    await lookAround(setting);
    const { rows } = await names.query<{ n: number }>("select count(*)::int as n from message where class <> 'answer'");
    return {
      events: journal.events,
      counts: town.counts,
      messages: rows[0]?.n ?? 0,
      tellings: journal.tellings,
      restarts: setting.restarts(),
      faults: setting.faults,
      from,
      until,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await setting.close();
  }
}

type Period = { readonly random: Random; readonly from: string; readonly wanted: Wanted };

/** What happens to the municipality of itself: its organisation changes week by week, deliveries fail, people block the bot. */
function planYear(setting: Setting, { random, from, wanted }: Period): void {
  const { agenda, teams, journal, town, people } = setting;
  people.begin();
  const everyWeek = (day: number): void =>
    agenda.plan(zone.instantAt(day, minutesOf('06:30')), async () => {
      const { organisation } = town;
      // The run's own server does not tidy up by itself, and years of changes lie in its tables.
      await setting.names.query('vacuum analyze');
      const newcomers = people.newcomers.week();
      const others = changeOrganisation({ organisation, random, journal, today: town.today() });
      if (newcomers || others) {
        journal.people(personEvents(organisation, journal.now(), town.today()));
        people.newcomers.reckon();
        await setting.imports();
      }
      everyWeek(dayOf(town.today()) + 7);
    });
  const weekday = new Date(`${from}T12:00:00Z`).getUTCDay();
  everyWeek(dayOf(from) + ((8 - weekday) % 7 || 7));
  faultyDeliveries(teams, wanted.seed, FAULTY);
  for (const entraId of [...town.organisation.staff.keys()]) {
    if (!chance(random, BLOCKS)) continue;
    const day = dayOf(from) + between(random, 5, 30 * wanted.months);
    agenda.plan(zone.instantAt(day, minutesOf('12:07')), async () =>
      blocks({ teams, journal, entraId, until: new Date(town.until).toISOString() }),
    );
  }
}

/** From one moment where something is due, or somebody does something, to the next. */
async function live(setting: Setting, { random, from, wanted }: Period): Promise<void> {
  const { agenda, clock, town, journal, executioner } = setting;
  let outageAt =
    wanted.months < 2
      ? Number.POSITIVE_INFINITY
      : zone.instantAt(dayOf(from) + between(random, 40, 25 * wanted.months), minutesOf('11:11'));
  // In its first hour the house works out what its pathways come to, and may tell of it in the same moment.
  clock.moveTo(zone.instantAt(dayOf(from), ZONE_HOUSE.opens));
  await beatAll(setting);
  await setting.milestones.begin();
  read(setting);
  for (;;) {
    const due = (await nextDue(setting)) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(agenda.next() ?? Number.POSITIVE_INFINITY, due);
    if (Math.min(next, outageAt) > town.until) break;
    if (next >= outageAt) {
      passOutage(setting, outageAt);
      outageAt = Number.POSITIVE_INFINITY;
      await settle(setting);
      continue;
    }
    clock.moveTo(next);
    town.counts.moments += 1;
    if (wanted.restarts && chance(random, ENDED)) await setting.restart();
    if (wanted.restarts && chance(random, KILLED)) executioner.arm(between(random, 1, 250));
    const acts = agenda.due(next);
    if (acts.length === 0 || due <= next) await settle(setting);
    for (const act of acts) await act.run();
    if (acts.length > 0) await settle(setting);
    journal.write({ type: 'moment', at: journal.now() });
  }
  clock.moveTo(town.until);
}

/** At the end: messages that have not ended though nothing holds them any more, and what stands on the leaders' lists. */
async function lookAround({ names, clock, journal, teams, town }: Setting): Promise<void> {
  const { rows } = await names.query<{ id: string; kind: string }>(
    "select id, kind from message where status in ('queued', 'sending') and (status = 'sending' or coalesce(not_before, $1) <= $1)",
    [clock.now()],
  );
  const at = journal.now();
  for (const { id, kind } of rows) journal.write({ type: 'unended', at, messageId: id, kind });
  const keys: string[] = [];
  for (const manager of new Set([...town.organisation.departments.values()].map((one) => one.manager))) {
    const answers = await teams.say(manager, 'venter');
    for (const mark of marksOf(answers.map(({ card }) => card))) keys.push(...journal.keysOf(mark));
  }
  journal.write({ type: 'listed', at, keys });
  journal.read(teams.news());
}

/** The bot is down for days: nothing is sent, and what people meant to do with it they do not do. */
function passOutage({ clock, agenda, journal }: Setting, at: number): void {
  clock.moveTo(at);
  const until = zone.instantAt(zone.dayAt(at) + OUTAGE_DAYS, minutesOf('10:20'));
  journal.write({ type: 'outage', from: new Date(at).toISOString(), to: new Date(until).toISOString() });
  const missed = agenda.due(until);
  clock.moveTo(until);
  // People try again once it is up: a little later each.
  for (const [n, { run }] of missed.entries()) agenda.plan(until + (n + 1) * 60_000, run);
}

/** Beats until nothing is left that may happen now, and lets people see what came. */
async function settle(setting: Setting): Promise<void> {
  await beatAll(setting);
  await setting.people.newcomers.begin();
  read(setting);
}

async function beatAll({ beat, names, clock }: Setting): Promise<void> {
  for (let beats = 0; beats < MOST_BEATS; beats += 1) {
    if ((await beat()) === 'died') continue;
    const { rows } = await names.query<{ left: boolean }>(
      `select exists (select 1 from obligation where next_at <= $1)
         or exists (select 1 from message where status = 'queued' and coalesce(not_before, $1) <= $1 and coalesce(retry_at, $1) <= $1)
         or exists (select 1 from sent_card where dirty_at is not null and coalesce(retry_at, $1) <= $1) as left`,
      [clock.now()],
    );
    if (rows[0]?.left !== true) break;
  }
}

function read({ teams, journal, people }: Setting): void {
  // Of one moment in any order: sorted, so that a seed is one and the same life.
  const entries = [...teams.news()].sort((a, b) => order(a) - order(b) || a.n - b.n);
  journal.read(entries);
  people.react(entries);
}

const order = (entry: ConnectorEntry): number => Number((('entraId' in entry && entry.entraId) || '0').slice(-6));

/** When something happens by itself next, after now; undefined: never. */
async function nextDue({ names, clock }: Setting): Promise<number | undefined> {
  const now = clock.now();
  const { rows } = await names.query<{ at: Date | null; lines: boolean }>(
    `select min(at) as at, (select exists (select 1 from digest_line where digest_id is null and withdrawn_at is null)) as lines from (
       select min(next_at) as at from obligation where next_at > $1
       union all select min(greatest(not_before, retry_at)) from message where status = 'queued' and greatest(not_before, retry_at) > $1
       union all select min(claimed_until) from message where status = 'sending' and claimed_until > $1) due`,
    [now],
  );
  const at = rows[0]?.at?.getTime();
  if (!rows[0]?.lines) return at;
  let day = zone.dayAt(now.getTime()) + 1;
  while (!ZONE_HOUSE.works(day)) day += 1;
  const morning = zone.instantAt(day, minutesOf('08:00'));
  return at === undefined ? morning : Math.min(at, morning);
}
