import { type LetterContent, letterContent } from '../../bot/documents/letter-content';
import { letterDocument } from '../../bot/documents/letter-document';
import { printable } from '../../bot/documents/printable';
import { type RecordContent, recordContent } from '../../bot/documents/record-content';
import { recordDocument } from '../../bot/documents/record-document';
import { words } from '../../content/words/words';
import { readPdf } from '../support/read-pdf';

const LOCALES = ['da', 'en'] as const;

const record: RecordContent = recordContent.parse({
  municipality: 'Tråby Kommune',
  ref: 'BF-2026-0142',
  alias: 'A.K.',
  number: 3,
  kind: 'kick-off',
  model: { da: 'Kickoffmodellen', en: 'The kick-off model' },
  at: '2026-12-02T13:00',
  duration: 90,
  online: false,
  place: 'Mødelokale 3',
  lead: { name: 'Carla Holm', department: 'Voksen' },
  citizen: {
    takesPart: true,
    there: 'there',
    askedOn: null,
    how: '',
    words: 'Jeg vil gerne arbejde med dyr.\n\nI skal snakke sammen.',
    guests: 'sin mor',
  },
  present: [
    { name: 'Carla Holm', department: 'Voksen', role: 'leader' },
    { name: 'Bo Lindgren', department: 'Jobcenter', role: null },
  ],
  externals: [{ name: 'Lise Koch', role: 'læge' }],
  departments: ['Voksen', 'Jobcenter'],
  agenda: [
    { title: { da: 'Velkommen', en: 'Welcome' }, duration: 10, note: '' },
    { title: { da: 'A.K. fortæller', en: 'A.K. tells' }, duration: 60, note: 'Glad for praktikken.' },
  ],
  columns: [
    { title: { da: 'Det virker', en: 'What works' }, text: 'Praktikken' },
    { title: { da: 'Det bekymrer', en: 'Worries' }, text: ' ' },
  ],
  agreements: [
    { owner: 'A.K.', ownerKind: 'citizen', text: 'Ringer til dyrlægen.', dueOn: '2026-12-09' },
    { owner: 'Carla Holm', ownerKind: 'lead', text: 'Spørger til transport.', dueOn: '2027-01-08' },
  ],
  next: { kind: 'mini-kick', at: '2027-03-03T13:00' },
  noNextBecause: '',
  closed: { by: 'Carla Holm', at: '2026-12-02T14:35' },
  version: 1,
  replaces: null,
});

const letter: LetterContent = letterContent.parse({
  municipality: 'Tråby Kommune',
  ref: 'BF-2026-0142',
  writtenOn: '2026-11-22',
  salutation: null,
  opening: { da: 'Du har med flere dele af kommunen at gøre.', en: 'You are in touch with several of us.' },
  takesPart: true,
  voluntary: true,
  kind: 'kick-off',
  at: '2026-12-02T13:00',
  duration: 90,
  where: { kind: 'place', place: 'Mødelokale 3, Rådhuset' },
  comes: [
    { name: 'Carla Holm', department: 'Voksen', departmentKind: 'social', isLead: true, why: '' },
    { name: 'Bo Lindgren', department: 'Jobcenter', departmentKind: 'employment', isLead: false, why: '' },
    { name: 'Mette Rosendal', department: 'Familie', departmentKind: 'family', isLead: false, why: '' },
    {
      name: 'Erik Sandvad',
      department: 'Skole',
      departmentKind: 'school',
      isLead: false,
      why: 'kender uddannelsen som dyrepasser.',
    },
  ],
  externals: [{ name: 'Lise Koch', role: 'din læge' }],
  guests: 'din mor',
  lead: { name: 'Carla Holm', department: 'Voksen', email: 'carla.holm@traaby.example' },
  contact: { da: 'Skriv til Digital Service.', en: 'Write to Digital Service.' },
});

const readRecord = async (changed: Partial<RecordContent> = {}, locale: 'da' | 'en' = 'da') =>
  readPdf(await recordDocument({ ...record, ...changed }, locale));
const readLetter = async (changed: Partial<LetterContent> = {}, locale: 'da' | 'en' = 'da') =>
  readPdf(await letterDocument({ ...letter, ...changed }, locale));

