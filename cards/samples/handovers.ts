import { answerCard } from '../handovers/answer';
import { handoverCard } from '../handovers/handover';
import { handoverFormCard } from '../handovers/handover-form';
import type {
  AnswerView,
  HandoverFormView,
  HandoverState,
  HandoverView,
  LeadMissingView,
  LeadMovedView,
  SettleView,
  ToldView,
} from '../handovers/handover-views';
import { leadMissingCard } from '../handovers/lead-missing';
import { leadMovedCard } from '../handovers/lead-moved';
import { settleCard } from '../handovers/settle';
import { toldCard } from '../handovers/told';
import { ALIAS, facts, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, LONG_TEXT, type Sample, samplesOf } from './sample';

const { ref } = facts;
const LONG_REF = 'BF-2026-0142-TRÅBY-ØST';
const long = LONG_TEXT.slice(0, 600);
const sent = { reminder: false, repeated: false };
const several = ['Dorte Krag', 'Dorte Skov', 'Dorthe Noor'].map((name, n) => ({
  id: id(n + 1),
  name,
  department: 'Familie',
}));
const many = Array.from({ length: 6 }, (_, n) => ({ id: id(n + 1), name: LONG_NAME, department: LONG_DEPARTMENT }));
const citizen = { asked: true, text: 'Dorte har altid lyttet. Hende vil jeg gerne blive ved med.' };
const notAsked = { asked: false, text: 'Vi har ikke kunnet få fat i hinanden i denne uge.' };

const form: HandoverFormView = {
  pathwayId: id(1),
  form: id(2),
  ref,
  alias: ALIAS,
  missing: false,
  declined: null,
  ground: false,
  several: [],
  values: { who: '', picked: '', citizen: '', notAsked: '', needs: '' },
  faults: {},
};
const longValues = { who: LONG_NAME, picked: id(2), citizen: long, notAsked: long, needs: long };

const handover: HandoverView = {
  ...sent,
  id: id(3),
  version: 2,
  mark: 'handover/own/x/2',
  pathwayId: id(1),
  ref,
  state: 'asked',
  name: 'Dorte Krag',
  missing: false,
  reason: '',
  dueOn: '2026-12-07',
  back: true,
};
const ends: readonly HandoverState[] = ['settling', 'accepted', 'settled', 'withdrawn', 'ended'];

const answer: AnswerView = {
  ...sent,
  id: id(3),
  version: 1,
  mark: 'handover-answer/own/x/1',
  ref,
  alias: ALIAS,
  state: 'asked',
  askedBy: 'Anna Lund',
  lead: 'Anna Lund',
  own: true,
  citizen,
  needs: 'Tirsdage er gode, og breve skal være korte.',
  owed: 3,
  next: facts.at,
  dueOn: '2026-12-07',
  typed: '',
  faults: {},
};

const settle: SettleView = {
  ...sent,
  id: id(3),
  version: 4,
  mark: 'handover-settle/own/x/4',
  ref,
  alias: ALIAS,
  state: 'open',
  lead: 'Anna Lund',
  declined: ['Dorte Krag', 'Bo Madsen'],
  citizen,
  other: { name: 'Sørine Dahl', names: null },
  mine: null,
  dueOn: '2026-12-09',
  several: [],
  values: { who: '', picked: '' },
  faults: {},
};

const told: ToldView = {
  ...sent,
  id: id(3),
  mark: 'tell-citizen-lead/own/x/1',
  ref,
  alias: ALIAS,
  state: 'open',
  from: 'Anna Lund',
  dueOn: '2026-12-04',
  told: null,
  values: { how: '', toldOn: '', said: '' },
  faults: {},
};

const missing: LeadMissingView = {
  ...sent,
  mark: 'lead-missing/first/x/1',
  pathwayId: id(1),
  ref,
  state: 'open',
  left: 'Anna Lund',
  asked: null,
  settling: false,
  lead: null,
};

const moved: LeadMovedView = {
  ...sent,
  mark: 'lead-moved/due/x/1',
  pathwayId: id(1),
  round: 1,
  ref,
  alias: ALIAS,
  state: 'open',
  department: 'Familie',
  asked: null,
  because: '',
  dueOn: '2026-12-14',
  typed: '',
  faults: {},
};

