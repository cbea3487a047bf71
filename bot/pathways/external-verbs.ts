import { z } from 'zod/v4';
import { externalFormCard } from '../../cards/pathways/external-form';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { addExternal } from './add-external';
import { changeBy, outcome, sentencesOf, showFor } from './answers';
import { emailHashes } from './externals';

const text = z.string().max(2_000);
const input = z.strictObject({
  pathway: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  name: text.optional(),
  role: text.optional(),
  email: text.optional(),
});
type Given = z.output<typeof input>;

/** Gives somebody outside the municipality a place in the team. */
export function externalVerbs(): Record<string, Verb> {
  return {
    'external.form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showForm(caller, given, undefined),
    }),
    'external.add': verb({
      input,
      keepsTyped: true,
      act: (caller, { name = '', role = '', email = '', ...given }) =>
        addExternal(caller.unit, changeBy(caller, given), { name, role, email }),
      show: (caller, given, refused) => (refused ? showForm(caller, given, refused) : showAdded(caller, given)),
    }),
  };
}

async function showForm(caller: Caller, given: Omit<Given, 'version'>, refused: Refused | undefined): Promise<Answer> {
  return showFor(caller, given.pathway, 'pathway.change', ({ pathway }) => {
    const view = {
      pathwayId: pathway.id,
      version: pathway.version,
      ref: pathway.ref,
      values: { name: given.name ?? '', role: given.role ?? '', email: given.email ?? '' },
      faults: sentencesOf(caller, refused),
    };
    return { replace: externalFormCard(view, caller.locale) };
  });
}

async function showAdded(caller: Caller, given: Given): Promise<Answer> {
  const { pathwayTeam: w, pathwayExternal } = caller.words;
  const { tx, tenantId } = caller.unit;
  return showFor(caller, given.pathway, 'pathway.change', async (known) => {
    const emailHash = { in: [...emailHashes(caller.unit, given.email ?? '')] };
    const external = await tx.external.findFirst({ where: { tenantId, emailHash }, select: { id: true } });
    const ground = external !== null && known.externalGrounds.has(external.id);
    const name = (given.name ?? '').trim();
    return outcome(caller, {
      pathwayId: known.pathway.id,
      quiet: pathwayExternal.quiet(known.pathway.ref),
      title: w.added.title(name),
      texts: [...(ground ? [] : [pathwayExternal.noGround(name)]), w.externalsText],
      summary: w.summary(known.pathway.ref),
      next: [
        ...(ground ? [] : [{ title: w.added.ground, verb: 'ground.form' }]),
        { title: w.added.another, verb: 'pathway.team' },
        { title: w.toPathway, verb: 'pathway.back' },
      ],
    });
  });
}
