import { z } from 'zod/v4';
import { type Caller, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { type CardOfLead, drawLead } from './draw';
import { keepBaton } from './keep-baton';
import { tellCitizen } from './tell-citizen';
import { showHandover } from './verbs';

const text = z.string().max(4_000);
const pathwayInput = z.strictObject({ pathway: z.uuid() });
const toldInput = z.strictObject({
  handover: z.uuid(),
  how: text.optional(),
  toldOn: text.optional(),
  said: text.optional(),
});
const keepInput = z.strictObject({
  pathway: z.uuid(),
  round: z.coerce.number().pipe(z.int32()),
  reason: text.optional(),
});

/** That the citizen knows who leads, a pathway without a lead, and a lead who came to another department. */
export function leadVerbs(): Record<string, Verb> {
  return {
    'lead.told-open': verb({
      input: z.strictObject({ handover: z.uuid() }),
      show: (caller, given) => showHandover(caller, given.handover, 'lead-told', 'post'),
    }),
    'lead.told': verb({
      input: toldInput,
      keepsTyped: true,
      act: (caller, { how = '', toldOn = '', said = '', ...given }) =>
        tellCitizen(caller.unit, { handoverId: given.handover, byId: caller.person.id }, { how, toldOn, said }),
      show: (caller, { handover, how = '', toldOn = '', said = '' }, refused) =>
        showHandover(caller, handover, 'lead-told', 'replace', refused, { how, toldOn, said }),
    }),
    'lead.missing-open': verb({
      input: pathwayInput,
      show: (caller, given) => showLead(caller, given.pathway, 'lead-missing', 'post'),
    }),
    'lead.moved-open': verb({
      input: pathwayInput,
      show: (caller, given) => showLead(caller, given.pathway, 'lead-moved', 'post'),
    }),
    'lead.keep': verb({
      input: keepInput,
      keepsTyped: true,
      act: (caller, given) =>
        keepBaton(
          caller.unit,
          { pathwayId: given.pathway, round: given.round, byId: caller.person.id },
          given.reason ?? '',
        ),
      show: (caller, given, refused) =>
        showLead(caller, given.pathway, 'lead-moved', 'replace', refused, { reason: given.reason ?? '' }),
    }),
  };
}

async function showLead(
  caller: Caller,
  pathwayId: string,
  kind: CardOfLead,
  how: 'post' | 'replace',
  refused?: Refused,
  typed?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { unit, person, locale } = caller;
  const again = refused?.code === 'form' ? { faults: faultsIn(caller, refused), ...(typed ? { typed } : {}) } : {};
  const card = await drawLead({ unit, personId: person.id, locale }, pathwayId, kind, again);
  if (!card) return notFound(caller);
  unit.audit({ act: 'handover.see', actorId: person.id, matterKind: 'pathway', matterId: pathwayId, pathwayId });
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}
