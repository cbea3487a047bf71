/** At most `most` requests within any `withinMs` milliseconds. */
export type Window = { readonly most: number; readonly withinMs: number };

/** Microsoft's limits for bots in Teams: each conversation by itself, and everything of one app in one tenant. */
export const teamsWindows: { readonly conversation: readonly Window[]; readonly tenant: readonly Window[] } = {
  conversation: [
    { most: 7, withinMs: 1_000 },
    { most: 8, withinMs: 2_000 },
    { most: 60, withinMs: 30_000 },
    { most: 1_800, withinMs: 3_600_000 },
  ],
  tenant: [{ most: 50, withinMs: 1_000 }],
};

/** Milliseconds until one more fits into all windows; 0 when it fits now. `taken` ascends. */
function waitFor(taken: readonly number[], windows: readonly Window[], at: number): number {
  let wait = 0;
  for (const { most, withinMs } of windows) {
    const oldest = taken[taken.length - most];
    if (oldest !== undefined) wait = Math.max(wait, oldest + withinMs - at);
  }
  return wait;
}

export type Windows = {
  /** Takes a place at `at` (ms) and returns 0, or takes none and returns the milliseconds until there is one. */
  take(conversationId: string | undefined, at: number): number;
  clear(): void;
};

/** Sliding windows, exact to the millisecond. A refused request takes no place. */
export function createWindows(limits: typeof teamsWindows = teamsWindows): Windows {
  const longest = (windows: readonly Window[]) => Math.max(0, ...windows.map((window) => window.withinMs));
  const keepConversationMs = longest(limits.conversation);
  const keepTenantMs = longest(limits.tenant);
  const conversations = new Map<string, number[]>();
  const tenant: number[] = [];

  const trim = (taken: number[], olderThan: number) => {
    const first = taken.findIndex((time) => time > olderThan);
    taken.splice(0, first === -1 ? taken.length : first);
  };

  return {
    take(conversationId, at) {
      const own = conversationId === undefined ? undefined : (conversations.get(conversationId) ?? []);
      trim(tenant, at - keepTenantMs);
      if (own) trim(own, at - keepConversationMs);
      const wait = Math.max(waitFor(tenant, limits.tenant, at), own ? waitFor(own, limits.conversation, at) : 0);
      if (wait > 0) return wait;
      tenant.push(at);
      if (own && conversationId !== undefined) {
        own.push(at);
        conversations.set(conversationId, own);
      }
      return 0;
    },
    clear() {
      conversations.clear();
      tenant.length = 0;
    },
  };
}
