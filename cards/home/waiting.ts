import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, firstName, fitting, plain } from '../text';
import type { ActionInput, WaitingLine, WaitingView } from '../views';
import template from './waiting.json';

/** Buttons of their own for so many lines; more are picked from a list, since a card holds six buttons. */
const OWN_BUTTONS = 5;

const draw = defineCard({
  name: 'waiting',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    groups: z.array(
      z.strictObject({
        title: z.string(),
        lines: z.array(
          z.strictObject({
            mark: z.string(),
            number: z.string(),
            text: z.string(),
            button: z.boolean(),
            action: z.strictObject({
              title: z.string(),
              tooltip: z.string(),
              verb: z.string(),
              data: z.record(z.string(), z.union([z.string(), z.number()])),
              style: z.string(),
            }),
          }),
        ),
      }),
    ),
    more: z.string(),
    also: z.string(),
    picking: z.boolean(),
    pick: z.strictObject({ label: z.string(), open: z.string(), missing: z.string(), value: z.string(), choices }),
    snooze: z.strictObject({ offered: z.boolean(), title: z.string() }),
  }),
});

/** What waits for a person: the morning's message, or the answer to `venter`. */
export function waitingCard(view: WaitingView, locale: Locale): Drawn {
  const w = words(locale);
  const unowned = fitting(view.unowned, 2_000);
  const groups = [
    ...view.groups,
    ...(view.unowned.length > 0 ? [{ title: w.waiting.unowned, lines: unowned.kept }] : []),
  ];
  const lines = groups.flatMap((group) => group.lines);
  const pressable = lines.filter((line) => line.action !== undefined);
  const picking = pressable.length > OWN_BUTTONS;
  const owed = view.groups.reduce((sum, group) => sum + group.lines.length, 0) + view.more;
  const numbered = (line: WaitingLine) => `${lines.indexOf(line) + 1}. `;
  return draw(
    {
      quiet: w.waiting.quiet,
      ...heading(view, owed, locale),
      groups: groups.map((group) => ({
        title: plain(group.title),
        lines: group.lines.map((line) => ({
          mark: line.mark,
          number: picking ? numbered(line) : '',
          text: withoutReference(line.text, group.title),
          button: line.action !== undefined && !picking,
          action: {
            title: line.action?.title ?? '',
            tooltip:
              line.action === undefined || pressable.length === 1
                ? ''
                : clipped(`${line.action.title}: ${line.text}`, 120),
            verb: line.action?.verb ?? '',
            data: line.action?.input ?? {},
            style: pressable.length === 1 ? 'positive' : '',
          },
        })),
      })),
      more: [
        ...(view.more === 0 ? [] : [w.waiting.more(view.more)]),
        ...(unowned.rest === 0 ? [] : [w.waiting.moreUnowned(unowned.rest)]),
      ].join(' '),
      also: [
        ...(view.also === 0 ? [] : [w.waiting.also(view.also)]),
        ...(view.overdue === 0 ? [] : [w.overview.inDigest(view.overdue)]),
      ].join(' '),
      picking,
      pick: {
        label: w.waiting.pick,
        open: w.actions.open,
        missing: w.waiting.pickMissing,
        value: picking ? pickValue(pressable[0]) : '',
        choices: picking
          ? pressable.map((line) => ({ title: `${numbered(line)}${line.text}`, value: pickValue(line) }))
          : [],
      },
      snooze: { offered: view.snoozable.length > 0, title: w.actions.snoozeForm },
    },
    view.as === 'digest' && owed > 0
      ? w.waiting.summaryDigest(owed)
      : owed > 0
        ? w.waiting.count(owed)
        : view.unowned.length > 0
          ? w.waiting.unownedCount(view.unowned.length)
          : w.waiting.none,
    locale,
  );
}

/**
 * Reads what `waiting.pick` brings back: `verb|key=value&key=value`, the values encoded as in an address.
 * Numbers come as text. Null when it is nothing of the kind: it came from a client.
 */
export function readPick(
  pick: string,
): { readonly verb: string; readonly input: Readonly<Record<string, string>> } | null {
  const [, verb, rest] = /^([a-z-]+\.[a-z-]+)\|(.*)$/.exec(pick) ?? [];
  return verb === undefined || rest === undefined
    ? null
    : { verb, input: Object.fromEntries(new URLSearchParams(rest)) };
}

/** The group's title says the reference already. */
function withoutReference(text: string, reference: string): string {
  return text.replace(` (${reference})`, '');
}

function pickValue(line: WaitingLine | undefined): string {
  return line?.action === undefined ? '' : writePick(line.action.verb, line.action.input);
}

/** What a picked line carries, as {@link readPick} reads it. */
export function writePick(verb: string, input: ActionInput): string {
  const pairs = Object.entries(input).map(([key, value]): [string, string] => [key, String(value)]);
  return `${verb}|${new URLSearchParams(pairs).toString()}`;
}

function heading(view: WaitingView, owed: number, locale: Locale): { title: string; text: string } {
  const { waiting } = words(locale);
  const said =
    owed > 0
      ? view.as === 'digest'
        ? waiting.countToday(owed)
        : waiting.count(owed)
      : view.unowned.length > 0
        ? waiting.unownedCount(view.unowned.length)
        : waiting.none;
  if (view.as === 'digest') return { title: waiting.morning(plain(firstName(view.name))), text: said };
  return { title: said, text: owed === 0 && view.unowned.length === 0 && view.also === 0 ? waiting.noneText : '' };
}
