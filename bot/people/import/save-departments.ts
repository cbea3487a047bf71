import { type Ids, idOf } from './ids';
import type { ImportedDepartment } from './organisation-file';
import type { Run } from './run';

/**
 * Creates and renames departments. Parents and managers are linked later, when the people are there.
 * @returns the ids of the file's departments, and the codes that are no longer in the file
 */
export async function createDepartments(
  run: Run,
  imported: readonly ImportedDepartment[],
): Promise<{ ids: Ids; gone: string[] }> {
  const { tx, tenantId } = run;
  const existing = await tx.department.findMany({ where: { tenantId } });
  const byCode = new Map(existing.map((row) => [row.code, row]));
  const ids = new Map(imported.map(({ code }) => [code, byCode.get(code)?.id ?? run.newId()]));
  await tx.department.createMany({
    data: imported
      .filter(({ code }) => !byCode.has(code))
      .map(({ code, name, kind }) => ({ tenantId, id: idOf(ids, code), code, name, kind })),
  });
  for (const { code, name, kind } of imported) {
    const row = byCode.get(code);
    if (!row || (row.name === name && row.kind === kind)) continue;
    await tx.department.update({ where: { tenantId_id: { tenantId, id: row.id } }, data: { name, kind } });
  }
  const gone = existing.filter((row) => !ids.has(row.code)).map((row) => row.code);
  return { ids, gone: gone.sort() };
}

/**
 * Sets parents and managers as the file says. A department that is gone keeps its parent, so that its leader is found there.
 * @returns how many were linked otherwise before
 */
export async function linkDepartments(
  run: Run,
  imported: readonly ImportedDepartment[],
  ids: { readonly departments: Ids; readonly people: Ids },
): Promise<number> {
  const { tx, tenantId } = run;
  const wanted = new Map(
    imported.map(({ code, parentCode, managerEmail }) => [
      code,
      {
        parentId: parentCode === null ? null : idOf(ids.departments, parentCode),
        managerId: managerEmail === null ? null : idOf(ids.people, managerEmail),
      },
    ]),
  );
  let changed = 0;
  for (const row of await tx.department.findMany({ where: { tenantId } })) {
    const { parentId, managerId } = wanted.get(row.code) ?? { parentId: row.parentId, managerId: null };
    if (row.parentId === parentId && row.managerId === managerId) continue;
    await tx.department.update({ where: { tenantId_id: { tenantId, id: row.id } }, data: { parentId, managerId } });
    changed += 1;
  }
  return changed;
}
