import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { asking, choices, leadOf, type said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import type { RepresentationView } from '../views';
import template from './representation.json';

const draw = defineCard({
  name: 'representation',
  template,
  schema: z.strictObject({
    ...asking,
    open: z.boolean(),
    colleagues: choices,
    rest: z.string(),
    fault: z.string(),
    labels: z.strictObject({ person: z.string(), placeholder: z.string(), missing: z.string(), name: z.string() }),
  }),
});

const colors = {
  open: 'Warning',
  named: 'Warning',
  accepted: 'Good',
  answered: 'Good',
  cancelled: 'Attention',
  running: 'Accent',
  past: 'Default',
} as const;

/** To the manager, who names somebody. A notice: nothing of the citizen but the reference. */
export function representationCard(view: RepresentationView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.representation;
  const { when } = spoken(view.meeting, w, locale);
  const is = view.state.is === 'named' && view.state.accepted ? 'accepted' : view.state.is;
  const open = is === 'open';
  const ahead = open || view.state.is === 'named';
  const colleagues = fitting(
    view.colleagues.map(({ id, name }) => ({ title: name, value: id })),
    6_500,
  );
  return draw(
    {
      id: view.invitationId,
      version: view.version,
      mark: view.mark,
      quiet: (open && view.reminder ? card.quietReminder : card.quiet)(plain(view.meeting.ref)),
      title: capitalised(card.title[is](when)),
      state: { text: card.states[is], color: colors[is] },
      repeated: view.repeated ? w.repeated : '',
      hasFacts: ahead,
      facts: !ahead
        ? []
        : [
            { name: w.facts.meeting, value: capitalised(w.kindNames[view.meeting.kind] ?? w.anyKind) },
            { name: w.facts.duration, value: w.duration(view.meeting.duration) },
            { name: w.facts.lead, value: leadOf(view.meeting, w) },
            { name: w.facts.invited, value: `${view.name}, ${view.department}` },
          ],
      said: sentences(view, w),
      open: open && view.colleagues.length > 0,
      colleagues: colleagues.kept,
      rest: colleagues.rest === 0 ? '' : w.invitation.onlyFirst(colleagues.kept.length),
      fault: view.fault ?? '',
      labels: {
        person: card.person,
        placeholder: w.invitation.placeholder,
        missing: w.refusals['pick-somebody'],
        name: card.nameAction,
      },
    },
    capitalised((open ? card.summary.open : card.summary.closed)(when, view.meeting.ref)),
    locale,
  );
}

function sentences(view: RepresentationView, w: Words): z.input<typeof said> {
  const card = w.representation;
  const now = view.state;
  switch (now.is) {
    case 'open':
      return [
        sentence(card.because[view.because](view.name)),
        ...(view.mandate === '' ? [] : [sentence(view.mandate, card.mandate)]),
        ...(view.colleagues.length > 0 ? [] : [sentence(card.noColleagues)]),
      ];
    case 'named':
      return [sentence((now.accepted ? card.accepted : card.named)(now.name))];
    case 'answered':
      return [sentence(card.answered(view.name))];
    case 'cancelled':
    case 'running':
    case 'past':
      return [sentence(card.closed)];
    default:
      return now satisfies never;
  }
}
