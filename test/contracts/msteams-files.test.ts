import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createFileUrls } from '../../bot/msteams/service-urls';
import type { Answer, FileOffer } from '../../bot/turn';
import { type Connector, close, listen, startConnector, urlOf } from './msteams-connector';
import { activity, house, keptLog, openDevelopment, press, type Site } from './msteams-door';

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';
const offer: FileOffer = {
  name: 'Brev BF-2026-0142.pdf',
  description: 'Brev til borgeren om teammødet. BF-2026-0142',
  bytes: 4,
  verb: 'letter.take',
  data: { meetingId: 'm1' },
};
const content = new Uint8Array([37, 80, 68, 70]);
const taken = (): Answer => ({ file: { name: offer.name, content } });

/** What reached the place for files, and how it is answered. */
type Put = { readonly method: string; readonly headers: http.IncomingHttpHeaders; readonly bytes: Buffer };
let puts: Put[];
let answerPut: (response: http.ServerResponse) => void;
let drive: http.Server;
let connector: Connector;
const open: Site[] = [];
const site = async (...given: Parameters<typeof openDevelopment>): Promise<Site> => {
  const made = await openDevelopment(...given);
  open.push(made);
  return made;
};

beforeEach(async () => {
  puts = [];
  answerPut = (response) => response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
  drive = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    puts.push({ method: request.method ?? '', headers: request.headers, bytes: Buffer.concat(chunks) });
    answerPut(response);
  });
  await listen(drive);
  connector = await startConnector();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await connector.close();
  await close(drive);
});

const uploadInfo = (changes: Record<string, unknown> = {}) => ({
  uploadUrl: `${urlOf(drive)}/upload/1`,
  contentUrl: `${urlOf(drive)}/documents/1`,
  name: 'Brev BF-2026-0142 1.pdf',
  uniqueId: '1150D938',
  fileType: 'pdf',
  ...changes,
});
/** Anna answers the offer that the bot had sent as `card-1`. */
const consent = (action: 'accept' | 'decline', changes: Record<string, unknown> = {}) =>
  activity(connector.url, {
    type: 'invoke',
    name: 'fileConsent/invoke',
    text: undefined,
    replyToId: 'card-1',
    value: {
      type: 'fileUpload',
      action,
      context: { verb: offer.verb, data: offer.data },
      ...(action === 'accept' ? { uploadInfo: uploadInfo() } : {}),
      ...changes,
    },
  });
const attachments = () => connector.arrivals.flatMap(({ body }) => (body.attachments as object[] | undefined) ?? []);
const texts = () => connector.arrivals.flatMap(({ body }) => (typeof body.text === 'string' ? [body.text] : []));
const removed = () => connector.arrivals.filter(({ method }) => method === 'DELETE').map(({ path }) => path);

describe('a file that is offered', () => {
  const wanted = {
    contentType: consentType,
    name: offer.name,
    content: {
      description: offer.description,
      sizeInBytes: 4,
      acceptContext: { verb: offer.verb, data: offer.data },
      declineContext: { verb: offer.verb, data: offer.data },
    },
  };

  test.each([
    { by: 'a press', call: () => press(connector.url, 'letter.offer') },
    { by: 'a text', call: () => activity(connector.url) },
  ])('after $by is asked about with Teams’ own card, alone in its message', async ({ call }) => {
    const anna = house(() => ({ offer }));
    expect((await (await site(anna)).call(call())).status).toBe(200);

    expect(connector.arrivals).toMatchObject([
      { method: 'POST', body: { type: 'message', summary: offer.description, attachments: [wanted] } },
    ]);
    expect(connector.arrivals[0]?.body).not.toHaveProperty('text');
    expect(anna.told).toMatchObject([{ posted: [] }]);
  });
});

