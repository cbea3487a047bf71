import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COLUMNS, type FileName } from '../../bot/people/import/columns';
import { describeFaults } from '../../bot/people/import/describe';
import { importFolder } from '../../bot/people/import/import-folder';
import { sayings } from '../../bot/people/import/sayings';
import { holdsCpr } from '../../bot/privacy/cpr';
import { asDay } from '../../bot/time/day';
import { words } from '../../content/words/words';
import type { ConnectorEntry } from '../../stage/connector';
import { callMeeting } from '../support/meeting-steps';
import { openTown, TENANT, type Town, textOf } from '../support/town';
import { openSecretTown, playStory, SECRET_TEXTS, STORY } from './full-story';
import { inGroups, type OneMeeting, openOneMeeting, overTheWire, PRESSES } from './one-meeting';
import { registered } from './registered';
import { dump, whereInDatabase } from './tables';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

const SEED = 20_260_312;
/** Numbers between 0 and 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = seeded(SEED);
const below = (n: number): number => Math.floor(random() * n);
const digits = (n: number): string => Array.from({ length: n }, () => below(10)).join('');
const two = (n: number): string => String(n).padStart(2, '0');
const pick = <T>(items: readonly T[]): T => {
  const found = items[below(items.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
};

/** The check digit holds, as it did for every number until October 2007. */
const checks = (ten: string): boolean =>
  [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, at) => sum + weight * Number(ten[at]), 0) % 11 === 0;

