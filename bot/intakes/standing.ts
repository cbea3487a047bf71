import type { Organisation } from '../people/organisation';
import { may, type Right, type Standing } from '../people/rights';

/** Whoever opens classes and sees all of them. */
export const isOnboardingLead = (org: Organisation, personId: string): boolean =>
  org.isHere(personId) && org.hasRole(personId, 'onboarding_lead');

/** What somebody is to intakes as such. */
export const standingsOf = (org: Organisation, personId: string): Set<Standing> =>
  new Set(isOnboardingLead(org, personId) ? ['onboarding-lead', 'staff'] : ['staff']);

export const mayLead = (org: Organisation, personId: string): boolean =>
  may('intake.lead' satisfies Right, standingsOf(org, personId));

/** Whether a seat is theirs to answer. */
export const mayAnswer = (seat: { readonly personId: string }, personId: string): boolean =>
  may('intake.answer', new Set(seat.personId === personId ? (['owner'] as const) : []));

/** Who owes what an onboarding lead owes: whoever opened it as long as they are one, else the first by name. */
export function onboardingLead(org: Organisation, preferredId?: string): string | undefined {
  if (preferredId !== undefined && isOnboardingLead(org, preferredId)) return preferredId;
  return [...org.people.values()]
    .filter((one) => isOnboardingLead(org, one.id))
    .sort((one, other) => one.name.localeCompare(other.name, 'da'))[0]?.id;
}
