import type { Unit } from '../db/unit';
import type { Day } from '../time/day';

/** Somebody whose programme has come to a class: the programmes say who and since when. */
export type RipePerson = { readonly personId: string; readonly stepKey: string; readonly opensOn: Day };

/** What the programmes give to intakes, and intakes to the programmes; handed over where the house is put together. */
export type ProgramSeam = {
  /** People whose open step of this kind has opened: `class`, `dialogue-meeting`, `supervision` or `learning-day`. */
  ripeFor(unit: Unit, kind: string): Promise<readonly RipePerson[]>;
  /** Somebody was there on all days: their step is settled by the seat. Within the transaction in which it was noted. */
  attended(unit: Unit, personId: string, stepKey: string, seatId: string): Promise<void>;
};
