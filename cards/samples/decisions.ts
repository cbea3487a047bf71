import { adviceCard } from '../decisions/advice';
import { adviceTakenCard } from '../decisions/advice-taken';
import { citizenAnswerCard } from '../decisions/citizen-answer';
import type {
  AdviceTakenView,
  AdviceView,
  AnswerLine,
  CitizenAnswerView,
  DecisionRuleName,
  DecisionsView,
  OutcomeCardView,
  OutcomeView,
  ProposalFormView,
  ProposalStateName,
  ProposalsView,
  ProposalView,
  TalkView,
  VoiceView,
  VoteView,
} from '../decisions/decision-views';
import { decisionsCard } from '../decisions/decisions';
import { outcomeCard } from '../decisions/outcome';
import { proposalCard } from '../decisions/proposal';
import { proposalFormCard } from '../decisions/proposal-form';
import { proposalsCard } from '../decisions/proposals';
import { talkCard } from '../decisions/talk';
import { voiceCard } from '../decisions/voice';
import { voteCard } from '../decisions/vote';
import {
  adopted,
  colleagueAnswers,
  longAnswers,
  longOutcome,
  longProposal,
  longQuestions,
  longRulings,
  otherOutcome,
  proposal,
  questions,
  rulings,
} from './proposals';
import {
  ALIAS,
  colleagues,
  id,
  LONG_ALIAS,
  LONG_DEPARTMENT,
  LONG_MANDATE,
  LONG_NAME,
  LONG_TEXT,
  MANDATE,
  manyColleagues,
  type Sample,
  samplesOf,
} from './sample';

const mark = 'proposal-answer/own/x/101';
const departments = ['Jobcenter Tråby', 'Familie', 'PPR'].map((name, n) => ({ id: id(40 + n), name }));
const manyDepartments = Array.from({ length: 30 }, (_, n) => ({ id: id(40 + n), name: LONG_DEPARTMENT }));
const longText = LONG_TEXT.slice(0, 1_000);
const longReason = LONG_TEXT.slice(0, 600);

const form: ProposalFormView = {
  pathwayId: id(1),
  form: id(2),
  meetingId: null,
  amends: null,
  ref: proposal.ref,
  alias: ALIAS,
  rule: 'unanimous-then-managers',
  responsible: colleagues,
  departments,
  voters: colleagues,
  advisers: [],
  leaders: [],
  earliest: '2026-12-03',
  values: {
    text: '',
    citizenSays: '',
    meanwhile: '',
    responsible: '',
    startsOn: '',
    visitation: false,
    heard: false,
    departments: [],
    leftOut: [],
    advisers: [],
    citizenAnswer: '',
  },
  faults: {},
  back: { verb: 'pathway.back', data: { pathway: id(1) } },
};
const filled: ProposalFormView['values'] = {
  ...form.values,
  text: proposal.text,
  citizenSays: proposal.citizenSays,
  meanwhile: proposal.meanwhile,
  responsible: id(1),
  startsOn: proposal.startsOn,
  heard: true,
};
const ofRule = (rule: DecisionRuleName): ProposalFormView => ({ ...form, rule });

const vote: VoteView = {
  facts: proposal,
  pathwayId: id(1),
  mark,
  as: 'voter',
  state: 'asking',
  open: true,
  mine: null,
  standsFor: null,
  mandate: MANDATE,
  dueOn: '2026-12-04',
  changed: [],
  clarified: '',
  others: null,
  outcome: null,
  typed: '',
  faults: {},
};
const doubt = { kind: 'doubt', reason: 'Fem dage om ugen kan være for meget fra begyndelsen.' } as const;
const responsible: VoteView = { ...vote, as: 'responsible', facts: { ...proposal, rule: 'agreed-with-citizen' } };

