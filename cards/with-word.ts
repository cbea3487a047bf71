import type { CardJson } from './render';
import { plain } from './text';

/** The id of a word on a card. */
export const WORD = 'word';

/**
 * A card with a word of ours below its title: what came of the press that drew it. Teams answers a press with a card or
 * with a word, never with both. The word is no part of what the card shows, so its next drawing has it no longer.
 */
export function withWord(card: CardJson, word: string): CardJson {
  const body = Array.isArray(card.body) ? (card.body as readonly unknown[]) : [];
  const below = body.findIndex(isTitle) + 1;
  return { ...card, body: [...body.slice(0, below), drawn(word), ...body.slice(below)] };
}

function isTitle(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'style' in element && element.style === 'heading';
}

const drawn = (word: string) => ({
  type: 'Container',
  id: WORD,
  style: 'emphasis',
  spacing: 'Medium',
  items: [{ type: 'TextBlock', text: plain(word), wrap: true }],
});
