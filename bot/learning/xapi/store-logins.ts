import { z } from 'zod/v4';

/** How Rød Tråd signs in at a learning record store (Basic). */
export type RecordStoreLogin = { readonly user: string; readonly password: string };

/**
 * Reads RECORD_STORE_KEYS: `<tenant id>=<user>:<password>`, separated by commas.
 * @param problems gets what is wrong, without what stands there: it is a secret
 * @returns the logins by tenant
 */
export function readRecordStores(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): ReadonlyMap<string, RecordStoreLogin> {
  const found = new Map<string, RecordStoreLogin>();
  for (const [at, part] of (env.RECORD_STORE_KEYS ?? '')
    .split(',')
    .filter((one) => one.trim() !== '')
    .entries()) {
    const [, tenant = '', user = '', password = ''] = /^([^=]+)=([^:]+):(.+)$/s.exec(part.trim()) ?? [];
    const tenantId = tenant.trim().toLowerCase();
    // A header is made of them: no control characters.
    if (!z.uuid().safeParse(tenantId).success || /\p{Cc}/u.test(user + password) || password === '')
      problems.push(
        `RECORD_STORE_KEYS, entry ${at + 1}: write <tenant id>=<user>:<password>, without a comma in them and without a colon in the user`,
      );
    else if (found.has(tenantId)) problems.push(`RECORD_STORE_KEYS names municipality ${tenantId} twice`);
    else found.set(tenantId, { user, password });
  }
  return found;
}