const whole: ProposalView = {
  facts: proposal,
  mark: 'proposal/card/x/1',
  state: 'asking',
  openedOn: '2026-12-02',
  daysOpen: 1,
  dueOn: '2026-12-04',
  voices: { all: 5, answered: 3 },
  asked: [],
  answers: null,
  leaders: [],
  questions: [],
  visitation: null,
  started: null,
  toldOn: null,
  outcome: null,
  may: { vote: false, agreeAll: false, talk: false, amend: false, withdraw: false, owed: null },
  faults: {},
};
const inState = (state: ProposalStateName): ProposalView => ({ ...whole, state, dueOn: null });
const mayAll = { vote: true, agreeAll: true, talk: true, amend: true, withdraw: true, owed: 'ruling' };

const talk: TalkView = {
  facts: proposal,
  mark: 'decision-talk/own/x/101',
  open: true,
  state: 'talk',
  actsAt: '2026-12-04T15:00',
  acts: 'leaders',
  doubts: [
    { name: 'Bo Madsen', department: 'Jobcenter Tråby', ...doubt },
    {
      name: 'Dorte Krag',
      department: 'Familie',
      kind: 'disagree',
      reason: 'Mor er ikke spurgt, og hun kører ham hver dag.',
    },
  ],
  silent: ['PPR'],
  clarified: '',
  leaders: [
    { departmentId: id(40), department: 'Jobcenter Tråby', leader: 'Sørine Holm' },
    { departmentId: id(41), department: 'Familie', leader: 'Karen Bech' },
    { departmentId: id(42), department: 'PPR', leader: 'Jens Ager' },
  ],
  professional: null,
  values: { clarify: '', only: [id(40), id(41), id(42)], because: '' },
  faults: {},
  outcome: null,
};

const voice: VoiceView = {
  facts: proposal,
  mark: 'department-voice/own/x/100',
  state: 'open',
  departments: ['Familie'],
  namedName: null,
  colleagues,
  dueOn: '2026-12-08',
  outcome: null,
  faults: {},
};

const advisingFacts = { ...proposal, rule: 'advice-process' } as const;
const advice: AdviceView = {
  facts: advisingFacts,
  mark: 'advice/own/x/100',
  state: 'open',
  leader: false,
  dueOn: '2026-12-08',
  mine: '',
  outcome: null,
  typed: '',
  faults: {},
};
const taken: AdviceTakenView = {
  facts: advisingFacts,
  mark: 'advice-taken/own/x/100',
  open: true,
  state: 'taking',
  advice: [
    { name: 'Fatima Noor', text: 'Tag mentoren med fra første dag.', state: 'advised' },
    { name: 'Per Holm', text: '', state: 'advised' },
    { name: 'Emil Skov', text: '', state: 'lapsed' },
  ],
  dueOn: '2026-12-09',
  typed: '',
  faults: {},
  outcome: null,
};

const citizen: CitizenAnswerView = {
  facts: { ...proposal, rule: 'agreed-with-citizen' },
  mark: 'citizen-answer/own/x/100',
  state: 'open',
  words: '',
  dueOn: '2026-12-04',
  typed: '',
  faults: {},
  outcome: null,
};

const ended: OutcomeCardView = { facts: proposal, mark: 'outcome/card/x/1', outcome: adopted, mayOpen: true };
const outcomeOf = (kind: OutcomeView['kind'], by: OutcomeView['by'], more: Partial<OutcomeView> = {}) => ({
  ...ended,
  outcome: { ...adopted, kind, by, ...more },
});

const lines: ProposalsView['lines'] = [
  { id: id(51), number: 3, text: proposal.text, state: 'asking', daysOpen: 1, outcome: null },
  { id: id(52), number: 2, text: 'Mentor fem timer om ugen', state: 'closed', daysOpen: 4, outcome: adopted },
];
const manyLines = Array.from({ length: 40 }, (_, n) => ({
  id: id(100 + n),
  number: 40 - n,
  text: longText,
  state: 'leaders' as const,
  daysOpen: n,
  outcome: null,
}));
const list: ProposalsView = { pathwayId: id(1), ref: proposal.ref, alias: ALIAS, lines, questions, mayMake: true };

