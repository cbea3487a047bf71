import type { AbsenceWordView, NotRepresentedView } from '../../../cards/meetings/work-views';
import type { Unit } from '../../db/unit';
import type { RenderInput } from '../../obligations/kind';
import { organisation } from '../../people/organisation';
import { dayFromDate } from '../../time/day';
import { meetingFacts } from '../card-facts';
import { loadInvitation, loadMeetings } from '../store';

/** "Was there something we did not know?", to the one who was missed; undefined for everybody else. */
export async function absenceWordView(
  unit: Unit,
  invitationId: string,
  personId: string,
  sending: RenderInput['sending'],
): Promise<AbsenceWordView | undefined> {
  const found = await loadInvitation(unit, invitationId);
  if (!found || found.invitation.personId !== personId) return undefined;
  const org = await organisation(unit);
  const obligation = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, kind: 'absence-word', matterKind: 'attendance', matterId: invitationId },
    orderBy: { round: 'desc' },
  });
  if (!obligation) return undefined;
  return {
    invitationId,
    version: found.invitation.version,
    mark: `absence-word/${sending?.rung ?? (sending ? 'own' : 'card')}/${invitationId}/1`,
    // Whoever was missed is told of the meeting, and no more of the pathway than a notice.
    meeting: meetingFacts(unit, found.case, org, 'notice'),
    department: org.departments.get(found.invitation.departmentId)?.name ?? '',
    until: obligation.dueOn === null ? '' : dayFromDate(obligation.dueOn),
    state: obligation.closedAt === null ? 'open' : obligation.status === 'met' ? 'said' : 'past',
  };
}

/** To the manager of a department: it was not represented; put right, the card says so. Never a person. */
export async function notRepresentedView(
  unit: Unit,
  representationId: string,
  personId: string,
): Promise<NotRepresentedView | undefined> {
  const row = await unit.tx.representation.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: representationId } },
  });
  const found = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  if (!row || !found) return undefined;
  const org = await organisation(unit);
  const manager = org.managerOfDepartment(row.departmentId);
  if (manager === undefined || (personId !== manager && personId !== org.atWorkFor(manager))) return undefined;
  return {
    mark: `notice/not-represented/${representationId}/1`,
    meeting: meetingFacts(unit, found, org, 'notice'),
    department: org.departments.get(row.departmentId)?.name ?? '',
    corrected: row.state !== 'not-represented',
  };
}
