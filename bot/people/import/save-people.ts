import { isDeepStrictEqual } from 'node:util';
import type { Person, PersonRole } from '../../../prisma/generated/client';
import { type Day, dateFromDay, dayFromDate } from '../../time/day';
import { type Ids, idOf } from './ids';
import type { Hired } from './open-onboarding';
import type { ImportedPerson } from './organisation-file';
import type { ImportReport, Run } from './run';

type SavedPeople = {
  /** Ids of everybody in the file, by e-mail. */
  readonly ids: Ids;
  /** Ids of those in the file who have not left. */
  readonly here: ReadonlySet<string>;
  readonly counts: ImportReport['people'];
  /** Ids of those whose working days, leader or deputy may be others than before. */
  readonly changed: readonly string[];
  /** Ids of those who came to another department. */
  readonly moved: readonly string[];
  /** Those who are here, and whose first day of work was another before, or not known. */
  readonly hired: readonly Hired[];
};

/**
 * Makes the people what the file says they are. Who is no longer in it has left today; nobody is ever deleted. A person is
 * known by the Entra id: the same e-mail with another id is somebody new.
 */
export async function savePeople(
  run: Run,
  imported: readonly ImportedPerson[],
  departments: Ids,
): Promise<SavedPeople> {
  const { tx, tenantId } = run;
  const existing = await tx.person.findMany({ where: { tenantId } });
  const byEntraId = new Map(existing.map((row) => [row.entraId, row]));
  const ids = new Map(imported.map((one) => [one.email, byEntraId.get(one.entraId)?.id ?? run.newId()]));
  const wanted = imported.map((one) => rowOf(run, one, departments, ids, byEntraId.get(one.entraId)));
  const roles = await replaceRoles(run, imported, ids);

  const counts = { created: 0, updated: 0, left: 0, returned: 0 };
  const changed: WantedPerson[] = [];
  const changedReach: string[] = [];
  for (const row of wanted) {
    const before = byEntraId.get(row.entraId);
    const isNew = before === undefined;
    if (isNew || !isSame(before, row)) changed.push(row);
    if (isNew) counts.created += 1;
    else if (isHere(before, run.today) !== isHere(row, run.today))
      counts[isHere(row, run.today) ? 'returned' : 'left'] += 1;
    else if (!isSame(before, row) || roles.has(row.id)) counts.updated += 1;
    if (before && !hasSameReach(before, row)) changedReach.push(row.id);
  }
  counts.left += await letGo(run, existing, new Set(wanted.map((row) => row.id)));
  await freeEmails(run, changed, existing);
  await tx.person.createMany({ data: changed.filter((row) => !byEntraId.has(row.entraId)).map(withoutLinks) });
  for (const row of changed) {
    if (!byEntraId.has(row.entraId)) continue;
    await tx.person.update({ where: { tenantId_id: { tenantId, id: row.id } }, data: withoutLinks(row) });
  }
  await linkPeople(run, changed);
  await roles.write();
  const here = new Set(wanted.filter((row) => isHere(row, run.today)).map((row) => row.id));
  const moved = wanted.filter((row) => {
    const before = byEntraId.get(row.entraId);
    return before !== undefined && before.departmentId !== row.departmentId;
  });
  const hired = wanted.flatMap((row): Hired[] => {
    if (row.hiredOn === null || !here.has(row.id)) return [];
    const hiredOn = dayFromDate(row.hiredOn);
    const before = byEntraId.get(row.entraId)?.hiredOn ?? null;
    return before !== null && dayFromDate(before) === hiredOn ? [] : [{ personId: row.id, hiredOn }];
  });
  return { ids, here, counts, changed: changedReach, moved: moved.map((row) => row.id), hired };
}

type WantedPerson = Omit<Person, 'greetedAt'>;

