import { words } from '../../content/words/words';
import { inTenant, type Unit } from '../db/unit';
import type { Locale } from '../turn';
import { copyOf, goAnotherWay } from './another-way';
import { claimMessage } from './claim';
import { type Courier, holdBack, LONGEST_RETRY_MS } from './courier';
import { inParallel } from './in-parallel';
import type { LetterContent } from './letter';
import type { SendResult } from './port';
import { refreshCards } from './refresh';
import type { Outgoing, OutgoingCard } from './sending';
import { lockCards } from './touch';

const BATCH = 50;
const AT_ONCE = 8;
const MOST_ROUNDS = 10_000;

export type Pumped = { sent: number; refreshed: number };

/**
 * Sends what a municipality's outbox holds and refreshes its cards, until nothing is left that may go now. One pump a
 * municipality at a time, held by a lease, so that Teams' windows can be counted in memory.
 * @returns undefined when another process pumps
 */
export async function pump(courier: Courier, tenantId: string): Promise<Pumped | undefined> {
  const done: Pumped = { sent: 0, refreshed: 0 };
  if (!(await holdLease(courier, tenantId))) return undefined;
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await recoverCutOff(courier, tenantId);
      const queued = await nextQueued(courier, tenantId);
      await inParallel(queued, AT_ONCE, async (one) => {
        if (await deliver(courier, tenantId, one)) done.sent += 1;
      });
      const refreshed = await refreshCards(courier, tenantId);
      done.refreshed += refreshed;
      if (queued.length === 0 && refreshed === 0) break;
      if (!(await holdLease(courier, tenantId))) break;
    }
  } finally {
    await releaseLease(courier, tenantId);
  }
  return done;
}

type Queued = { id: string; conversation: string | null };

async function nextQueued(courier: Courier, tenantId: string): Promise<Queued[]> {
  return inTenant(
    courier.house,
    tenantId,
    (unit) =>
      unit.tx.$queryRaw<Queued[]>`
      select m.id, c.conversation_id as conversation from message m
      left join conversation c on c.tenant_id = m.tenant_id and c.person_id = m.person_id and m.channel = 'teams'
      where m.tenant_id = ${tenantId}::uuid and m.status = 'queued'
        and (m.not_before is null or m.not_before <= ${unit.now})
        and (m.retry_at is null or m.retry_at <= ${unit.wallNow})
      order by m.queued_at, m.id limit ${BATCH}`,
  );
}

async function deliver(courier: Courier, tenantId: string, queued: Queued): Promise<boolean> {
  const { id, conversation } = queued;
  if (conversation !== null && !(await waitForWindow(courier, tenantId, conversation, id))) return false;
  const over = (left: boolean) => {
    if (conversation === null) return;
    courier.windows.over(tenantId, conversation, courier.house.clocks.wall().getTime(), { left });
  };
  let outgoing: Outgoing | undefined;
  try {
    outgoing = await claimOrSetAside(courier, tenantId, id);
  } finally {
    if (outgoing === undefined) over(false);
  }
  if (outgoing === undefined) return false;
  const claimed = outgoing;
  const result = await send(courier, tenantId, claimed);
  over(true);
  holdBack(courier, tenantId, result);
  await inTenant(courier.house, tenantId, (unit) => writeDown(courier, unit, claimed, result));
  if (result.kind !== 'sent') return false;
  await lookAgain(courier, tenantId, claimed);
  return true;
}

async function claimOrSetAside(courier: Courier, tenantId: string, id: string): Promise<Outgoing | undefined> {
  try {
    return await inTenant(courier.house, tenantId, (unit) => claimMessage(courier, unit, id));
  } catch (fault) {
    await setAside(courier, tenantId, id, fault);
    return undefined;
  }
}

/** A message that cannot be drawn must not stand in the way of the others: tried again later, and given up in the end. */
async function setAside(courier: Courier, tenantId: string, id: string, fault: unknown): Promise<void> {
  courier.house.log.error(
    { message: id, fault: fault instanceof Error ? fault.name : 'unknown' },
    'a message could not be drawn',
  );
  await inTenant(courier.house, tenantId, async (unit) => {
    const row = await unit.tx.message.findUnique({ where: { tenantId_id: { tenantId, id } } });
    if (row?.status !== 'queued') return;
    const attempts = row.attempts + 1;
    const over = attempts >= courier.timing.mostAttempts;
    await unit.tx.message.update({
      where: { tenantId_id: { tenantId, id } },
      data: over
        ? { status: 'given-up', reason: 'not-drawn', endedAt: unit.now, attempts }
        : { attempts, retryAt: new Date(unit.wallNow.getTime() + courier.timing.retryMs * 2 ** attempts) },
    });
  });
}

