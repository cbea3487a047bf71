import net from 'node:net';
import { type Connector, startConnector } from '../contracts/msteams-connector';
import { activity, house, keptLog, openSite, type Site, tenantId } from '../contracts/msteams-door';
import { botId, type Keys, startKeys, token } from '../contracts/msteams-keys';
import { bearer } from './gate-probes';

const people = house();
/** So long that a busy machine still reads ten megabytes, so short that what trickles in is too slow. */
const patienceMs = 1_500;
let connector: Connector;
let keys: Keys;
let site: Site;

beforeAll(async () => {
  [connector, keys] = await Promise.all([startConnector(), startKeys()]);
  site = await openSite({
    municipalities: [{ tenantId, botId, botSecret: 'the-secret' }],
    development: false,
    handler: people,
    log: keptLog(),
    serviceUrlHosts: [connector.url],
    openIdMetadataUrl: keys.url,
    credentials: async () => 'own-token',
    patienceMs,
  });
});
afterAll(async () => {
  await site.close();
  await Promise.all([connector.close(), keys.close()]);
});
beforeEach(() => {
  people.turns.length = 0;
});

type Ended = { readonly text: string; readonly how: 'ended' | 'cut'; readonly ms: number };

/** Whether the connection still stood. */
type Write = (text: string) => Promise<boolean>;

/** Speaks to the server byte by byte, and gives all it said until the connection ended. */
function speak(say: (write: Write) => Promise<unknown>): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve) => {
    let text = '';
    let how: Ended['how'] = 'cut';
    const socket = net.connect(site.port, '127.0.0.1');
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.once('end', () => (how = 'ended'));
    // A reset that follows the end would have taken the answer with it, had it been a little faster.
    socket.on('error', () => (how = 'cut'));
    socket.once('close', () => resolve({ text, how, ms: performance.now() - began }));
    const write: Write = (part) =>
      new Promise((written) => {
        if (socket.writable) socket.write(part, (fault) => written(!fault));
        else written(false);
      });
    socket.once('connect', () => void say(write));
  });
}

const good = () => bearer(token(connector.url));
const whole = () => JSON.stringify(activity(connector.url));
const head = (lines: readonly string[]) =>
  `${['POST /api/messages HTTP/1.1', 'host: localhost', 'content-type: application/json', ...lines].join('\r\n')}\r\n\r\n`;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function trickle(write: Write, part: (n: number) => string, times: number, everyMs: number): Promise<void> {
  for (let n = 0; n < times && (await write(part(n))); n += 1) await pause(everyMs);
}

/** One answer, whole, and the connection ended in order after it. */
function expectOnly(ended: Ended, status: number, error?: string): void {
  expect(ended.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(ended.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(ended.text.split('\r\n\r\n')[1]).toBe(error === undefined ? '' : JSON.stringify({ error }));
  expect(ended.how).toBe('ended');
  expect(people.turns).toEqual([]);
}

test('the one right form passes', async () => {
  const lines = [`authorization: ${good()}`, `content-length: ${Buffer.byteLength(whole())}`, 'connection: close'];
  const ended = await speak((write) => write(`${head(lines)}${whole()}`));
  expect(ended.text).toMatch(/^HTTP\/1\.1 200 /);
  expect(people.turns).toHaveLength(1);
});

describe('what is too large is refused in order, and not read', () => {
  const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;

  test('a header of 1 MB', async () => {
    const ended = await speak((write) => write(head([`authorization: Bearer ${'x'.repeat(1024 * 1024)}`])));
    expectOnly(ended, 431);
  });

  test.each([
    { name: 'with a token', from: good, status: 413, error: 'too-large' },
    { name: 'with none', from: () => '', status: 401, error: 'unauthorized' },
  ])('a body of 10 MB $name', async ({ from, status, error }) => {
    const length = 10 * 1024 * 1024;
    const ended = await speak((write) =>
      write(head([`authorization: ${from()}`, `content-length: ${length}`]) + 'x'.repeat(length)),
    );
    expectOnly(ended, status, error);
    // The patience, and room for a machine that is busy with other tests.
    expect(ended.ms).toBeLessThan(6_000);
  });

  test('a body of 10 MB that does not say how long it is', async () => {
    const ended = await speak(async (write) => {
      await write(head([`authorization: ${good()}`, 'transfer-encoding: chunked']));
      for (let n = 0; n < 160; n += 1) await write(chunk);
      await write('0\r\n\r\n');
    });
    expectOnly(ended, 413, 'too-large');
  });

  test('a body that never ends', async () => {
    const ended = await speak(async (write) => {
      await write(head([`authorization: ${good()}`, 'transfer-encoding: chunked']));
      await trickle(write, () => chunk, 400, 10);
    });
    expect(ended.text).toMatch(/^HTTP\/1\.1 413 /);
    expect(ended.ms).toBeLessThan(3_500);
  });
});

describe('what is too slow is refused in order', () => {
  test('a body that trickles in, with a token', async () => {
    const ended = await speak(async (write) => {
      await write(head([`authorization: ${good()}`, 'content-length: 100000']));
      await trickle(write, () => ' ', 40, 50);
    });
    expectOnly(ended, 408, 'too-slow');
    expect(ended.ms).toBeGreaterThan(patienceMs);
  });

  test('a body that trickles in, with none: nobody waits for it', async () => {
    const ended = await speak(async (write) => {
      await write(head(['content-length: 100000']));
      await trickle(write, () => ' ', 40, 50);
    });
    expectOnly(ended, 401, 'unauthorized');
    expect(ended.text).toContain('connection: close');
  });

  test('a head that trickles in', async () => {
    const ended = await speak(async (write) => {
      await write('POST /api/messages HTTP/1.1\r\nhost: localhost\r\n');
      await trickle(write, (n) => `x-${n}: x\r\n`, 60, 50);
    });
    expectOnly(ended, 408);
  });

  test('whoever leaves in the middle of a body leaves nothing behind', async () => {
    const socket = net.connect(site.port, '127.0.0.1');
    socket.write(`${head([`authorization: ${good()}`, 'content-length: 100000'])}{`);
    await pause(50);
    socket.destroy();
    await pause(50);
    expect((await site.call(activity(connector.url), good())).status).toBe(200);
  });
});

describe('what is no request to the door is never answered with a fault of ours', () => {
  test.each([
    { name: 'the header twice', lines: () => [`authorization: ${good()}`, `Authorization: ${good()}`], status: 401 },
    {
      name: 'two lengths',
      lines: () => [`authorization: ${good()}`, 'content-length: 5', 'content-length: 6'],
      status: 400,
    },
    {
      name: 'a length and chunks',
      lines: () => [`authorization: ${good()}`, 'content-length: 5', 'transfer-encoding: chunked'],
      status: 400,
    },
    { name: 'a header with a line break of its own', lines: () => ['authorization: Bearer\n x.y.z', ''], status: 400 },
  ])('$name', async ({ lines, status }) => {
    const ended = await speak((write) => write(head(lines())));
    expect(ended.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(people.turns).toEqual([]);
  });

  test.each([
    'GET /api/messages',
    'PUT /api/messages',
    'POST /api/messages/',
    'POST //api/messages',
    'POST //',
    'POST http://:0/',
    'POST /api/%6dessages',
    'POST /api/../api/messages/..',
    'POST *',
  ])('%s', async (start) => {
    const ended = await speak((write) =>
      write(`${start} HTTP/1.1\r\nhost: localhost\r\nauthorization: ${good()}\r\ncontent-length: 0\r\n\r\n`),
    );
    expect(ended.text).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(people.turns).toEqual([]);
  });
});
