import type { Invitation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { settle } from '../../obligations/settle';
import { organisation } from '../../people/organisation';
import { withdrawColleague } from '../answers/step-invitation';
import { handPreparations } from '../owed/prepare';
import { mayShareWith } from '../standing';
import { loadMeetings, lockMeeting, type MeetingCase } from '../store';
import { tellCalendars } from './calendars';

/**
 * A pathway has a new lead: its meetings that are not closed yet are theirs. They are expected at them, owe no answer, and have
 * them in their calendar; a former lead who stays in the team comes as one of it. What the lead was to have ready goes with it.
 * The pathway is locked, and has its new lead already.
 */
export async function meetingsHaveNewLead(unit: Unit, pathwayId: string, byId: string | null): Promise<void> {
  const rows = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, pathwayId, status: { in: ['called', 'running', 'past'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) await lockMeeting(unit, id);
  const cases = await loadMeetings(
    unit,
    rows.map((row) => row.id),
  );
  for (const found of cases.values()) await change(unit, found, byId);
}

async function change(unit: Unit, found: MeetingCase, byId: string | null): Promise<void> {
  const { tx, tenantId } = unit;
  const { meeting, known } = found;
  const { leadId } = known.pathway;
  const org = await organisation(unit);
  const former = found.invitations.find((one) => one.status === 'lead');
  if (leadId === null || former?.personId === leadId) return;
  if (former) {
    const department = org.people.get(former.personId)?.departmentId ?? '';
    const stays =
      org.isHere(former.personId) && known.seats.includes(former.personId) && mayShareWith(found, department);
    await become(unit, former, stays ? 'coming' : 'closed');
    await handPreparations(unit, meeting, former.personId, leadId);
  }
  const own = found.invitations.find((one) => one.personId === leadId);
  if (own) {
    // Whoever leads comes themselves.
    await withdrawColleague(unit, found, own, byId);
    await become(unit, own, 'lead');
    const asked = { matterKind: 'invitation', matterIds: [own.id] };
    await settle(unit, asked, { status: 'met', byId, because: 'leads-now' });
  } else {
    const id = unit.house.newId();
    await tx.invitation.create({
      data: {
        tenantId,
        id,
        meetingId: meeting.id,
        personId: leadId,
        departmentId: org.people.get(leadId)?.departmentId ?? known.pathway.departmentId,
        whySealed: unit.seal('invitation', 'why_sealed', id, ''),
        status: 'lead',
      },
    });
  }
  await tx.meeting.update({
    where: { tenantId_id: { tenantId, id: meeting.id } },
    data: { version: { increment: 1 } },
  });
  // Whoever has the meeting in the calendar already has this mail already.
  if (meeting.status === 'called') await tellCalendars(unit, meeting, 'request');
  await touchCards(unit, 'meeting', [meeting.id]);
  await touchCards(
    unit,
    'invitation',
    found.invitations.map((one) => one.id),
  );
}

async function become(unit: Unit, { id }: Invitation, status: 'lead' | 'coming' | 'closed'): Promise<void> {
  await unit.tx.invitation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: {
      status,
      hinderedCode: null,
      leadReply: null,
      earlierStatus: null,
      answeredAt: unit.now,
      version: { increment: 1 },
    },
  });
}
