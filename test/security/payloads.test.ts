import { diceOf } from '../support/cpr-numbers';
import { TENANT } from '../support/town';
import type { Ids } from './cast';
import { copyMunicipality } from './ledger';
import { type OneMeeting, openOneMeeting, PRESSES } from './one-meeting';
import { tryPayloads } from './payloads';
import { dump } from './tables';

const COUNT = Number(process.env.PAYLOADS ?? 1_000);

describe('cards cannot be trusted', () => {
  let world: OneMeeting;
  let moved: (id: string) => string;
  beforeAll(async () => {
    world = await openOneMeeting();
    moved = await copyMunicipality(world.town.database.adminUrl, TENANT);
    // A turn in another language than the last is remembered: every press of the test is Danish.
    await world.town.inside(({ tx, tenantId }) =>
      tx.person.updateMany({ where: { tenantId }, data: { locale: 'da' } }),
    );
    await world.keepLedger();
  }, 120_000);
  afterAll(() => world.town.close());

  const odd: readonly [string, string, string, (ids: Ids) => Record<string, unknown>][] = [
    [
      'a clarification of what nobody doubts',
      'Carla',
      'talk.clarify',
      ({ asking }) => ({ proposal: asking, version: 1, clarify: 'Mor er spurgt' }),
    ],
    [
      'an answer of the citizen to what they were not asked',
      'Carla',
      'citizen.yes',
      ({ talk }) => ({ proposal: talk, version: 1, words: 'Ja tak' }),
    ],
    [
      'what was taken from advice that nobody gave',
      'Carla',
      'advice.take',
      ({ asking }) => ({ proposal: asking, version: 1, taken: 'Vi ringer' }),
    ],
    [
      'a list of who is there that holds no ids',
      'Carla',
      'meeting.here',
      ({ running }) => ({ meeting: running, go: 'back', version: 1, shown: 'alle' }),
    ],
  ];
  test.each(odd)('%s changes nothing', async (_, name, verb, dataOf) => {
    const { answer, changed } = await world.press(name, verb, dataOf(world.ids));
    expect(answer.failed).toBeUndefined();
    expect(
      changed.map(({ table }) => table).filter((table) => !['inbound', 'conversation', 'audit_row'].includes(table)),
    ).toEqual([]);
  });

  test('signs that no card can hold, or that would turn it around, are taken out of what somebody wrote', async () => {
    const data = {
      ...PRESSES['question.answer']?.input(world.ids),
      answer: 'Ja\u0000 det\u202e kan\ud83d han\u001b[31m\u2067',
    };
    const { answer, audited } = await world.press('Thomas', 'question.answer', data);
    expect(JSON.stringify(answer)).toContain('Ja det kan han[31m');
    expect(audited.map(({ act }) => act)).toContain('question.answer');
  });

  test('a thousand mutated payloads change nothing without a right, and none is thrown', async () => {
    const before = await dump(world.town.database.adminUrl);
    const { faults, counts } = await tryPayloads(world, diceOf(Number(process.env.SEED ?? 41)), COUNT, moved);
    if (process.env.SHOW) console.log(counts, faults.length, faults.slice(0, 40).join('\n'));
    expect(faults).toEqual([]);
    expect(counts.tried).toBe(COUNT);
    expect(counts.changed).toBeGreaterThan(COUNT / 50);
    expect(await dump(world.town.database.adminUrl)).toEqual(before);
  }, 600_000);
});
