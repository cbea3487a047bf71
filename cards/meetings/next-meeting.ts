import { z } from 'zod/v4';
import { spokenDay, spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { facts, said, sentence, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './next-meeting.json';
import type { NextMeetingView } from './work-views';

const draw = defineCard({
  name: 'next-meeting',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasFacts: z.boolean(),
    facts,
    said,
    open: z.boolean(),
    labels: z.strictObject({ call: z.string() }),
  }),
});

/** To the lead: the next date was agreed at a meeting, and is to be called. */
export function nextMeetingCard(view: NextMeetingView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.nextMeeting;
  const when = spokenMoment(view.at, locale);
  const the = w.definiteKindNames[view.kind] ?? w.anyDefiniteKind;
  return draw(
    {
      pathway: view.pathwayId,
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: capitalised(card.title(the, when)),
      state: view.called ? { text: card.states.called, color: 'Good' } : { text: card.states.open, color: 'Warning' },
      hasFacts: true,
      facts: [{ name: w.facts.citizen, value: view.alias }],
      said: [sentence(view.called ? card.called : card.text(spokenDay(view.callBy, locale)))],
      open: !view.called,
      labels: { call: card.call },
    },
    card.summary(when, view.ref),
    locale,
  );
}
