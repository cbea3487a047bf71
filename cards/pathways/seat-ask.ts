import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, plain } from '../text';
import template from './seat-ask.json';

/** Asks once before somebody is out of the team. */
export type SeatAskView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  /** An invitation to a meeting ahead that stands all the same. */
  readonly invited: boolean;
  readonly about:
    | { readonly is: 'own'; readonly leadName: string | null }
    | { readonly is: 'other'; readonly seatId: string; readonly name: string };
};

const draw = defineCard({
  name: 'seat-ask',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    said,
    verb: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
    labels: z.strictObject({ yes: z.string(), no: z.string() }),
  }),
});

/** Is somebody to be out of the team? Asked of those who lead it, and of a member about their own place. */
export function seatAskCard(view: SeatAskView, locale: Locale): Drawn {
  const w = words(locale);
  const { about } = view;
  const carried = { pathway: view.pathwayId, version: view.version };
  const { outAsk, leaveAsk } = w.pathwayTeam;
  const own = about.is === 'own';
  const name = own ? '' : clipped(about.name, 80);
  const texts = own
    ? [leaveAsk.text(about.leadName ?? w.theLead), ...(view.invited ? [leaveAsk.invited] : []), leaveAsk.rest]
    : [outAsk.text(name), ...(view.invited ? [outAsk.invited(name)] : [])];
  return draw(
    {
      id: view.pathwayId,
      quiet: w.pathwayTeam.quiet(plain(view.ref)),
      title: own ? leaveAsk.title : plain(outAsk.title(name)),
      said: texts.map((text) => sentence(text)),
      verb: own ? 'seat.leave' : 'team.out',
      data: own ? carried : { ...carried, seat: about.seatId },
      labels: own ? { yes: leaveAsk.yes, no: leaveAsk.no } : { yes: outAsk.yes, no: outAsk.no },
    },
    outAsk.summary(view.ref),
    locale,
  );
}
