import type { Unit } from '../../db/unit';
import { openObligation } from '../../obligations/open';
import { type Organisation, organisation } from '../../people/organisation';
import { addWorkingDays } from '../../time/working-calendar';
import type { MeetingCase } from '../store';
import type { Gathered } from './gathered';
import { representationOf } from './rules';

/** Working days in which one may say what we did not know; they stand still while one is away. */
const WORD_DAYS = 2;

/**
 * Only once the policy holds the two dates: how each department with a duty to attend stands, by department and meeting.
 * Nobody counts as not represented before those invited were asked whether there was something we did not know.
 */
export async function noteRepresentation(unit: Unit, found: MeetingCase, gathered: Gathered): Promise<void> {
  if (!hasDuty(unit, gathered)) return;
  const { tx, tenantId } = unit;
  const { meeting } = found;
  const org = await organisation(unit);
  const here = new Set(gathered.here.flatMap((one) => one.departmentId ?? []));
  const invited = found.invitations.filter((one) => one.status !== 'lead');
  for (const { departmentId, state, ask } of representationOf(invited, here)) {
    const id = unit.house.newId();
    await tx.representation.create({
      data: { tenantId, id, meetingId: meeting.id, departmentId, state, at: unit.now },
    });
    if (state === 'not-represented') tellManager(unit, org, { id, departmentId }, meeting.pathwayId);
    for (const personId of ask) {
      const invitation = invited.find((one) => one.personId === personId);
      if (!invitation || !org.isHere(personId)) continue;
      await openObligation(unit, {
        kind: 'absence-word',
        matterKind: 'attendance',
        matterId: invitation.id,
        round: 1,
        ownerRole: 'person',
        ownerId: personId,
        pathwayId: meeting.pathwayId,
        anchors: { due: addWorkingDays(org.calendarOf(personId), unit.today, WORD_DAYS) },
        card: { kind: 'absence-word', class: 'notice' },
      });
    }
  }
}

/** The manager of a department hears that it was not represented: a notice, never of a person. */
export function tellManager(
  unit: Unit,
  org: Organisation,
  row: { readonly id: string; readonly departmentId: string },
  pathwayId: string,
): void {
  const manager = org.managerOfDepartment(row.departmentId);
  if (manager === undefined) return;
  unit.message({
    naturalKey: `not-represented:${row.id}`,
    personId: org.atWorkFor(manager),
    class: 'notice',
    kind: 'not-represented',
    matterKind: 'representation',
    matterId: row.id,
    pathwayId,
  });
}

/** The model's duty to attend, or the policy's where it extends it. */
export function hasDuty(unit: Unit, { model }: Pick<Gathered, 'model'>): boolean {
  return model !== undefined && (model.attendance === 'duty' || unit.policy.dutyAlsoFor.includes(model.key));
}
