import { diceOf } from '../support/cpr-numbers';
import { TENANT } from '../support/town';
import { injected, markupIn } from './mutations';
import { type OneMeeting, PRESSES } from './one-meeting';
import { fitsNoVerb, openTried, tryPayloads } from './payloads';
import { connected, dump } from './tables';
import { turnOf } from './turn-of';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

const COUNT = 50_000;
const SEED = 20_261_201;

describe('cards cannot be trusted, at length', () => {
  let world: OneMeeting;
  let moved: (id: string) => string;
  beforeAll(async () => {
    ({ world, moved } = await openTried());
  }, 240_000);
  afterAll(() => world.town.close());

  test('fifty thousand mutated payloads change nothing without a right, and none is thrown', async () => {
    const before = await dump(world.town.database.adminUrl);
    const { faults, counts } = await tryPayloads(world, diceOf(SEED), COUNT, moved, fitsNoVerb);
    console.info(
      `${counts.tried} payloads, ${counts.pressed} pressed, ${counts.changed} changed something (seed ${SEED})`,
    );
    expect(faults).toEqual([]);
    expect(counts.tried).toBe(COUNT);
    expect(counts.changed).toBeGreaterThan(COUNT / 50);
    expect(await dump(world.town.database.adminUrl)).toEqual(before);
  }, 1_500_000);

  test('what somebody wrote is text on the card of everybody else: no markup, no template, nothing turned around', async () => {
    const { town, ids } = world;
    const dice = diceOf(SEED + 1);
    let taken = 0;
    for (let round = 0; round < 3; round += 1) {
      for (const [verb, { may, input }] of Object.entries(PRESSES)) {
        const { data } = injected(dice, { verb, data: input(ids) });
        const answer = await town.app.handler.handle(turnOf(town, dice.pick(may), { kind: 'press', verb, data }));
        if (answer.replace) taken += 1;
        expect([verb, ...markupIn([answer.replace?.card, answer.post?.map(({ card }) => card)])]).toEqual([verb]);
      }
    }
    expect(taken).toBeGreaterThan(100);
    const cards = await connected(town.database.adminUrl, async (client) => {
      const { rows } = await client.query<{ kind: string; matterId: string; personId: string }>(
        `select kind, matter_id as "matterId", person_id as "personId" from message where tenant_id = $1 and person_id is not null
         union select kind, matter_id, person_id from sent_card where tenant_id = $1`,
        [TENANT],
      );
      return rows;
    });
    let drawn = 0;
    for (const { kind, ...whose } of cards) {
      const renderer = town.app.registry.renderers.get(kind);
      const out = await town.inside(async (unit) => renderer?.(unit, { ...whose, locale: 'da' }));
      if (out === undefined || out === 'gone') continue;
      drawn += 1;
      expect([kind, ...markupIn([out.card, out.summary])]).toEqual([kind]);
    }
    expect(drawn).toBeGreaterThan(50);
    await town.settle();
  }, 600_000);
});
