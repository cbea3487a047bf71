/**
 * How many words a text has, and how hard it is to read: LIX, words a sentence and the share of long words (C.-H. Björnsson,
 * Läsbarhet, 1968). Below 25 reads like a book for children, 35 to 45 like a daily paper, above 55 like a law.
 */
export const LIX_AIM = 45;
const LONG_FROM_LETTERS = 7;

export type Lix = {
  readonly words: number;
  readonly sentences: number;
  readonly longWords: number;
  readonly lix: number;
};

/** Whatever stands between spaces and has a letter or a digit in it. */
export const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((one) => /[\p{L}\p{N}]/u.test(one));

/**
 * @param blocks paragraphs and points of a list, as plain text: each ends its last sentence, whether there is a full stop or not
 * @returns lix 0 where there is no word
 */
export function lixOf(blocks: readonly string[], language: 'da' | 'en'): Lix {
  const words = blocks.flatMap(wordsOf);
  const sentences = blocks.flatMap((block) => sentencesOf(block, language)).length;
  const longWords = words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) >= LONG_FROM_LETTERS).length;
  const lix = words.length === 0 ? 0 : Math.round(words.length / sentences + (longWords * 100) / words.length);
  return { words: words.length, sentences, longWords, lix };
}

/** By Unicode's rules (a dot before a small letter ends nothing: "kl. 9 på"), and after a colon before a capital. */
function sentencesOf(block: string, language: 'da' | 'en'): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(block)]
    .flatMap(({ segment }) => segment.split(/(?<=:)\s+(?=\p{Lu})/u))
    .filter((one) => wordsOf(one).length > 0);
}
