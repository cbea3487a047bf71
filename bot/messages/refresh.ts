import { closedCard } from '../../cards/home/closed';
import type { SentCard } from '../../prisma/generated/client';
import { inTenant } from '../db/unit';
import { organisation } from '../people/organisation';
import { findCpr } from '../privacy/cpr';
import type { OutCard } from '../turn';
import { asLocale } from './claim';
import { type Courier, holdBack, LONGEST_RETRY_MS } from './courier';
import { inParallel } from './in-parallel';
import { cardAt } from './shown';

const BATCH = 50;
const AT_ONCE = 8;
/** A day of tries: Teams is down for hours at most, and a card that was never taken in a day is gone. */
const MOST_ATTEMPTS = 100;
/** An answer is written down in less. */
const UNDER_WAY_MS = 100;

/**
 * Draws anew the cards whose matter changed, in the chats where they stand. The card of somebody who may not see the matter
 * any more becomes a neutral notice; it remains that matter's, and shows it again should it be shared again.
 * A card stays marked until Teams has taken the new one, and a change meanwhile keeps it marked.
 * @returns how many cards were looked at
 */
export async function refreshCards(courier: Courier, tenantId: string): Promise<number> {
  const cards = await inTenant(courier.house, tenantId, async (unit) => {
    const until = new Date(unit.wallNow.getTime() + courier.timing.sendingMs);
    const claimed = await unit.tx.$queryRaw<{ id: string }[]>`
      update sent_card set retry_at = ${until} where tenant_id = ${tenantId}::uuid and id in (
        select id from sent_card where tenant_id = ${tenantId}::uuid and dirty_at is not null
          and (retry_at is null or retry_at <= ${unit.wallNow})
        order by dirty_at, id limit ${BATCH} for update skip locked)
      returning id`;
    return unit.tx.sentCard.findMany({
      where: { tenantId, id: { in: claimed.map((row) => row.id) } },
      orderBy: [{ dirtyAt: 'asc' }, { id: 'asc' }],
    });
  });
  await inParallel(cards, AT_ONCE, async (card) => {
    try {
      await refreshOne(courier, tenantId, card);
    } catch (fault) {
      courier.house.log.error(
        { card: card.id, kind: card.kind, fault: faultName(fault) },
        'a card could not be drawn anew',
      );
      await again(courier, tenantId, card, backoffOf(courier, card), card.attempts + 1);
    }
  });
  return cards.length;
}

async function refreshOne(courier: Courier, tenantId: string, card: SentCard): Promise<void> {
  const mark = courier.shown.mark();
  const drawn = await inTenant(courier.house, tenantId, async (unit) => {
    // Those before it took their time: meanwhile its reader may have opened a form in its place, or it is to be drawn otherwise.
    if ((await unit.tx.sentCard.count({ where: asClaimed(tenantId, card) })) === 0) return 'another';
    const org = await organisation(unit);
    const person = org.people.get(card.personId);
    const chat = await unit.tx.conversation.findUnique({
      where: { tenantId_personId: { tenantId, personId: card.personId } },
    });
    // Not written down yet, and so not to be known from the row.
    if (chat && courier.shown.isUnderWay(cardAt(tenantId, chat.conversationId, card.activityId))) return 'under-way';
    const renderer = courier.engine.registry.renderers.get(card.kind);
    if (!person || !chat || chat.state !== 'met' || !renderer) return undefined;
    const locale = asLocale(person.locale);
    const drawn = await renderer(unit, { personId: person.id, locale, matterId: card.matterId });
    const held = drawn !== undefined && drawn !== 'gone' && findCpr([drawn.card, drawn.summary]) !== undefined;
    if (held) courier.house.log.error({ card: card.id, kind: card.kind }, 'a card held a CPR number and was closed');
    const out: OutCard | undefined = drawn === 'gone' || held ? closedCard(locale) : drawn;
    return out && { out, place: chat };
  });
  if (drawn === 'another') return;
  if (drawn === 'under-way') {
    await again(courier, tenantId, card, UNDER_WAY_MS, card.attempts);
    return;
  }
  if (drawn) {
    const nowMs = courier.house.clocks.wall().getTime();
    const wait = courier.windows.admit(tenantId, drawn.place.conversationId, nowMs);
    if (wait > 0) {
      await again(courier, tenantId, card, wait, card.attempts);
      return;
    }
    const { place, out } = drawn;
    const { card: drawnCard, summary } = out;
    const result = await courier.teams.update({
      tenantId,
      place,
      card: drawnCard,
      summary,
      activityId: card.activityId,
    });
    // Whoever pressed while this was on its way has the answer to their press, and goes on with it.
    const answer = courier.shown.since(cardAt(tenantId, place.conversationId, card.activityId), mark);
    if (answer) {
      const { card: answered, summary: said } = answer;
      await courier.teams.update({ tenantId, place, card: answered, summary: said, activityId: card.activityId });
    }
    courier.windows.over(tenantId, place.conversationId, courier.house.clocks.wall().getTime());
    holdBack(courier, tenantId, result);
    if ((result.kind === 'retry' || result.kind === 'unsure') && card.attempts + 1 < MOST_ATTEMPTS) {
      const asked = result.kind === 'retry' ? (result.afterMs ?? 0) : 0;
      await again(courier, tenantId, card, Math.max(asked, backoffOf(courier, card)), card.attempts + 1);
      return;
    }
    if (result.kind === 'refused' || result.kind === 'broken') {
      courier.house.log.warn(
        { card: card.id, kind: card.kind, code: result.code },
        'a card in a chat could not be refreshed',
      );
    }
  }
  await inTenant(courier.house, tenantId, (unit) =>
    // Only what was drawn: a change that came meanwhile has cleared our claim, and is drawn next time.
    unit.tx.sentCard.updateMany({
      where: asClaimed(tenantId, card),
      // A card that closed may stand for another matter from now on.
      data: { dirtyAt: null, retryAt: null, attempts: 0, ...drawn?.out.keep },
    }),
  );
}

/** The card as this pump claimed it. */
const asClaimed = (tenantId: string, { id, retryAt, kind, matterId }: SentCard) => ({
  tenantId,
  id,
  retryAt,
  kind,
  matterId,
});

const backoffOf = (courier: Courier, card: SentCard): number =>
  Math.min(courier.timing.retryMs * 2 ** card.attempts, LONGEST_RETRY_MS);

const faultName = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

async function again(
  courier: Courier,
  tenantId: string,
  card: SentCard,
  waitMs: number,
  attempts: number,
): Promise<void> {
  await inTenant(courier.house, tenantId, (unit) =>
    unit.tx.sentCard.updateMany({
      where: { tenantId, id: card.id },
      data: { retryAt: new Date(unit.wallNow.getTime() + waitMs), attempts },
    }),
  );
}
