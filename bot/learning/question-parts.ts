import type { z } from 'zod/v4';
import { type CourseQuestion, questionSchema } from './course';
import { at, type Fault, type Place } from './faults';
import type { Said } from './markdown-blocks';

/** A question as one language has it, each text with its place. The fields are those of course.ts. */
type Common = Place & { readonly prompt: Said; readonly sure: boolean };
type Verdict = { readonly right: Said; readonly wrong: Said };
export type Choice = Place & { readonly text: Said; readonly right: boolean; readonly feedback: Said };
export type Pair = Place & { readonly left: Said; readonly right: Said };

export type Part =
  | (Common & { readonly kind: 'one' | 'several'; readonly options: readonly Choice[] })
  | (Common & Verdict & { readonly kind: 'true-false'; readonly answer: boolean })
  | (Common & Verdict & { readonly kind: 'pairs'; readonly pairs: readonly Pair[] })
  | (Common & Verdict & { readonly kind: 'order'; readonly items: readonly Said[] })
  | (Common &
      Verdict & {
        readonly kind: 'number';
        readonly answer: number;
        readonly tolerance: number;
        readonly unit: Said | undefined;
      })
  | (Common & Verdict & { readonly kind: 'blank'; readonly answers: readonly Said[] })
  | (Common & { readonly kind: 'reflection'; readonly after: Said })
  | (Common & { readonly kind: 'dilemma'; readonly options: readonly Omit<Choice, 'right'>[]; readonly after: Said });

/** A question that was read: with what is known of it even where it has faults, so that the languages can be compared. */
export type ReadQuestion = Place & {
  readonly key: string;
  readonly kind: CourseQuestion['kind'] | undefined;
  readonly part: Part | undefined;
};

const both = (da: Said | undefined, en: Said | undefined) => ({ da: da?.text ?? '', en: en?.text ?? '' });

/**
 * The question of the two languages. They agree (languages.ts); one language twice gives a question that shows its faults.
 */
export function joined(key: string, da: Part, en: Part): z.input<typeof questionSchema> {
  const common = { key, prompt: both(da.prompt, en.prompt), sure: da.sure };
  const verdict = (one: Verdict, other: unknown) => {
    const { right, wrong } = other as Verdict;
    return { right: both(one.right, right), wrong: both(one.wrong, wrong) };
  };
  switch (da.kind) {
    case 'one':
    case 'several': {
      const other = en as typeof da;
      const options = da.options.map((one, n) => ({
        text: both(one.text, other.options[n]?.text),
        right: one.right,
        feedback: both(one.feedback, other.options[n]?.feedback),
      }));
      return { ...common, kind: da.kind, options };
    }
    case 'true-false':
      return { ...common, kind: da.kind, answer: da.answer, ...verdict(da, en) };
    case 'pairs': {
      const other = en as typeof da;
      const pairs = da.pairs.map((one, n) => ({
        left: both(one.left, other.pairs[n]?.left),
        right: both(one.right, other.pairs[n]?.right),
      }));
      return { ...common, kind: da.kind, pairs, ...verdict(da, en) };
    }
    case 'order': {
      const other = en as typeof da;
      const items = da.items.map((one, n) => both(one, other.items[n]));
      return { ...common, kind: da.kind, items, ...verdict(da, en) };
    }
    case 'number': {
      const other = en as typeof da;
      const unit = da.unit === undefined ? {} : { unit: both(da.unit, other.unit) };
      return { ...common, kind: da.kind, answer: da.answer, tolerance: da.tolerance, ...unit, ...verdict(da, en) };
    }
    case 'blank': {
      const texts = (said: readonly Said[]) => said.map(({ text }) => text);
      const answers = { da: texts(da.answers), en: texts((en as typeof da).answers) };
      return { ...common, kind: da.kind, answers, ...verdict(da, en) };
    }
    case 'reflection':
      return { ...common, kind: da.kind, after: both(da.after, (en as typeof da).after) };
    case 'dilemma': {
      const other = en as typeof da;
      const options = da.options.map((one, n) => ({
        text: both(one.text, other.options[n]?.text),
        feedback: both(one.feedback, other.options[n]?.feedback),
      }));
      return { ...common, kind: da.kind, options, after: both(da.after, other.after) };
    }
    default:
      return da satisfies never;
  }
}

/** What the limits of course.ts say of a question in one language, each at the text it is about. */
export function faultsOfPart(key: string, part: Part): Fault[] {
  const checked = questionSchema.safeParse(joined(key, part, part));
  if (checked.success) return [];
  return checked.error.issues
    .filter((issue) => !issue.path.includes('en'))
    .map((issue) => {
      const name = issue.path.filter((one) => typeof one === 'string' && one !== 'da').at(-1);
      return at(placeOf(part, issue.path), `${name === undefined ? 'the question' : String(name)} ${issue.message}`);
    });
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value;

/** The nearest thing around the field that has a place. */
function placeOf(part: Part, path: readonly PropertyKey[]): Place {
  let place: Place = part;
  let inside: unknown = part;
  for (const name of path) {
    if (name === 'da') continue;
    inside = typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[name] : undefined;
    if (isPlace(inside)) place = inside;
  }
  return place;
}
