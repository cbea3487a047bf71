/** How long anything may take to come up on a page, in milliseconds. A quiet machine needs a second or two. */
export const WAIT_MS = Number(process.env.E2E_WAIT_MS ?? 30_000);