describe.each([
  { name: 'the record', draw: (locale: 'da' | 'en') => recordDocument(record, locale) },
  { name: 'the letter', draw: (locale: 'da' | 'en') => letterDocument(letter, locale) },
])('$name', ({ draw }) => {
  test('is the same to the last byte whenever it is drawn from the same content', async () => {
    const [one, other] = [await draw('da'), await draw('da')];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(Buffer.from(one).equals(Buffer.from(await draw('en')))).toBe(false);
  });

  test.each(LOCALES)('can be followed by a screen reader, with its fonts in it (%s)', async (locale) => {
    const read = readPdf(await draw(locale));
    expect(read).toMatchObject({
      tagged: true,
      declaresAccessible: true,
      language: locale === 'da' ? 'da-DK' : 'en-GB',
    });
    expect(read.title).toContain('BF-2026-0142');
    expect(read.fonts.length).toBeGreaterThan(0);
    expect(read.fonts.filter((font) => !font.embedded || !font.name.includes('NotoSans'))).toEqual([]);
    const levels = read.blocks.flatMap(({ tag }) => (/^H\d$/.test(tag) ? [Number(tag.slice(1))] : []));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    // No level is skipped on the way down.
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    for (let page = 1; page <= read.pages; page += 1)
      expect(read.blocks).toContainEqual({
        tag: 'Artifact',
        page,
        text: expect.stringContaining(words(locale).documents.page(page, read.pages)),
      });
  });
});

