import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { pause, resume, settle } from '../obligations/settle';
import { holdPathways } from '../pathways/hold';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { addWorkingDays } from '../time/working-calendar';
import { QUESTION_DAYS } from './owed-rules';
import { hearingOf } from './state-rules';
import { lockProposal, type ProposalCase } from './store';

const LONGEST = 600;

export type Asked = {
  /** Becomes the question's id: the same form pressed again is the same question. */
  readonly id: string;
  readonly text: string;
  readonly byId: string;
};

/**
 * A leader asks the team before deciding: the lead answers, and the clock of everybody who is to decide stands still until then.
 * Each leader asks once in a round, so that no pause is endless.
 */
export async function askTeam(unit: Unit, found: ProposalCase, asked: Asked): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const hearing = hearingOf(found.state);
  if (!hearing || found.state.stage.is !== 'leaders') return { code: 'closed' };
  const before = await tx.question.count({ where: { tenantId, hearingId: hearing.id, askedById: asked.byId } });
  if (before > 0) return { code: 'asked-already' };
  const text = asked.text.trim().slice(0, LONGEST);
  if (text === '') return { code: 'form', faults: { question: 'question-missing' } };
  await write(unit, {
    asked: { ...asked, text },
    pathwayId: found.row.pathwayId,
    proposalId: found.row.id,
    hearingId: hearing.id,
    meetingId: null,
    to: 'team',
    people: [null],
  });
  await pause(unit, { matterKind: 'proposal', matterIds: [found.row.id], kind: 'ruling' });
  await openQuestion(unit, asked.id, 'question-answer', found.known, null);
  await touchCards(unit, 'proposal', [found.row.id]);
  return undefined;
}

/** One question to leaders of those involved, from the pathway, a meeting or a proposal; each answers for themselves. */
export async function askLeaders(
  unit: Unit,
  known: PathwayWithTeam,
  asked: Asked & {
    readonly leaders: readonly string[];
    readonly meetingId: string | null;
    readonly proposalId: string | null;
  },
): Promise<void> {
  await write(unit, {
    asked: { ...asked, text: asked.text.trim().slice(0, LONGEST) },
    pathwayId: known.pathway.id,
    proposalId: asked.proposalId,
    hearingId: null,
    meetingId: asked.meetingId,
    to: 'leaders',
    people: asked.leaders,
  });
  for (const leader of asked.leaders) await openQuestion(unit, asked.id, 'leader-question', known, leader);
  const { proposalId, meetingId } = asked;
  await touch(unit, { pathwayId: known.pathway.id, proposalId, meetingId });
}

type Written = {
  readonly asked: Asked;
  readonly pathwayId: string;
  readonly proposalId: string | null;
  readonly hearingId: string | null;
  readonly meetingId: string | null;
  readonly to: 'team' | 'leaders';
  readonly people: readonly (string | null)[];
};

async function write(unit: Unit, { asked, to, people, ...about }: Written): Promise<void> {
  const { tx, tenantId } = unit;
  await tx.question.create({
    data: {
      tenantId,
      id: asked.id,
      ...about,
      to,
      askedById: asked.byId,
      textSealed: unit.seal('question', 'text_sealed', asked.id, asked.text),
      status: 'open',
      askedAt: unit.now,
    },
  });
  await tx.questionSeat.createMany({
    data: people.map((personId) => ({
      tenantId,
      id: unit.house.newId(),
      questionId: asked.id,
      personId,
      state: 'asked',
    })),
  });
  unit.audit({
    act: `question.${to}`,
    actorId: asked.byId,
    matterKind: 'question',
    matterId: asked.id,
    pathwayId: about.pathwayId,
    codes: people.flatMap((id) => id ?? []),
  });
}

async function openQuestion(
  unit: Unit,
  questionId: string,
  kind: 'question-answer' | 'leader-question',
  known: PathwayWithTeam,
  leaderId: string | null,
): Promise<void> {
  const org = await organisation(unit);
  await openObligation(unit, {
    kind,
    matterKind: 'question',
    matterId: questionId,
    round: 1,
    ownerRole: leaderId === null ? 'lead' : 'person',
    ownerId: leaderId ?? known.pathway.leadId,
    pathwayId: known.pathway.id,
    anchors: { due: addWorkingDays(org.house, unit.today, QUESTION_DAYS) },
    card: { kind: 'question', class: 'summons' },
  });
}

