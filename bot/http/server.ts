import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { dropRest, readBody } from './read-body';

export type HttpAnswer = {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent in its place, for saving. */
  readonly file?: { readonly name: string; readonly content: Uint8Array };
  /** Sent in its place, as it is. */
  readonly text?: { readonly type: string; readonly content: string };
};
/** As Node gives them, but for `authorization`: of two Node would drop one, and so they are a list. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; undefined where there was none or it could not be read. */
  readonly body: unknown;
  readonly bodyLength: number;
};
export type Route = (request: HttpRequest) => Promise<HttpAnswer>;
/** A route that looks at the head first: whoever is refused by that sends no body that anybody reads. */
export type Door = {
  readonly admit: (head: { readonly headers: Headers }) => Promise<HttpAnswer | undefined>;
  readonly enter: Route;
};

/** The door's own limit; a larger body is refused before it is read. */
const MOST_BYTES = 256 * 1024;
/** For the head of a request, and then for its body. */
const PATIENCE_MS = 20_000;
/** How long a refused body is still taken and dropped. A connection cut while the other side writes loses it the answer. */
const LINGER_MS = 1_000;

/**
 * The plainest server that serves: exact paths, JSON in and out (or a file, or text), nothing internal in any answer.
 * @param routes by `<METHOD> <path>`
 */
export function serveHttp(options: {
  port: number;
  host: string;
  routes: ReadonlyMap<string, Route | Door>;
  /** For tests. */
  patienceMs?: number;
}): Promise<{ server: Server; port: number; close(): Promise<void> }> {
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const times = {
    headersTimeout: patienceMs,
    // Beyond what a body is given here, where it can be answered in order.
    requestTimeout: 2 * patienceMs + LINGER_MS,
    connectionsCheckingInterval: Math.min(patienceMs / 2, 5_000),
  };
  const server = createServer(times, (request, response) => {
    void answer(options.routes, request, response, patienceMs);
  });
  server.on('clientError', refuseUnreadable);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : options.port;
      resolve({ server, port, close: () => close(server) });
    });
  });
}

async function answer(
  routes: ReadonlyMap<string, Route | Door>,
  request: IncomingMessage,
  response: ServerResponse,
  patienceMs: number,
): Promise<void> {
  try {
    const url = URL.canParse(request.url ?? '/', HERE) ? new URL(request.url ?? '/', HERE) : undefined;
    const route = url && routes.get(`${request.method} ${url.pathname}`);
    if (!url || !route) return await turnAway(request, response, 404, { error: 'not-found' });
    const headers = headersOf(request);
    const { admit, enter } = typeof route === 'function' ? { admit: undefined, enter: route } : route;
    const refusal = await admit?.({ headers });
    if (refusal) return await turnAway(request, response, refusal.status, refusal.body);
    const raw = await readBody(request, MOST_BYTES, patienceMs);
    if (raw === 'gone') return;
    if (raw === 'too-large') return await turnAway(request, response, 413, { error: 'too-large' });
    if (raw === 'late') return await turnAway(request, response, 408, { error: 'too-slow' });
    const made = await enter({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: parse(raw),
      bodyLength: raw.length,
    });
    reply(response, made);
  } catch {
    // What went wrong is in the log of whoever threw it; the caller learns nothing.
    reply(response, { status: 500, body: { error: 'failed' } });
  }
}

const HERE = 'http://localhost';

function headersOf(request: IncomingMessage): Headers {
  const given = request.headersDistinct.authorization;
  return given !== undefined && given.length > 1 ? { ...request.headers, authorization: given } : request.headers;
}

function reply(response: ServerResponse, made: HttpAnswer): void {
  if (response.headersSent) return;
  if (made.file) {
    response.writeHead(made.status, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(made.file.content);
    return;
  }
  if (made.text) {
    response.writeHead(made.status, { 'content-type': made.text.type });
    response.end(made.text.content);
    return;
  }
  response.writeHead(made.status, { 'content-type': JSON_TYPE });
  response.end(made.body === undefined ? '' : JSON.stringify(made.body));
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers before the body was read, and leaves the connection in order. */
async function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
): Promise<void> {
  const content = JSON.stringify(body ?? {});
  response.writeHead(status, {
    'content-type': JSON_TYPE,
    'content-length': Buffer.byteLength(content),
    connection: 'close',
  });
  response.write(content);
  await dropRest(request, LINGER_MS);
  response.end();
}

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What Node could not read as a request: it is no route's, and there is nothing to answer it but the status. */
function refuseUnreadable(fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (socket.writableEnded) return;
  if (!socket.writable || fault.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[fault.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function parse(raw: Buffer): unknown {
  if (raw.length === 0) return undefined;
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
