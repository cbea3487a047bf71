import { z } from 'zod/v4';
import type { Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { holdPathwayOf, ofPathway } from '../pathways/hold';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { asDay, type Day, dayFromDate } from '../time/day';
import { asMoment } from '../time/moment';
import type { Hearing, Ruling } from './hearing-rules';
import { DECISION_RULES, type Outcome, type Proposal, type Seat, type Stage } from './state-rules';

const whole = {
  proposalVersionProposal: { orderBy: { n: 'asc' } },
  proposalDepartmentProposal: true,
  voterSeatProposal: { orderBy: { id: 'asc' }, include: { proposalAnswerSeat: { orderBy: { n: 'asc' } } } },
  departmentVoiceProposal: { orderBy: { id: 'asc' } },
  adviserProposal: { orderBy: { id: 'asc' } },
  hearingProposal: {
    orderBy: [{ n: 'asc' }, { level: 'asc' }, { round: 'asc' }],
    include: { rulingSeatHearing: { orderBy: { id: 'asc' }, include: { rulingSeat: { orderBy: { n: 'asc' } } } } },
  },
  outcomeProposal: true,
  visitationProposal: true,
  meeting: { include: { meetingRoleMeeting: true } },
  startCheckProposal: { orderBy: { n: 'asc' } },
  citizenToldProposal: { orderBy: { round: 'asc' } },
} as const satisfies Prisma.ProposalInclude;

export type ProposalRow = Prisma.ProposalGetPayload<{ include: typeof whole }>;

/** One version's texts and choices, as they were written. */
export type VersionText = {
  readonly n: number;
  readonly text: string;
  readonly citizenSays: string;
  readonly meanwhile: string;
  readonly heard: boolean;
  readonly responsibleId: string;
  readonly startsOn: Day;
  readonly visitation: boolean;
};

/** A proposal with all that its cards and rules need. */
export type ProposalCase = {
  readonly row: ProposalRow;
  readonly known: PathwayWithTeam;
  readonly state: Proposal;
  /** The version that is decided on, and the one before it. */
  readonly version: VersionText;
  readonly before: VersionText | null;
};

/** Locks the proposal, so that two presses on it come one after the other; false when there is no such proposal. */
export async function lockProposal(unit: Unit, id: string): Promise<boolean> {
  await holdPathwayOf(unit, await unit.tx.proposal.findUnique(ofPathway(unit, id)));
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from proposal where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
  return rows.length > 0;
}

/** Loads proposals as they stand; unknown ids are left out. */
export async function loadProposals(unit: Unit, ids: readonly string[]): Promise<Map<string, ProposalCase>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx.proposal.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...new Set(ids)] } },
    include: whole,
  });
  const pathways = await pathwaysWithTeam(unit, [...new Set(rows.map((row) => row.pathwayId))]);
  const found = new Map<string, ProposalCase>();
  for (const row of rows) {
    const known = pathways.get(row.pathwayId);
    const texts = row.proposalVersionProposal.map((one) => textOf(unit, one));
    const version = texts.find((one) => one.n === row.current);
    if (!known || !version) continue;
    const before = texts.find((one) => one.n === row.current - 1) ?? null;
    found.set(row.id, { row, known, state: stateOf(unit, row, version), version, before });
  }
  return found;
}

/** One proposal; with `lock`, nobody else changes it until the end of the transaction. Undefined for an unknown id. */
export async function loadProposal(
  unit: Unit,
  id: string,
  options?: { lock: boolean },
): Promise<ProposalCase | undefined> {
  if (options?.lock && !(await lockProposal(unit, id))) return undefined;
  return (await loadProposals(unit, [id])).get(id);
}

function textOf(unit: Unit, row: ProposalRow['proposalVersionProposal'][number]): VersionText {
  const open = (column: string, sealed: Uint8Array) => unit.open('proposal_version', column, row.id, sealed);
  return {
    n: row.n,
    text: open('text_sealed', row.textSealed),
    citizenSays: open('citizen_says_sealed', row.citizenSaysSealed),
    meanwhile: open('meanwhile_sealed', row.meanwhileSealed),
    heard: row.heard,
    responsibleId: row.responsibleId,
    startsOn: dayFromDate(row.startsOn),
    visitation: row.visitation,
  };
}

const ruleName = z.enum(DECISION_RULES);
const stageName = z.enum([
  'advice',
  'taking',
  'asking',
  'talk',
  'professional',
  'leaders',
  'to-send',
  'visitation',
  'closed',
]);
const seatState = z.enum(['asked', 'answered', 'lapsed', 'left-out', 'gone']);
const voteKind = z.enum(['agree', 'doubt', 'disagree']);
const voiceState = z.enum(['open', 'yes', 'named', 'silent']);
const adviserState = z.enum(['asked', 'advised', 'lapsed']);
const hearingStatus = z.enum(['open', 'decided', 'differed', 'late']);
const becauseCode = z.enum(['manager', 'deputy', 'head', 'common-leader', 'director']);
const rulingKind = z.enum(['as-proposed', 'not', 'other']);
const outcomeSchema = z.strictObject({
  kind: z.enum([
    'adopted',
    'not',
    'other',
    'wish',
    'not-agreed',
    'direction',
    'granted',
    'partly',
    'refused',
    'withdrawn',
  ]),
  by: z.enum(['team', 'professional', 'leaders', 'leader', 'citizen', 'visitation', 'lead']),
  text: z.string(),
  reason: z.string(),
});