type Form = { readonly name: string; readonly write: (date: string, serial: string) => string };
const FORMS: readonly Form[] = [
  { name: 'hyphen', write: (date, serial) => `${date}-${serial}` },
  { name: 'space', write: (date, serial) => `${date} ${serial}` },
  { name: 'nothing', write: (date, serial) => `${date}${serial}` },
  { name: 'dot', write: (date, serial) => `${date}.${serial}` },
  { name: 'dots in the date', write: (date, serial) => `${date.replace(/(..)(..)(..)/, '$1.$2.$3')}-${serial}` },
  { name: 'full-width', write: (date, serial) => wide(`${date}-${serial}`) },
  { name: 'broken over two lines', write: (date, serial) => `${date}-\n${serial}` },
  { name: 'broken inside the date', write: (date, serial) => `${date.slice(0, 4)}\n${date.slice(4)}${serial}` },
];
const wide = (text: string): string =>
  text.replace(/[\d-]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

type Number_ = { readonly ten: string; readonly typed: string; readonly form: string; readonly replacement: boolean };

/** Half with a check digit that holds; every fifth a replacement number, with sixty added to the day. */
const NUMBERS: readonly Number_[] = Array.from({ length: 300 }, (_, at) => {
  const replacement = at % 5 === 4;
  for (;;) {
    const date = `${two(1 + below(28) + (replacement ? 60 : 0))}${two(1 + below(12))}${two(below(100))}`;
    const serial = digits(4);
    if (checks(date + serial) !== (at % 2 === 0)) continue;
    const form = FORMS[at % FORMS.length] ?? { name: '', write: () => '' };
    return { ten: date + serial, typed: form.write(date, serial), form: form.name, replacement };
  }
});
const SENTENCES = [
  (cpr: string) => `Borgeren er ${cpr}, ring gerne`,
  (cpr: string) => cpr,
  (cpr: string) => `CPR:${cpr}`,
];
const written = ({ typed }: Number_): string => pick(SENTENCES)(typed);

/** A number as it could have been kept: as it was typed, and in the usual ways of writing it. */
const traces = NUMBERS.flatMap(({ ten, typed }) => [
  typed,
  ten,
  `${ten.slice(0, 6)}-${ten.slice(6)}`,
  `${ten.slice(0, 6)} ${ten.slice(6)}`,
]);
const tracesIn = (text: string): string[] => traces.filter((trace) => text.includes(trace));

/** Everything the house logs from now on, as the lines would stand in the log. */
function collectLog(town: Town): string[] {
  const lines: string[] = [];
  const keep = (level: string) => (fields: Readonly<Record<string, unknown>>, text: string) =>
    void lines.push(JSON.stringify({ level, ...fields, text }));
  // The parts of the house hold this very log.
  Object.assign(town.house.log, { info: keep('info'), warn: keep('warn'), error: keep('error') });
  return lines;
}

/** What the bot gave out: what it sent, and what it answered. */
const givenOut = (entries: readonly ConnectorEntry[]): string =>
  JSON.stringify(
    entries.filter(
      ({ kind }) => kind === 'accepted' || kind === 'updated' || kind === 'answered' || kind === 'refused',
    ),
  );

describe('a CPR number that somebody types', () => {
  let world: OneMeeting;
  let log: string[];
  beforeAll(async () => {
    world = await openOneMeeting();
    log = collectLog(world.town);
  });
  afterAll(() => world.town.close());

  /** Every input of every verb that takes text, and one that no card has. */
  const inputs = () =>
    [...registered().verbs].flatMap(([verb, { input }]) => {
      const shape =
        'shape' in input && typeof input.shape === 'object' && input.shape !== null ? Object.keys(input.shape) : [];
      const given = Object.keys(PRESSES[verb]?.input(world.ids) ?? {});
      return [...new Set([...shape, ...given, 'note'])].map((key) => ({ verb, key }));
    });

  test('is one of 300, in eight forms, with and without a check digit that holds', () => {
    expect(NUMBERS.filter(({ ten }) => checks(ten))).toHaveLength(150);
    expect(NUMBERS.filter(({ replacement }) => replacement)).toHaveLength(60);
    expect(new Set(NUMBERS.map(({ ten }) => ten)).size).toBe(300);
    expect(new Set(NUMBERS.map(({ form }) => form)).size).toBe(FORMS.length);
  });

  test('into the chat, is met with a friendly word', async () => {
    const { town } = world;
    const answers = new Map<string, number>();
    for (const some of inGroups(NUMBERS, 6)) {
      const people = ['Carla', 'Bo', 'Jonas', 'Helle', 'Henrik', 'Kasper'];
      await Promise.all(
        some.map(async (number, at) => {
          const said = await town.teams.say(town.person(people[at] ?? 'Carla').entraId, written(number));
          for (const one of said) answers.set(textOf(one), (answers.get(textOf(one)) ?? 0) + 1);
        }),
      );
    }
    expect([...answers]).toEqual([[words('da').turn.cpr, NUMBERS.length]]);
  }, 60_000);

  test('into any input of any card, is met with the same word', async () => {
    const { town, ids } = world;
    const all = inputs();
    expect(all.length).toBeGreaterThan(300);
    const strange: string[] = [];
    const trials = Array.from({ length: Math.max(all.length, NUMBERS.length) }, (_, at) => ({
      ...(all[at % all.length] ?? { verb: '', key: '' }),
      number: NUMBERS[at % NUMBERS.length],
    }));
    for (const some of inGroups(trials, 6)) {
      await Promise.all(
        some.map(async ({ verb, key, number }) => {
          if (!number) throw new Error('There are 300');
          const { may = ['Carla'], input = () => ({}) } = PRESSES[verb] ?? {};
          const answer = await overTheWire(town, may[0] ?? 'Carla', verb, { ...input(ids), [key]: written(number) });
          // What nobody can type in is emptied without a word, and the form stands again.
          const typed = !answer.includes('AdaptiveCard') || answer.includes(`"type":"Input.Text","id":"${key}"`);
          if (typed && !answer.includes(words('da').turn.cpr)) strange.push(`${verb}.${key}: ${answer.slice(0, 400)}`);
        }),
      );
    }
    expect(strange).toEqual([]);
  }, 60_000);

  test('as a name of an input, a verb, or a language, is kept by nobody either', async () => {
    const { town, ids } = world;
    const [one, another, third] = NUMBERS;
    if (!one || !another || !third) throw new Error('There are 300');
    await overTheWire(town, 'Jonas', 'invitation.come', { invitation: ids.invitation, version: 1, [one.ten]: 'x' });
    await overTheWire(town, 'Jonas', `invitation.${another.ten}`, {});
    await town.teams.say(town.person('Jonas').entraId, 'hjælp', { locale: `da-${third.ten}` });
    await town.teams.say(town.person('Jonas').entraId, `forløb ${one.typed}`);
  });

  test('stands nowhere: not in the database, not in the log, in no answer and on no card', async () => {
    const { town } = world;
    await town.settle();
    expect(await whereInDatabase(town.database.adminUrl, traces)).toEqual([]);
    expect(tracesIn(log.join('\n'))).toEqual([]);
    expect(tracesIn(givenOut(town.teams.log()))).toEqual([]);
    const chats = town.teams.people.flatMap(({ entraId }) =>
      town.teams.chat(entraId).filter(({ from }) => from === 'bot'),
    );
    expect(chats.length).toBeGreaterThan(NUMBERS.length);
    expect(tracesIn(JSON.stringify(chats))).toEqual([]);
  });

  test('and the search finds one that was kept', async () => {
    const { town } = world;
    const [kept] = NUMBERS;
    await town.inside(({ tx, tenantId, house, wallNow }) =>
      tx.inbound.create({ data: { tenantId, id: house.newId(), key: `text:${kept?.typed}`, at: wallNow } }),
    );
    expect(await whereInDatabase(town.database.adminUrl, traces)).toEqual(
      expect.arrayContaining([`public.inbound: ${kept?.typed}`]),
    );
  });
});

describe('a CPR number in a file of the import', () => {
  let town: Town;
  let folder: string;
  let places: { file: FileName; line: number; number: Number_ }[];
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-cpr-'));
    places = writeFiles(folder);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await town.close();
  });

  test('in any cell of any file, stops the whole import, is named by its place and never printed', async () => {
    const log = collectLog(town);
    const before = await dump(town.database.adminUrl);
    const { house } = town;
    const done = await importFolder({
      prisma: house.prisma,
      tenantId: TENANT,
      folder,
      name: 'Tråby Kommune',
      seal: (place, text) => house.sealer.seal({ tenantId: TENANT, ...place }, text),
      newId: house.newId,
      now: house.clocks.calendar(),
      today: asDay('2026-03-12'),
    });
    if (done.ok) throw new Error('The import was done');
    const cpr = sayings.cpr().what.da;
    const told = new Set(done.faults.filter(({ what }) => what.da === cpr).map(({ file, line }) => `${file}:${line}`));
    expect(places.filter(({ file, line }) => !told.has(`${file}:${line}`))).toEqual([]);
    expect(told.size).toBe(places.length);
    for (const locale of ['da', 'en'] as const) expect(tracesIn(describeFaults(done.faults, locale))).toEqual([]);
    expect(tracesIn(JSON.stringify(done))).toEqual([]);
    expect(tracesIn(log.join('\n'))).toEqual([]);
    expect(await dump(town.database.adminUrl)).toEqual(before);
  });
});

