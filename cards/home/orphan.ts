import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, type Matter, matterCard, press, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';

/** Something without an owner, for the manager: nothing of the citizen but the reference. Inputs: person, reason. */
export type OrphanView = {
  readonly id: string;
  readonly ref: string;
  /** What is owed, in a few words of ours. */
  readonly what: string;
  /** Who owed it, and has left. */
  readonly before: string;
  readonly state: 'open' | 'given' | 'closed';
  readonly owner: string;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly mayDrop: boolean;
  readonly values: { readonly person: string; readonly reason: string };
  readonly faults: Readonly<Record<string, string>>;
};

const LONGEST = 400;
const colors = { open: 'Warning', given: 'Good', closed: 'Default' } as const;

/** Who does it instead of somebody who has left? */
export function orphanCard(view: OrphanView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.orphan;
  const { state, faults, values } = view;
  const data = { obligation: view.id };
  const open: Partial<Matter> =
    state !== 'open'
      ? {}
      : {
          faults,
          fields: [
            choiceField({
              id: 'person',
              label: card.person,
              value: values.person,
              choices: view.colleagues.map((one) => ({ title: one.name, value: one.id })),
              placeholder: w.invitation.placeholder,
              faults,
            }),
          ],
          rows: [
            press([{ title: card.give, verb: 'orphan.give', data, first: true, sends: true }], { spacing: 'Medium' }),
            ...(view.mayDrop ? [toggles([{ title: card.drop, shows: ['why'] }])] : []),
          ],
          parts: view.mayDrop
            ? [
                {
                  id: 'why',
                  shown: faults.reason !== undefined || values.reason !== '',
                  text: '',
                  fields: [
                    textField({
                      id: 'reason',
                      label: card.reason,
                      placeholder: card.reasonExample,
                      value: values.reason,
                      longest: LONGEST,
                      faults,
                    }),
                  ],
                  rows: [press([{ title: card.sendDrop, verb: 'orphan.drop', data, sends: true }])],
                },
              ]
            : [],
        };
  return matterCard(
    () => ({
      summary: card.summary(view.ref),
      quiet: card.quiet(plain(view.ref)),
      title: state === 'given' ? card.title.given(plain(view.owner)) : card.title[state],
      state: { text: card.states[state], color: colors[state] },
      opening: [
        sentence(view.what, card.what),
        ...(state === 'open' ? [sentence(card.left(view.before))] : []),
        ...(state === 'given' ? [sentence(card.given)] : []),
      ],
      ...open,
    }),
    locale,
  );
}
