import { Client } from 'pg';
import type { Fault } from '../../../stage/faults';
import { seededRandom } from '../../bench/random';
import type { JournalWriter } from './journal-writer';
import { chance, pick, type Random } from './make-town';
import type { InProcessTeams } from './teams';

const DELIVERY_FAULTS: readonly Fault[] = [
  { kind: 'refuse', status: 429, code: 'TooManyRequests', retryAfter: 5 },
  { kind: 'refuse', status: 503 },
  { kind: 'hang' },
  { kind: 'reset-after' },
  { kind: 'lose-answer' },
  { kind: 'no-id' },
  { kind: 'delay', ms: 0 },
];

/** Some of what the bot sends meets a fault, and some of what people do is delivered twice. */
export function faultyDeliveries(teams: InProcessTeams, seed: number, share: number): void {
  // By whose chat it is and the how manieth request to it: messages to several people go out at once, in any order.
  const asked = new Map<string, Random>();
  teams.faults.add({
    fault: ({ entraId = '' }) => {
      const known = asked.get(entraId);
      const own = known ?? seededRandom(seed * 7_919 + Number(entraId.slice(-6)));
      if (!known) asked.set(entraId, own);
      return chance(own, share) ? pick(own, DELIVERY_FAULTS) : undefined;
    },
  });
}

/** Somebody blocks the bot for good: nothing reaches them in Teams from now on. */
export function blocks(o: {
  readonly teams: InProcessTeams;
  readonly journal: JournalWriter;
  readonly entraId: string;
  readonly until: string;
}): void {
  o.teams.block(o.entraId, true);
  o.journal.write({ type: 'outage', from: o.journal.now(), to: o.until, personId: o.entraId });
}

/** Lets a process die in this one: from the n-th statement on nothing of it reaches the database, or Teams. */
export type Executioner = {
  /** Of the next life that is opened: its connections are told by their login. */
  readonly login: string;
  /** Dies before the n-th statement from now. */
  arm(statements: number): void;
  isDead(): boolean;
  /** Whether the life that runs now has ended, asked at any time later. */
  watchLife(): () => boolean;
  /** A new life begins; what is left of the old one stays dead. */
  revive(): void;
  remove(): void;
};

type Query = (this: Client, ...asked: unknown[]) => unknown;

export function openExecutioner(login: string): Executioner {
  const original = Client.prototype.query as unknown as Query;
  let life = 0;
  let left = Number.POSITIVE_INFINITY;
  let dead = false;
  const lives = new WeakMap<Client, number>();
  const alive = new Set<Client>();
  const die = (): void => {
    dead = true;
    left = Number.POSITIVE_INFINITY;
    for (const client of alive) {
      const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
      connection.stream.destroy();
    }
    alive.clear();
  };
  Object.assign(Client.prototype, {
    query(this: Client, ...asked: unknown[]) {
      if (this.user !== login) return original.apply(this, asked);
      const own = lives.get(this) ?? life;
      if (!lives.has(this)) {
        lives.set(this, life);
        alive.add(this);
        this.on('error', () => undefined);
        this.once('end', () => alive.delete(this));
      }
      if (own === life && !dead) {
        left -= 1;
        if (left <= 0) die();
      }
      if (own === life && !dead) return original.apply(this, asked);
      const fault = new Error('The process is dead');
      const callback = asked.at(-1);
      if (typeof callback !== 'function') return Promise.reject(fault);
      process.nextTick(() => callback(fault));
      return undefined;
    },
  });
  return {
    login,
    arm: (statements) => {
      left = statements;
    },
    isDead: () => dead,
    watchLife() {
      const mine = life;
      return () => dead || life !== mine;
    },
    revive() {
      life += 1;
      dead = false;
      left = Number.POSITIVE_INFINITY;
    },
    remove: () => void Object.assign(Client.prototype, { query: original }),
  };
}
