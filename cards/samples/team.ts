import { type CoLeadView, coLeadCard } from '../pathways/co-lead';
import { type ExternalFormView, externalFormCard } from '../pathways/external-form';
import { type FindPersonView, findPersonCard } from '../pathways/find-person';
import { type OutcomeView, outcomeCard } from '../pathways/outcome';
import { type SeatAskView, seatAskCard } from '../pathways/seat-ask';
import { type TeamView, teamCard } from '../pathways/team';
import { ALIAS, facts, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, type Sample, samplesOf } from './sample';

const { ref } = facts;
const LONG_REF = 'BF-2026-0142-TRÅBY-ØST';
const team: TeamView = {
  pathwayId: id(1),
  version: 4,
  ref,
  alias: ALIAS,
  members: [
    { seatId: id(21), name: 'Bo Madsen', department: 'Jobcenter Tråby', ground: true, resting: false },
    { seatId: id(22), name: 'Carla Friis', department: 'Familie', ground: true, resting: true },
    { seatId: id(23), name: 'Hassan Yildiz', department: 'Sundhed', ground: false, resting: false },
  ],
  externals: [{ seatId: id(24), name: 'Lene Bruun', role: 'læge', ground: false }],
  mayChange: true,
  own: null,
  values: { query: '', seat: '' },
  faults: {},
};
const found: FindPersonView = {
  pathwayId: id(1),
  version: 4,
  ref,
  purpose: 'team',
  query: 'bo',
  hits: [
    { id: id(1), name: 'Bo Madsen', department: 'Jobcenter Tråby', ground: true },
    { id: id(2), name: 'Bolette Skov', department: 'Sundhed', ground: false },
  ],
  more: 0,
  faults: {},
};
const coLead: CoLeadView = {
  pathwayId: id(1),
  version: 4,
  ref,
  coLead: 'Dorte Krag',
  members: [
    { id: id(1), name: 'Bo Madsen', department: 'Jobcenter Tråby' },
    { id: id(2), name: 'Carla Friis', department: 'Familie' },
  ],
  query: '',
  faults: {},
};
const external: ExternalFormView = {
  pathwayId: id(1),
  version: 4,
  ref,
  values: { name: '', role: '', email: '' },
  faults: {},
};

