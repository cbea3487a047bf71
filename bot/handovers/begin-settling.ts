import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import { type Organisation, organisation } from '../people/organisation';
import { addWorkingDays } from '../time/working-calendar';
import { SETTLE_DAYS, settlersOf } from './rules';
import { isMissing, managerOfPathway } from './standing';
import { changeHandover, type HandoverCase } from './store';

type Managers = { readonly leaving: string | undefined; readonly asked: string | undefined };

/** The manager on the leaving side: the lead's own, or where nobody leads the pathway's. */
export const leavingManagerOf = ({ known }: HandoverCase, org: Organisation): string | undefined =>
  isMissing(known, org) || known.pathway.leadId === null
    ? managerOfPathway(known, org)
    : org.managerOf(known.pathway.leadId);

/** Two have said no: the manager of the lead and the one of the department asked last find a lead together. */
export async function beginSettling(unit: Unit, found: HandoverCase, { leaving, asked }: Managers): Promise<void> {
  await changeHandover(
    unit,
    found.row.id,
    { status: 'settling', leavingManagerId: leaving ?? null, askedManagerId: asked ?? null },
    false,
  );
  for (const managerId of settlersOf(leaving, asked)) await askManager(unit, found, managerId, 1);
}

/** A manager owes a name, or a yes to the other's. @param round each asking of one manager is a round of its own */
export async function askManager(unit: Unit, { row }: HandoverCase, managerId: string, round: number): Promise<void> {
  const org = await organisation(unit);
  await openObligation(unit, {
    kind: 'handover-settle',
    matterKind: 'handover',
    matterId: row.id,
    round,
    ownerRole: 'person',
    ownerId: managerId,
    pathwayId: row.pathwayId,
    anchors: { due: addWorkingDays(org.house, unit.today, SETTLE_DAYS) },
    card: { kind: 'handover-settle', class: 'summons' },
  });
}
