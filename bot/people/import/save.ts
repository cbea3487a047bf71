import type { Prisma, PrismaClient } from '../../../prisma/generated/client';
import { openLeadObligations } from './open-lead-obligations';
import { openOnboarding } from './open-onboarding';
import type { ImportedOrganisation } from './organisation-file';
import { passOn, planAgain, releaseLeavers } from './pass-on';
import { replaceAbsences, replaceClosures } from './replace-days';
import type { ImportReport, Run } from './run';
import { createDepartments, linkDepartments } from './save-departments';
import { savePathways } from './save-pathways';
import { savePeople } from './save-people';

export type ImportOptions = Omit<Run, 'tx'> & {
  readonly prisma: PrismaClient;
  readonly organisation: ImportedOrganisation;
  /** The municipality's name, for its first import; else that of the topmost department. */
  readonly name?: string;
};

/** Several thousand people are a minute's work on a slow disk. */
const LONGEST = { maxWait: 10_000, timeout: 180_000 };

/**
 * Saves a checked organisation in one transaction: all of it or nothing. The organisation follows the file; pathways are
 * created and their blanks filled, and what differs is reported and left. Saving the same again changes nothing.
 * Two imports of one municipality wait for each other.
 * @throws what the database throws; then nothing was written
 */
export function importOrganisation(o: ImportOptions): Promise<ImportReport> {
  return o.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.tenant_id', ${o.tenantId}, true)`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import:${o.tenantId}`}, 0))`;
    const run: Run = { ...o, tx };
    const { organisation } = o;
    await createTenant(run, o.name ?? topmostName(organisation));

    const departments = await createDepartments(run, organisation.departments);
    const people = await savePeople(run, organisation.people, departments.ids);
    const ledOtherwise = await linkDepartments(run, organisation.departments, {
      departments: departments.ids,
      people: people.ids,
    });
    const changedDays = [
      ...(await replaceAbsences(run, organisation.absences, people.ids)),
      ...(await replaceClosures(run, organisation.closures, departments.ids)),
    ];
    const pathways = await savePathways(run, organisation.pathways, {
      departments: departments.ids,
      people: people.ids,
      here: people.here,
    });
    await passOn(run, pathways.newLeads);
    const orphans = await releaseLeavers(run);
    await openLeadObligations(run, people.moved);
    const { created, updated, left, returned } = people.counts;
    await openOnboarding(run, {
      hired: people.hired,
      changed: created + updated + left + returned + changedDays.length + ledOtherwise.length > 0,
    });
    await planAgain(run, { people: [...changedDays, ...people.changed], departments: ledOtherwise });

    const report: ImportReport = {
      departments: organisation.departments.length,
      departmentsGone: departments.gone,
      people: people.counts,
      pathways: pathways.counts,
      absences: organisation.absences?.length ?? null,
      closures: organisation.closures?.length ?? null,
      orphans,
      withoutLead: await pathwaysWithoutLead(run),
      differences: pathways.differences,
    };
    await tx.importRun.create({
      data: { tenantId: o.tenantId, id: o.newId(), at: o.now, counts: countsOf(report) },
    });
    return report;
  }, LONGEST);
}

async function createTenant(run: Run, name: string): Promise<void> {
  await run.tx.tenant.createMany({
    data: [{ tenantId: run.tenantId, name, createdAt: run.now }],
    skipDuplicates: true,
  });
  // Before its people: a change of the organisation changes this row, and two who take them in another order wait for each other.
  await run.tx.$executeRaw`select 1 from tenant where tenant_id = ${run.tenantId}::uuid for no key update`;
}

function topmostName({ departments }: ImportedOrganisation): string {
  return departments.find((department) => department.parentCode === null)?.name ?? '';
}

async function pathwaysWithoutLead(run: Run): Promise<string[]> {
  const found = await run.tx.$queryRaw<{ ref: string }[]>`
    select pathway.ref from pathway
    left join person on person.tenant_id = pathway.tenant_id and person.id = pathway.lead_id
    where pathway.tenant_id = ${run.tenantId}::uuid and pathway.status = 'open'
      and (person.id is null or person.left_on <= ${run.today}::date)
    order by pathway.ref`;
  return found.map((row) => row.ref);
}

/** The report as it is kept: figures only. */
function countsOf(report: ImportReport): Prisma.InputJsonObject {
  const { departmentsGone, withoutLead, differences, ...counts } = report;
  return {
    ...counts,
    departmentsGone: departmentsGone.length,
    withoutLead: withoutLead.length,
    differences: differences.length,
  };
}
