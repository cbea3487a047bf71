import { greetingCard } from '../../cards/home/greeting';
import type { Person } from '../../prisma/generated/client';
import type { Caller } from '../capability';
import type { Unit } from '../db/unit';
import type { Registry } from '../obligations/kind';
import { countWaiting } from '../obligations/waiting';
import type { Answer, Turn } from '../turn';

/** Remembers where the person's chat is and which language Teams speaks to them; what it says last wins. */
export async function meet(unit: Unit, person: Person, turn: Turn): Promise<void> {
  const { tx, tenantId } = unit;
  const { conversationId, serviceUrl, teamsUserId, botId } = turn.place;
  const place = { conversationId, serviceUrl, teamsUserId, botId, state: 'met', seenAt: unit.wallNow };
  const before = await tx.conversation.findUnique({ where: { tenantId_personId: { tenantId, personId: person.id } } });
  await tx.conversation.upsert({
    where: { tenantId_personId: { tenantId, personId: person.id } },
    create: { tenantId, id: unit.house.newId(), personId: person.id, ...place },
    update: place,
  });
  if (person.locale !== turn.locale && turn.input.kind !== 'met') {
    await rememberLanguage(unit, person.id, turn.locale);
  }
  if (before === null || before.state !== 'met') await sendWhatWaited(unit, person.id);
}

/**
 * The municipality's row first, since a change of the organisation gives it a new version, and an import has it before its
 * people. While an import runs the language waits for the person's next turn.
 */
async function rememberLanguage({ tx, tenantId }: Unit, id: string, locale: Turn['locale']): Promise<void> {
  const free = await tx.$queryRaw<unknown[]>`
    select 1 from tenant where tenant_id = ${tenantId}::uuid for no key update skip locked`;
  if (free.length === 0) return;
  await tx.person.update({ where: { tenantId_id: { tenantId, id } }, data: { locale } });
}

/**
 * Whether the turn comes out of a chat that is somebody else's. A 1:1 chat has one person: taken for this person's own, it
 * would get what is meant for them.
 */
export async function isInAnothersChat(unit: Unit, person: Person, turn: Turn): Promise<boolean> {
  const { conversationId } = turn.place;
  return (
    (await unit.tx.conversation.count({
      where: { tenantId: unit.tenantId, conversationId, personId: { not: person.id } },
    })) > 0
  );
}

/** The bot was removed for this person: nothing can be sent until they meet it again. */
export async function part(unit: Unit, person: Person): Promise<void> {
  await unit.tx.conversation.updateMany({
    where: { tenantId: unit.tenantId, personId: person.id },
    data: { state: 'gone' },
  });
}

/** Once, however often Teams tells of the same installation, also in parallel. */
export async function greet(caller: Caller, registry: Registry): Promise<Answer> {
  const { unit, person } = caller;
  const first = await unit.tx.person.updateMany({
    where: { tenantId: unit.tenantId, id: person.id, greetedAt: null },
    data: { greetedAt: unit.now },
  });
  if (first.count === 0) return {};
  const waiting = (await countWaiting(unit, registry, [person.id])).get(person.id) ?? 0;
  return { post: [greetingCard({ name: person.name.split(' ')[0] ?? person.name, waiting }, caller.locale)] };
}

/** What could not be sent while the person had not met the bot goes now, if it is still true; the newest of each matter. */
async function sendWhatWaited(unit: Unit, personId: string): Promise<void> {
  const rows = await unit.tx.message.findMany({
    where: {
      tenantId: unit.tenantId,
      personId,
      channel: 'teams',
      status: { in: ['not-installed', 'blocked'] },
      class: { in: ['summons', 'reminder', 'notice'] },
    },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
  });
  const seen = new Set<string>();
  for (const row of rows) {
    const matter = `${row.kind}/${row.matterId}`;
    if (seen.has(matter)) continue;
    seen.add(matter);
    unit.message({
      naturalKey: `${row.naturalKey}:met`,
      personId,
      class: row.class === 'reminder' ? 'reminder' : row.class === 'notice' ? 'notice' : 'summons',
      kind: row.kind,
      matterKind: row.matterKind,
      matterId: row.matterId,
      pathwayId: row.pathwayId,
      repeatOfId: row.id,
      ...(row.walkId === null ? {} : { walkId: row.walkId }),
    });
  }
}
