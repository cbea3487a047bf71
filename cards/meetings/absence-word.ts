import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { choices, said, sentence, spoken, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './absence-word.json';
import type { AbsenceWordView } from './work-views';

const draw = defineCard({
  name: 'absence-word',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    said,
    open: z.boolean(),
    options: choices,
    labels: z.strictObject({ what: z.string(), missing: z.string(), quiet: z.string(), say: z.string() }),
  }),
});

/** What somebody may put right. Never why they were not there. */
const OPTIONS = ['was-there', 'colleague-came', 'told-somebody'] as const;
const colors = { open: 'Default', said: 'Good', past: 'Default' } as const;

/** To one who was not noted at a meeting: was there something we did not know? */
export function absenceWordCard(view: AbsenceWordView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.absenceWord;
  const { the, when } = spoken(view.meeting, w, locale);
  const open = view.state === 'open';
  return draw(
    {
      id: view.invitationId,
      version: view.version,
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: card.title[view.state],
      state: { text: card.states[view.state], color: colors[view.state] },
      said: open
        ? [sentence(card.text(the, when, view.department)), sentence(card.until(spokenDay(view.until, locale)))]
        : [sentence(card[view.state === 'said' ? 'said' : 'past'])],
      open,
      options: OPTIONS.map((value) => ({ title: card.options[value], value })),
      labels: { what: card.what, missing: w.refusals['pick-a-reason'], quiet: card.quietText, say: card.say },
    },
    (open ? card.summary.open : card.summary.closed)(when, view.meeting.ref),
    locale,
  );
}
