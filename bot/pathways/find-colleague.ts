import type { Person } from '../../prisma/generated/client';
import type { Organisation } from '../people/organisation';
import { findPeople } from './rules';

/** Colleagues who are employed today and not among those left out, by a part of name or e-mail; six at most. */
export function findColleagues(
  org: Organisation,
  query: string,
  except: ReadonlySet<string>,
):
  | { readonly hits: readonly Person[]; readonly more: number }
  | { readonly fault: 'query-too-short' | 'nobody-found' } {
  const here = [...org.people.values()].filter((one) => org.isHere(one.id) && !except.has(one.id));
  const found = findPeople(here, query);
  if (found === 'too-short') return { fault: 'query-too-short' };
  return found.hits.length === 0 ? { fault: 'nobody-found' } : found;
}

/**
 * The one colleague that a form means: whoever was picked, else the only one who fits what was typed; nobody when nothing
 * was typed. With several, `several-found` and who they are.
 */
export function colleagueOf(
  org: Organisation,
  typed: string,
  pickedId: string,
  except: ReadonlySet<string>,
): { readonly person: Person | undefined } | { readonly fault: string; readonly hits: readonly Person[] } {
  if (typed.trim() === '') return { person: undefined };
  const found = findColleagues(org, typed, except);
  if ('fault' in found) return { fault: found.fault, hits: [] };
  const [only, second] = found.hits;
  // What was picked counts as long as it fits what is typed: a name that was typed anew is asked about anew.
  const picked = found.hits.find((one) => one.id === pickedId) ?? (second === undefined ? only : undefined);
  return picked ? { person: picked } : { fault: 'several-found', hits: found.hits };
}
