import type { Words } from '../../content/words/words';
import { closedCard } from '../home/closed';
import { type GroundFormView, groundFormCard } from '../pathways/ground-form';
import { type GroundGoneView, groundGoneCard } from '../pathways/ground-gone';
import type { GroundLine, LackingLine } from '../pathways/ground-line';
import { type GroundSharedView, groundSharedCard, type SharedLine } from '../pathways/ground-shared';
import { type GroundWithdrawView, groundWithdrawCard } from '../pathways/ground-withdraw';
import { type GroundsView, groundsCard } from '../pathways/grounds';
import { ALIAS, facts, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, type Sample, samplesOf } from './sample';

const ref = facts.ref;
const LONG_REF = 'BF-2026-0142-TRÅBY-ØST';
const written: GroundLine = {
  id: id(31),
  kind: 'written',
  givenBy: 'citizen',
  law: null,
  meeting: null,
  reaches: ['Familie', 'Jobcenter Tråby', 'Skole og Ungdom'],
  notedBy: 'Anna Lund',
  notedOn: '2026-09-07',
  lastOn: null,
  state: 'holds',
  withdrawnOn: null,
};
const custody: GroundLine = { ...written, id: id(32), givenBy: 'custody-holder', lastOn: '2028-03-13' };
const law: GroundLine = {
  ...written,
  id: id(33),
  kind: 'law',
  givenBy: null,
  law: 'servicelovens § 49 a',
  reaches: ['Sundhed'],
};
const oneMeeting: GroundLine = { ...written, id: id(34), kind: 'meeting', meeting: 3, reaches: ['Lægehuset Torvet'] };
const withdrawn: GroundLine = { ...written, state: 'withdrawn', withdrawnOn: '2026-11-20' };
const ended: GroundLine = { ...custody, kind: 'oral', lastOn: '2026-10-30', state: 'ended', notedBy: null };
const longest: GroundLine = {
  ...custody,
  reaches: Array.from({ length: 60 }, () => LONG_DEPARTMENT),
  notedBy: LONG_NAME,
  lastOn: '2028-09-30',
};
const longLaw: GroundLine = { ...longest, kind: 'law', givenBy: null, law: LONG_DEPARTMENT.repeat(3).slice(0, 200) };
const grounds: GroundsView = {
  pathwayId: id(1),
  ref,
  alias: ALIAS,
  lacking: [],
  holds: [written],
  past: [],
  mayRegister: true,
  mayWithdraw: true,
};

const departments = ['Familie', 'Jobcenter Tråby', 'Skole og Ungdom', 'Sundhed'].map((name, n) => ({
  id: id(50 + n),
  name,
}));
const form: GroundFormView = {
  pathwayId: id(1),
  form: id(92),
  ref,
  alias: ALIAS,
  departments,
  others: [{ id: id(60), name: 'Ydelser og Borgerservice' }],
  externals: [{ id: id(70), name: 'Lægehuset Torvet, egen læge' }],
  age: { birthday: '2028-03-14' },
  today: '2026-11-23',
  values: {
    kind: 'written',
    given: 'citizen',
    law: '',
    departments: `${id(53)}`,
    externals: '',
    others: '',
    until: '',
    born: '',
  },
  faults: {},
};

const meeting: LackingLine = {
  number: 3,
  at: facts.at,
  kind: 'team-meeting',
  names: ['Bo Madsen', 'Carla Friis'],
};
const person: SharedLine = {
  name: 'Bo Madsen',
  department: 'Jobcenter Tråby',
  pathway: true,
  listed: true,
  meetings: [1, 2, 3],
  records: [1, 2],
  agreements: true,
  notices: true,
};
const leader: SharedLine = {
  ...person,
  name: 'Sørine Dahl',
  pathway: false,
  listed: false,
  meetings: [],
  records: [],
  agreements: false,
};
const listed: SharedLine = { ...leader, name: 'Carla Friis', department: 'Familie', listed: true, notices: false };
const doctor: SharedLine = {
  ...leader,
  name: 'Lægehuset Torvet',
  department: 'egen læge',
  meetings: [3],
  records: [2],
};
const longPerson: SharedLine = {
  ...person,
  name: LONG_NAME,
  department: LONG_DEPARTMENT,
  meetings: Array.from({ length: 30 }, (_, n) => n + 1),
};
const withdraw: GroundWithdrawView = {
  pathwayId: id(1),
  ref,
  ground: written,
  lost: ['Familie', 'Jobcenter Tråby'],
  kept: ['Skole og Ungdom'],
  sight: ['Bo Madsen', 'Carla Friis'],
  meetings: [meeting],
};
const shared: GroundSharedView = {
  pathwayId: id(1),
  ref,
  ground: withdrawn,
  from: '2026-09-07',
  to: '2026-11-20',
  people: [listed, person, leader, doctor],
  kept: [],
  meetings: [meeting],
  externals: false,
};
const gone: GroundGoneView = {
  pathwayId: id(1),
  ref,
  mark: `notice/ground-ended/${id(32)}/1`,
  repeated: false,
  why: 'ended',
  grounds: [ended],
  lost: ['Familie', 'Jobcenter Tråby'],
  kept: [],
  meetings: [],
};
const longMeetings = Array.from({ length: 12 }, (_, n) => ({
  ...meeting,
  number: n + 3,
  kind: 'transition-meeting',
  names: Array.from({ length: 20 }, () => LONG_NAME),
}));

