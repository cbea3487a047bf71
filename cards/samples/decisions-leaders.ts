import { askTeamFormCard } from '../decisions/ask-team-form';
import type {
  AskTeamFormView,
  OtherFormView,
  OutcomeView,
  QuestionFormView,
  QuestionView,
  RulingView,
  StartCheckView,
  TellView,
  TogetherFormView,
  VisitationView,
} from '../decisions/decision-views';
import { otherFormCard } from '../decisions/other-form';
import { questionCard } from '../decisions/question';
import { questionFormCard } from '../decisions/question-form';
import { rulingCard } from '../decisions/ruling';
import { startCheckCard } from '../decisions/start-check';
import { tellCard } from '../decisions/tell';
import { togetherFormCard } from '../decisions/together-form';
import { visitationCard } from '../decisions/visitation';
import {
  adopted,
  colleagueAnswers,
  longAnswers,
  longOutcome,
  longProposal,
  longQuestions,
  longRulings,
  openRulings,
  otherOutcome,
  proposal,
  questions,
  rulings,
} from './proposals';
import { ALIAS, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, LONG_TEXT, type Sample, samplesOf } from './sample';

const longText = LONG_TEXT.slice(0, 1_000);
const longReason = LONG_TEXT.slice(0, 600);

const ruling: RulingView = {
  facts: proposal,
  as: 'leader',
  seat: id(5),
  mark: 'ruling/own/x/111',
  state: 'open',
  level: 1,
  round: 1,
  confirms: false,
  late: false,
  dueOn: '2026-12-10',
  insteadOf: null,
  answers: colleagueAnswers,
  silent: [],
  leaders: rulings,
  below: null,
  mine: null,
  together: null,
  questions: [],
  mayChange: false,
  mayAsk: true,
  mayTakeTogether: true,
  typed: '',
  outcome: null,
  faults: {},
};
const above: RulingView = {
  ...ruling,
  level: 2,
  leaders: [],
  mayTakeTogether: false,
  below: { because: 'disagreed', leaders: openRulings },
};
const direction: RulingView = {
  ...ruling,
  facts: {
    ...proposal,
    rule: 'leaders-set-direction',
    text: 'Én plan, med arbejde som målet. Jobcentret leder, og de andre lægger deres frister ind i den.',
    heard: false,
    meanwhile: 'Støtten fortsætter.',
  },
  confirms: true,
  answers: [],
  mayAsk: false,
  mayTakeTogether: false,
};
const professional: RulingView = {
  ...ruling,
  facts: { ...proposal, rule: 'professional-decides' },
  as: 'professional',
  seat: '',
  leaders: [],
  mayAsk: false,
  mayTakeTogether: false,
};
const together: TogetherFormView = {
  facts: proposal,
  seat: id(5),
  slots: ['2026-12-08T09:00', '2026-12-08T14:15', '2026-12-09T08:30'],
  with: ['Sørine Holm', 'Karen Bech'],
  dueOn: '2026-12-10',
  value: '2026-12-08T09:00',
  faults: {},
};
const other: OtherFormView = {
  facts: proposal,
  as: 'leader',
  seat: id(5),
  confirms: false,
  together: false,
  joins: [],
  values: { text: '', reason: '' },
  faults: {},
};
const ask: AskTeamFormView = { facts: proposal, seat: id(5), value: '', faults: {} };
const question: QuestionView = {
  seat: id(6),
  mark: 'question-answer/own/x/1',
  to: 'team',
  state: 'open',
  ref: proposal.ref,
  alias: ALIAS,
  asker: 'Karen Bech',
  text: 'Hvad koster mentoren om måneden, og hvem betaler i dag?',
  proposal,
  dueOn: '2026-12-08',
  answer: '',
  typed: '',
  faults: {},
};
const toLeader: QuestionView = {
  ...question,
  to: 'leaders',
  asker: 'Anna Lund',
  text: 'Må vi bruge fem timers mentor om ugen, før planen er på plads?',
  proposal: null,
};
const questionForm: QuestionFormView = {
  pathwayId: id(1),
  form: id(2),
  meetingId: null,
  proposalId: null,
  ref: proposal.ref,
  alias: ALIAS,
  leaders: [
    { id: id(31), name: 'Sørine Holm', departments: ['Jobcenter Tråby'] },
    { id: id(32), name: 'Karen Bech', departments: ['Familie', 'PPR'] },
  ],
  values: { leaders: [], question: '' },
  faults: {},
  back: { verb: 'pathway.back', data: { pathway: id(1) } },
};
const visitation: VisitationView = {
  facts: { ...proposal, visitation: true },
  mark: 'visitation-send/own/x/100',
  state: 'to-send',
  decided: '',
  sentTo: '',
  askedOn: null,
  answerDueOn: null,
  today: '2026-12-07',
  values: { sentTo: '', askedOn: '2026-12-07', answerDue: '', answer: '', text: '' },
  faults: {},
  outcome: null,
};
const waiting: VisitationView = {
  ...visitation,
  state: 'waiting',
  sentTo: 'Visitationsudvalget',
  askedOn: '2026-12-07',
  answerDueOn: '2027-01-04',
};
const start: StartCheckView = {
  facts: proposal,
  mark: 'start-check/own/x/1',
  n: 1,
  state: 'open',
  dueOn: '2027-01-04',
  laterOn: null,
  because: '',
  decided: '',
  earliest: '2027-01-05',
  values: { later: '', because: '' },
  faults: {},
};
const tell: TellView = {
  facts: proposal,
  mark: 'tell-outcome/own/x/1',
  round: 1,
  about: 'outcome',
  state: 'open',
  outcome: adopted,
  answerDueOn: null,
  dueOn: '2026-12-09',
  told: null,
  values: { how: '', toldOn: '2026-12-08', said: '' },
  faults: {},
};
const tellOf = (kind: OutcomeView['kind'], more: Partial<OutcomeView> = {}): TellView => ({
  ...tell,
  outcome: { ...adopted, kind, ...more },
});

