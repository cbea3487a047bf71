/** A document on its way: the same key is the same document, however often it is delivered. */
export type Delivery = {
  /** Small letters, figures and hyphens; made of ids only. */
  readonly key: string;
  readonly pdf: Uint8Array;
  /** JSON. */
  readonly body: string;
};

/**
 * What became of a delivery. `pending`: delivered, and nobody has acknowledged it yet. `failed` with `final: false` is tried
 * again by itself and soon; `final: true` needs somebody to put it right first, and is then taken up again as well.
 */
export type Delivered =
  | { readonly kind: 'acknowledged'; readonly receipt: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly code: string; readonly final: boolean };

/**
 * The way to one specialist system: a folder, later a signed webhook or a system's own. Delivering again what has been
 * delivered changes nothing. Rejects for faults of ours only: what can go wrong at the other end is a value.
 */
export type JournalAdapter = { deliver(delivery: Delivery): Promise<Delivered> };
