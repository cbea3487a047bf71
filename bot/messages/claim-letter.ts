import type { Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Organisation } from '../people/organisation';
import { findCpr } from '../privacy/cpr';
import type { Locale } from '../turn';
import { goAnotherWay } from './another-way';
import type { Courier } from './courier';
import type { Letter, LetterContent } from './letter';
import type { Mailbox } from './port';
import { asLocale, beginSending, type End, hoursOf, isRepeated, mustWait, type OutgoingLetter } from './sending';

type Post = { readonly message: Message; readonly letter: Letter; readonly org: Organisation; readonly end: End };

/**
 * Takes an e-mail with words of its own, as `claimMessage` takes a card; what it needs instead is an address and a server.
 * @returns undefined when it is not to be sent (now); its row then says why
 */
export async function claimLetter(
  courier: Courier,
  unit: Unit,
  { message, letter, org, end }: Post,
): Promise<OutgoingLetter | undefined> {
  const { id, personId, externalId } = message;
  const reader = await readerOf(unit, message, org);
  if (!reader) return end('left', 'left');
  if (await mustWait(unit, id, hoursOf(org, personId))) return undefined;
  const repeated = isRepeated(message);
  const content = await letter(unit, {
    personId,
    externalId,
    to: reader.to,
    locale: reader.locale,
    matterId: message.matterId,
    naturalKey: message.naturalKey,
    sending: { class: message.class, repeated },
  });
  if (content === undefined) return end('withdrawn', 'no-longer-true');
  if (!courier.mail) {
    // What only adds to something said elsewhere is left out; what was all there is has not come.
    if (message.class === 'notice') return end('withdrawn', 'no-smtp');
    await end('given-up', 'no-smtp');
    await goAnotherWay(courier, unit, message);
    return undefined;
  }
  if (findCpr(said(content, reader.to)) !== undefined) {
    unit.house.log.error({ message: id, kind: message.kind }, 'a message held a CPR number and was not sent');
    await end('given-up', 'cpr');
    await goAnotherWay(courier, unit, message);
    return undefined;
  }
  return {
    message: await beginSending(courier, unit, message),
    letter: content,
    repeated,
    to: { channel: 'mail', address: reader.to.email, locale: reader.locale },
  };
}

/** All that people wrote or might have. */
function said({ subject, text, calendar }: LetterContent, to: Mailbox): string[] {
  const { summary = '', location = '', description = '', attendee } = calendar ?? {};
  return [
    subject,
    text,
    summary,
    location,
    description,
    attendee?.name ?? '',
    attendee?.email ?? '',
    to.name,
    to.email,
  ];
}

async function readerOf(
  unit: Unit,
  message: Message,
  org: Organisation,
): Promise<{ readonly to: Mailbox; readonly locale: Locale } | undefined> {
  const { tenantId } = unit;
  if (message.externalId !== null) {
    const external = await unit.tx.external.findUnique({
      where: { tenantId_id: { tenantId, id: message.externalId } },
    });
    if (!external) return undefined;
    const open = (column: 'name_sealed' | 'email_sealed', sealed: Uint8Array) =>
      unit.open('external', column, external.id, sealed);
    const to = { name: open('name_sealed', external.nameSealed), email: open('email_sealed', external.emailSealed) };
    return { to, locale: 'da' };
  }
  const person = message.personId === null ? undefined : org.people.get(message.personId);
  if (!person || !org.isHere(person.id)) return undefined;
  return { to: { name: person.name, email: person.email }, locale: asLocale(person.locale) };
}
