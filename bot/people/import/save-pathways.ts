import { createPathways } from './create-pathways';
import { type FilledPathway, fillPathway, type KnownPathway } from './fill-pathway';
import type { Referred } from './ids';
import { askReckoning, laterRounds, openGroundEnds } from './open-timers';
import type { ImportedPathway } from './organisation-file';
import type { NewLead } from './pass-on';
import type { ImportReport, Run } from './run';

type SavedPathways = {
  readonly counts: ImportReport['pathways'];
  readonly differences: ImportReport['differences'];
  readonly newLeads: readonly NewLead[];
};

/** Creates the pathways that are new and fills the blanks of the others, each with its audit row. */
export async function savePathways(
  run: Run,
  imported: readonly ImportedPathway[],
  referred: Referred,
): Promise<SavedPathways> {
  const known = await lockKnown(run, imported);
  const isNew = (one: ImportedPathway) => !known.has(keyOf(one));
  const fresh = imported.filter(isNew);
  const created = await createPathways(run, fresh, referred);
  const begun = created.filter((_, at) => fresh[at]?.endedOn === null);
  const filled: FilledPathway[] = [];
  for (const one of imported) {
    const pathway = known.get(keyOf(one));
    if (pathway) filled.push(await fillPathway(run, pathway, one, referred));
  }
  const changed = filled.filter((one) => one.codes.length > 0);
  const born = filled.filter((one) => one.codes.includes('born-on'));
  const reckoned = filled.filter((one) => one.codes.length > 0);
  await openGroundEnds(
    run,
    born.map((one) => one.id),
  );
  await askReckoning(run, [
    ...begun.map((pathwayId) => ({ pathwayId, round: 1 })),
    ...(await laterRounds(
      run,
      reckoned.map((one) => one.id),
    )),
  ]);
  await run.tx.auditRow.createMany({
    data: [...created.map((id) => ({ id, codes: ['created'] })), ...changed].map(({ id, codes }) => ({
      tenantId: run.tenantId,
      id: run.newId(),
      at: run.now,
      actorId: null,
      act: 'import',
      matterKind: 'pathway',
      matterId: id,
      pathwayId: id,
      codes: [...codes],
    })),
  });
  return {
    counts: { created: created.length, filled: changed.length, unchanged: filled.length - changed.length },
    differences: filled.flatMap(({ ref, differences }) => differences.map((field) => ({ ref, field }))),
    newLeads: filled.flatMap((one) => one.newLeads),
  };
}

/** Locks the pathways by id, before anything that belongs to them: the order that every part of the house keeps. */
async function lockKnown(run: Run, imported: readonly ImportedPathway[]): Promise<Map<string, KnownPathway>> {
  const { tx, tenantId } = run;
  const wanted = new Set(imported.map(keyOf));
  const all = await tx.pathway.findMany({ where: { tenantId }, select: { id: true, ref: true } });
  const ids = all.filter((row) => wanted.has(keyOf(row))).map((row) => row.id);
  await tx.$executeRaw`
    select id from pathway where tenant_id = ${tenantId}::uuid and id = any(${ids}::uuid[]) order by id for update`;
  const ofThem = { tenantId, pathwayId: { in: ids } };
  const pathways = await tx.pathway.findMany({ where: { tenantId, id: { in: ids } } });
  const seats = grouped(await tx.teamSeat.findMany({ where: ofThem }), (row) => row.pathwayId);
  const caseNumbers = grouped(await tx.caseNumber.findMany({ where: ofThem }), (row) => row.pathwayId);
  const groundRows = await tx.ground.findMany({ where: ofThem });
  const scopeRows = await tx.groundScope.findMany({
    where: { tenantId, groundId: { in: groundRows.map((row) => row.id) } },
  });
  const scopes = grouped(scopeRows, (row) => row.groundId);
  const grounds = grouped(
    groundRows.map((row) => ({
      ...row,
      departmentIds: (scopes.get(row.id) ?? []).flatMap((scope) => scope.departmentId ?? []),
    })),
    (row) => row.pathwayId,
  );
  return new Map(
    pathways.map((row) => [
      keyOf(row),
      {
        ...row,
        seats: seats.get(row.id) ?? [],
        caseNumbers: caseNumbers.get(row.id) ?? [],
        grounds: grounds.get(row.id) ?? [],
      },
    ]),
  );
}

/** Nobody tells references apart by their capitals. */
const keyOf = ({ ref }: { readonly ref: string }): string => ref.toLowerCase();

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const others = found.get(key(row));
    if (others) others.push(row);
    else found.set(key(row), [row]);
  }
  return found;
}
