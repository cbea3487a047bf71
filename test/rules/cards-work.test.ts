import { absenceWordCard } from '../../cards/meetings/absence-word';
import { agendaFormCard } from '../../cards/meetings/agenda-form';
import { agreementCard } from '../../cards/meetings/agreement';
import { agreementsFormCard } from '../../cards/meetings/agreements-form';
import { citizenFormCard } from '../../cards/meetings/citizen-form';
import { citizenTalkCard } from '../../cards/meetings/citizen-talk';
import { closeAskCard } from '../../cards/meetings/close-ask';
import { columnsFormCard } from '../../cards/meetings/columns-form';
import { hereFormCard } from '../../cards/meetings/here-form';
import { nextFormCard } from '../../cards/meetings/next-form';
import { notRepresentedCard } from '../../cards/meetings/not-represented';
import { recordCard } from '../../cards/meetings/record';
import { workCard } from '../../cards/meetings/work';
import type {
  AgendaFormView,
  AgreementsFormView,
  AgreementView,
  CitizenFormView,
  CloseAskView,
  ColumnsFormView,
  Form,
  HereFormView,
  Lacking,
  NextFormView,
  RecordView,
  WorkView,
} from '../../cards/meetings/work-views';
import type { CardJson } from '../../cards/render';
import { facts, id, LONG_TEXT } from '../../cards/samples/sample';
import { words } from '../../content/words/words';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  return isObject(value) ? [value, ...Object.values(value).flatMap(elements)] : [];
}
const executes = (card: CardJson): Json[] => elements(card).filter((element) => element.type === 'Action.Execute');
const verbsOf = (card: CardJson): unknown[] => executes(card).map((action) => action.verb);
const primary = (card: CardJson): unknown[] =>
  executes(card)
    .filter((action) => action.style === 'positive')
    .map((action) => action.verb);
const dataOf = (card: CardJson, verb: string): unknown[] =>
  executes(card)
    .filter((action) => action.verb === verb)
    .map((action) => action.data);
const inputs = (card: CardJson): Json[] =>
  elements(card).filter((element) => String(element.type).startsWith('Input.'));
const valuesOf = (card: CardJson): Json =>
  Object.fromEntries(inputs(card).map((input) => [String(input.id), input.value]));
const byId = (card: CardJson, wanted: string): Json | undefined =>
  elements(card).find((element) => element.id === wanted);
const texts = (card: CardJson): string =>
  elements(card)
    .map((element) => [element.text, element.title, element.label].filter((text) => typeof text === 'string').join(' '))
    .join('\n');
/** What stands right below an input. */
function after(value: unknown, wanted: string): Json | undefined {
  if (Array.isArray(value)) {
    const place = value.findIndex((one) => isObject(one) && one.id === wanted);
    return place >= 0 ? value[place + 1] : value.map((one) => after(one, wanted)).find((one) => one !== undefined);
  }
  return isObject(value) ? after(Object.values(value).flat(), wanted) : undefined;
}

const da = words('da');
const meeting = id(5);
const drawn = '018f3c2a-7b1e-7c3d-9a4f-00000000d0d0';
const form: Form = { meetingId: meeting, drawn, ref: facts.ref, number: 3, faults: {}, merged: false };
const titled = (text: string) => ({ da: text, en: text });

