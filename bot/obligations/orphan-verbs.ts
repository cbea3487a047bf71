import { z } from 'zod/v4';
import { orphanCard } from '../../cards/home/orphan';
import { type Caller, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import type { Registry } from './kind';
import { dropOrphan, giveOrphan, heirsOf, orphanFor } from './settle-orphan';

const text = z.string().max(4_000);
const input = z.strictObject({ obligation: z.uuid(), person: text.optional(), reason: text.optional() });
type Given = z.output<typeof input>;

/** What stands without an owner: the manager gives it to a colleague, or lets it fall where the matter allows it. */
export function orphanVerbs(registry: () => Registry): Record<string, Verb> {
  return {
    'orphan.open': verb({
      input: z.strictObject({ obligation: z.uuid() }),
      show: (caller, given) => show(caller, registry(), given, 'post', undefined),
    }),
    'orphan.give': verb({
      input,
      keepsTyped: true,
      act: (caller, { obligation: id, person = '' }) =>
        giveOrphan(caller.unit, registry(), { id, personId: person, byId: caller.person.id }),
      show: (caller, given, refused) => show(caller, registry(), given, 'replace', refused),
    }),
    'orphan.drop': verb({
      input,
      keepsTyped: true,
      act: (caller, { obligation: id, reason = '' }) =>
        dropOrphan(caller.unit, registry(), { id, reason, byId: caller.person.id }),
      show: (caller, given, refused) => show(caller, registry(), given, 'replace', refused),
    }),
  };
}

async function show(
  caller: Caller,
  registry: Registry,
  given: Given,
  how: 'post' | 'replace',
  refused: Refused | undefined,
): Promise<Answer> {
  const { unit, person, organisation: org, locale, words: w } = caller;
  const found = await orphanFor(unit, registry, given.obligation, person.id);
  if (!found) return notFound(caller);
  const { row, orphan } = found;
  const { matterKind, matterId, pathwayId } = row;
  unit.audit({ act: 'orphan.see', actorId: person.id, matterKind, matterId, pathwayId });
  const pathway =
    pathwayId === null
      ? null
      : await unit.tx.pathway.findUnique({
          where: { tenantId_id: { tenantId: unit.tenantId, id: pathwayId } },
          select: { ref: true },
        });
  const again = refused?.code === 'form';
  const view = {
    id: row.id,
    ref: pathway?.ref ?? '',
    what: w.owed[row.kind] ?? '',
    before: org.people.get(row.ownerKey)?.name ?? '',
    state: row.closedAt !== null ? ('closed' as const) : row.ownerId !== null ? ('given' as const) : ('open' as const),
    owner: org.people.get(row.ownerId ?? '')?.name ?? '',
    colleagues: heirsOf(found, org).map(({ id, name }) => ({ id, name })),
    mayDrop: orphan.drop !== undefined,
    values: { person: given.person ?? '', reason: again ? (given.reason ?? '') : '' },
    faults: again ? faultsIn(caller, refused) : {},
  };
  const card = orphanCard(view, locale);
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}
