import { agendaFormCard } from '../meetings/agenda-form';
import { agreementsFormCard } from '../meetings/agreements-form';
import { citizenFormCard } from '../meetings/citizen-form';
import { closeAskCard } from '../meetings/close-ask';
import { columnsFormCard } from '../meetings/columns-form';
import { hereFormCard } from '../meetings/here-form';
import { nextFormCard } from '../meetings/next-form';
import { recordCard } from '../meetings/record';
import { workCard } from '../meetings/work';
import type {
  AgendaFormView,
  AgreementLine,
  AgreementsFormView,
  CitizenFormView,
  CloseAskView,
  ColumnsFormView,
  Form,
  HereFormView,
  NextFormView,
  RecordView,
  WorkView,
} from '../meetings/work-views';
import type { SectionView, Titled } from '../views';
import {
  ALIAS,
  colleagues,
  facts,
  id,
  LONG_ALIAS,
  LONG_DEPARTMENT,
  LONG_MANDATE,
  LONG_NAME,
  LONG_PLACE,
  LONG_TEXT,
  LONG_WHY,
  longFacts,
  MANDATE,
  manyColleagues,
  type Sample,
  samplesOf,
} from './sample';

const WORDS = 'Jeg vil gerne have en læreplads nu. Ikke flere forløb, hvor jeg bare venter.';
const titled = (da: string, en: string): Titled => ({ da, en });
const model = titled('Ballerups model', 'The Ballerup model');

const agreements: readonly AgreementLine[] = [
  {
    id: id(31),
    version: 1,
    owner: ALIAS,
    ownerKind: 'citizen',
    text: 'Ser på de to værksteder med sin mentor',
    dueOn: '2026-12-09',
  },
  {
    id: id(32),
    version: 1,
    owner: 'Bo Madsen',
    ownerKind: 'professional',
    text: 'Ringer til mester Hald om en praktik på fire uger',
    dueOn: '2026-12-04',
  },
  { id: id(33), version: 1, owner: 'Anna Lund', ownerKind: 'lead', text: 'Skriver planen ind', dueOn: '2026-12-03' },
];
const agenda: WorkView['agenda'] = [
  {
    n: 1,
    title: titled('Siden sidst', 'Since last time'),
    duration: 10,
    done: true,
    note: 'A.K. har haft en god måned.',
  },
  {
    n: 2,
    title: titled('Det, der er vigtigt for borgeren', 'What matters to the citizen'),
    duration: 20,
    done: true,
    note: 'Læreplads før sommer\nIkke flere skift i kontaktpersoner',
  },
  { n: 3, title: titled('Hvad gør vi nu?', 'What do we do now?'), duration: 20, done: false, note: '' },
  { n: 4, title: titled('Aftaler og næste møde', 'Agreements and next meeting'), duration: 10, done: false, note: '' },
];
const columns: WorkView['columns'] = [
  { key: 'works', title: titled('Det, der virker', 'What works'), text: 'Mentoren\nFodbold om tirsdagen' },
  { key: 'worries', title: titled('Det, der bekymrer', 'What worries'), text: 'Huslejen' },
  { key: 'dreams', title: titled('Drømme, ønsker og aftaler', 'Dreams, wishes and agreements'), text: '' },
];

