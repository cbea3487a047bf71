import { type SampleView, sampleCard } from '../audit/sample';
import { id, LONG_DEPARTMENT, LONG_NAME, LONG_TEXT, type Sample, samplesOf } from './sample';

const people = [
  { name: 'Bo Lindgren', title: 'Beskæftigelsesrådgiver' },
  { name: 'Mette Rosendal', title: 'Familierådgiver' },
  { name: 'Carla Holm', title: 'Socialrådgiver' },
];
const done = {
  da: ['så forløbet', 'så et møde', 'svarede på en invitation', 'så forløbet på en liste', 'hentede et referat'],
  en: ['saw the pathway', 'saw a meeting', 'answered an invitation', 'saw the pathway in a list', 'fetched a record'],
} as const;
const LONGEST_ACT = 'lukkede svarene på et forslag sammen med mødet, og mere til';

const acts = (many: number, locale: 'da' | 'en'): SampleView['acts'] =>
  Array.from({ length: many }, (_, at) => ({
    n: at + 1,
    at: `2026-11-${String(1 + at).padStart(2, '0')}T${String(8 + (at % 8)).padStart(2, '0')}:${at % 2 === 0 ? '05' : '30'}`,
    ...(people[at % people.length] ?? { name: '', title: '' }),
    act: done[locale][at % done[locale].length] ?? '',
    ref: `BF-2026-0${140 + (at % 7)}`,
    outside: at % 6 === 4,
  }));
const longActs: SampleView['acts'] = acts(30, 'da').map((act) => ({
  ...act,
  name: LONG_NAME,
  title: LONG_DEPARTMENT,
  act: LONGEST_ACT,
  ref: 'BF-2026-0142-TRÅBY-ØST',
  outside: true,
}));

const open: Omit<SampleView, 'acts'> = {
  id: id(1),
  mark: 'audit-sample/own/x/1',
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  own: 0,
  dueOn: '2026-12-15',
  reminder: false,
  repeated: false,
  signed: null,
  values: { closer: [], note: '' },
  faults: {},
};
const signed = { by: 'Søren Winkelhof', at: '2026-12-04T10:15', looked: 8, own: 0, closer: [], note: '' };
const LONG_NOTE = LONG_TEXT.slice(0, 600);

/** The routine sample of the audit log. A notice: who, when, what kind of act and the reference. */
export const auditSamples: readonly Sample[] = samplesOf<SampleView>(
  'audit-sample',
  sampleCard,
  (w) => {
    const eight = acts(8, w.auditSample.quiet === 'A sample of the log' ? 'en' : 'da');
    return {
      open: { ...open, acts: eight },
      'twenty acts': { ...open, acts: acts(20, w.auditSample.quiet === 'A sample of the log' ? 'en' : 'da') },
      'one act, a reminder': { ...open, acts: eight.slice(0, 1), reminder: true },
      'two acts the own': { ...open, acts: eight.slice(2), own: 2 },
      'all acts the own': { ...open, acts: [], own: 3 },
      'note missing': {
        ...open,
        acts: eight,
        values: { closer: [2, 5], note: '' },
        faults: { note: w.refusals['sample-note'] },
      },
      'thirty long acts': {
        ...open,
        acts: longActs,
        own: 2,
        reminder: true,
        repeated: true,
        values: { closer: [1, 30], note: LONG_NOTE },
        faults: { note: w.refusals['too-long'] },
      },
      signed: { ...open, acts: eight, dueOn: null, signed },
      'signed, two need a closer look': {
        ...open,
        acts: eight,
        dueOn: null,
        signed: {
          ...signed,
          closer: [2, 5],
          note: 'Lise spørger Mette, hvorfor mødet blev åbnet, og skriver til mig.',
        },
      },
      'signed, thirty long acts': {
        ...open,
        acts: longActs,
        dueOn: null,
        signed: { ...signed, by: LONG_NAME, looked: 30, own: 2, closer: longActs.map((act) => act.n), note: LONG_NOTE },
      },
    };
  },
  true,
);
