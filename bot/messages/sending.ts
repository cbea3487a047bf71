import type { Message } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import type { Organisation } from '../people/organisation';
import type { Day } from '../time/day';
import { momentAt, toInstant } from '../time/moment';
import { isWorkingMoment, onOrAfter, type WorkingCalendar, workingMoment } from '../time/working-calendar';
import type { ChatPlace, Locale, OutCard } from '../turn';
import type { Courier } from './courier';
import type { LetterContent } from './letter';

/** A message that is on its way out: rendered a moment ago, its row says `sending`. */
export type Outgoing = OutgoingCard | OutgoingLetter;

/** A card, or an e-mail in place of one. */
export type OutgoingCard = {
  readonly message: Message;
  readonly out: OutCard;
  readonly input: RenderInput;
  readonly to:
    | { readonly channel: 'teams'; readonly place: ChatPlace }
    | { readonly channel: 'mail'; readonly address: string; readonly locale: Locale };
};

/** An e-mail with words of its own. */
export type OutgoingLetter = {
  readonly message: Message;
  readonly letter: LetterContent;
  readonly repeated: boolean;
  readonly to: { readonly channel: 'mail'; readonly address: string; readonly locale: Locale };
};

export type End = (status: string, reason: string) => Promise<undefined>;

/** Its row says from here on that it is on its way, and how often it was. */
export async function beginSending(courier: Courier, unit: Unit, message: Message): Promise<Message> {
  const { tenantId } = unit;
  const attempts = message.attempts + 1;
  await unit.tx.message.update({
    where: { tenantId_id: { tenantId, id: message.id } },
    data: {
      status: 'sending',
      attempts,
      retryAt: null,
      claimedUntil: new Date(unit.wallNow.getTime() + courier.timing.sendingMs),
    },
  });
  await unit.tx.sendAttempt.create({
    data: { tenantId, id: unit.house.newId(), messageId: message.id, n: attempts, startedAt: unit.wallNow },
  });
  return { ...message, attempts };
}

type Hours = { readonly calendar: WorkingCalendar; readonly back: Day | undefined };

/** When somebody may be written to: in their own hours and days, and an external in those of the house. */
export function hoursOf(org: Organisation, personId: string | null): Hours {
  return personId === null
    ? { calendar: org.house, back: undefined }
    : { calendar: org.calendarOf(personId), back: org.awayUntil(personId) };
}

/** Whether the message waits for working hours; then its row says until when. */
export async function mustWait(unit: Unit, id: string, { calendar, back }: Hours): Promise<boolean> {
  if (back === undefined && isWorkingMoment(calendar, unit.moment)) return false;
  const from =
    back === undefined ? workingMoment(calendar, unit.moment) : momentAt(onOrAfter(calendar, back), calendar.opens);
  await unit.tx.message.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id } },
    data: { notBefore: toInstant(from, unit.policy.zone) },
  });
  return true;
}

/** Also an e-mail in place of a repeated message: the first of them may have arrived. */
export const isRepeated = (message: Message): boolean => message.naturalKey.includes(':again');

export const asLocale = (text: string): Locale => (text === 'en' ? 'en' : 'da');
