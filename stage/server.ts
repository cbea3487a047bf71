import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BotWatch, watchBot } from './bot-watch';
import { bundlePage } from './bundle';
import { type Connector, type ConnectorEntry, type StagePerson, startConnector } from './connector';
import type { ProblemCode, StageEvent, StagePersonState } from './page-api';
import { createPageRequests, Problem } from './page-requests';

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

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > longestBodyBytes) throw new Problem('too-much');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Problem('unreadable');
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
  const requests = createPageRequests({ connector, watch });

  /** Other sites' pages can reach loopback too: only our own page and programs may ask for anything. */
  const isOurs = (incoming: IncomingMessage, port: number) => {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const { host = '', origin } = incoming.headers;
    return hosts.includes(host) && (origin === undefined || hosts.some((one) => origin === `http://${one}`));
  };

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
    const refuse = (status: number, problem: ProblemCode) => json(status, { problem });
    if (!isOurs(incoming, (server.address() as AddressInfo).port)) return refuse(403, 'elsewhere');
    const [path = '/'] = (incoming.url ?? '/').split('?');
    if (incoming.method === 'GET' && path === '/api/events') return listen(response);
    if (incoming.method === 'GET') {
      const file = (await page).get(path);
      if (!file) return refuse(404, 'not-found');
      response.writeHead(200, { ...securityHeaders, 'content-type': file.type });
      response.end(file.body);
      return;
    }
    const name = path.slice('/api/'.length);
    if (incoming.method !== 'POST' || !path.startsWith('/api/') || !requests.knows(name)) {
      return refuse(404, 'not-found');
    }
    if (!incoming.headers['content-type']?.startsWith('application/json')) return refuse(415, 'unreadable');
    try {
      json(200, await requests.work(name, await readJson(incoming)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(422, error.code);
    }
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ problem: 'broken' satisfies ProblemCode }));
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
