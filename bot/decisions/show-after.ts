import type {
  AdviceTakenView,
  AdviceView,
  CitizenAnswerView,
  QuestionView,
  StartCheckView,
  TellView,
  VisitationView,
} from '../../cards/decisions/decision-views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { aliasOf, pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { TELL_ROUND } from './follow-outcome';
import { factsOf, markOf, nameIn, outcomeViewOf, sentOf, stateNameOf } from './show';
import { citizenWordsOf, loadProposal, type ProposalCase } from './store';

type Sending = RenderInput['sending'];
type Faults = Readonly<Record<string, string>>;
type Typed<Values> = { readonly values?: Values; readonly faults?: Faults };

/** Whoever is asked for advice; undefined where this one was not. */
export async function adviceView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  again: Typed<string> = {},
): Promise<AdviceView | undefined> {
  const org = await organisation(unit);
  const { row, state } = found;
  // Of this version, else the last that they were asked on.
  const mine = row.adviserProposal.filter((one) => one.personId === viewerId);
  const own = mine.find((one) => one.n === state.n) ?? mine.sort((a, b) => a.n - b.n).at(-1);
  if (!own) return undefined;
  const open = state.stage.is === 'advice' && own.state === 'asked' && own.n === state.n;
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('advice', sending, row.id, state.n * 100),
    state: open ? 'open' : own.state === 'advised' ? 'given' : 'closed',
    leader: [...org.departments.values()].some((one) => one.managerId === viewerId),
    dueOn: state.stage.is === 'advice' ? state.stage.dueOn : unit.today,
    mine: own.adviceSealed === null ? '' : unit.open('adviser', 'advice_sealed', own.id, own.adviceSealed),
    outcome: outcomeViewOf(unit, found),
    typed: again.values ?? '',
    faults: again.faults ?? {},
  };
}

/** What was taken from the advice, for the lead. */
export async function adviceTakenView(
  unit: Unit,
  found: ProposalCase,
  sending?: Sending,
  again: Typed<string> = {},
): Promise<AdviceTakenView> {
  const org = await organisation(unit);
  const { row, state } = found;
  const { stage } = state;
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('advice-taken', sending, row.id, state.n * 100),
    open: stage.is === 'advice' || stage.is === 'taking',
    state: stateNameOf(state),
    advice: row.adviserProposal
      .filter((one) => one.n === state.n)
      .map((one) => ({
        name: nameIn(org, one.personId),
        text: one.adviceSealed === null ? '' : unit.open('adviser', 'advice_sealed', one.id, one.adviceSealed),
        state: one.state === 'advised' || one.state === 'lapsed' ? one.state : 'asked',
      })),
    dueOn: stage.is === 'advice' || stage.is === 'taking' ? stage.dueOn : null,
    typed: again.values ?? '',
    faults: again.faults ?? {},
    outcome: outcomeViewOf(unit, found),
  };
}

/** What the citizen answers, for the lead. */
export async function citizenAnswerView(
  unit: Unit,
  found: ProposalCase,
  sending?: Sending,
  again: Typed<string> = {},
): Promise<CitizenAnswerView> {
  const { row, state } = found;
  const open = state.stage.is === 'asking' && state.citizen === null;
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('citizen-answer', sending, row.id, state.n * 100),
    state: open ? 'open' : (state.citizen ?? 'closed'),
    words: citizenWordsOf(unit, found),
    dueOn: state.answersDueOn,
    typed: again.values ?? '',
    faults: again.faults ?? {},
    outcome: outcomeViewOf(unit, found),
  };
}

/** What another body has to grant. */
export async function visitationView(
  unit: Unit,
  found: ProposalCase,
  sending?: Sending,
  again: Typed<VisitationView['values']> = {},
): Promise<VisitationView> {
  const { row, state } = found;
  const { stage } = state;
  const sent = row.visitationProposal;
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf(stage.is === 'visitation' ? 'visitation-answer' : 'visitation-send', sending, row.id, state.n * 100),
    state: stage.is === 'to-send' ? 'to-send' : stage.is === 'visitation' ? 'waiting' : 'closed',
    decided: 'decided' in stage ? stage.decided.text : '',
    sentTo: sent ? unit.open('visitation', 'sent_to_sealed', sent.id, sent.sentToSealed) : '',
    askedOn: sent ? dayFromDate(sent.askedOn) : null,
    answerDueOn: sent ? dayFromDate(sent.answerDueOn) : null,
    today: unit.today,
    values: again.values ?? { sentTo: '', askedOn: unit.today, answerDue: '', answer: '', text: '' },
    faults: again.faults ?? {},
    outcome: outcomeViewOf(unit, found),
  };
}

