import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../support/database';
import { expectRefusal, forReal, onItsDatabase, READY, starts } from './starting';
import { connected } from './tables';

let database: TestDatabase;
const scratch = `scratch_${randomUUID().slice(0, 8)}`;
const asAdmin = (sql: string) => connected(database.adminUrl, (client) => client.query(sql));
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await asAdmin(`drop role if exists ${scratch}`);
  await database.drop();
});

/** The address of a login that has these attributes. */
async function login(attributes: string): Promise<string> {
  await asAdmin(`drop role if exists ${scratch}; create role ${scratch} login password 'scratch' ${attributes}`);
  const url = new URL(database.appUrl);
  url.username = scratch;
  url.password = 'scratch';
  return url.href;
}

describe('a start for real looks at the login that its connection really has, and refuses', () => {
  const doThis = /Use a plain login that owns nothing: create role /;

  test("the superuser's", async () => {
    const ended = await starts({ ...forReal(database), DATABASE_URL: database.adminUrl });
    expectRefusal(ended, /the login postgres gets past the row rules.*: postgres \(superuser\)\. /, doThis);
  });

  test('the one that owns the tables', async () => {
    const env = { ...forReal(database), DATABASE_URL: database.ownerUrl, DATABASE_OWNER_URL: database.adminUrl };
    expectRefusal(await starts(env), /the login rod_traad_owner gets past.*owner of \d\d tables\. /, doThis);
  });

  test.each([
    { what: 'one that bypasses the row rules', attributes: 'bypassrls', says: /: scratch_\w+ \(BYPASSRLS\)\. / },
    { what: 'one that may make roles', attributes: 'createrole', says: /: scratch_\w+ \(CREATEROLE\)\. / },
    { what: 'one that may copy the whole server', attributes: 'replication', says: /: scratch_\w+ \(REPLICATION\)\. / },
    {
      what: 'one that may take on the owner of the tables',
      attributes: 'noinherit in role rod_traad_owner',
      says: /: rod_traad_owner \(CREATEROLE\), owner of \d\d tables\. /,
    },
    {
      what: "one that may run the server's programs",
      attributes: 'in role pg_execute_server_program',
      says: /: pg_execute_server_program \(files and programs of the server\)\. /,
    },
  ])('$what', async ({ attributes, says }) => {
    expectRefusal(await starts({ ...forReal(database), DATABASE_URL: await login(attributes) }), says, doThis);
  });

  test('one whose sessions do not run in UTC, since points in time would be read wrongly', async () => {
    const url = await login('');
    await asAdmin(`alter role ${scratch} set timezone to 'Europe/Copenhagen'`);
    expectRefusal(
      await starts({ ...forReal(database), DATABASE_URL: url }),
      /sessions of scratch_\w+ run in the time zone Europe\/Copenhagen, and have to run in UTC/,
      /alter role scratch_\w+ set timezone to 'UTC'/,
    );
    await asAdmin(`alter role ${scratch} set timezone to 'UTC'`);
    expect((await starts({ ...forReal(database), DATABASE_URL: url })).out).toContain(READY);
  });
});

describe('the time zone of the machine', () => {
  test.each(['Atlantic/Reykjavik', 'Nowhere/Land'])('%s is not UTC, though it shows the same hour', async (zone) => {
    expectRefusal(await starts({ ...forReal(database), TZ: zone }), new RegExp(`runs in the time zone ${zone},`));
  });

  test('is nothing to development mode', async () => {
    const { out, err } = await starts({ ...onItsDatabase(database), TZ: 'Asia/Kolkata' });
    expect([err, out]).toEqual(['', expect.stringContaining(READY)]);
  });
});
