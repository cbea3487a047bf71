import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import { drawnGround, type GroundLine, groundLine, type LackingLine, namesInARow } from './ground-line';
import template from './ground-withdraw.json';

/** Asks once whether a ground no longer holds, and says what follows. */
export type GroundWithdrawView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly ground: GroundLine;
  /** Departments and externals that nothing else reaches. */
  readonly lost: readonly string[];
  /** Those that another ground reaches as well. */
  readonly kept: readonly string[];
  /** Of the team, who can no longer see the pathway. */
  readonly sight: readonly string[];
  /** Who is no longer invited, by meeting. */
  readonly meetings: readonly LackingLine[];
};

const draw = defineCard({
  name: 'ground-withdraw',
  template,
  schema: z.strictObject({
    id: z.string(),
    pathway: z.string(),
    quiet: z.string(),
    title: z.string(),
    ground: groundLine,
    said,
    labels: z.strictObject({ keep: z.string(), withdraw: z.string() }),
  }),
});

export function groundWithdrawCard(view: GroundWithdrawView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.groundWithdraw;
  const names = (list: readonly string[]) => namesInARow(list, w);
  const meetings = fitting(
    view.meetings.map((one) => sentence(card.invited(meetingName(one, w, locale), names(one.names)))),
    2_000,
  ).kept;
  return draw(
    {
      id: view.ground.id,
      pathway: view.pathwayId,
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      ground: drawnGround(view.ground, w, locale),
      said: [
        ...(view.lost.length === 0 ? [] : [sentence(card.stops(names(view.lost)))]),
        ...(view.kept.length === 0 ? [] : [sentence(capitalised(card.goesOn(names(view.kept))))]),
        ...(view.sight.length === 0 ? [] : [sentence(card.sight(names(view.sight)))]),
        ...meetings,
        sentence(card.said),
      ],
      labels: { keep: card.keep, withdraw: card.withdraw },
    },
    card.summary(view.ref),
    locale,
  );
}

/** A meeting as it is named in a list: its kind, number and day. */
export function meetingName(one: LackingLine, w: Words, locale: Locale): string {
  return `${capitalised(w.kindNames[one.kind] ?? w.anyKind)} ${one.number}, ${spokenDay(one.at, locale)}`;
}
