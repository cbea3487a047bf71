import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { type BotWatch, watchBot } from './bot-watch';
import { bundlePage } from './bundle';
import { type Connector, type ConnectorEntry, type StagePerson, startConnector } from './connector';
import { danishInstant } from './danish-instant';
import type { StageAnswers, StageEvent, StagePersonState, StageRequests } from './page-api';

export type StageOptions = {
  /** The page's; 0 takes a free one. */
  readonly port: number;
  /** The next one without. It must stay the same from start to start, for the bot remembers the chats by it. */
  readonly connectorPort?: number;
  /** E.g. `http://127.0.0.1:3978`. */
  readonly botUrl: string;
  readonly people: readonly StagePerson[];
  readonly tenantId: string;
  readonly historyFile: string;
  /** Business time; the bot's own clock without. */
  readonly now?: () => Date;
  readonly journal?: (entry: ConnectorEntry) => void;
};

export type Stage = {
  /** The page's address. */
  readonly url: string;
  readonly connector: Connector;
  stop(): Promise<void>;
};

/** A fault that the person at the page can do something about, in Danish. */
class Problem extends Error {}

const entriesForPage = 300;
const longestBodyBytes = 256 * 1024;
const heartbeatMs = 20_000;

const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const entraId = z.string().min(1);
const requestSchemas = {
  open: z.object({ entraId }),
  say: z.object({ entraId, text: z.string().trim().min(1).max(4_000) }),
  press: z.object({
    entraId,
    messageId: z.string().min(1),
    type: z.enum(['Action.Execute', 'Action.Submit']),
    verb: z.string().optional(),
    title: z.string().optional(),
    id: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  }),
  file: z.object({ entraId, messageId: z.string().min(1), accepted: z.boolean() }),
  presence: z.object({ entraId, to: z.enum(['met', 'removed', 'blocked', 'unblocked']) }),
  clock: z.union([
    z.object({ to: z.enum(['due', 'working-day']) }),
    z.object({ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  ]),
} satisfies Record<keyof StageRequests, z.ZodType>;

type RequestName = keyof typeof requestSchemas;
type Parsed = { [Name in RequestName]: z.infer<(typeof requestSchemas)[Name]> };
type Handlers = { [Name in RequestName]: (request: Parsed[Name]) => Promise<StageAnswers[Name]> };

const asleep = 'Rød Tråd svarer ikke lige nu. Vent lidt, og prøv igen.';

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > longestBodyBytes) throw new Problem('Det var for meget på en gang.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Problem('Det kunne stagen ikke læse.');
  }
}

