import { followUpsCard } from '../followups/follow-ups';
import { ownFormCard, rhythmFormCard, transitionFormCard } from '../followups/forms';
import { milestoneCard } from '../followups/milestone';
import { ownFollowUpCard } from '../followups/own-follow-up';
import type {
  FollowUpLine,
  FollowUpsView,
  MilestoneView,
  OwnFollowUpView,
  OwnFormView,
  RhythmFormView,
  TransitionFormView,
} from '../followups/views';
import { ALIAS, id, LONG_ALIAS, LONG_NAME, LONG_TEXT, samplesOf } from './sample';

const REF = 'BF-2026-0142';
const LONG_REF = 'BF-2026-0142-TRÅBY-ØST';
const title = { da: 'Overgangsmøde ved 17½ år', en: 'Transition meeting at 17½' };
const ready = [
  { da: 'Hvordan den unge gerne vil leve som voksen', en: 'How the young person would like to live as an adult' },
  { da: 'Bolig, økonomi og forsørgelse fra 18 år', en: 'Home, money and support from 18' },
];
const ground = {
  da: 'Kommunens praksis efter Ballerup. Er den unge anbragt, skal planen for tiden efter 18 år være klar nu.',
  en: 'The municipality’s practice after Ballerup. For a young person placed outside the home, the plan must stand by now.',
};
const longBoth = { da: LONG_TEXT.slice(0, 120), en: LONG_TEXT.slice(0, 120) };

const milestone: MilestoneView = {
  id: id(11),
  version: 2,
  mark: 'transition/own/x/1',
  reminder: false,
  repeated: false,
  pathwayId: id(1),
  ref: REF,
  alias: ALIAS,
  sort: 'meeting',
  title,
  what: null,
  note: '',
  ground,
  ready,
  opensOn: '2026-08-28',
  dueOn: '2027-02-28',
  plannedOn: null,
  today: '2026-11-22',
  state: 'open',
  unknownBefore: null,
  closed: null,
  meetingKind: 'transition-meeting',
  values: { why: '', reason: '', text: '', codes: [] },
  faults: {},
};
const closed = { on: '2026-12-02', by: 'Anna Lund', because: 'held', heldOn: null, codes: [], text: '' };
const followUp: MilestoneView = {
  ...milestone,
  sort: 'follow-up',
  title: null,
  ground: null,
  ready: [],
  meetingKind: '',
  dueOn: '2026-12-12',
};
const consent: MilestoneView = {
  ...milestone,
  sort: 'consent',
  title: { da: 'Den unges eget samtykke', en: 'The young person’s own consent' },
  meetingKind: '',
};
const handover: MilestoneView = {
  ...milestone,
  sort: 'handover',
  title: { da: 'Voksenområdet tager over', en: 'The adult side takes over' },
  meetingKind: '',
};
const record: MilestoneView = {
  ...milestone,
  sort: 'record',
  title: { da: 'Det, der blev sat i værk efter 18 år', en: 'What was put in place after 18' },
  meetingKind: '',
};
const long: MilestoneView = {
  ...milestone,
  ref: LONG_REF,
  alias: LONG_ALIAS,
  title: { da: LONG_TEXT.slice(0, 80), en: LONG_TEXT.slice(0, 80) },
  note: LONG_TEXT.slice(0, 300),
  ground: { da: LONG_TEXT.slice(0, 200), en: LONG_TEXT.slice(0, 200) },
  ready: [longBoth, longBoth, longBoth, longBoth],
  unknownBefore: '2026-09-07',
};

const line: FollowUpLine = {
  pick: `milestone|${id(11)}`,
  sort: 'follow-up',
  title: null,
  what: null,
  who: '',
  text: '',
  state: 'ahead',
  opensOn: '2026-11-21',
  dueOn: '2026-12-12',
  plannedOn: null,
};
const own: FollowUpLine = {
  ...line,
  pick: `own|${id(12)}`,
  sort: 'own',
  who: 'Bo Madsen',
  text: 'Opfølgning på handleplanen',
  state: 'planned',
  plannedOn: '2026-12-02',
};
const transition: FollowUpLine = { ...line, sort: 'meeting', title, state: 'overdue' };
const list: FollowUpsView = {
  pathwayId: id(1),
  ref: REF,
  alias: ALIAS,
  ended: false,
  today: '2026-11-22',
  next: [line],
  year: { from: '2026-09-07', to: '2027-09-06', held: 1, of: 4, nextBy: '2027-07-08', possible: true },
  countedSince: null,
  rhythm: null,
  transitions: [transition, { ...line, sort: 'by-hand', what: 'education', state: 'held' }],
  own: [own],
  mayLead: true,
  mayAddOwn: true,
  mayCall: true,
  mayRhythm: true,
};
const many = <Line>(one: Line): Line[] => Array.from({ length: 30 }, () => one);

const ownCard: OwnFollowUpView = {
  id: id(12),
  version: 1,
  mark: 'own-follow-up/own/x/1',
  reminder: false,
  pathwayId: id(1),
  ref: REF,
  alias: ALIAS,
  text: 'Opfølgning på handleplanen',
  dueOn: '2026-12-12',
  meetingOn: '2026-12-02',
  state: 'open',
  earliest: '2026-11-23',
  values: { later: '' },
  faults: {},
};
const rhythmForm: RhythmFormView = {
  pathwayId: id(1),
  version: 0,
  ref: REF,
  rhythms: ['6w', '2m'],
  values: { every: 'model', reason: '' },
  faults: {},
};
const transitionForm: TransitionFormView = {
  pathwayId: id(1),
  form: id(13),
  ref: REF,
  values: { what: '', note: '' },
  faults: {},
};
const ownForm: OwnFormView = {
  pathwayId: id(1),
  form: id(14),
  ref: REF,
  earliest: '2026-11-23',
  values: { text: '', due: '' },
  faults: {},
};

