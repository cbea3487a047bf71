import { z } from 'zod/v4';
import { type GroundFormView, type GroundInput, groundFormCard } from '../../cards/pathways/ground-form';
import { groundGoneCard } from '../../cards/pathways/ground-gone';
import { groundSharedCard } from '../../cards/pathways/ground-shared';
import { groundWithdrawCard } from '../../cards/pathways/ground-withdraw';
import { groundsCard } from '../../cards/pathways/grounds';
import { type Caller, type Capability, faultsIn, notFound, type Refused, refusalIn, verb } from '../capability';
import type { Unit } from '../db/unit';
import type { Renderer } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import type { Answer, Locale, OutCard } from '../turn';
import { groundEndKind } from './ground-end';
import { groundGoneView, groundSharedView, groundWithdrawView } from './ground-gone';
import { groundFormView, groundsView } from './ground-read';
import { holdsOn } from './ground-rules';
import type { SharingHooks } from './ground-sharing';
import { readGroundForm } from './read-ground-form';
import { registerGround } from './register-ground';
import { type GroundRow, type PathwayWithTeam, pathwayFor, reachOf, standingsIn } from './standing';
import { loadGround, withdrawGround } from './withdraw-ground';

const text = z.string().max(2_000);
/** Several ids with commas between; a house has a few hundred departments at most. */
const ids = z.string().max(20_000);
const pathwayInput = z.strictObject({ pathway: z.uuid() });
const formInput = z.strictObject({
  pathway: z.uuid(),
  form: z.uuid(),
  kind: text.optional(),
  given: text.optional(),
  law: text.optional(),
  departments: ids.optional(),
  externals: ids.optional(),
  others: ids.optional(),
  until: text.optional(),
  born: text.optional(),
});
type FormInput = z.output<typeof formInput>;
type Found = { readonly ground: GroundRow; readonly known: PathwayWithTeam };

/** Grounds for sharing: noted, looked at, withdrawn, run out. What else stops and begins with them is for the hooks. */
export function groundsCapability(hooks: SharingHooks): Capability {
  const showList = async (
    caller: Caller,
    pathwayId: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, 'pathway.see');
    if (!known) return notFound(caller);
    seen(caller, 'pathway', pathwayId, known);
    const card = await listCard(caller.unit, known, caller.person.id, caller.locale);
    const say = refused === undefined ? {} : { say: refusalIn(caller, refused.code) };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...say };
  };
  const showForm = async (
    caller: Caller,
    pathwayId: string,
    form: string,
    how: 'post' | 'replace',
    typed?: GroundFormView['values'],
    refused?: Refused,
  ): Promise<Answer> => {
    const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, 'ground.register');
    if (known?.pathway.status !== 'open') return notFound(caller);
    seen(caller, 'pathway', pathwayId, known);
    const faults = faultsIn(caller, refused);
    const view = await groundFormView(caller.unit, known, { form, faults, ...(typed ? { typed } : {}) });
    const card = groundFormCard(view, caller.locale);
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  const groundFor = async (caller: Caller, id: string, right: Right): Promise<Found | undefined> => {
    const found = await loadGround(caller.unit, id);
    return found && may(right, standingsIn(found.known, caller.person.id, caller.organisation)) ? found : undefined;
  };
  const showShared = async (caller: Caller, found: Found): Promise<Answer> => {
    seen(caller, 'ground', found.ground.id, found.known);
    return { replace: await sharedCard(caller.unit, hooks, found, caller.locale) };
  };

  return {
    name: 'grounds',
    kinds: [groundEndKind(hooks)],
    verbs: {
      'ground.list': verb({ input: pathwayInput, show: (caller, { pathway }) => showList(caller, pathway, 'post') }),
      'ground.back': verb({
        // From a form, whose inputs come along.
        input: z.looseObject({ pathway: z.uuid() }),
        show: (caller, { pathway }) => showList(caller, pathway, 'replace'),
      }),
      'ground.form': verb({
        // From the list, whose choices come along.
        input: z.looseObject({ pathway: z.uuid() }),
        show: (caller, { pathway }) => showForm(caller, pathway, caller.unit.house.newId(), 'post'),
      }),
      'ground.register': verb({
        input: formInput,
        keepsTyped: true,
        act: async (caller, input) => {
          const { unit, person } = caller;
          const known = await pathwayFor(unit, input.pathway, person.id, 'ground.register');
          if (known?.pathway.status !== 'open') return { code: 'not-yours' };
          const read = readGroundForm(input.form, input, unit.today);
          const faults = 'faults' in read ? read.faults : await registerGround(unit, known, read.asked, person.id);
          if (Object.keys(faults).length > 0) return { code: 'form', faults };
          await hooks.begun(unit, input.pathway, person.id);
          return undefined;
        },
        show: (caller, input, refused) =>
          refused?.code === 'form'
            ? showForm(caller, input.pathway, input.form, 'replace', typedIn(input), refused)
            : showList(caller, input.pathway, 'replace'),
      }),
      'ground.withdraw-ask': verb({
        input: z.looseObject({ ground: z.uuid() }),
        show: async (caller, input) => {
          const found = await groundFor(caller, input.ground, 'ground.withdraw');
          if (!found) return notFound(caller);
          const { ground, known } = found;
          if (!holdsOn(reachOf(ground), caller.unit.today))
            return showList(caller, known.pathway.id, 'replace', { code: 'closed' });
          seen(caller, 'ground', ground.id, known);
          const card = groundWithdrawCard(await groundWithdrawView(caller.unit, known, ground), caller.locale);
          // As long as it is asked, the card is the list's: what changes meanwhile takes the question away.
          return { replace: { ...card, keep: listKept(known) } };
        },
      }),
      'ground.withdraw': verb({
        input: z.strictObject({ ground: z.uuid() }),
        act: (caller, { ground }) => withdrawGround(caller.unit, hooks, ground, caller.person.id),
        show: async (caller, input, refused) => {
          const found = await groundFor(caller, input.ground, 'pathway.see');
          if (found && refused) return showList(caller, found.known.pathway.id, 'replace', refused);
          if (found) return showShared(caller, found);
          // Whoever noted that their own department's ground is gone sees no more than anybody: the card closes by itself.
          const gone = await loadGround(caller.unit, input.ground);
          return gone?.ground.withdrawnById === caller.person.id
            ? { say: caller.words.groundWithdraw.done }
            : notFound(caller);
        },
      }),
      'ground.shared': verb({
        input: z.looseObject({ past: z.uuid() }),
        show: async (caller, { past }) => {
          const found = await groundFor(caller, past, 'pathway.see');
          return found ? showShared(caller, found) : notFound(caller);
        },
      }),
    },
    renderers: {
      grounds: async (unit, { matterId, personId, locale }) => {
        const known = await pathwayFor(unit, matterId, personId, 'pathway.see');
        return known ? listCard(unit, known, personId, locale) : 'gone';
      },
      'ground-shared': ofGround((unit, found, { locale }) => sharedCard(unit, hooks, found, locale)),
      'ground-gone': ofGround(async (unit, { ground, known }, { locale, sending }) => {
        if (holdsOn(reachOf(ground), unit.today)) return undefined;
        const view = await groundGoneView(unit, hooks, known, ground, sending?.repeated ?? false);
        return {
          ...groundGoneCard(view, locale),
          keep: { kind: 'ground-gone', matterKind: 'ground', matterId: ground.id },
        };
      }),
    },
  };
}

