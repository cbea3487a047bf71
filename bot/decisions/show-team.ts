import type {
  ChangedField,
  OutcomeCardView,
  ProposalView,
  TalkView,
  VoiceView,
  VoteView,
} from '../../cards/decisions/decision-views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { mandateOf } from '../people/mandate';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate, daysBetween } from '../time/day';
import { dayOf, momentAt, toMoment } from '../time/moment';
import { nextWorkingDay } from '../time/working-calendar';
import { leadershipOf } from './around';
import { leadersOf } from './hearing-rules';
import {
  answerLines,
  departmentNames,
  factsOf,
  markOf,
  nameIn,
  outcomeViewOf,
  questionsOn,
  rulingLines,
  rulingsSeen,
  sentOf,
  stateNameOf,
} from './show';
import { answersFor, hasVoice, standingsOn } from './standing';
import {
  answerDueOn,
  departmentsBefore,
  doubting,
  isLeaderless,
  isLive,
  type Proposal,
  seesAnswers,
  unheardDepartments,
} from './state-rules';
import { clarifiedOf, type ProposalCase, type VersionText } from './store';

type Sending = RenderInput['sending'];
type Again = { readonly typed?: string; readonly faults?: Readonly<Record<string, string>> };

/** A voice's own card; undefined where somebody has none on this version. */
export async function voteView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  again: Again = {},
): Promise<VoteView | undefined> {
  const org = await organisation(unit);
  const { state, row } = found;
  const seat = state.seats.find((one) => one.personId === viewerId && one.state !== 'left-out');
  if (!seat) return undefined;
  const { is } = state.stage;
  const deciding = is === 'asking' || is === 'talk' || is === 'professional';
  const isLead = found.known.pathway.leadId === viewerId;
  const responsible = state.rule === 'agreed-with-citizen';
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    pathwayId: row.pathwayId,
    mark: markOf('proposal-answer', sending, row.id, state.n * 100 + seat.round),
    as: responsible ? 'responsible' : 'voter',
    state: stateNameOf(state),
    open: deciding && hasVoice(found, seat, org),
    mine: seat.vote,
    standsFor: seat.standsForId === null ? null : nameIn(org, seat.standsForId),
    mandate: await mandateOf(unit, seat.departmentId),
    dueOn: answerDueOn(state, seat),
    changed: changesOf(found, org),
    clarified: clarifiedOf(unit, found),
    others: !responsible && seesAnswers(state, viewerId, isLead) ? answerLines(found, viewerId, org) : null,
    outcome: outcomeViewOf(unit, found),
    typed: again.typed ?? '',
    faults: again.faults ?? {},
  };
}

const dueOf = ({ stage }: Proposal): string | null => ('dueOn' in stage ? stage.dueOn : null);

function changesOf({ version, before }: ProposalCase, org: Organisation): VoteView['changed'] {
  if (before === null) return [];
  const shown = (of: VersionText, field: ChangedField): string => {
    const value = field === 'responsible' ? nameIn(org, of.responsibleId) : of[field];
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  };
  const fields: readonly ChangedField[] = [
    'text',
    'citizenSays',
    'meanwhile',
    'responsible',
    'startsOn',
    'visitation',
    'heard',
  ];
  return fields.flatMap((field) => {
    const [was, now] = [shown(before, field), shown(version, field)];
    return was === now ? [] : [{ field, before: was, now }];
  });
}

/** A proposal as those of the pathway, and those with a part in it, see it. */
export async function proposalView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  again: Again = {},
): Promise<ProposalView> {
  const org = await organisation(unit);
  const { row, state } = found;
  const standings = standingsOn(found, viewerId, org);
  const isLead = found.known.pathway.leadId === viewerId;
  const live = state.seats.filter(isLive);
  const { is } = state.stage;
  const openedOn = dayOf(toMoment(row.madeAt, unit.policy.zone));
  const endedOn = row.closedAt === null ? unit.today : dayOf(toMoment(row.closedAt, unit.policy.zone));
  const hearing = state.hearings.at(-1);
  const last = row.startCheckProposal.filter((one) => one.answer !== null).at(-1);
  const told = row.citizenToldProposal.find((one) => one.round === 1);
  const visitation = row.visitationProposal;
  const lead = may('proposal.lead', standings);
  const asking = is === 'asking' || is === 'talk' || is === 'professional' || is === 'advice' || is === 'taking';
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('proposal', sending, row.id, state.n),
    state: stateNameOf(state),
    openedOn,
    daysOpen: daysBetween(openedOn, endedOn),
    dueOn: isLeaderless(state)
      ? null
      : is === 'leaders'
        ? (hearing?.dueOn ?? null)
        : is === 'asking'
          ? state.answersDueOn
          : dueOf(state),
    voices: { all: live.length, answered: live.filter((seat) => seat.vote !== null).length },
    asked: state.voices.map((one) => ({
      department: departmentNames(org, [one.departmentId])[0] ?? '',
      state: one.state,
    })),
    answers: state.seats.length > 0 && seesAnswers(state, viewerId, isLead) ? answerLines(found, viewerId, org) : null,
    leaders: hearing && is !== 'asking' ? rulingLines(hearing.seats, org, is === 'closed' && rulingsSeen(hearing)) : [],
    questions: await questionsOn(unit, { proposalId: row.id }),
    visitation: visitation && {
      sentTo: unit.open('visitation', 'sent_to_sealed', visitation.id, visitation.sentToSealed),
      askedOn: dayFromDate(visitation.askedOn),
      answerDueOn: dayFromDate(visitation.answerDueOn),
    },
    started: last?.answer === 'yes' || last?.answer === 'later' || last?.answer === 'no' ? last.answer : null,
    toldOn: told ? dayFromDate(told.toldOn) : null,
    outcome: outcomeViewOf(unit, found),
    may: {
      vote: asking && live.some((seat) => seat.personId === viewerId && hasVoice(found, seat, org)),
      agreeAll: is === 'asking' && state.inMeeting && !state.weAgree && may('proposal.agree-all', standings),
      talk: is === 'talk' && lead,
      amend: asking && lead,
      withdraw: is !== 'closed' && lead,
      owed: await owedBy(unit, found, viewerId),
    },
    faults: again.faults ?? {},
  };
}

