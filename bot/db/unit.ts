import type { Act } from '../../content/words/acts';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import type { Ladders } from '../obligations/ladder';
import type { PolicyMilestone } from '../people/milestones';
import type { Policy } from '../people/policy';
import type { Sealer } from '../privacy/seal';
import type { Clocks } from '../time/clock';
import type { Day } from '../time/day';
import { dayOf, type Moment, toMoment } from '../time/moment';

/** A log that takes references and codes, never names or text. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, text: string): void;
  warn(fields: Readonly<Record<string, unknown>>, text: string): void;
  error(fields: Readonly<Record<string, unknown>>, text: string): void;
};

export type Municipality = {
  readonly policy: Policy;
  readonly ladders: Ladders;
  /** What a young person's pathway comes to by age, the earliest first. */
  readonly milestones: readonly PolicyMilestone[];
  /** *How we do it here*, by course: Markdown that a card shows. A course without one is not in it. */
  readonly here: ReadonlyMap<string, { readonly da: string; readonly en: string }>;
};

/** What every use case stands on; made once, in main or by a test. */
export type House = {
  readonly prisma: PrismaClient;
  readonly clocks: Clocks;
  readonly newId: () => string;
  readonly log: Log;
  readonly sealer: Sealer;
  municipality(tenantId: string): Municipality;
  /** Puts a wake-up for the municipality's pump into the queue, within the transaction. */
  enqueueWake(tx: Tx, tenantId: string): Promise<void>;
  /** Told after a commit that enqueued a wake-up: work it now rather than at the next poll. */
  committed(tenantId: string): void;
};

export type Tx = Prisma.TransactionClient;

export type AuditEntry = {
  /** What was done; whoever reads the log reads its words. */
  readonly act: Act;
  readonly actorId: string | null;
  readonly matterKind: string;
  readonly matterId: string | null;
  readonly pathwayId?: string | null;
  /** Codes and ids only: an audit row never holds text or names. */
  readonly codes?: readonly string[];
};

export type NewMessage = {
  /** Makes a second enqueueing harmless. */
  readonly naturalKey: string;
  /** The member of staff it goes to; null for an external. */
  readonly personId: string | null;
  /** An external, who is reached by e-mail only. */
  readonly externalId?: string;
  readonly channel?: 'teams' | 'mail';
  /** A summons is repeated when its sending is unsure, marked as repeated; a reminder is not. */
  readonly class: 'summons' | 'reminder' | 'digest' | 'notice' | 'answer';
  /** Names the renderer. */
  readonly kind: string;
  readonly matterKind: string;
  readonly matterId: string;
  readonly pathwayId?: string | null;
  readonly walkId?: string;
  readonly digestId?: string;
  readonly notBefore?: Date;
  readonly insteadOfId?: string;
  readonly repeatOfId?: string;
  readonly id?: string;
};

/**
 * One state change: one transaction in one municipality. What use cases record here (audit rows, messages) is written
 * with the state or not at all; nothing outside the database happens before the commit.
 */
export type Unit = {
  readonly house: House;
  readonly tx: Tx;
  readonly tenantId: string;
  /** The calendar clock, read once. */
  readonly now: Date;
  readonly wallNow: Date;
  readonly moment: Moment;
  readonly today: Day;
  readonly policy: Policy;
  readonly ladders: Ladders;
  readonly milestones: readonly PolicyMilestone[];
  /**
   * While a press changes something: what decides who may is held until the commit as soon as it is read, so that a right
   * cannot be lost in between.
   */
  readonly rights: { held: boolean };
  audit(entry: AuditEntry): void;
  message(message: NewMessage): void;
  /** Something is to be sent or refreshed after the commit. */
  wake(): void;
  /** Computed once a unit, such as the organisation. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  seal(table: string, column: string, rowId: string, text: string): Uint8Array<ArrayBuffer>;
  open(table: string, column: string, rowId: string, sealed: Uint8Array): string;
};

/** What the work began with holds no more: nothing is written, and it begins anew. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const DEADLOCK = '40P01';
const PRISMA_DEADLOCK = 'P2034';
const TRIES = 3;

/**
 * Runs one unit of work for a municipality. After a deadlock, or overtaken, it is tried again, since nothing happened.
 * @throws whatever `work` throws; then nothing was written
 */
export async function inTenant<T>(house: House, tenantId: string, work: (unit: Unit) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(house, tenantId, work);
    } catch (fault) {
      if (attempt >= TRIES || !(fault instanceof Overtaken || isDeadlock(fault))) throw fault;
    }
  }
}

