import type { Obligation } from '../../prisma/generated/client';
import { type AuditEntry, type House, inTenant, type Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { momentAt, toInstant } from '../time/moment';
import { isWorkingMoment } from '../time/working-calendar';
import { inheritDue } from './inherit';
import type { Registry } from './kind';
import { type Plan, type PlanInput, plan as planByRules, type Step } from './plan';
import { type Planning, planningOf } from './planning';

/** What one beat did, in counts. */
export type Beat = { walked: number; did: number; digests: number; defects: number; stumbled: number };

export type Engine = {
  readonly house: House;
  readonly registry: Registry;
  /** The planner; a test may hand in one with a planted fault. */
  readonly plan?: (input: PlanInput) => Plan;
};

/**
 * Obligations that one transaction walks, and that wait with it should one of them stumble. Rows that lie scattered among a
 * million cost four pages each to find and lock: so few keep a claim below sixty.
 */
export const WALKED_AT_ONCE = 14;
const MOST_ROUNDS = 2_000;
const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** The municipalities that have something to do; ids only, across the row rules. */
export async function tenantsDue(house: House, most = 200): Promise<string[]> {
  const rows = await house.prisma.$queryRaw<{ tenant: string }[]>`
    select tenant from tenants_due(${house.clocks.calendar()}, ${house.clocks.wall()}, ${most}::int)`;
  return rows.map((row) => row.tenant);
}

/**
 * One beat of a municipality: everything due is walked, deadlines are carried out, digests are assembled. Any number of
 * processes may beat at once, and a beat that is missed or doubled changes nothing more.
 */
export async function tick(engine: Engine, tenantId: string): Promise<Beat> {
  const beat: Beat = { walked: 0, did: 0, digests: 0, defects: 0, stumbled: 0 };
  await inheritDue(engine, tenantId);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const walked = await walkSome(engine, tenantId, beat);
    const did = await doOne(engine, tenantId, beat);
    if (walked === 0 && !did) break;
  }
  beat.digests = await assembleDigests(engine.house, tenantId);
  return beat;
}

async function walkSome(engine: Engine, tenantId: string, beat: Beat): Promise<number> {
  const { house } = engine;
  let claimed: string[] = [];
  try {
    await inTenant(house, tenantId, async (unit) => {
      const rows = await claim(unit, WALKED_AT_ONCE);
      claimed = rows.map((row) => row.id);
      await walk(engine, unit, rows, beat);
    });
  } catch (fault) {
    if (claimed.length === 0) throw fault;
    // One of them stumbles: each alone now, so that the others go on.
    for (const id of claimed) await walkAlone(engine, tenantId, id, beat);
  }
  beat.walked += claimed.length;
  return claimed.length;
}

async function walkAlone(engine: Engine, tenantId: string, id: string, beat: Beat): Promise<void> {
  try {
    await inTenant(engine.house, tenantId, async (unit) => walk(engine, unit, await claim(unit, 1, id), beat));
  } catch (fault) {
    await stumble(engine.house, tenantId, id, fault);
    beat.stumbled += 1;
  }
}

