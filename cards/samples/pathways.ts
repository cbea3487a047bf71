import { type BeginFormView, beginFormCard } from '../pathways/begin-form';
import { type CaseNumbersView, caseNumbersCard } from '../pathways/case-numbers';
import { type EndFormView, endFormCard } from '../pathways/end-form';
import { type LinkRequestView, linkRequestCard } from '../pathways/link-request';
import { type LinksView, linksCard } from '../pathways/links';
import { type MoreView, moreCard } from '../pathways/more';
import { pathwayCard } from '../pathways/pathway';
import { type NoticeCode, type PathwayNoticeView, pathwayNoticeCard } from '../pathways/pathway-notice';
import { pathwaysCard } from '../pathways/pathways';
import type { PathwaysView, PathwayView, SectionView } from '../views';
import { ALIAS, facts, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, LONG_WHY, type Sample, samplesOf } from './sample';

const { ref } = facts;
const LONG_REF = 'BF-2026-0142-TRÅBY-ØST';
const items: PathwaysView['items'] = [
  { id: id(1), ref, alias: ALIAS, role: 'lead', next: facts.at },
  { id: id(2), ref: 'BF-2026-0177', alias: 'Lykke', role: 'co-lead', next: null },
  { id: id(3), ref: 'BF-2025-0310', alias: 'M.', role: 'team', next: '2026-12-04T09:30' },
];
const pathway: PathwayView = {
  id: id(1),
  version: 4,
  ref,
  alias: ALIAS,
  department: 'Jobcenter Tråby',
  lead: 'Anna Lund',
  coLead: 'Dorte Krag',
  model: 'ballerup',
  startedOn: '2026-03-02',
  ended: null,
  team: [
    { name: 'Bo Madsen', department: 'Jobcenter Tråby', ground: true, resting: false },
    { name: 'Carla Friis', department: 'Familie', ground: true, resting: true },
    { name: 'Hassan Yildiz', department: 'Sundhed', ground: false, resting: false },
  ],
  externals: [{ name: 'Lene Bruun', role: 'læge', ground: true }],
  numbers: [
    { system: 'DUBU', value: '26-3350' },
    { system: 'Fasit', value: 'F-19790' },
  ],
  links: ['BF-2026-0098'],
  meetings: [
    { id: id(11), number: 3, at: facts.at, status: 'called' },
    { id: id(12), number: 2, at: '2026-09-09T13:00', status: 'held' },
    { id: id(13), number: 1, at: '2026-06-10T13:00', status: 'cancelled' },
  ],
  sections: [],
  mayCall: true,
  mayChange: true,
  mayGround: true,
  own: null,
};
const section = (n: number, text: string): SectionView => ({
  title: { da: `Tilføjelse ${n}`, en: `Addition ${n}` },
  lines: Array.from({ length: 8 }, () => ({
    mark: '',
    lead: { da: '', en: '' },
    text: { da: text, en: text },
    quiet: { da: 'venter', en: 'waiting' },
  })),
  button: { title: { da: `Åbn ${n} (2)`, en: `Open ${n} (2)` }, verb: 'trial.open', data: { matter: id(n) } },
});
const asTeam = { mayCall: false, mayChange: false } as const;
const many = { length: 20 } as const;
const longest: PathwayView = {
  ...pathway,
  ref: LONG_REF,
  alias: LONG_ALIAS,
  department: LONG_DEPARTMENT,
  lead: LONG_NAME,
  coLead: LONG_NAME,
  model: 'borgerkonference',
  team: Array.from({ length: 14 }, () => ({
    name: LONG_NAME,
    department: LONG_DEPARTMENT,
    ground: false,
    resting: true,
  })),
  externals: Array.from({ length: 5 }, () => ({ name: LONG_NAME, role: LONG_DEPARTMENT.slice(0, 60), ground: false })),
  numbers: Array.from({ length: 12 }, (_, n) => ({ system: `Fagsystem med langt navn ${n}`, value: LONG_NAME })),
  links: Array.from({ length: 20 }, () => LONG_REF),
  meetings: Array.from(many, (_, n) => ({
    id: id(n),
    number: 20 - n,
    at: '2026-09-30T13:30',
    status: n < 6 ? ('called' as const) : ('held' as const),
  })),
};

