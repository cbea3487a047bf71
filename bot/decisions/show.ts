import type {
  AnswerLine,
  OutcomeView,
  ProposalFacts,
  ProposalStateName,
  QuestionLine,
  RulingLine,
  Sent,
} from '../../cards/decisions/decision-views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { aliasOf } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { dayOf, toMoment } from '../time/moment';
import type { Hearing, RulingSeat } from './hearing-rules';
import { isLeaderless, isLive, type Proposal } from './state-rules';
import type { ProposalCase } from './store';

/** Fewer than so many of a profession in the house, and the department is named instead: the profession would name the person. */
const FEWEST = 3;

/** What is proposed. Whoever a proposal is put before sees it whole: the pathway they do not see. */
export async function factsOf(unit: Unit, { row, known, version, state }: ProposalCase): Promise<ProposalFacts> {
  const org = await organisation(unit);
  return {
    id: row.id,
    version: state.n,
    step: row.version,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    number: row.number,
    n: version.n,
    rule: state.rule,
    text: version.text,
    citizenSays: version.citizenSays,
    heard: version.heard,
    taken: row.takenSealed === null ? '' : unit.open('proposal', 'taken_sealed', row.id, row.takenSealed),
    meanwhile: version.meanwhile,
    responsible: nameIn(org, version.responsibleId),
    startsOn: version.startsOn,
    visitation: version.visitation,
    departments: departmentNames(org, state.touched),
  };
}

/** Where a proposal stands, by the word that its cards have for it. */
export function stateNameOf(state: Proposal): ProposalStateName {
  const { stage, inMeeting, hearings } = state;
  if (stage.is === 'asking' && inMeeting) return 'in-meeting';
  if (isLeaderless(state)) return 'leaderless';
  if (stage.is === 'leaders' && hearings.at(-1)?.status === 'late') return 'undecided';
  return stage.is;
}

/** How it ended, and when; null while it is open. */
export function outcomeViewOf(unit: Unit, { row, state }: ProposalCase): OutcomeView | null {
  if (state.stage.is !== 'closed') return null;
  const at = row.outcomeProposal?.at ?? row.closedAt ?? unit.now;
  return { ...state.stage.outcome, on: dayOf(toMoment(at, unit.policy.zone)) };
}

/**
 * What the others said. By profession, or by department where fewer than three of the house share it; a name only to the lead,
 * and to the person's own manager.
 */
export function answerLines(
  { state, known }: ProposalCase,
  viewerId: string,
  org: Organisation,
  only: 'all' | 'doubts' = 'all',
): AnswerLine[] {
  const nameable = (personId: string) => known.pathway.leadId === viewerId || org.managerOf(personId) === viewerId;
  return state.seats.flatMap((seat): AnswerLine[] => {
    if (!isLive(seat) || seat.vote === null || seat.personId === viewerId) return [];
    if (only === 'doubts' && seat.vote.kind === 'agree') return [];
    const who = nameable(seat.personId) ? nameIn(org, seat.personId) : unnamed(seat.personId, seat.departmentId, org);
    return [{ who, kind: seat.vote.kind, reason: seat.vote.reason }];
  });
}

function unnamed(personId: string, departmentId: string, org: Organisation): string {
  const profession = org.people.get(personId)?.profession ?? null;
  const sharing = [...org.people.values()].filter((one) => one.profession === profession && org.isHere(one.id)).length;
  if (profession !== null && sharing >= FEWEST) return profession;
  return org.departments.get(departmentId)?.name ?? '';
}

/** The leaders of a hearing; what they said only where that may be seen. */
export function rulingLines(seats: readonly RulingSeat[], org: Organisation, seen: boolean): RulingLine[] {
  return seats.map((seat) => ({
    name: nameIn(org, seat.personId),
    departments: departmentNames(org, seat.departmentIds),
    ruling: seen ? seat.ruling : null,
    answered: seat.ruling !== null,
    earlier: false,
  }));
}

/** Whether what leaders say is seen by the others: once it is over, in the second round of the first, and what was recorded together. */
export const rulingsSeen = (hearing: Hearing): boolean =>
  hearing.status === 'decided' ||
  hearing.status === 'differed' ||
  hearing.status === 'late' ||
  hearing.recordedBy !== null;

/** Questions on a proposal (leaders to the team, and to leaders), oldest first. */
export async function questionsOn(
  unit: Unit,
  where:
    | { readonly proposalId: string }
    | { readonly pathwayId: string; readonly proposalId: null }
    | { readonly meetingId: string },
): Promise<QuestionLine[]> {
  const org = await organisation(unit);
  const rows = await unit.tx.question.findMany({
    where: { tenantId: unit.tenantId, ...where },
    include: { questionSeatQuestion: { orderBy: { id: 'asc' } } },
    orderBy: { askedAt: 'asc' },
  });
  return rows.map((row) => ({
    asker: nameIn(org, row.askedById),
    text: unit.open('question', 'text_sealed', row.id, row.textSealed),
    status: statusOf(row.status),
    answers: row.questionSeatQuestion.flatMap((seat) =>
      seat.answerSealed === null
        ? []
        : [
            {
              who: nameIn(org, seat.answeredById ?? seat.personId ?? ''),
              text: unit.open('question_seat', 'answer_sealed', seat.id, seat.answerSealed),
            },
          ],
    ),
  }));
}

function statusOf(text: string): QuestionLine['status'] {
  return text === 'answered' || text === 'unanswered' || text === 'withdrawn' ? text : 'open';
}

/** Why a card is sent, for its quiet line and its mark. */
export function sentOf(sending: RenderInput['sending']): Sent {
  return {
    ...(sending?.rung === undefined ? {} : { reminder: { rung: sending.rung } }),
    ...(sending?.repeated ? { repeated: true } : {}),
  };
}

/** `<kind>/<rung>/<matter>/<round>`; `own` where an asking begins with it, `card` where somebody opened it. */
export const markOf = (kind: string, sending: RenderInput['sending'], matterId: string, round: number): string =>
  `${kind}/${sending?.rung ?? (sending?.obligation ? 'own' : 'card')}/${matterId}/${sending?.obligation?.round ?? round}`;

export const nameIn = (org: Organisation, personId: string): string => org.people.get(personId)?.name ?? '';

export const departmentNames = (org: Organisation, ids: readonly string[]): string[] =>
  ids.flatMap((id) => org.departments.get(id)?.name ?? []).sort((a, b) => a.localeCompare(b, 'da'));
