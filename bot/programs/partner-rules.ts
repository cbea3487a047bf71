/** A department that could be met, and with how many open pathways its people and the new colleague's share. */
export type PartnerUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly shared: number;
};

/** So many units a new colleague meets. */
const MEETS = 3;

/**
 * The units to meet: of other kinds than the new colleague's own, those that share most pathways with it first, and of each
 * kind one before a second of any. Leadership is nobody's partner in daily work.
 */
export function unitsToMeet(ownKind: string, units: readonly PartnerUnit[]): readonly PartnerUnit[] {
  const ranked = units
    .filter((one) => one.kind !== ownKind && one.kind !== 'leadership')
    .sort((a, b) => b.shared - a.shared || a.name.localeCompare(b.name, 'da'));
  const first = ranked.filter((one, at) => ranked.findIndex((other) => other.kind === one.kind) === at);
  const others = ranked.filter((one) => !first.includes(one));
  return [...first, ...others].slice(0, MEETS);
}

/** How many open pathways each department shares with one of them. */
export function sharedWith(departmentId: string, pathways: Iterable<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const departments of pathways) {
    if (!departments.has(departmentId)) continue;
    for (const one of departments) if (one !== departmentId) shared.set(one, (shared.get(one) ?? 0) + 1);
  }
  return shared;
}
