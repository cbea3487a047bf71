/** Characters that nobody types and that no card, document or database should meet. */
const ILLEGIBLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;
/** An id, written in capitals by whoever had the card in between: what is sealed under it opens under the one spelling only. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** As deep as anything is judged; what is nested deeper is refused as a whole. */
const DEEPEST = 32;

/**
 * What came from a client, with every text in it as people can read it: without control characters other than tabs and line
 * breaks, without signs that turn the direction of what stands beside them, without halves of characters. Such a sign in one
 * person's text would change, or break, the cards of everybody who reads it. Ids are in small letters. Names of fields are left
 * as they are.
 */
export function legible<Value>(value: Value): Value {
  return cleared(value, 0) as Value;
}

function cleared(value: unknown, depth: number): unknown {
  if (typeof value === 'string')
    return ID.test(value) ? value.toLowerCase() : value.replace(/\u0085/g, '\n').replace(ILLEGIBLE, '');
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => cleared(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleared(inner, depth + 1)]));
}