/** Draws a card of a ground for somebody who may see its pathway. */
function ofGround(
  drawn: (unit: Unit, found: Found, input: Parameters<Renderer>[1]) => Promise<OutCard | undefined>,
): Renderer {
  return async (unit, input) => {
    const found = await loadGround(unit, input.matterId);
    if (!found) return undefined;
    const standings = standingsIn(found.known, input.personId, await organisation(unit));
    return may('pathway.see', standings) ? drawn(unit, found, input) : 'gone';
  };
}

const listKept = ({ pathway }: PathwayWithTeam): NonNullable<OutCard['keep']> => ({
  kind: 'grounds',
  matterKind: 'pathway',
  matterId: pathway.id,
});

async function listCard(unit: Unit, known: PathwayWithTeam, personId: string, locale: Locale): Promise<OutCard> {
  return { ...groundsCard(await groundsView(unit, known, personId), locale), keep: listKept(known) };
}

async function sharedCard(unit: Unit, hooks: SharingHooks, found: Found, locale: Locale): Promise<OutCard> {
  const view = await groundSharedView(unit, hooks, found.known, found.ground);
  const keep = { kind: 'ground-shared', matterKind: 'ground', matterId: found.ground.id };
  return { ...groundSharedCard(view, locale), keep };
}

/** Somebody looks at grounds, which is a look at the pathway. */
function seen(caller: Caller, matterKind: 'pathway' | 'ground', matterId: string, { pathway }: PathwayWithTeam): void {
  caller.unit.audit({ act: 'ground.see', actorId: caller.person.id, matterKind, matterId, pathwayId: pathway.id });
}

function typedIn(input: FormInput): GroundFormView['values'] {
  const value = (name: GroundInput) => input[name] ?? '';
  return {
    kind: value('kind'),
    given: value('given'),
    law: value('law'),
    departments: value('departments'),
    externals: value('externals'),
    others: value('others'),
    until: value('until'),
    born: value('born'),
  };
}
