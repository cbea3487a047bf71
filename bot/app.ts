import type { Caller, Capability } from './capability';
import { makeTurnHandler, pressFrom, type VerbTable } from './conversation/turn-handler';
import type { House } from './db/unit';
import { meetingsCapability } from './meetings/chat';
import type { Courier } from './messages/courier';
import { pump } from './messages/pump';
import { waitingCapability } from './obligations/chat';
import type { Kind, Registry, Renderer } from './obligations/kind';
import { type Beat, type Engine, tenantsDue, tick } from './obligations/tick';
import { pathwaysCapability } from './pathways/chat';
import type { Models } from './pathways/models';
import { homeCapability } from './people/chat';
import type { Surroundings } from './people/status';
import type { TurnHandler } from './turn';

export type App = {
  readonly handler: TurnHandler;
  readonly registry: Registry;
  readonly engine: Engine;
  readonly courier: Courier;
  /** One beat for every municipality that has something to do, and then their outboxes. */
  beat(): Promise<Beat>;
  /** What a wake-up asks for: what was opened or moved is planned, and the outbox sent; false when another process sends. */
  work(tenantId: string): Promise<boolean>;
};

export type AppParts = {
  readonly house: House;
  readonly models: Models;
  readonly development: boolean;
  readonly courier: Omit<Courier, 'house' | 'engine' | 'unreached'>;
  /** What `status` tells beyond the database; filled in by main. */
  readonly surroundings: Surroundings;
  /** Further capabilities; tests bring kinds of their own. */
  readonly more?: readonly Capability[];
  /** The planner; tests bring one with a planted fault. */
  readonly plan?: Engine['plan'];
};

/** The verbs that ladders may call, known before any ladder is read. */
export const LADDER_VERBS: ReadonlySet<string> = new Set([
  'meeting.past',
  'meeting.absence-word-past',
  'pathway.ground-ended',
]);

/** Puts the house together: every capability is registered here and nowhere else. */
export function createApp(parts: AppParts): App {
  const kinds = new Map<string, Kind>();
  const renderers = new Map<string, Renderer>();
  const registry: Registry = { kinds, renderers };
  const verbs: VerbTable = new Map();
  const press = (caller: Caller, verb: string, input: Readonly<Record<string, string>>) =>
    pressFrom(verbs, caller, verb, input);
  const capabilities = [
    homeCapability({ registry: () => registry, surroundings: parts.surroundings }),
    waitingCapability(() => registry, press),
    pathwaysCapability(parts.models),
    meetingsCapability(parts.models, () => registry),
    ...(parts.more ?? []),
  ];
  const unreached: Map<string, NonNullable<ReturnType<Courier['unreached']['get']>>> = new Map();
  for (const capability of capabilities) {
    for (const kind of capability.kinds ?? []) kinds.set(kind.kind, kind);
    for (const [name, renderer] of Object.entries(capability.renderers ?? {})) renderers.set(name, renderer);
    for (const [name, verb] of Object.entries(capability.verbs ?? {})) verbs.set(name, verb);
    for (const [matter, tell] of Object.entries(capability.unreached ?? {})) unreached.set(matter, tell);
  }
  const engine: Engine = { house: parts.house, registry, ...(parts.plan ? { plan: parts.plan } : {}) };
  const courier: Courier = { ...parts.courier, house: parts.house, engine, unreached };
  const commands = capabilities.flatMap((capability) => capability.commands ?? []);
  return {
    registry,
    engine,
    courier,
    handler: makeTurnHandler({ house: parts.house, development: parts.development, commands, verbs, registry }),
    beat: async () => {
      const all: Beat = { walked: 0, did: 0, digests: 0, defects: 0, stumbled: 0 };
      for (const tenantId of await tenantsDue(parts.house)) {
        const beat = await tick(engine, tenantId);
        for (const key of ['walked', 'did', 'digests', 'defects', 'stumbled'] as const) all[key] += beat[key];
        await pump(courier, tenantId);
      }
      return all;
    },
    work: async (tenantId) => {
      await tick(engine, tenantId);
      return (await pump(courier, tenantId)) !== undefined;
    },
  };
}
