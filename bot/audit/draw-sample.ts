import { type House, inTenant, type Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import { organisation } from '../people/organisation';
import { sampleResponsible } from '../people/sample-responsible';
import { addDays, type Day, dateFromDay, dayFromDate } from '../time/day';
import { dayOf, momentAt, toInstant, toMoment } from '../time/moment';
import { addWorkingDays, isWorkingMoment } from '../time/working-calendar';
import { passSamples } from './pass-samples';
import { type Period, periodDue } from './sample-rules';
import { sampleSeen } from './sample-seen';
import { loadSample, lockSamples } from './samples';

/** So many working days the responsible has. */
const WORKING_DAYS = 10;

/**
 * Gives open samples to whoever the policy names now, and when the policy's interval has passed and it is working time, draws
 * the next: rows of the audit log at random, and the obligation to look through them. One process at a time. Where the period
 * has no rows, none is drawn, and the next interval counts; where nobody has the policy's e-mail, it waits for somebody who has.
 * @returns the id of what was drawn
 */
export async function drawSample(house: House, tenantId: string): Promise<string | undefined> {
  return inTenant(house, tenantId, async (unit) => {
    const { auditSample } = unit.policy;
    if (auditSample === null) return undefined;
    const org = await organisation(unit);
    const responsibleId = sampleResponsible(unit.policy, org);
    if (responsibleId === undefined) return undefined;
    await passSamples(unit, responsibleId);
    if (!isWorkingMoment(org.house, unit.moment)) return undefined;
    if ((await periodNow(unit, auditSample.every)) === undefined) return undefined;
    await lockSamples(unit);
    // Another process may have drawn it meanwhile.
    const period = await periodNow(unit, auditSample.every);
    const rows = period && (await drawRows(unit, period, { most: auditSample.rows, except: responsibleId }));
    if (!period || !rows || rows.length === 0) return undefined;
    const id = await saveSample(unit, period, rows, responsibleId);
    await openObligation(unit, {
      kind: 'audit-sample',
      matterKind: 'audit-sample',
      matterId: id,
      round: 1,
      ownerRole: 'sample-responsible',
      ownerId: responsibleId,
      anchors: { due: addWorkingDays(org.calendarOf(responsibleId), unit.today, WORKING_DAYS) },
      card: { kind: 'audit-sample', class: 'summons' },
    });
    const drawn = await loadSample(unit, id);
    if (drawn) sampleSeen(unit, drawn, responsibleId);
    return id;
  });
}

/** The period that the next sample is drawn from, when its end has come. The first begins with the first act in a pathway. */
async function periodNow(unit: Unit, every: string): Promise<Period | undefined> {
  const { tx, tenantId, today } = unit;
  const last = await tx.auditSample.findFirst({ where: { tenantId }, orderBy: { n: 'desc' }, select: { toOn: true } });
  const fromOn = last ? addDays(dayFromDate(last.toOn), 1) : await firstDay(unit);
  return fromOn === undefined ? undefined : periodDue(fromOn, every, today);
}

async function firstDay({ tx, tenantId, policy }: Unit): Promise<Day | undefined> {
  const first = await tx.auditRow.findFirst({
    where: { tenantId, actorId: { not: null }, pathwayId: { not: null } },
    orderBy: { id: 'asc' },
    select: { at: true },
  });
  return first === null ? undefined : dayOf(toMoment(first.at, policy.zone));
}

/**
 * Rows of acts in pathways, each as likely as any other: PostgreSQL's random UUIDs order them. Nobody reviews themselves.
 * @returns their ids, the oldest act first
 */
export async function drawRows(
  { tx, tenantId, policy }: Unit,
  { fromOn, toOn }: Period,
  { most, except }: { readonly most: number; readonly except: string },
): Promise<string[]> {
  const [from, until] = [fromOn, addDays(toOn, 1)].map((day) => toInstant(momentAt(day, '00:00'), policy.zone));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      select id, at from audit_row
      where tenant_id = ${tenantId}::uuid and at >= ${from} and at < ${until}
        and pathway_id is not null and actor_id is not null and actor_id <> ${except}::uuid
      order by gen_random_uuid() limit ${most}
    ) drawn order by at, id`;
  return rows.map((row) => row.id);
}

async function saveSample(
  unit: Unit,
  { fromOn, toOn }: Period,
  rows: readonly string[],
  responsibleId: string,
): Promise<string> {
  const { tx, tenantId, house, now } = unit;
  const id = house.newId();
  const n = (await tx.auditSample.count({ where: { tenantId } })) + 1;
  await tx.auditSample.create({
    data: { tenantId, id, n, fromOn: dateFromDay(fromOn), toOn: dateFromDay(toOn), responsibleId, at: now },
  });
  await tx.auditSampleRow.createMany({
    data: rows.map((auditRowId, at) => ({ tenantId, id: house.newId(), sampleId: id, n: at + 1, auditRowId })),
  });
  unit.audit({
    act: 'audit.sample-draw',
    actorId: null,
    matterKind: 'audit-sample',
    matterId: id,
    codes: [responsibleId, String(rows.length)],
  });
  return id;
}
