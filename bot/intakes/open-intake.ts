import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { dayOf, momentAt, toInstant } from '../time/moment';
import { settleProposal } from './propose';
import { LONGEST_TITLE, readDays } from './read-days';
import { type AfterClass, capOf, type IntakeKind, MOST_SEATS, type TypedDay } from './rules';
import { mayLead, onboardingLead } from './standing';
import { type IntakeCase, loadIntake, momentOf, startOf } from './store';

export type NewIntake = {
  /** The form's own id, and the intake's: the same form again is the same intake. */
  readonly form: string;
  readonly kind: IntakeKind;
  readonly title: string;
  readonly seats: string;
  readonly days: readonly TypedDay[];
  /** The class that it follows, and as what. */
  readonly after?: { readonly intakeId: string; readonly what: AfterClass };
};

/**
 * Opens an intake: from now on people can be called to it, and may ask for a seat where it is a class. It stops booking when its
 * first day begins.
 * @returns what is wrong, by input
 */
export async function openIntake(unit: Unit, asked: NewIntake, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  if (!mayLead(org, byId)) return { code: 'not-yours' };
  const followed = asked.after ? await loadIntake(unit, asked.after.intakeId) : undefined;
  if (asked.after && followed?.kind !== 'class') return { code: 'not-yours' };
  await lockNumbers(unit);
  if ((await tx.intake.count({ where: { tenantId, id: asked.form } })) > 0) return undefined;
  const faults: Record<string, string> = {};
  const title = asked.title.trim();
  if (title === '') faults.title = 'intake-title-missing';
  else if (title.length > LONGEST_TITLE) faults.title = 'too-long';
  const seats = /^\d{1,3}$/.test(asked.seats.trim()) ? Number(asked.seats) : 0;
  if (seats < 1 || seats > MOST_SEATS) faults.seats = 'intake-seats';
  const read = readDays(asked.days, { org, today: unit.today });
  if ('faults' in read) Object.assign(faults, read.faults);
  if (Object.keys(faults).length > 0 || 'faults' in read) return { code: 'form', faults };
  const last = await tx.intake.findFirst({
    where: { tenantId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  await tx.intake.create({
    data: {
      tenantId,
      id: asked.form,
      number: (last?.number ?? 0) + 1,
      kind: asked.kind,
      title,
      seats,
      capPerDepartment: capOf(asked.kind, seats),
      status: 'open',
      openedById: byId,
      openedAt: unit.now,
      afterId: followed?.intake.id ?? null,
    },
  });
  await tx.intakeDay.createMany({
    data: read.days.map((day, at) => {
      const [id, local] = [unit.house.newId(), momentAt(day.on, day.time)];
      const startsAt = toInstant(local, unit.policy.zone);
      const { duration, place } = day;
      return {
        ...{ tenantId, id, intakeId: asked.form, n: at + 1, uid: `${id}@${tenantId}` },
        ...{ startsAt, localStart: local, zone: unit.policy.zone, duration, place },
      };
    }),
  });
  const made = await loadIntake(unit, asked.form);
  if (made) await openTimers(unit, made, byId);
  if (asked.after) await settleProposal(unit, asked.after.intakeId, asked.after.what, byId);
  if (asked.kind === 'dialogue-meeting')
    await settle(
      unit,
      { matterKind: 'intake-quarter', matterIds: [tenantId] },
      { status: 'met', byId, because: 'opened' },
    );
  unit.audit({ act: 'intake.open', actorId: byId, matterKind: 'intake', matterId: asked.form, codes: [asked.kind] });
  await touchCards(unit, 'intakes', [tenantId]);
  return undefined;
}

/** The end of booking, and for every day that somebody notes who was there. */
async function openTimers(unit: Unit, found: IntakeCase, byId: string): Promise<void> {
  await openObligation(unit, {
    kind: 'intake-begins',
    matterKind: 'intake',
    matterId: found.intake.id,
    round: 1,
    ownerRole: 'house',
    ownerId: null,
    anchors: { meeting: startOf(found) },
  });
  const ownerId = onboardingLead(await organisation(unit), byId) ?? null;
  for (const day of found.days)
    await openObligation(unit, {
      kind: 'intake-attendance',
      matterKind: 'intake-day',
      matterId: day.id,
      round: 1,
      ownerRole: 'onboarding-lead',
      ownerId,
      anchors: { meeting: momentOf(day), due: dayOf(momentOf(day)) },
    });
}

/** Two who open at once get two numbers, one after the other. */
async function lockNumbers({ tx, tenantId }: Unit): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/intake-number`}, 0))`;
}
