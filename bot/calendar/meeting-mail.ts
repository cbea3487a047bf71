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
  /** What the entry says, where it is not how to answer an invitation. */
  readonly says?: string;
};

/** When it is written: the instant, and the day in the municipality's zone. */
type Now = { readonly now: Date; readonly today: string };
type Reader = Pick<LetterInput, 'to' | 'locale'>;

/** What an external is told of a meeting, with the entry for their calendar. `why`: their part, in the lead's words. */
export function externalLetter(
  what: 'invitation' | 'moved' | 'cancelled',
  meeting: MailedMeeting,
  why: string,
  reader: Reader,
  now: Now,
): LetterContent {
  const { hello, bye, external, calendar } = words(reader.locale).mail;
  const { the, reference, lead, municipality } = meeting;
  const told =
    what === 'cancelled'
      ? [`${external.questions(lead.name, lead.email)} ${external.notRead}`]
      : [
          factsOf(meeting, why, reader.locale, now),
          external.advises,
          `${external.answer(lead.name, lead.email)} ${external.notRead}`,
        ];
  const opening = external.opening[what](the, reference, whenOf(meeting, reader.locale, now));
  const invite = inviteFor(what === 'cancelled' ? 'CANCEL' : 'REQUEST', meeting, reader, now);
  return {
    subject: external.subject[what](the, reference),
    text: paragraphs(hello(reader.to.name), opening, ...told, bye(municipality)),
    calendar: { ...invite, description: calendar.answerLead(lead.name, lead.email), optional: true },
  };
}

/** The entry for the calendar of a member of staff, who is told of the meeting in Teams. */
export function calendarLetter(
  method: Invite['method'],
  meeting: MailedMeeting,
  reader: Reader,
  now: Now,
): LetterContent {
  const { hello, bye, calendar } = words(reader.locale).mail;
  const { the, reference, municipality } = meeting;
  const what = method === 'CANCEL' ? 'cancel' : 'request';
  const when = whenOf(meeting, reader.locale, now);
  const opening = calendar.opening[what](
    the,
    reference,
    what === 'cancel' ? when : `${when} (${words(reader.locale).duration(meeting.duration)})`,
  );
  const answer = what === 'cancel' ? [] : [meeting.says ?? calendar.answerInTeams];
  return {
    subject: calendar.subject[what](the, reference),
    text: paragraphs(hello(firstName(reader.to.name)), opening, ...answer, bye(municipality)),
    calendar: inviteFor(method, meeting, reader, now),
  };
}

const paragraphs = (...all: readonly string[]): string => all.join('\n\n');

/** What to call a colleague. */
const firstName = (name: string): string => name.split(' ')[0] ?? name;

const whenOf = ({ localStart }: MailedMeeting, locale: Locale, { today }: Now): string =>
  spokenMoment(localStart, locale, today);

function factsOf(meeting: MailedMeeting, why: string, locale: Locale, now: Now): string {
  const { duration, mail } = words(locale);
  const { where, lead } = meeting;
  const place = where.kind === 'place' ? where.place : mail.external[where.kind](lead.name);
  return [
    mail.external.when(whenOf(meeting, locale, now), duration(meeting.duration)),
    mail.external.where(place),
    mail.external.why(why),
  ].join('\n');
}

function inviteFor(method: Invite['method'], meeting: MailedMeeting, { to, locale }: Reader, { now }: Now): Invite {
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
    description: meeting.says ?? calendar.answerInTeams,
    attendee: to,
    stamp: now,
  };
}
