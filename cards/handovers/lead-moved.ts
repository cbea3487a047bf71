import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { flat } from '../decisions/proposal-lines';
import { type Matter, matterCard, press, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { type LeadMovedView, LONGEST } from './handover-views';

const colors = { open: 'Warning', asked: 'Accent', kept: 'Good', closed: 'Default', ended: 'Default' } as const;

/** To a lead who has changed department: pass on the baton, or keep it and say why. */
export function leadMovedCard(view: LeadMovedView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.moved;
  const { state } = view;
  const open = state === 'open' || state === 'asked';
  return matterCard(
    (most): Matter => ({
      summary: open ? card.summary.open(view.ref) : card.summary.closed(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: state === 'asked' ? card.title.asked(plain(view.asked ?? '')) : card.title[state],
      state: { text: card.states[state], color: colors[state] },
      repeated: view.repeated,
      ...(open
        ? asking(view, w)
        : {
            opening: [sentence(state === 'ended' ? card.closed : card[state])],
            said: view.because === '' ? [] : [sentence(w.quoted(flat(view.because, most)), card.because)],
          }),
    }),
    locale,
  );
}

function asking(view: LeadMovedView, w: Words): Partial<Matter> {
  const card = w.handovers.moved;
  const data = { pathway: view.pathwayId };
  const asked = view.state === 'asked';
  return {
    faults: view.faults,
    opening: [
      ...(view.reminder ? [sentence(w.handovers.reminder)] : []),
      sentence(asked ? card.asked : card.text(view.department)),
    ],
    facts: [{ name: card.citizen, value: view.alias }],
    rows: [
      press([{ title: asked ? card.see : w.handovers.pass, verb: 'handover.form', data, first: true }], {
        spacing: 'Medium',
      }),
      ...(asked ? [] : [toggles([{ title: card.keep, shows: ['why'] }])]),
    ],
    parts: asked
      ? []
      : [
          {
            id: 'why',
            shown: view.faults.reason !== undefined || view.typed !== '',
            text: '',
            fields: [
              textField({
                id: 'reason',
                label: card.reason,
                placeholder: card.reasonExample,
                value: view.typed,
                longest: LONGEST,
                faults: view.faults,
              }),
            ],
            rows: [
              press([{ title: card.sendKeep, verb: 'lead.keep', data: { ...data, round: view.round }, sends: true }]),
            ],
          },
        ],
    foot: view.dueOn === null ? [] : [w.handovers.answerBy(view.dueOn)],
  };
}
