import { z } from 'zod/v4';
import { followUpsCard } from '../../cards/followups/follow-ups';
import { ownFormCard, rhythmFormCard, transitionFormCard } from '../../cards/followups/forms';
import { milestoneCard } from '../../cards/followups/milestone';
import { ownFollowUpCard } from '../../cards/followups/own-follow-up';
import { type Caller, type Capability, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import type { Unit } from '../db/unit';
import type { Renderer, RenderInput } from '../obligations/kind';
import type { Models } from '../pathways/models';
import { seen } from '../pathways/read';
import { type PathwayWithTeam, pathwayFor, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import { addDays } from '../time/day';
import type { Answer, Locale, OutCard } from '../turn';
import {
  addOwnFollowUp,
  answerMilestone,
  changeOwnFollowUp,
  chooseRhythm,
  openTransition,
  recordAfterEighteen,
  waiveMilestone,
} from './change';
import { followUpKinds } from './kinds';
import { rhythmsOf } from './rules';
import { type Again, followUpsView, milestoneView, ownFollowUpView, type Typed } from './show';

type How = 'post' | 'replace';
type Viewer = { readonly unit: Unit; readonly personId: string; readonly locale: Locale };

const text = z.string().max(4_000);
const inPathway = z.looseObject({ pathway: z.uuid() });
const ofMilestone = z.looseObject({
  milestone: z.uuid(),
  version: z.coerce.number().pipe(z.int32()).optional(),
  why: text.optional(),
  reason: text.optional(),
  codes: text.optional(),
  text: text.optional(),
});
const ofOwn = z.looseObject({
  own: z.uuid(),
  version: z.coerce.number().pipe(z.int32()).default(0),
  later: text.optional(),
});
/** What stands in the list that a line is picked from: `milestone|<id>` or `own|<id>`. */
const PICK = /^(?<what>milestone|own)\|(?<id>[0-9a-f-]{36})$/;

/** Follow-ups in the model's rhythm, transitions by age and by hand, and professionals' own follow-ups. */
export function followUpsCapability(models: Models): Capability {
  const draws = drawing(models);
  const list = listing(draws);
  return {
    name: 'followups',
    kinds: followUpKinds(models),
    renderers: draws.renderers,
    verbs: { ...list.verbs, ...formVerbs(models, list.show), ...milestoneVerbs(draws), ...ownVerbs(models, draws) },
  };
}

type Draws = ReturnType<typeof drawing>;

/** The cards, each for whoever may see it at this moment; `gone` for everybody else. */
function drawing(models: Models) {
  const list = async ({ unit, personId, locale }: Viewer, pathwayId: string): Promise<OutCard | 'gone'> => {
    const known = await pathwayFor(unit, pathwayId, personId, 'pathway.see');
    const view = known && (await followUpsView(unit, models, known, personId));
    if (!view) return 'gone';
    return {
      ...followUpsCard(view, locale),
      keep: { kind: 'follow-ups', matterKind: 'pathway-follow-ups', matterId: pathwayId },
    };
  };
  const milestone = async (
    { unit, personId, locale }: Viewer,
    id: string,
    more: { readonly sending?: RenderInput['sending']; readonly again?: Again } = {},
  ): Promise<OutCard | 'gone' | undefined> => {
    const found = await milestoneWith(unit, id);
    if (!found) return 'gone';
    const { row, known } = found;
    if (!may('follow-up.lead', standingsIn(known, personId, await organisation(unit)))) return 'gone';
    if (more.sending && row.status !== 'open') return undefined;
    const view = await milestoneView(unit, models, row, { known, ...more });
    if (!view) return 'gone';
    return { ...milestoneCard(view, locale), keep: { kind: 'milestone', matterKind: 'milestone', matterId: id } };
  };
  const own = async (
    { unit, personId, locale }: Viewer,
    id: string,
    more: { readonly sending?: RenderInput['sending']; readonly again?: Again } = {},
  ): Promise<OutCard | 'gone' | undefined> => {
    const row = await unit.tx.ownFollowUp.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
    const known = row ? await pathwayFor(unit, row.pathwayId, personId, 'pathway.see') : undefined;
    if (!row || !known || row.personId !== personId) return 'gone';
    if (more.sending && row.status !== 'open') return undefined;
    const view = await ownFollowUpView(unit, models, row, { known, ...more });
    if (!view) return 'gone';
    return {
      ...ownFollowUpCard(view, locale),
      keep: { kind: 'own-follow-up', matterKind: 'own-follow-up', matterId: id },
    };
  };
  const sent =
    (draw: typeof milestone): Renderer =>
    (unit, { matterId, personId, locale, sending }) =>
      draw({ unit, personId, locale }, matterId, sending ? { sending } : {});
  const renderers: Record<string, Renderer> = {
    'follow-ups': (unit, { matterId, personId, locale }) => list({ unit, personId, locale }, matterId),
    milestone: sent(milestone),
    'own-follow-up': sent(own),
  };
  return { list, milestone, own, renderers };
}

async function milestoneWith(unit: Unit, id: string) {
  const row = await unit.tx.milestone.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const known = row ? (await pathwaysWithTeam(unit, [row.pathwayId])).get(row.pathwayId) : undefined;
  return row && known ? { row, known } : undefined;
}

const viewerOf = ({ unit, person, locale }: Caller): Viewer => ({ unit, personId: person.id, locale });

/** A card in the pressed one's place or as a new one; that it was seen is written down. */
function placed(
  caller: Caller,
  card: OutCard | 'gone' | undefined,
  how: How,
  shown: {
    readonly matterKind: 'pathway' | 'milestone' | 'own-follow-up';
    readonly matterId: string;
    readonly pathwayId: string | null;
  },
  refused?: Refused,
): Answer {
  if (card === undefined || card === 'gone') return notFound(caller);
  caller.unit.audit({ act: `${shown.matterKind}.see`, actorId: caller.person.id, ...shown });
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}

function listing(draws: Draws) {
  const show = async (caller: Caller, pathwayId: string, how: How, refused?: Refused): Promise<Answer> =>
    placed(
      caller,
      await draws.list(viewerOf(caller), pathwayId),
      how,
      { matterKind: 'pathway', matterId: pathwayId, pathwayId },
      refused,
    );
  const verbs: Record<string, Verb> = {
    'followup.open': verb({ input: inPathway, show: (caller, { pathway }) => show(caller, pathway, 'post') }),
    'followup.back': verb({ input: inPathway, show: (caller, { pathway }) => show(caller, pathway, 'replace') }),
    'followup.pick': verb({
      input: z.looseObject({ pathway: z.uuid(), pick: text.optional() }),
      show: (caller, { pick = '' }) => {
        const { what, id = '' } = PICK.exec(pick)?.groups ?? {};
        if (what === 'milestone') return showMilestone(caller, draws, id, 'post');
        if (what === 'own') return showOwn(caller, draws, id, 'post');
        return Promise.resolve({ say: caller.words.followUps.pickMissing });
      },
    }),
  };
  return { show, verbs };
}

async function showMilestone(
  caller: Caller,
  draws: Draws,
  id: string,
  how: How,
  given: { readonly refused?: Refused | undefined; readonly typed?: Typed } = {},
): Promise<Answer> {
  const { refused, typed } = given;
  const again: Again =
    refused?.code === 'form' ? { ...(typed ? { typed } : {}), faults: faultsIn(caller, refused) } : {};
  const found = await milestoneWith(caller.unit, id);
  const card = await draws.milestone(viewerOf(caller), id, { again });
  const shown = { matterKind: 'milestone' as const, matterId: id, pathwayId: found?.row.pathwayId ?? null };
  return placed(caller, card, how, shown, refused);
}

async function showOwn(
  caller: Caller,
  draws: Draws,
  id: string,
  how: How,
  given: { readonly refused?: Refused | undefined; readonly typed?: Typed } = {},
): Promise<Answer> {
  const { refused, typed } = given;
  const again: Again =
    refused?.code === 'form' ? { ...(typed ? { typed } : {}), faults: faultsIn(caller, refused) } : {};
  const row = await caller.unit.tx.ownFollowUp.findUnique({
    where: { tenantId_id: { tenantId: caller.unit.tenantId, id } },
    select: { pathwayId: true },
  });
  const card = await draws.own(viewerOf(caller), id, { again });
  const shown = { matterKind: 'own-follow-up' as const, matterId: id, pathwayId: row?.pathwayId ?? null };
  return placed(caller, card, how, shown, refused);
}

/** The inputs that a press carried, as they were typed. */
const typedIn = (input: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );

/** Another rhythm, a transition by hand, a professional's own follow-up: each a form that comes back with what was typed. */
function formVerbs(models: Models, showList: ReturnType<typeof listing>['show']): Record<string, Verb> {
  /** The form, for whoever may send it in a running pathway. */
  const form = async (
    caller: Caller,
    pathwayId: string,
    right: Right,
    draw: (known: PathwayWithTeam) => OutCard | Promise<OutCard>,
  ): Promise<Answer> => {
    const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, right);
    if (known?.pathway.status !== 'open') return notFound(caller);
    seen(caller.unit, known, caller.person.id);
    return { replace: await draw(known) };
  };
  const after =
    (draw: (caller: Caller, input: Typed & { pathway: string }, refused?: Refused) => Promise<Answer>) =>
    <Input extends { readonly pathway: string }>(
      caller: Caller,
      input: Input,
      refused: Refused | undefined,
    ): Promise<Answer> =>
      refused?.code === 'form'
        ? draw(caller, { ...typedIn(input), pathway: input.pathway }, refused)
        : showList(caller, input.pathway, 'replace', refused);
  const rhythm = (caller: Caller, input: Typed & { pathway: string }, refused?: Refused): Promise<Answer> =>
    form(caller, input.pathway, 'follow-up.lead', async ({ pathway }) => {
      const model = models.get(pathway.model);
      const chosen = await caller.unit.tx.rhythm.findMany({
        where: { tenantId: caller.unit.tenantId, pathwayId: pathway.id },
        orderBy: { n: 'desc' },
      });
      return rhythmFormCard(
        {
          pathwayId: pathway.id,
          version: chosen.length,
          ref: pathway.ref,
          rhythms: model ? rhythmsOf(model) : [],
          values: { every: input.every ?? chosen[0]?.every ?? 'model', reason: input.reason ?? '' },
          faults: faultsIn(caller, refused),
        },
        caller.locale,
      );
    });
  const transition = (caller: Caller, input: Typed & { pathway: string }, refused?: Refused): Promise<Answer> =>
    form(caller, input.pathway, 'follow-up.lead', ({ pathway }) =>
      transitionFormCard(
        {
          pathwayId: pathway.id,
          form: input.form ?? caller.unit.house.newId(),
          ref: pathway.ref,
          values: { what: input.what ?? '', note: input.note ?? '' },
          faults: faultsIn(caller, refused),
        },
        caller.locale,
      ),
    );
  const own = (caller: Caller, input: Typed & { pathway: string }, refused?: Refused): Promise<Answer> =>
    form(caller, input.pathway, 'own-follow-up.add', ({ pathway }) =>
      ownFormCard(
        {
          pathwayId: pathway.id,
          form: input.form ?? caller.unit.house.newId(),
          ref: pathway.ref,
          earliest: addDays(caller.unit.today, 1),
          values: { text: input.text ?? '', due: input.due ?? '' },
          faults: faultsIn(caller, refused),
        },
        caller.locale,
      ),
    );
  return {
    'followup.rhythm-form': verb({ input: inPathway, show: (caller, { pathway }) => rhythm(caller, { pathway }) }),
    'followup.rhythm': verb({
      input: z.looseObject({
        pathway: z.uuid(),
        n: z.coerce.number().pipe(z.int32()),
        every: text.optional(),
        reason: text.optional(),
      }),
      keepsTyped: true,
      act: ({ unit, person }, { pathway, n, every = '', reason = '' }) =>
        chooseRhythm(unit, models, { pathwayId: pathway, n, every, reason }, person.id),
      show: after(rhythm),
    }),
    'followup.transition-form': verb({
      input: inPathway,
      show: (caller, { pathway }) => transition(caller, { pathway }),
    }),
    'followup.transition': verb({
      input: z.looseObject({ pathway: z.uuid(), form: z.uuid(), what: text.optional(), note: text.optional() }),
      keepsTyped: true,
      act: ({ unit, person }, { pathway, form: id, what = '', note = '' }) =>
        openTransition(unit, models, { pathwayId: pathway, form: id, what, note }, person.id),
      show: after(transition),
    }),
    'followup.own-form': verb({ input: inPathway, show: (caller, { pathway }) => own(caller, { pathway }) }),
    'followup.own': verb({
      input: z.looseObject({ pathway: z.uuid(), form: z.uuid(), text: text.optional(), due: text.optional() }),
      keepsTyped: true,
      act: ({ unit, person }, { pathway, form: id, text: what = '', due = '' }) =>
        addOwnFollowUp(unit, models, { pathwayId: pathway, form: id, text: what, due }, person.id),
      show: after(own),
    }),
  };
}

/** What is done about one milestone: waived, answered, recorded. */
function milestoneVerbs(draws: Draws): Record<string, Verb> {
  type Input = z.output<typeof ofMilestone>;
  const pressed = (act: (caller: Caller, input: Input) => Promise<Refused | undefined>): Verb =>
    verb<Input>({
      input: ofMilestone,
      keepsTyped: true,
      act,
      show: (caller, input, refused) =>
        showMilestone(caller, draws, input.milestone, 'replace', { refused, typed: typedIn(input) }),
    });
  return {
    'milestone.open': verb({
      input: z.looseObject({ milestone: z.uuid() }),
      show: (caller, { milestone }) => showMilestone(caller, draws, milestone, 'post'),
    }),
    'milestone.waive': pressed(({ unit, person }, input) =>
      waiveMilestone(unit, input.milestone, typedIn(input), person.id),
    ),
    'milestone.said-no': pressed(({ unit, person }, input) =>
      answerMilestone(unit, input.milestone, { is: 'consent', because: 'said-no' }, typedIn(input), person.id),
    ),
    'milestone.lead-stays': pressed(({ unit, person }, input) =>
      answerMilestone(unit, input.milestone, { is: 'handover', because: 'lead-stays' }, typedIn(input), person.id),
    ),
    'milestone.record': pressed(({ unit, person }, input) =>
      recordAfterEighteen(unit, input.milestone, typedIn(input), person.id),
    ),
  };
}

/** What a professional does about a follow-up of their own. */
function ownVerbs(models: Models, draws: Draws): Record<string, Verb> {
  type Input = z.output<typeof ofOwn>;
  const pressed = (to: (input: Input) => Parameters<typeof changeOwnFollowUp>[2]['to']): Verb =>
    verb<Input>({
      input: ofOwn,
      keepsTyped: true,
      act: ({ unit, person }, input) =>
        changeOwnFollowUp(unit, models, { id: input.own, version: input.version, to: to(input) }, person.id),
      show: (caller, input, refused) =>
        showOwn(caller, draws, input.own, 'replace', { refused, typed: typedIn(input) }),
    });
  return {
    'own.open': verb({
      input: z.looseObject({ own: z.uuid() }),
      show: (caller, { own }) => showOwn(caller, draws, own, 'post'),
    }),
    'own.done': pressed(() => 'done'),
    'own.drop': pressed(() => 'dropped'),
    'own.later': pressed(({ later = '' }) => ({ later })),
  };
}