const form: BeginFormView = {
  form: id(30),
  models: ['ballerup', 'halsnaes', 'tfa', 'step-up'],
  earliest: '2025-11-22',
  latest: '2026-11-22',
  several: [],
  values: {
    ref: 'BF-2026-0143',
    alias: '',
    born: '',
    model: 'ballerup',
    started: '2026-11-22',
    coLead: '',
    coLeadId: '',
    system: '',
    number: '',
  },
  faults: {},
};
const numbers: CaseNumbersView = {
  pathwayId: id(1),
  version: 4,
  ref,
  numbers: [{ id: id(41), system: 'DUBU', value: '26-3350' }],
  systems: ['DUBU', 'Fasit', 'Acadre'],
  values: { system: 'DUBU', other: '', number: '' },
  faults: {},
};
const links: LinksView = {
  pathwayId: id(1),
  form: id(31),
  ref,
  links: [{ linkId: id(51), version: 2, ref: 'BF-2026-0098' }],
  values: { ref: '' },
  faults: {},
};
const request: LinkRequestView = {
  linkId: id(51),
  version: 1,
  mark: `link-answer/own/${id(51)}/1`,
  ref,
  otherRef: 'BF-2026-0098',
  askedBy: 'Carla Friis',
  state: 'asked',
  reminder: false,
  repeated: false,
};
const end: EndFormView = {
  pathwayId: id(1),
  version: 4,
  ref,
  alias: ALIAS,
  reasons: ['goal-reached', 'moved', 'citizen-wish', 'one-department', 'died', 'other'],
  called: true,
  earliest: '2026-03-02',
  latest: '2026-11-22',
  values: { reason: '', date: '2026-11-22', note: '' },
  faults: {},
};
const notice: PathwayNoticeView = {
  mark: `notice/team-joined/${id(61)}/1`,
  code: 'team-joined',
  pathwayId: id(1),
  ref,
  leadName: 'Anna Lund',
  aboutName: 'Bo Madsen',
  otherRef: 'BF-2026-0098',
  repeated: false,
};
const codes: readonly NoticeCode[] = [
  'team-joined',
  'team-rest',
  'team-back',
  'team-out',
  'member-left',
  'co-lead-set',
  'co-lead-ended',
  'pathway-ended',
  'new-lead',
  'linked',
];

