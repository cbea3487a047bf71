import { toMoment, ZONE } from '../../../bot/time/moment';

/** The one clock of a simulation, for the calendar as for leases and retries: it stands still but for being moved. */
export type Clock = {
  now(): Date;
  /** The local time, `2026-03-16T08:00`. */
  local(): string;
  moveTo(at: number): void;
  pass(ms: number): void;
};

export function openClock(at: number): Clock {
  let now = at;
  return {
    now: () => new Date(now),
    local: () => toMoment(new Date(now), ZONE),
    moveTo: (to) => {
      now = Math.max(now, to);
    },
    pass: (ms) => {
      now += ms;
    },
  };
}
