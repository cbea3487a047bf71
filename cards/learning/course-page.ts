import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices, color, type state } from '../anatomy';
import type { Field, Row } from '../matter';
import { type Drawn, defineCard, drawnToFit } from '../render';
import template from './course-page.json';

const spacing = z.enum(['None', 'Small', 'Medium', 'Large']);

const block = z.strictObject({
  /** `text` is an author's Markdown; `said` may be what a person wrote, and no Markdown is read in it. */
  kind: z.enum(['heading', 'text', 'quiet', 'said']),
  mark: color.or(z.literal('')),
  lead: z.string(),
  text: z.string(),
  quiet: z.string(),
  spacing,
});

const draw = defineCard({
  name: 'course-page',
  template,
  schema: z.strictObject({
    mark: z.string(),
    quiet: z.string(),
    bar: z.string(),
    title: z.string(),
    state: z.strictObject({ text: z.string(), color }),
    general: z.string(),
    height: z.string(),
    blocks: z.array(block),
    fields: z.array(
      z.looseObject({
        kind: z.enum(['line', 'text', 'list', 'one', 'many']),
        id: z.string(),
        label: z.string(),
        placeholder: z.string(),
        value: z.string(),
        room: z.number().or(z.literal('')),
        choices,
        fault: z.string(),
        help: z.string(),
      }),
    ),
    rows: z.array(
      z.strictObject({
        spacing,
        buttons: z.array(
          z.strictObject({
            title: z.string(),
            tooltip: z.string(),
            verb: z.string(),
            data: z.record(z.string(), z.union([z.string(), z.number()])),
            style: z.enum(['positive', '']),
            inputs: z.enum(['none', '']),
          }),
        ),
      }),
    ),
    foot: z.array(z.strictObject({ text: z.string() })),
  }),
});

export type Block = z.input<typeof block>;

/** What a page of a course shows, from top to bottom; what is left out is not there. */
export type CoursePage = {
  readonly summary: string;
  readonly mark?: string;
  readonly quiet: string;
  /** How far one is, in words and as a bar of signs. */
  readonly bar?: string;
  readonly title: string;
  readonly state?: z.input<typeof state>;
  /** By input; those that no field takes stand above. */
  readonly faults?: Readonly<Record<string, string>>;
  /** In pixels; what stands below does not move from page to page where pages are lower than that. */
  readonly height?: number;
  readonly blocks: readonly Block[];
  readonly fields?: readonly Field[];
  readonly rows: readonly Row[];
  readonly foot?: readonly string[];
};

/** The one card of courses: a list, a lesson, a question, a result. */
export function coursePage(fill: (most: number) => CoursePage, locale: Locale): Drawn {
  const w = words(locale);
  return drawnToFit((most) => {
    const { faults = {}, height, ...page } = fill(most);
    return draw(
      {
        mark: page.mark ?? '',
        quiet: page.quiet,
        bar: page.bar ?? '',
        title: page.title,
        state: page.state ?? { text: '', color: 'Default' },
        general: faults.form ?? (Object.keys(faults).length === 0 ? '' : w.turn.seeBelow),
        height: height === undefined ? '' : `${height}px`,
        blocks: [...page.blocks],
        fields: (page.fields ?? []).map((field) => ({ ...field })) as Parameters<typeof draw>[0]['fields'],
        rows: page.rows.map(({ spacing: space, buttons }) => ({ spacing: space, buttons: [...buttons] })),
        foot: (page.foot ?? []).filter((text) => text !== '').map((text) => ({ text })),
      },
      page.summary,
      locale,
    );
  });
}

const empty: Omit<Block, 'kind' | 'text'> = { mark: '', lead: '', quiet: '', spacing: 'Medium' };

/** An author's text, as many blocks as it has paragraphs and lists. */
export function markdown(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ ...empty, kind: 'text', text: part.trim().replace(/_{3,}/g, GAP) }));
}

/**
 * The gap of a sentence: the signs that authors write for it are a line across the page in Markdown, and their wide
 * look-alikes are empty boxes where no font has them.
 */
const GAP = '………';

/** A heading within the page. */
export const heading = (text: string): Block => ({ ...empty, kind: 'heading', text, spacing: 'Large' });

/** A small line. */
export const quietLine = (text: string): Block => ({ ...empty, kind: 'quiet', text });

/** A line with a lead in bold, and a mark of its colour before it. */
export function saidLine(given: Partial<Block> & { readonly text: string }): Block {
  return { ...empty, kind: 'said', ...given, lead: given.lead ? `${given.lead} ` : '' };
}
