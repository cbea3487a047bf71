const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Statements in one request; a store takes them whole or not at all. */
export const BATCH = 50;
/** Batches in one go; the rest is taken up by the next beat. */
export const MOST_BATCHES = 20;
/** How long nobody else sends: far longer than one request may take. */
export const LEASE_MS = 2 * MINUTE_MS;
/** A statement that is not taken is handed over again, so that nobody has to say when the store has been put right. */
export const REFUSED_WAIT_MS = 60 * MINUTE_MS;

const FIRST_MS = 30 * SECOND_MS;
const LONGEST_MS = 15 * MINUTE_MS;

/** Milliseconds for which a store that does not answer is left alone: doubled each time. @param tries 1 or more */
export const awayWaitMs = (tries: number): number => Math.min(FIRST_MS * 2 ** (Math.min(tries, 20) - 1), LONGEST_MS);
