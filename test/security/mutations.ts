import { randomUUID } from 'node:crypto';
import type { Dice } from '../support/cpr-numbers';

export type Payload = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
export type Mutated = Payload & { readonly how: string };

/** What a person could write to make a card say or do something else; `shows` is what a reader would see if it came through. */
export const INJECTED = {
  /** Evaluated, a template shows these figures. */
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the cards' engine
  template: { text: 'fr ${string(70001+7)} ${$root.title} {{70001}}', shows: '70008' },
  link: { text: 'se [her](https://ondt.example/x) nu', shows: '[her](' },
  bold: { text: 'det er **vigtigt** og _skævt_', shows: '**vigtigt**' },
  list: { text: '- punkt\n1. andet\n# stort', shows: '\n1. andet' },
  html: { text: 'se <img src=x onerror=alert(1)> <b>her</b> <at>Alle</at>', shows: '<img' },
  entity: { text: 'se &lt;b&gt; &#60;script&#62;', shows: '&#60;' },
  reversed: { text: 'godkendt af \u202ednaH\u202c og \u2067igen\u2069', shows: '\u202e' },
  unseen: { text: 'fin\u200b dag\u2060 i\ufeff dag\u00ad', shows: '' },
  control: { text: 'skrevet\u0000 med\u0007 tegn\u001b[31m og\u0085', shows: '\u0007' },
  half: { text: 'halv \ud83d og halv \ude00', shows: '\ud83d' },
  marks: { text: `stablet${'\u0301'.repeat(60)} op`, shows: '' },
  json: { text: '"},{"type":"Action.OpenUrl","url":"https://ondt.example"}', shows: '' },
  sql: { text: "'; delete from pathway; --", shows: '' },
  pointed: { text: '__proto__', shows: '' },
} as const;
const TEXTS = Object.values(INJECTED).map(({ text }) => text);

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'verb',
  'tenantId',
  'personId',
];
const NUMBERS = [0, -1, 1, 2, 1.5, 2 ** 31, 2 ** 53, 1e308, -0, Number.MIN_VALUE];
const MOMENTS = [
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13',
  '24:00',
  '12:60',
  '-1',
  '1e3',
  'i morgen',
  '',
];
const nested = (depth: number): unknown => (depth === 0 ? 'inderst' : [nested(depth - 1)]);

const set = (data: Record<string, unknown>, key: string, value: unknown): void => {
  data[key] = value;
};

type Way = {
  readonly name: string;
  readonly weight: number;
  readonly apply: (data: Record<string, unknown>, dice: Dice, ids: readonly string[]) => void;
};

const keyOf = (data: Record<string, unknown>, { pick }: Dice): string => {
  const keys = Object.keys(data);
  return keys.length === 0 ? 'extra' : pick(keys);
};
const UUID = /^[0-9a-f]{8}-/;

