import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed value stands: a value moved to another municipality, column or row cannot be opened there. */
export type SealPlace = {
  readonly tenantId: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
};

/** A municipality's keys by version (1 to 255), 32 bytes each; the highest seals, all open. */
export type TenantKeys = ReadonlyMap<number, Uint8Array>;

export type Sealer = {
  seal(place: SealPlace, text: string): Uint8Array<ArrayBuffer>;
  /** @throws when the value was altered, moved, or sealed with a key that is not there */
  open(place: SealPlace, sealed: Uint8Array): string;
  /**
   * Keyed hashes of a text, to find equal texts of one column without opening any: one for each key, the newest first. The
   * first is kept with the row; a row is looked for by all of them, since it may have been kept under an older key.
   * Shape: `<key version>:<SHA-256, base64url>`.
   */
  hashes(place: Omit<SealPlace, 'rowId'>, text: string): readonly string[];
};

const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;

/**
 * AES-256-GCM, bound to its place. Shape: key version (1 byte), nonce (12), ciphertext, tag (16).
 * @throws when a municipality has no key
 */
export function makeSealer(keysOf: (tenantId: string) => TenantKeys | undefined): Sealer {
  const keys = (tenantId: string) => {
    const found = keysOf(tenantId);
    if (!found || found.size === 0) throw new Error(`No data key for municipality ${tenantId}`);
    return found;
  };
  return {
    seal(place, text) {
      const [version, key] = [...keys(place.tenantId)].reduce((best, one) => (one[0] > best[0] ? one : best));
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([Buffer.from([version]), nonce, body, cipher.getAuthTag()]));
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed);
      // A shorter tag would be taken for a whole one, and is guessed sooner.
      if (bytes.length < 1 + NONCE + TAG) throw new Error('A sealed value is cut short');
      const key = keys(place.tenantId).get(bytes[0] ?? 0);
      if (!key) throw new Error(`No data key of version ${bytes[0]} for municipality ${place.tenantId}`);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE), {
        authTagLength: TAG,
      }).setAAD(bound(place));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, bytes.length - TAG)), decipher.final()]).toString(
        'utf8',
      );
    },
    hashes(place, text) {
      const column = Buffer.from([place.tenantId, place.table, place.column].join('|'), 'utf8');
      return [...keys(place.tenantId)]
        .sort(([one], [other]) => other - one)
        .map(([version, key]) => {
          // A key of its own for each column: what seals does not also hash, and equal texts of two columns look different.
          const own = Buffer.from(hkdfSync('sha256', key, column, 'keyed hash', KEY_BYTES));
          return `${version}:${createHmac('sha256', own).update(text, 'utf8').digest('base64url')}`;
        });
    },
  };
}

const bound = (place: SealPlace): Buffer =>
  Buffer.from([place.tenantId, place.table, place.column, place.rowId].join('|'), 'utf8');