const work: WorkView = {
  id: meeting,
  version: 4,
  mark: `meeting-record/day/${meeting}/1`,
  meeting: facts,
  status: 'running',
  model: titled('Ballerups model'),
  citizenTakesPart: true,
  citizen: { there: 'there', askedOn: null, how: '', words: 'Jeg vil i lære.', guests: 'sin mor' },
  here: [{ name: 'Bo Madsen', department: 'Jobcenter', role: 'note-taker' }],
  departments: [
    { name: 'Jobcenter', represented: true, mandate: 'praktik og mentor' },
    { name: 'Familie', represented: false, mandate: '' },
  ],
  missing: ['health'],
  agenda: [
    { n: 1, title: titled('Siden sidst'), duration: 20, done: true, note: 'Godt.' },
    { n: 2, title: titled('Hvad nu?'), duration: 40, done: false, note: '' },
  ],
  columns: [],
  agreements: [
    { id: id(31), version: 1, owner: 'Bo Madsen', ownerKind: 'professional', text: 'Ringer', dueOn: '2026-12-04' },
  ],
  next: null,
  noNextBecause: '',
  closed: null,
  journal: null,
  mayWork: true,
  mayOpen: true,
  mayChange: true,
  lacking: ['next-missing'],
  sections: [],
  open: [],
};
const PARTS = ['citizen-form', 'here-form', 'agenda-form', 'agreements-form', 'next-form', 'close-ask'].map(
  (part) => `meeting.${part}`,
);