/** Starts the stage's page, its server and its connector, all on loopback. Throws if a port is taken or the history is broken. */
export async function startStage(o: StageOptions): Promise<Stage> {
  const listeners = new Set<ServerResponse>();
  const tell = (event: StageEvent) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  // The bundle takes a moment; nobody has to wait for it but the first visitor.
  const page = bundlePage();
  page.catch(() => undefined);

  const watch: BotWatch = watchBot({
    botUrl: o.botUrl,
    changed: (bot) => tell({ type: 'bot', bot }),
    watched: () => listeners.size > 0,
  });
  const connector = await startConnector({
    people: o.people,
    tenantId: o.tenantId,
    botUrl: () => o.botUrl,
    now: o.now ?? watch.now,
    // While the clock is moved, by us or by a word in the chat, only the bot knows what time it is.
    ...(o.now ? {} : { beforeAccepting: watch.askTime }),
    historyFile: o.historyFile,
    port: o.connectorPort ?? (o.port === 0 ? 0 : o.port + 1),
    ...(o.journal === undefined ? {} : { journal: o.journal }),
  }).catch((error: unknown) => {
    watch.stop();
    throw error;
  });

  const peopleNow = (): StagePersonState[] =>
    o.people.map((person) => ({
      ...person,
      presence: connector.presence(person.entraId),
      blocked: connector.isBlocked(person.entraId),
    }));
  const owner = new Map(o.people.map((person) => [connector.conversationId(person.entraId), person.entraId]));
  const unwatch = connector.watch((news) => {
    if (news.kind === 'chat') {
      const entraId = owner.get(news.conversationId);
      if (entraId !== undefined) tell({ type: 'chat', entraId, news: news.message });
      return;
    }
    tell({ type: 'entry', entry: news.entry });
    if (['met', 'removed', 'blocked', 'unblocked'].includes(news.entry.kind))
      tell({ type: 'people', people: peopleNow() });
  });
  const known = (id: string) => {
    if (!o.people.some((person) => person.entraId === id)) throw new Problem('Den person er ikke på stagen.');
    return id;
  };
  /** What a person did has often changed what waits for others: the page is to know at once. */
  const thenRefresh = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } finally {
      void watch.refresh();
    }
  };

  const handlers: Handlers = {
    async open(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'never' && watch.state().awake) {
        await thenRefresh(connector.meet(id)).catch(() => {
          throw new Problem(asleep);
        });
      }
      return { messages: connector.chat(id) };
    },
    async say(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'removed')
        throw new Problem('Rød Tråd er fjernet her. Tilføj den igen for at skrive.');
      await thenRefresh(connector.say(id, request.text)).catch(() => {
        throw new Problem('Beskeden kom ikke frem. Prøv igen om lidt.');
      });
      return { ok: true };
    },
    async press(request) {
      const id = known(request.entraId);
      const { messageId, verb, title, id: actionId, data } = request;
      const press = {
        messageId,
        data,
        ...(verb === undefined ? {} : { verb }),
        ...(title === undefined ? {} : { title }),
        ...(actionId === undefined ? {} : { id: actionId }),
      };
      if (connector.presence(id) === 'removed')
        throw new Problem('Rød Tråd er fjernet her. Tilføj den igen for at svare.');
      if (request.type === 'Action.Submit') {
        await thenRefresh(connector.submitData(id, press)).catch(() => {
          throw new Problem('Svaret kom ikke frem. Prøv igen om lidt.');
        });
        return { status: 200, kind: 'none' };
      }
      const { all, ...outcome } = await thenRefresh(connector.execute(id, press));
      return outcome;
    },
    async file(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'removed')
        throw new Problem('Rød Tråd er fjernet her. Tilføj den igen for at svare.');
      const answer = request.accepted ? connector.acceptFile : connector.declineFile;
      const { status } = await thenRefresh(answer(id, { messageId: request.messageId })).catch(() => {
        throw new Problem('Svaret kom ikke frem. Prøv igen om lidt.');
      });
      if (status === 0 || status >= 400) throw new Problem('Svaret kom ikke frem. Prøv igen om lidt.');
      return { ok: true };
    },
    async presence(request) {
      const id = known(request.entraId);
      const change = {
        met: () => connector.meet(id),
        removed: () => connector.remove(id),
        blocked: async () => connector.block(id),
        unblocked: async () => connector.block(id, false),
      }[request.to];
      await thenRefresh(change()).catch(() => {
        throw new Problem(asleep);
      });
      return { ok: true };
    },
    async clock(request) {
      const move = 'to' in request ? { next: request.to } : { to: danishInstant(request.day, request.time) };
      if ('to' in move && Date.parse(move.to) <= watch.now().getTime()) throw new Problem('Uret kan kun stilles frem.');
      if (watch.state().moving) throw new Problem('Uret er allerede på vej.');
      return watch.move(move).catch(() => {
        throw new Problem('Uret kunne ikke stilles. Prøv igen om lidt.');
      });
    },
  };

  /** Other sites' pages can reach loopback too: only our own page and programs may ask for anything. */
  const isOurs = (incoming: IncomingMessage, port: number) => {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const { host = '', origin } = incoming.headers;
    return hosts.includes(host) && (origin === undefined || hosts.some((one) => origin === `http://${one}`));
  };

  async function work<Name extends RequestName>(name: Name, body: unknown): Promise<StageAnswers[Name]> {
    const parsed = requestSchemas[name].safeParse(body);
    if (!parsed.success) throw new Problem('Det forstod stagen ikke.');
    return handlers[name](parsed.data as Parsed[Name]);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
    const stage: StageEvent = {
      type: 'stage',
      people: peopleNow(),
      bot: watch.state(),
      entries: connector.log().slice(-entriesForPage),
    };
    response.write(`retry: 1000\ndata: ${JSON.stringify(stage)}\n\n`);
    listeners.add(response);
    const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
    response.once('close', () => {
      clearInterval(heartbeat);
      listeners.delete(response);
    });
    void watch.refresh();
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(body));
    };
    if (!isOurs(incoming, (server.address() as AddressInfo).port))
      return json(403, { problem: 'Kun fra stagens egen side.' });
    const [path = '/'] = (incoming.url ?? '/').split('?');
    if (incoming.method === 'GET' && path === '/api/events') return listen(response);
    if (incoming.method === 'GET') {
      const file = (await page).get(path);
      if (!file) return json(404, { problem: 'Den side findes ikke.' });
      response.writeHead(200, { ...securityHeaders, 'content-type': file.type });
      response.end(file.body);
      return;
    }
    const name = path.slice('/api/'.length);
    if (incoming.method !== 'POST' || !path.startsWith('/api/') || !Object.hasOwn(requestSchemas, name)) {
      return json(404, { problem: 'Det findes ikke.' });
    }
    if (!incoming.headers['content-type']?.startsWith('application/json')) return json(415, { problem: 'Kun JSON.' });
    try {
      json(200, await work(name as RequestName, await readJson(incoming)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      json(422, { problem: error.message });
    }
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ problem: 'Noget gik i stykker på stagen. Se, hvad der står i terminalen.' }));
    });
  });
  const stop = async () => {
    watch.stop();
    unwatch();
    server.closeAllConnections();
    await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), connector.stop()]);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(o.port, '127.0.0.1', resolve);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connector, stop };
}
