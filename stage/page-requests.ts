import { z } from 'zod/v4';
import type { BotWatch } from './bot-watch';
import type { Connector } from './connector';
import { danishInstant } from './danish-instant';
import type { ProblemCode, StageAnswers, StageRequests } from './page-api';

/** A fault that the person at the page can do something about. */
export class Problem extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

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

const isName = (name: string): name is RequestName => Object.hasOwn(requestSchemas, name);

/** What the page may ask for. */
export type PageRequests = {
  /** Whether there is a request of this name. */
  knows(name: string): boolean;
  /** Parses and carries out. Throws a {@link Problem} for what makes no sense or cannot be done now. */
  work(name: string, body: unknown): Promise<unknown>;
};

/** Carries out what the page asks for, with the connector's people and the bot that is watched. */
export function createPageRequests({ connector, watch }: { connector: Connector; watch: BotWatch }): PageRequests {
  const known = (id: string) => {
    if (!connector.people.some((person) => person.entraId === id)) throw new Problem('not-on-stage');
    return id;
  };
  /** What a person did has often changed what waits for others: the page is to know at once. */
  const thenRefresh = async <Result>(work: Promise<Result>, otherwise?: ProblemCode): Promise<Result> => {
    try {
      return await work;
    } catch (cause) {
      throw otherwise === undefined ? cause : new Problem(otherwise);
    } finally {
      void watch.refresh();
    }
  };

  const handlers: Handlers = {
    async open(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'never' && watch.state().awake) await thenRefresh(connector.meet(id), 'asleep');
      return { messages: connector.chat(id) };
    },
    async say(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'removed') throw new Problem('removed-say');
      await thenRefresh(connector.say(id, request.text), 'not-said');
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
      if (connector.presence(id) === 'removed') throw new Problem('removed-press');
      if (request.type === 'Action.Submit') {
        await thenRefresh(connector.submitData(id, press), 'not-answered');
        return { status: 200, kind: 'none' };
      }
      const { all, ...outcome } = await thenRefresh(connector.execute(id, press));
      return outcome;
    },
    async file(request) {
      const id = known(request.entraId);
      if (connector.presence(id) === 'removed') throw new Problem('removed-press');
      const answer = request.accepted ? connector.acceptFile : connector.declineFile;
      const { status } = await thenRefresh(answer(id, { messageId: request.messageId }), 'not-answered');
      if (status === 0 || status >= 400) throw new Problem('not-answered');
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
      await thenRefresh(change(), 'asleep');
      return { ok: true };
    },
    async clock(request) {
      const move = 'to' in request ? { next: request.to } : { to: danishInstant(request.day, request.time) };
      if ('to' in move && Date.parse(move.to) <= watch.now().getTime()) throw new Problem('clock-only-forward');
      if (watch.state().moving) throw new Problem('clock-moving');
      return watch.move(move).catch(() => {
        throw new Problem('clock-stuck');
      });
    },
  };

  async function carryOut<Name extends RequestName>(name: Name, body: unknown): Promise<StageAnswers[Name]> {
    const parsed = requestSchemas[name].safeParse(body);
    if (!parsed.success) throw new Problem('not-understood');
    return handlers[name](parsed.data as Parsed[Name]);
  }

  return {
    knows: isName,
    async work(name, body) {
      if (!isName(name)) throw new Problem('not-found');
      return carryOut(name, body);
    },
  };
}