describe('the meeting card', () => {
  const card = (given: Partial<WorkView> = {}) => workCard({ ...work, ...given }, 'da').card;

  test.each([
    { status: 'running', verbs: PARTS },
    { status: 'past', verbs: PARTS },
    {
      status: 'ready',
      verbs: ['meeting.start', 'letter.offer', 'meeting.move-form', 'meeting.cancel-ask', 'meeting.work-back'],
    },
    { status: 'held', verbs: ['record.offer'] },
    { status: 'not-held', verbs: [] },
    { status: 'cancelled', verbs: [] },
  ] as const)('offers whoever works it $verbs while it is $status', ({ status, verbs }) => {
    expect(verbsOf(card({ status }))).toEqual(verbs);
  });

  test('offers nobody else anything that changes it', () => {
    const verbs = (['ready', 'running', 'past', 'held', 'not-held', 'cancelled'] as const).flatMap((status) =>
      verbsOf(card({ status, mayWork: false, mayChange: false })),
    );
    expect([...new Set(verbs)].sort()).toEqual(['meeting.work-back', 'record.offer']);
  });

  test('is opened on its day, and not before', () => {
    const early = card({ status: 'ready', mayOpen: false });
    expect(verbsOf(early)).not.toContain('meeting.start');
    expect(texts(early)).toContain(da.work.states.called);
  });

  test('leaves the letter, moving and cancelling to the lead and the co-lead', () => {
    expect(verbsOf(card({ status: 'ready', mayChange: false }))).toEqual([...['meeting.start', 'meeting.work-back']]);
  });

  test('has the citizen, in their own words, before everything else', () => {
    const [first] = elements(card().body).filter((element) => element.type === 'RichTextBlock');
    expect(JSON.stringify(first)).toContain('A.K. er her');
    const all = texts(card());
    expect(all.indexOf('»Jeg vil i lære.«')).toBeGreaterThan(0);
    expect(all.indexOf('»Jeg vil i lære.«')).toBeLessThan(all.indexOf('I gang'));
  });

  test.each([
    { where: 'nothing is noted', lacking: ['citizen-missing', 'nobody-here', 'next-missing'], leads: 'citizen-form' },
    { where: 'nobody is marked', lacking: ['nobody-here', 'next-missing'], leads: 'here-form' },
    { where: 'the agenda goes on', lacking: ['next-missing'], leads: 'agenda-form' },
  ] as const)('leads to the $leads where $where', ({ lacking, leads }) => {
    expect(primary(card({ lacking }))).toEqual([`meeting.${leads}`]);
  });

  test('leads to the next date and then to closing once the agenda is done', () => {
    const agenda = work.agenda.map((point) => ({ ...point, done: true }));
    expect(primary(card({ agenda }))).toEqual(['meeting.next-form']);
    expect(primary(card({ agenda, lacking: [] }))).toEqual(['meeting.close-ask']);
  });

  const addition = (n: number) => ({
    title: titled(`Tilføjelse ${n}`),
    lines: [{ mark: '' as const, lead: titled('Åben:'), text: titled('en læreplads'), quiet: titled('') }],
    button: { title: titled(`Åbn ${n}`), verb: 'trial.open', data: { matter: id(n) } },
  });

  test.each([
    { additions: 1, verbs: ['citizen-form', 'agenda-form', 'agreements-form', 'next-form', 'trial', 'close-ask'] },
    { additions: 2, verbs: ['citizen-form', 'agenda-form', 'next-form', 'trial', 'trial', 'close-ask'] },
  ])('with $additions additions, parts that follow each other share a button', ({ additions, verbs }) => {
    const sections = Array.from({ length: additions }, (_, n) => addition(n));
    const drawn = card({ sections });
    const agenda = work.agenda.map((point) => ({ ...point, done: true }));
    expect(verbsOf(card({ sections, agenda }))).toEqual(
      verbs.map((verb) => (verb === 'trial' ? 'trial.open' : `meeting.${verb}`)),
    );
    expect(texts(drawn)).toContain('en læreplads');
    expect(verbsOf(card({ sections, lacking: ['nobody-here'] }))).toContain('meeting.here-form');
    for (const status of ['ready', 'running', 'past', 'held'] as const)
      expect(verbsOf(card({ status, sections })).filter((verb) => verb === 'trial.open')).toHaveLength(additions);
  });

  test('says what an addition has open, and does not lead to closing before', () => {
    const agenda = work.agenda.map((point) => ({ ...point, done: true }));
    const drawn = card({ agenda, lacking: [], open: [titled('Ét forslag er åbent.')], sections: [addition(1)] });
    expect(texts(drawn)).toContain('Ét forslag er åbent.');
    expect(primary(drawn)).toEqual([]);
  });

  test('opens the agenda at the point it has come to', () => {
    expect(dataOf(card(), 'meeting.agenda-form')).toEqual([{ meeting, n: 2 }]);
  });

  test('asks by department whether all are represented, with each mandate, and names no person there', () => {
    const all = texts(card());
    for (const said of ['Jobcenter', 'er repræsenteret', 'Mandat: praktik og mentor', 'er ikke repræsenteret'])
      expect(all).toContain(said);
    expect(all).toContain('har ikke skrevet et mandat endnu');
    expect(all).toContain(da.work.missing([da.departmentKindNames.health ?? '']));
  });

  test('says that nobody is missing before anybody is noted', () => {
    expect(texts(card({ here: [] }))).not.toContain('er ikke repræsenteret');
  });

  test('names, once it is closed, the departments that were there and not those that were not', () => {
    const all = texts(card({ status: 'held', closed: { by: 'Anna', at: '2026-12-02T14:25' } }));
    expect(all).toContain('Jobcenter.');
    expect(all).not.toMatch(/Familie|ikke repræsenteret/);
  });

  test.each([
    { status: 'queued', receipt: null, said: da.work.journal.queued },
    { status: 'sent', receipt: null, said: da.work.journal.sent },
    { status: 'acknowledged', receipt: 'J-1', said: 'kvittering J-1' },
    { status: 'acknowledged', receipt: null, said: da.work.journal.received },
    { status: 'failed', receipt: null, said: da.work.journal.failed },
  ] as const)('says that the record is $status in words', ({ status, receipt, said }) => {
    expect(texts(card({ status: 'held', journal: { status, receipt } }))).toContain(said);
  });

  test('tells what is missing to whoever works it', () => {
    expect(texts(card())).toContain(da.work.lackingOf([da.work.lacking['next-missing']]));
    expect(texts(card({ mayWork: false }))).not.toContain(da.work.lackingLead);
  });

  test('asks the lead how it went once it is over', () => {
    expect(texts(card({ status: 'past' }))).toContain('Hvordan gik teammødet onsdag den 2. december kl.\u00a013?');
  });
});

