import { colleagueOf } from '../pathways/find-colleague';
import type { Organisation } from '../people/organisation';

type Hit = { readonly id: string; readonly name: string; readonly department: string };

/** The one colleague that a form means, or what is wrong, beside which input, and who fits where several do. */
export function findWho(
  org: Organisation,
  typed: string,
  pickedId: string,
):
  | { readonly personId: string }
  | { readonly fault: string; readonly input: 'who' | 'person'; readonly hits: readonly Hit[] } {
  const found = colleagueOf(org, typed, pickedId, new Set());
  if ('person' in found)
    return found.person ? { personId: found.person.id } : { fault: 'pick-somebody', input: 'who', hits: [] };
  const hits = found.hits.map((one) => ({
    id: one.id,
    name: one.name,
    department: org.departments.get(one.departmentId)?.name ?? '',
  }));
  return { fault: found.fault, input: hits.length > 1 ? 'person' : 'who', hits };
}
