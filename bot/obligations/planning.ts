import type { Obligation, RungWalk } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { dateFromDay, dayFromDate } from '../time/day';
import { toMoment } from '../time/moment';
import type { WorkingCalendar } from '../time/working-calendar';
import { whoIs } from './audience';
import type { Facts, Registry } from './kind';
import type { Audience, Ladder } from './ladder';
import { type OwnCard, ownCardsOf } from './own-card';
import type { PlanInput } from './plan';
import { stateOf, walkOf } from './store';

/** An obligation with all that planning it takes, and whom each audience names now. */
export type Planning = {
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly input: PlanInput;
  who(audience: Audience): string | undefined;
};

/**
 * Gathers what the planner needs for some obligations of the unit's municipality.
 * @throws when a kind is not registered or has no ladder: a fault of ours
 */
export async function planningOf(
  unit: Unit,
  registry: Registry,
  obligations: readonly Obligation[],
): Promise<Planning[]> {
  if (obligations.length === 0) return [];
  const { tx, tenantId } = unit;
  const ids = obligations.map((one) => one.id);
  const org = await organisation(unit);
  const walks = groupBy(
    await tx.rungWalk.findMany({ where: { tenantId, obligationId: { in: ids } } }),
    (walk) => walk.obligationId,
  );
  const snoozes = await tx.snooze.findMany({ where: { tenantId, obligationId: { in: ids } } });
  const gone = new Set(
    (await tx.digest.findMany({ where: { tenantId, on: dateFromDay(unit.today) } })).map((one) => one.personId),
  );
  const ownCards = await ownCardsOf(unit, obligations);
  const facts = new Map<string, Facts>();
  for (const [name, rows] of groupBy(obligations, (one) => one.kind)) {
    const kind = registry.kinds.get(name);
    if (!kind) throw new Error(`Nobody knows obligations of kind "${name}"`);
    for (const [id, fact] of await kind.facts(unit, rows)) facts.set(id, fact);
  }
  return obligations.map((obligation) => {
    const fact = facts.get(obligation.id);
    const ladder = unit.ladders.get(obligation.ladder);
    if (!fact || !ladder) throw new Error(`No ${fact ? 'ladder' : 'facts'} for obligation ${obligation.id}`);
    const who = (audience: Audience) =>
      whoIs(
        audience,
        {
          ownerId: obligation.ownerId,
          ownerKey: obligation.ownerKey,
          ownerRole: obligation.ownerRole,
          roles: fact.roles,
        },
        ladder,
        org,
      );
    const own = snoozes.find((one) => one.obligationId === obligation.id && one.personId === obligation.ownerId);
    const input: PlanInput = {
      ladder,
      state: stateOf(obligation, unit.policy.zone),
      walks: (walks.get(obligation.id) ?? []).map((walk: RungWalk) => walkOf(walk, unit.policy.zone)),
      calendar: org.calendarOf(obligation.ownerId),
      calendarOf: (audience) =>
        readersCalendar(org, { audience, ladder, readerId: who(audience) ?? obligation.ownerId }),
      digestGone: (audience) => gone.has(who(audience) ?? ''),
      now: unit.moment,
      ...awayOf(org, obligation.ownerId),
      ...heardBy(who('owner'), ownCards.get(obligation.id), unit.policy.zone),
      ...(own ? { snoozedUntil: dayFromDate(own.untilOn) } : {}),
    };
    return { obligation, facts: fact, input, who };
  });
}

/**
 * When whoever is this audience works, from their return on while they are away: what would be held until then is planned anew
 * on that day, so that it is the last rung owed, once, and none that is past. An owner whose matter runs on is passed over instead.
 */
function readersCalendar(
  org: Organisation,
  { audience, ladder, readerId }: { audience: Audience; ladder: Ladder; readerId: string | null },
): WorkingCalendar {
  const calendar = org.calendarOf(readerId);
  const back = readerId === null ? undefined : org.awayUntil(readerId);
  if (back === undefined || (audience === 'owner' && ladder.absence === 'runs')) return calendar;
  return { ...calendar, isWorkingDay: (day) => day >= back && calendar.isWorkingDay(day) };
}

function heardBy(owner: string | undefined, card: OwnCard | undefined, zone: string): Pick<PlanInput, 'ownCardAt'> {
  return card === undefined || card.personId !== owner ? {} : { ownCardAt: toMoment(card.at, zone) };
}

function awayOf(org: Organisation, ownerId: string | null): Pick<PlanInput, 'awayUntil'> {
  const away = ownerId === null ? undefined : org.awayUntil(ownerId);
  return away === undefined ? {} : { awayUntil: away };
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return found;
}
