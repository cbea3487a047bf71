import { serveHttp } from '../../bot/http/server';
import { createTeamsDoor, type Log, type TeamsDoor, type TeamsDoorOptions } from '../../bot/msteams/door';
import type { Answer, CardJson, OutCard, Posted, Turn, TurnHandler } from '../../bot/turn';

export const tenantId = '99999999-0000-4000-8000-000000000001';
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
  readonly port: number;
  /** POSTs to the door over HTTP; a string is sent as it is. */
  call(body: unknown, authorization?: string): Promise<{ status: number; body: unknown; text: string }>;
  close(): Promise<void>;
};

export type SiteOptions = Omit<TeamsDoorOptions, 'wall'> & { wall?: () => Date; patienceMs?: number };

/** The door behind the bot's own web server, on loopback. */
export async function openSite({ patienceMs, ...o }: SiteOptions): Promise<Site> {
  const door = createTeamsDoor({ wall: () => new Date(), ...o });
  const server = await serveHttp({
    port: 0,
    host: '127.0.0.1',
    routes: new Map([['POST /api/messages', { admit: door.admit, enter: door.receive }]]),
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return {
    door,
    port: server.port,
    async call(body, authorization) {
      const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: parsed(text), text };
    },
    async close() {
      server.server.closeAllConnections();
      await server.close();
      await door.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A door in development mode. */
export function openDevelopment(handler: TurnHandler, more: Partial<TeamsDoorOptions> = {}): Promise<Site> {
  const municipalities = [{ tenantId, botId: '', botSecret: '' }];
  return openSite({ municipalities, development: true, handler, log: keptLog(), ...more });
}
