import { Prisma } from '../../../prisma/generated/client';
import { addDays, dateFromDay } from '../../time/day';
import type { Run } from './run';

/** Ten working days, holidays apart: until then a lead who changed department says whether the baton comes with them. */
const DAYS_TO_SAY = 14;

type Kind = 'lead-missing' | 'lead-moved';
type Owed = { readonly pathwayId: string; readonly ownerId: string | null };

/**
 * What the organisation's file means for those who lead. An open pathway whose lead has left is its manager's to pass on
 * (owed to nobody here: the next beat finds the manager); a lead who came to another department is asked whether the baton
 * comes with them. What is no longer so is closed, and a manager who manages no more gives theirs back.
 * @param moved ids of those who changed department with this file
 */
export async function openLeadObligations(run: Run, moved: readonly string[]): Promise<void> {
  const { tx, tenantId, today } = run;
  await closeWhere(
    run,
    Prisma.sql`owed.kind = 'lead-missing' and lead.id is not null and (lead.left_on is null or lead.left_on > ${today}::date)`,
  );
  await closeWhere(
    run,
    Prisma.sql`owed.kind = 'lead-moved' and (lead.id is null or lead.left_on <= ${today}::date
      or owed.owner_id is distinct from lead.id or lead.department_id = pathway.department_id)`,
  );
  await tx.$executeRaw`
    update obligation set owner_id = null, next_at = ${run.now}, next_is = 'tell', version = version + 1
    where tenant_id = ${tenantId}::uuid and kind = 'lead-missing' and closed_at is null and owner_id is not null
      and owner_id not in (select manager_id from department where tenant_id = ${tenantId}::uuid and manager_id is not null)`;
  const missing = await tx.$queryRaw<Owed[]>`
    select pathway.id as "pathwayId", null::uuid as "ownerId" from pathway
    left join person lead on lead.tenant_id = pathway.tenant_id and lead.id = pathway.lead_id
    where pathway.tenant_id = ${tenantId}::uuid and pathway.status = 'open'
      and (lead.id is null or lead.left_on <= ${today}::date)
    order by pathway.id`;
  await open(run, 'lead-missing', missing);
  const leading = await tx.$queryRaw<Owed[]>`
    select pathway.id as "pathwayId", lead.id as "ownerId" from pathway
    join person lead on lead.tenant_id = pathway.tenant_id and lead.id = pathway.lead_id
    where pathway.tenant_id = ${tenantId}::uuid and pathway.status = 'open' and lead.id = any(${[...moved]}::uuid[])
      and (lead.left_on is null or lead.left_on > ${today}::date) and lead.department_id <> pathway.department_id
    order by pathway.id`;
  await open(run, 'lead-moved', leading);
}

/** Closes what is open about a pathway's lead where the file says otherwise; cards of it in chats are drawn anew. */
async function closeWhere(run: Run, which: Prisma.Sql): Promise<void> {
  const { tx, tenantId, now } = run;
  const found = await tx.$queryRaw<{ id: string; matterId: string }[]>`
    select owed.id, owed.matter_id as "matterId" from obligation owed
    join pathway on pathway.tenant_id = owed.tenant_id and pathway.id = owed.matter_id
    left join person lead on lead.tenant_id = pathway.tenant_id and lead.id = pathway.lead_id
    where owed.tenant_id = ${tenantId}::uuid and owed.closed_at is null and owed.matter_kind = 'pathway-lead' and ${which}
    order by owed.id for update of owed`;
  if (found.length === 0) return;
  await tx.obligation.updateMany({
    where: { tenantId, id: { in: found.map((row) => row.id) } },
    data: {
      status: 'cancelled',
      closedAt: now,
      closedBecause: 'imported',
      nextAt: null,
      nextIs: null,
      version: { increment: 1 },
    },
  });
  await tx.sentCard.updateMany({
    where: { tenantId, matterKind: 'pathway-lead', matterId: { in: found.map((row) => row.matterId) } },
    data: { dirtyAt: now, retryAt: null, attempts: 0 },
  });
}

/** Opens one for each pathway that has none open; each asking is a round of its own. */
async function open(run: Run, kind: Kind, owed: readonly Owed[]): Promise<void> {
  const { tx, tenantId } = run;
  const before = await tx.obligation.findMany({
    where: { tenantId, kind, matterKind: 'pathway-lead', matterId: { in: owed.map((one) => one.pathwayId) } },
    select: { matterId: true, round: true, closedAt: true },
  });
  const role = kind === 'lead-missing' ? 'manager' : 'lead';
  const due = addDays(run.today, kind === 'lead-missing' ? 0 : DAYS_TO_SAY);
  await tx.obligation.createMany({
    data: owed.flatMap(({ pathwayId, ownerId }): Prisma.ObligationCreateManyInput[] => {
      const earlier = before.filter((one) => one.matterId === pathwayId);
      if (earlier.some((one) => one.closedAt === null)) return [];
      return [
        {
          tenantId,
          id: run.newId(),
          kind,
          nature: 'duty',
          matterKind: 'pathway-lead',
          matterId: pathwayId,
          round: Math.max(0, ...earlier.map((one) => one.round)) + 1,
          ownerRole: role,
          ownerId,
          ownerKey: role,
          pathwayId,
          ladder: kind,
          anchors: { opened: run.today, due },
          dueOn: dateFromDay(due),
          status: 'open',
          openedAt: run.now,
          nextAt: run.now,
          nextIs: 'tell',
        },
      ];
    }),
    skipDuplicates: true,
  });
}
