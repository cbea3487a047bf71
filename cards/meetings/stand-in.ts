import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { asking, leadOf, meetingFacts, type said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { firstName, plain } from '../text';
import type { StandInView } from '../views';
import template from './stand-in.json';

const draw = defineCard({
  name: 'stand-in',
  template,
  schema: z.strictObject({
    ...asking,
    asked: z.boolean(),
    accepted: z.boolean(),
    labels: z.strictObject({ accept: z.string(), decline: z.string(), withdraw: z.string() }),
  }),
});

const colors = {
  asked: 'Warning',
  accepted: 'Good',
  declined: 'Default',
  withdrawn: 'Default',
  cancelled: 'Attention',
  running: 'Accent',
  past: 'Default',
} as const;

/** The card of the colleague who is asked to come in somebody's place. */
export function standInCard(view: StandInView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.standIn;
  const { the, when } = spoken(view.meeting, w, locale);
  const ahead = view.state === 'asked' || view.state === 'accepted';
  const summary = view.state === 'asked' ? card.summary.asked : ahead ? card.summary.answered : card.summary.closed;
  return draw(
    {
      id: view.id,
      version: view.version,
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: capitalised(card.title[view.state](the, when)),
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated ? w.repeated : '',
      hasFacts: ahead,
      facts: ahead ? meetingFacts(view.meeting, w) : [],
      said: sentences(view, w, locale),
      asked: view.state === 'asked',
      accepted: view.state === 'accepted',
      labels: { accept: card.accept, decline: card.decline, withdraw: card.withdraw },
    },
    capitalised(summary(the, when, view.meeting.ref)),
    locale,
  );
}

function sentences(view: StandInView, w: Words, locale: Locale): z.input<typeof said> {
  const card = w.standIn;
  const moved = view.movedFrom === null ? [] : [sentence(w.invitation.moved(spokenMoment(view.movedFrom, locale)))];
  const mandate = view.mandate === '' ? [] : [sentence(view.mandate, w.invitation.mandate)];
  switch (view.state) {
    case 'asked':
      return [
        ...moved,
        sentence(
          view.byManager === null ? card.asked(view.forName) : card.askedByManager(view.byManager, view.forName),
        ),
        sentence(w.quoted(view.why), card.why(firstName(view.forName))),
        ...mandate,
        sentence(card.mandate(firstName(view.byManager ?? view.forName))),
      ];
    case 'accepted':
      return [
        ...moved,
        sentence(card.accepted(view.forName)),
        sentence(w.quoted(view.why), card.why(firstName(view.forName))),
        ...mandate,
      ];
    case 'declined':
      return [sentence(card.declined(view.byManager ?? view.forName))];
    case 'withdrawn':
      return [sentence(card.withdrawn(view.forName))];
    case 'cancelled':
      return [sentence(card.cancelled(leadOf(view.meeting, w)))];
    case 'running':
    case 'past':
      return [];
    default:
      return view.state satisfies never;
  }
}
