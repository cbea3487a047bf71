import { z } from 'zod/v4';
import { agreementCard } from '../../cards/meetings/agreement';
import type { Agreement } from '../../prisma/generated/client';
import { type Caller, type Capability, faultsIn, notFound, type Refused, saidOf, verb } from '../capability';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { may, type Right } from '../people/rights';
import type { Answer } from '../turn';
import { agreementKinds, agreementRenderer } from './kinds';
import { type AgreementStep, settleAgreement } from './settle-agreement';
import { agreementView, type Typed } from './show';
import { standingsOf } from './standing';
import { lockAgreement } from './store';

const text = z.string().max(2_000);
const input = z.looseObject({
  agreement: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  due: text.optional(),
  because: text.optional(),
});
type Given = z.output<typeof input>;

/** What was agreed: looked at, kept, moved to a later date, or fallen away. */
export function agreementsCapability(): Capability {
  const find = async (
    caller: Caller,
    id: string,
    right: Right,
  ): Promise<{ row: Agreement; known: PathwayWithTeam } | undefined> => {
    const { unit, person, organisation } = caller;
    const row = await unit.tx.agreement.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
    const known = row ? (await pathwaysWithTeam(unit, [row.pathwayId])).get(row.pathwayId) : undefined;
    if (!row || !known || row.status === 'draft') return undefined;
    return may(right, standingsOf(row, known, person.id, organisation)) ? { row, known } : undefined;
  };
  const show = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    typed?: Typed,
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await find(caller, id, 'agreement.settle');
    if (!found) return notFound(caller);
    const { unit, person, organisation, locale } = caller;
    unit.audit({
      act: 'agreement.see',
      actorId: person.id,
      matterKind: 'agreement',
      matterId: id,
      pathwayId: found.known.pathway.id,
    });
    const view = await agreementView(unit, found.row, found.known, {
      mayDrop: may('pathway.change', standingsOf(found.row, found.known, person.id, organisation)),
      faults: faultsIn(caller, refused),
      ...(typed ? { typed } : {}),
    });
    const card = {
      ...agreementCard(view, locale),
      keep: { kind: 'agreement', matterKind: 'agreement', matterId: id },
    };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
  };
  const settling = (right: Right, stepOf: (given: Given) => AgreementStep) =>
    verb<Given>({
      input,
      keepsTyped: true,
      act: async (caller, given) => {
        await lockAgreement(caller.unit, given.agreement);
        if (!(await find(caller, given.agreement, right))) return { code: 'not-yours' };
        return settleAgreement(caller.unit, given.agreement, given.version, stepOf(given), caller.person.id);
      },
      show: (caller, given, refused) =>
        show(
          caller,
          given.agreement,
          'replace',
          refused?.code === 'form' ? { due: given.due ?? '', because: given.because ?? '' } : undefined,
          refused,
        ),
    });
  return {
    name: 'agreements',
    kinds: agreementKinds(),
    renderers: { agreement: agreementRenderer },
    verbs: {
      'agreement.open': verb({
        input: z.strictObject({ agreement: z.uuid() }),
        show: (caller, given) => show(caller, given.agreement, 'post'),
      }),
      'agreement.done': settling('agreement.settle', () => ({ kind: 'done' })),
      'agreement.later': settling('agreement.settle', (given) => ({
        kind: 'later',
        due: given.due ?? '',
        because: given.because ?? '',
      })),
      'agreement.drop': settling('pathway.change', (given) => ({ kind: 'drop', because: given.because ?? '' })),
    },
  };
}
