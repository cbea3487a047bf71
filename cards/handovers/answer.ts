import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { flat } from '../decisions/proposal-lines';
import { type Matter, matterCard, press, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { type AnswerView, LONGEST } from './handover-views';
import { citizenSays } from './parts';

const colors = {
  asked: 'Warning',
  accepted: 'Good',
  declined: 'Default',
  withdrawn: 'Default',
  settled: 'Default',
  ended: 'Default',
} as const;

/** To whoever is asked: will you take the baton? Once it is closed nothing of the citizen but the reference. */
export function answerCard(view: AnswerView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.answer;
  return matterCard(
    (most): Matter => ({
      summary: view.state === 'asked' ? card.summary.asked(view.ref) : card.summary.closed(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card.title[view.state],
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated,
      ...(view.state === 'asked' ? open(view, most, w, locale) : { opening: [sentence(card.text[view.state])] }),
    }),
    locale,
  );
}

function open(view: AnswerView, most: number, w: Words, locale: Locale): Partial<Matter> {
  const card = w.handovers.answer;
  const data = { handover: view.id, version: view.version };
  const asks =
    view.lead === null
      ? card.asksMissing(view.askedBy)
      : view.own
        ? card.asksOwn(view.askedBy)
        : card.asks(view.askedBy, view.lead);
  const wrong = view.faults.reason !== undefined || view.typed !== '';
  return {
    faults: view.faults,
    citizen: citizenSays(view.citizen, view.alias, most, w),
    opening: [...(view.reminder ? [sentence(w.handovers.reminder)] : []), sentence(asks)],
    facts: [
      { name: card.facts.citizen, value: view.alias },
      { name: card.facts.owed, value: card.owed(view.owed) },
      { name: card.facts.next, value: view.next === null ? card.noNext : capitalised(spokenMoment(view.next, locale)) },
    ],
    said: view.needs === '' ? [] : [sentence(flat(view.needs, most * 2), card.needs)],
    rows: [
      press([{ title: card.accept, verb: 'handover.accept', data, first: true }], { spacing: 'Medium' }),
      toggles([{ title: card.decline, shows: ['why'] }]),
    ],
    parts: [
      {
        id: 'why',
        shown: wrong,
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
        rows: [press([{ title: card.sendDecline, verb: 'handover.decline', data, sends: true }])],
      },
    ],
    foot: view.dueOn === null ? [] : [w.handovers.answerBy(view.dueOn)],
  };
}
