import type { Unit } from '../db/unit';

/** Somebody outside the municipality, opened. */
export type OpenExternal = {
  readonly id: string;
  readonly name: string;
  /** What they are to the citizen: the doctor, the housing association. */
  readonly role: string;
  readonly email: string;
};

/** Externals by id; unknown ids are left out. Only for those who may see a pathway that they are in. */
export async function externalsOf(unit: Unit, ids: readonly string[]): Promise<Map<string, OpenExternal>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx.external.findMany({ where: { tenantId: unit.tenantId, id: { in: [...ids] } } });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: unit.open('external', 'name_sealed', row.id, row.nameSealed),
        role: unit.open('external', 'role_sealed', row.id, row.roleSealed),
        email: unit.open('external', 'email_sealed', row.id, row.emailSealed),
      },
    ]),
  );
}

/** Hashes of an address, to find whoever has it: the first is kept, all are looked for. */
export function emailHashes(unit: Unit, email: string): readonly string[] {
  const place = { tenantId: unit.tenantId, table: 'external', column: 'email_hash' };
  return unit.house.sealer.hashes(place, email.trim().toLowerCase());
}
