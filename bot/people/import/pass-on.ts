import { Prisma } from '../../../prisma/generated/client';
import type { Run } from './run';

/** A blank lead or co-lead of a pathway that the file filled. */
export type NewLead = { readonly pathwayId: string; readonly role: 'lead' | 'co-lead'; readonly personId: string };

/**
 * Gives the open obligations of a role to whoever has it now, where they stood without an owner or with one who has left.
 * The next beat plans them anew.
 */
export async function passOn(run: Run, leads: readonly NewLead[]): Promise<void> {
  for (const { pathwayId, role, personId } of leads) {
    const ids = await lockOpen(
      run,
      Prisma.sql`pathway_id = ${pathwayId}::uuid and owner_role = ${role} and kind <> 'lead-moved' and (owner_id is null or owner_id in (${leavers(run)}))`,
    );
    await reassign(run, ids, personId);
  }
}

/**
 * Takes open obligations from everybody who has left: they stand without an owner until a manager settles it.
 * @returns how many
 */
export async function releaseLeavers(run: Run): Promise<number> {
  const ids = await lockOpen(run, Prisma.sql`owner_id in (${leavers(run)})`);
  await reassign(run, ids, null);
  return ids.length;
}

/** Whose days, leader or deputy are others than before, and departments that are led in another way. */
export type Changed = { readonly people: readonly string[]; readonly departments: readonly string[] };

/**
 * Lets the next beat plan anew what these people owe, and what those owe whom they lead or stand in for: a reminder that waited
 * for the working day of one leader may be due to another already.
 */
export async function planAgain(run: Run, { people, departments }: Changed): Promise<void> {
  if (people.length + departments.length === 0) return;
  const { tenantId } = run;
  await wake(
    run,
    await lockOpen(
      run,
      Prisma.sql`owner_id in (
        with recursive changed as (
          select id from person where tenant_id = ${tenantId}::uuid and (id = any(${[...people]}::uuid[]) or deputy_id = any(${[...people]}::uuid[]))
        ), led as (
          select id from department
          where tenant_id = ${tenantId}::uuid and (id = any(${[...departments]}::uuid[]) or manager_id in (select id from changed))
          union
          select below.id from department below join led on below.parent_id = led.id
          where below.tenant_id = ${tenantId}::uuid and below.manager_id is null
        )
        select id from person
        where tenant_id = ${tenantId}::uuid
          and (id in (select id from changed) or manager_id in (select id from changed) or department_id in (select id from led)))`,
    ),
  );
}

function leavers(run: Run): Prisma.Sql {
  return Prisma.sql`select id from person where tenant_id = ${run.tenantId}::uuid and left_on <= ${run.today}::date`;
}

/** Locks open obligations by id, the order that every part of the house keeps. */
async function lockOpen(run: Run, which: Prisma.Sql): Promise<string[]> {
  const found = await run.tx.$queryRaw<{ id: string }[]>`
    select id from obligation
    where tenant_id = ${run.tenantId}::uuid and closed_at is null and ${which}
    order by id for update`;
  return found.map((row) => row.id);
}

async function reassign(run: Run, ids: readonly string[], ownerId: string | null): Promise<void> {
  await run.tx.obligation.updateMany({
    where: { tenantId: run.tenantId, id: { in: [...ids] } },
    data: { ownerId, version: { increment: 1 } },
  });
  await wake(run, ids);
}

/** What is paused stays asleep. A deed that came next is found again by the planner, and never done early. */
async function wake(run: Run, ids: readonly string[]): Promise<void> {
  await run.tx.obligation.updateMany({
    where: { tenantId: run.tenantId, id: { in: [...ids] }, pausedOn: null },
    data: { nextAt: run.now, nextIs: 'tell', version: { increment: 1 } },
  });
}
