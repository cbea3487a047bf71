import { z } from 'zod/v4';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { type Change, changePathway, formFaults } from './change-pathway';
import { emailHashes } from './externals';
import { LONGEST_EXTERNAL_NAME, LONGEST_EXTERNAL_ROLE } from './rules';

export type TypedExternal = { readonly name: string; readonly role: string; readonly email: string };

/** The longest address that mail servers take (RFC 5321, 4.5.3.1.3). */
const address = z.email().max(254);

/**
 * Gives somebody outside the municipality (a doctor, a housing association) a place in the team: they advise, with neither
 * duty nor vote, and are reached by e-mail when they are invited. One address is one external in the whole municipality.
 */
export async function addExternal(unit: Unit, asked: Change, typed: TypedExternal): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway, externals }) => {
    const [name, role, email] = [typed.name.trim(), typed.role.trim(), typed.email.trim()];
    const org = await organisation(unit);
    const faults: Record<string, string> = {};
    if (name === '') faults.name = 'name-missing';
    else if (name.length > LONGEST_EXTERNAL_NAME) faults.name = 'too-long';
    if (role === '') faults.role = 'role-missing';
    else if (role.length > LONGEST_EXTERNAL_ROLE) faults.role = 'too-long';
    if (!address.safeParse(email).success) faults.email = 'bad-email';
    else if ([...org.people.values()].some((one) => org.isHere(one.id) && sameAddress(one.email, email)))
      faults.email = 'email-of-staff';
    const refused = formFaults(faults);
    if (refused) return refused;
    const externalId = await keep(unit, { name, role, email }, pathway.id, asked.byId);
    if (externals.includes(externalId)) return { code: 'form', faults: { email: 'already-in' } };
    await unit.tx.teamSeat.create({
      data: {
        tenantId: unit.tenantId,
        id: unit.house.newId(),
        pathwayId: pathway.id,
        externalId,
        fromOn: dateFromDay(unit.today),
      },
    });
    unit.audit({
      act: 'external.add',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [externalId],
    });
    return undefined;
  });
}

const sameAddress = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The external who has this address, made where there is none. Name and role are put right while no other pathway knows
 * them; else they stay as the others have them.
 */
async function keep(unit: Unit, typed: TypedExternal, pathwayId: string, byId: string): Promise<string> {
  const { tx, tenantId } = unit;
  const hashes = emailHashes(unit, typed.email);
  // Two who add the same address at once make one external.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/external/${hashes[0]}`}, 0))`;
  const known = await tx.external.findFirst({ where: { tenantId, emailHash: { in: [...hashes] } } });
  const id = known?.id ?? unit.house.newId();
  const told = {
    nameSealed: unit.seal('external', 'name_sealed', id, typed.name),
    roleSealed: unit.seal('external', 'role_sealed', id, typed.role),
  };
  if (known) {
    const elsewhere = await tx.teamSeat.count({ where: { tenantId, externalId: id, pathwayId: { not: pathwayId } } });
    if (elsewhere === 0) await tx.external.update({ where: { tenantId_id: { tenantId, id } }, data: told });
    return id;
  }
  await tx.external.create({
    data: {
      tenantId,
      id,
      ...told,
      emailSealed: unit.seal('external', 'email_sealed', id, typed.email),
      emailHash: hashes[0] ?? '',
      addedById: byId,
      addedAt: unit.now,
    },
  });
  return id;
}
