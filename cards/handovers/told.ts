import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { flat } from '../decisions/proposal-lines';
import { choiceField, dateField, type Field, type Matter, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type ToldView } from './handover-views';

const HOWS = ['talk', 'phone', 'meeting', 'letter'] as const;
const colors = { open: 'Warning', told: 'Good', past: 'Default' } as const;

/** To the new lead: the citizen is told who leads now. */
export function toldCard(view: ToldView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.told;
  const open = view.state === 'open';
  return matterCard(
    (most): Matter => ({
      summary: open ? card.summary.open(view.ref) : card.summary.closed(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card.title[view.state](plain(view.alias)),
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated,
      faults: view.faults,
      opening: open
        ? [
            ...(view.reminder ? [sentence(w.handovers.reminder)] : []),
            sentence(view.from === null ? card.textFirst : card.text(view.from)),
          ]
        : [],
      closing: closing(view, most, w),
      fields: open ? fields(view, w) : [],
      rows: open
        ? [
            press(
              [
                {
                  title: card.done(plain(view.alias)),
                  verb: 'lead.told',
                  data: { handover: view.id },
                  first: true,
                  sends: true,
                },
              ],
              { spacing: 'Medium' },
            ),
          ]
        : [],
      foot: open && view.dueOn !== null ? [card.dueBy(plain(view.alias), view.dueOn)] : [],
    }),
    locale,
  );
}

function closing({ state, told }: ToldView, most: number, w: Words): NonNullable<Matter['closing']> {
  const card = w.handovers.told;
  if (state === 'past') return [sentence(card.past)];
  if (told === null) return [];
  const hows: Readonly<Record<string, string>> = card.toldHow;
  return [
    sentence(card.told(told.by, told.on, hows[told.how] ?? told.how)),
    ...(told.said === '' ? [] : [sentence(w.quoted(flat(told.said, most)))]),
  ];
}

function fields(view: ToldView, w: Words): Field[] {
  const card = w.handovers.told;
  const { values, faults } = view;
  return [
    choiceField({
      id: 'how',
      label: card.how,
      value: values.how,
      choices: HOWS.map((value) => ({ title: card.hows[value], value })),
      placeholder: '',
      faults,
    }),
    dateField({
      id: 'toldOn',
      label: card.toldOn,
      value: values.toldOn,
      faults,
    }),
    textField({
      id: 'said',
      label: plain(card.said(view.alias)),
      placeholder: card.saidExample,
      value: values.said,
      longest: LONGEST,
      faults,
    }),
  ];
}
