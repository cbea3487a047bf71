const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long nobody else takes up a document that is just being delivered. */
export const CLAIM_MS = 2 * MINUTE_MS;

/** From the first wait to the longest, doubled each time. */
const WAITS = {
  /** Delivered; the other end has not acknowledged it yet. */
  pending: { first: 30 * SECOND_MS, longest: 15 * MINUTE_MS },
  /** Something at the other end, such as a disk that is full. */
  fault: { first: 30 * SECOND_MS, longest: HOUR_MS },
  /** Somebody must put it right: looked at again, so that nobody has to say when they have. */
  final: { first: HOUR_MS, longest: HOUR_MS },
} as const;

/** Milliseconds until a document is taken up again, after so many attempts (1 or more). */
export function waitMs(after: keyof typeof WAITS, attempts: number): number {
  const { first, longest } = WAITS[after];
  return Math.min(first * 2 ** (attempts - 1), longest);
}
