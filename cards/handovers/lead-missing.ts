import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { matterCard, press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { LeadMissingView } from './handover-views';

const colors = { open: 'Warning', asked: 'Accent', closed: 'Default' } as const;

/** To a department's manager: a pathway has no lead. Nothing of the citizen but the reference. */
export function leadMissingCard(view: LeadMissingView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.missing;
  const { state } = view;
  const data = { pathway: view.pathwayId };
  return matterCard(
    () => ({
      summary: state === 'closed' ? card.summary.closed(view.ref) : card.summary.open(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card.title[state](plain(view.ref)),
      state: { text: card.states[state], color: colors[state] },
      repeated: view.repeated,
      opening: [
        ...(view.reminder && state === 'open' ? [sentence(w.handovers.reminder)] : []),
        sentence(said(view, w)),
      ],
      rows:
        state === 'closed' || view.settling
          ? []
          : [
              press([{ title: state === 'open' ? card.find : card.see, verb: 'handover.form', data, first: true }], {
                spacing: 'Medium',
              }),
            ],
    }),
    locale,
  );
}

function said(view: LeadMissingView, w: Words): string {
  const card = w.handovers.missing;
  switch (view.state) {
    case 'open':
      return view.left === null ? card.nobody : card.left(view.left);
    case 'asked':
      return view.settling ? card.settling : card.asked(view.asked ?? '');
    case 'closed':
      return view.lead === null ? card.ended : w.handovers.leads(view.lead);
    default:
      return view.state satisfies never;
  }
}
