import type { CaseNumber, Ground, Pathway, TeamSeat } from '../../../prisma/generated/client';
import { eighteenthBirthday } from '../../time/coming-of-age';
import { dateFromDay, dayFromDate } from '../../time/day';
import { addCaseNumbers, addGround, leadsOf, sealBornOn, teamOf } from './create-pathways';
import { idOf, type Referred } from './ids';
import type { ImportedPathway } from './organisation-file';
import type { NewLead } from './pass-on';
import type { Place, Run } from './run';

/** A pathway as it stands, with what belongs to it. */
export type KnownPathway = Pathway & {
  readonly seats: readonly TeamSeat[];
  readonly caseNumbers: readonly CaseNumber[];
  readonly grounds: readonly (Ground & { readonly departmentIds: readonly string[] })[];
};

export type FilledPathway = {
  readonly id: string;
  readonly ref: string;
  /** What was filled, for the audit row; empty: nothing. */
  readonly codes: readonly string[];
  /** Columns in which the file says something else, and the pathway was left as it is. */
  readonly differences: readonly string[];
  readonly newLeads: readonly NewLead[];
};

type Outcome = { readonly codes: string[]; readonly differences: string[]; readonly newLeads: NewLead[] };

/**
 * Fills what a pathway lacks from the file, and says where they disagree. What people did in the chat stands: somebody who
 * was taken out of the team is not put back, and a consent that was withdrawn is not given again. An ended pathway is left
 * alone, since what it lacks may have been erased.
 */
export async function fillPathway(
  run: Run,
  known: KnownPathway,
  imported: ImportedPathway,
  referred: Referred,
): Promise<FilledPathway> {
  const outcome: Outcome = { codes: [], differences: [], newLeads: [] };
  compare(run, known, imported, referred, outcome);
  if (known.status === 'open') {
    await fillLeads(run, known, imported, referred, outcome);
    await fillBornOn(run, known, imported, outcome);
    await fillTeam(run, known, imported, referred, outcome);
    await fillGrounds(run, known, imported, referred, outcome);
    await fillCaseNumbers(run, known, imported, outcome);
    if (outcome.codes.length > 0) {
      await run.tx.pathway.update({ where: keyOf(run, known), data: { version: { increment: 1 } } });
    }
  }
  return { id: known.id, ref: known.ref, ...outcome };
}

function compare(run: Run, known: KnownPathway, imported: ImportedPathway, referred: Referred, outcome: Outcome): void {
  const { departments } = referred;
  if (known.departmentId !== idOf(departments, imported.departmentCode)) outcome.differences.push('department');
  if (known.model !== imported.model) outcome.differences.push('model');
  if (dayFromDate(known.startedOn) !== imported.startedOn) outcome.differences.push('started_on');
  const endedOn = known.endedOn && dayFromDate(known.endedOn);
  if (imported.endedOn !== null && imported.endedOn !== endedOn) outcome.differences.push('ended_on');
  if (known.status !== 'open') return;
  if (differs(run, { table: 'pathway', column: 'alias_sealed', rowId: known.id }, known.aliasSealed, imported.alias)) {
    outcome.differences.push('alias');
  }
}

function differs(run: Run, place: Place, sealed: Uint8Array, text: string): boolean {
  return run.open !== undefined && run.open(place, sealed) !== text;
}

async function fillLeads(
  run: Run,
  known: KnownPathway,
  imported: ImportedPathway,
  referred: Referred,
  outcome: Outcome,
): Promise<void> {
  const { leadId, coLeadId } = leadsOf(imported, referred);
  const isBlank = (id: string | null) => id === null || !referred.here.has(id);
  if (leadId !== null && isBlank(known.leadId)) {
    await run.tx.pathway.update({ where: keyOf(run, known), data: { leadId } });
    await beginLeadPeriod(run, known.id, leadId);
    outcome.codes.push('lead');
    outcome.newLeads.push({ pathwayId: known.id, role: 'lead', personId: leadId });
  } else if (leadId !== null && leadId !== known.leadId) outcome.differences.push('lead_email');
  if (coLeadId !== null && isBlank(known.coLeadId)) {
    await run.tx.pathway.update({ where: keyOf(run, known), data: { coLeadId } });
    outcome.codes.push('co-lead');
    outcome.newLeads.push({ pathwayId: known.id, role: 'co-lead', personId: coLeadId });
  } else if (coLeadId !== null && coLeadId !== known.coLeadId) outcome.differences.push('co_lead_email');
}

