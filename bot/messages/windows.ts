/** Teams' windows for sending into one conversation, and a municipality's budget below Teams' 50 requests a second. */
const PER_CONVERSATION = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
] as const;
const PER_TENANT = [{ ms: 1_000, most: 45 }] as const;
/** When to ask again while every place is taken by requests that are still under way. */
const ASK_AGAIN_MS = 25;

type Window = { readonly ms: number; readonly most: number };

export type Windows = {
  /** Milliseconds to wait before a request may leave (0: now, and it is under way until `over`). Wall clock. */
  admit(tenantId: string, conversationId: string, nowMs: number): number;
  /** A request that was admitted has been answered, or given up; with `left: false` it was never made. */
  over(tenantId: string, conversationId: string, nowMs: number, options?: { readonly left: boolean }): void;
  /** Nothing leaves for the municipality before this (a Retry-After that Teams gave for all of it). */
  hold(tenantId: string, untilMs: number): void;
};

/** What is counted against one conversation or municipality. */
type Counted = { underWay: number; times: number[] };

/**
 * Sliding windows in memory: one pump a municipality makes them local to one process. Teams counts a request when it
 * arrives, somewhere between its leaving and its answer: so it takes a place from the one on, and leaves it a window after
 * the other, whatever the network and a busy machine make of the time between.
 * Source: Microsoft, "Rate limiting for bots" (per bot per thread; per app per tenant).
 */
export function makeWindows(): Windows {
  const counts = new Map<string, Counted>();
  const held = new Map<string, number>();
  const countedFor = (key: string): Counted => {
    const known = counts.get(key);
    if (known) return known;
    const fresh: Counted = { underWay: 0, times: [] };
    counts.set(key, fresh);
    return fresh;
  };
  const waitFor = (key: string, windows: readonly Window[], nowMs: number): number => {
    const { underWay, times } = countedFor(key);
    let wait = 0;
    for (const window of windows) {
      const inside = times.filter((at) => at > nowMs - window.ms);
      const tooMany = inside.length + underWay - window.most;
      if (tooMany < 0) continue;
      const lastToLeave = inside[tooMany];
      wait = Math.max(wait, lastToLeave === undefined ? ASK_AGAIN_MS : lastToLeave + window.ms - nowMs);
    }
    return wait;
  };
  const places = (tenantId: string, conversationId: string) =>
    [
      { key: `${tenantId}/${conversationId}`, windows: PER_CONVERSATION, longestMs: 3_600_000 },
      { key: tenantId, windows: PER_TENANT, longestMs: 1_000 },
    ] as const;
  return {
    admit(tenantId, conversationId, nowMs) {
      const all = places(tenantId, conversationId);
      const wait = Math.max(
        (held.get(tenantId) ?? 0) - nowMs,
        ...all.map((one) => waitFor(one.key, one.windows, nowMs)),
      );
      if (wait > 0) return wait;
      for (const { key } of all) countedFor(key).underWay += 1;
      return 0;
    },
    over(tenantId, conversationId, nowMs, options = { left: true }) {
      for (const { key, longestMs } of places(tenantId, conversationId)) {
        const counted = countedFor(key);
        counted.underWay -= 1;
        counted.times = counted.times.filter((at) => at > nowMs - longestMs);
        if (options.left) counted.times.push(nowMs);
      }
    },
    hold(tenantId, untilMs) {
      held.set(tenantId, Math.max(held.get(tenantId) ?? 0, untilMs));
    },
  };
}
