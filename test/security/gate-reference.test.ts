import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { pump } from '../../bot/messages/pump';
import { createTeamsDoor, type TeamsDoor } from '../../bot/msteams/door';
import { type Connector, startConnector } from '../contracts/msteams-connector';
import { keptLog } from '../contracts/msteams-door';
import { botId } from '../contracts/msteams-keys';
import { changeLetter, makeLetters, writeLetter } from '../faults/support/letters';
import { personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

let town: Town;
let idOf: (name: string) => string;
let own: Connector;
let foreign: Connector;
let door: TeamsDoor;
let home: string;
let tokensMade = 0;
/** Where this process sent an Authorization header, whoever in it did. */
const signedFor: string[] = [];
const watch = (message: unknown) => {
  const { request } = message as { request: ClientRequest };
  if (request.hasHeader('authorization')) signedFor.push(`http://${request.getHeader('host')}`);
};
const watchFetch = (message: unknown) => {
  const { request } = message as { request: { origin: unknown; headers: unknown } };
  if (/authorization/i.test(String(request.headers))) signedFor.push(String(request.origin));
};

beforeAll(async () => {
  diagnostics.subscribe('http.client.request.start', watch);
  diagnostics.subscribe('undici:request:create', watchFetch);
  town = await openTown({ at: '2026-03-12T09:00', more: [makeLetters().capability], mayLogFaults: true });
  idOf = await personIds(town);
  [own, foreign] = await Promise.all([startConnector(), startConnector()]);
  door = createTeamsDoor({
    municipalities: [{ tenantId: TENANT, botId, botSecret: 'the-secret' }],
    development: false,
    handler: { handle: async () => ({}), answered: async () => undefined },
    log: keptLog(),
    wall: () => new Date(),
    serviceUrlHosts: [own.url],
    credentials: async () => {
      tokensMade += 1;
      return 'the-own-token';
    },
  });
  home = own.url;
});
afterAll(async () => {
  diagnostics.unsubscribe('http.client.request.start', watch);
  diagnostics.unsubscribe('undici:request:create', watchFetch);
  await door.close();
  await Promise.all([own.close(), foreign.close(), town.close()]);
});
beforeEach(() => {
  signedFor.length = 0;
  own.arrivals.length = 0;
  own.manner = () => undefined;
  tokensMade = 0;
});

const keep = (serviceUrl: string) =>
  town.inside(({ tx, tenantId }) =>
    tx.conversation.updateMany({ where: { tenantId, personId: idOf('Bo') }, data: { serviceUrl } }),
  );
/** A letter to Bo, sent by the guarded door to wherever the database says that his chat is. */
async function send(): Promise<{ readonly letter: string; readonly ends: readonly string[] }> {
  const letter = await town.inside(async (unit) => writeLetter(unit, { personId: idOf('Bo'), class: 'summons' }));
  await deliver();
  const rows = await town.inside(({ tx, tenantId }) => tx.message.findMany({ where: { tenantId, matterId: letter } }));
  return { letter, ends: rows.map(({ channel, status }) => `${channel} ${status}`) };
}
const deliver = () => pump({ ...town.app.courier, teams: door.port }, TENANT);

test('a letter to a stored chat goes where Teams is, with the bot’s own token', async () => {
  await keep(home);
  expect((await send()).ends).toEqual(['teams delivered']);
  expect(own.arrivals).toMatchObject([{ authorization: 'Bearer the-own-token' }]);
  expect(signedFor).toEqual([home]);
});

describe('a stored chat that is said to be elsewhere gets no letter, and no token is as much as made for it', () => {
  test.each<{ name: string; url: () => string }>([
    { name: 'a foreign address', url: () => foreign.url },
    { name: 'a foreign address with ours before it', url: () => `${home}@${foreign.url.replace('http://', '')}` },
    { name: 'a foreign address with ours as its path', url: () => `${foreign.url}/${home}` },
    { name: 'a foreign address behind a backslash', url: () => `${foreign.url}\\@${home.replace('http://', '')}` },
    { name: 'our address with a name before it', url: () => home.replace('http://', 'http://user:word@') },
    { name: 'another port of our host', url: () => `${home}0` },
    { name: 'no address', url: () => '' },
    { name: 'a file', url: () => 'file:///etc/passwd' },
  ])('$name', async ({ url }) => {
    await keep(url());
    const { ends } = await send();
    expect(ends).not.toContain('teams delivered');
    expect(ends[0]).toBe('teams given-up');
    expect([...own.arrivals, ...foreign.arrivals]).toEqual([]);
    expect({ signedFor, tokensMade }).toEqual({ signedFor: [], tokensMade: 0 });
  });
});

test('a card that was sent is not changed where its chat is said to be since', async () => {
  await keep(home);
  const { letter } = await send();
  signedFor.length = 0;
  await keep(foreign.url);
  await town.inside((unit) => changeLetter(unit, letter));
  await deliver();
  expect(foreign.arrivals).toEqual([]);
  expect(signedFor).toEqual([]);
});

test('a redirect to elsewhere is not followed', async () => {
  await keep(home);
  own.manner = () => ({ status: 307, headers: { location: `${foreign.url}/v3/conversations` } });
  const { ends } = await send();
  expect(ends).not.toContain('teams delivered');
  expect(own.arrivals.length).toBeGreaterThan(0);
  expect(foreign.arrivals).toEqual([]);
  expect(new Set(signedFor)).toEqual(new Set([home]));
});
