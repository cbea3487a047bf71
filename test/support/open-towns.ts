/** How to close the towns that are open: what a failed test left behind must not keep the run from ending. */
export const openTowns = new Set<() => Promise<void>>();
