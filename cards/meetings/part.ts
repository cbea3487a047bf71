import { z } from 'zod/v4';
import type { Words } from '../../content/words/words';
import { plain } from '../text';
import type { Form } from './work-views';

/** What every form of the meeting card binds. */
export const part = {
  meeting: z.string(),
  drawn: z.string(),
  quiet: z.string(),
  merged: z.string(),
  general: z.string(),
};

/** The values for {@link part}: which meeting, and what there is to say of the last press. */
export function partOf(
  view: Form,
  w: Words,
): {
  readonly meeting: string;
  readonly drawn: string;
  readonly quiet: string;
  readonly merged: string;
  readonly general: string;
} {
  return {
    meeting: view.meetingId,
    drawn: view.drawn,
    quiet: w.part.quiet(view.number, plain(view.ref)),
    merged: view.merged ? w.part.merged : '',
    // What concerns the whole form stands at its top in its own words.
    general: view.faults.form ?? (Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow),
  };
}

/** Room for a text that may be longer than is taken, since two wrote at once: none of it is cut off. */
export function roomFor(text: string, longest: number): number {
  return Math.max(longest, text.length);
}
