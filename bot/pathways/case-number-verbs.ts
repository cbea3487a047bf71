import { z } from 'zod/v4';
import { caseNumbersCard } from '../../cards/pathways/case-numbers';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { changeBy, isId, sentencesOf, showFor } from './answers';
import { caseNumbersOf, systemsUsed } from './case-numbers';
import { removeCaseNumber } from './remove-case-number';
import { KNOWN_SYSTEMS } from './rules';
import { saveCaseNumber } from './save-case-number';

const text = z.string().max(2_000);
const input = z.strictObject({
  pathway: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  /** One of the systems that were offered, or `other`. */
  system: text.optional(),
  other: text.optional(),
  number: text.optional(),
  remove: text.optional(),
});
type Given = z.output<typeof input>;

/** The pathway's numbers in the specialist systems: added, changed, taken away. */
export function caseNumberVerbs(): Record<string, Verb> {
  return {
    'case-number.form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showNumbers(caller, given.pathway, {}, undefined),
    }),
    'case-number.save': verb({
      input,
      keepsTyped: true,
      act: (caller, given) =>
        saveCaseNumber(caller.unit, changeBy(caller, given), {
          system: chosen(given),
          number: given.number ?? '',
        }),
      show: (caller, given, refused) => showNumbers(caller, given.pathway, refused ? given : {}, refused),
    }),
    'case-number.remove': verb({
      input,
      keepsTyped: true,
      act: async (caller, given) =>
        isId(given.remove)
          ? removeCaseNumber(caller.unit, changeBy(caller, given), given.remove)
          : { code: 'form', faults: { remove: 'pick-a-number' } },
      show: (caller, given, refused) => showNumbers(caller, given.pathway, refused ? given : {}, refused),
    }),
  };
}

/** The system that a form means: what was written, where something was; else what was picked. */
const chosen = ({ system = '', other = '' }: Given): string =>
  other.trim() !== '' ? other : system === 'other' ? '' : system;

async function showNumbers(
  caller: Caller,
  pathwayId: string,
  typed: Partial<Given>,
  refused: Refused | undefined,
): Promise<Answer> {
  return showFor(caller, pathwayId, 'pathway.change', async ({ pathway }) => {
    const systems = [...new Set([...(await systemsUsed(caller.unit)), ...KNOWN_SYSTEMS])];
    const view = {
      pathwayId,
      version: pathway.version,
      ref: pathway.ref,
      numbers: await caseNumbersOf(caller.unit, pathwayId),
      systems,
      values: {
        system: typed.system ?? systems[0] ?? 'other',
        other: typed.other ?? '',
        number: typed.number ?? '',
      },
      faults: sentencesOf(caller, refused),
    };
    return { replace: caseNumbersCard(view, caller.locale) };
  });
}
