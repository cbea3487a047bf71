import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { contentOf, type JudgeOptions, judge, readRequest } from './bot-requests';
import type { AnswerFate } from './chat';
import type { BotRequest, Fault, FaultDesk } from './faults';
import { type FileShelf, fileHeaders } from './files';
import { isObject, parseJson } from './json';

export type ServeBotOptions = JudgeOptions & {
  readonly desk: FaultDesk;
  readonly files: FileShelf;
  /** Milliseconds that Teams' windows count by. */
  readonly windowClock: () => number;
  readonly beforeAccepting?: () => Promise<void>;
};

const largestBodyBytes = 8 * 1024 * 1024;
const shownPath = /^\/files\/([^/]+)\/([^/]+)$/;

/** Resolves after `ms`, or when the bot has gone; true where it still waits. */
function stillThere(response: ServerResponse, ms: number | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = ms === undefined ? undefined : setTimeout(() => resolve(true), ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBodyBytes) chunks.push(chunk);
  }
  return size <= largestBodyBytes ? Buffer.concat(chunks) : undefined;
}

const answerFates: Partial<Record<Fault['kind'], AnswerFate>> = {
  'reset-after': 'reset',
  delay: 'delayed',
  'lose-answer': 'lost',
  'no-id': 'without-id',
};

/** Answers what the bot asks of Teams: first the faults that were set, then Teams' windows, then Teams' own judgement. */
export function serveBot(o: ServeBotOptions): RequestListener {
  const { ledger, desk, files } = o;
  const noteRefusal = (request: BotRequest, status: number, code: string) => {
    const { wish, conversationId, entraId, activityId } = request;
    ledger.note({
      kind: 'refused',
      wish,
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(entraId === undefined ? {} : { entraId }),
      ...(activityId === undefined ? {} : { activityId }),
      status,
      code,
      ...contentOf(request.activity),
    });
  };

  function show(id: string, name: string, response: ServerResponse): void {
    const content = files.read(id);
    if (content === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Filen er her ikke længere.');
      return;
    }
    response.writeHead(200, fileHeaders(name)).end(content);
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(body));
    };
    const refuse = (status: number, code: string, message: string, headers?: Record<string, string>) =>
      answer(status, { error: { code, message } }, headers);

    const [path = ''] = (incoming.url ?? '').split('?');
    const shown = incoming.method === 'GET' ? shownPath.exec(path) : null;
    if (shown) return show(shown[1] ?? '', decodeURIComponent(shown[2] ?? ''), response);
    const wanted = readRequest(incoming.method ?? '', path, o);
    if (!wanted) {
      incoming.resume();
      return refuse(404, 'NotFound', `Teams offers no ${incoming.method} ${path}`);
    }
    if (desk.unread(wanted)) {
      noteRefusal(wanted, 0, 'reset');
      incoming.socket.resetAndDestroy();
      return;
    }
    const bytes = await readBody(incoming);
    const body = wanted.wish === 'upload' ? undefined : bytes?.toString('utf8');
    const parsed = body === undefined || body === '' ? undefined : parseJson(body);
    const request: BotRequest = isObject(parsed) ? { ...wanted, activity: parsed } : wanted;

    const fault = desk.read(request);
    if (fault?.kind === 'hang' && !(await stillThere(response, fault.ms))) return noteRefusal(request, 0, 'hang');
    if (fault?.kind === 'reset-before') {
      noteRefusal(request, 0, 'reset');
      incoming.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'refuse') {
      const code = fault.code ?? `Status${fault.status}`;
      noteRefusal(request, fault.status, code);
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      if (fault.body !== undefined) return answer(fault.status, fault.body, headers);
      return refuse(fault.status, code, fault.message ?? 'Refused by the stage.', headers);
    }
    const counted = request.wish === 'read' ? undefined : request.conversationId;
    // Files go to OneDrive, whose limits are its own.
    const windows = request.wish === 'upload' ? undefined : desk.windows();
    const waitMs = windows?.take(counted, o.windowClock()) ?? 0;
    if (waitMs > 0) {
      noteRefusal(request, 429, 'TooManyRequests');
      return refuse(429, 'TooManyRequests', 'Too many requests.', { 'retry-after': String(Math.ceil(waitMs / 1000)) });
    }

    await o.beforeAccepting?.();
    const { 'content-range': range, authorization } = incoming.headers;
    const verdict =
      request.fileId === undefined
        ? judge(request, body?.length ?? Number.POSITIVE_INFINITY, o)
        : files.judge({ id: request.fileId, range, authorization, bytes: bytes ?? Buffer.alloc(0) });
    if (!verdict.accepted) {
      noteRefusal(request, verdict.status, verdict.code);
      return refuse(verdict.status, verdict.code, verdict.message);
    }
    const fate = (fault && answerFates[fault.kind]) ?? 'sent';
    verdict.carryOut(fate, fault?.kind === 'late' ? fault.ms : 0);
    if (fault?.kind === 'reset-after') return void incoming.socket.resetAndDestroy();
    if (fault?.kind === 'lose-answer') return void (await stillThere(response, undefined));
    if (fault?.kind === 'delay' && !(await stillThere(response, fault.ms))) return;
    if (fault?.kind === 'no-id') return answer(202, {});
    answer(verdict.reply.status, verdict.reply.body);
  }

  return (incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      // A bot that hangs up while its body is read lands here too; there is nobody left to answer then.
      if (!response.headersSent) response.writeHead(500).end();
      if (!incoming.socket.destroyed) process.emitWarning(error instanceof Error ? error : String(error));
    });
  };
}
