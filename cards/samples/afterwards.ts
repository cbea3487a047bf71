import { absenceWordCard } from '../meetings/absence-word';
import { agreementCard } from '../meetings/agreement';
import { citizenTalkCard } from '../meetings/citizen-talk';
import { nextMeetingCard } from '../meetings/next-meeting';
import { notRepresentedCard } from '../meetings/not-represented';
import { preparationCard } from '../meetings/preparation';
import type {
  AbsenceWordView,
  AgreementView,
  CitizenTalkView,
  NextMeetingView,
  NotRepresentedView,
  PreparationView,
} from '../meetings/work-views';
import {
  ALIAS,
  facts,
  id,
  LONG_ALIAS,
  LONG_DEPARTMENT,
  LONG_NAME,
  LONG_TEXT,
  LONG_WHY,
  longFacts,
  longNoticeFacts,
  noticeFacts,
  type Sample,
  samplesOf,
} from './sample';

const agreement: AgreementView = {
  id: id(32),
  version: 3,
  mark: `agreement/due/${id(32)}/1`,
  ref: facts.ref,
  alias: ALIAS,
  text: 'Ringer til mester Hald om en praktik på fire uger',
  owner: 'Bo Madsen',
  ownerKind: 'professional',
  dueOn: '2026-12-04',
  earliest: '2026-12-02',
  state: 'open',
  closedOn: null,
  closedBy: '',
  outcome: '',
  mayDrop: false,
  values: { due: '', because: '' },
  faults: {},
};
const preparation: PreparationView = {
  id: id(51),
  version: 1,
  mark: `preparation/day/${id(51)}/1`,
  meeting: facts,
  title: { da: 'Læs papirerne om A.K.', en: 'Read the papers about A.K.' },
  due: '2026-12-01T12:00',
  state: 'open',
};
const talk: CitizenTalkView = {
  meetingId: id(5),
  mark: `citizen-talk/due/${id(5)}/1`,
  meeting: { ...facts, kind: 'conference' },
  dueOn: '2026-12-16',
  agreements: [
    {
      id: id(32),
      version: 1,
      owner: 'Bo Madsen',
      ownerKind: 'professional',
      text: 'Finder to værksteder at se på',
      dueOn: '2026-12-09',
    },
  ],
  done: null,
  values: { on: '', said: '' },
  faults: {},
};
const next: NextMeetingView = {
  pathwayId: id(91),
  mark: `next-meeting/due/${id(91)}/1`,
  ref: facts.ref,
  alias: ALIAS,
  kind: 'follow-up',
  at: '2027-03-03T13:00',
  callBy: '2027-02-10',
  called: false,
};
const absence: AbsenceWordView = {
  invitationId: id(1),
  version: 2,
  mark: `absence-word/own/${id(1)}/1`,
  meeting: noticeFacts,
  department: 'Familie',
  until: '2026-12-04',
  state: 'open',
};
const notRepresented: NotRepresentedView = {
  mark: `not-represented/own/${id(5)}/1`,
  meeting: noticeFacts,
  department: 'Familie',
  corrected: false,
};

export const afterwardsSamples: readonly Sample[] = [
  ...samplesOf<AgreementView>('agreement', agreementCard, (w) => ({
    open: agreement,
    'to the lead, about the citizen': {
      ...agreement,
      owner: ALIAS,
      ownerKind: 'citizen',
      text: 'Ser på de to værksteder med sin mentor',
      mayDrop: true,
    },
    late: { ...agreement, earliest: '2026-12-08', ownerKind: 'lead', owner: 'Anna Lund', mayDrop: true },
    moved: { ...agreement, outcome: 'Mester er først tilbage mandag.', dueOn: '2026-12-11' },
    'with every fault': {
      ...agreement,
      mayDrop: true,
      values: { due: '2026-12-01', because: '' },
      faults: { due: w.refusals['past-date'], because: w.refusals['reason-missing'] },
    },
    done: { ...agreement, state: 'done', closedOn: '2026-12-03', closedBy: 'Per Holm' },
    dropped: {
      ...agreement,
      state: 'dropped',
      closedOn: '2026-12-03',
      closedBy: 'Carla Holm',
      outcome: 'A.K. fandt selv en plads.',
    },
    'the longest': {
      ...agreement,
      ref: longFacts.ref,
      alias: LONG_ALIAS,
      owner: LONG_NAME,
      text: LONG_WHY.slice(0, 400),
      outcome: LONG_WHY.slice(0, 400),
      mayDrop: true,
    },
  })),
  ...samplesOf<PreparationView>('preparation', preparationCard, () => ({
    open: preparation,
    done: { ...preparation, state: 'done' },
    past: { ...preparation, state: 'past' },
    cancelled: { ...preparation, state: 'cancelled' },
    'the longest': {
      ...preparation,
      meeting: longFacts,
      title: { da: LONG_WHY.slice(0, 120), en: LONG_WHY.slice(0, 120) },
    },
  })),
  ...samplesOf<CitizenTalkView>('citizen-talk', citizenTalkCard, (w) => ({
    open: talk,
    'nothing agreed': { ...talk, agreements: [] },
    'with every fault': {
      ...talk,
      values: { on: '2026-12-14', said: '' },
      faults: { on: w.refusals['future-date'], said: w.refusals['said-missing'] },
    },
    done: {
      ...talk,
      done: { on: '2026-12-09', said: 'Det lyder godt. Jeg vil helst se det sidste.', by: 'Anna Lund' },
    },
    'the longest': {
      ...talk,
      meeting: longFacts,
      agreements: Array.from({ length: 14 }, (_, n) => ({
        id: id(n),
        version: 1,
        owner: LONG_NAME,
        ownerKind: 'professional' as const,
        text: LONG_WHY.slice(0, 400),
        dueOn: '2026-12-09',
      })),
      values: { on: '', said: LONG_TEXT },
    },
  })),
  ...samplesOf<NextMeetingView>('next-meeting', nextMeetingCard, () => ({
    open: next,
    called: { ...next, called: true },
    'the longest': { ...next, ref: longFacts.ref, alias: LONG_ALIAS },
  })),
  ...samplesOf<AbsenceWordView>(
    'absence-word',
    absenceWordCard,
    () => ({
      open: absence,
      said: { ...absence, state: 'said' },
      past: { ...absence, state: 'past' },
      'the longest': { ...absence, meeting: longNoticeFacts, department: LONG_DEPARTMENT },
    }),
    true,
  ),
  ...samplesOf<NotRepresentedView>(
    'not-represented',
    notRepresentedCard,
    () => ({
      open: notRepresented,
      corrected: { ...notRepresented, corrected: true },
      'the longest': { ...notRepresented, meeting: longNoticeFacts, department: LONG_DEPARTMENT },
    }),
    true,
  ),
];
