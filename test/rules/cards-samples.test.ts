import { readdirSync } from 'node:fs';
import path from 'node:path';
import { lookOf, matters, others } from '../../cards/samples/looks';
import { samples } from '../../cards/samples/samples';

const mockDrawn = new Set<string>();
jest.mock('../../cards/render', () => {
  const render = jest.requireActual<typeof import('../../cards/render')>('../../cards/render');
  const defineCard: typeof render.defineCard = (made) => {
    const draw = render.defineCard(made);
    return (...given) => {
      mockDrawn.add(made.name);
      return draw(...given);
    };
  };
  return { ...render, defineCard };
});

const cardOf = (name: string): string => name.split(':')[0] ?? name;
const templates = readdirSync('cards', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.basename(file, '.json'))
  .sort();

/** What only shows something: it may stand on a card whose matter is closed. */
const SHOWS = /^(?:[a-z-]+\.open|meeting\.work|record\.offer)$/;

test('every template is drawn by some sample, under its own name', () => {
  for (const sample of samples) sample.draw('da');
  expect([...mockDrawn].sort()).toEqual(templates);
});

test('of every card somebody has said in looks.ts whether it is a matter that closes, and of no other', () => {
  const cards = [...new Set(samples.map((sample) => cardOf(sample.name)))];
  expect([...Object.keys(matters), ...Object.keys(others)].sort()).toEqual(cards.sort());
});

test('no two samples have the same name', () => {
  const names = samples.map((sample) => sample.name);
  expect(names).toHaveLength(new Set(names).size);
});

test.each(Object.entries(matters))('%s is sampled in every look it has', (card, { answered }) => {
  const looks = samples.filter((sample) => cardOf(sample.name) === card).map((sample) => lookOf(sample.name));
  expect([...new Set(looks)].sort()).toEqual(['pending', ...(answered ? ['answered'] : []), 'closed'].sort());
});

test.each(samples.filter((sample) => lookOf(sample.name) === 'closed'))(
  '$name has nothing to fill in, and no action that changes anything',
  (sample) => {
    const text = JSON.stringify(sample.draw('da').card);
    const verbs = [...text.matchAll(/"verb":"([^"]*)"/g)].map((found) => found[1] ?? '');
    // A pathway that has ended lists its meetings: which to open is all that can be chosen.
    const inputs = [...text.matchAll(/"type":"Input\.\w+","id":"(\w+)"/g)].map((found) => found[1]);
    expect(verbs.filter((verb) => !SHOWS.test(verb))).toEqual([]);
    expect(inputs.filter((input) => input !== 'meeting')).toEqual([]);
  },
);

test('a matter that stands in a chat for days lets its reader type the day that it is then', () => {
  // Teams holds a reader to the end that a card was drawn with; what is still to come is refused at the press.
  const ended = samples.filter(({ name, draw }) => {
    if (!Object.hasOwn(matters, cardOf(name))) return false;
    const days = [...JSON.stringify(draw('da').card).matchAll(/\{"type":"Input\.Date"[^}]*\}/g)];
    return days.some(([input]) => /"max":"[^"]/.test(input));
  });
  expect(ended.map(({ name }) => name)).toEqual([]);
});

test('a card that nobody has spoken of is named', () => {
  expect(() => lookOf('nonsense: open')).toThrow('nonsense');
});
