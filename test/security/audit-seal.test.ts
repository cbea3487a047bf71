import { Client } from 'pg';
import { BEGINNING, firstIdAt, hashOfBlock } from '../../bot/audit/chain';
import { sealAudit } from '../../bot/audit/seal-audit';
import { type AuditFault, verifyAudit } from '../../bot/audit/verify-audit';
import { whoLooked } from '../../bot/audit/who-looked';
import type { House } from '../../bot/db/unit';
import { REF } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

describe('the audit log shows tampering', () => {
  let town: Town;
  /** The house some time later, when nothing that was begun is still being written. */
  let later: House;
  let admin: Client;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    for (const name of ['Carla', 'Bo', 'Mette']) await town.says(name, `forløb ${REF}`);
    later = { ...town.house, clocks: { ...town.house.clocks, wall: () => new Date(Date.now() + 10 * 60_000) } };
    admin = new Client({ connectionString: town.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await town.close();
  });
  const faults = async (): Promise<readonly AuditFault[]> => (await verifyAudit(later, TENANT)).faults;
  const rows = () =>
    town.inside(({ tx, tenantId }) => tx.auditRow.findMany({ where: { tenantId }, orderBy: { id: 'asc' } }));

  test('what is still being written is not sealed; later it is, once', async () => {
    // The town was filled some minutes ago; an hour ago all of it was still to come.
    const before = { ...town.house, clocks: { ...town.house.clocks, wall: () => new Date(Date.now() - 3_600_000) } };
    expect(await sealAudit(before, TENANT)).toBe(0);
    expect(await verifyAudit(town.house, TENANT)).toMatchObject({ blocks: 0, unsealed: (await rows()).length });
    await Promise.all([sealAudit(later, TENANT), sealAudit(later, TENANT)]);
    const verified = await verifyAudit(later, TENANT);
    expect(verified).toMatchObject({ blocks: 1, rows: (await rows()).length, unsealed: 0, faults: [] });
    expect(verified.head).not.toBe(BEGINNING);
  });

  test('what is written afterwards is chained to it', async () => {
    const { head } = await verifyAudit(later, TENANT);
    await town.says('Carla', `forløb ${REF}`);
    await sealAudit(later, TENANT);
    const seals = await town.inside(({ tx, tenantId }) =>
      tx.auditSeal.findMany({ where: { tenantId }, orderBy: { n: 'asc' } }),
    );
    expect(seals.map((one) => [one.n, one.prevHash])).toEqual([
      [1, BEGINNING],
      [2, head],
    ]);
    expect(await faults()).toEqual([]);
  });

  test.each([
    [
      'a changed act',
      "update audit_row set act = 'x' where id = $1",
      'update audit_row set act = $2 where id = $1',
      1,
      'changed',
    ],
    [
      'somebody else as the actor',
      'update audit_row set actor_id = null where id = $1',
      'update audit_row set actor_id = $3 where id = $1',
      1,
      'changed',
    ],
  ] as const)('%s is found', async (_what, tamper, restore, n, is) => {
    const row = (await rows()).find((one) => one.actorId !== null);
    if (!row) throw new Error('There is no row');
    await admin.query(tamper, [row.id]);
    expect(await faults()).toEqual([{ n, is }]);
    const values = restore.includes('$2') ? [row.id, row.act] : [row.id, row.actorId];
    await admin.query(restore.replace('$3', '$2'), values);
    expect(await faults()).toEqual([]);
  });

  test('a row that is taken out, or put in between, is found', async () => {
    const all = await rows();
    const [first] = all;
    if (!first) throw new Error('There is no row');
    await admin.query('create table kept as select * from audit_row where id = $1', [first.id]);
    await admin.query('delete from audit_row where id = $1', [first.id]);
    expect(await faults()).toEqual([{ n: 1, is: 'rows' }]);
    await admin.query('insert into audit_row select * from kept');
    expect(await faults()).toEqual([]);
    await admin.query('update kept set id = $1', [firstIdAt(new Date(0))]);
    await admin.query('insert into audit_row select * from kept');
    expect(await faults()).toEqual([{ n: 1, is: 'rows' }]);
    await admin.query('delete from audit_row where id = $1', [firstIdAt(new Date(0))]);
    expect(await faults()).toEqual([]);
  });

  test('a block that is taken out of the chain, or made anew over changed rows, is found', async () => {
    await admin.query('create table kept_seal as select * from audit_seal where n = 1');
    await admin.query('delete from audit_seal where n = 1');
    expect(await faults()).toContainEqual({ n: 2, is: 'chain' });
    await admin.query("update kept_seal set hash = repeat('a', 64)");
    await admin.query('insert into audit_seal select * from kept_seal');
    expect(await faults()).toEqual([
      { n: 1, is: 'changed' },
      { n: 2, is: 'chain' },
    ]);
  });

  test('the application cannot change a seal or a row', async () => {
    for (const table of ['audit_seal', 'audit_row'])
      await expect(town.inside(({ tx }) => tx.$executeRawUnsafe(`update ${table} set at = at`))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('says who has looked at a pathway, as the citizen may ask for it', async () => {
    const looked = await town.inside((unit) => whoLooked(unit, REF.toLowerCase()));
    expect(looked?.map((one) => [one.name, one.act])).toEqual(
      ['Carla Holm', 'Bo Lindgren', 'Mette Rosen', 'Carla Holm'].map((name) => [name, 'pathway.see']),
    );
    expect(await town.inside((unit) => whoLooked(unit, 'BF-0000-0000'))).toBeUndefined();
  });

  test('twin: a hash that leaves the actor out would not find another actor', () => {
    const row = {
      id: 'a',
      at: new Date(0),
      actorId: 'b',
      act: 'c',
      matterKind: 'd',
      matterId: null,
      pathwayId: null,
      codes: [],
    };
    expect(hashOfBlock(BEGINNING, 1, [row])).not.toBe(hashOfBlock(BEGINNING, 1, [{ ...row, actorId: 'x' }]));
    expect(hashOfBlock(BEGINNING, 1, [row])).not.toBe(hashOfBlock(BEGINNING, 2, [row]));
  });
});
