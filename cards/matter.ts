import { z } from 'zod/v4';
import { type Locale, words } from '../content/words/words';
import { choices, color, facts, said, sections, type state } from './anatomy';
import template from './matter.json';
import { type Drawn, defineCard, drawnToFit } from './render';
import { AT_A_GLANCE, fitting, plain } from './text';

const spacing = z.enum(['Small', 'Medium', 'Large']);

/** One row: buttons that send, or toggles that open what belongs to them. Rows with an id are shown and hidden by toggles. */
const row = z.strictObject({
  id: z.string(),
  shown: z.boolean(),
  spacing,
  kind: z.enum(['press', 'toggle']),
  buttons: z.array(
    z.strictObject({
      title: z.string(),
      tooltip: z.string(),
      verb: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
      style: z.enum(['positive', '']),
      /** `none`: what is typed stays on the card. */
      inputs: z.enum(['none', '']),
    }),
  ),
  toggles: z.array(
    z.strictObject({
      title: z.string(),
      targets: z.array(z.strictObject({ elementId: z.string(), isVisible: z.boolean() })),
    }),
  ),
});

const field = z.strictObject({
  /** `line` and `text` are typed; `list` folds its choices away, `one` and `many` show them. */
  kind: z.enum(['line', 'text', 'date', 'toggle', 'list', 'one', 'many']),
  id: z.string(),
  label: z.string(),
  placeholder: z.string(),
  value: z.string(),
  room: z.number().or(z.literal('')),
  min: z.string(),
  max: z.string(),
  outside: z.string(),
  choices,
  fault: z.string(),
  help: z.string(),
});

const ownSection = sections.element.extend({ spacing, rows: z.array(row) });

const draw = defineCard({
  name: 'matter',
  template,
  schema: z.strictObject({
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state: z.strictObject({ text: z.string(), color }),
    repeated: z.string(),
    general: z.string(),
    hasCitizen: z.boolean(),
    citizen: sections.element.shape.lines,
    opening: said,
    hasFacts: z.boolean(),
    facts,
    sections: z.array(ownSection),
    said,
    later: z.array(ownSection),
    closing: said,
    fields: z.array(field),
    rows: z.array(row),
    parts: z.array(
      z.strictObject({
        id: z.string(),
        shown: z.boolean(),
        text: z.string(),
        fields: z.array(field),
        rows: z.array(row),
      }),
    ),
    after: z.array(row),
    foot: z.array(z.strictObject({ text: z.string() })),
  }),
});

type Values = Parameters<typeof draw>[0];
export type Row = Values['rows'][number];
export type Field = Values['fields'][number];
export type Part = Values['parts'][number];
export type MatterSection = Values['sections'][number];

/** What such a card shows, from top to bottom; what is left out is not there. */
export type Matter = {
  readonly summary: string;
  readonly mark?: string;
  readonly quiet: string;
  readonly title: string;
  readonly state?: z.input<typeof state>;
  readonly repeated?: boolean | undefined;
  /** By input; `form` stands above. */
  readonly faults?: Readonly<Record<string, string>>;
  /** What the citizen says or wants: in a box, before everything else. */
  readonly citizen?: Values['citizen'];
  readonly opening?: Values['said'];
  readonly sections?: readonly MatterSection[];
  readonly facts?: Values['facts'];
  readonly said?: Values['said'];
  readonly later?: readonly MatterSection[];
  /** Right above what is to be filled in or pressed. */
  readonly closing?: Values['said'];
  readonly fields?: readonly Field[];
  readonly rows?: readonly Row[];
  /** Opened by a toggle. */
  readonly parts?: readonly Part[];
  /** Buttons below the parts, where those belong to what is sent. */
  readonly after?: readonly Row[];
  /** Small lines at the end, such as the last day to answer. */
  readonly foot?: readonly string[];
};

/**
 * The one card of matters: a decision, a follow-up, a transition, and the forms of each.
 * @param fill takes how many characters a text may have at most
 */
export function matterCard(fill: (most: number) => Matter, locale: Locale): Drawn {
  const w = words(locale);
  return drawnToFit((most) => {
    const { summary, repeated, faults = {}, ...matter } = fill(most);
    return draw(
      {
        mark: matter.mark ?? '',
        quiet: matter.quiet,
        title: matter.title,
        state: matter.state ?? { text: '', color: 'Default' },
        repeated: repeated ? w.repeated : '',
        general: faults.form ?? (Object.keys(faults).length === 0 ? '' : w.turn.seeBelow),
        hasCitizen: (matter.citizen ?? []).length > 0,
        citizen: matter.citizen ?? [],
        opening: matter.opening ?? [],
        hasFacts: (matter.facts ?? []).length > 0,
        facts: matter.facts ?? [],
        sections: (matter.sections ?? []).filter(hasAnything),
        said: matter.said ?? [],
        later: (matter.later ?? []).filter(hasAnything),
        closing: matter.closing ?? [],
        fields: [...(matter.fields ?? [])],
        rows: [...(matter.rows ?? [])],
        parts: [...(matter.parts ?? [])],
        after: [...(matter.after ?? [])],
        foot: (matter.foot ?? []).filter((text) => text !== '').map((text) => ({ text })),
      },
      summary,
      locale,
    );
  });
}

