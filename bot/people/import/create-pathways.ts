import type { Prisma } from '../../../prisma/generated/client';
import { eighteenthBirthday } from '../../time/coming-of-age';
import { type Day, dateFromDay } from '../../time/day';
import { type Ids, idOf, type Referred } from './ids';
import type { ImportedGround, ImportedPathway } from './organisation-file';
import type { Run } from './run';

type Sealed = Uint8Array<ArrayBuffer>;

/**
 * Creates pathways with their team, ground, case numbers and the lead's first period.
 * @returns their ids
 */
export async function createPathways(
  run: Run,
  imported: readonly ImportedPathway[],
  referred: Referred,
): Promise<string[]> {
  const { tx, tenantId } = run;
  const made = imported.map((pathway) => {
    const id = run.newId();
    return { id, pathway, leads: leadsOf(pathway, referred), untilOn: pathway.endedOn && dateFromDay(pathway.endedOn) };
  });
  await tx.pathway.createMany({
    data: made.map(({ id, pathway, leads }) => ({
      tenantId,
      id,
      ref: pathway.ref,
      aliasSealed: sealAlias(run, id, pathway.alias),
      bornOnSealed: pathway.bornOn === null ? null : sealBornOn(run, id, pathway.bornOn),
      departmentId: idOf(referred.departments, pathway.departmentCode),
      ...leads,
      model: pathway.model,
      status: pathway.endedOn === null ? 'open' : 'ended',
      startedOn: dateFromDay(pathway.startedOn),
      endedOn: pathway.endedOn && dateFromDay(pathway.endedOn),
      knownOn: dateFromDay(run.today),
    })),
  });
  await tx.leadPeriod.createMany({
    data: made.flatMap(({ id, pathway, leads: { leadId }, untilOn }) =>
      leadId === null
        ? []
        : [
            {
              tenantId,
              id: run.newId(),
              pathwayId: id,
              personId: leadId,
              fromOn: dateFromDay(pathway.startedOn),
              untilOn,
            },
          ],
    ),
  });
  await tx.teamSeat.createMany({
    data: made.flatMap(({ id, pathway, untilOn }) =>
      teamOf(pathway, referred).map((personId) => ({
        tenantId,
        id: run.newId(),
        pathwayId: id,
        personId,
        fromOn: dateFromDay(pathway.startedOn),
        untilOn,
      })),
    ),
  });
  for (const { id, pathway } of made) {
    await addCaseNumbers(run, id, pathway.caseNumbers);
    if (pathway.ground)
      await addGround(run, id, pathway, pathway.ground, pathway.ground.departmentCodes, referred.departments);
  }
  return made.map(({ id }) => id);
}

/** Lead and co-lead of the file, as far as they are still here. */
export function leadsOf(
  pathway: ImportedPathway,
  { people, here }: Referred,
): { leadId: string | null; coLeadId: string | null } {
  const idIfHere = (email: string | null) => {
    const id = email === null ? null : idOf(people, email);
    return id !== null && here.has(id) ? id : null;
  };
  return { leadId: idIfHere(pathway.leadEmail), coLeadId: idIfHere(pathway.coLeadEmail) };
}

/** The team of the file, as far as it is still here. */
export function teamOf(pathway: ImportedPathway, { people, here }: Referred): string[] {
  return pathway.teamEmails.map((email) => idOf(people, email)).filter((id) => here.has(id));
}

export async function addCaseNumbers(
  run: Run,
  pathwayId: string,
  caseNumbers: ImportedPathway['caseNumbers'],
): Promise<void> {
  await run.tx.caseNumber.createMany({
    data: caseNumbers.map(({ system, value }) => {
      const id = run.newId();
      return {
        tenantId: run.tenantId,
        id,
        pathwayId,
        system,
        valueSealed: sealed(run.seal({ table: 'case_number', column: 'value_sealed', rowId: id }, value)),
      };
    }),
  });
}

/** Adds a ground for some departments. One that parents gave ends on the 18th birthday. */
export async function addGround(
  run: Run,
  pathwayId: string,
  { bornOn }: Pick<ImportedPathway, 'bornOn'>,
  ground: ImportedGround,
  departmentCodes: readonly string[],
  departments: Ids,
): Promise<void> {
  const { tx, tenantId } = run;
  const id = run.newId();
  const row: Prisma.GroundCreateManyInput = {
    tenantId,
    id,
    pathwayId,
    kind: ground.kind,
    givenBy: ground.givenBy,
    notedOn: dateFromDay(ground.notedOn),
    untilOn: ground.givenBy === 'custody-holder' && bornOn !== null ? dateFromDay(eighteenthBirthday(bornOn)) : null,
  };
  await tx.ground.createMany({ data: [row] });
  await tx.groundScope.createMany({
    data: departmentCodes.map((code) => ({
      tenantId,
      id: run.newId(),
      groundId: id,
      departmentId: idOf(departments, code),
    })),
  });
}

function sealAlias(run: Run, pathwayId: string, alias: string): Sealed {
  return sealed(run.seal({ table: 'pathway', column: 'alias_sealed', rowId: pathwayId }, alias));
}

export function sealBornOn(run: Run, pathwayId: string, bornOn: Day): Sealed {
  return sealed(run.seal({ table: 'pathway', column: 'born_on_sealed', rowId: pathwayId }, bornOn));
}

const sealed = (bytes: Uint8Array): Sealed => new Uint8Array(bytes);
