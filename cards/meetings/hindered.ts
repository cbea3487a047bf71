import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { asking, type said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import type { HinderedView } from '../views';
import template from './hindered.json';

const draw = defineCard({
  name: 'hindered',
  template,
  schema: z.strictObject({
    ...asking,
    open: z.boolean(),
    labels: z.strictObject({ manage: z.string(), somebody: z.string() }),
  }),
});

const colors = {
  open: 'Warning',
  manage: 'Good',
  somebody: 'Good',
  'stand-in': 'Good',
  changed: 'Default',
  cancelled: 'Attention',
  running: 'Accent',
  past: 'Default',
} as const;

/** To the lead: somebody is hindered; does the meeting manage without? */
export function hinderedCard(view: HinderedView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.hindered;
  const { when } = spoken(view.meeting, w, locale);
  const open = view.state === 'open';
  return draw(
    {
      id: view.invitationId,
      version: view.version,
      mark: view.mark,
      quiet: (open && view.reminder ? card.quietReminder : card.quiet)(plain(view.meeting.ref)),
      title: card.title[view.state],
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated ? w.repeated : '',
      hasFacts: true,
      facts: [
        ...(view.meeting.alias === null ? [] : [{ name: w.facts.citizen, value: view.meeting.alias }]),
        { name: w.facts.meeting, value: capitalised(when) },
      ],
      said: sentences(view, w),
      open,
      labels: { manage: card.manageAction, somebody: card.somebodyAction },
    },
    capitalised((open ? card.summary.open : card.summary.closed)(when, view.meeting.ref)),
    locale,
  );
}

function sentences(view: HinderedView, w: Words): z.input<typeof said> {
  const card = w.hindered;
  const by = view.answeredBy === '' ? [] : [sentence(card.answeredBy(view.answeredBy))];
  switch (view.state) {
    case 'open':
      return [sentence(card.text[view.code](view.name, view.department))];
    case 'manage':
      return [...by, sentence(card.manage(view.name))];
    case 'somebody':
      return [...by, sentence(card.somebody(view.department))];
    case 'stand-in':
      return [sentence(card.standIn(view.standIn, view.name))];
    case 'changed':
      return [sentence(card.changed(view.name))];
    case 'cancelled':
    case 'running':
    case 'past':
      return [sentence(card.closed)];
    default:
      return view.state satisfies never;
  }
}
