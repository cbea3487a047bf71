import type { Unit } from '../db/unit';
import { copyOf } from '../messages/touch';
import type { Answer, OutCard, Posted, Turn } from '../turn';

/** A pathway, and a list of one's own. */
const NEVER_CLOSES = ['pathway', 'pathways'];

/** Remembers the cards that an answer put into the chat, so that they are drawn anew when their matter changes. */
export async function keepPosted(
  unit: Unit,
  personId: string,
  turn: Turn,
  answer: Answer,
  posted: Posted,
): Promise<void> {
  const { tx, tenantId } = unit;
  for (const [at, out] of (answer.post ?? []).entries()) {
    const activityId = posted[at];
    if (out.keep && activityId) await keep(unit, personId, `answer:${turn.activityId}:${at}`, activityId, out.keep);
  }
  if (turn.input.kind !== 'press' || !turn.input.cardActivityId) return;
  const activityId = turn.input.cardActivityId;
  const card = await tx.sentCard.findFirst({ where: { tenantId, personId, activityId } });
  if (card)
    await tx.message.updateMany({
      where: { tenantId, id: card.messageId, actedAt: null },
      data: { actedAt: unit.now },
    });
  if (!answer.replace) return;
  const shown = answer.replace.keep;
  if (card) {
    // What stands there now is another card, or none that can change: the activity is the same.
    const now = shown ?? { kind: 'none', matterKind: 'none', matterId: card.matterId };
    // Whatever changed of what stood there before is no reason to draw over a form that somebody types into.
    const another = now.matterKind !== card.matterKind || now.matterId !== card.matterId;
    await tx.sentCard.update({
      where: { tenantId_id: { tenantId, id: card.id } },
      data: { ...now, ...(another ? { dirtyAt: null, retryAt: null, attempts: 0 } : {}) },
    });
  } else if (shown) {
    await keep(unit, personId, `replaced:${activityId}`, activityId, shown);
  }
}

async function keep(
  unit: Unit,
  personId: string,
  naturalKey: string,
  activityId: string,
  shown: NonNullable<OutCard['keep']>,
): Promise<void> {
  const { tx, tenantId } = unit;
  const messageId = unit.house.newId();
  const made = await tx.message.createMany({
    data: {
      tenantId,
      id: messageId,
      naturalKey,
      personId,
      channel: 'teams',
      class: 'answer',
      kind: shown.kind,
      matterKind: shown.matterKind,
      matterId: shown.matterId,
      status: 'delivered',
      queuedAt: unit.now,
      endedAt: unit.now,
    },
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  // Of a look at something that never closes the newest is kept up to date: a person who looks often would else have every
  // old copy drawn anew at each change, and Teams' windows are narrow. An old copy is drawn anew only to close it, when it is
  // no longer shared with the person.
  if (NEVER_CLOSES.includes(shown.matterKind)) {
    await tx.sentCard.updateMany({
      where: { tenantId, personId, kind: shown.kind, matterKind: shown.matterKind, matterId: shown.matterId },
      data: { matterKind: copyOf(shown.matterKind), dirtyAt: null },
    });
  }
  await tx.sentCard.create({
    data: {
      tenantId,
      id: unit.house.newId(),
      messageId,
      personId,
      activityId,
      kind: shown.kind,
      matterKind: shown.matterKind,
      matterId: shown.matterId,
    },
  });
}
