import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './ground-gone.json';
import { drawnGround, type GroundLine, groundLine, groundsThatFit, type LackingLine, namesInARow } from './ground-line';
import { lackingMeetings } from './ground-shared';

/** To the lead: a ground has ended, or somebody else noted that it was withdrawn. */
export type GroundGoneView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly mark: string;
  readonly repeated: boolean;
  readonly why: 'ended' | 'withdrawn';
  /** Those that ended on the same day stand together. */
  readonly grounds: readonly GroundLine[];
  /** Departments and externals that nothing reaches now. */
  readonly lost: readonly string[];
  readonly kept: readonly string[];
  readonly meetings: readonly LackingLine[];
};

const draw = defineCard({
  name: 'ground-gone',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    repeated: z.string(),
    grounds: z.array(groundLine),
    said,
    hasLacking: z.boolean(),
    lacking: said,
    labels: z.strictObject({ lacking: z.string(), open: z.string() }),
  }),
});

export function groundGoneCard(view: GroundGoneView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.groundGone;
  return draw(
    {
      pathway: view.pathwayId,
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: card[view.why],
      repeated: view.repeated ? w.repeated : '',
      grounds: groundsThatFit(view.grounds, 3_200)[0].map((one) => drawnGround(one, w, locale)),
      said: [
        ...(view.lost.length === 0 ? [] : [sentence(card.stopped(namesInARow(view.lost, w)))]),
        ...(view.kept.length === 0 ? [] : [sentence(card.goesOn(namesInARow(view.kept, w)))]),
        sentence(view.lost.length === 0 ? card.again : card.anew),
      ],
      hasLacking: view.meetings.length > 0,
      lacking: lackingMeetings(view.meetings, w, locale),
      labels: { lacking: w.groundShared.lacking, open: card.open },
    },
    card.summary[view.why](view.ref),
    locale,
  );
}
