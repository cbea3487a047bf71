import type { Unit } from '../db/unit';
import { dateFromDay } from '../time/day';
import type { Hearing, RulingSeat } from './hearing-rules';
import type { Proposal, Seat } from './state-rules';
import type { ProposalCase } from './store';

/**
 * Writes down what a step changed. Answers, rulings and the outcome are appended; nothing that was said is written over.
 * @param byId who pressed: a deputy, where one answers in a leader's place; null for the house
 */
export async function saveProposal(
  unit: Unit,
  found: ProposalCase,
  after: Proposal,
  byId: string | null,
): Promise<void> {
  const { row, state: before } = found;
  await saveRow(unit, row.id, after);
  await saveSeats(unit, row.id, before, after);
  await saveVoices(unit, row.id, before, after);
  await saveAdvisers(unit, row.id, before, after);
  for (const hearing of after.hearings)
    await saveHearing(
      unit,
      row.id,
      after.n,
      before.hearings.find((one) => one.id === hearing.id),
      hearing,
      byId,
    );
  if (after.stage.is === 'closed' && before.stage.is !== 'closed') await saveOutcome(unit, row.id, after.stage.outcome);
}

/** The departments that a version has a voice of, and those that it touches. */
export async function saveDepartments(unit: Unit, proposalId: string, state: Proposal): Promise<void> {
  const { tx, tenantId } = unit;
  const departments = [
    ...state.expected.map((departmentId) => ({ departmentId, because: 'team' })),
    ...state.touched.map((departmentId) => ({ departmentId, because: 'named' })),
  ];
  await tx.proposalDepartment.createMany({
    data: departments.map((one) => ({ tenantId, id: unit.house.newId(), proposalId, n: state.n, ...one })),
  });
}

/** What a proposal's first version opens with; its row and its text stand already. */
export async function saveOpened(unit: Unit, proposalId: string, state: Proposal): Promise<void> {
  await saveDepartments(unit, proposalId, state);
  await saveSeats(unit, proposalId, undefined, state);
  await saveVoices(unit, proposalId, undefined, state);
  await saveAdvisers(unit, proposalId, undefined, state);
  for (const hearing of state.hearings) await saveHearing(unit, proposalId, state.n, undefined, hearing, null);
  if (state.stage.is === 'closed') await saveOutcome(unit, proposalId, state.stage.outcome);
}

/** The columns of a proposal's own row that its state decides. */
export function columnsOf(unit: Unit, proposalId: string, state: Proposal) {
  const { stage } = state;
  const due = 'dueOn' in stage ? dateFromDay(stage.dueOn) : null;
  return {
    status: stage.is,
    current: state.n,
    openMeeting: state.inMeeting,
    weAgree: state.weAgree,
    dueOn: due,
    answersDueOn: state.answersDueOn === null ? null : dateFromDay(state.answersDueOn),
    talks: state.talks,
    clarified: stage.is === 'talk' && stage.clarified,
    citizenAnswer: state.citizen,
    professionalId: state.professionalId,
    // Kept once it is granted or not: what the decision was.
    ...('decided' in stage
      ? { decidedSealed: unit.seal('proposal', 'decided_sealed', proposalId, JSON.stringify(stage.decided)) }
      : {}),
    closedAt: stage.is === 'closed' ? unit.now : null,
  };
}

async function saveRow(unit: Unit, id: string, after: Proposal): Promise<void> {
  await unit.tx.proposal.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: { ...columnsOf(unit, id, after), version: { increment: 1 } },
  });
}

async function saveSeats(unit: Unit, proposalId: string, before: Proposal | undefined, after: Proposal): Promise<void> {
  const { tx, tenantId } = unit;
  for (const seat of after.seats) {
    const was = before?.n === after.n ? before.seats.find((one) => one.id === seat.id) : undefined;
    const { id, personId, departmentId, standsForId, state, round } = seat;
    if (!was) {
      await tx.voterSeat.create({
        data: { tenantId, id, proposalId, n: after.n, personId, departmentId, standsForId, state, round },
      });
    } else if (was.state !== state || was.round !== round) {
      await tx.voterSeat.update({ where: { tenantId_id: { tenantId, id } }, data: { state, round } });
    }
    if (seat.vote !== null && seat.vote !== was?.vote) await saveAnswer(unit, seat);
  }
}

async function saveAnswer(unit: Unit, seat: Seat): Promise<void> {
  const { tx, tenantId } = unit;
  if (seat.vote === null) return;
  const id = unit.house.newId();
  const n = (await tx.proposalAnswer.count({ where: { tenantId, seatId: seat.id } })) + 1;
  const { kind, reason } = seat.vote;
  await tx.proposalAnswer.create({
    data: {
      tenantId,
      id,
      seatId: seat.id,
      n,
      kind,
      reasonSealed: reason === '' ? null : unit.seal('proposal_answer', 'reason_sealed', id, reason),
      at: unit.now,
    },
  });
}

