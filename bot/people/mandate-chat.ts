import { z } from 'zod/v4';
import { mandateCard } from '../../cards/home/mandate';
import { mandateFormCard } from '../../cards/home/mandate-form';
import { mandatePickCard } from '../../cards/home/mandate-pick';
import type { RefusalCode } from '../../content/words/words';
import { type Caller, type Capability, type Refused, verb } from '../capability';
import type { Unit } from '../db/unit';
import { dayOf, toMoment } from '../time/moment';
import type { Answer, Locale, OutCard } from '../turn';
import { LONGEST_MANDATE, newestMandate, standingsFor, writeMandate } from './mandate';
import { organisation } from './organisation';
import { may } from './rights';

const departmentInput = z.looseObject({ department: z.string().optional() });
const writeInput = z.strictObject({
  department: z.uuid(),
  over: z.union([z.uuid(), z.literal('')]),
  text: z.string().max(2_000).optional(),
});
type Written = z.output<typeof writeInput>;

/**
 * `mandat`: a manager writes what colleagues of the department may decide at a meeting, everybody else reads their own
 * department's. Somebody who has to do with several departments is asked which.
 */
export function mandateCapability(): Capability {
  const begin = async (caller: Caller): Promise<Answer> => {
    const mine = departmentsOf(caller);
    const [only] = mine;
    if (mine.length === 1 && only) return { post: [await open(caller, only.id)] };
    return { post: [mandatePickCard({ departments: mine, fault: false }, caller.locale)] };
  };
  const chosen = async (caller: Caller, departmentId: string | undefined): Promise<Answer> => {
    if (departmentId === undefined || departmentId === '')
      return { replace: mandatePickCard({ departments: departmentsOf(caller), fault: true }, caller.locale) };
    if (!mayRead(caller, departmentId)) return { say: caller.words.turn.notFound };
    return { replace: await open(caller, departmentId) };
  };
  return {
    name: 'mandate',
    commands: [
      {
        key: 'mandate',
        pattern: /^(?:mandat(?:et)?|mit mandat|vores mandat|mandates?|my mandate|our mandate)$/,
        names: ['mandat', 'mandate'],
        run: begin,
      },
    ],
    verbs: {
      'home.mandate': verb({ input: z.looseObject({}), show: begin }),
      'mandate.open': verb({ input: departmentInput, show: (caller, input) => chosen(caller, input.department) }),
      'mandate.form': verb({ input: departmentInput, show: (caller, input) => chosen(caller, input.department) }),
      'mandate.write': verb({
        input: writeInput,
        keepsTyped: true,
        act: async (caller, input) =>
          mayWrite(caller, input.department)
            ? writeMandate(
                caller.unit,
                { departmentId: input.department, text: input.text ?? '', over: input.over },
                caller.person.id,
              )
            : { code: 'not-yours' },
        show: async (caller, input, refused) => {
          // A press that came before may come again when somebody else has taken over the department.
          if (!mayRead(caller, input.department)) return { say: caller.words.turn.notFound };
          if (refused === undefined || !mayWrite(caller, input.department))
            return { replace: await reading(caller.unit, input.department, caller.person.id, caller.locale) };
          return { replace: await formAgain(caller, input, refused) };
        },
      }),
    },
    renderers: {
      mandate: async (unit, { matterId, personId, locale }) => {
        const org = await organisation(unit);
        const own = org.people.get(personId)?.departmentId === matterId;
        const writes = may('mandate.write', standingsFor(matterId, personId, org));
        return own || writes ? reading(unit, matterId, personId, locale) : undefined;
      },
    },
  };
}

/** Whoever writes gets the form, with what stands there; whoever reads gets the text. */
async function open(caller: Caller, departmentId: string): Promise<OutCard> {
  if (!mayWrite(caller, departmentId)) return reading(caller.unit, departmentId, caller.person.id, caller.locale);
  const written = await newestMandate(caller.unit, departmentId);
  return mandateFormCard(
    {
      departmentId,
      department: departmentName(caller, departmentId),
      over: written?.id ?? '',
      text: written?.text ?? '',
      longest: LONGEST_MANDATE,
      stands: null,
      fault: '',
    },
    caller.locale,
  );
}

/** The form once more, with what was typed; where somebody else wrote meanwhile, with their words beside it. */
async function formAgain(caller: Caller, input: Written, refused: Refused): Promise<OutCard> {
  const written = await newestMandate(caller.unit, input.department);
  const typed = input.text ?? '';
  const code = refused.faults?.text ?? refused.code;
  return mandateFormCard(
    {
      departmentId: input.department,
      department: departmentName(caller, input.department),
      over: written?.id ?? '',
      text: typed,
      longest: LONGEST_MANDATE,
      stands: written && (written.id !== input.over || code === 'cpr') ? written.text : null,
      fault: sentenceFor(code, typed, caller),
    },
    caller.locale,
  );
}

function sentenceFor(code: string, typed: string, { words: w }: Caller): string {
  switch (code) {
    case 'too-long':
      return w.mandate.form.tooLong(typed.trim().length, LONGEST_MANDATE);
    case 'changed-meanwhile':
      return w.mandate.form.changed;
    default:
      return w.refusals[code as RefusalCode] ?? code;
  }
}

async function reading(unit: Unit, departmentId: string, personId: string, locale: Locale): Promise<OutCard> {
  const org = await organisation(unit);
  const written = await newestMandate(unit, departmentId);
  return {
    ...mandateCard(
      {
        departmentId,
        department: org.departments.get(departmentId)?.name ?? '',
        written: written
          ? {
              text: written.text,
              by: org.people.get(written.byId)?.name ?? '',
              on: dayOf(toMoment(written.at, unit.policy.zone)),
            }
          : null,
        mayWrite: may('mandate.write', standingsFor(departmentId, personId, org)),
      },
      locale,
    ),
    keep: { kind: 'mandate', matterKind: 'mandate', matterId: departmentId },
  };
}

/** The departments whose mandate somebody writes, and their own. */
function departmentsOf(caller: Caller): { id: string; name: string; writes: boolean }[] {
  return [...caller.organisation.departments.values()]
    .filter((one) => mayRead(caller, one.id))
    .map((one) => ({ id: one.id, name: one.name, writes: mayWrite(caller, one.id) }))
    .sort((a, b) => Number(b.writes) - Number(a.writes) || a.name.localeCompare(b.name, 'da'));
}

const mayWrite = (caller: Caller, departmentId: string): boolean =>
  caller.organisation.departments.has(departmentId) &&
  may('mandate.write', standingsFor(departmentId, caller.person.id, caller.organisation));

const mayRead = (caller: Caller, departmentId: string): boolean =>
  caller.person.departmentId === departmentId || mayWrite(caller, departmentId);

const departmentName = (caller: Caller, departmentId: string): string =>
  caller.organisation.departments.get(departmentId)?.name ?? '';
