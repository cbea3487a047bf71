import { Client } from 'pg';
import { tick, WALKED_AT_ONCE } from '../../bot/obligations/tick';
import { organisation } from '../../bot/people/organisation';
import { momentAt, toInstant } from '../../bot/time/moment';
import { addWorkingDays } from '../../bot/time/working-calendar';
import { type Quantiles, quantiles } from './quantiles';
import type { OpenHouse } from './town';

export type Beats = {
  readonly obligations: number;
  /** Of a beat that finds nothing due, ms. */
  readonly idle: Quantiles;
  readonly due: number;
  readonly dueMs: number;
  readonly told: number;
};

export type MillionBeats = {
  readonly obligations: number;
  readonly idle: Quantiles;
  readonly dueMs: number;
  readonly told: number;
  /** How much longer than at the usual number: with nothing due, and with many. */
  readonly ratio: number;
  readonly dueRatio: number;
  /** Of the question that every beat asks, while so many are due. */
  readonly plan: { readonly sequential: boolean; readonly buffers: number };
};

const IDLE_BEATS = 50;

/** A beat with nothing due, and one with many due, at a given number of open obligations. */
export async function beats(house: OpenHouse, size: { readonly volume: number; readonly due: number }): Promise<Beats> {
  await fill(house, size.volume);
  await quiet(house);
  const idle = await idleBeats(house);
  // Two working days after the invitations their ladder's first rung is due, at eight.
  await house.moveTo(await firstRung(house));
  await makeDue(house, size.due);
  const { dueMs, told } = await dueBeat(house);
  await quiet(house);
  return { obligations: await countAll(house), idle, due: size.due, dueMs, told };
}

/** Makes so many due now, of which nobody has been told; of the copies nobody is, since their invitations know nothing of them. */
async function makeDue(house: OpenHouse, many: number): Promise<void> {
  const due = await house.inside(
    ({ tx, tenantId, now }) => tx.$executeRaw`
      update obligation set next_at = ${now}, next_is = 'tell' where tenant_id = ${tenantId}::uuid and id in (
        select o.id from obligation o join invitation i on i.tenant_id = o.tenant_id and i.id = o.matter_id
        where o.tenant_id = ${tenantId}::uuid and o.kind = 'invitation-answer' and o.closed_at is null and o.round = 1
          and i.status = 'asked' and not exists (
            select 1 from rung_walk w where w.tenant_id = o.tenant_id and w.obligation_id = o.id)
        order by o.id limit ${many})`,
  );
  if (due !== many) throw new Error(`${due} of ${many} obligations could be made due`);
}

async function dueBeat(house: OpenHouse): Promise<{ readonly dueMs: number; readonly told: number }> {
  const countTold = () =>
    house.inside(({ tx, tenantId }) => tx.rungWalk.count({ where: { tenantId, how: { in: ['told', 'listed'] } } }));
  const before = await countTold();
  const began = performance.now();
  const beat = await tick(house.app.engine, house.tenantId);
  const dueMs = performance.now() - began;
  if (beat.stumbled + beat.defects > 0) throw new Error(`The beat stumbled: ${JSON.stringify(beat)}`);
  return { dueMs, told: (await countTold()) - before };
}

/** The same among a million, as many due as before; beside the plan of the one question that every beat asks. */
export async function beatsAtAMillion(house: OpenHouse, few: Beats): Promise<MillionBeats> {
  await fill(house, 1_000_000);
  const idle = await idleBeats(house);
  await makeDue(house, few.due);
  const plan = await planOfDue(house);
  const { dueMs, told } = await dueBeat(house);
  return {
    obligations: await countAll(house),
    idle,
    dueMs,
    told,
    ratio: idle.p50 / few.idle.p50,
    dueRatio: dueMs / told / (few.dueMs / few.told),
    plan,
  };
}

async function idleBeats(house: OpenHouse): Promise<Quantiles> {
  const took: number[] = [];
  for (let n = 0; n < IDLE_BEATS; n += 1) {
    const began = performance.now();
    const beat = await tick(house.app.engine, house.tenantId);
    took.push(performance.now() - began);
    if (beat.walked + beat.did + beat.digests > 0) throw new Error(`Something was due: ${JSON.stringify(beat)}`);
  }
  return quantiles(took);
}

/** Nothing is due until far from now, and the day's digests are made. */
async function quiet(house: OpenHouse): Promise<void> {
  await house.inside(
    ({ tx, tenantId, now }) => tx.$executeRaw`
      update obligation set next_at = ${new Date(now.getTime() + 400 * 86_400_000)} where tenant_id = ${tenantId}::uuid and next_at is not null`,
  );
  await tick(house.app.engine, house.tenantId);
}

async function firstRung(house: OpenHouse): Promise<Date> {
  return house.inside(async (unit) => {
    const org = await organisation(unit);
    const day = addWorkingDays(org.house, unit.today, 2);
    return toInstant(momentAt(day, org.house.opens), unit.policy.zone);
  });
}

/** Copies of what is there until so many are open, each a later round of its own that nobody is told of for a year. */
async function fill(house: OpenHouse, most: number): Promise<void> {
  const missing = most - (await countAll(house));
  if (missing <= 0) return;
  const admin = new Client({ connectionString: house.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ many: number }>(
      "select count(*)::int as many from obligation where kind = 'invitation-answer' and round = 1",
    );
    const many = rows[0]?.many ?? 0;
    if (many === 0) throw new Error('There is no obligation to copy');
    await admin.query(
      `insert into obligation (tenant_id, id, kind, nature, matter_kind, matter_id, round, owner_role, owner_id, owner_key, pathway_id,
         ladder, anchors, due_on, status, opened_at, next_at, next_is)
       select tenant_id, gen_random_uuid(), kind, nature, matter_kind, matter_id, $2::int + n, owner_role, owner_id, owner_key, pathway_id,
         ladder, anchors, due_on, 'open', opened_at, now() + interval '400 days' + n * interval '1 second', 'tell'
       from (select *, row_number() over (order by id) as at from obligation where kind = 'invitation-answer' and round = 1) one
       cross join generate_series(1, $3::int) n
       where (n - 1) * $4::bigint + at <= $1::int`,
      [missing, await highestRound(admin), Math.ceil(missing / many), many],
    );
    await admin.query('analyze obligation');
  } finally {
    await admin.end();
  }
}

async function highestRound(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ most: number }>('select max(round)::int as most from obligation');
  return rows[0]?.most ?? 0;
}

const countAll = (house: OpenHouse): Promise<number> =>
  house.inside(({ tx, tenantId }) => tx.obligation.count({ where: { tenantId, closedAt: null } }));

/** How the database finds what is due of a municipality: by an index, and in how many pages. */
async function planOfDue(house: OpenHouse): Promise<MillionBeats['plan']> {
  return house.inside(async ({ tx, tenantId, now }) => {
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': unknown }[]>`
      explain (analyze, buffers, format json)
      select id from obligation where tenant_id = ${tenantId}::uuid and next_at is not null and next_at <= ${now} and next_is = 'tell'
      order by next_at, id limit ${WALKED_AT_ONCE} for update skip locked`;
    const text = JSON.stringify(rows[0]?.['QUERY PLAN']);
    const counted = (key: string) => Number(new RegExp(`"${key}":(\\d+)`).exec(text)?.[1] ?? 0);
    return {
      sequential: text.includes('Seq Scan'),
      buffers: counted('Shared Hit Blocks') + counted('Shared Read Blocks'),
    };
  });
}
