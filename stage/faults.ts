import { createWindows, teamsWindows, type Windows } from './windows';

/** What a request of the bot can meet. */
export type Fault =
  /** Not accepted: any status, with Teams' error body or one's own. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      /** Seconds, or an HTTP date, as the header carries it. */
      readonly retryAfter?: number | string;
      readonly body?: unknown;
    }
  /** No answer for `ms`, and then as usual if the bot still waits; without `ms` until the bot gives up. Nothing is accepted before that. */
  | { readonly kind: 'hang'; readonly ms?: number }
  /** The connection is reset before anything was accepted. Set without a function, not even the body is read. */
  | { readonly kind: 'reset-before' }
  /** Accepted and kept; then the connection is reset instead of an answer. */
  | { readonly kind: 'reset-after' }
  /** Accepted at once, answered `ms` later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Accepted and kept; the answer never comes, the connection stays open until the bot gives up. */
  | { readonly kind: 'lose-answer' }
  /** Accepted and kept; the answer says so with 202, and names no id. */
  | { readonly kind: 'no-id' }
  /** Accepted and answered at once, but it stands in the chat only `ms` later: behind what came after it. */
  | { readonly kind: 'late'; readonly ms: number };

export type BotRequest = {
  readonly method: string;
  readonly path: string;
  /** What the bot asks for. */
  readonly wish: 'post' | 'update' | 'delete' | 'create' | 'read' | 'upload';
  readonly conversationId?: string;
  /** Whose 1:1 chat it is. */
  readonly entraId?: string;
  /** Updating or deleting: the message's id. */
  readonly activityId?: string;
  /** Uploading: the file's id. */
  readonly fileId?: string;
  /** The body; undefined where none could be parsed. */
  readonly activity?: Readonly<Record<string, unknown>>;
};

export type FaultRule = {
  /** Only this person's chat. */
  readonly entraId?: string;
  readonly conversationId?: string;
  /** Only these; without it posting, updating, deleting and creating, but neither reading nor uploading. */
  readonly wish?: BotRequest['wish'] | readonly BotRequest['wish'][];
  /** How many requests it meets before it is spent; without it all, until removed. */
  readonly times?: number;
  /** One fault for all, or a choice for each request; where it chooses none, later rules are asked and nothing is spent. */
  readonly fault: Fault | ((request: BotRequest) => Fault | undefined);
};

/** What deliveries to the bot can meet. */
export type InboundRule = {
  readonly entraId?: string;
  /** How many deliveries it meets before it is spent; without it all, until removed. */
  readonly times?: number;
  /** More copies with the same activity id, and with new ids; all at once, or one each `afterMs`. */
  readonly repeat?: { readonly sameId?: number; readonly newId?: number; readonly afterMs?: number };
  /** Holds deliveries until so many are there (or `waitMs`, 500, has passed), then delivers the last first, one by one. */
  readonly reorder?: { readonly count: number; readonly waitMs?: number };
};

export type Faults = {
  /** Adds a rule; rules are asked in the order they were added. Returns its removal. */
  add(rule: FaultRule): () => void;
  inbound(rule: InboundRule): () => void;
  /** Teams' windows: on from the start, off, or tighter ones of one's own. Setting them forgets what was counted. */
  windows(limits: boolean | typeof teamsWindows): void;
  /** No rules, nothing counted, Teams' windows on. */
  clear(): void;
};

/** The connector's side of the faults. */
export type FaultDesk = {
  readonly faults: Faults;
  /** A fault that is due before the body is read. */
  unread(request: BotRequest): Fault | undefined;
  /** The fault for a request whose body was read. */
  read(request: BotRequest): Fault | undefined;
  inbound(entraId: string | undefined): InboundRule | undefined;
  windows(): Windows | undefined;
};

type Counted<Rule> = { readonly rule: Rule; left: number };

function matches(rule: FaultRule, request: BotRequest): boolean {
  const wishes = rule.wish === undefined ? ['post', 'update', 'delete', 'create'] : [rule.wish].flat();
  return (
    wishes.includes(request.wish) &&
    (rule.entraId === undefined || rule.entraId === request.entraId) &&
    (rule.conversationId === undefined || rule.conversationId === request.conversationId)
  );
}

export function createFaults(): FaultDesk {
  const rules = new Set<Counted<FaultRule>>();
  const inboundRules = new Set<Counted<InboundRule>>();
  let windows: Windows | undefined = createWindows();

  const add = <Rule extends { readonly times?: number }>(set: Set<Counted<Rule>>, rule: Rule) => {
    const counted = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    if (counted.left > 0) set.add(counted);
    return () => void set.delete(counted);
  };
  const spend = <Rule>(set: Set<Counted<Rule>>, counted: Counted<Rule>) => {
    counted.left -= 1;
    if (counted.left <= 0) set.delete(counted);
  };

  return {
    faults: {
      add: (rule) => add(rules, rule),
      inbound: (rule) => add(inboundRules, rule),
      windows(limits) {
        windows = limits === false ? undefined : createWindows(limits === true ? teamsWindows : limits);
      },
      clear() {
        rules.clear();
        inboundRules.clear();
        windows = createWindows();
      },
    },
    unread(request) {
      const first = [...rules].find(({ rule }) => matches(rule, request));
      if (!first || typeof first.rule.fault === 'function' || first.rule.fault.kind !== 'reset-before')
        return undefined;
      spend(rules, first);
      return first.rule.fault;
    },
    read(request) {
      for (const counted of rules) {
        if (!matches(counted.rule, request)) continue;
        const { fault } = counted.rule;
        const chosen = typeof fault === 'function' ? fault(request) : fault;
        if (!chosen) continue;
        spend(rules, counted);
        return chosen;
      }
      return undefined;
    },
    inbound(entraId) {
      const found = [...inboundRules].find(({ rule }) => rule.entraId === undefined || rule.entraId === entraId);
      if (!found) return undefined;
      spend(inboundRules, found);
      return found.rule;
    },
    windows: () => windows,
  };
}
