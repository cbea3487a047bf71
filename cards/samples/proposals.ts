import type { AnswerLine, OutcomeView, ProposalFacts, QuestionLine, RulingLine } from '../decisions/decision-views';
import { ALIAS, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, LONG_TEXT } from './sample';

/** A proposal, as the samples of decisions show it. */
export const proposal: ProposalFacts = {
  id: id(3),
  version: 4,
  step: 7,
  ref: 'BF-2026-0142',
  alias: ALIAS,
  number: 3,
  n: 1,
  rule: 'unanimous-then-managers',
  text: 'Læreplads hos mester Hald tre dage om ugen, med en mentor de første to måneder.',
  citizenSays: 'Jeg vil gerne i gang nu. Ikke flere forløb, hvor jeg bare venter.',
  heard: true,
  taken: '',
  meanwhile: 'Mentoren fortsætter hver uge.',
  responsible: 'Bo Madsen',
  startsOn: '2027-01-04',
  visitation: false,
  departments: ['Jobcenter Tråby', 'Familie'],
};
const longText = LONG_TEXT.slice(0, 1_000);
/** The longest that everything may be. */
export const longProposal: ProposalFacts = {
  ...proposal,
  ref: 'BF-2026-0142-TRÅBY-ØST',
  alias: LONG_ALIAS,
  number: 41,
  n: 12,
  text: longText,
  citizenSays: longText,
  taken: longText,
  meanwhile: LONG_TEXT.slice(0, 500),
  responsible: LONG_NAME,
  visitation: true,
  departments: Array.from({ length: 14 }, () => LONG_DEPARTMENT),
};

export const colleagueAnswers: readonly AnswerLine[] = [
  { who: 'Virksomhedskonsulent', kind: 'agree', reason: '' },
  { who: 'Socialrådgiver', kind: 'doubt', reason: 'Fem dage om ugen kan være for meget fra begyndelsen.' },
  { who: 'PPR', kind: 'disagree', reason: 'Skolen er ikke færdig med sin vurdering.' },
];
export const longAnswers: readonly AnswerLine[] = Array.from({ length: 18 }, () => ({
  who: LONG_DEPARTMENT,
  kind: 'disagree',
  reason: LONG_TEXT.slice(0, 600),
}));

export const rulings: readonly RulingLine[] = [
  { name: 'Sørine Holm', departments: ['Jobcenter Tråby'], ruling: null, answered: true, earlier: false },
  { name: 'Karen Bech', departments: ['Familie', 'PPR'], ruling: null, answered: false, earlier: false },
];
export const openRulings: readonly RulingLine[] = [
  {
    name: 'Sørine Holm',
    departments: ['Jobcenter Tråby'],
    ruling: { kind: 'as-proposed', text: '', reason: '' },
    answered: true,
    earlier: false,
  },
  {
    name: 'Karen Bech',
    departments: ['Familie', 'PPR'],
    ruling: {
      kind: 'other',
      text: 'Praktik to dage om ugen til sommer.',
      reason: 'Skolen skal kunne følge med.',
    },
    answered: true,
    earlier: false,
  },
];
export const longRulings: readonly RulingLine[] = Array.from({ length: 9 }, () => ({
  name: LONG_NAME,
  departments: [LONG_DEPARTMENT, LONG_DEPARTMENT],
  ruling: { kind: 'other', text: longText, reason: LONG_TEXT.slice(0, 600) },
  answered: true,
  earlier: false,
}));

export const questions: readonly QuestionLine[] = [
  {
    asker: 'Karen Bech',
    text: 'Hvad koster mentoren om måneden?',
    status: 'answered',
    answers: [{ who: 'Anna Lund', text: 'Cirka 6.000 kroner, og puljen dækker det halve.' }],
  },
  { asker: 'Anna Lund', text: 'Må vi begynde, før skoleåret er slut?', status: 'open', answers: [] },
];
export const longQuestions: readonly QuestionLine[] = Array.from({ length: 6 }, () => ({
  asker: LONG_NAME,
  text: longText,
  status: 'unanswered',
  answers: [
    { who: LONG_NAME, text: longText },
    { who: LONG_NAME, text: longText },
  ],
}));

export const adopted: OutcomeView = {
  kind: 'adopted',
  by: 'team',
  text: '',
  reason: 'Alle ser lærepladsen som den korteste vej til et job.',
  on: '2026-12-07',
};
export const otherOutcome: OutcomeView = {
  kind: 'other',
  by: 'leaders',
  text: 'Praktik hos mester Hald i fire uger, og så læreplads, hvis A.K. trives.',
  reason: 'Så når skolen at være med.',
  on: '2026-12-10',
};
export const longOutcome: OutcomeView = {
  ...otherOutcome,
  by: 'professional',
  text: longText,
  reason: LONG_TEXT.slice(0, 600),
};
