import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import type { MoveFormView } from '../views';
import template from './move-form.json';

/** Clashes that stand on the card by name; more are counted. */
const MOST_CLASHES = 20;

const inputs = z.strictObject({ date: z.string(), time: z.string(), agreed: z.string() });

const draw = defineCard({
  name: 'move-form',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    now: z.string(),
    general: z.string(),
    seen: z.string(),
    clash: z.string(),
    clashes: said,
    rest: z.string(),
    takesPart: z.boolean(),
    text: z.string(),
    earliest: z.string(),
    values: inputs,
    faults: inputs,
    missing: z.strictObject({ date: z.string(), time: z.string() }),
    labels: z.strictObject({
      date: z.string(),
      time: z.string(),
      agreed: z.string(),
      move: z.string(),
      back: z.string(),
    }),
  }),
});

/** A new time for a meeting. */
export function moveFormCard(view: MoveFormView, locale: Locale): Drawn {
  const w = words(locale);
  const { the, when } = spoken(view.meeting, w, locale);
  const clashing = view.clashes.length > 0;
  const shown = view.clashes.slice(0, MOST_CLASHES);
  const rest = view.clashes.length - shown.length;
  return draw(
    {
      id: view.meetingId,
      version: view.version,
      quiet: w.moveForm.quiet(plain(view.meeting.ref)),
      title: w.moveForm.title(the),
      now: w.moveForm.now(when),
      general: Object.keys(view.faults).some((input) => input !== 'clashes') ? w.turn.seeBelow : '',
      seen: view.clashesSeen,
      clash: clashing ? w.moveForm.clash : '',
      clashes: shown.map((one) => sentence(`${capitalised(one.clash)}.`, `${one.name}:`)),
      rest: rest === 0 ? '' : w.andMore(rest),
      takesPart: view.citizenTakesPart,
      text: w.moveForm.text,
      earliest: view.earliest,
      values: { ...view.values, agreed: String(view.values.agreed) },
      faults: { date: view.faults.date ?? '', time: view.faults.time ?? '', agreed: view.faults.agreed ?? '' },
      missing: { date: w.refusals['bad-date'], time: w.refusals['bad-time'] },
      labels: {
        date: w.callForm.date,
        time: w.callForm.time,
        agreed: w.moveForm.agreed,
        move: clashing ? w.moveForm.moveAnyway : w.moveForm.move,
        back: w.actions.back,
      },
    },
    w.moveForm.summary(view.meeting.ref),
    locale,
  );
}