function rowOf(run: Run, one: ImportedPerson, departments: Ids, people: Ids, before: Person | undefined): WantedPerson {
  return {
    tenantId: run.tenantId,
    id: idOf(people, one.email),
    entraId: one.entraId,
    name: one.name,
    email: one.email,
    departmentId: idOf(departments, one.departmentCode),
    title: one.title,
    managerId: one.managerEmail === null ? null : idOf(people, one.managerEmail),
    deputyId: one.deputyEmail === null ? null : idOf(people, one.deputyEmail),
    profession: one.profession,
    worksOn: [...one.worksOn],
    hiredOn: one.hiredOn && dateFromDay(one.hiredOn),
    leftOn: one.leftOn && dateFromDay(one.leftOn),
    // What Teams has said to somebody who met the bot wins over the file.
    locale: before && before.greetedAt !== null ? before.locale : one.locale,
  };
}

/** Managers and deputies may come later in the same insert, and deputies may be each other's. */
function withoutLinks({ managerId: _manager, deputyId: _deputy, ...row }: WantedPerson) {
  return row;
}

function isSame(before: Person, row: WantedPerson): boolean {
  const { greetedAt: _greeted, ...known } = before;
  return isDeepStrictEqual(known, row);
}

function hasSameReach(before: Person, row: WantedPerson): boolean {
  return (
    before.departmentId === row.departmentId &&
    before.worksOn.join() === row.worksOn.join() &&
    before.managerId === row.managerId &&
    before.deputyId === row.deputyId
  );
}

const isHere = (row: { readonly leftOn: Date | null }, today: Day): boolean =>
  row.leftOn === null || dayFromDate(row.leftOn) > today;

/** Those who are no longer in the file leave today, unless they left before. */
async function letGo(run: Run, existing: readonly Person[], kept: ReadonlySet<string>): Promise<number> {
  const gone = existing.filter((row) => !kept.has(row.id) && isHere(row, run.today)).map((row) => row.id);
  await run.tx.person.updateMany({
    where: { tenantId: run.tenantId, id: { in: gone } },
    data: { leftOn: dateFromDay(run.today) },
  });
  return gone.length;
}

/** Two people may have exchanged their e-mails: none may be taken while the rows are written one by one. */
async function freeEmails(run: Run, changed: readonly WantedPerson[], existing: readonly Person[]): Promise<void> {
  const before = new Map(existing.map((row) => [row.id, row.email]));
  const moving = changed.filter((row) => before.has(row.id) && before.get(row.id) !== row.email).map((row) => row.id);
  if (moving.length === 0) return;
  await run.tx.$executeRaw`
    update person set email = id::text where tenant_id = ${run.tenantId}::uuid and id = any(${moving}::uuid[])`;
}

async function linkPeople(run: Run, changed: readonly WantedPerson[]): Promise<void> {
  if (changed.length === 0) return;
  const links = JSON.stringify(changed.map(({ id, managerId, deputyId }) => ({ id, managerId, deputyId })));
  await run.tx.$executeRaw`
    update person set manager_id = link."managerId", deputy_id = link."deputyId"
    from jsonb_to_recordset(${links}::jsonb) as link(id uuid, "managerId" uuid, "deputyId" uuid)
    where person.tenant_id = ${run.tenantId}::uuid and person.id = link.id`;
}

/** Compares the roles; `has` says whose differ, `write` replaces them, once the people are there. */
async function replaceRoles(
  run: Run,
  imported: readonly ImportedPerson[],
  ids: Ids,
): Promise<{ has(personId: string): boolean; write(): Promise<void> }> {
  const { tx, tenantId } = run;
  const existing = await tx.personRole.findMany({ where: { tenantId } });
  const key = ({ personId, role }: Pick<PersonRole, 'personId' | 'role'>) => `${personId} ${role}`;
  const wanted = imported.flatMap((one) => one.roles.map((role) => ({ personId: idOf(ids, one.email), role })));
  const known = new Set(existing.map(key));
  const kept = new Set(wanted.map(key));
  const added = wanted.filter((one) => !known.has(key(one)));
  const dropped = existing.filter((row) => !kept.has(key(row)));
  const touched = new Set([...added, ...dropped].map((one) => one.personId));
  return {
    has: (personId) => touched.has(personId),
    write: async () => {
      await tx.personRole.deleteMany({ where: { tenantId, id: { in: dropped.map((row) => row.id) } } });
      await tx.personRole.createMany({ data: added.map((one) => ({ tenantId, id: run.newId(), ...one })) });
    },
  };
}
