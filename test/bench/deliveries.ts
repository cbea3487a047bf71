import { pump } from '../../bot/messages/pump';
import type { Connector } from '../../stage/connector';
import type { OpenHouse } from './town';

export type Delivery = {
  readonly messages: number;
  readonly people: number;
  readonly seconds: number;
  readonly perSecond: number;
};

/**
 * So many invitations once more, to everybody who has not answered theirs, sent by the house's own sender to the stage:
 * first with nobody counting requests, then with both the house and Teams counting as Microsoft does.
 * @throws when one of them was not delivered
 */
export async function deliveries(
  house: OpenHouse,
  teams: Connector,
  most: number,
): Promise<{ readonly free: Delivery; readonly windowed: Delivery }> {
  teams.faults.windows(false);
  const free = await deliver(house, house.withWindows(false), most, 'free');
  teams.faults.windows(true);
  const windowed = await deliver(house, house.withWindows(true), most, 'windowed');
  return { free, windowed };
}

async function deliver(
  house: OpenHouse,
  app: ReturnType<OpenHouse['withWindows']>,
  most: number,
  run: string,
): Promise<Delivery> {
  const people = await house.inside(async (unit) => {
    const { tx, tenantId } = unit;
    const asked = await tx.invitation.findMany({
      where: { tenantId, status: 'asked', meeting: { status: 'called' } },
      select: { id: true, personId: true, meeting: { select: { pathwayId: true } } },
      orderBy: { id: 'asc' },
    });
    if (asked.length === 0) throw new Error('Nobody is left to invite once more');
    const rows = Array.from({ length: most }, (_, n) => ({ n, to: asked[n % asked.length] })).flatMap(({ n, to }) =>
      to
        ? [
            {
              tenantId,
              id: unit.house.newId(),
              naturalKey: `bench:${run}:${n}`,
              personId: to.personId,
              channel: 'teams',
              class: 'notice',
              kind: 'invitation',
              matterKind: 'invitation',
              matterId: to.id,
              pathwayId: to.meeting.pathwayId,
              status: 'queued',
              queuedAt: unit.now,
            },
          ]
        : [],
    );
    await tx.message.createMany({ data: rows });
    return new Set(rows.map((one) => one.personId)).size;
  });
  const began = performance.now();
  // What Teams' windows put off for longer than the sender's patience waits for its next round.
  for (let rounds = 0; rounds < 3_000 && (await left(house)) > 0; rounds += 1) {
    const { sent = 0 } = (await pump(app.courier, house.tenantId)) ?? {};
    if (sent === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - began) / 1_000;
  const delivered = await house.inside(({ tx, tenantId }) =>
    tx.message.count({ where: { tenantId, naturalKey: { startsWith: `bench:${run}:` }, status: 'delivered' } }),
  );
  if (delivered !== most) throw new Error(`${delivered} of ${most} messages were delivered`);
  return { messages: most, people, seconds, perSecond: most / seconds };
}

const left = (house: OpenHouse): Promise<number> =>
  house.inside(({ tx, tenantId }) => tx.message.count({ where: { tenantId, status: { in: ['queued', 'sending'] } } }));
