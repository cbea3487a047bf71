import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { facts, meetingFacts, said, sentence, spoken, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './preparation.json';
import type { PreparationView } from './work-views';

const draw = defineCard({
  name: 'preparation',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasFacts: z.boolean(),
    facts,
    said,
    open: z.boolean(),
    latest: z.string(),
    labels: z.strictObject({ done: z.string() }),
  }),
});

const colors = { open: 'Warning', done: 'Good', past: 'Default', cancelled: 'Attention' } as const;

/** What the model asks somebody to have ready before a meeting. */
export function preparationCard(view: PreparationView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.preparation;
  const { the, when } = spoken(view.meeting, w, locale);
  const open = view.state === 'open';
  return draw(
    {
      id: view.id,
      version: view.version,
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: plain(view.title[locale]),
      state: { text: card.states[view.state], color: colors[view.state] },
      hasFacts: open,
      facts: open ? meetingFacts(view.meeting, w) : [],
      said: [
        sentence((view.state === 'cancelled' ? card.was : card.text)(the, when)),
        ...(view.state === 'done' ? [sentence(card.thanks)] : []),
      ],
      open,
      latest: open ? `${card.due(spokenMoment(view.due, locale))}.` : '',
      labels: { done: card.done },
    },
    card.summary(when, view.meeting.ref),
    locale,
  );
}
