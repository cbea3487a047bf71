import { pathwayCard } from '../pathways/pathway';
import { pathwaysCard } from '../pathways/pathways';
import type { PathwaysView, PathwayView } from '../views';
import { ALIAS, facts, id, LONG_ALIAS, LONG_DEPARTMENT, LONG_NAME, type Sample, samplesOf } from './sample';

const items: PathwaysView['items'] = [
  { id: id(1), ref: facts.ref, alias: ALIAS, role: 'lead', next: facts.at },
  { id: id(2), ref: 'BF-2026-0177', alias: 'Lykke', role: 'co-lead', next: null },
  { id: id(3), ref: 'BF-2025-0310', alias: 'M.', role: 'team', next: '2026-12-04T09:30' },
];
const pathway: PathwayView = {
  id: id(1),
  ref: facts.ref,
  alias: ALIAS,
  department: 'Jobcenter Tråby',
  lead: 'Anna Lund',
  coLead: 'Dorte Krag',
  model: 'ballerup',
  startedOn: '2026-03-02',
  ended: false,
  team: [
    { name: 'Bo Madsen', department: 'Jobcenter Tråby', ground: true },
    { name: 'Carla Friis', department: 'Familie', ground: true },
    { name: 'Hassan Yildiz', department: 'Sundhed', ground: false },
  ],
  meetings: [
    { id: id(11), number: 3, at: facts.at, status: 'called' },
    { id: id(12), number: 2, at: '2026-09-09T13:00', status: 'past' },
    { id: id(13), number: 1, at: '2026-06-10T13:00', status: 'cancelled' },
  ],
  mayCall: true,
};

export const pathwaySamples: readonly Sample[] = [
  ...samplesOf<PathwaysView>('pathways', pathwaysCard, () => ({
    three: { items },
    one: { items: items.slice(0, 1) },
    none: { items: [] },
    'the longest': {
      items: Array.from({ length: 300 }, (_, n) => ({
        id: id(n),
        ref: 'BF-2026-0142-TRÅBY-ØST',
        alias: LONG_ALIAS,
        role: 'administrator' as const,
        next: '2026-09-30T13:30',
      })),
    },
  })),
  ...samplesOf<PathwayView>('pathway', pathwayCard, () => ({
    'as its lead sees it': pathway,
    'as the team sees it': { ...pathway, mayCall: false },
    'just begun': { ...pathway, coLead: null, meetings: [] },
    'without a lead': { ...pathway, lead: null, coLead: null, mayCall: false },
    ended: { ...pathway, ended: true, mayCall: false, meetings: pathway.meetings.slice(1) },
    'the longest': {
      ...pathway,
      ref: 'BF-2026-0142-TRÅBY-ØST',
      alias: LONG_ALIAS,
      department: LONG_DEPARTMENT,
      lead: LONG_NAME,
      coLead: LONG_NAME,
      model: 'borgerkonference',
      team: Array.from({ length: 14 }, () => ({ name: LONG_NAME, department: LONG_DEPARTMENT, ground: false })),
      meetings: Array.from({ length: 20 }, (_, n) => ({
        id: id(n),
        number: 20 - n,
        at: '2026-09-30T13:30',
        status: n < 6 ? ('called' as const) : ('past' as const),
      })),
    },
  })),
];
