import type { Refused } from '../capability';
import { type House, inTenant, type Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { addDays } from '../time/day';
import { addWorkingDays, isWorkingMoment } from '../time/working-calendar';
import { lastDialogueOn, newSince } from './call-people';
import { AFTER_CLASS, type AfterClass, afterClass, quarterOf } from './rules';
import { mayLead, onboardingLead } from './standing';
import { type IntakeCase, lastOn, loadIntake, locked } from './store';

/** The kind and the round of what is proposed after a class: supervision twice, a year apart. */
const OWED: Readonly<Record<AfterClass, { readonly kind: string; readonly round: number }>> = {
  supervision: { kind: 'intake-supervision', round: 1 },
  'year-supervision': { kind: 'intake-supervision', round: 2 },
  'learning-day': { kind: 'intake-learning-day', round: 1 },
};
export const proposalOf = (kind: string, round: number): AfterClass | undefined =>
  AFTER_CLASS.find((what) => OWED[what].kind === kind && OWED[what].round === round);

/** A dialogue meeting is asked for within so many working days of the quarter. */
const QUARTER_DAYS = 10;

/** A class was held: supervision two to four weeks after, and a year after supervision again and a common learning day (Hjørring). */
export async function openProposals(unit: Unit, found: IntakeCase): Promise<void> {
  const ownerId = onboardingLead(await organisation(unit), found.intake.openedById) ?? null;
  for (const what of AFTER_CLASS)
    await openObligation(unit, {
      ...OWED[what],
      matterKind: 'intake',
      matterId: found.intake.id,
      ownerRole: `onboarding-lead`,
      ownerId,
      anchors: { ...afterClass(what, lastOn(found)) },
    });
}

/** What was proposed after a class was opened. */
export async function settleProposal(unit: Unit, intakeId: string, what: AfterClass, byId: string): Promise<void> {
  const { kind, round } = OWED[what];
  await settle(
    unit,
    { matterKind: 'intake', matterIds: [intakeId], kind, round },
    { status: 'met', byId, because: 'opened' },
  );
}

/** What is proposed after a class is not needed: it is let fall. */
export async function skipProposal(
  unit: Unit,
  asked: { readonly intakeId: string; readonly what: AfterClass },
  byId: string,
): Promise<Refused | undefined> {
  const found = await locked(unit, asked.intakeId);
  if (!found || !mayLead(await organisation(unit), byId)) return { code: 'not-yours' };
  const { kind, round } = OWED[asked.what];
  const ended = await settle(
    unit,
    { matterKind: 'intake', matterIds: [asked.intakeId], kind, round },
    { status: 'waived', byId, because: 'not-needed' },
  );
  if (ended.length > 0)
    unit.audit({
      act: 'intake.skip',
      actorId: byId,
      matterKind: 'intake',
      matterId: asked.intakeId,
      codes: [asked.what],
    });
  await touchCards(unit, 'intake', [asked.intakeId]);
  return undefined;
}

/** What is proposed after a class and still open. */
export async function openAfter(unit: Unit, intakeId: string): Promise<AfterClass[]> {
  const rows = await unit.tx.obligation.findMany({
    where: { tenantId: unit.tenantId, matterKind: 'intake', matterId: intakeId, closedAt: null },
    select: { kind: true, round: true },
  });
  return AFTER_CLASS.filter((what) => rows.some((row) => proposalOf(row.kind, row.round) === what));
}

/**
 * Once a quarter, in working time, while somebody is new since the last one and none is called: the onboarding lead is asked to call
 * the dialogue meeting. Whoever has not done so in a quarter is asked about the next. One process at a time; a second look changes
 * nothing.
 * @returns whether it was asked for now
 */
export async function askForDialogue(house: House, tenantId: string): Promise<boolean> {
  return inTenant(house, tenantId, async (unit) => {
    const { tx, today } = unit;
    const org = await organisation(unit);
    const ownerId = onboardingLead(org);
    if (ownerId === undefined || !isWorkingMoment(org.house, unit.moment)) return false;
    const round = quarterOf(today);
    const matter = { matterKind: 'intake-quarter', matterId: tenantId };
    const known = await tx.obligation.count({ where: { tenantId, ...matter, round } });
    if (known > 0 || newSince(org, await lastDialogueOn(unit), today).length === 0) return false;
    const ahead = await tx.intake.count({ where: { tenantId, kind: 'dialogue-meeting', status: 'open' } });
    if (ahead > 0) return false;
    await settle(
      unit,
      { matterKind: matter.matterKind, matterIds: [tenantId] },
      { status: 'lapsed', because: 'next-quarter' },
    );
    const opened = await openObligation(unit, {
      kind: 'intake-quarter',
      ...matter,
      round,
      ownerRole: 'onboarding-lead',
      ownerId,
      anchors: { due: addWorkingDays(org.house, addDays(today, -1), QUARTER_DAYS) },
    });
    return opened !== undefined;
  });
}

/** The class that something follows, where it exists. */
export const followedClass = async (unit: Unit, intakeId: string): Promise<IntakeCase | undefined> => {
  const found = await loadIntake(unit, intakeId);
  return found?.kind === 'class' ? found : undefined;
};