/** The baton in every state: passed on, taken or declined, settled by managers, and the citizen told. */
export const handoverSamples: readonly Sample[] = [
  ...samplesOf<HandoverFormView>('handover-form', handoverFormCard, (w) => ({
    'passing it on': form,
    'of a pathway without a lead': { ...form, alias: null, missing: true },
    'after a no': { ...form, declined: { name: 'Dorte Krag', reason: 'Jeg kender ikke familien.' } },
    'out of reach': { ...form, ground: true, faults: { who: w.refusals['handover-no-ground'] } },
    'several found, nothing said': {
      ...form,
      several,
      values: { ...form.values, who: 'Dort' },
      faults: { who: w.refusals['several-found'], citizen: w.refusals['citizen-or-why'] },
    },
    'the longest': {
      ...form,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      declined: { name: LONG_NAME, reason: long },
      ground: true,
      several: many,
      values: longValues,
      faults: { who: w.refusals.cpr, citizen: w.refusals.cpr, notAsked: w.refusals.cpr, needs: w.refusals.cpr },
    },
  })),
  ...samplesOf<HandoverView>('handover', handoverCard, () => ({
    asked: handover,
    'asked by a manager': { ...handover, missing: true, back: false },
    declined: { ...handover, state: 'declined', reason: 'Jeg kender ikke familien, og det gør Bo.', dueOn: null },
    'nobody to ask any more': { ...handover, state: 'left', dueOn: null, back: false },
    ...Object.fromEntries(ends.map((state) => [state, { ...handover, state, dueOn: null }])),
    'declined, the longest': {
      ...handover,
      ref: LONG_REF,
      state: 'declined',
      name: LONG_NAME,
      reason: long,
      repeated: true,
    },
  })),
  ...samplesOf<AnswerView>('handover-answer', answerCard, (w) => ({
    asked: answer,
    'asked by somebody else, nothing open': {
      ...answer,
      askedBy: 'Dorte Krag',
      own: false,
      citizen: notAsked,
      needs: '',
      owed: 0,
      next: null,
    },
    'asked of a pathway without a lead': { ...answer, lead: null, own: false, owed: 1 },
    'asked again': { ...answer, reminder: true, repeated: true },
    'asked, a no without a reason': { ...answer, typed: '', faults: { reason: w.refusals['decline-why'] } },
    accepted: { ...answer, state: 'accepted' },
    declined: { ...answer, state: 'declined' },
    withdrawn: { ...answer, state: 'withdrawn' },
    'settled by the managers': { ...answer, state: 'settled' },
    'ended with the pathway': { ...answer, state: 'ended' },
    'the longest': {
      ...answer,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      askedBy: LONG_NAME,
      lead: LONG_NAME,
      own: false,
      citizen: { asked: true, text: long },
      needs: long,
      owed: 27,
      typed: long,
      reminder: true,
      repeated: true,
      faults: { reason: w.refusals.cpr },
    },
  })),
  ...samplesOf<SettleView>('handover-settle', settleCard, (w) => ({
    open: settle,
    'open, the other has named somebody': { ...settle, other: { name: 'Sørine Dahl', names: 'Emil Skov' } },
    'open, the two mean different ones': {
      ...settle,
      other: { name: 'Sørine Dahl', names: 'Emil Skov' },
      mine: 'Fatima Noor',
    },
    'open, alone': { ...settle, other: null, lead: null, citizen: notAsked },
    'open, several found': {
      ...settle,
      several,
      values: { who: 'Dort', picked: '' },
      faults: { who: w.refusals['several-found'] },
      reminder: true,
    },
    named: { ...settle, state: 'named', mine: 'Emil Skov' },
    settled: { ...settle, state: 'settled', mine: 'Emil Skov' },
    ended: { ...settle, state: 'ended' },
    'the longest': {
      ...settle,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      lead: LONG_NAME,
      declined: [LONG_NAME, LONG_NAME, LONG_NAME],
      citizen: { asked: true, text: long },
      other: { name: LONG_NAME, names: LONG_NAME },
      mine: 'Emil Skov',
      several: many,
      values: { who: LONG_NAME, picked: id(1) },
      reminder: true,
      repeated: true,
      faults: { who: w.refusals.cpr },
    },
  })),
  ...samplesOf<ToldView>('lead-told', toldCard, (w) => ({
    open: told,
    'open, after nobody': { ...told, from: null, reminder: true },
    'open, nothing chosen': {
      ...told,
      faults: { how: w.refusals['told-how'], toldOn: w.refusals['told-day'] },
    },
    told: {
      ...told,
      state: 'told',
      told: { by: 'Dorte Krag', on: '2026-12-03', how: 'phone', said: 'Det er godt, det er dig.' },
    },
    past: { ...told, state: 'past', dueOn: null },
    'the longest': {
      ...told,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      from: LONG_NAME,
      values: { how: 'talk', toldOn: '2026-12-03', said: long },
      repeated: true,
      faults: { said: w.refusals.cpr },
    },
  })),
  ...samplesOf<LeadMissingView>(
    'lead-missing',
    leadMissingCard,
    () => ({
      open: missing,
      'open, nobody ever led it': { ...missing, left: null, reminder: true, repeated: true },
      'somebody is asked': { ...missing, state: 'asked', asked: 'Dorte Krag' },
      'somebody is sought by the managers': { ...missing, state: 'asked', settling: true },
      'closed, somebody leads': { ...missing, state: 'closed', lead: 'Dorte Krag' },
      'closed, the pathway has ended': { ...missing, state: 'closed' },
    }),
    true,
  ),
  ...samplesOf<LeadMovedView>('lead-moved', leadMovedCard, (w) => ({
    open: moved,
    'open, kept without a reason': { ...moved, faults: { reason: w.refusals['keep-why'] }, reminder: true },
    'somebody is asked': { ...moved, state: 'asked', asked: 'Dorte Krag', dueOn: null },
    kept: { ...moved, state: 'kept', because: 'Vi er midt i skoleskiftet.', dueOn: null },
    closed: { ...moved, state: 'closed', dueOn: null },
    'ended with the pathway': { ...moved, state: 'ended', dueOn: null },
    'the longest': {
      ...moved,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      department: LONG_DEPARTMENT,
      typed: long,
      repeated: true,
      faults: { reason: w.refusals.cpr },
    },
  })),
];
