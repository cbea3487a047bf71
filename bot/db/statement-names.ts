/** A day's work is made of a few hundred statements; a connection keeps no more plans than this. */
const MOST = 1_000;

/**
 * Names a statement by its text, so that each connection has it prepared once and its plan kept: what a card needs is read by
 * few statements, again and again. Beyond the most it keeps, a statement has no name and is planned each time.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const known = new Map<string, string>();
  return ({ sql }) => {
    const name = known.get(sql);
    if (name !== undefined) return name;
    if (known.size >= MOST) return '';
    const made = `s${known.size + 1}`;
    known.set(sql, made);
    return made;
  };
}