export const followUpSamples = [
  ...samplesOf<MilestoneView>('milestone', milestoneCard, (w) => ({
    'opens now': milestone,
    'planned for a day': { ...milestone, state: 'planned', plannedOn: '2027-01-20' },
    'overdue, and perhaps held before': {
      ...milestone,
      state: 'overdue',
      reminder: true,
      dueOn: '2026-08-28',
      unknownBefore: '2026-09-07',
    },
    'waiving lacks a reason': {
      ...milestone,
      values: { ...milestone.values, why: 'not-relevant' },
      faults: { reason: w.refusals['reason-missing'] },
    },
    'by hand': {
      ...milestone,
      sort: 'by-hand',
      title: null,
      what: 'education',
      note: 'Stoppede på skolen i mandags',
      ground: null,
      ready: [],
    },
    'follow-up due': { ...followUp, reminder: true },
    'follow-up overdue': { ...followUp, state: 'overdue', reminder: true },
    consent,
    'consent lacks the words': { ...consent, faults: { reason: w.refusals['said-missing'] } },
    'adult side': handover,
    'after 18': record,
    'after 18 lacks what': { ...record, faults: { codes: w.refusals['pick-a-reason'] } },
    'the longest': long,
    'the longest, waiving': { ...long, values: { ...long.values, why: 'other-way', reason: LONG_TEXT.slice(0, 600) } },
    'held with the citizen': { ...milestone, state: 'held', closed: { ...closed, heldOn: '2026-12-02' } },
    'waived with a reason': {
      ...milestone,
      state: 'waived',
      closed: { ...closed, because: 'held-before', text: 'Holdt i januar med skolen' },
    },
    'said no': {
      ...consent,
      state: 'done',
      closed: { ...closed, because: 'said-no', text: 'Jeg vil selv fortælle dem det.' },
    },
    'recorded, at length': {
      ...record,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      state: 'done',
      closed: {
        ...closed,
        by: LONG_NAME,
        because: 'recorded',
        codes: ['education', 'housing', 'contact'],
        text: LONG_TEXT.slice(0, 1_000),
      },
    },
    'ended with the pathway': {
      ...milestone,
      state: 'cancelled',
      closed: { ...closed, by: '', because: 'pathway-ended' },
    },
  })),
  ...samplesOf<FollowUpsView>('follow-ups', followUpsCard, () => ({
    'as the lead sees them': list,
    'as the team sees them': {
      ...list,
      mayLead: false,
      mayCall: false,
      next: [{ ...line, pick: '' }],
      transitions: [{ ...transition, pick: '' }],
    },
    'counted from when the house knew it': {
      ...list,
      year: {
        ...list.year,
        held: 0,
        of: 4,
        from: '2026-09-07',
        to: '2027-09-06',
        nextBy: '2027-06-08',
        possible: true,
      },
      countedSince: '2026-11-02',
    },
    'no longer possible': {
      ...list,
      year: { from: '2026-09-07', to: '2027-09-06', held: 1, of: 4, nextBy: null, possible: false },
    },
    'another rhythm': { ...list, rhythm: { every: '6w', reason: 'A.K. flytter, og der sker meget lige nu.' } },
    'nothing to come': { ...list, next: [], year: null, transitions: [], own: [], mayRhythm: false },
    'the most there is': {
      ...list,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      rhythm: { every: '2m', reason: LONG_TEXT.slice(0, 600) },
      countedSince: '2026-11-02',
      transitions: many({ ...transition, title: { da: LONG_TEXT.slice(0, 80), en: LONG_TEXT.slice(0, 80) } }),
      own: many({ ...own, who: LONG_NAME, text: LONG_TEXT.slice(0, 200) }),
    },
    'of a pathway that has ended': {
      ...list,
      ended: true,
      next: [],
      year: null,
      mayLead: false,
      mayAddOwn: false,
      mayCall: false,
    },
  })),
  ...samplesOf<OwnFollowUpView>('own-follow-up', ownFollowUpCard, (w) => ({
    'can be done at a meeting': ownCard,
    'reminded, without a meeting': { ...ownCard, reminder: true, meetingOn: null },
    'moved to a day that is past': {
      ...ownCard,
      values: { later: '2026-11-01' },
      faults: { later: w.refusals['bad-date'] },
    },
    'the longest': { ...ownCard, ref: LONG_REF, alias: LONG_ALIAS, text: LONG_TEXT.slice(0, 200) },
    done: { ...ownCard, state: 'done', meetingOn: null },
    'dropped from the list': { ...ownCard, state: 'dropped', meetingOn: null },
  })),
  ...samplesOf<RhythmFormView>('rhythm-form', rhythmFormCard, (w) => ({
    'as it opens': rhythmForm,
    'lacks a reason': {
      ...rhythmForm,
      values: { every: '6w', reason: '' },
      faults: { reason: w.refusals['reason-missing'] },
    },
    'the longest': { ...rhythmForm, ref: LONG_REF, values: { every: '2m', reason: LONG_TEXT.slice(0, 600) } },
  })),
  ...samplesOf<TransitionFormView>('transition-form', transitionFormCard, (w) => ({
    'as it opens': transitionForm,
    'lacks what changes': {
      ...transitionForm,
      values: { what: '', note: 'Stoppede på skolen' },
      faults: { what: w.refusals['pick-a-reason'] },
    },
  })),
  ...samplesOf<OwnFormView>('own-form', ownFormCard, (w) => ({
    'as it opens': ownForm,
    'lacks all': { ...ownForm, faults: { text: w.refusals['own-follow-up-missing'], due: w.refusals['bad-date'] } },
  })),
];
