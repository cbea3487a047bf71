import { plain } from '../../../cards/text';
import { words } from '../../../content/words/words';
import type { PressOutcome } from '../../../stage/chat';

const REFUSALS: ReadonlySet<string> = new Set(
  (['da', 'en'] as const).flatMap((locale) =>
    Object.values(words(locale).refusals).flatMap((word) => [word, plain(word)]),
  ),
);

/** Whether whoever pressed reads that it was refused: as a word, on the card that came back, or beside one of its inputs. */
export function isTurnedAway({ text, card }: Pick<PressOutcome, 'text' | 'card'>): boolean {
  return (text !== undefined && REFUSALS.has(text)) || reads(card);
}

function reads(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(reads);
  if (typeof node !== 'object' || node === null) return false;
  if ('text' in node && typeof node.text === 'string' && REFUSALS.has(node.text)) return true;
  return Object.values(node).some(reads);
}
