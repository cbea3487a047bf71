import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Day, dateFromDay } from '../time/day';
import { type Moment, toInstant } from '../time/moment';
import { workingMoment } from '../time/working-calendar';
import type { Anchor } from './ladder';
import { dueDay } from './plan';

export type Anchors = Readonly<Partial<Record<Exclude<Anchor, 'opened'>, Day | Moment>>>;

export type NewObligation = {
  readonly kind: string;
  readonly matterKind: string;
  readonly matterId: string;
  /** Each asking is a round of its own. */
  readonly round: number;
  /** `person`, or the role of the matter whose holder owes it. */
  readonly ownerRole: string;
  readonly ownerId: string | null;
  readonly pathwayId?: string | null;
  readonly anchors: Anchors;
  /** The matter's own card, sent to the owner now: it counts as the first telling. */
  readonly card?: { readonly kind: string; readonly class: 'summons' | 'notice' };
};

/**
 * Opens an obligation: somebody owes something from now on. A second opening of the same asking changes nothing.
 * Its ladder is planned by the next beat, within the same rules as every later one.
 * @returns the obligation's id, or undefined when it was open (or closed) already
 * @throws when the policy has no ladder for the kind
 */
export async function openObligation(unit: Unit, asked: NewObligation): Promise<string | undefined> {
  const ladder = unit.ladders.get(asked.kind);
  if (!ladder) throw new Error(`The policy has no ladder for "${asked.kind}"`);
  const org = await organisation(unit);
  const calendar = org.calendarOf(asked.ownerId);
  const id = unit.house.newId();
  const anchors = { opened: unit.today, ...asked.anchors };
  const due = dueDay({ anchors, shift: 0 }, calendar);
  const away = asked.ownerId === null ? undefined : org.awayUntil(asked.ownerId);
  const firstMoment = workingMoment(calendar, unit.moment);
  const toldAt = asked.card && away === undefined ? atOf(unit, firstMoment) : null;
  const made = await unit.tx.obligation.createMany({
    data: {
      tenantId: unit.tenantId,
      id,
      kind: asked.kind,
      nature: ladder.nature,
      matterKind: asked.matterKind,
      matterId: asked.matterId,
      round: asked.round,
      ownerRole: asked.ownerRole,
      ownerId: asked.ownerId,
      ownerKey: asked.ownerRole === 'person' ? (asked.ownerId ?? 'nobody') : asked.ownerRole,
      pathwayId: asked.pathwayId ?? null,
      ladder: asked.kind,
      anchors,
      dueOn: due === undefined ? null : dateFromDay(due),
      status: 'open',
      openedAt: unit.now,
      toldAt,
      nextAt: unit.now,
      nextIs: 'tell',
    },
    skipDuplicates: true,
  });
  if (made.count === 0) return undefined;
  if (asked.card && asked.ownerId !== null) {
    unit.message({
      naturalKey: `own:${id}`,
      personId: asked.ownerId,
      class: asked.card.class,
      kind: asked.card.kind,
      matterKind: asked.matterKind,
      matterId: asked.matterId,
      pathwayId: asked.pathwayId ?? null,
    });
  }
  unit.wake();
  return id;
}

/** The instant of a local moment, or now when the moment is the present one (a moment has no seconds). */
function atOf(unit: Unit, moment: Moment): Date {
  return moment === unit.moment ? unit.now : toInstant(moment, unit.policy.zone);
}