async function saveVoices(
  unit: Unit,
  proposalId: string,
  before: Proposal | undefined,
  after: Proposal,
): Promise<void> {
  const { tx, tenantId } = unit;
  for (const voice of after.voices) {
    const { departmentId, managerId, state, saidBy: saidById } = voice;
    const known = before?.n === after.n && before.voices.some((one) => one.departmentId === departmentId);
    if (known) {
      await tx.departmentVoice.updateMany({
        where: { tenantId, proposalId, n: after.n, departmentId },
        data: { managerId, state, saidById },
      });
    } else {
      const id = unit.house.newId();
      const dueOn = dateFromDay(voice.dueOn);
      await tx.departmentVoice.create({
        data: { tenantId, id, proposalId, n: after.n, departmentId, managerId, state, saidById, dueOn },
      });
    }
  }
}

async function saveAdvisers(
  unit: Unit,
  proposalId: string,
  before: Proposal | undefined,
  after: Proposal,
): Promise<void> {
  const { tx, tenantId } = unit;
  for (const { personId, state } of after.advisers) {
    const was = before?.n === after.n ? before.advisers.find((one) => one.personId === personId) : undefined;
    if (was?.state === state) continue;
    await tx.adviser.upsert({
      where: { tenantId_proposalId_n_personId: { tenantId, proposalId, n: after.n, personId } },
      create: { tenantId, id: unit.house.newId(), proposalId, n: after.n, personId, state },
      update: { state },
    });
  }
}

async function saveHearing(
  unit: Unit,
  proposalId: string,
  n: number,
  was: Hearing | undefined,
  hearing: Hearing,
  byId: string | null,
): Promise<void> {
  const { tx, tenantId } = unit;
  const { id, level, round, status, confirms, togetherAt } = hearing;
  const dueOn = dateFromDay(hearing.dueOn);
  const recordedById = hearing.seats.find((seat) => seat.id === hearing.recordedBy)?.personId ?? null;
  if (!was) {
    await tx.hearing.create({
      data: { tenantId, id, proposalId, n, level, round, status, confirms, dueOn, togetherAt, recordedById },
    });
  } else if (
    was.status !== status ||
    was.dueOn !== hearing.dueOn ||
    was.togetherAt !== togetherAt ||
    was.recordedBy !== hearing.recordedBy
  ) {
    await tx.hearing.update({
      where: { tenantId_id: { tenantId, id } },
      data: { status, dueOn, togetherAt, recordedById, version: { increment: 1 } },
    });
  }
  const replaced = (was?.seats ?? []).filter((seat) => !hearing.seats.some((one) => one.id === seat.id));
  await tx.rulingSeat.updateMany({
    where: { tenantId, id: { in: replaced.map((seat) => seat.id) } },
    data: { replaced: true },
  });
  for (const seat of hearing.seats) {
    const before = was?.seats.find((one) => one.id === seat.id);
    const departmentIds = [...seat.departmentIds];
    if (!before) {
      const { personId, because } = seat;
      await tx.rulingSeat.create({ data: { tenantId, id: seat.id, hearingId: id, personId, departmentIds, because } });
    } else if (before.departmentIds.join() !== seat.departmentIds.join()) {
      await tx.rulingSeat.update({ where: { tenantId_id: { tenantId, id: seat.id } }, data: { departmentIds } });
    }
    if (seat.ruling !== null && seat.ruling !== before?.ruling) await saveRuling(unit, seat, byId ?? seat.personId);
  }
}

async function saveRuling(unit: Unit, seat: RulingSeat, byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  if (seat.ruling === null) return;
  const id = unit.house.newId();
  const { kind, text, reason } = seat.ruling;
  const n = (await tx.ruling.count({ where: { tenantId, seatId: seat.id } })) + 1;
  const sealed = (column: string, said: string) => (said === '' ? null : unit.seal('ruling', column, id, said));
  await tx.ruling.create({
    data: {
      tenantId,
      id,
      seatId: seat.id,
      n,
      kind,
      textSealed: sealed('text_sealed', text),
      reasonSealed: sealed('reason_sealed', reason),
      byId,
      at: unit.now,
    },
  });
}

async function saveOutcome(
  unit: Unit,
  proposalId: string,
  outcome: Extract<Proposal['stage'], { is: 'closed' }>['outcome'],
): Promise<void> {
  const id = unit.house.newId();
  const sealed = (column: string, said: string) => (said === '' ? null : unit.seal('outcome', column, id, said));
  await unit.tx.outcome.create({
    data: {
      tenantId: unit.tenantId,
      id,
      proposalId,
      kind: outcome.kind,
      by: outcome.by,
      textSealed: sealed('text_sealed', outcome.text),
      reasonSealed: sealed('reason_sealed', outcome.reason),
      at: unit.now,
    },
  });
}
