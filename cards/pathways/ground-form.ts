import { z } from 'zod/v4';
import { writtenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import template from './ground-form.json';

type Named = { readonly id: string; readonly name: string };

/** The form for noting a ground. Inputs: kind, given, law, departments, externals, others, until, born. */
export type GroundFormView = {
  readonly pathwayId: string;
  /** Becomes the ground's id: a second press of the same form notes the same ground. */
  readonly form: string;
  readonly ref: string;
  readonly alias: string;
  /** Departments of the team and of those invited; the pathway's own needs no ground and is in neither list. */
  readonly departments: readonly Named[];
  readonly others: readonly Named[];
  readonly externals: readonly Named[];
  /** `unknown`: the birth date is asked for; `adult`: no holder of custody; else the 18th birthday, a day. */
  readonly age: 'unknown' | 'adult' | { readonly birthday: string };
  readonly today: string;
  /** As they were typed; several ids with commas between. */
  readonly values: Readonly<Record<GroundInput, string>>;
  /** Input to a sentence in the reader's language. */
  readonly faults: Readonly<Record<string, string>>;
};

const INPUTS = ['kind', 'given', 'law', 'departments', 'externals', 'others', 'until', 'born'] as const;
export type GroundInput = (typeof INPUTS)[number];

const perInput = z.strictObject({
  kind: z.string(),
  given: z.string(),
  law: z.string(),
  departments: z.string(),
  externals: z.string(),
  others: z.string(),
  until: z.string(),
  born: z.string(),
});

const draw = defineCard({
  name: 'ground-form',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    form: z.string(),
    quiet: z.string(),
    title: z.string(),
    about: z.strictObject({ lead: z.string(), alias: z.string() }),
    general: z.string(),
    kinds: choices,
    givers: choices,
    age: z.string(),
    asksBorn: z.boolean(),
    earliest: z.string(),
    latest: z.string(),
    hasDepartments: z.boolean(),
    departments: choices,
    hasExternals: z.boolean(),
    externals: choices,
    hasOthers: z.boolean(),
    othersOpen: z.boolean(),
    others: choices,
    othersRest: z.string(),
    values: perInput,
    faults: perInput,
    labels: z.strictObject({
      kind: z.string(),
      given: z.string(),
      law: z.string(),
      lawExample: z.string(),
      lawUnchecked: z.string(),
      departments: z.string(),
      noDepartments: z.string(),
      externals: z.string(),
      others: z.string(),
      othersHidden: z.string(),
      until: z.string(),
      born: z.string(),
      bornText: z.string(),
      register: z.string(),
      undo: z.string(),
    }),
  }),
});

/** "To this meeting only" is noted when the meeting is called. */
const KINDS = ['oral', 'written', 'law'] as const;
const LONGEST_NAME = 60;

/** What gives leave to share, who consents, with whom, and until when. Those of the team who lack ground are chosen already. */
export function groundFormCard(view: GroundFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.groundForm;
  const named = (list: readonly Named[], room: number) =>
    fitting(
      list.map((one) => ({ title: plain(clipped(one.name, LONGEST_NAME)), value: one.id })),
      room,
    );
  const departments = named(view.departments, 2_200).kept;
  const externals = named(view.externals, 1_200).kept;
  const others = named(view.others, 3_000);
  const valuesOf = (value: (input: GroundInput) => string) =>
    Object.fromEntries(INPUTS.map((input) => [input, value(input)])) as Record<GroundInput, string>;
  const givers =
    view.age === 'adult'
      ? (['citizen', 'young-person'] as const)
      : (['citizen', 'custody-holder', 'young-person'] as const);
  return draw(
    {
      pathway: view.pathwayId,
      form: view.form,
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      about: { lead: `${card.about}: `, alias: view.alias },
      general: Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow,
      kinds: KINDS.map((kind) => ({ title: w.grounds.kinds[kind], value: kind })),
      givers: givers.map((giver) => ({ title: card.givers[giver], value: giver })),
      age:
        view.age === 'adult'
          ? card.ofAge
          : view.age === 'unknown'
            ? ''
            : card.endsAt(writtenDay(view.age.birthday, locale)),
      asksBorn: view.age === 'unknown',
      earliest: view.today,
      latest: view.today,
      hasDepartments: departments.length > 0,
      departments,
      hasExternals: externals.length > 0,
      externals,
      hasOthers: others.kept.length > 0,
      othersOpen: departments.length === 0 || view.values.others !== '' || view.faults.others !== undefined,
      others: others.kept,
      othersRest: others.rest === 0 ? '' : card.othersRest,
      values: valuesOf((input) => view.values[input]),
      faults: valuesOf((input) => view.faults[input] ?? ''),
      labels: {
        kind: card.kind,
        given: card.given,
        law: card.law,
        lawExample: card.lawExample,
        lawUnchecked: w.grounds.lawUnchecked,
        departments: card.departments,
        noDepartments: card.noDepartments,
        externals: card.externals,
        others: card.others,
        othersHidden: card.othersHidden,
        until: card.until,
        born: card.born,
        bornText: card.bornText,
        register: card.register,
        undo: w.actions.undo,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