const hasAnything = (one: MatterSection): boolean => one.lines.length > 0 || one.rest !== '' || one.rows.length > 0;

type Press = {
  readonly title: string;
  /** Where several buttons have the same title. */
  readonly tooltip?: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, string | number>>;
  /** What most people want. */
  readonly first?: boolean;
  /** It sends what is typed. */
  readonly sends?: boolean;
};

/** Buttons side by side: two at most, so that they stand so on a phone. */
export function press(
  buttons: readonly Press[],
  place: { readonly id?: string; readonly shown?: boolean; readonly spacing?: Row['spacing'] } = {},
): Row {
  return {
    id: place.id ?? '',
    shown: place.shown ?? true,
    spacing: place.spacing ?? 'Small',
    kind: 'press',
    buttons: buttons.map((one) => ({
      title: one.title,
      tooltip: one.tooltip ?? '',
      verb: one.verb,
      data: { ...one.data },
      style: one.first ? 'positive' : '',
      inputs: one.sends ? '' : 'none',
    })),
    toggles: [],
  };
}

/** Toggles side by side: each shows these parts and hides those. */
export function toggles(
  buttons: readonly { readonly title: string; readonly shows: readonly string[]; readonly hides?: readonly string[] }[],
  space: Row['spacing'] = 'Small',
): Row {
  return {
    id: '',
    shown: true,
    spacing: space,
    kind: 'toggle',
    buttons: [],
    toggles: buttons.map(({ title, shows, hides = [] }) => ({
      title,
      targets: [
        ...shows.map((elementId) => ({ elementId, isVisible: true })),
        ...hides.map((elementId) => ({ elementId, isVisible: false })),
      ],
    })),
  };
}

const emptyField: Omit<Field, 'kind' | 'id' | 'label' | 'value'> = {
  placeholder: '',
  room: '',
  min: '',
  max: '',
  outside: '',
  choices: [],
  fault: '',
  help: '',
};

type Asked = Pick<Field, 'id' | 'label' | 'value'> &
  Partial<Pick<Field, 'placeholder' | 'help' | 'min' | 'max' | 'outside'>> & {
    readonly faults: Readonly<Record<string, string>>;
  };

function asked({ faults, ...given }: Asked, kind: Field['kind'], more: Partial<Field> = {}): Field {
  return { ...emptyField, ...given, fault: faults[given.id] ?? '', kind, ...more };
}

/** A text to type; nothing of what was typed is cut off. */
export function textField(given: Asked & { readonly longest: number; readonly multiline?: boolean }): Field {
  const { longest, multiline = true, ...rest } = given;
  return asked(rest, multiline ? 'text' : 'line', { room: Math.max(longest, given.value.length) });
}

/** A day, between what is possible. */
export function dateField(given: Asked): Field {
  return asked(given, 'date');
}

/** Yes or no. */
export function toggleField(given: Omit<Asked, 'value'> & { readonly value: boolean }): Field {
  return asked({ ...given, value: String(given.value) }, 'toggle');
}

/** One of several: open on the card while they are few. */
export function choiceField(
  given: Asked & { readonly choices: readonly Choice[]; readonly placeholder: string },
): Field {
  const { choices: offered, placeholder, ...rest } = given;
  return offered.length <= AT_A_GLANCE
    ? asked(rest, 'one', { choices: offered.map(shown) })
    : asked(rest, 'list', { choices: fitting(offered, LIST).kept, placeholder });
}

/** Any number of several; those chosen stand first where not all of them fit. */
export function manyField(
  given: Omit<Asked, 'value'> & {
    readonly value: readonly string[];
    readonly choices: readonly Choice[];
    /** Characters that the choices may take, where they are what the card is about. */
    readonly room?: number;
  },
): Field {
  const { choices: offered, value, room = LIST, ...rest } = given;
  const all = offered.map(shown);
  const { kept } = fitting(all, room);
  const chosen = all.filter((one) => value.includes(one.value));
  const fits = kept.length === all.length ? all : fitting([...new Set([...chosen, ...all])], room).kept;
  return asked({ ...rest, value: value.join(',') }, 'many', { choices: fits });
}

type Choice = { readonly title: string; readonly value: string };
/** So much of a card may be one list of choices. */
const LIST = 1_500;

const shown = (choice: Choice): Choice => ({ title: plain(choice.title), value: choice.value });

/** Lines below a heading. */
export function section(
  title: string,
  lines: MatterSection['lines'],
  more: { readonly rest?: string; readonly rows?: readonly Row[]; readonly spacing?: Row['spacing'] } = {},
): MatterSection {
  return { title, lines, rest: more.rest ?? '', rows: [...(more.rows ?? [])], spacing: more.spacing ?? 'Large' };
}