async function waitForWindow(courier: Courier, tenantId: string, conversation: string, id: string): Promise<boolean> {
  for (;;) {
    const nowMs = courier.house.clocks.wall().getTime();
    const wait = courier.windows.admit(tenantId, conversation, nowMs);
    if (wait === 0) return true;
    if (wait > courier.timing.patienceMs) {
      await inTenant(courier.house, tenantId, (unit) =>
        unit.tx.message.updateMany({
          where: { tenantId, id, status: 'queued' },
          data: { retryAt: new Date(nowMs + wait) },
        }),
      );
      return false;
    }
    await courier.sleep(wait);
  }
}

async function send(courier: Courier, tenantId: string, outgoing: Outgoing): Promise<SendResult> {
  if ('letter' in outgoing) return sendMail(courier, outgoing.to, outgoing.letter, outgoing.repeated);
  const { out, to, input } = outgoing;
  if (to.channel === 'teams')
    return courier.teams.post({ tenantId, place: to.place, card: out.card, summary: out.summary });
  return sendMail(courier, to, words(to.locale).mail.inPlace(out.summary), input.sending?.repeated ?? false);
}

async function sendMail(
  courier: Courier,
  to: { readonly address: string; readonly locale: Locale },
  { text, ...letter }: LetterContent,
  repeated: boolean,
): Promise<SendResult> {
  if (!courier.mail) return { kind: 'broken', code: 'no-smtp' };
  const first = repeated ? `${words(to.locale).repeated}\n\n` : '';
  return courier.mail.send({ to: to.address, ...letter, text: `${first}${text}` });
}

/** One transaction: how the send ended, the card that now stands in the chat, and what is to be done instead. */
async function writeDown(courier: Courier, unit: Unit, outgoing: Outgoing, result: SendResult): Promise<void> {
  const { message } = outgoing;
  const end = (status: string, reason: string | null) =>
    unit.tx.message.updateMany({
      where: { tenantId: unit.tenantId, id: message.id, status: 'sending' },
      data: { status, reason, endedAt: unit.now, claimedUntil: null },
    });
  switch (result.kind) {
    case 'sent': {
      const card = 'out' in outgoing && outgoing.to.channel === 'teams' ? outgoing : undefined;
      if (card?.out.keep) await lockCards(unit, card.out.keep.matterKind, [card.out.keep.matterId]);
      const ended = await end('delivered', null);
      if (ended.count > 0 && card) await keepCard(unit, card, result.activityId);
      // It came another way, or after all: whoever was shown that it had not come is shown that it has.
      if (message.repeatOfId !== null || message.insteadOfId !== null)
        await courier.unreached.get(message.matterKind)?.(unit, message);
      return;
    }
    case 'unsure':
      await end('unsure', result.code);
      await repeatSummons(courier, unit, message);
      return;
    case 'refused': {
      await end(result.why, result.code);
      if (message.personId !== null)
        await unit.tx.conversation.updateMany({
          where: { tenantId: unit.tenantId, personId: message.personId },
          data: { state: result.why === 'blocked' ? 'blocked' : 'gone' },
        });
      await goAnotherWay(courier, unit, message);
      return;
    }
    case 'retry': {
      if (message.attempts >= courier.timing.mostAttempts) {
        await end('given-up', result.code);
        await goAnotherWay(courier, unit, message);
        return;
      }
      const backoff =
        Math.min(courier.timing.retryMs * 2 ** (message.attempts - 1), LONGEST_RETRY_MS) *
        (0.8 + 0.4 * courier.jitter());
      const wait = Math.max(result.afterMs ?? 0, backoff);
      await unit.tx.message.updateMany({
        where: { tenantId: unit.tenantId, id: message.id, status: 'sending' },
        data: {
          status: 'queued',
          reason: result.code,
          claimedUntil: null,
          retryAt: new Date(unit.wallNow.getTime() + wait),
        },
      });
      return;
    }
    case 'broken':
      await end('given-up', result.code);
      unit.house.log.error(
        { message: message.id, kind: message.kind, code: result.code },
        'a message could not be sent',
      );
      await goAnotherWay(courier, unit, message);
      return;
    default:
      result satisfies never;
  }
}

