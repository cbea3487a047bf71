import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import type { Model } from '../pathways/models';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { type Day, dateFromDay, isDay } from '../time/day';
import { aroundOf } from './around';
import { type Electorate, electorateOf } from './electorate';
import { openVersion } from './proposal-rules';
import { columnsOf, saveOpened } from './save-proposal';
import { DECISION_RULES, type DecisionRule, type Opening } from './state-rules';
import { loadProposal, type ProposalCase } from './store';
import { settleInto, takeStep } from './take-step';

/** What somebody typed into the form. */
export type ProposalTyped = {
  readonly text: string;
  readonly citizenSays: string;
  readonly meanwhile: string;
  readonly responsible: string;
  readonly startsOn: string;
  readonly visitation: boolean;
  readonly heard: boolean;
  readonly departments: readonly string[];
  readonly leftOut: readonly string[];
  readonly advisers: readonly string[];
  readonly citizenAnswer: '' | 'yes' | 'no';
};

export type Proposed = {
  /** Becomes the proposal's id: the same form pressed again is the same proposal. */
  readonly id: string;
  readonly meetingId: string | null;
  readonly model: Model;
  readonly typed: ProposalTyped;
  readonly byId: string;
};

const LONGEST = { text: 600, says: 600, meanwhile: 400 } as const;

/** How a model decides. */
export const ruleOf = (model: Model): DecisionRule =>
  DECISION_RULES.find((one) => one === model.decides) ?? 'unanimous-then-managers';

/**
 * Makes a proposal, at a meeting that runs or outside one. The pathway (or the meeting) is locked by the caller, who has found
 * that this person may. A second press of the same form changes nothing more.
 */
export async function makeProposal(
  unit: Unit,
  known: PathwayWithTeam,
  proposed: Proposed,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const { id, meetingId, model, typed, byId } = proposed;
  if ((await tx.proposal.count({ where: { tenantId, id } })) > 0) return undefined;
  const electorate = await electorateOf(unit, known, { meetingId, model });
  const rule = ruleOf(model);
  const faults = await faultsOf(unit, typed, rule, electorate);
  const { startsOn } = typed;
  if (Object.keys(faults).length > 0 || !isDay(startsOn)) return { code: 'form', faults };
  const around = await aroundOf(unit);
  const state = openVersion(rule, openingOf(typed, rule, electorate, byId), 1, 0, around);
  if (state === 'no-voters') return { code: 'form', faults: { form: 'no-voters' } };
  const last = await tx.proposal.aggregate({
    where: { tenantId, pathwayId: known.pathway.id },
    _max: { number: true },
  });
  await tx.proposal.create({
    data: {
      tenantId,
      id,
      pathwayId: known.pathway.id,
      number: (last._max.number ?? 0) + 1,
      meetingId,
      rule,
      ...columnsOf(unit, id, state),
      madeById: byId,
      madeAt: unit.now,
    },
  });
  await writeVersion(unit, id, 1, typed, startsOn, byId);
  await saveOpened(unit, id, state);
  const found = await loadProposal(unit, id);
  if (!found) throw new Error(`Proposal ${id} is not there though it was just written`);
  // Nothing stood before it: every obligation, and where it ends at once what follows, comes of this.
  await settleInto(unit, { ...found, state: { ...state, stage: { is: 'asking' }, hearings: [] } }, state, {
    because: 'make',
    byId,
  });
  if (state.inMeeting) askThoseThere(unit, found);
  return undefined;
}

/** Amends a proposal: a new version, whose answers begin anew. The proposal is locked. */
export async function amendProposal(
  unit: Unit,
  found: ProposalCase,
  { model, typed, byId }: Pick<Proposed, 'model' | 'typed' | 'byId'>,
): Promise<Refused | undefined> {
  const { row, known, state } = found;
  const { rule } = state;
  const electorate = await electorateOf(unit, known, { meetingId: state.inMeeting ? row.meetingId : null, model });
  const faults = await faultsOf(unit, typed, rule, electorate);
  const { startsOn } = typed;
  if (Object.keys(faults).length > 0 || !isDay(startsOn)) return { code: 'form', faults };
  await writeVersion(unit, row.id, state.n + 1, typed, startsOn, byId);
  await unit.tx.proposal.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: { clarifiedSealed: null, takenSealed: null },
  });
  const opening = openingOf(typed, rule, electorate, byId);
  const refused = await takeStep(unit, found, { event: { kind: 'amend', opening }, byId });
  if (refused) throw new Error(`Proposal ${row.id} could not be amended: ${refused.code}`);
  const after = await loadProposal(unit, row.id);
  if (after?.state.inMeeting) askThoseThere(unit, after);
  return undefined;
}

