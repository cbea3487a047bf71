/** A token as it stands in the Authorization header, read and not yet believed. */
export type ReadToken = {
  /** The token itself, as it came. */
  readonly raw: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
};

const longestHeader = 8 * 1024;
const bearer = /^Bearer (([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+)$/;

/** Undefined for anything but one signed token of at most 8 KB, of which every part can be read in one way only. */
export function readToken(header: string | undefined): ReadToken | undefined {
  if (header === undefined || header.length > longestHeader) return undefined;
  const [, raw, headPart, claimsPart] = bearer.exec(header) ?? [];
  const head = decode(headPart);
  const claims = decode(claimsPart);
  return raw !== undefined && head && claims ? { raw, head, claims } : undefined;
}

function decode(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (part === undefined) return undefined;
  const text = Buffer.from(part, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return saysTwice(text) ? undefined : (value as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

/** Whether an object in the text, which is JSON, has the same name twice: readers differ on which of the two counts. */
function saysTwice(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [found, name, colon] of text.matchAll(tokens)) {
    if (found === '{') open.push(new Set());
    else if (found === '}') open.pop();
    else if (name !== undefined && colon !== undefined) {
      const names = open.at(-1);
      const plain: string = JSON.parse(name);
      if (names?.has(plain)) return true;
      names?.add(plain);
    }
  }
  return false;
}