async function claim(unit: Unit, most: number, only?: string): Promise<Obligation[]> {
  const locked = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from obligation
    where tenant_id = ${unit.tenantId}::uuid and next_at is not null and next_at <= ${unit.now} and next_is = 'tell'
      and (${only ?? null}::uuid is null or id = ${only ?? null}::uuid)
    order by next_at, id limit ${most} for update skip locked`;
  if (locked.length === 0) return [];
  const ids = locked.map((row) => row.id);
  return unit.tx.obligation.findMany({ where: { tenantId: unit.tenantId, id: { in: ids } }, orderBy: { id: 'asc' } });
}

async function walk(engine: Engine, unit: Unit, rows: readonly Obligation[], beat: Beat): Promise<void> {
  const decide = engine.plan ?? planByRules;
  for (const planning of await planningOf(unit, engine.registry, rows)) {
    if (!planning.facts.owed) {
      // The row says open and the matter says done: somebody forgot to settle. Tell nobody, and say so.
      await closeForgotten(unit, planning.obligation);
      beat.defects += 1;
      continue;
    }
    const decided = decide(planning.input);
    let toldOwner = false;
    for (const step of decided.steps) {
      if (step.kind === 'do') continue;
      const told = await carryOut(engine, unit, planning, step);
      toldOwner ||= told && step.audience === 'owner';
    }
    await unit.tx.obligation.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: planning.obligation.id } },
      data: {
        nextAt: decided.nextAt === undefined ? null : toInstant(decided.nextAt, unit.policy.zone),
        nextIs: decided.nextIs,
        stumbles: 0,
        version: { increment: 1 },
        ...(toldOwner && planning.obligation.toldAt === null ? { toldAt: unit.now } : {}),
      },
    });
  }
}

async function carryOut(
  engine: Engine,
  unit: Unit,
  planning: Planning,
  step: Exclude<Step, { kind: 'do' }>,
): Promise<boolean> {
  const { obligation } = planning;
  const personId = planning.who(step.audience);
  const tells = step.kind === 'tell' && personId !== undefined;
  const id = unit.house.newId();
  const made = await unit.tx.rungWalk.createMany({
    data: {
      tenantId: unit.tenantId,
      id,
      obligationId: obligation.id,
      rung: step.rung,
      base: step.base,
      n: step.n,
      how: !tells ? 'skipped' : step.by === 'line' ? 'listed' : 'told',
      audience: step.audience,
      personId: personId ?? null,
      at: unit.now,
    },
    skipDuplicates: true,
  });
  if (made.count === 0 || !tells) return false;
  unit.audit({
    act: 'remind',
    actorId: null,
    // Who heard of which pathway. What they were told of is in the walk: here, for good, it would say who was hindered.
    matterKind: 'pathway',
    matterId: obligation.pathwayId,
    pathwayId: obligation.pathwayId,
    codes: [personId],
  });
  if (step.by === 'line') {
    await unit.tx.digestLine.createMany({
      data: { tenantId: unit.tenantId, id: unit.house.newId(), personId, walkId: id, at: unit.now },
      skipDuplicates: true,
    });
    return true;
  }
  const kind = engine.registry.kinds.get(obligation.kind);
  unit.message({
    naturalKey: `walk:${id}`,
    personId,
    class: 'reminder',
    kind: kind?.cardKind(step.audience) ?? obligation.kind,
    matterKind: obligation.matterKind,
    matterId: obligation.matterId,
    pathwayId: obligation.pathwayId,
    walkId: id,
  });
  return true;
}

async function closeForgotten(unit: Unit, obligation: Obligation): Promise<void> {
  await unit.tx.obligation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: obligation.id } },
    data: {
      status: 'cancelled',
      closedAt: unit.now,
      closedBecause: 'forgotten',
      nextAt: null,
      nextIs: null,
      pausedOn: null,
    },
  });
  unit.house.log.error(
    { obligation: obligation.id, kind: obligation.kind },
    'an obligation was open though its matter was done',
  );
}

/** One deadline, in a transaction of its own: matter first, then the obligation with its due condition. */
async function doOne(engine: Engine, tenantId: string, beat: Beat): Promise<boolean> {
  const { house, registry } = engine;
  const found = await inTenant(house, tenantId, (unit) =>
    unit.tx.obligation.findFirst({
      where: { tenantId, nextIs: 'do', nextAt: { lte: unit.now } },
      orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    }),
  );
  if (!found) return false;
  try {
    await inTenant(house, tenantId, async (unit) => {
      const kind = registry.kinds.get(found.kind);
      if (!kind) throw new Error(`Nobody knows obligations of kind "${found.kind}"`);
      await kind.lock(unit, found.matterId);
      const locked = await unit.tx.$queryRaw<{ id: string }[]>`
        select id from obligation where tenant_id = ${tenantId}::uuid and id = ${found.id}::uuid
          and closed_at is null and next_is = 'do' and next_at <= ${unit.now} for update`;
      if (locked.length === 0) return;
      const obligation = await unit.tx.obligation.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: found.id } },
      });
      const [planning] = await planningOf(unit, registry, [obligation]);
      const step = planning && (engine.plan ?? planByRules)(planning.input).steps[0];
      if (!planning || step?.kind !== 'do') {
        await unit.tx.obligation.update({
          where: { tenantId_id: { tenantId, id: found.id } },
          data: { nextAt: unit.now, nextIs: 'tell', version: { increment: 1 } },
        });
        return;
      }
      await unit.tx.rungWalk.createMany({
        data: {
          tenantId,
          id: house.newId(),
          obligationId: obligation.id,
          rung: step.rung,
          base: step.base,
          n: step.n,
          how: 'did',
          at: unit.now,
        },
      });
      const deadline = kind.deadlines[step.verb.split('.')[1] ?? ''];
      if (!deadline) throw new Error(`Nothing in the house does "${step.verb}"`);
      unit.audit({
        // The verbs that ladders may call have words, as a test sees.
        act: step.verb as AuditEntry['act'],
        actorId: null,
        matterKind: obligation.matterKind,
        matterId: obligation.matterId,
        pathwayId: obligation.pathwayId,
        codes: [obligation.kind, step.rung],
      });
      await deadline(unit, obligation);
      // Still open: its ladder goes on from here.
      await unit.tx.obligation.updateMany({
        where: { tenantId, id: obligation.id, closedAt: null, pausedOn: null },
        data: { nextAt: unit.now, nextIs: 'tell', stumbles: 0, version: { increment: 1 } },
      });
    });
    beat.did += 1;
  } catch (fault) {
    await stumble(house, tenantId, found.id, fault);
    beat.stumbled += 1;
  }
  return true;
}

/** Never dropped: tried again later and later, and named by `status` from the third time. */
async function stumble(house: House, tenantId: string, id: string, fault: unknown): Promise<void> {
  house.log.error(
    { obligation: id, fault: fault instanceof Error ? fault.name : 'unknown' },
    'an obligation could not be walked',
  );
  await inTenant(house, tenantId, async (unit) => {
    const row = await unit.tx.obligation.findUnique({ where: { tenantId_id: { tenantId, id } } });
    if (!row || row.closedAt !== null) return;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** row.stumbles, LONGEST_WAIT_MS);
    await unit.tx.obligation.update({
      where: { tenantId_id: { tenantId, id } },
      data: { stumbles: row.stumbles + 1, nextAt: new Date(unit.now.getTime() + wait), version: { increment: 1 } },
    });
  });
}

/**
 * Makes the day's digest of everybody who has a new line and is at work now, once everything of the morning is walked: a row
 * that another process walks still shows its old time, so nothing is left behind. The unique key decides between two assemblers.
 */
async function assembleDigests(house: House, tenantId: string): Promise<number> {
  return inTenant(house, tenantId, async (unit) => {
    const org = await organisation(unit);
    if (!isWorkingMoment(org.house, unit.moment)) return 0;
    const morning = toInstant(momentAt(unit.today, org.house.opens), unit.policy.zone);
    if ((await unit.tx.obligation.count({ where: { tenantId, nextAt: { lte: morning } } })) > 0) return 0;
    const waiting = await unit.tx.digestLine.findMany({
      where: { tenantId, digestId: null, withdrawnAt: null },
      select: { personId: true },
      distinct: ['personId'],
    });
    let made = 0;
    for (const { personId } of waiting) {
      if (!isWorkingMoment(org.calendarOf(personId), unit.moment) || org.awayUntil(personId) !== undefined) continue;
      const id = house.newId();
      const inserted = await unit.tx.digest.createMany({
        data: { tenantId, id, personId, on: dateFromDay(unit.today) },
        skipDuplicates: true,
      });
      if (inserted.count === 0) continue;
      await unit.tx.digestLine.updateMany({
        where: { tenantId, personId, digestId: null, withdrawnAt: null },
        data: { digestId: id },
      });
      unit.message({
        naturalKey: `digest:${id}`,
        personId,
        class: 'digest',
        kind: 'digest',
        matterKind: 'digest',
        matterId: id,
        digestId: id,
      });
      made += 1;
    }
    return made;
  });
}
