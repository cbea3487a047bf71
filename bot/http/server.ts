import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type HttpAnswer = {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent in its place, for saving. */
  readonly file?: { readonly name: string; readonly content: Uint8Array };
  /** Sent in its place, as it is. */
  readonly text?: { readonly type: string; readonly content: string };
};
export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined where there was none or it could not be read. */
  readonly body: unknown;
  readonly bodyLength: number;
};
export type Route = (request: HttpRequest) => Promise<HttpAnswer>;

/** The door's own limit; a larger body is refused before it is read. */
const MOST_BYTES = 256 * 1024;
const PATIENCE_MS = 20_000;

/**
 * The plainest server that serves: exact paths, JSON in and out (or a file, or text), nothing internal in any answer.
 * @param routes by `<METHOD> <path>`
 */
export function serveHttp(options: {
  port: number;
  host: string;
  routes: ReadonlyMap<string, Route>;
}): Promise<{ server: Server; port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS }, (request, response) => {
    void answer(options.routes, request, response);
  });
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
  routes: ReadonlyMap<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (made: HttpAnswer) => {
    if (response.writableEnded) return;
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
    response.writeHead(made.status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(made.body === undefined ? '' : JSON.stringify(made.body));
  };
  try {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = routes.get(`${request.method} ${url.pathname}`);
    if (!route) return reply({ status: 404, body: { error: 'not-found' } });
    const raw = await readBody(request);
    if (raw === undefined) {
      response.setHeader('connection', 'close');
      return reply({ status: 413, body: { error: 'too-large' } });
    }
    reply(
      await route({
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: parse(raw),
        bodyLength: raw.length,
      }),
    );
  } catch {
    // What went wrong is in the log of whoever threw it; the caller learns nothing.
    reply({ status: 500, body: { error: 'failed' } });
  }
}

/** Undefined when the body is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
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
