import { z } from 'zod/v4';
import { writtenDay } from '../../content/words/dates';
import type { Locale, Words } from '../../content/words/words';
import { fitting } from '../text';

/** A ground as it is shown. Days are `YYYY-MM-DD`. */
export type GroundLine = {
  readonly id: string;
  readonly kind: 'oral' | 'written' | 'meeting' | 'law';
  /** Who consented; null for law, and where nobody noted it. */
  readonly givenBy: 'citizen' | 'custody-holder' | 'young-person' | null;
  /** The paragraph, for law. */
  readonly law: string | null;
  /** The number of the only meeting it is for. */
  readonly meeting: number | null;
  /** Names of departments and externals. */
  readonly reaches: readonly string[];
  readonly notedBy: string | null;
  readonly notedOn: string;
  /** The last day; null: until it is withdrawn. */
  readonly lastOn: string | null;
  readonly state: 'holds' | 'ended' | 'withdrawn';
  readonly withdrawnOn: string | null;
};

/** A called meeting ahead that has invited somebody without ground. */
export type LackingLine = {
  readonly number: number;
  /** A moment. */
  readonly at: string;
  readonly kind: string;
  readonly names: readonly string[];
};

/** A ground in the parts that a template binds. */
export const groundLine = z.strictObject({
  kind: z.string(),
  from: z.string(),
  law: z.string(),
  reaches: z.strictObject({ lead: z.string(), text: z.string() }),
  notes: z.string(),
});

/** So much of a list of names is said; the rest is counted. */
const LONGEST_LIST = 240;

/** Names from the beginning, as many as are said. */
function spoken(names: readonly string[]): string[] {
  const shown: string[] = [];
  let used = 0;
  for (const name of names) {
    if (shown.length > 0 && used + name.length > LONGEST_LIST) break;
    shown.push(name);
    used += name.length;
  }
  return shown;
}

/** As many grounds from the beginning as have room, whatever the language, and how many are left. */
export function groundsThatFit(grounds: readonly GroundLine[], characters: number): [GroundLine[], number] {
  const { kept, rest } = fitting(
    grounds.map((one) => ({ ...one, reaches: spoken(one.reaches) })),
    characters,
  );
  return [grounds.slice(0, kept.length), rest];
}

/** Names in a row as people say them, the last after "and"; of a long row the rest is counted. */
export function namesInARow(names: readonly string[], w: Words): string {
  const shown = spoken(names);
  const rest = names.length - shown.length;
  const all = rest === 0 ? shown : [...shown, w.grounds.others(String(rest))];
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${w.grounds.and} ${last}`;
}

/** One ground: what it is and from whom, for whom, and when. */
export function drawnGround(ground: GroundLine, w: Words, locale: Locale): z.input<typeof groundLine> {
  const { grounds } = w;
  const day = (text: string) => writtenDay(text, locale);
  const noted = day(ground.notedOn);
  const notes = [
    ...(ground.meeting === null ? [] : [grounds.onlyMeeting(String(ground.meeting))]),
    ground.notedBy === null ? grounds.notedOnly(noted) : grounds.noted(noted, ground.notedBy),
    ...(ground.state === 'holds' && ground.lastOn !== null ? [grounds.until(day(ground.lastOn))] : []),
    ...(ground.state === 'ended' && ground.lastOn !== null ? [grounds.ended(day(ground.lastOn))] : []),
    ...(ground.state === 'withdrawn' && ground.withdrawnOn !== null
      ? [grounds.withdrawn(day(ground.withdrawnOn))]
      : []),
  ];
  return {
    kind: grounds.kinds[ground.kind],
    from: ground.givenBy === null || ground.kind === 'law' ? '' : ` ${grounds.from[ground.givenBy]}`,
    law: ground.law === null ? '' : grounds.law(ground.law),
    reaches: { lead: `${grounds.with} `, text: namesInARow(ground.reaches, w) },
    notes: notes.join(' '),
  };
}

/** A ground in one line, to choose it by. */
export function groundChoice(ground: GroundLine, w: Words, locale: Locale): string {
  const on = writtenDay(ground.notedOn, locale);
  return `${w.grounds.kinds[ground.kind]}, ${on}: ${namesInARow(ground.reaches, w)}`;
}