async function once<T>(house: House, tenantId: string, work: (unit: Unit) => Promise<T>): Promise<T> {
  let woken = false;
  const result = await house.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('app.tenant_id', ${tenantId}, true)`;
      const { unit, finish } = makeUnit(house, tx, tenantId);
      const done = await work(unit);
      woken = await finish();
      return done;
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
  if (woken) house.committed(tenantId);
  return result;
}

function makeUnit(house: House, tx: Tx, tenantId: string): { unit: Unit; finish: () => Promise<boolean> } {
  const { policy, ladders, milestones } = house.municipality(tenantId);
  const now = house.clocks.calendar();
  const moment = toMoment(now, policy.zone);
  const audits: AuditEntry[] = [];
  const messages: NewMessage[] = [];
  const made = new Map<string, Promise<unknown>>();
  let wake = false;
  const unit: Unit = {
    house,
    tx,
    tenantId,
    now,
    wallNow: house.clocks.wall(),
    moment,
    today: dayOf(moment),
    policy,
    ladders,
    milestones,
    rights: { held: false },
    audit: (entry) => void audits.push(entry),
    message: (message) => void messages.push(message),
    wake: () => {
      wake = true;
    },
    once: <T>(key: string, make: () => Promise<T>) => {
      const known = made.get(key) as Promise<T> | undefined;
      if (known) return known;
      const fresh = make();
      made.set(key, fresh);
      return fresh;
    },
    seal: (table, column, rowId, text) => house.sealer.seal({ tenantId, table, column, rowId }, text),
    open: (table, column, rowId, sealed) => house.sealer.open({ tenantId, table, column, rowId }, sealed),
  };
  const finish = async () => {
    // Lock order everywhere: matter, obligations, messages, audit.
    if (messages.length > 0) await writeMessages(unit, messages);
    if (audits.length > 0) await writeAudit(unit, audits);
    const woken = wake || messages.length > 0;
    if (woken) await house.enqueueWake(tx, tenantId);
    return woken;
  };
  return { unit, finish };
}

async function writeMessages(unit: Unit, messages: readonly NewMessage[]): Promise<void> {
  await unit.tx.message.createMany({
    data: messages.map((one) => ({
      tenantId: unit.tenantId,
      id: one.id ?? unit.house.newId(),
      naturalKey: one.naturalKey,
      personId: one.personId,
      externalId: one.externalId ?? null,
      channel: one.channel ?? (one.externalId === undefined ? 'teams' : 'mail'),
      class: one.class,
      kind: one.kind,
      matterKind: one.matterKind,
      matterId: one.matterId,
      pathwayId: one.pathwayId ?? null,
      walkId: one.walkId ?? null,
      digestId: one.digestId ?? null,
      status: 'queued',
      notBefore: one.notBefore ?? null,
      insteadOfId: one.insteadOfId ?? null,
      repeatOfId: one.repeatOfId ?? null,
      queuedAt: unit.now,
    })),
    skipDuplicates: true,
  });
}

async function writeAudit(unit: Unit, audits: readonly AuditEntry[]): Promise<void> {
  await unit.tx.auditRow.createMany({
    data: audits.map((one) => ({
      tenantId: unit.tenantId,
      id: unit.house.newId(),
      at: unit.now,
      actorId: one.actorId,
      act: one.act,
      matterKind: one.matterKind,
      matterId: one.matterId,
      pathwayId: one.pathwayId ?? null,
      codes: [...(one.codes ?? [])],
    })),
  });
}

/** Raw statements carry PostgreSQL's code; for typed ones Prisma has a code of its own. */
function isDeadlock(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault ? fault.code : undefined;
  return code === PRISMA_DEADLOCK || fault.message.includes(DEADLOCK) || fault.message.includes('deadlock detected');
}