async function writeVersion(
  unit: Unit,
  proposalId: string,
  n: number,
  typed: ProposalTyped,
  startsOn: Day,
  byId: string,
): Promise<void> {
  const id = unit.house.newId();
  const sealed = (column: string, text: string, longest: number) =>
    unit.seal('proposal_version', column, id, text.trim().slice(0, longest));
  await unit.tx.proposalVersion.create({
    data: {
      tenantId: unit.tenantId,
      id,
      proposalId,
      n,
      textSealed: sealed('text_sealed', typed.text, LONGEST.text),
      citizenSaysSealed: sealed('citizen_says_sealed', typed.citizenSays, LONGEST.says),
      meanwhileSealed: sealed('meanwhile_sealed', typed.meanwhile, LONGEST.meanwhile),
      heard: typed.heard,
      responsibleId: typed.responsible,
      startsOn: dateFromDay(startsOn),
      visitation: typed.visitation,
      byId,
      at: unit.now,
    },
  });
}

/** At a meeting nobody owes an answer before it is closed; each gets their own card to say that they doubt. */
function askThoseThere(unit: Unit, { row, state }: ProposalCase): void {
  for (const seat of state.seats) {
    if (seat.state !== 'asked') continue;
    unit.message({
      naturalKey: `vote:${row.id}:${state.n}:${seat.personId}`,
      personId: seat.personId,
      class: 'summons',
      kind: 'vote',
      matterKind: 'proposal',
      matterId: row.id,
      pathwayId: row.pathwayId,
    });
  }
}

async function faultsOf(
  unit: Unit,
  typed: ProposalTyped,
  rule: DecisionRule,
  electorate: Electorate,
): Promise<Record<string, string>> {
  const org = await organisation(unit);
  const faults: Record<string, string> = {};
  if (typed.text.trim() === '') faults.text = 'proposal-missing';
  if (typed.citizenSays.trim() === '') faults.citizenSays = 'citizen-says-missing';
  if (typed.meanwhile.trim() === '') faults.meanwhile = 'meanwhile-missing';
  if (!electorate.responsible.includes(typed.responsible)) faults.responsible = 'pick-responsible';
  if (!isDay(typed.startsOn)) faults.startsOn = 'bad-date';
  else if (typed.startsOn < unit.today) faults.startsOn = 'past-date';
  if (!typed.departments.every((id) => org.departments.has(id))) faults.departments = 'left';
  if (rule === 'leaders-set-direction') return faults;
  if (!typed.leftOut.every((id) => electorate.seats.some((seat) => seat.personId === id))) faults.leftOut = 'left';
  if (rule === 'advice-process' && !typed.advisers.every((id) => electorate.advisers.includes(id)))
    faults.advisers = 'left';
  return faults;
}

function openingOf(typed: ProposalTyped, rule: DecisionRule, electorate: Electorate, proposerId: string): Opening {
  const own = electorate.departmentOf(typed.responsible);
  const responsibles = electorate.seats.filter((seat) => seat.personId === typed.responsible);
  return {
    visitation: rule !== 'leaders-set-direction' && typed.visitation,
    responsibleId: typed.responsible,
    expected: electorate.expected,
    touched: [...new Set([own, ...typed.departments].flatMap((id) => id ?? []))].sort(),
    inMeeting: electorate.inMeeting && rule !== 'leaders-set-direction',
    professionalId: electorate.professional(new Set(typed.leftOut)),
    seats: rule === 'leaders-set-direction' ? [] : rule === 'agreed-with-citizen' ? responsibles : electorate.seats,
    leftOut: new Set(rule === 'agreed-with-citizen' ? [] : typed.leftOut),
    proposerId,
    advisers: rule === 'advice-process' ? typed.advisers.filter((id) => id !== proposerId) : [],
    citizen: rule === 'agreed-with-citizen' && typed.citizenAnswer !== '' ? typed.citizenAnswer : null,
    leaders: rule === 'leaders-set-direction' ? electorate.leaders : [],
  };
}
