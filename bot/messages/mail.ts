import { createTransport } from 'nodemailer';
import { calendarOf } from '../calendar/calendar-of';
import type { Mail, Mailbox, MailPort } from './port';

const PATIENCE_MS = 10_000;
/** SMTP says with 4xx that it may be tried again, with 5xx that it never will. */
const FIRST_PERMANENT = 500;

/** Sends e-mail by SMTP; one try a call. */
export function makeMail(options: { url: string; from: string }): MailPort {
  const transport = createTransport(options.url, {});
  const organizer = mailboxOf(options.from);
  return {
    send: async (mail) => {
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<'late'>((resolve) => {
          timer = setTimeout(() => resolve('late'), PATIENCE_MS);
        });
        const sent = await Promise.race([
          transport.sendMail({
            from: options.from,
            to: mail.to,
            subject: mail.subject,
            text: mail.text,
            ...icalEvent(mail, organizer),
          }),
          late,
        ]);
        return sent === 'late' ? { kind: 'unsure', code: 'smtp-timeout' } : { kind: 'sent', activityId: '' };
      } catch (fault) {
        const code = responseCodeOf(fault);
        return code !== undefined && code >= FIRST_PERMANENT
          ? { kind: 'broken', code: `smtp-${code}` }
          : { kind: 'retry', code: `smtp-${code ?? 'unreachable'}` };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function icalEvent({ calendar }: Mail, organizer: Mailbox) {
  if (!calendar) return {};
  const { method } = calendar;
  return { icalEvent: { method, filename: 'moede.ics', content: calendarOf(calendar, organizer) } };
}

/** `Rød Tråd <roedtraad@by.example>`, or the address alone. */
function mailboxOf(from: string): Mailbox {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name === '' ? 'Rød Tråd' : name, email: email.trim() };
}

function responseCodeOf(fault: unknown): number | undefined {
  const code = typeof fault === 'object' && fault !== null && 'responseCode' in fault ? fault.responseCode : undefined;
  return typeof code === 'number' ? code : undefined;
}
