import { z } from 'zod/v4';
import { endFormCard } from '../../cards/pathways/end-form';
import { moreCard } from '../../cards/pathways/more';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { changeBy, sentencesOf, showFor, showPathway } from './answers';
import { endPathway, type PathwayHooks } from './end-pathway';
import type { PathwayParts } from './read';
import { END_REASONS } from './rules';
import { aliasOf, startOf } from './standing';

const text = z.string().max(2_000);
const input = z.strictObject({
  pathway: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  reason: text.optional(),
  date: text.optional(),
  note: text.optional(),
});

/** What those who lead it change now and then; and the end, with a reason. */
export function endVerbs(parts: PathwayParts, hooks: PathwayHooks): Record<string, Verb> {
  return {
    'pathway.more': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) =>
        showFor(caller, given.pathway, 'pathway.change', ({ pathway }) =>
          pathway.status === 'open'
            ? { replace: moreCard({ pathwayId: pathway.id, ref: pathway.ref }, caller.locale) }
            : showPathway(caller, parts, pathway.id, 'replace'),
        ),
    }),
    'pathway.end-form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showForm(caller, parts, { ...given, date: caller.unit.today }, undefined),
    }),
    'pathway.end': verb({
      input,
      keepsTyped: true,
      act: (caller, { reason = '', date = '', note = '', ...given }) =>
        endPathway(caller.unit, hooks, changeBy(caller, given), { reason, date, note }),
      show: (caller, given, refused) =>
        refused && refused.code !== 'closed'
          ? showForm(caller, parts, given, refused)
          : showPathway(caller, parts, given.pathway, 'replace'),
    }),
  };
}

async function showForm(
  caller: Caller,
  parts: PathwayParts,
  given: Omit<z.output<typeof input>, 'version'>,
  refused: Refused | undefined,
): Promise<Answer> {
  const { unit } = caller;
  return showFor(caller, given.pathway, 'pathway.change', async ({ pathway }) => {
    if (pathway.status !== 'open') return showPathway(caller, parts, pathway.id, 'replace');
    const ahead = { tenantId: unit.tenantId, pathwayId: pathway.id, status: 'called', startsAt: { gt: unit.now } };
    const view = {
      pathwayId: pathway.id,
      version: pathway.version,
      ref: pathway.ref,
      alias: aliasOf(unit, pathway),
      reasons: END_REASONS,
      called: (await unit.tx.meeting.count({ where: ahead })) > 0,
      earliest: startOf(pathway),
      latest: unit.today,
      values: { reason: given.reason ?? '', date: given.date ?? '', note: given.note ?? '' },
      faults: sentencesOf(caller, refused),
    };
    return { replace: endFormCard(view, caller.locale) };
  });
}
