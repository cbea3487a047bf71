import type { Organisation } from './organisation';
import type { Policy } from './policy';
import type { Standing } from './rights';

/** Who looks through the audit log's samples now: whoever has the policy's e-mail and is employed; undefined where nobody does. */
export function sampleResponsible({ auditSample }: Policy, org: Organisation): string | undefined {
  if (auditSample === null) return undefined;
  const wanted = auditSample.responsible.toLowerCase();
  return [...org.people.values()].find((one) => one.email.toLowerCase() === wanted && org.isHere(one.id))?.id;
}

/** What somebody is to the samples of the audit log: the one whose they are now, or nothing. */
export const standingsOnSamples = (policy: Policy, personId: string, org: Organisation): Set<Standing> =>
  new Set(sampleResponsible(policy, org) === personId ? ['owner'] : []);