const waitingLine = (n: number): DecisionsView['waiting'][number] => ({
  text: `Er du med på forslag ${n}?`,
  title: 'Svar',
  verb: 'vote.open',
  data: { proposal: id(60 + n) },
});
const openLine = (n: number): DecisionsView['open'][number] => ({
  id: id(70 + n),
  ref: proposal.ref,
  number: n,
  text: proposal.text,
  state: 'asking',
  daysOpen: n,
});

const others: readonly AnswerLine[] = colleagueAnswers;

export const decisionSamples: readonly Sample[] = [
  ...samplesOf<ProposalFormView>('decision-form', proposalFormCard, (w) => ({
    new: form,
    filled: { ...form, values: filled },
    'with every fault': {
      ...form,
      faults: {
        text: w.refusals['proposal-missing'],
        citizenSays: w.refusals['citizen-says-missing'],
        meanwhile: w.refusals['meanwhile-missing'],
        responsible: w.refusals['pick-responsible'],
        startsOn: w.refusals['bad-start-day'],
        leftOut: w.refusals['no-voters'],
      },
    },
    amended: {
      ...form,
      amends: { id: id(3), version: 4, number: 3 },
      values: { ...filled, departments: [id(41)], leftOut: [id(2)] },
    },
    'a professional decides': ofRule('professional-decides'),
    'with advice': { ...ofRule('advice-process'), advisers: manyColleagues.slice(0, 8) },
    'agreed with the citizen': {
      ...ofRule('agreed-with-citizen'),
      values: { ...filled, citizenAnswer: 'yes', visitation: true },
    },
    'a direction of leaders': {
      ...ofRule('leaders-set-direction'),
      meetingId: id(4),
      leaders: ['Sørine Holm', 'Karen Bech', 'Jens Ager'],
    },
    'the longest': {
      ...ofRule('advice-process'),
      ref: 'BF-2026-0142-TRÅBY-ØST',
      alias: LONG_ALIAS,
      responsible: manyColleagues,
      departments: manyDepartments,
      voters: manyColleagues,
      advisers: manyColleagues,
      values: {
        ...filled,
        text: longText,
        citizenSays: longText,
        meanwhile: LONG_TEXT.slice(0, 500),
        departments: manyDepartments.slice(0, 3).map((one) => one.id),
        leftOut: [id(50)],
        advisers: [id(1)],
      },
    },
  })),
  ...samplesOf<VoteView>('decision-vote', voteCard, (w) => ({
    asked: vote,
    'reminded, in somebody’s place, no mandate written': {
      ...vote,
      reminder: { rung: 'second' },
      standsFor: 'Carla Friis',
      mandate: '',
    },
    'a doubt needs a reason': { ...vote, faults: { reason: w.refusals['reason-needed'] } },
    'what was typed still stands': { ...vote, typed: 'Se 010190-1234', faults: { reason: w.refusals.cpr } },
    'at the meeting': { ...vote, state: 'in-meeting', dueOn: null },
    agreed: { ...vote, mine: { kind: 'agree', reason: '' }, others },
    'in doubt, asked again after a clarification': {
      ...vote,
      state: 'talk',
      mine: doubt,
      clarified: 'Det begynder med tre dage om ugen. Mentoren er med de første to uger.',
      others,
    },
    'disagreed, at the meeting': {
      ...vote,
      state: 'in-meeting',
      dueOn: null,
      mine: { kind: 'disagree', reason: 'Mor er ikke spurgt.' },
      others: [],
    },
    amended: {
      ...vote,
      facts: { ...proposal, n: 2, visitation: true },
      changed: [
        { field: 'startsOn', before: '2026-12-14', now: '2027-01-04' },
        { field: 'text', before: 'Læreplads fem dage om ugen', now: proposal.text },
        { field: 'visitation', before: 'false', now: 'true' },
      ],
    },
    responsible: { ...responsible },
    'responsible, cannot without a reason': { ...responsible, faults: { reason: w.refusals['reason-missing'] } },
    'responsible, said yes': { ...responsible, mine: { kind: 'agree', reason: '' } },
    'responsible, cannot': {
      ...responsible,
      mine: { kind: 'disagree', reason: 'Det ligger uden for mit mandat.' },
    },
    'before the leaders': { ...vote, state: 'leaders', open: false, mine: doubt, others },
    'missed it': { ...vote, state: 'talk', open: false },
    closed: { ...vote, state: 'closed', open: false, mine: doubt, others, outcome: adopted },
    'closed, decided otherwise, sent again': {
      ...vote,
      repeated: true,
      state: 'closed',
      open: false,
      mine: { kind: 'agree', reason: '' },
      others,
      outcome: otherOutcome,
    },
    'the longest': {
      ...vote,
      facts: longProposal,
      mine: { kind: 'doubt', reason: longReason },
      standsFor: LONG_NAME,
      mandate: LONG_MANDATE,
      changed: [
        { field: 'text', before: longText, now: longText },
        { field: 'citizenSays', before: longText, now: longText },
        { field: 'meanwhile', before: longText, now: longText },
        { field: 'responsible', before: LONG_NAME, now: LONG_NAME },
        { field: 'heard', before: 'false', now: 'true' },
      ],
      clarified: longText,
      others: longAnswers,
    },
    'the longest, closed': {
      ...vote,
      facts: longProposal,
      open: false,
      state: 'closed',
      mine: { kind: 'doubt', reason: longReason },
      others: longAnswers,
      outcome: longOutcome,
    },
  })),
  ...samplesOf<ProposalView>('decision-proposal', proposalCard, (w) => ({
    'asked, to somebody with a voice': { ...whole, may: { ...whole.may, vote: true } },
    'asked, to the lead': { ...whole, answers: others, may: { ...whole.may, amend: true, withdraw: true } },
    'at the meeting, to the lead': {
      ...inState('in-meeting'),
      voices: { all: 5, answered: 0 },
      may: { ...whole.may, vote: true, agreeAll: true, amend: true, withdraw: true },
    },
    'withdrawing needs a reason': {
      ...whole,
      may: { ...whole.may, amend: true, withdraw: true },
      faults: { reason: w.refusals['reason-missing'] },
    },
    'managers are asked': {
      ...whole,
      asked: [
        { department: 'Familie', state: 'open' },
        { department: 'PPR', state: 'named' },
        { department: 'Sundhed', state: 'yes' },
        { department: 'Skole', state: 'silent' },
      ],
      may: { ...whole.may, owed: 'department-voice' },
    },
    'in doubt, to the lead': {
      ...inState('talk'),
      answers: others,
      may: { ...whole.may, talk: true, amend: true, withdraw: true, owed: 'decision-talk' },
    },
    'before the leaders': {
      ...inState('leaders'),
      answers: others,
      leaders: rulings,
      questions,
      dueOn: '2026-12-10',
      may: { ...whole.may, owed: 'question-answer' },
    },
    'nobody can decide it, to the lead': {
      ...inState('leaderless'),
      answers: others,
      dueOn: null,
      may: { ...whole.may, withdraw: true },
    },
    'nobody can decide it': { ...inState('leaderless'), answers: others, dueOn: null },
    undecided: { ...inState('undecided'), answers: others, leaders: rulings, daysOpen: 14 },
    advice: { ...inState('advice'), voices: { all: 0, answered: 0 } },
    'advice is in': { ...inState('taking'), may: { ...whole.may, owed: 'advice-taken' } },
    'a professional decides': { ...inState('professional'), may: { ...whole.may, owed: 'professional-decision' } },
    'to be sent': {
      ...inState('to-send'),
      facts: { ...proposal, visitation: true },
      may: { ...whole.may, owed: 'visitation-send' },
    },
    'waits to be granted': {
      ...inState('visitation'),
      facts: { ...proposal, visitation: true },
      visitation: { sentTo: 'Visitationsudvalget', askedOn: '2026-12-07', answerDueOn: '2027-01-04' },
      toldOn: '2026-12-08',
    },
    'all buttons': { ...whole, may: mayAll },
    'decided, has started, the citizen knows': {
      ...inState('closed'),
      answers: others,
      outcome: adopted,
      started: 'yes',
      toldOn: '2026-12-08',
    },
    'decided otherwise, the citizen is to be told': {
      ...inState('closed'),
      leaders: rulings,
      outcome: otherOutcome,
      started: 'later',
      may: { ...whole.may, owed: 'tell-outcome' },
    },
    'the longest': {
      ...whole,
      facts: longProposal,
      asked: manyDepartments.slice(0, 2).map(({ name }) => ({ department: name, state: 'named' as const })),
      answers: longAnswers,
      leaders: longRulings,
      questions: longQuestions,
      visitation: { sentTo: LONG_DEPARTMENT, askedOn: '2026-12-07', answerDueOn: '2027-01-04' },
      may: mayAll,
    },
    'the longest, closed': {
      ...inState('closed'),
      facts: longProposal,
      answers: longAnswers,
      leaders: longRulings,
      questions: longQuestions,
      outcome: longOutcome,
    },
  })),
  ...samplesOf<TalkView>('decision-talk', talkCard, (w) => ({
    open: talk,
    'open, the next time': { ...talk, reminder: { rung: 'due' } },
    'asked again': { ...talk, clarified: 'Det begynder med tre dage om ugen.' },
    'the team decides': { ...talk, acts: 'not-agreed', leaders: [], silent: [] },
    'a professional decides': { ...talk, acts: 'professional', leaders: [], professional: 'Bo Madsen' },
    'with faults': {
      ...talk,
      values: { clarify: 'Se 010190-1234', only: [id(40)], because: '' },
      faults: { clarify: w.refusals.cpr, because: w.refusals['narrow-reason-missing'] },
    },
    'put before the leaders': { ...talk, open: false, state: 'leaders', actsAt: null },
    closed: { ...talk, open: false, state: 'closed', actsAt: null, outcome: otherOutcome },
    'the longest': {
      ...talk,
      facts: longProposal,
      doubts: Array.from({ length: 16 }, () => ({
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        kind: 'doubt' as const,
        reason: longReason,
      })),
      silent: Array.from({ length: 12 }, () => LONG_DEPARTMENT),
      clarified: longText,
      leaders: manyDepartments
        .slice(0, 12)
        .map((one) => ({ departmentId: one.id, department: one.name, leader: LONG_NAME })),
      values: {
        clarify: longText,
        only: manyDepartments.slice(0, 12).map((one) => one.id),
        because: longReason,
      },
    },
  })),
  ...samplesOf<VoiceView>('decision-voice', voiceCard, (w) => ({
    open: voice,
    'open, two departments, nobody to name': {
      ...voice,
      reminder: { rung: 'second' },
      departments: ['Familie', 'PPR'],
      colleagues: [],
    },
    'nobody chosen': { ...voice, faults: { colleague: w.refusals['pick-somebody'] } },
    yes: { ...voice, state: 'yes' },
    named: { ...voice, state: 'named', namedName: 'Emil Skov' },
    closed: { ...voice, state: 'closed' },
    'closed, decided': { ...voice, state: 'closed', outcome: adopted },
    'the longest': {
      ...voice,
      facts: longProposal,
      departments: manyDepartments.slice(0, 5).map((one) => one.name),
      colleagues: manyColleagues,
    },
  })),
  ...samplesOf<AdviceView>('decision-advice', adviceCard, (w) => ({
    open: advice,
    'open, to a leader': { ...advice, leader: true, faults: { advice: w.refusals['advice-missing'] } },
    given: { ...advice, state: 'given', mine: 'Tag mentoren med fra første dag.' },
    'nothing to add': { ...advice, state: 'given' },
    closed: { ...advice, state: 'closed', mine: 'Tag mentoren med fra første dag.', outcome: adopted },
    'the longest': { ...advice, facts: longProposal, typed: longText },
    'the longest, closed': {
      ...advice,
      facts: longProposal,
      state: 'closed',
      mine: longText,
      outcome: longOutcome,
    },
  })),
  ...samplesOf<AdviceTakenView>('decision-advice-taken', adviceTakenCard, (w) => ({
    open: taken,
    'some have not answered': {
      ...taken,
      state: 'advice',
      advice: [...taken.advice.slice(0, 1), { name: 'Emil Skov', text: '', state: 'asked' }],
      dueOn: null,
    },
    'with a fault': { ...taken, faults: { taken: w.refusals['taken-missing'] } },
    written: { ...taken, open: false, state: 'asking', typed: 'Mentoren er med fra første dag.' },
    closed: { ...taken, open: false, state: 'closed', outcome: adopted },
    'the longest': {
      ...taken,
      facts: longProposal,
      advice: Array.from({ length: 20 }, () => ({ name: LONG_NAME, text: longText, state: 'advised' as const })),
      typed: longText,
    },
  })),
  ...samplesOf<CitizenAnswerView>('decision-citizen-answer', citizenAnswerCard, (w) => ({
    open: citizen,
    'with a fault': { ...citizen, faults: { words: w.refusals['words-missing'] } },
    yes: { ...citizen, state: 'yes', words: 'Ja, bare jeg må begynde snart.' },
    no: { ...citizen, state: 'no', words: 'Ikke hvis jeg skal skifte mentor igen.' },
    'no, and closed': {
      ...citizen,
      state: 'no',
      words: 'Ikke hvis jeg skal skifte mentor igen.',
      outcome: { ...adopted, kind: 'wish', by: 'citizen', text: '' },
    },
    closed: { ...citizen, state: 'closed', outcome: { ...adopted, kind: 'withdrawn', by: 'lead', text: '' } },
    'the longest': { ...citizen, facts: longProposal, typed: longText },
  })),
  ...samplesOf<OutcomeCardView>('decision-outcome', outcomeCard, () => ({
    adopted: ended,
    'adopted by leaders together': outcomeOf('adopted', 'leaders'),
    not: outcomeOf('not', 'leaders', { text: '' }),
    other: { ...ended, outcome: otherOutcome },
    wish: outcomeOf('wish', 'citizen', { text: '', reason: 'Den ansvarlige har ikke mandat til det endnu.' }),
    'not agreed': outcomeOf('not-agreed', 'team', { text: '', reason: '' }),
    direction: {
      ...outcomeOf('direction', 'leaders', { text: 'Én plan, med arbejde som målet.' }),
      facts: { ...proposal, rule: 'leaders-set-direction' },
    },
    granted: outcomeOf('granted', 'visitation'),
    partly: outcomeOf('partly', 'visitation', { text: 'Mentor tre timer om ugen i et halvt år.' }),
    refused: outcomeOf('refused', 'visitation', { text: '' }),
    withdrawn: { ...outcomeOf('withdrawn', 'lead', { text: '' }), mayOpen: false },
    'by a professional, alias not known': {
      ...outcomeOf('adopted', 'professional'),
      facts: { ...proposal, alias: null },
    },
    'by the common leader': outcomeOf('other', 'leader', { text: 'Praktik i tre dage, og mentor i alle fem.' }),
    'the longest': { ...ended, facts: longProposal, outcome: longOutcome },
  })),
  ...samplesOf<ProposalsView>('decision-list', proposalsCard, () => ({
    none: { ...list, lines: [], questions: [] },
    two: list,
    'two, to somebody who makes none': { ...list, mayMake: false },
    'the longest': { ...list, alias: LONG_ALIAS, lines: manyLines, questions: longQuestions },
  })),
  ...samplesOf<DecisionsView>('decision-mine', decisionsCard, () => ({
    nothing: { waiting: [], open: [] },
    'one waits': { waiting: [waitingLine(1)], open: [] },
    'two wait, two are open': { waiting: [waitingLine(1), waitingLine(2)], open: [openLine(1), openLine(2)] },
    many: { waiting: [1, 2, 3, 4].map(waitingLine), open: [1, 2, 3, 4].map(openLine) },
    'the longest': {
      waiting: Array.from({ length: 30 }, (_, n) => ({ ...waitingLine(n), text: longText })),
      open: Array.from({ length: 60 }, (_, n) => ({ ...openLine(n), text: longText })),
    },
  })),
];
