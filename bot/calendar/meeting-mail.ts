import { spokenMoment } from '../../content/words/dates';
import { words } from '../../content/words/words';
import type { LetterContent, LetterInput } from '../messages/letter';
import type { Invite, Mailbox } from '../messages/port';
import type { Locale } from '../turn';

/** A meeting as an e-mail may tell of it: the citizen is a reference, and a home has no address. */
export type MailedMeeting = {
  readonly tenantId: string;
  readonly meetingId: string;
  /** Rises with every move. */
  readonly sequence: number;
  readonly startsAt: Date;
  /** YYYY-MM-DDTHH:MM in the municipality's zone. */
  readonly localStart: string;
  /** Minutes. */
  readonly duration: number;
  /** Its kind in running text, in the reader's language: `teammøde`, and definite `teammødet`. */
  readonly kind: string;
  readonly the: string;
  readonly reference: string;
  readonly municipality: string;
  readonly where: { readonly kind: 'online' | 'home' } | { readonly kind: 'place'; readonly place: string };
  readonly lead: Mailbox;
};

/** When it is written: the instant, and the day in the municipality's zone. */
type Now = { readonly now: Date; readonly today: string };
type Reader = Pick<LetterInput, 'to' | 'locale'>;

/** What an external is told of a meeting, with the entry for their calendar. `why`: their part, in the lead's words. */
export function externalLetter(
  what: 'invitation' | 'moved' | 'cancelled',
  meeting: MailedMeeting,
  why: string,
  { to, locale }: Reader,
  now: Now,
): LetterContent {
  const { mail } = words(locale);
  const { lead, where } = meeting;
  const letter = mail.external[what]({
    ...calledIn(meeting, locale, now),
    name: to.name,
    where: where.kind === 'place' ? where.place : mail.where[where.kind](lead.name),
    why,
    lead,
    municipality: meeting.municipality,
  });
  const method = what === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const description = mail.calendar.answerLead(lead.name, lead.email);
  return { ...letter, calendar: { ...inviteFor(method, meeting, { to, locale }, now, description), optional: true } };
}

/** The entry for the calendar of a member of staff, who is told of the meeting in Teams. */
export function calendarLetter(
  method: Invite['method'],
  meeting: MailedMeeting,
  { to, locale }: Reader,
  now: Now,
): LetterContent {
  const { calendar } = words(locale).mail;
  const letter = calendar[method === 'CANCEL' ? 'cancel' : 'request'](calledIn(meeting, locale, now));
  return { ...letter, calendar: inviteFor(method, meeting, { to, locale }, now, calendar.answerInTeams) };
}

function calledIn(meeting: MailedMeeting, locale: Locale, { today }: Now) {
  return {
    the: meeting.the,
    reference: meeting.reference,
    when: spokenMoment(meeting.localStart, locale, today),
    duration: words(locale).duration(meeting.duration),
  };
}

function inviteFor(
  method: Invite['method'],
  meeting: MailedMeeting,
  { to, locale }: Reader,
  { now }: Now,
  description: string,
): Invite {
  const { calendar } = words(locale).mail;
  const { where } = meeting;
  return {
    method,
    uid: `${meeting.meetingId}@${meeting.tenantId}`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    duration: meeting.duration,
    summary: calendar.title(meeting.kind, meeting.reference),
    location: where.kind === 'place' ? where.place : calendar[where.kind],
    description,
    attendee: to,
    stamp: now,
  };
}
