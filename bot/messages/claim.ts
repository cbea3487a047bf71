import type { Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { AUDIENCES } from '../obligations/ladder';
import { planningOf } from '../obligations/planning';
import { organisation } from '../people/organisation';
import { findCpr } from '../privacy/cpr';
import { goAnotherWay } from './another-way';
import { claimLetter } from './claim-letter';
import type { Courier } from './courier';
import { asLocale, beginSending, hoursOf, isRepeated, mustWait, type Outgoing } from './sending';

export { asLocale } from './sending';

/** Characters of card JSON: 28 KB in UTF-16, the strictest limit that Microsoft publishes for a message. */
const MOST_CHARACTERS = 14_000;

/**
 * Takes one queued message and asks anew all that may have changed since it was put there: is it still owed, does the
 * person still hold the role, may they still see it, are they at work. Renders it as things are now.
 * @returns undefined when it is not to be sent (now); its row then says why
 */
export async function claimMessage(courier: Courier, unit: Unit, id: string): Promise<Outgoing | undefined> {
  await lockItsObligation(unit, id);
  const locked = await unit.tx.$queryRaw<{ id: string }[]>`
    select id from message where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid and status = 'queued' for update skip locked`;
  if (locked.length === 0) return undefined;
  const message = await unit.tx.message.findUniqueOrThrow({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const end = async (status: string, reason: string) => {
    await unit.tx.message.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id } },
      data: { status, reason, endedAt: unit.now, retryAt: null },
    });
    return undefined;
  };
  const org = await organisation(unit);
  const letter = courier.letters.get(message.kind);
  if (letter && message.channel === 'mail') return claimLetter(courier, unit, { message, letter, org, end });
  const person = message.personId === null ? undefined : org.people.get(message.personId);
  if (!person || !org.isHere(person.id)) return end('left', 'left');

  const why = message.walkId === null ? 'wanted' : await stillOwed(courier, unit, message);
  if (why === 'void') return end('withdrawn', 'role-moved');
  if (why === 'gone') return end('withdrawn', 'no-longer-true');

  if (message.class !== 'answer' && (await mustWait(unit, id, hoursOf(org, person.id)))) return undefined;
  const input: RenderInput = {
    personId: person.id,
    locale: asLocale(person.locale),
    matterId: message.matterId,
    sending: {
      class: message.class,
      repeated: isRepeated(message),
      ...(why === 'wanted' ? await ownTold(unit, message) : { rung: why.rung, obligation: why.obligation }),
    },
  };
  const renderer = courier.engine.registry.renderers.get(message.kind);
  if (!renderer) throw new Error(`Nobody draws messages of kind "${message.kind}"`);
  const out = await renderer(unit, input);
  if (out === undefined) return end('withdrawn', 'no-longer-true');
  if (out === 'gone') return end('withdrawn', 'not-shared');
  const to = await addressOf(unit, message, person);
  if (to === undefined) {
    await end('not-installed', 'not-met');
    await goAnotherWay(courier, unit, message);
    return undefined;
  }
  if (findCpr(out.card) !== undefined || findCpr(out.summary) !== undefined) {
    unit.house.log.error({ message: id, kind: message.kind }, 'a message held a CPR number and was not sent');
    return end('given-up', 'cpr');
  }
  if (JSON.stringify(out.card).length > MOST_CHARACTERS) {
    unit.house.log.error({ message: id, kind: message.kind }, 'a card is too large for Teams and was not sent');
    return end('given-up', 'size');
  }
  return { message: await beginSending(courier, unit, message), out, input, to };
}

type Owed =
  | 'wanted'
  | 'gone'
  | 'void'
  | { rung: string; obligation: NonNullable<RenderInput['sending']>['obligation'] & object };

async function stillOwed(courier: Courier, unit: Unit, message: Message): Promise<Owed> {
  const { tenantId } = unit;
  const walk = await unit.tx.rungWalk.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: message.walkId ?? '' } },
  });
  const obligation = await unit.tx.obligation.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: walk.obligationId } },
  });
  if (obligation.closedAt !== null || obligation.pausedOn !== null || walk.how === 'void') return 'gone';
  const [planning] = await planningOf(unit, courier.engine.registry, [obligation]);
  if (!planning?.facts.owed) return 'gone';
  const audience = AUDIENCES.find((one) => one === walk.audience);
  if (audience === undefined || planning.who(audience) !== message.personId) {
    // Somebody else holds the role now: this telling did not happen, and the right one is told at the next beat.
    await unit.tx.rungWalk.updateMany({ where: { tenantId, id: walk.id }, data: { how: 'void' } });
    await unit.tx.obligation.updateMany({
      where: { tenantId, id: obligation.id, closedAt: null },
      data: { nextAt: unit.now, nextIs: 'tell', version: { increment: 1 } },
    });
    unit.wake();
    return 'void';
  }
  return planning.facts.maySee(message.personId) ? { rung: walk.rung, obligation } : 'gone';
}

const OWN = /^own:(?<id>[0-9a-f-]{36})/;

/**
 * Locks the obligation that a message reminds of, or is the own card of. Obligations come before messages everywhere, and
 * what follows may have to say that the wrong one was told, or when the owner first heard of it.
 */
async function lockItsObligation(unit: Unit, messageId: string): Promise<void> {
  const row = await unit.tx.message.findUnique({
    where: { tenantId_id: { tenantId: unit.tenantId, id: messageId } },
    select: { naturalKey: true, walk: { select: { obligationId: true } } },
  });
  const id = row?.walk?.obligationId ?? OWN.exec(row?.naturalKey ?? '')?.groups?.id;
  if (id === undefined) return;
  await unit.tx
    .$queryRaw`select id from obligation where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
}

/**
 * The obligation that a matter's own card opened with. Where the card had to wait for the owner's return, the owner hears
 * of it only now: grace and breath count from here, and the ladder is planned anew.
 */
async function ownTold(unit: Unit, message: Message): Promise<Pick<NonNullable<RenderInput['sending']>, 'obligation'>> {
  const id = OWN.exec(message.naturalKey)?.groups?.id;
  if (id === undefined) return {};
  const { tenantId } = unit;
  await unit.tx.obligation.updateMany({
    where: { tenantId, id, ownerId: message.personId, toldAt: null, closedAt: null, pausedOn: null },
    data: { toldAt: unit.now, nextAt: unit.now, nextIs: 'tell', version: { increment: 1 } },
  });
  const obligation = await unit.tx.obligation.findUnique({ where: { tenantId_id: { tenantId, id } } });
  return obligation ? { obligation } : {};
}

async function addressOf(
  unit: Unit,
  message: Message,
  person: { id: string; email: string; locale: string },
): Promise<Outgoing['to'] | undefined> {
  if (message.channel === 'mail') return { channel: 'mail', address: person.email, locale: asLocale(person.locale) };
  const chat = await unit.tx.conversation.findUnique({
    where: { tenantId_personId: { tenantId: unit.tenantId, personId: person.id } },
  });
  if (!chat || chat.state === 'gone') return undefined;
  const { conversationId, serviceUrl, teamsUserId, botId } = chat;
  return { channel: 'teams', place: { conversationId, serviceUrl, teamsUserId, botId } };
}
