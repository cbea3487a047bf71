import { z } from 'zod/v4';
import type { Obligation, RungWalk } from '../../prisma/generated/client';
import { asDay, type Day, dayFromDate } from '../time/day';
import { isMoment, type Moment, toMoment } from '../time/moment';
import { type Anchor, AUDIENCES } from './ladder';
import type { PlanState, Walk } from './plan';

const anchorValue = z.string().transform((text): Day | Moment => (isMoment(text) ? text : asDay(text)));
const anchorsSchema = z.strictObject({
  opened: anchorValue.optional(),
  due: anchorValue.optional(),
  opens: anchorValue.optional(),
  meeting: anchorValue.optional(),
  start: anchorValue.optional(),
});
const howSchema = z.enum(['told', 'listed', 'did', 'skipped', 'void']);

/** The anchors of a row. @throws when the row holds something else: a fault of ours, never of a person */
export function anchorsOf(row: Pick<Obligation, 'anchors'>): Partial<Record<Anchor, Day | Moment>> {
  const found: Partial<Record<Anchor, Day | Moment>> = {};
  const parsed = anchorsSchema.parse(row.anchors);
  for (const key of ['opened', 'due', 'opens', 'meeting', 'start'] as const) {
    const value = parsed[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** An obligation's row as the planner wants it, in local time. */
export function stateOf(row: Obligation, zone: string): PlanState {
  return {
    open: row.closedAt === null,
    paused: row.pausedOn !== null,
    openedAt: toMoment(row.openedAt, zone),
    anchors: anchorsOf(row),
    shift: row.shift,
    owned: row.ownerId !== null,
    ...(row.toldAt === null ? {} : { toldAt: toMoment(row.toldAt, zone) }),
    ...(row.plannedOn === null ? {} : { plannedOn: dayFromDate(row.plannedOn) }),
  };
}

/** A walk's row as the planner wants it. */
export function walkOf(row: RungWalk, zone: string): Walk {
  const audience = AUDIENCES.find((one) => one === row.audience);
  return {
    rung: row.rung,
    base: asDay(row.base),
    n: row.n,
    how: howSchema.parse(row.how),
    at: toMoment(row.at, zone),
    ...(audience ? { audience } : {}),
  };
}