/** The test's municipality with a row for every number: each in another cell, all columns of all files in turn. */
function writeFiles(folder: string): { file: FileName; line: number; number: Number_ }[] {
  const from = path.resolve('test/support/municipality');
  const files = Object.keys(COLUMNS) as FileName[];
  const texts = new Map(
    files.map((file): [FileName, string] => {
      const own = ['absences.csv', 'closures.csv'].includes(file)
        ? `${COLUMNS[file].required.join(';')}\n`
        : readFileSync(path.join(from, file), 'utf8');
      return [file, own.endsWith('\n') ? own : `${own}\n`];
    }),
  );
  const cells = files.flatMap((file) => {
    const head = texts.get(file)?.split('\n')[0]?.split(';') ?? [];
    return head.map((_, column) => ({ file, column, columns: head.length }));
  });
  const places = NUMBERS.map((number, at) => {
    const cell = cells[at % cells.length];
    if (!cell) throw new Error('The files have no columns');
    const text = texts.get(cell.file) ?? '';
    const row = Array.from({ length: cell.columns }, (_, column) =>
      column === cell.column ? `"${written(number)}"` : 'x',
    );
    texts.set(cell.file, `${text}${row.join(';')}\n`);
    return { file: cell.file, line: text.split('\n').length, number };
  });
  for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
  return places;
}

type Mix = { readonly what: string; readonly allowed: number; readonly write: () => string };
const phone = (between: string) => () =>
  [pick(['20', '31', '42', '53', '61', '71', '86', '97']), digits(2), digits(2), digits(2)].join(between);
const date = () => [two(1 + below(28)), two(1 + below(12)), 1950 + below(90)] as const;
const time = (between: string) => `${two(below(24))}${between}${two(below(60))}`;

