export { clipped } from '../content/words/clipped';

/**
 * Text of people for places that read Markdown (TextBlock, titles of toggles): characters that would make a link, a list
 * or emphasis are shown by their look-alikes. A backslash is no way out, since not every client understands it.
 * Longer texts stand in a TextRun, which reads no Markdown.
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[*_`[\]<>\\~|]/g, (found) => lookAlike[found] ?? found)
    .replace(/&(?=#?\w+;)/g, '＆')
    .replace(/^#/, '＃')
    .replace(/^\+/, '＋')
    .replace(/^[-=]/, '–')
    .replace(/^(\d+)([.)])/, (_, number: string, point: string) => `${number}${point === '.' ? '․' : '）'}`);
}

const lookAlike: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '`': 'ˋ',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '\\': '＼',
  '~': '∼',
  '|': '｜',
};

/** So many choices stand open on the card; more fold into a list. */
export const AT_A_GLANCE = 6;

/** What to call somebody: the first of their names. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** As many items from the beginning as fit into so many characters of JSON, and how many are left. */
export function fitting<Item>(
  items: readonly Item[],
  characters: number,
): { readonly kept: Item[]; readonly rest: number } {
  let used = 0;
  const kept: Item[] = [];
  for (const item of items) {
    used += JSON.stringify(item).length;
    if (used > characters) break;
    kept.push(item);
  }
  return { kept, rest: items.length - kept.length };
}