/** What is done to what a card carries; each changes the record it is given. */
const WAYS: readonly Way[] = [
  {
    name: 'another type',
    weight: 4,
    apply: (data, dice) => {
      const value = data[keyOf(data, dice)];
      data[keyOf(data, dice)] = dice.pick<unknown>([
        null,
        true,
        false,
        [],
        {},
        [value],
        { value },
        12,
        '',
        'null',
        [[['x']]],
        { toString: 'x' },
      ]);
    },
  },
  { name: 'missing', weight: 2, apply: (data, dice) => void delete data[keyOf(data, dice)] },
  {
    name: 'a name of the language',
    weight: 2,
    // As JSON brings it: a property of its own, and not the prototype.
    apply: (data, { pick }) =>
      void Object.defineProperty(data, pick(NAMES), {
        value: pick<unknown>([{ isAdmin: true }, 'x', null, TEXTS[0]]),
        enumerable: true,
        configurable: true,
        writable: true,
      }),
  },
  {
    name: 'huge',
    weight: 1,
    apply: (data, dice) => {
      data[keyOf(data, dice)] = dice.pick<() => unknown>([
        () => 'æ'.repeat(5_000 + dice.below(20_000)),
        () => `${'lang '.repeat(1_000)}`,
        () => Array.from({ length: 2_000 }, (_, at) => at),
        () => nested(200),
        () => Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`k${at}`, at])),
      ])();
    },
  },
  {
    name: 'another id',
    weight: 6,
    apply: (data, dice, ids) => {
      const own = Object.keys(data).filter((key) => typeof data[key] === 'string' && UUID.test(data[key]));
      data[own.length > 0 ? dice.pick(own) : keyOf(data, dice)] = dice.pick(ids);
    },
  },
  {
    name: 'no id',
    weight: 2,
    apply: (data, dice) => {
      const was = data[keyOf(data, dice)];
      const value = typeof was === 'string' ? was : 'x';
      data[keyOf(data, dice)] = dice.pick([
        value.toUpperCase(),
        value.slice(1),
        `${value} `,
        `${value}:1`,
        `{${value}}`,
        value.replaceAll('-', ''),
      ]);
    },
  },
  {
    name: 'another version',
    weight: 3,
    apply: (data, dice) => {
      const versions = Object.keys(data).filter((key) => /version$/i.test(key) || typeof data[key] === 'number');
      data[versions.length > 0 ? dice.pick(versions) : 'version'] = dice.pick<unknown>([
        ...NUMBERS,
        '1',
        '1; drop table person',
        '0x1',
        ' 1',
        '1e9',
      ]);
    },
  },
  { name: 'a text', weight: 7, apply: (data, dice) => set(data, keyOf(data, dice), dice.pick(TEXTS)) },
  {
    name: 'an input for another person',
    weight: 2,
    apply: (data, { pick }, ids) =>
      set(
        data,
        `${pick(['come', 'why', 'here', 'role', 'ext', 'extwhy', 'column', 'leaders'])}-${pick(ids)}`,
        pick<unknown>(['true', ...TEXTS]),
      ),
  },
  {
    name: 'another day or time',
    weight: 2,
    apply: (data, { pick }) =>
      set(data, pick(['date', 'time', 'due', 'until', 'started', 'duration', 'on']), pick(MOMENTS)),
  },
];
const WEIGHED = WAYS.flatMap((way) => Array.from({ length: way.weight }, () => way));

/** One or two changes to what a card carries, or another verb for it; `ids` are what another id can be. */
export function mutate(dice: Dice, pressed: Payload, ids: readonly string[], verbs: readonly string[]): Mutated {
  const data: Record<string, unknown> = { ...pressed.data };
  if (dice.below(20) === 0) {
    const verb = dice.pick<string>([
      ...NAMES,
      '',
      ' ',
      pressed.verb.toUpperCase(),
      `${pressed.verb}.${pressed.verb}`,
      TEXTS[0] ?? '',
      dice.pick(verbs),
    ]);
    return { verb, data, how: 'another verb' };
  }
  const ways = Array.from({ length: 1 + dice.below(2) }, () => dice.pick(WEIGHED));
  for (const way of ways) way.apply(data, dice, ids);
  return { verb: pressed.verb, data, how: ways.map(({ name }) => name).join(' and ') };
}

/** A payload with a text of the injected ones in every input that takes one, and all else as the card had it. */
export function injected(dice: Dice, { verb, data }: Payload): Payload {
  const isText = (key: string, value: unknown) =>
    typeof value === 'string' &&
    (/ /.test(value) || /^(?:why|note|text|reason|words|how|place|said|because|alias|name|role)\b/.test(key));
  return {
    verb,
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, isText(key, value) ? dice.pick(TEXTS) : value]),
    ),
  };
}

/** What of a card's strings a client would read as markup, or what no card should hold. */
export function markupIn(card: unknown): string[] {
  const found: string[] = [];
  const look = (value: unknown, key: string, within: string): void => {
    if (typeof value === 'string') {
      const wrong = (what: string) => found.push(`${what} in ${within}.${key}: ${JSON.stringify(value.slice(0, 160))}`);
      if (/\p{Surrogate}/u.test(value)) wrong('half a character');
      if (/(?![\t\n\r])\p{Cc}/u.test(value)) wrong('a control character');
      if (/[\u202a-\u202e\u2066-\u2069]/.test(value)) wrong('a change of direction');
      if (value.includes(INJECTED.template.shows)) wrong('an evaluated template');
      const readsMarkdown = within === 'TextBlock' || within === 'Fact' || within === 'Input.Toggle';
      if (readsMarkdown && key !== 'id' && /\[her\]\(|\*\*vigtigt\*\*|<img|<at>|&#60;|&lt;|\n1\. /.test(value))
        wrong('markup');
      return;
    }
    if (Array.isArray(value)) {
      for (const one of value) look(one, key, key === 'facts' ? 'Fact' : within);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const type = 'type' in value && typeof value.type === 'string' ? value.type : within;
    for (const [name, inner] of Object.entries(value)) look(inner, name, type);
  };
  look(card, '', '');
  return found;
}

/** An id that nobody has. */
export const unknownId = (): string => randomUUID();