const ready: WorkView = {
  id: id(5),
  version: 2,
  mark: `meeting-record/day/${id(5)}/1`,
  meeting: facts,
  status: 'ready',
  model,
  citizenTakesPart: true,
  citizen: { there: null, askedOn: null, how: '', words: '', guests: 'sin mor' },
  here: [],
  departments: [
    { name: 'Jobcenter Tråby', represented: false, mandate: MANDATE },
    { name: 'Familie', represented: false, mandate: '' },
  ],
  missing: [],
  agenda: agenda.map((point) => ({ ...point, done: false, note: '' })),
  columns: [],
  agreements: [],
  next: null,
  noNextBecause: '',
  closed: null,
  journal: null,
  mayWork: true,
  mayOpen: true,
  mayChange: true,
  lacking: ['citizen-missing', 'words-missing', 'nobody-here', 'next-missing'],
  sections: [],
  open: [],
};
const running: WorkView = {
  ...ready,
  status: 'running',
  citizen: { there: 'there', askedOn: null, how: '', words: WORDS, guests: 'sin mor' },
  here: [
    { name: 'Anna Lund', department: 'Social', role: 'leader' },
    { name: 'Bo Madsen', department: 'Jobcenter Tråby', role: null },
    { name: 'Hanne Birk', department: 'egen læge', role: null },
  ],
  departments: [
    { name: 'Jobcenter Tråby', represented: true, mandate: MANDATE },
    { name: 'Familie', represented: false, mandate: '' },
  ],
  agenda,
  agreements: agreements.slice(0, 2),
  lacking: ['next-missing'],
};
const held: WorkView = {
  ...running,
  status: 'held',
  agenda: agenda.map((point) => ({ ...point, done: true })),
  agreements,
  next: { kind: 'follow-up', at: '2027-03-03T13:00' },
  closed: { by: 'Anna Lund', at: '2026-12-02T14:25' },
  journal: { status: 'acknowledged', receipt: 'J-2026-88112' },
  lacking: [],
};
const viewer = { mayWork: false, mayChange: false } as const;
const longAgenda = Array.from({ length: 9 }, (_, n) => ({
  n: n + 1,
  title: titled(LONG_WHY.slice(0, 80), LONG_WHY.slice(0, 80)),
  duration: 15,
  done: n < 5,
  note: LONG_TEXT,
}));
const longAgreements = Array.from({ length: 14 }, (_, n) => ({
  id: id(100 + n),
  version: 1,
  owner: LONG_NAME,
  ownerKind: 'professional' as const,
  text: LONG_WHY.slice(0, 400),
  dueOn: '2026-12-16',
}));
const longColumns = columns.map((column) => ({ ...column, text: LONG_TEXT }));
const longest: WorkView = {
  ...running,
  meeting: longFacts,
  citizen: {
    there: 'asked-us',
    askedOn: '2026-09-29',
    how: LONG_WHY.slice(0, 300),
    words: LONG_TEXT,
    guests: LONG_PLACE,
  },
  here: Array.from({ length: 16 }, () => ({
    name: LONG_NAME,
    department: LONG_DEPARTMENT,
    role: 'note-taker' as const,
  })),
  departments: Array.from({ length: 9 }, (_, n) => ({
    name: LONG_DEPARTMENT,
    represented: n % 2 === 0,
    mandate: LONG_MANDATE,
  })),
  missing: ['employment', 'social', 'health'],
  agenda: longAgenda,
  columns: longColumns,
  agreements: longAgreements,
  lacking: ['citizen-missing', 'how-missing', 'words-missing', 'nobody-here', 'next-missing'],
};

