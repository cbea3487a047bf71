import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { leadOf, said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import type { NoticeView } from '../views';
import template from './notice.json';

const draw = defineCard({
  name: 'notice',
  template,
  schema: z.strictObject({
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    repeated: z.string(),
    said,
    offered: z.boolean(),
    labels: z.strictObject({ meetings: z.string() }),
  }),
});

/** Tells that something has happened; nothing of the citizen but the reference. */
export function noticeCard(view: NoticeView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.notice;
  const { the, when } = spoken(view.meeting, w, locale);
  const somebody = {
    cancelled: leadOf(view.meeting, w),
    'named-for-you': card.manager,
    'stand-in-declined': card.colleague,
    'stand-in-withdrawn': card.colleague,
  };
  return draw(
    {
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: capitalised(card.title[view.code](the, when)),
      repeated: view.repeated ? w.repeated : '',
      said: [sentence(card.text[view.code](view.name ?? somebody[view.code]))],
      offered: view.code === 'stand-in-declined',
      labels: { meetings: w.actions.meetings },
    },
    capitalised(card.summary[view.code](the, when, view.meeting.ref)),
    locale,
  );
}
