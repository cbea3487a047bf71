import { createHash } from 'node:crypto';

/** An audit row as it is sealed: all of it but the municipality, to which the chain belongs. */
export type SealedRow = {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly act: string;
  readonly matterKind: string;
  readonly matterId: string | null;
  readonly pathwayId: string | null;
  readonly codes: readonly string[];
};

/** What the first block is chained to. */
export const BEGINNING = '0'.repeat(64);
/** So many rows are one block at most. */
export const MOST_ROWS = 5_000;
/** Nobody writes rows for longer than this within one transaction (an import has three minutes): older ones are all there. */
export const STILL_OPEN_MS = 5 * 60_000;

/**
 * The hash of a block: of the block before, its number and every row of it in the order of their ids. A row that is changed,
 * taken out, put in or moved to another block gives another.
 * @returns SHA-256, hex
 */
export function hashOfBlock(prevHash: string, n: number, rows: readonly SealedRow[]): string {
  const hash = createHash('sha256').update(`${prevHash}\n${n}\n${rows.length}\n`);
  for (const row of rows) {
    const { id, at, actorId, act, matterKind, matterId, pathwayId, codes } = row;
    hash.update(`${JSON.stringify([id, at.toISOString(), actorId, act, matterKind, matterId, pathwayId, codes])}\n`);
  }
  return hash.digest('hex');
}

/** The smallest id that the house gives at an instant: ids are of version 7 and begin with the milliseconds (RFC 9562). */
export function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
