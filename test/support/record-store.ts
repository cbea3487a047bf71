import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';

const batch = z.array(z.looseObject({ id: z.uuid() }));
export type StoredStatement = z.output<typeof batch>[number];

/** A learning record store on loopback, by the rules of xAPI 1.0.3: a batch whole or not at all, an id once. */
export type RecordStore = {
  readonly url: string;
  /** By id, in the order in which they came. */
  readonly kept: ReadonlyMap<string, StoredStatement>;
  /** How many requests came, whatever became of them. */
  readonly requests: number;
  /** What every request is answered until it says otherwise; `hang`: never; `late`: kept, and the connection cut. */
  plays(mood: 'well' | 'hang' | 'late' | number): void;
  /** It does not take this one. */
  refuses(id: string): void;
  /** It has this id already, with other content. */
  holds(statement: StoredStatement): void;
  close(): Promise<void>;
};

export async function startRecordStore(login: {
  readonly user: string;
  readonly password: string;
}): Promise<RecordStore> {
  const kept = new Map<string, StoredStatement>();
  const refused = new Set<string>();
  let mood: 'well' | 'hang' | 'late' | number = 'well';
  let requests = 0;
  const wanted = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const text = await bodyOf(request);
    if (mood === 'hang') return;
    const end = (status: number, body: unknown = '') => void response.writeHead(status).end(JSON.stringify(body));
    if (typeof mood === 'number') return end(mood);
    if (request.headers.authorization !== wanted) return end(401);
    if (request.method !== 'POST' || request.url !== '/xapi/statements') return end(404);
    if (request.headers['x-experience-api-version'] !== '1.0.3') return end(400);
    const read = batch.safeParse(JSON.parse(text));
    if (!read.success || read.data.some(({ id }) => refused.has(id))) return end(400);
    const other = read.data.some((one) => kept.has(one.id) && JSON.stringify(kept.get(one.id)) !== JSON.stringify(one));
    if (other) return end(409);
    for (const one of read.data) if (!kept.has(one.id)) kept.set(one.id, one);
    if (mood === 'late') return void response.destroy();
    end(
      200,
      read.data.map(({ id }) => id),
    );
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/xapi`,
    kept,
    get requests() {
      return requests;
    },
    plays: (next) => {
      mood = next;
    },
    refuses: (id) => void refused.add(id),
    holds: (statement) => void kept.set(statement.id, statement),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
