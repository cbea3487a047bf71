import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, type StagePerson, startConnector } from '../../stage/connector';

type Activity = { name?: string; replyToId?: string; value?: { action: string; uploadInfo?: Record<string, string> } };

const bo: StagePerson = {
  entraId: 'bo',
  name: 'Bo Holm',
  title: 'Konsulent',
  department: 'Job',
  email: 'bo@x.example',
};
const pdf = Buffer.from('%PDF-1.7 hej');
const context = { verb: 'letter.take', data: { id: '1' } };
const offered = {
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: 'Brev.pdf',
  content: { description: 'Et brev', sizeInBytes: pdf.length, acceptContext: context, declineContext: { verb: 'no' } },
};

let received: Activity[];
let botServer: Server;
let connector: Connector;
let folder: string;
const start = () =>
  startConnector({
    people: [bo],
    tenantId: 't',
    botUrl: () => `http://127.0.0.1:${(botServer.address() as AddressInfo).port}`,
    now: () => new Date('2026-12-02T11:00:00Z'),
    historyFile: join(folder, 'stage.jsonl'),
  });

beforeEach(async () => {
  received = [];
  folder = mkdtempSync(join(tmpdir(), 'stage-'));
  botServer = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Activity);
    response.end();
  });
  await new Promise<void>((resolve) => botServer.listen(0, '127.0.0.1', resolve));
  connector = await start();
  await connector.meet('bo');
  received.length = 0;
});
afterEach(async () => {
  await connector.stop();
  botServer.closeAllConnections();
  await new Promise((resolve) => botServer.close(resolve));
  rmSync(folder, { recursive: true });
});

const post = async (attachment: object) => {
  const response = await fetch(`${connector.url}/v3/conversations/a:bo/activities`, {
    method: 'POST',
    body: JSON.stringify({ type: 'message', attachments: [attachment] }),
  });
  return { status: response.status, id: ((await response.json()) as { id?: string }).id };
};
const range = `bytes 0-${pdf.length - 1}/${pdf.length}`;
const put = async (url: string, headers: Record<string, string> = { 'content-range': range }) =>
  (await fetch(url, { method: 'PUT', headers, body: pdf })).status;
const placeGiven = () => received.at(-1)?.value?.uploadInfo ?? {};

test('an offered file stands in the chat, and taking it tells the bot where it may be put', async () => {
  const { id } = await post(offered);
  expect(connector.chat('bo')).toMatchObject([
    { id, file: { kind: 'offered', name: 'Brev.pdf', description: 'Et brev', bytes: pdf.length } },
  ]);

  expect((await connector.acceptFile('bo')).status).toBe(200);
  expect(received).toMatchObject([
    {
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: id,
      value: { type: 'fileUpload', action: 'accept', context, uploadInfo: { name: 'Brev.pdf', fileType: 'pdf' } },
    },
  ]);
});

test('a file that is not wanted is told with its own context, and without a place', async () => {
  await post(offered);
  await connector.declineFile('bo');
  expect(received).toMatchObject([{ value: { action: 'decline', context: { verb: 'no' } } }]);
  expect(received[0]?.value).not.toHaveProperty('uploadInfo');
  await expect(connector.acceptFile('bo', { messageId: 'none' })).rejects.toThrow('offered no file');
});

test('what is put there is among the person’s own, is shown by its link, and outlives the stage', async () => {
  await post(offered);
  await connector.acceptFile('bo');
  const { uploadUrl = '', contentUrl = '', uniqueId, fileType, name } = placeGiven();
  expect(await put(uploadUrl)).toBe(201);
  await post({
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl,
    name,
    content: { uniqueId, fileType },
  });

  expect(connector.filesOf('bo')).toMatchObject([{ name: 'Brev.pdf', content: pdf }]);
  expect(connector.chat('bo').at(-1)).toMatchObject({ file: { kind: 'kept', url: contentUrl, fileType: 'pdf' } });
  expect(connector.log().filter((one) => one.kind === 'uploaded')).toMatchObject([{ entraId: 'bo', name: 'Brev.pdf' }]);
  const shown = await fetch(contentUrl);
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(pdf);

  await connector.stop();
  connector = await start();
  const { pathname } = new URL(contentUrl);
  expect(Buffer.from(await (await fetch(`${connector.url}${pathname}`)).arrayBuffer())).toEqual(pdf);
  expect((await fetch(`${connector.url}/files/..%2Fstage.jsonl/x`)).status).toBe(404);
});

test('a second file of a name gets a number', async () => {
  await post(offered);
  await connector.acceptFile('bo');
  await put(placeGiven().uploadUrl ?? '');
  await connector.acceptFile('bo');
  expect(placeGiven().name).toBe('Brev 1.pdf');
});

test.each([
  { what: 'a token', headers: { 'content-range': range, authorization: 'Bearer x' }, status: 401 },
  { what: 'no range', headers: {}, status: 416 },
  { what: 'a part of it', headers: { 'content-range': `bytes 0-3/${pdf.length}` }, status: 416 },
])('OneDrive refuses $what', async ({ headers, status }) => {
  await post(offered);
  await connector.acceptFile('bo');
  expect(await put(placeGiven().uploadUrl ?? '', headers as Record<string, string>)).toBe(status);
  expect(connector.filesOf('bo')).toEqual([]);
});

test('a place takes one file, once', async () => {
  await post(offered);
  await connector.acceptFile('bo');
  const { uploadUrl = '' } = placeGiven();
  expect([await put(uploadUrl), await put(uploadUrl)]).toEqual([201, 409]);
  expect(await put(`${connector.url}/files/00000000-0000-4000-8000-000000000000`)).toBe(404);
});

test.each([
  { what: 'an offer without a size', attachment: { ...offered, content: { description: 'x' } } },
  { what: 'an offer without a name', attachment: { ...offered, name: undefined } },
  {
    what: 'a file without a link',
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'x',
      content: { uniqueId: '1', fileType: 'pdf' },
    },
  },
])('Teams shows no $what', async ({ attachment }) => {
  expect((await post(attachment)).status).toBe(400);
});
