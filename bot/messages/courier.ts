import type { Message } from '../../prisma/generated/client';
import type { House, Unit } from '../db/unit';
import type { Engine } from '../obligations/tick';
import type { Letter } from './letter';
import type { MailPort, SendResult, TeamsPort } from './port';
import type { Shown } from './shown';
import type { Windows } from './windows';

/** What sending stands on. */
export type Courier = {
  readonly house: House;
  readonly engine: Engine;
  readonly teams: TeamsPort;
  /** Undefined where no SMTP server is set: `status` says so. */
  readonly mail: MailPort | undefined;
  readonly windows: Windows;
  /** What answers put in the place of cards. */
  readonly shown: Shown;
  readonly timing: CourierTiming;
  /** By kind of message: e-mails with words of their own. */
  readonly letters: ReadonlyMap<string, Letter>;
  /** Somebody could not be reached in Teams, or now could; capabilities let those see it whom it concerns. */
  readonly unreached: ReadonlyMap<string, (unit: Unit, message: Message) => Promise<void>>;
  /** Names this process in leases. */
  readonly holder: string;
  /** Waits on the wall clock. */
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 to 1; spreads retries. */
  readonly jitter: () => number;
};

export type CourierTiming = {
  /** A send that is still `sending` after this was cut off: nobody knows whether it arrived. */
  readonly sendingMs: number;
  /** The first wait before a retry; doubled each time. */
  readonly retryMs: number;
  readonly mostAttempts: number;
  readonly leaseMs: number;
  /** Waits up to this long are slept through, longer ones are written down. */
  readonly patienceMs: number;
};

export const COURIER_TIMING: CourierTiming = {
  sendingMs: 30_000,
  retryMs: 2_000,
  mostAttempts: 8,
  leaseMs: 30_000,
  patienceMs: 1_500,
};

/** Retries come further and further apart, up to this. */
export const LONGEST_RETRY_MS = 15 * 60_000;

/** The states a message can end in; each message ends in exactly one. */
export const END_STATES = ['delivered', 'unsure', 'withdrawn', 'blocked', 'not-installed', 'left', 'given-up'] as const;

/** A Retry-After is asked of everything that goes out for the municipality. */
export function holdBack(courier: Courier, tenantId: string, result: SendResult): void {
  if (result.kind !== 'retry' || result.afterMs === undefined) return;
  courier.windows.hold(tenantId, courier.house.clocks.wall().getTime() + result.afterMs);
}
