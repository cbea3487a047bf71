import { z } from 'zod/v4';
import { handoverFormCard } from '../../cards/handovers/handover-form';
import { type Caller, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import { sentencesOf } from '../pathways/answers';
import { colleagueOf } from '../pathways/find-colleague';
import { aliasOf, type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { acceptBaton, declineBaton } from './answer-handover';
import { askHandover } from './ask-handover';
import { type CardOfHandover, drawHandover } from './draw';
import { withdrawHandover } from './end-handover';
import { nameLead } from './settle-handover';
import { isMissing, standingsOnBaton } from './standing';
import { askingText, currentAsking, loadHandover, openHandoverOf } from './store';
import type { LeadHooks } from './take-baton';

const text = z.string().max(4_000);
const formInput = z.strictObject({
  pathway: z.uuid(),
  form: z.uuid(),
  who: text.optional(),
  picked: text.optional(),
  citizen: text.optional(),
  notAsked: text.optional(),
  needs: text.optional(),
});
type Typed = z.output<typeof formInput>;
const pressInput = z.strictObject({
  handover: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  reason: text.optional(),
});
const nameInput = z.strictObject({
  handover: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  who: text.optional(),
  picked: text.optional(),
});
const openInput = z.strictObject({ handover: z.uuid() });

/** Passing the baton on: whom one asks, what they answer, and what the managers agree on. */
export function handoverVerbs(hooks: LeadHooks): Record<string, Verb> {
  const by = (caller: Caller, given: { readonly handover: string; readonly version: number }) => ({
    handoverId: given.handover,
    version: given.version,
    byId: caller.person.id,
  });
  const naming = (meant: 'typed' | 'other') =>
    verb({
      input: nameInput,
      keepsTyped: true,
      act: (caller, given) =>
        nameLead(
          caller.unit,
          hooks,
          by(caller, given),
          meant === 'other' ? 'other' : { who: given.who ?? '', picked: given.picked ?? '' },
        ),
      show: (caller, given, refused) =>
        showHandover(caller, given.handover, 'handover-settle', 'replace', refused, {
          who: given.who ?? '',
          picked: given.picked ?? '',
        }),
    });
  return {
    'handover.form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showForm(caller, { ...given, form: caller.unit.house.newId() }, undefined),
    }),
    'handover.ask': verb({
      input: formInput,
      keepsTyped: true,
      act: (caller, given) =>
        askHandover(caller.unit, {
          pathwayId: given.pathway,
          form: given.form,
          byId: caller.person.id,
          who: given.who ?? '',
          picked: given.picked ?? '',
          citizen: given.citizen ?? '',
          notAsked: given.notAsked ?? '',
          needs: given.needs ?? '',
        }),
      show: showForm,
    }),
    'handover.withdraw': verb({
      input: pressInput,
      act: (caller, given) => withdrawHandover(caller.unit, by(caller, given)),
      show: (caller, given, refused) => showHandover(caller, given.handover, 'handover', 'replace', refused),
    }),
    'handover.answer-open': verb({
      input: openInput,
      show: (caller, given) => showHandover(caller, given.handover, 'handover-answer', 'post'),
    }),
    'handover.accept': verb({
      input: pressInput,
      act: (caller, given) => acceptBaton(caller.unit, hooks, by(caller, given)),
      show: (caller, given, refused) => showHandover(caller, given.handover, 'handover-answer', 'replace', refused),
    }),
    'handover.decline': verb({
      input: pressInput,
      keepsTyped: true,
      act: (caller, given) => declineBaton(caller.unit, by(caller, given), given.reason ?? ''),
      show: (caller, given, refused) =>
        showHandover(caller, given.handover, 'handover-answer', 'replace', refused, { reason: given.reason ?? '' }),
    }),
    'handover.settle-open': verb({
      input: openInput,
      show: (caller, given) => showHandover(caller, given.handover, 'handover-settle', 'post'),
    }),
    'handover.name': naming('typed'),
    'handover.confirm': naming('other'),
  };
}

/** One of a handover's cards, with what was typed where it is refused; what does not exist for whoever may not see it. */
export async function showHandover(
  caller: Caller,
  id: string,
  kind: CardOfHandover,
  how: 'post' | 'replace',
  refused?: Refused,
  typed?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { unit, person, locale } = caller;
  const found = await loadHandover(unit, id);
  const again = refused?.code === 'form' ? { faults: faultsIn(caller, refused), ...(typed ? { typed } : {}) } : {};
  const search =
    refused?.code === 'form' && found && typed?.who !== undefined
      ? { several: severalFor(caller, found.known, typed.who, typed.picked ?? '') }
      : {};
  const card =
    found && (await drawHandover({ unit, personId: person.id, locale }, found, kind, { ...again, ...search }));
  if (!found || !card) return notFound(caller);
  unit.audit({
    act: 'handover.see',
    actorId: person.id,
    matterKind: 'pathway',
    matterId: found.row.pathwayId,
    pathwayId: found.row.pathwayId,
  });
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}

function severalFor({ organisation: org }: Caller, { pathway }: PathwayWithTeam, who: string, picked: string) {
  const found = colleagueOf(org, who, picked, new Set(pathway.leadId === null ? [] : [pathway.leadId]));
  const hits = 'hits' in found ? found.hits : [];
  return hits.map(({ id, name, departmentId }) => ({
    id,
    name,
    department: org.departments.get(departmentId)?.name ?? '',
  }));
}

/** The form; where somebody is asked already, or the managers are at it, how that stands instead. */
async function showForm(caller: Caller, typed: Typed, refused: Refused | undefined): Promise<Answer> {
  const { unit, person, organisation: org, locale, words: w } = caller;
  const known = (await pathwaysWithTeam(unit, [typed.pathway])).get(typed.pathway);
  const standings = known && standingsOnBaton(known, person.id, org);
  if (!known || !standings || !may('handover.ask', standings)) return notFound(caller);
  if (known.pathway.status !== 'open') return { say: w.refusals.closed };
  const open = await openHandoverOf(unit, typed.pathway);
  if (open && refused?.code !== 'form' && (currentAsking(open) || open.status === 'settling'))
    return showHandover(caller, open.row.id, 'handover', 'replace', refused);
  const last = open?.askings.at(-1);
  const sees = may('pathway.see', standings);
  unit.audit({
    act: 'handover.see',
    actorId: person.id,
    matterKind: 'pathway',
    matterId: known.pathway.id,
    pathwayId: known.pathway.id,
  });
  const again = refused !== undefined;
  const view = {
    pathwayId: known.pathway.id,
    form: typed.form,
    ref: known.pathway.ref,
    alias: sees ? aliasOf(unit, known.pathway) : null,
    missing: isMissing(known, org),
    declined:
      last?.status === 'declined' && last.askedById === person.id
        ? { name: org.people.get(last.toId)?.name ?? '', reason: askingText(unit, last, 'reason') }
        : null,
    ground: refused?.faults?.who === 'handover-no-ground' && may('ground.register', standings),
    several: again ? severalFor(caller, known, typed.who ?? '', typed.picked ?? '') : [],
    values: {
      who: typed.who ?? '',
      picked: typed.picked ?? '',
      citizen: typed.citizen ?? '',
      notAsked: typed.notAsked ?? '',
      needs: typed.needs ?? '',
    },
    faults: sentencesOf(caller, refused),
  };
  return { replace: handoverFormCard(view, locale) };
}
