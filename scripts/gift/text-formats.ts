import MarkdownIt from 'markdown-it';

/** A text of GIFT as Markdown, and what of it had to be left out. */
export type Converted = { readonly text: string; readonly lost: readonly string[] };

const { unescapeAll } = new MarkdownIt().utils;
const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'br', 'div']);
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;

/**
 * @param format `markdown` stands as it is; `plain` has nothing of Markdown in it; `html` and Moodle's own `moodle` are HTML, and
 * in the latter a line of the file is a line on the page
 */
export function asMarkdown(text: string, format: 'markdown' | 'plain' | 'html' | 'moodle'): Converted {
  if (format === 'markdown') return { text: text.trim(), lost: [] };
  if (format === 'plain') return { text: paragraphs(text.split(/\n+/).map(escaped)), lost: [] };
  const lost: string[] = [];
  const lines = (format === 'html' ? text.replaceAll('\n', ' ') : text.replace(/\n+/g, '<br>'))
    .replace(/\s*<(?:\/?(?:p|div)|br)\b[^>]*>\s*/gi, '\n')
    .split('\n')
    .map((line) => {
      let from = 0;
      let made = '';
      for (const tag of line.matchAll(TAG)) {
        const name = (tag[2] ?? '').toLowerCase();
        made += escaped(decoded(line.slice(from, tag.index)));
        made += MARKS[name] ?? '';
        if (!MARKS[name] && !PARAGRAPHS.has(name) && tag[1] === '') lost.push(tag[0]);
        from = tag.index + tag[0].length;
      }
      return made + escaped(decoded(line.slice(from)));
    });
  return { text: paragraphs(lines), lost };
}

const paragraphs = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^([#+\-=~])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2'))
    .join('\n\n');
const decoded = (text: string): string => text.replace(/&#?\w+;/g, (entity) => unescapeAll(entity));
/** So that it reads as it stands. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]|&(?=#?\w+;)/g, '\\$&');