describe('a file that is taken', () => {
  test('is put where Teams said in one request without a token, shown, and not asked about any more', async () => {
    const anna = house(taken);
    const { call } = await site(anna);

    expect((await call(consent('accept'))).status).toBe(200);
    expect(anna.turns).toMatchObject([
      { input: { kind: 'file', verb: offer.verb, data: offer.data, accepted: true, cardActivityId: 'card-1' } },
    ]);
    expect(puts).toHaveLength(1);
    expect(puts[0]).toMatchObject({
      method: 'PUT',
      headers: { 'content-range': 'bytes 0-3/4', 'content-length': '4' },
    });
    expect(puts[0]?.headers).not.toHaveProperty('authorization');
    expect([...(puts[0]?.bytes ?? [])]).toEqual([...content]);
    expect(attachments()).toEqual([
      {
        contentType: infoType,
        contentUrl: uploadInfo().contentUrl,
        name: uploadInfo().name,
        content: { uniqueId: '1150D938', fileType: 'pdf' },
      },
    ]);
    expect(removed()).toEqual(['/v3/conversations/a:anna/activities/card-1']);
    expect(texts()).toEqual([]);
    expect(anna.told).toHaveLength(1);
  });

  test.each([
    { how: 'refused', answer: (response: http.ServerResponse) => void response.writeHead(507).end('{}') },
    { how: 'cut off', answer: (response: http.ServerResponse) => void response.socket?.resetAndDestroy() },
    { how: 'left without an answer', answer: () => undefined },
  ])('and whose place is $how is not sent again; the person is told, and can take it anew', async ({ answer }) => {
    answerPut = answer;
    const log = keptLog();
    const { call } = await site(house(taken), { log, times: { upload: 200 } });

    expect((await call(consent('accept'))).status).toBe(200);
    expect(puts).toHaveLength(1);
    expect(texts()).toEqual(['Filen nåede ikke frem til dine filer. Prøv igen om lidt, eller bed om den på ny.']);
    expect([attachments(), removed()]).toEqual([[], []]);
    expect(log.lines).toMatchObject([{ level: 'error', fields: { verb: offer.verb } }]);
    expect(JSON.stringify(log.lines)).not.toContain('Brev');
  });

  test('that the house does not give is answered with its word, and nothing is put anywhere', async () => {
    const { call } = await site(house(() => ({ say: 'Det kan jeg ikke finde.' })));
    await call(consent('accept'));
    expect([puts, texts(), removed()]).toEqual([[], ['Det kan jeg ikke finde.'], []]);
  });

  test('with which the house fails is answered with an apology', async () => {
    const { call } = await site(house(() => Promise.reject(new Error('no'))));
    expect((await call(consent('accept'))).status).toBe(200);
    expect([puts, texts()]).toEqual([[], ['Det gik ikke. Prøv igen om lidt.']]);
  });

  test('twice at the same moment for one place is put there once', async () => {
    const { call } = await site(house(taken));
    answerPut = (response) => void setTimeout(() => response.writeHead(201).end('{}'), 100);
    await Promise.all([call(consent('accept')), call({ ...consent('accept'), id: 'incoming-2' })]);
    expect(puts).toHaveLength(1);
  });

  test('and takes long is answered in time, and comes after all', async () => {
    answerPut = (response) => void setTimeout(() => response.writeHead(201).end('{}'), 300);
    const { call, door } = await site(house(taken), { times: { press: 50 } });
    expect((await call(consent('accept'))).status).toBe(200);
    expect(attachments()).toEqual([]);
    await door.close();
    expect(attachments()).toMatchObject([{ contentType: infoType }]);
  });
});

test('a file that is declined is answered with a word, and not asked about any more', async () => {
  const anna = house(() => ({ say: 'Helt i orden.' }));
  const { call } = await site(anna);
  expect((await call(consent('decline'))).status).toBe(200);
  expect(anna.turns).toMatchObject([{ input: { kind: 'file', accepted: false } }]);
  expect([texts(), removed(), puts]).toEqual([['Helt i orden.'], ['/v3/conversations/a:anna/activities/card-1'], []]);
});

describe('what is no answer to a file of ours', () => {
  test.each([
    { what: 'no context', changes: { context: undefined } },
    { what: 'a context without a verb', changes: { context: { data: {} } } },
    { what: 'another action', changes: { action: 'maybe' } },
    { what: 'no place', changes: { uploadInfo: undefined } },
    { what: 'a place without an address', changes: { uploadInfo: { name: 'x' } } },
    { what: 'a place elsewhere', changes: { uploadInfo: uploadInfoAt('http://192.0.2.1/upload') } },
    {
      what: 'a link elsewhere',
      changes: { uploadInfo: { ...uploadInfoAt('http://127.0.0.1:1/'), contentUrl: 'https://evil.example/' } },
    },
  ])('$what: is refused, and reaches neither the house nor any place', async ({ changes }) => {
    const anna = house(taken);
    const { call } = await site(anna);
    expect(await call(consent('accept', changes))).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    await pause(20);
    expect([anna.turns, puts, connector.arrivals]).toEqual([[], [], []]);
  });
});

function uploadInfoAt(url: string) {
  return { uploadUrl: url, contentUrl: 'http://127.0.0.1:1/', name: 'x.pdf', uniqueId: '1', fileType: 'pdf' };
}

describe('where files may be put', () => {
  const pass = 'a'.repeat(3_000);
  test.each([
    {
      what: 'OneDrive, with its long pass',
      url: `https://traaby-my.sharepoint.com/personal/anna?pass=${pass}`,
      may: true,
    },
    { what: 'no encryption', url: 'http://traaby-my.sharepoint.com/upload', may: false },
    { what: 'another port', url: 'https://traaby-my.sharepoint.com:8443/upload', may: false },
    { what: 'a name that begins like it', url: 'https://sharepoint.com.evil.example/upload', may: false },
    { what: 'a name that ends like it', url: 'https://evilsharepoint.com/upload', may: false },
    { what: 'a name and password', url: 'https://anna:x@traaby-my.sharepoint.com/upload', may: false },
    { what: 'the cloud’s own service', url: 'https://169.254.169.254/latest/meta-data', may: false },
    { what: 'loopback', url: 'http://127.0.0.1:3978/dev/clock', may: false },
    { what: 'a file', url: 'file:///etc/passwd', may: false },
    { what: 'too long an address', url: `https://traaby-my.sharepoint.com/${'a'.repeat(9_000)}`, may: false },
  ])('$what: $may', ({ url, may }) => {
    expect(createFileUrls({ development: false }).allows(url)).toBe(may);
  });
});
