import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request that reached the connector whole. */
type Arrival = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
};

/** How the connector meets a request: an answer, or what it does to the connection. */
export type Manner =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'hang'
  | 'reset'
  | 'half-an-answer';

export type Connector = {
  readonly url: string;
  readonly arrivals: Arrival[];
  /** What the next requests meet; without a rule they are accepted. */
  manner: (arrival: Arrival) => Manner | undefined;
  /** Resets every connection before a byte of it is read. */
  deaf: boolean;
  close(): Promise<void>;
};

export const messages = (connector: Connector) => connector.arrivals.filter(({ body }) => body.type === 'message');

/** The smallest Bot Framework connector: keeps what arrives, gives every activity an id, misbehaves as told. */
export async function startConnector(): Promise<Connector> {
  let count = 0;
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const arrival: Arrival = {
        method: request.method ?? '',
        path: decodeURIComponent(request.url ?? ''),
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'),
      };
      connector.arrivals.push(arrival);
      const manner = connector.manner(arrival) ?? { status: 201, body: { id: `activity-${++count}` } };
      if (manner === 'hang') return;
      if (manner === 'reset') return request.socket.resetAndDestroy();
      if (manner === 'half-an-answer') {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"id":', () => request.socket.resetAndDestroy());
        return;
      }
      response.writeHead(manner.status, { 'content-type': 'application/json', ...manner.headers });
      response.end(JSON.stringify(manner.body ?? {}));
    });
  });
  server.on('connection', (socket: Socket) => {
    if (connector.deaf) socket.resetAndDestroy();
  });
  await listen(server);
  const connector: Connector = {
    url: urlOf(server),
    arrivals: [],
    manner: () => undefined,
    deaf: false,
    close: () => close(server),
  };
  return connector;
}

export function listen(server: http.Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

export const urlOf = (server: http.Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export function close(server: http.Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
