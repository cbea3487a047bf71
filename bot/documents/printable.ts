import { fonts } from './fonts';

/** What people type for which the font has no character, and how it is written with those it has. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['→', '->'],
  ['⇒', '=>'],
  ['←', '<-'],
  ['\t', ' '],
]);
/** Stands for a character that cannot be printed: the reader sees that something stood there. */
const UNPRINTABLE = '\u{fffd}';
const LINE_BREAK = /\r\n|[\r\n\v\f\u{85}\u{2028}\u{2029}]/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });

/**
 * A text as it can be printed on one or more lines: letters composed, line breaks as `\n`, nothing invisible, and each
 * character that the font lacks (an emoji, a script that is not European) as one replacement character.
 */
export function printable(text: string): string {
  const { has } = fonts();
  const draws = (written: string) => [...written].every((one) => one === '\n' || has(one.codePointAt(0) ?? 0));
  return [...graphemes.segment(text.normalize('NFC').replace(LINE_BREAK, '\n'))]
    .map(({ segment }) => {
      const written = WRITTEN.get(segment) ?? (segment === '\n' ? segment : segment.replace(INVISIBLE, ''));
      return draws(written) ? written : UNPRINTABLE;
    })
    .join('');
}

/** The paragraphs of a text: lines that hold something. */
export function paragraphs(text: string): readonly string[] {
  return printable(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
