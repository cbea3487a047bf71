import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

/** Noto Sans (SIL Open Font License 1.1): every letter of every European language, so that all names can be written. */
const REGULAR = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const SEMI_BOLD = require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');

type Fonts = {
  readonly regular: Buffer;
  readonly semiBold: Buffer;
  /** Whether a character can be drawn. */
  has(codePoint: number): boolean;
};

let opened: Fonts | undefined;

/** The fonts of all documents, read once. */
export function fonts(): Fonts {
  if (opened) return opened;
  const regular = readFileSync(REGULAR);
  const parsed = fontkit.create(regular);
  if (!('hasGlyphForCodePoint' in parsed)) throw new Error('The font of the documents is a collection of fonts');
  opened = { regular, semiBold: readFileSync(SEMI_BOLD), has: (codePoint) => parsed.hasGlyphForCodePoint(codePoint) };
  return opened;
}
