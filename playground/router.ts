import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { teamsLocale } from '../stage/activities';

/** Somebody who has a Playground of their own. */
export type Seat = {
  readonly entraId: string;
  /** The language their Teams is set to, `da` or `en`; Danish without. */
  readonly locale?: string;
  /** Where their Playground answers, e.g. `http://127.0.0.1:56150`. */
  readonly url: string;
};

export type RouterOptions = {
  /** 0 takes a free one. From start to start it must stay the same: the bot remembers the chats by it. */
  readonly port: number;
  /** E.g. `http://127.0.0.1:3988`. */
  readonly botUrl: string;
  /** Asked at every call, so that a Playground may be started after the router. */
  readonly seats: () => readonly Seat[];
};

export type Router = {
  /** What every Playground is given as its `--service-url`. */
  readonly url: string;
  stop(): Promise<void>;
};

type Reply = { readonly status: number; readonly body: string };

const longestBodyBytes = 1024 * 1024;
/** Teams gives a turn 15 seconds; a Playground answers at once. */
const answerWithinMs = 30_000;

const idInPath = /^\/v3\/(?:conversations|teams)\/([^/]+)/;
const activity = z.looseObject({ type: z.string(), from: z.looseObject({ id: z.string() }) });
const creation = z.looseObject({ members: z.array(z.looseObject({ id: z.string() })).min(1) });

/**
 * Makes one Teams of several Playgrounds, each of which knows one person only. What the bot sends goes to the Playground
 * whose person the conversation belongs to: every id in a Playground carries its person's Entra id (see `seatFile`). What a
 * person does goes to the bot in the language of their Teams, for the Playground calls everybody's `en-US`. On loopback.
 * Throws if the port is taken.
 */
export async function startRouter(o: RouterOptions): Promise<Router> {
  const seatOf = (id: string | undefined) => o.seats().find((seat) => id?.includes(seat.entraId));

  async function toBot(body: string): Promise<Reply> {
    const read = activity.safeParse(parsed(body));
    if (!read.success) return refused(400, 'BadSyntax', 'That is no activity.');
    const seat = seatOf(read.data.from.id);
    if (!seat) return refused(403, 'UserNotFound', 'Nobody with a Playground sent that.');
    const locale = teamsLocale(seat.locale ?? 'da');
    return pass('POST', `${o.botUrl}/api/messages`, JSON.stringify({ ...read.data, locale }));
  }

  async function toPerson(method: string, path: string, body: string): Promise<Reply> {
    const id = idInPath.exec(path)?.[1];
    if (id !== undefined) {
      const seat = seatOf(decoded(id));
      return seat
        ? pass(method, `${seat.url}/_connector${path}`, body)
        : refused(404, 'ConversationNotFound', 'Not here.');
    }
    if (method !== 'POST' || !/^\/v3\/conversations\/?$/.test(path)) return refused(404, 'NotFound', 'Not here.');
    const read = creation.safeParse(parsed(body));
    if (!read.success) return refused(400, 'BadSyntax', 'A conversation needs a member.');
    const seat = seatOf(read.data.members[0]?.id);
    return seat ? pass(method, `${seat.url}/_connector${path}`, body) : refused(400, 'BadArgument', 'Nobody here.');
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const body = await bodyOf(incoming);
    const reply =
      body === undefined
        ? refused(413, 'MessageSizeTooBig', 'Too much at once.')
        : method === 'POST' && path === '/api/messages'
          ? await toBot(body)
          : await toPerson(method, path, body);
    response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(reply.body);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(o.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Undefined when it is too long. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= longestBodyBytes) chunks.push(chunk);
  }
  return size > longestBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function pass(method: string, url: string, body: string): Promise<Reply> {
  try {
    const answer = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return refused(502, 'BadGateway', 'Nobody answers there.');
  }
}

function refused(status: number, code: string, message: string): Reply {
  return { status, body: JSON.stringify({ error: { code, message } }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