async function beginLeadPeriod(run: Run, pathwayId: string, personId: string): Promise<void> {
  const { tx, tenantId } = run;
  const today = dateFromDay(run.today);
  await tx.leadPeriod.updateMany({ where: { tenantId, pathwayId, untilOn: null }, data: { untilOn: today } });
  await tx.leadPeriod.create({ data: { tenantId, id: run.newId(), pathwayId, personId, fromOn: today } });
}

async function fillBornOn(run: Run, known: KnownPathway, imported: ImportedPathway, outcome: Outcome): Promise<void> {
  const { bornOn } = imported;
  if (bornOn === null) return;
  if (known.bornOnSealed !== null) {
    const place = { table: 'pathway', column: 'born_on_sealed', rowId: known.id };
    if (differs(run, place, known.bornOnSealed, bornOn)) outcome.differences.push('birth_date');
    return;
  }
  await run.tx.pathway.update({ where: keyOf(run, known), data: { bornOnSealed: sealBornOn(run, known.id, bornOn) } });
  await run.tx.ground.updateMany({
    where: { tenantId: run.tenantId, pathwayId: known.id, givenBy: 'custody-holder', untilOn: null },
    data: { untilOn: dateFromDay(eighteenthBirthday(bornOn)) },
  });
  outcome.codes.push('born-on');
}

async function fillTeam(
  run: Run,
  known: KnownPathway,
  imported: ImportedPathway,
  referred: Referred,
  outcome: Outcome,
): Promise<void> {
  const { tx, tenantId } = run;
  const wanted = teamOf(imported, referred);
  const seated = new Set(known.seats.filter((seat) => isOpen(run, seat)).flatMap((seat) => seat.personId ?? []));
  const everSeated = new Set(known.seats.flatMap((seat) => seat.personId ?? []));
  const leads = [known.leadId, known.coLeadId];
  const added = wanted.filter((id) => !everSeated.has(id) && !leads.includes(id));
  await tx.teamSeat.createMany({
    data: added.map((personId) => ({
      tenantId,
      id: run.newId(),
      pathwayId: known.id,
      personId,
      fromOn: dateFromDay(run.today),
    })),
  });
  if (added.length > 0) outcome.codes.push('team');
  const wasTakenOut = wanted.some((id) => everSeated.has(id) && !seated.has(id));
  const { leadId, coLeadId } = leadsOf(imported, referred);
  const named = [...wanted, leadId, coLeadId];
  const isNotInFile = [...seated].some((id) => referred.here.has(id) && !named.includes(id));
  if (wasTakenOut || isNotInFile) outcome.differences.push('team_emails');
}

async function fillGrounds(
  run: Run,
  known: KnownPathway,
  imported: ImportedPathway,
  { departments }: Referred,
  outcome: Outcome,
): Promise<void> {
  const inForce = new Set<string>();
  const ever = new Set<string>();
  for (const ground of known.grounds) {
    const holds = ground.withdrawnAt === null && isOpen(run, ground);
    for (const id of ground.departmentIds) {
      ever.add(id);
      if (holds) inForce.add(id);
    }
  }
  const { ground } = imported;
  if (ground === null) return;
  const lacking = ground.departmentCodes.filter((code) => !ever.has(idOf(departments, code)));
  if (lacking.length > 0) {
    await addGround(run, known.id, imported, ground, lacking, departments);
    outcome.codes.push('ground');
  }
  const wanted = ground.departmentCodes.map((code) => idOf(departments, code));
  const hasEnded = wanted.some((id) => ever.has(id) && !inForce.has(id));
  const isNotInFile = [...inForce].some((id) => !wanted.includes(id));
  if (hasEnded || isNotInFile) outcome.differences.push('consent_departments');
}

async function fillCaseNumbers(
  run: Run,
  known: KnownPathway,
  imported: ImportedPathway,
  outcome: Outcome,
): Promise<void> {
  const bySystem = new Map(known.caseNumbers.map((row) => [row.system, row]));
  const added = imported.caseNumbers.filter(({ system }) => !bySystem.has(system));
  await addCaseNumbers(run, known.id, added);
  if (added.length > 0) outcome.codes.push('case-number');
  const hasOther = imported.caseNumbers.some(({ system, value }) => {
    const row = bySystem.get(system);
    const place = { table: 'case_number', column: 'value_sealed', rowId: row?.id ?? '' };
    return row !== undefined && differs(run, place, row.valueSealed, value);
  });
  if (hasOther) outcome.differences.push('case_numbers');
}

/** The day it ends is the first without it. */
const isOpen = (run: Run, { untilOn }: { readonly untilOn: Date | null }): boolean =>
  untilOn === null || dayFromDate(untilOn) > run.today;

const keyOf = (run: Run, known: KnownPathway) => ({ tenantId_id: { tenantId: run.tenantId, id: known.id } });
