import type { Organisation } from '../people/organisation';
import type { Standing } from '../people/rights';
import type { StepOwner } from './read-programs';
import type { Onboarding, OnboardingStep } from './store';

/** What somebody is to a new colleague's onboarding. */
export function standingsOn(found: Onboarding, personId: string, org: Organisation): Set<Standing> {
  const standings = new Set<Standing>();
  if (!org.isHere(personId)) return standings;
  const { personId: learnerId } = found.run;
  if (personId === learnerId) standings.add('learner');
  if (found.mentorship?.status === 'accepted' && found.mentorship.mentorId === personId) standings.add('mentor');
  const manager = org.managerOf(learnerId);
  if (manager !== undefined && (personId === manager || personId === org.atWorkFor(manager))) standings.add('manager');
  if (personId !== learnerId && org.hasRole(personId, 'onboarding_lead')) standings.add('onboarding-lead');
  return standings;
}

/** What somebody is to one step: whoever sees to it that it is done, and whoever answers for them while they are away. */
export function standingsOnStep(
  found: Onboarding,
  { step }: OnboardingStep,
  personId: string,
  org: Organisation,
): Set<Standing> {
  const standings = standingsOn(found, personId, org);
  const owner = ownerOf(step.owner, found, org);
  const answers =
    owner !== null && (personId === owner || (step.owner !== 'learner' && personId === org.atWorkFor(owner)));
  if (answers && org.isHere(personId)) standings.add('owner');
  return standings;
}

/** Who owes a step now. What nobody else can do falls to the nearest manager; null where there is none either. */
export function ownerOf(
  owner: StepOwner,
  found: Pick<Onboarding, 'run' | 'mentorship'>,
  org: Organisation,
): string | null {
  const { personId } = found.run;
  const manager = org.managerOf(personId) ?? null;
  switch (owner) {
    case 'learner':
      return personId;
    case 'manager':
      return manager;
    case 'mentor': {
      const { mentorship } = found;
      return mentorship?.status === 'accepted' && org.isHere(mentorship.mentorId) ? mentorship.mentorId : manager;
    }
    case 'onboarding-lead':
      return onboardingLead(org) ?? manager;
    default:
      return owner satisfies never;
  }
}

/** The step at which the new colleague meets units that theirs works with. */
export const isPartnerStep = ({ step }: OnboardingStep): boolean => step.kind === 'meeting' && step.owner === 'learner';

/** The onboarding lead, the first where there are several; undefined where the import names none. */
export const onboardingLead = (org: Organisation): string | undefined =>
  [...org.people.keys()].find((id) => org.hasRole(id, 'onboarding_lead') && org.isHere(id));

/** Whether somebody leads a department or somebody: a programme may be for those. */
export const leadsOthers = (personId: string, org: Organisation): boolean =>
  [...org.departments.values()].some((one) => one.managerId === personId) ||
  [...org.people.values()].some((one) => one.managerId === personId && org.isHere(one.id));
