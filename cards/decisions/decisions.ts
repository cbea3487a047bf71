import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { writePick } from '../home/waiting';
import { choiceField, type Matter, type MatterSection, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped, fitting } from '../text';
import { listSection } from './answer-lines';
import type { DecisionsView } from './decision-views';
import { flat, stateOf } from './proposal-lines';

/** So many lines have a button of their own; a card has six. */
const OWN_BUTTONS = 6;

type Entry = {
  readonly line: Line;
  readonly text: string;
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
};

/** What waits for somebody, and their pathways' open proposals. */
export function decisionsCard(view: DecisionsView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w), locale);
}

function drawn(view: DecisionsView, most: number, w: Words): Matter {
  const card = w.decisions.mine;
  const waiting: Entry[] = view.waiting.map((one) => ({
    ...one,
    line: line({ text: flat(one.text, Math.min(most, 200)) }),
  }));
  const open = view.open.map((one) => openEntry(one, most, w));
  const all = [...waiting, ...open];
  const picking = all.length > OWN_BUTTONS;
  return {
    summary: card.summary,
    quiet: card.quiet,
    title: card.title(view.waiting.length),
    sections: picking
      ? [
          listSection(
            card.waiting,
            waiting.map((one) => [one.line]),
            most,
            w,
          ),
          listSection(
            card.open,
            open.map((one) => [one.line]),
            most,
            w,
          ),
        ]
      : [...withButtons(card.waiting, waiting, all.length === 1), ...withButtons(card.open, open, all.length === 1)],
    closing: all.length === 0 ? [{ lead: '', text: card.none }] : [],
    fields: picking
      ? [
          choiceField({
            id: 'pick',
            label: card.pick,
            value: pickOf(all[0]),
            choices: fitting(
              all.map((one) => ({ title: clipped(one.text, 100), value: pickOf(one) })),
              5_000,
            ).kept,
            placeholder: w.invitation.placeholder,
            faults: {},
          }),
        ]
      : [],
    rows: picking
      ? [press([{ title: w.actions.open, verb: 'waiting.pick', first: true, sends: true }], { spacing: 'Medium' })]
      : [],
  };
}

const pickOf = (entry: Entry | undefined): string => (entry === undefined ? '' : writePick(entry.verb, entry.data));

function openEntry(one: DecisionsView['open'][number], most: number, w: Words): Entry {
  const state = stateOf(one.state, w);
  const name = `${one.ref}, ${w.decisions.matter.title(one.number).toLocaleLowerCase('da')}`;
  return {
    line: line({
      mark: state.color,
      lead: `${name}: `,
      text: flat(one.text, Math.min(most, 140)),
      quiet: ` · ${state.text} · ${w.decisions.list.daysOpen(one.daysOpen)}`,
    }),
    text: `${name}: ${flat(one.text, 60)}`,
    title: w.decisions.mine.see,
    verb: 'proposal.open',
    data: { proposal: one.id },
  };
}

/** Each line with its button; the buttons' tooltips tell them apart. */
function withButtons(title: string, entries: readonly Entry[], only: boolean): MatterSection[] {
  return entries.map((one, at) =>
    section(at === 0 ? title : '', [one.line], {
      rows: [
        press([
          {
            title: one.title,
            tooltip: only ? '' : clipped(`${one.title}: ${one.text}`, 120),
            verb: one.verb,
            data: one.data,
            first: only,
          },
        ]),
      ],
      spacing: at === 0 ? 'Large' : 'Medium',
    }),
  );
}