/** What else waits for the reader on it, by kind; a voice and a talk have buttons of their own. */
async function owedBy(unit: Unit, { row }: ProposalCase, viewerId: string): Promise<string | null> {
  const open = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      matterKind: 'proposal',
      matterId: row.id,
      ownerId: viewerId,
      closedAt: null,
      kind: { notIn: ['proposal-answer', 'decision-talk', 'leader-missing'] },
    },
    orderBy: { id: 'asc' },
    select: { kind: true },
  });
  return open?.kind ?? null;
}

/** The talk, for the lead. */
export async function talkView(
  unit: Unit,
  found: ProposalCase,
  sending?: Sending,
  again: { readonly values?: TalkView['values']; readonly faults?: Readonly<Record<string, string>> } = {},
): Promise<TalkView> {
  const org = await organisation(unit);
  const { row, state } = found;
  const { stage } = state;
  const talking = stage.is === 'talk' || stage.is === 'professional';
  const members = new Set(state.seats.filter((seat) => seat.state !== 'gone').map((seat) => seat.personId));
  const voted = new Set(
    state.voices.flatMap((one) => (one.state === 'yes' ? [one.managerId, one.saidBy] : [])).flatMap((id) => id ?? []),
  );
  const decide = state.rule === 'unanimous-then-managers' || state.rule === 'professional-decides';
  const leaders = decide ? leadersOf(departmentsBefore(state), { members, voted }, leadershipOf(org)) : [];
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('decision-talk', sending, row.id, state.n * 100 + state.talks),
    open: talking,
    state: stateNameOf(state),
    actsAt: talking ? momentAt(nextWorkingDay(org.house, stage.dueOn), '08:00') : null,
    acts: stage.is === 'professional' ? 'professional' : decide ? 'leaders' : 'not-agreed',
    doubts: doubting(state).map((seat) => ({
      name: nameIn(org, seat.personId),
      department: departmentNames(org, [seat.departmentId])[0] ?? '',
      kind: seat.vote?.kind === 'disagree' ? 'disagree' : 'doubt',
      reason: seat.vote?.reason ?? '',
    })),
    silent: talking ? departmentNames(org, unheardDepartments(state)) : [],
    clarified: clarifiedOf(unit, found),
    leaders: leaders.flatMap((one) =>
      one.departmentIds.map((departmentId) => ({
        departmentId,
        department: departmentNames(org, [departmentId])[0] ?? '',
        leader: nameIn(org, one.personId),
      })),
    ),
    professional: stage.is === 'professional' ? nameIn(org, stage.personId) : null,
    values: again.values ?? { clarify: '', only: leaders.flatMap((one) => one.departmentIds), because: '' },
    faults: again.faults ?? {},
    outcome: outcomeViewOf(unit, found),
  };
}

/** To the manager of silent departments; undefined where nobody was asked of this one. */
export async function voiceView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  again: Again = {},
): Promise<VoiceView | undefined> {
  const org = await organisation(unit);
  const { row, state } = found;
  const mine = state.voices.filter((one) => one.managerId !== null && answersFor(one.managerId, viewerId, org));
  const [first] = mine;
  if (!first) return undefined;
  const open = mine.filter((one) => one.state === 'open');
  const named = state.seats.find((seat) =>
    mine.some((one) => one.state === 'named' && one.departmentId === seat.departmentId),
  );
  const taken = new Set(state.seats.map((seat) => seat.personId));
  const colleagues = open
    .flatMap((one) => org.colleaguesIn(one.departmentId))
    .filter((one) => !taken.has(one.id) && one.id !== viewerId && one.id !== first.managerId);
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: markOf('department-voice', sending, row.id, state.n * 100),
    state:
      open.length > 0 && state.stage.is === 'asking'
        ? 'open'
        : first.state === 'yes' || first.state === 'named'
          ? first.state
          : 'closed',
    departments: departmentNames(
      org,
      mine.map((one) => one.departmentId),
    ),
    namedName: named ? nameIn(org, named.personId) : null,
    colleagues: colleagues.map((one) => ({ id: one.id, name: one.name })),
    dueOn: first.dueOn,
    outcome: outcomeViewOf(unit, found),
    faults: again.faults ?? {},
  };
}

/** How it ended, to the team; undefined while it is open. */
export async function outcomeView(
  unit: Unit,
  found: ProposalCase,
  mayOpen: boolean,
  sending?: Sending,
): Promise<OutcomeCardView | undefined> {
  const outcome = outcomeViewOf(unit, found);
  if (!outcome) return undefined;
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    mark: `notice/outcome/${found.row.id}/1`,
    outcome,
    mayOpen,
  };
}
