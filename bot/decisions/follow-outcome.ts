import type { Unit } from '../db/unit';
import { openObligation } from '../obligations/open';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { type Day, dateFromDay } from '../time/day';
import { addWorkingDays } from '../time/working-calendar';
import { journalDecision } from './journal-decision';
import { TELL_DAYS } from './owed-rules';
import { standingsOn } from './standing';
import type { Outcome } from './state-rules';
import { loadProposal, type ProposalCase } from './store';

/** Which telling: how it ended, or how long the citizen waits for what another body has to grant. */
export const TELL_ROUND = { outcome: 1, waiting: 2 } as const;

/** What is to begin on its date. */
export const begins = (outcome: Outcome): boolean =>
  outcome.kind === 'adopted' || outcome.kind === 'other' || outcome.kind === 'granted' || outcome.kind === 'partly';

/**
 * A proposal has ended: the team hears of it with reasons, the journal gets it, the lead owes the citizen the outcome and why,
 * and the responsible is asked on the day it is to start.
 */
export async function followOutcome(unit: Unit, proposalId: string, byId: string | null): Promise<void> {
  const found = await loadProposal(unit, proposalId);
  if (found?.state.stage.is !== 'closed') return;
  const { outcome } = found.state.stage;
  await tellTeam(unit, found, byId);
  // Nothing was decided; once something was, the citizen has heard of it, and hears that it is withdrawn.
  if (outcome.kind === 'withdrawn' && found.row.decidedSealed === null) return;
  await journalDecision(unit, found);
  await oweTelling(unit, found.known, proposalId, 'outcome');
  if (begins(outcome)) await askOfStart(unit, found, 1, found.version.startsOn);
}

/** Sent to be granted: the citizen is told how long that takes. */
export async function followWaiting(unit: Unit, proposalId: string, known: PathwayWithTeam): Promise<void> {
  await oweTelling(unit, known, proposalId, 'waiting');
}

async function tellTeam(unit: Unit, found: ProposalCase, byId: string | null): Promise<void> {
  const org = await organisation(unit);
  const { pathway, seats, resting } = found.known;
  const voices = found.row.voterSeatProposal.map((one) => one.personId);
  const concerned = [
    pathway.leadId,
    pathway.coLeadId,
    ...seats,
    ...voices,
    ...found.state.advisers.map((one) => one.personId),
  ];
  for (const personId of new Set(concerned.flatMap((id) => id ?? []))) {
    if (personId === byId || resting.has(personId)) continue;
    if (!may('outcome.see', standingsOn(found, personId, org))) continue;
    unit.message({
      naturalKey: `outcome:${found.row.id}:${personId}`,
      personId,
      class: 'notice',
      kind: 'outcome',
      matterKind: 'proposal',
      matterId: found.row.id,
      pathwayId: pathway.id,
    });
  }
}

async function oweTelling(
  unit: Unit,
  known: PathwayWithTeam,
  proposalId: string,
  about: keyof typeof TELL_ROUND,
): Promise<void> {
  const org = await organisation(unit);
  const { pathway } = known;
  await openObligation(unit, {
    kind: 'tell-outcome',
    matterKind: 'proposal',
    matterId: proposalId,
    round: TELL_ROUND[about],
    ownerRole: 'lead',
    ownerId: pathway.leadId !== null && org.isHere(pathway.leadId) ? pathway.leadId : null,
    pathwayId: pathway.id,
    anchors: { due: addWorkingDays(org.house, unit.today, TELL_DAYS) },
    card: { kind: 'tell', class: 'summons' },
  });
}

/** Asks the responsible, on the day it is to start, whether it has; of what should have started already, the next working day. */
export async function askOfStart(unit: Unit, found: ProposalCase, n: number, on: Day): Promise<void> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const dueOn = on > unit.today ? on : addWorkingDays(org.house, unit.today, 1);
  const proposalId = found.row.id;
  await tx.startCheck.create({
    data: { tenantId, id: unit.house.newId(), proposalId, n, dueOn: dateFromDay(dueOn) },
  });
  const here = org.isHere(found.version.responsibleId);
  await openObligation(unit, {
    kind: 'start-check',
    matterKind: 'proposal',
    matterId: proposalId,
    round: n,
    ownerRole: here ? 'person' : 'lead',
    ownerId: here ? found.version.responsibleId : found.known.pathway.leadId,
    pathwayId: found.row.pathwayId,
    anchors: { due: dueOn },
  });
}