export const groundSamples: readonly Sample[] = [
  ...samplesOf<null>(
    'closed',
    (_, locale) => closedCard(locale),
    () => ({ 'no longer shared': null }),
    true,
  ),
  ...samplesOf<GroundsView>('grounds', groundsCard, () => ({
    'two lack ground': {
      ...grounds,
      lacking: [
        { name: 'Sundhed', who: ['Hassan Yildiz', 'Lone Holm'] },
        { name: 'Lægehuset Torvet', who: ['egen læge'] },
      ],
    },
    'all are covered': { ...grounds, holds: [custody, law, oneMeeting], past: [withdrawn, ended] },
    'nothing noted yet': { ...grounds, holds: [], lacking: [{ name: 'Familie', who: ['Carla Friis'] }] },
    'nobody to share with': { ...grounds, holds: [] },
    'as the team sees it': { ...grounds, mayRegister: false, past: [withdrawn] },
    'of an ended pathway': { ...grounds, mayRegister: false, mayWithdraw: false, past: [ended] },
    'the longest': {
      ...grounds,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      lacking: Array.from({ length: 20 }, () => ({ name: LONG_DEPARTMENT, who: [LONG_NAME, LONG_NAME] })),
      holds: [longLaw, ...Array.from({ length: 14 }, (_, n) => ({ ...longest, id: id(100 + n) }))],
      past: Array.from({ length: 20 }, (_, n) => ({ ...longLaw, id: id(200 + n), state: 'ended' as const })),
    },
  })),
  ...samplesOf<GroundFormView>('ground-form', groundFormCard, (w: Words) => ({
    'under 18': form,
    'grown up': { ...form, age: 'adult', externals: [] },
    'the birthday is not known, with faults': {
      ...form,
      age: 'unknown',
      values: { ...form.values, kind: 'law', given: 'custody-holder', departments: '', until: '2026-11-01' },
      faults: {
        given: w.refusals['of-age'],
        born: w.refusals['born-missing'],
        law: w.refusals['law-missing'],
        departments: w.refusals['ground-for-nobody'],
        until: w.refusals['ground-until'],
      },
    },
    'a team of one department': {
      ...form,
      departments: [],
      externals: [],
      values: { ...form.values, departments: '' },
    },
    'the longest': {
      ...form,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      departments: Array.from({ length: 30 }, (_, n) => ({ id: id(300 + n), name: LONG_DEPARTMENT })),
      others: Array.from({ length: 200 }, (_, n) => ({ id: id(400 + n), name: LONG_DEPARTMENT })),
      externals: Array.from({ length: 12 }, (_, n) => ({ id: id(600 + n), name: LONG_NAME })),
      values: {
        ...form.values,
        law: LONG_DEPARTMENT.repeat(3).slice(0, 200),
        departments: Array.from({ length: 15 }, (_, n) => id(300 + n)).join(','),
      },
    },
  })),
  ...samplesOf<GroundWithdrawView>('ground-withdraw', groundWithdrawCard, () => ({
    'sharing stops': withdraw,
    'another ground remains': { ...withdraw, lost: [], sight: [], meetings: [] },
    'for one meeting': {
      ...withdraw,
      ground: oneMeeting,
      lost: ['Lægehuset Torvet'],
      kept: [],
      sight: [],
      meetings: [],
    },
    'the longest': {
      ...withdraw,
      ref: LONG_REF,
      ground: longest,
      lost: longest.reaches,
      kept: longest.reaches,
      sight: Array.from({ length: 40 }, () => LONG_NAME),
      meetings: longMeetings,
    },
  })),
  ...samplesOf<GroundSharedView>('ground-shared', groundSharedCard, () => ({
    'after a withdrawal': shared,
    'an external is concerned': {
      ...shared,
      kept: ['Skole og Ungdom'],
      meetings: [{ ...meeting, names: ['Lægehuset Torvet'] }],
      externals: true,
    },
    'nothing was shared': { ...shared, people: [], meetings: [] },
    'it ran out': { ...shared, ground: ended, to: '2026-10-30', meetings: [] },
    'the longest': {
      ...shared,
      ref: LONG_REF,
      ground: { ...longLaw, state: 'withdrawn', withdrawnOn: '2026-09-30' },
      people: Array.from({ length: 60 }, () => longPerson),
      kept: longest.reaches,
      meetings: longMeetings,
      externals: true,
    },
  })),
  ...samplesOf<GroundGoneView>(
    'ground-gone',
    groundGoneCard,
    () => ({
      'it ran out': gone,
      'somebody noted a withdrawal': {
        ...gone,
        why: 'withdrawn',
        grounds: [withdrawn],
        kept: ['Skole og Ungdom'],
        meetings: [meeting],
      },
      'another ground remains': { ...gone, lost: [], kept: ['Familie'], repeated: true },
      'the longest': {
        ...gone,
        ref: LONG_REF,
        grounds: Array.from({ length: 9 }, () => ({ ...longest, state: 'ended' as const })),
        lost: longest.reaches,
        kept: longest.reaches,
        meetings: longMeetings,
      },
    }),
    true,
  ),
];
