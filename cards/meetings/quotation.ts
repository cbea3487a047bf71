import type { Words } from '../../content/words/words';
import { type Line, paragraphs } from '../anatomy';
import { clipped } from '../text';

/** What somebody said, in quotation marks; nothing where nothing was said. */
export function quotation(text: string, most: number, w: Words): Line[] {
  return text.trim() === '' ? [] : paragraphs(w.quoted(clipped(text.trim(), most)), Number.POSITIVE_INFINITY);
}
