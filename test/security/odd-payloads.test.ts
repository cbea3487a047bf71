import { legible } from '../../bot/conversation/legible';
import { findCpr } from '../../bot/privacy/cpr';
import { words } from '../../content/words/words';
import { cprNumbers, SPELLINGS, tracesOf } from '../support/cpr-numbers';
import type { Ids } from './cast';
import { inGroups, type OneMeeting, PRESSES } from './one-meeting';
import { inputsOf, openTried } from './payloads';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

describe('cards cannot be trusted: what the many payloads found', () => {
  let world: OneMeeting;
  beforeAll(async () => {
    ({ world } = await openTried());
  }, 240_000);
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

  describe('a CPR number', () => {
    const spellings = Object.entries(SPELLINGS);
    const numbers = cprNumbers(60, 20_260_312);

    test('in any input of any card is met by the guard: 60 numbers in every input, each in another spelling', () => {
      const missed = inputsOf(world.ids).flatMap(({ verb, key, data }, input) =>
        numbers.flatMap(({ date, serial }, at) => {
          const [form, write] = spellings[(at + input) % spellings.length] ?? ['', () => ''];
          const typed = `Hun er ${write(date, serial)}, ring`;
          return findCpr(legible({ ...data, [key]: typed })) === undefined ? [`${form} in ${verb}.${key}`] : [];
        }),
      );
      expect(missed).toEqual([]);
    });

    test('pressed in an input is kept by nobody and shown to nobody', async () => {
      const all = inputsOf(world.ids);
      expect(all.length).toBeGreaterThan(300);
      // A third of them; all of them in leaks.long.ts.
      const inputs = all.filter((_, at) => at % 3 === 0);
      const strange: string[] = [];
      await Promise.all(
        inGroups(inputs, Math.ceil(inputs.length / 6)).map(async (lane) => {
          for (const [at, { verb, key, data }] of lane.entries()) {
            const number = numbers[at % numbers.length];
            const [form, write] = spellings[at % spellings.length] ?? ['', () => ''];
            if (!number) throw new Error('There are 60');
            const typed = write(number.date, number.serial);
            const name = PRESSES[verb]?.may[0] ?? 'Carla';
            const { answer, changed } = await world.press(name, verb, { ...data, [key]: typed });
            const told = JSON.stringify([answer, changed]);
            const kept = changed.filter(({ table }) => !['inbound', 'conversation', 'audit_row'].includes(table));
            if (kept.length > 0 || tracesOf(number, typed).some((trace) => told.includes(trace)))
              strange.push(`${form} in ${verb}.${key}: ${told.slice(0, 300)}`);
            if (!answer.replace && !answer.post && answer.say !== words('da').turn.cpr)
              strange.push(`${verb}.${key}: ${answer.say}`);
          }
        }),
      );
      expect(strange).toEqual([]);
    }, 120_000);

    test('that was kept before the guard knew its spelling is shown to nobody, and sent to nobody', async () => {
      const { town, ids } = world;
      const renamed = (title: string) =>
        town.inside(({ tx, tenantId }) =>
          tx.person.updateMany({ where: { tenantId, name: { startsWith: 'Bo ' } }, data: { name: title } }),
        );
      const { name } = town.person('Bo');
      await renamed('Bo 010170-1234');
      const { answer } = await world.press('Carla', 'pathway.open', { pathway: ids.pathway });
      await renamed(name);
      expect(answer).toEqual({ say: words('da').turn.cprInside('Helle') });
      expect((town.faults as string[]).splice(0)).toEqual([expect.stringContaining('an answer held a CPR number')]);
    });
  });
});
