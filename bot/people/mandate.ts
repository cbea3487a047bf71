import type { Mandate } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Organisation } from './organisation';
import type { Standing } from './rights';

/** What a mandate may hold: a phone's screen, which others read on their way into a meeting. */
export const LONGEST_MANDATE = 600;

/** A department's mandate as it stands: what a colleague may decide at a meeting, and what must be asked. */
export type WrittenMandate = {
  /** The row's id: names this wording, so that a form can say which one it was opened on. */
  readonly id: string;
  /** May hold line breaks. */
  readonly text: string;
  readonly byId: string;
  readonly at: Date;
};

/**
 * The department's mandate, read once a unit; `''` where none was written. It stands on invitations, on the card of a
 * colleague who comes instead, with the manager who names somebody, and on the meeting card. May hold line breaks.
 */
export function mandateOf(unit: Unit, departmentId: string): Promise<string> {
  return unit.once(`mandate:${departmentId}`, async () => (await newestMandate(unit, departmentId))?.text ?? '');
}

/** The newest wording with who wrote it and when, as the database has it now. */
export async function newestMandate(unit: Unit, departmentId: string): Promise<WrittenMandate | undefined> {
  const row = await unit.tx.mandate.findFirst({
    where: { tenantId: unit.tenantId, departmentId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return row === null ? undefined : opened(unit, row);
}

const opened = (unit: Unit, { id, textSealed, byId, at }: Mandate): WrittenMandate => ({
  id,
  text: unit.open('mandate', 'text_sealed', id, textSealed),
  byId,
  at,
});

/**
 * What somebody is to a department's mandate: its manager (or the one of the department above, where it has none), and
 * whoever answers for the manager while away.
 */
export function standingsFor(departmentId: string, personId: string, org: Organisation): Set<Standing> {
  if (!org.isHere(personId)) return new Set();
  const manager = org.managerOfDepartment(departmentId);
  const answers = manager !== undefined && (manager === personId || org.atWorkFor(manager) === personId);
  return new Set(answers ? ['staff', 'manager'] : ['staff']);
}

/**
 * Writes a department's mandate anew; what stood before stays in the database. The caller must have been found to have the
 * right. The same wording again changes nothing.
 * @param mandate.over the id of the wording that the writer saw; `''` where there was none
 * @returns what is wrong: empty, too long, or changed by somebody else meanwhile
 */
export async function writeMandate(
  unit: Unit,
  mandate: { readonly departmentId: string; readonly text: string; readonly over: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const { departmentId } = mandate;
  const text = mandate.text.replace(/\r\n?/g, '\n').trim();
  if (text === '') return { code: 'form', faults: { text: 'mandate-missing' } };
  if (text.length > LONGEST_MANDATE) return { code: 'form', faults: { text: 'too-long' } };
  // A manager and the one who answers for them may write at once: one after the other, and the second sees the first.
  await tx.$queryRaw`select id from department where tenant_id = ${tenantId}::uuid and id = ${departmentId}::uuid for update`;
  const before = await newestMandate(unit, departmentId);
  if (before?.text === text) return undefined;
  if ((before?.id ?? '') !== mandate.over) return { code: 'form', faults: { text: 'changed-meanwhile' } };
  const id = unit.house.newId();
  await tx.mandate.create({
    data: {
      tenantId,
      id,
      departmentId,
      textSealed: unit.seal('mandate', 'text_sealed', id, text),
      byId,
      at: unit.now,
    },
  });
  await touchMandate(unit, departmentId);
  unit.audit({ act: 'mandate.write', actorId: byId, matterKind: 'mandate', matterId: id, codes: [departmentId] });
  return undefined;
}

/** The cards that show a department's mandate are drawn anew: those of meetings ahead or going on, and the readers' own. */
async function touchMandate(unit: Unit, departmentId: string): Promise<void> {
  const invitations = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, departmentId, meeting: { status: { in: ['called', 'running'] } } },
    select: { id: true, meetingId: true, standInInvitation: { select: { id: true } } },
  });
  await touchCards(
    unit,
    'meeting',
    invitations.map((one) => one.meetingId),
  );
  await touchCards(
    unit,
    'invitation',
    invitations.map((one) => one.id),
  );
  await touchCards(
    unit,
    'stand-in',
    invitations.flatMap((one) => one.standInInvitation.map(({ id }) => id)),
  );
  await touchCards(unit, 'mandate', [departmentId]);
}
