import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { dateFromDay, dayFromDate, isDay } from '../time/day';
import type { OwnerKind } from './store';

export type NewAgreement = {
  /** Becomes the agreement's id: the same form pressed again is the same agreement. */
  readonly id: string;
  readonly meetingId: string;
  /** `citizen`, `lead`, or the id of whoever may own one. */
  readonly owner: string;
  readonly text: string;
  readonly due: string;
};

const LONGEST = 400;

/**
 * Writes down what was agreed at a meeting: whose it is, what, and by when. Nobody owes it before the meeting is closed,
 * so that it can be put right while all are there.
 * @param owners whoever may own one, by id
 * @returns input id to the code of what is wrong; empty when it stands
 */
export async function addAgreement(
  unit: Unit,
  known: PathwayWithTeam,
  added: NewAgreement,
  owners: ReadonlySet<string>,
  byId: string,
): Promise<Record<string, string>> {
  const { tx, tenantId } = unit;
  const faults: Record<string, string> = {};
  const text = added.text.trim();
  if (text === '') faults.text = 'agreement-missing';
  if (added.owner === '') faults.owner = 'pick-somebody';
  else if (added.owner !== 'citizen' && added.owner !== 'lead' && !owners.has(added.owner)) faults.owner = 'left';
  if (!isDay(added.due)) faults.due = 'bad-date';
  else if (added.due < unit.today) faults.due = 'past-date';
  if (Object.keys(faults).length > 0 || !isDay(added.due)) return faults;

  // Whoever leads owns it by the role: it follows a change of leads.
  const isLead = added.owner === 'lead' || added.owner === known.pathway.leadId;
  const ownerKind: OwnerKind = added.owner === 'citizen' ? 'citizen' : isLead ? 'lead' : 'professional';
  const made = await tx.agreement.createMany({
    data: {
      tenantId,
      id: added.id,
      pathwayId: known.pathway.id,
      meetingId: added.meetingId,
      ownerKind,
      ownerId: ownerKind === 'professional' ? added.owner : null,
      textSealed: unit.seal('agreement', 'text_sealed', added.id, text.slice(0, LONGEST)),
      dueOn: dateFromDay(added.due),
      status: 'draft',
      madeById: byId,
      madeAt: unit.now,
    },
    skipDuplicates: true,
  });
  if (made.count > 0)
    unit.audit({
      act: 'agreement.add',
      actorId: byId,
      matterKind: 'agreement',
      matterId: added.id,
      pathwayId: known.pathway.id,
      codes: [ownerKind, added.due],
    });
  return {};
}

/** Takes back what was written down at a meeting that still goes on. @returns false when there is no such draft */
export async function removeDraft(unit: Unit, meetingId: string, agreementId: string, byId: string): Promise<boolean> {
  const { tx, tenantId } = unit;
  const draft = { tenantId, id: agreementId, meetingId, status: 'draft' };
  const row = await tx.agreement.findFirst({ where: draft, select: { pathwayId: true } });
  if (!row) return false;
  await tx.agreement.deleteMany({ where: draft });
  unit.audit({
    act: 'agreement.remove',
    actorId: byId,
    matterKind: 'agreement',
    matterId: agreementId,
    pathwayId: row.pathwayId,
  });
  return true;
}

/** The meeting is closed: what was agreed is owed from now on, by whoever owns it, or by the lead for the citizen. */
export async function openAgreements(unit: Unit, known: PathwayWithTeam, meetingId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const drafts = await tx.agreement.findMany({
    where: { tenantId, meetingId, status: 'draft' },
    orderBy: { id: 'asc' },
  });
  await tx.agreement.updateMany({
    where: { tenantId, id: { in: drafts.map((one) => one.id) } },
    data: { status: 'open', version: { increment: 1 } },
  });
  for (const row of drafts) {
    const own = row.ownerKind === 'professional';
    const ownerId = own ? row.ownerId : known.pathway.leadId;
    await openObligation(unit, {
      kind: own ? 'agreement' : 'agreement-of-lead',
      matterKind: 'agreement',
      matterId: row.id,
      round: 1,
      ownerRole: own ? 'person' : 'lead',
      ownerId: ownerId !== null && org.isHere(ownerId) ? ownerId : null,
      pathwayId: row.pathwayId,
      anchors: { due: dayFromDate(row.dueOn) },
    });
  }
}