describe('the forms of the meeting card', () => {
  const citizen: CitizenFormView = {
    ...form,
    citizenTakesPart: true,
    alias: 'A.K.',
    there: null,
    mayMove: true,
    askedOn: '',
    latest: '2026-12-02',
    how: { text: '', version: 2 },
    words: { text: 'Jeg vil i lære.', version: 5 },
  };
  const here: HereFormView = {
    ...form,
    version: 4,
    people: [
      { id: id(1), name: 'Bo', department: 'Social', here: true, standsInFor: null, external: false },
      { id: id(2), name: 'Dorte', department: 'Familie', here: false, standsInFor: 'Carla', external: false },
    ],
    shown: id(1),
  };
  const point: AgendaFormView = {
    ...form,
    n: 3,
    of: 5,
    title: titled('Hvad nu?'),
    duration: 15,
    note: { text: 'Praktik', version: 7 },
    done: true,
    hasColumns: false,
  };
  const columns: ColumnsFormView = {
    ...form,
    columns: [{ key: 'works', title: titled('Det, der virker'), note: { text: 'Mentoren', version: 1 } }],
  };
  const agreements: AgreementsFormView = {
    ...form,
    form: id(77),
    alias: 'A.K.',
    owners: [{ id: id(1), name: 'Bo' }],
    values: { owner: id(1), text: 'Ringer', due: '2026-12-09' },
    earliest: '2026-12-02',
    there: work.agreements,
  };
  const next: NextFormView = {
    ...form,
    was: '2026-12-16T13:00',
    kinds: ['team-meeting'],
    earliest: '2026-12-03',
    foreseen: null,
    values: { kind: 'team-meeting', date: '2026-12-16', time: '13:00', none: false, because: 'Vi ringer' },
  };

  test.each([
    {
      name: 'citizen',
      verb: 'meeting.citizen',
      go: ['move', 'next', 'back'],
      card: citizenFormCard(citizen, 'da').card,
    },
    { name: 'here', verb: 'meeting.here', go: ['next', 'back'], card: hereFormCard(here, 'da').card },
    { name: 'agenda', verb: 'meeting.agenda', go: ['next', 'back'], card: agendaFormCard(point, 'da').card },
    { name: 'columns', verb: 'meeting.columns', go: ['next', 'back'], card: columnsFormCard(columns, 'da').card },
    {
      name: 'agreements',
      verb: 'meeting.agreement-add',
      go: ['more', 'next', 'back'],
      card: agreementsFormCard(agreements, 'da').card,
    },
    { name: 'next', verb: 'meeting.next', go: ['next', 'back'], card: nextFormCard(next, 'da').card },
  ])('the $name form saves with every button that leaves it', ({ verb, go, card }) => {
    const saving = executes(card).filter((action) => action.verb === verb);
    expect(saving.map((action) => (isObject(action.data) ? action.data.go : undefined))).toEqual(go);
    // Inputs come along.
    expect(executes(card).filter((action) => action.associatedInputs === 'none')).toEqual([]);
    expect(primary(card)).toEqual([verb]);
  });

  test('keep what is there, with the version that was seen', () => {
    expect(valuesOf(citizenFormCard({ ...citizen, there: 'there' }, 'da').card)).toMatchObject({
      there: 'there',
      words: 'Jeg vil i lære.',
    });
    expect(dataOf(citizenFormCard(citizen, 'da').card, 'meeting.citizen')).toContainEqual({
      ...{ meeting, drawn, go: 'next', wordsVersion: 5, howVersion: 2 },
    });
    expect(valuesOf(agendaFormCard(point, 'da').card)).toEqual({ note: 'Praktik', done: 'true' });
    expect(dataOf(agendaFormCard(point, 'da').card, 'meeting.agenda')).toContainEqual({
      ...{ meeting, drawn, go: 'next', n: 3, noteVersion: 7 },
    });
    expect(valuesOf(columnsFormCard(columns, 'da').card)).toEqual({ 'column-works': 'Mentoren' });
    expect(dataOf(columnsFormCard(columns, 'da').card, 'meeting.columns')).toContainEqual({
      ...{ meeting, drawn, go: 'back', 'version-works': 1 },
    });
    expect(valuesOf(nextFormCard(next, 'da').card)).toEqual({
      ...{ kind: 'team-meeting', date: '2026-12-16', time: '13:00', none: 'false', because: 'Vi ringer' },
    });
    expect(valuesOf(agreementsFormCard(agreements, 'da').card)).toMatchObject({ owner: id(1), text: 'Ringer' });
  });

  test('cut nothing off a text that two wrote at once', () => {
    const both = LONG_TEXT + LONG_TEXT;
    const card = agendaFormCard({ ...point, note: { text: both, version: 8 }, merged: true }, 'da').card;
    expect(byId(card, 'note')).toMatchObject({ value: both, maxLength: both.length });
    expect(texts(card)).toContain(da.part.merged);
    expect(texts(agendaFormCard(point, 'da').card)).not.toContain(da.part.merged);
  });

  test.each([
    { input: 'words', card: citizenFormCard({ ...citizen, faults: { words: 'Ret dette.' } }, 'da').card },
    { input: 'there', card: citizenFormCard({ ...citizen, faults: { there: 'Ret dette.' } }, 'da').card },
    { input: 'askedOn', card: citizenFormCard({ ...citizen, faults: { askedOn: 'Ret dette.' } }, 'da').card },
    { input: 'how', card: citizenFormCard({ ...citizen, faults: { how: 'Ret dette.' } }, 'da').card },
    { input: 'note', card: agendaFormCard({ ...point, faults: { note: 'Ret dette.' } }, 'da').card },
    {
      input: 'column-works',
      card: columnsFormCard({ ...columns, faults: { 'column-works': 'Ret dette.' } }, 'da').card,
    },
    { input: 'owner', card: agreementsFormCard({ ...agreements, faults: { owner: 'Ret dette.' } }, 'da').card },
    { input: 'text', card: agreementsFormCard({ ...agreements, faults: { text: 'Ret dette.' } }, 'da').card },
    { input: 'due', card: agreementsFormCard({ ...agreements, faults: { due: 'Ret dette.' } }, 'da').card },
    { input: 'remove', card: agreementsFormCard({ ...agreements, faults: { remove: 'Ret dette.' } }, 'da').card },
    { input: 'date', card: nextFormCard({ ...next, faults: { date: 'Ret dette.' } }, 'da').card },
    { input: 'because', card: nextFormCard({ ...next, faults: { because: 'Ret dette.' } }, 'da').card },
  ])('write a fault of $input right below it', ({ input, card }) => {
    expect(after(card.body, input)).toMatchObject({ text: 'Ret dette.', color: 'Attention' });
  });

  test('open when and how the citizen asked us to go on only by the button, or where it is filled in or wrong', () => {
    const shown = (given: Partial<CitizenFormView>) =>
      byId(citizenFormCard({ ...citizen, ...given }, 'da').card, 'without')?.isVisible;
    expect([
      shown({}),
      shown({ there: 'there' }),
      shown({ there: 'asked-us' }),
      shown({ askedOn: '2026-12-01' }),
      shown({ faults: { how: 'x' } }),
    ]).toEqual([false, false, true, true, true]);
  });

  test('offer moving the meeting only to whoever may, and nothing of it where the citizen does not take part', () => {
    const go = (given: Partial<CitizenFormView>) =>
      dataOf(citizenFormCard({ ...citizen, ...given }, 'da').card, 'meeting.citizen').map((data) =>
        isObject(data) ? data.go : '',
      );
    expect(go({ mayMove: false })).toEqual(['next', 'back']);
    const without = citizenFormCard({ ...citizen, citizenTakesPart: false }, 'da').card;
    expect(inputs(without).map((input) => input.id)).toEqual(['words']);
  });

  test('bring back as here only those who have a tick on the card', () => {
    const people = Array.from({ length: 80 }, (_, n) => ({
      ...{
        id: id(n),
        name: 'Christina Sommer-Ravn',
        department: 'Job',
        here: true,
        standsInFor: null,
        external: false,
      },
    }));
    const card = hereFormCard({ ...here, people, shown: people.map((one) => one.id).join(',') }, 'da').card;
    const [data] = dataOf(card, 'meeting.here');
    const shown = isObject(data) ? String(data.shown).split(',') : [];
    expect(shown.map((one) => `here-${one}`)).toEqual(inputs(card).map((input) => input.id));
    expect(shown.length).toBeLessThan(80);
  });

  test('say how far the agenda has come, and reach the columns without losing the note', () => {
    expect(texts(agendaFormCard(point, 'da').card)).toContain('Punkt 3 af 5 · 15 minutter');
    const card = agendaFormCard({ ...point, hasColumns: true }, 'da').card;
    expect(dataOf(card, 'meeting.agenda')).toContainEqual({ meeting, drawn, n: 3, noteVersion: 7, go: 'columns' });
  });
});

