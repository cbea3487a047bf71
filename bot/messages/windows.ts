/** Teams' windows for sending into one conversation, and a municipality's budget below Teams' 50 requests a second. */
const PER_CONVERSATION = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
] as const;
const PER_TENANT = [{ ms: 1_000, most: 45 }] as const;

type Window = { readonly ms: number; readonly most: number };

export type Windows = {
  /** Milliseconds to wait before a request may leave (0: now, and it is counted). Wall clock. */
  admit(tenantId: string, conversationId: string, nowMs: number): number;
  /** Nothing leaves for the municipality before this (a Retry-After that Teams gave for all of it). */
  hold(tenantId: string, untilMs: number): void;
};

/**
 * Sliding windows in memory: one pump a municipality makes them local to one process.
 * Source: Microsoft, "Rate limiting for bots" (per bot per thread; per app per tenant).
 */
export function makeWindows(): Windows {
  const sent = new Map<string, number[]>();
  const held = new Map<string, number>();
  const waitFor = (key: string, windows: readonly Window[], nowMs: number): number => {
    const times = sent.get(key) ?? [];
    let wait = 0;
    for (const window of windows) {
      const inside = times.filter((at) => at > nowMs - window.ms);
      const first = inside[inside.length - window.most];
      if (first !== undefined) wait = Math.max(wait, first + window.ms - nowMs);
    }
    return wait;
  };
  const count = (key: string, longestMs: number, nowMs: number) => {
    const times = (sent.get(key) ?? []).filter((at) => at > nowMs - longestMs);
    times.push(nowMs);
    sent.set(key, times);
  };
  return {
    admit(tenantId, conversationId, nowMs) {
      const thread = `${tenantId}/${conversationId}`;
      const wait = Math.max(
        (held.get(tenantId) ?? 0) - nowMs,
        waitFor(thread, PER_CONVERSATION, nowMs),
        waitFor(tenantId, PER_TENANT, nowMs),
        0,
      );
      if (wait > 0) return wait;
      count(thread, 3_600_000, nowMs);
      count(tenantId, 1_000, nowMs);
      return 0;
    },
    hold(tenantId, untilMs) {
      held.set(tenantId, Math.max(held.get(tenantId) ?? 0, untilMs));
    },
  };
}