describe('the record', () => {
  test('says in order: the citizen, who was there, what was said and agreed, the next date', async () => {
    const { text } = await readRecord();
    expect(text.split('\n')).toEqual([
      'Tråby Kommune',
      'BF-2026-0142 · møde 3',
      'Referat af kickoffmødet',
      'Borger',
      'A.K.',
      'Tid',
      'Onsdag den 2. december 2026 kl.\u00a013, 1½ time',
      'Sted',
      'Mødelokale 3',
      'Tovholder',
      'Carla Holm, Voksen',
      'Model',
      'Kickoffmodellen',
      'A.K.',
      'A.K. var med.',
      'A.K. havde selv inviteret: sin mor',
      'Med A.K.s egne ord',
      'Jeg vil gerne arbejde med dyr.',
      'I skal snakke sammen.',
      'Til stede',
      '•',
      'Carla Holm, Voksen, mødeleder',
      '•',
      'Bo Lindgren, Jobcenter',
      '•',
      'Lise Koch, læge',
      'Repræsenteret med mandat: Voksen, Jobcenter.',
      'Det talte vi om',
      '•',
      'Velkommen · 10 minutter',
      '•',
      'A.K. fortæller · 1 time',
      'Glad for praktikken.',
      'Det skrev vi op',
      'Det virker',
      'Praktikken',
      'Det aftalte vi',
      '•',
      'A.K. · senest onsdag den 9. december',
      'Ringer til dyrlægen.',
      '•',
      'Carla Holm (tovholder) · senest fredag den 8. januar 2027',
      'Spørger til transport.',
      'Næste gang',
      'Minikickmøde onsdag den 3. marts 2027 kl.\u00a013.',
      'Afsluttet af Carla Holm onsdag den 2. december 2026 kl.\u00a014.35. Version 1.',
    ]);
  });

  test.each<{ what: string; changed: Partial<RecordContent>; says: string[]; never: string[] }>([
    {
      what: 'the citizen asked us to go on',
      changed: {
        citizen: { ...record.citizen, there: 'asked-us', askedOn: '2026-12-01', how: 'I telefonen.', guests: '' },
      },
      says: ['A.K. bad os tirsdag den 1. december om at holde mødet uden at være med selv.', 'I telefonen.'],
      never: ['A.K. var med.', 'havde selv inviteret'],
    },
    {
      what: 'a meeting of the professionals',
      changed: { citizen: { ...record.citizen, takesPart: false, there: null, guests: '' } },
      says: ['I denne model mødes fagfolkene uden A.K.', 'A.K.s syn på det inden mødet'],
      never: ['A.K. var med.', 'egne ord'],
    },
    {
      what: 'online, and nobody has said where',
      changed: { online: true, place: null },
      says: ['Online'],
      never: ['Mødelokale'],
    },
    {
      what: 'no next date',
      changed: { next: null, noNextBecause: 'A.K. er i job.' },
      says: ['Næste gang', 'Vi har ikke aftalt et nyt møde.', 'A.K. er i job.'],
      never: ['Minikickmøde'],
    },
    {
      what: 'a correction',
      changed: { version: 2, replaces: 1 },
      says: ['Rettet udgave. Version 2 retter og erstatter version 1.', '14.35. Version 2.'],
      never: [],
    },
    {
      what: 'a kind that only this municipality has',
      changed: { kind: 'own-kind', next: { kind: 'own-kind', at: '2027-03-03T13:00' } },
      says: ['Referat af mødet', 'Møde onsdag den 3. marts 2027 kl.\u00a013.'],
      never: ['own-kind'],
    },
    {
      what: 'nothing was written',
      changed: {
        lead: null,
        citizen: { ...record.citizen, words: ' ', guests: '' },
        present: [],
        externals: [],
        departments: [],
        agenda: [],
        columns: [],
        agreements: [],
        next: null,
      },
      says: ['A.K. var med.'],
      never: [
        'Tovholder',
        'egne ord',
        'Til stede',
        'Repræsenteret',
        'talte vi',
        'skrev vi',
        'aftalte vi',
        'Næste gang',
      ],
    },
  ])('leaves out what is not there, and says what is: $what', async ({ changed, says, never }) => {
    const { text } = await readRecord(changed);
    for (const one of says) expect(text).toContain(one);
    for (const one of never) expect(text).not.toContain(one);
  });

  test('flows over pages, loses nothing on the way, and keeps each heading with what follows', async () => {
    const note = Array.from(
      { length: 120 },
      (_, n) => `Sætning nummer ${n + 1} om hverdagen, vejen og det, der hjælper.`,
    );
    const { pages, text, blocks } = await readRecord({
      citizen: { ...record.citizen, words: note.join('\n') },
      agenda: Array.from({ length: 3 }, (_, n) => ({
        title: { da: `Punkt ${n + 1}`, en: `Item ${n + 1}` },
        duration: 10,
        note: note.join(' '),
      })),
      columns: Array.from({ length: 2 }, (_, n) => ({ title: { da: `Spalte ${n}`, en: '' }, text: note.join('\n') })),
    });
    expect(pages).toBeGreaterThan(6);
    const whole = text.replaceAll('\n', ' ').replaceAll(/ +/g, ' ');
    expect(whole.split(note.join(' '))).toHaveLength(1 + 1 + 3 + 2);
    const last = blocks.filter(
      (block, at) =>
        /^H\d$/.test(block.tag) && block.page !== blocks.slice(at + 1).find((b) => b.tag !== 'Artifact')?.page,
    );
    expect(last).toEqual([]);
  });

  test('is refused as content when a day is none or a field is unknown', () => {
    expect(recordContent.safeParse({ ...record, at: '2026-02-30T10:00' }).success).toBe(false);
    expect(recordContent.safeParse({ ...record, absent: ['Bo'] }).success).toBe(false);
    expect(recordContent.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });
});

describe('the letter', () => {
  test.each(LOCALES)('fits one page when five people come, and says all that it should (%s)', async (locale) => {
    const { pages, text } = await readLetter({}, locale);
    const said = words(locale).documents.letter;
    expect(pages).toBe(1);
    for (const one of [
      said.title.invited,
      letter.opening[locale],
      said.place('Mødelokale 3, Rådhuset'),
      `Carla Holm, Voksen, ${said.lead('Carla')}`,
      `Bo Lindgren, Jobcenter, ${said.why('employment')}`,
      'Erik Sandvad, Skole, kender uddannelsen som dyrepasser.',
      'Lise Koch, din læge.',
      said.companionText,
      said.guests('din mor'),
      said.voluntaryText('Carla'),
      said.saidText,
      said.consent,
      said.ask('Carla Holm', 'carla.holm@traaby.example'),
      letter.contact[locale],
    ])
      expect(text).toContain(one);
  });

  test.each<{ what: string; changed: Partial<LetterContent>; says: string[]; never: string[] }>([
    {
      what: 'a name to write by hand',
      changed: {},
      says: ['Kære\n'],
      never: ['A.K.'],
    },
    { what: 'the alias, where the lead wants it', changed: { salutation: 'A.K.' }, says: ['Kære A.K.'], never: [] },
    {
      what: 'at home, without an address',
      changed: { where: { kind: 'home' } },
      says: ['Vi mødes hjemme hos dig.'],
      never: ['Mødelokale'],
    },
    {
      what: 'online',
      changed: { where: { kind: 'online' } },
      says: ['Mødet er online. Carla fortæller dig, hvordan du kommer på.'],
      never: [],
    },
    {
      what: 'a model that is not voluntary, and no guests',
      changed: { voluntary: false, guests: '' },
      says: ['Du har ret til at have en bisidder med'],
      never: ['Du kan sige nej', 'Du har fortalt os'],
    },
    {
      what: 'a meeting without the citizen',
      changed: { takesPart: false },
      says: [
        'Vi holder et møde om din vej videre',
        'Du skal ikke selv være med.',
        'bisidder med, når du taler med Carla',
      ],
      never: ['inviterer', 'Mødelokale', 'Du må gerne tage nogen med', 'Passer det ikke'],
    },
  ])('speaks to the citizen as it is: $what', async ({ changed, says, never }) => {
    const { text } = await readLetter(changed);
    for (const one of says) expect(text).toContain(one);
    for (const one of never) expect(text).not.toContain(one);
  });

  test('each kind of department has a reason that stands after a name', () => {
    for (const locale of LOCALES)
      for (const kind of ['employment', 'social', 'family', 'school', 'health', 'leadership', 'other'])
        expect(words(locale).documents.letter.why(kind)).toMatch(/^[a-zæøå].*\.$/);
  });
});

describe('what people type', () => {
  test('names of all of Europe stand in the document as they are written', async () => {
    const names =
      'Łucja Şahin Đorđević Åström Ørsted Jānis Ķēniņš Žužana Čapek Šimůnek Ştefan Țuțu Gėdiminas Ħamrun Þór Ægir Ýmir Ñuñez ' +
      'Ğül İlker ıı Őry Űr Łódź Ǩiurrâl Ŧŧ Ŋŋ ŵ ŷ ẞ ß Œuvre Ĺ Ŕ ĳ Ελένη Παπαδόπουλος Олена Їжакевич Ґалаґан Иванов Nguyễn';
    const { text } = await readRecord({ present: [{ name: names, department: 'Jobcenter', role: null }] });
    expect(text).toContain(`${names}, Jobcenter`);
  });

  test.each([
    {
      what: 'letters with loose accents are composed',
      typed: 'Ørsted A\u030As'.normalize('NFD'),
      printed: 'Ørsted Ås',
    },
    { what: 'line breaks of every kind are one', typed: 'a\r\nb\rc\u2028d', printed: 'a\nb\nc\nd' },
    { what: 'arrows are written with what there is', typed: 'bus → job', printed: 'bus -> job' },
    { what: 'an emoji is one mark', typed: 'godt 👩‍👧‍👦 gået 😀', printed: 'godt \ufffd gået \ufffd' },
    { what: 'nothing invisible stays', typed: 'a\u200bb\u0000c\u202ed\ufefff', printed: 'abcdf' },
    { what: 'quotation marks, dashes and fractions stay', typed: '»Ja« – “nej” ½ € …', printed: '»Ja« – “nej” ½ € …' },
  ])('$what', ({ typed, printed }) => {
    expect(printable(typed)).toBe(printed);
  });

  test('what looks like XML does not break the properties of the document', async () => {
    const bytes = await recordDocument({ ...record, municipality: 'Tråby & <Omegn>' }, 'da');
    const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '';
    expect(xml).toContain('Tråby');
    expect(xml).not.toMatch(/&|<Omegn/);
    expect(readPdf(bytes).text).toContain('Tråby & <Omegn>');
  });
});