/** What caseworkers write that is no CPR number, 500 of each kind; how many in a hundred may be refused by mistake. */
const MIX: readonly Mix[] = [
  { what: 'telephone, in pairs', allowed: 0, write: () => `Ring ${phone(' ')()} efter kl. ${time('.')}` },
  { what: 'telephone, run together', allowed: 0, write: () => `Ring ${phone('')()}` },
  { what: 'telephone, with +45', allowed: 0, write: () => `+45 ${phone(pick([' ', '']))()}` },
  { what: 'two telephones', allowed: 0, write: () => `${phone(' ')()} eller ${phone(' ')()}` },
  {
    what: 'date and time',
    allowed: 0,
    write: () => `${date().join(pick(['-', '.', '/']))} kl. ${time(pick([':', '.']))}`,
  },
  { what: 'a period', allowed: 0, write: () => `${date().join('-')} - ${date().join('-')}` },
  { what: 'ISO instant', allowed: 0, write: () => `2026-${two(1 + below(12))}-${two(1 + below(28))}T${time(':')}:00Z` },
  { what: 'reference of a pathway', allowed: 0, write: () => `BF-${2020 + below(8)}-${digits(4)}` },
  {
    what: 'KLE case number',
    allowed: 0,
    write: () => `${digits(2)}.${digits(2)}.${digits(2)}-G01-${below(99)}-${20 + below(8)}`,
  },
  { what: 'case number by year', allowed: 0, write: () => `${20 + below(8)}/${digits(6)}, dok. ${digits(7)}` },
  { what: 'account, named', allowed: 0, write: () => `Reg. ${digits(4)} konto ${digits(10)}` },
  { what: 'IBAN', allowed: 0, write: () => `DK${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}` },
  { what: 'EAN', allowed: 0, write: () => `EAN 579800${digits(7)}` },
  { what: 'P-number, named', allowed: 0, write: () => `P-nr. 10${digits(8)}` },
  { what: 'CVR', allowed: 0, write: () => `CVR ${digits(8)}` },
  { what: 'sum of money', allowed: 0, write: () => `${below(99)}.${digits(3)}.${digits(3)},${digits(2)} kr.` },
  // Ten digits and not a word to them: one in thirteen or so begins with a possible date, and nobody can tell.
  { what: 'ten digits, unnamed', allowed: 12, write: () => `Se ${digits(10)}` },
];

describe('false alarms', () => {
  test('on what caseworkers write that is no CPR number are none, but for ten digits without a word to them', () => {
    const rows = MIX.map(({ what, allowed, write }) => {
      const texts = Array.from({ length: 500 }, write);
      const alarms = texts.filter(holdsCpr);
      return { what, allowed, alarms: alarms.length, percent: (100 * alarms.length) / texts.length, first: alarms[0] };
    });
    const sum = rows.reduce((all, { alarms }) => all + alarms, 0);
    console.info(
      [
        `False alarms of the CPR guard, 500 texts of each kind (seed ${SEED}):`,
        ...rows.map(({ what, percent }) => `  ${percent.toFixed(1).padStart(5)} %  ${what}`),
        `  ${((100 * sum) / (rows.length * 500)).toFixed(2).padStart(5)} %  of all ${rows.length * 500}`,
      ].join('\n'),
    );
    expect(rows.filter(({ percent, allowed }) => percent > allowed)).toEqual([]);
  });
});

describe("the log of a meeting's whole life, with everything going wrong that can", () => {
  test('holds no name, no e-mail, no alias and no text', async () => {
    const town = await openSecretTown({ mayLogFaults: true });
    const log = collectLog(town);
    const mette = town.person('Mette').entraId;
    town.teams.faults.add({ times: 1, fault: { kind: 'refuse', status: 429, retryAfter: 0 } });
    town.teams.faults.add({ times: 1, entraId: town.person('Bo').entraId, fault: { kind: 'reset-after' } });
    const message = 'Mette Rosen: Zirkonia';
    town.teams.faults.add({
      times: 1,
      entraId: mette,
      wish: 'update',
      fault: { kind: 'refuse', status: 400, code: 'BadSyntax', message },
    });
    await playStory(town, undefined, STORY);
    // Somebody who is blocked, a value that was tampered with, calls that are not Teams'.
    town.teams.block(town.person('Jonas').entraId);
    await callMeeting(town, { date: '2026-05-06' });
    await town.inside(({ tx, tenantId }) =>
      tx.pathway.updateMany({ where: { tenantId, ref: 'BF-2025-0142' }, data: { aliasSealed: new Uint8Array(40) } }),
    );
    await town.says('Carla', 'forløb BF-2025-0142');
    await town.teams.raw({
      ...town.teams.activity(mette, { type: 'message', text: 'Zirkonia' }),
      channelId: 'Mette Rosen',
    });
    await town.teams.raw({ type: 'Mette Rosen', text: 'Zirkonia' });
    await town.teams.raw('Mette Rosen mette@by.example');
    await town.settle();

    expect(log.join('\n')).toContain('a turn failed');
    expect(log.join('\n')).toContain('a call was turned away');
    expect(log.length).toBeGreaterThan(4);
    const whole = log.join('\n').toLocaleLowerCase('da');
    const people = town.teams.people.flatMap(({ name, email }) => [name, ...name.split(' '), email]);
    const found = [...people, ...SECRET_TEXTS].filter((text) =>
      new RegExp(`(?<![\\p{L}])${escaped(text.toLocaleLowerCase('da'))}(?![\\p{L}])`, 'u').test(whole),
    );
    expect(found).toEqual([]);
    await town.close();
  }, 90_000);
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
