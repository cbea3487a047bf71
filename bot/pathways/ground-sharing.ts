import type { Unit } from '../db/unit';

/** A called meeting ahead, with those it has invited and may not share with (any more). */
export type MeetingLacking = {
  readonly meetingId: string;
  readonly number: number;
  /** A moment. */
  readonly at: string;
  readonly kind: string;
  readonly personIds: readonly string[];
  readonly externalIds: readonly string[];
};

/** What other capabilities do in the same transaction when sharing of a pathway stops or begins anew; the pathway is locked. */
export type SharingHooks = {
  /** Somebody lost their last ground: nothing is asked of them any more, and nothing is on its way to them. */
  stopped(unit: Unit, pathwayId: string, byId: string | null): Promise<void>;
  /** Somebody has ground (again): whoever still owed an answer is asked anew. */
  begun(unit: Unit, pathwayId: string, byId: string | null): Promise<void>;
  /** Which called meetings ahead have invited somebody without ground. */
  lacking(unit: Unit, pathwayId: string): Promise<readonly MeetingLacking[]>;
};
