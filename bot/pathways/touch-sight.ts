import type { Unit } from '../db/unit';
import { copyOf, touchCards } from '../messages/touch';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { pathwaysWithTeam, standingsIn } from './standing';

/**
 * Who may see a pathway has changed (a ground, the team, a role): every card of it that stands in a chat is drawn anew, and
 * those of people who lost sight become the neutral notice. Call it after the change, in the same transaction.
 */
export async function touchSightOf(unit: Unit, pathwayId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map((row) => row.id);
  const select = { id: true } as const;
  const meeting = { pathwayId };
  await touchCards(unit, 'pathway', [pathwayId]);
  await touchCards(unit, 'ground', await ids(tx.ground.findMany({ where: { tenantId, pathwayId }, select })));
  const meetings = await ids(tx.meeting.findMany({ where: { tenantId, pathwayId }, select }));
  await touchCards(unit, 'meeting', meetings);
  // A form of the meeting card: for whoever still sees the meeting it stays as it stands.
  await touchCards(unit, 'meeting-form', meetings);
  await touchCards(unit, 'invitation', await ids(tx.invitation.findMany({ where: { tenantId, meeting }, select })));
  await touchCards(
    unit,
    'stand-in',
    await ids(tx.standIn.findMany({ where: { tenantId, invitation: { meeting } }, select })),
  );
  await touchCards(unit, 'record', await ids(tx.record.findMany({ where: { tenantId, meeting }, select })));
  await touchCards(unit, 'preparation', await ids(tx.preparation.findMany({ where: { tenantId, meeting }, select })));
  await touchCards(unit, 'agreement', await ids(tx.agreement.findMany({ where: { tenantId, pathwayId }, select })));
  // Whatever else was sent about it: messages know their pathway.
  const others = await tx.sentCard.updateMany({
    where: { tenantId, dirtyAt: null, kind: { not: 'none' }, message: { pathwayId } },
    data: { dirtyAt: unit.now, retryAt: null, attempts: 0 },
  });
  const blind = await blindCards(unit, pathwayId);
  await tx.sentCard.updateMany({
    where: { tenantId, id: { in: blind } },
    data: { dirtyAt: unit.now, retryAt: null, attempts: 0 },
  });
  if (others.count + blind.length > 0) unit.wake();
}

/** Older copies of a pathway's cards, and lists of pathways, in the chats of those who see it no more. */
async function blindCards(unit: Unit, pathwayId: string): Promise<string[]> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  if (!known) return [];
  const seats = await tx.teamSeat.findMany({ where: { tenantId, pathwayId }, select: { personId: true } });
  const periods = await tx.leadPeriod.findMany({ where: { tenantId, pathwayId }, select: { personId: true } });
  const ever = [...seats, ...periods].flatMap((one) => one.personId ?? []);
  const cards = await tx.sentCard.findMany({
    where: {
      tenantId,
      OR: [
        { matterKind: copyOf('pathway'), matterId: pathwayId },
        { matterKind: { in: ['pathways', copyOf('pathways')] }, personId: { in: ever } },
      ],
    },
    select: { id: true, personId: true },
  });
  return cards.filter((card) => !may('pathway.see', standingsIn(known, card.personId, org))).map((card) => card.id);
}
