import type { LeadMissingView, LeadMovedView } from '../../cards/handovers/handover-views';
import type { Unit } from '../db/unit';
import { aliasOf, type PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { type Again, type Sending, sentOf } from './show';
import { isMissing } from './standing';
import { currentAsking, openHandoverOf } from './store';

/** The newest obligation of a kind about a pathway's lead; undefined where there never was one. */
async function newestOf(unit: Unit, pathwayId: string, kind: 'lead-missing' | 'lead-moved') {
  const found = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'pathway-lead', matterId: pathwayId, kind },
    orderBy: { round: 'desc' },
  });
  return found ?? undefined;
}

/** A pathway without a lead, for its manager; undefined where it never was. */
export async function leadMissingView(
  unit: Unit,
  known: PathwayWithTeam,
  sending?: Sending,
): Promise<LeadMissingView | undefined> {
  const { pathway } = known;
  const owed = await newestOf(unit, pathway.id, 'lead-missing');
  if (!owed) return undefined;
  const org = await organisation(unit);
  const open = pathway.status === 'open' && isMissing(known, org);
  const handover = open ? await openHandoverOf(unit, pathway.id) : undefined;
  const asking = handover && currentAsking(handover);
  const settling = handover?.status === 'settling';
  const nameOf = (id: string | null | undefined) => org.people.get(id ?? '')?.name ?? null;
  return {
    ...sentOf('lead-missing', sending, pathway.id, owed.round),
    pathwayId: pathway.id,
    ref: pathway.ref,
    state: !open ? 'closed' : asking || settling ? 'asked' : 'open',
    left: nameOf(pathway.leadId),
    asked: nameOf(asking?.toId),
    settling,
    lead: isMissing(known, org) || pathway.status !== 'open' ? null : nameOf(pathway.leadId),
  };
}

/** A lead who came to another department; undefined for whoever never led it, and where nobody was asked. */
export async function leadMovedView(
  unit: Unit,
  known: PathwayWithTeam,
  personId: string,
  sending?: Sending,
  again: Again = {},
): Promise<LeadMovedView | undefined> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const owed = await newestOf(unit, pathway.id, 'lead-moved');
  const led = await tx.leadPeriod.count({ where: { tenantId, pathwayId: pathway.id, personId } });
  const leads = pathway.leadId === personId;
  if (!owed || (!leads && led === 0)) return undefined;
  const org = await organisation(unit);
  const handover = await openHandoverOf(unit, pathway.id);
  const asking = handover && currentAsking(handover);
  const kept = await tx.leadKept.findFirst({ where: { tenantId, pathwayId: pathway.id, round: owed.round } });
  const nameOf = (id: string | undefined) => org.people.get(id ?? '')?.name ?? null;
  const person = org.people.get(personId);
  return {
    ...sentOf('lead-moved', sending, pathway.id, owed.round),
    pathwayId: pathway.id,
    round: owed.round,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    state:
      pathway.status !== 'open'
        ? 'ended'
        : !leads
          ? 'closed'
          : kept || owed.closedAt !== null
            ? 'kept'
            : handover && (asking || handover.status === 'settling')
              ? 'asked'
              : 'open',
    department: org.departments.get(person?.departmentId ?? '')?.name ?? '',
    asked: nameOf(asking?.toId ?? handover?.askings.at(-1)?.toId),
    because:
      leads && kept?.personId === personId ? unit.open('lead_kept', 'reason_sealed', kept.id, kept.reasonSealed) : '',
    dueOn: owed.dueOn === null ? null : dayFromDate(owed.dueOn),
    typed: again.typed?.reason ?? '',
    faults: again.faults ?? {},
  };
}