const form: Form = { meetingId: id(5), drawn: id(6), ref: facts.ref, number: 3, faults: {}, merged: false };
const longForm: Form = { ...form, ref: longFacts.ref, number: 12, merged: true };
const citizen: CitizenFormView = {
  ...form,
  citizenTakesPart: true,
  alias: ALIAS,
  there: null,
  mayMove: true,
  askedOn: '',
  latest: '2026-12-02',
  how: { text: '', version: 0 },
  words: { text: '', version: 0 },
};
const here: HereFormView = {
  ...form,
  version: 2,
  people: [
    { id: id(1), name: 'Anna Lund', department: 'Social', here: true, standsInFor: null, external: false },
    { id: id(2), name: 'Bo Madsen', department: 'Jobcenter Tråby', here: true, standsInFor: null, external: false },
    { id: id(3), name: 'Dorte Krag', department: 'Familie', here: false, standsInFor: 'Carla Friis', external: false },
    { id: id(4), name: 'Hanne Birk', department: 'egen læge', here: false, standsInFor: null, external: true },
  ],
  shown: [id(1), id(2)].join(','),
};
const point: AgendaFormView = {
  ...form,
  n: 3,
  of: 4,
  title: titled('Hvad gør vi nu?', 'What do we do now?'),
  duration: 20,
  note: { text: '', version: 0 },
  done: false,
  hasColumns: false,
};
const columnsForm: ColumnsFormView = {
  ...form,
  columns: columns.map(({ key, title, text }) => ({ key, title, note: { text, version: 1 } })),
};
const agreementsForm: AgreementsFormView = {
  ...form,
  form: id(77),
  alias: ALIAS,
  owners: colleagues,
  values: { owner: '', text: '', due: '2026-12-16' },
  earliest: '2026-12-02',
  there: [],
};
const next: NextFormView = {
  ...form,
  was: '',
  kinds: ['team-meeting', 'transition-meeting', 'follow-up'],
  earliest: '2026-12-03',
  foreseen: { kind: 'follow-up', on: '2027-03-03' },
  values: { kind: 'follow-up', date: '2027-03-03', time: '13:00', none: false, because: '' },
};
const close: CloseAskView = {
  meetingId: id(5),
  version: 9,
  ref: facts.ref,
  number: 3,
  lacking: [],
  open: [],
  openButtons: [],
  agreements: 3,
  recipients: 5,
  resting: 2,
  writing: [],
  unrepresented: ['Familie', 'PPR'],
};
const record: RecordView = {
  id: id(41),
  mark: `record/own/${id(41)}/1`,
  meeting: facts,
  version: 1,
  repeated: false,
  citizen: { takesPart: true, there: 'there', words: WORDS },
  present: held.here.map(({ name, department }) => ({ name, department })),
  agenda: agenda.map(({ title, note }) => ({ title, note })),
  columns: [],
  agreements,
  sections: [],
  next: held.next,
  journal: { status: 'queued', receipt: null },
};

const section = (n: number, text: string): SectionView => ({
  title: titled(`Tilføjelse ${n}`, `Addition ${n}`),
  lines: Array.from({ length: 8 }, (_, line) => ({
    mark: line === 0 ? 'Warning' : '',
    lead: titled('Åben:', 'Open:'),
    text: titled(text, text),
    quiet: titled('venter på Mette Rosen', 'waits for Mette Rosen'),
  })),
  button: { title: titled(`Åbn tilføjelse ${n}`, `Open addition ${n}`), verb: 'trial.open', data: { matter: id(n) } },
});
/** What capabilities above meetings bring: as many as there is room for. */
const added = {
  sections: [section(1, 'A.K. begynder i læreplads hos Tømrer Jensen'), section(2, 'Planen er læst igennem')],
  open: [titled('Ét forslag er stadig åbent.', 'One proposal is still open.')],
};
const longAdded = { sections: [section(1, LONG_TEXT), section(2, LONG_TEXT)], open: [titled(LONG_WHY, LONG_WHY)] };
const openButtons = added.sections.flatMap(({ button }) => (button === null ? [] : [button]));