describe('closing', () => {
  const ask: CloseAskView = {
    meetingId: meeting,
    version: 9,
    ref: facts.ref,
    number: 3,
    lacking: [],
    open: [],
    openButtons: [],
    agreements: 2,
    recipients: 5,
    resting: 0,
    writing: [],
    unrepresented: [],
  };
  const card = (lacking: readonly Lacking[]) => closeAskCard({ ...ask, lacking }, 'da').card;

  test('asks once, and says that it cannot be taken back', () => {
    expect(dataOf(card([]), 'meeting.close')).toEqual([{ meeting, version: 9 }]);
    expect(texts(card([]))).toContain('Du kan ikke åbne mødet igen.');
  });

  test.each([
    { lacking: 'citizen-missing', opens: 'meeting.citizen-form' },
    { lacking: 'how-missing', opens: 'meeting.citizen-form' },
    { lacking: 'words-missing', opens: 'meeting.citizen-form' },
    { lacking: 'nobody-here', opens: 'meeting.here-form' },
    { lacking: 'next-missing', opens: 'meeting.next-form' },
  ] as const)('is not offered with $lacking: it says so, and opens $opens', ({ lacking, opens }) => {
    expect(verbsOf(card([lacking]))).toEqual([opens, 'meeting.work-back', 'meeting.not-held']);
    expect(primary(card([lacking]))).toEqual([opens]);
    expect(texts(card([lacking]))).toContain(da.refusals[lacking]);
  });

  test('is not offered while an addition has something open, whose button stands there', () => {
    const button = { title: titled('Åbn'), verb: 'trial.open', data: { matter: id(1) } };
    const open = { open: [titled('Ét forslag er åbent.')], openButtons: [button] };
    const drawn = closeAskCard({ ...ask, ...open }, 'da').card;
    expect(verbsOf(drawn)).toContain('trial.open');
    expect(verbsOf(drawn)).not.toContain('meeting.close');
    expect(texts(drawn)).toContain('Ét forslag er åbent.');
  });

  test('asks once before a meeting counts as not held', () => {
    expect(byId(card([]), 'not-held')).toMatchObject({ isVisible: false });
    expect(texts(card([]))).toContain(da.closeAsk.notHeldText);
  });
});