/** Has it started? The newest asking, or the one that is named. */
export async function startCheckView(
  unit: Unit,
  found: ProposalCase,
  n?: number,
  sending?: Sending,
  again: Typed<StartCheckView['values']> = {},
): Promise<StartCheckView | undefined> {
  const { row, state } = found;
  const checks = row.startCheckProposal;
  const check = n === undefined ? checks.at(-1) : checks.find((one) => one.n === n);
  if (!check || state.stage.is !== 'closed') return undefined;
  const next = checks.find((one) => one.n === check.n + 1);
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('start-check', sending, row.id, check.n),
    n: check.n,
    state: check.answer === 'yes' || check.answer === 'later' || check.answer === 'no' ? check.answer : 'open',
    dueOn: dayFromDate(check.dueOn),
    laterOn: next ? dayFromDate(next.dueOn) : null,
    because:
      check.becauseSealed === null ? '' : unit.open('start_check', 'because_sealed', check.id, check.becauseSealed),
    decided: state.stage.outcome.text,
    earliest: unit.today,
    values: again.values ?? { later: '', because: '' },
    faults: again.faults ?? {},
  };
}

/** The citizen is told; undefined where there is nothing to tell yet. */
export async function tellView(
  unit: Unit,
  found: ProposalCase,
  round: number,
  sending?: Sending,
  again: Typed<TellView['values']> = {},
): Promise<TellView | undefined> {
  const org = await organisation(unit);
  const { row, state } = found;
  const about = round === TELL_ROUND.waiting ? 'waiting' : 'outcome';
  if (about === 'outcome' && state.stage.is !== 'closed') return undefined;
  const told = row.citizenToldProposal.find((one) => one.round === round);
  const owed = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, kind: 'tell-outcome', matterKind: 'proposal', matterId: row.id, round },
    select: { dueOn: true },
  });
  const outcome = outcomeViewOf(unit, found);
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('tell-outcome', sending, row.id, round),
    round,
    about,
    state: told ? 'told' : 'open',
    outcome: about === 'outcome' ? outcome : null,
    answerDueOn: row.visitationProposal ? dayFromDate(row.visitationProposal.answerDueOn) : null,
    dueOn: owed?.dueOn ? dayFromDate(owed.dueOn) : null,
    told: told
      ? {
          on: dayFromDate(told.toldOn),
          how: told.how,
          said: unit.open('citizen_told', 'said_sealed', told.id, told.saidSealed),
          by: nameIn(org, told.byId),
        }
      : null,
    values: again.values ?? { how: '', toldOn: unit.today, said: '' },
    faults: again.faults ?? {},
  };
}

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof questionSeatOf>>>;

/** A seat of a question with the question; undefined for an unknown id. */
export function questionSeatOf(unit: Unit, seatId: string) {
  return unit.tx.questionSeat.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: seatId } },
    include: { question: true },
  });
}

/** A question to whoever is to answer it. */
export async function questionView(
  unit: Unit,
  row: QuestionRow,
  sending?: Sending,
  again: Typed<string> = {},
): Promise<QuestionView | undefined> {
  const org = await organisation(unit);
  const { question } = row;
  const known = (await pathwaysWithTeam(unit, [question.pathwayId])).get(question.pathwayId);
  if (!known) return undefined;
  const proposal = question.proposalId === null ? undefined : await loadProposal(unit, question.proposalId);
  const owed = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'question', matterId: question.id, closedAt: null },
    select: { dueOn: true },
  });
  const kind = question.to === 'team' ? 'question-answer' : 'leader-question';
  return {
    ...sentOf(sending),
    seat: row.id,
    mark: markOf(kind, sending, question.id, 1),
    to: question.to === 'team' ? 'team' : 'leaders',
    state: row.state === 'answered' || row.state === 'unanswered' || row.state === 'withdrawn' ? row.state : 'open',
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    asker: nameIn(org, question.askedById),
    text: unit.open('question', 'text_sealed', question.id, question.textSealed),
    proposal: proposal ? await factsOf(unit, proposal) : null,
    dueOn: owed?.dueOn ? dayFromDate(owed.dueOn) : null,
    answer: row.answerSealed === null ? '' : unit.open('question_seat', 'answer_sealed', row.id, row.answerSealed),
    typed: again.values ?? '',
    faults: again.faults ?? {},
  };
}