export const workSamples: readonly Sample[] = [
  ...samplesOf<WorkView>('work', workCard, () => ({
    'ready to open': ready,
    'ready, as an invited one sees it': { ...ready, ...viewer, citizen: { ...ready.citizen, guests: '' } },
    'ready, to the note-taker': { ...ready, mayChange: false },
    'called, and not its day yet': { ...ready, mayOpen: false },
    'just opened': {
      ...running,
      citizen: { ...ready.citizen },
      here: [],
      departments: ready.departments,
      missing: ['health'],
      agenda: ready.agenda,
      agreements: [],
      lacking: ready.lacking,
    },
    running,
    'running, with what further capabilities add': { ...running, ...added },
    'running, with one addition': { ...running, sections: added.sections.slice(0, 1), open: [] },
    'ready, with what further capabilities add': { ...ready, sections: added.sections },
    'held, with what further capabilities add': { ...held, sections: added.sections },
    'running, the citizen asked us to go on': {
      ...running,
      citizen: { ...running.citizen, there: 'asked-us', askedOn: '2026-12-02', how: 'Ringede i morges.', guests: '' },
    },
    'running, with columns': { ...running, columns, model: titled('Kick-off-modellen', 'The kick-off model') },
    'running, without the citizen': {
      ...running,
      citizenTakesPart: false,
      citizen: { ...running.citizen, there: null, guests: '' },
    },
    'running, as an invited one sees it': { ...running, ...viewer },
    'all filled in': { ...running, agenda: held.agenda, next: held.next, lacking: [] },
    past: { ...running, status: 'past' },
    'past, as an invited one sees it': { ...running, ...viewer, status: 'past' },
    held: { ...held, ...viewer },
    'held, the citizen asked us to go on': {
      ...held,
      citizen: { ...held.citizen, there: 'asked-us', askedOn: '2026-12-02', how: 'Ringede i morges.' },
      next: null,
      noNextBecause: 'A.K. begynder i lære og vil selv ringe.',
      journal: { status: 'sent', receipt: null },
    },
    'held, not in the journal': { ...held, journal: { status: 'failed', receipt: null } },
    'not held': { ...ready, status: 'not-held', closed: held.closed, lacking: [] },
    cancelled: { ...ready, status: 'cancelled', lacking: [] },
    'the longest': longest,
    'the longest, with what further capabilities add': { ...longest, ...longAdded },
    'the longest, held': {
      ...longest,
      status: 'held',
      closed: { by: LONG_NAME, at: '2026-09-30T15:15' },
      journal: held.journal,
    },
  })),
  ...samplesOf<CitizenFormView>('citizen-form', citizenFormCard, (w) => ({
    new: citizen,
    there: { ...citizen, there: 'there', words: { text: WORDS, version: 1 }, merged: true },
    'asked us to go on': {
      ...citizen,
      there: 'asked-us',
      askedOn: '2026-12-02',
      how: { text: 'Ringede i morges', version: 1 },
      words: { text: WORDS, version: 1 },
    },
    'with every fault': {
      ...citizen,
      there: 'asked-us',
      faults: {
        there: w.refusals['citizen-missing'],
        askedOn: w.refusals['how-missing'],
        how: w.refusals['how-missing'],
        words: w.refusals.cpr,
      },
    },
    'without the citizen': { ...citizen, citizenTakesPart: false, words: { text: WORDS, version: 2 } },
    'the longest': {
      ...citizen,
      ...longForm,
      alias: LONG_ALIAS,
      there: 'asked-us',
      how: { text: LONG_WHY.slice(0, 300), version: 3 },
      words: { text: LONG_TEXT + LONG_TEXT, version: 4 },
    },
  })),
  ...samplesOf<HereFormView>('here-form', hereFormCard, (w) => ({
    four: here,
    'with a fault': { ...here, merged: true, faults: { here: w.refusals['changed-meanwhile'] } },
    'the longest': {
      ...here,
      ...longForm,
      people: Array.from({ length: 40 }, (_, n) => ({
        id: id(n),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        here: true,
        standsInFor: LONG_NAME,
        external: n > 30,
      })),
      shown: Array.from({ length: 40 }, (_, n) => id(n)).join(','),
    },
  })),
  ...samplesOf<AgendaFormView>('agenda-form', agendaFormCard, (w) => ({
    'third of four': point,
    'written by two': {
      ...point,
      note: { text: 'Praktik først.\nMester Hald har plads.', version: 4 },
      done: true,
      merged: true,
    },
    'with columns': { ...point, hasColumns: true },
    'with every fault': { ...point, faults: { note: w.refusals.cpr, done: w.refusals['changed-meanwhile'] } },
    'the longest': {
      ...point,
      ...longForm,
      title: titled(LONG_WHY.slice(0, 120), LONG_WHY.slice(0, 120)),
      note: { text: LONG_TEXT + LONG_TEXT, version: 7 },
      hasColumns: true,
    },
  })),
  ...samplesOf<ColumnsFormView>('columns-form', columnsFormCard, (w) => ({
    three: columnsForm,
    'with faults': { ...columnsForm, merged: true, faults: { 'column-worries': w.refusals.cpr } },
    'the longest': {
      ...columnsForm,
      ...longForm,
      columns: longColumns.map(({ key, title, text }) => ({ key, title, note: { text: text + text, version: 9 } })),
    },
  })),
  ...samplesOf<AgreementsFormView>('agreements-form', agreementsFormCard, (w) => ({
    first: agreementsForm,
    'two so far': { ...agreementsForm, there: agreements.slice(0, 2) },
    'with every fault': {
      ...agreementsForm,
      there: agreements.slice(0, 1),
      faults: {
        owner: w.refusals['pick-somebody'],
        text: w.refusals['agreement-missing'],
        due: w.refusals['past-date'],
        remove: w.refusals['pick-agreement'],
      },
    },
    'the longest': {
      ...agreementsForm,
      ...longForm,
      alias: LONG_ALIAS,
      owners: manyColleagues,
      values: { ...agreementsForm.values, text: LONG_WHY.slice(0, 400) },
      there: longAgreements,
    },
  })),
  ...samplesOf<NextFormView>('next-form', nextFormCard, (w) => ({
    foreseen: next,
    'nothing foreseen': { ...next, foreseen: null, values: { ...next.values, date: '', time: '' } },
    none: { ...next, values: { ...next.values, date: '', time: '', none: true, because: 'Forløbet slutter her' } },
    'with every fault': {
      ...next,
      faults: {
        kind: w.refusals['pick-a-reason'],
        date: w.refusals['bad-date'],
        time: w.refusals['bad-time'],
        none: w.refusals['next-missing'],
        because: w.refusals['reason-missing'],
      },
    },
    'the longest': { ...next, ...longForm, values: { ...next.values, none: true, because: LONG_WHY.slice(0, 400) } },
  })),
  ...samplesOf<CloseAskView>('close-ask', closeAskCard, () => ({
    'asks once': close,
    'somebody still writes': { ...close, writing: ['Bo Lindgren', 'Mette Rosen'] },
    'everybody is here, one agreement': { ...close, agreements: 1, recipients: 1, resting: 0, unrepresented: [] },
    'no agreements, nobody to tell': { ...close, agreements: 0, recipients: 0, resting: 1, unrepresented: [] },
    'everything is missing': {
      ...close,
      lacking: ['citizen-missing', 'how-missing', 'words-missing', 'nobody-here', 'next-missing'],
    },
    'the next date is missing': { ...close, lacking: ['next-missing'] },
    'everything is missing, also of what was added': {
      ...close,
      lacking: ['citizen-missing', 'nobody-here', 'next-missing'],
      open: added.open,
      openButtons: openButtons,
    },
    'only what was added is open': { ...close, open: added.open, openButtons: openButtons },
    'the longest': {
      ...close,
      ref: longFacts.ref,
      writing: Array.from({ length: 40 }, () => LONG_DEPARTMENT),
      unrepresented: Array.from({ length: 40 }, () => LONG_DEPARTMENT),
    },
  })),
  ...samplesOf<RecordView>('record', recordCard, () => ({
    'the first': record,
    'with what further capabilities add': {
      ...record,
      sections: [
        {
          title: titled('Det besluttede vi', 'What we decided'),
          items: [{ lead: titled('Enige: ', 'Agreed: '), text: titled(WORDS, WORDS) }],
        },
      ],
    },
    'with columns, put right': { ...record, version: 2, columns, repeated: true, journal: held.journal },
    'the citizen asked us to go on': {
      ...record,
      citizen: { ...record.citizen, there: 'asked-us' },
      next: null,
      journal: null,
    },
    'without the citizen': { ...record, citizen: { takesPart: false, there: null, words: WORDS } },
    'hardly anything': {
      ...record,
      citizen: { takesPart: true, there: 'there', words: '' },
      agenda: [],
      agreements: [],
      next: null,
    },
    'the longest': {
      ...record,
      meeting: longFacts,
      citizen: { ...record.citizen, words: LONG_TEXT },
      present: longest.here.map(({ name, department }) => ({ name, department })),
      agenda: longAgenda.map(({ title, note }) => ({ title, note })),
      columns: longColumns,
      agreements: longAgreements,
    },
  })),
];
