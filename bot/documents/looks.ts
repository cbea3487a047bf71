/** Measures in points, A4. */
export const PAGE = { width: 595.28, height: 841.89 };
export const MARGIN = { top: 56, right: 68, bottom: 72, left: 68 };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const INK = '#1c2126';
export const PALE = '#555e68';
export const LINE = '#c8ced4';
export const THREAD = '#a6192e';
/** A record is read in peace; a letter fits one page when normal things are said. */
export const LOOKS = {
  record: {
    body: { size: 10.5, gap: 2.5, after: 3 },
    headings: {
      1: { size: 20, before: 0, after: 8 },
      2: { size: 12.5, before: 14, after: 3 },
      3: { size: 10.5, before: 7, after: 1 },
    },
  },
  letter: {
    body: { size: 10, gap: 1.6, after: 3.5 },
    headings: {
      1: { size: 18, before: 0, after: 7 },
      2: { size: 11.5, before: 9, after: 1.5 },
      3: { size: 10, before: 6, after: 1 },
    },
  },
} as const;
export const LABEL_WIDTH = 92;
export const BULLET_INDENT = 14;
/** What must fit below a heading for it to stay on its page. */
export const KEEP_WITH = 44;
