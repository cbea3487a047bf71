import { importFolder } from '../../bot/people/import/import-folder';
import { asDay } from '../../bot/time/day';
import type { Answer, Turn } from '../../bot/turn';
import { personIds, REF } from '../support/meeting-steps';
import { TENANT, type Town } from '../support/town';
import { type Ids, STAFF } from './cast';
import { notFound, type OneMeeting, openOneMeeting, PRESSES } from './one-meeting';
import { registered } from './registered';
import { connected, tableNames } from './tables';
import { turnOf } from './turn-of';
import { FILES } from './work-presses';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

const OTHER = 'e0000000-0000-4000-8000-00000000000e';
const MUNICIPALITY = 'test/support/municipality';

/**
 * Two municipalities on one database, with the same people and the same references. Somebody who may press something in the
 * one presses it with its ids as the same person of the other: to them nothing of it exists.
 */
describe('with the ids of another municipality', () => {
  let world: OneMeeting;
  let town: Town;
  let ids: Ids;
  beforeAll(async () => {
    world = await openOneMeeting();
    ({ town, ids } = world);
    const { house } = town;
    const done = await importFolder({
      prisma: house.prisma,
      tenantId: OTHER,
      folder: MUNICIPALITY,
      name: 'Nabokommunen',
      seal: (place, text) => house.sealer.seal({ tenantId: OTHER, ...place }, text),
      open: (place, sealed) => house.sealer.open({ tenantId: OTHER, ...place }, sealed),
      newId: house.newId,
      now: house.clocks.calendar(),
      today: asDay('2026-03-12'),
    });
    if (!done.ok) throw new Error('The other municipality could not be imported');
  }, 120_000);
  afterAll(() => town.close());

  const elsewhere = async (name: string, input: Turn['input']): Promise<Answer> =>
    town.app.handler.handle({ ...turnOf(town, name, input), tenantId: OTHER });
  /** Every row of the one municipality, as PostgreSQL writes it, and what the other has written of it. */
  const looked = () =>
    connected(town.database.adminUrl, async (client) => {
      const own: Record<string, string[]> = {};
      const named: string[] = [];
      const all = new Set(Object.values(ids));
      for (const table of await tableNames(client)) {
        const { rows } = await client.query<{ row: string; tenant: string }>(
          `select one::text as row, tenant_id::text as tenant from "${table}" one order by 1`,
        );
        own[table] = rows.filter(({ tenant }) => tenant === TENANT).map(({ row }) => row);
        for (const { row } of rows.filter(({ tenant }) => tenant === OTHER))
          if ((row.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []).some((id) => all.has(id)))
            named.push(`${table}: ${row}`);
      }
      return { own, named };
    });

  test('the two are there, with the same people and references, and different ids', async () => {
    const idOf = await personIds(town);
    const { rows } = await connected(town.database.adminUrl, (client) =>
      client.query<{ tenant: string; person: string; pathway: string }>(
        `select p.tenant_id::text as tenant, p.id::text as person, w.id::text as pathway from person p
         join pathway w on w.tenant_id = p.tenant_id and w.ref = $1 where p.entra_id = $2 order by 1`,
        [REF, town.person('Carla').entraId],
      ),
    );
    expect(rows.map(({ tenant }) => tenant)).toEqual([TENANT, OTHER].sort());
    expect(rows.find(({ tenant }) => tenant === TENANT)).toEqual({
      tenant: TENANT,
      person: idOf('Carla'),
      pathway: ids.pathway,
    });
    expect(new Set(rows.flatMap(({ person, pathway }) => [person, pathway])).size).toBe(4);
    // The same press in their own municipality opens it: what is refused below is refused for the municipality.
    const own = await town.app.handler.handle(
      turnOf(town, 'Carla', { kind: 'press', verb: 'pathway.open', data: { pathway: ids.pathway } }),
    );
    expect(JSON.stringify(own)).toContain('A.K.');
  });

  test('every verb and file that the house registers answers as if it did not exist, leaves no trace and changes nothing', async () => {
    const before = await looked();
    const { verbs, files } = registered();
    const found: string[] = [];
    let pressed = 0;
    for (const [kind, names] of [
      ['press', verbs.keys()],
      ['file', files.keys()],
    ] as const) {
      for (const verb of names) {
        const row = PRESSES[verb] ?? FILES[verb];
        if (!row) throw new Error(`${verb} has no row in PRESSES or FILES: say who may, and what it carries`);
        const data = row.input(ids);
        const holds = Object.values(ids).some((id) => JSON.stringify(data).includes(id));
        if (row.may === STAFF || !holds) continue;
        const [name = ''] = row.may;
        pressed += 1;
        const input = kind === 'press' ? { kind, verb, data } : { kind, verb, data, accepted: true };
        const answer = await elsewhere(name, input);
        if (JSON.stringify(answer) !== JSON.stringify({ say: notFound }))
          found.push(`${name} ${verb}: ${JSON.stringify(answer).slice(0, 200)}`);
      }
    }
    expect(found).toEqual([]);
    expect(pressed).toBeGreaterThan(120);
    const after = await looked();
    expect(after.named).toEqual([]);
    expect(after.own).toEqual(before.own);
  }, 180_000);
});