/** Remembers the card so that it can be refreshed. Whoever changes the matter meanwhile is waited for, and seen by `lookAgain`. */
async function keepCard(unit: Unit, outgoing: OutgoingCard, activityId: string): Promise<void> {
  const { keep } = outgoing.out;
  if (!keep || activityId === '') return;
  await unit.tx.sentCard.create({
    data: {
      tenantId: unit.tenantId,
      id: unit.house.newId(),
      messageId: outgoing.message.id,
      personId: outgoing.input.personId,
      activityId,
      kind: keep.kind,
      matterKind: keep.matterKind,
      matterId: keep.matterId,
    },
  });
}

/**
 * What changed between drawing and writing down would otherwise stand wrong in the chat for good: if it would be drawn
 * differently by now, it is refreshed. The message itself is through: a card that cannot be drawn does not undo that.
 */
async function lookAgain(courier: Courier, tenantId: string, outgoing: Outgoing): Promise<void> {
  if (!('out' in outgoing) || outgoing.to.channel !== 'teams') return;
  const { message, out, input } = outgoing;
  const renderer = courier.engine.registry.renderers.get(message.kind);
  if (!out.keep || !renderer) return;
  try {
    await inTenant(courier.house, tenantId, async (unit) => {
      const now = await renderer(unit, input);
      if (now !== 'gone' && JSON.stringify(now?.card) === JSON.stringify(out.card)) return;
      const marked = await unit.tx.sentCard.updateMany({
        where: { tenantId, messageId: message.id, dirtyAt: null },
        data: { dirtyAt: unit.now },
      });
      if (marked.count > 0) unit.wake();
    });
  } catch (fault) {
    courier.house.log.error(
      { message: message.id, kind: message.kind, fault: fault instanceof Error ? fault.name : 'unknown' },
      'a card that was sent could not be drawn again',
    );
  }
}

/** A summons whose sending is unsure goes once more, marked as repeated; a reminder does not. */
async function repeatSummons(courier: Courier, unit: Unit, message: Outgoing['message']): Promise<void> {
  if (message.class !== 'summons') return;
  const again = Number(/:again(\d+)$/.exec(message.naturalKey)?.[1] ?? 0) + 1;
  if (again > courier.timing.mostAttempts) return;
  unit.message({
    ...copyOf(message),
    naturalKey: `${message.naturalKey.replace(/:again\d+$/, '')}:again${again}`,
    repeatOfId: message.id,
  });
}

/** What a process left `sending` when it was killed: nobody knows whether it arrived. */
async function recoverCutOff(courier: Courier, tenantId: string): Promise<void> {
  await inTenant(courier.house, tenantId, async (unit) => {
    const rows = await unit.tx.$queryRaw<{ id: string }[]>`
      update message set status = 'unsure', reason = 'cut-off', ended_at = ${unit.now}, claimed_until = null
      where tenant_id = ${tenantId}::uuid and status = 'sending' and claimed_until <= ${unit.wallNow} returning id`;
    if (rows.length === 0) return;
    const cut = await unit.tx.message.findMany({
      where: { tenantId, id: { in: rows.map((row) => row.id) } },
      orderBy: { id: 'asc' },
    });
    for (const message of cut) await repeatSummons(courier, unit, message);
  });
}

async function holdLease(courier: Courier, tenantId: string): Promise<boolean> {
  return inTenant(courier.house, tenantId, async (unit) => {
    const until = new Date(unit.wallNow.getTime() + courier.timing.leaseMs);
    const held = await unit.tx.$executeRaw`
      insert into lease (tenant_id, name, holder, until) values (${tenantId}::uuid, 'pump', ${courier.holder}, ${until})
      on conflict (tenant_id, name) do update set holder = excluded.holder, until = excluded.until
      where lease.holder = excluded.holder or lease.until <= ${unit.wallNow}`;
    return held > 0;
  });
}

async function releaseLease(courier: Courier, tenantId: string): Promise<void> {
  await inTenant(courier.house, tenantId, (unit) =>
    unit.tx.lease.deleteMany({ where: { tenantId, name: 'pump', holder: courier.holder } }),
  );
}
