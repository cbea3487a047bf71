import type { Organisation } from '../people/organisation';
import type { Facts } from './kind';
import type { Audience, Ladder } from './ladder';

/** Who owes, and who holds the matter's roles now. */
export type Holders = {
  readonly ownerId: string | null;
  /** The person at opening, or the role: where nobody owns it any more, that person's leader is still the one to ask. */
  readonly ownerKey: string;
  readonly ownerRole: string;
  readonly roles: Facts['roles'];
};

/**
 * The person that an audience names at this moment; undefined where nobody holds the role.
 * While an owner is away, a kind with `absence: deputy` tells the deputy (the co-lead, for what a lead owes); a leader
 * upward who is away is answered for by the deputy.
 */
export function whoIs(audience: Audience, holders: Holders, ladder: Ladder, org: Organisation): string | undefined {
  const owner = holders.ownerId ?? undefined;
  const lead = holders.roles.lead ?? undefined;
  const atWork = (id: string | undefined) => (id === undefined ? undefined : org.atWorkFor(id));
  switch (audience) {
    case 'owner':
      return owner === undefined || ladder.absence !== 'deputy' ? owner : standsFor(owner, holders, org);
    case 'lead':
      return lead;
    case 'co-lead':
      return holders.roles.coLead ?? undefined;
    case 'owner.manager': {
      const before = owner ?? (org.people.has(holders.ownerKey) ? holders.ownerKey : lead);
      return before === undefined ? undefined : atWork(org.managerOf(before));
    }
    case 'lead.manager':
      return lead === undefined ? undefined : atWork(org.managerOf(lead));
    case 'common-leader': {
      // Of one who stands for both it is whoever leads them: nobody hears of themselves as their own leader.
      const both = new Set([owner, lead].filter((id) => id !== undefined));
      return atWork(org.commonLeaderOf([...both]));
    }
    case 'director':
      return withRole('director', org);
    case 'mentor':
      return holders.roles.mentor ?? undefined;
    case 'onboarding-lead':
      return withRole('onboarding_lead', org);
    default:
      return audience satisfies never;
  }
}

function standsFor(owner: string, holders: Holders, org: Organisation): string {
  if (org.awayUntil(owner) === undefined) return owner;
  const coLead = holders.roles.coLead;
  if (holders.ownerRole === 'lead' && coLead && org.awayUntil(coLead) === undefined) return coLead;
  return org.atWorkFor(owner);
}

function withRole(role: string, org: Organisation): string | undefined {
  return [...org.people.keys()].find((id) => org.hasRole(id, role) && org.isHere(id));
}
