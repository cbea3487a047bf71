import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { flat } from '../decisions/proposal-lines';
import { matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { type HandoverFormView, LONGEST } from './handover-views';
import { whoFields } from './parts';

/** Whom do you ask to take the baton, and what does the citizen say about it? */
export function handoverFormCard(view: HandoverFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.form;
  const who = view.alias ?? w.handovers.theCitizen;
  const { faults, values, declined } = view;
  const data = { pathway: view.pathwayId };
  return matterCard(
    (most) => ({
      summary: card.summary(view.ref),
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      faults,
      opening: [
        ...(declined === null || declined.reason === ''
          ? []
          : [sentence(w.quoted(flat(declined.reason, most)), card.declined(declined.name))]),
        sentence(view.missing ? card.textMissing : card.text),
      ],
      facts: view.alias === null ? [] : [{ name: card.citizenFact, value: view.alias }],
      fields: [
        ...whoFields(view, card.who, w),
        textField({
          id: 'citizen',
          label: plain(card.citizen(who)),
          placeholder: card.citizenExample,
          value: values.citizen,
          longest: LONGEST,
          faults,
        }),
        textField({
          id: 'notAsked',
          label: plain(card.notAsked(who)),
          value: values.notAsked,
          longest: LONGEST,
          faults,
        }),
        textField({
          id: 'needs',
          label: card.needs,
          placeholder: card.needsExample,
          value: values.needs,
          longest: LONGEST,
          faults,
        }),
      ],
      rows: [
        press(
          [
            { title: card.ask, verb: 'handover.ask', data: { ...data, form: view.form }, first: true, sends: true },
            ...(view.ground ? [{ title: card.ground, verb: 'ground.form', data }] : []),
          ],
          { spacing: 'Medium' },
        ),
        ...(view.alias === null ? [] : [press([{ title: w.actions.undo, verb: 'pathway.back', data }])]),
      ],
    }),
    locale,
  );
}
