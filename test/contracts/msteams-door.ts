import http from 'node:http';
import { createTeamsDoor, type Log, type TeamsDoor, type TeamsDoorOptions } from '../../bot/msteams/door';
import type { Answer, CardJson, OutCard, Posted, Turn, TurnHandler } from '../../bot/turn';
import { close, listen, urlOf } from './msteams-connector';

export const tenantId = '99999999-0000-0000-0000-000000000001';
export const annaId = '11111111-0000-0000-0000-000000000020';

export const card = (text: string): CardJson => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
export const outCard = (text: string): OutCard => ({ card: card(text), summary: `${text} (kort)` });

/** A message from Anna in her own chat, as Teams sends it. */
export function activity(serviceUrl: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: 'incoming-1',
    text: 'hjælp',
    channelId: 'msteams',
    serviceUrl,
    locale: 'da-DK',
    from: { id: '29:anna', name: 'Anna', aadObjectId: annaId },
    recipient: { id: '28:bot', name: 'Rød Tråd' },
    conversation: { id: 'a:anna', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...changes,
  };
}

/** Anna presses a button of a card that the bot had sent as `card-1`. */
export function press(serviceUrl: string, verb: string, data: unknown = {}): Record<string, unknown> {
  return activity(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
}

export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly fields: unknown; readonly text: string };

export function keptLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: unknown, text: string) => void lines.push({ level, fields, text });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export type House = TurnHandler & {
  readonly turns: Turn[];
  readonly told: { readonly turn: Turn; readonly answer: Answer; readonly posted: Posted }[];
  answer: (turn: Turn) => Answer | Promise<Answer>;
};

/** A house that remembers its turns, and answers what the test says. */
export function house(answer: House['answer'] = () => ({})): House {
  const made: House = {
    turns: [],
    told: [],
    answer,
    async handle(turn) {
      made.turns.push(turn);
      return made.answer(turn);
    },
    async answered(turn, given, posted) {
      made.told.push({ turn, answer: given, posted });
    },
  };
  return made;
}

export type Site = {
  readonly door: TeamsDoor;
  /** POSTs to the door over HTTP; a string is sent as it is. */
  call(body: unknown, authorization?: string): Promise<{ status: number; body: unknown; text: string }>;
  close(): Promise<void>;
};

/** The door behind a web server on loopback. */
export async function openSite(o: TeamsDoorOptions): Promise<Site> {
  const door = createTeamsDoor(o);
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const answer = await door.receive({ headers: request.headers, body: parsed(raw), bodyLength: raw.length });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await listen(server);
  return {
    door,
    async call(body, authorization) {
      const response = await fetch(`${urlOf(server)}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: parsed(Buffer.from(text)), text };
    },
    async close() {
      await door.close();
      await close(server);
    },
  };
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A door in development mode. */
export function openDevelopment(handler: TurnHandler, more: Partial<TeamsDoorOptions> = {}): Promise<Site> {
  const municipalities = [{ tenantId, botId: '', botSecret: '' }];
  return openSite({ municipalities, development: true, handler, log: keptLog(), ...more });
}
