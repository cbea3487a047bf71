import { z } from 'zod/v4';
import { sampleCard } from '../../cards/audit/sample';
import { type Caller, type Capability, faultsIn, notFound, type Refused, saidOf, verb } from '../capability';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { standingsOnSamples } from '../people/sample-responsible';
import type { Answer, Locale, OutCard } from '../turn';
import { sampleKind } from './sample-kind';
import { sampleSeen } from './sample-seen';
import { type Again, sampleView } from './sample-view';
import { loadSample, type Sample } from './samples';
import { signSample } from './sign-sample';

const openInput = z.strictObject({ sample: z.uuid() });
const signInput = z.strictObject({
  sample: z.uuid(),
  closer: z
    .string()
    .regex(/^(?:\d{1,2}(?:,\d{1,2}){0,29})?$/)
    .optional(),
  note: z.string().max(4_000).optional(),
});
type Signed = z.output<typeof signInput>;

/** The routine sample of the audit log: looked through and signed off by whoever the policy names now; for others there is none. */
export function auditCapability(): Capability {
  return {
    name: 'audit',
    kinds: [sampleKind()],
    verbs: {
      'audit.sample-open': verb({
        input: openInput,
        show: (caller, { sample }) => show(caller, sample, 'post'),
      }),
      'audit.sample-sign': verb<Signed>({
        input: signInput,
        keepsTyped: true,
        act: ({ unit, person }, input) => signSample(unit, { sampleId: input.sample, ...typedIn(input) }, person.id),
        show: (caller, input, refused) =>
          show(caller, input.sample, 'replace', {
            ...(refused ? { refused } : {}),
            typed: typedIn(input),
          }),
      }),
    },
    renderers: {
      'audit-sample': async (unit, { matterId, personId, locale, sending }) => {
        const found = await sampleFor(unit, matterId, personId);
        if (!found) return 'gone';
        if (sending && found.signOff) return undefined;
        return draw(unit, found, { personId, locale }, sending ? { sending } : {});
      },
    },
  };
}

const typedIn = ({ closer = '', note = '' }: Signed) => ({
  closer: closer === '' ? [] : closer.split(',').map(Number),
  note,
});

/** A sample for whoever it is for at this moment; undefined for everybody else, as if there were none. */
async function sampleFor(unit: Unit, id: string, personId: string): Promise<Sample | undefined> {
  const org = await organisation(unit);
  if (!may('audit.sign-sample', standingsOnSamples(unit.policy, personId, org))) return undefined;
  return loadSample(unit, id);
}

async function show(
  caller: Caller,
  id: string,
  how: 'post' | 'replace',
  { refused, typed }: { readonly refused?: Refused; readonly typed?: Again['typed'] } = {},
): Promise<Answer> {
  const { unit, person, locale } = caller;
  const found = await sampleFor(unit, id, person.id);
  if (!found) return notFound(caller);
  sampleSeen(unit, found, person.id);
  const again: Again =
    refused?.code === 'form' ? { faults: faultsIn(caller, refused), ...(typed ? { typed } : {}) } : {};
  const card = await draw(unit, found, { personId: person.id, locale }, again);
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}

async function draw(
  unit: Unit,
  found: Sample,
  viewer: { readonly personId: string; readonly locale: Locale },
  again: Again,
): Promise<OutCard> {
  return {
    ...sampleCard(await sampleView(unit, found, viewer, again), viewer.locale),
    keep: { kind: 'audit-sample', matterKind: 'audit-sample', matterId: found.sample.id },
  };
}
