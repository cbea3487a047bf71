import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { type CprNumber, checks, cprNumbers, diceOf, harmless, SPELLINGS, tracesOf } from '../support/cpr-numbers';
import { callMeeting } from '../support/meeting-steps';
import { readPdf } from '../support/read-pdf';
import { openTown, TENANT, type Town, textOf } from '../support/town';
import { openSecretTown, playStory, SECRET_TEXTS, STORY } from './full-story';
import { inGroups, type OneMeeting, openOneMeeting, overTheWire, PRESSES } from './one-meeting';
import { inputsOf } from './payloads';
import { dump, openedTexts, whereInDatabase } from './tables';
import { turnOf } from './turn-of';
import { FILES } from './work-presses';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

const SEED = 20_260_312;
const dice = diceOf(SEED);
const { pick } = dice;
const FORMS = Object.entries(SPELLINGS);

type Typed = CprNumber & { readonly ten: string; readonly typed: string; readonly form: string };
const NUMBERS: readonly Typed[] = cprNumbers(500, SEED).map((number, at) => {
  const [form, write] = FORMS[at % FORMS.length] ?? ['', () => ''];
  return { ...number, ten: number.date + number.serial, typed: write(number.date, number.serial), form };
});
const SENTENCES = [
  (cpr: string) => `Borgeren er ${cpr}, ring gerne`,
  (cpr: string) => cpr,
  (cpr: string) => `CPR:${cpr}`,
];
const written = ({ typed }: { readonly typed: string }): string => pick(SENTENCES)(typed);

const traces = NUMBERS.flatMap((number) => tracesOf(number, number.typed));
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

  const inputs = () => inputsOf(world.ids);

  test('is one of 500, in every spelling, with and without a check digit that holds', () => {
    expect(NUMBERS.filter(({ ten }) => checks(ten))).toHaveLength(250);
    expect(NUMBERS.filter(({ replacement }) => replacement)).toHaveLength(100);
    expect(new Set(NUMBERS.map(({ ten }) => ten)).size).toBe(500);
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
          if (!number) throw new Error('There are 500');
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

  test('into any input of any card, in any spelling, is met so before anything is read or written', async () => {
    const { town, ids } = world;
    const all = inputs();
    let at = 0;
    const passed: string[] = [];
    for (const [form, write] of FORMS) {
      for (const some of inGroups(all, 120)) {
        await Promise.all(
          inGroups(some, 20).map(async (lane) => {
            for (const { verb, key } of lane) {
              const number = NUMBERS[at++ % NUMBERS.length];
              if (!number) throw new Error('There are 500');
              const { may = ['Carla'], input = () => ({}) } = PRESSES[verb] ?? {};
              const typed = write(number.date, number.serial);
              const data = { ...input(ids), [key]: written({ typed }) };
              const answer = await town.app.handler.handle(
                turnOf(town, may[0] ?? 'Carla', { kind: 'press', verb, data }),
              );
              const said = JSON.stringify(answer);
              if (tracesOf(number, typed).some((trace) => said.includes(trace))) passed.push(`${form} ${verb}.${key}`);
            }
          }),
        );
      }
    }
    expect(passed).toEqual([]);
    expect(at).toBe(FORMS.length * all.length);
  }, 900_000);

  test('as a name of an input, a verb, or a language, is kept by nobody either', async () => {
    const { town, ids } = world;
    const [one, another, third] = NUMBERS;
    if (!one || !another || !third) throw new Error('There are 500');
    await overTheWire(town, 'Jonas', 'invitation.come', { invitation: ids.invitation, version: 1, [one.ten]: 'x' });
    await overTheWire(town, 'Jonas', `invitation.${another.ten}`, {});
    await town.teams.say(town.person('Jonas').entraId, 'hjælp', { locale: `da-${third.ten}` });
    await town.teams.say(town.person('Jonas').entraId, `forløb ${one.typed}`);
  });

  test('stands nowhere: not in the database, not in the log, in no answer and on no card', async () => {
    const { town } = world;
    await town.settle();
    expect(await whereInDatabase(town.database.adminUrl, traces)).toEqual([]);
    const opened = await openedTexts(town);
    expect(opened.length).toBeGreaterThan(50);
    expect(opened.filter(({ text }) => holdsCpr(text) || tracesIn(text).length > 0)).toEqual([]);
    expect(tracesIn(log.join('\n'))).toEqual([]);
    expect(tracesIn(givenOut(town.teams.log()))).toEqual([]);
    const chats = town.teams.people.flatMap(({ entraId }) =>
      town.teams.chat(entraId).filter(({ from }) => from === 'bot'),
    );
    expect(chats.length).toBeGreaterThan(NUMBERS.length);
    expect(tracesIn(JSON.stringify(chats))).toEqual([]);
  });

  test('stands in no document and in nothing that is on its way to the specialist system', async () => {
    const { town } = world;
    const made = await Promise.all(
      Object.entries(FILES).map(([verb, { may, input }]) => world.take(may[0] ?? '', verb, input(world.ids))),
    );
    const documents = made.flatMap(({ answer }) => (answer.file ? [answer.file] : []));
    expect(documents).toHaveLength(Object.keys(FILES).length);
    for (const { name, content } of documents) {
      const { text, title } = readPdf(content);
      expect(text.length).toBeGreaterThan(200);
      expect([name, title, ...text.split('\n')].filter((line) => holdsCpr(line ?? ''))).toEqual([]);
      expect(tracesIn(text)).toEqual([]);
    }
    const sent = readdirSync(town.journalFolder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    for (const one of sent) expect(tracesIn(readFileSync(path.join(one.parentPath, one.name), 'latin1'))).toEqual([]);
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
  let places: { file: FileName; line: number; number: Typed }[];
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
function writeFiles(folder: string): { file: FileName; line: number; number: Typed }[] {
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
      column === cell.column ? `"${written(number).replaceAll('"', '""')}"` : 'x',
    );
    texts.set(cell.file, `${text}${row.join(';')}\n`);
    return { file: cell.file, line: text.split('\n').length, number };
  });
  for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
  return places;
}

describe('false alarms', () => {
  test('on what caseworkers write that is no CPR number are none, but where nothing tells the two apart', () => {
    const rows = harmless(diceOf(SEED)).map(({ what, allowed, write }) => {
      const alarms = Array.from({ length: 10_000 }, write).filter(holdsCpr);
      return { what, allowed, alarms: alarms.length, first: alarms[0] };
    });
    console.info(
      [
        `False alarms of the CPR guard in 10,000 texts of each kind (seed ${SEED}):`,
        ...rows.map(({ what, alarms }) => `  ${String(alarms).padStart(6)}  ${what}`),
      ].join('\n'),
    );
    expect(rows.filter(({ alarms, allowed }) => alarms > allowed)).toEqual([]);
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
