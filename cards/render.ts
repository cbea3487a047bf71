import { GlobalSettings, Template } from 'adaptivecards-templating';
import type { z } from 'zod/v4';
import type { Locale } from '../content/words/words';

/** An Adaptive Card 1.5 as JSON. */
export type CardJson = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

/** Teams refuses a message over 28 KB, counted in UTF-16. */
export const MOST_CHARACTERS = 14_000;

/** What a card may take by itself: a word of an answer may come on top. */
export const MOST_BY_ITSELF = MOST_CHARACTERS - 350;

/** A card with its notification, which holds nothing about the citizen but the reference. */
export type Drawn = { readonly card: CardJson; readonly summary: string };

// The engine leaves an unknown binding in the text without an error. No text of a person holds U+0000: the database refuses it.
const MISSING = '\u0000';
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => `${MISSING}${path}${MISSING}`;

/**
 * A kind of card: a JSON template with bindings like `${title}`, filled with what its schema allows.
 * Bindings name fields and nothing more; a property bound to the empty string is left out of the card.
 * `lang` and `summary` may be bound in every template.
 *
 * @throws when the values do not fit the schema, or the template binds what they do not have: faults of ours.
 */
export function defineCard<Schema extends z.ZodObject>(made: {
  readonly name: string;
  readonly template: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
}): (values: z.input<Schema>, summary: string, lang: Locale) => Drawn {
  const template = new Template(made.template);
  return (values, summary, lang) => {
    const expanded: unknown = template.expand({ $root: { ...made.schema.parse(values), summary, lang } });
    return { card: tidy(expanded, made.name) as CardJson, summary };
  };
}

/**
 * Draws a card with all of its text, and where that does not fit a message, with less and less of each text.
 * @param draw takes how many characters a text may have at most.
 */
export function drawnToFit(draw: (most: number) => Drawn): Drawn {
  let drawn = draw(Number.POSITIVE_INFINITY);
  for (const most of [800, 400, 200, 100, 50]) {
    if (JSON.stringify(drawn.card).length <= MOST_BY_ITSELF) break;
    drawn = draw(most);
  }
  return drawn;
}

function tidy(value: unknown, name: string): unknown {
  if (typeof value === 'string' && value.includes(MISSING)) {
    throw new Error(`card ${name}: no value for ${value.split(MISSING)[1]}`);
  }
  if (Array.isArray(value)) return value.map((item) => tidy(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== '' && inner !== null && key !== '$schema')
      // What an action carries back is kept to the letter.
      .map(([key, inner]) => [key, key === 'data' ? inner : tidy(inner, name)]),
  );
}
