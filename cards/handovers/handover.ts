import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { flat } from '../decisions/proposal-lines';
import { matterCard, press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { HandoverView } from './handover-views';

const colors = {
  asked: 'Accent',
  declined: 'Warning',
  left: 'Warning',
  settling: 'Accent',
  accepted: 'Good',
  settled: 'Good',
  withdrawn: 'Default',
  ended: 'Default',
} as const;

/** How the baton stands, for whoever passes it on. */
export function handoverCard(view: HandoverView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.asked;
  const { state } = view;
  const open = state === 'asked' || state === 'declined' || state === 'left';
  const again = state === 'declined' || state === 'left';
  const data = { handover: view.id, version: view.version };
  const text = state === 'asked' && view.missing ? card.text.askedMissing : card.text[state];
  return matterCard(
    (most) => ({
      summary: card.summary(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card.title[state](plain(view.name)),
      state: { text: card.states[state], color: colors[state] },
      repeated: view.repeated,
      opening: [
        ...(state === 'declined' && view.reason !== ''
          ? [sentence(w.quoted(flat(view.reason, most)), card.reason)]
          : []),
        sentence(text),
      ],
      rows: open
        ? [
            press(
              [
                ...(again
                  ? [{ title: card.another, verb: 'handover.form', data: { pathway: view.pathwayId }, first: true }]
                  : []),
                { title: card.withdraw, verb: 'handover.withdraw', data },
              ],
              { spacing: 'Medium' },
            ),
            ...(view.back
              ? [press([{ title: w.pathwayTeam.toPathway, verb: 'pathway.back', data: { pathway: view.pathwayId } }])]
              : []),
          ]
        : [],
      foot: state === 'asked' && view.dueOn !== null ? [w.handovers.answerBy(view.dueOn)] : [],
    }),
    locale,
  );
}