export const leaderSamples: readonly Sample[] = [
  ...samplesOf<RulingView>('decision-ruling', rulingCard, (w) => ({
    open: ruling,
    'to one alone, instead of another': {
      ...ruling,
      leaders: [],
      mayTakeTogether: false,
      insteadOf: 'Sørine Holm',
      answers: [],
      silent: ['Familie'],
    },
    'not everybody answered, reminded': {
      ...ruling,
      reminder: { rung: 'due' },
      answers: [],
      silent: ['Familie', 'PPR'],
      facts: { ...proposal, heard: false },
    },
    'the second round': {
      ...ruling,
      round: 2,
      leaders: openRulings.map((one, at) => ({ ...one, earlier: true, answered: at === 0 })),
      mine: { kind: 'not', text: '', reason: 'Der mangler en aftale med skolen.' },
    },
    'a quarter of an hour is set': {
      ...ruling,
      together: { at: '2026-12-08T09:00', recordedBy: null, recorded: null },
      questions,
    },
    'one has recorded it': {
      ...ruling,
      together: {
        at: '2026-12-08T09:00',
        recordedBy: 'Karen Bech',
        recorded: { kind: 'other', text: otherOutcome.text, reason: otherOutcome.reason },
      },
    },
    'to the common leader': above,
    'to the common leader, since they were late': {
      ...above,
      below: { because: 'late', leaders: rulings },
      faults: { form: w.refusals['changed-meanwhile'] },
    },
    'undecided at the top': { ...above, level: 3, late: true },
    'late, and not alone': { ...ruling, late: true, leaders: openRulings },
    'a direction to confirm': direction,
    'a direction that not all confirmed': {
      ...direction,
      level: 2,
      leaders: [],
      below: { because: 'disagreed', leaders: openRulings },
    },
    'a professional decides': professional,
    'a professional, without a reason': { ...professional, faults: { reason: w.refusals['reason-missing'] } },
    answered: {
      ...ruling,
      state: 'answered',
      mayChange: true,
      mayAsk: false,
      mine: { kind: 'as-proposed', text: '', reason: '' },
    },
    'passed on': { ...ruling, state: 'passed-on', leaders: openRulings },
    closed: { ...ruling, state: 'closed', leaders: openRulings, outcome: otherOutcome },
    'closed without an outcome': { ...ruling, state: 'closed' },
    'the longest': {
      ...ruling,
      facts: longProposal,
      round: 2,
      insteadOf: LONG_NAME,
      answers: longAnswers,
      silent: Array.from({ length: 8 }, () => LONG_DEPARTMENT),
      leaders: longRulings,
      below: { because: 'late', leaders: longRulings },
      mine: { kind: 'other', text: longText, reason: longReason },
      together: {
        at: '2026-12-08T09:00',
        recordedBy: LONG_NAME,
        recorded: { kind: 'other', text: longText, reason: longReason },
      },
      questions: longQuestions,
    },
    'the longest, closed': {
      ...ruling,
      facts: longProposal,
      state: 'closed',
      answers: longAnswers,
      leaders: longRulings,
      outcome: longOutcome,
    },
  })),
  ...samplesOf<TogetherFormView>('decision-together', togetherFormCard, (w) => ({
    'three times': together,
    'none chosen': { ...together, value: '', faults: { slot: w.refusals['pick-a-slot'] } },
    'no time fits': { ...together, slots: [] },
    'the longest': { ...together, facts: longProposal, with: Array.from({ length: 8 }, () => LONG_NAME) },
  })),
  ...samplesOf<OtherFormView>('decision-other', otherFormCard, (w) => ({
    new: other,
    'with every fault': {
      ...other,
      faults: { text: w.refusals['other-missing'], reason: w.refusals['reason-missing'] },
    },
    'others have written': {
      ...other,
      joins: [
        { seat: id(7), name: 'Karen Bech', text: otherOutcome.text },
        { seat: id(8), name: 'Jens Ager', text: 'Praktik til sommer.' },
      ],
    },
    'one records for all': { ...other, together: true },
    'a direction that is not so': { ...other, confirms: true, facts: direction.facts },
    'by a professional': { ...other, as: 'professional', seat: '' },
    'the longest': {
      ...other,
      facts: longProposal,
      joins: Array.from({ length: 6 }, (_, n) => ({ seat: id(n), name: `${n} ${LONG_NAME}`, text: longText })),
      values: { text: longText, reason: longReason },
    },
  })),
  ...samplesOf<AskTeamFormView>('decision-ask-team', askTeamFormCard, (w) => ({
    new: ask,
    'with a fault': { ...ask, faults: { question: w.refusals['question-missing'] } },
    'asked already': { ...ask, value: 'Hvad koster det?', faults: { form: w.refusals['asked-already'] } },
    'the longest': { ...ask, facts: longProposal, value: longText },
  })),
  ...samplesOf<QuestionView>('decision-question', questionCard, (w) => ({
    'to the team': question,
    'to the team, with a fault, reminded': {
      ...question,
      reminder: { rung: 'second' },
      faults: { answer: w.refusals['answer-missing'] },
    },
    'to a leader': toLeader,
    answered: { ...question, state: 'answered', answer: 'Cirka 6.000 kroner. Jobcentret betaler i dag.' },
    unanswered: { ...toLeader, state: 'unanswered', dueOn: null },
    withdrawn: { ...toLeader, state: 'withdrawn', alias: null },
    'the longest': { ...question, text: longText, proposal: longProposal, asker: LONG_NAME, typed: longText },
  })),
  ...samplesOf<QuestionFormView>('decision-question-form', questionFormCard, (w) => ({
    new: questionForm,
    'with every fault': {
      ...questionForm,
      meetingId: id(9),
      proposalId: id(3),
      faults: { leaders: w.refusals['pick-a-leader'], question: w.refusals['question-missing'] },
    },
    'the longest': {
      ...questionForm,
      alias: LONG_ALIAS,
      leaders: Array.from({ length: 14 }, (_, n) => ({
        id: id(n),
        name: LONG_NAME,
        departments: [LONG_DEPARTMENT, LONG_DEPARTMENT],
      })),
      values: { leaders: [id(13)], question: longText },
    },
  })),
  ...samplesOf<VisitationView>('decision-visitation', visitationCard, (w) => ({
    'to send': visitation,
    'to send, with every fault': {
      ...visitation,
      faults: {
        sentTo: w.refusals['sent-to-missing'],
        askedOn: w.refusals['future-date'],
        answerDue: w.refusals['answer-due-bad'],
      },
    },
    waiting,
    'waiting, decided otherwise, with faults': {
      ...waiting,
      decided: otherOutcome.text,
      faults: { answer: w.refusals['pick-an-answer'], text: w.refusals['reason-missing'] },
    },
    granted: { ...waiting, state: 'closed', outcome: { ...adopted, kind: 'granted', by: 'visitation' } },
    refused: {
      ...waiting,
      state: 'closed',
      outcome: { ...adopted, kind: 'refused', by: 'visitation', reason: 'Der er ikke bevilling i år.' },
    },
    'the longest': {
      ...waiting,
      facts: longProposal,
      decided: longText,
      sentTo: LONG_DEPARTMENT.repeat(3).slice(0, 200),
      values: { ...waiting.values, text: longText },
    },
  })),
  ...samplesOf<StartCheckView>('decision-start', startCheckCard, (w) => ({
    open: start,
    'not yet, with faults': {
      ...start,
      values: { later: '', because: 'Værkstedet åbner senere' },
      faults: { later: w.refusals['past-date'] },
    },
    yes: { ...start, state: 'yes' },
    later: { ...start, state: 'later', laterOn: '2027-01-18', because: 'Værkstedet åbner først i uge 3.' },
    no: { ...start, state: 'no', decided: otherOutcome.text, because: 'Mester Hald har ikke plads alligevel.' },
    'the longest': {
      ...start,
      facts: longProposal,
      decided: longText,
      values: { later: '2027-02-01', because: longReason },
    },
  })),
  ...samplesOf<TellView>('decision-tell', tellCard, (w) => ({
    adopted: tell,
    'with every fault': {
      ...tell,
      reminder: { rung: 'due' },
      faults: {
        how: w.refusals['pick-a-reason'],
        toldOn: w.refusals['future-date'],
        said: w.refusals['told-missing'],
      },
    },
    withdrawn: tellOf('withdrawn', { by: 'lead', reason: 'A.K. har fået plads et andet sted.' }),
    not: tellOf('not', { by: 'leaders', reason: 'Der er ikke en plads lige nu.' }),
    other: { ...tell, outcome: otherOutcome },
    wish: tellOf('wish', { by: 'citizen' }),
    'not agreed': tellOf('not-agreed'),
    direction: tellOf('direction', { by: 'leaders', text: direction.facts.text }),
    'how long it may take': { ...tell, about: 'waiting', answerDueOn: '2027-01-04' },
    partly: tellOf('partly', { by: 'visitation', text: 'Mentor tre timer om ugen.' }),
    told: {
      ...tell,
      state: 'told',
      told: { on: '2026-12-08', how: 'phone', said: 'Det lyder godt. Kan jeg få det på skrift?', by: 'Anna Lund' },
    },
    'the longest': {
      ...tell,
      facts: longProposal,
      outcome: longOutcome,
      values: { ...tell.values, said: longText },
    },
  })),
];
