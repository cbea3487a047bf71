import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './pathway-notice.json';

export type NoticeCode =
  | 'team-joined'
  | 'team-rest'
  | 'team-back'
  | 'team-out'
  | 'member-left'
  | 'co-lead-set'
  | 'co-lead-ended'
  | 'pathway-ended'
  | 'new-lead'
  | 'linked';

/** Tells that something changed in a pathway; nothing of the citizen but the reference. */
export type PathwayNoticeView = {
  readonly mark: string;
  readonly code: NoticeCode;
  readonly pathwayId: string;
  readonly ref: string;
  readonly leadName: string | null;
  /** The colleague it speaks of, where that is not its reader. */
  readonly aboutName: string | null;
  /** The linked pathway's reference. */
  readonly otherRef: string | null;
  readonly repeated: boolean;
};

const draw = defineCard({
  name: 'pathway-notice',
  template,
  schema: z.strictObject({
    id: z.string(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    repeated: z.string(),
    said,
    offered: z.boolean(),
    see: z.string(),
  }),
});

/** Whoever hears of these may still see the pathway. */
const SEES: readonly NoticeCode[] = [
  'team-joined',
  'team-rest',
  'team-back',
  'member-left',
  'co-lead-set',
  'linked',
  'new-lead',
];

/** A notice about a pathway. */
export function pathwayNoticeCard(view: PathwayNoticeView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayNotice;
  const about = {
    'member-left': view.aboutName ?? card.aColleague,
    linked: view.otherRef ?? '',
  } as const;
  const spoken =
    view.code === 'member-left' || view.code === 'linked' ? about[view.code] : (view.leadName ?? card.theLead);
  return draw(
    {
      id: view.pathwayId,
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card.title[view.code](plain(view.ref)),
      repeated: view.repeated ? w.repeated : '',
      said: [sentence(capitalised(card.text[view.code](spoken)))],
      offered: SEES.includes(view.code),
      see: w.pathway.see,
    },
    card.summary(card.title[view.code](view.ref)),
    locale,
  );
}