describe('what follows a meeting', () => {
  const record: RecordView = {
    id: id(41),
    mark: `record/own/${id(41)}/1`,
    meeting: facts,
    version: 1,
    repeated: false,
    citizen: { takesPart: true, there: 'there', words: 'Jeg vil i lære.' },
    present: [{ name: 'Bo Madsen', department: 'Jobcenter' }],
    agenda: [{ title: titled('Hvad nu?'), note: 'Praktik først.\nSå lære.' }],
    columns: [],
    agreements: work.agreements,
    sections: [],
    next: null,
    journal: null,
  };
  const agreement: AgreementView = {
    id: id(32),
    version: 3,
    mark: `agreement/due/${id(32)}/1`,
    ref: facts.ref,
    alias: 'A.K.',
    text: 'Ringer',
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

  test('the record begins with the citizen, and shows each line of a note', () => {
    const all = texts(recordCard(record, 'da').card);
    expect(all.indexOf('»Jeg vil i lære.«')).toBeLessThan(all.indexOf('Bo Madsen'));
    expect(all).toMatch(/\n ?Praktik først\.\n/);
    expect(all).toMatch(/\n ?Så lære\.\n/);
  });

  test('the record says when it shows less than all of it', () => {
    const long = { ...record, agenda: Array.from({ length: 12 }, () => ({ title: titled('Punkt'), note: LONG_TEXT })) };
    expect(texts(recordCard(long, 'da').card)).toContain(da.record.shortened);
    expect(texts(recordCard(record, 'da').card)).not.toContain(da.record.shortened);
  });

  test('an agreement is done in one press, and put off only with a day and a reason', () => {
    const card = agreementCard(agreement, 'da').card;
    expect(verbsOf(card)).toEqual(['agreement.done', 'agreement.later']);
    expect(byId(card, 'not-yet')).toMatchObject({ isVisible: false });
    const typed = agreementCard({ ...agreement, values: { due: '', because: 'Ferie' } }, 'da').card;
    expect(byId(typed, 'not-yet')).toMatchObject({ isVisible: true });
    expect(verbsOf(agreementCard({ ...agreement, mayDrop: true }, 'da').card)).toContain('agreement.drop');
    const done = agreementCard({ ...agreement, state: 'done', closedOn: '2026-12-03', closedBy: 'Anna' }, 'da').card;
    expect(verbsOf(done)).toEqual([]);
    expect(texts(done)).toContain('Gjort torsdag den 3. december, noteret af Anna.');
  });

  test('a talk that has been held shows what was said, and asks nothing', () => {
    const talk = {
      ...{ meetingId: meeting, mark: 'm', meeting: facts, dueOn: '2026-12-16', latest: '2026-12-10', agreements: [] },
      ...{ values: { on: '', said: '' }, faults: {} },
    };
    const card = citizenTalkCard({ ...talk, done: { on: '2026-12-09', said: 'Fint.', by: 'Anna' } }, 'da').card;
    expect([inputs(card), verbsOf(card)]).toEqual([[], []]);
    expect(texts(card)).toContain('»Fint.«');
  });

  test('whoever was missed may put it right by one of three choices, and is never asked why', () => {
    const view = {
      ...{ invitationId: id(1), version: 2, mark: 'm', meeting: { ...facts, alias: null }, department: 'Familie' },
      ...{ until: '2026-12-04', state: 'open' as const },
    };
    const card = absenceWordCard(view, 'da').card;
    const choices = byId(card, 'what')?.choices;
    expect(Array.isArray(choices) && choices.map((choice) => (isObject(choice) ? choice.value : ''))).toEqual([
      ...['was-there', 'colleague-came', 'told-somebody'],
    ]);
    expect(inputs(card)).toHaveLength(1);
    expect(texts(card)).not.toMatch(/syg|fravær/i);
    expect(verbsOf(absenceWordCard({ ...view, state: 'past' }, 'da').card)).toEqual([]);
  });

  test('the manager hears of the department, never of a person or the citizen', () => {
    const drawn = notRepresentedCard({ mark: 'm', meeting: facts, department: 'Familie', corrected: false }, 'da');
    expect(JSON.stringify(drawn)).not.toMatch(/A\.K\.|Mødelokale|Anna/);
  });
});