/** A row as the rules want it. @throws when it holds a state that does not exist: a fault of ours */
function stateOf(unit: Unit, row: ProposalRow, version: VersionText): Proposal {
  const ofVersion = <Row extends { readonly n: number }>(rows: readonly Row[]) =>
    rows.filter((one) => one.n === row.current);
  const departments = ofVersion(row.proposalDepartmentProposal);
  return {
    rule: ruleName.parse(row.rule),
    n: row.current,
    stage: stageOf(unit, row),
    visitation: version.visitation,
    responsibleId: version.responsibleId,
    seats: ofVersion(row.voterSeatProposal).map((seat) => seatOf(unit, seat)),
    expected: departments.flatMap((one) => (one.because === 'team' ? [one.departmentId] : [])),
    touched: [...new Set(departments.flatMap((one) => (one.because === 'team' ? [] : [one.departmentId])))],
    voices: ofVersion(row.departmentVoiceProposal).map((one) => ({
      departmentId: one.departmentId,
      managerId: one.managerId,
      state: voiceState.parse(one.state),
      saidBy: one.saidById,
      dueOn: dayFromDate(one.dueOn),
    })),
    advisers: ofVersion(row.adviserProposal).map((one) => ({
      personId: one.personId,
      state: adviserState.parse(one.state),
    })),
    citizen: row.citizenAnswer === 'yes' || row.citizenAnswer === 'no' ? row.citizenAnswer : null,
    hearings: ofVersion(row.hearingProposal).map((one) => hearingOfRow(unit, one)),
    inMeeting: row.openMeeting,
    weAgree: row.weAgree,
    answersDueOn: row.answersDueOn === null ? null : dayFromDate(row.answersDueOn),
    talks: row.talks,
    professionalId: row.professionalId,
  };
}

function stageOf(unit: Unit, row: ProposalRow): Stage {
  const is = stageName.parse(row.status);
  const dueOn = row.dueOn === null ? asDay('1970-01-01') : dayFromDate(row.dueOn);
  switch (is) {
    case 'asking':
    case 'leaders':
      return { is };
    case 'advice':
    case 'taking':
      return { is, dueOn };
    case 'talk':
      return { is, dueOn, clarified: row.clarified };
    case 'professional':
      return { is, dueOn, personId: row.professionalId ?? '' };
    case 'to-send':
    case 'visitation':
      return { is, dueOn, decided: decidedOf(unit, row) };
    case 'closed':
      return { is, outcome: outcomeOf(unit, row) };
    default:
      return is satisfies never;
  }
}

function decidedOf(unit: Unit, row: ProposalRow): Outcome {
  if (row.decidedSealed === null) throw new Error(`Proposal ${row.id} waits to be granted, and nothing was decided`);
  return outcomeSchema.parse(JSON.parse(unit.open('proposal', 'decided_sealed', row.id, row.decidedSealed)));
}

/** How it ended. @throws when it did not: a fault of ours */
function outcomeOf(unit: Unit, row: ProposalRow): Outcome {
  const ended = row.outcomeProposal;
  if (!ended) throw new Error(`Proposal ${row.id} is closed and has no outcome`);
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed === null ? '' : unit.open('outcome', column, ended.id, sealed);
  return outcomeSchema.parse({
    kind: ended.kind,
    by: ended.by,
    text: open('text_sealed', ended.textSealed),
    reason: open('reason_sealed', ended.reasonSealed),
  });
}

function seatOf(unit: Unit, row: ProposalRow['voterSeatProposal'][number]): Seat {
  const last = row.proposalAnswerSeat.at(-1);
  return {
    id: row.id,
    personId: row.personId,
    departmentId: row.departmentId,
    standsForId: row.standsForId,
    state: seatState.parse(row.state),
    round: row.round,
    vote: last
      ? {
          kind: voteKind.parse(last.kind),
          reason:
            last.reasonSealed === null ? '' : unit.open('proposal_answer', 'reason_sealed', last.id, last.reasonSealed),
        }
      : null,
  };
}

function hearingOfRow(unit: Unit, row: ProposalRow['hearingProposal'][number]): Hearing {
  return {
    id: row.id,
    level: row.level,
    round: row.round,
    status: hearingStatus.parse(row.status),
    confirms: row.confirms,
    dueOn: dayFromDate(row.dueOn),
    seats: row.rulingSeatHearing
      .filter((seat) => !seat.replaced)
      .map((seat) => ({
        id: seat.id,
        personId: seat.personId,
        departmentIds: seat.departmentIds,
        because: becauseCode.parse(seat.because),
        ruling: rulingOf(unit, seat.rulingSeat.at(-1)),
      })),
    togetherAt: row.togetherAt === null ? null : asMoment(row.togetherAt),
    recordedBy: row.rulingSeatHearing.find((seat) => seat.personId === row.recordedById)?.id ?? null,
  };
}

function rulingOf(
  unit: Unit,
  row: ProposalRow['hearingProposal'][number]['rulingSeatHearing'][number]['rulingSeat'][number] | undefined,
): Ruling | null {
  if (!row) return null;
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed === null ? '' : unit.open('ruling', column, row.id, sealed);
  return {
    kind: rulingKind.parse(row.kind),
    text: open('text_sealed', row.textSealed),
    reason: open('reason_sealed', row.reasonSealed),
  };
}

/** What the lead answered to the doubts of this version; empty where nothing was. */
export const clarifiedOf = (unit: Unit, { row }: ProposalCase): string =>
  row.clarifiedSealed === null ? '' : unit.open('proposal', 'clarified_sealed', row.id, row.clarifiedSealed);
/** The citizen's words to a yes or no. */
export const citizenWordsOf = (unit: Unit, { row }: ProposalCase): string =>
  row.citizenWordsSealed === null ? '' : unit.open('proposal', 'citizen_words_sealed', row.id, row.citizenWordsSealed);
