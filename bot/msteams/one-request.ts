import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { ServiceUrls } from './service-urls';

/** How a call to Teams came to nothing. */
export type Fault =
  /** Teams answered, and not with a 2xx. `retryAfterMs` as it asked for. */
  | { readonly kind: 'answered'; readonly status: number; readonly code?: string; readonly retryAfterMs?: number }
  /** No answer. `written` says whether a byte of the request can have reached Teams. */
  | { readonly kind: 'lost'; readonly written: boolean; readonly code: string }
  /** The address is not one the bot's token may go to; nothing was sent. */
  | { readonly kind: 'foreign' };

/** Thrown for a call that did not end well; carries codes only, never text from the wire. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

/** A request to Teams, with all its headers. */
type WholeRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Ends the call at once, wherever it is. */
  readonly signal: AbortSignal;
};

/** What Teams accepted: the id it gave, or '' when it gave none or its answer broke off after the status. */
export type Accepted = { readonly id: string };

export type OneRequest = {
  send(request: WholeRequest): Promise<Accepted>;
  /** Closes the connections kept for later. */
  close(): void;
};

/** Teams' answers are a few hundred bytes; what is longer is cut. */
const longestAnswer = 64 * 1024;
/** Idle connections are left before the usual minute of the other side, so that a call seldom meets a closing one. */
const idleMs = 15_000;

/**
 * One call, one request: nothing is repeated, followed or slept on, since Teams has no way to tell a repeated message
 * from a new one. Knows, when a call fails, whether Teams can have seen it. Rejects with `Undelivered` only.
 */
export function createOneRequest(serviceUrls: ServiceUrls): OneRequest {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, timeout: idleMs }),
    'https:': new https.Agent({ keepAlive: true, timeout: idleMs }),
  };
  return {
    send(request) {
      if (!serviceUrls.allows(request.url)) return Promise.reject(new Undelivered({ kind: 'foreign' }));
      const url = new URL(request.url);
      return url.protocol === 'https:'
        ? exchange(request, (options) => https.request(url, { ...options, agent: agents['https:'] }), 'secureConnect')
        : exchange(request, (options) => http.request(url, { ...options, agent: agents['http:'] }), 'connect');
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function exchange(
  { method, headers, body, signal }: WholeRequest,
  open: (options: http.RequestOptions) => http.ClientRequest,
  connected: 'connect' | 'secureConnect',
): Promise<Accepted> {
  return new Promise((resolve, reject) => {
    const lose = (code: string, written: boolean) => reject(new Undelivered({ kind: 'lost', written, code }));
    if (signal.aborted) return lose('timeout', false);

    let written = false;
    let answering = false;
    const call = open({ method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    call.once('socket', (socket: Socket) => {
      // Node writes the request as soon as the connection stands, so from here on it may have arrived.
      if (!socket.connecting) written = true;
      else socket.once(connected, () => (written = true));
    });
    const stop = () => call.destroy();
    signal.addEventListener('abort', stop, { once: true });
    call.once('close', () => signal.removeEventListener('abort', stop));

    call.once('response', (response) => {
      answering = true;
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > longestAnswer) response.destroy();
        else chunks.push(chunk);
      });
      // The status has decided the outcome: a body that breaks off only lacks the id or the code.
      response.on('error', () => undefined);
      response.once('close', () => {
        const answer = parse(Buffer.concat(chunks).toString('utf8'));
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve({ id: idOf(answer) });
        else reject(new Undelivered(refusal(status, answer, response.headers)));
      });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (!answering) lose(signal.aborted ? 'timeout' : shortCode(error.code), written);
    });
    call.end(body);
  });
}

function refusal(status: number, answer: unknown, headers: http.IncomingHttpHeaders): Fault {
  const code = codeOf(answer);
  const retryAfterMs = retryAfter(headers['retry-after'], headers.date);
  return {
    kind: 'answered',
    status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Retry-After in seconds or as a date; a date is read against the answer's own Date, so that no clock of ours matters. */
function retryAfter(header: string | undefined, date: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const ms = Date.parse(header) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function idOf(answer: unknown): string {
  const id = field(answer, 'id');
  return typeof id === 'string' ? id : '';
}

function codeOf(answer: unknown): string | undefined {
  const code = field(field(answer, 'error'), 'code');
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function shortCode(code: unknown): string {
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'network';
}
