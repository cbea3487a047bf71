import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import type { CancelView } from '../views';
import template from './cancel.json';

const draw = defineCard({
  name: 'cancel',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    labels: z.strictObject({ cancel: z.string(), keep: z.string() }),
  }),
});

/** Asks once before a meeting is cancelled, in the meeting's own card. */
export function cancelCard(view: CancelView, locale: Locale): Drawn {
  const w = words(locale);
  const { the, when } = spoken(view.meeting, w, locale);
  return draw(
    {
      id: view.meetingId,
      version: view.version,
      quiet: w.cancel.quiet(plain(view.meeting.ref)),
      title: w.cancel.title(the, when),
      text: w.cancel.text,
      labels: { cancel: w.cancel.cancel, keep: w.cancel.keep },
    },
    w.cancel.summary(view.meeting.ref),
    locale,
  );
}
