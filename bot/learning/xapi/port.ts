/** A statement on its way. */
export type OnItsWay = {
  readonly id: string;
  /** As it was kept: JSON. */
  readonly statement: unknown;
  /** It has been handed over before, and nobody knows whether it arrived. */
  readonly again: boolean;
};

/**
 * What became of a batch. `kept`: all of it is there. `refused`: one of them is not taken, and none of the others is there either.
 * `away`: nothing can be kept there just now, whatever it is.
 */
export type Handed =
  | { readonly kind: 'kept'; readonly conflict?: true }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'away'; readonly code: string };

/**
 * The way to where learning records are kept. Handing over again what is there changes nothing. Rejects for faults of ours only:
 * what can go wrong at the other end is a value.
 */
export type RecordAdapter = {
  /** @param given.on the day it is, `YYYY-MM-DD` */
  hand(given: { readonly batch: readonly OnItsWay[]; readonly on: string }): Promise<Handed>;
};