export const pathwaySamples: readonly Sample[] = [
  ...samplesOf<PathwaysView>('pathways', pathwaysCard, () => ({
    three: { items },
    one: { items: items.slice(0, 1) },
    none: { items: [] },
    'the longest': {
      items: Array.from({ length: 300 }, (_, n) => ({
        id: id(n),
        ref: LONG_REF,
        alias: LONG_ALIAS,
        role: 'administrator' as const,
        next: '2026-09-30T13:30',
      })),
    },
  })),
  ...samplesOf<PathwayView>('pathway', pathwayCard, () => ({
    'with what a further capability adds': { ...pathway, sections: [section(1, 'A.K. begynder i lære')] },
    'with all that further capabilities may add': {
      ...pathway,
      sections: [section(1, 'A.K. begynder i lære'), section(2, 'Planen er læst')],
    },
    'the longest, with all that may be added': { ...longest, sections: [section(1, LONG_NAME), section(2, LONG_NAME)] },
    'as its lead sees it': pathway,
    'as the team sees it': { ...pathway, ...asTeam, own: 'active' },
    'as somebody who rests sees it': { ...pathway, ...asTeam, own: 'resting' },
    'as the case administrator sees it': { ...pathway, ...asTeam },
    'just begun': { ...pathway, coLead: null, team: [], externals: [], numbers: [], links: [], meetings: [] },
    'with a meeting that runs': {
      ...pathway,
      meetings: pathway.meetings.map((one, n) => (n === 0 ? { ...one, status: 'running' as const } : one)),
    },
    'without a lead': { ...pathway, lead: null, coLead: null, ...asTeam },
    ended: {
      ...pathway,
      ...asTeam,
      mayGround: false,
      team: [],
      externals: [],
      ended: { on: '2026-11-20', because: 'goal-reached', note: 'I arbejde siden august' },
      meetings: pathway.meetings.slice(1),
    },
    'ended elsewhere': { ...pathway, ...asTeam, mayGround: false, ended: { on: null, because: null, note: '' } },
    'the longest': longest,
    'the longest, ended': {
      ...longest,
      ...asTeam,
      mayGround: false,
      ended: { on: '2026-11-20', because: 'goal-reached', note: LONG_WHY },
    },
  })),
  ...samplesOf<BeginFormView>('begin-form', beginFormCard, (w) => ({
    empty: form,
    'with faults': {
      ...form,
      several: [
        { id: id(1), name: 'Bo Madsen', department: 'Jobcenter Tråby' },
        { id: id(2), name: 'Bo Lindgren', department: 'Jobcenter Tråby' },
      ],
      values: { ...form.values, alias: 'Anna Lund', coLead: 'bo', number: '26-1' },
      faults: {
        ref: w.refusals['ref-taken'],
        alias: w.refusals['bad-alias'],
        born: w.refusals['bad-birth-date'],
        model: w.refusals['pick-a-model'],
        started: w.refusals['bad-start'],
        coLead: w.refusals['several-found'],
        system: w.refusals['system-missing'],
        number: w.refusals['number-missing'],
      },
    },
    'the longest': {
      ...form,
      several: Array.from({ length: 6 }, (_, n) => ({ id: id(n), name: LONG_NAME, department: LONG_DEPARTMENT })),
      values: {
        ...form.values,
        ref: LONG_REF,
        coLead: LONG_NAME,
        system: LONG_NAME.slice(0, 40),
        number: '26-1'.repeat(10),
      },
      faults: { coLead: w.refusals['several-found'] },
    },
  })),
  ...samplesOf<MoreView>('more', moreCard, () => ({ open: { pathwayId: id(1), ref } })),
  ...samplesOf<CaseNumbersView>('case-numbers', caseNumbersCard, (w) => ({
    one: numbers,
    none: { ...numbers, numbers: [], systems: ['DUBU'] },
    'with faults': {
      ...numbers,
      values: { system: 'other', other: '', number: '' },
      faults: {
        '': w.refusals['changed-meanwhile'],
        system: w.refusals['system-missing'],
        number: w.refusals['number-missing'],
        remove: w.refusals['pick-a-number'],
      },
    },
    'the longest': {
      ...numbers,
      ref: LONG_REF,
      numbers: Array.from({ length: 40 }, (_, n) => ({ id: id(n), system: LONG_NAME.slice(0, 30), value: LONG_NAME })),
      systems: Array.from({ length: 60 }, () => LONG_NAME.slice(0, 30)),
    },
  })),
  ...samplesOf<LinksView>('links', linksCard, (w) => ({
    one: links,
    none: { ...links, links: [] },
    'with faults': {
      ...links,
      values: { ref: 'BF-2026-0142' },
      faults: {
        '': w.refusals['changed-meanwhile'],
        ref: w.refusals['link-self'],
        link: w.refusals['pick-a-link'],
      },
    },
    'the longest': {
      ...links,
      ref: LONG_REF,
      links: Array.from({ length: 80 }, (_, n) => ({ linkId: id(n), version: 12, ref: LONG_REF })),
    },
  })),
  ...samplesOf<LinkRequestView>(
    'link-request',
    linkRequestCard,
    () => ({
      asked: request,
      reminded: { ...request, reminder: true, repeated: true, askedBy: null },
      linked: { ...request, state: 'linked' },
      declined: { ...request, state: 'declined' },
      ended: { ...request, state: 'ended' },
      'the longest': { ...request, ref: LONG_REF, otherRef: LONG_REF, askedBy: LONG_NAME },
    }),
    true,
  ),
  ...samplesOf<EndFormView>('end-form', endFormCard, (w) => ({
    empty: end,
    'without a meeting ahead': { ...end, called: false, alias: 'Lykkes' },
    'with faults': {
      ...end,
      values: { reason: '', date: '', note: 'Familien er flyttet til Aarhus' },
      faults: { reason: w.refusals['pick-a-reason'], date: w.refusals['bad-end-date'], note: w.refusals['too-long'] },
    },
    'while a meeting is open': { ...end, faults: { '': w.refusals['meeting-not-closed'] } },
    'the longest': {
      ...end,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      values: { reason: 'other', date: '2026-11-22', note: LONG_WHY },
    },
  })),
  ...samplesOf<PathwayNoticeView>(
    'pathway-notice',
    pathwayNoticeCard,
    () => ({
      ...Object.fromEntries(codes.map((code) => [code, { ...notice, code }])),
      'without a lead, repeated': { ...notice, code: 'pathway-ended', leadName: null, repeated: true },
      'of nobody': { ...notice, code: 'member-left', aboutName: null },
      'the longest': { ...notice, ref: LONG_REF, leadName: LONG_NAME },
    }),
    true,
  ),
];
