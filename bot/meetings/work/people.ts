import type { Unit } from '../../db/unit';
import { organisation } from '../../people/organisation';
import { mayShareWith } from '../standing';
import { activeStandIn, type MeetingCase } from '../store';

export type Expected = {
  readonly id: string;
  readonly name: string;
  /** The department, or an external's role. */
  readonly department: string;
  readonly departmentId: string | null;
  readonly external: boolean;
  /** Whom a colleague came for. */
  readonly standsInFor: string | null;
  /** Said that they would come: marked beforehand. */
  readonly said: boolean;
};

/** Who may be marked as there: the lead, whoever was invited, colleagues in their place, and the externals. */
export async function expectedAt(unit: Unit, found: MeetingCase): Promise<Expected[]> {
  const org = await organisation(unit);
  const nameOf = (id: string) => org.people.get(id)?.name ?? '';
  const staff = found.invitations.flatMap((invitation): Expected[] => {
    const colleague = activeStandIn(found, invitation.id);
    const department = org.departments.get(invitation.departmentId)?.name ?? '';
    const own: Expected = {
      id: invitation.personId,
      name: nameOf(invitation.personId),
      department,
      departmentId: invitation.departmentId,
      external: false,
      standsInFor: null,
      said: invitation.status === 'lead' || invitation.status === 'coming',
    };
    if (!colleague) return [own];
    const instead: Expected = {
      ...own,
      id: colleague.personId,
      name: nameOf(colleague.personId),
      standsInFor: own.name,
      said: colleague.status === 'accepted',
    };
    return [instead, own];
  });
  const shared = staff.filter((one) => one.departmentId !== null && mayShareWith(found, one.departmentId));
  return [...unique(shared), ...(await externalsAt(unit, found))];
}

async function externalsAt(unit: Unit, { meeting }: MeetingCase): Promise<Expected[]> {
  const rows = await unit.tx.externalInvitation.findMany({
    where: { tenantId: unit.tenantId, meetingId: meeting.id, withdrawnAt: null },
    include: { external: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ external }) => ({
    id: external.id,
    name: unit.open('external', 'name_sealed', external.id, external.nameSealed),
    department: unit.open('external', 'role_sealed', external.id, external.roleSealed),
    departmentId: null,
    external: true,
    standsInFor: null,
    said: false,
  }));
}

function unique(people: readonly Expected[]): Expected[] {
  return [...new Map(people.map((one) => [one.id, one])).values()];
}
