import { randomUUID } from 'node:crypto';
import { words } from '../../content/words/words';
import type { Route } from '../http/server';
import type { FileOffer, Turn, TurnHandler } from '../turn';

/** The stage plays Teams' file cards; the Agents Playground shows nothing of them. */
export const STAGE_BOT = '28:rod-traad';
const OPEN_MS = 10 * 60_000;
const MOST_OPEN = 100;

type Open = { readonly turn: Turn; readonly offer: FileOffer; readonly untilMs: number };

export type DevelopmentFiles = {
  /** The house, which says with each file it offers where else it can be had. */
  readonly handler: TurnHandler;
  readonly routes: ReadonlyMap<string, Route>;
};

/**
 * Files without Teams' file cards, in development mode (which is bound to loopback): a link that opens once and within ten
 * minutes. The file is asked for as if its card had been taken, by the same person, and made then.
 */
export function developmentFiles(o: {
  readonly handler: TurnHandler;
  /** Where this bot is, e.g. `http://127.0.0.1:3978`. */
  readonly url: () => string;
  readonly nowMs: () => number;
}): DevelopmentFiles {
  const open = new Map<string, Open>();

  const linkTo = (turn: Turn, offer: FileOffer): string => {
    const nowMs = o.nowMs();
    for (const [token, one] of open) if (one.untilMs <= nowMs || open.size >= MOST_OPEN) open.delete(token);
    const token = randomUUID();
    open.set(token, { turn, offer, untilMs: nowMs + OPEN_MS });
    return `${o.url()}/dev/files?token=${token}`;
  };

  const take: Route = async ({ query }) => {
    const token = query.get('token') ?? '';
    const found = open.get(token);
    open.delete(token);
    if (!found || found.untilMs <= o.nowMs()) return { status: 404, body: { error: 'not-found' } };
    const { verb, data } = found.offer;
    const turn: Turn = {
      ...found.turn,
      activityId: `development-file:${token}`,
      input: { kind: 'file', verb, data, accepted: true },
    };
    const answer = await o.handler.handle(turn);
    await o.handler.answered(turn, answer, []);
    return answer.file ? { status: 200, file: answer.file } : { status: 404, body: { error: 'not-found' } };
  };

  return {
    handler: {
      async handle(turn) {
        const answer = await o.handler.handle(turn);
        if (!answer.offer || turn.place.botId === STAGE_BOT) return answer;
        return {
          ...answer,
          offer: { ...answer.offer, word: words(turn.locale).files.link(linkTo(turn, answer.offer)) },
        };
      },
      answered: (turn, answer, posted) => o.handler.answered(turn, answer, posted),
    },
    routes: new Map<string, Route>([['GET /dev/files', take]]),
  };
}
