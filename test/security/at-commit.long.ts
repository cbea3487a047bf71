import type { Client } from 'pg';
import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { STAFF } from './cast';
import { notFound, type OneMeeting, openOneMeeting, PRESSES, type Trial } from './one-meeting';
import { registered } from './registered';
import { connected } from './tables';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

/** Of a person in a row, what makes them something to a matter; who made or closed it once gives no right. */
const NO_RIGHT =
  /^(?:called|closed|noted|withdrawn|named|added|asked|made|said|recorded|answered|started)_by_id$|^by_id$|^from_id$/;
const NOT_OF_MATTERS = new Set([
  'person',
  'department',
  'person_role',
  'absence',
  'conversation',
  'message',
  'sent_card',
  'rung_walk',
  'snooze',
  'digest',
  'digest_line',
  'audit_row',
  'lead_period',
  'presence',
]);
const WAIT_MS = 10_000;
const UNIQUE = '23505';

/**
 * A right that is lost while a press is under way, after it was read and before it was committed. Every verb that changes
 * something is pressed by somebody who may, while another transaction that takes all of their rights has its locks and is
 * not committed yet. Whatever waited for that transaction must come out as if it had been pressed after it.
 */
describe('a right that is lost between press and commit', () => {
  let world: OneMeeting;
  let town: Town;
  let places: { table: string; column: string }[];
  beforeAll(async () => {
    world = await openOneMeeting();
    ({ town } = world);
    places = await connected(town.database.adminUrl, placesOfPeople);
  }, 120_000);
  afterAll(() => town.close());

  const rows = Object.entries(PRESSES).flatMap(([verb, row]) => (row.may === STAFF ? [] : [{ verb, ...row }]));
  const outcomes: { verb: string; waited: boolean; refused: boolean }[] = [];

  test.each(rows)(
    '$verb',
    async ({ verb, may, input }) => {
      if (!registered().verbs.get(verb)?.act) return;
      const name = may[0] ?? '';
      const idOf = await personIds(town);
      const press = (): Promise<Trial> => world.press(name, verb, input(world.ids));
      await connected(town.database.adminUrl, async (other) => {
        await other.query('begin');
        await lockAll(other, places);
        const moved = await takeRights(other, places, idOf(name), idOf('Gitte'));
        let ended = false;
        const under = press().finally(() => {
          ended = true;
        });
        under.catch(() => undefined);
        const waited = await isWaiting(town, () => ended);
        await other.query('commit');
        try {
          const [came, after] = [await under, await press()];
          outcomes.push({ verb, waited, refused: JSON.stringify(after.answer) === JSON.stringify({ say: notFound }) });
          if (waited) expect(came).toEqual(after);
        } finally {
          await giveBack(other, moved, idOf(name));
        }
      });
    },
    60_000,
  );

  test('somebody who leaves while their press waits may nothing any more', async () => {
    const { may, input } = PRESSES['invitation.come'] ?? {};
    const name = may?.[0] ?? '';
    const idOf = await personIds(town);
    const leaves = (on: string | null) =>
      connected(town.database.adminUrl, (client) =>
        client.query('update person set left_on = $1 where id = $2', [on, idOf(name)]),
      );
    const before = await world.press(name, 'invitation.come', input?.(world.ids) ?? {});
    await connected(town.database.adminUrl, async (other) => {
      await other.query('begin');
      await other.query('select 1 from meeting for no key update');
      let ended = false;
      const under = world.press(name, 'invitation.come', input?.(world.ids) ?? {}).finally(() => {
        ended = true;
      });
      expect(await isWaiting(town, () => ended)).toBe(true);
      await leaves('2026-03-11');
      await other.query('commit');
      const came = await under;
      const after = await world.press(name, 'invitation.come', input?.(world.ids) ?? {});
      await leaves(null);
      expect(came).toEqual(after);
      expect(came).not.toEqual(before);
      expect(came.audited).toEqual([]);
    });
  }, 60_000);

  test('most of them wait, and are refused', () => {
    const late = outcomes.filter(({ waited, refused }) => waited && refused);
    expect(late.length).toBeGreaterThan(outcomes.length / 2);
  });
});

/** Every column of a matter that makes somebody something to it. */
async function placesOfPeople(client: Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select distinct c.relname as "table", a.attname as "column" from pg_constraint f
     join pg_class c on c.oid = f.conrelid join unnest(f.conkey) k on true join pg_attribute a on a.attrelid = c.oid and a.attnum = k
     where f.contype = 'f' and f.confrelid = 'person'::regclass and a.attname <> 'tenant_id' order by 1, 2`,
  );
  return rows.filter(({ table, column }) => !NOT_OF_MATTERS.has(table) && !NO_RIGHT.test(column));
}

async function lockAll(client: Client, places: readonly { table: string }[]): Promise<void> {
  for (const table of new Set(['pathway', 'meeting', 'proposal', ...places.map((one) => one.table)]))
    await client.query(`select 1 from "${table}" for no key update`);
}

type Moved = { readonly table: string; readonly column: string; readonly ids: readonly string[] };

/** Somebody else is all that this person was. */
async function takeRights(
  client: Client,
  places: readonly { table: string; column: string }[],
  from: string,
  to: string,
): Promise<Moved[]> {
  const moved: Moved[] = [];
  for (const { table, column } of places) {
    await client.query('savepoint one');
    try {
      const { rows } = await client.query<{ id: string }>(
        `update "${table}" set "${column}" = $1 where "${column}" = $2 returning id`,
        [to, from],
      );
      moved.push({ table, column, ids: rows.map(({ id }) => id) });
      await client.query('release savepoint one');
    } catch (fault) {
      // Gitte is that already.
      if (!(fault instanceof Error && 'code' in fault && fault.code === UNIQUE)) throw fault;
      await client.query('rollback to savepoint one');
    }
  }
  return moved;
}

async function giveBack(client: Client, moved: readonly Moved[], to: string): Promise<void> {
  for (const { table, column, ids } of moved)
    await client.query(`update "${table}" set "${column}" = $1 where id = any($2)`, [to, ids]);
}

/** Whether what is under way waits for the other's locks; false once it has ended. */
async function isWaiting(town: Town, ended: () => boolean): Promise<boolean> {
  return connected(town.database.adminUrl, async (client) => {
    const until = Date.now() + WAIT_MS;
    while (!ended() && Date.now() < until) {
      const { rows } = await client.query<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if ((rows[0]?.n ?? 0) > 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return false;
  });
}