/** Somebody answers; once all have, the question is closed, and a clock that stood still runs again. */
export async function answerQuestion(
  unit: Unit,
  seatId: string,
  text: string,
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const seat = await lockSeat(unit, seatId);
  if (!seat) return { code: 'not-yours' };
  if (seat.state !== 'asked') return { code: 'closed' };
  const answer = text.trim().slice(0, LONGEST);
  if (answer === '') return { code: 'form', faults: { answer: 'answer-missing' } };
  await tx.questionSeat.update({
    where: { tenantId_id: { tenantId, id: seatId } },
    data: {
      state: 'answered',
      answerSealed: unit.seal('question_seat', 'answer_sealed', seatId, answer),
      answeredById: byId,
      answeredAt: unit.now,
    },
  });
  const which = { matterKind: 'question', matterIds: [seat.questionId] };
  await settle(unit, seat.personId === null ? which : { ...which, ownerKey: seat.personId }, {
    status: 'met',
    byId,
    because: 'answered',
  });
  unit.audit({
    act: 'question.answer',
    actorId: byId,
    matterKind: 'question',
    matterId: seat.questionId,
    pathwayId: seat.question.pathwayId,
  });
  await closeWhenAnswered(unit, seat.questionId, 'answered');
  return undefined;
}

/** The team's time to answer is over: the question stays unanswered, and those who decide go on. */
export async function questionUnanswered(unit: Unit, questionId: string): Promise<void> {
  await unit.tx.questionSeat.updateMany({
    where: { tenantId: unit.tenantId, questionId, state: 'asked' },
    data: { state: 'unanswered' },
  });
  await settle(unit, { matterKind: 'question', matterIds: [questionId] }, { status: 'lapsed', because: 'unanswered' });
  await closeWhenAnswered(unit, questionId, 'unanswered');
}

/** What a hearing that is over asked is no longer waited for. */
export async function dropQuestions(unit: Unit, hearingId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const open = await tx.question.findMany({ where: { tenantId, hearingId, status: 'open' }, select: { id: true } });
  const ids = open.map((one) => one.id);
  if (ids.length === 0) return;
  await tx.questionSeat.updateMany({
    where: { tenantId, questionId: { in: ids }, state: 'asked' },
    data: { state: 'withdrawn' },
  });
  await tx.question.updateMany({
    where: { tenantId, id: { in: ids } },
    data: { status: 'withdrawn', closedAt: unit.now },
  });
  await settle(unit, { matterKind: 'question', matterIds: ids }, { status: 'cancelled', because: 'hearing-over' });
}

async function closeWhenAnswered(unit: Unit, questionId: string, as: 'answered' | 'unanswered'): Promise<void> {
  const { tx, tenantId } = unit;
  const waiting = await tx.questionSeat.count({ where: { tenantId, questionId, state: 'asked' } });
  const row = await tx.question.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: questionId } } });
  if (waiting === 0)
    await tx.question.update({
      where: { tenantId_id: { tenantId, id: questionId } },
      data: { status: as, closedAt: unit.now },
    });
  await touchCards(unit, 'question', [questionId]);
  await touch(unit, row);
  if (row.hearingId === null || waiting > 0 || row.proposalId === null) return;
  const others = await tx.question.count({ where: { tenantId, hearingId: row.hearingId, status: 'open' } });
  if (others === 0) await resume(unit, { matterKind: 'proposal', matterIds: [row.proposalId], kind: 'ruling' });
}

async function touch(
  unit: Unit,
  about: { pathwayId: string; proposalId: string | null; meetingId: string | null },
): Promise<void> {
  await touchCards(unit, 'pathway-decisions', [about.pathwayId]);
  if (about.proposalId !== null) await touchCards(unit, 'proposal', [about.proposalId]);
  if (about.meetingId !== null) await touchCards(unit, 'meeting', [about.meetingId]);
}

/** A seat with its question, which is locked; its proposal too, where it stops a clock. */
export async function lockSeat(unit: Unit, seatId: string) {
  const { tx, tenantId } = unit;
  const found = await tx.questionSeat.findUnique({
    where: { tenantId_id: { tenantId, id: seatId } },
    include: { question: true },
  });
  if (!found) return undefined;
  await holdPathways(unit, [found.question.pathwayId]);
  if (found.question.proposalId !== null) await lockProposal(unit, found.question.proposalId);
  await tx.$queryRaw`select id from question where tenant_id = ${tenantId}::uuid and id = ${found.questionId}::uuid for update`;
  return tx.questionSeat.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: seatId } },
    include: { question: true },
  });
}