export const teamSamples: readonly Sample[] = [
  ...samplesOf<TeamView>('team', teamCard, (w) => ({
    'as its lead sees it': team,
    'nobody yet': { ...team, members: [], externals: [] },
    'as a member sees it': { ...team, mayChange: false, own: 'active' },
    'as a member who rests sees it': { ...team, mayChange: false, own: 'resting', externals: [] },
    'with faults': {
      ...team,
      values: { query: 'b', seat: id(24) },
      faults: {
        '': w.refusals['changed-meanwhile'],
        query: w.refusals['query-too-short'],
        seat: w.refusals['pick-a-member'],
      },
    },
    'the longest': {
      ...team,
      ref: LONG_REF,
      alias: LONG_ALIAS,
      members: Array.from({ length: 40 }, (_, n) => ({
        seatId: id(n),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        ground: false,
        resting: true,
      })),
      externals: Array.from({ length: 20 }, (_, n) => ({
        seatId: id(100 + n),
        name: LONG_NAME,
        role: LONG_DEPARTMENT.slice(0, 60),
        ground: false,
      })),
    },
  })),
  ...samplesOf<FindPersonView>('find-person', findPersonCard, (w) => ({
    'for the team': found,
    'one for the team': { ...found, hits: found.hits.slice(0, 1) },
    'too many': { ...found, more: 4 },
    'nobody found': { ...found, query: 'xyz', hits: [], faults: { query: w.refusals['nobody-found'] } },
    'for the co-lead': { ...found, purpose: 'co-lead', faults: { person: w.refusals['co-lead-no-ground'] } },
    'the longest': {
      ...found,
      ref: LONG_REF,
      query: LONG_NAME,
      hits: Array.from({ length: 6 }, (_, n) => ({
        id: id(n),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        ground: false,
      })),
      more: 9,
    },
  })),
  ...samplesOf<SeatAskView>('seat-ask', seatAskCard, () => ({
    'about a colleague': {
      pathwayId: id(1),
      version: 4,
      ref,
      invited: true,
      about: { is: 'other', seatId: id(21), name: 'Bo Madsen' },
    },
    'about oneself': { pathwayId: id(1), version: 4, ref, invited: false, about: { is: 'own', leadName: 'Anna Lund' } },
    'about oneself, invited, without a lead': {
      pathwayId: id(1),
      version: 4,
      ref: LONG_REF,
      invited: true,
      about: { is: 'own', leadName: null },
    },
  })),
  ...samplesOf<CoLeadView>('co-lead', coLeadCard, (w) => ({
    set: coLead,
    none: { ...coLead, coLead: null },
    'nobody in the team': { ...coLead, coLead: null, members: [] },
    'with faults': {
      ...coLead,
      query: 'b',
      faults: {
        '': w.refusals['changed-meanwhile'],
        person: w.refusals['pick-somebody'],
        query: w.refusals['query-too-short'],
      },
    },
    'the longest': {
      ...coLead,
      ref: LONG_REF,
      coLead: LONG_NAME,
      members: Array.from({ length: 60 }, (_, n) => ({ id: id(n), name: LONG_NAME, department: LONG_DEPARTMENT })),
    },
  })),
  ...samplesOf<ExternalFormView>('external-form', externalFormCard, (w) => ({
    empty: external,
    'with faults': {
      ...external,
      values: { name: 'Lene Bruun', role: '', email: 'lene.bruun' },
      faults: {
        name: w.refusals['name-missing'],
        role: w.refusals['role-missing'],
        email: w.refusals['bad-email'],
      },
    },
    'changed meanwhile': { ...external, faults: { '': w.refusals['changed-meanwhile'] } },
    'the longest': {
      ...external,
      ref: LONG_REF,
      values: { name: LONG_NAME, role: LONG_DEPARTMENT, email: `${'navn'.repeat(16)}@klinik.example` },
    },
  })),
  ...samplesOf<OutcomeView>('outcome', outcomeCard, (w) => ({
    'added, told': {
      pathwayId: id(1),
      quiet: w.pathwayTeam.quiet(ref),
      title: w.pathwayTeam.added.title('Bo Madsen'),
      texts: [w.pathwayTeam.added.told('Bo Madsen')],
      summary: w.pathwayTeam.summary(ref),
      next: [
        { title: w.pathwayTeam.added.another, verb: 'pathway.team' },
        { title: w.pathwayTeam.toPathway, verb: 'pathway.back' },
      ],
    },
    'added without ground': {
      pathwayId: id(1),
      quiet: w.pathwayTeam.quiet(ref),
      title: w.pathwayTeam.added.title('Hassan Yildiz'),
      texts: [w.pathwayTeam.added.noGround('Hassan Yildiz', 'Sundhed')],
      summary: w.pathwayTeam.summary(ref),
      next: [
        { title: w.pathwayTeam.added.ground, verb: 'ground.form' },
        { title: w.pathwayTeam.added.another, verb: 'pathway.team' },
        { title: w.pathwayTeam.toPathway, verb: 'pathway.back' },
      ],
    },
    'the longest': {
      pathwayId: id(1),
      quiet: w.pathwayTeam.quiet(LONG_REF),
      title: w.pathwayTeam.added.title(LONG_NAME),
      texts: [w.pathwayTeam.added.noGround(LONG_NAME, LONG_DEPARTMENT)],
      summary: w.pathwayTeam.summary(LONG_REF),
      next: [{ title: w.pathwayTeam.toPathway, verb: 'pathway.back' }],
    },
    'a link asked for': {
      pathwayId: id(1),
      quiet: w.pathwayLinks.quiet(ref),
      title: w.pathwayLinks.asked.title,
      texts: [w.pathwayLinks.asked.text],
      summary: w.pathwayLinks.summary(ref),
      next: [{ title: w.pathwayTeam.toPathway, verb: 'pathway.back' }],
    },
    'out of the team': {
      pathwayId: id(1),
      quiet: w.pathways.quiet,
      title: w.pathwayTeam.left.title,
      texts: [w.pathwayTeam.left.text],
      summary: w.pathwayTeam.left.title,
      next: [],
    },
  })),
];
