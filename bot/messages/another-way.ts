import type { Message } from '../../prisma/generated/client';
import type { NewMessage, Unit } from '../db/unit';
import type { Courier } from './courier';

/**
 * Where a date depends on it, who cannot be reached in Teams is told by e-mail in its place; without an SMTP server nobody
 * can be, and those whom it concerns see that too.
 */
export async function goAnotherWay(courier: Courier, unit: Unit, message: Message): Promise<void> {
  const urgent = message.class === 'summons' || message.class === 'reminder';
  if (message.channel === 'teams' && urgent && courier.mail !== undefined) {
    unit.message({
      ...copyOf(message),
      naturalKey: `${message.naturalKey}:mail`,
      channel: 'mail',
      insteadOfId: message.id,
    });
  }
  await courier.unreached.get(message.matterKind)?.(unit, message);
}

/** What a further message about the same thing to the same person holds, but for its key. */
export function copyOf(message: Message): Omit<NewMessage, 'naturalKey'> {
  return {
    personId: message.personId,
    ...(message.externalId === null ? {} : { externalId: message.externalId }),
    channel: message.channel === 'mail' ? 'mail' : 'teams',
    class: message.class as NewMessage['class'],
    kind: message.kind,
    matterKind: message.matterKind,
    matterId: message.matterId,
    pathwayId: message.pathwayId,
    ...(message.walkId === null ? {} : { walkId: message.walkId }),
    ...(message.digestId === null ? {} : { digestId: message.digestId }),
  };
}
